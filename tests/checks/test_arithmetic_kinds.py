"""Each kind of arithmetic by itself: right numbers are never reported, a tenfold one always is."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Protocol, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.telling import ROUNDINGS, amounts, grown, percentages, told
from tests.domain import bulletin, found

T = TypeVar("T")


class Draw(Protocol):
    """Draws an example of what is asked for."""

    def __call__(self, strategy: st.SearchStrategy[T]) -> T: ...


Texts = tuple[str, ...]
# The documents with every number right, or with one of them told ten times as large.
Kind = Callable[[Draw, int], Texts]
EACH = settings(max_examples=60)  # of each of two properties of twenty kinds: thousands of cases

MONEY = st.integers(20 * 10**8, 900 * 10**8)
RATES = st.integers(30, 400)  # tenths of a per cent, large enough to be seen
BUDGET = "关于青山县2023年预算执行情况与2024年预算草案的报告\n一、2023年预算执行情况\n{}\n"
NEXT = "二、2024年预算草案\n{}\n"


def money(draw: Draw, value: int | Fraction) -> str:
    return draw(amounts(int(value), least=1))


def percent(draw: Draw, value: Fraction) -> str:
    return draw(percentages(value))


def change(draw: Draw, times: int) -> Texts:
    """A level, what it rose or fell by, and the growth."""
    was, rate = draw(MONEY), draw(RATES) * draw(st.sampled_from((1, -1)))
    rise = was * rate // 1000
    verb, growth = ("增加", "增长") if rise > 0 else ("减少", "下降")
    share = percent(draw, Fraction(abs(rise), was) * 100)
    text = f"年末存款余额{money(draw, was + rise)}，比上年{verb}{money(draw, abs(rise) * times)}，{growth}{share}。"
    return (bulletin(text),)


def from_to(draw: Draw, times: int) -> Texts:
    """From one count to another."""
    was, now = draw(st.integers(20, 900)), draw(st.integers(20, 900))
    rate = Fraction(now, was) * 100 - 100
    verb = "增加" if rate >= 0 else "减少"
    return (bulletin(f"发明专利由{was * times}件{verb}到{now}件，{grown(percent(draw, rate))}。"),)


def share(draw: Draw, times: int) -> Texts:
    """A part, its whole and its share of it."""
    whole, rate = draw(MONEY), draw(st.integers(150, 900))
    part = whole * rate // 1000
    words = f"一般公共预算支出{money(draw, whole)}，其中民生支出{money(draw, part * times)}"
    return (bulletin(f"{words}，占一般公共预算支出的{percent(draw, Fraction(part, whole) * 100)}。"),)


def proportion(draw: Draw, times: int) -> Texts:
    """The parts of a proportion, one of them tenfold."""
    parts = [draw(st.integers(20, 900)) for _ in range(3)]
    rounding = draw(ROUNDINGS)
    shares = [told(Fraction(p * 100, sum(parts)), 1, rounding) for p in parts]
    wrong = draw(st.integers(0, 2))
    shares[wrong] = told(Fraction(shares[wrong]) * times, 1, rounding)
    return (bulletin(f"三次产业投资比重为{':'.join(shares)}。"),)


def intensity(draw: Draw, times: int) -> Texts:
    """An amount per unit of another."""
    output, rate = draw(MONEY), draw(st.integers(10, 80))
    research = output * rate // 1000
    words = f"全年地区生产总值{money(draw, output)}。", f"全社会研发投入{draw(amounts(research * times, least=2))}。"
    return (bulletin(*words, f"研发投入强度{percent(draw, Fraction(research, output) * 100)}。"),)


def per_head(draw: Draw, times: int) -> Texts:
    """An amount for each of the people."""
    people, each = draw(st.integers(20 * 10**4, 900 * 10**4)), draw(st.integers(30_000, 150_000))
    counted = told(Fraction(people, 10**4), 2, draw(ROUNDINGS))
    output = money(draw, people * each * times)
    return (bulletin(f"全年地区生产总值{output}。年末常住人口{counted}万人。", f"人均地区生产总值{each}元。"),)


def balance(draw: Draw, times: int) -> Texts:
    """What was left, what the year added, and what is left then."""
    left, added, income = draw(MONEY), draw(st.integers(5 * 10**8, 90 * 10**8)), draw(MONEY)
    first = f"全县社会保险基金预算收入{money(draw, income)}，年末滚存结余{money(draw, left)}。"
    then = f"全县社会保险基金预算收入{money(draw, income)}，当年收支结余{money(draw, added * times)}，"
    return (BUDGET.format(first) + NEXT.format(f"{then}年末滚存结余{money(draw, left + added)}。"),)


def rate_of_completion(draw: Draw, times: int) -> Texts:
    """What was to be done and what was, and the rate."""
    whole = draw(st.integers(20, 900))
    done = draw(st.integers(whole // 5, whole))
    rate = percent(draw, Fraction(done * 100, whole))
    return (bulletin(f"清理查找问题{whole}个，完成整改{done * times}个，整改完成率达{rate}。"),)


def target(draw: Draw, times: int) -> Texts:
    """A budget, what came of it, and the rate."""
    aim, rate = draw(MONEY), draw(st.integers(700, 1300))
    done = aim * rate // 1000
    text = f"一般公共预算收入年初预算为{money(draw, aim)}，实际完成{money(draw, done * times)}，"
    return (BUDGET.format(f"{text}为年初预算的{percent(draw, Fraction(done * 100, aim))}。"),)


def since_january(draw: Draw, times: int) -> Texts:
    """A number of half a year and of the year."""
    whole = draw(st.integers(2000, 90_000))
    half = draw(st.integers(whole // 5, whole))
    first = f"青山县2023年上半年经济运行情况\n2023年上半年，青山县城镇新增就业{half * times}人。\n青山县经济平稳。\n"
    return first, bulletin(
        f"全年城镇新增就业{told(Fraction(whole, 10**4), 2, draw(ROUNDINGS))}万人。"
        if whole > 50_000
        else f"全年城镇新增就业{whole}人。"
    )


def account(draw: Draw, times: int) -> Texts:
    """What is added up to a total."""
    income, aid, debt = draw(MONEY), draw(MONEY), draw(MONEY)
    added = f"加上级补助收入{money(draw, aid * times)}、债务转贷收入{money(draw, debt)}"
    total = money(draw, income + aid + debt)
    return (BUDGET.format(f"全县一般公共预算收入{money(draw, income)}，{added}，收入总计{total}。"),)


def left_over(draw: Draw, times: int) -> Texts:
    """What spending leaves of revenue."""
    spent, left = draw(MONEY), draw(st.integers(5 * 10**8, 90 * 10**8))
    text = f"收入总计{money(draw, spent + left)}，支出总计{money(draw, spent * times)}。"
    return (BUDGET.format(f"{text}收支相抵，结余{money(draw, left)}。"),)


def changed_budget(draw: Draw, times: int) -> Texts:
    """A budget, by how much it was changed, and what it became."""
    first, by = draw(MONEY), draw(st.integers(5 * 10**8, 19 * 10**8))
    sign, verb = draw(st.sampled_from(((1, "调增"), (-1, "调减"))))
    words = f"一般公共预算收入年初预算{money(draw, first)}，{verb}{money(draw, by * times)}"
    return (BUDGET.format(f"{words}，调整后预算为{money(draw, first + sign * by)}。"),)


def totalled(draw: Draw, times: int) -> Texts:
    """Amounts and their total at the end of the sentence."""
    one, other = draw(MONEY), draw(MONEY)
    text = f"2023年发行新增债券{money(draw, one * times)}，再融资债券{money(draw, other)}"
    return (BUDGET.format(f"{text}，合计{money(draw, one + other)}。"),)


def written_out(draw: Draw, times: int) -> Texts:
    """A sum with signs."""
    one, other = draw(st.integers(1, 900)), draw(st.integers(1, 900))
    return (bulletin(f"推行“{one * times}+{other}={one + other}”工作法。"),)


def two_years(draw: Draw, times: int) -> Texts:
    """The levels of two years in two documents, and the growth."""
    was, now = draw(MONEY), draw(MONEY)
    rate = grown(percent(draw, Fraction(now, was) * 100 - 100))
    return bulletin(f"全年进出口总额{money(draw, was * times)}。", year=2022), bulletin(
        f"全年进出口总额{money(draw, now)}，{rate}。"
    )


def points(draw: Draw, times: int) -> Texts:
    """A rate of two years and the points between them."""
    was, rise = draw(st.integers(3000, 7000)), draw(st.integers(20, 900))
    rounding = draw(ROUNDINGS)
    rates = [told(Fraction(r, 100), 2, rounding) for r in (was, was + rise, rise * times)]
    return (
        bulletin(f"城镇化率{rates[0]}%。", year=2022),
        bulletin(f"城镇化率{rates[1]}%，比上年提高{rates[2]}个百分点。"),
    )


def weighted(draw: Draw, times: int) -> Texts:
    """The growth of a total and of its parts at current prices."""
    now, rates = [draw(MONEY) for _ in range(2)], [draw(RATES) for _ in range(2)]
    before = [Fraction(n * 1000, 1000 + r) for n, r in zip(now, rates, strict=True)]
    rate = (Fraction(sum(now)) / sum(before) - 1) * 100 * times
    parts = [
        f"{money(draw, n)}，增长{told(Fraction(r, 10), 1, draw(ROUNDINGS))}%" for n, r in zip(now, rates, strict=True)
    ]
    text = f"全年进出口总额{money(draw, sum(now))}，增长{percent(draw, rate)}。"
    return (bulletin(f"{text}其中，出口总额{parts[0]}；进口总额{parts[1]}。"),)


def limit(draw: Draw, times: int) -> Texts:
    """A debt and its limit."""
    most, used = draw(MONEY), draw(st.integers(200, 1000))
    text = f"全县政府债务限额{money(draw, most)}。全县政府债务余额{money(draw, most * used // 1000 * times)}。"
    return (BUDGET.format(text),)


def people(draw: Draw, times: int) -> Texts:
    """Persons counted, and the people there are."""
    all_, insured = draw(st.integers(20 * 10**4, 900 * 10**4)), draw(st.integers(200, 950))
    counted = [told(Fraction(n, 10**4), 2, draw(ROUNDINGS)) for n in (all_, all_ * insured // 1000 * times)]
    return (bulletin(f"年末常住人口{counted[0]}万人。", f"在校学生{counted[1]}万人。"),)


KINDS: tuple[Kind, ...] = (
    *(change, from_to, share, proportion, intensity, per_head, balance, rate_of_completion, target, since_january),
    *(account, left_over, changed_budget, totalled, written_out, two_years, points, weighted, limit, people),
)
IN_TWO_DOCUMENTS: tuple[Kind, ...] = (since_january, two_years, points)


def named(kinds: tuple[Kind, ...]) -> pytest.MarkDecorator:
    """A test for each kind, under its name."""
    return pytest.mark.parametrize("kind", kinds, ids=lambda kind: kind.__name__)


def reported(texts: Texts) -> list[str]:
    return [f"{f.rule} {f.message['zh']}" for f in found(*texts, select=("CC2",))]


@named(KINDS)
@EACH
@given(data=st.data())
def test_right_numbers_are_never_reported_however_they_are_rounded(kind: Kind, data: st.DataObject) -> None:
    assert reported(kind(data.draw, 1)) == []


@named(KINDS)
@EACH
@given(data=st.data())
def test_a_number_told_ten_times_too_large_always_is(kind: Kind, data: st.DataObject) -> None:
    assert reported(kind(data.draw, 10)) != []


@named(IN_TWO_DOCUMENTS)
@EACH
@given(data=st.data(), times=st.sampled_from((1, 10)))
def test_the_order_of_documents_changes_nothing(kind: Kind, data: st.DataObject, times: int) -> None:
    texts = kind(data.draw, times)
    assert len(texts) == 2
    assert sorted(reported(texts)) == sorted(reported(texts[::-1]))
