"""How much of what was read could be compared, for a document and for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from consistency.damage import hurt
from consistency.model import Report
from consistency.report.focus import Focused


@dataclass(frozen=True, slots=True)
class Coverage:
    """Numbers read, those that became claims, those claims that met a counterpart, and numbers in damaged text."""

    path: str
    quantities: int
    claims: int
    met: int
    damaged: int = 0


def by_document(report: Report) -> tuple[Coverage, ...]:
    """The coverage of each document in the order of the report; of drafts, theirs and of those they met."""
    met = Counter(claim.document for group in report.sets for claim in group.claims)
    readings = report.readings
    if isinstance(report, Focused):
        told = report.drafts | met.keys() | {claim.document for finding in report.findings for claim in finding.claims}
        readings = tuple(reading for reading in readings if reading.document.path in told)
    return tuple(
        Coverage(r.document.path, len(r.mentions), len(r.claims), met[r.document.path], len(hurt(r))) for r in readings
    )


def total(report: Report) -> Coverage:
    """The coverage of the whole report; of a report on drafts, that of the drafts."""
    return _sum(_counted(report))


def last_line(report: Report) -> tuple[str, Coverage] | None:
    """What stands under the coverage of the documents, and the word for it; nothing where it would say a line again."""
    counted = _counted(report)
    return ("total of drafts" if isinstance(report, Focused) else "total", _sum(counted)) if len(counted) > 1 else None


def _counted(report: Report) -> list[Coverage]:
    return [c for c in by_document(report) if not isinstance(report, Focused) or c.path in report.drafts]


def _sum(parts: Iterable[Coverage]) -> Coverage:
    quantities = claims = met = damaged = 0
    for part in parts:
        quantities, claims = quantities + part.quantities, claims + part.claims
        met, damaged = met + part.met, damaged + part.damaged
    return Coverage("", quantities, claims, met, damaged)
