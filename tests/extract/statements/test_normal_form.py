"""The normal form of a name: one indicator, one name, however it is dressed."""

import pytest

from consistency.extract.statements.normal_form import NormalForm
from consistency.lexicon import load_lexicon
from consistency.patterns import either
from consistency.rule_folder import rule_folder

FORM = NormalForm(load_lexicon(rule_folder()))

WAYS = {
    "地区生产总值": [
        "地区生产总值",
        "全年地区生产总值(GDP)",
        "GDP",
        "2024年全市地区生产总值",
        "“地区生产总值”",
        "实现地区生产总值",
    ],
    "规模以上工业增加值": ["规上工业增加值", "规模以上工业增加值", "全年规上工业增加值"],
    "养老机构": ["养老机构", "全市养老机构", " 养老机构 "],
}


@pytest.mark.parametrize(("name", "written"), [(name, way) for name, ways in WAYS.items() for way in ways])
def test_one_indicator_has_one_name(name: str, written: str) -> None:
    assert FORM.normal(written) == name


@pytest.mark.parametrize("name", WAYS)
def test_a_normal_form_stays_as_it_is(name: str) -> None:
    assert FORM.normal(FORM.normal(name)) == FORM.normal(name)


def test_the_own_place_is_no_part_of_an_indicator_but_another_place_is() -> None:
    own = FORM.of("云州市青山县")
    assert own.normal("青山县养老机构") == "养老机构"
    assert own.normal("白水县养老机构") == "白水县养老机构"
    assert FORM.normal("青山县养老机构") == "青山县养老机构"


def test_a_short_name_means_the_indicator_before_a_number_of_its_kind_only() -> None:
    assert FORM.whole("粮食", "mass") == "粮食产量"
    assert FORM.whole("粮食", "percent") == "粮食"


def test_a_known_indicator_ends_a_longer_name_unless_it_is_restricted() -> None:
    assert FORM.known_end("持续发力的地区生产总值") == "地区生产总值"
    assert FORM.known_end("地区生产总值") == ""


def test_the_verbs_that_lead_a_thing_are_told_from_it() -> None:
    assert FORM.thing("建成加氢站") == "加氢站"
    assert FORM.thing("加氢站") == ""


def test_words_that_only_compare_say_nothing() -> None:
    assert FORM.says_nothing("比上年")
    assert not FORM.says_nothing("养老机构")


def test_flow_and_stock_are_told_by_their_words() -> None:
    assert FORM.traits("新增养老机构") == ("flow",)
    assert FORM.traits("累计建成养老机构") == ("stock",)
    assert FORM.traits("养老机构") == ()


def test_either_takes_words_as_they_are_written() -> None:
    assert either(("a.b", "c")) == r"a\.b|c"
