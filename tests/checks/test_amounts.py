"""Arithmetic with intervals: whatever two numbers were, the interval worked out holds what comes of them."""

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consistency.checks.amounts import divided, minus, times, total, widened
from consistency.extract.quantities.meaning import rounded
from consistency.interval import ANYTHING, Interval

NUMBERS = st.fractions(-1000, 1000, max_denominator=1000)
STEPS = st.sampled_from([Fraction(0), Fraction(1, 100), Fraction(1), Fraction(10)])
A_THOUSAND = settings(max_examples=1000)


def told(value: Fraction, step: Fraction) -> Interval:
    """What a number stands for that is told to the nearest step."""
    return rounded(round(value / step) * step if step else value, step)


@A_THOUSAND
@given(NUMBERS, NUMBERS, STEPS, STEPS)
def test_what_comes_of_two_rounded_numbers_holds_what_comes_of_the_true_ones(
    one: Fraction, other: Fraction, step: Fraction, other_step: Fraction
) -> None:
    a, b = told(one, step), told(other, other_step)
    assume(a.holds(one) and b.holds(other))  # just half-way up, a number belongs to the step above
    assert total((a, b)).holds(one + other)
    assert minus(a, b).holds(one - other)
    assert times(a, b).holds(one * other)
    if other:
        assert divided(a, b).holds(one / other)


@given(NUMBERS, NUMBERS)
def test_exact_numbers_give_exact_results(one: Fraction, other: Fraction) -> None:
    a, b = Interval.point(one), Interval.point(other)
    assert total((a, b)) == Interval.point(one + other)
    assert times(a, b) == Interval.point(one * other)
    if other:
        assert divided(a, b) == Interval.point(one / other)


def test_dividing_by_what_may_be_nought_says_nothing() -> None:
    assert divided(Interval.point(1), Interval(Fraction(-1), Fraction(1))) == ANYTHING
    assert divided(Interval.point(1), Interval(Fraction(0), Fraction(1), low_open=True)) == ANYTHING


def test_an_open_side_stays_open() -> None:
    above = Interval(Fraction(10), None)
    assert times(above, Interval.point(2)) == Interval(Fraction(20), None)
    assert divided(Interval.point(20), above) == Interval(Fraction(0), Fraction(2))
    assert minus(Interval.point(1), above).low is None


def test_slack_goes_to_both_sides() -> None:
    assert widened(Interval(Fraction(-100), Fraction(50)), Fraction(1, 10)) == Interval(Fraction(-110), Fraction(55))
