"""Lines and tables of all pages as paragraphs and tables: running headers gone, what was broken joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consistency.patterns import lazy
from consistency.readers.grids import pieces
from consistency.readers.laid_out import LaidOutLine, Piece
from consistency.readers.pdf_aligned import with_aligned
from consistency.readers.pdf_columns import Item
from consistency.readers.pdf_lines import TextLine, gone_on
from consistency.readers.pdf_tables import Ruled
from consistency.readers.pdf_wrapped import MARKED, VALUE

Margins = dict[tuple[int, int], tuple[float, float]]  # (column, width of the page): left and right edge

OUTER = 3  # lines at the top and at the bottom of a page among which running headers are looked for
NARROWEST = 12  # characters in a line of running text
SHARE = 0.3  # of the pages: a line on more of them, at the same height, runs along

_PAGE_NUMBER = lazy(
    r"[-—–―_·.•\s]*(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6})(?:\s*[/／]\s*\d{1,4})?(?:\s*页)?[-—–―_·.•\s]*(?:共\s*\d+\s*页)?"
)
_CONTENTS = lazy(r".+?\s*(?:[.．…·•]\s*){4,}\s*\d{1,4}")
_MARKED = lazy(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[、章节]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|——|[①-⑳●■◆])"
)
_STOPPED = lazy(r"[。！？：；!?;:][”’）》]*$")


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What stands on a page, in the order in which it is read."""

    number: int
    width: float
    height: float
    items: tuple[Item, ...]

    @property
    def lines(self) -> list[TextLine]:
        """The lines of text."""
        return [item for item in self.items if isinstance(item, TextLine)]


@dataclass(slots=True)
class _Open:
    """A paragraph that may go on, from the line that was last added to it."""

    text: str
    marks: list[tuple[int, str]]
    line: TextLine
    page: int


def flowing(pages: Sequence[PdfPage]) -> list[Piece]:
    """The document in paragraphs and tables."""
    body = _without_running_lines(pages)
    margins = _margins(body)
    found: list[Piece] = []
    open_: _Open | None = None
    table: Ruled | None = None
    for page in body:
        number = 0
        for item in with_aligned(page.items, page.number, table):
            if isinstance(item, Ruled):
                found += _closed(open_)
                open_ = None
                if table is not None and _goes_on(table, item):
                    table = _appended(table, item)
                    continue
                found += pieces(table.cells) if table else []
                table = item
                continue
            number += 1
            if _CONTENTS.fullmatch(item.text):
                continue
            if table is not None:
                found += pieces(table.cells)
                table = None
            label = f"p{page.number}:{number}"
            if open_ and _continues(open_, item, page.number, margins.get((item.column, round(page.width)), (0, 0))):
                _add(open_, item, label, page.number)
            else:
                found += _closed(open_)
                open_ = _Open(item.text, [(0, label)], item, page.number)
    found += pieces(table.cells) if table else []
    return found + _closed(open_)


def _closed(paragraph: _Open | None) -> list[Piece]:
    if paragraph is None:
        return []
    return [LaidOutLine(paragraph.text, paragraph.marks[0][1], tuple(paragraph.marks[1:]))]


def _add(paragraph: _Open, line: TextLine, label: str, page: int) -> None:
    """Go on with a paragraph."""
    paragraph.text = gone_on(paragraph.text, line.text)
    paragraph.marks.append((len(paragraph.text) - len(line.text), label))
    paragraph.line, paragraph.page = line, page


def _continues(paragraph: _Open, line: TextLine, page: int, margin: tuple[float, float]) -> bool:
    """Whether a line goes on with the paragraph: the line before was full, and this one is not set in.

    A line was full where the first word of the next would not have fitted.
    """
    before, (left, right) = paragraph.line, margin
    size = max(before.size, line.size)
    if before.sure and line.sure and abs(before.size - line.size) > 0.15 * size:
        return False
    if paragraph.page == page and before.column == line.column and before.y - line.y > 3.2 * size:
        return False
    if right - left < NARROWEST * size:  # a few short lines tell nothing of where full ones would end
        return False
    stopped = _STOPPED.search(before.text)
    if right - before.x1 >= line.lead + (0.2 if stopped else 0.8) * size:
        return False
    if stopped and _MARKED.match(line.text):
        return False
    if line.x0 - left > 0.8 * size:  # set in, unless the whole paragraph is
        return abs(line.x0 - before.x0) < 0.3 * size and not stopped and not _MARKED.match(line.text)
    return True


def _margins(pages: Sequence[PdfPage]) -> Margins:
    """The left and the right edge of each column on pages of each width, a few lines that stick out left aside."""
    lines: dict[tuple[int, int], list[TextLine]] = {}
    for page in pages:
        for line in page.lines:
            lines.setdefault((line.column, round(page.width)), []).append(line)
    found = {}
    for key, own in lines.items():
        starts, ends = sorted(line.x0 for line in own), sorted(line.x1 for line in own)
        few = len(own) // 40
        found[key] = (starts[few], ends[len(own) - 1 - few])
    return found


def _without_running_lines(pages: Sequence[PdfPage]) -> list[PdfPage]:
    """The pages without page numbers and without lines that stand at the same height on many pages."""
    margins = _margins(pages)
    counted: Counter[tuple[str, int]] = Counter()
    for page in pages:
        counted.update({(_shape(line), at) for line in _outer(page, margins) for at in _heights(page, line)})
    many = max(2, SHARE * len(pages))
    kept = []
    for page in pages:
        gone = {
            id(line)
            for line in _outer(page, margins)
            if any(counted[_shape(line), at] >= many for at in _heights(page, line))
            or (_PAGE_NUMBER.fullmatch(line.text) and not 0.1 < line.y / (page.height or 1) < 0.9)
        }
        kept.append(replace(page, items=tuple(item for item in page.items if id(item) not in gone)))
    return kept


def _outer(page: PdfPage, margins: Margins) -> list[TextLine]:
    """The lines near the edges of a page that may run along: full lines of text do not."""
    by_height = sorted(page.lines, key=lambda line: -line.y)
    outer = by_height[:OUTER] + by_height[max(OUTER, len(by_height) - OUTER) :]
    left, right = margins.get((0, round(page.width)), (0, page.width))
    return [
        line
        for line in outer
        if not 0.11 < line.y / (page.height or 1) < 0.89
        and (len(line.parts) > 1 or line.x1 - line.x0 < 0.8 * (right - left))
    ]


def _shape(line: TextLine) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", line.text))


def _heights(page: PdfPage, line: TextLine) -> tuple[int, int]:
    """The height of a line from the top, in two steps of which lines a hair apart share one."""
    at = page.height - line.y
    return int(at // 4), -int((at + 2) // 4) - 1


def _goes_on(table: Ruled, other: Ruled) -> bool:
    """Whether a table has the columns of the one before, from which nothing but the end of a page parts it."""
    if table.spans and other.spans:
        level = [(max(a[0], b[0]), min(a[1], b[1])) for a, b in zip(table.spans, other.spans, strict=False)]
        return len(table.spans) == len(other.spans) and all(x0 < x1 for x0, x1 in level)
    return (
        not (table.spans or other.spans)
        and len(table.edges) == len(other.edges)
        and all(
            abs((a - table.edges[0]) - (b - other.edges[0])) < 6 for a, b in zip(table.edges, other.edges, strict=True)
        )
    )


def _appended(table: Ruled, other: Ruled) -> Ruled:
    """One table of both, the header once, and a cell whole that the end of the page broke."""
    height = max(cell.row for cell in table.cells) + 1
    header = [cell.text for cell in table.cells if cell.row == 0]
    first = [cell for cell in other.cells if cell.row == 0]
    last = (
        next((c for c in table.cells if c.row == height - 1 and c.column == first[0].column), None) if first else None
    )
    if other.spans and len(first) == 1 and last and not (MARKED.match(first[0].text) or VALUE.fullmatch(first[0].text)):
        whole = replace(last, text=gone_on(last.text, first[0].text))
        table = replace(table, cells=tuple(whole if cell is last else cell for cell in table.cells))
        other = replace(other, cells=tuple(cell for cell in other.cells if cell.row))
    again = [cell.text for cell in first] == header
    more = [replace(c, row=c.row + height) for c in other.cells if not (again and c.row == 0)]
    return replace(table, cells=(*table.cells, *more))
