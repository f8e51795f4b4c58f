"""Characters of a page as lines of text: by their height on the page, then from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from consistency.patterns import lazy
from consistency.readers.laid_out import SUPERSCRIPTS, tidy
from consistency.readers.pdf_characters import Char

APART = 0.5  # of the type size: base lines further apart are lines of their own
WORD_GAP = 0.22  # of the type size: letters and figures further apart are two words
WIDE_GAP = 1.6  # of the type size: what stands so far apart are parts of a table or of a list

_LATIN = lazy("[!-~\u00c0-\u024f]")
HAN = lazy("[\u2e80-\u2fdf\u3400-\u9fff]")
# Marks that begin no line, and that end none; quotes are neither parted from what is before nor from what is after.
_NEVER_FIRST = frozenset("，。、；：！？）》〉】』」〕％‰℃…—·,.;:!?)]}%“”‘’")
_NEVER_LAST = frozenset("（《〈【『「〔([{“”‘’—…")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line without a wide gap in it."""

    x0: float
    x1: float
    text: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line as printed. `lead` is the width of its first word, which is not broken; `column` is 0 for the whole page.

    `sure` is whether enough Chinese stands in it to know its type size.
    """

    parts: tuple[Part, ...]
    y: float
    size: float
    lead: float
    column: int = 0
    sure: bool = True
    chars: tuple[Char, ...] = ()

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(part.text for part in self.parts)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.parts[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.parts[-1].x1


def gone_on(text: str, line: str) -> str:
    """A text that goes on in the next line: figures run on, words of letters have a blank between them, Chinese none.

    >>> gone_on("实际使用外资", "FDI"), gone_on("GDP", "growth")
    ('实际使用外资FDI', 'GDP growth')
    """
    if not text or not line:
        return text + line
    words = text[-1].isascii() and line[0].isascii()
    apart = words and (text[-1].isalpha() or line[0].isalpha()) and not text.endswith("-")
    return text + (" " if apart else "") + line


def run_in(chars: Sequence[Char]) -> list[str]:
    """The lines of a table's cell from the top down."""
    return [line.text for row in rows_of(chars) if (line := line_of(row, 0))]


def lines_of(chars: Sequence[Char], column: int = 0) -> list[TextLine]:
    """The lines of a column from the top down."""
    return [made for row in rows_of(chars) if (made := line_of(row, column))]


def rows_of(chars: Sequence[Char]) -> list[list[Char]]:
    """The characters of each line, from left to right; lines from the top down."""
    rows: list[list[Char]] = []
    base = size = 0.0
    for char in sorted(chars, key=lambda c: -c.y):
        if rows and base - char.y <= APART * max(size, char.size * 0.8):
            rows[-1].append(char)
            if char.size > 1.15 * size:
                base, size = char.y, char.size * 0.8
        else:
            rows.append([char])
            base, size = char.y, char.size * 0.8
    return [sorted(row, key=lambda c: c.x0) for row in rows]


def line_of(row: list[Char], column: int) -> TextLine | None:
    """The line that characters on one height make; None for blanks."""
    seen = [c for c in row if not c.text.isspace()]
    if not seen:
        return None
    size = type_size(seen)
    base = median(c.y for c in seen)
    parts: list[tuple[float, float, list[str]]] = []
    blank = False
    previous: Char | None = None
    for char in row:
        if char.text.isspace():
            blank = True
            continue
        gap = char.x0 - previous.x1 if previous else 0.0
        if previous is None or gap > WIDE_GAP * size:
            parts.append((char.x0, char.x1, []))
        elif _spaced(previous, char, gap, size, blank):
            parts[-1][2].append(" ")
        raised = char.text.isascii() and _em(char) < 0.8 * size and char.y > base + 0.15 * size
        parts[-1][2].append(char.text.translate(SUPERSCRIPTS) if raised else char.text)
        parts[-1] = (parts[-1][0], max(parts[-1][1], char.x1), parts[-1][2])
        previous, blank = char, False
    made = tuple(Part(x0, x1, text) for x0, x1, words in parts if (text := tidy("".join(words))))
    sure = sum(bool(HAN.match(c.text)) for c in seen) > 3
    return TextLine(made, base, size, _lead(seen), column, sure, tuple(row)) if made else None


def _em(char: Char) -> float:
    """The type size, as far as a character tells: a Chinese one is as wide as high."""
    return char.x1 - char.x0 if HAN.match(char.text) else char.size * 0.8


def type_size(chars: Sequence[Char]) -> float:
    """The type size of characters: that of its Chinese characters, where it has some."""
    return median([_em(c) for c in chars if HAN.match(c.text)] or [_em(c) for c in chars])


def _spaced(before: Char, after: Char, gap: float, size: float, blank: bool) -> bool:
    """Whether a blank stands between two characters: Chinese has none but a wide one."""
    latin = bool(_LATIN.match(before.text)), bool(_LATIN.match(after.text))
    if all(latin):
        figures = before.text in "0123456789.," and after.text in "0123456789.,%"
        return (blank and not figures) or gap > (2 * WORD_GAP if figures and not blank else WORD_GAP) * size
    return gap > 0.8 * size or (blank and any(latin) and gap > WORD_GAP * size)


def _lead(chars: list[Char]) -> float:
    """The width of the first word, in which no line is broken: letters and figures, marks with their word."""
    at = 1
    while at < len(chars):
        before, after = chars[at - 1], chars[at]
        latin = _LATIN.match(before.text) and _LATIN.match(after.text)
        if after.x0 - before.x1 > WORD_GAP * _em(after) and latin:
            break
        if not (latin or after.text in _NEVER_FIRST or before.text in _NEVER_LAST):
            break
        at += 1
    return chars[at - 1].x1 - chars[0].x0
