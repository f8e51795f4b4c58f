"""One problem, one finding: what several rules see of the same wrong number is told once, with all its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from consistency.checks.verdict import verdict
from consistency.collate.atlas import Atlas
from consistency.collate.variant import MECHANICAL
from consistency.model import Claim, Finding, Passage, Severity, Verdict
from consistency.offsets import Span

Number = tuple[str, Span]
ALSO = "also"  # the evidence that names the other rules
EXPLAINING = MECHANICAL | {"value", "unit_missing", "small_area", "figures_run_together"}  # what changes a number


def joined(values: Sequence[Finding], arithmetic: Sequence[Finding], text: Sequence[Finding] = ()) -> list[Finding]:
    """The findings with those of one problem made one, each in the order given.

    `values` are disagreements between documents, `arithmetic` what does not come out. A sum that fails over a number
    that stands alone against other documents is evidence against that number and no problem of its own. `text` is what
    damage and collation found: a loss within a number that documents already disagree on explains that disagreement.
    """
    kept = list(values)
    doubted: dict[Number, int] = {}  # the first disagreement that a number is in question in
    for at, finding in enumerate(kept):
        for number in _in_question(finding):
            doubted.setdefault(number, at)
    sums: list[Finding] = []
    summed: dict[Number, set[int]] = defaultdict(set)  # the sums that a number takes part in
    for finding in arithmetic:
        numbers = _numbers(finding)
        over = [doubted[number] for number in numbers if number in doubted]
        if over:
            kept[min(over)] = _with(kept[min(over)], finding)
            continue
        near = sorted({at for number in numbers for at in summed.get(number, ())})
        same = next((at for at in near if _same(sums[at], finding)), len(sums))
        if same < len(sums):
            sums[same] = _with(sums[same], finding)
        else:
            sums.append(finding)
        for number in _numbers(sums[same]):
            summed[number].add(same)
    return [*_explained(kept, text), *sums]


def _explained(values: Sequence[Finding], text: Sequence[Finding]) -> list[Finding]:
    """The disagreements with the losses that explain them, then what damage and collation found besides.

    Where the meeting is unsure, the loss is the finding and the disagreement only confirms it.
    """
    kept: list[Finding | None] = list(values)
    apart: list[Finding] = []
    numbers = Atlas()
    for at, finding in enumerate(values):
        numbers.enter((Passage(c.document, _statement(c)) for c in _doubted(finding) or _told(finding)), at)
    for finding in text:
        loss = finding.evidence.get("kind") in EXPLAINING
        over = numbers.over(p for p in finding.claims if isinstance(p, Passage)) if loss else ()
        at, disagreement = next(((at, f) for at in over if (f := kept[at]) is not None), (0, None))
        if disagreement is None:
            apart.append(finding)
        elif disagreement.severity is Severity.INFO:
            kept[at] = None
            apart.append(_with(finding, disagreement))
        else:
            kept[at] = _with(disagreement, finding)
    return [finding for finding in kept if finding is not None] + apart


def _told(finding: Finding) -> list[Claim]:
    return [c for c in finding.claims if isinstance(c, Claim)]


def _statement(claim: Claim) -> Span:
    """A number with the words of its statement that follow it, as in two of every three."""
    number = claim.mention.number
    return Span(number.start, max(number.end, claim.span.end))


def rules_of(finding: Finding) -> tuple[str, ...]:
    """The rule that reports a finding, and those that saw the same problem."""
    also = finding.evidence.get(ALSO, "")
    return (finding.rule, *(r for r in also.split(", ") if r))


def _numbers(finding: Finding) -> set[Number]:
    return {(c.document, c.mention.number) for c in _told(finding)}


def _first(finding: Finding) -> set[Number]:
    return _numbers(replace(finding, claims=finding.claims[:1]))


def _doubted(finding: Finding) -> list[Claim]:
    """The claims of a disagreement that may be the wrong ones: those that fewer sources stand behind, else all."""
    claims = _told(finding)
    if finding.severity is Severity.INFO or not claims:
        return []
    behind = [len(paths) for _, paths in finding.sides]
    if len(behind) > 1 and behind[0] < max(behind[1:]):
        claims = [c for c in claims if verdict(c.quantity, claims[0].quantity) is Verdict.AGREE]
    return claims


def _in_question(finding: Finding) -> set[Number]:
    return {(c.document, c.mention.number) for c in _doubted(finding)}


def _same(one: Finding, other: Finding) -> bool:
    """Whether two findings of arithmetic go back to one number: one takes the other in, or doubts a part of it."""
    ours, theirs = _numbers(one), _numbers(other)
    if not ours & theirs:
        return False
    return ours <= theirs or theirs <= ours or bool(_first(one) & theirs) or bool(_first(other) & ours)


def _with(kept: Finding, other: Finding) -> Finding:
    """A finding with the places of another that sees the same problem, each place once."""
    also = dict.fromkeys((*rules_of(kept)[1:], *rules_of(other)))
    also.pop(kept.rule, None)
    evidence = dict(kept.evidence)
    if also:
        evidence[ALSO] = ", ".join(also)
    told = Atlas()
    told.enter((Passage(c.document, _statement(c)) for c in _told(kept)), 0)
    more = (p for p in other.claims if isinstance(p, Claim) or not any(True for _ in told.over([p])))
    claims = tuple(dict.fromkeys((*kept.claims, *more)))
    return replace(kept, claims=claims, evidence=evidence, suggestion=kept.suggestion or other.suggestion)
