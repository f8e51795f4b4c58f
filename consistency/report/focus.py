"""A report cut down to what concerns some of its documents: a draft, or the files a change touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from consistency.acceptance.participants import majority, participants
from consistency.collate.variant import MECHANICAL
from consistency.model import Claim, Finding, Passage, Report, Severity, Verdict
from consistency.report.standing import open_findings

# What is added to the evidence of a finding that is the matter of another document: its drafts all stand with the
# majority, or it is the other text that is damaged.
DRAFTS, BACKED, WHOLE = "documents asked about", "side with most sources", "are not what is damaged"
_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, repr=False)
class Focused(Report):
    """A report on `drafts`: what concerns none of them is left out. All documents stay, to be quoted from."""

    drafts: frozenset[str]


def concerning(report: Report, drafts: Collection[str]) -> Focused:
    """The findings and claim sets in which one of the documents has a part, its own places first in each finding.

    Of findings as grave as each other those come last in which most sources say what the drafts say.
    """
    chosen = frozenset(drafts)

    def concerned(claims: Iterable[Claim | Passage]) -> bool:
        return any(claim.document in chosen for claim in claims)

    found = (_from(finding, chosen) for finding in report.findings if concerned(finding.claims))
    return Focused(
        report.readings,
        tuple(sorted(found, key=lambda finding: (_GRAVITY[finding.severity], backed(finding)))),
        tuple(group for group in report.sets if concerned(group.claims)),
        report.problems,
        chosen,
        others=report.others,
    )


def _from(finding: Finding, drafts: frozenset[str]) -> Finding:
    """The finding as it is seen from the drafts: who is asked about them looks there, and annotates there."""
    told = {}
    if participants(finding) & drafts <= majority(finding):
        told = {DRAFTS: BACKED}
    elif finding.claims[0].document not in drafts and of_damage(finding):
        told = {DRAFTS: WHOLE}
    claims = tuple(sorted(finding.claims, key=lambda claim: claim.document not in drafts))
    return replace(finding, claims=claims, evidence=finding.evidence | told)


def of_damage(finding: Finding) -> bool:
    """Whether a finding is of what copying did to the text it begins with."""
    kind = finding.evidence.get("kind", "")
    return kind in MECHANICAL or (bool(kind) and finding.verdict is Verdict.NOT_COMPARABLE)


def backed(finding: Finding) -> bool:
    """Whether a finding is another document's: the drafts say what most sources say, or are not what is damaged."""
    return DRAFTS in finding.evidence


def calling(report: Report) -> tuple[Finding, ...]:
    """The findings that call for somebody: not known before, and not the matter of documents nobody asked about."""
    return tuple(finding for finding in open_findings(report.findings) if not backed(finding))
