"""Places by name and year, checked against changes that are known from elsewhere."""

from __future__ import annotations

import subprocess
import sys

import pytest

from consistency.places import ALWAYS, OLDEST, Place, Places, known_places
from consistency.rule_folder import rule_folder

PLACES = known_places()


def paths(words: str, year: int | None = None) -> list[str]:
    """The full names of all that a name can mean."""
    return [place.path for place in PLACES.named(words, year)]


@pytest.mark.parametrize("words", ["江北", "江北区"])
def test_a_bare_name_means_every_place_of_that_name(words: str) -> None:
    assert paths(words, 2023) == ["浙江省宁波市江北区", "重庆市江北区"]


@pytest.mark.parametrize("words", ["重庆市江北区", "重庆江北区", "重庆江北"])
def test_parents_tell_which(words: str) -> None:
    (place,) = PLACES.named(words, 2023)
    assert place == Place("江北区", "county", ("重庆市",), "500105", 1997, 2025)


@pytest.mark.parametrize("words", ["浙江省宁波市江北区", "宁波市江北区", "浙江宁波江北", "浙江江北"])
def test_parents_may_be_short_and_left_out(words: str) -> None:
    assert paths(words, 2023) == ["浙江省宁波市江北区"]


def test_a_short_name_may_mean_places_of_several_levels() -> None:
    assert [(place.path, place.level) for place in PLACES.named("吉林", 2023)] == [
        ("吉林省", "province"),
        ("吉林省吉林市", "prefecture"),
    ]
    assert [place.level for place in PLACES.named("大理", 2023)] == ["prefecture", "county"]


def test_short_names_of_autonomous_places_go_without_their_peoples() -> None:
    assert paths("广西", 2023) == ["广西壮族自治区"]
    assert paths("新疆", 2023) == ["新疆维吾尔自治区"]
    assert paths("恩施州", 2023) == ["湖北省恩施土家族苗族自治州"]
    assert paths("三江县", 2023) == ["广西壮族自治区柳州市三江侗族自治县"]
    assert paths("澳门特区", 2023) == ["澳门特别行政区"]
    assert paths("景谷", 2023) == ["云南省普洱市景谷傣族彝族自治县"]


def test_a_name_of_one_character_is_no_short_name() -> None:
    assert paths("赵", 2023) == []
    assert paths("赵县", 2023) == ["河北省石家庄市赵县"]


def test_what_is_no_place_has_no_name() -> None:
    assert paths("青山县", 2023) == []
    assert paths("全市", 2023) == []
    assert paths("", 2023) == []
    assert paths("上海市江北区", 2023) == []
    assert paths("宁波市浙江省江北区", 2023) == []


@pytest.mark.parametrize(
    ("words", "standing", "gone"),
    [
        ("襄樊市", (2005, 2010), (2011, 2023)),
        ("襄阳市", (2010, 2023), (2005, 2009)),
        ("四川省重庆市", (1990, 1997), (1998,)),
        ("杭州市下城区", (2020, 2021), (2022,)),
        ("济南市莱芜区", (2018, 2023), (2017,)),
        ("重庆市渝北区", (2023, 2026), (2027,)),
        ("重庆市两江新区", (2026, 2030), (2023, 2025)),
    ],
)
def test_a_name_holds_in_its_years(words: str, standing: tuple[int, ...], gone: tuple[int, ...]) -> None:
    assert all(PLACES.named(words, year) for year in standing)
    assert not any(PLACES.named(words, year) for year in gone)


def test_a_place_that_ended_within_the_year_gives_way_to_one_that_did_not() -> None:
    assert paths("江北区", 2026) == ["浙江省宁波市江北区"]
    assert paths("重庆市", 1997) == ["重庆市"]


def test_without_a_year_every_time_counts() -> None:
    assert [(place.path, place.first, place.last) for place in PLACES.named("渝北区")] == [
        ("重庆市渝北区", 1997, 2025),
        ("四川省重庆市渝北区", 1994, 1996),
    ]


def test_the_first_year_of_the_list_is_no_beginning() -> None:
    (place,) = PLACES.named("河南省开封市", 1955)
    assert (place.first, place.last) == (OLDEST, ALWAYS)


# -- which one ------------------------------------------------------------------------------


def test_the_text_around_tells_two_places_of_one_name_apart() -> None:
    chongqing = PLACES.resolve("江北区", 2023, "重庆市江北区人民政府工作报告")
    ningbo = PLACES.resolve("江北区", 2023, "宁波江北：2023年政府工作报告")
    assert chongqing is not None
    assert ningbo is not None
    assert (chongqing.path, ningbo.path) == ("重庆市江北区", "浙江省宁波市江北区")


def test_two_places_of_one_name_are_never_guessed_between() -> None:
    assert PLACES.resolve("江北区", 2023) is None
    assert PLACES.resolve("江北区", 2023, "重庆与宁波") is None
    assert PLACES.resolve("青山县", 2023) is None


def test_a_full_name_goes_before_a_short_one() -> None:
    place = PLACES.resolve("吉林市", 2023)
    assert place is not None
    assert place.path == "吉林省吉林市"


@pytest.mark.parametrize(
    ("words", "word", "meant"),
    [
        ("重庆市江北区", "全区", "重庆市江北区"),
        ("重庆市江北区", "全市", "重庆市"),
        ("浙江省宁波市江北区", "全市", "浙江省宁波市"),
        ("浙江省宁波市江北区", "全省", "浙江省"),
        ("江苏省苏州市昆山市", "全市", "江苏省苏州市昆山市"),
        ("河南省开封市", "全市", "河南省开封市"),
        ("河南省开封市", "我省", "河南省"),
        ("河南省开封市", "全县", ""),
        ("广西壮族自治区南宁市", "全区", "广西壮族自治区"),
        ("云南省大理白族自治州祥云县", "全州", "云南省大理白族自治州"),
        ("内蒙古自治区锡林郭勒盟", "全盟", "内蒙古自治区锡林郭勒盟"),
        ("河南省开封市", "全国", ""),
        ("河南省开封市", "", ""),
    ],
)
def test_what_the_whole_of_a_kind_is(words: str, word: str, meant: str) -> None:
    (place,) = PLACES.named(words, 2023)
    assert place.whole(word) == meant


# -- the list ---------------------------------------------------------------------------------


def test_the_list_has_every_level_and_every_year() -> None:
    now = [row for rows in PLACES._by_name.values() for row in rows if not row[-1]]
    codes = {(row[0], row[1]) for row in now}
    assert sum(level == "1" for _, level in codes) == 34
    assert sum(level == "2" for _, level in codes) == 351  # eighteen of them in Taiwan
    assert sum(level == "3" for _, level in codes) == 2849


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        ("北京市崇文区", OLDEST, 2009),
        ("北京市通州区", 1997, ALWAYS),
        ("北京市密云区", 2015, ALWAYS),
        ("天津市塘沽区", OLDEST, 2008),
        ("天津市滨海新区", 2009, ALWAYS),
        ("河北省保定市雄县", 1994, ALWAYS),
        ("河北省邢台市襄都区", 2020, ALWAYS),
        ("河北省唐山市曹妃甸区", 2012, ALWAYS),
        ("山西省大同市云州区", 2018, ALWAYS),
        ("内蒙古自治区鄂尔多斯市", 2001, ALWAYS),
        ("辽宁省大连市", 1981, ALWAYS),
        ("吉林省长春市公主岭市", 2020, ALWAYS),
        ("黑龙江省伊春市伊美区", 2019, ALWAYS),
        ("上海市浦东新区", 1992, ALWAYS),
        ("上海市卢湾区", OLDEST, 2010),
        ("上海市闸北区", OLDEST, 2014),
        ("上海市崇明区", 2016, ALWAYS),
        ("江苏省苏州市姑苏区", 2012, ALWAYS),
        ("江苏省宿迁市", 1996, ALWAYS),
        ("浙江省杭州市临平区", 2021, ALWAYS),
        ("浙江省杭州市下城区", OLDEST, 2020),
        ("浙江省温州市龙港市", 2019, ALWAYS),
        ("安徽省巢湖市", 1999, 2010),
        ("安徽省池州市", 2000, ALWAYS),
        ("福建省三明市沙县区", 2021, ALWAYS),
        ("江西省赣州市赣县区", 2016, ALWAYS),
        ("山东省莱芜市", 1992, 2017),
        ("河南省许昌市建安区", 2016, ALWAYS),
        ("河南省周口市淮阳区", 2019, ALWAYS),
        ("河南省济源市", 1997, ALWAYS),
        ("湖北省荆州市监利市", 2020, ALWAYS),
        ("湖南省张家界市", 1994, ALWAYS),
        ("湖南省长沙市望城区", 2011, ALWAYS),
        ("广东省深圳市光明区", 2018, ALWAYS),
        ("广东省云浮市", 1994, ALWAYS),
        ("广西壮族自治区崇左市", 2002, ALWAYS),
        ("海南省", 1988, ALWAYS),
        ("海南省三沙市", 2012, ALWAYS),
        ("重庆市", 1997, ALWAYS),
        ("重庆市万盛区", 1997, 2010),
        ("重庆市开州区", 2016, ALWAYS),
        ("四川省成都市新津区", 2020, ALWAYS),
        ("四川省眉山市", 2000, ALWAYS),
        ("贵州省毕节市", 2011, ALWAYS),
        ("云南省普洱市", 2007, ALWAYS),
        ("西藏自治区林芝市米林市", 2023, ALWAYS),
        ("陕西省西安市鄠邑区", 2016, ALWAYS),
        ("甘肃省陇南市", 2004, ALWAYS),
        ("青海省海东市", 2013, ALWAYS),
        ("宁夏回族自治区中卫市", 2003, ALWAYS),
        ("新疆维吾尔自治区吐鲁番市", 2015, ALWAYS),
        ("新疆维吾尔自治区白杨市", 2023, ALWAYS),
        ("香港特别行政区", 1997, ALWAYS),
        ("澳门特别行政区", 1999, ALWAYS),
    ],
)
def test_units_came_and_went_when_they_did(path: str, first: int, last: int) -> None:
    assert (first, last) in [(place.first, place.last) for place in PLACES.named(path) if place.path == path]


def test_every_line_is_in_form() -> None:
    lines = (rule_folder() / "places.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert {len(row) for row in rows} == {8}
    assert rows == sorted(rows, key=lambda row: (row[0], row[1], int(row[6]), row[2]))
    assert all(OLDEST <= int(row[6]) <= int(row[7] or ALWAYS) for row in rows)
    assert all(bool(row[4]) == (row[1] != "1") for row in rows)
    assert not any(row[5] for row in rows if row[1] != "3")


def test_a_line_makes_a_place() -> None:
    places = Places(["000001\t3\t青山县\t\t东省\t南市\t1990\t2010"])
    assert places.named("东省南市青山", 2000) == (Place("青山县", "county", ("东省", "南市"), "000001", 1990, 2010),)


def test_the_list_is_read_only_when_asked_for() -> None:
    program = "import consistency.places as p; assert p.known_places.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", program], check=True)
    assert known_places() is PLACES
