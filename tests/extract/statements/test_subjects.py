"""Whose number it is: a subject holds through its sentence, and what the sentence asks of it."""

from fractions import Fraction

import pytest

from tests.domain import bulletin, claim, read, told, unclaimed


def claims(*paragraphs: str) -> list[str]:
    """What a bulletin with these paragraphs claims."""
    return told(bulletin(*paragraphs))


# -- inherited ----------------------------------------------------------------------------


def test_a_subject_is_taken_over_across_commas() -> None:
    assert claims("进出口总额56.2亿元，增长3.1%。") == ["进出口总额 level 56.2亿元", "进出口总额 growth 3.1%"]


def test_a_subject_is_taken_over_across_a_semicolon_until_another_is_named() -> None:
    assert claims("粮食产量12.3万吨，增长1.5%；蔬菜产量45.6万吨，下降0.8%。") == [
        "粮食产量 level 12.3万吨",
        "粮食产量 growth 1.5%",
        "蔬菜产量 level 45.6万吨",
        "蔬菜产量 growth 0.8%",
    ]


def test_a_subject_ends_with_its_sentence() -> None:
    text = bulletin("粮食产量12.3万吨。增长1.5%。")
    assert [m.reason for m in read(text).mentions] == ["", "no indicator"]


def test_a_growth_in_brackets_belongs_to_what_stands_before() -> None:
    assert claims("工业投资(+13.6%)、房地产开发投资(-8.2%)走势分化。") == [
        "工业投资 growth +13.6%",
        "房地产开发投资 growth -8.2%",
    ]


def test_a_share_and_a_growth_follow_their_level() -> None:
    assert claims("税收收入12.3亿元，增长4.4%，占一般公共预算收入的66.1%。") == [
        "税收收入 level 12.3亿元",
        "税收收入 growth 4.4%",
        "税收收入 share 66.1%",
    ]


def test_part_and_whole_each_have_their_own_name() -> None:
    assert claims("一般公共预算收入18.6亿元，其中税收收入12.3亿元、非税收入6.3亿元。") == [
        "一般公共预算收入 level 18.6亿元",
        "税收收入 level 12.3亿元",
        "非税收入 level 6.3亿元",
    ]


def test_a_part_named_by_a_modifier_alone_keeps_the_head_of_the_whole() -> None:
    assert claims("居民人均可支配收入28400元，其中城镇36800元、农村19500元。") == [
        "居民人均可支配收入 level 28400元",
        "城镇居民人均可支配收入 level 36800元",
        "农村居民人均可支配收入 level 19500元",
    ]


# -- signs, points, measures --------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("增长2.3%", "2.3"),
        ("同比增长2.3%", "2.3"),
        ("比上年上升2.3%", "2.3"),
        ("下降2.3%", "-2.3"),
        ("同比下降2.3%", "-2.3"),
        ("较上年减少2.3%", "-2.3"),
        ("降幅2.3%", "-2.3"),
        ("负增长2.3%", "-2.3"),
        ("增长-2.3%", "-2.3"),
        ("增速为-2.3%", "-2.3"),
        ("增速2.3%", "2.3"),
    ],
)
def test_growth_has_one_sign_however_it_is_put(words: str, value: str) -> None:
    text = bulletin(f"建筑业总产值{words}。")
    (found,) = read(text).claims
    assert (found.key.indicator, found.key.measure) == ("建筑业总产值", "growth")
    assert found.quantity.base_value == Fraction(value)


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("城镇化率72.4%。", "ratio"),
        ("城镇化率提高1.2个百分点。", "change"),
        ("城镇化率比上年提高1.2个百分点。", "change"),
        ("城镇化率提高到72.4%。", "ratio"),
        ("民营经济增加值占地区生产总值比重为61.5%。", "share"),
        ("民营经济增加值占比61.5%。", "share"),
        ("轿车产量增长一成。", "growth"),
        ("轿车产量占全省三成。", "share"),
        ("粮食产量居全省第三。", "rank"),
        ("专利授权860件。", "count"),
        ("专利授权比上年增加60件。", "change"),
        ("道路通车里程420公里。", "level"),
    ],
)
def test_the_side_of_an_indicator_that_a_number_tells(sentence: str, measure: str) -> None:
    (found,) = read(bulletin(sentence)).claims
    assert found.key.measure == measure


def test_points_are_told_with_their_sign() -> None:
    up, down = bulletin("城镇化率提高1.2个百分点。"), bulletin("城镇化率回落1.2个百分点。")
    assert claim(up, "1.2个百分点").quantity.base_value == -claim(down, "1.2个百分点").quantity.base_value > 0


# -- ranks --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "name", "area"),
    [
        ("粮食产量居全省第三。", "粮食产量", "全省"),
        ("粮食产量位列全市第3位。", "粮食产量", "全市"),
        ("粮食产量排名全国第一。", "粮食产量", "全国"),
        ("社会消费品零售总额增速居全市第二。", "社会消费品零售总额增速", "全市"),
        ("绿化覆盖率稳居中西部第一。", "绿化覆盖率", "中西部"),
    ],
)
def test_a_rank_has_its_area(sentence: str, name: str, area: str) -> None:
    (found,) = read(bulletin(sentence)).claims
    assert (found.key.indicator, found.key.scope) == (name, area)


def test_a_rank_of_the_growth_just_told_is_a_rank_of_growth() -> None:
    assert claims("粮食产量增长6.2%，增速居全省第三。")[-1] == "粮食产量增速 rank 第三"
    assert claims("粮食产量12.3万吨、增长6.2%，居全省第三。")[-1] == "粮食产量增速 rank 第三"


def test_a_rank_of_the_total_is_none_of_growth() -> None:
    assert claims("粮食产量12.3万吨，总量居全省第三。")[-1] == "粮食产量 rank 第三"
    assert claims("粮食产量12.3万吨，增长6.2%，总量稳居全省第三。")[-1] == "粮食产量 rank 第三"


def test_a_rank_of_the_total_after_a_growth_is_of_the_total() -> None:
    assert claims("粮食产量12.3万吨，增长6.2%，总量居全省第三。")[-1] == "粮食产量 rank 第三"


def test_the_third_industry_is_no_rank() -> None:
    assert claims("第三产业增加值88.2亿元。") == ["第三产业增加值 level 88.2亿元"]


# -- counted nouns ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("新增规模以上工业企业24家。", "规模以上工业企业 count 24家"),
        ("新增24家规模以上工业企业。", "规模以上工业企业 count 24家"),
        ("建成污水处理厂3座。", "污水处理厂 count 3座"),
        ("建成3座污水处理厂。", "污水处理厂 count 3座"),
        ("打通断头路9条。", "断头路 count 9条"),
        ("打通9条断头路。", "断头路 count 9条"),
    ],
)
def test_a_noun_stands_before_its_number_or_behind_it(sentence: str, claim: str) -> None:
    (found,) = claims(sentence)
    assert found.endswith(claim)


def test_a_verb_ends_the_noun_behind_a_number() -> None:
    assert claims("24家规模以上工业企业入驻临江新城。") == ["规模以上工业企业 count 24家"]


def test_a_short_noun_takes_in_what_is_said_of_it() -> None:
    one, other = claims("98家企业入驻临江新城。"), claims("98家企业获评绿色工厂。")
    assert one != other


def test_the_noun_after_examples_is_meant() -> None:
    (found,) = claims("建成青山湖、白水河等湿地公园12个。")
    assert "湿地公园" in found
    (found,) = claims("推动滨江大桥等24个重大建设项目开工。")
    assert "重大建设项目" in found


def test_two_flows_of_one_sentence_stay_apart_from_the_stock() -> None:
    text = bulletin("新增专精特新企业16家，累计达到58家。")
    assert claim(text, "16家").mention.traits == ("flow",)
    assert "stock" in claim(text, "58家").mention.traits
    assert claim(text, "58家").key.indicator == "专精特新企业"


# -- proportions --------------------------------------------------------------------------


def test_so_many_of_every_so_many_is_a_share_of_the_thing_counted() -> None:
    text = bulletin("全市每3台空调就有2台产自青山县。")
    (found,) = read(text).claims
    assert found.key.measure == "share"
    assert found.key.indicator == "空调"
    assert found.quantity.expected.holds(Fraction(200, 3))


def test_a_sector_alone_means_its_value_added() -> None:
    assert claims("地区生产总值增长5.2%，批发零售+6.1%、金融业增长4.7%。")[1:] == [
        "批发和零售业增加值 growth +6.1%",
        "金融业增加值 growth 4.7%",
    ]


def test_a_sector_alone_is_understood_by_what_the_paragraph_speaks_of() -> None:
    assert claims("固定资产投资增长5.2%。分产业看，第一产业下降4.1%，第三产业增长6.2%。")[1:] == [
        "第一产业投资 growth 4.1%",
        "第三产业投资 growth 6.2%",
    ]
    assert claims("税收收入8.2亿元，其中金融业增长3.3%。")[1:] == ["金融业税收收入 growth 3.3%"]


def test_what_is_new_in_a_list_is_new_for_all_its_items() -> None:
    text = bulletin("新增商务楼宇3.2万平方米、软件企业46家、规模以上企业8家，注册企业总量达2600家。")
    assert [m.traits for m in read(text).mentions][:3] == [("flow",)] * 3
    assert claim(text, "2600家").mention.traits == ("stock",)


def test_an_item_with_a_verb_of_its_own_is_told_by_that_verb() -> None:
    assert claim(bulletin("新增床位120张、接待患者3.2万人。"), "3.2万人").mention.traits == ()


def test_the_noun_behind_examples_keeps_the_place_and_verb_before_them() -> None:
    text = bulletin("白水湾产业园入驻晨光科技、远山软件等企业36家。")
    assert "白水湾产业园入驻企业" in claim(text, "36家").mention.also


def test_what_a_sector_has_is_of_the_sector_named_last() -> None:
    assert claims(
        "规模以上工业企业实现营业收入225.5亿元。利润总额13.3亿元，增长7.8%。",
        "建筑业总产值69.5亿元，增长3.8%，利润总额1.7亿元。",
        "规模以上服务业企业营业收入37.4亿元；利润总额2.9亿元。",
    ) == [
        "规模以上工业营业收入 level 225.5亿元",
        "规模以上工业利润总额 level 13.3亿元",
        "规模以上工业利润总额 growth 7.8%",
        "建筑业总产值 level 69.5亿元",
        "建筑业总产值 growth 3.8%",
        "建筑业利润总额 level 1.7亿元",
        "规模以上服务业营业收入 level 37.4亿元",
        "规模以上服务业企业利润总额 level 2.9亿元",
    ]


def test_what_no_sector_has_keeps_its_name() -> None:
    assert claims("利润总额13.3亿元。") == ["利润总额 level 13.3亿元"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("地区生产总值190亿元，完成全年总量目标的107%，增长5%。", "地区生产总值完成率 ratio 107%"),
        ("地区生产总值190亿元，其中县本级27.2亿元。", "县本级地区生产总值 level 27.2亿元"),
        ("地区生产总值在全市的占比为7.3%。", "地区生产总值 share 7.3%"),
        ("人均地区生产总值为全省的1.6倍。", "人均地区生产总值 ratio 1.6倍"),
        ("城镇居民人均可支配收入高于全省平均水平6559元。", "城镇居民人均可支配收入 change 6559元"),
        ("1-6月重点项目完成投资12.2亿元。", "重点项目完成投资 level 12.2亿元"),
    ],
)
def test_a_number_held_against_something_else_is_told_as_what_it_is(sentence: str, told: str) -> None:
    assert told in claims(sentence)


def test_a_target_told_behind_an_outcome_is_the_target_of_the_same_thing() -> None:
    text = bulletin("新建幼儿园48所，超额完成40所的年度目标任务；新建公厕19座，完成20座的年度计划。")
    assert [(c.key.indicator, c.quantity.value, c.key.status.value) for c in read(text).claims] == [
        ("幼儿园", "48", "actual"),
        ("幼儿园", "40", "target"),
        ("公厕", "19", "actual"),
        ("公厕", "20", "target"),
    ]


def test_what_things_counted_have_reached_is_theirs() -> None:
    assert claims("五个产业园区实现工业增加值19.7亿元，增长20.4%。")[1:] == [
        "产业园区工业增加值 level 19.7亿元",
        "产业园区工业增加值 growth 20.4%",
    ]
    assert claims("新增企业12家，实现税收3.2亿元。")[1:] == ["税收收入 level 3.2亿元"]


def test_a_change_without_a_name_is_that_of_the_indicator_named_before_it() -> None:
    text = bulletin("城乡收入比持续缩小，由上年同期的2.15:1下降为2.12:1。")
    assert [(m.name, m.reason) for m in read(text).mentions] == [
        ("城乡居民收入比", "a starting value"),
        ("城乡居民收入比", ""),
    ]


def test_the_values_compared_with_stand_aside() -> None:
    text = bulletin("地区生产总值增长8.4%，比全省（7.7%）和全国平均水平（7.1%）分别高0.7、1.3个百分点，居全省第3位。")
    assert [(c.key.entity, c.key.indicator, c.key.measure.value, c.quantity.value) for c in read(text).claims] == [
        ("青山县", "地区生产总值", "growth", "8.4"),
        ("青山县(全省)", "地区生产总值", "growth", "7.7"),
        ("全国", "地区生产总值", "growth", "7.1"),
        ("青山县", "地区生产总值", "change", "0.7"),
        ("青山县", "地区生产总值", "change", "1.3"),
        ("青山县", "地区生产总值增速", "rank", "3"),
    ]


def test_registered_people_by_kind_are_no_residents() -> None:
    assert claims("年末户籍人口11.2万人。其中，城镇人口5.4万人，乡村人口5.8万人。年末常住人口12.7万人。")[1:3] == [
        "城镇户籍人口 count 5.4万人",
        "乡村户籍人口 count 5.8万人",
    ]


def test_a_composition_to_come_from_is_no_value_of_this_year() -> None:
    text = bulletin("三次产业占比由2022年的5.7:49.3:45.0，进一步优化为6.6:45.8:47.6。")
    assert [m.reason for m in read(text).mentions][:1] == ["a starting value"]


def test_growth_against_the_month_before_is_told_apart_from_that_against_the_year_before() -> None:
    assert claims(
        "12月份，居民消费价格同比上涨1.6%，环比上涨0.2%，工业生产者出厂价格比上月下降0.1%，同比上涨3.1%。"
    ) == [
        "居民消费价格 growth 1.6%",
        "居民消费价格环比 growth 0.2%",
        "工业生产者出厂价格环比 growth 0.1%",
        "工业生产者出厂价格 growth 3.1%",
    ]


@pytest.mark.parametrize("sentence", ["其中，税收收入12.3亿元。", "分级次看，税收收入12.3亿元。"])
def test_parts_told_in_a_sentence_of_their_own_are_of_the_place_and_time_of_their_whole(sentence: str) -> None:
    text = bulletin(f"前三季度，全省一般公共预算收入98.2亿元。{sentence}全县税收收入3.1亿元。")
    found = [(c.key.entity, c.key.period) for c in read(text).claims]
    assert found == [("青山县(全省)", "2023Q1-3"), ("青山县(全省)", "2023Q1-3"), ("青山县", "2023Q1-3")]


def test_of_several_seasons_the_nearest_is_meant() -> None:
    text = bulletin("前三季度，工业增加值增长1.2%，上半年为下降1.3%，增速比上半年加快2.5个百分点。")
    assert [(c.key.period, c.quantity.value) for c in read(text).claims][:2] == [("2023Q1-3", "1.2"), ("2023H1", "1.3")]


def test_growth_by_the_year_on_average_is_no_growth_of_the_year() -> None:
    assert claims("工业增加值年均增长5.1%，今年增长6.2%；出口总额两年平均增长7.3%。") == [
        "工业增加值年均 growth 5.1%",
        "工业增加值 growth 6.2%",
        "出口总额年均 growth 7.3%",
    ]


def test_growth_told_for_parts_of_the_year_is_of_the_indicator_named_before_it() -> None:
    text = bulletin("GDP增速逐季攀升，上半年3.2%、前三季度4.4%、全年5.1%。")
    assert [(c.key.indicator, c.key.measure.value, c.key.period) for c in read(text).claims] == [
        ("地区生产总值", "growth", "2023H1"),
        ("地区生产总值", "growth", "2023Q1-3"),
        ("地区生产总值", "growth", "2023"),
    ]


@pytest.mark.parametrize("said", ["据海关统计", "据2022年全省5‰人口变动抽样调查推算，", "根据抽样调查"])
def test_who_says_it_is_no_part_of_what_is_said(said: str) -> None:
    (claim,) = read(bulletin(f"{said}进出口总额3.2亿元。")).claims
    assert (claim.key.indicator, claim.key.period) == ("进出口总额", "2023")


def test_amounts_and_growth_on_other_accounts_are_of_their_own() -> None:
    assert claims(
        "一般公共预算收入完成28.5亿元（自然口径），增长10.8%，扣除留抵退税因素后，增长14.6%。",
        "一般公共预算收入（同口径）完成30.1亿元，同比增长14.7%。",
    ) == [
        "一般公共预算收入 level 28.5亿元",
        "一般公共预算收入 growth 10.8%",
        "一般公共预算收入同口径 growth 14.6%",
        "一般公共预算收入同口径 level 30.1亿元",
        "一般公共预算收入同口径 growth 14.7%",
    ]


def test_a_change_against_a_year_that_is_named_is_a_change() -> None:
    assert claims("一般公共预算收入决算数12.9亿元，比2022年增收1.2亿元，增长10.6%。") == [
        "一般公共预算收入 level 12.9亿元",
        "一般公共预算收入 change 1.2亿元",
        "一般公共预算收入 growth 10.6%",
    ]


def test_a_part_named_by_its_level_alone_is_of_the_whole_in_the_sentence_before() -> None:
    part = claim(bulletin("一般公共预算支出27.5亿元，增长9.4%。其中：县本级完成4.1亿元。"), "4.1亿元")
    assert (part.key.indicator, part.key.scope) == ("一般公共预算支出", "县本级")


def test_one_sentence_of_parts_does_not_change_the_whole_of_the_next() -> None:
    text = bulletin(
        "前三季度，地区生产总值72.2亿元，增长0.7%。分季度看，一季度下降6.8%，三季度增长4.9%。分产业看，第一产业增加值4.8亿元。"
    )
    assert [(c.key.indicator, c.key.period) for c in read(text).claims][2:] == [
        ("地区生产总值", "2023Q1"),
        ("地区生产总值", "2023Q3"),
        ("第一产业增加值", "2023Q1-3"),
    ]


@pytest.mark.parametrize(
    "against",
    [
        "比上年的9.1万吨增加0.7万吨",
        "比上年9.1万吨增加0.7万吨",
        "较去年同期的9.1万吨增加0.7万吨",
        "比2022年末的9.1万吨增加0.7万吨",
        "与上年9.1万吨相比，增加0.7万吨",
        "比“十三五”末的9.1万吨增加0.7万吨",
        "较上年实际数9.1万吨增加0.7万吨",
    ],
)
def test_an_earlier_level_is_compared_with_and_no_subject(against: str) -> None:
    found = read(bulletin(f"粮食产量9.8万吨，{against}，增长7.7%。"))
    assert [m.reason for m in found.mentions if m.words == "9.1万吨"] == ["what is compared with"]
    assert claims(f"粮食产量9.8万吨，{against}，增长7.7%。") == [
        "粮食产量 level 9.8万吨",
        "粮食产量 change 0.7万吨",
        "粮食产量 growth 7.7%",
    ]


def test_last_years_level_told_by_itself_is_that_of_the_subject() -> None:
    last = claim(bulletin("粮食产量9.8万吨，上年同期为9.1万吨，增长7.7%。"), "9.1万吨")
    assert (last.key.indicator, last.key.period) == ("粮食产量", "2022")


@pytest.mark.parametrize(
    "sentence",
    [
        "粮食产量增速居全省第2位、总量居全省第9位。",
        "粮食产量总量居全省第9位、增速居全省第2位。",
        "粮食产量增长3.1%，增速居全省第2位，总量居全省第9位。",
        "粮食产量规模居全省第9位，增速居全省第2位。",
    ],
)
def test_one_thing_is_ranked_by_its_size_and_by_its_growth(sentence: str) -> None:
    by_rank = {c.mention.words: c.key.indicator for c in read(bulletin(sentence)).claims if "位" in c.mention.words}
    assert by_rank["第2位"] == "粮食产量增速"
    assert by_rank["第9位"].removesuffix("总量").removesuffix("规模") == "粮食产量"


@pytest.mark.parametrize(
    "sentence",
    [
        "茶叶产量占粮食产量比重提高1.1个百分点。",
        "茶叶产量占粮食产量的比重较上年提升1.1个百分点。",
        "茶叶产量增长3.1%，占粮食产量的比重提高1.1个百分点。",
        "茶叶产量占粮食产量的18.7%，比上年提高1.1个百分点。",
        "茶叶产量占比提高1.1个百分点。",
    ],
)
def test_the_change_of_a_share_is_none_of_growth(sentence: str) -> None:
    change = claim(bulletin(sentence), "1.1个百分点")
    assert change.key.indicator == "茶叶"  # 产量 may be left out of a share, as elsewhere
    assert "of a share" in change.mention.traits


def test_growth_that_is_faster_is_no_change_of_a_share() -> None:
    faster = claim(bulletin("茶叶产量占粮食产量的18.7%，增速比上年加快1.1个百分点。"), "1.1个百分点")
    assert "of a share" not in faster.mention.traits


@pytest.mark.parametrize(
    "on", ["比上年增加0.7万吨，增长7.7%", "同比增加0.7万吨，增长7.7%", "较上年增加0.7万吨，增长7.7%"]
)
def test_a_sentence_that_opens_with_a_comparison_goes_on_with_the_subject_before(on: str) -> None:
    assert claims(f"粮食产量9.8万吨。{on}。")[1:] == ["粮食产量 change 0.7万吨", "粮食产量 growth 7.7%"]


def test_what_rose_may_be_named_between_the_comparison_and_its_verb() -> None:
    told = claims("存款余额9.8亿元，贷款余额8.1亿元。与上年相比，存款余额增加0.7亿元。")
    assert told[-1] == "存款余额 change 0.7亿元"


def test_rates_told_behind_the_registered_alone_are_theirs() -> None:
    ours = "年末全县户籍人口48.9万人。全年死亡率7.0‰。"
    both = "年末全县户籍人口48.9万人，常住人口42.1万人。全年死亡率7.0‰。"
    assert claim(bulletin(ours), "7.0‰").key.indicator == "户籍死亡率"
    assert claim(bulletin(both), "7.0‰").key.indicator == "死亡率"


def test_those_by_registration_die_as_they_are_born() -> None:
    died = claim(bulletin("年末户籍人口48.9万人，当年户籍出生2910人，死亡4360人。"), "4360人")
    assert died.key.indicator == "户籍死亡"


# -- what is no part of a name --------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("政府性基金收入增长91%，增长的主要原因是土地出让收入增加1.6亿元。", "国有土地使用权出让收入 change 1.6亿元"),
        ("税收收入增长8%，主要因素为制造业增值税增收3.1亿元。", "制造业增值税 change 3.1亿元"),
        ("税收收入增长8%，增长主要由于企业所得税增加3.1亿元。", "企业所得税 change 3.1亿元"),
        ("财政支出下降3.2%，主要是由于债券资金减少2.4亿元。", "债券资金 change 2.4亿元"),
        ("进出口总额由第二季度的84.7亿元升至第四季度的106.8亿元。", "进出口总额 level 106.8亿元"),
        ("共设立5只产业母基金和2只天使基金。", "产业母基金 count 5只"),
        ("今年一、二月的过夜旅客平均留宿时间3.2晚。", "过夜旅客平均留宿时间 level 3.2晚"),
        ("全年社会消费品零售总额劲增30.5%。", "社会消费品零售总额 growth 30.5%"),
        ("货运量锐减12.5%。", "货运量 growth 12.5%"),
        ("汽车产量继续保持40%以上增长、达7万辆。", "汽车产量 growth 40%以上"),
        ("一般公共预算收入增长目标为9%。", "一般公共预算收入 growth 9%"),
        ("当年收入加上级转移支付资金25万元。", "上级转移支付资金 level 25万元"),
        ("收入43.6亿元，加上年结转3亿元。", "上年结转 level 3亿元"),
        ("收入43.6亿元，加上上年结余2亿元。", "上年结余 level 2亿元"),
        ("全县有图书馆7个。", "图书馆 count 7个"),
        ("有色金属产量3万吨。", "有色金属产量 level 3万吨"),
        ("基本公共卫生服务筹资标准提高到人均60元。", "基本公共卫生服务筹资标准 level 60元"),
        ("失业保险基金收入3.6亿元，支出2.1亿元。", "失业保险基金支出 level 2.1亿元"),
        ("连续五年成为全省第一生育大县。", "连续成为全省第一生育大县 level 五年"),
        ("电力、热力生产和供应业增加值下降1.8%。", "电力热力生产和供应业增加值 growth 1.8%"),
        ("制造业投资增长2%，农、林、牧、渔业投资增长3.5%。", "农林牧渔业投资 growth 3.5%"),
        ("社会保险基金收入4.6亿元，为年预算的99.5%。", "社会保险基金预算收入完成率 ratio 99.5%"),
        ("社会保险基金支出4.6亿元，占变动预算的98%。", "社会保险基金预算支出完成率 ratio 98%"),
        ("建议全县一般公共预算收入安排43.1亿元。", "一般公共预算收入 level 43.1亿元"),
    ],
)
def test_reasons_times_and_joining_words_are_no_part_of_a_name(sentence: str, told: str) -> None:
    assert told in claims(sentence)


@pytest.mark.parametrize(
    ("sentence", "words", "reason"),
    [
        ("工业增加值连续18个月保持增长。", "18个月", "how long it has been so"),
        ("连续五年居全省第一位。", "五年", "how long it has been so"),
        ("是建设现代化强县的关键五年。", "五年", "how long it has been so"),
        ("过去的五年成绩来之不易。", "五年", "how long it has been so"),
        ("成为全省唯一一个常住人口超500万的城市。", "超500万", "qualifies a noun"),
        ("是全国首个用电量突破8000亿千瓦时的省份。", "突破8000亿千瓦时", "qualifies a noun"),
        ("新增产值超10亿元的企业3家。", "超10亿元", "qualifies a noun"),
    ],
)
def test_how_long_and_of_what_size_are_no_facts_of_their_own(sentence: str, words: str, reason: str) -> None:
    assert {m.words: m.reason for m in read(bulletin(sentence)).mentions}[words] == reason


@pytest.mark.parametrize(
    "sentence", ["稳妥推进二轮土地承包到期延包试点。", "其中包括三轮汽车和低速货车。", "取缔三轮摩托。"]
)
def test_a_vehicle_or_a_round_of_contracts_is_not_counted(sentence: str) -> None:
    assert read(bulletin(sentence)).mentions == ()


def test_what_it_came_to_so_far_is_of_the_subject_and_of_its_own_time() -> None:
    text = (
        "洛阳市2024年12月商品房销售\n"
        "12月，新建商品房销售面积38.2万平方米，1-12月累计销售298.6万平方米。1—12月，固定资产投资增长6%。\n"
    )
    assert [(c.key.indicator, c.key.period) for c in read(text).claims] == [
        ("商品房销售面积", "2024-12"),
        ("商品房销售面积", "2024"),
        ("固定资产投资", "2024"),
    ]


def test_in_how_long_something_came_about_is_no_fact_of_its_own() -> None:
    assert claims("常住人口70.5万人，十年增加5.06万人。") == [
        "常住人口 count 70.5万人",
        "常住人口 change 5.06万人",
    ]


def test_what_several_did_together_is_not_of_the_last_of_them() -> None:
    (sent,) = read(bulletin("道路、铁路、民航共发送旅客86.3万人次。")).claims
    assert sent.key.indicator == "发送旅客"


def test_a_daily_average_is_one_name_wherever_it_says_so() -> None:
    one, other = bulletin("公路出口流量128万辆次，日均3.2万辆次。"), bulletin("公路日均出口流量3.2万辆次。")
    assert {claim(text, "3.2万辆次").key.indicator for text in (one, other)} == {"日均公路出口流量"}


# -- a field alone ------------------------------------------------------------------------


def test_the_number_behind_a_field_tells_which_indicator_of_it_is_meant() -> None:
    assert claims("旅游1.2亿人次/900亿/+5.1%、财政45.1亿/+2%。") == [
        "接待游客 count 1.2亿人次",
        "旅游总收入 level 900亿",
        "旅游总收入 growth +5.1%",
        "一般公共预算收入 level 45.1亿",
        "一般公共预算收入 growth +2%",
    ]


def test_a_field_that_does_something_with_a_number_is_not_told_of_by_it() -> None:
    assert claims("财政安排3亿元，旅游带动就业2万人。") == ["财政 level 3亿元", "旅游带动就业 count 2万人"]


def test_a_field_of_several_indicators_may_be_either() -> None:
    (growth,) = read(bulletin("房地产-8.2%。")).claims
    assert growth.key.indicator == "房地产"
    assert set(growth.mention.also) >= {"房地产开发投资", "房地产业增加值"}


# -- what came in addition, ranks and rates that changed -----------------------------------


def test_what_came_in_addition_is_of_the_things_named_before() -> None:
    assert claims("规模以上工业企业684户，新增25户，比上年净增12户。比上年末净增经营主体1.2万户。") == [
        "规模以上工业企业 count 684户",
        "规模以上工业企业 count 25户",
        "规模以上工业企业 change 12户",
        "经营主体 count 1.2万户",
    ]


def test_so_many_of_nothing_that_is_named_are_no_claim() -> None:
    assert claims("工业投资12亿元，新增25户。") == ["工业投资 level 12亿元"]


def test_a_rank_that_changed_is_of_the_area_it_changed_in() -> None:
    key = claim(bulletin("进出口总额从全国第13位升至第9位。"), "第9位").key
    assert (key.indicator, key.scope) == ("进出口总额", "全国")


def test_a_growth_that_turned_is_of_the_whole_time_again() -> None:
    key = claim(bulletin("制造业增加值由前三季度下降0.8%转为增长0.5%。"), "0.5%").key
    assert (key.indicator, key.period) == ("制造业增加值", "2023")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("床位数2610张，其中医院1820张，乡镇卫生院720张。", ["床位数", "医院床位", "乡镇卫生院床位"]),
        ("货运量12万吨，其中铁路3万吨、公路9万吨。", ["货运量", "铁路货运量", "公路货运量"]),
        (
            "播种面积25万亩，其中玉米20万亩，大豆3万亩，玉米产量12万吨，化肥3万吨。",
            ["播种面积", "玉米播种面积", "大豆播种面积", "玉米产量", "化肥"],
        ),
    ],
)
def test_parts_are_measured_as_their_whole(sentence: str, names: list[str]) -> None:
    assert [c.key.indicator for c in read(bulletin(sentence)).claims] == names


def test_a_remark_keeps_no_school_from_its_pupils() -> None:
    text = bulletin("中等职业教育（不含技工学校）招生0.62万人，在校生1.83万人，毕业生0.55万人。")
    assert claim(text, "0.55万人").key.indicator == "中等职业教育毕业生"


def test_how_long_a_rate_has_been_so_is_no_rate() -> None:
    assert "银行机构不良贷款率" not in [
        c.key.indicator for c in read(bulletin("银行机构不良贷款率五年均低于全省。")).claims
    ]


def test_a_tender_won_is_no_part_of_the_firms() -> None:
    assert claims("中小企业中标金额占比达到48.2%。") == ["中小企业中标金额 share 48.2%"]


# -- parts of one thing, and sums of several -------------------------------------------------


@pytest.mark.parametrize(
    ("sentences", "name"),
    [
        ("规模以上工业增加值增长7.5%。分门类看，采矿业增长2.1%，制造业增长8.4%。", "制造业增加值"),
        ("固定资产投资增长7.5%，其中，房地产业下降2.1%，制造业增长8.4%。", "制造业投资"),
        ("全社会用电量增长7.5%，其中制造业增长8.4%。", "制造业用电量"),
        ("规模以上工业增加值增长7.5%，制造业增长8.4%。", "制造业"),
    ],
)
def test_a_sector_alone_is_measured_as_what_it_is_a_part_of(sentences: str, name: str) -> None:
    assert claim(bulletin(sentences), "8.4%").key.indicator == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("争取上级转移支付、新增专项债券等资金5.8亿元。", "上级转移支付、新增专项债券等资金"),
        ("转移支付1.2亿元、专项债券等资金5.8亿元。", "专项债券等资金"),
    ],
)
def test_a_sum_is_of_all_that_is_listed(sentence: str, name: str) -> None:
    assert claim(bulletin(sentence), "5.8亿元").key.indicator == name


def test_a_heading_that_ran_into_its_sentence_is_no_part_of_a_name() -> None:
    assert claims("服务业全年批发和零售业增加值23.4亿元。") == ["批发和零售业增加值 level 23.4亿元"]


def test_a_second_place_is_held_against_as_the_first() -> None:
    text = bulletin("地区生产总值增长5.6%，高于全国0.6个百分点、全省0.3个百分点。")
    one, other = claim(text, "0.6个百分点"), claim(text, "0.3个百分点")
    assert one.key == other.key
    assert ("of:全国" in one.mention.traits, "of:全省" in other.mention.traits) == (True, True)


def test_what_did_not_change_did_not_grow() -> None:
    assert claims("粮食产量12.3万吨，与上年持平。") == ["粮食产量 level 12.3万吨", "粮食产量 growth 持平"]


def test_kinds_of_goods_are_one_list() -> None:
    assert claims("限额以上单位食品类零售额增长2.2%，饮料类增长0.3%，家具类下降6.0%。")[1:] == [
        "饮料类零售额 growth 0.3%",
        "家具类零售额 growth 6.0%",
    ]


def test_what_is_told_before_all_there_is_came_in_addition() -> None:
    one, other = read(bulletin("建成5G基站612个，累计达1286个。")).claims
    assert ("flow" in one.mention.traits, "stock" in other.mention.traits) == (True, True)


def test_a_time_in_a_name_is_no_number() -> None:
    text = bulletin("打造15分钟便民生活圈，全域纳入240小时过境免签区域，高铁3小时直达。")
    assert [m.reason for m in read(text).mentions] == ["qualifies a noun", "qualifies a noun", ""]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("建设未来产业加速园6个。", "建设未来产业加速园"),
        ("推进6个未来产业加速园建设。", "未来产业加速园建设"),
        ("支持6个和美乡村中心村。", "和美乡村中心村"),
    ],
)
def test_what_may_lead_up_to_a_name_or_end_it_may_be_part_of_it(sentence: str, name: str) -> None:
    assert claim(bulletin(sentence), "6个").key.indicator == name


def test_how_many_those_listed_are_is_no_number_of_theirs() -> None:
    assert "总量都是" not in [c.key.indicator for c in read(bulletin("粮食、油料、蔬菜三项总量都是全省第一。")).claims]


def test_examples_before_what_is_counted_are_no_sum() -> None:
    key = claim(bulletin("甲公司、乙公司、丙集团等9个世界500强央企项目落户。"), "9个").key
    assert key.indicator == "世界500强央企项目"


def test_a_part_without_a_name_is_no_claim() -> None:
    text = bulletin("争取专项资金109亿元，其中安排45亿元用于重点项目。")
    assert [m.reason for m in read(text).mentions] == ["", "no indicator"]


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        (
            "其他服务业增加值52亿元。规模以上服务业企业全年实现营业收入37亿元；营业利润2亿元。",
            "2亿元",
            "规模以上服务业企业营业利润",
        ),
        ("规模以上服务业企业全年实现营业收入合计37亿元。", "37亿元", "规模以上服务业企业营业收入"),
        ("移动电话用户267万户，其中中国电信45万户。", "45万户", "中国电信用户"),
        ("高等职业技术学院1所，在校生7027人；专任教师287人。", "287人", "高等职业技术学院专任教师"),
    ],
)
def test_what_is_owned_is_of_whom_was_named(sentence: str, words: str, name: str) -> None:
    assert claim(bulletin(sentence), words).key.indicator == name


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        ("全年发生道路交通事故41起，死亡人数6人，受伤31人。", "6人", "道路交通事故死亡人数"),
        ("全年发生道路交通事故41起，死亡人数6人，受伤31人。", "31人", "道路交通事故受伤人数"),
        ("全年发生火灾120起，死亡2人，直接经济损失186万元。", "2人", "火灾死亡人数"),
        ("全年发生火灾120起，死亡2人，直接经济损失186万元。", "186万元", "火灾直接经济损失"),
        ("全年安全形势平稳，死亡6人。", "6人", "死亡人数"),
        ("全年发生事故41起。年末常住人口52万人，全年出生0.4万人，死亡0.5万人。", "0.5万人", "死亡"),
        (
            "工矿商贸企业就业人员10万人生产安全事故死亡人数0.5人。",
            "0.5人",
            "工矿商贸企业就业人员十万人生产安全事故死亡率",
        ),
    ],
)
def test_who_dies_in_an_accident_is_told_of_that(sentence: str, words: str, name: str) -> None:
    assert claim(bulletin(sentence), words).key.indicator == name


def test_of_how_many_so_many_die_is_no_claim() -> None:
    text = bulletin("就业人员10万人生产安全事故死亡人数0.5人。")
    assert unclaimed(text) == {"10": "qualifies a noun"}


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        ("发放资助资金6300万元，其中学前教育512万元，义务教育2105万元。", "512万元", "学前教育资助资金"),
        ("发放资助资金6300万元，其中学前教育512万元，义务教育2105万元。", "2105万元", "义务教育资助资金"),
        ("投入资助资金6300万元，惠及学生5.1万人次，其中：学前教育512万元。", "512万元", "学前教育资助资金"),
        ("争取上级资金3.2亿元，其中农机购置补贴512万元。", "512万元", "农机购置补贴"),
        ("A级旅游景区14家，其中5A级1家，4A级6家。", "6家", "4A级旅游景区"),
        ("市级以上龙头企业318家，其中省级87家。", "87家", "省级龙头企业"),
    ],
)
def test_a_part_has_the_noun_of_its_whole(sentence: str, words: str, name: str) -> None:
    assert claim(bulletin(sentence), words).key.indicator == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("1-12月累计发放耕地补贴4.9亿元。", "发放耕地补贴"),
        ("规模以上工业企业累计实现营业收入4.9亿元。", "规模以上工业营业收入"),
        ("累计发放耕地补贴4.9亿元。", "累计发放耕地补贴"),
        ("年底前完成管网改造4.9亿元。", "管网改造"),
        ("新建和改造提升冷库4.9亿元。", "改造提升冷库"),
    ],
)
def test_the_sum_of_a_time_and_what_was_done_beside_are_no_part_of_a_name(sentence: str, name: str) -> None:
    assert claim(bulletin(sentence), "4.9亿元").key.indicator == name


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        ("杨梅产量4.8万吨，产值6.2亿元。", "6.2亿元", "杨梅产值"),
        ("苹果种植面积13.6万亩，年产量28.5万吨、年产值12.4亿元。", "28.5万吨", "苹果产量"),
        ("苹果种植面积13.6万亩，年产量28.5万吨、年产值12.4亿元。", "12.4亿元", "苹果产值"),
        ("规上工业企业308家，产值286亿元。", "286亿元", "产值"),
        ("房屋施工面积412万平方米，竣工面积96万平方米。", "96万平方米", "房屋竣工面积"),
        ("高血压患者7.8万人，规范管理率76.3%。", "76.3%", "高血压患者规范管理率"),
        ("公路总里程2315公里，其中高速公路106公里。", "106公里", "高速公路通车里程"),
        ("政府债务余额85.9亿元，其中一般债务30.1亿元，专项债务55.8亿元。", "55.8亿元", "专项债务余额"),
        ("政府债务余额85.9亿元，控制在核定限额88.6亿元以内。", "88.6亿元以内", "政府债务限额"),
        ("政府债务余额85.9亿元，控制在88.6亿元的限额以内。", "88.6亿元", "政府债务限额"),
        ("新建日间照料中心8个，累计建成62个。", "62个", "日间照料中心"),
        ("到位资金6980万元，其中中央4190万元、省级1620万元。", "1620万元", "省级到位资金"),
        ("新建床位300张，使护理型床位占比达到62%。", "62%", "护理型床位"),
        ("税收收入9亿元，税比79.2%。", "79.2%", "税收收入"),
        ("有资质的建筑企业71家。", "71家", "有资质的建筑企业"),
        ("34个大类行业中有22个实现增长。", "34个", "大类行业"),
        ("居民人均可支配收入3万元，其中城镇居民4万元，农村居民2万元。", "4万元", "城镇居民人均可支配收入"),
        ("居民人均可支配收入3万元，其中城镇常住居民4万元，农村常住居民2万元。", "2万元", "农村居民人均可支配收入"),
        ("主要产品产量：钢材38.6万吨，增长3.5%；水泥41.2万吨，增长2.2%。", "41.2万吨", "水泥产量"),
        ("规模以上工业企业实现利税28.6亿元，其中利润19.2亿元。", "19.2亿元", "规模以上工业利润总额"),
        ("授权专利685件，其中发明专利47件。", "47件", "发明专利授权量"),
        ("争取到位上级资金6.8亿元。", "6.8亿元", "上级资金"),
    ],
)
def test_another_side_or_a_part_is_of_the_thing_told_before(sentence: str, words: str, name: str) -> None:
    assert claim(bulletin(sentence), words).key.indicator == name


@pytest.mark.parametrize(
    ("sentence", "words", "measure"),
    [
        ("贷款余额1842.7亿元，比年初新增143.2亿元。", "143.2亿元", "change"),
        ("平均住院日7.6天，较上年缩短0.4天。", "0.4天", "change"),
        ("生产总值增长5.3%，总量占全省的15.6%，居全省首位。", "首位", "rank"),
    ],
)
def test_a_change_and_a_rank_are_of_the_subject(sentence: str, words: str, measure: str) -> None:
    key = claim(bulletin(sentence), words).key
    assert (str(key.measure), key.indicator.endswith("增速")) == (measure, False)


# -- the income of all and of those who live in towns and in the country ------------------


def test_who_lives_in_town_or_country_has_what_was_told_of_all() -> None:
    assert claims("全体居民人均可支配收入38612元，城镇居民45179元，农村居民21958元，分别增长5.1%、4.3%、6.2%。") == [
        "居民人均可支配收入 level 38612元",
        "城镇居民人均可支配收入 level 45179元",
        "农村居民人均可支配收入 level 21958元",
        "居民人均可支配收入 growth 5.1%",
        "城镇居民人均可支配收入 growth 4.3%",
        "农村居民人均可支配收入 growth 6.2%",
    ]


def test_town_and_country_share_the_income_told_behind_them() -> None:
    assert claims("全县城镇、农村常住居民人均可支配收入分别增长5.1%、6.2%。") == [
        "城镇居民人均可支配收入 growth 5.1%",
        "农村居民人均可支配收入 growth 6.2%",
    ]


def test_residents_of_the_country_alone_have_no_income_of_others() -> None:
    assert claims("参保人数12.3万人，农村居民4.6万人。") == ["参保人数 count 12.3万人", "农村居民 count 4.6万人"]


# -- what was reached, what was added, and what a size says --------------------------------


def test_a_share_that_rose_from_one_to_another_is_a_share() -> None:
    assert claims("服务业占比由48.3%提高到51.2%。")[-1] == "服务业 share 51.2%"


@pytest.mark.parametrize("then", ["总数达", "累计", "总量达到"])
def test_what_came_before_all_there_is_was_added(then: str) -> None:
    text = bulletin(f"培育省级绿色工厂5家，{then}18家。")
    added, there = claim(text, "5家").mention, claim(text, "18家").mention
    assert "flow" in added.traits
    assert "stock" in there.traits


@pytest.mark.parametrize("size", ["50亿级项目", "30万吨级码头", "10亿元级企业"])
def test_a_size_is_part_of_what_is_counted(size: str) -> None:
    assert claims(f"{size}4个。") == [f"{size} count 4个"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("页岩气年产量72.4亿立方米。", "页岩气产量"),
        ("全年产页岩气72.4亿立方米。", "页岩气产量"),
    ],
)
def test_what_was_made_in_the_year(sentence: str, name: str) -> None:
    assert claim(bulletin(sentence), "72.4亿立方米").key.indicator == name


def test_the_port_of_the_place_is_a_port() -> None:
    text = bulletin("北海港货物吞吐量3050万吨。", place="北海市")
    assert claim(text, "3050万吨").key.indicator == "港口货物吞吐量"
