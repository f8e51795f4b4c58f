"""Line and column, and the words around a span."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.offsets import Span
from consistency.report.places import REACH, LocatedText

LINES = st.text(st.sampled_from("甲乙。！”\n\r\t 1"), max_size=200)


@pytest.mark.parametrize(
    ("words", "place"),
    [("标题", (1, 1)), ("收入", (2, 3)), ("支出", (3, 1)), ("就业", (5, 2))],
)
def test_lines_end_the_unix_the_windows_and_the_old_mac_way(words: str, place: tuple[int, int]) -> None:
    page = LocatedText.of("公报.txt", "标题\n一、收入\r\n支出\r\r𠮷就业")
    assert page.place(page.text.index(words)) == place


@given(LINES, st.data())
def test_a_place_is_where_counting_by_hand_finds_it(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    before = re.split(r"\r\n|\n|\r", text[:at])
    if text[:at].endswith("\r") and text[at : at + 1] == "\n":
        return  # within a line end there is no column to speak of
    assert LocatedText.of("a", text).place(at) == (len(before), len(before[-1]) + 1)


def around(text: str, words: str, reach: int = REACH) -> str:
    start = text.index(words)
    page = LocatedText.of("a", text)
    return page.surroundings(Span(start, start + len(words)), reach).of(text)


def test_context_is_the_rest_of_the_sentence() -> None:
    text = "上句说完了。新增就业6.5万人，完成任务的128%！下句还没有说。"
    assert around(text, "6.5万人") == "新增就业6.5万人，完成任务的128%！"


def test_context_takes_in_the_marks_that_close_a_sentence() -> None:
    text = "他说：“就业新增6.5万人。”会议到此结束。"
    assert around(text, "6.5万人") == "他说：“就业新增6.5万人。”"


def test_a_sentence_that_ends_with_the_span_ends_the_context() -> None:
    assert around("就业新增6.5万人。下句。", "6.5万人。") == "就业新增6.5万人。"


def test_context_stops_at_line_ends_and_leaves_indents_out() -> None:
    assert around("标题\r\n　　收入80亿元\r\n支出", "80亿元") == "收入80亿元"


def test_context_is_cut_where_a_sentence_never_ends() -> None:
    text = "甲" * 100 + "80亿元" + "乙" * 100
    assert around(text, "80亿元") == "甲" * 60 + "80亿元" + "乙" * 60
    page = LocatedText.of("a", text)
    assert page.cut_before(40)
    assert page.cut_after(164)


def test_a_decimal_point_ends_no_sentence() -> None:
    assert around("收入80.3亿元，增长4.2%", "80.3亿元") == "收入80.3亿元，增长4.2%"


@given(LINES, st.data())
def test_context_holds_the_span_and_no_more_than_its_reach(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    found = LocatedText.of("a", text).surroundings(span)
    assert span.within(found)
    assert span.start - found.start <= REACH
    assert found.end - span.end <= REACH
    assert not re.search(r"[\r\n]", text[found.start : span.start] + text[span.end : found.end])
