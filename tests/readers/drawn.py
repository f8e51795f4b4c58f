"""PDF pages drawn character by character, to put each thing just where a test needs it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
SIZE = 12
WIDTH, HEIGHT = 595, 842
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

Draw = Callable[[Canvas], None]


def drawn(*pages: Draw, password: str = "", owner: str = "") -> bytes:
    """A file of pages, each drawn by a function."""
    held = io.BytesIO()
    lock = StandardEncryption(password, owner, strength=128) if password or owner else None
    canvas = Canvas(held, pagesize=(WIDTH, HEIGHT), encrypt=lock)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def text(*lines: tuple[float, float, str], size: float = SIZE) -> Draw:
    """Lines of text at (x, y)."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        for x, y, words in lines:
            canvas.drawString(x, y, words)

    return draw


def broken(words: str, columns: int = 37, indent: int = 2) -> list[str]:
    """A paragraph as an editor's program breaks it, in lines `columns` characters wide."""
    lines: list[str] = [""]
    room = float(columns - indent)
    for at, char in enumerate(words):
        need = pdfmetrics.stringWidth(char, FONT, 1)
        kept = 1.0 if words[at + 1 : at + 2] in ("，", "。", "；") else 0.0  # which begins no line
        if room < need + kept:
            lines.append("")
            room = float(columns)
        lines[-1] += char
        room -= need
    return lines


def wrapped(words: str, x: float = 72, y: float = 760, columns: int = 37, indent: int = 2) -> Draw:
    """A paragraph set in, line by line."""
    lines = enumerate(broken(words, columns, indent))
    return text(*[(x + (SIZE * indent if n == 0 else 0), y - 20.0 * n, line) for n, line in lines])


def table(
    xs: Sequence[float], ys: Sequence[float], words: dict[tuple[int, int], str], missing: Sequence[str] = ()
) -> Draw:
    """A ruled table: columns between `xs`, rows between `ys` from the top; words by (row, column).

    `missing` are edges that a merged cell does not have, as "v ROW X" or "h Y COLUMN".
    """

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        for n, y in enumerate(ys):
            for column in range(len(xs) - 1):
                if f"h {n} {column}" not in missing:
                    canvas.line(xs[column], y, xs[column + 1], y)
        for n, x in enumerate(xs):
            for row in range(len(ys) - 1):
                if f"v {row} {n}" not in missing:
                    canvas.line(x, ys[row], x, ys[row + 1])
        for (row, column), cell in words.items():
            for at, line in enumerate(cell.split("\n")):
                canvas.drawString(xs[column] + 4, ys[row] - 14 - 14 * at, line)

    return draw


def both(*draws: Draw) -> Draw:
    """Several drawings on one page."""

    def draw(canvas: Canvas) -> None:
        for each in draws:
            each(canvas)

    return draw
