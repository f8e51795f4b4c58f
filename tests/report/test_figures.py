"""Numbers as people and programs read them."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from consistency.interval import Interval
from consistency.model import Bound, Quantity
from consistency.offsets import Span
from consistency.report.figures import decimal_string, grouped, interval, understood
from consistency.report.sides import value_line


def quantity(
    value: Fraction | int | str,
    base_unit: str,
    bound: Bound = Bound.EXACT,
    expected: Interval | None = None,
    form: str = "number",
) -> Quantity:
    expected = expected or Interval.point(Fraction(value))
    return Quantity(
        span=Span(0, 1),
        number=Span(0, 1),
        value="5:3:2",
        unit="",
        base_value=Fraction(value),
        base_unit=base_unit,
        dimension="",
        bound=bound,
        step=Fraction(0),
        stated=expected,
        expected=expected,
        form=form,
    )


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_is_told_to_its_last_place(number: object) -> None:
    value = Fraction(str(number))
    written = decimal_string(value)
    assert Fraction(written) == value
    assert "E" not in written.upper()


@given(st.fractions())
def test_any_other_number_is_told_to_twelve_digits(value: Fraction) -> None:
    assume(value)
    assert abs(Fraction(decimal_string(value)) / value - 1) < Fraction(1, 10**11)


def test_trailing_noughts_of_whole_numbers_stay() -> None:
    assert decimal_string(Fraction(8030000000)) == "8030000000"


def test_a_number_longer_than_python_likes_to_print_is_told() -> None:
    assert decimal_string(Fraction(10) ** 5000) == "1" + "0" * 5000


@pytest.mark.parametrize(
    ("value", "figures"),
    [
        ("65000", "65,000"),
        ("999", "999"),
        ("-1234567.25", "-1,234,567.25"),
        ("0.021", "0.021"),
        ("200/3", "≈66.67"),
        ("20000000/3", "≈6,667,000"),
    ],
)
def test_figures_are_grouped_in_thousands(value: str, figures: str) -> None:
    assert grouped(Fraction(value)) == figures


@pytest.mark.parametrize(
    ("bounds", "written"),
    [
        (Interval(Fraction(1), Fraction(2)), "1 至 2"),
        (Interval(Fraction(1), Fraction(2), low_open=True), "大于 1、不超过 2"),
        (Interval(Fraction(1), Fraction(2), high_open=True), "不少于 1、小于 2"),
        (Interval(None, Fraction(2000)), "不超过 2,000"),
        (Interval(Fraction(1), None), "不少于 1"),
    ],
)
def test_an_interval_says_which_ends_belong(bounds: Interval, written: str) -> None:
    assert interval(bounds, "zh") == written


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (65000, "人", "65,000 人", "65,000 人"),
        (8030000000, "元", "80.3 亿元", "8.03 billion 元"),
        (-250000, "元", "-25 万元", "-250,000 元"),
        (9999, "元", "9,999 元", "9,999 元"),
        (128, "%", "128%", "128%"),
        ("4.5", "", "4.5", "4.5"),
    ],
)
def test_a_value_stands_in_its_base_unit(value: int | str, unit: str, zh: str, en: str) -> None:
    assert understood(quantity(value, unit), "zh") == zh
    assert understood(quantity(value, unit), "en") == en


def test_words_that_leave_something_open_show_what_was_expected() -> None:
    over = Interval(Fraction(8 * 10**9), Fraction(88, 10) * 10**9, low_open=True)
    money = quantity(8 * 10**9, "元", Bound.OVER, over)
    assert understood(money, "zh") == "大于 80、不超过 88 亿元"
    assert understood(money, "en") == "over 8, up to 8.8 billion 元"
    growth = quantity(10, "%", Bound.AT_LEAST, Interval(Fraction(10), Fraction(100), high_open=True), "magnitude")
    assert understood(growth, "zh") == "不少于 10%、小于 100%"


def test_both_ends_of_an_interval_stand_in_one_scale() -> None:
    about = Interval(Fraction(95_000_000), Fraction(105_000_000))
    assert understood(quantity(10**8, "元", Bound.ABOUT, about), "zh") == "0.95 至 1.05 亿元"
    near = Interval(None, Fraction(50_000), high_open=True)
    assert understood(quantity(50_000, "元", Bound.NEAR, near), "zh") == "小于 5 万元"


def test_a_range_is_shown_as_one_whatever_its_bound() -> None:
    days = Interval(Fraction(5), Fraction(8))
    assert understood(quantity(5, "天", expected=days, form="range"), "zh") == "5 至 8 天"


def test_a_rank_is_a_place() -> None:
    assert understood(quantity(3, "rank", form="rank"), "zh") == "第3位"
    assert understood(quantity(3, "rank", form="rank"), "en") == "no. 3"


def test_a_composition_stands_for_itself() -> None:
    assert understood(quantity(5, "", form="composition"), "zh") == "5:3:2"


def test_what_is_understood_as_written_is_told_once() -> None:
    assert value_line("1,744家", quantity(1744, "家"), "zh") == "1,744家"
    assert value_line("6.5万人", quantity(65000, "人"), "zh") == "6.5万人 → 65,000 人"
    assert value_line("25.0亿元", quantity(25 * 10**8, "元"), "zh") == "25.0亿元"
    assert value_line("1,250.50元", quantity("1250.5", "元"), "zh") == "1,250.50元"
    assert value_line("2.05亿元", quantity(25 * 10**7, "元"), "zh") == "2.05亿元 → 2.5 亿元"
