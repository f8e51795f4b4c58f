"""A report cut down to what concerns some of its documents: a draft, or the files a change touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from consistency.model import Claim, Finding, Passage, Report


@dataclass(frozen=True, slots=True)
class Focused(Report):
    """A report on `drafts`: what concerns none of them is left out. All documents stay, to be quoted from."""

    drafts: frozenset[str]


def concerning(report: Report, drafts: Collection[str]) -> Focused:
    """The findings and claim sets in which one of the documents has a part, its own places first in each finding."""
    chosen = frozenset(drafts)

    def concerned(claims: Iterable[Claim | Passage]) -> bool:
        return any(claim.document in chosen for claim in claims)

    return Focused(
        report.readings,
        tuple(_from(finding, chosen) for finding in report.findings if concerned(finding.claims)),
        tuple(group for group in report.sets if concerned(group.claims)),
        report.problems,
        chosen,
    )


def _from(finding: Finding, drafts: frozenset[str]) -> Finding:
    """The finding as it is seen from the drafts: who is asked about them looks there, and annotates there."""
    return replace(finding, claims=tuple(sorted(finding.claims, key=lambda claim: claim.document not in drafts)))
