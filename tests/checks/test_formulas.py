"""Numbers of one place and period that an identity ties together, wherever in the documents they stand."""

import pytest

from consistency.model import Claim, Severity
from tests.domain import bulletin, found, report

FORMULAS = ("CC205", "CC206", "CC207", "CC208")
BUDGET = "关于青山县2023年预算执行情况与2024年预算草案的报告\n一、2023年预算执行情况\n{}\n二、2024年预算草案\n{}\n"


def seen(*texts: str) -> list[tuple[str, str]]:
    return [(f.rule, f.severity.value) for f in found(*texts, select=FORMULAS)]


@pytest.mark.parametrize(
    ("paragraphs", "rule"),
    [
        (("全年进出口总额72.4亿元。", "出口总额41.1亿元。", "进口总额21.0亿元。"), "CC205"),
        (("全社会研发投入9.6亿元，地区生产总值320亿元，研发投入强度2.1%。",), "CC206"),
        (("年末常住人口42.6万人，城镇人口21.3万人，城镇化率54.8%。",), "CC206"),
        (("全年地区生产总值320.0亿元，年末常住人口42.6万人，人均地区生产总值57128元。",), "CC206"),
        (("出生率6.5‰，死亡率8.1‰，人口自然增长率1.6‰。",), "CC205"),
        (("各项存款余额846.3亿元，各项贷款余额702.4亿元，存贷比97.2%。",), "CC206"),
        (("政府债务限额25.6亿元，政府债务余额26.4亿元。",), "CC208"),
        (("城镇居民人均可支配收入47250元，农村居民人均可支配收入20980元，城乡居民收入比2.53。",), "CC206"),
        (("年末常住人口42.6万人，全年出生人口2760人，出生率8.5‰。",), "CC206"),
        (("粮食种植面积74.5万亩，粮食产量24.7万吨，粮食单产352公斤。",), "CC206"),
        (("城镇居民人均可支配收入47250元，农村居民人均可支配收入20980元，城乡居民收入比2.53:1。",), "CC206"),
        (("全年出口41.1亿元，进口21.0亿元，贸易顺差21.1亿元。",), "CC205"),
        (("农产品抽检合格率达109.8%。",), "CC208"),
        (("全县森林覆盖率146.8%。",), "CC208"),
    ],
)
def test_numbers_that_do_not_go_together_are_reported(paragraphs: tuple[str, ...], rule: str) -> None:
    assert [r for r, _ in seen(bulletin(*paragraphs))] == [rule]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("全年地区生产总值320.0亿元，年末常住人口42.6万人，人均地区生产总值74200元。",),  # of mid-year
        ("出生率7.31‰，死亡率8.46‰，人口自然增长率-1.14‰。",),
        ("全社会研发投入约9.6亿元，地区生产总值320亿元，研发投入强度2.1%。",),  # told loosely
        ("全年进出口总额72.4亿元。", "出口总额增长41.1%。", "进口总额21.0亿元。"),
        ("政府债务限额25.6亿元，政府债务余额25.4亿元。",),
        ("城镇居民人均可支配收入47250元，农村居民人均可支配收入20980元，城乡居民收入比2.25。",),
        ("年末常住人口42.6万人，全年出生人口2760人，出生率6.5‰。",),
        ("粮食种植面积74.5万亩，粮食产量24.7万吨，粮食单产332公斤。",),
        ("城镇居民人均可支配收入47250元，农村居民人均可支配收入20980元，城乡居民收入比2.25:1。",),
        ("全年出口41.1亿元，进口21.0亿元，贸易顺差20.1亿元。",),
        ("农产品抽检合格率达100%。", "高等教育毛入学率102.5%。", "全县城镇化率提高146.8个百分点。"),
    ],
)
def test_what_rounding_or_a_loose_word_explains_is_not(paragraphs: tuple[str, ...]) -> None:
    assert seen(bulletin(*paragraphs)) == []


def test_a_balance_is_carried_from_one_year_to_the_next() -> None:
    first = "全县社会保险基金预算收入13.4亿元，当年收支结余2.1亿元，年末滚存结余16.6亿元。"
    next_ = "全县社会保险基金预算收入14.7亿元，当年收支结余2.5亿元，年末滚存结余{}亿元。"
    assert seen(BUDGET.format(first, next_.format("19.1"))) == []
    assert seen(BUDGET.format(first, next_.format("20.1"))) == [("CC207", "info")]


def test_scopes_and_years_and_targets_do_not_meet() -> None:
    text = BUDGET.format(
        "全县一般公共预算收入32.0亿元。县本级税收收入10.0亿元，非税收入5.0亿元。",
        "全县税收收入21.0亿元，非税收入9.0亿元。",
    )
    assert seen(text) == []


def test_of_several_documents_it_is_reported_a_step_less_loudly() -> None:
    one = bulletin("全社会研发投入9.6亿元。", "全年地区生产总值320.0亿元。")
    assert seen(one, report("研发投入强度2.8%。")) == [("CC206", "warning")]
    assert seen(one, report("研发投入强度3.0%。")) == []


def test_numbers_far_apart_that_miss_by_far_are_reported_less_loudly() -> None:
    filling = "全年图书馆藏书68.5万册。" * 60
    text = bulletin("全年进出口总额72.4亿元。", filling, "出口总额41.1亿元。", "进口总额3.0亿元。")
    assert seen(text) == [("CC205", Severity.WARNING.value)]


def test_where_a_number_is_told_twice_any_reading_that_comes_out_will_do() -> None:
    paragraphs = ("全年进出口总额72.4亿元。", "出口总额41.1亿元。", "进口总额31.3亿元。", "出口总额39.0亿元。")
    assert seen(bulletin(*paragraphs)) == []


def test_the_message_tells_the_calculation_and_its_result() -> None:
    (finding,) = found(bulletin("全社会研发投入9.6亿元，地区生产总值320亿元，研发投入强度2.1%。"), select=("CC206",))
    assert finding.message["zh"] == "研发投入强度（2023）：写为 2.1%，按 9.6亿元 ÷ 320亿元 应为 3%"
    assert finding.evidence["identity"] == "研发投入强度 = 研发投入 / 地区生产总值"
    assert [c.mention.words for c in finding.claims if isinstance(c, Claim)] == ["2.1%", "9.6亿元", "320亿元"]


def test_the_message_of_a_limit_names_what_sets_it() -> None:
    (finding,) = found(bulletin("政府债务限额25.6亿元，政府债务余额26.4亿元。"), select=("CC208",))
    assert finding.message["zh"] == "政府债务余额（2023）：写为 26.4亿元，高于上限 25.6亿元（政府债务限额 25.6亿元）"


def test_of_several_documents_numbers_that_miss_by_far_are_of_different_things() -> None:
    one = bulletin("全年地区生产总值320.0亿元，全社会研发投入9.6亿元。")
    assert seen(one, report("研发投入强度2.8%。")) == [("CC206", "warning")]
    assert seen(one, report("研发投入强度1.1%。")) == []
    assert seen(bulletin("一般公共预算收入24.6亿元，税收收入17.5亿元。"), report("非税收入36万元。")) == []


def test_a_part_of_another_total_is_no_addend() -> None:
    people = "年末户籍人口46.0万人，其中城镇人口18.2万人、乡村人口27.8万人。常住人口41.5万人，其中城镇人口{}万人。"
    assert seen(bulletin(people.format("22.6"))) == []
    both = "常住人口41.5万人，其中城镇人口{}万人、乡村人口18.9万人。"
    assert seen(bulletin(both.format("22.6"))) == []
    assert seen(bulletin(both.format("26.2"))) == [("CC205", "warning")]
