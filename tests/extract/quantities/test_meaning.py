"""What a number's words leave open: the table of “What a number says”, and what holds of all of it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.extract.quantities.meaning import (
    around,
    decimal,
    intervals,
    magnitude,
    next_round,
    rounded,
    simple_fraction,
)
from consistency.interval import Interval
from consistency.model import Bound

positive = st.integers(min_value=1, max_value=10**9).map(lambda n: Fraction(n, 100))
steps = st.sampled_from([Fraction(0), Fraction(1, 100), Fraction(1, 10), Fraction(1), Fraction(10)])
bounds = st.sampled_from(list(Bound))


def within(inner: Interval, outer: Interval) -> bool:
    """Whether every number of one interval is in the other."""
    low = outer.low is None or (
        inner.low is not None
        and (inner.low > outer.low or (inner.low == outer.low and inner.low_open >= outer.low_open))
    )
    high = outer.high is None or (
        inner.high is not None
        and (inner.high < outer.high or (inner.high == outer.high and inner.high_open >= outer.high_open))
    )
    return low and high


def test_a_rounded_number_may_be_rounded_or_cut_off() -> None:
    reach = rounded(Fraction(803, 10), Fraction(1, 10))
    assert [reach.holds(Fraction(n, 1000)) for n in (80_249, 80_250, 80_399, 80_400)] == [False, True, True, False]


def test_a_count_is_itself() -> None:
    assert intervals(Fraction(69), Fraction(0), Bound.EXACT)[0] == Interval.point(69)


@pytest.mark.parametrize(
    ("bound", "inside", "unexpected", "outside"),
    [
        (Bound.OVER, 63, 70, 60),
        (Bound.AT_LEAST, 60, 70, 59),
        (Bound.REMAINDER, 60, 70, 59),
        (Bound.NEAR, 55, 50, 60),
        (Bound.AT_MOST, 60, 50, 61),
    ],
)
def test_a_bound_opens_one_side(bound: Bound, inside: int, unexpected: int, outside: int) -> None:
    stated, expected = intervals(Fraction(60), Fraction(0), bound)
    assert expected.holds(inside)
    assert stated.holds(unexpected)
    assert not expected.holds(unexpected)
    assert not stated.holds(outside)


def test_about_is_around_it() -> None:
    stated, expected = intervals(Fraction(200), Fraction(0), Bound.ABOUT)
    assert expected.holds(191)
    assert expected.holds(209)
    assert not expected.holds(215)
    assert stated.holds(215)


def test_an_order_of_magnitude_is_open_above() -> None:
    stated, expected = magnitude(Fraction(1000), Bound.AT_LEAST)
    assert stated.high is None
    assert expected.holds(8000)
    assert not expected.holds(10_000)


@pytest.mark.parametrize(
    ("part", "low", "high"),
    [
        (Fraction(1, 2), Fraction(9, 20), Fraction(11, 20)),
        (Fraction(1, 3), Fraction(7, 24), Fraction(11, 30)),
        (Fraction(1, 5), Fraction(11, 60), Fraction(9, 40)),
    ],
)
def test_a_simple_fraction_reaches_half_way_to_its_neighbours(part: Fraction, low: Fraction, high: Fraction) -> None:
    assert simple_fraction(part) == Interval(low, high)


def test_tenths_reach_half_a_tenth_to_both_sides() -> None:
    assert around(Fraction(30), Fraction(5))[0] == Interval(Fraction(25), Fraction(35))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(24_500), "24500"),
        (Fraction(-23, 10), "-2.3"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(0), "0"),
        (Fraction(1, 8), "0.125"),
    ],
)
def test_a_value_is_written_as_a_decimal(value: Fraction, text: str) -> None:
    assert decimal(value) == text


@pytest.mark.parametrize(("value", "size"), [(60, 10), (840, 10), (5500, 100), (100, 100), (7, 1)])
def test_the_next_number_as_round_is_a_step_away(value: int, size: int) -> None:
    assert next_round(Fraction(value)) == size


@given(positive, steps, bounds)
def test_what_is_expected_is_also_stated(value: Fraction, step: Fraction, bound: Bound) -> None:
    stated, expected = intervals(value, step, bound)
    assert within(expected, stated)


@given(positive, steps, bounds, st.sampled_from([10, 10**4, 10**8]))
def test_a_larger_unit_changes_nothing(value: Fraction, step: Fraction, bound: Bound, scale: int) -> None:
    small, large = intervals(value, step, bound), intervals(value * scale, step * scale, bound)
    assert [interval.scaled(scale) for interval in small] == list(large)


@given(positive, steps)
def test_a_negative_number_mirrors_its_opposite(value: Fraction, step: Fraction) -> None:
    assert rounded(-value, step) == rounded(value, step).scaled(-1)


@given(st.integers(1, 12), st.integers(1, 12))
def test_a_simple_fraction_holds_itself_and_not_its_neighbours(above: int, below: int) -> None:
    part = Fraction(min(above, below), max(above, below) + 1)
    reach = simple_fraction(part)
    assert reach.holds(part)
    assert reach.low is not None
    assert reach.high is not None
    assert reach.low < part < reach.high
