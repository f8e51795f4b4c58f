"""The tables of a folded text: as the reader of its format knows them, or as they are found in it.

Found are rows between bars, rows of cells parted by tabs or blanks, and tables of a cell a line. Both become one type.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, takewhile

from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.text.lines import ORDINAL, Line
from consistency.text.page import Page

_NUMBER_CELL = lazy(r"^[-+≤≥<>＜＞]?\s*\d[\d,.]*\s*(?:[%‰万亿元个家天人户吨]{0,3})?(?:以上|以下|左右|以内)?\*?$")
# A cell with words of its own, or of several rows: 进出口357亿, 363605 253688
_MEASURED = lazy(r"\d\s*(?:[万亿%‰元人户家个]|公里)|^\d[\d.,]*[ ]+\d[\d ., ]*$")
YEARS = range(1978, 2051)  # what figures alone are a year in a row of heads
CONTENTS = lazy(r"[.…·]{3,}\s*\d*$")  # a line of a table of contents
# Above it stands what is no part of the title: 表3, and 表三 with words behind it
NUMBERED_TITLE = lazy(r"(?:附?表|附件)\s*(?:\d|[一二三四五六七八九十]{1,3}[\s:、.]\s*[一-龥])")
_YEAR_CELL = lazy(r"(?:19|20)\d\d年?")
_TITLE_END = lazy(r"表\s*(?:[(][^()]*[)])?$")
_UNIT_LINE = lazy(r"单位\s*:")
# Between two pages of one table: - 3 -, 续表1, 单位:万元
_RUNNING = lazy(
    r"[-—–\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–\s]*|.{0,20}[(]?续[上前]?表?[一二三四\d]{0,2}[)]?|[(]?(?:计量|金额)?单位\s*:.{1,12}"
)
# How a column of a form is reckoned, or by what it goes there: D=E+F, 3=2/1, B, 4
_FORMULA = lazy(r"[(（]?(?:[A-Z]\d?|\d{1,2})(?:\s*=\s*[A-Z\d()（）+×÷*/%-]{1,20})?[)）]?")
_FIGURES = lazy(r"[-+≤≥(]?\d")
# What some head over a column of numbers says
_AMOUNTS = lazy(r"\d{4}年?|[增减升降占比]|单位|[数额量率值速]|预算|决算|完成|[%元人]")
_NAME = lazy(r"[一-龥]{2}|^\d{3}(?:\d\d){0,4}$")
DASHES = frozenset(("-", "—", "--", "——", "－", "…", "/"))
DEEPEST = 3  # rows of heads that a table has at most
FEWEST = 3  # rows of a table without a bar in front
LONGEST_CELL = 40  # characters of a cell that has a line to itself
LONGEST_REST = 12  # characters of the rest of a cell that was broken in two
FEWEST_HEADS, MOST_HEADS = 3, 12  # columns of a table of a cell a line that nothing but its form shows
SURE_ROWS = 2  # rows of one form behind its heads that show it
MOST_BLANKS = 3  # blank lines between two of its cells
WIDEST = 80  # cells that a row of a cell a line has at most
PATIENCE = 40  # rows without a number, after which a cell a line is no table


Positions = Sequence[Sequence[Sequence[tuple[int, int, int]]]]  # of rows of cells: start, end, height


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, or the part of one that is a head of its own; `height` is how many rows it covers."""

    span: Span
    text: str
    height: int = 1

    def on(self, page: Page) -> Cell:
        """The cell of a text as read, on its page."""
        if self.span.start == self.span.end:
            at = page.folded.offsets.forward(self.span.start)
            return Cell(Span(at, at), "", self.height)
        span = page.forward(self.span)
        return Cell(span, span.of(page.text).strip(), self.height)


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table as rows of cells; `caption` is what stands above it.

    `header` is the row of heads nearest to the data, empty where the first row has numbers already; `heads` gives for
    each column all the heads over it, from the top down: 2023年 over 同比 over the growth of that year.

    A reader hands its tables on as they stand in the text as read: `header` is the first row, `heads` are empty where
    the format does not tell that this row is one of heads, and what stands above is for the text to tell.
    """

    span: Span
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    heads: tuple[tuple[Cell, ...], ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words over each column, from the top down."""
        return tuple(" ".join(cell.text for cell in over) for over in self.heads)

    @property
    def positions(self) -> Positions:
        """The rows with the header, and the heads over each column, by their positions: what JSON can hold."""
        return tuple(
            [[(cell.span.start, cell.span.end, cell.height) for cell in row] for row in rows]
            for rows in ((self.header, *self.rows), self.heads)
        )

    @classmethod
    def at(cls, text: str, positions: Positions) -> TableBlock:
        """The table that stands at some positions of a text, in rows between bars."""
        rows, heads = (
            tuple(tuple(Cell(Span(a, b), text[a:b], height) for a, b, height in row) for row in told)
            for told in positions
        )
        return cls(Span(rows[0][0].span.start - 2, rows[-1][-1].span.end + 2), rows[0], rows[1:], heads=heads)

    def on(self, page: Page) -> TableBlock:
        """A table of a text as read, on its page."""
        return TableBlock(
            page.forward(self.span),
            tuple(cell.on(page) for cell in self.header),
            tuple(tuple(cell.on(page) for cell in row) for row in self.rows),
            self.caption,
            tuple(tuple(cell.on(page) for cell in over) for over in self.heads),
        )


def _continued(before: TableBlock, table: TableBlock, between: Sequence[Line]) -> TableBlock:
    """A table, with the title and the heads of the one before where it goes on with that on the next page.

    Nothing but the number of the page stands between them, or 续表, and the heads are told again or left out.
    """
    lines = [line.text for line in between if line.text]
    if table.caption != " ".join(lines[-4:]) or not all(_RUNNING.fullmatch(line) for line in lines):
        return table
    caption = " ".join(filter(None, (before.caption, *(line for line in lines if _UNIT_LINE.search(line)))))
    if table.words and table.words == before.words:
        return replace(table, caption=caption)
    if not table.header and before.header and len(before.heads) == max(map(len, table.rows)):
        return replace(table, caption=caption, header=before.header, heads=before.heads)
    return table


def beside(table: TableBlock) -> tuple[TableBlock, ...]:
    """The tables that stand side by side in one: 收入 | 预算数 | 决算数 | 支出 | 预算数 | 决算数.

    One begins where a column names rows again, and under the same head as the first that does so, or before the same
    heads of numbers.
    """
    lowest = [over[-1].text if over else "" for over in table.heads]
    starts = [0]
    for column in range(2, len(lowest) - 1):
        first, between = lowest[starts[0]], lowest[starts[-1] + 1 : column]
        again = lowest[column] and (
            lowest[column] == first or lowest[column + 1 : column + 1 + len(between)] == between
        )
        if again and any(_numbers(table, at) for at in range(starts[-1] + 1, column)) and _names(table, column):
            starts.append(column)
    if len(starts) == 1:
        return (table,)
    return tuple(_columns(table, *ends) for ends in pairwise((*starts, len(lowest))))


def _columns(table: TableBlock, start: int, end: int) -> TableBlock:
    """Some columns of a table by themselves, rows without anything in them left out."""
    rows = tuple(row[start:end] for row in table.rows)
    kept = tuple(row for row in rows if any(cell.text for cell in row))
    return TableBlock(table.span, table.header[start:end], kept, table.caption, table.heads[start:end])


def _names(table: TableBlock, column: int) -> bool:
    """Whether a column holds names of rows, or the codes before them."""
    return _mostly(table, column, lambda words: _NAME.search(words) is not None)


def _numbers(table: TableBlock, column: int) -> bool:
    """Whether a column holds numbers."""
    return _mostly(table, column, _is_number)


def _mostly(table: TableBlock, column: int, holds: Callable[[str], bool]) -> bool:
    """Whether something holds for most cells of a column that say anything."""
    told = [row[column].text for row in table.rows if column < len(row) and row[column].text]
    return sum(map(holds, told)) * 2 > len(told)


class Tables:
    """The tables among the lines of one text: those a reader has `told`, and those found in it.

    It remembers up to which line each form found none, so that a long run of lines is not gone over from each of them.
    """

    def __init__(self, rows: Sequence[Line], told: Sequence[TableBlock] = ()) -> None:
        self._rows = rows
        self._told = {table.span.start: table for table in told}
        self._last: tuple[TableBlock, int] | None = None  # the table before, and the row after it
        self._barren = dict.fromkeys(FORMS, 0)

    def at(self, at: int) -> tuple[TableBlock | None, int]:
        """The table that begins at row `at`, and the row after it."""
        table, after = self._found(at)
        if table is not None:
            if self._last is not None:
                table = _continued(self._last[0], table, self._rows[self._last[1] : at])
            self._last = table, after
        return table, after

    def _found(self, at: int) -> tuple[TableBlock | None, int]:
        known = self._told.get(self._rows[at].span.start)
        if known is not None:
            after = bisect_left(self._rows, known.span.end, lo=at, key=lambda line: line.span.start)
            return _built(self._rows, at, [[*known.header], *map(list, known.rows)], after, known.heads), after
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


def _barred(rows: Sequence[Line], at: int) -> tuple[TableBlock | None, int]:
    """指标 | 2023年 | 增长: bars between the cells and none before the first, in three rows or more with numbers.

    A row that begins with a bar and ends with none has nothing in its first cell: a head over both rows stands there.
    """
    end = at
    while end < len(rows) and rows[end].text.count("|") >= 2 and not _no_row_between(rows[end].text, end > at):
        end += 1
    cells = [_cells(row, "|") for row in rows[at:end]]
    for row, line in zip(cells, rows[at:end], strict=True):
        if line.text.startswith("|"):
            row.insert(0, Cell(Span(line.span.start, line.span.start), ""))
    again = next((n for n in range(2, len(cells) - 1) if _heads_again(cells, n)), len(cells))
    cells, end = cells[:again], at + again
    if len(cells) < FEWEST or sum(any(_FIGURES.match(c.text) for c in row[1:]) for row in cells) * 3 < len(cells):
        return None, max(end, at + 1)
    return _built(rows, at, cells, end), end


def _no_row_between(text: str, below: bool) -> bool:
    """Whether a line is no row with bars between its cells; one that begins with a bar is one only `below` another."""
    return re.search("[。!?]", text) is not None or (text.startswith("|") and (not below or text.endswith("|")))


def _heads_again(cells: Sequence[Sequence[Cell]], at: int) -> bool:
    """Whether a row of words alone, between two rows with numbers, heads another table."""
    words = [cell.text for cell in cells[at] if cell.text]
    if len(words) < 2 or any(re.search(r"\d|^[-—–/…]+$", word) for word in words):
        return False
    return all(any(_FIGURES.match(cell.text) for cell in cells[other][1:]) for other in (at - 1, at + 1))


def _tabbed(rows: Sequence[Line], at: int) -> tuple[TableBlock | None, int]:
    """Cells parted by tabs, or by two blanks and more, in two rows or more with a number in the columns behind."""
    cells: list[list[Cell]] = []
    parter, end = _parter(rows[at]), at
    if len(_cells(rows[at], parter or "\t")) < 2:
        return None, at + 1
    while parter and end < len(rows) and not re.search(r"[。!?]", rows[end].text):
        alone = parter == "\t" and _section(rows, end, cells)
        if _parter(rows[end]) != parter and not alone:
            break
        cells.append(_cells(rows[end], parter))
        end += 1
    cells = _in_columns(cells, rows[at:end]) if parter == "\t" else _aligned(cells, rows[at:end])
    if len(cells) < 2 or not any(re.search(r"\d", c.text) for row in cells[1:] for c in row[1:]):
        return None, max(end, at + 1)
    return _built(rows, at, cells, end), end


def _section(rows: Sequence[Line], at: int, above: list[list[Cell]]) -> bool:
    """Whether a line without a tab heads rows of the table that goes on right below it: 一、对外贸易."""
    line = rows[at].text
    return (
        len(above) > 0
        and 0 < len(line) <= LONGEST_CELL
        and not _NUMBER_CELL.match(line)
        and not re.search(r"[，;:]", line)
        and at + 1 < len(rows)
        and _parter(rows[at + 1]) == "\t"
        and bool(_NUMBER_CELL.match(rows[at + 1].text.rpartition("\t")[2].strip()))
        and rows[at + 1].text.count("\t") == rows[at - 1].text.count("\t")
    )


def _in_columns(cells: list[list[Cell]], rows: Sequence[Line]) -> list[list[Cell]]:
    """The rows with their empty cells in place, where tabs part the same columns in all of them."""
    full: list[list[Cell]] = []
    for row in rows:  # a tab in front of the first words parts them from a cell without any
        here = Span(row.span.start, row.span.start)
        full.append([Cell(here, "")] * row.indent.count("\t") + _cells(row, "\t", empty=True))
    widest = max((len(row) for row in full), default=0)
    if sum(len(row) == widest for row in full) * 2 < len(full):
        return cells
    ends = [row[-1].span.end if row else 0 for row in full]
    return [row + [Cell(Span(end, end), "")] * (widest - len(row)) for row, end in zip(full, ends, strict=True)]


def _aligned(cells: list[list[Cell]], rows: Sequence[Line]) -> list[list[Cell]]:
    """The rows with their empty cells in place, where blanks set the cells of the fullest one below the other.

    A cell stands in the column that it covers most of, on a screen where a character of Chinese is two wide. Heads that
    stand evenly over the columns behind the first are over as many of them each.
    """
    widest = max(map(len, cells), default=0)
    full = [at for at, row in enumerate(cells) if len(row) == widest]
    if len(full) < 2 or len(full) == len(cells) or widest < 3:
        return cells
    places = [_on_screen(row, line) for row, line in zip(cells, rows, strict=True)]
    columns = [(min(places[at][n][0] for at in full), max(places[at][n][1] for at in full)) for n in range(widest)]
    if any(left[1] > right[0] for left, right in pairwise(columns)):
        return cells
    return [
        row if len(row) == widest else _spread(row, _evenly(row, cells, at) or _below(where, columns), widest)
        for at, (row, where) in enumerate(zip(cells, places, strict=True))
    ]


def _evenly(row: Sequence[Cell], cells: Sequence[Sequence[Cell]], at: int) -> list[int]:
    """The columns of heads that stand evenly over those of the row below, or of that row; nothing for any other row."""
    widest = max(map(len, cells))
    if any(_NUMBER_CELL.match(cell.text) for cell in row) or at >= DEEPEST or at + 1 == len(cells):
        return []
    over, under = len(row) - 1, widest - 1
    if len(row) == under and at and len(cells[at - 1]) < under:  # below heads that stand over several each
        return list(range(1, widest))
    if over and under % over == 0 and len(cells[at + 1]) in (under, widest) and not at:
        return [0, *range(1, widest, under // over)]
    return []


def _below(where: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]]) -> list[int]:
    """The column that each of some stretches covers most of, or stands nearest to, each behind the one before."""
    found: list[int] = []
    for left, (start, end) in enumerate(where, 1 - len(where)):
        free = range(found[-1] + 1 if found else 0, len(columns) + left)
        found.append(max(free, key=lambda n: min(end, columns[n][1]) - max(start, columns[n][0])))
    return found


def _spread(row: Sequence[Cell], columns: Sequence[int], widest: int) -> list[Cell]:
    """A row whose cells stand in some columns, the others empty."""
    by_column = dict(zip(columns, row, strict=True))
    spread: list[Cell] = []
    at = row[0].span.start
    for column in range(widest):
        cell = by_column.get(column, Cell(Span(at, at), ""))
        at = cell.span.end
        spread.append(cell)
    return spread


def _on_screen(row: Sequence[Cell], line: Line) -> list[tuple[int, int]]:
    """From where to where the cells of a line stand on a screen."""
    found: list[tuple[int, int]] = []
    width, at = _width(line.indent), line.span.start
    for cell in row:
        width += _width(line.text[at - line.span.start : cell.span.start - line.span.start])
        found.append((width, width := width + _width(cell.text)))
        at = cell.span.end
    return found


def _width(text: str) -> int:
    """How wide a text stands on a screen."""
    return len(text) + sum(character >= "\u1100" for character in text)


def _parter(line: Line) -> str:
    """What parts the cells of a line: a tab, or two blanks; nothing where neither does."""
    return next((parter for parter in ("\t", "  ") if parter in line.text), "")


def _cells(line: Line, parter: str, empty: bool = False) -> list[Cell]:
    """The cells of a line, empty ones only between bars or where they are asked for."""
    cells, at = [], 0
    pieces = line.text.split(parter) if parter != "  " else re.split(r" {2,}|\u3000+", line.text)
    for piece in pieces:
        start = line.text.index(piece, at) if piece else at
        at = start + len(piece)
        body = piece.strip()
        lead = len(piece) - len(piece.lstrip())
        if body or parter == "|" or empty:
            here = line.span.start + start + lead
            cells.append(Cell(Span(here, here + len(body)), body))
    if parter == "|":
        cells = cells[1:] if line.text.startswith("|") else cells
        cells = cells[:-1] if cells and not cells[-1].text else cells
    return cells


def _a_cell_a_line(rows: Sequence[Line], at: int) -> tuple[TableBlock | None, int]:
    """A table flattened to a cell a line, a blank line between its rows.

    A group of lines is a row where it has as many cells as the header; a group of one is a
    heading between rows, or the rest of a cell that was broken in two.
    """
    groups = _groups(rows, at)
    header, _ = next(groups, ([], at))
    if not _may_head(header):
        return None, at + 1
    body: list[list[Cell]] = []
    measured, end = False, at
    for seen, (group, after) in enumerate(groups):
        if len(group) > 1 and len(group) != len(header):
            if len(body) < 2 or not measured:
                break
            below, last = next(groups, ([], after))
            if not (_may_head(group) and len(below) == len(group)):  # else another table begins
                end = max((after for _, after in groups), default=last)  # what is left of the run is no other table
            break
        end = after
        if len(group) == len(header):
            body.append(group)
            measured = measured or any(_NUMBER_CELL.match(c.text) for c in group[1:])
        if not measured and seen > PATIENCE:
            break
    pairs = len(header) == 2 and not all(_NUMBER_CELL.match(number.text) for _, number in body)
    if len(body) < 2 or not measured or pairs:  # two lines and two more may be anything
        return None, at + 1
    return _built(rows, at, [header, *body], end), end


def _in_step(rows: Sequence[Line], at: int) -> tuple[TableBlock | None, int]:
    """A table copied a cell a line, with nothing to tell its rows apart but that they are all of one form.

    Three lines of heads or more, and behind them again and again as many: a name, perhaps a unit, numbers.
    """
    words = list(
        islice(takewhile(lambda line: not _is_number(rows[line].text), _short_lines(rows, at)), MOST_HEADS + 3)
    )
    for width in (len(words) - 1, len(words) - 2):  # behind the heads stand a name and perhaps a unit, then a number
        if not FEWEST_HEADS <= width <= MOST_HEADS:
            continue
        lines = _short_lines(rows, at)
        header = _of_lines(rows, islice(lines, width))
        body: list[list[Cell]] = []
        form: tuple[bool, ...] = ()
        while len(row := _of_lines(rows, islice(lines, width))) == width and (told := _form(row)):
            if body and told != form:
                break
            body.append(row)
            form = told
        if len(body) >= SURE_ROWS and _AMOUNTS.search(" ".join(cell.text for cell in header[1:])):
            end = bisect_left(rows, body[-1][-1].span.end, lo=at, key=lambda line: line.span.start)
            return _built(rows, at, [header, *body], end), end
    return None, at + 1


def _of_lines(rows: Sequence[Line], lines: Iterable[int]) -> list[Cell]:
    """A cell of each of some lines."""
    return [Cell(rows[line].span, rows[line].text) for line in lines]


def _short_lines(rows: Sequence[Line], at: int) -> Iterator[int]:
    """The lines from `at` on that can each be a cell, up to the first that cannot; no blank one."""
    blanks = 0
    for index in range(at, len(rows)):
        text = rows[index].text
        blanks = 0 if text else blanks + 1
        if blanks > MOST_BLANKS or len(text) > LONGEST_CELL or re.search(r"[。;!?，|\t]", text):
            return
        if text:
            yield index


def _form(row: Sequence[Cell]) -> tuple[bool, ...]:
    """Which cells of a row are numbers; nothing where it is no name, perhaps with a unit, and numbers behind it."""
    form = tuple(_is_number(cell.text) for cell in row)
    named = not form[0] and re.search("[一-龥]", row[0].text) is not None
    return form if named and all(form[2:]) else ()


def _is_number(text: str) -> bool:
    """Whether a cell holds a number, or a dash in its place."""
    return text in DASHES or _NUMBER_CELL.match(text) is not None


def _may_head(group: Sequence[Cell]) -> bool:
    """Whether a group of lines may be the header of a table: two cells or more, and no number."""
    return 2 <= len(group) <= WIDEST and not any(_NUMBER_CELL.match(c.text) for c in group)


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


def _built(
    rows: Sequence[Line], at: int, cells: list[list[Cell]], end: int, known: tuple[tuple[Cell, ...], ...] = ()
) -> TableBlock:
    """The table of some cells; `known` are the heads that its first row is, where the reader has told them."""
    titles: list[str] = []
    while len(cells) > 1 and len(cells[0]) > 1 and (title := _title(cells[0])):
        titles.append(title)
        cells, known = cells[1:], ()
    cells = [row for row in cells[: DEEPEST + 1] if not _formulas(row)] + cells[DEEPEST + 1 :]
    depth = _depth(cells, bool(known))
    return TableBlock(
        Span(rows[at].span.start, rows[end - 1].span.end),
        tuple(cells[depth - 1]) if depth else (),
        tuple(tuple(r) for r in cells[depth:]),
        " ".join((*_caption(rows, at), *titles)),
        _heads(cells[:depth], known),
    )


def _formulas(row: Sequence[Cell]) -> bool:
    """Whether a row only tells how its columns are reckoned from one another: 公式 | A=B+C | B | C."""
    told = [cell.text for cell in row if cell.text]
    said = sum(_FORMULA.fullmatch(text) is not None for text in told)
    return said > 1 and len(told) - said < 2 and any(re.search("[=A-Z]", text) for text in told[1:])


def _title(row: Sequence[Cell]) -> str:
    """The title that a row over all columns is, in one cell or the same in each; nothing for other rows."""
    texts = [cell.text for cell in row if cell.text]
    if len(texts) == 1:
        return texts[0]
    same = len(texts) > 2 and len(set(texts[1:])) == 1 and texts[0].startswith(texts[1])
    return texts[0] if same and len(texts[1]) > 4 else ""


def _depth(cells: list[list[Cell]], known: bool = False) -> int:
    """How many rows are heads: none where the first has numbers; more than one where the next completes it.

    The first is one where that is `known`.

    A row of a single cell heads the rows below it and no columns.
    """
    if not known and (not cells or _valued(cells[0]) or (len(cells[0]) > 1 and ORDINAL.match(cells[0][0].text))):
        return 0
    depth = 1
    while depth < min(len(cells) - 1, DEEPEST) and not _valued(cells[depth]) and _completes(cells[depth]):
        depth += 1
    return depth


def _valued(row: Sequence[Cell]) -> bool:
    """Whether a row has a number, or a dash in its place; years one after the other are heads: 2021, 2022."""
    cells = row[1:] or row
    if any(c.text in DASHES or (_NUMBER_CELL.match(c.text) and not _YEAR_CELL.fullmatch(c.text)) for c in cells):
        return True
    bare = [int(cell.text) for cell in cells if cell.text.isdecimal()]
    steps = {later - earlier for earlier, later in pairwise(bare)}
    return bool(bare) and not (all(year in YEARS for year in bare) and len(steps) < 2 and 0 not in steps)


def _completes(row: Sequence[Cell]) -> bool:
    """Whether a row without numbers goes on with the heads above it: several words, or no word in front."""
    filled = [at for at, cell in enumerate(row) if cell.text]
    if any(_MEASURED.search(cell.text) for cell in row):
        return False
    return len(filled) > 1 and (filled[0] > 0 or len(filled) > len(row) // 2)


def _heads(rows: Sequence[Sequence[Cell]], known: Sequence[tuple[Cell, ...]] = ()) -> tuple[tuple[Cell, ...], ...]:
    """For each column the heads over it from the top down; a head over several columns stands in the first of them.

    Those of the first row may be `known`.
    """
    paths: list[list[Cell]] = [[] for _ in range(max((len(row) for row in rows), default=0))]
    for path, told in zip(paths, known, strict=False):
        path += told
    for depth, row in enumerate(rows[1:] if known else rows, bool(known)):
        over: Cell | None = None
        for column, path in enumerate(paths):
            own = row[column] if column < len(row) and row[column].text else None
            below = rows[depth + 1 :]
            if own is None and column and below and any(column < len(r) and r[column].text for r in below):
                own = over
            over = own
            if own is not None and all(own.text != cell.text for cell in path):
                path.append(own)
    return tuple(map(tuple, paths))


def _caption(rows: Sequence[Line], at: int) -> list[str]:
    """Up to four lines right above the table: its title, its unit (单位:亿元); nothing from a sentence on."""
    above: list[str] = []
    for line in reversed(rows[max(0, at - 8) : at]):
        spoken = re.search(r"[。;!?]|[,，].*[,，]", line.text) and not _UNIT_LINE.search(line.text)
        if len(above) == 4 or len(line.text) > 60 or spoken:
            break
        if line.text.startswith("|") or "\t" in line.text or CONTENTS.search(line.text):
            break
        if _TITLE_END.search(line.text) and any(_TITLE_END.search(below) for below in above):
            break  # the title of what stands before this table
        if line.text:
            above.append(line.text)
        if NUMBERED_TITLE.match(line.text):
            break
    return above[::-1]


FORMS = (_piped, _barred, _tabbed, _a_cell_a_line, _in_step)
