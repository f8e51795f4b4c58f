"""Rates against a target: what was done, which target: the rate."""

import pytest

from consistency.extract.relations.sheet import Fact, Sheet
from consistency.extract.relations.target_rate import contrary, is_of_target
from tests.domain import read
from tests.extract.relations.lines import TITLE, related, told

WRITTEN = (
    ("完成150亿元，为年初预算300亿元的50%。", "target: 150亿元, 300亿元: 50%"),
    ("完成150亿元，占年初预算300亿元的50%，增长5%。", "target: 150亿元, 300亿元: 50%"),
    ("支出决算32.1亿元，完成调整预算33亿元的97.3%，比上年减少2亿元。", "target: 32.1亿元, 33亿元: 97.3%"),
    ("决算数为32.1亿元，为预算数30亿元的107%。", "target: 32.1亿元, 30亿元: 107%"),
    ("城镇新增就业6500人，为年度目标任务5000人的130%。", "target: 6500人, 5000人: 130%"),
    # the target told before
    ("年初预算为300亿元，执行数为150亿元，完成预算的50%。", "target: 150亿元, 300亿元: 50%"),
    ("年度目标任务5000人，实际新增就业6500人，完成目标任务的130%。", "target: 6500人, 5000人: 130%"),
    ("计划投资20亿元，已完成12亿元，完成年度计划的60%。", "target: 12亿元, 20亿元: 60%"),
    # which of two
    (
        "预算134.5亿元，执行中调整为134.9亿元，完成135.1亿元，为调整预算的100.1%。",
        "target: 135.1亿元, 134.9亿元: 100.1%",
    ),
    ("预算134.5亿元，调整预算134.9亿元，完成135.1亿元，为年初预算的100.4%。", "target: 135.1亿元, 134.5亿元: 100.4%"),
    (
        "支出预算68亿元，因上级补助增加等调整为72亿元，实际支出70.5亿元，完成调整预算的97.9%。",
        "target: 70.5亿元, 72亿元: 97.9%",
    ),
    # a bracket is no outcome, and a part's rate none of the whole's budget
    ("完成102.1亿元（含高新区17.8亿元），为调整预算112.5亿元的90.8%。", "target: 102.1亿元, 112.5亿元: 90.8%"),
    (
        "收入年初预算300亿元，实际完成150亿元，完成年初预算的50%，其中税收收入完成100亿元，完成预算的80%。",
        "target: 150亿元, 300亿元: 50%",
    ),
    ("收入200亿元，支出完成150亿元，为年初预算300亿元的50%。", "target: 150亿元, 300亿元: 50%"),
    ("年度目标任务1家，实际引进1家，完成目标任务的100%。", "target: 1家, 1家: 100%"),
    # counts of what was done
    ("整改问题120个，完成整改90个，整改完成率75%。", "rate: 90个, 120个: 75%"),
    ("计划投资20亿元，已完成12亿元，投资完成率60%。", "rate: 12亿元, 20亿元: 60%"),
)
NONE = (
    "完成年初预算的102%。",
    "完成150亿元，完成预算的50%。",
    "支出60亿元，完成预算的95%，增长3%。其中：教育支出20亿元，完成预算的99%。",
    "年初预算300亿元，完成约150亿元，完成预算的50%。",
    "全年办结案件320件，结案率98%。",
    "年度目标任务5000人，完成投资12亿元，完成目标任务的130%。",
    "超额完成年度目标，达到目标任务的105%。",
    "年初预算300亿元，完成150亿元，完成预算的50%左右。",
    "年初预算0亿元，完成2亿元，完成预算的50%。",
    "整改问题120个，完成投资90万元，整改完成率75%。",
)


@pytest.mark.parametrize(("line", "rate"), WRITTEN)
def test_a_rate_is_read(line: str, rate: str) -> None:
    assert told(line, "target", "rate") == [rate]


@pytest.mark.parametrize("line", NONE)
def test_no_rate_is_read(line: str) -> None:
    assert told(line, "target", "rate") == []


def test_the_other_readings_of_a_rate_are_of_the_kind_of_what_was_done() -> None:
    (rate,) = (r for r in related("完成150亿元，为年初预算300亿元的50%，惠及居民12万人。") if r.kind == "target")
    assert [m.words for m in rate.others] == ["150亿元", "300亿元"]


def rate_of(line: str) -> tuple[Sheet, Fact]:
    """The page of one line, and its first percentage."""
    sheet = Sheet.of(read(f"{TITLE}{line}\n"))
    return sheet, next(f for f in sheet.facts if f.quantity.dimension == "percent")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("完成年度目标的95%。", True),
        ("为年初预算数的102.5%。", True),
        ("税收收入占财政收入的80%。", False),
        ("完成年度目标，增长5%。", False),
    ],
)
def test_a_rate_may_be_that_of_a_target(line: str, expected: bool) -> None:
    assert is_of_target(*rate_of(line)) is expected


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("完成年度目标的95%，超额完成任务。", [("more", "超额完成")]),
        ("完成年度目标的105%，未完成年度任务。", [("less", "未完成年度任务")]),
        ("完成年初预算的98%，短收2亿元。", [("less", "短收")]),
        ("完成年度目标的105%，增长5%，欠收。", []),  # behind another number
        ("完成年度目标的95%。超额完成任务。", []),
        ("完成年度目标的95%；超额完成任务。", []),
    ],
)
def test_the_words_behind_a_rate_that_tell_more_or_less(line: str, said: list[tuple[str, str]]) -> None:
    sheet, fact = rate_of(line)
    assert [(which, span.of(sheet.text)) for which, span in contrary(sheet, fact)] == said
