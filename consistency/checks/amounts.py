"""Arithmetic with intervals: what a sum, a product or a quotient can be, however its numbers were rounded.

Results are never narrower than the truth: nothing that some rounding explains falls outside of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from consistency.interval import ANYTHING, Interval

NOUGHT = Interval.point(0)


def total(parts: Iterable[Interval]) -> Interval:
    """Every sum of one number of each interval; nought where there is none.

    >>> total([Interval.point(60), Interval.point(140)]) == Interval.point(200)
    True
    """
    reached = NOUGHT
    for part in parts:
        reached = reached.plus(part)
    return reached


def minus(one: Interval, other: Interval) -> Interval:
    """Every difference of a number of one and a number of the other."""
    return one.plus(other.scaled(-1))


def times(one: Interval, other: Interval) -> Interval:
    """Every product of a number of one and a number of the other, ends taken in.

    >>> times(Interval.point(-2), Interval(Fraction(1), Fraction(3)))
    Interval(low=Fraction(-6, 1), high=Fraction(-2, 1), low_open=False, high_open=False)
    """
    ends = [_product(a, b) for a in _ends(one) for b in _ends(other)]
    return _hull(ends)


def divided(one: Interval, other: Interval) -> Interval:
    """Every quotient of a number of one by a number of the other; anything at all where one may divide by nought.

    >>> divided(Interval.point(65), Interval.point(130)) == Interval.point(Fraction(1, 2))
    True
    """
    if other.holds(0) or other.low == 0 or other.high == 0:
        return ANYTHING
    inverse = Interval(
        Fraction(0) if other.high is None else 1 / other.high,
        Fraction(0) if other.low is None else 1 / other.low,
    )
    return times(one, inverse)


def widened(one: Interval, share: Fraction) -> Interval:
    """The interval with some slack to both sides, a share of what stands at each end.

    >>> widened(Interval.point(100), Fraction(1, 10)) == Interval(Fraction(90), Fraction(110))
    True
    """
    low = None if one.low is None else one.low - abs(one.low) * share
    high = None if one.high is None else one.high + abs(one.high) * share
    return Interval(low, high)


_End = tuple[int, Fraction]  # (0, number), or (-1 or 1, 0) for minus or plus without bound


def _ends(interval: Interval) -> tuple[_End, _End]:
    low: _End = (-1, Fraction(0)) if interval.low is None else (0, interval.low)
    high: _End = (1, Fraction(0)) if interval.high is None else (0, interval.high)
    return low, high


def _product(one: _End, other: _End) -> _End:
    if one[0] == 0 and other[0] == 0:
        return 0, one[1] * other[1]
    sign = _sign(one) * _sign(other)
    return (sign, Fraction(0)) if sign else (0, Fraction(0))


def _sign(end: _End) -> int:
    return end[0] or (end[1] > 0) - (end[1] < 0)


def _hull(ends: list[_End]) -> Interval:
    low, high = min(ends), max(ends)
    return Interval(None if low[0] else low[1], None if high[0] else high[1])
