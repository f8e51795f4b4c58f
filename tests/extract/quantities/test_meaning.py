"""What a number's words leave open: the table of “What a number says”, and what holds of all of it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.extract.quantities.meaning import (
    Meaning,
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
from consistency.offsets import Span

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


def test_a_meaning_stands_where_its_words_do() -> None:
    reach = Interval.point(69)
    meant = Meaning("69", "人", Fraction(69), "人", "people", Bound.EXACT, Fraction(0), reach, reach, "number", ())
    quantity = meant.at(3, 6, 4, 6)
    assert (quantity.span, quantity.number, quantity.value, quantity.unit) == (Span(3, 6), Span(4, 6), "69", "人")
    assert (quantity.stated, quantity.expected, quantity.form) == (reach, reach, "number")
    assert quantity.base_value == 69


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


@pytest.mark.parametrize(
    ("value", "bound", "stated", "expected"),
    [
        # a tenth beyond, or the next number as round, whichever is nearer
        (60, Bound.OVER, (60, None), (60, 66)),
        (55, Bound.OVER, (55, None), (55, 56)),
        (60, Bound.AT_LEAST, (60, None), (60, 66)),
        (60, Bound.REMAINDER, (60, None), (60, 70)),
        (60, Bound.NEAR, (None, 60), (54, 60)),
        (60, Bound.AT_MOST, (None, 60), (54, 60)),
        # a twentieth to both sides, and twice that at most
        (200, Bound.ABOUT, (180, 220), (190, 210)),
        (3404, Bound.ABOUT, (3402, 3406), (3403, 3405)),
        # of nought there is no tenth
        (0, Bound.OVER, (0, None), (0, None)),
        (0, Bound.NEAR, (None, 0), (None, 0)),
    ],
)
def test_what_a_bound_states_and_what_is_expected_of_it(
    value: int, bound: Bound, stated: tuple[int | None, int | None], expected: tuple[int | None, int | None]
) -> None:
    told = intervals(Fraction(value), Fraction(0), bound)
    assert [(one.low, one.high) for one in told] == [stated, expected]
    itself = bound in (Bound.AT_LEAST, Bound.REMAINDER, Bound.AT_MOST, Bound.ABOUT)
    assert [one.holds(value) for one in told] == [itself, itself]


def test_a_step_is_never_less_than_what_is_told_over_it() -> None:
    assert intervals(Fraction(6000), Fraction(1000), Bound.OVER)[1].high == 7000
    assert intervals(Fraction(6000), Fraction(1000), Bound.ABOUT)[1] == Interval(Fraction(5000), Fraction(7000))


def test_nought_may_be_rounded_or_cut_off_too() -> None:
    reach = rounded(Fraction(0), Fraction(1, 10))
    assert [reach.holds(Fraction(n, 100)) for n in (-6, -5, 0, 9, 10)] == [False, True, True, True, False]


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
    assert stated.holds(1000)


def test_an_order_of_magnitude_that_is_gone_beyond_is_not_it() -> None:
    stated, expected = magnitude(Fraction(1000), Bound.OVER)
    assert (stated, expected) == (
        Interval(Fraction(1000), None, low_open=True),
        Interval(Fraction(1000), Fraction(2000), high_open=True),
    )


@pytest.mark.parametrize("bound", [Bound.NEAR, Bound.AT_MOST])
def test_an_order_of_magnitude_that_is_not_reached_is_a_bound_like_others(bound: Bound) -> None:
    assert magnitude(Fraction(1000), bound) == intervals(Fraction(1000), Fraction(0), bound)


@pytest.mark.parametrize(
    ("part", "low", "high"),
    [
        (Fraction(1, 2), Fraction(9, 20), Fraction(11, 20)),
        (Fraction(1, 3), Fraction(7, 24), Fraction(11, 30)),
        (Fraction(1, 5), Fraction(11, 60), Fraction(9, 40)),
        (Fraction(3, 5), Fraction(11, 20), Fraction(19, 30)),
        (Fraction(2, 5), Fraction(11, 30), Fraction(9, 20)),  # between 1/3 and 1/2; sevenths are not told so
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
        (Fraction(5, 2), "2.5"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(0), "0"),
        (Fraction(1, 8), "0.125"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(10_001, 10), "1000.1"),
        (Fraction(100, 3), "33.333333333333"),
        (Fraction(3, 10**12), "0.000000000003"),
    ],
)
def test_a_value_is_written_as_a_decimal(value: Fraction, text: str) -> None:
    assert decimal(value) == text


@pytest.mark.parametrize(
    ("value", "size"),
    [
        ("60", "10"),
        ("840", "10"),
        ("5500", "100"),
        ("100", "100"),
        ("7", "1"),
        ("5.5", "0.1"),
        ("-840", "10"),
        ("0", "1"),
        ("1/3", "1/30"),  # no decimal is as round: a tenth
        ("0.000000001", "0.000000001"),
    ],
)
def test_the_next_number_as_round_is_a_step_away(value: str, size: str) -> None:
    assert next_round(Fraction(value)) == Fraction(size)


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


def test_about_so_many_hours_is_as_round_as_the_hours_written() -> None:
    hour = Fraction(3600)
    expected = intervals(1712 * hour, Fraction(0), Bound.ABOUT, hour)[1]
    assert (expected.low, expected.high) == (1711 * hour, 1713 * hour)
