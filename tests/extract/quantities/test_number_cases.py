"""Numbers of other projects' test suites, read as they expect: ../shared/gold/number_cases.dev.jsonl.

Expectations we do not share, and the few cases not read, stand in number_cases.toml, each with its reason.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.extract.quantities.bare import NumberReader
from consistency.extract.quantities.numerals import SCALE, power
from consistency.lexicon import Lexicon, load_lexicon
from consistency.model import Bound, Quantity
from consistency.normalise import Folded, fold
from consistency.rule_folder import rule_folder

DATA = Path(__file__).with_name("number_cases.toml")
WANTED = Fraction(97, 100)
LETTERS = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9}
# What the suites call a unit, and what it is called here, where a value has to be told in it.
UNITS = {"Gram": "克", "Cent": "分钱", "Litre": "升", "Millilitre": "毫升", "Jin": "斤"}
LEXICON = load_lexicon(rule_folder())
READER = NumberReader(LEXICON)
NO_MEASURE = {"", "count", "people", "percent", "point", "rank", "composition", "times"}

Case = dict[str, Any]


def plain(quantity: Quantity) -> Fraction:
    """The number as such, its unit left out: 4.78万亿元 is 4.78 times ten to the twelfth."""
    if quantity.form == "proportion" or (quantity.form == "percent" and not quantity.unit):
        return quantity.base_value / 100
    scale = SCALE.match(quantity.unit)
    size = power(scale.group()) if scale else LETTERS.get(quantity.unit[:1], 1) if quantity.unit[:1] in LETTERS else 1
    if quantity.unit.startswith(("千瓦", "千克", "千米", "百分点", "兆")):
        size = 1
    return (
        Fraction(quantity.value if re.fullmatch(r"-?[0-9]*\.?[0-9]+", quantity.value) else quantity.base_value) * size
    )


def kinds(quantity: Quantity) -> set[str]:
    """The kinds of the suites that a reading belongs to."""
    found = {"number"}
    if quantity.form == "rank":
        found.add("ordinal")
    if quantity.form == "proportion":
        found.add("fraction")
    elif quantity.dimension in ("percent", "point"):
        found.add("percent")
        if quantity.dimension == "percent":
            found.discard("number")
    if quantity.form == "range" or quantity.bound is not Bound.EXACT:
        found.add("range")
    if quantity.dimension.startswith("money") or quantity.unit in ("块", "分"):
        found.add("money")
    elif quantity.dimension not in NO_MEASURE:
        found.add("dimension")
    return found


@dataclass(frozen=True)
class Judge:
    """Compares readings with what a case expects."""

    lexicon: Lexicon

    def close(self, ours: Fraction, theirs: float | None) -> bool:
        """Equal but for the digits that a float drops."""
        if theirs is None:
            return False
        return abs(ours - Fraction(str(theirs))) <= abs(Fraction(str(theirs))) / 10**11

    def factor(self, quantity: Quantity, unit: str | None) -> Fraction:
        """How many base units one of the suite's units is."""
        name = UNITS.get(unit or "")
        if name:
            return self.lexicon.units.by_name[name].factor
        own = quantity.unit
        scale = SCALE.match(own)
        known = self.lexicon.units.by_name
        if own not in known and scale and scale.end() <= len(own):
            own = own[scale.end() :]
        if quantity.form == "proportion" or "分之" in quantity.reading[0]:
            return Fraction(100)
        return known[own].factor if own in known else Fraction(1)

    def value_fits(self, quantity: Quantity, span: Case) -> bool:
        kind, value = span["kind"], span.get("value")
        if kind == "range":
            return self.range_fits(quantity, span)
        if value is None:
            return True
        if kind in ("number", "fraction", "ordinal"):
            return self.close(plain(quantity), value)
        if kind == "percent":
            return self.close(quantity.base_value, value)
        if span.get("unit") in UNITS and quantity.dimension not in NO_MEASURE:
            return self.close(quantity.base_value / self.factor(quantity, span["unit"]), value)
        return self.close(plain(quantity), value)

    def range_fits(self, quantity: Quantity, span: Case) -> bool:
        factor = self.factor(quantity, span.get("unit"))
        low: Fraction | None = quantity.base_value / factor
        high = low
        if quantity.form == "range":
            top = quantity.stated.high
            high = (top - quantity.step) / factor if top is not None else None
        elif quantity.bound in (Bound.OVER, Bound.AT_LEAST, Bound.REMAINDER):
            high = quantity.stated.high and quantity.stated.high / factor
        elif quantity.bound in (Bound.NEAR, Bound.AT_MOST):
            low = None
        for ours, theirs in ((low, span.get("lo")), (high, span.get("hi"))):
            if (ours is None) != (theirs is None) or (ours is not None and not self.close(ours, theirs)):
                return False
        return True

    def place_fits(self, quantity: Quantity, folded: Folded, span: Case) -> bool:
        number, whole = folded.back(quantity.number), folded.back(quantity.span)
        if span["kind"] in ("number", "fraction"):
            return bool(span["start"] == number.start and number.end <= span["end"] <= whole.end)
        return bool(span["start"] <= number.start < span["end"] and whole.start < span["end"])

    def bound_fits(self, quantity: Quantity, span: Case) -> bool:
        wanted = span.get("bound")
        if wanted in ("at_most", "at_least", "remainder"):
            return bool(quantity.bound == wanted)
        return wanted in (None, "accurate") or quantity.bound is not Bound.EXACT

    def holds(self, case: Case, readings: tuple[Quantity, ...], folded: Folded) -> bool:
        """Whether every number expected was read, and in the kinds looked for no other."""
        left = list(readings)
        for span in case["spans"]:
            fitting = [
                q
                for q in left
                if self.place_fits(q, folded, span) and self.value_fits(q, span) and self.bound_fits(q, span)
            ]
            if not fitting:
                return False
            left.remove(fitting[0])
        looked_for = set(case.get("scope") or ())
        if any(span.get("full") for span in case["spans"]):
            return not left
        return not any(kinds(q) & looked_for for q in left)


def cases(shared: Path) -> Iterator[Case]:
    """The cases of the file, in order."""
    with (shared / "gold" / "number_cases.dev.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@pytest.fixture(scope="module")
def listed() -> dict[str, dict[str, str]]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def name(case: Case) -> str:
    """How the data file names a case: the suite and the text."""
    return f"{case['source']} {case['text']}"[:120]


def test_numbers_are_read_as_other_suites_expect(shared: Path, listed: dict[str, dict[str, str]]) -> None:
    judge = Judge(LEXICON)
    failed, standing = [], 0
    for case in cases(shared):
        folded = fold(case["text"])
        held = judge.holds(case, READER.read(folded.text), folded)
        if name(case) in listed["disputable"]:
            continue
        standing += 1
        if not held:
            failed.append(name(case))
    unlisted = [case for case in failed if case not in listed["not_read"]]
    assert unlisted == []
    assert 1 - Fraction(len(failed), standing) >= WANTED


@given(
    st.text(
        alphabet="0123456789.,-—~/%: 零一二三四五六七八九十百千万亿两半几第成折分之点余多来近超以上和之间比大小k元斤米",
        max_size=60,
    )
)
def test_no_text_breaks_the_reader(text: str) -> None:
    folded = fold(text)
    for quantity in READER.read(folded.text):
        assert 0 <= quantity.span.start < quantity.span.end <= len(folded.text)
        assert quantity.expected.meets(quantity.stated)


def test_what_is_listed_is_still_there_and_still_differs(shared: Path, listed: dict[str, dict[str, str]]) -> None:
    judge = Judge(LEXICON)
    found = {}
    for case in cases(shared):
        folded = fold(case["text"])
        found[name(case)] = judge.holds(case, READER.read(folded.text), folded)
    told = {**listed["disputable"], **listed["not_read"]}
    assert [case for case in told if case not in found] == []
    assert [case for case in told if found[case]] == []
    assert all(len(reason) > 20 for reason in told.values())
