"""Which place a number is of: the document's own unless its sentence names another."""

import pytest

from consistency.extract.statements.entity import PlaceAtHead, Whose
from consistency.model import Document, Key
from tests.domain import bulletin, claim, extractor, found, meet, read, report

WUHAN = Whose("湖北省武汉市", "2023")
QINGSHAN = Whose("武汉市青山区", "2023")
SANJIANG = Whose("三江侗族自治县", "2023")
UNKNOWN = Whose("青山县", "2023")


@pytest.mark.parametrize(
    ("whose", "words", "entity"),
    [
        (WUHAN, "全市粮食产量", "湖北省武汉市"),
        (WUHAN, "我市粮食产量", "湖北省武汉市"),
        (WUHAN, "武汉粮食产量", "湖北省武汉市"),
        (WUHAN, "全省粮食产量", "湖北省"),
        (WUHAN, "全国粮食产量", "全国"),
        (WUHAN, "青山区粮食产量", "湖北省武汉市青山区"),
        (WUHAN, "湖北粮食产量", "湖北省"),
        (WUHAN, "广东省深圳市粮食产量", "广东省深圳市"),
        (QINGSHAN, "全市粮食产量", "湖北省武汉市"),
        (QINGSHAN, "全区粮食产量", "武汉市青山区"),
        (QINGSHAN, "青山粮食产量", "武汉市青山区"),
        (SANJIANG, "三江县粮食产量", "三江侗族自治县"),
        (SANJIANG, "三江粮食产量", "三江侗族自治县"),
        (UNKNOWN, "全县粮食产量", "青山县"),
        (UNKNOWN, "全市粮食产量", "青山县(全市)"),
    ],
)
def test_the_place_at_the_head_of_words_is_whose_they_are(whose: Whose, words: str, entity: str) -> None:
    named = whose.at(words)
    assert named is not None
    assert (named.entity, named.words) == (entity, words.removesuffix("粮食产量"))


@pytest.mark.parametrize("words", ["粮食产量", "老旧小区", "开发区产值", "市级项目", "城市人口", "全市级项目"])
def test_other_words_name_no_place(words: str) -> None:
    assert WUHAN.at(words) is None


def test_a_district_of_one_name_in_several_cities_is_the_one_nearby() -> None:
    assert Whose("福建省福州市", "2023").at("鼓楼区人口") == PlaceAtHead("鼓楼区", "福建省福州市鼓楼区")
    assert WUHAN.at("鼓楼区人口") == PlaceAtHead("鼓楼区", "鼓楼区")


def entities(sentence: str, place: str = "武汉市青山区") -> list[tuple[str, str]]:
    """Whose each number of a bulletin's sentence is."""
    return [(c.key.entity, c.quantity.value) for c in read(bulletin(sentence, place=place)).claims]


def test_a_number_of_the_city_is_no_number_of_the_district() -> None:
    assert entities("全市地区生产总值2.1万亿元，增长5.7%，全区地区生产总值720亿元，增长6.1%。") == [
        ("湖北省武汉市", "2.1"),
        ("湖北省武汉市", "5.7"),
        ("武汉市青山区", "720"),
        ("武汉市青山区", "6.1"),
    ]


def test_a_place_alone_is_told_of_what_was_said_before() -> None:
    text = bulletin("进出口总额增长3.4%，全国为4.1%，全省、全市分别增长5.2%、6.3%。", place="武汉市青山区")
    assert [(c.key.entity, c.key.indicator, c.key.measure.value, c.quantity.value) for c in read(text).claims] == [
        ("武汉市青山区", "进出口总额", "growth", "3.4"),
        ("全国", "进出口总额", "growth", "4.1"),
        ("湖北省", "进出口总额", "growth", "5.2"),
        ("湖北省武汉市", "进出口总额", "growth", "6.3"),
    ]


def test_a_sentence_goes_on_with_the_place_it_has_named() -> None:
    assert entities("全市常住人口1370.5万人，新入户人口3.5万人。") == [
        ("湖北省武汉市", "1370.5"),
        ("湖北省武汉市", "3.5"),
    ]
    assert entities("全市常住人口1370.5万人。新入户人口3.5万人。")[-1] == ("武汉市青山区", "3.5")


@pytest.mark.parametrize(
    "sentence",
    [
        "地区生产总值增速高于全市1.2个百分点。",
        "粮食产量占全省的3.1%。",
        "粮食产量居全省第三。",
        "全国重点文物保护单位5处。",
        "全市重点项目12个。",
    ],
)
def test_a_whole_to_compare_with_and_a_name_say_nothing_of_whose_it_is(sentence: str) -> None:
    assert {entity for entity, _ in entities(sentence)} == {"武汉市青山区"}


def test_the_city_in_a_districts_report_is_held_against_the_citys_own() -> None:
    district = bulletin("全市地区生产总值2.13万亿元。", place="武汉市青山区")
    assert meet(district, report("全市地区生产总值2.15万亿元。", place="湖北省武汉市"), "2.13万亿元", "2.15万亿元")


def test_figures_of_the_whole_and_of_the_district_do_not_disagree() -> None:
    one = bulletin("全国粮食产量6.95亿吨，全区粮食产量1.2万吨。", place="武汉市青山区")
    other = report("我区粮食产量1.2万吨，全省粮食产量2777万吨。", place="武汉市青山区")
    assert not found(one, other)


def test_what_stands_between_a_place_and_its_indicator_is_no_part_of_its_name() -> None:
    text = "广东省广州市2023年人口\n户籍出生人口11.5万人，广东全年出生人口103.1万人，出生率8.1‰。\n"
    found = [c.key for c in read(text).claims]
    assert [(k.entity, k.indicator) for k in found[1:]] == [("广东省", "出生人口"), ("广东省", "出生率")]


def test_a_zone_of_the_place_has_figures_of_its_own() -> None:
    text = bulletin("地区生产总值120亿元。", "临江高新区地区生产总值31.2亿元，增长6.1%。各开发区固定资产投资12亿元。")
    assert [(c.key.entity, c.key.indicator) for c in read(text).claims] == [
        ("青山县", "地区生产总值"),
        ("青山县临江高新区", "地区生产总值"),
        ("青山县临江高新区", "地区生产总值"),
        ("青山县", "各开发区固定资产投资"),
    ]
    assert not found(text, report("地区生产总值120亿元，临江高新区地区生产总值31.2亿元。"))


@pytest.mark.parametrize(
    ("caption", "entity"),
    [
        ("表3 2021—2023年临江高新区主要经济财政指标", "青山县临江高新区"),
        ("表3 渝北区主要经济指标", "重庆市渝北区"),
        ("表3 主要经济指标", ""),
        ("表3 临江开发区投资集团有限公司财务数据", ""),
        ("各开发区主要经济指标", ""),
    ],
)
def test_a_table_is_of_the_place_that_its_caption_names(caption: str, entity: str) -> None:
    assert UNKNOWN.titled(caption) == entity


def test_the_numbers_of_a_table_of_a_zone_are_the_zones() -> None:
    table = "\n".join(["表2 临江高新区主要经济指标（单位：亿元）", "| 指标 | 2023年 |", "| 地区生产总值 | 31.2 |"])
    assert [c.key.entity for c in read(bulletin("地区生产总值120亿元。", table)).claims] == [
        "青山县",
        "青山县临江高新区",
    ]


@pytest.mark.parametrize(
    ("opening", "entity"),
    [
        ("从全国看，", "全国"),
        ("从全国范围来看，", "全国"),
        ("就全省而言，", "湖北省"),
        ("放眼全国，", "全国"),
        ("全国方面，", "全国"),
        ("邻近的襄阳市，", "湖北省襄阳市"),
        ("从我市看，", "湖北省武汉市"),
        ("从就业看，", "湖北省武汉市"),
        ("放眼全国，我市", "湖北省武汉市"),
    ],
)
def test_a_clause_that_only_names_a_place_sets_it_for_what_follows(opening: str, entity: str) -> None:
    text = f"武汉市2023年经济形势分析\n{opening}粮食产量增长3.1%，工业投资增长4.2%。其中，技改投资增长5.3%。\n"
    assert [key.entity.removeprefix("湖北省") for key in keys_of(text)] == [entity.removeprefix("湖北省")] * 3


def test_a_place_set_by_a_clause_holds_until_another_is_named() -> None:
    text = "武汉市2023年经济形势分析\n从全国看，粮食产量增长3.1%；从全省看，增长4.2%；从我市看，增长5.3%。\n"
    assert [key.entity for key in keys_of(text)] == ["全国", "湖北省", "武汉市"]
    text = "武汉市2023年经济形势分析\n从全国看，粮食产量增长3.1%。工业投资增长4.2%。我市工业投资增长5.3%。\n"
    assert [key.entity for key in keys_of(text)] == ["全国", "全国", "武汉市"]


def keys_of(text: str) -> list[Key]:
    """The keys of the numbers of a document."""
    return [m.key for m in extractor().read(Document("a.txt", text)).mentions if m.key is not None]


def test_what_a_clause_sets_before_a_proportion_is_the_whole() -> None:
    text = bulletin("放眼全市，每3辆新能源汽车就有2辆是“青山造”。", place="云河市青山区")
    assert claim(text, "每3辆新能源汽车就有2辆").key.entity == "云河市青山区"


def test_the_whole_is_that_of_the_neighbour_a_clause_has_named() -> None:
    text = bulletin("邻近的荆州市，全市地区生产总值120亿元，增长5.1%。我市地区生产总值98亿元。", place="云河市")
    assert [claim(text, words).key.entity for words in ("120亿元", "5.1%", "98亿元")] == ["湖北省荆州市"] * 2 + [
        "云河市"
    ]


def test_a_report_on_a_company_tells_of_it_unless_a_place_is_named() -> None:
    text = (
        "荆州市城市投资有限公司2023年度跟踪评级报告\n"
        "荆州市位于平原。2023年，全市地区生产总值120亿元，增长5.1%，为公司发展提供了良好环境。\n"
        "同期，公司营业收入8.2亿元。期末货币资金1.6亿元。\n"
        "截至2023年末，荆州市政府债务余额36.4亿元，其中一般债务15.2亿元。\n"
    )
    place, own = "荆州市", "荆州市城市投资有限公司"
    whose = {words: claim(text, words).key.entity for words in ("120亿元", "5.1%", "8.2亿元", "1.6亿元", "15.2亿元")}
    assert whose == {"120亿元": place, "5.1%": place, "8.2亿元": own, "1.6亿元": own, "15.2亿元": place}


def test_the_town_itself_is_no_place_of_that_name_elsewhere() -> None:
    text = bulletin("城镇零售额50亿元，其中城区25.8亿元，乡村零售额2.9亿元。", place="云河市")
    assert {claim(text, words).key.entity for words in ("25.8亿元", "2.9亿元")} == {"云河市"}


def test_a_district_called_as_its_city_is_not_the_city() -> None:
    text = bulletin("长沙县地区生产总值86亿元，望城区地区生产总值19亿元。", place="长沙市")
    told = [claim(text, words).key for words in ("86亿元", "19亿元")]
    assert [k.indicator for k in told] == ["地区生产总值"] * 2
    assert [k.entity.endswith(name) for k, name in zip(told, ("长沙县", "望城区"), strict=True)] == [True, True]


def test_a_report_on_a_company_tells_of_the_nation_where_it_speaks_of_it() -> None:
    text = "荆州市城市投资有限公司2023年度跟踪评级报告\n公司位于荆州市。中国经济展现出韧性，一季度GDP同比增长5.0%。\n"
    assert claim(text, "5.0%").key.entity == "全国"
