"""The text of a PDF from its bytes, within this process; `consistency.readers.pdf` runs it in one of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from consistency.readers.laid_out import Landmarks, set_out
from consistency.readers.pdf_aligned import without_characters
from consistency.readers.pdf_characters import PdfSheet, information, sheets
from consistency.readers.pdf_columns import Gutters, in_order
from consistency.readers.pdf_paragraphs import PdfPage, flowing
from consistency.readers.pdf_tables import ruled_tables
from consistency.text.tables import Positions


class Extract(NamedTuple):
    """What was read: the text, its landmarks and tables, how many pages, and what the file says of itself."""

    text: str
    landmarks: Landmarks
    tables: list[Positions]
    pages: int
    with_text: int
    information: dict[str, str]


def pdf_text(data: bytes, after_page: Callable[[], None] = lambda: None) -> Extract:
    """The text in reading order; `after_page` is called after each page, as a sign of life."""
    pages = pages_of(sheets(data), after_page)
    text, landmarks, tables = set_out(flowing(pages))
    return Extract(
        text,
        landmarks,
        [table.positions for table in tables],
        len(pages),
        sum(bool(page.items) for page in pages),
        information(data),
    )


def pages_of(found: Iterable[PdfSheet], after_page: Callable[[], None] = lambda: None) -> list[PdfPage]:
    """What stands on each of the sheets, in reading order."""
    pages: list[PdfPage] = []
    known: dict[int, Gutters] = {}  # by the width of a page
    for sheet in found:
        tables, chars = ruled_tables(sheet)
        items, gutters = in_order(chars, tables, known.get(round(sheet.width), ()))
        if gutters:
            known[round(sheet.width)] = gutters
        pages.append(PdfPage(sheet.number, sheet.width, sheet.height, tuple(without_characters(items))))
        after_page()
    return pages
