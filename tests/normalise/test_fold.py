"""Folding: both scripts, all widths and residue come out alike, and every span leads back."""

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalise import fold
from consistency.offsets import Span

PIECES = (
    "全區(qū)",
    "地區(qū)生產(chǎn)總值",
    "１７４４億元",
    "增长6.7%",
    "，",
    "。\n",
    "总量",
    "(GDP)",
    "12,345家",
    " ",
    "應(yīng)用(app)",
    "⼾均⽤⽔",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
ANYTHING = st.text("全區(qū)生產chǎn１7,．。\n（）亿⻓⾸", max_size=40)

SENTENCES = (
    "全县地区生产总值320.5亿元，同比增长6.2%，总量居全市第三。",
    "新增规模以上工业企业24家，净增城镇就业1.2万人。",
    "后勤干部里程补贴发放到位，复工复产企业达到98家。",
    "“十四五”以来，累计新建公园18个、改造背街小巷27条。",
    "空气质量优良天数330天，PM2.5平均浓度为28微克/立方米。",
)


@given(TEXTS | ANYTHING)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS | ANYTHING)
def test_all_that_is_left_out_is_residue(text: str) -> None:
    folded = fold(text)
    whole = [folded.offsets.position(i) for i in range(len(folded.text))]
    left_out = "".join(c for i, c in enumerate(text) if i not in set(whole))
    assert len(whole) == len(folded.text)
    assert left_out.count("(") + left_out.count("（") == folded.residue
    assert len(left_out) >= 3 * folded.residue


@given(TEXTS, st.data())
def test_a_span_leads_back_to_the_same_characters(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(folded.text))))
    back = folded.back(span)
    # A comma cut off from its thousands reads as one between clauses; nothing else depends on what stands around.
    assert fold(back.of(text)).text.replace(",", "，") == span.of(folded.text).replace(",", "，")


@given(TEXTS)
def test_text_without_residue_keeps_every_position(text: str) -> None:
    plain = fold(text).text
    again = fold(plain)
    assert again.residue == 0
    assert all(again.offsets.position(i) == i for i in range(len(plain)))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_traditional_and_simplified_fold_alike(sentence: str) -> None:
    assert fold(opencc.OpenCC("s2t").convert(sentence)).text == fold(sentence).text


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("standard", ["s2tw", "s2hk"])
def test_the_spellings_of_taiwan_and_hong_kong_fold_alike(sentence: str, standard: str) -> None:
    assert fold(opencc.OpenCC(standard).convert(sentence)).text == fold(sentence).text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_full_width_figures_fold_alike(sentence: str) -> None:
    wide = sentence.translate({**{ord(c): ord(c) + 0xFEE0 for c in "0123456789%"}, ord("."): "．"})
    assert fold(wide).text == fold(sentence).text


def test_a_span_over_residue_holds_the_residue() -> None:
    text = "江區(qū)生產(chǎn)總值1744億元"
    folded = fold(text)
    start = folded.text.index("区")
    assert folded.back(Span(start, start + 2)).of(text) == "區(qū)生"
    assert folded.back(Span(start, start + 1)).of(text) == "區"
    assert folded.residue == 2


def test_characters_that_a_printed_page_lost_to_radicals_come_back_in_place() -> None:
    text = "全县⼈均可⽀配收⼊增⻓５．２%，⽤⽔量下降"
    folded = fold(text)
    assert folded.text == "全县人均可支配收入增长5.2%，用水量下降"
    at = folded.text.index("增长")
    assert folded.back(Span(at, at + 2)).of(text) == "增⻓"


def test_an_empty_text_is_folded() -> None:
    assert fold("").text == ""
