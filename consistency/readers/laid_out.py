"""Lines and tables, as the readers of formats with a layout find them, set out as one text with landmarks.

A table becomes rows of cells between bars, empty ones kept, so that every value stays under its header.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from consistency.model import Context, Document, Problem
from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.radicals import characters
from consistency.readers.refusals import Refusal
from consistency.text.tables import Cell, TableBlock

Landmarks = tuple[tuple[int, str], ...]
UNTOLD = Context()  # where a format says nothing of its document beside the text


class SetOut(NamedTuple):
    """A text as it was set out, with its landmarks, and its tables by their positions in it."""

    text: str
    landmarks: Landmarks
    tables: tuple[TableBlock, ...] = ()

    def document(self, path: str, encoding: str = "utf-8", properties: Context = UNTOLD) -> Document | Problem:
        """The document at a path whose text this is, or that there is no text in it."""
        if not self.text.strip():
            return Refusal.BLANK.of(path)
        return Document(path, self.text, encoding, self.landmarks, properties, tables=self.tables)


# What a page shows as nothing: it would stand in the middle of numbers and words.
UNSEEN = lazy("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe0e\ufe0f]")
# Raised figures stay raised where they lose their format, lest 10⁴ become 104.
SUPERSCRIPTS = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_LINE_ENDS = lazy("[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")
_CONTROLS = lazy("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]+")
_BLANKS = lazy("[ \u00a0\u2000-\u200a\u202f\u205f]+")
_UNTIDY = lazy(
    "[^\t !-~\u00a1-\u00ac\u00ae-\u034e\u0370-\u061b\u061d-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2e7f\u2fe0-\ud7ff"
    "\ue000-\ufdff\ufe10-\ufefe\uff00-\U0010ffff]|  "
)  # all that has to be changed is outside of these; some of what is outside need not be
_BARS = str.maketrans("|｜", "¦¦")
_CHINESE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffee\u3000-\u303f“”‘’—…·①-⒛\U00020000-\U0003ffff]"
_RUN_ON = lazy(f"{_CHINESE}$"), lazy(f"^{_CHINESE}")


# Words as they stand in the original, in order, each with what holds them there: an element, or nothing where the
# reader has put them in. It is for whoever writes into the original; readers do not look at it.
Origin = Sequence[tuple[str, object]]


@dataclass(frozen=True, slots=True)
class LaidOutLine:
    """A line of text and how its reader would name the place; `further` places begin within it, at (offset, label).

    `origin` is what it was taken from, and `skipped` how many of the characters there belong to lines before it.
    A cell of a table may cover several rows: its `height`.
    """

    text: str
    label: str
    further: tuple[tuple[int, str], ...] = ()
    origin: Origin = field(default=(), repr=False, compare=False)
    skipped: int = field(default=0, repr=False, compare=False)
    height: int = 1


@dataclass(frozen=True, slots=True)
class LaidOutTable:
    """Rows of cells, all of one length; a cell without text keeps its place. The first row is the header.

    `heads` are the words over each column from the top down, which make that row, where the format tells them.
    """

    rows: tuple[tuple[LaidOutLine, ...], ...]
    heads: tuple[tuple[str, ...], ...] = ()


Piece = LaidOutLine | LaidOutTable


def set_out(pieces: Sequence[Piece]) -> SetOut:
    """The text of the pieces, a line each, where each of them and each cell begins, and the tables in it.

    >>> set_out([LaidOutLine("2024年", "¶1"), LaidOutTable(((LaidOutLine("", "A1"), LaidOutLine("总值", "B1")),))])[:2]
    ('2024年\\n|  | 总值 |\\n', ((0, '¶1'), (11, 'B1')))
    """
    text, placed, starts = placing(pieces)
    marks: list[tuple[int, str]] = []
    for at, cut, line in placed:
        marks.append((at, line.label))
        marks += [(at + max(0, offset - cut), label) for offset, label in line.further]
    tables = [piece for piece in pieces if isinstance(piece, LaidOutTable) and piece.rows]
    return SetOut(text, tuple(marks), tuple(map(_known, tables, starts)))


def _known(table: LaidOutTable, at: int) -> TableBlock:
    """A table whose first row begins at a position of the text, by the positions of its cells."""
    start, rows = at, []
    for row in table.rows:
        cells = []
        for cell in row:
            at += 2
            cells.append(Cell(Span(at, at + len(cell.text)), cell.text.translate(_BARS), cell.height))
            at += len(cell.text) + 1
        rows.append(tuple(cells))
        at += 2
    heads = tuple(map(_parts, rows[0], table.heads))
    return TableBlock(Span(start, at - 1), rows[0], tuple(rows[1:]), heads=heads)


def _parts(header: Cell, heads: Sequence[str]) -> tuple[Cell, ...]:
    """The heads over a column as they stand one behind the other in the cell of the header."""
    found, at = [], 0
    for words in heads:
        words = words.translate(_BARS)
        at = header.text.index(words, at)
        found.append(Cell(Span(header.span.start + at, header.span.start + at + len(words)), words))
        at += len(words)
    return tuple(found)


class Placed(NamedTuple):
    """A text, each line and cell in it, and where its tables begin.

    Of lines and cells is told where they begin and how much of their beginning is left out.
    """

    text: str
    lines: list[tuple[int, int, LaidOutLine]]
    tables: list[int]


def placing(pieces: Iterable[Piece]) -> Placed:
    """The text of the pieces, and where each of them stands in it."""
    parts: list[str] = []
    placed: list[tuple[int, int, LaidOutLine]] = []
    tables: list[int] = []
    at, after_table = 0, False
    for piece in pieces:
        if isinstance(piece, LaidOutLine):
            if line := piece.text.lstrip("| "):  # a line that begins with a bar would be taken for a row
                placed.append((at, len(piece.text) - len(line), piece))
                parts.append(line + "\n")
                at += len(parts[-1])
                after_table = False
            continue
        if after_table:  # else the two would be read as one
            parts.append("\n")
            at += 1
        if piece.rows:
            tables.append(at)
        for row in piece.rows:
            parts.append("|")
            at += 1
            for cell in row:
                if cell.text:
                    placed.append((at + 1, 0, cell))
                parts.append(f" {cell.text.translate(_BARS)} |")
                at += len(cell.text) + 3
            parts.append("\n")
            at += 1
        after_table = bool(piece.rows)
    return Placed("".join(parts), placed, tables)


def tidy(text: str) -> str:
    """A piece of text as it is seen: on one line, blanks as one, nothing unseen in it, characters for radicals.

    >>> tidy(" 增⻓\\u200b6.7\\u00a0 %\\n")
    '增长6.7 %'
    """
    if not _UNTIDY.search(text):  # most often
        return text.strip()
    if _LINE_ENDS.search(text):
        text = run_on(_LINE_ENDS.split(text))
    return _BLANKS.sub(" ", _CONTROLS.sub("", UNSEEN.sub("", characters(text)))).strip()


def run_on(lines: Iterable[str]) -> str:
    """Lines of one paragraph or cell as one: a blank between them unless Chinese meets Chinese.

    >>> run_on(["地区生产", "总值", "GDP", "(亿元)"])
    '地区生产总值 GDP (亿元)'
    """
    whole = ""
    for line in lines:
        line = line.strip()
        if not line:
            continue
        chinese = not whole or (_RUN_ON[0].search(whole) and _RUN_ON[1].match(line))
        whole += line if chinese else " " + line
    return whole
