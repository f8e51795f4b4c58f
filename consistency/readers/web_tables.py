"""Tables of web pages: which hold data and which only arrange the page, and the cells of the former."""

from __future__ import annotations

from collections.abc import Container, Iterator

from lxml import etree

from consistency.readers.grids import GridCell, pieces, prose
from consistency.readers.laid_out import SUPERSCRIPTS, Piece, run_on, tidy
from consistency.readers.web_furniture import UNSHOWN

WIDEST = 500  # columns
MOST_MERGED = 5000  # rows; in a longer table, which is a list of things, merged cells are not looked at
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"))


def table_pieces(table: etree._Element, dropped: Container[etree._Element], number: int) -> list[Piece] | None:
    """The caption and rows of a table, places told by its number on the page, row and column.

    None where it holds no data in rows and columns: one of tables, of prose or of a single row only arranges the page.
    """
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return None
    cells, headers = _cells(table, dropped, f"表{number} ")
    filled = [cell for cell in cells if cell.text]
    if len({c.row for c in filled}) < 2 or len({c.column for c in filled}) < 2 or prose(filled):
        return None
    return pieces(filled, headers)


def _cells(table: etree._Element, dropped: Container[etree._Element], label: str) -> tuple[list[GridCell], int]:
    """The cells in their places, and how many rows <thead> has; a caption is a cell above the others."""
    rows = [row for row in _rows(table) if row not in dropped]
    merging = len(rows) <= MOST_MERGED
    cells: list[GridCell] = []
    taken: dict[int, int] = {}  # column: the first row that a cell from above leaves free
    for number, row in enumerate(rows, 1):
        column = 0
        for element in row:
            if element.tag not in ("td", "th") or element in dropped:
                continue
            while taken.get(column, 0) > number:
                column += 1
            if column >= WIDEST:
                break
            width = min(_span(element, "colspan") or 1, WIDEST - column) if merging else 1
            height = min(_span(element, "rowspan") or len(rows), len(rows) - number + 1) if merging else 1
            place = f"{label}R{number}C{column + 1}"
            cells.append(GridCell(number, column, _text(element, dropped), place, width, height))
            if height > 1:
                taken.update(dict.fromkeys(range(column, column + width), number + height))
            column += width
    caption = table.find("caption")
    if caption is not None and (title := _text(caption, dropped)):
        cells.append(GridCell(0, 0, title, label.strip()))
    return cells, sum(row.getparent().tag == "thead" for row in rows)  # type: ignore[union-attr]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _span(element: etree._Element, name: str) -> int:
    """What colspan or rowspan says; 1 where it says nothing sensible."""
    said = (element.get(name) or "").strip()
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 1


def _text(cell: etree._Element, dropped: Container[etree._Element]) -> str:
    """The words of a cell; its lines run on."""
    lines = [""]
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        if element.tag in _BREAKS:
            lines.append("")
        if event == "start":
            if element.tag in UNSHOWN or (element in dropped and element is not cell):
                walk.skip_subtree()
            else:
                text = element.text or ""
                lines[-1] += text.translate(SUPERSCRIPTS) if element.tag == "sup" else text
        elif element is not cell:
            lines[-1] += element.tail or ""
    return run_on(map(tidy, lines))
