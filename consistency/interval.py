"""Exact intervals: the numbers a writer's words leave open."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Number = Fraction | int


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; `None` is no bound; an open end does not belong.

    >>> Interval(Fraction(1), Fraction(2), high_open=True).meets(Interval(Fraction(2), None))
    False
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Number) -> Interval:
        """The interval that holds one number."""
        return cls(Fraction(value), Fraction(value))

    def meets(self, other: Interval) -> bool:
        """Whether some number belongs to both."""
        return not (self._below(other) or other._below(self))

    def _below(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def holds(self, value: Number) -> bool:
        """Whether `value` belongs to the interval."""
        return self.meets(Interval.point(value))

    def scaled(self, factor: Number) -> Interval:
        """Every number of the interval times `factor`; a negative factor turns it round.

        >>> Interval(Fraction(1), None, low_open=True).scaled(-2)
        Interval(low=None, high=Fraction(-2, 1), low_open=False, high_open=True)
        """
        if not factor:
            raise ValueError("an interval cannot be scaled by nought")
        low = None if self.low is None else times(self.low, factor)
        high = None if self.high is None else times(self.high, factor)
        if factor.numerator < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)

    def plus(self, other: Interval) -> Interval:
        """Every sum of a number of one and a number of the other."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)


def times(value: Fraction, factor: Number) -> Fraction:
    """The product; where a whole factor leaves a whole number, without looking for a common divisor of the two.

    >>> times(Fraction(2467, 2), 10000), times(Fraction(1, 3), Fraction(1, 2))
    (Fraction(12335000, 1), Fraction(1, 6))
    """
    if factor.denominator == 1:
        whole, rest = divmod(factor.numerator, value.denominator)
        if not rest:
            return Fraction(value.numerator * whole)
    return value * factor


ANYTHING = Interval(None, None)
