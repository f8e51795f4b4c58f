"""Whose accounts a number is of: invented budgets and bulletins, a number of each, and the scope it must have."""

import pytest

from consistency.extract.statements.accounts import ZONES, level_in
from tests.domain import bulletin, claim, found, meet

TITLE = "关于云河市2023年预算执行情况和2024年预算草案的报告\n"
CITY = TITLE + "一、2023年预算执行情况\n"


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        # a level is in force from what says so until the next
        ("市级一般公共预算收入22.3亿元，增长1.5%。税收收入15.1亿元。", "15.1亿元", "市本级"),
        ("市级一般公共预算收入22.3亿元。其中，税收收入15.1亿元。非税收入7.2亿元。", "7.2亿元", "市本级"),
        ("市级一般公共预算收入22.3亿元。\n一般公共预算支出61.5亿元。", "61.5亿元", "市本级"),
        ("市级一般公共预算收入22.3亿元。全市一般公共预算支出161.5亿元。", "161.5亿元", ""),
        ("全市一般公共预算收入80.3亿元；市本级一般公共预算收入22.3亿元，支出61.5亿元。", "61.5亿元", "市本级"),
        ("市级（含市属开发区，下同）一般公共预算收入30.1亿元；支出72.9亿元。", "72.9亿元", "市级"),
        ("市级（含开发区，下同）收入30.1亿元。市本级一般公共预算收入22.3亿元。", "22.3亿元", "市本级"),
        ("市直一般公共预算支出18.8亿元。", "18.8亿元", "市直"),
        ("市直部门“三公”经费支出18.8亿元。", "18.8亿元", "市直"),
        ("市本级“三公”经费支出18.8亿元。", "18.8亿元", "市本级"),
        ("云河市本级一般公共预算支出18.8亿元。", "18.8亿元", "市本级"),
        ("本级一般公共预算支出18.8亿元。", "18.8亿元", "市本级"),
        (
            "临江经济技术开发区2023年预算执行情况：一般公共预算收入6.1亿元，支出5.2亿元。",
            "5.2亿元",
            "临江经济技术开发区",
        ),
        ("高新区（北山新区）一般公共预算收入6.1亿元。收支相抵，结转0.4亿元。", "0.4亿元", "高新区"),
        ("2023年，临江开发区一般公共预算收入6.1亿元。区级一般公共预算支出5.2亿元。", "5.2亿元", "临江开发区"),
        ("市级一般公共预算收入22.3亿元。经开区本级一般公共预算收入6.1亿元，支出5.2亿元。", "5.2亿元", "经开区本级"),
        ("市级一般公共预算收入22.3亿元（含高新区本级6.1亿元），支出61.5亿元。", "6.1亿元", "高新区本级"),
        # in brackets, of the bracket alone
        ("市级政府债务限额96.4亿元（含高新区12.5亿元），其中专项债务限额51.3亿元。", "12.5亿元", "高新区"),
        ("市级政府债务限额96.4亿元（含高新区12.5亿元），其中专项债务限额51.3亿元。", "51.3亿元", "市本级"),
        # a part is over with its sentence
        ("全市税收收入58.6亿元。其中：市级税收收入19.6亿元。一般公共预算支出161.5亿元。", "161.5亿元", ""),
        # and so is what a level pays for
        ("教育支出58.6亿元。市级财政安排专项资金1.5亿元。卫生健康支出25.7亿元。", "1.5亿元", "市本级"),
        ("教育支出58.6亿元。市级财政安排专项资金1.5亿元。卫生健康支出25.7亿元。", "25.7亿元", ""),
        # what money is spent on, and other words with 级, 区, 市
        ("一般公共预算支出161.5亿元，城乡社区支出18.4亿元；卫生健康支出25.7亿元。", "25.7亿元", ""),
        ("一般公共预算支出161.5亿元，其他地区支出1.4亿元；卫生健康支出25.7亿元。", "25.7亿元", ""),
        ("争取省级财政资金3.4亿元，一般公共预算支出161.5亿元。", "161.5亿元", ""),
        ("全市一般公共预算收入80.3亿元，加上上解省级支出2.1亿元，支出总计161.5亿元。", "161.5亿元", ""),
        # a level above the place's own gives money, and has no accounts here
        ("全年共争取中央、省级转移支付资金79.7亿元。教育支出58.6亿元。", "58.6亿元", ""),
        ("下达省级财政专项转移支付12.4亿元，教育支出58.6亿元。", "58.6亿元", ""),
        # money given on to the counties, and a zone's own name before a name
        ("累计下达市县财政资金20亿元。一般公共预算支出161.5亿元。", "161.5亿元", ""),
        # from a fund, and not of it
        ("市级一般公共预算收入22.3亿元，国有资本经营预算调入1.2亿元，调入资金3.4亿元。", "3.4亿元", "市本级"),
        # a bare side of the fund just told of, planned or not
        ("市级社会保险基金预算收入77.1亿元，安排预算支出73.9亿元。", "73.9亿元", "市本级"),
        ("云河市一般公共预算收入80.3亿元。", "80.3亿元", ""),
        ("2023年云河市一般公共预算收入80.3亿元。", "80.3亿元", ""),
        ("市级国有资本经营预算收入3.1亿元，其中利润收入2.4亿元。", "2.4亿元", "市本级·国有资本经营预算"),
        ("市级一般公共预算支出61.5亿元。保工资支出31.2亿元。", "31.2亿元", "市本级"),
        # a level says nothing of what is no account
        ("市级一般公共预算收入22.3亿元。地区生产总值1200.5亿元。", "1200.5亿元", ""),
        ("市级一般公共预算支出61.5亿元，支持学前教育，毛入园率92.4%。", "92.4%", ""),
    ],
)
def test_whose_accounts_a_number_of_a_budget_is_of(text: str, number: str, scope: str) -> None:
    assert claim(f"{CITY}{text}\n", number).key.scope == scope


@pytest.mark.parametrize(
    ("entity", "sentence", "scope"),
    [
        ("云河市", "2023年，云河市一般公共预算收入8.3亿元", ""),
        ("青山县", "2023年，青山县一般公共预算收入8.3亿元", ""),
        ("青山县", "2023年全县旅游收入8.3亿元", ""),
        ("青山县", "县级税收收入8.3亿元", ""),  # as against what the city gets of it
        ("青山县", "县本级税收收入8.3亿元", "县本级"),
    ],
)
def test_the_place_of_a_bulletin_is_its_own(entity: str, sentence: str, scope: str) -> None:
    assert claim(bulletin(f"{sentence}。", place=entity), "8.3亿元").key.scope == scope


@pytest.mark.parametrize("level", ["州本级", "师本级", "市直", "盟本级"])
def test_every_level_of_government_has_its_accounts(level: str) -> None:
    assert level_in(f"{level}一般公共预算收入", ()) == level


def test_a_level_ends_with_the_heading_it_stands_under() -> None:
    text = f"{CITY}1.一般公共预算。\n市本级一般公共预算收入22.3亿元。\n2.政府性基金预算。\n基金收入31.7亿元。\n"
    assert claim(text, "22.3亿元").key.scope == "市本级"
    assert "市本级" not in claim(text, "31.7亿元").key.scope


def test_money_moved_to_a_fund_does_not_change_the_fund() -> None:
    text = f"{CITY}（二）政府性基金预算\n收入31.7亿元，调入一般公共预算2.5亿元。收入总计40.8亿元。\n"
    assert claim(text, "40.8亿元").key.scope == "政府性基金预算"


def test_a_fund_that_one_document_does_not_name_keeps_nothing_apart() -> None:
    budget = f"{CITY}（二）政府性基金预算\n国有土地使用权出让收入31.7亿元。\n"
    assert meet(budget, bulletin("国有土地使用权出让收入37.1亿元。", place="云河市"), "31.7亿元", "37.1亿元")


def test_whole_and_level_of_one_budget_do_not_disagree() -> None:
    text = (
        f"{CITY}全市一般公共预算收入80.3亿元，增长3.2%。\n市级（含开发区，下同）一般公共预算收入30.1亿元，下降1.4%。\n"
    )
    assert not found(text)


@pytest.mark.parametrize("kind", ["重点生态功能区", "革命老区", "产粮大县"])
def test_what_a_transfer_is_called_after_has_no_accounts(kind: str) -> None:
    text = f"关于云河市2023年预算执行情况的报告\n争取{kind}转移支付7.6亿元、奖励资金0.7亿元。\n"
    assert [claim(text, words).key.scope for words in ("7.6亿元", "0.7亿元")] == ["", ""]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("各级政府债务余额合计31.2亿元", ""),
        ("市县两级政府债务余额31.2亿元", ""),
        ("县（市、区）政府债务余额31.2亿元", "区县"),
    ],
)
def test_all_levels_are_the_whole_and_those_below_are_apart(sentence: str, scope: str) -> None:
    text = f"关于云河市2023年预算执行情况的报告\n市本级政府债务余额8.6亿元。{sentence}，其中一般债务15.3亿元。\n"
    told = claim(text, "31.2亿元").key
    assert (told.indicator, told.scope, claim(text, "15.3亿元").key.scope) == ("政府债务余额", scope, scope)


@pytest.mark.parametrize(
    ("lead", "scope"), [("（二）市级。", "市本级"), ("（二）云河经开区。", "云河经开区"), ("（一）全市。", "")]
)
def test_a_clause_that_is_a_level_alone_opens_its_accounts(lead: str, scope: str) -> None:
    text = f"关于云河市2023年预算执行情况的报告\n市本级收入3亿元。\n{lead}一般公共预算收入6.1亿元，支出8.2亿元。\n"
    assert [claim(text, words).key.scope for words in ("6.1亿元", "8.2亿元")] == [scope, scope]


def test_whose_a_part_is_is_over_with_the_part() -> None:
    text = "关于云河市2023年预算执行情况的报告\n争取转移支付9亿元，其中市本级收入3亿元；争取专项资金1.8亿元。\n"
    assert claim(text, "1.8亿元").key.scope == ""


def test_a_fund_that_is_added_is_not_the_one_in_force() -> None:
    text = "关于云河市2023年预算执行情况的报告\n一般公共预算财力9亿元，加政府性基金收入3亿元。\n教育方面2.7亿元。\n"
    assert claim(text, "2.7亿元").key.scope == ""


def test_what_counties_hand_up_is_the_account_of_who_receives_it() -> None:
    text = "关于云河市2023年预算执行情况的报告\n市本级收入12亿元，加上县区上解收入2.4亿元、调入资金2.8亿元。\n"
    assert [claim(text, words).key.scope for words in ("2.4亿元", "2.8亿元")] == ["市本级", "市本级"]


def test_the_main_expenditure_of_a_level_is_of_that_level() -> None:
    text = "关于云河市2023年预算执行情况的报告\n市本级重点支出完成情况：教育8.3亿元、科技1.6亿元。\n"
    assert [claim(text, words).key.scope for words in ("8.3亿元", "1.6亿元")] == ["市本级", "市本级"]


def test_a_reason_is_no_part_of_whose_accounts_follow() -> None:
    text = "关于云河市2023年预算执行情况的报告\n经开区收入完成2亿元，主要是经开区土地出让收入减少；经开区支出6亿元。\n"
    assert claim(text, "6亿元").key.scope == "经开区"


def test_what_is_left_at_the_end_of_a_year_is_not_what_was_left_before() -> None:
    text = "关于云河市2023年预算执行情况的报告\n支出总计16亿元，年末结转2亿元，上年结转3亿元。\n"
    assert [claim(text, words).key.indicator for words in ("2亿元", "3亿元")] == ["年末结转", "上年结转"]


def test_the_general_budget_of_a_zone_is_that_of_its_accounts() -> None:
    text = "关于云河市2023年预算执行情况的报告\n云河经济技术开发区一般公共预算收入完成2亿元。\n"
    key = claim(text, "2亿元").key
    assert (key.indicator, key.scope) == ("一般公共预算收入", "云河经济技术开发区")


def test_a_tax_of_a_level_is_of_its_accounts() -> None:
    text = "关于云河市2023年预算执行情况的报告\n市级增值税完成1.2亿元。\n"
    key = claim(text, "1.2亿元").key
    assert (key.indicator, key.scope) == ("国内增值税", "市本级")


def test_bonds_are_of_no_social_fund() -> None:
    text = "关于云河市2023年预算执行情况的报告\n社会保险基金收入12亿元。\n"
    text += "发行一般债券1.5亿元，加政府专项债券还本支出2亿元。\n"
    one, other = claim(text, "1.5亿元").key, claim(text, "2亿元").key
    assert (one.scope, other.indicator, other.scope) == ("", "专项债券还本支出", "")


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("全市“三公”经费支出3.1亿元。", ""),
        ("“三公”经费合计5亿元，其中公务接待费3.1亿元。", ""),
        ("教育支出3.1亿元。", ""),
        ("预备费支出3.1亿元。", ""),
        ("上级补助收入3.1亿元。", "社会保险基金预算"),
        ("滚存结余3.1亿元。", "社会保险基金预算"),
    ],
)
def test_what_only_the_general_budget_has_is_of_no_other_fund(sentence: str, scope: str) -> None:
    text = CITY + "全市社会保险基金收入9.4亿元，支出7.2亿元。\n" + sentence + "\n"
    assert claim(text, "3.1亿元").key.scope == scope


@pytest.mark.parametrize(
    ("title", "scope"),
    [("国民经济和社会发展计划执行情况的报告", ""), ("财政预算执行情况的报告", "区本级")],
)
def test_what_a_district_calls_its_own_is_all_of_it_but_in_budgets(title: str, scope: str) -> None:
    text = f"渝北区2023年{title}\n区级一般公共预算收入8.3亿元。\n"
    assert claim(text, "8.3亿元").key.scope == scope


@pytest.mark.parametrize("zone", ZONES)
def test_every_zone_has_its_accounts(zone: str) -> None:
    assert level_in(f"云河{zone}一般公共预算收入", ("云河市",)) == f"云河{zone}"
