"""The laws of intervals, and numbers at their edges."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.interval import ANYTHING, Interval

NUMBERS = st.integers(-120, 120).map(lambda n: Fraction(n, 6))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals that hold at least one number."""
    low, high = draw(st.none() | NUMBERS), draw(st.none() | NUMBERS)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
        if low == high:
            return Interval.point(low)
    return Interval(low, high, draw(st.booleans()) and low is not None, draw(st.booleans()) and high is not None)


def holds(interval: Interval, value: Fraction) -> bool:
    """Whether a number belongs to an interval, by the definition."""
    above = interval.low is None or value > interval.low or (value == interval.low and not interval.low_open)
    below = interval.high is None or value < interval.high or (value == interval.high and not interval.high_open)
    return above and below


@given(intervals(), NUMBERS)
def test_an_interval_holds_what_lies_between_its_ends(interval: Interval, value: Fraction) -> None:
    assert interval.holds(value) == holds(interval, value)


@given(intervals(), intervals())
def test_meeting_is_mutual(one: Interval, other: Interval) -> None:
    assert one.meets(other) == other.meets(one)


@given(intervals(), intervals())
def test_intervals_meet_where_they_have_a_number_in_common(one: Interval, other: Interval) -> None:
    ends = sorted({end for end in (one.low, one.high, other.low, other.high) if end is not None} | {Fraction(0)})
    between = [(a + b) / 2 for a, b in pairwise(ends)]
    common = any(holds(one, n) and holds(other, n) for n in [ends[0] - 1, *ends, *between, ends[-1] + 1])
    assert one.meets(other) == common


@given(intervals())
def test_an_interval_meets_itself_and_anything(one: Interval) -> None:
    assert one.meets(one)
    assert one.meets(ANYTHING)


@given(intervals(), NUMBERS.filter(bool), NUMBERS)
def test_a_number_scaled_is_held_by_the_interval_scaled(one: Interval, factor: Fraction, value: Fraction) -> None:
    assert one.holds(value) == one.scaled(factor).holds(value * factor)


@given(intervals(), intervals(), NUMBERS.filter(bool))
def test_another_unit_changes_no_meeting(one: Interval, other: Interval, factor: Fraction) -> None:
    assert one.meets(other) == one.scaled(factor).meets(other.scaled(factor))


@given(intervals(), NUMBERS.filter(bool))
def test_scaling_back_gives_the_interval_again(one: Interval, factor: Fraction) -> None:
    assert one.scaled(factor).scaled(1 / factor) == one


def test_nothing_is_scaled_by_nought() -> None:
    with pytest.raises(ValueError, match="nought"):
        Interval.point(3).scaled(0)


@given(intervals(), intervals())
def test_a_sum_is_the_same_in_either_order(one: Interval, other: Interval) -> None:
    assert one.plus(other) == other.plus(one)


@given(intervals(), intervals(), intervals())
def test_three_are_added_in_any_order(one: Interval, two: Interval, three: Interval) -> None:
    assert one.plus(two).plus(three) == one.plus(two.plus(three))


@given(intervals())
def test_adding_nought_changes_nothing(one: Interval) -> None:
    assert one.plus(Interval.point(0)) == one


@given(intervals(), intervals(), NUMBERS, NUMBERS)
def test_a_sum_holds_the_sum_of_what_its_parts_hold(one: Interval, other: Interval, a: Fraction, b: Fraction) -> None:
    if one.holds(a) and other.holds(b):
        assert one.plus(other).holds(a + b)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Interval(Fraction(1), Fraction(2)), Interval(Fraction(2), Fraction(3)), True),
        (Interval(Fraction(1), Fraction(2), high_open=True), Interval(Fraction(2), Fraction(3)), False),
        (Interval(Fraction(1), Fraction(2)), Interval(Fraction(2), Fraction(3), low_open=True), False),
        (Interval(None, Fraction(2)), Interval(Fraction(2), None), True),
        (Interval(None, Fraction(2), high_open=True), Interval(Fraction(2), None, low_open=True), False),
    ],
)
def test_a_shared_end_counts_where_both_are_closed(one: Interval, other: Interval, meet: bool) -> None:
    assert one.meets(other) is meet
