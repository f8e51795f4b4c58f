"""Which section and which column of a table a place stands in, by the words over it."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.model import Claim, Passage
from consistency.offsets import Span
from consistency.report.escaping import flowing
from consistency.report.places import LocatedText

BAR = "|"
HEADS = 2  # rows at the top of a table in which the words over a column may stand
FARTHEST = 400  # rows from a place up to the head of its table


def column_head(page: LocatedText, span: Span) -> str:
    """The words over the column in which a span begins; empty where it stands in no table, or in the first row.

    >>> page = Page.of("a", "|指标|全市|市级|\\n|收入|80.3|21.4|\\n|支出|90.7|30.2|")
    >>> column_head(page, Span(page.text.index("30.2"), page.text.index("30.2") + 4))
    '市级'
    """
    number = page.place(span.start)[0]
    row = _row(page, number)
    if not row.startswith(BAR):
        return ""
    column = page.text[page.starts[number - 1] : span.start].count(BAR)
    rows = list(_above(page, number))[::-1][:HEADS]
    heads = rows[:1] if _figures(rows[1:2]) else rows[:2]
    words = [cells[column] for cells in heads if column < len(cells) and not _figure(cells[column])]
    return " ".join(dict.fromkeys(filter(None, words)))


def surroundings(page: LocatedText, place: Claim | Passage) -> tuple[str, ...]:
    """The heading that a number stands under and the words over its column, as far as there are any."""
    if isinstance(place, Passage):
        return ()
    told = flowing(place.mention.heading), column_head(page, place.quantity.span)
    return tuple(dict.fromkeys(words for words in told if words))


def _above(page: LocatedText, number: int) -> Iterator[list[str]]:
    """The rows of a table over one of its rows, the nearest first."""
    for above in range(number - 1, max(0, number - FARTHEST), -1):
        row = _row(page, above)
        if not row.startswith(BAR):
            return
        yield [flowing(cell.strip()) for cell in row.split(BAR)]


def _row(page: LocatedText, number: int) -> str:
    end = page.starts[number] if number < len(page.starts) else len(page.text)
    return page.text[page.starts[number - 1] : end].strip("\r\n")


def _figure(cell: str) -> bool:
    return bool(cell) and any(c.isdigit() for c in cell) and not any("一" <= c <= "鿿" for c in cell)


def _figures(rows: list[list[str]]) -> bool:
    return any(_figure(cell) for cells in rows for cell in cells)
