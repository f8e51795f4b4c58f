"""The kind `variant`: names, stages, scopes and numbers that differ in a passage several documents share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from consistency.checks.case import Case
from consistency.checks.disagreement import fingerprint
from consistency.checks.rule import Rule
from consistency.collate.atlas import Atlas
from consistency.collate.variant import Variant
from consistency.model import ClaimSet, Finding, Passage, Severity, Verdict
from consistency.reprints import independent

KINDS = frozenset({"name", "stage", "trend", "scope", "title", "alternative", "value"})
# The parameters a rule of this kind may give: the kinds of variants it reports.
PARAMS: Mapping[str, frozenset[str] | None] = {"kinds": KINDS}
# What their messages may name.
WORDS = frozenset({"one", "other"})
WITNESSES = 2  # independent sources that make the other name of an institution an error
MOST_PLACES = 20  # places of the other reading that a finding shows


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind; a variant belongs to the first rule that names its kind."""
    taken = {kind: rule for rule in reversed(rules) for kind in rule.params.get("kinds", [])}
    found, met = [], _met(case.sets)
    for variant in case.variants:
        rule = taken.get(variant.kind)
        if rule is None or (variant.kind == "value" and _judged(variant, met, case.sets)):
            continue
        found.append(finding(rule, variant, case.family))
    return found


def _judged(variant: Variant, met: Atlas, sets: Sequence[ClaimSet]) -> bool:
    """Whether the rules on values have judged a variant: its numbers have met, or one agrees with a passage elsewhere.

    市级收入432.7亿元 and 全市收入1175.4亿元 look like one passage; where the first document tells the 1175.4亿元
    of the whole city elsewhere, they are two things.
    """
    ours, theirs = set(met.over(variant.places)), set(met.over(variant.others))
    return bool(ours & theirs) or _agreed(ours, variant.witnesses, sets) or _agreed(theirs, variant.documents, sets)


def _agreed(numbers: set[int], documents: Sequence[str], sets: Sequence[ClaimSet]) -> bool:
    """Whether a document of the other side tells the same number of the same thing somewhere."""
    agreeing = (sets[n] for n in sorted(numbers) if sets[n].verdict is Verdict.AGREE)
    return any(claim.document in documents for told in agreeing for claim in told.claims)


def _met(sets: Sequence[ClaimSet]) -> Atlas:
    """Where the claims of each set stand."""
    atlas = Atlas()
    for number, claim_set in enumerate(sets):
        atlas.enter((Passage(c.document, c.span) for c in claim_set.claims), number)
    return atlas


def finding(rule: Rule, variant: Variant, family: Mapping[str, str]) -> Finding:
    """The finding of one variant with all its places, the reading that stands more alone first."""
    theirs = len(independent(variant.witnesses, family))
    made = shown(rule, variant, family, _suggestion(variant, theirs))
    mark = fingerprint(rule.id, variant.kind, *sorted((variant.form, variant.other)))
    return replace(made, severity=_severity(rule, variant, theirs), fingerprint=mark)


def shown(
    rule: Rule, variant: Variant, family: Mapping[str, str], suggestion: Mapping[str, str] | None = None
) -> Finding:
    """The finding that shows the two readings of a variant, with the places and the independent sources of each."""
    words = {"one": variant.form, "other": variant.other, "count": str(len(variant.places))}
    ours, theirs = independent(variant.documents, family), independent(variant.witnesses, family)
    return Finding(
        rule=rule.id,
        name=dict(rule.name),
        severity=rule.severity,
        verdict=Verdict.CONFLICT,
        key=None,
        claims=(*variant.places, *variant.others[:MOST_PLACES]),
        message={language: text.format(**words) for language, text in rule.message.items()},
        evidence={"kind": variant.kind},
        sides=((variant.form, ours), (variant.other, theirs)),
        suggestion=dict(suggestion) if suggestion else None,
        fingerprint=fingerprint(rule.id, variant.kind, variant.form, variant.other),
    )


def _severity(rule: Rule, variant: Variant, witnesses: int) -> Severity:
    """The rule's severity; graver where several independent sources write an institution's name otherwise."""
    if variant.kind == "name" and variant.body and witnesses >= WITNESSES and rule.severity is Severity.WARNING:
        return Severity.ERROR
    return rule.severity


def _suggestion(variant: Variant, witnesses: int) -> dict[str, str] | None:
    """The reading that more sources have, where more have it."""
    if variant.kind not in ("name", "title") or witnesses < WITNESSES:
        return None
    return {
        "zh": f"多数来源写作“{variant.other}”（建议，供核对）",
        "en": f"most sources write {variant.other} (a proposal to be checked)",
    }
