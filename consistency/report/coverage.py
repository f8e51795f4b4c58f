"""How much of what was read could be compared, for a document and for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from consistency.damage import hurt
from consistency.extract.about.company import SOMETIME, SOMEWHERE
from consistency.model import Reading, Report
from consistency.places import place_tail
from consistency.report.escaping import flowing
from consistency.report.focus import Focused
from consistency.report.sides import DOT
from consistency.report.wording import say

MANY, FEW = 20, 20  # of so many claims and more one in so many is to meet another
SOME = 5  # numbers of a document that are worth a word where none was compared
CERTAIN, SURE = 100, 90  # hundredths; from the second on a report does not speak of doubt


@dataclass(frozen=True, slots=True)
class Coverage:
    """Numbers read, those that became claims, those claims that met a counterpart, and numbers in damaged text.

    `entity` and `period` are what the document was taken to be about: where they are not so, its numbers meet nothing.
    """

    path: str
    quantities: int
    claims: int
    met: int
    damaged: int = 0
    entity: str = ""
    period: str = ""
    entity_sure: int = CERTAIN
    period_sure: int = CERTAIN

    @property
    def placed(self) -> bool:
        """Whether it is known which place the document tells of."""
        return self.entity not in ("", SOMEWHERE)

    @property
    def dated(self) -> bool:
        """Whether it is known which year the document tells of."""
        return self.period not in ("", SOMETIME)


def by_document(report: Report) -> tuple[Coverage, ...]:
    """The coverage of each document in the order of the report; of drafts, theirs and of those they met."""
    met = Counter(claim.document for group in report.sets for claim in group.claims)
    readings = report.readings
    if isinstance(report, Focused):
        told = report.drafts | met.keys() | {claim.document for finding in report.findings for claim in finding.claims}
        readings = tuple(reading for reading in readings if reading.document.path in told)
    return tuple(_of(reading, met[reading.document.path]) for reading in readings)


def _of(reading: Reading, met: int) -> Coverage:
    path, context = reading.document.path, reading.context
    numbers = len(reading.mentions), len(reading.claims), met, len(hurt(reading))
    return Coverage(path, *numbers, context.entity, context.period, context.entity_sure, context.period_sure)


def alone(report: Report) -> tuple[Coverage, ...]:
    """The documents whose claims meet hardly any other, though others tell of the same place and year.

    Either they speak of other things, or their numbers were understood otherwise: silence about them is no agreement.
    """
    parts = by_document(report)
    told = Counter((place_tail(part.entity), part.period[:4]) for part in parts)
    return tuple(
        part
        for part in parts
        if part.entity and told[place_tail(part.entity), part.period[:4]] > 1
        if part.claims >= MANY and part.met * FEW < part.claims
    )


def unplaced(report: Report) -> tuple[Coverage, ...]:
    """The documents, among others, of which it is not known which place or year they tell of, and whose numbers met
    hardly any other for it.
    """
    parts = by_document(report)
    return tuple(
        part
        for part in parts
        if _several(report) and not (part.placed and part.dated)
        if part.quantities >= SOME and part.met * FEW < part.quantities
    )


def unmet(report: Report) -> tuple[Coverage, ...]:
    """The documents, among others, none of whose numbers met another, and of which nothing else is told.

    Where no number of the whole report did, that is told at once.
    """
    parts = by_document(report)
    told = {part.path for part in (*alone(report), *unplaced(report))}
    among = _several(report) and any(part.met for part in parts)
    return tuple(part for part in parts if among and part.quantities >= SOME and not part.met and part.path not in told)


def short_of(report: Report, share: Fraction) -> tuple[Coverage, ...]:
    """The documents asked about, of whose numbers less than this share met another."""
    return tuple(part for part in _counted(report) if part.met < share * part.quantities)


def nothing_met(report: Report) -> bool:
    """Whether no number asked about met another, though there are several documents."""
    covered = total(report)
    return _several(report) and covered.quantities > 0 and not covered.met


def _several(report: Report) -> bool:
    return len(report.readings) + len(report.others) > 1


def subject_head(lang: str) -> str:
    """What stands over the column of `subject`."""
    return say(lang, "entity") + DOT + say(lang, "period")


def subject(part: Coverage, lang: str) -> str:
    """Of which place and time a document tells as it was understood, and how sure that is; of a sum of them nothing.

    >>> subject(Coverage("a.txt", 1, 1, 0, 0, "青石区", "", entity_sure=62), "en")
    '青石区 (62 % sure) · (not told)'
    """
    if not part.path:
        return ""
    told = (part.entity, part.entity_sure), (part.period, part.period_sure)
    return DOT.join(with_doubt(flowing(words), sure, lang) for words, sure in told)


def with_doubt(words: str, sure: int, lang: str) -> str:
    """What a document was taken to be about, with how sure that is where there is doubt."""
    if not words:
        return say(lang, "not told")
    return words if sure >= SURE else say(lang, "so sure", words=words, sure=sure)


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
