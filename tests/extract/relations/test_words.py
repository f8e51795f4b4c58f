"""The words of names and sums, apart from numbers: what a name adds to its frame, and sums written with signs."""

import pytest

from consistency.extract.relations.spelling import canonical, unmarked
from consistency.extract.relations.terms import alike, begins_with_minus, core, is_proportion
from consistency.extract.relations.written_sum import WrittenSum, written_sums
from consistency.interval import Interval
from tests.domain import rules


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("全市一般公共预算收入合计", "一般公共预算收入"),
        ("我市税收收入", "税收收入"),
        ("地方一般公共预算收入", "一般公共预算收入"),
        ("地方税收收入总计", "税收收入"),
        ("地方戏曲", "地方戏曲"),
        ("收入共计", "收入"),
        ("收入预计", "收入"),
        ("党员总数", "党员"),
        ("合计收入", "合计收入"),  # not at the end
        ("总数", "总数"),  # nothing would be left
    ],
)
def test_what_a_name_tells_beside_its_frame(name: str, left: str) -> None:
    assert core(name) == left


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("收入", "收入", True),
        ("收入为", "地方收入", True),
        ("税收收入", "收入", True),
        ("“蔬菜”达", "蔬菜", True),
        ("全市零售额", "，零售额", True),
        ("完成税收", "实现税收", True),
        ("", "产量", True),  # nothing speaks against it
        ("产量", "为", True),
        ("出口总额", "出口增速", True),  # begins alike
        ("农村小学教师", "城市中学教师", True),  # ends alike
        ("的", "产量", True),
        ("收入", "产量", False),
        ("税收收入", "蔬菜产量", False),
        ("财政收入", "收购财产", False),  # one character alone is no likeness
    ],
)
def test_two_parts_told_of_one_thing(one: str, other: str, expected: bool) -> None:
    assert alike(one, other) is alike(other, one) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("三次产业结构为", True),
        ("贡献率", True),
        ("用地构成", True),
        ("税收占比", True),
        ("比重为", True),
        ("比例尺", False),
    ],
)
def test_words_of_the_parts_of_a_hundred(words: str, expected: bool) -> None:
    assert is_proportion(words) is expected


@pytest.mark.parametrize("sign", ["-", "−", "－", "﹣", "负", "負", "–"])
def test_a_number_may_begin_with_any_minus(sign: str) -> None:
    assert begins_with_minus(f"{sign}1.5%")
    assert not begins_with_minus(f"1.5{sign}2%")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("规上工业增加值", "规模以上工业增加值"),
        ("全县规上工业增加值增速", "全县规模以上工业增加值增速"),
        ("没有这样的名称", "没有这样的名称"),
        ("", ""),
    ],
)
def test_known_names_inside_words_take_their_canonical_form(words: str, expected: str) -> None:
    assert canonical(words, rules().lexicon) == expected


def test_marks_are_taken_out_of_names() -> None:
    assert unmarked('实际 使用外资(FDI)、‘规上’"工业"') == "实际使用外资FDI、规上工业"


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("重点项目200个(60+140=200)", [(("60", "140"), "200", "60+140=200")]),
        ("1.5 + 2 + 3.25 = 6.75", [(("1.5", "2", "3.25"), "6.75", "1.5 + 2 + 3.25 = 6.75")]),
        ("60+140=200、1+1=2", [(("60", "140"), "200", "60+140=200"), (("1", "1"), "2", "1+1=2")]),
        # parts of something longer
        ("0.60+140=200", [(("0.60", "140"), "200", "0.60+140=200")]),
        ("x.60+140=200", []),
        ("=60+140=200", []),
        ("60+140=200+1", []),
        ("60+140=", []),
        ("60=60", []),
    ],
)
def test_sums_that_are_written_out(text: str, sums: list[tuple[tuple[str, ...], str, str]]) -> None:
    assert [(one.terms, one.made, one.span.of(text)) for one in written_sums(text)] == sums
    assert all(one.text == one.span.of(text) for one in written_sums(text))


@pytest.mark.parametrize(
    ("number", "low", "high"), [("140", "140", "140"), ("1.5", "1.45", "1.6"), ("3.25", "3.245", "3.26")]
)
def test_a_number_without_a_unit_is_a_count_or_was_rounded(number: str, low: str, high: str) -> None:
    from fractions import Fraction

    assert WrittenSum.stands_for(number) == Interval(Fraction(low), Fraction(high), high_open=low != high)
