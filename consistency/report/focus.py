"""A report cut down to what concerns some of its documents: a draft, or the files a change touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from consistency.acceptance.participants import majority, participants
from consistency.model import Claim, Finding, Passage, Report, Severity

# What is added to the evidence of a finding whose drafts all stand with the majority: another document differs.
DRAFTS, BACKED = "documents asked about", "side with most sources"
_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
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
    )


def _from(finding: Finding, drafts: frozenset[str]) -> Finding:
    """The finding as it is seen from the drafts: who is asked about them looks there, and annotates there."""
    told = {DRAFTS: BACKED} if participants(finding) & drafts <= majority(finding) else {}
    claims = tuple(sorted(finding.claims, key=lambda claim: claim.document not in drafts))
    return replace(finding, claims=claims, evidence=finding.evidence | told)


def backed(finding: Finding) -> bool:
    """Whether the drafts in a finding all say what most sources say."""
    return DRAFTS in finding.evidence
