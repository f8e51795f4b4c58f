"""A document's text line by line, cut where something in it is marked: what findings point at, what was compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consistency.offsets import Span
from consistency.report.escaping import flowing
from consistency.report.places import LocatedText


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
    """Some characters of a line under one mark, or under none."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A line with its number; `gap` tells that lines before it were left out."""

    number: int
    stretches: tuple[Stretch, ...]
    gap: bool = False


def reading_lines(page: LocatedText, marks: Iterable[Mark], *, whole: bool = True) -> tuple[ReadingLine, ...]:
    """The lines of a document that are not blank, with its marks: all, or those with marks and next to these."""
    cuts = list(_cuts(page, sorted(marks, key=lambda mark: (mark.span, mark.rank))))
    marked = {number for number, parts in cuts if any(mark for _, mark in parts)}
    lines, before = [], 0
    for number, parts in cuts:
        if not whole and marked.isdisjoint((number - 1, number, number + 1)):
            continue
        stretches = tuple(Stretch(flowing(span.of(page.text)), mark) for span, mark in parts)
        if any(stretch.text.strip() for stretch in stretches):
            lines.append(ReadingLine(number, stretches, gap=not whole and number > before + 1))
        before = number
    return tuple(lines)


_Part = tuple[Span, Mark | None]


def _cuts(page: LocatedText, marks: Sequence[Mark]) -> Iterator[tuple[int, list[_Part]]]:
    """Each line by its number, cut wherever a mark begins or ends."""
    waiting = list(reversed(marks))
    under: list[Mark] = []
    for number, (start, after) in enumerate(pairwise((*page.starts, len(page.text))), 1):
        end = start + len(page.text[start:after].rstrip("\r\n"))
        while waiting and waiting[-1].span.start < max(after, start + 1):
            under.append(waiting.pop())
        under = [mark for mark in under if mark.span.end > start]
        edges = {start, end, *(edge for m in under for edge in (m.span.start, m.span.end) if start < edge < end)}
        yield number, [_part(Span(one, other), under) for one, other in pairwise(sorted(edges))]


def _part(span: Span, under: Sequence[Mark]) -> _Part:
    over = [mark for mark in under if mark.span.overlaps(span)]
    return span, min(over, key=lambda m: (m.rank, m.span), default=None)
