"""Approved, adjusted, carried out: which standing the words of a sentence give an account, and what they name."""

import pytest

from consistency.model import Status
from tests.domain import claim, found, meet

CITY = "关于云河市2023年预算执行情况和2024年预算草案的报告\n一、2023年预算执行情况\n"
PLAN, ACTUAL = Status.PLAN, Status.ACTUAL
REVENUE = "一般公共预算收入"


@pytest.mark.parametrize(
    ("sentence", "number", "status", "name"),
    [
        ("各级人代会批准的全市一般公共预算收入为80.1亿元。", "80.1亿元", PLAN, REVENUE),
        ("市三届人大二次会议批准的2023年全市一般公共预算收入年初预算为80.1亿元。", "80.1亿元", PLAN, REVENUE),
        ("经汇总，全市一般公共预算收入80.1亿元，一般公共预算支出161.5亿元。", "161.5亿元", PLAN, "一般公共预算支出"),
        ("备案的全市一般公共预算收入为80.1亿元。", "80.1亿元", PLAN, REVENUE),
        ("预算执行中，全市一般公共预算收入调整为79.4亿元。", "79.4亿元", PLAN, REVENUE),
        ("全市一般公共预算收入预算80.1亿元，执行中按法定程序调整为79.4亿元。", "79.4亿元", PLAN, REVENUE),
        ("全市一般公共预算收入预算80.1亿元，执行中调整为79.4亿元，实际完成81.2亿元。", "81.2亿元", ACTUAL, REVENUE),
        ("预算执行中有所变化，调整后的全市一般公共预算收入为79.4亿元。", "79.4亿元", PLAN, REVENUE),
        ("经市人大批准，全市一般公共预算收入完成81.2亿元，增长3.2%。", "81.2亿元", ACTUAL, REVENUE),
        ("全市一般公共预算收入完成81.2亿元，为调整预算的98.2%，增长3.2%。", "3.2%", ACTUAL, REVENUE),
        ("全市一般公共预算收入完成81.2亿元，为调整预算的98.2%。", "98.2%", ACTUAL, REVENUE + "完成率"),
        ("全市一般公共预算收入81.2亿元。", "81.2亿元", ACTUAL, REVENUE),
        ("全市一般公共预算支出161.5亿元，兑现补贴12.4亿元。", "161.5亿元", ACTUAL, "一般公共预算支出"),
    ],
)
def test_an_account_is_approved_adjusted_and_carried_out(sentence: str, number: str, status: Status, name: str) -> None:
    key = claim(f"{CITY}{sentence}\n", number).key
    assert (key.status, key.indicator) == (status, name)


def test_what_was_approved_does_not_contradict_what_was_done() -> None:
    text = (
        f"{CITY}汇总各级人代会批准的预算，全市一般公共预算收入为80.1亿元。执行中，全市一般公共预算收入调整为79.4亿元。\n"
        "全市一般公共预算收入完成81.2亿元，增长3.2%。\n"
    )
    assert not found(text)


def test_the_draft_of_one_year_meets_what_the_next_report_says_was_approved() -> None:
    draft = (
        "关于云河市2022年预算执行情况和2023年预算草案的报告\n一、2022年预算执行情况\n财政平稳。\n"
        "二、2023年预算草案\n市级一般公共预算收入16.2亿元。\n"
    )
    told = f"{CITY}市三届人大二次会议批准的2023年市级一般公共预算收入年初预算为12.6亿元，实际完成16.3亿元。\n"
    assert meet(draft, told, "16.2亿元", "12.6亿元")


def test_a_plan_that_was_adjusted_is_another_plan() -> None:
    text = f"{CITY}市级一般公共预算收入年初预算80.1亿元，执行中调整为79.4亿元，实际完成81.2亿元。\n"
    assert [claim(text, number).key.basis for number in ("80.1亿元", "79.4亿元", "81.2亿元")] == ["", "调整", ""]


@pytest.mark.parametrize(
    ("sentence", "number", "name"),
    [
        ("一是税收收入58.6亿元。", "58.6亿元", "税收收入"),
        ("市级政府债务限额96.4亿元（含高新区12.5亿元）。", "12.5亿元", "政府债务限额"),
        ("市本级支出61.5亿元。", "61.5亿元", "支出"),
    ],
)
def test_whose_it_is_and_how_it_came_are_no_part_of_a_name(sentence: str, number: str, name: str) -> None:
    assert claim(f"{CITY}{sentence}\n", number).key.indicator.removeprefix("地方") == name
