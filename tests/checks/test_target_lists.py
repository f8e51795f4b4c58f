"""Tables of targets and outcomes against what the text says of them."""

import pytest

from consistency.model import Claim, Passage
from tests.domain import bulletin, found, report

TARGETS = ("CC215", "CC216")
TITLE = "关于青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告\n一、2023年计划执行情况\n"
TABLE = (
    "附件1\n2023年主要指标完成情况\n\n指标名称\t2023年预期目标\t实际完成\n"
    "固定资产投资增速（%）\t9\t-1.4\n规上工业增加值增速（%）\t12\t{industry}\n"
    "进出口总额（亿元）\t120\t96.3\n城镇登记失业率（%）\t≤4.0\t{jobless}\n社会消费品零售总额增速（%）\t6\t7.5\n"
)


def plan(said: str, industry: str = "9", jobless: str = "3.5") -> str:
    return TITLE + said + "\n" + TABLE.format(industry=industry, jobless=jobless)


def seen(*texts: str) -> list[str]:
    return [f"{f.rule} {f.key.indicator}" for f in found(*texts, select=TARGETS) if f.key]


TWO = "2项指标低于预期，其中，固定资产投资增速受房地产影响下降；进出口总额不及预期。"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (plan(TWO), ["CC215 规模以上工业增加值"]),
        (plan(TWO, industry="11.9"), []),  # so near that nobody calls it a miss
        (plan(TWO, industry="12以上"), []),
        (plan(TWO, industry="12", jobless="4.8"), ["CC215 城镇登记失业率"]),  # here less is better
        (plan("固定资产投资增速、规上工业增加值增速、进出口总额3项指标未达到预期。"), []),
        (plan("固定资产投资增速、进出口总额等指标未达到预期。"), []),  # an open list leaves some out
        (plan("受市场影响，部分指标未达到预期。"), []),
        (plan("各项主要指标均完成预期目标。", industry="13").replace("-1.4", "12").replace("96.3", "130"), []),
        (
            plan("各项主要指标均完成预期目标。").replace("-1.4", "12").replace("96.3", "130"),
            ["CC216 规模以上工业增加值"],
        ),
        (plan("除固定资产投资外，各项主要指标均完成预期目标。"), []),
    ],
)
def test_what_clearly_missed_its_target_is_in_the_list_of_those_that_did(text: str, reported: list[str]) -> None:
    assert seen(text) == reported


def test_a_miss_without_an_outcome_is_told_with_the_words_of_both_places() -> None:
    said = TWO.replace("固定资产投资增速受房地产影响下降", "城镇登记失业率高于目标")
    text = plan(said, industry="12", jobless="待核定")
    (finding,) = [f for f in found(text, select=("CC227",)) if f.key]
    assert finding.key is not None
    assert finding.key.indicator == "城镇登记失业率"
    assert "待核定" in finding.message["zh"]
    assert found(plan(TWO, industry="12", jobless="待核定"), select=("CC227",)) == ()  # the text says nothing of it


def test_the_list_may_stand_in_another_document_of_the_place() -> None:
    table = plan("")
    assert seen(TITLE + TWO + "\n", table) == ["CC215 规模以上工业增加值"]


def test_outcome_first_then_the_list_then_the_target() -> None:
    (finding,) = found(plan(TWO), select=TARGETS)
    assert [type(c) for c in finding.claims] == [Claim, Passage, Claim]
    told = finding.message["zh"].removeprefix("规模以上工业增加值（2023）：")
    assert told == "完成 9%，目标 12%，未达目标，但“2项指标低于预期”没有列出它"


# -- of one number ------------------------------------------------------------------------


def said(*texts: str) -> list[str]:
    """What is reported of outcomes that their sentences tell to have met or missed a target."""
    return [f.message["zh"].partition("，却称")[2] for f in found(*texts, select=("CC242",))]


@pytest.mark.parametrize(
    ("wrong", "right", "words"),
    [
        ("造林4.6万亩，超额完成年度计划5万亩。", ("4.6", "5.6"), "超额完成年度计划5万亩"),
        ("造林4.6万亩，完成5万亩的年度目标。", ("4.6", "5.1"), "完成5万亩"),
        ("工业投资增长4.1%，高于5%的预期目标。", ("4.1", "5.1"), "高于5%"),
        ("工业投资增长5.3%，低于5%的预期目标。", ("5.3", "4.1"), "低于5%"),
        ("粮食产量增长5.2%，实现年初确定的6%的预期目标。", ("5.2", "6.2"), "实现年初确定的6%"),
        ("工业投资增长6.2%，未达到6%的预期目标。", ("6.2", "5.2"), "未达到6%"),
        ("居民消费价格上涨2.4%，控制在2%的预期目标以内。", ("2.4", "1.4"), "控制在2%"),
        ("单位GDP能耗下降3.6%，未达到下降3%的年度目标。", ("未达到", "完成"), "未达到下降3%"),
        ("城镇登记失业率3.9%，完成3.5%的年度目标。", ("3.9", "3.1"), "完成3.5%"),
        ("2023年计划新增学位1200个，实际新增1150个，超额完成年度任务。", ("1150", "1350"), "超额完成年度任务"),
    ],
)
def test_words_on_a_target_are_held_against_the_two_numbers(wrong: str, right: tuple[str, str], words: str) -> None:
    assert said(bulletin(wrong)) == [f"“{words}”"]
    assert said(bulletin(wrong.replace(*right))) == []


AIMS = report("2023年主要预期目标：城镇新增就业1.2万人以上，改造老旧小区28个，PM2.5浓度36微克/立方米。")


@pytest.mark.parametrize(
    ("outcome", "reported"),
    [
        ("城镇新增就业1.12万人，圆满完成年度目标任务。", ["“圆满完成年度目标任务”"]),
        ("城镇新增就业1.26万人，圆满完成年度目标任务。", []),
        ("城镇新增就业1.26万人，未完成年度目标任务。", ["“未完成年度目标任务”"]),
        ("城镇新增就业1.18万人，完成年度目标。", []),  # so near that nobody calls it a miss
        ("城镇新增就业1.12万人，基本完成年度目标。", []),
        ("城镇新增就业1.12万人，完成年度目标的93.3%。", []),
        ("改造老旧小区25个，超额完成省定任务。", []),  # not what the report has set
        ("上半年改造老旧小区12个，完成年度任务的43%。", []),
        ("PM2.5浓度38微克/立方米，完成年度目标。", ["“完成年度目标”"]),  # here less is better
        ("改造老旧小区25个，增长5%，完成年度任务。", []),
    ],
)
def test_a_target_told_in_another_document_is_the_one_meant(outcome: str, reported: list[str]) -> None:
    assert said(bulletin(outcome), AIMS) == reported
