"""What a number's words mean: the value, and what they leave open, stated and expected.

`stated` is what the words assert (“超800” is anything above 800), `expected` what a
writer would have meant by them (not 5000). All in base units, all exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from consistency.interval import Interval
from consistency.model import Bound, Quantity
from consistency.offsets import Span

TENTH = Fraction(1, 10)
TWENTIETH = Fraction(1, 20)
NOUGHT = Fraction(0)
# Results kept: documents tell the same few values over and over.
KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that the words of a quantity say, wherever they stand; `reading` tells which words said what.

    The same words mean the same everywhere, so a meaning is worked out once and placed often.
    """

    value: str
    unit: str
    base_value: Fraction
    base_unit: str
    dimension: str
    bound: Bound
    step: Fraction
    stated: Interval
    expected: Interval
    form: str
    reading: tuple[str, ...]

    def at(self, start: int, end: int, number_start: int, number_end: int) -> Quantity:
        """The quantity with this meaning whose words stand from `start` to `end`."""
        return Quantity(
            Span(start, end),
            Span(number_start, number_end),
            self.value,
            self.unit,
            self.base_value,
            self.base_unit,
            self.dimension,
            self.bound,
            self.step,
            self.stated,
            self.expected,
            self.form,
            self.reading,
        )


def rounded(value: Fraction, step: Fraction) -> Interval:
    """The numbers that are written as `value` to the nearest `step`, or cut off to it.

    Both ways of shortening are in use, so 80.3 stands for [80.25, 80.4).

    >>> rounded(Fraction(3), Fraction(1))
    Interval(low=Fraction(5, 2), high=Fraction(4, 1), low_open=False, high_open=True)
    """
    if not step:
        return Interval.point(value)
    if value < 0:
        return Interval(value - step, value + step / 2, low_open=True)
    return Interval(value - step / 2, value + step, high_open=True)


def next_round(value: Fraction) -> Fraction:
    """The distance to the next number as round as `value`: 10 for 60 and 840, a tenth for 5.5.

    >>> next_round(Fraction(840))
    Fraction(10, 1)
    """
    value = abs(value)
    if not value:
        return Fraction(1)
    size = Fraction(1)
    while value % size:
        size /= 10
        if size < Fraction(1, 10**9):  # thirds and the like have no decimal end
            return value / 10
    while value % (size * 10) == 0:
        size *= 10
    return size


@lru_cache(maxsize=KEPT)
def intervals(value: Fraction, step: Fraction, bound: Bound, unit: Fraction = Fraction(1)) -> tuple[Interval, Interval]:
    """What is stated and what is expected of a number that is not negative, with its bound.

    How round it is shows in the `unit` it is written in: 约1712小时 is 1711 to 1713 hours, whatever that is in seconds.

    >>> intervals(Fraction(55000), Fraction(1000), Bound.OVER)[1].high
    Fraction(56000, 1)
    """
    if bound is Bound.EXACT:
        exact = rounded(value, step)
        return exact, exact
    if not value and bound in (Bound.OVER, Bound.NEAR):  # nothing is a tenth above or below nought
        stated = Interval(value, None, low_open=True) if bound is Bound.OVER else Interval(None, value, high_open=True)
        return stated, stated
    if bound in (Bound.OVER, Bound.AT_LEAST):
        open_ = bound is Bound.OVER
        reach = max(min(value + next_round(value / unit) * unit, value * (1 + TENTH)), value + step)
        return Interval(value, None, low_open=open_), Interval(value, reach, low_open=open_)
    if bound is Bound.REMAINDER:
        return Interval(value, None), Interval(value, value + next_round(value / unit) * unit, high_open=True)
    if bound in (Bound.NEAR, Bound.AT_MOST):
        open_ = bound is Bound.NEAR
        low = value * (1 - TENTH)
        return Interval(None, value, high_open=open_), Interval(low, value, high_open=open_)
    width = max(step, min(next_round(value / unit) * unit, value * TWENTIETH))  # 约3404万 is not 3440万
    return Interval(value - 2 * width, value + 2 * width), Interval(value - width, value + width)


@lru_cache(maxsize=KEPT)
def magnitude(value: Fraction, bound: Bound) -> tuple[Interval, Interval]:
    """What an order of magnitude says: 百万 alone, 上千, 数十, 千亿级."""
    stated = Interval(value, None, low_open=bound is Bound.OVER)
    if bound in (Bound.NEAR, Bound.AT_MOST):
        return intervals(value, Fraction(0), bound)
    return stated, Interval(value, value * 2 if bound is Bound.OVER else value * 10, high_open=True)


def around(value: Fraction, reach: Fraction) -> tuple[Interval, Interval]:
    """What is told in large steps and not cut off, stated and expected: 三成 is 25 to 35 per cent.

    >>> around(Fraction(30), Fraction(5))[0].high
    Fraction(35, 1)
    """
    interval = Interval(value - reach, value + reach)
    return interval, interval


def decimal(value: Fraction) -> str:
    """The number as a decimal, cut to twelve places where it has no end.

    >>> decimal(Fraction(24500)), decimal(Fraction(1, 3))
    ('24500', '0.333333333333')
    """
    if value.denominator == 1:
        return str(value.numerator)
    whole, rest = divmod(abs(value.numerator) * 10**12 // value.denominator, 10**12)
    return f"{'-' if value < 0 else ''}{whole}.{rest:012}".rstrip("0").rstrip(".")


@lru_cache(maxsize=KEPT)
def simple_fraction(value: Fraction) -> Interval:
    """The numbers told as this simple fraction: half-way to its neighbours.

    Neighbours are those of the Farey sequence of order five, or of one more than the
    denominator where that is larger (Hardy & Wright, An Introduction to the Theory of Numbers, ch. III).

    >>> simple_fraction(Fraction(1, 2)) == Interval(Fraction(9, 20), Fraction(11, 20))
    True
    """
    order = max(5, value.denominator + 1)
    below = max(Fraction(ceil(value * d) - 1, d) for d in range(1, order + 1))
    above = min(Fraction(floor(value * d) + 1, d) for d in range(1, order + 1))
    return Interval((value + below) / 2, (value + above) / 2)
