"""OFD files (GB/T 33190): a ZIP of XML in which every character has its place, laid out as the pages of a PDF are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from consistency.model import Context, Document, Problem
from consistency.patterns import lazy
from consistency.readers.laid_out import set_out
from consistency.readers.packages import Package, Unreadable, child, local
from consistency.readers.pdf_characters import MOST_CHARACTERS, MOST_PAGES, MOST_SHAPES, Char, PdfSheet, RuledLine
from consistency.readers.pdf_paragraphs import flowing
from consistency.readers.pdf_text import pages_of
from consistency.readers.properties import context
from consistency.readers.refusals import Refusal

_POINTS = 72 / 25.4  # in a millimetre, in which OFD counts
_BOX = (0.0, 0.0, 210.0, 297.0)  # A4
LEAST = 0.5  # of the pages have text; with less the file is a scan with a cover
NESTED = 8  # blocks in blocks

_Matrix = tuple[float, float, float, float, float, float]
_STEP = lazy(r"\s*([MLBQAC])\s*((?:[-+.\deE]+\s*)*)")


class _Frame(NamedTuple):
    """The page that objects lie on: its height, and where it begins."""

    left: float
    top: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point in points, counted upwards from the lower left corner."""
        return (x - self.left) * _POINTS, (self.height - (y - self.top)) * _POINTS


def read_ofd(path: str, data: bytes) -> Document | Problem:
    """The text, paragraphs joined over lines and pages; places are told as page and line, p3:12."""
    try:
        package = Package(data, "OFD")
        sheets = [*_sheets(package)]
    except Unreadable as refused:
        return refused.of(path, "OFD")
    pages = pages_of(sheets)
    filled = sum(bool(page.items) for page in pages)
    if not filled or filled < LEAST * len(pages):
        return Refusal.NO_TEXT.of(path, pages=len(pages))
    return set_out(flowing(pages)).document(path, properties=_properties(package))


def _sheets(package: Package) -> Iterator[PdfSheet]:
    """The pages of all documents in the file, in order."""
    number = 0
    for body in (each for each in package.tree("OFD.xml") if local(each) == "DocBody"):
        root = _text(child(body, "DocRoot"))
        if not root:
            continue
        document = package.tree(_place("OFD.xml", root))
        usual = _numbers(_text(child(document, "CommonData", "PageArea", "PhysicalBox")))
        pages = child(document, "Pages")
        for page in pages if pages is not None else ():
            number += 1
            if number > MOST_PAGES:
                raise Unreadable(Refusal.TOO_MUCH, count=number, limit=MOST_PAGES)
            name = _place(_place("OFD.xml", root), page.get("BaseLoc", ""))
            yield _sheet(package.tree(name) if package.has(name) else None, usual, number)


def _sheet(page: etree._Element | None, usual: Sequence[float], number: int) -> PdfSheet:
    own = _numbers(_text(child(page, "Area", "PhysicalBox")))
    left, top, width, height = next((box for box in (own, usual) if len(box) == 4), _BOX)
    frame = _Frame(left, top, height)
    chars: list[Char] = []
    rules: list[RuledLine] = []
    content = child(page, "Content")
    if content is not None:
        _gather(content, frame, chars, rules, NESTED)
    return PdfSheet(number, width * _POINTS, height * _POINTS, tuple(chars), tuple(rules))


def _gather(block: etree._Element, frame: _Frame, chars: list[Char], rules: list[RuledLine], depth: int) -> None:
    """Add what is in a layer or block."""
    for each in block:
        match local(each):
            case "TextObject":
                if len(chars) < MOST_CHARACTERS and each.get("Visible") != "false":
                    chars += _characters(each, frame)
            case "PathObject":
                if len(rules) < MOST_SHAPES and each.get("Stroke") != "false":
                    rules += _lines(each, frame)
            case "PageBlock" | "Layer" if depth:
                _gather(each, frame, chars, rules, depth - 1)


def _characters(each: etree._Element, frame: _Frame) -> Iterator[Char]:
    """The characters of a text object, each where its steps to the right and down lead."""
    to_page, size = _to_page(each), _number(each.get("Size"), 4.0)
    a, _, _, d, _, _ = to_page
    for code in (one for one in each if local(one) == "TextCode"):
        x, y = _number(code.get("X"), 0.0), _number(code.get("Y"), 0.0)
        across, down = _steps(code.get("DeltaX", "")), _steps(code.get("DeltaY", ""))
        words = code.text or ""
        for at, letter in enumerate(words):
            left, base = _at(to_page, x, y)
            step = across[at] if at < len(across) else 0.0
            wide = step if 0 < step < size else size * (0.5 if letter.isascii() else 1.0)
            x0, low = frame.point(left, base)
            yield Char(letter, x0, x0 + abs(a) * wide * _POINTS, low, abs(d) * size * _POINTS * 1.1)
            x, y = x + (step or wide if not down else step), y + (down[at] if at < len(down) else 0.0)


def _lines(each: etree._Element, frame: _Frame) -> Iterator[RuledLine]:
    """The straight lines of a drawing, level or upright."""
    to_page = _to_page(each)
    start = here = (0.0, 0.0)
    for kind, told in _STEP.findall(_text(child(each, "AbbreviatedData"))):
        numbers = _numbers(told)
        if kind == "C":
            points = [start]
        elif len(numbers) >= 2:
            points = [frame.point(*_at(to_page, *numbers[-2:]))]
        else:
            continue
        if kind in "LC":
            (x0, y0), (x1, y1) = here, points[0]
            if min(abs(x1 - x0), abs(y1 - y0)) <= 1 and max(abs(x1 - x0), abs(y1 - y0)) >= 4:
                yield RuledLine(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        here = points[0]
        start = here if kind == "M" else start


def _to_page(each: etree._Element) -> _Matrix:
    """What leads from an object's own millimetres to those of the page."""
    matrix = _numbers(each.get("CTM", ""))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    box = _numbers(each.get("Boundary", ""))
    left, top = box[:2] if len(box) == 4 else (0.0, 0.0)
    return a, b, c, d, e + left, f + top


def _at(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _steps(told: str) -> list[float]:
    """The distances between characters; equal ones may be told once, with their number.

    >>> _steps("3.5 g 3 4.2 1")
    [3.5, 4.2, 4.2, 4.2, 1.0]
    """
    words, steps = told.split(), list[float]()
    at = 0
    while at < len(words) and len(steps) < MOST_CHARACTERS:
        if words[at] == "g" and at + 2 < len(words):
            times = min(int(_number(words[at + 1], 0.0)), MOST_CHARACTERS)
            steps += [_number(words[at + 2], 0.0)] * times
            at += 3
        else:
            steps.append(_number(words[at], 0.0))
            at += 1
    return steps


def _numbers(told: str) -> list[float]:
    return [_number(word, 0.0) for word in told.split()[:12]]


def _number(word: str | None, otherwise: float) -> float:
    """A number of reasonable size that a word writes."""
    try:
        value = float(word or "")
    except ValueError:
        return otherwise
    return value if abs(value) < 1e5 else otherwise


def _text(element: etree._Element | None) -> str:
    return "" if element is None else (element.text or "").strip()


def _place(of: str, told: str) -> str:
    """The name of a part that another one names."""
    return told.lstrip("/") if told.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(of), told))


def _properties(package: Package) -> Context:
    """What the file says of itself."""
    information = next((child(body, "DocInfo") for body in package.tree("OFD.xml") if local(body) == "DocBody"), None)
    return context(*(_text(child(information, name)) for name in ("Title", "Author", "CreationDate")))
