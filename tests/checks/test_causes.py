"""What may have happened to a number that does not go with another."""

import pytest

from consistency.checks.causes import slip_of
from consistency.model import Finding
from tests.domain import bulletin, found, report


@pytest.mark.parametrize(
    ("one", "other", "cause"),
    [
        ("471936", "479136", "transposed"),
        ("247", "47", "eaten"),
        ("11234", "1234", "doubled"),
        ("3208", "3248", "figure"),
        ("47", "52", None),
        ("6", "9", None),
        ("12", "19", None),  # too short to tell
        ("12", "21", "transposed"),  # but not where both change places
        ("3208", "2174", None),
    ],
)
def test_slips_of_figures_work_both_ways(one: str, other: str, cause: str | None) -> None:
    for pair in ((one, other), (other, one)):
        found_ = slip_of(*pair)
        assert (found_.name if found_ else None) == cause


def suggested(one: str, other: str) -> str:
    finding = the_finding(bulletin(one), report(other))
    return finding.suggestion["zh"] if finding.suggestion else ""


def the_finding(*texts: str) -> Finding:
    (only,) = found(*texts)
    return only


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("整治河道面积31.4万平方米。", "整治河道面积31.4平方米。", "可能漏了“万”字"),
        ("工业投资31.4亿元。", "工业投资3.14亿元。", "小数点或数量级可能写错"),
        ("粮食产量123.4万吨。", "粮食产量132.4万吨。", "相邻两位数字可能颠倒"),
        ("粮食产量123.4万吨。", "粮食产量128.4万吨。", "只有一位数字不同"),
        ("工业投资增长6.2%。", "工业投资下降6.2%。", "增减方向可能写反"),
        ("种植面积500亩。", "种植面积500公顷。", "数字相同而单位不同"),
        ("粮食产量123.4万吨。", "粮食产量207.9万吨。", ""),
    ],
)
def test_the_likeliest_slip_is_proposed_and_none_where_none_fits(one: str, other: str, said: str) -> None:
    assert said in suggested(one, other)
    assert suggested(one, other) == suggested(other, one) or not said


def test_the_number_of_another_year_is_evidence_for_a_mix_up() -> None:
    told = bulletin("全年粮食产量123.4万吨。", "2022年，粮食产量118.7万吨。")
    finding = the_finding(told, report("粮食产量118.7万吨。"))
    assert finding.suggestion is not None
    assert finding.suggestion["zh"].startswith("其中一方与2022年的数相同")


def test_one_source_against_several_independent_ones_is_named() -> None:
    wrong, right = "粮食产量132.4万吨。", "粮食产量123.4万吨。"
    finding = the_finding(
        bulletin(right, "图书馆藏书68.5万册。"), report(wrong, "改造老旧小区37个。"), report(right, "森林覆盖率51.3%。")
    )
    assert finding.evidence["stands alone"] == finding.claims[0].document
    assert finding.evidence["sources against it"] == "2"
