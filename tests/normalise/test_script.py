"""One script: a character for a character, so that no position moves."""

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalise.script import to_simplified

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=30)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("重慶市", "重庆市"),
        ("規模以上工業增加值", "规模以上工业增加值"),
        ("城鎮新增就業", "城镇新增就业"),
        ("進出口總額", "进出口总额"),
        ("三產佔比", "三产占比"),
        ("里程與裡面", "里程与里面"),
        ("乾旱、幹部、干支流", "干旱、干部、干支流"),
    ],
)
def test_the_words_of_reports(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified


@given(HAN)
def test_the_length_stays(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


@given(st.lists(HAN | st.sampled_from(["\n", "\r\n", "1744億元", "\U00020000", "😀", "①"]), max_size=6).map("".join))
def test_the_length_stays_with_anything_between(text: str) -> None:
    simplified = to_simplified(text)
    assert len(simplified) == len(text)
    assert [i for i, c in enumerate(simplified) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@pytest.mark.parametrize(
    "sentence",
    [
        "全县地区生产总值三百二十亿元，同比增长百分之六点二。",
        "规模以上工业企业利润总额下降，社会消费品零售总额回升。",
        "新增城镇就业，后续干部配备到位，里程碑项目复工。",
    ],
)
def test_simplified_text_stays_and_comes_back_from_traditional(sentence: str) -> None:
    assert to_simplified(sentence) == sentence
    assert to_simplified(opencc.OpenCC("s2t").convert(sentence)) == sentence


def test_figures_alone_are_left_alone() -> None:
    assert to_simplified("GDP 1,744.5 (6.7%)") == "GDP 1,744.5 (6.7%)"
