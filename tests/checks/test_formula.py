"""Formulas of identities: how they are read, and what cannot be read."""

from fractions import Fraction

import pytest

from consistency.checks.formula import FormulaError, Operand, parse
from consistency.interval import Interval

A, B = Operand("甲"), Operand("乙")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("丙 = 甲 + 乙", 16),
        ("丙＝甲－乙", 8),
        ("丙 = 甲 × 乙", 48),
        ("丙 = 甲 ÷ 乙", 3),
        ("丙 = (甲 + 乙) / 乙", 4),
        ("丙 = 甲 + 乙 / 乙", 13),
        ("丙 = 甲 - 乙 - 乙", 4),
        ("丙 = 50% * 甲 + 0.5 * 乙", 8),
    ],
)
def test_a_formula_is_worked_out_as_written(text: str, value: int) -> None:
    known = {A: Interval.point(12), B: Interval.point(4)}
    assert parse(text).value(known) == Interval.point(value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("丙", "wants =, <= or >= after 丙"),
        ("= 甲", "wants an indicator at '= 甲'"),
        ("丙 = 甲 +", "wants an indicator at ''"),
        ("丙 = (甲 + 乙", "wants a closing bracket at ''"),
        ("丙 = 甲 乙", "cannot be read from '乙' on"),
        ("丙 = 3", "names no indicator to the right of its sign"),
        ("丙 == 甲", "wants an indicator at '= 甲'"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(FormulaError) as raised:
        parse(text)
    assert str(raised.value) == said


def test_the_year_before_is_an_operand_of_its_own() -> None:
    formula = parse("滚存结余 = 滚存结余[上年] + 收支结余")
    assert formula.operands == (Operand("滚存结余", before=True), Operand("收支结余"))
    assert formula.addends == ()  # it is no sum of parts of one year


def test_a_sum_knows_its_parts() -> None:
    assert [o.name for o in parse("进出口总额 = 出口总额 + 进口总额").addends] == ["出口总额", "进口总额"]
    assert parse("丙 = 甲 + 2").addends == ()
    assert parse("丙 = 甲 - 乙").addends == ()


def test_names_may_hold_figures_and_points() -> None:
    assert parse("达标率 = PM2.5浓度 / R&D经费").operands == (Operand("PM2.5浓度"), Operand("R&D经费"))


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("丙 = 甲 / 乙", "12 ÷ 4"),
        ("丙 = (甲 + 乙) / 乙", "(12 + 4) ÷ 4"),
        ("丙 = 甲 - (乙 - 甲)", "12 − (4 − 12)"),
        ("丙 = 甲 / (乙 / 甲)", "12 ÷ (4 ÷ 12)"),
        ("丙 = 1.5 * 甲 - 乙", "1.5 × 12 − 4"),
    ],
)
def test_a_formula_is_spelt_with_brackets_where_they_matter(text: str, spelt: str) -> None:
    assert parse(text).spelt({A: "12", B: "4"}) == spelt


def test_rounding_is_carried_through() -> None:
    known = {A: Interval(Fraction(11), Fraction(13)), B: Interval(Fraction(4), Fraction(5))}
    assert parse("丙 = 甲 / 乙").value(known) == Interval(Fraction(11, 5), Fraction(13, 4))
