"""The order in which a page is read: column after column, between what reaches over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from consistency.readers.pdf_characters import Char
from consistency.readers.pdf_lines import HAN, TextLine, lines_of, rows_of, type_size
from consistency.readers.pdf_tables import Ruled

Item = TextLine | Ruled
Gutters = tuple[float, ...]

STEP = 1.0  # points: how closely gutters are looked for
NARROWEST = 0.6  # of the type size
CROSSING = 0.15  # of the lines may go over a gutter: titles, notes
FEWEST, SHORTEST = 5, 8  # lines of a column, and Chinese characters in half of them: figures make no column of prose


def in_order(chars: Sequence[Char], tables: Sequence[Ruled], known: Gutters = ()) -> tuple[list[Item], Gutters]:
    """The lines and tables of a page as they are read, and where its gutters are.

    `known` are those of an earlier page, for one on which too little stands to tell.
    """
    rows = rows_of(chars)
    gutters = _gutters(rows) or (known if _fits(rows, known) else ())
    if not gutters:
        return _together(lines_of(chars), tables), ()
    found: list[Item] = []
    columns: list[list[Char]] = [[] for _ in range(len(gutters) + 1)]
    beside: list[list[Ruled]] = [[] for _ in columns]
    over: list[tuple[float, Ruled | None, list[Char]]] = [(row[0].y, None, row) for row in rows if _over(row, gutters)]
    over += [(table.top, table, []) for table in tables if _column(table.edges[0], table.edges[-1], gutters) is None]
    over.sort(key=lambda one: -one[0])
    inside = [row for row in rows if not _over(row, gutters)]
    narrow = [table for table in tables if _column(table.edges[0], table.edges[-1], gutters) is not None]
    for y, wide, wide_row in [*over, (float("-inf"), None, [])]:
        for row in [row for row in inside if row[0].y > y]:
            for char in row:
                columns[sum(char.x1 > gutter for gutter in gutters)].append(char)
        for table in [table for table in narrow if table.top > y]:
            beside[_column(table.edges[0], table.edges[-1], gutters) or 0].append(table)
        inside = [row for row in inside if row[0].y <= y]
        narrow = [table for table in narrow if table.top <= y]
        for number, column in enumerate(columns):
            found += _together(lines_of(column, number + 1), beside[number])
            column.clear()
            beside[number].clear()
        found += [wide] if wide else lines_of(wide_row)
    return found, gutters


def _together(lines: Sequence[TextLine], tables: Sequence[Ruled]) -> list[Item]:
    """Lines and tables of a column from the top down."""
    items: list[Item] = list(lines)
    for table in tables:
        at = next(
            (n for n, i in enumerate(items) if (i.y if isinstance(i, TextLine) else i.top) < table.top), len(items)
        )
        items.insert(at, table)
    return items


def _column(x0: float, x1: float, gutters: Gutters) -> int | None:
    """The column between whose gutters something lies; None where it reaches over one."""
    first = sum(x0 > gutter for gutter in gutters)
    return first if first == sum(x1 > gutter for gutter in gutters) else None


def _over(row: Sequence[Char], gutters: Gutters) -> bool:
    """Whether a line goes on over a gutter; where a blank of it lies just there, the gap is a small one."""
    seen = [c for c in row if not c.text.isspace()]
    for gutter in gutters:
        if any(c.x0 < gutter < c.x1 for c in seen):
            return True
        left = max((c.x1 for c in seen if c.x1 <= gutter), default=None)
        right = min((c.x0 for c in seen if c.x0 >= gutter), default=None)
        if left is not None and right is not None and right - left < 0.7 * type_size(seen):
            return True
    return False


def _fits(rows: Sequence[Sequence[Char]], gutters: Gutters) -> bool:
    """Whether the lines of a page keep to known gutters."""
    return bool(gutters) and sum(_over(row, gutters) for row in rows) <= 2 * CROSSING * len(rows)


def _gutters(rows: Sequence[Sequence[Char]]) -> Gutters:
    """The white stripes between columns of running text, where there are some."""
    seen = [c for row in rows for c in row if not c.text.isspace()]
    if len(seen) < 200:
        return ()
    start, end = min(c.x0 for c in seen), max(c.x1 for c in seen)
    inked = [0] * (int((end - start) / STEP) + 2)
    for char in seen:
        for at in range(int((char.x0 - start) / STEP), int((char.x1 - start) / STEP) + 1):
            inked[at] += 1
    room = NARROWEST * type_size(seen) / STEP
    stripes: list[tuple[int, int]] = []
    at, last = len(inked) // 8, len(inked) - len(inked) // 8
    while at < last:
        stop = at
        while stop < last and inked[stop] <= CROSSING * len(rows):
            stop += 1
        if stop - at >= room:
            stripes.append((at, stop))
        at = stop + 1
    middles = tuple(start + (at + stop) / 2 * STEP for at, stop in stripes)
    if len(middles) > 4:
        return ()
    return next((each for each in (middles, *((middle,) for middle in middles)) if each and _prose(rows, each)), ())


def _prose(rows: Sequence[Sequence[Char]], gutters: Gutters) -> bool:
    """Whether running text stands in every column: a table has words in one and figures in the others."""
    for number in range(len(gutters) + 1):
        parts = [[c for c in row if sum(c.x1 > gutter for gutter in gutters) == number] for row in rows]
        lengths = [sum(bool(HAN.match(c.text)) for c in part) for part in parts if part]
        if len(lengths) < FEWEST or median(lengths) < SHORTEST:
            return False
    return True
