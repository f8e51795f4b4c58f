"""Positions: spans of a text, and the way back from a normalised text to the text as read."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise


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

    def moved(self, by: int) -> Span:
        """The span so many characters further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """Whether this span lies wholly in `other`."""
        return other.start <= self.start and self.end <= other.end


@lru_cache(maxsize=16)
def cut_out(pattern: re.Pattern[str], text: str) -> tuple[str, OffsetMap]:
    """A text without what a pattern finds, and the way back.

    >>> cut_out(re.compile("[(][^()]*[)]"), "水稻(早稻)3亩")[0]
    '水稻3亩'
    """
    cuts = [found.span() for found in pattern.finditer(text) if found.group()]
    return pattern.sub("", text) if cuts else text, OffsetMap.of_cuts(cuts, len(text))


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

    def after(self, changes: Sequence[tuple[int, int, int]]) -> OffsetMap:
        """The map of the shortened text in which stretches (start, end) were then replaced by others of some length.

        A stretch and what stands for it begin at one place; what is longer or shorter in it lies at its end.

        >>> OffsetMap.of_cuts([], 4).after([(0, 3, 4)]).back(Span(0, 5))
        Span(start=0, end=4)
        """
        ends = [end for _, end, _ in changes]
        grown = [0, *accumulate(length - (end - start) for start, end, length in changes)]

        def moved(at: int) -> int:
            return at + grown[bisect_right(ends, at)]

        cut = zip(self.cuts, pairwise((0, *self.dropped)), strict=True)
        steps = [(moved(at), gone - before) for at, (before, gone) in cut]
        steps += [(moved(a) + min(b - a, length), b - a - length) for a, b, length in changes if b - a != length]
        steps.sort()
        return OffsetMap(array("l", (at for at, _ in steps)), array("l", accumulate(gone for _, gone in steps)))

    def position(self, at: int) -> int:
        """Where the character at `at` of the shortened text stood before."""
        cut = bisect_right(self.cuts, at)
        return at + (self.dropped[cut - 1] if cut else 0)

    def forward(self, at: int) -> int:
        """Where the character at `at` of the text before stands now; one that was cut, where the next one does.

        >>> [OffsetMap.of_cuts([(1, 4)], length=8).forward(at) for at in (0, 2, 4, 7)]
        [0, 1, 1, 4]
        """
        if not self.cuts:
            return at
        cut = bisect_right(range(len(self.cuts)), at, key=lambda i: self.cuts[i] + self.dropped[i])
        now = at - (self.dropped[cut - 1] if cut else 0)
        return min(now, self.cuts[cut]) if cut < len(self.cuts) else now

    def back(self, span: Span) -> Span:
        """The span in the text before; what was cut inside it is inside again, what was cut after it is not."""
        if not self.cuts:
            return span if span.end >= span.start else Span(span.start, span.start)
        if span.end <= span.start:
            here = self.position(span.start)
            return Span(here, here)
        return Span(self.position(span.start), self.position(span.end - 1) + 1)
