"""The tables of a folded text: rows between bars, of cells parted by tabs or blanks, or of a cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.extract.lines import ORDINAL, Line
from consistency.offsets import Span

_NUMBER_CELL = re.compile(r"^[-+≤≥<>＜＞]?\s*\d[\d,.]*\s*(?:[%‰万亿元个家天人户吨]{0,3})?(?:以上|以下|左右|以内)?\*?$")
LONGEST_CELL = 40  # characters of a cell that has a line to itself
LONGEST_REST = 12  # characters of the rest of a cell that was broken in two
WIDEST = 80  # cells that a row of a cell a line has at most
PATIENCE = 40  # rows without a number, after which a cell a line is no table


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table as rows of cells; the first row is its header. `caption` is what stands above it."""

    span: Span
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


class Tables:
    """Finds the tables among the lines of one text.

    It remembers up to which line each form found none, so that a long run of lines is not gone over from each of them.
    """

    def __init__(self, rows: Sequence[Line]) -> None:
        self._rows = rows
        self._barren = dict.fromkeys(FORMS, 0)

    def at(self, at: int) -> tuple[TableBlock | None, int]:
        """The table that begins at row `at`, and the row after it."""
        for form in FORMS:
            if at < self._barren[form]:
                continue
            table, after = form(self._rows, at)
            if table is not None:
                return table, after
            self._barren[form] = after
        return None, at


# Each form gives the table that begins at a row and the row after it; or nothing, and the next row where one may begin.


def _piped(rows: Sequence[Line], at: int) -> tuple[TableBlock | None, int]:
    """| 指标 | 2023年 |, as in Markdown."""
    end = at
    while end < len(rows) and rows[end].text.startswith("|") and rows[end].text.count("|") >= 2:
        end += 1
    if end - at < 2:
        return None, at + 1
    cells = [_cells(r, "|") for r in rows[at:end] if not re.fullmatch(r"[|\s:-]+", r.text)]
    if not cells:
        return None, end
    return _built(rows, at, cells, end), end


def _tabbed(rows: Sequence[Line], at: int) -> tuple[TableBlock | None, int]:
    """Cells parted by tabs, or by two blanks and more, in two rows or more with a number in the columns behind."""
    cells: list[list[Cell]] = []
    parter, end = _parter(rows[at]), at
    while parter and end < len(rows) and _parter(rows[end]) == parter and not re.search(r"[。!?]", rows[end].text):
        row = _cells(rows[end], parter)
        if len(row) < 2:
            return None, end + 1
        cells.append(row)
        end += 1
    if len(cells) < 2 or not any(re.search(r"\d", c.text) for row in cells[1:] for c in row[1:]):
        return None, max(end, at + 1)
    return _built(rows, at, cells, end), end


def _parter(line: Line) -> str:
    """What parts the cells of a line: a tab, or two blanks; nothing where neither does."""
    return next((parter for parter in ("\t", "  ") if parter in line.text), "")


def _cells(line: Line, parter: str) -> list[Cell]:
    """The cells of a line, empty ones only between bars."""
    cells, at = [], 0
    pieces = line.text.split(parter) if parter != "  " else re.split(r" {2,}|\u3000+", line.text)
    for piece in pieces:
        start = line.text.index(piece, at) if piece else at
        at = start + len(piece)
        body = piece.strip()
        lead = len(piece) - len(piece.lstrip())
        if body or parter == "|":
            here = line.span.start + start + lead
            cells.append(Cell(Span(here, here + len(body)), body))
    if parter == "|":
        cells = cells[1:-1] if cells and not cells[-1].text else cells[1:]
    return cells


def _a_cell_a_line(rows: Sequence[Line], at: int) -> tuple[TableBlock | None, int]:
    """A table flattened to a cell a line, a blank line between its rows.

    A group of lines is a row where it has as many cells as the header; a group of one is a
    heading between rows, or the rest of a cell that was broken in two.
    """
    groups = _groups(rows, at)
    header, _ = next(groups, ([], at))
    if not _heads(header):
        return None, at + 1
    body: list[list[Cell]] = []
    measured, end = False, at
    for seen, (group, after) in enumerate(groups):
        if len(group) > 1 and len(group) != len(header):
            if len(body) < 2 or not measured:
                break
            below, last = next(groups, ([], after))
            if not (_heads(group) and len(below) == len(group)):  # else another table begins
                end = max((after for _, after in groups), default=last)  # what is left of the run is no other table
            break
        end = after
        if len(group) == len(header):
            body.append(group)
            measured = measured or any(_NUMBER_CELL.match(c.text) for c in group[1:])
        if not measured and seen > PATIENCE:
            break
    if len(body) < 2 or not measured:
        return None, at + 1
    return _built(rows, at, [header, *body], end), end


def _heads(group: Sequence[Cell]) -> bool:
    """Whether a group of lines may be the header of a table: three cells or more, and no number."""
    return 3 <= len(group) <= WIDEST and not any(_NUMBER_CELL.match(c.text) for c in group)


def _groups(rows: Sequence[Line], at: int) -> Iterator[tuple[list[Cell], int]]:
    """Runs of short lines from `at` on, parted by blank lines, while they can be cells; and the row after each."""
    current: list[Cell] = []
    begun, end, blanks = False, at, 0
    for index in range(at, len(rows)):
        line = rows[index]
        if not line.text:
            blanks += 1
            if current:
                yield current, end
                begun, current = True, []
            if blanks > 2:
                break
            continue
        if len(line.text) > LONGEST_CELL or len(current) > WIDEST or re.search(r"[。;!?，]", line.text):
            break
        if "\t" not in line.indent and not (begun and _broken_cell(rows, index)):
            break
        blanks = 0
        current.append(Cell(line.span, line.text))
        end = index + 1
    if current:
        yield current, end


def _broken_cell(rows: Sequence[Line], index: int) -> bool:
    """Whether a line that is not set in is the rest of a cell: short, no heading, cells go on after it."""
    line = rows[index]
    if len(line.text) > LONGEST_REST or ORDINAL.match(line.text):
        return False
    return "\t" in next((rows[after].indent for after in range(index + 1, len(rows)) if rows[after].text), "")


def _built(rows: Sequence[Line], at: int, cells: list[list[Cell]], end: int) -> TableBlock:
    return TableBlock(
        Span(rows[at].span.start, rows[end - 1].span.end),
        tuple(cells[0]),
        tuple(tuple(r) for r in cells[1:]),
        _caption(rows, at),
    )


def _caption(rows: Sequence[Line], at: int) -> str:
    """Up to four lines above the table: its title, its unit (单位:亿元)."""
    above = [r.text for r in rows[max(0, at - 8) : at] if r.text][-4:]
    return " ".join(t for t in above if len(t) <= 60)


FORMS = (_piped, _tabbed, _a_cell_a_line)
