"""Numerals: what is written is read back, in figures, in words of both styles, and in both at once."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.extract.quantities.numerals import LONGEST, numeral, pair, power
from tests.extract.quantities.writing import in_formal_words, in_words, point_in_words, with_separators

wholes = st.integers(min_value=0, max_value=10**16 - 1)
decimals = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("零", 0),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("廿三", 23),
        ("卅", 30),
        ("一百零五", 105),
        ("一百五", 150),
        ("一百五十", 150),
        ("两百", 200),
        ("两千四百五", 2450),
        ("三千零五十", 3050),
        ("一万二", 12_000),
        ("一万零二", 10_002),
        ("九十二万四", 924_000),
        ("十万", 100_000),
        ("一百二十万", 1_200_000),
        ("三千五百万", 35_000_000),
        ("一亿零三十", 100_000_030),
        ("四万亿", 4 * 10**12),
        ("十五万亿", 15 * 10**12),
        ("二〇二三", 2023),
        ("一七二零", 1720),
        ("壹万贰千叁百肆拾伍", 12_345),
        ("叁佰万", 3_000_000),
        ("参拾", 30),
        ("三点五", Fraction(7, 2)),
        ("十点零五", Fraction(201, 20)),
        ("一百点25", Fraction(401, 4)),
        ("1,744.50", Fraction(3489, 2)),
        ("3万5千", 35_000),
        ("5亿1万4千6百", 500_014_600),
        ("2千零30万", 20_300_000),
        ("200亿零4千", 20_000_004_000),
    ],
)
def test_a_numeral_has_its_value(words: str, value: int | Fraction) -> None:
    read = numeral(words)
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("1744", 1),
        ("80.3", Fraction(1, 10)),
        ("4.20", Fraction(1, 100)),
        ("三千五百", 100),
        ("十二点五", Fraction(1, 10)),
        ("两千四百五", 10),
        ("十万", 10_000),
        ("3万5千", 1000),
        ("一百零五", 1),
    ],
)
def test_the_last_place_written_is_the_step(words: str, step: int | Fraction) -> None:
    read = numeral(words)
    assert read is not None
    assert read.step == step


@pytest.mark.parametrize("words", ["一百二三", "百千万", "十百", "点五", "1.2万5千", "一" * (LONGEST + 1), "9" * 5000])
def test_what_makes_no_number_has_none(words: str) -> None:
    assert numeral(words) is None


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("七八", 7, 8),
        ("十七八", 17, 18),
        ("三五百", 300, 500),
        ("三四十亿", 3 * 10**9, 4 * 10**9),
        ("四十五六万", 450_000, 460_000),
        ("七百三四十", 730, 740),
        ("一万六七", 16_000, 17_000),
    ],
)
def test_a_pair_says_one_or_the_other(words: str, low: int, high: int) -> None:
    told = pair(words)
    assert told is not None
    assert [told[0].value, told[1].value] == [low, high]


@pytest.mark.parametrize("words", ["三", "三百", "一二三", "二四", "三十五", "二〇二三", "九八"])
def test_other_digits_are_no_pair(words: str) -> None:
    assert pair(words) is None


@pytest.mark.parametrize(
    ("scale", "size"), [("万", 10**4), ("百万", 10**6), ("万亿", 10**12), ("千", 1000), ("仟", 1000)]
)
def test_a_scale_has_its_size(scale: str, size: int) -> None:
    assert power(scale) == size


@given(wholes)
def test_words_are_read_back(number: int) -> None:
    read = numeral(in_words(number))
    assert read is not None
    assert read.value == number


@given(wholes)
def test_words_of_cheques_are_read_back(number: int) -> None:
    read = numeral(in_formal_words(number))
    assert read is not None
    assert read.value == number


@given(wholes)
def test_figures_are_read_back_with_separators_and_without(number: int) -> None:
    with_, without = numeral(with_separators(number)), numeral(str(number))
    assert with_ is not None
    assert with_ == without
    assert with_.value == number


@given(decimals)
def test_decimals_are_read_back_in_figures_and_in_words(number: Decimal) -> None:
    figures, words = numeral(str(number)), numeral(point_in_words(number))
    assert figures is not None
    assert words is not None
    assert figures.value == words.value == Fraction(number)
    assert figures.step == Fraction(1, 1000)


@given(st.text(alphabet="零一二三四五六七八九十百千万亿兆两点〇壹拾佰0123456789.,", max_size=60))
def test_no_string_of_numerals_breaks_the_reader(words: str) -> None:
    read = numeral(words)
    assert read is None or read.step > 0
