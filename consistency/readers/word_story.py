"""A story of a Word file (its body, a note, a header) as lines and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from consistency.readers.grids import GridCell, pieces, prose
from consistency.readers.laid_out import SUPERSCRIPTS, LaidOutLine, Origin, Piece, run_on, tidy
from consistency.readers.packages import attribute, child, local

# What is not part of the text as it will stand: deletions, codes of fields, readings above characters, properties.
_SKIPPED = (
    "del moveFrom delText delInstrText instrText rt pPr rPr sdtPr sdtEndPr tblPr trPr tcPr tblGrid sectPr "
    "proofErr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd altChunk"
)
SKIPPED = frozenset(_SKIPPED.split())
# Characters of the font Symbol, beside figures and signs that are those of ASCII
SYMBOLS = {0x2D: "-", 0xA2: "′", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷"}
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FALSE = ("0", "false", "off", "none")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as it is put together, and the text boxes anchored in it."""

    text: list[str] = field(default_factory=list)
    homes: list[etree._Element] = field(default_factory=list)  # what holds each of them
    boxes: list[etree._Element] = field(default_factory=list)
    contents_line: bool = False  # of a table of contents

    def add(self, words: str, home: etree._Element) -> None:
        """Go on with some words that an element holds."""
        self.text.append(words)
        self.homes.append(home)

    def origin(self, number: str) -> list[tuple[str, object]]:
        """The words with what holds them, after the number that is set before the paragraph, which nothing holds."""
        return [(number, None)] * bool(number) + list(zip(self.text, self.homes, strict=True))


@dataclass(slots=True)
class Story:
    """Reads the blocks of a story in order; `label` names every place where paragraphs are not counted."""

    label: str = ""
    numbers: Mapping[etree._Element, str] = field(default_factory=dict)  # what is set before paragraphs
    paragraphs: int = 0
    tables: int = 0
    _open: list[tuple[str, object]] = field(default_factory=list)  # of a paragraph whose end has been deleted

    def body(self, root: etree._Element) -> list[Piece]:
        """The lines and tables of a part or of one note in it."""
        inner = child(root, "body")
        found = list(self._blocks(root if inner is None else inner))
        return found + ([LaidOutLine(_words(self._open), self._place(), origin=self._open)] if self._open else [])

    def _place(self) -> str:
        self.paragraphs += 1
        return self.label or f"¶{self.paragraphs}"

    def _blocks(self, parent: Iterable[etree._Element]) -> Iterator[Piece]:
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "AlternateContent":
                yield from self._blocks(_alternative(element))
            elif name and name not in SKIPPED:  # sdt, sdtContent, customXml, ins …
                yield from self._blocks(element)

    def _paragraph(self, element: etree._Element) -> Iterator[Piece]:
        made = _Paragraph()
        _gather(element, made)
        numbered = "".join(made.text).strip() and not self._open
        origin = self._open
        origin += made.origin(self.numbers.get(element, "") if numbered else "")
        self._open = []
        if made.contents_line:
            return
        if child(element, "pPr", "rPr", "del") is not None:
            self._open = origin
        else:
            skipped = 0
            for words in _words(origin).split("\n"):
                if line := tidy(words):
                    yield LaidOutLine(line, self._place(), origin=origin, skipped=skipped)
                skipped += len(words) + 1
        for box in made.boxes:
            yield from self._blocks(box)

    def _table(self, table: etree._Element) -> Iterator[Piece]:  # noqa: C901 - what a row or cell may be, in order
        self.tables += 1
        number = self.tables
        cells: list[GridCell] = []
        contents: list[tuple[etree._Element, list[etree._Element]]] = []
        headers = 0
        merged: dict[int, int] = {}  # column: index of the cell that goes on downwards
        for at, row in enumerate(_inner(table, "tr")):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            headers += headers == at and _on(child(properties, "tblHeader"))
            column = _number(child(properties, "gridBefore"))
            for element in _inner(row, "tc"):
                own = child(element, "tcPr")
                width = _number(child(own, "gridSpan")) or 1
                merge = child(own, "vMerge")
                deleted = child(own, "cellDel") is not None
                if merge is not None and attribute(merge, "val") != "restart" and column in merged:
                    above = cells[merged[column]]
                    cells[merged[column]] = replace(above, height=at - above.row + 1)
                elif not deleted:
                    text, origin, nested = _cell(element, self.numbers)
                    label = (self.label or f"表{number}") + f" R{at + 1}C{column + 1}"
                    cells.append(GridCell(at, column, text, label, width, origin=origin))
                    contents.append((element, nested))
                    merged.pop(column, None)
                    if merge is not None:
                        merged[column] = len(cells) - 1
                column += width
        if _only_arranges(cells):
            for element, _ in contents:
                yield from self._blocks(element)
            return
        yield from pieces(cells, headers)
        for _, nested in contents:
            for inner in nested:
                yield from self._blocks([inner] if local(inner) == "tbl" else inner)


def _words(origin: Origin) -> str:
    return "".join(words for words, _ in origin)


def _cell(
    element: etree._Element, numbers: Mapping[etree._Element, str]
) -> tuple[str, list[tuple[str, object]], list[etree._Element]]:
    """The words of a cell, what they were taken from, and the tables and text boxes in it."""
    lines: list[str] = []
    origin: list[tuple[str, object]] = []
    apart: list[etree._Element] = []
    for each in element:
        name = local(each)
        if name == "p":
            made = _Paragraph()
            _gather(each, made)
            own = made.origin(numbers.get(each, ""))
            lines.append(tidy(_words(own).replace("\t", " ")))
            origin += own
            apart += made.boxes
        elif name == "tbl":
            apart.append(each)
        elif name and name not in SKIPPED:
            text, own, inner = _cell(_alternative(each) if name == "AlternateContent" else each, numbers)
            lines.append(text)
            origin += own
            apart += inner
    return run_on(lines), origin, apart


def _only_arranges(cells: Sequence[GridCell]) -> bool:
    """Whether a table says nothing by its rows and columns, and only puts what is in it beside each other."""
    filled = [cell for cell in cells if cell.text]
    return len({cell.row for cell in filled}) < 2 or len({cell.column for cell in filled}) < 2 or prose(filled)


def _gather(element: etree._Element, into: _Paragraph) -> None:  # noqa: C901 - a case for each element
    """Add what is below an element to the paragraph."""
    for each in element:
        name = local(each)
        if name == "t":
            into.add(each.text or "", each)
        elif name == "sym":
            into.add(_symbol(each), each)
        elif name in SIGNS:
            if name != "br" or attribute(each, "type") in (None, "textWrapping"):
                into.add(SIGNS[name], each)
        elif name == "r":
            _run(each, into)
        elif name == "txbxContent":
            into.boxes.append(each)
        elif name == "AlternateContent":
            _gather(_alternative(each), into)
        elif name == "f":  # a fraction of a formula
            for part in ("num", "den"):
                below = child(each, part)
                if below is not None:
                    if part == "den":
                        into.add("/", below)
                    _gather(below, into)
        elif name == "instrText":
            into.contents_line |= "PAGEREF" in (each.text or "")
        elif name == "hyperlink" and (attribute(each, "anchor") or "").startswith("_Toc"):
            into.contents_line = True
        elif name and name not in SKIPPED:
            _gather(each, into)


def _symbol(element: etree._Element) -> str:
    """The character that a symbol of a font stands for, as far as it is one of text: ≥, ±, ×, a figure."""
    said = attribute(element, "char") or ""
    code = int(said, 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", said) else 0
    if not 0xF000 <= code <= 0xF0FF:
        return chr(code) if code >= 0x20 and not 0xD800 <= code <= 0xDFFF and not 0xE000 <= code <= 0xF8FF else ""
    code -= 0xF000
    if attribute(element, "font") != "Symbol":
        return ""
    return SYMBOLS.get(code, chr(code) if 0x20 <= code < 0x40 else "")


def _run(run: etree._Element, into: _Paragraph) -> None:
    """Add a run, unless it is hidden or struck out; raised figures stay raised, lest 10⁴ become 104."""
    properties = child(run, "rPr")
    if any(_on(child(properties, gone)) for gone in ("vanish", "strike", "dstrike")):
        return
    before = len(into.text)
    _gather(run, into)
    if attribute(child(properties, "vertAlign"), "val") == "superscript":
        into.text[before:] = [part.translate(SUPERSCRIPTS) for part in into.text[before:]]


def _alternative(element: etree._Element) -> etree._Element:
    """One of several forms of the same content: the first that holds text, else the first."""
    forms = [each for each in element if local(each) in ("Choice", "Fallback")]
    with_text = [form for form in forms if any(local(each) == "t" for each in form.iter())]
    return next(iter(with_text or forms), element)


def _inner(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table, or the cells of a row, those within content controls too."""
    for each in element:
        if local(each) == name:
            yield each
        elif local(each) in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            yield from _inner(each, name)


def _on(switch: etree._Element | None) -> bool:
    """Whether a property is there and not switched off."""
    return switch is not None and (attribute(switch, "val") or "true") not in _FALSE


def _number(element: etree._Element | None) -> int:
    """A small number that a property gives, else nought."""
    said = attribute(element, "val") or ""
    return min(int(said), 500) if said.isascii() and said.isdecimal() and len(said) < 6 else 0
