"""Tables with merged cells made into rows of one length: one header row, every value under its own header.

A merged value is kept once, in its first cell, which tells how many rows it covers; but a heading over several columns
is needed by each of them. The headings over a column that make its header are handed on one by one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from consistency.patterns import lazy
from consistency.readers.laid_out import LaidOutLine, LaidOutTable, Origin, Piece, run_on

_SENTENCE = lazy("[。！？；!?;]")
_UNIT_LINE = lazy(r"单位\s*[:：]")
_NUMBER = lazy(r"[-+−－≤≥]?\s*[\d０-９][\d０-９,.，．]*\s*[%％‰]?")
_YEAR = lazy(r"(?:19|20)\d\d")
LONG = 80  # characters: longer than what a cell says in a word
SPREAD = 100_000  # cells that a table may have over and above what is in it


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that is not covered by another one; row and column from 0."""

    row: int
    column: int
    text: str
    label: str
    width: int = 1
    height: int = 1
    origin: Origin = field(default=(), repr=False, compare=False)


def pieces(cells: Sequence[GridCell], header_rows: int = 0) -> list[Piece]:
    """The table as lines above it, rows, and lines below it; `header_rows` where the format tells their number.

    Where many cells hold sentences, the table only arranges prose, and each cell is a line of its own.
    """
    found: list[Piece] = []
    for beside in _beside([c for c in cells if c.text]):
        rows: dict[int, list[GridCell]] = {}
        for cell in sorted(beside, key=lambda c: (c.row, c.column)):
            rows.setdefault(cell.row, []).append(cell)
        for part in _parts(list(rows.values())):
            found += _table(part, header_rows)
    return found


def _beside(cells: Sequence[GridCell]) -> list[Sequence[GridCell]]:
    """The cells of tables that stand side by side, each under the same title over all its columns."""
    top = min((c.row for c in cells), default=0)
    titles = [c for c in cells if c.row == top]
    if len(titles) < 2 or len({c.text for c in titles}) > 1 or any(c.width < 2 for c in titles):
        return [cells]
    under = [[t for t in titles if t.column <= c.column < t.column + t.width] for c in cells]
    if any(len(over) != 1 for over in under):  # a cell that is under none of them, or under two
        return [cells]
    return [[c for c, (over,) in zip(cells, under, strict=True) if over is t] for t in titles]


def _table(rows: list[list[GridCell]], header_rows: int) -> list[Piece]:
    """One table with the lines above and below it."""
    first, last = _body(rows)
    above, kept, below = rows[:first], rows[first:last], rows[last:]
    inside = [cell for row in kept for cell in row]
    if len(kept) < 2 or prose(inside) or len({c.column for c in inside}) < 2 or _too_wide(inside):
        return [_line(cell) for row in rows for cell in row]
    depth = _header_depth(kept, sum(row[0].row < header_rows for row in kept))
    columns = sorted({c.column for c in inside} | _under(kept[:depth], kept[depth:]))
    numbers = [row[0].row for row in kept]
    table = (_header(kept[:depth], columns), *(_row(row, columns, numbers) for row in kept[depth:]))
    told = depth > 1 or kept[0][0].row < header_rows
    heads = tuple(_heads(kept[:depth], column) for column in columns) if told else ()
    return [
        *(_line(cell) for row in above for cell in row),
        *_side_by_side(table, heads),
        *(_line(cell) for row in below for cell in row),
    ]


def _parts(rows: list[list[GridCell]]) -> list[list[list[GridCell]]]:
    """Tables that stand one below the other, parted where a title and a header come after values."""
    parts: list[list[list[GridCell]]] = [[]]
    valued = False  # whether the part has values already
    for at, row in enumerate(rows):
        if valued and len(row) == 1 and _begins(rows, at):
            parts.append([])
            valued = False
        parts[-1].append(row)
        valued = valued or _values(row)
    return parts


def _begins(rows: list[list[GridCell]], at: int) -> bool:
    """Whether a header follows the titles from `at` on: several words, and values after them."""
    while at < len(rows) and (len(rows[at]) == 1 or _UNIT_LINE.search(rows[at][0].text)):
        at += 1
    return at + 1 < len(rows) and len(rows[at]) > 2 and not _values(rows[at]) and _values(rows[at + 1])


def prose(cells: Sequence[GridCell]) -> bool:
    """Whether a quarter of the cells and more hold sentences: the table then arranges text."""
    return 4 * sum(len(c.text) > LONG or bool(_SENTENCE.search(c.text[:-1])) for c in cells) > len(cells)


def _line(cell: GridCell) -> LaidOutLine:
    return LaidOutLine(cell.text, cell.label, origin=cell.origin)


def _too_wide(cells: Sequence[GridCell]) -> bool:
    """Whether the rows, each with all columns, would be mostly empty: no table is meant, or an attack."""
    size = len({c.row for c in cells}) * len({c.column for c in cells})
    return size > SPREAD + 50 * len(cells)


def _body(rows: list[list[GridCell]]) -> tuple[int, int]:
    """Which rows are the table: titles and units above it and notes below it fill a single cell."""
    first, last = 0, len(rows)
    while first < last and (len(rows[first]) == 1 or any(_UNIT_LINE.search(c.text) for c in rows[first])):
        first += 1
    while last > first and len(rows[last - 1]) == 1:
        last -= 1
    return first, last


def _header_depth(rows: list[list[GridCell]], told: int) -> int:
    """How many rows the header has: as told, as the merged cells of the first row say, or one."""
    first = rows[0]
    top = first[0].row
    ends = max(c.row + c.height for c in first)
    depth = max(told, sum(row[0].row < ends for row in rows), 1)
    if depth == 1 and len(rows) > 2:
        under_wide = any(c.width > 1 for c in first)
        starts_later = rows[1][0].column > first[0].column or first[0].column > 0
        if (under_wide or starts_later) and not _values(rows[1]):
            depth = 2
    while depth > 1 and (depth >= len(rows) or _values(rows[depth - 1])):
        depth -= 1
    return depth if rows[0][0].row == top else 1


def _values(row: list[GridCell]) -> bool:
    """Whether the row holds numbers that are no years."""
    return any(_NUMBER.fullmatch(c.text) and not _YEAR.fullmatch(c.text) for c in row)


def _under(header: list[list[GridCell]], body: list[list[GridCell]]) -> set[int]:
    """The columns below a heading over several of them that something stands in."""
    used = {c.column for row in body for c in row}
    return {n for row in header for c in row if c.width > 1 for n in used if c.column <= n < c.column + c.width}


def _header(rows: list[list[GridCell]], columns: list[int]) -> tuple[LaidOutLine, ...]:
    """One header row: over each column, the headings from the top down."""
    made = []
    for column in columns:
        over = [c for row in rows for c in row if c.column <= column < c.column + c.width]
        texts = {c.text: c for c in reversed(over)}
        origin = tuple(words for c in over if texts[c.text] is c for words in c.origin)
        made.append(LaidOutLine(run_on(_heads(rows, column)), over[-1].label if over else "", origin=origin))
    return tuple(made)


def _heads(rows: list[list[GridCell]], column: int) -> tuple[str, ...]:
    """The headings over a column from the top down, none told twice."""
    over = (c.text for row in rows for c in row if c.column <= column < c.column + c.width)
    return tuple(dict.fromkeys(over))


def _row(row: list[GridCell], columns: list[int], rows: Sequence[int]) -> tuple[LaidOutLine, ...]:
    """The cells of a row, each in its column; `rows` are all those of the table, by which heights are told."""
    at = {c.column: c for c in row}
    return tuple(_in_rows(at[column], rows) if column in at else LaidOutLine("", "") for column in columns)


def _in_rows(cell: GridCell, rows: Sequence[int]) -> LaidOutLine:
    """A cell with its height in rows that hold something."""
    if cell.height == 1:
        return _line(cell)
    height = bisect_left(rows, cell.row + cell.height) - bisect_left(rows, cell.row)
    return replace(_line(cell), height=height)


def _side_by_side(rows: tuple[tuple[LaidOutLine, ...], ...], heads: tuple[tuple[str, ...], ...]) -> list[LaidOutTable]:
    """A table printed as two or three beside each other, under the same header, as so many tables."""
    header = [cell.text for cell in rows[0]]
    for parts in (3, 2):
        width, rest = divmod(len(header), parts)
        if rest or width < 2 or not all(header[:width]):
            continue
        if all(header[:width] == header[width * n : width * (n + 1)] for n in range(1, parts)):
            cut = [slice(width * n, width * (n + 1)) for n in range(parts)]
            own = [(tuple(row[part] for row in rows), heads[part]) for part in cut]
            return [LaidOutTable(tuple(row for row in part if any(c.text for c in row)), over) for part, over in own]
    return [LaidOutTable(rows, heads)]
