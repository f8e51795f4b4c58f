"""Cells of tables as claims: the row names the indicator, the header unit, period and status."""

import pytest

from consistency.model import Status
from tests.domain import bulletin, read

PLAN = "关于青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告\n各位代表：\n"


def rows(text: str) -> list[tuple[str, str, str, str, str]]:
    """What the cells claim: indicator, measure, period, status, value in base units."""
    return [
        (
            c.key.indicator,
            str(c.key.measure),
            c.key.period,
            str(c.key.status),
            f"{c.quantity.base_value}{c.quantity.base_unit}",
        )
        for c in read(text).claims
    ]


def test_years_stand_in_the_header_and_the_unit_in_the_caption() -> None:
    text = bulletin(
        "表1 主要农产品产量（单位：万吨）", "指标\t2022年\t2023年", "粮食产量\t12.1\t12.36", "蔬菜产量\t44.8\t45.6"
    )
    assert rows(text) == [
        ("粮食产量", "level", "2022", "actual", "121000t"),
        ("粮食产量", "level", "2023", "actual", "123600t"),
        ("蔬菜产量", "level", "2022", "actual", "448000t"),
        ("蔬菜产量", "level", "2023", "actual", "456000t"),
    ]


def test_a_unit_stands_in_the_name_of_the_row() -> None:
    text = bulletin("| 指标 | 2023年 |", "|---|---|", "| 粮食产量（万吨） | 12.36 |", "| 建筑业总产值（亿元） | 45.1 |")
    assert [(name, value) for name, _, _, _, value in rows(text)] == [
        ("粮食产量", "123600t"),
        ("建筑业总产值", "4510000000元"),
    ]


def test_a_percentage_over_a_column_goes_before_the_unit_of_the_row() -> None:
    text = bulletin("| 指标 | 2023年 | 增长（%） |", "|---|---|---|", "| 粮食产量（万吨） | 12.36 | 1.5 |")
    assert [(measure, value) for _, measure, _, _, value in rows(text)] == [("level", "123600t"), ("growth", "3/2%")]


def test_a_column_of_growth_is_growth() -> None:
    text = bulletin(
        "| 指标 | 2023年（亿元） | 增长（%） |",
        "|---|---|---|",
        "| 建筑业总产值 | 45.1 | -2.5 |",
        "| 工业投资 | 23.6 | 6.1 |",
    )
    assert [(name, measure, value) for name, measure, _, _, value in rows(text)] == [
        ("建筑业总产值", "level", "4510000000元"),
        ("建筑业总产值", "growth", "-5/2%"),
        ("工业投资", "level", "2360000000元"),
        ("工业投资", "growth", "61/10%"),
    ]


@pytest.mark.parametrize(
    ("label", "name", "measure", "value"),
    [
        ("工业投资增速（%）", "工业投资", "growth", "13/2%"),
        ("工业投资占固定资产投资比重（%）", "工业投资", "share", "13/2%"),
        ("单位地区生产总值能耗降低（%）", "单位地区生产总值能耗", "growth", "-13/2%"),
        ("养老床位（万张）", "养老床位", "count", "65000张"),
        ("研发投入强度（%）", "研发投入强度", "ratio", "13/2%"),
    ],
)
def test_a_row_says_what_is_measured(label: str, name: str, measure: str, value: str) -> None:
    text = bulletin("| 指标 | 2023年 |", "|---|---|", f"| {label} | 6.5 |", "| 公园（个） | 18 |")
    assert rows(text)[0] == (name, measure, "2023", "actual", value)


def cell_a_line(*cells: tuple[str, ...]) -> str:
    """A table flattened to a cell a line, a blank line between its rows."""
    return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in cells)


HEADER = ("序号", "指标", "2023年目标", "2023年完成", "2024年目标")


def test_target_and_outcome_stand_side_by_side_a_cell_a_line() -> None:
    text = f"{PLAN}附件1\n青山县2023年主要指标\n\n" + cell_a_line(
        HEADER, ("1", "粮食产量（万吨）", "12", "12.36", "12.5以上"), ("2", "工业投资增速（%）", "6", "6.1", "6.5左右")
    )
    assert [(name, period, status) for name, _, period, status, _ in rows(text)] == [
        ("粮食产量", "2023", "target"),
        ("粮食产量", "2023", "actual"),
        ("粮食产量", "2024", "target"),
        ("工业投资", "2023", "target"),
        ("工业投资", "2023", "actual"),
        ("工业投资", "2024", "target"),
    ]
    assert [str(c.quantity.bound) for c in read(text).claims if c.key.period == "2024"] == ["at_least", "about"]


def test_a_serial_number_is_no_claim() -> None:
    text = f"{PLAN}附件1\n\n" + cell_a_line(
        HEADER, ("1", "公园（个）", "10", "12", "15"), ("2", "学校（所）", "3", "3", "4")
    )
    assert len(rows(text)) == 6


def test_remarks_are_no_claims() -> None:
    text = bulletin(
        "| 指标 | 2023年 | 备注 |", "|---|---|---|", "| 公园（个） | 12 | 含社区公园3个 |", "| 学校（所） | 3 |  |"
    )
    assert [(name, value) for name, _, _, _, value in rows(text)] == [("公园", "12个"), ("学校", "3所")]


def test_words_in_place_of_a_number_claim_nothing() -> None:
    text = f"{PLAN}附件1\n\n" + cell_a_line(
        HEADER, ("1", "公园（个）", "10", "市级暂未下达", "15"), ("2", "学校（所）", "3", "3", "—")
    )
    assert [(name, period, status) for name, _, period, status, _ in rows(text)] == [
        ("公园", "2023", "target"),
        ("公园", "2024", "target"),
        ("学校", "2023", "target"),
        ("学校", "2023", "actual"),
    ]


def test_a_note_is_no_part_of_the_name() -> None:
    text = bulletin("| 指标 | 2023年 |", "|---|---|", "| 粮食产量（万吨）* | 12.36 |", "| 公园（个） | 18 |")
    assert rows(text)[0][0] == "粮食产量"


def test_a_bound_in_a_cell_is_kept() -> None:
    text = bulletin(
        "| 指标 | 2023年 |", "|---|---|", "| 安全事故死亡率（%） | ≤0.021 |", "| 优良天数比率（%） | 90以上 |"
    )
    assert [str(c.quantity.bound) for c in read(text).claims] == ["at_most", "at_least"]


def test_the_span_of_a_cell_is_its_own() -> None:
    text = bulletin("指标\t2022年\t2023年", "粮食产量（万吨）\t12.1\t12.36", "蔬菜产量（万吨）\t44.8\t45.6")
    for claim in read(text).claims:
        assert claim.span.of(text) == claim.mention.number.of(text) in ("12.1", "12.36", "44.8", "45.6")


def test_the_number_of_a_cell_is_told_with_the_unit_it_goes_by() -> None:
    text = bulletin("| 指标 | 2023年 |", "|---|---|", "| 粮食产量（万吨） | 12.36 |", "| 公园（个） | 18 |")
    assert [c.mention.words for c in read(text).claims] == ["12.36万吨", "18个"]


def test_a_column_of_a_later_year_is_a_target() -> None:
    text = bulletin(
        "| 指标 | 2023年 | 2025年 |", "|---|---|---|", "| 粮食产量（万吨） | 12.36 | 13 |", "| 公园（个） | 18 | 25 |"
    )
    assert [c.key.status for c in read(text).claims] == [Status.ACTUAL, Status.TARGET] * 2


def test_units_may_have_a_column_of_their_own() -> None:
    text = PLAN + "附表\n2023年主要指标\n指标\t单位\t2023年目标\t2023年实际\n"
    assert rows(text + "城镇新增就业\t万人\t1.4\t1.63\n粮食产量增速\t%\t2左右\t2.4\n") == [
        ("城镇新增就业", "count", "2023", "target", "14000人"),
        ("城镇新增就业", "count", "2023", "actual", "16300人"),
        ("粮食产量", "growth", "2023", "target", "2%"),
        ("粮食产量", "growth", "2023", "actual", "12/5%"),
    ]


def test_a_column_of_a_part_of_the_year_tells_of_that() -> None:
    text = bulletin(
        "表1 主要产品产量（单位：万吨）", "指标\t2023年1-6月\t2023年", "粮食产量\t4.1\t12.36", "蔬菜产量\t20.8\t45.6"
    )
    assert [period for _, _, period, _, _ in rows(text)] == ["2023H1", "2023", "2023H1", "2023"]


def test_a_sector_in_a_table_is_of_what_the_rows_above_or_the_caption_speak_of() -> None:
    table = ("指标\t总量（亿元）\t增长（%）", "地区生产总值\t120.5\t5.2", "第一产业\t18.2\t3.1")
    more = ("固定资产投资\t90.0\t6.6", "第一产业\t7.5\t-3.2")
    assert [name for name, *_ in rows(bulletin("表1 主要指标", *table, *more))][2:] == [
        *("第一产业增加值", "第一产业增加值"),
        *("固定资产投资", "固定资产投资"),
        *("第一产业投资", "第一产业投资"),
    ]
    growth = bulletin("表2 分行业固定资产投资增长速度", "行业\t比上年增长（%）", "金融业\t8.8", "房地产业\t-20.1")
    assert [name for name, *_ in rows(growth)] == ["金融业投资", "房地产业投资"]
    unsaid = bulletin("表3 分行业情况", "行业\t金额（亿元）", "金融业\t8.8", "房地产业\t20.1")
    assert [name for name, *_ in rows(unsaid)] == ["金融业", "房地产业"]
