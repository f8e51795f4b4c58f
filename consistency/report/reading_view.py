"""A document's text line by line, cut where something in it is marked: what findings point at, what was compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consistency.offsets import Span
from consistency.report.escaping import flowing
from consistency.report.places import Page

MOST = 200_000  # characters that are shown whole; of a longer document only the lines with marks and those next to them


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked in a text: `rank` orders marks that overlap (the lowest is seen), `link` is where it leads."""

    span: Span
    rank: int
    kind: str
    link: str
    note: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters of a line under one mark, or under none; `anchor` names the mark that begins here."""

    text: str
    mark: Mark | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A line with its number; `gap` tells that lines before it were left out."""

    number: int
    stretches: tuple[Stretch, ...]
    gap: bool = False


def anchor(document: int, span: Span) -> str:
    """The name of a place on the page."""
    return f"d{document}c{span.start}"


def reading_lines(page: Page, document: int, marks: Iterable[Mark]) -> tuple[ReadingLine, ...]:
    """The lines of a document that are not blank, with its marks in them."""
    cuts = list(_cuts(page, document, sorted(marks, key=lambda mark: (mark.span, mark.rank))))
    whole = len(page.text) <= MOST
    marked = {number for number, parts in cuts if any(mark for _, mark, _ in parts)}
    lines, before = [], 0
    for number, parts in cuts:
        if not whole and marked.isdisjoint((number - 1, number, number + 1)):
            continue
        stretches = tuple(Stretch(flowing(span.of(page.text)), mark, name) for span, mark, name in parts)
        if any(stretch.text.strip() for stretch in stretches):
            lines.append(ReadingLine(number, stretches, gap=not whole and number > before + 1))
        before = number
    return tuple(lines)


_Part = tuple[Span, Mark | None, str]


def _cuts(page: Page, document: int, marks: Sequence[Mark]) -> Iterator[tuple[int, list[_Part]]]:
    """Each line by its number, cut wherever a mark begins or ends; a mark is named where it begins."""
    waiting = list(reversed(marks))
    under: list[Mark] = []
    for number, (start, after) in enumerate(pairwise((*page.starts, len(page.text))), 1):
        end = start + len(page.text[start:after].rstrip("\r\n"))
        while waiting and waiting[-1].span.start < max(after, start + 1):
            under.append(waiting.pop())
        under = [mark for mark in under if mark.span.end > start]
        edges = {start, end, *(edge for m in under for edge in (m.span.start, m.span.end) if start < edge < end)}
        yield number, [_part(Span(one, other), under, document) for one, other in pairwise(sorted(edges))]


def _part(span: Span, under: Sequence[Mark], document: int) -> _Part:
    over = [mark for mark in under if mark.span.overlaps(span)]
    begins = any(mark.span.start == span.start for mark in over)
    return span, min(over, key=lambda m: (m.rank, m.span), default=None), anchor(document, span) if begins else ""
