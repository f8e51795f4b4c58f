"""Of which subgroup an indicator is told, and on what basis: invented sentences, and what of the key they must give."""

import pytest

from tests.domain import bulletin, claim, found, meet, read, report

WHOLES = [
    # sentence, number, its subgroup
    ("民营经济增加值36.5亿元，增长4.4%。其中，第一产业增加值2.9亿元，增长2.1%。", "2.9亿元", "民营经济"),
    ("民营经济增加值36.5亿元，增长4.4%。其中，第一产业增加值2.9亿元，增长2.1%。", "2.1%", "民营经济"),
    ("民营经济增加值36.5亿元，其中第一产业增加值2.9亿元；第二产业增加值8.3亿元。", "8.3亿元", "民营经济"),
    ("民营经济增加值36.5亿元。分产业看，第三产业增加值25.3亿元。", "25.3亿元", "民营经济"),
    ("对东盟进出口12.4亿元，增长9.1%，其中出口7.7亿元。", "7.7亿元", "对东盟"),
    ("对东盟进出口12.4亿元，增长9.1%，出口7.7亿元，进口4.7亿元。", "4.7亿元", "对东盟"),
    ("外商投资企业进出口12.4亿元。其中，出口7.7亿元。", "7.7亿元", "外商投资企业"),
    ("农村居民人均可支配收入21300元，其中工资性收入9800元。", "9800元", "农村居民"),
    ("民间投资增长2.5%，其中工业投资增长8.4%。", "8.4%", "民间"),
    # siblings in a list, of which one is a subgroup
    ("固定资产投资增长5.0%。分领域看，民间投资增长2.5%，基础设施投资增长3.1%，工业投资增长18.6%。", "18.6%", ""),
    ("主要指标及其增长速度全年民营经济增加值36.5亿元。其中，第一产业增加值2.9亿元。", "2.9亿元", "民营经济"),
    # the whole is the indicator's own, or the subject is another one
    ("地区生产总值96.2亿元，增长5.4%。其中，第一产业增加值9.9亿元。", "9.9亿元", ""),
    ("进出口总额52.4亿元，增长9.1%。其中，出口37.7亿元。", "37.7亿元", ""),
    ("民营经济增加值36.5亿元，增长4.4%。第一产业增加值9.9亿元。", "9.9亿元", ""),
    ("民营经济增加值36.5亿元。地区生产总值96.2亿元，其中第一产业增加值9.9亿元。", "9.9亿元", ""),
    ("农村居民人均可支配收入21300元，城镇居民人均可支配收入41200元。", "41200元", ""),
    ("对外贸易平稳，出口37.7亿元。", "37.7亿元", ""),
]


@pytest.mark.parametrize(("sentence", "number", "whole"), WHOLES)
def test_parts_of_a_subgroup_are_not_those_of_the_place(sentence: str, number: str, whole: str) -> None:
    assert claim(bulletin(sentence), number).key.whole == whole


def test_a_subgroups_part_does_not_contradict_the_places_own() -> None:
    own = "地区生产总值96.2亿元。其中，第一产业增加值9.9亿元，增长3.0%。"
    private = "民营经济增加值36.5亿元。其中，第一产业增加值2.9亿元，增长2.1%。"
    assert not found(bulletin(own, private), report(own, private))
    assert not meet(bulletin(own), report(private), "9.9亿元", "2.9亿元")


def test_a_subgroups_part_meets_that_of_the_same_subgroup() -> None:
    one = bulletin("民营经济增加值36.5亿元。其中，第一产业增加值2.9亿元。")
    other = report("民营经济增加值36.5亿元，其中第一产业增加值9.2亿元。")
    assert meet(one, other, "2.9亿元", "9.2亿元")


BASES = [
    ("居民消费价格环比上涨0.2%。", "0.2%", "环比"),
    ("出口总额较2019年增长41.5%。", "41.5%", "较2019年"),
    ("出口总额两年平均增长7.3%。", "7.3%", "年均"),
    ("居民人均可支配收入增长5.6%，扣除价格因素，实际增长5.4%。", "5.4%", "实际"),
    ("一般公共预算收入18.6亿元，同口径增长7.2%。", "7.2%", "同口径"),
    ("一般公共预算收入（同口径）18.6亿元，增长7.2%。", "7.2%", "同口径"),
    # the usual basis, told in other words
    ("出口总额比上年增长4.5%。", "4.5%", ""),
    ("出口总额比2022年增长4.5%。", "4.5%", ""),
    ("地区生产总值96.2亿元，按不变价格计算，增长5.4%。", "5.4%", ""),
    ("地区生产总值实际增长5.4%。", "5.4%", ""),
    ("居民人均可支配收入增长5.6%，扣除价格因素，实际增长5.4%。", "5.6%", ""),
]


@pytest.mark.parametrize(("sentence", "number", "basis"), BASES)
def test_growth_on_another_basis_is_another_growth(sentence: str, number: str, basis: str) -> None:
    key = claim(bulletin(sentence), number).key
    assert (key.basis, key.subject.removeprefix(key.whole)) == (basis, key.indicator + basis)


def test_another_thing_of_another_place_is_no_part_of_a_subgroup() -> None:
    text = "南昌市2024年城镇居民人均可支配收入5.6万元。分县区看，南昌县地区生产总值1420亿元。"
    assert [c.key.whole for c in read(text).claims] == ["", ""]
