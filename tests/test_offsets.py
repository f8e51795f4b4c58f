"""Positions: a span of a shortened text leads back to the same characters of the text it was made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.offsets import OffsetMap, Span

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


@st.composite
def shortened(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], str]:
    """A text, stretches to be cut out of it, and what is left."""
    text = draw(st.text("全区增长亿元(ū)0123。\n", min_size=1, max_size=40))
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    cuts = list(zip(ends[::2], ends[1::2], strict=False))
    left = "".join(c for i, c in enumerate(text) if not any(start <= i < end for start, end in cuts))
    return text, cuts, left


def places(length: int) -> st.SearchStrategy[Span]:
    """Spans of a text of this length that hold at least one character."""
    return (
        st.tuples(st.integers(0, length - 1), st.integers(1, length))
        .filter(lambda e: e[0] < e[1])
        .map(lambda e: Span(*e))
    )


def test_a_span_covers_its_words() -> None:
    assert Span(2, 6).of("全年粮食产量12.6万吨") == "粮食产量"


@given(SPANS, SPANS)
def test_overlapping_is_mutual_and_means_a_character_in_common(one: Span, other: Span) -> None:
    common = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one)
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == bool(common)


@given(SPANS, SPANS)
def test_a_span_within_another_leaves_it_nowhere(one: Span, other: Span) -> None:
    inside = set(range(one.start, one.end)) <= set(range(other.start, other.end))
    assert not one.within(other) or inside
    assert one.within(one)


@given(shortened())
def test_each_character_left_is_found_where_it_stood(given: tuple[str, list[tuple[int, int]], str]) -> None:
    text, cuts, left = given
    offsets = OffsetMap.of_cuts(cuts, len(text))
    before = [offsets.position(at) for at in range(len(left))]
    assert [text[at] for at in before] == list(left)
    assert before == sorted(set(before))


@given(shortened(), st.data())
def test_the_span_before_holds_the_same_characters_and_what_was_cut_between_them(
    given: tuple[str, list[tuple[int, int]], str], data: st.DataObject
) -> None:
    text, cuts, left = given
    if not left:
        return
    span = data.draw(places(len(left)))
    back = OffsetMap.of_cuts(cuts, len(text)).back(span)
    kept = [text[i] for i in range(back.start, back.end) if not any(start <= i < end for start, end in cuts)]
    assert "".join(kept) == span.of(left)
    assert text[back.start] == left[span.start], "no cut stretch before the first character is taken in"
    assert text[back.end - 1] == left[span.end - 1], "nor one behind the last"


@given(shortened(), st.data())
def test_order_and_inclusion_of_spans_stay(given: tuple[str, list[tuple[int, int]], str], data: st.DataObject) -> None:
    text, cuts, left = given
    if not left:
        return
    offsets = OffsetMap.of_cuts(cuts, len(text))
    one, other = data.draw(places(len(left))), data.draw(places(len(left)))
    assert offsets.back(one).overlaps(offsets.back(other)) == one.overlaps(other)
    assert offsets.back(one).within(offsets.back(other)) == one.within(other)


def test_without_cuts_every_span_stays() -> None:
    assert OffsetMap.of_cuts([], 10).back(Span(3, 7)) == Span(3, 7)


def test_an_empty_span_stays_empty() -> None:
    offsets = OffsetMap.of_cuts([(2, 5)], 10)
    assert offsets.back(Span(1, 1)) == Span(1, 1)
    assert offsets.back(Span(2, 2)) == Span(5, 5)


@pytest.mark.parametrize("cut", [(3, 3), (4, 3), (-1, 2), (5, 11)])
def test_a_cut_outside_the_text_is_a_fault_of_the_caller(cut: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="lies outside a text of 10"):
        OffsetMap.of_cuts([cut], 10)
