"""Rows of a table without rules, whose cells may have several lines: which of the lines printed make one row.

A cell goes on where the next line of its column is as close as lines of one cell are, or where its first word would not
have fitted. The other cells of the row stand at the top of it, at the bottom, or half-way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from math import inf

from consistency.patterns import lazy
from consistency.readers.pdf_lines import TextLine, gone_on

Printed = Sequence[TextLine | None]  # what stands on one height, in each column

ALIKE, PIXEL = 1.02, 0.8  # times the least distance of lines, and points over it: what programs round to
NEXT = 4  # rows begun, or lines, among which those beside a cell are looked for
NEARLY_ALL = 0.8  # of the rows
HALF = 0.4  # of that distance: what stands so near stands beside

# A number that fills its cell: 17.4 · -2.3% · ≤0.02 · 6以上
VALUE = lazy(r"[-+−－±≤≥<>＜＞]?\s*\d[\d,.，]*\s*[%％‰]?(?:以[上下内]|左右)?\*?")
# What begins a row, and what stands below a table: 一、 · (2) · 3. · # · 注： · 附件1
MARKED = lazy(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|#"
    r"|(?:注|备注|说明|[数资]据?料?来源)\s*[:：]|附[件表录]|单位\s*[:：])"
)
_UNIT = lazy(r"[亿万千百元%％‰个家户人件吨亩倍]")


@dataclass(frozen=True, slots=True)
class WrappedRow:
    """A row: the words of each column, and which of the lines printed it is made of."""

    texts: tuple[str, ...]
    numbers: frozenset[int]

    @property
    def filled(self) -> int:
        """How many of its cells have words."""
        return sum(map(bool, self.texts))


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    numbers: tuple[int, ...]
    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        return reduce(gone_on, (line.text for line in self.lines))


def rows(printed: Sequence[Printed]) -> list[WrappedRow]:
    """The rows from the top down, each of one or more of the lines printed."""
    grid = _Grid(printed)
    cells = sorted((c for n in range(grid.width) for c in grid.cells(n)), key=lambda c: (c.numbers[0], c.column))
    groups: list[list[_Cell]] = []
    for cell in cells:
        touched = [group for group in groups[-NEXT:] if any(grid.beside(cell, other) for other in group)]
        apart = [group for group in groups[-NEXT:] if not any(group is each for each in touched)]
        groups[-NEXT:] = [*apart, [*(each for group in touched for each in group), cell]]
    return [row for group in sorted(groups, key=lambda g: g[0].numbers[0]) for row in _rows(group, grid.width)]


def _rows(group: Sequence[_Cell], width: int) -> list[WrappedRow]:
    """The row that the cells make; where two are in one column, the lines as they stand."""
    if len({cell.column for cell in group}) == len(group):
        texts = {cell.column: cell.text for cell in group}
        numbers = frozenset(n for cell in group for n in cell.numbers)
        return [WrappedRow(tuple(texts.get(column, "") for column in range(width)), numbers)]
    at = {(n, cell.column): line for cell in group for n, line in zip(cell.numbers, cell.lines, strict=True)}
    return [
        WrappedRow(tuple(at[n, c].text if (n, c) in at else "" for c in range(width)), frozenset({n}))
        for n in sorted({n for n, _ in at})
    ]


class _Grid:
    """What is printed in columns, and how far apart its lines and its rows are."""

    def __init__(self, printed: Sequence[Printed]) -> None:
        self.width = len(printed[0])
        self._printed = printed
        self._columns = [[(n, line) for n, row in enumerate(printed) if (line := row[c])] for c in range(self.width)]
        self._widest = [max((line.x1 - line.x0 for _, line in column), default=0.0) for column in self._columns]
        self._valued = [{c for c, line in enumerate(row) if line and VALUE.fullmatch(line.text)} for row in printed]
        apart: list[float] = []
        close: list[float] = []
        for c, column in enumerate(self._columns):
            for (n, above), (m, below) in pairwise(column):
                if self._of_two_rows(c, n, m):
                    apart.append(above.y - below.y)
                elif above.y - below.y > 0.9 * below.size:
                    close.append(above.y - below.y)
        self._row = sorted(apart)[len(apart) // 8] if apart else inf
        self._line = min(close, default=0.0)
        self._alike = ALIKE * self._line + PIXEL
        # Rows have space between them where, in the column with most lines, nearly all of them stand further apart.
        fullest = max(self._columns, key=len)
        further = sum(above.y - below.y > self._alike for (_, above), (_, below) in pairwise(fullest))
        numbered = max(sum(column in row for row in self._valued) for column in range(self.width))
        self._spaced = numbered > 2 and further >= NEARLY_ALL * (numbered - 1)
        self._near = HALF * (self._line or min(line.size for row in printed for line in row if line))

    def cells(self, column: int) -> list[_Cell]:
        """The cells of a column from the top down."""
        found: list[list[tuple[int, TextLine]]] = []
        for n, line in self._columns[column]:
            if found and self._one_row(found[-1][-1][0], n):
                found[-1].append((n, line))
            else:
                found.append([(n, line)])
        return [
            _Cell(column, tuple(n for n, _ in part), tuple(line for _, line in part))
            for cell in found
            for part in self._parted(cell)
        ]

    def beside(self, one: _Cell, other: _Cell) -> bool:
        """Whether two cells stand beside each other: the middle of one is level with the other."""
        return one.column != other.column and (self._level(one, other) or self._level(other, one))

    def _level(self, one: _Cell, other: _Cell) -> bool:
        middle = (one.lines[0].y + one.lines[-1].y) / 2
        return other.lines[-1].y - self._near <= middle <= other.lines[0].y + self._near

    def _of_two_rows(self, column: int, n: int, m: int) -> bool:
        """Whether two lines are surely of two rows: the lower one is a number, or both have numbers in a column."""
        return column in self._valued[m] or bool(self._valued[n] & self._valued[m])

    def _one_row(self, n: int, m: int) -> bool:
        """Whether nothing says that a row ends between two lines: what both have in a column would be one cell."""
        both = [
            (c, above, below)
            for c in range(self.width)
            if (above := self._printed[n][c]) and (below := self._printed[m][c])
        ]
        return all(
            any(row[c] for row in self._printed[n + 1 : m]) or self._goes_on(c, n, above, m, below)
            for c, above, below in both
        )

    def _goes_on(self, column: int, n: int, above: TextLine, m: int, below: TextLine) -> bool:
        """Whether two lines of a column with nothing between them can be of one cell."""
        gap = above.y - below.y
        if self._of_two_rows(column, n, m) or gap > self._alike or MARKED.match(below.text):
            return False
        full = above.x1 - above.x0 + below.lead > self._widest[column] - 0.3 * below.size
        full = full or (column in self._valued[n] and bool(_UNIT.match(below.text)))
        if self._spaced:
            return full or column not in self._valued[n]
        return full and gap <= ALIKE * self._row + PIXEL

    def _parted(self, cell: list[tuple[int, TextLine]]) -> list[list[tuple[int, TextLine]]]:
        """The lines of a cell, parted where several rows have numbers beside it: rows may have no space between."""
        first, last = cell[0][1].y + self._near, cell[-1][1].y - self._near
        anchors: list[float] = []
        around = range(max(0, cell[0][0] - NEXT), min(len(self._printed), cell[-1][0] + NEXT + 1))
        for column in range(self.width):
            numbers = [line.y for n in around if column in self._valued[n] and (line := self._printed[n][column])]
            anchors = max(anchors, [y for y in numbers if last <= y <= first], key=len)
        if len(anchors) < 2 or len(cell) < len(anchors):
            return [cell]
        at_top = abs(anchors[0] - cell[0][1].y) < self._near
        parts: list[list[tuple[int, TextLine]]] = []
        for n, line in cell:
            known = len(parts)
            if not parts:
                begins = True
            elif known == len(anchors):
                begins = False
            elif at_top:
                begins = line.y <= anchors[known] + self._near
            else:  # half-way down its row, as far below the first line as above the last
                begins = line.y < 2 * anchors[known - 1] - parts[-1][0][1].y - self._near
            if begins:
                parts.append([])
            parts[-1].append((n, line))
        return parts
