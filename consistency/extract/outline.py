"""The outline of a document as it was understood: its headings with what they put in force, and its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from consistency.extract.quantities.shared_units import unit_of
from consistency.extract.statements.discourse import DATED, Discourse, Frame
from consistency.extract.tables.cells import CAPTION_UNIT, UNIT_NOTE, label_column
from consistency.lexicon import Lexicon
from consistency.model import Reading
from consistency.offsets import Span
from consistency.text.blocks import Block, Heading, blocks
from consistency.text.tables import TableBlock

PLAIN = 5  # the depth of a heading without a number
LINES_OF_A_TITLE = 3  # headings right above a table that are its title, at most
Back = Callable[[Span], Span]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading where it stands, how deep it is (1 is the top), and the year, status and scope in force under it."""

    span: Span
    level: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class TableOutline:
    """A table where it stands: the headings right above it, its header, the units it names and how many rows it has."""

    span: Span
    titles: tuple[Span, ...]
    header: tuple[Span, ...]
    units: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings and the tables of a document, in order of place; all spans are of the text as read."""

    sections: tuple[Section, ...]
    tables: tuple[TableOutline, ...]


def outline(reading: Reading, lexicon: Lexicon) -> Outline:
    """The outline by which the numbers of a reading were understood."""
    folded = reading.page.folded
    shape = blocks(folded.text, [table.on(reading.page) for table in reading.document.tables])
    numbered = any(isinstance(block, Heading) and block.level < PLAIN for block in shape)
    follow = Discourse(reading.context, lexicon)
    sections: list[Section] = []
    tables: list[TableOutline] = []
    begun = False
    for at, block in enumerate(shape):
        before = follow.frame
        if isinstance(block, Heading):
            follow.heading(block)
            changes = _standing(follow.frame) != _standing(before)
            front = block.text in reading.context.title or DATED.fullmatch(block.text) is not None
            if block.level < PLAIN or (not front and _counts(shape, at, changes, begun and not numbered)):
                sections.append(Section(folded.back(block.span), block.level, follow.frame))
        elif isinstance(block, TableBlock):
            tables.append(_table(block, list(_titles(shape, at)), folded.back, lexicon))
            begun = True
        else:
            follow.paragraph(block.span.of(folded.text), block.span.start)
            begun = True
    return Outline(tuple(sections), tuple(tables))


def _standing(frame: Frame) -> tuple[str, str, str, str]:
    return frame.period, frame.status, frame.scope, frame.fund


def _counts(shape: Sequence[Block], at: int, changes: bool, alone: bool) -> bool:
    """Whether a line without a number is a heading to be told of, and no line of the page or of a title.

    It `changes` what is in force and the next heading does not end that; or it has text under it and stands `alone`,
    in a document whose headings have no numbers.
    """
    below = shape[at + 1 : at + 3]
    if changes and below and not (isinstance(below[0], Heading) and below[0].level < PLAIN):
        return True
    return alone and not all(isinstance(block, Heading) for block in below)


def _titles(shape: Sequence[Block], at: int) -> Iterator[Heading]:
    """The headings that stand right above a table, in order: a title may run over lines."""
    titles: list[Heading] = []
    for heading in (shape[above] for above in range(at - 1, -1, -1)):
        if not isinstance(heading, Heading) or len(titles) == LINES_OF_A_TITLE:
            break
        if not CAPTION_UNIT.search(heading.text):
            titles.append(heading)
        if heading.level < PLAIN:
            break
    return reversed(titles)


def _table(table: TableBlock, titles: Sequence[Heading], back: Back, lexicon: Lexicon) -> TableOutline:
    general = CAPTION_UNIT.search(table.caption)
    labels = label_column(table)
    noted = [*table.header, *(row[labels] for row in table.rows if labels < len(row))]
    units = [found["unit"] for cell in noted if (found := UNIT_NOTE.search(cell.text))]
    units = [unit for unit in units if unit_of(unit, lexicon.units) is not None]
    return TableOutline(
        back(table.span),
        tuple(back(heading.span) for heading in titles),
        tuple(back(cell.span) for cell in table.header),
        tuple(dict.fromkeys([*([general["unit"]] if general else []), *units])),
        len(table.rows),
    )
