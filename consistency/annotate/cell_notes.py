"""Notes at the cells of a workbook, as Excel and WPS show them; nothing else of the file is changed.

A cell has one note, so all findings at it stand in one. Where somebody has noted something at the cell before, that
stays as it is, and ours stands at the next cell of the row that has none, saying where the number is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from lxml import etree

from consistency.annotate.archives import Rewritten, like, with_parts
from consistency.annotate.notes import Note
from consistency.model import Document, Problem, Severity
from consistency.patterns import lazy
from consistency.readers.packages import Package, Unreadable, attribute, child, local, parsed
from consistency.readers.refusals import Refusal
from consistency.readers.workbook import letters, number, read_workbook, worksheets
from consistency.report.places import LocatedText

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_COLOURS = {Severity.ERROR: "#ffd6d6", Severity.WARNING: "#fff1c2", Severity.INFO: "#dcecff"}
# What stands in a sheet behind the reference to the drawing of its notes; the order is part of the format.
_BEHIND = frozenset(
    {
        *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts"),
        *("extLst", "AlternateContent"),
    }
)
_CELL = lazy(r"([A-Z]{1,3})([0-9]{1,7})")
_WIDE, _COLUMNS = 26, 5  # characters of a line of a note, and over how many columns it stretches
_NO_SHAPES = b"""<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>"""
_KIND = """<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>
<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"""
_SHAPE = """<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202"
 style="position:absolute;visibility:hidden" fillcolor="{colour}" o:insetmode="auto"><v:fill color2="{colour}"/>
<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>
<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>
<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>
<x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>
<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"""

Cell = tuple[int, int]  # row and column, from 1


def annotate(data: bytes, document: Document, notes: Sequence[Note]) -> bytes | Problem:
    """The file with a note at each cell that has some."""
    read = read_workbook(document.path, data)
    if isinstance(read, Problem):
        return read
    if read.text != document.text:
        return Refusal.CHANGED.of(document.path)
    if not notes:
        return data
    page = LocatedText.of(document.path, document.text, document.landmarks)
    try:
        package = Package(data, "XLSX")
        files = Rewritten(package)
        sheets = dict(worksheets(package))
        at = sorted(
            ((*page.landmark(note.span.start).rpartition("!")[::2], note) for note in notes), key=lambda n: n[0]
        )
        for sheet, noted in groupby(at, key=lambda one: one[0]):
            _note(package, files, sheets[sheet], [(place, note) for _, place, note in noted])
        return with_parts(data, files.parts())
    except Unreadable as refused:
        return refused.of(document.path, "XLSX")


def _note(package: Package, files: Rewritten, sheet: str, found: Sequence[tuple[str, Note]]) -> None:
    """Write the notes of one sheet."""
    parts = {kind: part for _, kind, part in package.related(sheet) if package.has(part)}
    name = parts.get("comments", "")
    root = files.tree(sheet)
    comments = files.tree(name) if name else _no_comments(root)
    authors, listed = child(comments, "authors"), child(comments, "commentList")
    if authors is None or listed is None:
        raise Unreadable(Refusal.BROKEN)
    taken = {attribute(each, "ref") or "" for each in listed}
    shapes = []
    for cell, note in _by_cell(found, taken):
        listed.append(_comment(listed, cell, _author(authors, note.author), note))
        shapes.append((cell, note))
    _in_order(listed)
    if not name:
        name = files.unused("xl/comments{}.xml")
        files.put(name, comments)
        files.tell(sheet, "comments", name, _COMMENTS)
    _draw(package, files, sheet, shapes)


def _no_comments(sheet: etree._Element) -> etree._Element:
    """A part for comments without any."""
    space = etree.QName(sheet).namespace or ""
    return parsed(f'<comments xmlns="{space}"><authors/><commentList/></comments>'.encode())


def _by_cell(found: Sequence[tuple[str, Note]], taken: set[str]) -> list[tuple[Cell, Note]]:
    """The notes of a sheet by the cells that they shall stand at, one for a cell; those of its name stand at the first.

    Cells `taken` have a note already.
    """
    cells: dict[Cell, list[Note]] = {}
    apart: set[Cell] = set()
    for place, note in found:
        named = _CELL.fullmatch(place)
        cell = (int(named[2]), number(named[1])) if named else (1, 1)
        cells.setdefault(cell, []).append(note)
        if named is None:
            apart.add(cell)
    at: dict[Cell, Note] = {}
    for (row, column), notes in sorted(cells.items()):
        to = column
        while f"{letters(to)}{row}" in taken or (to != column and (row, to) in cells):
            to += 1
        beside = to != column or (row, column) in apart
        lines = (line for note in notes for line in ((note.elsewhere, *note.lines) if beside else note.lines))
        gravest = min(notes, key=lambda note: [*Severity].index(note.severity))
        at[row, to] = replace(gravest, lines=tuple(lines))
        taken.add(f"{letters(to)}{row}")
    return [*at.items()]


def _author(authors: etree._Element, name: str) -> int:
    """The number of an author, who is entered if need be."""
    for place, each in enumerate(authors):
        if each.text == name:
            return place
    etree.SubElement(authors, like(authors, "author")).text = name
    return len(authors) - 1


def _comment(listed: etree._Element, cell: Cell, author: int, note: Note) -> etree._Element:
    """A note as it stands in its part."""
    row, column = cell
    comment = etree.Element(like(listed, "comment"), ref=f"{letters(column)}{row}", authorId=str(author))
    text = etree.SubElement(etree.SubElement(comment, like(listed, "text")), like(listed, "t"))
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = "\n".join(note.lines)
    return comment


def _in_order(listed: etree._Element) -> None:
    """Put the notes in the order of their cells, row by row, as Excel does."""

    def place(comment: etree._Element) -> Cell:
        cell = _CELL.fullmatch(attribute(comment, "ref") or "")
        return (int(cell[2]), number(cell[1])) if cell else (0, 0)

    listed[:] = sorted(listed, key=place)


def _draw(package: Package, files: Rewritten, sheet: str, found: Sequence[tuple[Cell, Note]]) -> None:
    """Give each note the box that it is shown in."""
    root = files.tree(sheet)
    reference = child(root, "legacyDrawing")
    told = {id_: part for id_, kind, part in package.related(sheet) if kind == "vmlDrawing" and package.has(part)}
    name = told.get((attribute(reference, "id") or "") if reference is not None else "", "")
    drawing = package.read(name) if name else _NO_SHAPES
    head, end, tail = drawing.rpartition(b"</xml>")
    if not end:
        raise Unreadable(Refusal.BROKEN)
    first = max((int(id_) for id_ in re.findall(rb"_x0000_s(\d{1,9})\b", drawing)), default=1024) + 1
    shapes = "" if b'id="_x0000_t202"' in drawing else _KIND
    shapes += "".join(_shape(id_, cell, note) for id_, (cell, note) in enumerate(found, first))
    name_now = name or files.unused("xl/drawings/vmlDrawing{}.vml")
    files.put(name_now, head + shapes.encode() + end + tail)
    if name:
        return
    space, id_ = files.tell(sheet, "vmlDrawing", name_now, _DRAWING)
    if reference is None:
        reference = etree.Element(like(root, "legacyDrawing"), nsmap={"r": space})
        root.insert(next((n for n, each in enumerate(root) if local(each) in _BEHIND), len(root)), reference)
    reference.attrib.clear()
    reference.set(f"{{{space}}}id", id_)


def _shape(id_: int, cell: Cell, note: Note) -> str:
    row, column = cell
    high = sum(1 + len(line) // _WIDE for line in note.lines)
    return _SHAPE.format(
        id=id_,
        colour=_COLOURS[note.severity],
        left=column,
        right=column + _COLUMNS,
        top=max(row - 2, 0),
        bottom=max(row - 2, 0) + high + 1,
        row=row - 1,
        column=column - 1,
    )
