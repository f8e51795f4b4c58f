"""What a passage says between its numbers: sums, parts, shares, rates, changes. One file a relation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from consistency.extract.relations.account import accounts, balances
from consistency.extract.relations.movement import movements
from consistency.extract.relations.parts import parts
from consistency.extract.relations.share import shares
from consistency.extract.relations.sheet import Sheet
from consistency.extract.relations.target_rate import target_rates
from consistency.model import Reading, Relation
from consistency.offsets import Span

# Each reads one line of a document.
RELATIONS: tuple[Callable[[Sheet, Span], Iterator[Relation]], ...] = (
    parts,
    accounts,
    balances,
    target_rates,
    movements,
    shares,
)


def related(reading: Reading) -> Reading:
    """The reading with the relations between its numbers, in order of place."""
    sheet = Sheet.of(reading)
    found: list[Relation] = []
    for line in reading.page.lines:
        if sheet.within(line.start, line.end):
            for read in RELATIONS:
                found += read(sheet, line)
    return replace(reading, relations=tuple(sorted(found, key=lambda r: (r.span, r.kind))))
