"""Approved, adjusted, carried out: which standing the words of a sentence give an account, and what they name."""

import pytest

from consistency.model import Status
from tests.domain import bulletin, claim, found, meet, read

CITY = "关于云河市2023年预算执行情况和2024年预算草案的报告\n一、2023年预算执行情况\n"
PLAN, ACTUAL = Status.PLAN, Status.ACTUAL
REVENUE = "一般公共预算收入"


@pytest.mark.parametrize(
    ("sentence", "number", "status", "name"),
    [
        ("各级人代会批准的全市一般公共预算收入为80.1亿元。", "80.1亿元", PLAN, REVENUE),
        ("市三届人大二次会议批准的2023年全市一般公共预算收入年初预算为80.1亿元。", "80.1亿元", PLAN, REVENUE),
        ("经汇总，全市一般公共预算收入80.1亿元，一般公共预算支出161.5亿元。", "161.5亿元", PLAN, "一般公共预算支出"),
        ("备案的全市一般公共预算收入为80.1亿元。", "80.1亿元", PLAN, REVENUE),
        ("教育支出年初预算18.8亿元，调整为19.2亿元，支出19.1亿元，为调整预算的99.5%。", "19.1亿元", ACTUAL, "教育支出"),
        ("教育支出预算19.2亿元，支出19.1亿元，为预算的99.5%。", "99.5%", ACTUAL, "教育支出完成率"),
        ("全市一般公共预算收入调整为79.4亿元，支出161.5亿元。", "161.5亿元", PLAN, "一般公共预算支出"),
        ("全市一般公共预算收入预算80.1亿元，拟调整为79.4亿元。", "79.4亿元", PLAN, REVENUE),
        ("全市“三公”经费预算918万元，其中公务接待费320万元。", "918万元", PLAN, "三公经费"),
        ("全市“三公”经费预算918万元，其中公务接待费320万元。", "320万元", PLAN, "公务接待费"),
        ("全市一般公共预算收入为年初预算80.1亿元的98%，其中税收收入52.4亿元。", "52.4亿元", ACTUAL, "税收收入"),
        ("调整后，全市财力为240亿元，其中上级补助收入120亿元。总支出239亿元。", "120亿元", PLAN, "上级补助收入"),
        ("调整后，全市财力为240亿元，其中上级补助收入120亿元。总支出239亿元。", "239亿元", PLAN, "总支出"),
        ("全市一般公共预算收入拟调整为79.4亿元，调减0.7亿元。", "0.7亿元", PLAN, REVENUE),
        ("预算执行中，全市一般公共预算收入调整为79.4亿元。", "79.4亿元", PLAN, REVENUE),
        ("全市一般公共预算收入预算80.1亿元，执行中按法定程序调整为79.4亿元。", "79.4亿元", PLAN, REVENUE),
        ("全市一般公共预算收入预算80.1亿元，执行中调整为79.4亿元，实际完成81.2亿元。", "81.2亿元", ACTUAL, REVENUE),
        ("预算执行中有所变化，调整后的全市一般公共预算收入为79.4亿元。", "79.4亿元", PLAN, REVENUE),
        ("全市一般公共预算收入预算80.1亿元，因税收减少、基金调入不足等调整为79.4亿元。", "79.4亿元", PLAN, REVENUE),
        ("全市一般公共预算收入预算80.1亿元，实际收入81.2亿元，增长3.2%。", "81.2亿元", ACTUAL, REVENUE),
        ("全市一般公共预算收入预算80.1亿元，实际收入81.2亿元，增长3.2%。", "3.2%", ACTUAL, REVENUE),
        ("全市一般公共预算收入81.2亿元，比上年年初预算增长3.2%。", "3.2%", PLAN, REVENUE),
        ("失业保险基金收入9.4亿元；支出7.1亿元。", "7.1亿元", ACTUAL, "失业保险基金支出"),
        (
            "社会保险基金收入9.4亿元，其中城乡居民养老保险基金收入3.6亿元；支出7.1亿元。",
            "7.1亿元",
            ACTUAL,
            "社会保险基金预算支出",
        ),
        ("经市人大批准，全市一般公共预算收入完成81.2亿元，增长3.2%。", "81.2亿元", ACTUAL, REVENUE),
        ("全市一般公共预算收入完成81.2亿元，为调整预算的98.2%，增长3.2%。", "3.2%", ACTUAL, REVENUE),
        ("全市一般公共预算收入完成81.2亿元，为调整预算的98.2%。", "98.2%", ACTUAL, REVENUE + "完成率"),
        ("全市一般公共预算收入81.2亿元。", "81.2亿元", ACTUAL, REVENUE),
        ("全市一般公共预算支出161.5亿元，兑现补贴12.4亿元。", "161.5亿元", ACTUAL, "一般公共预算支出"),
    ],
)
def test_an_account_is_approved_adjusted_and_carried_out(sentence: str, number: str, status: Status, name: str) -> None:
    key = claim(f"{CITY}{sentence}\n", number).key
    assert (key.status, key.indicator) == (status, name)


@pytest.mark.parametrize(
    ("sentence", "aimed", "reached", "name"),
    [
        ("规上工业目标7%、实际7.2%。", "7%", "7.2%", "规模以上工业增加值"),
        ("社零预期目标6%左右，实际5.8%。", "6%左右", "5.8%", "社会消费品零售总额"),
        ("固定资产投资增速目标8%、实际6.5%。", "8%", "6.5%", "固定资产投资"),
        ("城镇新增就业目标2万人、实际2.1万人。", "2万人", "2.1万人", "城镇新增就业"),
        ("城镇调查失业率目标5.5%、实际5.2%。", "5.5%", "5.2%", "城镇调查失业率"),
    ],
)
def test_an_aim_and_what_came_of_it_are_of_one_indicator(sentence: str, aimed: str, reached: str, name: str) -> None:
    meant, done = (claim(bulletin(sentence), number).key for number in (aimed, reached))
    assert (meant.status, meant.indicator) == (Status.TARGET, name)
    assert (done.status, done.indicator, done.measure) == (ACTUAL, name, meant.measure)


def test_a_title_of_what_was_done_and_what_is_to_do_begins_with_what_was_done() -> None:
    text = (
        "云河市2023年工作总结和2024年工作要点\n2023年，教育工作取得新进展。\n新建学校12所，新增学位5200个。\n"
        "2024年，全市计划新建学校9所。\n一是扩大供给。新增学位4100个。\n"
    )
    told = {number: claim(text, number).key for number in ("12所", "5200个", "9所", "4100个")}
    assert [(key.period, key.status) for key in told.values()] == [("2023", ACTUAL)] * 2 + [("2024", Status.TARGET)] * 2


@pytest.mark.parametrize("number", ["23.5亿元", "26.9亿元", "26.1亿元", "4.8%"])
def test_what_the_heading_is_on_is_what_the_bare_side_of_a_budget_is_of(number: str) -> None:
    told = "年初预算安排支出23.5亿元，执行中调整为26.9亿元，实际完成26.1亿元，增长4.8%。"
    assert claim(f"{CITY}（一）一般公共预算\n2.支出情况。{told}\n", number).key.indicator == "一般公共预算支出"


def test_what_was_approved_does_not_contradict_what_was_done() -> None:
    text = (
        f"{CITY}汇总各级人代会批准的预算，全市一般公共预算收入为80.1亿元。执行中，全市一般公共预算收入调整为79.4亿元。\n"
        "全市一般公共预算收入完成81.2亿元，增长3.2%。\n"
    )
    assert not found(text)


def test_the_draft_of_one_year_meets_what_the_next_report_says_was_approved() -> None:
    draft = (
        "关于云河市2022年预算执行情况和2023年预算草案的报告\n一、2022年预算执行情况\n财政平稳。\n"
        "二、2023年预算草案\n市级一般公共预算收入16.2亿元。\n"
    )
    told = f"{CITY}市三届人大二次会议批准的2023年市级一般公共预算收入年初预算为12.6亿元，实际完成16.3亿元。\n"
    assert meet(draft, told, "16.2亿元", "12.6亿元")


def test_a_plan_that_was_adjusted_is_another_plan() -> None:
    text = f"{CITY}市级一般公共预算收入年初预算80.1亿元，执行中调整为79.4亿元，实际完成81.2亿元。\n"
    assert [claim(text, number).key.basis for number in ("80.1亿元", "79.4亿元", "81.2亿元")] == ["", "调整", ""]


@pytest.mark.parametrize(
    ("sentence", "number", "name"),
    [
        ("一是税收收入58.6亿元。", "58.6亿元", "税收收入"),
        ("市级政府债务限额96.4亿元（含高新区12.5亿元）。", "12.5亿元", "政府债务限额"),
        ("市本级支出61.5亿元。", "61.5亿元", "支出"),
    ],
)
def test_whose_it_is_and_how_it_came_are_no_part_of_a_name(sentence: str, number: str, name: str) -> None:
    assert claim(f"{CITY}{sentence}\n", number).key.indicator.removeprefix("地方") == name


@pytest.mark.parametrize(
    ("sentence", "words", "status"),
    [
        ("工业投资增长5.2%，高于5%的预期目标。", "高于5%", Status.TARGET),
        ("工业投资增长5.2%，实现年初确定的5%左右的预期目标。", "5%左右", Status.TARGET),
        ("居民消费价格上涨1.2%，控制在2%的预期目标以内。", "2%", Status.TARGET),
        ("造林5.2万亩，超额完成年度计划5万亩。", "5万亩", Status.TARGET),
        ("造林5.2万亩，未完成6万亩的年度目标。", "6万亩", Status.TARGET),
        ("2023年计划新增公办学位1200个，实际新增1150个。", "1200个", Status.TARGET),
        ("2023年计划新增公办学位1200个，实际新增1150个。", "1150个", Status.ACTUAL),
        ("新改建农村公路年度目标80公里，实际完成82公里。", "82公里", Status.ACTUAL),
        ("造林5.2万亩，完成年度目标的104%。", "104%", Status.ACTUAL),
        ("计划生育手术1200例。", "1200例", Status.ACTUAL),
    ],
)
def test_an_aim_told_with_its_outcome_is_a_target_of_the_same(sentence: str, words: str, status: Status) -> None:
    text = bulletin(sentence)
    assert claim(text, words).key.status is status
    if status is Status.TARGET:
        assert len({c.key.indicator for c in read(text).claims}) == 1


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("青山县2023年度县直部门“三公”经费预算", PLAN),
        ("青山县2023年财政预算草案", PLAN),
        ("青山县2023年县级部门预算", PLAN),
        ("关于青山县2023年预算草案的报告", PLAN),
        ("青山县2023年预算公开说明", PLAN),
        ("青山县预算", ACTUAL),  # of no year: of what it is a budget nobody says
        ("青山县2023年预算执行情况的报告", ACTUAL),
        ("青山县2023年财政决算报告", ACTUAL),
        ("青山县2023年预算执行情况和2024年预算草案的报告", ACTUAL),
    ],
)
def test_a_document_that_is_a_budget_and_no_more_tells_what_is_meant(title: str, status: Status) -> None:
    assert claim(f"{title}\n2023年公务接待费918万元。\n", "918万元").key.status is status


@pytest.mark.parametrize("stage", ["为年初预算", "占调整预算", "为年度计划", "完成预算"])
def test_the_plan_beside_an_outcome_is_of_the_same_and_how_far_it_came_too(stage: str) -> None:
    text = CITY + f"市本级教育支出42.6亿元，{stage}48.2亿元的88.4%，增长2.3%。\n"
    planned, rate, growth = (claim(text, words).key for words in ("48.2亿元", "88.4%", "2.3%"))
    assert (planned.indicator, planned.status, planned.scope) == ("教育支出", PLAN, "市本级")
    assert (rate.indicator, rate.status) == ("教育支出完成率", ACTUAL)
    assert (growth.indicator, growth.status) == ("教育支出", ACTUAL)


def test_a_target_beside_an_outcome_is_of_the_same_and_how_far_it_came_too() -> None:
    text = bulletin("固定资产投资完成128.6亿元，占年度目标任务120亿元的107.2%，增长8.1%。")
    aimed, rate, growth = (claim(text, words).key for words in ("120亿元", "107.2%", "8.1%"))
    assert (aimed.indicator, aimed.status) == ("固定资产投资", Status.TARGET)
    assert (rate.indicator, rate.status) == ("固定资产投资完成率", ACTUAL)
    assert (growth.indicator, growth.status) == ("固定资产投资", ACTUAL)


def test_a_plan_and_a_target_are_of_the_year_whatever_part_of_it_is_told() -> None:
    text = bulletin(
        "1—9月，一般公共预算收入完成8.4亿元，为年初预算12亿元的70%，增长3.1%；投资86亿元，占年度目标120亿元的71.7%。"
    )
    times = [claim(text, words).key.period for words in ("8.4亿元", "12亿元", "70%", "86亿元", "120亿元", "71.7%")]
    assert times == ["2023Q1-3", "2023", "2023Q1-3", "2023Q1-3", "2023", "2023Q1-3"]


def test_a_second_plan_is_of_the_subject_of_the_first() -> None:
    text = CITY + "教育支出42.6亿元，为年初预算48.2亿元的88.4%，为调整预算43.1亿元的98.8%。\n"
    assert claim(text, "98.8%").key.indicator == "教育支出完成率"
    assert claim(text, "43.1亿元").key.basis == "调整"


@pytest.mark.parametrize("rate", ["预算执行率达", "支出进度", "执行率为"])
def test_a_rate_of_carrying_out_is_that_of_the_subject_before(rate: str) -> None:
    assert claim(CITY + f"全市民生支出20.6亿元，{rate}96.5%。\n", "96.5%").key.indicator == "民生支出完成率"


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        ("教育支出执行42.6亿元，增长3.2%。", "42.6亿元", "教育支出"),
        ("加上解支出3.2亿元、债务还本支出1亿元。", "3.2亿元", "上解支出"),
        ("争取中央、省级转移支付资金79.7亿元。", "79.7亿元", "中央省级转移支付资金"),
        ("市级（含市本级、云河经开区，下同）实现税收收入61.4亿元。", "61.4亿元", "税收收入"),
    ],
)
def test_what_leads_up_to_an_account_is_no_part_of_its_name(sentence: str, words: str, name: str) -> None:
    assert claim(CITY + sentence + "\n", words).key.indicator == name


@pytest.mark.parametrize(
    ("sentence", "words", "name", "status"),
    [
        ("全市教育支出31.4亿元，为汇总调整预算的92.8%。", "92.8%", "教育支出完成率", ACTUAL),
        ("全市税收收入计划31.4亿元。", "31.4亿元", "税收收入", PLAN),
        ("教育支出拟安排31.4亿元。", "31.4亿元", "教育支出", Status.TARGET),
        ("编制项目绩效目标396个。", "396个", "编制项目绩效目标", ACTUAL),
        ("重点支出完成情况：教育9.6亿元、科技0.8亿元。", "0.8亿元", "科学技术支出", ACTUAL),
    ],
)
def test_plans_and_lists_of_an_account(sentence: str, words: str, name: str, status: Status) -> None:
    key = claim(CITY + sentence + "\n", words).key
    assert (key.indicator, key.status) == (name, status)


def test_ordinals_zones_and_what_was_kept_are_no_part_of_an_account() -> None:
    text = (
        CITY
        + "（四）云河经开区\n1．一般公共预算收入1.06亿元。\n经开区收入完成37.3亿元，市本级留用再融资债券8.7亿元。\n"
    )
    told = [claim(text, words).key for words in ("1.06亿元", "37.3亿元", "8.7亿元")]
    assert [(k.indicator, k.scope) for k in told] == [
        (REVENUE, "云河经开区"),
        (REVENUE, "经开区"),
        ("再融资债券", "市本级"),
    ]


@pytest.mark.parametrize("who", ["上级核定我市", "省财政厅核定"])
def test_who_set_a_limit_is_no_part_of_it(who: str) -> None:
    key = claim(CITY + f"{who}政府债务限额76.2亿元。\n", "76.2亿元").key
    assert (key.indicator, key.scope) == ("政府债务限额", "")
