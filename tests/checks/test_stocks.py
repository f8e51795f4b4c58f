"""What can only grow and is told to be less later."""

import pytest

from tests.domain import bulletin, found

STOCKS = ("CC220", "CC221", "CC239")
PLAN = (
    "关于青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告\n"
    "一、2023年计划执行情况\n2023年，{}。\n二、2024年主要目标\n2024年，{}。\n"
)


def seen(*texts: str) -> list[str]:
    return [f.rule for f in found(*texts, select=STOCKS)]


@pytest.mark.parametrize(
    ("had", "meant", "rules"),
    [
        ("高新技术企业总数达到128家", "高新技术企业总数达到112家", ["CC220"]),
        ("高新技术企业总数达到128家", "高新技术企业总数达到148家", []),
        ("高新技术企业总数达到128家", "高新技术企业总数超过110家", ["CC220"]),
        ("高新技术企业总数达到128家", "新增高新技术企业20家", []),
        ("失业人员总数达到1280人", "失业人员总数下降到1120人", []),
    ],
)
def test_a_target_for_a_stock_is_above_what_there_is(had: str, meant: str, rules: list[str]) -> None:
    assert seen(PLAN.format(had, meant)) == rules


@pytest.mark.parametrize(
    ("early", "late", "rules"),
    [
        ("城镇新增就业4.2万人", "城镇新增就业3.5万人", ["CC221"]),
        ("城镇新增就业4.2万人", "城镇新增就业7.5万人", []),
        ("存款余额42.0亿元", "存款余额35.0亿元", []),
    ],
)
def test_what_is_counted_from_january_on_does_not_become_less(early: str, late: str, rules: list[str]) -> None:
    half = f"青山县2023年上半年经济运行情况\n2023年上半年，青山县{early}。\n青山县经济平稳。\n"
    assert seen(half, bulletin(f"全年{late}。")) == rules


@pytest.mark.parametrize(
    ("then", "now", "rules"),
    [
        ("绿色工厂累计达到52个", "新增绿色工厂11个，累计达到93个", ["CC239"]),
        ("绿色工厂累计达到52个", "新增绿色工厂11个，累计达到63个", []),
        (
            "绿色工厂、绿色园区累计分别达到52个和20个",
            "绿色工厂、绿色园区分别新增11个和5个，累计分别达到63个和52个",
            ["CC239"],
        ),
        ("绿色工厂达到52个", "新增绿色工厂11个，达到93个", []),
        ("累计接待游客52万人次", "新增游客11万人次，累计接待游客93万人次", []),
        ("绿色工厂累计达到50余个", "新增绿色工厂11个，累计达到63个", []),
    ],
)
def test_a_running_total_goes_on_from_that_of_the_year_before(then: str, now: str, rules: list[str]) -> None:
    assert seen(bulletin(f"{then}。", year=2022), bulletin(f"{now}。")) == rules
