"""Finds again what lies over a place, however many places there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from consistency.model import Passage

CELL = 64  # code points of a cell


class Atlas:
    """Numbers entered under passages, to be asked for by passages that lie over them.

    >>> from consistency.offsets import Span
    >>> atlas = Atlas()
    >>> atlas.enter([Passage("a.txt", Span(60, 70))], 7)
    >>> list(atlas.over([Passage("a.txt", Span(69, 90)), Passage("b.txt", Span(60, 70))]))
    [7]
    """

    def __init__(self) -> None:
        self._cells: dict[tuple[str, int], list[tuple[Passage, int]]] = defaultdict(list)

    def enter(self, places: Iterable[Passage], number: int) -> None:
        """Enter a number under some passages."""
        for place in places:
            for cell in _cells(place):
                self._cells[cell].append((place, number))

    def over(self, places: Iterable[Passage]) -> Iterator[int]:
        """The numbers under passages that share a character with one of these, each once."""
        seen: set[int] = set()
        for place in places:
            for cell in _cells(place):
                for other, number in self._cells.get(cell, ()):
                    if number not in seen and other.span.overlaps(place.span):
                        seen.add(number)
                        yield number


def _cells(place: Passage) -> list[tuple[str, int]]:
    last = max(place.span.end - 1, place.span.start)
    return [(place.document, cell) for cell in range(place.span.start // CELL, last // CELL + 1)]
