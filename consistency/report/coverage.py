"""How much of what was read could be compared, for a document and for all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from consistency.model import Report


@dataclass(frozen=True, slots=True)
class Coverage:
    """Numbers read, those that became claims, and those claims that met a counterpart."""

    path: str
    quantities: int
    claims: int
    met: int


def by_document(report: Report) -> tuple[Coverage, ...]:
    """The coverage of every document, in the order of the report."""
    met = Counter(claim.document for group in report.sets for claim in group.claims)
    return tuple(
        Coverage(r.document.path, len(r.mentions), len(r.claims), met[r.document.path]) for r in report.readings
    )


def total(report: Report) -> Coverage:
    """The coverage of the whole report."""
    return Coverage(
        "", sum(len(r.mentions) for r in report.readings), sum(len(r.claims) for r in report.readings), report.met
    )
