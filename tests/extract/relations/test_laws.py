"""What holds of every relation: it stays as true when it is scaled or reordered; a true one is never reported."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.telling import told
from tests.domain import found
from tests.extract.relations.lines import TITLE

EACH = settings(max_examples=12)
WORDS = ("基本支出", "项目支出", "上缴支出", "经营支出")
# Numbers from which every way of telling them is made: what each item is, in hundredths of 亿元.
ITEMS = st.lists(st.integers(200, 9000), min_size=3, max_size=4, unique=True)
UNITS = st.sampled_from(("亿元", "万元"))
WRONG = Fraction(17, 10)  # a number told so many times as large as it is

# A line from its items, which of its numbers is wrong (none below nought), and how a number is written.
Write = Callable[[int], str]
Line = Callable[[list[int], Write, Fraction], str]


def chain(items: list[int], write: Write, off: Fraction) -> str:
    """A base, what is added and what is taken away, and the total."""
    first, *added = items
    taken = min(items) // 2
    total = first + sum(added) - taken
    listed = "、".join(f"{w}{write(v)}" for w, v in zip(("上级补助", "调入资金", "债券收入"), added, strict=False))
    return f"当年收入{write(first)}，加上{listed}，减去上解支出{write(taken)}，财力总计{write(int(total * off))}。"


def totalled(items: list[int], write: Write, off: Fraction) -> str:
    """Items and their total."""
    listed = "、".join(f"{w}{write(v)}" for w, v in zip(WORDS, items, strict=False))
    return f"安排{listed}，合计{write(int(sum(items) * off))}。"


def composed(items: list[int], write: Write, off: Fraction) -> str:
    """A whole and all that it is made of."""
    listed = "、".join(f"{w}{write(v)}" for w, v in zip(WORDS, items, strict=False))
    return f"部门支出{write(int(sum(items) * off))}，由{listed}构成。"


def with_rest(items: list[int], write: Write, off: Fraction) -> str:
    """A whole and its parts, with 其他."""
    listed = "，".join(f"{w}{write(v)}" for w, v in zip((*WORDS[: len(items) - 1], "其他支出"), items, strict=True))
    return f"部门支出{write(int(sum(items) * off))}，其中{listed}。"


SUMS = (chain, totalled, composed, with_rest)


def writing(unit: str, factor: int = 1) -> Write:
    """How an exact amount is written in a unit."""
    if unit == "亿元":
        return lambda value: f"{told(Fraction(value * factor, 100), 2, 'ROUND_DOWN')}亿元"
    return lambda value: f"{value * factor * 100}万元"


def reported(line: str) -> bool:
    """Whether any rule of arithmetic reports the line."""
    return bool(found(f"{TITLE}{line}\n", select=("CC2",)))


@pytest.mark.parametrize("line", SUMS)
@EACH
@given(ITEMS, UNITS, st.integers(1, 9))
def test_a_true_sum_is_never_reported(line: Line, items: list[int], unit: str, factor: int) -> None:
    assert not reported(line(items, writing(unit, factor), Fraction(1)))


@pytest.mark.parametrize("line", SUMS)
@EACH
@given(ITEMS, UNITS)
def test_a_sum_that_is_clearly_wrong_is_reported(line: Line, items: list[int], unit: str) -> None:
    assert reported(line(items, writing(unit), 10 * WRONG))


@pytest.mark.parametrize("line", SUMS)
@EACH
@given(st.data(), ITEMS, st.sampled_from((Fraction(1), 10 * WRONG)))
def test_a_sum_stays_as_true_when_it_is_reordered_or_scaled(
    line: Line, data: st.DataObject, items: list[int], off: Fraction
) -> None:
    other = data.draw(st.permutations(items))
    here = reported(line(items, writing("亿元"), off))
    assert reported(line(other, writing("亿元"), off)) == here
    assert reported(line(items, writing("万元"), off)) == here
    assert reported(line(items, writing("亿元", 7), off)) == here


LEVELS = st.integers(200, 9000)


@EACH
@given(LEVELS, LEVELS, UNITS)
def test_a_true_movement_is_never_reported(was: int, now: int, unit: str) -> None:
    write, rose = writing(unit), "增加" if now >= was else "减少"
    growth = told(abs(Fraction(now, was) * 100 - 100), 2, "ROUND_HALF_UP")
    by = f"{'增长' if now >= was else '下降'}{growth}%"
    for line in (
        f"交通投资由{write(was)}{rose}到{write(now)}，{by}。",
        f"交通投资由{write(was)}{rose}到{write(now)}，{rose}{write(abs(now - was))}。",
        f"交通投资{write(now)}，上年为{write(was)}，{by}。",
        f"交通投资{write(now)}，比“十三五”{write(was)}{rose}{write(abs(now - was))}，{by}。",
        f"交通投资{write(now)}，是上年{write(was)}的{told(Fraction(now, was), 2, 'ROUND_DOWN')}倍。",
    ):
        assert not reported(line)


@EACH
@given(LEVELS, LEVELS.filter(lambda v: v > 300), UNITS)
def test_a_movement_that_is_clearly_wrong_is_reported(was: int, more: int, unit: str) -> None:
    write, now = writing(unit), was + more
    for line in (
        f"交通投资由{write(was)}增加到{write(now)}，增加{write(more * 17)}。",
        f"交通投资{write(now)}，比“十三五”{write(was)}增加{write(more * 17)}。",
        f"交通投资由{write(was)}增加到{write(now)}，增长{told(Fraction(more * 1700, was), 1, 'ROUND_DOWN')}%。",
    ):
        assert reported(line)


@EACH
@given(st.integers(100, 9999), st.sampled_from((Fraction(1), Fraction(17, 10))))
def test_a_number_told_in_two_units_is_reported_where_it_is_two(value: int, off: Fraction) -> None:
    exact, pounds = Fraction(value, 100), Fraction(value, 100) / 5 * off
    line = f"粮食产量{told(exact, 2, 'ROUND_DOWN')}万吨（{told(pounds, 4, 'ROUND_DOWN')}亿斤）。"
    assert reported(line) == (off != 1)


@EACH
@given(st.integers(100, 900), st.integers(100, 900), st.integers(0, 1))
def test_a_running_total_is_reported_where_it_does_not_go_on(so_far: int, added: int, wrong: int) -> None:
    total = (so_far + added) * (17 if wrong else 1)
    assert reported(f"累计建成充电桩{so_far}个；新增{added}个，累计{total}个。") == bool(wrong)


@EACH
@given(LEVELS, st.integers(10, 90), UNITS)
def test_a_share_and_a_rate_are_reported_where_they_are_wrong(whole: int, share: int, unit: str) -> None:
    write = writing(unit)
    part = whole * share // 100
    right = told(Fraction(part * 100, whole), 1, "ROUND_HALF_UP")
    wrong = told(Fraction(part * 100, whole) * Fraction(3, 10), 1, "ROUND_HALF_UP")
    for line in (
        "部门支出{0}，其中基本支出{1}，占{2}%。",
        "本级收入{1}，占全市收入{0}的{2}%。",
        "完成{1}，为年初预算{0}的{2}%。",
    ):
        assert not reported(line.format(write(whole), write(part), right))
        assert reported(line.format(write(whole), write(part), wrong))
