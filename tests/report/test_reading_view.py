"""A document with its marks: every character in its place, every mark where it belongs."""

import re

from hypothesis import given
from hypothesis import strategies as st

from consistency.offsets import Span
from consistency.report.escaping import flowing
from consistency.report.places import LocatedText
from consistency.report.reading_view import Mark, reading_lines

TEXT = "标题\r\n\r\n　　新增就业6.5万人，超额。\n第三行\r末行"


def mark(words: str, rank: int = 0, link: str = "#f1") -> Mark:
    start = TEXT.index(words)
    return Mark(Span(start, start + len(words)), rank, "error", link, "")


def shown(*marks: Mark, text: str = TEXT) -> list[tuple[int, str]]:
    """Each line with its number, what is marked in brackets."""
    return [
        (line.number, "".join(f"[{s.text}]" if s.mark else s.text for s in line.stretches))
        for line in reading_lines(LocatedText.of("a", text), marks)
    ]


def test_lines_bear_their_numbers_and_blank_ones_are_left_out() -> None:
    assert shown() == [(1, "标题"), (3, " 新增就业6.5万人，超额。"), (4, "第三行"), (5, "末行")]


def test_marks_stand_where_they_belong() -> None:
    assert shown(mark("6.5万人"), mark("末行"))[1::2] == [(3, " 新增就业[6.5万人]，超额。"), (5, "[末行]")]


def test_of_marks_that_overlap_the_gravest_is_seen() -> None:
    (line,) = [
        line
        for line in reading_lines(LocatedText.of("a", TEXT), [mark("就业6.5万人", 9, "#s1"), mark("6.5", 0)])
        if line.number == 3
    ]
    assert [(s.text, s.mark and s.mark.link) for s in line.stretches] == [
        (" 新增", None),
        ("就业", "#s1"),
        ("6.5", "#f1"),
        ("万人", "#s1"),
        ("，超额。", None),
    ]


def test_a_mark_over_a_line_end_goes_on_in_the_next_line() -> None:
    assert shown(mark("超额。\n第三"))[1:3] == [(3, " 新增就业6.5万人，[超额。]"), (4, "[第三]行")]


MARKS = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12), st.integers(0, 3)), max_size=6)


@given(MARKS)
def test_nothing_is_lost_and_every_mark_is_seen(drawn: list[tuple[int, int, int]]) -> None:
    marks = [Mark(Span(start, min(start + size, len(TEXT))), rank, "k", "#", "") for start, size, rank in drawn]
    lines = reading_lines(LocatedText.of("a", TEXT), marks)
    assert [flowing("".join(s.text for s in line.stretches)) for line in lines] == [
        flowing(line) for line in re.split(r"\r\n|\n|\r", TEXT) if line.strip()
    ]
    best = min((mark.rank for mark in marks if mark.span.of(TEXT).strip()), default=None)
    assert best in {stretch.mark.rank if stretch.mark else None for line in lines for stretch in line.stretches} | {
        None
    }


def test_of_a_long_document_the_lines_around_marks_are_shown() -> None:
    lines = "\n".join(f"第{n}行" for n in range(1, 101))
    start = lines.index("第50行")
    page = LocatedText.of("a", lines)
    assert len(reading_lines(page, [])) == 100
    found = reading_lines(page, [Mark(Span(start, start + 2), 0, "k", "#", "")], whole=False)
    assert [(line.number, line.gap) for line in found] == [(49, True), (50, False), (51, False)]
