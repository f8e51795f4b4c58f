"""The page of a text: lines, sentences, and the way from and to the text as read."""

from hypothesis import given
from hypothesis import strategies as st

from consistency.offsets import Span
from consistency.text.page import page_of

TEXT = "青山縣2023年公報\n全年糧食產(chǎn)量31.5萬噸。其中,夏糧14.2萬噸;秋糧17.3萬噸。\n\n三、工業"


def test_sentences_end_at_full_stops_and_line_ends_and_not_at_semicolons() -> None:
    page = page_of(TEXT)
    assert [s.of(page.text) for s in page.sentences] == [
        "青山县2023年公报",
        "全年粮食产量31.5万吨。",
        "其中，夏粮14.2万吨;秋粮17.3万吨。",
        "三、工业",
    ]


def test_a_sentence_knows_the_one_before_it_in_its_line_and_none_of_another() -> None:
    page = page_of(TEXT)
    first, parts, industry = page.sentences[1:]
    assert page.sentence_before(parts) == first
    assert page.sentence_before(first) is None
    assert page.sentence_before(industry) is None


def test_what_was_cut_out_of_the_text_is_stepped_over_both_ways() -> None:
    page = page_of(TEXT)
    at = TEXT.index("31.5")
    there = page.forward(Span(at, at + 4))
    assert there.of(page.text) == "31.5"
    assert page.back(there) == Span(at, at + 4)


@given(st.text(alphabet="甲乙。!?，;\n产(chǎn)量1.5万 …", max_size=60))
def test_lines_and_sentences_cover_the_text_but_for_line_ends(text: str) -> None:
    page = page_of(text)
    for spans in (page.lines, page.sentences):
        assert "".join(s.of(page.text) for s in spans) == page.text.replace("\n", "")
    for sentence in page.sentences:
        assert page.sentence(sentence.start) == sentence


@given(st.text(alphabet="甲产(chǎn)量1.5万 。", min_size=1, max_size=40), st.data())
def test_the_way_back_and_forth_leads_to_the_same_characters(text: str, data: st.DataObject) -> None:
    page = page_of(text)
    if page.text:
        start = data.draw(st.integers(0, len(page.text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(page.text))))
        assert page.forward(page.back(span)) == span
