"""Tables of targets and outcomes against what the text says of them."""

import pytest

from consistency.model import Claim, Passage
from tests.domain import found

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
