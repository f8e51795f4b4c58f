"""Several subjects with their numbers: 分别, 均, and lists that share a head."""

import pytest

from tests.domain import bulletin, quotes, read, told


def claims(sentence: str) -> list[str]:
    """What a bulletin with this sentence claims."""
    return told(bulletin(sentence))


def test_each_subject_has_its_own_number_in_their_order() -> None:
    assert claims("工业投资、民间投资、技改投资分别增长1.5%、2.6%、3.7%。") == [
        "工业投资 growth 1.5%",
        "民间投资 growth 2.6%",
        "技改投资 growth 3.7%",
    ]


@pytest.mark.parametrize("between", ["、", "和", "，"])
def test_the_numbers_may_be_joined_in_several_ways(between: str) -> None:
    assert claims(f"工业投资、民间投资分别增长6.1%{between}7.2%。") == ["工业投资 growth 6.1%", "民间投资 growth 7.2%"]


def test_signs_go_to_every_number() -> None:
    found = read(bulletin("出口、进口分别下降2.1%、3.2%。")).claims
    assert [(c.key.indicator, float(c.quantity.base_value)) for c in found] == [("出口总额", -2.1), ("进口总额", -3.2)]


def test_levels_and_shares_may_be_parallel_too() -> None:
    assert claims("税收收入、非税收入分别完成12.3亿元、6.3亿元。") == [
        "税收收入 level 12.3亿元",
        "非税收入 level 6.3亿元",
    ]
    assert claims("工业、建筑业占比分别为38.2%、8.1%。") == ["工业 share 38.2%", "建筑业 share 8.1%"]


def test_a_head_at_the_end_is_that_of_all() -> None:
    assert claims("钢铁、水泥产值分别达到35.1亿元、12.8亿元。") == [
        "钢铁产值 level 35.1亿元",
        "水泥产值 level 12.8亿元",
    ]


@pytest.mark.parametrize("head", ["产量", "面积", "销量"])
def test_so_it_is_with_other_heads(head: str) -> None:
    assert claims(f"油菜、柑橘{head}分别增长1.5%、2.6%。") == [f"油菜{head} growth 1.5%", f"柑橘{head} growth 2.6%"]


def test_fewer_subjects_than_numbers_are_not_given_to_the_wrong_ones() -> None:
    found = claims("外贸分别增长2.1%、3.2%。")
    assert not any(line.startswith("进口") for line in found)
    assert len({line.split()[0] for line in found}) == 1


def test_the_span_of_each_holds_subjects_and_its_own_number() -> None:
    one, other = quotes(bulletin("工业投资、民间投资分别增长6.1%、7.2%。"))
    assert "工业投资" in one
    assert one.endswith("6.1%")
    assert "民间投资" in other
    assert other.endswith("7.2%")


def test_one_rank_for_several_subjects_is_told_of_each() -> None:
    found = claims("粮食产量、蔬菜产量、水果产量均居全省第一。")
    assert sorted(found) == ["水果产量 rank 第一", "粮食产量 rank 第一", "蔬菜产量 rank 第一"]


def test_one_number_for_several_subjects_is_told_of_each() -> None:
    assert sorted(claims("粮食产量、蔬菜产量均增长2.5%。")) == ["粮食产量 growth 2.5%", "蔬菜产量 growth 2.5%"]


def test_a_list_of_counts_is_no_parallel() -> None:
    assert claims("新建学校3所、医院2家、公园5个。") == ["学校 count 3所", "医院 count 2家", "公园 count 5个"]


def test_totals_of_subjects_named_a_clause_before_go_to_each() -> None:
    found = claims("新培育科技型企业85家、高新技术企业44家，总量分别达到531家、106家。")
    assert found[2:] == ["科技型企业 count 531家", "高新技术企业 count 106家"]


@pytest.mark.parametrize("sectors", ["三次产业", "一二三产业", "第一、二、三产业", "第一产业、第二产业、第三产业"])
@pytest.mark.parametrize("of", ["增加值", ""])
def test_the_three_sectors_in_one_word_are_three_subjects(sectors: str, of: str) -> None:
    assert claims(f"{sectors}{of}分别增长2.4%、5.8%、6.9%。") == [
        "第一产业增加值 growth 2.4%",
        "第二产业增加值 growth 5.8%",
        "第三产业增加值 growth 6.9%",
    ]


def test_what_is_told_of_the_three_sectors_goes_to_each() -> None:
    assert claims("三次产业投资分别为12.5亿元、60.1亿元、88.4亿元。") == [
        "第一产业投资 level 12.5亿元",
        "第二产业投资 level 60.1亿元",
        "第三产业投资 level 88.4亿元",
    ]


@pytest.mark.parametrize("firsts", ["“3个全省（地级市）第一”", "“三个全省第一”", "实现3个全省第一"])
def test_firsts_announced_behind_a_list_are_those_of_its_subjects(firsts: str) -> None:
    assert sorted(claims(f"粮食产量、出口总额、税收收入{firsts}。")) == [
        "出口总额 rank 第一",
        "税收收入 rank 第一",
        "粮食产量 rank 第一",
    ]


@pytest.mark.parametrize(
    ("subjects", "names"),
    [
        ("批发和零售业、住宿和餐饮业", ["批发和零售业营业收入", "住宿和餐饮业营业收入"]),
        ("文化体育和娱乐业与金融业", ["文化体育和娱乐业营业收入", "金融业营业收入"]),
    ],
)
def test_a_name_with_an_and_of_its_own_is_one_subject(subjects: str, names: list[str]) -> None:
    assert claims(f"{subjects}营业收入分别增长7.6%、5.2%。") == [f"{names[0]} growth 7.6%", f"{names[1]} growth 5.2%"]


def test_a_unit_behind_the_last_number_is_that_of_all() -> None:
    assert claims("第二、第三产业占比分别提高2.1、1.6个百分点。") == [
        "第二产业占比 change 2.1",
        "第三产业占比 change 1.6个百分点",
    ]


def test_age_groups_are_subjects_too() -> None:
    assert claims("0-17岁、18-59岁、60岁及以上人口分别为1.8万人、6.8万人和2.5万人。") == [
        "0-17岁 count 1.8万人",
        "18-59岁 count 6.8万人",
        "60岁以上人口 count 2.5万人",
    ]


def test_town_and_country_in_one_word_are_two_subjects() -> None:
    assert claims("城乡居民人均可支配收入分别增长4.5%、6.5%。") == [
        "城镇居民人均可支配收入 growth 4.5%",
        "农村居民人均可支配收入 growth 6.5%",
    ]


def timed(sentence: str) -> list[str]:
    """What a bulletin with this sentence claims, each with its time."""
    return [f"{c.key.period} {c.key.indicator} {c.mention.words}" for c in read(bulletin(sentence)).claims]


@pytest.mark.parametrize(
    ("sentence", "claimed"),
    [
        ("2022年和2023年，粮食产量分别为3.1万吨、3.2万吨。", ["2022 粮食产量 3.1万吨", "2023 粮食产量 3.2万吨"]),
        ("2021年至2023年粮食产量分别增长1.1%、1.2%和1.3%。", [f"{2020 + n} 粮食产量 1.{n}%" for n in (1, 2, 3)]),
        ("一、二、三季度进口分别增长1.1%、1.2%、1.3%。", [f"2023Q{n} 进口总额 1.{n}%" for n in (1, 2, 3)]),
        ("第1季至第3季进口分别增长1.1%、1.2%、1.3%。", [f"2023Q{n} 进口总额 1.{n}%" for n in (1, 2, 3)]),
        ("3月、4月进口分别增长1.3%和1.4%。", ["2023-03 进口总额 1.3%", "2023-04 进口总额 1.4%"]),
        ("2021年末和2023年末，存款余额分别为3.1亿元、3.3亿元。", ["2021 存款余额 3.1亿元", "2023 存款余额 3.3亿元"]),
    ],
)
def test_one_subject_at_several_times_has_a_number_at_each(sentence: str, claimed: list[str]) -> None:
    assert timed(sentence) == claimed


def test_times_that_are_not_as_many_as_the_numbers_are_not_given_out() -> None:
    assert {line.split()[0] for line in timed("2021年至2023年，出口、进口分别增长1.1%、1.2%。")} == {"2021/2023"}


@pytest.mark.parametrize(
    "sentence",
    [
        "小麦、玉米产量分别为3万吨、5万吨，增长2.1%、4.3%。",
        "小麦产量3万吨、玉米产量5万吨，增长2.1%和4.3%。",
        "小麦、玉米产量分别达到3万吨、5万吨，同比增长2.1%、4.3%。",
        "小麦产量3万吨，玉米产量5万吨，比上年增长2.1%、4.3%。",
    ],
)
def test_growths_listed_are_those_of_the_subjects_before_in_their_order(sentence: str) -> None:
    grown = {c.mention.words: c.key.indicator for c in read(bulletin(sentence)).claims}
    assert (grown["2.1%"], grown["4.3%"]) == ("小麦产量", "玉米产量")


def test_what_a_verb_behind_them_has_brought_about_is_of_each() -> None:
    assert claims("工业、房地产开发分别完成投资18.2亿元、8.6亿元，分别增长8.1%和下降3.2%。") == [
        "工业投资 level 18.2亿元",
        "房地产开发投资 level 8.6亿元",
        "工业投资 growth 8.1%",
        "房地产开发投资 growth 3.2%",
    ]


def test_a_growth_and_a_decline_side_by_side_keep_their_signs() -> None:
    up, down = read(bulletin("进口、出口分别增长2.1%和下降3.2%。")).claims
    assert up.quantity.base_value > 0 > down.quantity.base_value


@pytest.mark.parametrize(
    ("subjects", "names"),
    [
        ("制造业、普惠小微贷款余额", ["制造业贷款", "普惠小微贷款"]),
        ("铁路、公路货运量", ["铁路货运量", "公路货运量"]),
        ("小麦、玉米播种面积", ["小麦播种面积", "玉米播种面积"]),
    ],
)
def test_the_head_of_the_last_is_whole(subjects: str, names: list[str]) -> None:
    assert claims(f"{subjects}分别增长1.5%、2.6%。") == [f"{names[0]} growth 1.5%", f"{names[1]} growth 2.6%"]


def test_one_unit_and_one_list_of_shares_are_shared_out() -> None:
    assert claims("教育、卫生领域分别投入4.84、3.90亿元，占比16.1%、13.0%。") == [
        "教育投入 level 4.84",
        "卫生领域投入 level 3.90亿元",
        "教育投入 share 16.1%",
        "卫生领域投入 share 13.0%",
    ]


def test_what_came_in_addition_is_no_part_of_their_names() -> None:
    assert claims("绿色工厂、绿色园区分别新增11个和5个。") == ["绿色工厂 count 11个", "绿色园区 count 5个"]


def test_support_in_town_and_country_is_told_apart() -> None:
    assert claims("城乡低保标准分别提高到每人每月782元、612元。") == [
        "城市低保标准 level 782元",
        "农村低保标准 level 612元",
    ]


def test_what_is_made_and_what_is_sold_are_two_numbers_of_one_product() -> None:
    assert claims("汽车产销分别完成31.2万辆和30.6万辆，同比分别增长3.7%和4.5%。") == [
        "汽车产量 count 31.2万辆",
        "汽车销量 count 30.6万辆",
        "汽车产量 growth 3.7%",
        "汽车销量 growth 4.5%",
    ]
    assert claims("汽车产量31.2万辆，销量30.6万辆。")[1] == "汽车销量 count 30.6万辆"
    assert claims("12月汽车产量31.2万辆，销量30.6万辆。")[1] == "汽车销量 count 30.6万辆"


def test_made_and_sold_are_two_things_where_nothing_says_that_each_has_its_own_number() -> None:
    assert claims("12月汽车产销31.2万辆和30.6万辆，同比增长3.7%和4.5%。") == [
        "汽车产量 count 31.2万辆",
        "汽车销量 count 30.6万辆",
        "汽车产量 growth 3.7%",
        "汽车销量 growth 4.5%",
    ]
    assert not [told for told in claims("汽车产销31.2万辆。") if told.startswith(("汽车产量", "汽车销量"))]


def test_prices_of_several_goods_are_those_of_each() -> None:
    assert claims("猪肉、鲜菜价格同比分别上涨13.4%和9.6%。") == ["猪肉价格 growth 13.4%", "鲜菜价格 growth 9.6%"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("城镇、农村居民人均可支配收入为4.3万元和2.3万元。", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("出口、进口达到12亿元、3亿元。", ["出口总额", "进口总额"]),
        ("出口、进口增长5%和6%。", ["出口总额", "进口总额"]),
        ("批发和零售业增加值12亿元。", ["批发和零售业增加值"]),
        ("社会保障和就业支出12亿元，增长6%。", ["社会保障和就业支出", "社会保障和就业支出"]),
    ],
)
def test_as_many_subjects_as_numbers_have_one_each(sentence: str, names: list[str]) -> None:
    assert [c.key.indicator for c in read(bulletin(sentence)).claims] == names


def test_growths_behind_listed_levels_are_of_the_same() -> None:
    text = bulletin("一般公共预算收入15.9亿元；城镇、农村居民人均可支配收入为4.3万元和2.3万元，增长4.8%和6.6%。")
    names = [c.key.indicator for c in read(text).claims if str(c.key.measure) == "growth"]
    assert names == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


def test_a_list_that_is_told_of_one_thing_gives_none_of_its_numbers_a_name() -> None:
    text = bulletin("甲和乙收入1.1亿元、2.2亿元、3.3亿元。")
    assert {m.name for m in read(text).mentions} <= {"甲和乙收入", ""}
