"""Lines and tables, as the readers of formats with a layout find them, set out as one text with landmarks.

A table becomes rows of cells between bars, empty ones kept, so that every value stays under its header.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from consistency.patterns import lazy
from consistency.radicals import characters

Landmarks = tuple[tuple[int, str], ...]

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
    """

    text: str
    label: str
    further: tuple[tuple[int, str], ...] = ()
    origin: Origin = field(default=(), repr=False, compare=False)
    skipped: int = field(default=0, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class LaidOutTable:
    """Rows of cells, all of one length; a cell without text keeps its place. The first row is the header."""

    rows: tuple[tuple[LaidOutLine, ...], ...]


Piece = LaidOutLine | LaidOutTable


def set_out(pieces: Iterable[Piece]) -> tuple[str, Landmarks]:
    """The text of the pieces, a line each, and where each of them and each cell begins.

    >>> set_out([Line("2024年", "¶1"), Table(((Line("", "A1"), Line("总值", "B1")),))])
    ('2024年\\n|  | 总值 |\\n', ((0, '¶1'), (11, 'B1')))
    """
    text, placed = placing(pieces)
    marks: list[tuple[int, str]] = []
    for at, cut, line in placed:
        marks.append((at, line.label))
        marks += [(at + max(0, offset - cut), label) for offset, label in line.further]
    return text, tuple(marks)


def placing(pieces: Iterable[Piece]) -> tuple[str, list[tuple[int, int, LaidOutLine]]]:
    """The text of the pieces, and each line and cell in it: where it begins, how much of its beginning is left out."""
    parts: list[str] = []
    placed: list[tuple[int, int, LaidOutLine]] = []
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
    return "".join(parts), placed


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
