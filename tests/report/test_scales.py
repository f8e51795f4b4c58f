"""Intervals on a scale: drawn where they are, and seen to meet just where they do."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from consistency.interval import ANYTHING, Interval
from consistency.model import Bound, Claim, Passage, Verdict
from consistency.offsets import Span
from consistency.report.scales import MARGIN, TICKS, WIDTH, Bar, ValueScale, scale
from tests.report.samples import FEWER_JOBS, MORE_JOBS, REVENUE_IN_YI

NUMBERS = st.integers(-(10**9), 10**9).map(Fraction)


def saying(expected: Interval, stated: Interval | None = None, of: Claim = MORE_JOBS) -> Claim:
    value = expected.low if expected.low is not None else of.quantity.base_value
    quantity = replace(of.quantity, base_value=value, bound=Bound.ABOUT, expected=expected, stated=stated or expected)
    return replace(of, mention=replace(of.mention, quantity=quantity))


def drawn(*sides: Claim, verdict: Verdict = Verdict.CONFLICT) -> ValueScale:
    found = scale([(claim,) for claim in sides], verdict, "zh")
    assert found is not None
    return found


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    if low == high:
        return Interval.point(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@given(intervals(), intervals())
def test_what_is_shared_is_drawn_just_where_intervals_meet(one: Interval, other: Interval) -> None:
    found = scale([(saying(one),), (saying(other),)], Verdict.TENSION, "zh")
    assume(found is not None)
    assert found is not None
    assert (found.shared is not None) == one.meets(other)
    if found.shared is not None:
        for row in found.rows:
            assert row.expected.start <= found.shared.start <= found.shared.end <= row.expected.end


@given(intervals(), intervals())
def test_greater_numbers_stand_further_right_and_all_within_the_margins(one: Interval, other: Interval) -> None:
    found = scale([(saying(one),), (saying(other),)], Verdict.CONFLICT, "zh")
    assume(found is not None)
    assert found is not None
    ends = [(end, at) for i, row in zip((one, other), found.rows, strict=True) for end, at in places(i, row.expected)]
    for end, at in ends:
        assert MARGIN <= at <= WIDTH - MARGIN
        assert all(at <= there for another, there in ends if end <= another)


def places(interval: Interval, bar: Bar) -> list[tuple[Fraction, int]]:
    assert interval.low is not None
    assert interval.high is not None
    return [(interval.low, bar.start), (interval.high, bar.end)]


def test_open_ends_and_what_words_allow_beside_the_expected() -> None:
    low = Fraction(55000)
    over = saying(Interval(low, Fraction(60500), low_open=True), Interval(low, None, low_open=True))
    found = drawn(MORE_JOBS, over)
    point, row = found.rows
    assert point.expected.start == point.expected.end == WIDTH - MARGIN
    assert (row.expected.start_open, row.expected.end_open) == (True, False)
    assert row.stated is not None
    assert (row.stated.end, row.stated.beyond, row.stated.before) == (WIDTH, True, False)
    assert found.shared is None


def test_rows_bear_the_side_and_the_value() -> None:
    found = drawn(MORE_JOBS, FEWER_JOBS)
    assert [(row.side, row.label) for row in found.rows] == [(0, "65,000 人"), (1, "大于 55,000、不超过 60,500 人")]


def test_values_that_repeat_are_drawn_once() -> None:
    found = scale([(MORE_JOBS, MORE_JOBS), (FEWER_JOBS, FEWER_JOBS)], Verdict.TENSION, "zh")
    assert found is not None
    assert len(found.rows) == 2


@given(NUMBERS, NUMBERS)
def test_the_axis_has_a_few_round_figures(one: Fraction, other: Fraction) -> None:
    assume(one != other)
    found = drawn(saying(Interval.point(one)), saying(Interval.point(other)))
    assert 1 <= len(found.ticks) <= TICKS + 1
    assert all(MARGIN <= tick.at <= WIDTH - MARGIN for tick in found.ticks)
    assert all(tick.label.endswith(" 人") for tick in found.ticks)


def test_two_exact_numbers_of_one_precision_were_due_to_be_equal() -> None:
    one, other = (saying(Interval(Fraction(n) - Fraction(1, 2), Fraction(n) + 1)) for n in (1744, 1745))
    assert drawn(one, other).equal_due
    assert drawn(one, other).shared is None
    assert not drawn(one, other, verdict=Verdict.AGREE).equal_due


@pytest.mark.parametrize(
    "sides",
    [
        [(MORE_JOBS,), (REVENUE_IN_YI,)],  # people and money
        [(MORE_JOBS,), (MORE_JOBS,)],
        [(Passage("a", Span(0, 1)),), (Passage("b", Span(0, 1)),)],
        [],
    ],
)
def test_what_stands_on_no_scale_has_none(sides: list[tuple[Claim, ...]]) -> None:
    assert scale(sides, Verdict.CONFLICT, "zh") is None


def test_words_that_allow_any_number_are_drawn_from_edge_to_edge() -> None:
    row = drawn(saying(ANYTHING), FEWER_JOBS).rows[0]
    assert (row.expected.start, row.expected.end, row.expected.before, row.expected.beyond) == (0, WIDTH, True, True)


def test_places_of_a_ranking_are_whole() -> None:
    third, fourth = (
        replace(c, mention=replace(c.mention, quantity=replace(c.quantity, base_unit="rank", dimension="rank")))
        for c in (saying(Interval.point(3)), saying(Interval.point(4)))
    )
    assert [tick.label for tick in drawn(third, fourth).ticks] == ["第3位", "第4位"]
