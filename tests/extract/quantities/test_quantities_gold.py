"""Quantities of real documents: labelled by hand in ../shared/gold, and a sample judged by hand here."""

import json
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from consistency.extract.mentions import Extractor
from consistency.extract.quantities.scanner import QuantityReader
from consistency.lexicon import load_lexicon
from consistency.model import Document, Quantity
from consistency.normalise import fold
from consistency.rule_folder import rule_folder

JUDGED = tomllib.loads(Path(__file__).with_name("quantity_precision.toml").read_text(encoding="utf-8"))
WANTED = Fraction(97, 100)
AT_MOST_WRONG = Fraction(2, 100)


def documents(shared: Path) -> dict[str, str]:
    """The seed documents by the first three characters of their names."""
    return {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))}


@cache
def mentioned(name: str, text: str) -> dict[int, Quantity]:
    """The quantities of a document, tables with their units, by where their figures begin."""
    reading = Extractor(load_lexicon(rule_folder())).read(Document(f"{name}.txt", text))
    return {mention.number.start: mention.quantity for mention in reading.mentions}


@cache
def read(text: str) -> dict[int, Quantity]:
    """The quantities that the reader alone finds, by where their words begin in the text as read."""
    folded = fold(text)
    found = QuantityReader(load_lexicon(rule_folder())).read(folded.text)
    return {folded.back(quantity.span).start: quantity for quantity in found}


def labelled(shared: Path) -> Iterator[dict[str, str]]:
    """The quantities labelled by hand."""
    with (shared / "gold" / "quantities.dev.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def test_value_unit_and_bound_are_read_as_labelled(shared: Path) -> None:
    texts, wrong, rows = documents(shared), [], list(labelled(shared))
    for row in rows:
        quantity = mentioned(row["doc"], texts[row["doc"]]).get(int(row["num_start"]))
        value = Fraction(Decimal(row["value"]))
        told = (
            quantity is not None
            # A mention turns a fall round (下降13.9%); the labels give the number as written.
            and abs(abs(quantity.base_value) - abs(value)) < Fraction(1, 10**9)
            and quantity.value.startswith("-") == (value < 0)
            and (quantity.base_unit, str(quantity.bound)) == (row["unit"], row["bound"])
        )
        if not told:
            wrong.append((row["quote"], quantity))
    assert 1 - Fraction(len(wrong), len(rows)) >= WANTED, wrong


def test_the_sample_is_as_large_as_it_says_and_hardly_ever_wrong() -> None:
    verdicts = [row["verdict"] for row in JUDGED["sample"]]
    assert len(verdicts) == 200
    assert set(verdicts) <= {"quantity", "none"}
    assert Fraction(verdicts.count("none"), len(verdicts)) <= AT_MOST_WRONG


@pytest.mark.parametrize("row", JUDGED["sample"], ids=lambda row: f"{row['doc']}:{row['start']}")
def test_what_was_sampled_stands_where_it_says(shared: Path, row: dict[str, str | int]) -> None:
    start, quote = int(row["start"]), str(row["quote"])
    text = documents(shared)[str(row["doc"])]
    assert len(quote) <= 12
    assert text.startswith(quote, start)
    assert (start in read(text)) == (row["verdict"] == "quantity")


@pytest.mark.parametrize("row", JUDGED["no_quantity"], ids=lambda row: f"{row['doc']}:{row['start']}")
def test_what_was_judged_no_quantity_stays_out(shared: Path, row: dict[str, str | int]) -> None:
    """Found wrong while the rules were made: serial numbers, names, plans, versions."""
    start, quote = int(row["start"]), str(row["quote"])
    text = documents(shared)[str(row["doc"])]
    assert text.startswith(quote, start)
    assert start not in read(text)
    assert start not in mentioned(str(row["doc"]), text)
