"""Tables as yearbooks, bulletins and budgets lay them out: what each cell claims."""

from fractions import Fraction

from tests.domain import bulletin, read

BUDGET = "关于青山县2023年预算执行情况和2024年预算草案的报告\n青山县财政局\n各位代表：\n"


def claims(text: str) -> list[tuple[str, str, str, str, str]]:
    """What the cells claim: indicator, measure, period, status, value in base units."""
    return [
        (k.subject, str(k.measure), k.period, str(k.status), f"{float(c.quantity.base_value):g}{c.quantity.base_unit}")
        for c in read(text).claims
        for k in (c.key,)
    ]


def tabs(*rows: str) -> str:
    """Rows of cells, told with slashes, between tabs."""
    return "".join(row.replace("/", "\t") + "\n" for row in rows)


def test_two_tables_stand_side_by_side_and_each_names_its_own_rows() -> None:
    text = (
        BUDGET
        + "青山县2023年政府性基金收支决算表\n单位：万元\n"
        + tabs(
            "收入项目/预算数/决算数/支出项目/预算数/决算数",
            "车辆通行费/3000/3120/交通运输支出/2500/2477",
            "污水处理费收入/1500/1533/其他支出/4200/4011",
        )
    )
    assert [(name, status, value) for name, _, _, status, value in claims(text)] == [
        ("车辆通行费", "plan", "3e+07元"),
        ("车辆通行费", "actual", "3.12e+07元"),
        ("交通运输支出", "plan", "2.5e+07元"),
        ("交通运输支出", "actual", "2.477e+07元"),
        ("污水处理费收入", "plan", "1.5e+07元"),
        ("污水处理费收入", "actual", "1.533e+07元"),
        ("其他支出", "plan", "4.2e+07元"),
        ("其他支出", "actual", "4.011e+07元"),
    ]


def test_a_table_goes_on_behind_the_number_of_the_page() -> None:
    first = ("科目/预算数/决算数", "教育支出/500/490", "科学技术支出/60/61")
    title = BUDGET + "2023年青山县一般公共预算支出决算表\n单位：万元\n"
    again = title + tabs(*first) + "\n- 3 -\n\n" + tabs(first[0], "农林水支出/70/72", "交通运输支出/80/83")
    without = title + tabs(*first) + "\n第 3 页\n\n" + tabs("农林水支出/70/72", "交通运输支出/80/83")
    told = [
        ("农林水支出", "level", "2023", "plan", "700000元"),
        ("农林水支出", "level", "2023", "actual", "720000元"),
        ("交通运输支出", "level", "2023", "plan", "800000元"),
        ("交通运输支出", "level", "2023", "actual", "830000元"),
    ]
    assert claims(again)[4:] == told
    assert claims(without)[4:] == told


def test_words_before_the_labels_tell_whose_indicator_it_is() -> None:
    text = bulletin(
        "| 分组 | 指标 | 单位 | 2023年 |",
        "|---|---|---|---|",
        "| 城镇居民 | 人均可支配收入 | 元 | 41600 |",
        "|  | 人均消费支出 | 元 | 26110 |",
        "| 农村居民 | 人均可支配收入 | 元 | 20640 |",
        "|  | 人均消费支出 | 元 | 15230 |",
    )
    assert [(name, value) for name, _, _, _, value in claims(text)] == [
        ("城镇居民人均可支配收入", "41600元"),
        ("城镇居民人均消费支出", "26110元"),
        ("农村居民人均可支配收入", "20640元"),
        ("农村居民人均消费支出", "15230元"),
    ]


def test_a_column_of_places_comes_before_that_of_the_indicators() -> None:
    text = bulletin(
        "| 地区 | 指标 | 单位 | 2023年 |",
        "|---|---|---|---|",
        "| 庆元县 | 粮食产量 | 万吨 | 5.2 |",
        "| 庆元县 | 常住人口 | 万人 | 14.1 |",
        "| 龙泉市 | 粮食产量 | 万吨 | 7.3 |",
        "| 龙泉市 | 常住人口 | 万人 | 25.0 |",
    )
    told = [(c.key.entity, c.key.indicator) for c in read(text).claims]
    assert told == [
        ("浙江省丽水市庆元县", "粮食产量"),
        ("浙江省丽水市庆元县", "常住人口"),
        ("浙江省丽水市龙泉市", "粮食产量"),
        ("浙江省丽水市龙泉市", "常住人口"),
    ]


def test_this_month_and_the_months_so_far_are_those_of_the_title() -> None:
    text = bulletin(
        "2023年1—9月主要经济指标",
        "| 指标 | 单位 | 本月 | 同比±% | 1—本月累计 | 同比±% |",
        "|---|---|---|---|---|---|",
        "| 社会消费品零售总额 | 亿元 | 24.3 | 7.4 | 201.7 | 8.3 |",
        "| 一般公共预算收入 | 亿元 | 5.1 | 3.0 | 60.4 | 4.4 |",
    )
    assert [(measure, period) for _, measure, period, _, _ in claims(text)][:4] == [
        ("level", "2023-09"),
        ("growth", "2023-09"),
        ("level", "2023Q1-3"),
        ("growth", "2023Q1-3"),
    ]


def test_a_month_that_no_title_tells_is_none() -> None:
    text = bulletin(
        "| 指标 | 单位 | 本月 |", "|---|---|---|", "| 建筑业总产值 | 亿元 | 24.3 |", "| 利润总额 | 亿元 | 2 |"
    )
    assert [m.reason for m in read(text).mentions] == ["no period", "no period"]


def test_the_rows_of_an_index_are_its_classes_and_the_columns_of_whom_it_is() -> None:
    text = bulletin(
        "表3 2023年居民消费价格指数（上年=100）",
        "| 指标 | 全县 | 城市 | 农村 |",
        "|---|---|---|---|",
        "| 居民消费价格指数 | 100.4 | 100.5 | 100.2 |",
        "| 一、食品烟酒 | 100.9 | 101.0 | 100.6 |",
    )
    assert [name for name, *_ in claims(text)] == [
        "居民消费价格指数",
        "城市居民消费价格指数",
        "农村居民消费价格指数",
        "食品烟酒居民消费价格指数",
        "城市食品烟酒居民消费价格指数",
        "农村食品烟酒居民消费价格指数",
    ]


def test_a_head_under_another_says_which_of_it() -> None:
    text = bulletin(
        "单位：亿元",
        "| 地区 | 债务限额 |  | 债务余额 |  |",
        "|  | 合计 | 一般债务 | 合计 | 专项债务 |",
        "| 青山县 | 520.3 | 200.1 | 498.7 | 308.3 |",
        "| 县本级 | 220.5 | 80.4 | 210.2 | 133.9 |",
    )
    told = [(c.key.indicator, c.key.scope) for c in read(text).claims]
    assert told == [
        ("政府债务限额", ""),
        ("一般债务限额", ""),
        ("债务余额", ""),
        ("专项债务余额", ""),
        ("政府债务限额", "县本级"),
        ("一般债务限额", "县本级"),
        ("债务余额", "县本级"),
        ("专项债务余额", "县本级"),
    ]


def test_industries_in_a_table_of_the_product_are_their_value_added() -> None:
    text = bulletin(
        "| 指标 | 总量（亿元） | 增速（%） | 拉动增长（百分点） |",
        "|---|---|---|---|",
        "| 地区生产总值 | 204.6 | 5.2 | 5.2 |",
        "| 第二产业 | 102.1 | 5.8 | 2.4 |",
        "| 工业 | 80.7 | 6.0 | 2.1 |",
        "| 建筑业 | 21.4 | 4.6 | 0.3 |",
    )
    assert [name for name, measure, *_ in claims(text) if measure == "level"] == [
        "地区生产总值",
        "第二产业增加值",
        "工业增加值",
        "建筑业增加值",
    ]
    assert {m.reason for m in read(text).mentions if m.quantity.dimension == "point"} == {"no measure"}


def test_some_of_the_people_are_those_that_the_row_above_tells() -> None:
    text = bulletin(
        "| 指标 | 年末数（万人） | 比重（%） |",
        "|---|---|---|",
        "| 常住人口 | 25.3 | 100 |",
        "| 其中：城镇 | 16.1 | 63.6 |",
        "| 乡村 | 9.2 | 36.4 |",
        "| 其中：0-15岁 | 3.9 | 15.4 |",
    )
    assert [name for name, measure, *_ in claims(text) if measure == "share"] == [
        "常住人口",
        "城镇常住人口",
        "乡村常住人口",
        "0-15岁常住人口",
    ]


def test_a_column_says_what_of_a_crop_is_told() -> None:
    text = bulletin(
        "| 产品 | 播种面积（公顷） | 产量（吨） |", "|---|---|---|", "| 粮食 | 801 | 4520 |", "| 蔬菜 | 503 | 13070 |"
    )
    assert [name for name, *_ in claims(text)] == ["粮食播种面积", "粮食产量", "蔬菜播种面积", "蔬菜产量"]


def test_a_number_that_looks_like_a_month_is_a_number_where_it_is_all_of_a_cell() -> None:
    text = bulletin(
        "| 指标 | 2023年 |", "|---|---|", "| 工业投资（亿元） | 1964.4 |", "| 建筑业总产值（亿元） | 2023.5 |"
    )
    assert [value for *_, value in claims(text)] == ["1.9644e+11元", "2.0235e+11元"]


def test_a_table_of_two_cells_a_row_is_a_cell_a_line() -> None:
    cells = ("指标", "比上年增长（%）"), ("固定资产投资", "4.5"), ("其中：民间投资", "-1.2"), ("第二产业", "10.1")
    text = bulletin("2023年固定资产投资增速", "", *("\n".join(f"\t{cell}" for cell in row) + "\n" for row in cells))
    assert [(name, measure, value) for name, measure, _, _, value in claims(text)] == [
        ("固定资产投资", "growth", "4.5%"),
        ("民间投资", "growth", "-1.2%"),
        ("第二产业投资", "growth", "10.1%"),
    ]


def test_a_growth_is_of_the_month_or_the_months_that_it_stands_beside() -> None:
    text = "財政部新聞稿\n112年12月全國賦稅收入統計\n表1　賦稅收入統計表\n單位：新臺幣億元；%\n" + tabs(
        "稅目別/112年12月實徵數/較上年同月增減率/112年1-12月累計/較上年同期增減數",
        "營業稅/930/2.2/5,800/310",
        "貨物稅/110/1.1/1,230/-50",
    )
    assert claims(text)[:4] == [
        ("营业税", "level", "2023-12", "actual", "9.3e+10元"),
        ("营业税", "growth", "2023-12", "actual", "2.2%"),
        ("营业税", "level", "2023", "actual", "5.8e+11元"),
        ("营业税", "change", "2023", "actual", "3.1e+10元"),
    ]


def test_a_line_above_a_table_may_be_its_unit_alone() -> None:
    text = "澳門統計暨普查局\n2023年本地生產總值\n表1　以支出法計算的本地生產總值\n百萬澳門元\n" + tabs(
        "項目/2022年/2023年/實質變動率(%)", "本地生產總值/197332/379481/80.5", "私人消費支出/98452/110233/13.0"
    )
    assert claims(text)[:3] == [
        ("地区生产总值", "level", "2022", "actual", "1.97332e+11澳门元"),
        ("地区生产总值", "level", "2023", "actual", "3.79481e+11澳门元"),
        ("地区生产总值", "growth", "2023", "actual", "80.5%"),
    ]


def test_the_change_of_a_rate_in_per_cent_is_no_claim() -> None:
    text = bulletin(
        "| 指标 | 2023年 | 增长（%） |", "|---|---|---|", "| 城镇化率（%） | 60.4 | 0.8 |", "| 公园（个） | 18 | 5 |"
    )
    told = [(m.name, m.reason) for m in read(text).mentions]
    assert told == [("城镇化率", ""), ("城镇化率", "no measure"), ("公园", ""), ("公园", "")]


def test_the_two_sides_of_accounts_are_in_no_name() -> None:
    text = (
        BUDGET
        + "青山县2023年收入支出决算总表\n单位：万元\n"
        + tabs(
            "收入//支出/",
            "项目/金额/项目/金额",
            "事业收入/120/教育支出/300",
            "年初结转和结余/20/年末结转和结余/40",
            "总计/140/总计/340",
        )
    )
    assert [name for name, *_ in claims(text)] == [
        "事业收入",
        "教育支出",
        "年初结转和结余",
        "年末结转和结余",
        "收入总计",
        "支出总计",
    ]


def test_a_row_of_a_kind_is_of_what_the_row_above_tells() -> None:
    text = bulletin(
        "| 指标 | 2023年 |",
        "|---|---|",
        "| 货运量（万吨） | 501.2 |",
        "| 铁路（万吨） | 40.2 |",
        "| 公路（万吨） | 461 |",
        "| 客运量（万人） | 120.3 |",
        "| 公路（万人） | 98 |",
        "| 房屋施工面积（万平方米） | 203.3 |",
        "| 其中：住宅（万平方米） | 180.1 |",
        "| 商品房销售额（亿元） | 20.4 |",
        "| 其中：住宅（亿元） | 11.1 |",
    )
    assert [name for name, *_ in claims(text)] == [
        "货运量",
        "铁路货运量",
        "公路货运量",
        "客运量",
        "公路客运量",
        "房屋施工面积",
        "住宅房屋施工面积",
        "商品房销售额",
        "住宅商品房销售额",
    ]


def test_a_growth_under_the_head_of_an_amount_is_of_that_amount() -> None:
    text = bulletin(
        "单位：元、%",
        "| 行业 | 非私营单位 |  | 私营单位 |  |",
        "|  | 平均工资 | 增速 | 平均工资 | 增速 |",
        "| 制造业 | 95011 | 5.5 | 66022 | 3.3 |",
        "| 建筑业 | 80122 | 3.0 | 62011 | 2.2 |",
    )
    assert [(name, measure) for name, measure, *_ in claims(text)][:4] == [
        ("制造业非私营单位平均工资", "level"),
        ("制造业非私营单位平均工资", "growth"),
        ("制造业私营单位平均工资", "level"),
        ("制造业私营单位平均工资", "growth"),
    ]


def test_the_growth_of_an_index_is_no_index() -> None:
    text = (
        "香港特別行政區政府\n政府統計處\n2023年12月消費物價指數月報\n表1　消費物價指數按年變動率\n"
        "| 類別 | 權數 | 2023年11月(%) | 2023年12月(%) |\n|---|---|---|---|\n"
        "| 食品 | 27.41 | 1.7 | 2.6 |\n| 所有項目 | 100.00 | 2.6 | 2.4 |\n"
    )
    assert claims(text) == [
        ("食品消费物价指数", "growth", "2023-11", "actual", "1.7%"),
        ("食品消费物价指数", "growth", "2023-12", "actual", "2.6%"),
        ("消费物价指数", "growth", "2023-11", "actual", "2.6%"),
        ("消费物价指数", "growth", "2023-12", "actual", "2.4%"),
    ]


def test_kinds_of_debt_are_of_what_is_done_with_it() -> None:
    text = (
        BUDGET
        + "青山县2023年债务还本付息情况表\n单位：亿元\n"
        + tabs("项目/全县", "一、还本支出/8.2", "其中：一般债券/4.1", "专项债券/4.1", "二、付息支出预计执行数/2.5")
    )
    assert [(name, status) for name, _, _, status, _ in claims(text)] == [
        ("还本支出", "actual"),
        ("一般债券还本支出", "actual"),
        ("专项债券还本支出", "actual"),
        ("付息支出", "estimate"),
    ]


def test_a_year_of_the_republic_with_its_month_says_that_the_text_is_of_taiwan() -> None:
    text = "財政部統計處\n112年12月海關進出口貿易統計\n單位：億美元；%\n" + tabs(
        "項目/112年12月/較上年同月增減(%)", "出口/399.4/11.8", "進口/288.3/-6.5"
    )
    assert [period for _, _, period, _, _ in claims(text)] == ["2023-12"] * 4


def test_a_comparison_is_of_the_latest_of_two_years_though_a_share_stands_between() -> None:
    text = bulletin(
        "单位：万元、%",
        "| 科目 | 2023年决算 | 占比 | 2022年决算 | 同比增减额 | 同比增幅 |",
        "|---|---|---|---|---|---|",
        "| 教育支出 | 10023 | 20.0 | 9800 | 223 | 2.3 |",
        "| 公共安全支出 | 2501 | 5.0 | 2550 | -49 | -1.9 |",
    )
    assert [(measure, period) for _, measure, period, *_ in claims(text)][:5] == [
        ("level", "2023"),
        ("share", "2023"),
        ("level", "2022"),
        ("change", "2023"),
        ("growth", "2023"),
    ]


def test_the_parts_of_a_whole_are_in_its_unit() -> None:
    text = bulletin(
        "| 指标 | 地区生产总值 |  |  |  |",
        "|  | 总量（亿元） | 其中 |  | 占全县比重（%） |",
        "|  |  | 第一产业 | 第二产业 |  |",
        "| 东部 | 40.3 | 6.9 | 15.9 | 100 |",
        "| 西部 | 12.0 | 4.5 | 5.2 | 29.8 |",
    )
    told = [(m.name, m.words) for m in read(text).mentions][:4]
    assert [words for _, words in told] == ["40.3亿元", "6.9亿元", "15.9亿元", "100%"]


def test_a_rate_of_the_year_before_is_none_of_the_budget() -> None:
    text = (
        BUDGET
        + "2023年青山县一般公共预算收入决算表\n单位：万元\n"
        + tabs(
            "项目/2022年决算数/2023年预算数/2023年决算数/为预算数的%/为上年决算数的%",
            "税收收入/1302/1380/1391/100.8/106.8",
            "非税收入/600/620/633/102.1/105.5",
        )
    )
    assert [name for name, measure, *_ in claims(text) if measure == "ratio"][:2] == [
        "税收收入完成率",
        "税收收入与上年之比",
    ]


def test_how_far_a_place_is_from_the_whole_is_no_measure_of_it() -> None:
    text = bulletin(
        "| 县区 | 固定资产投资 |  |",
        "|  | 增速（%） | 比全市±（个百分点） |",
        "| 庆元县 | 10.2 | 1.5 |",
        "| 龙泉市 | 11.1 | 2.4 |",
    )
    assert [m.reason for m in read(text).mentions] == ["", "no measure", "", "no measure"]


def test_what_a_cell_says_in_words_is_of_the_time_and_standing_of_its_column() -> None:
    text = "青山县2024年国民经济和社会发展计划主要目标\n" + tabs(
        "指标/2023年实际/2024年目标", "一般公共预算收入/20.3亿元/增长5%", "城镇新增就业/620人/600人以上"
    )
    assert claims(text)[1] == ("一般公共预算收入", "growth", "2024", "target", "5%")


def test_numbers_with_a_sign_have_blanks_between_their_thousands_too() -> None:
    text = "香港特別行政區政府\n政府統計處\n2023年就業統計\n" + tabs(
        "行業/2022年12月/2023年12月/按年變動//",
        "/人數/人數/人數/百分率",
        "製造業/79 200/75 100/-4 100/-5.2",
        "建造業/86 500/92 300/+5 800/+6.7",
    )
    assert claims(text)[:4] == [
        ("制造业人数", "count", "2022-12", "actual", "79200人"),
        ("制造业人数", "count", "2023-12", "actual", "75100人"),
        ("制造业人数", "change", "2023-12", "actual", "-4100人"),
        ("制造业", "growth", "2023-12", "actual", "-5.2%"),
    ]


def test_the_title_of_a_table_names_its_place_in_a_document_that_names_none() -> None:
    text = "2-4 丽水市各县常住人口\n单位：万人\n" + tabs("县/2022年/2023年", "庆元县/14.1/14.0", "龙泉市/25.1/25.0")
    assert {c.key.entity for c in read(text).claims} == {"浙江省丽水市庆元县", "浙江省丽水市龙泉市"}


def test_heads_of_time_stand_between_the_rows() -> None:
    text = (
        "澳門特別行政區政府統計暨普查局\n澳門主要經濟指標\n"
        "統計指標 | 單位 | 最新年度數據 (同比變動) | 最新數據 (月/季度) | 按月/季變動 | ||\n"
        "宏觀經濟 (Macroeconomy) | ||||||\n"
        "2023 | 2023 Q3 | 2023 Q4 | ||||\n"
        "本地名義生產總值 (Gross product)1 | 億澳門元 / 108 MOP | 3,812 (↑90.1%) | 975.1 | 1,080.2 | ↑ 9.8% | |\n"
        "2022 | ||||||\n"
        "本地居民總收入 | 億澳門元 | 2,310.5 (↓ 5.5%) | – | – | – | |\n"
        "2023 | 2024 Feb | 2024 Mar | ||||\n"
        "失業率 | 百分比 / % | 2.6% (-0.4%) | 2.1% | 2.0% | -0.1% | |\n"
    )
    told = [
        (c.key.indicator + c.key.basis, str(c.key.measure), c.key.period, c.quantity.base_value)
        for c in read(text).claims
    ]
    assert told == [
        ("地区生产总值", "level", "2023", 381_200_000_000),
        ("地区生产总值名义", "growth", "2023", Fraction(901, 10)),
        ("地区生产总值", "level", "2023Q3", 97_510_000_000),
        ("地区生产总值", "level", "2023Q4", 108_020_000_000),
        ("地区生产总值环比", "growth", "2023Q4", Fraction(98, 10)),
        ("本地居民总收入", "level", "2022", 231_050_000_000),
        ("本地居民总收入", "growth", "2022", Fraction(-55, 10)),
        ("失业率", "ratio", "2023", Fraction(26, 10)),
        ("失业率", "ratio", "2024-02", Fraction(21, 10)),
        ("失业率", "ratio", "2024-03", 2),
    ]


def test_prices_are_no_part_of_a_name_and_their_year_no_period() -> None:
    text = (
        "澳門特別行政區政府統計暨普查局\n2023年本地生產總值\n"
        "指標 | 單位 | 數值 |\n"
        "本地生產總值(當年價格) | 百萬澳門元 | 381200 |\n"
        "本地生產總值(2021年環比物量) | 百萬澳門元 | 352300 |\n"
        "時間 | 本地生產總值(百萬澳門元) | 本地生產總值(同期變動率) |\n"
        "2023年第1季 | 81300 | 38.2 |\n"
        "2023年第2季 | 92100 | 110.9 |\n"
    )
    told = [(c.key.indicator, c.key.basis, str(c.key.measure), c.key.period) for c in read(text).claims]
    assert told == [
        ("地区生产总值", "", "level", "2023"),
        ("地区生产总值", "不变价", "level", "2023"),
        ("地区生产总值", "", "level", "2023Q1"),
        ("地区生产总值", "", "level", "2023Q2"),
    ]


def test_growth_behind_an_amount_of_output_is_real_or_not_and_must_say_so() -> None:
    text = bulletin(
        "| 指标 | 2023年（亿元） |",
        "|---|---|",
        "| 名义地区生产总值 | 38.1 (↑9.1%) |",
        "| 工业增加值 | 10.2 (↑4.0%) |",
        "| 出口总额 | 7.5 (↓3.0%) |",
    )
    told = [(m.name, m.reason) for m in read(text).mentions if m.quantity.dimension == "percent"]
    assert told == [("地区生产总值名义", ""), ("工业增加值", "no measure"), ("出口总额", "")]


def test_a_caption_tells_the_measure_of_what_its_table_lists() -> None:
    text = bulletin(
        "附表 2023年主要工业产品产量",
        "| 产品名称 | 计量单位 | 1—12月 | 同比±% |",
        "|---|---|---|---|",
        "| 水泥 | 万吨 | 180.3 | -2.2 |",
        "| 发电量 | 亿千瓦时 | 40.2 | -3.1 |",
    )
    assert [(name, measure, period) for name, measure, period, *_ in claims(text)] == [
        ("水泥产量", "level", "2023"),
        ("水泥产量", "growth", "2023"),
        ("发电量", "level", "2023"),
        ("发电量", "growth", "2023"),
    ]


def test_years_one_below_the_other_are_outcomes() -> None:
    text = bulletin(
        "历年在校学生数", "单位：人", "年份\t小学\t初中", "2022年\t605\t305", "2023年\t602\t303", "2024年\t598\t299"
    )
    assert [(name, period, status) for name, _, period, status, _ in claims(text)][::2] == [
        ("小学在校生", "2022", "actual"),
        ("小学在校生", "2023", "actual"),
        ("小学在校生", "2024", "actual"),
    ]


def test_rises_and_falls_are_growth_and_months_to_the_twelfth_a_year() -> None:
    text = "香港特別行政區政府\n政府統計處\n2023年12月對外商品貿易統計\n" + tabs(
        "項目/2023年12月(億港元)/按年升跌(%)/2023年1月至12月(億港元)/按年升跌(%)",
        "進口貨值/440/+11.6/4640/-5.7",
        "轉口貨值/380/+11.0/4170/-7.8",
    )
    assert [(measure, period) for _, measure, period, *_ in claims(text)][:4] == [
        ("level", "2023-12"),
        ("growth", "2023-12"),
        ("level", "2023"),
        ("growth", "2023"),
    ]


def test_growth_as_taiwan_writes_it() -> None:
    text = (
        "行政院主計總處\n112年國民所得統計\n表1　國民所得統計主要指標\n"
        "| 項目 | 單位 | 111年 | 112年 | 年增率（%） |\n|---|---|---|---|---|\n"
        "| 民間消費 | 新臺幣億元 | 103,302 | 114,011 | 10.37 |\n| 政府消費 | 新臺幣億元 | 31,020 | 31,900 | 2.84 |\n"
    )
    assert [(name, measure, period) for name, measure, period, *_ in claims(text)][2] == (
        "私人消费开支",
        "growth",
        "2023",
    )


def test_a_row_that_tells_how_columns_are_reckoned_is_neither_head_nor_data() -> None:
    text = bulletin(
        "2023年青山县政府债务限额和余额情况表",
        "单位：亿元",
        "| 地区 | 2023年债务限额 |  |  | 2023年债务余额 |  |  |",
        "| 地区 | 合计 | 一般债务 | 专项债务 | 合计 | 一般债务 | 专项债务 |",
        "| 公式 | A=B+C | B | C | D=E+F | E | F |",
        "| 青山县 | 8.4 | 3.3 | 5.1 | 7.9 | 3.1 | 4.8 |",
        "| 青山县本级 | 8.1 | 3.2 | 4.9 | 7.6 | 3.0 | 4.6 |",
    )
    assert [(c.key.indicator, c.key.scope, c.mention.words) for c in read(text).claims] == [
        ("政府债务限额", "", "8.4亿元"),
        ("一般债务限额", "", "3.3亿元"),
        ("专项债务限额", "", "5.1亿元"),
        ("政府债务余额", "", "7.9亿元"),
        ("一般债务余额", "", "3.1亿元"),
        ("专项债务余额", "", "4.8亿元"),
        ("政府债务限额", "县本级", "8.1亿元"),
        ("一般债务限额", "县本级", "3.2亿元"),
        ("专项债务限额", "县本级", "4.9亿元"),
        ("政府债务余额", "县本级", "7.6亿元"),
        ("一般债务余额", "县本级", "3.0亿元"),
        ("专项债务余额", "县本级", "4.6亿元"),
    ]


def test_english_beside_chinese_says_nothing_more() -> None:
    text = bulletin(
        "| 指标 Item | 单位 Unit | 2022 | 2023 |",
        "|---|---|---|---|",
        "| 有效灌溉面积 Irrigated Area | 千公顷 1 000 hectares | 21.1 | 21.3 |",
        "| 农村用电量 Electricity Consumed in Rural Areas | 万千瓦时 10 000 kwh | 1502 | 1617 |",
    )
    assert [(name, period, value) for name, _, period, _, value in claims(text)] == [
        ("农田有效灌溉面积", "2022", "2.11e+08m²"),
        ("农田有效灌溉面积", "2023", "2.13e+08m²"),
        ("农村用电量", "2022", "1.502e+07kWh"),
        ("农村用电量", "2023", "1.617e+07kWh"),
    ]


def test_some_people_in_a_column_are_of_the_whole_before_them_and_in_its_unit() -> None:
    text = bulletin(
        "| 年份 | 年末总人口（万人） | 男 | 女 | 人口密度（人/平方公里） |",
        "|---|---|---|---|---|",
        "| 2021年 | 31.2 | 15.9 | 15.3 | 204 |",
        "| 2022年 | 31.1 | 15.8 | 15.3 | 203 |",
    )
    assert [(name, value) for name, _, _, _, value in claims(text)[:4]] == [
        ("总人口", "312000人"),
        ("男性总人口", "159000人"),
        ("女性总人口", "153000人"),
        ("人口密度", "0.000204人/m²"),
    ]


def test_what_is_no_rate_grows_by_the_per_cent_that_its_row_is_in() -> None:
    text = bulletin(
        "2023年1-8月主要经济指标",
        "| 指标 | 计量单位 | 8月 | 1-8月 | 1-8月同比增长(%) |",
        "|---|---|---|---|---|",
        "| 规模以上工业增加值 | % |  |  | 6.3 |",
        "| 社会消费品零售总额 | 亿元 | 3.1 | 24.4 | 4.2 |",
        "| 城镇化率 | % |  | 58.1 | 0.4 |",
    )
    assert [(name, measure, period) for name, measure, period, _, _ in claims(text)] == [
        ("规模以上工业增加值", "growth", "2023-01/08"),
        ("社会消费品零售总额", "level", "2023-08"),
        ("社会消费品零售总额", "level", "2023-01/08"),
        ("社会消费品零售总额", "growth", "2023-01/08"),
        ("城镇化率", "ratio", "2023-01/08"),
    ]


def test_months_of_a_head_are_those_from_the_first_to_the_last() -> None:
    text = bulletin("| 指标 | 2023年7月至9月 | 2022年7月至9月 |", "|---|---|---|", "| 失业人数（人） | 1127 | 1094 |")
    assert [(name, period) for name, _, period, _, _ in claims(text)] == [
        ("失业人数", "2023Q3"),
        ("失业人数", "2022Q3"),
    ]


def test_cells_that_stand_a_line_each_in_one_form_are_a_table() -> None:
    cells = ("指标", "2023年（元）", "比上年增长（%）", "城镇居民人均可支配收入", "43635", "4.2")
    more = ("农村居民人均可支配收入", "22868", "6.8")
    for between in ("", "\n", "\n\n"):
        text = bulletin("2023年城乡居民收入", *(cell + between for cell in (*cells, *more)))
        assert [(name, measure, value) for name, measure, _, _, value in claims(text)] == [
            ("城镇居民人均可支配收入", "level", "43635元"),
            ("城镇居民人均可支配收入", "growth", "4.2%"),
            ("农村居民人均可支配收入", "level", "22868元"),
            ("农村居民人均可支配收入", "growth", "6.8%"),
        ]
    lost = bulletin("2023年城乡居民收入", *cells, more[0], more[1])  # a cell is missing: nothing shows where
    assert claims(lost) == []


def test_each_fund_with_a_column_has_what_the_rows_tell_of_it() -> None:
    text = (
        BUDGET
        + "2024年青山县社会保险基金预算表\n单位：万元\n"
        + tabs("项目/合计/失业保险基金/工伤保险基金", "一、收入/904/512/392", "二、支出/871/521/350")
    )
    assert [name for name, *_ in claims(text)] == [
        "收入",
        "失业保险基金收入",
        "工伤保险基金收入",
        "支出",
        "失业保险基金支出",
        "工伤保险基金支出",
    ]


def test_the_sum_of_one_side_and_what_is_moved_keep_their_names() -> None:
    text = (
        BUDGET
        + "2024年政府性基金预算收支表\n单位：万元\n"
        + tabs("收入/预算数/支出/预算数", "上级补助收入/18/调出资金/50", "收入总计/349/支出总计/312")
    )
    assert [name for name, *_ in claims(text)] == ["上级补助收入", "调出资金", "收入总计", "支出总计"]


def test_a_growth_column_is_of_the_latest_amount_and_each_share_of_its_own() -> None:
    text = bulletin(
        "| 指标 | 单位 | 2023年 | 占比% | 2022年 | 占比% | 同比% |",
        "|---|---|---|---|---|---|---|",
        "| 出口总额 | 亿元 | 33 | 40.1 | 30 | 38 | 10.0 |",
    )
    assert [(measure, period) for _, measure, period, _, _ in claims(text)] == [
        ("level", "2023"),
        ("share", "2023"),
        ("level", "2022"),
        ("share", "2022"),
        ("growth", "2023"),
    ]
    yearly = bulletin(
        "| 指标 | 单位 | 2018年 | 2023年 | 年均增长% |", "|---|---|---|---|---|", "| 出口总额 | 亿元 | 30 | 33 | 1.9 |"
    )
    assert claims(yearly)[-1] == ("出口总额年均", "growth", "2019/2023", "actual", "1.9%")


def test_the_same_months_of_the_year_before_and_what_grew_then() -> None:
    text = bulletin(
        "2023年上半年经济运行情况",
        "| 指标 | 2023年上半年 | 上年同期 | 增减（±%） | 上年同期增速（%） |",
        "|---|---|---|---|---|",
        "| 固定资产投资（亿元） | 33.1 | 30.9 | 7.0 | 4.8 |",
    )
    assert [(measure, period) for _, measure, period, _, _ in claims(text)] == [
        ("level", "2023H1"),
        ("level", "2022H1"),
        ("growth", "2023H1"),
        ("growth", "2022H1"),
    ]


def test_what_is_compared_beside_a_plan_and_its_outcome_alone_is_reckoned_on_the_plan() -> None:
    text = bulletin(
        "2023年收支决算表",
        "单位：千元",
        "| 科目 | 预算数 | 决算审定数 | 比较增减数 | 增减% |",
        "|---|---|---|---|---|",
        "| 罚款收入 | 1,620 | 1,733 | 113 | 6.98 |",
    )
    assert claims(text) == [
        ("罚款收入", "level", "2023", "plan", "1.62e+06元"),
        ("罚款收入", "level", "2023", "actual", "1.733e+06元"),
        ("罚款收入较预算", "change", "2023", "actual", "113000元"),
        ("罚款收入较预算", "growth", "2023", "actual", "6.98%"),
    ]


def test_a_column_that_only_groups_the_rows_does_not_name_them_and_a_plan_aims_at_its_last_year() -> None:
    text = bulletin(
        "“十四五”时期经济社会发展主要指标",
        "| 类别 | 指标 | 单位 | 2018年 | 2023年 | 属性 |",
        "|---|---|---|---|---|---|",
        "| 经济发展 | 地区生产总值 | 亿元 | 84.6 | 120 | 预期性 |",
        "|  | 全员劳动生产率 | 万元/人 | 8.12 | 11.3 | 预期性 |",
        "| 民生福祉 | 人均预期寿命 | 岁 | 77.4 | 78.5 | 预期性 |",
        "|  | 森林覆盖率 | % | 52.3 | 53 | 约束性 |",
    )
    assert [(name, status) for name, _, _, status, _ in claims(text)] == [
        (name, status)
        for name in ("地区生产总值", "全员劳动生产率", "人均预期寿命", "森林覆盖率")
        for status in ("actual", "target")
    ]


def test_markets_have_a_part_of_what_the_caption_tells_or_are_no_indicators() -> None:
    rows = (
        "| 主要市場 | 2023年 | 按年變動（%） |",
        "|---|---|---|",
        "| 內地 | 378萬人次 | 9.8 |",
        "| 日本 | 5萬人次 | 57.0 |",
    )
    assert [name for name, *_ in claims(bulletin("2023年訪港旅客統計（臨時數字）", *rows))] == [
        "内地访港旅客",
        "内地访港旅客",
        "日本访港旅客",
        "日本访港旅客",
    ]
    assert claims(bulletin("2023年統計", *rows)) == []


def test_an_expenditure_of_some_sort_under_the_expenditure_is_no_more_than_itself() -> None:
    text = (
        BUDGET
        + "青山县2023年度一般公共预算财政拨款支出决算表\n单位：万元\n"
        + "| 科目名称 | 本年支出 |  |  |\n| 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---|---|\n"
        + "| 农林水支出 | 1043 | 557 | 486 |\n| 教育支出 | 511 | 400 | 111 |\n"
    )
    assert [name for name, *_ in claims(text)] == [
        "农林水支出",
        "农林水支出基本支出",
        "农林水支出项目支出",
        "教育支出",
        "教育支出基本支出",
        "教育支出项目支出",
    ]


def test_lines_of_running_text_are_no_table() -> None:
    broken = bulletin(
        "全县实现地区生产总值", "123.4", "亿元，比上年增长", "5.6", "%；完成固定资产投资", "33.1", "亿元。"
    )
    assert not any("table" in c.mention.traits for c in read(broken).claims)
    offices = bulletin("单位", "电话", "传真", "财政局", "5521001", "5521002", "教育局", "5521003", "5521004")
    assert claims(offices) == []


def test_people_over_a_column_come_before_what_they_have() -> None:
    text = bulletin(
        "| 指标 | 城镇居民 |  | 农村居民 |  |",
        "| 指标 | 绝对数（元） | 增长（%） | 绝对数（元） | 增长（%） |",
        "|---|---|---|---|---|",
        "| 人均可支配收入 | 41233 | 4.5 | 21905 | 6.7 |",
        "| 经营净收入 | 5877 | 5.5 | 7786 | 7.1 |",
    )
    assert [name for name, *_ in claims(text)][::2] == [
        "城镇居民人均可支配收入",
        "农村居民人均可支配收入",
        "城镇居民经营净收入",
        "农村居民经营净收入",
    ]


def test_a_part_is_of_the_year_of_its_whole_and_a_column_of_all_here_names_nothing() -> None:
    text = bulletin(
        "2023年地方政府债务情况表",
        "单位：亿元",
        "| 项目 | 公式 | 本地区 | 本级 |",
        "|---|---|---|---|",
        "| 一、2022年末地方政府债务余额 | A=B+C | 41.6 | 38.0 |",
        "| 其中：一般债务 | B | 16.4 | 14.9 |",
        "| 专项债务余额 | C | 25.2 | 23.1 |",
        "| 二、2023年地方政府债务限额 | D | 44.2 | 40.1 |",
    )
    assert [(c.key.indicator, c.key.period, c.key.scope) for c in read(text).claims] == [
        ("政府债务余额", "2022", ""),
        ("政府债务余额", "2022", "本级"),
        ("一般债务余额", "2022", ""),
        ("一般债务余额", "2022", "本级"),
        ("专项债务余额", "2022", ""),
        ("专项债务余额", "2022", "本级"),
        ("政府债务限额", "2023", ""),
        ("政府债务限额", "2023", "本级"),
    ]


def test_days_of_a_holiday_that_the_title_tells_are_those_of_the_table() -> None:
    text = bulletin("2023年春节假期旅游情况", *["| 指标 | 数量 |", "|---|---|", "| 接待游客（万人次） | 38.1 |"])
    assert [(name, period) for name, _, period, _, _ in claims(text)] == [("接待游客", "2023春节")]


def test_what_is_beside_a_growth_is_of_its_months_and_a_comparison_with_a_quarter_is_no_measure() -> None:
    text = bulletin(
        "规模以上工业分行业增加值增速",
        "| 行业 | 2023年上半年增速（%） | 比一季度±（个百分点） | 占工业增加值比重（%） |",
        "|---|---|---|---|",
        "| 纺织业 | 6.1 | 0.5 | 8.2 |",
    )
    assert [(name, measure, period) for name, measure, period, _, _ in claims(text)] == [
        ("纺织业增加值", "growth", "2023H1"),
        ("纺织业增加值", "share", "2023H1"),
    ]
    assert [m.reason for m in read(text).mentions if m.key is None] == ["no measure"]


def test_what_an_index_changed_by_is_its_growth_on_whatever_base_it_stands() -> None:
    text = bulletin(
        "消费物价指数按年变动百分率（2019年10月至2020年9月=100）",
        "| 项目 | 2023年9月 |",
        "|---|---|",
        "| 综合消费物价指数 | 2.2 |",
        "| 食品 | 1.1 |",
    )
    assert claims(text) == [
        ("综合消费物价指数", "growth", "2023-09", "actual", "2.2%"),
        ("食品消费物价指数", "growth", "2023-09", "actual", "1.1%"),
    ]


def test_the_sum_of_all_that_comes_in_is_more_than_the_account_of_the_title() -> None:
    text = (
        BUDGET
        + "2023年青山县一般公共预算收入表\n单位：万元\n"
        + tabs("项目/决算数", "税收收入/310", "非税收入/90", "上级补助收入/200", "收入总计/600")
    )
    assert [name for name, *_ in claims(text)] == ["税收收入", "非税收入", "上级补助收入", "收入总计"]


def test_a_growth_behind_a_rate_and_the_year_before_is_of_the_year_that_was_carried_out() -> None:
    text = (
        BUDGET
        + "2023年青山县一般公共预算收入执行情况表\n单位：万元\n"
        + "| 项目 | 2023年预算数 | 2023年执行数 | 为预算% | 2022年决算数 | 比上年增减% |\n"
        + "| 契税 | 500 | 520 | 104 | 480 | 8.3 |\n| 房产税 | 300 | 310 | 103.3 | 290 | 6.9 |\n"
    )
    assert [(measure, period) for _, measure, period, _, _ in claims(text)][:5] == [
        ("level", "2023"),
        ("level", "2023"),
        ("ratio", "2023"),
        ("level", "2022"),
        ("growth", "2023"),
    ]


def test_of_several_units_over_a_table_each_number_has_the_one_its_name_asks_for() -> None:
    text = bulletin(
        "表9 各级学校情况",
        "单位：所、万人",
        *tabs("类别/学校数/招生数/在校学生数", "普通高中/28/1.52/4.61", "小学/152/1.98/13.22").splitlines(),
    )
    assert [value for *_, value in claims(text)] == ["28所", "15200人", "46100人", "152所", "19800人", "132200人"]
    money = bulletin("表9 收支情况", "单位：万元、人", "指标\t2023年", "教育支出\t500", "甲\t7.5", "科学技术支出\t60")
    assert [(name, value) for name, *_, value in claims(money)] == [
        ("教育支出", "5e+06元"),
        ("科学技术支出", "600000元"),
    ]


def test_the_month_before_stands_beside_the_month() -> None:
    text = "青山县2024年1月农产品价格\n青山县发展和改革委员会\n单位：元/公斤\n" + tabs(
        "品种/本月均价/上月均价/环比（%）", "大米/6.24/6.20/0.6", "猪肉/36.5/38.0/-3.9"
    )
    assert claims(text)[:3] == [
        ("大米均价", "level", "2024-01", "actual", "6240元/t"),
        ("大米均价", "level", "2023-12", "actual", "6200元/t"),
        ("大米均价环比", "growth", "2024-01", "actual", "0.6%"),
    ]


def test_blanks_set_cells_one_below_the_other() -> None:
    """Heads over several columns stand over those columns, and a cell that is missing moves no other."""
    text = bulletin(
        "表9 居民收支情况",
        "指标              城镇居民                        农村居民",
        "                  绝对数(元)      增长(%)         绝对数(元)      增长(%)",
        "人均可支配收入    62345           4.6             35678           6.7",
        "人均工资性收入    33456                           17890           6.9",
        "人均经营净收入    10123           5.5             9012            5.8",
    )
    assert [(name, measure, value) for name, measure, _, _, value in claims(text)] == [
        ("城镇居民人均可支配收入", "level", "62345元"),
        ("城镇居民人均可支配收入", "growth", "4.6%"),
        ("农村居民人均可支配收入", "level", "35678元"),
        ("农村居民人均可支配收入", "growth", "6.7%"),
        ("城镇居民工资性收入", "level", "33456元"),
        ("农村居民工资性收入", "level", "17890元"),
        ("农村居民工资性收入", "growth", "6.9%"),
        ("城镇居民经营净收入", "level", "10123元"),
        ("城镇居民经营净收入", "growth", "5.5%"),
        ("农村居民经营净收入", "level", "9012元"),
        ("农村居民经营净收入", "growth", "5.8%"),
    ]


def test_a_second_row_of_heads_between_bars_may_begin_with_an_empty_cell() -> None:
    text = bulletin(
        "表9 税收情况",
        "单位：亿元；%",
        "税种 | 2023年 |  | 2022年 | 增减比较 | ",
        " | 金额 | 结构比 | 金额 | 金额 | %",
        "契税 | 12.5 | 40.1 | 11.2 | 1.3 | 11.6",
        "房产税 | 8.4 | 26.9 | 8.0 | 0.4 | 5.0",
    )
    assert claims(text)[:5] == [
        ("契税", "level", "2023", "actual", "1.25e+09元"),
        ("契税", "share", "2023", "actual", "40.1%"),
        ("契税", "level", "2022", "actual", "1.12e+09元"),
        ("契税", "change", "2023", "actual", "1.3e+08元"),
        ("契税", "growth", "2023", "actual", "11.6%"),
    ]


def test_a_caption_says_by_what_its_table_divides_what_it_tells_of() -> None:
    text = (
        "香港特別行政區政府\n政府統計處\n2024年9月對外商品貿易統計\n表一 按主要目的地劃分的轉口貨值\n"
        "| 目的地 | 2024年9月(百萬港元) | 與去年同月比較的變動百分率 |\n"
        "| 所有目的地 | 401 205 | +4.7 |\n| 美國 | 27,345 | -2.1 |\n| 日本 | 9,871 | +3.3 |\n"
    )
    assert [(name, measure, period) for name, measure, period, _, _ in claims(text)] == [
        ("转口货值", "level", "2024-09"),
        ("转口货值", "growth", "2024-09"),
        ("美国转口货值", "level", "2024-09"),
        ("美国转口货值", "growth", "2024-09"),
        ("日本转口货值", "level", "2024-09"),
        ("日本转口货值", "growth", "2024-09"),
    ]


def test_a_column_without_a_year_looks_for_one_under_its_own_head_first() -> None:
    text = bulletin(
        "| 县区 | 粮食 | | | 油料 | | |",
        "| | 面积（万亩） | 产量（万吨） | | 面积（万亩） | 产量（万吨） | |",
        "| | | 2023年 | 2022年 | | 2023年 | 2022年 |",
        "| 全县 | 612.3 | 226.1 | 224.9 | 180.4 | 24.6 | 23.8 |",
        "| 青山县 | 612.3 | 226.1 | 224.9 | 180.4 | 24.6 | 23.8 |",
    )
    periods = [claim.key.period for claim in read(text).claims][:6]
    assert periods == ["2023", "2023", "2022", "2023", "2023", "2022"]


def test_a_table_of_a_budget_is_a_plan_by_its_title() -> None:
    rows = ("项目/合计/失业保险基金", "一、收入/500/300", "二、支出/400/250")
    plan = claims("2024年青山县社会保险基金预算收支表\n单位：万元\n" + tabs(*rows))
    done = claims("2024年青山县社会保险基金预算收支执行情况表\n单位：万元\n" + tabs(*rows))
    assert {status for _, _, _, status, _ in plan} == {"plan"}
    assert {status for _, _, _, status, _ in done} == {"actual"}


def test_a_rank_behind_a_growth_is_the_rank_of_what_grew() -> None:
    text = bulletin(
        "| 县区 | 工业投资增速（%） | 位次 | 建筑业总产值（亿元） | 位次 |",
        "| 全县 | 7.6 | 3 | 80.2 | 1 |",
        "| 青山县 | 7.6 | 3 | 80.2 | 1 |",
    )
    ranks = [(name, value) for name, measure, _, _, value in claims(text) if measure == "rank"]
    assert ranks[:2] == [("工业投资", "3rank"), ("建筑业总产值", "1rank")]


def test_the_month_of_a_caption_holds_for_columns_that_tell_none_beside_one_that_tells_more() -> None:
    text = "2024年11月青山县居民消费价格变动情况\n青山县统计局\n单位：%\n" + tabs(
        "类别/环比涨跌幅/同比涨跌幅/1-11月同比涨跌幅", "衣着/0.3/1.4/1.3", "居住/-0.1/0.2/0.4"
    )
    assert [period for _, _, period, _, _ in claims(text)][:3] == ["2024-11", "2024-11", "2024-01/11"]


def test_of_two_years_in_a_title_neither_is_still_to_come() -> None:
    text = "青山县2023年和2024年政府债务余额情况表\n单位：亿元\n" + tabs(
        "项目/全县/县本级", "一、2023年末政府债务余额/81.2/30.1", "二、2024年末政府债务余额/89.4/33.5"
    )
    assert {(period, status) for _, _, period, status, _ in claims(text)} == {("2023", "actual"), ("2024", "actual")}


def test_a_column_that_names_a_measure_is_told_of_the_sector_of_its_row() -> None:
    text = bulletin(
        "按行业分的法人单位和从业人员",
        *tabs("行业/法人单位（个）/从业人员（人）", "批发和零售业/123/4567", "采矿业/12/345").splitlines(),
    )
    assert [name for name, *_ in claims(text)][:2] == ["批发和零售业法人单位", "批发和零售业从业人员"]


def test_a_row_of_growth_in_per_cent_is_growth_whatever_stands_over_it() -> None:
    text = bulletin(
        *tabs("指标/2023年完成/2024年目标", "工业投资增长（%）/4.4/6", "建筑业总产值增长（%）/5.1/5").splitlines()
    )
    assert [(name, measure, status) for name, measure, _, status, _ in claims(text)][:2] == [
        ("工业投资", "growth", "actual"),
        ("工业投资", "growth", "target"),
    ]


def test_what_is_told_against_the_budget_is_a_rate_without_a_sign() -> None:
    text = (
        BUDGET
        + "2023年青山县分级收支情况\n单位：亿元、%\n"
        + "| 级次 | 税收收入 | | |\n| | 完成数 | 为预算 | 增长 |\n"
        + "| 全县 | 25.6 | 100.2 | 3.1 |\n| 县本级 | 14.1 | 98.7 | 1.2 |\n"
    )
    assert claims(text)[:3] == [
        ("税收收入", "level", "2023", "actual", "2.56e+09元"),
        ("税收收入完成率", "ratio", "2023", "actual", "100.2%"),
        ("税收收入", "growth", "2023", "actual", "3.1%"),
    ]


def test_a_yearly_growth_stands_below_its_month() -> None:
    text = (
        "財政部統計處\n113年11月海關進出口統計\n表1 出口貨品結構\n單位：億美元\n"
        "| 貨品別 | 113年11月 | | 113年1-11月 | |\n| | 金額 | 年增率(%) | 金額 | 年增率(%) |\n"
        "| 電子零組件 | 152.3 | 8.1 | 1612.4 | -0.9 |\n| 基本金屬 | 23.4 | -2.6 | 251.9 | -1.3 |\n"
    )
    assert [(measure, period) for _, measure, period, _, _ in claims(text)][:4] == [
        ("level", "2024-11"),
        ("growth", "2024-11"),
        ("level", "2024-01/11"),
        ("growth", "2024-01/11"),
    ]


def test_a_table_of_some_people_or_schools_is_of_them_in_all_its_rows() -> None:
    farmers = bulletin(
        "表9 农村居民人均可支配收入构成",
        "单位：元",
        *tabs("指标/2023年", "人均可支配收入/21345", "财产净收入/456").splitlines(),
    )
    assert [name for name, *_ in claims(farmers)] == ["农村居民人均可支配收入", "农村居民财产净收入"]
    schools = bulletin(
        "表9 普通高中发展情况",
        *tabs("年份/学校数（所）/在校生（万人）", "2021年/72/1.2", "2022年/75/1.3", "2023年/78/1.4").splitlines(),
    )
    assert {name for name, *_ in claims(schools)} == {"普通高中学校数", "普通高中在校生"}


def test_a_column_between_the_budget_and_the_budget_as_changed_is_the_change() -> None:
    text = (
        BUDGET
        + "2023年青山县支出预算调整表\n单位：万元\n"
        + tabs("科目/年初预算数/调整数/调整后预算数", "教育支出/500/20/520", "农林水支出/300/-10/290")
    )
    assert [(measure, status, value) for _, measure, _, status, value in claims(text)][:3] == [
        ("level", "plan", "5e+06元"),
        ("change", "plan", "200000元"),
        ("level", "plan", "5.2e+06元"),
    ]


def test_what_a_column_measures_is_none_of_the_sum_of_its_row() -> None:
    text = bulletin("单位：户", *tabs("类型/期末实有/本期登记", "经营主体合计/612/81", "企业/152/20").splitlines())
    assert [name for name, *_ in claims(text)][:2] == ["经营主体实有", "经营主体登记"]


def test_what_is_used_up_is_not_what_is_made() -> None:
    text = bulletin("表9 能源消费情况", *tabs("品种/单位/消费量", "原煤/万吨/15.4", "焦炭/万吨/2.3").splitlines())
    assert [name for name, *_ in claims(text)] == ["原煤消费量", "焦炭消费量"]


def test_a_row_of_all_is_what_the_title_sums_up() -> None:
    text = (
        BUDGET
        + "附件 2024年县本级“三公”经费预算汇总表\n单位：万元\n"
        + tabs("项目/2023年预算数/2024年预算数", "合计/402/391", "公务接待费/102/98")
    )
    assert [(name, period) for name, _, period, _, _ in claims(text)][:2] == [
        ("三公经费", "2023"),
        ("三公经费", "2024"),
    ]


def test_a_place_among_places_that_nobody_knows_is_no_indicator() -> None:
    text = "江苏省南京市2023年转移支付情况表\n单位：万元\n" + tabs(
        "级次/一般性转移支付/专项转移支付", "江宁区/402/391", "溧水区/102/98", "白杨坝区/52/48"
    )
    told = read(text).mentions
    assert [m.key.entity if m.key else m.reason for m in told] == [
        *["江苏省南京市江宁区"] * 2,
        *["江苏省南京市溧水区"] * 2,
        *["no place"] * 2,
    ]


def test_a_column_of_all_below_is_none_of_the_place_itself() -> None:
    text = (
        BUDGET
        + "2023年青山县债务还本情况表\n单位：万元\n"
        + tabs("项目/县本级/乡镇", "还本支出/402/31", "付息支出/102/8")
    )
    assert [m.key is not None for m in read(text).mentions] == [True, False, True, False]


def test_a_growth_and_a_loss_with_a_mark_between_are_a_change() -> None:
    text = (
        BUDGET
        + "2023年青山县“三公”经费支出表\n单位：万元\n"
        + tabs("项目/2022年/2023年/增、减金额", "公务接待费/402/391/-11", "因公出国费/102/98/-4")
    )
    assert [measure for _, measure, *_ in claims(text)][:3] == ["level", "level", "change"]


def test_a_rank_is_one_among_all_that_its_head_names() -> None:
    text = bulletin(*tabs("指标/总量（亿元）/全省位次", "建筑业总产值/80.2/12", "工业投资/43.1/9").splitlines())
    ranks = [claim.key for claim in read(text).claims if str(claim.key.measure) == "rank"]
    assert [(key.entity, key.subject, key.scope) for key in ranks] == [
        ("青山县", "建筑业总产值", "全省"),
        ("青山县", "工业投资", "全省"),
    ]


def test_a_title_tells_what_is_divided_by_taxes() -> None:
    text = (
        BUDGET
        + "2023年青山县税收收入分税种完成情况\n单位：万元\n"
        + tabs("税种/完成数/增长%", "契税/402/3.1", "合计/502/2.4")
    )
    assert [name for name, *_ in claims(text)] == ["契税", "契税", "税收收入", "税收收入"]


def test_what_is_transferred_to_a_place_is_not_what_that_spends() -> None:
    text = "2023年江苏省南京市对各区专项转移支付分地区分科目执行情况表\n南京市财政局\n单位：万元\n" + tabs(
        "科目/江宁区/溧水区", "教育支出/402/391", "农林水支出/102/98"
    )
    assert [(c.key.entity[-3:], c.key.subject) for c in read(text).claims] == [
        ("江宁区", "教育转移支付"),
        ("溧水区", "教育转移支付"),
        ("江宁区", "农林水转移支付"),
        ("溧水区", "农林水转移支付"),
    ]


def test_what_is_so_far_goes_up_to_the_month_of_the_title_whatever_others_tell() -> None:
    text = "青山县2024年1-9月主要指标\n单位：亿元\n" + tabs(
        "指标/增速（%） 1-9月/增速（%） 1-8月/本年累计/上年同期",
        "税收收入/3.1/2.8/42.3/41.0",
        "非税收入/4.4/4.1/20.1/19.3",
    )
    periods = [period for _, _, period, _, _ in claims(text)]
    assert periods[:4] == ["2024Q1-3", "2024-01/08", "2024Q1-3", "2023Q1-3"]


def test_those_of_one_age_are_no_whole_of_those_of_another() -> None:
    text = "青山县2024年末人口年龄构成\n" + tabs(
        "年龄/人口数（万人）/比重（%）", "0-15岁/11.4/22.1", "16-59岁/28.9/56.0", "60岁以上/11.3/21.9"
    )
    assert [name for name, *_ in claims(text)][::2] == ["0-15岁人口数", "16-59岁人口数", "60岁以上人口数"]


def test_industries_below_a_tax_pay_their_part_of_it() -> None:
    text = "青山县2024年一般公共预算收入执行情况表\n单位：万元\n" + tabs(
        "项目/执行数", "税收收入/5900", "企业所得税/800", "其中：房地产业/110", "建筑业/90", "契税/70"
    )
    names = ["税收收入", "企业所得税", "房地产业企业所得税", "建筑业企业所得税", "契税"]
    assert [name for name, *_ in claims(text)] == names


def test_a_sum_of_income_is_the_account_of_the_title_unless_what_is_handed_down_stands_above_it() -> None:
    title = "青山县2024年一般公共预算收入执行情况表\n单位：万元\n项目\t执行数\n税收收入\t5900\n"
    assert claims(title + "非税收入\t4100\n收入合计\t10000\n")[-1][0] == "一般公共预算收入"
    assert claims(title + "转移性收入\t4100\n收入合计\t10000\n")[-1][0] == "收入合计"


def test_of_a_run_of_years_none_is_one_to_come() -> None:
    rows = "年别\t户数（户）\t人口数（人）\n民国111年底\t1033\t2814\n民国112年底\t1052\t2845\n民国113年底\t1071\t2860\n"
    across = "行业\t2022年\t2023年\t2024年\n制造业\t0.2%\t3.4%\t0.9%\n建造业\t8.1%\t6.7%\t5.2%\n"
    for text in ("台中市户数及人口数\n\n" + rows, "台中市生产总值增长\n\n" + across):
        assert {status for _, _, _, status, _ in claims(text)} == {"actual"}


def test_what_grew_by_a_part_of_all_growth_did_not_grow_by_it() -> None:
    text = "青山县2024年三次产业增加值\n" + tabs(
        "产业/增加值（亿元）/对经济增长的贡献率（%）", "第一产业/248.3/8.9", "第二产业/812.7/49.3"
    )
    assert [(name, measure) for name, measure, *_ in claims(text)][1::2] == [
        ("第一产业经济增长贡献率", "ratio"),
        ("第二产业经济增长贡献率", "ratio"),
    ]


def test_a_title_that_tells_the_level_and_goes_on_to_the_next_year_names_its_whole() -> None:
    spent = "青山县2024年一般公共预算支出执行情况及2025年预算（草案）\n单位：万元\n" + tabs(
        "科目/2024年执行数/2025年预算数", "债务付息支出/512/530", "就业补助/180/190", "支出合计/692/720"
    )
    assert [name for name, *_ in claims(spent)][-2:] == ["一般公共预算支出"] * 2
    cars = "青山县2025年县级“三公”经费预算表\n单位：万元\n" + tabs("项目/预算数", "合计/2980", "公务接待费/820")
    assert claims(cars)[0][0] == "三公经费"


def test_the_end_of_a_year_is_no_part_of_the_name_behind_it() -> None:
    assert read("2024年末滁州市存贷款余额\n\n各项存款余额5126亿元。").context.entity == "滁州市"
    assert read("2024年末安徽省滁州市存贷款余额\n\n各项存款余额5126亿元。").context.entity.endswith("滁州市")
