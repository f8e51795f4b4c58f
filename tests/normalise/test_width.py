"""One width: figures, letters and signs in half width, commas by what they part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalise.width import to_half_width


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("１７４４．５亿元", "1744.5亿元"),
        ("增长６．７％", "增长6.7%"),
        ("（ＧＤＰ）", "(GDP)"),
        ("下降－2.3％", "下降-2.3%"),
        ("单位：亿元；全年", "单位:亿元;全年"),
        ("全年　总量", "全年 总量"),
        ("2021–2025", "2021-2025"),
    ],
)
def test_signs_of_full_width(written: str, folded: str) -> None:
    assert to_half_width(written) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("12,345家", "12,345家"),
        ("1,234,567元", "1,234,567元"),
        ("6.7%,总量", "6.7%，总量"),
        ("69家,12个", "69家，12个"),
        ("各位代表,同志们", "各位代表，同志们"),
        ("3,家", "3，家"),
        ("2023,2024", "2023，2024"),
        ("5,12项", "5，12项"),
        ("1,2345", "1，2345"),
    ],
)
def test_a_comma_parts_thousands_or_clauses(written: str, folded: str) -> None:
    assert to_half_width(written) == folded


@pytest.mark.parametrize("text", ["①②", "26.9万m²", "㎡", "“十四五”、《纲要》。", "³"])
def test_signs_that_mean_something_of_their_own_stay(text: str) -> None:
    assert to_half_width(text) == text


@pytest.mark.parametrize("text", ["全年．总量", "一．经济"])
def test_a_full_width_point_between_words_is_no_decimal_point(text: str) -> None:
    assert to_half_width(text) == text


@given(st.text("全年1２,，.．%％（(亿家 　\n", max_size=30))
def test_the_length_stays_and_a_second_time_changes_nothing(text: str) -> None:
    once = to_half_width(text)
    assert len(once) == len(text)
    assert to_half_width(once) == once
