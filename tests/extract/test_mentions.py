"""Whole documents: every number is a mention, its span is tight and true, and a mention that is no claim says why."""

from fractions import Fraction

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Document
from tests.domain import COMPANY, bulletin, claim, extractor, meet, quotes, read, report, told, unclaimed

PARAGRAPHS = (
    *COMPANY,
    "进出口总额56.2亿元，增长3.1%，其中出口31.5亿元、进口24.7亿元。",
    "工业投资、民间投资分别增长6.1%、7.2%，占固定资产投资的38.5%、61.2%。",
    "新增专精特新企业16家，累计达到58家，总量居全省第三。",
    "产值1亿元以上企业达到42家，城镇登记失业率控制在4%以内。",
    "每3户居民就有2户用上清洁能源，近1/5的村庄完成改造。",
    "12月份，居民消费价格上涨0.3%；上半年上涨0.1%。",
)
TABLE = "表1 农产品（单位：万吨）\n指标\t2022年\t2023年\n粮食产量\t12.1\t12.36\n蔬菜产量\t44.8\t45.6\n"

documents = st.lists(st.sampled_from([*PARAGRAPHS, TABLE, "一、农业", "（二）工业生产", ""]), max_size=8).map(
    lambda paragraphs: bulletin(*paragraphs)
)


def residual(text: str) -> str:
    """A Traditional copy with residue of pinyin, as a conversion tool leaves it."""
    copy: str = opencc.OpenCC("s2t").convert(text)
    for character, syllable in (
        ("縣", "xiàn"),
        ("區", "qū"),
        ("產", "chǎn"),
        ("業", "yè"),
        ("積", "jī"),
        ("長", "zhǎng"),
    ):
        copy = copy.replace(character, f"{character}({syllable})")
    return copy


# -- spans --------------------------------------------------------------------------------


@given(documents)
def test_every_mention_lies_in_the_text_around_its_number(text: str) -> None:
    for mention in read(text).mentions:
        assert 0 <= mention.span.start <= mention.number.start < mention.number.end <= mention.span.end <= len(text)
        assert mention.span.end - mention.span.start <= 160
        assert mention.number.within(mention.quantity.span) or mention.number.overlaps(mention.quantity.span)


@given(documents)
def test_mentions_stand_in_order_and_none_twice(text: str) -> None:
    mentions = read(text).mentions
    starts = [m.number.start for m in mentions]
    assert starts == sorted(starts)
    assert len({(m.number, m.name) for m in mentions}) == len(mentions)


@given(documents)
def test_a_copy_with_residue_claims_the_same_in_words_that_fold_to_the_same(text: str) -> None:
    copy = residual(text)
    assert told(copy) == told(text)
    clean = opencc.OpenCC("t2s")
    for one, other in zip(quotes(text), quotes(copy), strict=True):
        without = other
        for syllable in ("xiàn", "qū", "chǎn", "yè", "jī", "zhǎng"):
            without = without.replace(f"({syllable})", "")
        assert clean.convert(without) == one


@pytest.mark.parametrize("end", ["\r\n", "\n\n", "\r"])
def test_line_ends_change_places_and_nothing_else(end: str) -> None:
    text = bulletin(*PARAGRAPHS)
    other = text.replace("\n", end)
    assert told(other) == told(text)
    assert quotes(other) == quotes(text)


def test_a_byte_order_mark_inside_the_text_shifts_and_changes_nothing() -> None:
    text = bulletin(*PARAGRAPHS)
    assert quotes("\ufeff" + text) == quotes(text)


def test_a_span_begins_with_its_subject_and_ends_with_its_number() -> None:
    assert quotes(bulletin("全年粮食产量12.36万吨，同比增长1.5%，其中秋粮8.1万吨。")) == [
        "粮食产量12.36万吨",
        "同比增长1.5%",
        "秋粮8.1万吨",
    ]


def test_what_stands_before_the_subject_is_left_out_of_the_span() -> None:
    (quote,) = quotes(bulletin("初步核算，全年实现地区生产总值320.5亿元。"))
    assert quote == "地区生产总值320.5亿元"


def test_a_document_is_read_the_same_twice() -> None:
    document = Document("a.txt", bulletin(*PARAGRAPHS, TABLE))
    assert extractor().read(document) == extractor().read(document)


# -- reasons ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        (bulletin("产值1亿元以上企业达到42家。"), "1", "qualifies a noun"),
        (bulletin("对60岁以上老人全面体检。"), "60", "qualifies a noun"),
        (bulletin("完成投资3.2。"), "3.2", "no unit"),
        (bulletin("增长1.5%。"), "1.5", "no indicator"),
        ("全年粮食产量12.36万吨。\n", "12.36", "no place"),
        ("青山县农业简介\n青山县地处平原，青山县粮食产量12.36万吨。\n", "12.36", "no period"),
    ],
)
def test_a_number_that_is_no_claim_says_why(text: str, number: str, reason: str) -> None:
    assert unclaimed(text)[number] == reason


def test_a_claim_has_no_reason_and_a_mention_without_key_has_one() -> None:
    for mention in read(bulletin(*PARAGRAPHS, "完成投资3.2。")).mentions:
        assert bool(mention.reason) is (mention.key is None)


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年12月31日召开大会。",
        "印发《2023年行动计划》（青政发〔2023〕5号）。",
        "深入推进“885”工作机制和“三个一批”行动。",
        "咨询电话023-67891234。",
        "第十八届人民代表大会第三次会议召开。",
        "发布5G应用和2.0版平台。",
        "G20国道与S103省道改造。",
    ],
)
def test_figures_of_names_and_dates_claim_nothing(sentence: str) -> None:
    assert told(bulletin(sentence)) == []


@pytest.mark.parametrize("line", ["新建学校3所、医院2座", "建成湿地公园十二个", "每3辆轿车就有2辆产自青山县"])
def test_numbers_of_a_line_without_a_stop_are_read(line: str) -> None:
    assert read(bulletin("全年情况如下。", line, "粮食丰收。")).mentions


def test_a_qualifier_that_looks_like_a_year_stays_in_the_name() -> None:
    text = bulletin("主营业务收入2000万元以上工业企业24家。")
    assert "2000万元以上工业企业" in claim(text, "24家").key.indicator


@pytest.mark.parametrize("amount", ["2001.5亿元", "1950.3亿元", "2023.12亿元", "2076.0亿元"])
def test_an_amount_that_looks_like_a_date_is_read(amount: str) -> None:
    assert told(bulletin(f"固定资产投资{amount}。")) == [f"固定资产投资 level {amount}"]


def test_a_qualifier_belongs_to_the_name_of_what_is_counted() -> None:
    text = bulletin("产值1亿元以上企业达到42家，产值10亿元以上企业达到6家。")
    one, other = claim(text, "42家"), claim(text, "6家")
    assert one.key.indicator != other.key.indicator
    assert "1亿元以上企业" in one.key.indicator
    assert "10亿元以上企业" in other.key.indicator


# -- names --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("GDP", "地区生产总值"),
        ("地区生产总值（GDP）", "地区生产总值"),
        ("实现地区生产总值", "地区生产总值"),
        ("全县地区生产总值", "地区生产总值"),
        ("青山县地区生产总值", "地区生产总值"),
        ("青山地区生产总值", "地区生产总值"),
        ("初步核算，全年地区生产总值", "地区生产总值"),
        ("2023年，地区生产总值", "地区生产总值"),
        ("其中：地区生产总值达到", "地区生产总值"),
        ("人均地区生产总值", "人均地区生产总值"),
        ("“规上”工业增加值", "规模以上工业增加值"),
        pytest.param(
            *("规模以上工业实现增加值", "规模以上工业增加值"),
        ),
        ("社零总额", "社会消费品零售总额"),
        ("固定资产投资（不含农户，下同）", "固定资产投资"),
        ("全口径税收收入", "全口径税收收入"),
        ("民间投资", "民间投资"),
    ],
)
def test_an_indicator_in_its_normal_form(written: str, name: str) -> None:
    (found,) = read(bulletin(f"{written}320.5亿元。")).claims
    assert found.key.indicator == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一般公共预算收入", "一般公共预算支出"),
        ("出口总额", "进出口总额"),
        ("出口总额", "进口总额"),
        ("工业增加值", "工业总产值"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("存款余额", "贷款余额"),
        ("工业投资", "工业技改投资"),
        ("第二产业增加值", "工业增加值"),
        ("高技术产业产值", "高新技术产业产值"),
        ("地区生产总值", "人均地区生产总值"),
        ("民营经济增加值", "数字经济增加值"),
    ],
)
def test_words_that_matter_stay_in_the_name(one: str, other: str) -> None:
    names = [read(bulletin(f"{name}32.5亿元。")).claims[0].key.indicator for name in (one, other)]
    assert names[0] != names[1]


@pytest.mark.parametrize(
    ("sentence", "claimed"),
    [
        ("其中秋粮3.9万吨。", "秋粮产量 level 3.9万吨"),
        ("水稻2.7万吨。", "稻谷产量 level 2.7万吨"),
        ("一般公共预算收入决算数9.7亿元。", "一般公共预算收入 level 9.7亿元"),
        ("一般公共预算收入9.7亿元，比2022年增收1.2亿元。", "一般公共预算收入 change 1.2亿元"),
        ("猪牛羊存栏75.2万头(只)，比上年增长2.7%。", "猪牛羊存栏 count 75.2万头(只)"),
        ("本地生产总值按年实质增长3.2%。", "地区生产总值 growth 3.2%"),
        ("货物出口则按年下跌9.0%。", "出口总额 growth 9.0%"),
        ("【青山日报讯】粮食产量12万吨。", "粮食产量 level 12万吨"),
    ],
)
def test_words_around_a_number_are_no_part_of_its_name(sentence: str, claimed: str) -> None:
    assert claimed in told(bulletin(sentence))


def test_a_number_told_again_in_brackets_is_of_the_same_thing() -> None:
    text = bulletin("粮食播种面积41.2千公顷（61.8万亩），比上年增加0.6千公顷（0.9万亩）。")
    assert told(text) == [
        "粮食播种面积 level 41.2千公顷",
        "粮食播种面积 level 61.8万亩",
        "粮食播种面积 change 0.6千公顷",
        "粮食播种面积 change 0.9万亩",
    ]


@pytest.mark.parametrize("name", ["粮食播种面积", "蔬菜种植面积"])
def test_a_number_told_in_two_units_is_one_fact_that_meets_either(name: str) -> None:
    one = bulletin(f"{name}41.2千公顷（61.8万亩）。")
    assert meet(one, report(f"{name}42.1千公顷（63.2万亩）。"), "41.2千公顷", "42.1千公顷")
    assert meet(one, report(f"{name}42.1千公顷（63.2万亩）。"), "61.8万亩", "63.2万亩")
    assert meet(one, report(f"{name}63.2万亩。"), "61.8万亩", "63.2万亩")


@pytest.mark.parametrize(
    ("sentence", "claimed"),
    [
        ("加上上级补助收入3.1亿元。", "上级补助收入 level 3.1亿元"),
        ("年终滚存结余3.1亿元。", "滚存结余 level 3.1亿元"),
        ("教育支出安排3.1亿元。", "教育支出 level 3.1亿元"),
        ("教育支出3.1亿元，比上年执行数增长4.2%。", "教育支出 growth 4.2%"),
        ("设立2只产业引导基金，总规模达到31亿元。", "产业引导基金 level 31亿元"),
        ("新增示范工厂23个、数量全县第一。", "示范工厂 count 23个"),
        ("城镇居民平均出游3.6晚。", "城镇居民平均出游 level 3.6晚"),
        ("房价涨幅放缓0.3个百分点。", "房价涨幅 change 0.3个百分点"),
    ],
)
def test_what_a_number_is_told_of(sentence: str, claimed: str) -> None:
    assert claimed in told(bulletin(sentence))


def test_a_name_that_counts_gives_its_number_the_unit() -> None:
    text = bulletin("接待旅客人次为3400万。")
    (told_of,) = read(text).claims
    assert (told_of.quantity.base_value, told_of.quantity.dimension) == (Fraction(34_000_000), "people")
    assert meet(text, report("接待旅客3500万人次。"), "3400万", "3500万人次")


def test_an_output_at_constant_prices_is_another_level_and_nominal_growth_another_growth() -> None:
    assert told(bulletin("名义生产总值120亿元，增长6.1%，人均实际生产总值8.1万元，增长4.2%。")) == [
        "地区生产总值 level 120亿元",
        "地区生产总值名义 growth 6.1%",
        "人均地区生产总值不变价 level 8.1万元",
        "人均地区生产总值 growth 4.2%",
    ]


def test_growth_without_the_price_is_real_growth() -> None:
    text = bulletin("居民人均可支配收入31200元，增长5.1%，扣除价格因素后增长4.2%。")
    assert "居民人均可支配收入实际 growth 4.2%" in told(text)


def test_another_number_in_brackets_is_none_of_the_same() -> None:
    assert "粮食播种面积 level 0.8万亩" not in told(bulletin("粮食播种面积41.2千公顷（其中水稻0.8万亩）。"))


def test_a_name_may_stand_before_a_comma() -> None:
    assert told(bulletin("粮食产量再创新高，达到41.5万吨。")) == ["粮食产量 level 41.5万吨"]
    assert told(bulletin("粮食安全持续加强，新建粮仓7座。")) == ["粮仓 count 7座"]


def test_a_long_remark_does_not_part_a_name_from_its_number() -> None:
    text = bulletin(
        "年末常住人口（包括户口在外、在本县居住半年以上的人员，不包括户口在本县、离开半年以上的人员）42.6万人。"
    )
    assert told(text)[-1] == "常住人口 count 42.6万人"


def test_a_bare_dollar_is_that_of_the_place() -> None:
    text = "{place}2023年住户开支统计报告\n{place}统计。全年住户每月平均开支为$30,230。\n"
    told = {place: read(text.format(place=place)).mentions[0] for place in ("香港特别行政区", "青山县")}
    assert [one.quantity.base_unit for one in told.values()] == ["元", "美元"]
