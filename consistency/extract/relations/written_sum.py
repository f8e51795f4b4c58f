"""Sums written with signs: “60+140=200”.

written_sum := number (+ number)+ = number
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from consistency.extract.quantities.meaning import rounded
from consistency.interval import Interval
from consistency.offsets import Span
from consistency.patterns import lazy

SUM = lazy(
    r"(?<![\d.+=])(?P<terms>\d+(?:\.\d+)?(?:\s*\+\s*\d+(?:\.\d+)?)+)\s*=\s*(?P<made>\d+(?:\.\d+)?)(?![\d.+])",
    needs=("+",),
)


@dataclass(frozen=True, slots=True)
class WrittenSum:
    """A sum as it is written, and where: its terms and what they are said to make."""

    text: str
    span: Span
    terms: tuple[str, ...]
    made: str

    @staticmethod
    def stands_for(number: str) -> Interval:
        """What a number written without unit can be: whole numbers are counts.

        >>> WrittenSum.stands_for("140") == Interval.point(140)
        True
        """
        places = len(number.partition(".")[2])
        return rounded(Fraction(number), Fraction(1, 10**places)) if places else Interval.point(Fraction(number))


def written_sums(text: str) -> Iterator[WrittenSum]:
    """The sums that a folded text writes out, in order.

    >>> [(s.terms, s.made) for s in written_sums("重点项目200个（60+140=200）")]
    [(('60', '140'), '200')]
    """
    for found in SUM.finditer(text):
        terms = tuple(t.strip() for t in found["terms"].split("+"))
        yield WrittenSum(found.group(), Span(*found.span()), terms, found["made"])
