"""What PDFium finds on the pages of a PDF: characters where they stand, and the straight lines drawn there.

PDFium is not safe for threads: one process reads one file at a time.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

ASKED = ("Title", "Author", "CreationDate")
MOST_PAGES = 3000  # pages of a file
MOST_CHARACTERS = 60_000  # of a page
MOST_SHAPES = 20_000  # of a page; a drawing or a map has more, and no table in it
NESTED = 4  # drawings in drawings
THICKEST = 3.0  # points: a line drawn as a box
BOX = 6  # segments
SHORTEST = 4.0  # points: what is shorter is a dash or a dot


class Char(NamedTuple):
    """A character from `x0` to `x1` on the base line `y`, counted upwards; `size` is about its height."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


class RuledLine(NamedTuple):
    """A straight line, across or down the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def across(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.y1 - self.y0


class PdfSheet(NamedTuple):
    """A page, its origin at the lower left, turned by so many quarters that its words stand upright."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[RuledLine, ...]
    turn: int = 0


class Locked(Exception):
    """A password is needed."""


class Damaged(Exception):
    """The file cannot be opened."""


class TooLong(Exception):
    """The file has more pages than any document."""


def sheets(data: bytes) -> Iterator[PdfSheet]:
    """The pages one after the other."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise (Locked if "assword" in str(error) or "ecurity" in str(error) else Damaged) from error
    try:
        if len(document) > MOST_PAGES:
            raise TooLong(len(document))
        for number in range(len(document)):
            try:
                page = document[number]
            except pypdfium2.PdfiumError:  # a page that is not there: the others are
                yield PdfSheet(number + 1, 0, 0, (), ())
                continue
            yield _sheet(page, number + 1)
            page.close()
    finally:
        document.close()


def information(data: bytes) -> dict[str, str]:
    """What the file says of itself: its title, its author, its date; nothing where that cannot be read."""
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            return {key: value for key in ASKED if (value := str(document.get_metadata_value(key)))}
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError):
        return {}


def _sheet(page: Any, number: int) -> PdfSheet:
    left, bottom, right, top = page.get_cropbox()
    found, turns = _characters(page)
    turn = turns.most_common(1)[0][0] if turns else 0
    chars, rules = [], []
    for char, own in found:
        if own == turn and left - 1 <= char.x0 <= right + 1 and bottom - 1 <= char.y <= top + 1:
            chars.append(_turned(char, turn))
    shapes = [0]
    for rule in _rules(page, shapes) if chars else ():
        rules.append(turned_rule(rule, turn))
    if shapes[0] > MOST_SHAPES:
        rules = []
    width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
    return PdfSheet(number, width, height, tuple(_once(chars)), tuple(rules), turn)


def _characters(page: Any) -> tuple[list[tuple[Char, int]], Counter[int]]:
    """The characters with their quarter turns, in the order of the file, and how many there are of each turn."""
    text = page.get_textpage()
    raw = text.raw
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found: list[tuple[Char, int]] = []
    turns: Counter[int] = Counter()
    for at in range(min(pdfium.FPDFText_CountChars(raw), MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(raw, at)
        if code in (0xFFFE, 2):  # a hyphen at the end of a line
            code = 0x2D
        if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code == 0xFFFF:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, at, box) or box.left == box.right:  # a blank of PDFium's own
            continue
        pdfium.FPDFText_GetCharOrigin(raw, at, x, y)
        angle = pdfium.FPDFText_GetCharAngle(raw, at)
        turn = round(angle / (math.pi / 2))
        if abs(angle - turn * math.pi / 2) > 0.1 or not _sound(
            box.left, box.right, box.top, box.bottom, x.value, y.value
        ):
            continue  # a watermark across the page
        turn = -turn % 4  # PDFium counts clockwise
        if turn % 2:
            x0, x1, size = min(box.bottom, box.top), max(box.bottom, box.top), abs(box.right - box.left)
            char = Char(chr(code), x0, x1, x.value, size)
        else:
            char = Char(chr(code), box.left, box.right, y.value, abs(box.top - box.bottom))
        found.append((char, turn))
        if code > 32:
            turns[turn] += 1
    text.close()
    return found, turns


def _sound(*values: float) -> bool:
    return all(math.isfinite(value) and abs(value) < 1e5 for value in values)


def _turned(char: Char, turn: int) -> Char:
    """The character as it stands once the page is turned upright."""
    match turn:
        case 0:
            return char
        case 1:
            return char._replace(y=-char.y)
        case 2:
            return char._replace(x0=-char.x1, x1=-char.x0, y=-char.y)
    return char._replace(x0=-char.x1, x1=-char.x0)


def turned_rule(rule: RuledLine, turn: int) -> RuledLine:
    """A line or box as it lies on a page that is turned so many quarters.

    >>> rule = RuledLine(1, 2, 3, 5)
    >>> turned_rule(rule, 1), turned_rule(turned_rule(rule, 1), 3) == rule
    (RuledLine(x0=2, y0=-3, x1=5, y1=-1), True)
    """
    x0, y0, x1, y1 = rule
    match turn:
        case 0:
            return rule
        case 1:
            return RuledLine(y0, -x1, y1, -x0)
        case 2:
            return RuledLine(-x1, -y1, -x0, -y0)
    return RuledLine(-y1, x0, -y0, x1)


def _once(chars: list[Char]) -> Iterator[Char]:
    """Each character once: bold type is sometimes made by printing it twice, a hair apart."""
    seen: dict[tuple[str, int, int], Char] = {}
    for char in chars:
        if char.text.isspace():
            yield char
            continue
        column, row = int(char.x0 // 4), int(char.y // 4)
        near = (seen.get((char.text, column + i, row + j)) for i in (-1, 0, 1) for j in (-1, 0, 1))
        reach = 0.25 * min(char.size, char.x1 - char.x0)
        if any(c and abs(c.x0 - char.x0) < reach and abs(c.y - char.y) < reach for c in near):
            continue
        seen[char.text, column, row] = char
        yield char


def _rules(page: Any, shapes: list[int]) -> Iterator[RuledLine]:
    """The straight lines of the page, edges of boxes too; `shapes` counts what was looked at."""
    for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_SHAPES)):
        yield from _lines_of(pdfium.FPDFPage_GetObject(page.raw, at), (1, 0, 0, 1, 0, 0), shapes, NESTED)


Matrix = tuple[float, float, float, float, float, float]


def _lines_of(shape: Any, outer: Matrix, shapes: list[int], depth: int) -> Iterator[RuledLine]:
    kind = pdfium.FPDFPageObj_GetType(shape)
    if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM) or shapes[0] > MOST_SHAPES:
        return
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, own)
    matrix = _product((own.a, own.b, own.c, own.d, own.e, own.f), outer)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        for at in range(min(pdfium.FPDFFormObj_CountObjects(shape), MOST_SHAPES) if depth else 0):
            yield from _lines_of(pdfium.FPDFFormObj_GetObject(shape, at), matrix, shapes, depth - 1)
        return
    if _shaded(shape):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start = previous = (0.0, 0.0)
    count = pdfium.FPDFPath_CountSegments(shape)
    shapes[0] += count
    for at in range(min(count, MOST_SHAPES)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        a, b, c, d, e, f = matrix
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(previous, point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _straight(point, start)
        previous = point


def _shaded(path: Any) -> bool:
    """Whether a path is a plain box that is filled and has no outline: the ground of a row or of a cell, no line."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    known = pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not known or not fill.value or stroke.value or pdfium.FPDFPath_CountSegments(path) > BOX:
        return False
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    bounded = pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top)
    return bool(bounded) and min(right.value - left.value, top.value - bottom.value) > THICKEST


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[RuledLine]:
    """The line between two points where it is level or upright, and long enough."""
    (x0, y0), (x1, y1) = one, other
    if not _sound(x0, y0, x1, y1):
        return
    width, height = abs(x1 - x0), abs(y1 - y0)
    if max(width, height) >= SHORTEST and min(width, height) <= 1:
        yield RuledLine(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
