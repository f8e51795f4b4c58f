"""What a passage says between its numbers: sums, parts, shares, rates, changes. One file a relation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from consistency.extract.relations.account import accounts, balances
from consistency.extract.relations.cumulative import cumulative
from consistency.extract.relations.movement import movements
from consistency.extract.relations.parts import parts
from consistency.extract.relations.passage import Told
from consistency.extract.relations.restated import restated
from consistency.extract.relations.share import shares
from consistency.extract.relations.sheet import Sheet
from consistency.extract.relations.tabled import tabled
from consistency.extract.relations.target_rate import target_rates
from consistency.model import Reading, Relation
from consistency.patterns import lazy

PASSAGE = lazy("[，。;]")  # what a passage has, and no cell of a word or a number
# Each reads one line of a document.
RELATIONS: tuple[Callable[[Told], Iterator[Relation]], ...] = (
    parts,
    accounts,
    balances,
    target_rates,
    movements,
    shares,
    restated,
    cumulative,
)


def related(reading: Reading) -> Reading:
    """The reading with the relations between its numbers, in order of place."""
    sheet = Sheet.of(reading)
    found: list[Relation] = list(tabled(reading))
    for line in reading.page.lines:
        if sheet.inside(line) and not _of_cells(line.of(reading.page.text)):
            told = Told.of(sheet, line)
            for read in RELATIONS:
                found += read(told)
    return replace(reading, relations=tuple(sorted(found, key=lambda r: (r.span, r.kind))))


def _of_cells(line: str) -> bool:
    """Whether a line is a row of a table whose cells hold no passage."""
    return line.startswith("|") and not PASSAGE.search(line)
