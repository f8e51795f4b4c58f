"""What holds of all arithmetic: a consistent account is never reported, a tenfold part always is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.model import Finding
from tests.checks.telling import ROUNDINGS, amounts, grown, percentages, told
from tests.domain import bulletin, found

SELECT = ("CC2",)
PLACES = st.integers(0, 2)
# Whole 元, so that any share and any sum of them is exact before it is rounded.
MONEY = st.integers(20 * 10**8, 900 * 10**8)
GROWTH = st.integers(-150, 350)  # tenths of a per cent
CASES = settings(max_examples=120)

PARTS = ("第一产业增加值", "第三产业增加值", "出口总额", "税收收入", "乡村零售额")


@st.composite
def consistent(draw: st.DrawFn, tenfold: bool = False) -> tuple[str, ...]:
    """The paragraphs of a bulletin whose numbers all come from one consistent account, each rounded in its own way.

    With `tenfold`, one part of a sum is told ten times as large as it is.
    """
    wrong = draw(st.sampled_from(PARTS)) if tenfold else ""
    first, second, third = (draw(MONEY) for _ in range(3))
    exports, imports, taxes, other = (draw(MONEY) for _ in range(4))
    town, country = draw(MONEY), draw(MONEY)
    output, trade, revenue = first + second + third, exports + imports, taxes + other
    before = [draw(st.integers(20 * 10**8, 900 * 10**8)) for _ in range(2)]
    rates = [Fraction(now, then) * 100 - 100 for now, then in zip((exports, imports), before, strict=True)]
    rate = Fraction(trade, sum(before)) * 100 - 100
    people = draw(st.integers(20 * 10**4, 900 * 10**4))
    research = draw(st.integers(1, 80)) * output // 1000
    medals = [draw(st.integers(0, 400)) for _ in range(3)]
    places, rounding = draw(PLACES), draw(ROUNDINGS)
    shares = ":".join(told(Fraction(v, output) * 100, 1, rounding) for v in (first, second, third))

    def percent(value: Fraction) -> str:
        return draw(percentages(value))

    def money(value: int, name: str = "") -> str:
        return name + draw(amounts(value * 10 if name and name == wrong else value))

    return (
        f"全年地区生产总值{money(output)}。"
        f"其中，{money(first, '第一产业增加值')}；{money(second, '第二产业增加值')}；"
        f"{money(third, '第三产业增加值')}。三次产业结构为{shares}。",
        f"全年进出口总额{money(trade)}，{grown(percent(rate))}。"
        f"其中，{money(exports, '出口总额')}，{grown(percent(rates[0]))}；"
        f"{money(imports, '进口总额')}，{grown(percent(rates[1]))}。",
        f"一般公共预算收入{money(revenue)}，其中{money(taxes, '税收收入')}，"
        f"税收收入占一般公共预算收入的比重为{percent(Fraction(taxes, revenue) * 100)}。{money(other, '非税收入')}。",
        f"社会消费品零售总额{money(town + country)}。"
        f"按经营单位所在地分，{money(town, '城镇零售额')}；{money(country, '乡村零售额')}。",
        f"年末常住人口{told(Fraction(people, 10000), places, rounding)}万人。"
        f"人均地区生产总值{told(Fraction(output, people), 0, rounding)}元。",
        f"全社会研发投入{money(research)}，研发投入强度{percent(Fraction(research, output) * 100)}。",
        f"获得奖牌{sum(medals)}枚。其中，金牌{medals[0]}枚，银牌{medals[1]}枚，铜牌{medals[2]}枚。",
    )


def messages(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{f.rule} {f.message['zh']}" for f in findings]


@CASES
@given(consistent())
def test_a_consistent_account_is_never_reported_however_it_is_rounded(paragraphs: tuple[str, ...]) -> None:
    assert messages(found(bulletin(*paragraphs), select=SELECT)) == []


@CASES
@given(consistent())
def test_nor_where_its_numbers_stand_in_several_documents(paragraphs: tuple[str, ...]) -> None:
    half = len(paragraphs) // 2
    assert messages(found(bulletin(*paragraphs[:half]), bulletin(*paragraphs[half:]), select=SELECT)) == []


@CASES
@given(consistent(tenfold=True))
def test_a_part_of_any_sum_told_ten_times_too_large_is_always_reported(paragraphs: tuple[str, ...]) -> None:
    assert found(bulletin(*paragraphs), select=SELECT)


@CASES
@given(
    st.lists(st.integers(1, 999), min_size=3, max_size=3),
    st.integers(0, 2),
    st.sampled_from(("金牌、银牌、铜牌", "第一产业投资项目、第二产业投资项目、第三产业投资项目")),
)
def test_a_part_that_is_ten_times_too_large_is_always_reported(parts: list[int], wrong: int, names: str) -> None:
    written = [value * 10 if at == wrong else value for at, value in enumerate(parts)]
    listed = "，".join(f"{name}{value}个" for name, value in zip(names.split("、"), written, strict=True))
    text = bulletin(f"全年共有{sum(parts)}个。其中，{listed}。".replace("共有", "共有项目"))
    assert found(text, select=("CC201", "CC202"))


@CASES
@given(
    st.permutations(range(3)),
    st.sampled_from((("亿元", "亿元"), ("万元", "亿元"), ("亿元", "万元"))),
    st.booleans(),
)
def test_order_and_units_change_no_verdict(order: list[int], units: tuple[str, str], right: bool) -> None:
    whole = 320 if right else 350
    names, values = ("第一产业增加值", "第二产业增加值", "第三产业增加值"), (30, 130, 160)

    def amount(value: int, unit: str) -> str:
        return f"{value}.00亿元" if unit == "亿元" else f"{value * 10000}万元"

    listed = "；".join(names[i] + amount(values[i], units[1]) for i in order)
    text = bulletin(f"全年地区生产总值{amount(whole, units[0])}。其中，{listed}。")
    assert {f.rule for f in found(text, select=SELECT)} == (set() if right else {"CC201"})


@pytest.mark.parametrize(
    "text", ["全年地区生产总值。其中，。", "其中，1枚。", "按分，共计加减=。", "1+=2", "占比:::", "3:4:"]
)
def test_odd_text_raises_nothing(text: str) -> None:
    assert found(bulletin(text), select=SELECT) == ()


WORDS = "其中，。；：加减合计总计占比0123456789.%亿万元人家个等、“”三项为预算完成增长()\n"


@given(st.text(alphabet=WORDS, max_size=60))
def test_no_text_at_all_raises_anything(text: str) -> None:
    found(bulletin(text), select=SELECT)
