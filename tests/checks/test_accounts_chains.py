"""Sums that a text does in words or signs."""

import pytest

from tests.domain import found

TITLE = "关于青山县2023年预算执行情况与2024年预算草案的报告\n一、2023年预算执行情况\n"
ACCOUNT = (
    "一般公共预算收入18.7亿元，增长2.5%。加返还性收入0.6亿元，转移支付收入24.9亿元，调入资金4.1亿元，收入总计{}亿元。"
)


def seen(paragraph: str) -> list[str]:
    return [f.message["zh"] for f in found(TITLE + paragraph + "\n", select=("CC222",))]


@pytest.mark.parametrize(
    "paragraph",
    [
        ACCOUNT.format("48.3"),
        "一般公共预算收入18.7亿元，加上结算补助、调入资金等，收入总计48.3亿元。",  # items without numbers
        "政府性基金收入11.0亿元，减去调出资金0.8亿元、补偿支出6.2亿元，支出安排4.0亿元。",
        "保险费收入6.9亿元。其中，甲项5.0亿元，乙项1.9亿元。加上年结余3.1亿元，收入合计10.0亿元。",
        "重点项目200个（60+140=200）。",
        "投资比重3.1+58.2+38.8=100。",  # each rounded
        "构建“1+2+4+N”体系。",
    ],
)
def test_accounts_that_come_out(paragraph: str) -> None:
    assert seen(paragraph) == []


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        (ACCOUNT.format("43.8"), "写为 43.8亿元，按 18.7亿元 + 0.6亿元 + 24.9亿元 + 4.1亿元 应为 48.3亿元"),
        (
            "政府性基金收入11.0亿元，减去调出资金0.8亿元、补偿支出6.2亿元，支出安排5.0亿元。",
            "写为 5.0亿元，按 11.0亿元 − 0.8亿元 − 6.2亿元 应为 4亿元",
        ),
        ("重点项目210个（60+140=210）。", "写为 210，按 60 + 140 应为 200"),
    ],
)
def test_accounts_that_do_not(paragraph: str, told: str) -> None:
    (message,) = seen(paragraph)
    assert message.endswith(told)
