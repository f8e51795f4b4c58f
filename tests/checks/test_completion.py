"""Rates of completion against what was meant, what was done, and how it is told."""

import pytest

from tests.domain import bulletin, found, report

COMPLETION = ("CC217", "CC218", "CC219")


def seen(*texts: str) -> list[str]:
    return [f.rule for f in found(*texts, select=COMPLETION)]


@pytest.mark.parametrize(
    ("paragraph", "rules"),
    [
        ("清理查找问题148个，完成整改111个，整改完成率达85.0%。", ["CC217"]),
        ("清理查找问题148个，完成整改111个，整改完成率达75.0%。", []),
        ("清理查找问题148个，走访群众111人，整改完成率达75.0%。", []),
        ("办结信访事项85件，办结率98.2%。", []),
        ("一般公共预算收入32.6亿元，完成年度预算的96.5%，超额完成目标任务。", ["CC219"]),
        ("一般公共预算收入32.6亿元，完成年度预算的96.5%，超额完成年度预算，增长7.2%。", ["CC219"]),
        ("一般公共预算收入32.6亿元，完成年度预算的106.5%，短收2.1亿元。", ["CC219"]),
        ("一般公共预算收入32.6亿元，完成年度预算的96.5%，短收1.2亿元。", []),
        ("一般公共预算收入32.6亿元，完成年度预算的106.5%，超额完成目标任务。", []),
        ("一般公共预算收入32.6亿元，完成年度预算的106.5%，未完成年度目标。", ["CC219"]),
        ("一般公共预算收入年初预算为31.6亿元。一般公共预算收入完成32.4亿元，为年初预算的112.5%。", ["CC218"]),
        ("一般公共预算收入年初预算为31.6亿元。一般公共预算收入完成32.4亿元，为年初预算的102.5%。", []),
        ("政府性基金预算收入46.3亿元，为预算的81.5%。其中，土地出让收入26亿元，为预算的73.7%。", []),
    ],
)
def test_rates_go_with_their_numbers_and_their_words(paragraph: str, rules: list[str]) -> None:
    assert seen(report(paragraph)) == rules


def test_a_target_told_in_another_document_is_held_against_the_rate_less_loudly() -> None:
    table = (
        "关于青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告\n附件1\n2023年主要指标完成情况\n\n"
        "指标名称\t2023年预期目标\t实际完成\n城镇新增就业（万人）\t6.0\t7.8\n社会消费品零售总额增速（%）\t6\t7.5\n"
    )
    (finding,) = found(table, bulletin("城镇新增就业7.8万人，完成年度目标的158%。"), select=COMPLETION)
    assert (finding.rule, finding.severity.value) == ("CC218", "info")
    assert seen(table, bulletin("城镇新增就业7.8万人，完成年度目标的130%。")) == []
