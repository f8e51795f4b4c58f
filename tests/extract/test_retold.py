"""What one document tells is told again in other words: the number means the same, and has the same key."""

import pytest

from consistency.model import Severity, Status
from tests.domain import bulletin, claim, found, meet, read, report, unclaimed

PRESS = "青山县经济稳中有进\n来源：青山日报　2024-03-12\n\n"

# Of one document each: a number, and the indicator that it is told of.
NAMES = [
    # another side of the crop or the animals that were named
    ("粮食播种面积40万亩，总产16.8万吨。", "16.8万吨", "粮食产量"),
    ("小麦播种面积21万亩，总产8.4万吨，单产400公斤/亩。", "8.4万吨", "小麦产量"),
    ("生猪存栏36.2万头，出栏61.5万头。", "61.5万头", "生猪出栏"),
    # a part of what was told, measured by the noun of its whole
    ("粮食播种面积253.4万亩，其中玉米201.7万亩、大豆31.2万亩。", "201.7万亩", "玉米播种面积"),
    ("粮食播种面积253.4万亩，其中玉米201.7万亩、大豆31.2万亩。", "31.2万亩", "大豆播种面积"),
    # who learns and teaches at the schools that were named
    ("小学198所，在校学生9.26万人；初中36所，在校学生4.15万人。", "9.26万人", "小学在校生"),
    ("小学198所，在校学生9.26万人；初中36所，在校学生4.15万人。", "4.15万人", "初中在校生"),
    ("现有敬老院18所。", "18所", "敬老院"),
    # per head of what was told; behind a semicolon the thing itself is in force again
    ("地区生产总值96.4亿元，人均为58210元；第四季度增长3.4%。", "58210元", "人均地区生产总值"),
    ("地区生产总值96.4亿元，人均为58210元；第四季度增长3.4%。", "3.4%", "地区生产总值"),
    ("累计建成高标准农田42.6万亩，去年新建2.3万亩。", "2.3万亩", "高标准农田"),
    ("提取住房公积金14.5亿元。", "14.5亿元", "住房公积金提取额"),
]


@pytest.mark.parametrize(("sentence", "number", "indicator"), NAMES)
def test_a_side_of_a_thing_is_of_that_thing(sentence: str, number: str, indicator: str) -> None:
    assert claim(bulletin(sentence), number).key.indicator == indicator


PROFILE = "县情概况（2024年版）\n青山县人民政府\n经济：2023年，全县地区生产总值96.4亿元。\n"
CENSUS = "青山县人口普查数据出炉\n2021年6月3日\n\n第七次全国人口普查公报发布，"
COUNTED = "青山县第七次全国人口普查公报\n截至2020年11月1日零时，"
HOLIDAY = "青山县2024年春节假期文旅市场情况\n青山县文旅局\n\n全县接待游客68.7万人次。"
QUARTERS = "青山县2023年前三季度经济运行情况\n前三季度，全县零售额61.2亿元；9月增长4.1%。"
SITTING = "青山县两会观察\n2023年，全县改造小区38个。去年，全县修路126公里。"
# Of one document each: a number, and the time that it is of.
TIMES = [
    (f"{PROFILE}农业：肉类产量3.4万吨。\n", "3.4万吨", "2023"),
    (f"{PRESS}局长：2023年，我县用电量8.6亿千瓦时。26个村庄绿化率46.2%。\n", "46.2%", "2023"),
    (f"{CENSUS}全县常住人口31.62万人。\n", "31.62万人", "2020"),
    (f"{COUNTED}全县常住人口316214人。\n", "316214人", "2020"),
    ("青山县2023年12月末金融运行情况\n各项存款余额96.4亿元，同比增长8.4%。\n", "96.4亿元", "2023"),
    (f"{HOLIDAY}A级景区接待41.2万人次。\n", "41.2万人次", "2024春节"),
    (f"{QUARTERS}一般公共预算收入9.8亿元。\n", "9.8亿元", "2023Q1-3"),
    (f"{PRESS}2023年，全县收入9.8亿元。今年1—2月，税收收入1.7亿元。\n", "1.7亿元", "2024-01/02"),
    (f"{SITTING}今年，青山县将改造小区42个。\n", "42个", "2024"),
]


@pytest.mark.parametrize(("text", "number", "period"), TIMES)
def test_the_time_that_a_text_tells_of_goes_on(text: str, number: str, period: str) -> None:
    assert claim(text, number).key.period == period


def test_a_despatch_without_a_year_that_tells_of_a_year_gone_by_is_of_the_next() -> None:
    told = "青山县旅游业回暖\n新华社青山4月3日电 青山县2023年全年旅客340万人次。{}旅客留宿3.2晚。\n"
    assert claim(told.format("今年一季度，"), "3.2晚").key.period == "2024Q1"
    assert read(told.format("")).context.date == "2024-04-03"
    ahead = "青山县旅游业回暖\n新华社青山4月3日电 青山县2023年计划接待旅客340万人次。\n"
    assert read(ahead).context.date == ""


def test_what_the_press_tells_of_this_year_is_an_aim_only_where_it_is_meant_to_come() -> None:
    text = f"{PRESS}2023年，全县一般公共预算收入9.8亿元。今年1—2月，一般公共预算收入1.7亿元。今年将改造小区42个。\n"
    assert claim(text, "1.7亿元").key.status is Status.ACTUAL
    assert claim(text, "42个").key.status is Status.TARGET


def test_a_five_year_plan_tells_of_aims_and_of_growth_over_its_years() -> None:
    title = "青山县国民经济和社会发展第十四个五年规划和2035年远景目标纲要"
    text = f"{title}\n到2025年，森林覆盖率达到36.5%，单位GDP能耗降低15%。\n"
    forest, energy = claim(text, "36.5%"), claim(text, "15%")
    assert (forest.key.period, forest.key.status) == ("2025", Status.TARGET)
    assert (energy.key.period, energy.key.status) == ("2021/2025", Status.TARGET)


def test_a_number_of_another_time_that_is_compared_with_is_no_subject() -> None:
    text = bulletin("第四季度出口实质上升2.4%，较第三季度的1.9%加快，环比上升0.8%。")
    assert unclaimed(text) == {"1.9": "what is compared with"}
    assert claim(text, "0.8%").key.indicator == "出口总额"


LEVELS = "全县支出40.2亿元。一般公共预算支出40.2亿元，其中县级6.8亿元。"
SAME = [
    ("全县县级一般公共预算支出8.6亿元。", LEVELS, "8.6亿元", "6.8亿元"),
    ("土地流转面积164.5万亩。", "土地流转146.5万亩。", "164.5万亩", "146.5万亩"),
]


@pytest.mark.parametrize(("one", "other", "number", "retold"), SAME)
def test_a_fact_in_other_words_is_one_fact(one: str, other: str, number: str, retold: str) -> None:
    assert meet(bulletin(one), report(other), number, retold)


def test_a_number_told_twice_in_one_document_is_one_fact() -> None:
    twice = bulletin("综合盈余16.8亿元。城市绿道126公里。", "总的来看，综合盈余为16.8亿元。")
    assert meet(twice, report("综合盈余18.6亿元。"), "16.8亿元", "18.6亿元")


def test_shares_told_respectively_are_of_what_was_named_last() -> None:
    text = bulletin("高新技术产业、装备制造业增加值分别增长8.6%和9.1%，占规模以上工业的比重分别为67.2%和34.6%。")
    assert claim(text, "34.6%").key.indicator == "装备制造业增加值"


def test_a_remark_between_the_year_compared_with_and_the_growth_is_no_name() -> None:
    text = bulletin("一般公共预算收入148.36亿元，为预算的101.8%，比上年（下同）增长7.9%。")
    assert claim(text, "7.9%").key.indicator == "一般公共预算收入"


def test_a_level_before_a_colon_says_whose_accounts_follow() -> None:
    text = "青山县2023年预算执行情况\n1.全县：收入206.8亿元，增长4.6%。2.县本级：收入38.4亿元，增长5.2%。\n"
    assert claim(text, "38.4亿元").key.scope == "县本级"
    assert claim(text, "206.8亿元").key.scope == ""


def test_a_scope_is_told_of_the_number_behind_it() -> None:
    one = bulletin("农村居民人均可支配收入24137元，增长6.2%。城镇居民人均消费支出25614元，增长3.1%。")
    other = report("农村居民人均可支配收入24137元，增长6.2%，城乡居民收入比缩小至1.64。")
    assert not found(one, other, select=("CC4",))


def test_a_papers_name_is_not_the_place_it_tells_of() -> None:
    text = "数看巴彦淖尔\n内蒙古日报 2024年4月\n2023年，巴彦淖尔粮食产量288.4万吨。\n"
    assert read(text).context.entity == "巴彦淖尔市"
    assert read(text).context.period == "2023"


def test_a_places_own_money_is_told_as_yuan() -> None:
    one = "2023年澳門本地生產總值\n統計暨普查局\n本地生產總值為3,794億澳門元。\n"
    other = "澳門2023年經濟\n統計暨普查局公布，2023年本地生產總值3,974億元。\n"
    assert meet(one, other, "3,794亿澳门元", "3,974亿元")


def test_a_meeting_by_less_of_a_name_is_told_of_where_the_number_right_before_it_met() -> None:
    one = bulletin("发放个人住房贷款5.83亿元，累计发放个人住房贷款112.35亿元。")
    for number in ("121.35", "139.64"):
        other = report(f"发放贷款5.83亿元，累计发放贷款{number}亿元。")
        (told,) = found(one, other)
        assert told.severity is not Severity.INFO


def test_about_a_number_of_many_figures_is_about_its_last_figure() -> None:
    told, close, other = (report(f"全县接待游客约{n}万人次。") for n in ("3404", "3405", "3440"))
    exact = bulletin("全县接待游客3404万人次。")
    assert not found(exact, told)
    assert not found(exact, close)
    assert found(exact, other)


def test_a_base_told_with_the_word_for_comparing_behind_it_is_no_level() -> None:
    text = bulletin("常住人口316017人，与2010年普查的323576人相比，减少7559人，下降2.34%。")
    assert not found(text)


def test_a_scope_shared_out_to_several_numbers_is_no_other_scope() -> None:
    one = bulletin("城乡居民人均可支配收入分别增长4.9%、7.1%。")
    other = report("城镇居民人均可支配收入增长4.9%，农村居民人均可支配收入增长7.1%。")
    assert not found(one, other)
