"""The reader of quantities against its corpus, in both scripts, and what holds of any text."""

import pickle
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.extract.quantities.scanner import QuantityReader
from consistency.lexicon import load_lexicon
from consistency.model import Bound, Quantity
from consistency.normalise import fold
from consistency.rule_folder import rule_folder
from tests.extract.quantities.writing import half_up, in_formal_words, in_words, point_in_words, with_separators

CORPUS = tomllib.loads(Path(__file__).with_name("quantity_corpus.toml").read_text(encoding="utf-8"))
SENTENCE = "全年实现{way}，工作有序推进。"
READER = QuantityReader(load_lexicon(rule_folder()))
TRADITIONAL = opencc.OpenCC("s2t")

Entry = dict[str, Any]


def read(text: str) -> list[tuple[str, Quantity]]:
    """The quantities of a text as read, each with its words there."""
    folded = fold(text)
    return [(folded.back(q.span).of(text), q) for q in READER.read(folded.text)]


def ways() -> Iterator[tuple[Entry, str]]:
    """Every way of the corpus with its entry."""
    for entry in CORPUS["reading"]:
        for way in entry["ways"]:
            if way not in entry.get("except", ()):
                yield entry, way


def holds(entry: Entry, sentence: str) -> None:
    """One quantity is read in the sentence, and it is the entry's."""
    found = read(sentence)
    assert len(found) == 1, found
    words, quantity = found[0]
    assert (half_up(quantity.base_value), quantity.base_unit) == (half_up(Fraction(entry["value"])), entry["unit"])
    assert quantity.bound == entry.get("bound", "exact")
    if "form" in entry:
        assert quantity.form == entry["form"]
    if "low" in entry:
        assert (quantity.expected.low, quantity.expected.high) == (Fraction(entry["low"]), Fraction(entry["high"]))
    assert words in sentence


@pytest.mark.parametrize(("entry", "way"), list(ways()), ids=lambda part: part if isinstance(part, str) else "")
def test_every_way_to_write_a_quantity_is_read(entry: Entry, way: str) -> None:
    holds(entry, entry.get("sentence", SENTENCE).format(way=way))


@pytest.mark.parametrize(("entry", "way"), list(ways()), ids=lambda part: part if isinstance(part, str) else "")
def test_every_way_is_read_in_traditional_characters(entry: Entry, way: str) -> None:
    holds(entry, TRADITIONAL.convert(entry.get("sentence", SENTENCE).format(way=way)))


@pytest.mark.parametrize(("entry", "way"), list(ways()), ids=lambda part: part if isinstance(part, str) else "")
def test_a_quantity_has_the_words_that_say_it(entry: Entry, way: str) -> None:
    ((words, quantity),) = read(entry.get("sentence", SENTENCE).format(way=way))
    allowed = entry.get("span", way)
    assert words in (allowed if isinstance(allowed, list) else [allowed])
    assert quantity.reading
    assert all(re.match(r"[a-z][a-z ,%]+:? ?", note) for note in quantity.reading)


@pytest.mark.parametrize("way", [way for entry in CORPUS["reading"] for way in entry.get("except", ())])
def test_what_is_left_out_says_so_by_another_reading(way: str) -> None:
    (entry,) = [entry for entry in CORPUS["reading"] if way in entry.get("except", ())]
    found = [(q.base_value, q.bound) for _, q in read(SENTENCE.format(way=way))]
    assert found != [(Fraction(entry["value"]), Bound(entry.get("bound", "exact")))]


@pytest.mark.parametrize("entry", CORPUS["sentence"], ids=lambda entry: entry["text"])
def test_every_quantity_of_a_sentence_is_read(entry: Entry) -> None:
    assert [words for words, _ in read(entry["text"])] == entry["read"]


@pytest.mark.parametrize("way", [way for group in CORPUS["not"].values() for way in group])
@pytest.mark.parametrize("frame", ["{}", "落实{}，推进工作。", "围绕{}开展活动", "（{}）"])
def test_what_is_no_quantity_is_left_alone(way: str, frame: str) -> None:
    assert read(frame.format(way)) == []
    assert read(TRADITIONAL.convert(frame.format(way))) == []


# -- written and read back ---------------------------------------------------------------

WHOLE = st.integers(min_value=2, max_value=10**8)
DECIMAL = st.decimals(min_value="0.1", max_value=9999, places=1, allow_nan=False, allow_infinity=False)
UNITS = {"家": 1, "万人次": 10**4, "亿元": 10**8, "公里": 1000, "%": 1, "个百分点": 1, "万平方米": 10**4, "吨": 1}
BOUNDS = {
    "{}": "exact",
    "超{}": "over",
    "近{}": "near",
    "约{}": "about",
    "{}左右": "about",
    "{}以上": "at_least",
    "不超过{}": "at_most",
    "{}以内": "at_most",
    "不低于{}": "at_least",
}


def one(text: str) -> Quantity:
    """The only quantity of a text."""
    ((_, quantity),) = read(text)
    return quantity


@given(DECIMAL, st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(BOUNDS)))
def test_figures_with_unit_and_bound_are_read_back(number: Decimal, unit: str, bound: str) -> None:
    quantity = one(f"总量{bound.format(str(number) + unit)}。")
    assert quantity.base_value == Fraction(number) * UNITS[unit]
    assert quantity.bound == BOUNDS[bound]
    assert quantity.value == str(number)
    assert quantity.unit == unit


@given(WHOLE, st.sampled_from(["家", "元", "公里", "吨", "人次"]))
def test_whole_numbers_are_the_same_in_every_spelling(number: int, unit: str) -> None:
    spelt = {str(number), with_separators(number), in_words(number)}
    if number > 10:  # a formal digit alone is another word: 入伍
        spelt.add(in_formal_words(number))
    values = {one(f"共计{words}{unit}。").base_value for words in spelt}
    assert len(values) == 1


@given(DECIMAL, st.sampled_from(["元", "公里", "吨", "%", "个百分点"]))
def test_decimals_are_the_same_in_figures_and_in_words(number: Decimal, unit: str) -> None:
    figures, words = one(f"共计{number}{unit}。"), one(f"共计{point_in_words(number)}{unit}。")
    assert (figures.base_value, figures.step, figures.expected) == (words.base_value, words.step, words.expected)


@given(DECIMAL)
def test_money_is_the_same_in_every_scale(number: Decimal) -> None:
    in_yi = one(f"投资{number}亿元。")
    in_wan = one(f"投资{number * 10_000:f}万元。")
    in_yuan = one(f"投资{number * 10**8:f}元。")
    assert in_yi.base_value == in_wan.base_value == in_yuan.base_value
    assert in_yi.expected.meets(in_wan.expected)
    assert in_wan.expected.meets(in_yuan.expected)


@given(DECIMAL, DECIMAL, st.sampled_from(["-", "—", "~", "至", "到"]), st.sampled_from(["%", "万元", "公里"]))
def test_a_range_shares_its_unit(first: Decimal, second: Decimal, link: str, unit: str) -> None:
    low, high = sorted((first, second))
    if low == high or 1900 <= low < 2100:  # 2024.1-2024.6 is a date
        return
    shared, repeated = one(f"增幅为{low}{link}{high}{unit}。"), one(f"增幅为{low}{unit}{link}{high}{unit}。")
    assert shared.form == repeated.form == "range"
    assert shared.expected == repeated.expected


@given(st.integers(1, 9), st.integers(2, 9))
def test_fractions_are_the_same_in_figures_and_in_words(above: int, below: int) -> None:
    if above >= below:
        return
    figures, words = one(f"约占全市的{above}/{below}。"), one(f"约占全市的{in_words(below)}分之{in_words(above)}。")
    assert figures.base_value == words.base_value == Fraction(100 * above, below)
    assert figures.expected == words.expected


@given(st.integers(1, 60))
def test_ranks_are_the_same_in_figures_and_in_words(place: int) -> None:
    spelt = (f"第{place}", f"第{in_words(place)}", f"第{place}位", f"第{in_words(place)}位")
    assert {one(f"总量居全省{words}。").base_value for words in spelt} == {Fraction(place)}


@given(DECIMAL, st.sampled_from(sorted(UNITS)))
def test_a_minus_turns_a_quantity_round(number: Decimal, unit: str) -> None:
    plus, minus = one(f"变动为{number}{unit}。"), one(f"变动为-{number}{unit}。")
    assert minus.base_value == -plus.base_value
    assert minus.expected == plus.expected.scaled(-1)


@given(st.integers(1000, 10**9), st.sampled_from(" \u00a0\u2009\u202f"), st.sampled_from(["家", "元", "万元", "公里"]))
def test_thousands_by_a_blank_are_the_same_as_by_a_comma(number: int, blank: str, unit: str) -> None:
    commas = with_separators(number)
    one_, other = one(f"总量{commas}{unit}。"), one(f"总量{commas.replace(',', blank)}{unit}。")
    assert (one_.base_value, one_.step) == (other.base_value, other.step)


@given(DECIMAL, st.sampled_from(["．", "・", "·", ". ", " ."]))
def test_a_point_is_a_point(number: Decimal, point: str) -> None:
    assert one(f"增加{str(number).replace('.', point)}万吨。").base_value == Fraction(number) * 10_000


@given(st.integers(1, 9999), st.integers(1000, 9999))
def test_what_stands_behind_ten_thousand_belongs_to_it(large: int, small: int) -> None:
    plain, parted = one(f"共{large}万{small}人。"), one(f"共{large}万{small:,}人。")
    assert plain.base_value == parted.base_value == large * 10**4 + small


@given(st.integers(10, 999), st.integers(1, 99))
def test_figures_that_make_no_number_are_unreadable(one_: int, other: int) -> None:
    ((words, quantity),) = read(f"收入{one_} {other}元。")
    assert (words, quantity.form, quantity.base_value) == (f"{one_} {other}元", "unreadable", Fraction(0))


# -- any text --------------------------------------------------------------------------------

CHARACTERS = (
    "0123456789.,-—~/%:+·零一二三四五六七八九十百千万亿两半几数第每成折倍番分之点余多来近超约以上下至到和从元家个项人"
    "年月日号位名平方米公里(（)）《》“”，。；、 \n\t[]〔〕GTm2壹贰拾佰负过翻首前"
)
anything = st.text(alphabet=CHARACTERS, max_size=80)
texts = st.lists(st.one_of(anything, st.sampled_from([SENTENCE.format(way=way) for _, way in ways()])), max_size=4).map(
    "".join
)


@given(texts)
def test_no_text_breaks_the_reader(text: str) -> None:
    found = [quantity for _, quantity in read(text)]
    for quantity in found:
        assert 0 <= quantity.span.start <= quantity.number.start < quantity.number.end <= quantity.span.end <= len(text)
        assert quantity.step >= 0
        assert quantity.expected.meets(quantity.stated)
    for one_, other in pairwise(found):
        assert one_.span.end <= other.span.start or one_.number.end <= other.number.start


@given(texts)
def test_what_was_read_before_changes_nothing(text: str) -> None:
    fresh = QuantityReader(READER_LEXICON)
    folded = fold(text).text
    first = fresh.read(folded)
    assert fresh.read(folded) == first == READER.read(folded)


def test_a_scale_read_before_makes_no_counter_a_scale() -> None:
    counter, scale = "一4拾", "平4拾平"
    fresh = QuantityReader(READER_LEXICON)
    expected = {text: QuantityReader(READER_LEXICON).read(text) for text in (counter, scale)}
    assert {text: fresh.read(text) for text in (counter, scale)} == expected
    assert fresh.read(counter) == expected[counter]
    other = QuantityReader(READER_LEXICON)
    assert {text: other.read(text) for text in (scale, counter)} == expected


HOSTILE = (
    "1",
    "1,111",
    "1.",
    "1-",
    "1:",
    "1+",
    "一",
    "十万",
    "一点",
    "一分之",
    "1亿零",
    "每3辆",
    "近",
    "《1",
    "“1",
    "/a.",
    "GB1",
)


@pytest.mark.parametrize("pattern", HOSTILE)
def test_repetition_costs_no_more_than_its_length(pattern: str) -> None:
    """More kinds and longer texts are in benchmarks/long_numbers.py; time that grows with the square fails here."""
    text = pattern * (12_000 // len(pattern))
    begun = process_time()
    READER.read(text)
    assert process_time() - begun < 2


def test_a_reader_goes_to_another_process_as_it_is() -> None:
    sent = pickle.loads(pickle.dumps(READER))
    assert sent.read("新增企业3家。") == READER.read("新增企业3家。")


@given(st.lists(st.sampled_from([way for entry, way in ways() if "sentence" not in entry]), min_size=1, max_size=5))
def test_sentences_are_read_each_for_itself(some: list[str]) -> None:
    sentences = [SENTENCE.format(way=way) for way in some]
    together = [quantity.value for _, quantity in read("\n".join(sentences))]
    assert together == [quantity.value for sentence in sentences for _, quantity in read(sentence)]


READER_LEXICON = load_lexicon(rule_folder())


@pytest.mark.parametrize(
    "text", ["2.2本项目投资情况", "2.2 本项目投资情况", "见 https://a.cn/%E4%BD%A0", "4/5G基站建设", "1/2号线开通"]
)
def test_numbers_of_sections_addresses_and_names_are_no_quantities(text: str) -> None:
    assert READER.read(text) == ()
