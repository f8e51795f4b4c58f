"""What heads of columns and rows say, and what is left of them as a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.extract.tables.heads import Head, HeadReader, Side, is_unit, unit_note
from consistency.lexicon import load_lexicon
from consistency.model import Status
from consistency.rule_folder import rule_folder

LEXICON = load_lexicon(rule_folder())
UNITS = LEXICON.units
HEADS = HeadReader(LEXICON)


def said(words: str) -> Head:
    """What a head says."""
    return HEADS.of(words)


GROWTH = (
    *(
        "增长%",
        "增长(%)",
        "比上年增长%",
        "比上年±%",
        "同比±%",
        "同比增减%",
        "增速",
        "增速(%)",
        "增 长",
        "同比",
        "同比增长",
    ),
    *("比2022年增长(%)", "比上年同期增减%", "涨跌幅(%)", "升降幅度(%)", "增长速度", "比上年决算数增长%"),
    "2023年 同比增长(%)",
)
CHANGE = ("增减额", "比上年增加额", "同比增减(亿元)", "增减数(万元)", "比上年增加(万人)", "净增", "比上年提高(百分点)")
SHARE = ("占比", "占比(%)", "比重(%)", "构成(%)", "占地区生产总值的比重(%)")
RATE = (
    "完成预算%",
    "完成年初预算的%",
    "占预算(%)",
    "为调整预算%",
    "完成率",
    "执行率(%)",
    "完成2023年预算数的%",
    "预算完成%",
)
INDEX = ("指数", "指数(上年=100)", "居民消费价格指数", "以上年为100的指数")
RANK = ("位次", "全省排名", "名次")
VALUE = (
    *("绝对数", "绝对数(亿元)", "2023年", "预算数", "调整预算数", "决算数", "上年决算数", "上年同期", "增加值(亿元)"),
    *("总量", "金额(万元)", "2023年1-6月", "余额", "城镇", "年末数"),
)
SIDES = {
    Side.GROWTH: GROWTH, Side.CHANGE: CHANGE, Side.SHARE: SHARE, Side.RATE: RATE, Side.INDEX: INDEX, Side.RANK: RANK,
    Side.VALUE: VALUE, Side.UNKNOWN: ("增减", "比上年增减", "增减变化"),
}  # fmt: skip


@pytest.mark.parametrize(("side", "words"), [(side, words) for side, ways in SIDES.items() for words in ways])
def test_a_head_says_which_side_of_an_indicator_it_tells(side: Side, words: str) -> None:
    assert said(words).side is side


@pytest.mark.parametrize("words", [words for side in (GROWTH, SHARE, RATE) for words in side])
def test_growth_shares_and_rates_are_in_per_cent(words: str) -> None:
    assert said(words).unit == "%"


@pytest.mark.parametrize(
    "words", [*GROWTH, *CHANGE, *SHARE, *RATE, *RANK, "绝对数", "2023年", "预算数", "年末数", "总量"]
)
def test_what_only_says_how_it_is_told_leaves_no_name(words: str) -> None:
    assert said(words).name == ""


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("2023年预算数", Status.PLAN),
        ("年初预算", Status.PLAN),
        ("调整预算数", Status.PLAN),
        ("预算执行数", Status.ACTUAL),
        ("决算数", Status.ACTUAL),
        ("2023年完成", Status.ACTUAL),
        ("2024年目标", Status.TARGET),
        ("预期目标", Status.TARGET),
        ("预计完成数", Status.ESTIMATE),
        ("2023年", None),
    ],
)
def test_a_head_says_the_standing_of_its_numbers(words: str, status: Status | None) -> None:
    assert said(words).status is status


@pytest.mark.parametrize(
    ("words", "year", "part", "back"),
    [
        ("2023年决算数", "2023", "", 0),
        ("2023年1-6月", "2023", "1-6月", 0),
        ("上年决算数", "", "", 1),
        ("上年同期", "", "", 1),
        ("比上年增长%", "", "", 0),
        ("比2022年增长(%)", "", "", 0),
        ("指数(上年=100)", "", "", 0),
        ("本年累计", "", "", 0),
    ],
)
def test_a_head_says_of_when(words: str, year: str, part: str, back: int) -> None:
    found = said(words)
    assert (found.year, found.part, found.back) == (year, part, back)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("2023年(亿元)", "亿元"),
        ("金额（人民币万元）", "人民币万元"),
        ("发行总额(亿)", "亿"),
        ("增加值:亿元", "亿元"),
        ("收入（万元、%）", "万元"),
        ("发电量(亿千瓦时)", "亿千瓦时"),
        ("人口(2023年)", ""),
        ("面积", ""),
    ],
)
def test_a_unit_stands_in_brackets_or_at_the_end(words: str, unit: str) -> None:
    assert said(words).unit == unit


def test_what_growth_is_reckoned_on_is_told_apart() -> None:
    assert [said(words).basis for words in ("比上年预算数增长%", "年均增长(%)", "环比增长%", "同比增长%")] == [
        "较预算",
        "年均",
        "环比",
        "",
    ]
    assert said("2021—2025年年均增长(%)").span == "2021—2025年"


@pytest.mark.parametrize(
    "words", ["一、税收收入", "（一）税收收入", "1.税收收入", "其中：税收收入", "#税收收入", "1.1 税收收入"]
)
def test_marks_of_a_list_leave_the_name(words: str) -> None:
    assert said(words).name == "税收收入"


@pytest.mark.parametrize("words", ["万元", "亿", "%", "人民币万元", "元/人", "亿千瓦时", "万平方米", "个百分点"])
def test_units(words: str) -> None:
    assert is_unit(words, UNITS)


@pytest.mark.parametrize("words", ["", "万元以上企业", "元旦", "2023年", "不含农户", "个性", "亿元企业", "本级"])
def test_no_units(words: str) -> None:
    assert not is_unit(words, UNITS)


def test_of_several_units_the_first_is_that_of_amounts() -> None:
    assert (unit_note("亿元、%", UNITS), unit_note("%，万人", UNITS), unit_note("亿元、%", UNITS, percent=True)) == (
        "亿元",
        "万人",
        "%",
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("一般公共预算税收收入", "一般公共预算税收收入"),
        ("一般公共预算“三公”经费", "一般公共预算“三公”经费"),
        ("教育支出预算数", "教育支出"),
    ],
)
def test_a_budget_in_a_name_is_no_plan(words: str, name: str) -> None:
    assert said(words).name == name


@given(st.text(alphabet="年月增长减比上同期预算数完成占重%()（）亿万元:、 2023-—一二其中指位次", max_size=30))
def test_any_words_are_a_head(words: str) -> None:
    found = said(words)
    assert found.sign in (1, -1)
    assert found.name == found.name.strip()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("2023年末金额", ""),
        ("当年末债务余额", "债务余额"),
        ("2023年3月末余额", "余额"),
        ("债务余额D=E+F", "债务余额"),
        ("2023年1-3月（未经审计）", ""),
        ("政府债务 2023年增减变化", "政府债务"),
        ("已完成投资额", "投资额"),
    ],
)
def test_what_a_head_is_named_without_its_time_formula_and_remarks(words: str, name: str) -> None:
    assert said(words).name == name


def test_a_budget_inside_a_name_is_no_standing() -> None:
    assert said("国有资本经营预算转移支付").status is None
    assert said("2023年预算数").status is Status.PLAN


WORDS_OF_HEADS = (
    *(
        "教育",
        "支出",
        "收入",
        "总额",
        "增长",
        "比上年",
        "预算数",
        "完成",
        "占比",
        "指数",
        "位次",
        "合计",
        "其中",
        "本年",
        "年末",
    ),
    *(
        "增加值",
        "目标",
        "变动",
        "注",
        "的",
        "单位",
        "情况",
        "规模",
        "人口",
        "城镇",
        "金额",
        "累计",
        "同期",
        "去年",
        "产量",
        "公里",
    ),
)


@given(st.lists(st.sampled_from(WORDS_OF_HEADS), min_size=1, max_size=4))
def test_law_a_name_alone_is_read_as_any_head_is(words: list[str]) -> None:
    assert said("".join(words)) == HEADS.closely("".join(words))
