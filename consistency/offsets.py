"""Positions: spans of a text, and the way back from a normalised text to the text as read."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, from `start` up to but not including `end`, in code points.

    >>> Span(2, 5).of("地区生产总值")
    '生产总'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """Whether this span lies wholly in `other`."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way from a shortened text back to the text it was made from.

    `cuts` are positions in the shortened text before which characters were dropped;
    `dropped` is how many had been dropped in all up to and including that cut.

    >>> OffsetMap.of_cuts([(1, 4)], length=8).back(Span(0, 2))
    Span(start=0, end=5)
    """

    cuts: array[int]
    dropped: array[int]

    @classmethod
    def of_cuts(cls, cuts: list[tuple[int, int]], length: int) -> OffsetMap:
        """The map left by cutting the stretches (start, end) out of a text of `length`."""
        places, totals, gone = array("l"), array("l"), 0
        for start, end in cuts:
            if not 0 <= start < end <= length:
                raise ValueError(f"cut {start}:{end} lies outside a text of {length}")
            places.append(start - gone)
            gone += end - start
            totals.append(gone)
        return cls(places, totals)

    def position(self, at: int) -> int:
        """Where the character at `at` of the shortened text stood before."""
        cut = bisect_right(self.cuts, at)
        return at + (self.dropped[cut - 1] if cut else 0)

    def forward(self, at: int) -> int:
        """Where the character at `at` of the text before stands now; one that was cut, where the next one does.

        >>> [OffsetMap.of_cuts([(1, 4)], length=8).forward(at) for at in (0, 2, 4, 7)]
        [0, 1, 1, 4]
        """
        cut = bisect_right(range(len(self.cuts)), at, key=lambda i: self.cuts[i] + self.dropped[i])
        now = at - (self.dropped[cut - 1] if cut else 0)
        return min(now, self.cuts[cut]) if cut < len(self.cuts) else now

    def back(self, span: Span) -> Span:
        """The span in the text before; what was cut inside it is inside again, what was cut after it is not."""
        if span.end <= span.start:
            here = self.position(span.start)
            return Span(here, here)
        return Span(self.position(span.start), self.position(span.end - 1) + 1)
