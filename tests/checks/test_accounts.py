"""What a budget became, what is left after spending, and totals at the end of a sentence."""

import pytest

from tests.domain import found

TITLE = "关于青山县2023年预算执行情况与2024年预算草案的报告\n一、2023年预算执行情况\n"


def seen(text: str) -> list[str]:
    return [f.message["zh"].partition("：")[2] for f in found(TITLE + text + "\n", select=("CC225", "CC226"))]


@pytest.mark.parametrize(
    "text",
    [
        "收入年初预算为18.7亿元，执行中调减收入预算4.0亿元，调整后收入预算为14.7亿元。",
        "收入年初预算为18.7亿元，执行中调增收入预算4.0亿元，调整后收入预算为22.7亿元。",
        "收入总计42.4亿元。支出总计38.1亿元。收支相抵，年终结余4.3亿元。",
        "收入总计42.4亿元。\n支出总计38.1亿元。\n收支相抵，结转4.3亿元下年使用。",
        "社会保险基金收入61.2亿元，完成预算的101.6%。社会保险基金支出55.7亿元。收支相抵，当期结余5.5亿元。",
        "发行新增债券35.6亿元（一般债券2.4亿元、专项债券33.2亿元），再融资债券21.3亿元，合计56.9亿元。",
        "可用财力29.6亿元，新增一般债券5.0亿元，调入资金3.5亿元，合计8.5亿元。",  # of the last two
        # what was collected itself stands in the line before
        "收入决算18.6亿元，增长5%。\n上级补助收入28.4亿元，上年结余0.9亿元，调入资金2.1亿元，收入合计50亿元。",
        "收入约29.6亿元，调入资金3.5亿元，合计40亿元。",  # told loosely
        "税收收入29.6亿元，增长5%，收入合计40亿元。",  # one amount is no sum
    ],
)
def test_accounts_that_come_out_or_claim_nothing(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "收入决算18.6亿元，增长5%。\n上级补助收入28.4亿元，上年结余0.9亿元，调入资金2.1亿元，收入合计52亿元。",
            "合计写为 52亿元，前列 18.6亿元 + 28.4亿元 + 0.9亿元 + 2.1亿元 相加为 50亿元",
        ),
        (
            "收入年初预算为18.7亿元，执行中调减收入预算4.0亿元，调整后收入预算为17.4亿元。",
            "写为 17.4亿元，按 18.7亿元 − 4.0亿元 应为 14.7亿元",
        ),
        (
            "收入总计42.4亿元。\n支出总计38.1亿元。\n收支相抵，年终结余6.3亿元。",
            "写为 6.3亿元，按 42.4亿元 − 38.1亿元 应为 4.3亿元",
        ),
        (
            "社会保险基金收入61.2亿元，完成预算的101.6%。社会保险基金支出55.7亿元。收支相抵，当期结余15.5亿元。",
            "写为 15.5亿元，按 61.2亿元 − 55.7亿元 应为 5.5亿元",
        ),
        (
            "收入总计38.1亿元。支出总计42.4亿元。收支相抵，赤字6.3亿元。",
            "写为 6.3亿元，按 42.4亿元 − 38.1亿元 应为 4.3亿元",
        ),
        (
            "发行新增债券35.6亿元（一般债券2.4亿元、专项债券33.2亿元），再融资债券21.3亿元，合计66.9亿元。",
            "合计写为 66.9亿元，前列 35.6亿元 + 21.3亿元 相加为 56.9亿元",
        ),
    ],
)
def test_accounts_that_do_not(text: str, told: str) -> None:
    assert seen(text) == [told]


def test_parts_in_brackets_are_held_against_the_amount_before_them() -> None:
    text = TITLE + "新增债券35.6亿元（一般债券{}亿元、专项债券33.2亿元）。\n"
    assert [f.rule for f in found(text.format("2.4"), select=("CC2",))] == []
    assert [f.rule for f in found(text.format("3.4"), select=("CC2",))] == ["CC201"]
    other = TITLE + "新增债券35.6亿元（年末余额312.4亿元、限额320.0亿元）。\n"
    assert found(other, select=("CC2",)) == ()
