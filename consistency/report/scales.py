"""The values of a finding on one scale, so that one sees whether they meet: where each interval is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from consistency.interval import Interval
from consistency.model import Claim, Quantity, Verdict
from consistency.report.figures import RANK, figure, understood
from consistency.report.sides import Place

WIDTH = 10_000  # of the drawing: places are whole hundredths of a per cent
MARGIN = 800  # of it that is left free on each side
MOST_ROWS = 8  # sides of a scale
TICKS = 4  # at most so many, and one more
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval from `start` to `end`; an end past the edge is drawn as an arrow there."""

    start: int
    end: int
    start_open: bool
    end_open: bool
    before: bool
    beyond: bool


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """A value of one side: what it is understood as, where it was expected, and what its words allow beside that."""

    side: int
    label: str
    expected: Bar
    stated: Bar | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A figure of the axis and where it stands."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class ValueScale:
    """The rows, the axis under them, and where the first two sides both are, if anywhere."""

    rows: tuple[ScaleRow, ...]
    ticks: tuple[Tick, ...]
    shared: Bar | None
    equal_due: bool  # both numbers are exact, so that they must be equal though their roundings meet


def scale(sides: Sequence[Sequence[Place]], verdict: Verdict, lang: str) -> ValueScale | None:
    """The scale for the sides of a finding; None where no two numbers of one dimension are to be drawn."""
    found = list(_distinct(sides))
    quantities = [quantity for _, quantity in found]
    if len({quantity.dimension for quantity in quantities}) != 1:
        return None
    ends = [end for q in quantities for end in (q.expected.low, q.expected.high, q.base_value) if end is not None]
    units = {quantity.base_unit for quantity in quantities}
    axis = _Axis.of(ends, units.pop() if len(units) == 1 else "")
    if axis is None:
        return None
    rows = tuple(
        ScaleRow(
            side, understood(q, lang), axis.bar(q.expected), axis.bar(q.stated) if q.stated != q.expected else None
        )
        for side, q in found[:MOST_ROWS]
    )
    first = {side: quantity.expected for side, quantity in reversed(found)}
    meet = 0 in first and 1 in first and first[0].meets(first[1])
    equal_due = meet and verdict is Verdict.CONFLICT
    shared = axis.bar(_common(first[0], first[1])) if meet and not equal_due else None
    return ValueScale(rows, tuple(axis.ticks(lang)), shared, equal_due)


def _distinct(sides: Sequence[Sequence[Place]]) -> Iterator[tuple[int, Quantity]]:
    """A quantity for each side and interval; what cannot stand on a scale has none."""
    for side, claims in enumerate(sides):
        drawn: set[tuple[Interval, Interval]] = set()
        for claim in claims:
            if not isinstance(claim, Claim) or claim.quantity.form == "composition":
                continue
            if (place := (claim.quantity.expected, claim.quantity.stated)) not in drawn:
                drawn.add(place)
                yield side, claim.quantity


def _common(one: Interval, other: Interval) -> Interval:
    """The numbers in both of two intervals that meet."""
    lows = [(i.low, i.low_open) for i in (one, other) if i.low is not None]
    highs = [(i.high, not i.high_open) for i in (one, other) if i.high is not None]
    low, low_open = max(lows, default=(None, False))
    high, high_closed = min(highs, default=(None, True))
    return Interval(low, high, low_open, not high_closed)


@dataclass(frozen=True, slots=True)
class _Axis:
    """From `low` to `high`, both in parts of one base unit, of which there are so many that both are whole."""

    low: int
    high: int
    parts: int
    unit: str

    @classmethod
    def of(cls, ends: Sequence[Fraction], unit: str) -> _Axis | None:
        """The axis on which some numbers lie; the ends of it have room beside them. None where all are one number."""
        parts = lcm(*(end.denominator for end in ends))
        whole = [end.numerator * (parts // end.denominator) for end in ends]
        low, high = min(whole), max(whole)
        return None if low == high else cls(low, high, parts, unit)

    def at(self, value: Fraction) -> int:
        """Where a number stands; what is past the edges stands there."""
        part = value.numerator * self.parts // value.denominator
        return max(0, min(WIDTH, MARGIN + (part - self.low) * (WIDTH - 2 * MARGIN) // (self.high - self.low)))

    def bar(self, interval: Interval) -> Bar:
        """Where an interval stands, cut at the edges."""
        start = 0 if interval.low is None else self.at(interval.low)
        end = WIDTH if interval.high is None else self.at(interval.high)
        return Bar(start, end, interval.low_open, interval.high_open, start == 0, end == WIDTH)

    def ticks(self, lang: str) -> Iterator[Tick]:
        """Round figures along the axis; places of a ranking are whole."""
        low, high = Fraction(self.low, self.parts), Fraction(self.high, self.parts)
        step = _round_step((high - low) / TICKS)
        if self.unit == RANK:
            step = max(step, Fraction(1))
        largest = max(abs(low), abs(high))
        for count in range(-(-low // step), high // step + 1):
            value = count * step
            yield Tick(self.at(value), figure(value, self.unit, largest, lang))


def _round_step(least: Fraction) -> Fraction:
    """The smallest of 1, 2 and 5 times a power of ten that is no smaller."""
    # A power near it: of ten bits there are three figures. Counting them out would take long for large numbers.
    power = Fraction(10) ** ((least.numerator.bit_length() - least.denominator.bit_length()) * 301 // 1000)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * step for step in _STEPS if power * step >= least)
