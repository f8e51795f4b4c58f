"""How two numbers that speak of one thing stand to each other, from the words they are written in."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.checks.verdict import power_of_ten, sides, verdict, worst
from consistency.model import Claim, Quantity, Verdict
from tests.domain import NAMES, bulletin, read

AGREE, TENSION, CONFLICT = Verdict.AGREE, Verdict.TENSION, Verdict.CONFLICT


def claims(*written: str, subject: str = "城镇新增就业") -> list[Claim]:
    """A claim of one indicator for each number, each in a document of its own."""
    found = []
    for words, name in zip(written, NAMES, strict=False):
        (claim,) = read(bulletin(f"{subject}{words}。"), name).claims
        found.append(claim)
    return found


def between(one: str, other: str, subject: str = "城镇新增就业") -> Verdict:
    """The verdict of two numbers as written; the same from either side."""
    a, b = (c.quantity for c in claims(one, other, subject=subject))
    assert verdict(a, b) is verdict(b, a)
    return verdict(a, b)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # the same number, written otherwise
        ("6.5万人", "6.5万人", AGREE),
        ("6.5万人", "65000人", AGREE),
        ("6.50万人", "6.5万人", AGREE),
        ("6.5万人", "6万5千人", AGREE),
        # rounded or cut off
        ("6.5万人", "6.48万人", AGREE),
        ("6.5万人", "6.59万人", AGREE),
        ("6.5万人", "6.61万人", CONFLICT),
        ("6.5万人", "6.44万人", CONFLICT),
        ("6.5万人", "64950人", AGREE),
        ("6.48万人", "65000人", CONFLICT),
        # one step apart is not the same
        ("6.5万人", "6.6万人", CONFLICT),
        ("1744人", "1745人", CONFLICT),
        # bounds
        ("6.53万人", "超6.5万人", AGREE),
        ("6.5万人", "超5.5万人", TENSION),
        ("5.4万人", "超5.5万人", CONFLICT),
        ("5.5万人以上", "超5.5万人", AGREE),
        ("5.5万人", "5.5万人以上", AGREE),
        ("6.5万人", "6万余人", AGREE),
        ("7.2万人", "6万余人", TENSION),
        ("5.9万人", "6万余人", CONFLICT),
        ("6.4万人", "近6.5万人", AGREE),
        ("4.1万人", "近6.5万人", TENSION),
        ("6.6万人", "近6.5万人", CONFLICT),
        ("6.5万人", "6.5万人以内", AGREE),
        ("6.5万人", "约6.5万人", AGREE),
        ("9.5万人", "约6.5万人", CONFLICT),
        ("超6万人", "近7万人", AGREE),
        ("超7万人", "近6万人", CONFLICT),
        # scale lost
        ("6.5万人", "6.5人", CONFLICT),
    ],
)
def test_numbers_of_people(one: str, other: str, expected: Verdict) -> None:
    assert between(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("31.2%", "三成", AGREE),
        ("36%", "三成", CONFLICT),
        ("50.2%", "一半", AGREE),
        ("66.7%", "三分之二", AGREE),
        ("19.4%", "近1/5", AGREE),
        ("20.6%", "近1/5", CONFLICT),
        ("52.3%", "超50%", AGREE),
        ("48.3%", "超50%", CONFLICT),
        ("52.3%", "过半", AGREE),
        ("31.2%", "31.24%", AGREE),
        ("31.2%", "31.3%", CONFLICT),
        # one precision, and not the same, though a number between would be told as either
        ("三成", "四成", CONFLICT),
        ("一半", "五分之三", CONFLICT),
        ("一半", "二分之一", AGREE),
    ],
)
def test_shares_in_every_form(one: str, other: str, expected: Verdict) -> None:
    assert between(one, other, subject="轿车产量占全省") is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("增长6.2%", "增长6.2%", AGREE),
        ("增长6.2%", "下降6.2%", CONFLICT),
        ("下降6.2%", "负增长6.2%", AGREE),
        ("下降6.2%", "增长-6.2%", AGREE),
        ("增长11.2%", "实现两位数增长", AGREE),
        ("增长9.2%", "实现两位数增长", CONFLICT),
        ("增长100%", "翻一番", AGREE),
        ("增长6%左右", "增长6%左右", AGREE),
        ("增长6%左右", "增长5%左右", TENSION),  # told loosely, and not the same
        ("增长6%左右", "增长5%", TENSION),
        ("增长6%左右", "增长6%", AGREE),
        ("增长6%左右", "增长5%以上", AGREE),  # where the one ends the other begins
        ("增长6%左右", "增长5.8%", AGREE),
    ],
)
def test_growth_in_every_form(one: str, other: str, expected: Verdict) -> None:
    assert between(one, other, subject="工业投资") is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("第三", "第3位", AGREE), ("第三", "第四", CONFLICT), ("首位", "第一", AGREE)],
)
def test_ranks(one: str, other: str, expected: Verdict) -> None:
    assert between(f"居全省{one}", f"居全省{other}", subject="粮食产量") is expected


def test_compositions_agree_where_every_part_does() -> None:
    assert between("8.1:40.2:51.7", "8.1:40.2:51.7", subject="三次产业结构比为") is AGREE
    assert between("8.1:40.2:51.7", "8.1:40.3:51.6", subject="三次产业结构比为") is CONFLICT


def test_a_composition_told_to_fewer_places_is_the_same() -> None:
    assert between("8.12:40.17:51.71", "8.1:40.2:51.7", subject="三次产业结构比为") is AGREE
    assert between("8:40.2:51.8", "8.0:40.2:51.8", subject="三次产业结构比为") is AGREE
    assert between("8.12:40.17:51.71", "8.1:41.2:50.7", subject="三次产业结构比为") is CONFLICT
    assert between("8.21:40.17:51.62", "8.1:40.2:51.7", subject="三次产业结构比为") is CONFLICT
    assert between("8.195:40.2:51.605", "8.1:40.2:51.6", subject="三次产业结构比为") is AGREE  # cut off
    assert between("8.1:40.2:51.7", "8:40:52", subject="三次产业结构比为") is AGREE
    assert between("8.1:40.2:51.7", "8.1:40.2", subject="三次产业结构比为") is CONFLICT  # of fewer parts


WRITTEN = ("6.5万人", "65000人", "超5.5万人", "6万余人", "近7万人", "7.2万人", "约6.5万人", "5.4万人", "6.51万人以上")


@given(st.sampled_from(WRITTEN), st.sampled_from(WRITTEN), st.integers(-6, 6).filter(bool))
def test_the_unit_changes_no_verdict(one: str, other: str, places: int) -> None:
    a, b = (c.quantity for c in claims(one, other))
    assert verdict(scaled(a, places), scaled(b, places)) is verdict(a, b)


def scaled(quantity: Quantity, places: int) -> Quantity:
    """The quantity in a unit that many powers of ten apart."""
    factor = Fraction(10) ** places
    return replace(
        quantity,
        base_value=quantity.base_value * factor,
        step=quantity.step * factor,
        stated=quantity.stated.scaled(factor),
        expected=quantity.expected.scaled(factor),
    )


@given(st.sampled_from(WRITTEN))
def test_a_number_agrees_with_itself(words: str) -> None:
    assert between(words, words) is AGREE


# -- of many ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("6.5万人",), AGREE),
        (("6.5万人", "65000人", "6.50万人"), AGREE),
        (("6.5万人", "6.5万人", "超5.5万人"), TENSION),
        (("6.5万人", "超5.5万人", "5.4万人"), CONFLICT),
    ],
)
def test_the_verdict_of_many_is_that_of_the_two_that_differ_most(written: tuple[str, ...], expected: Verdict) -> None:
    for order in permutations(claims(*written)):
        assert worst(order) is expected


def test_sides_agree_among_themselves_the_largest_first() -> None:
    groups = sides(claims("5.4万人", "6.5万人", "65000人", "6.50万人", "5.4万人"))
    assert [[c.document for c in group] for group in groups] == [["b.txt", "c.txt", "d.txt"], ["a.txt", "e.txt"]]


def test_what_is_told_loosely_goes_to_the_side_of_what_is_told_exactly() -> None:
    groups = sides(claims("超6万人", "近6.5万人", "6.8万人"))
    assert [[c.document for c in group] for group in groups] == [["a.txt", "c.txt"], ["b.txt"]]


def test_sides_are_the_same_in_whatever_order_claims_come() -> None:
    found = claims("6.5万人", "5.4万人", "超5.5万人", "65000人")
    assert len({sides(order) for order in permutations(found)}) == 1


@pytest.mark.parametrize(
    ("one", "other", "places"),
    [
        ("26.9万人", "26.9人", 4),
        ("6.5万人", "65人", 3),
        ("6.5万人", "6.5万人", 0),
        ("6.5万人", "6.4人", 0),
        ("6人", "60人", 1),
        ("0人", "60人", 0),
    ],
)
def test_numbers_with_the_same_figures_are_so_many_places_apart(one: str, other: str, places: int) -> None:
    a, b = (c.quantity for c in claims(one, other))
    assert power_of_ten(a, b) == power_of_ten(b, a) == places


def test_many_claims_of_few_numbers_are_judged_as_fast_as_these_few() -> None:
    one, other = claims("6.5万人", "7.5万人")
    many = [replace(c, mention=replace(c.mention, document=f"{n}.txt")) for n in range(4000) for c in (one, other)]
    assert worst(many) is CONFLICT
    assert [len(side) for side in sides(many)] == [4000, 4000]
