"""Spreadsheets (.xlsx): every sheet as its page shows it, values in their formats, tables as rows.

Hidden sheets, rows and columns are left out: they are not shown, and often hold drafts and helper values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from consistency.model import Document, Problem
from consistency.patterns import lazy
from consistency.readers.grids import GridCell, pieces
from consistency.readers.laid_out import SUPERSCRIPTS, LaidOutLine, Piece, set_out, tidy
from consistency.readers.number_formats import BUILT_IN, shown
from consistency.readers.packages import LARGEST_TABLE, Package, Unreadable, attribute, child, local, streamed
from consistency.readers.properties import of_package
from consistency.readers.refusals import Refusal

MOST_CELLS = 300_000  # values of a sheet
# What a formula shows that was never calculated; a whole workbook of them is refused.
UNKNOWN = "#未计算"

_REFERENCE = lazy(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_UNNAMED = lazy(r"(?:sheet|工作表|表)\s*\d*", re.I)
_ESCAPED = lazy("_x([0-9A-Fa-f]{4})_")
_EMPTY_ROW = re.compile(rb"""<row\s(?=[^<>]*?\br=["'])[^<>]*/>""")  # a sheet may have a million, for their height alone
_ITEM = lazy(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|其中[:：]"
)  # a row of a list, no header
_NUMBER = lazy(r"-?[0-9.]+(?:[eE][-+]?[0-9]+)?")


@dataclass(slots=True)
class _Workbook:
    """What all sheets share."""

    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    struck: frozenset[int] = frozenset()  # the styles whose text is struck out
    from_1904: bool = False
    cells: int = 0
    formulas: int = 0
    uncalculated: int = 0


def read_workbook(path: str, data: bytes) -> Document | Problem:
    """The sheets in their order, each under its name; places are told as Sheet1!B7."""
    try:
        package = Package(data, "XLSX")
        made = set_out(_sheets(package))
        properties = of_package(package.properties())
    except Unreadable as refused:
        return refused.of(path, "XLSX")
    return made.document(path, properties=properties)


def _sheets(package: Package) -> list[Piece]:
    root, parts = _workbook(package)
    of_kind = dict(parts.values())
    book = _Workbook(from_1904=attribute(child(root, "workbookPr"), "date1904") in ("1", "true"))
    if "sharedStrings" in of_kind:
        book.strings = [_text(e) for e in streamed(package.read(of_kind["sharedStrings"], LARGEST_TABLE), "si")]
    if "styles" in of_kind:
        styles = package.tree(of_kind["styles"])
        book.formats, book.struck = _formats(styles), _struck(styles)
    found: list[Piece] = []
    for name, part in _visible(root, parts):
        shown_cells = pieces_of(_cells(package.read(part, LARGEST_TABLE), name, book))
        if shown_cells and not _UNNAMED.fullmatch(name):
            found.append(LaidOutLine(name, f"{name}!"))
        found += shown_cells
    if 2 * book.uncalculated > book.formulas:
        raise Unreadable(Refusal.NOT_CALCULATED, count=book.uncalculated)
    return found


# The kind and the name of each part that the main one refers to, by the id of the reference.
_Parts = Mapping[str, tuple[str, str]]


def worksheets(package: Package) -> Iterator[tuple[str, str]]:
    """The name and the part of each sheet that is shown, in order."""
    return _visible(*_workbook(package))


def _workbook(package: Package) -> tuple[etree._Element, _Parts]:
    """The main part, and what it refers to."""
    main = package.main("xl/workbook.xml")
    return package.tree(main), {id_: (kind, part) for id_, kind, part in package.related(main) if package.has(part)}


def _visible(workbook: etree._Element, parts: _Parts) -> Iterator[tuple[str, str]]:
    listed = child(workbook, "sheets")
    for sheet in listed if listed is not None else ():
        kind, part = parts.get(_id(sheet), ("", ""))
        if kind == "worksheet" and attribute(sheet, "state") not in ("hidden", "veryHidden"):
            yield tidy(attribute(sheet, "name") or ""), part


def _id(sheet: etree._Element) -> str:
    """The reference to a sheet's part."""
    return next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")


def _formats(styles: etree._Element) -> list[str]:
    """The format of each cell style."""
    own = {}
    for each in child(styles, "numFmts") if child(styles, "numFmts") is not None else ():  # type: ignore[union-attr]
        own[attribute(each, "numFmtId")] = attribute(each, "formatCode") or "General"
    styled = child(styles, "cellXfs")
    ids = [attribute(each, "numFmtId") or "0" for each in styled] if styled is not None else []
    return [own.get(id_) or BUILT_IN.get(int(id_) if id_.isdecimal() else 0, "General") for id_ in ids]


def _struck(styles: etree._Element) -> frozenset[int]:
    """The cell styles whose font strikes the text out."""
    fonts, styled = child(styles, "fonts"), child(styles, "cellXfs")
    if fonts is None or styled is None:
        return frozenset()
    struck = {str(at) for at, font in enumerate(fonts) if _on(child(font, "strike"))}
    return frozenset(at for at, each in enumerate(styled) if (attribute(each, "fontId") or "0") in struck)


def _on(switch: etree._Element | None) -> bool:
    """Whether a property is there and not switched off."""
    return switch is not None and (attribute(switch, "val") or "true") not in ("0", "false")


def _text(element: etree._Element) -> str:
    """The words of a string, of several runs perhaps, without readings above characters (rPh) and struck runs.

    Raised figures stay raised, lest 10⁴ become 104.
    """
    words = []
    for each in element:
        if local(each) == "t":
            words.append(each.text or "")
        elif local(each) == "r" and not _on(child(each, "rPr", "strike")):
            run = "".join(inner.text or "" for inner in each if local(inner) == "t")
            raised = attribute(child(each, "rPr", "vertAlign"), "val") == "superscript"
            words.append(run.translate(SUPERSCRIPTS) if raised else run)
    return tidy(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), "".join(words)))


def _cells(data: bytes, sheet: str, book: _Workbook) -> list[GridCell]:
    """The cells of a sheet that show something, merged ones with their size."""
    if (values := data.count(b"<v>")) + book.cells > MOST_CELLS:  # before any of them is looked at
        raise Unreadable(Refusal.TOO_MUCH, count=values + book.cells, limit=MOST_CELLS)
    cells: dict[tuple[int, int], GridCell] = {}
    hidden: set[int] = set()
    row = 0
    for element in streamed(_EMPTY_ROW.sub(b"", data), "col", "row", "mergeCell"):
        name = local(element)
        if name == "col":
            if attribute(element, "hidden") in ("1", "true") or attribute(element, "width") == "0":
                hidden.update(range(_whole(element, "min", 1), min(_whole(element, "max", 1), 16384) + 1))
        elif name == "row":
            row = _whole(element, "r", row + 1)
            if attribute(element, "hidden") not in ("1", "true"):
                for column, text in _row(element, book):
                    if column not in hidden and text:
                        cells[row, column] = GridCell(row, column, text, f"{sheet}!{letters(column)}{row}")
        else:
            _merge(cells, element.get("ref", ""))
        if len(cells) + book.cells > MOST_CELLS:
            raise Unreadable(Refusal.TOO_MUCH, count=len(cells) + book.cells, limit=MOST_CELLS)
    book.cells += len(cells)
    return list(cells.values())


def _row(element: etree._Element, book: _Workbook) -> Iterator[tuple[int, str]]:
    """The columns of a row and what they show."""
    column = 0
    for cell in element:
        place = _REFERENCE.fullmatch(cell.get("r", ""))
        column = number(place[1]) if place else column + 1
        yield column, _shown(cell, book)


def _shown(cell: etree._Element, book: _Workbook) -> str:
    """What a cell shows; nothing where it is struck out."""
    if book.struck and (style := cell.get("s", "0")).isdecimal() and int(style) in book.struck:
        return ""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = child(cell, "is")
        return "" if inline is None else _text(inline)
    value = formula = None
    for each in cell:
        if local(each) == "v":
            value = each.text
        elif local(each) == "f":
            formula = each
    book.formulas += formula is not None
    if value is None:
        book.uncalculated += formula is not None
        return UNKNOWN if formula is not None and kind != "str" else ""
    if kind == "s":
        return book.strings[int(value)] if value.isdecimal() and int(value) < len(book.strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    if kind != "n" or not _NUMBER.fullmatch(value):
        return tidy(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), value))
    style = cell.get("s", "0")
    known = style.isdecimal() and int(style) < len(book.formats)
    return tidy(shown(value, book.formats[int(style)] if known else "General", book.from_1904))


def _merge(cells: dict[tuple[int, int], GridCell], reference: str) -> None:
    """Give the first cell of a merged stretch its size; what the others hold is not shown."""
    first, _, last = reference.partition(":")
    start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if start is None or end is None:
        return
    left, right, top, bottom = number(start[1]), number(end[1]), int(start[2]), int(end[2])
    cell = cells.get((top, left))
    if cell is not None and right - left < 1000 and bottom >= top:
        cells[top, left] = GridCell(top, left, cell.text, cell.label, right - left + 1, bottom - top + 1)
    if (right - left + 1) * (bottom - top + 1) <= 10_000:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    cells.pop((row, column), None)


def pieces_of(cells: list[GridCell]) -> list[Piece]:
    """The cells of a sheet as lines and tables; an empty row ends a table unless values go on after it.

    What stands alone in a row behind the first column, such as a mark for the printer, does not end it either.
    """
    regions: list[list[GridCell]] = []
    last = -2
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        if cell.row > last + 1:
            regions.append([])
        regions[-1].append(cell)
        last = max(last, cell.row + cell.height - 1)
    joined: list[list[GridCell]] = []
    for region in regions:
        left = min((c.column for c in joined[-1]), default=0) if joined else 0
        first_row = _first_row(region, left)
        goes_on = any(_NUMBER.fullmatch(c.text.replace(",", "")) for c in first_row if c.column > left)
        if joined and len(first_row) > 1 and (goes_on or _ITEM.match(first_row[0].text)):
            joined[-1] += region
        else:
            joined.append(region)
    return [piece for region in joined for piece in pieces(region)]


def _first_row(region: list[GridCell], left: int) -> list[GridCell]:
    """The first row of some cells that says more than a mark behind the first column."""
    by_row = groupby(region, key=lambda c: c.row)
    rows = [list(cells) for _, cells in by_row]
    return next((row for row in rows if sum(c.column > left for c in row) > 1 or row[0].column <= left), rows[0])


def number(letters_: str) -> int:
    """The number of a column, from 1.

    >>> number("A"), number("AB")
    (1, 28)
    """
    total = 0
    for letter in letters_:
        total = total * 26 + ord(letter) - 64
    return total


def letters(column: int) -> str:
    """The letters of a column.

    >>> letters(1), letters(28)
    ('A', 'AB')
    """
    out = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def _whole(element: etree._Element, name: str, otherwise: int) -> int:
    said = element.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 8 else otherwise
