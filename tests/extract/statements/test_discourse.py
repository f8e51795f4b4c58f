"""Year, status and scope in force where a number stands: by title, heading, paragraph and sentence."""

import pytest

from consistency.model import Key, Status
from tests.domain import bulletin, claim

PLAN = "关于青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告\n各位代表：\n"
WORK = "2024年青山县人民政府工作报告\n——2024年1月12日在青山县第十八届人民代表大会第三次会议上\n各位代表：\n"
BULLETIN = "青山县2023年国民经济和社会发展统计公报\n"
BUDGET = "关于青山县2023年预算执行情况和2024年预算草案的报告\n各位代表：\n"


def key(text: str, words: str) -> Key:
    """What the number written so is about."""
    return claim(text, words).key


def when(text: str, words: str) -> tuple[str, Status]:
    """The period and status of the number written so."""
    found = key(text, words)
    return found.period, found.status


# -- titles and headings ------------------------------------------------------------------


def test_a_bulletin_tells_what_happened_in_its_year() -> None:
    assert when(BULLETIN + "粮食产量12.3万吨。\n", "12.3万吨") == ("2023", Status.ACTUAL)


@pytest.mark.parametrize("line", ["2024年3月5日", "（2024年3月5日）", "发布时间：2024年3月5日 10:30"])
def test_the_date_of_publication_says_nothing_of_what_follows(line: str) -> None:
    assert when(f"欢迎访问！\n{BULLETIN}{line}\n粮食产量12.3万吨。\n", "12.3万吨") == ("2023", Status.ACTUAL)


@pytest.mark.parametrize(
    ("heading", "period", "status"),
    [
        ("一、2023年计划执行情况", "2023", Status.ACTUAL),
        ("一、2023年工作回顾", "2023", Status.ACTUAL),
        ("一、回顾2023年：奋力开创新局面", "2023", Status.ACTUAL),
        ("一、过去一年工作回顾", "2023", Status.ACTUAL),
        ("二、2024年主要预期目标", "2024", Status.TARGET),
        ("二、2024年计划安排建议", "2024", Status.TARGET),
        ("二、2024年重点工作", "2024", Status.TARGET),
        ("二、展望2024年", "2024", Status.TARGET),
        ("二、今年工作安排", "2024", Status.TARGET),
    ],
)
@pytest.mark.parametrize("title", [PLAN, WORK])
def test_a_heading_tells_of_the_past_or_of_what_is_meant(title: str, heading: str, period: str, status: Status) -> None:
    assert when(f"{title}{heading}\n粮食产量12.3万吨。\n", "12.3万吨") == (period, status)


def test_what_a_heading_says_holds_for_the_headings_under_it() -> None:
    text = (
        f"{PLAN}一、2023年计划执行情况\n（一）农业\n粮食产量12.3万吨。\n"
        "二、2024年主要目标\n（一）农业\n粮食产量12.8万吨。\n（二）工业\n1.装备\n装备制造业产值30亿元。\n"
    )
    assert when(text, "12.3万吨") == ("2023", Status.ACTUAL)
    assert when(text, "12.8万吨") == ("2024", Status.TARGET)
    assert when(text, "30亿元") == ("2024", Status.TARGET)


def test_a_heading_ends_those_of_its_depth() -> None:
    text = f"{PLAN}二、2024年主要目标\n粮食产量12.8万吨。\n三、2023年工作回顾\n蔬菜产量45万吨。\n"
    assert when(text, "45万吨") == ("2023", Status.ACTUAL)


def test_the_chapters_behind_the_tasks_of_a_year_are_of_them() -> None:
    text = (
        f"{WORK}一、2023年工作回顾\n粮食产量12.3万吨。\n二、2024年工作安排\n粮食产量12.8万吨。\n"
        "三、加强政府自身建设\n建议办结率100%，压减一般性支出0.5亿元。\n附件：名词解释\n蔬菜产量45万吨。\n"
    )
    assert when(text, "0.5亿元") == ("2024", Status.TARGET)
    assert when(text, "45万吨") == ("2023", Status.ACTUAL)


def test_what_was_achieved_and_what_is_meant_under_one_heading_was_achieved() -> None:
    text = f"{WORK}一、“十四五”发展成就和“十五五”目标任务\n2023年，粮食产量12.3万吨。\n力争粮食产量12.8万吨。\n"
    assert when(text, "12.3万吨")[1] is Status.ACTUAL
    assert when(text, "12.8万吨")[1] is Status.TARGET


def test_plan_in_the_name_of_a_report_makes_no_target() -> None:
    assert when(f"{PLAN}一、2023年国民经济和社会发展计划执行情况\n粮食产量12.3万吨。\n", "12.3万吨")[1] is Status.ACTUAL


# -- sentences ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2022年，粮食产量11.9万吨。", "2022"),
        ("粮食产量比2019年多1.1万吨，达到12.3万吨。", "2023"),
        ("12月份，粮食外运12.3万吨。", "2023-12"),
        ("上半年，粮食外运12.3万吨。", "2023H1"),
        ("前三季度，粮食外运12.3万吨。", "2023Q1-3"),
        ("1-11月，粮食外运12.3万吨。", "2023-01/11"),
        ("截至2023年底，粮食储备12.3万吨。", "2023"),
        ("截至2024年1月底，粮食储备12.3万吨。", "2024-01"),
        ("2021—2023年，粮食外运12.3万吨。", "2021/2023"),
    ],
)
def test_a_sentence_names_its_own_period(sentence: str, period: str) -> None:
    words = "11.9万吨" if "11.9" in sentence else "12.3万吨"
    assert key(BULLETIN + sentence + "\n", words).period == period


def test_a_year_that_opens_a_paragraph_holds_to_its_end_and_no_further() -> None:
    text = f"{BULLETIN}2022年，粮食产量11.9万吨。蔬菜产量44万吨。\n水果产量5.6万吨。\n"
    assert [key(text, w).period for w in ("11.9万吨", "44万吨", "5.6万吨")] == ["2022", "2022", "2023"]


@pytest.mark.parametrize("opening", ["“十四五”时期，", "过去的五年，", "五年来，", "近三年，"])
def test_a_span_of_years_is_no_single_year(opening: str) -> None:
    text = f"{BULLETIN}{opening}新建公园18个。\n"
    assert key(text, "18个").period not in ("2023", "")


def test_a_span_of_years_holds_for_the_paragraphs_after_it_until_a_year_is_named() -> None:
    text = (
        f"{WORK}一、过去五年工作回顾\n过去的五年，是极不平凡的五年。新建公园18个。\n"
        "——农业稳步提升。新建粮仓7座。\n2023年，新建学校3所。\n"
    )
    assert key(text, "18个").period == key(text, "7座").period != "2023"
    assert key(text, "3所").period == "2023"


@pytest.mark.parametrize(
    ("sentence", "number", "period"),
    [
        ("“十四五”时期，新建公园18个。", "18个", "2021/2025"),
        ("五年来，新建公园18个。", "18个", "2019/2023"),
        ("近三年，新建公园18个。", "18个", "2021/2023"),
        ("“十四五”以来，公园总数达到18个。", "18个", "2023"),
        ("2022年底至2023年底，新建公园18个。", "18个", "2023"),
        ("2022/23年度，粮食外运1.8万吨。", "1.8万吨", "2022/2023"),
        ("春节假期，接待游客18万人次。", "18万人次", "2023春节"),
        ("“五一”小长假，接待游客18万人次。", "18万人次", "2023五一"),
        ("春节假期，接待游客18万人次。实现旅游收入1.7亿元。", "1.7亿元", "2023春节"),
        ("春节假期，接待游客18万人次。全年接待游客96万人次。", "96万人次", "2023"),
        ("二○二二年，粮食产量11.9万吨。", "11.9万吨", "2022"),
        ("蔬菜产量12.8万吨，上年同期为11.9万吨。", "11.9万吨", "2022"),
        ("蔬菜产量12.8万吨，与上年同期持平；粮食产量11.9万吨。", "11.9万吨", "2023"),
        ("为迎接春节，新建公园18个。", "18个", "2023"),
        ("截至2024年1月31日，新建公园18个。", "18个", "2024-01"),
        ("截至2023年12月31日，公园18个。", "18个", "2023"),
        ("截至9月30日，公园18个。", "18个", "2023-09"),
    ],
)
def test_times_are_told_in_many_words(sentence: str, number: str, period: str) -> None:
    assert key(f"{BULLETIN}{sentence}\n", number).period == period


def test_a_year_told_a_sentence_before_holds_on() -> None:
    text = f"{BULLETIN}粮食产量12.3万吨。\n此前的2022年，粮食产量11.9万吨。蔬菜产量44万吨。\n水果产量5.6万吨。\n"
    assert [key(text, w).period for w in ("12.3万吨", "11.9万吨", "44万吨", "5.6万吨")] == [
        "2023",
        "2022",
        "2022",
        "2023",
    ]


def test_an_aim_named_behind_its_number_is_one() -> None:
    text = f"{BULLETIN}粮食产量达12.3万吨。粮食产量迈上13万吨台阶已被设为2024年的主要预期目标之一。\n"
    assert when(text, "12.3万吨") == ("2023", Status.ACTUAL)
    assert when(text, "迈上13万吨") == ("2024", Status.TARGET)


def test_what_is_told_of_years_to_come_is_a_target() -> None:
    assert when(f"{BULLETIN}“十五五”时期，新建公园18个。\n", "18个") == ("2026/2030", Status.TARGET)


def test_five_years_by_name_and_by_number_are_the_same() -> None:
    report = f"{WORK.replace('2024', '2026').replace('2023', '2025')}一、“十四五”工作回顾\n五年来，新建公园18个。\n"
    assert key(report, "18个").period == "2021/2025"


@pytest.mark.parametrize("words", ["力争", "确保", "拟", "打算", "预期目标是"])
def test_words_of_intent_make_a_target(words: str) -> None:
    assert when(f"{WORK}一、2023年工作回顾\n2024年，{words}新建公园18个。\n", "18个") == ("2024", Status.TARGET)


def test_a_target_reached_is_an_outcome() -> None:
    text = f"{BULLETIN}完成目标任务，新建公园18个。\n"
    assert when(text, "18个")[1] is Status.ACTUAL


def test_a_forecast_of_the_outcome_is_an_estimate() -> None:
    assert when(f"{PLAN}一、2023年计划执行情况\n预计完成粮食产量12.3万吨。\n", "12.3万吨") == ("2023", Status.ESTIMATE)


def test_a_later_year_in_a_retrospect_is_a_target() -> None:
    text = f"{BULLETIN}到2025年，建成公园18个。\n"
    assert when(text, "18个") == ("2025", Status.TARGET)


@pytest.mark.parametrize("words", ["上年", "去年"])
def test_last_year_named_right_before_a_number_is_the_year_before(words: str) -> None:
    assert key(f"{BULLETIN}粮食产量高于{words}的11.9万吨。\n", "11.9万吨").period == "2022"


@pytest.mark.parametrize(
    "sentence",
    [
        "粮食产量比上年增长6.2%。",
        "粮食产量较去年增长6.2%。",
        "粮食产量比2022年增长6.2%。",
    ],
)
def test_growth_over_last_year_is_of_this_year(sentence: str) -> None:
    assert key(BULLETIN + sentence + "\n", "6.2%").period == "2023"


# -- accounts -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "sentence", "whole"),
    [
        ("（一）全县一般公共预算", "一般公共预算收入18.6亿元。", True),
        ("（二）县本级一般公共预算", "一般公共预算收入9.6亿元。", False),
        ("（一）预算执行情况", "全县一般公共预算收入18.6亿元。", True),
        ("（一）预算执行情况", "县本级一般公共预算收入9.6亿元。", False),
        ("（三）临江高新区一般公共预算", "一般公共预算收入3.6亿元。", False),
    ],
)
def test_the_accounts_of_a_level_are_apart_from_the_whole(heading: str, sentence: str, whole: bool) -> None:
    text = f"{BUDGET}一、2023年预算执行情况\n{heading}\n{sentence}\n"
    (number,) = (w for w in ("18.6亿元", "9.6亿元", "3.6亿元") if w in text)
    assert (key(text, number).scope == "") is whole


def test_the_level_of_an_account_is_no_matter_of_other_numbers() -> None:
    text = f"{PLAN}一、2023年计划执行情况\n（二）县本级一般公共预算\n新增学位1200个。\n"
    assert key(text, "1200个").scope == ""


def test_nor_is_it_in_a_budget() -> None:
    text = f"{BUDGET}一、2023年预算执行情况\n（二）县本级一般公共预算\n新增学位1200个。\n"
    assert key(text, "1200个").scope == ""


def test_accounts_hold_on_in_a_digest_of_a_budget_too() -> None:
    text = "2023年青山县预算执行情况摘要\n全县收入20.6亿元。\n县级（含开发区，下同）收入8.5亿元。支出完成7.3亿元。\n"
    assert key(text, "7.3亿元").scope == "县级"


def test_the_level_of_one_account_is_not_that_of_the_next() -> None:
    text = f"{BULLETIN}县级税收收入9.6亿元。一般公共预算收入18.6亿元。\n"
    assert key(text, "18.6亿元").scope == key(f"{BULLETIN}一般公共预算收入18.6亿元。\n", "18.6亿元").scope


@pytest.mark.parametrize("words", ["年初预算", "调整预算"])
def test_a_budget_is_neither_outcome_nor_target(words: str) -> None:
    text = f"{BUDGET}一、2023年预算执行情况\n一般公共预算支出{words}36亿元，实际完成35.2亿元。\n"
    assert key(text, "36亿元").status is Status.PLAN
    assert key(text, "35.2亿元").status is Status.ACTUAL


def test_a_bare_income_is_that_of_its_fund() -> None:
    text = (
        f"{BUDGET}一、2023年预算执行情况\n（一）一般公共预算\n收入40.1亿元，收入合计45.3亿元。\n"
        "（二）政府性基金预算\n收入12.7亿元，收入合计15.8亿元。\n"
    )
    assert "一般公共预算" in key(text, "40.1亿元").indicator
    assert "政府性基金" in key(text, "12.7亿元").indicator
    one, other = key(text, "45.3亿元"), key(text, "15.8亿元")
    assert (one.indicator, one.scope) != (other.indicator, other.scope)


def test_a_season_that_opens_a_sentence_holds_until_the_year_is_spoken_of() -> None:
    text = BULLETIN + "上半年，粮食产量12.3万吨。蔬菜产量4.5万吨。全年水果产量6.7万吨。\n"
    assert [when(text, words)[0] for words in ("12.3万吨", "4.5万吨", "6.7万吨")] == ["2023H1", "2023H1", "2023"]


# -- parts of a year ----------------------------------------------------------------------

HALF = "青山县2023年上半年经济运行情况\n"
QUARTERS = "青山县2023年前三季度经济形势\n2023年，青山县开局良好。\n"


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        (HALF + "分产业看，第一产业增加值7.3亿元。\n", "7.3亿元", "2023H1"),
        (HALF + "2023年上半年，青山县外贸平稳。出口总额7.3亿元。\n", "7.3亿元", "2023H1"),
        (HALF + "城镇新增就业0.9万人，全年城镇新增就业有望达2.1万人。\n", "0.9万人", "2023H1"),
        (HALF + "上半年生产平稳。一季度，粮食产量1.2万吨。\n", "1.2万吨", "2023Q1"),
        (HALF + "2022年，出口总额6.6亿元。\n", "6.6亿元", "2022"),
        (HALF + "存款余额512亿元，比年初增加31亿元。\n", "31亿元", "2023H1"),
        (BULLETIN + "上半年，出口总额3.1亿元。其中，工业品出口2.4亿元。\n", "2.4亿元", "2023H1"),
        (BULLETIN + "1—9月，进出口总额5.1亿元。其中，出口总额3.4亿元。\n", "3.4亿元", "2023Q1-3"),
        (BULLETIN + "上半年，进口总额3.1亿元。全年进出口总额12.7亿元。其中，出口总额8.4亿元。\n", "8.4亿元", "2023"),
        (BULLETIN + "上半年，进口总额3.1亿元。\n出口总额8.4亿元。\n", "8.4亿元", "2023"),
    ],
)
def test_a_part_of_the_year_holds_until_another_time_is_told(text: str, words: str, period: str) -> None:
    assert key(text, words).period == period


def test_a_part_of_a_later_year_told_against_another_is_an_outcome() -> None:
    text = BULLETIN + "2024年1—4月，出口总额同比增长3.1%。2024年，出口总额增长5.2%。\n"
    assert when(text, "3.1%") == ("2024-01/04", Status.ACTUAL)
    assert when(text, "5.2%") == ("2024", Status.TARGET)


def test_a_quarter_that_opens_a_sentence_of_the_press_holds_for_those_after_it() -> None:
    text = "青山县2023年经济新闻\n据悉，2023年，青山县喜事多。\n{}，产值同比增长3.1%。外需疲弱，出口同比下降2.1%。\n"
    for words in ("2023年第4季", "按季看，2023年第四季度", "2023年四季度"):
        assert key(text.format(words), "2.1%").period == "2023Q4"


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("旅客在12月超过往年（2017年至2018年平均）水平，恢复至12.5万人次。", "2023-12"),
        ("旅客（2022年为3万人次）12.5万人次。", "2023"),
        ("旅客（2022年）12.5万人次。", "2022"),
    ],
)
def test_a_remark_with_a_time_of_its_own_says_nothing_of_what_follows(sentence: str, period: str) -> None:
    assert key(BULLETIN + sentence + "\n", "12.5万人次").period == period


def test_the_time_of_parts_alone_is_over_with_their_sentence() -> None:
    text = BULLETIN + "市场回暖，其中12月旅客3万人次。按种类分，过夜旅客12.5万人次。\n"
    assert key(text, "12.5万人次").period == "2023"
    text = BULLETIN + "2023年9月，旅客9万人次，其中游客3万人次。按种类分，过夜旅客2.5万人次。\n"
    assert key(text, "2.5万人次").period == "2023-09"


def test_what_is_told_of_parts_of_a_year_is_an_outcome() -> None:
    assert when(QUARTERS + "前三季度，出口总额3.4亿元。\n", "3.4亿元") == ("2023Q1-3", Status.ACTUAL)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("青山县2023年9月旅游数字", "2023-09"),
        ("青山县2023年九月旅游数字", "2023-09"),
        ("青山县9月旅客回升 2023年前三季度增势稳", "2023-09"),  # the year as a whole; the sentence tells the month
    ],
)
def test_figures_of_a_month_go_on_with_it_in_the_press(title: str, period: str) -> None:
    text = f"{title}\n据悉，2023年，青山县喜事多。2023年9月，青山县旅客12.5万人次，同比增长3%。过夜旅客4.2万人次。\n"
    assert key(text, "4.2万人次").period == period


def test_the_level_of_a_part_is_not_that_of_the_next_account() -> None:
    text = f"{BUDGET}一、2023年预算执行情况\n税收收入18.6亿元。其中：县级税收收入9.6亿元。一般公共预算支出38.4亿元。\n"
    assert key(text, "9.6亿元").scope == "县本级"
    assert key(text, "38.4亿元").scope == ""


@pytest.mark.parametrize(
    ("sentence", "words", "period"),
    [
        ("截至11月底，一般公共预算收入完成18.9亿元。", "18.9亿元", "2023-01/11"),
        ("截至9月末，新登记企业1200户。", "1200户", "2023Q1-3"),
        ("截至6月30日，进出口总额12亿元。", "12亿元", "2023H1"),
        ("截至10月底，工业投资增长3.1%。", "3.1%", "2023-01/10"),
        ("截至1月底，税收收入3亿元。", "3亿元", "2023-01"),
        ("截至10月底，存款余额120亿元。", "120亿元", "2023-10"),
        ("截至10月底，公园共有18个。", "18个", "2023-10"),
        ("截至12月底，一般公共预算收入完成18.9亿元。", "18.9亿元", "2023"),
    ],
)
def test_what_comes_in_up_to_a_month_is_told_from_january_on(sentence: str, words: str, period: str) -> None:
    assert key(BULLETIN + sentence, words).period == period


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("10月1日至8日，全县接待游客6.2万人次。", "2023-10-01/10-08"),
        ("10月1日—8日期间，全县接待游客6.2万人次。", "2023-10-01/10-08"),
        ("9月28日至10月6日，全县接待游客6.2万人次。", "2023-09-28/10-06"),
        ("10月1日至8日，全县举办活动3场。其中，接待游客6.2万人次。", "2023-10-01/10-08"),
        ("10月1日当天接待游客6.2万人次。", "2023-10-01"),
        ("1月1日至6月30日，全县接待游客6.2万人次。", "2023H1"),
        ("1月1日至12月31日，全县接待游客6.2万人次。", "2023"),
        ("2023年10月1日至8日，全县接待游客6.2万人次。", "2023-10-01/10-08"),
    ],
)
def test_some_days_are_no_year(sentence: str, period: str) -> None:
    assert key(BULLETIN + sentence, "6.2万人次").period == period


@pytest.mark.parametrize(
    ("title", "sentence", "period", "status"),
    [
        ("青山县2024年政府工作报告", "今年，粮食产量增长3%左右。", "2024", Status.TARGET),
        ("青山县2024年政府工作报告", "粮食产量增长4.2%。今年粮食产量增长3%左右。", "2024", Status.TARGET),
        ("青山县2023年重点工作安排", "粮食产量增长3%左右。", "2023", Status.TARGET),
        ("青山县2023年农业生产行动方案", "粮食产量增长3%左右。", "2023", Status.TARGET),
        ("青山县2023年重点工作安排完成情况", "粮食产量增长3%左右。", "2023", Status.ACTUAL),
        ("青山县2023年农业工作情况", "2023年计划完成造林12万亩；粮食产量增长3%左右。", "2023", Status.TARGET),
        (
            "青山县2023年农业工作情况",
            "2023年计划完成造林12万亩，实际完成13万亩；粮食产量增长3%左右。",
            "2023",
            Status.ACTUAL,
        ),
    ],
)
def test_what_is_meant_by_title_by_this_year_and_by_a_plan(
    title: str, sentence: str, period: str, status: Status
) -> None:
    assert when(f"{title}\n{sentence}\n", "3%左右") == (period, status)


def test_since_a_year_is_of_its_own_sentence_alone() -> None:
    text = bulletin("2021年以来，累计盘活资产9.2亿元。发放补贴3196万元。")
    assert claim(text, "9.2亿元").key.period == "2021/2023"
    assert claim(text, "3196万元").key.period == "2023"


def test_what_was_done_of_the_tasks_is_no_target() -> None:
    text = "关于青山县2023年预算执行情况和2024年预算草案的报告\n（二）2023年重点工作情况\n放款20.8亿元。\n"
    assert claim(text, "20.8亿元").key.status.value == "actual"


def test_all_that_is_sought_is_no_aim() -> None:
    text = bulletin("全力争取上级支持，全年共争取转移支付资金17.2亿元。")
    assert claim(text, "17.2亿元").key.status.value == "actual"


@pytest.mark.parametrize(
    ("sentence", "words", "period"),
    [
        ("2021年7月以来，累计新增减税降费36亿元。", "36亿元", "2021/2023"),
        ("2023年9月以来，新增减税降费3亿元。", "3亿元", "2023-09/12"),
        ("2021年7月以来，新增减税降费36亿元。10月至12月，新增减税降费3亿元。", "3亿元", "2023Q4"),
        ("“十四五”时期，民生支出总额达到93亿元。", "93亿元", "2021/2025"),
        ("“十四五”时期，就业形势稳定。累计投入就业资金超10.8亿元。", "超10.8亿元", "2021/2025"),
        ("“十四五”时期，贷款余额累计达到930亿元。", "930亿元", "2023"),
    ],
)
def test_what_came_in_over_years_is_of_all_of_them(sentence: str, words: str, period: str) -> None:
    assert claim(bulletin(sentence), words).key.period == period


def test_the_items_of_a_list_are_of_the_years_that_open_it() -> None:
    text = bulletin(
        "2023年是收官之年。五年来，我们感恩奋进。",
        "——经济实现新跃升。地区生产总值年均增长5.9%。",
        "——民生得到改善。新增就业12万人。",
        "2023年，我们做了以下工作。",
        "——就业更加稳定。新增就业2万人。",
    )
    periods = [claim(text, words).key.period for words in ("5.9%", "12万人", "2万人")]
    assert periods == ["2019/2023", "2019/2023", "2023"]


@pytest.mark.parametrize(
    ("title", "heading", "period"),
    [
        ("青山县2023年上半年经济运行分析", "三、下步工作打算", "2023"),
        ("青山县2023年上半年经济运行分析", "三、下半年工作安排", "2023"),
        ("青山县2023年前三季度经济运行分析", "三、下一步工作打算", "2023"),
        ("青山县2023年上半年经济运行分析", "三、明年工作打算", "2024"),
        ("青山县2023年国民经济和社会发展统计公报", "三、下步工作打算", "2024"),
        ("青山县2023年工作总结", "二、下半年工作计划", "2023"),
    ],
)
def test_what_is_to_come_behind_a_part_of_a_year_is_of_that_year(title: str, heading: str, period: str) -> None:
    text = f"{title}\n一、运行情况\n粮食产量12.3万吨。\n{heading}\n地区生产总值增长6.1%，固定资产投资增长7.2%。\n"
    assert when(text, "7.2%") == (period, Status.TARGET)


def test_a_year_so_far_is_the_time_of_the_document() -> None:
    text = "青山县2023年前三季度经济运行情况\n今年以来，运行平稳。前三季度，生产总值97亿元。第一产业增加值12.3亿元。\n"
    assert when(text, "12.3亿元") == ("2023Q1-3", Status.ACTUAL)


def test_a_balance_is_of_the_end_and_what_is_paid_of_all_of_a_time() -> None:
    text = "青山县2023年一季度经济运行情况\n一季度，产值99亿元。\n1—2月，营业收入9亿元，增长3%。存款余额56亿元。\n"
    assert when(text, "56亿元") == ("2023Q1", Status.ACTUAL)
    text = BULLETIN + "截至6月底，低保对象3.1万人。发放低保金2.4亿元。\n"
    assert when(text, "3.1万人") == ("2023-06", Status.ACTUAL)
    assert when(text, "2.4亿元") == ("2023H1", Status.ACTUAL)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("青山县2023年上半年工作总结", "2023H1"),
        ("青山县2023年上半年工作总结及下半年工作计划", "2023H1"),
        ("关于青山县2023年上半年预算执行情况的报告", "2023H1"),
        ("青山县2023年工作总结", "2023"),
        ("青山县2022年工作总结和2023年上半年工作安排", "2022"),
    ],
)
def test_a_report_whose_title_names_a_part_of_its_year_is_of_that_part(title: str, period: str) -> None:
    assert when(f"{title}\n一、工作情况\n发放资助资金1360万元。\n", "1360万元") == (period, Status.ACTUAL)


def test_a_part_of_the_year_behind_that_of_the_document_lies_ahead() -> None:
    text = "青山县2023年上半年工作总结\n一、工作情况\n新建学校3所。\n下半年，招聘教师120名。\n"
    assert when(text, "3所") == ("2023H1", Status.ACTUAL)
    assert when(text, "120名") == ("2023H2", Status.TARGET)
