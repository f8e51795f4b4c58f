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


# -- heads of any sort -----------------------------------------------------------------------


def keys(text: str) -> list[tuple[str, str, str, str]]:
    """Place, indicator, measure and value of the claims."""
    return [
        (c.key.entity, c.key.indicator, str(c.key.measure), f"{c.quantity.value}{c.quantity.unit}")
        for c in read(text).claims
    ]


def reasons(text: str) -> list[str]:
    """Why the numbers of a text are no claims."""
    return [m.reason for m in read(text).mentions if not m.is_claim]


@pytest.mark.parametrize("over", ["比上年增长%", "增速", "同比±%", "同比增长", "比上年±%", "增 长"])
def test_growth_is_never_a_level_however_its_head_is_written(over: str) -> None:
    text = bulletin("表1 主要指标", f"指标\t绝对数（亿元）\t{over}", "工业投资\t45.1\t6.1", "建筑业总产值\t23.6\t-2.5")
    assert [(measure, value) for _, measure, _, _, value in rows(text)] == [
        ("level", "4510000000元"),
        ("growth", "61/10%"),
        ("level", "2360000000元"),
        ("growth", "-5/2%"),
    ]


def test_changes_shares_rates_and_ranks_are_what_their_heads_say() -> None:
    text = bulletin(
        "指标\t金额（亿元）\t增减额（亿元）\t占比（%）\t完成预算%\t全省位次",
        "税收收入\t45.1\t3.1\t64.2\t101.3\t3",
        "非税收入\t23.6\t-1.2\t35.8\t98.0\t11",
    )
    assert [(name, measure) for name, measure, *_ in rows(text)][:5] == [
        ("税收收入", "level"),
        ("税收收入", "change"),
        ("税收收入", "share"),
        ("税收收入完成率", "ratio"),
        ("税收收入", "rank"),
    ]


def test_budget_and_outcome_of_two_years_stand_side_by_side() -> None:
    text = (
        "关于青山县2023年预算执行情况与2024年预算草案的报告\n2023年全县一般公共预算收入执行情况表\n单位：万元\n"
        "项目\t上年决算数\t预算数\t调整预算数\t执行数\t比上年增长%\n"
        "一、税收收入\t4100\t4300\t4400\t4510\t10.0\n二、非税收入\t2100\t2200\t2300\t2360\t12.4\n"
    )
    assert [(name, period, status) for name, _, period, status, _ in rows(text)][:5] == [
        ("税收收入", "2022", "actual"),
        ("税收收入", "2023", "plan"),
        ("税收收入", "2023", "plan"),
        ("税收收入", "2023", "actual"),
        ("税收收入", "2023", "actual"),
    ]


def test_a_row_of_numbers_is_no_header_and_a_number_no_year() -> None:
    text = bulletin("单位：万元", "税收收入\t1901\t2023", "非税收入\t2360\t1999")
    assert {period for _, _, period, _, _ in rows(text)} == {"2023"}
    assert [value for *_, value in rows(text)] == ["19010000元", "20230000元", "23600000元", "19990000元"]


def test_a_cell_without_a_unit_is_no_claim_as_in_a_sentence() -> None:
    text = bulletin("指标\t2023年", "税收收入\t4510", "非税收入\t2360")
    assert (rows(text), reasons(text)) == ([], ["no unit", "no unit"])


def test_a_cell_without_an_indicator_is_no_claim() -> None:
    text = bulletin("单位：万元", "项目\t2023年", "税收收入\t4510", "合计\t2360")
    assert reasons(text) == ["no indicator"]


def test_a_name_of_several_rows_is_of_different_things() -> None:
    text = bulletin("单位：万元", "项目\t2023年", "教育支出\t4510", "行政运行\t236", "卫生支出\t3100", "行政运行\t118")
    assert [name for name, *_ in rows(text)] == ["教育支出", "卫生支出"]
    assert reasons(text) == ["several rows of this name"] * 2


def test_rows_that_are_places_tell_of_them() -> None:
    text = bulletin(
        "表3 各县区主要指标（单位：亿元）",
        "地区\t地区生产总值\t固定资产投资",
        "全市\t320.5\t88.1",
        "栾川县\t120.5\t30.2",
        place="洛阳市",
    )
    assert keys(text) == [
        ("洛阳市", "地区生产总值", "level", "320.5亿元"),
        ("洛阳市", "固定资产投资", "level", "88.1亿元"),
        ("河南省洛阳市栾川县", "地区生产总值", "level", "120.5亿元"),
        ("河南省洛阳市栾川县", "固定资产投资", "level", "30.2亿元"),
    ]


def test_a_title_says_whose_accounts_and_which_currency() -> None:
    text = bulletin(
        "2023年县本级一般公共预算收入表", "单位：万元", "项目\t执行数", "税收收入\t4510", "非税收入\t2360", "",
        "表5 金融机构人民币存贷款余额", "单位：亿元", "指标\t年末数", "各项存款余额\t451", "各项贷款余额\t236",
    )  # fmt: skip
    assert [(c.key.indicator, c.key.scope) for c in read(text).claims] == [
        ("税收收入", "县本级"),
        ("非税收入", "县本级"),
        ("人民币存款", ""),
        ("人民币贷款", ""),
    ]


def test_rows_that_are_years_tell_of_them() -> None:
    text = bulletin("表4 地区生产总值", "年份\t总量（亿元）\t增长（%）", "2021年\t101.1\t7.1", "2022年\t110.2\t6.0")
    assert [(name, measure, period) for name, measure, period, _, _ in rows(text)] == [
        ("地区生产总值", "level", "2021"),
        ("地区生产总值", "growth", "2021"),
        ("地区生产总值", "level", "2022"),
        ("地区生产总值", "growth", "2022"),
    ]


def test_a_cell_with_words_of_its_own_is_a_sentence() -> None:
    text = bulletin("| 指标 | 2023年 |", "|---|---|", "| 对外贸易 | 进出口总额357亿元 |", "| 公园（个） | 18 |")
    assert rows(text)[0][:2] == ("进出口总额", "level")


def test_a_head_over_several_columns_is_told_once() -> None:
    text = bulletin(
        "指标\t2022年\t\t2023年\t", "\t绝对数（亿元）\t增长%\t绝对数（亿元）\t增长%", "工业投资\t20.1\t3.1\t22.5\t4.2"
    )
    assert [(measure, period) for _, measure, period, _, _ in rows(text)] == [
        ("level", "2022"),
        ("growth", "2022"),
        ("level", "2023"),
        ("growth", "2023"),
    ]


def test_a_sentence_above_a_table_says_nothing_of_its_year() -> None:
    text = bulletin(
        "2019年，全县新增企业12家。", "主要指标", "指标\t金额（亿元）", "工业投资\t45.1", "建筑业总产值\t23.6"
    )
    assert [period for _, _, period, _, _ in rows(text)][-2:] == ["2023", "2023"]


def test_rows_that_ran_into_one_another_are_no_claims() -> None:
    text = bulletin("单位：万元", "| 地区 | 收入 |", "|---|---|", "| 东镇西镇 | 363605 253688 |", "| 南镇 | 118 |")
    assert reasons(text)[:2] == ["several numbers in one cell"] * 2


def test_a_growth_is_of_the_amount_it_stands_beside() -> None:
    text = bulletin(
        "表1 主要产品产量", "产品\t单位\t产量\t增长（%）", "水泥\t万吨\t485.6\t-5.1", "钢材\t万吨\t90.6\t6.9"
    )
    assert [(name, measure) for name, measure, *_ in rows(text)] == [
        *[("水泥产量", "level"), ("水泥产量", "growth")],
        *[("钢材产量", "level"), ("钢材产量", "growth")],
    ]


def test_a_part_of_the_year_in_the_caption_is_of_the_column_that_tells_it() -> None:
    text = bulletin(
        "表1 2022—2023年及2024年1-3月利润情况（单位：亿元）",
        "指标\t2024年1-3月\t2023年\t2022年",
        "营业利润\t3.1\t12.2\t11.3",
    )
    assert [(period, status) for _, _, period, status, _ in rows(text)] == [
        ("2024Q1", "actual"),
        ("2023", "actual"),
        ("2022", "actual"),
    ]


def test_a_rate_is_no_amount_of_money() -> None:
    text = bulletin(
        "表1 企业效益（单位：亿元、%）", "指标\t2023年\t2022年", "营业收入\t12.2\t11.3", "净资产收益率\t5.1\t4.9"
    )
    assert rows(text)[2:] == [
        ("净资产收益率", "ratio", "2023", "actual", "51/10%"),
        ("净资产收益率", "ratio", "2022", "actual", "49/10%"),
    ]


def test_the_rank_of_an_account_is_no_unit() -> None:
    text = bulletin(
        "表1 国有资本经营支出（单位：万元）", "项目\t2023年", "资本金注入\t300", "其他国有资本经营支出（项）\t203"
    )
    assert rows(text)[1][-1] == "2030000元"


def test_a_row_of_one_level_is_of_its_accounts() -> None:
    text = bulletin("表1 2023年全县预算支出（单位：万元）", "项目\t2023年", "教育支出\t300", "县本级财政支出\t203")
    assert [(c.key.indicator, c.key.scope) for c in read(text).claims][1] == ("一般公共预算支出", "县本级")


def test_kinds_of_goods_are_told_of_what_is_sold_of_them() -> None:
    text = bulletin("表1 限额以上商品零售类值（单位：万元）", "指标\t类值", "饮料类\t48607.2", "化妆品类\t14338.3")
    assert [name for name, *_ in rows(text)] == ["饮料类零售额", "化妆品类零售额"]


def test_the_whole_of_an_index_has_its_name_without_the_place() -> None:
    text = bulletin("表1 2023年青山县居民消费价格指数", "以上年为100", "类别\t指数", "合计\t100.4", "粮食\t98.5")
    assert [name for name, *_ in rows(text)] == ["居民消费价格指数", "粮食居民消费价格指数"]


def test_how_long_something_runs_is_no_money() -> None:
    text = bulletin("表1 债券发行（单位：亿元）", "项目\t债券期限\t发行额", "东山水库\t10\t2.3", "西山水库\t15\t1.2")
    assert [value for *_, value in rows(text)] == ["230000000元", "120000000元"]


def test_names_repeated_over_pages_are_of_different_things() -> None:
    def page(*row: str) -> list[str]:
        return ["表1 2023年部门支出（单位：万元）", "| 项目 | 2022年 | 2023年 |", *row, ""]

    first = page("| 人大事务 | 300 | 320 |", "| 行政运行 | 200 | 210 |")
    second = page("| 政协事务 | 400 | 410 |", "| 行政运行 | 250 | 260 |")
    assert [name for name, *_ in rows(bulletin(*first, *second))] == ["人大事务"] * 2 + ["政协事务"] * 2


def test_a_column_of_years_tells_no_amounts() -> None:
    text = bulletin(
        "表1 建成水库（单位：万元）", "| 名称 | 建成年份 | 投资额 |", "| 东山 | 2019 | 321 |", "| 西山 | 2020 | 1999 |"
    )
    assert [value for *_, value in rows(text)] == ["3210000元", "19990000元"]


def test_a_kind_of_trade_is_told_of_what_the_row_above_tells() -> None:
    text = bulletin(
        "表1 货物进出口（单位：亿元）",
        "指标\t金额",
        "出口\t161.0",
        "其中：一般贸易\t132.4",
        "加工贸易\t28.4",
        "进口\t23.3",
    )
    assert [name for name, *_ in rows(text)] == ["出口总额", "一般贸易出口总额", "加工贸易出口总额", "进口总额"]


def test_the_accounts_that_the_label_of_a_row_names_are_no_part_of_its_name() -> None:
    text = (
        "关于青山县2023年预算执行情况和2024年预算草案的报告\n一、2023年预算执行情况\n"
        "| 项目 | 2023年执行数（万元） | 2022年决算数（万元） |\n"
        "| 全县一般公共预算收入 | 3310 | 3234 |\n| 县本级一般公共预算收入 | 1310 | 1234 |\n"
    )
    found = [(c.key.indicator, c.key.scope) for c in read(text).claims]
    assert found == [("一般公共预算收入", "")] * 2 + [("一般公共预算收入", "县本级")] * 2
