"""What linking has learnt: a file in strict form, and what it says of a pair."""

from itertools import pairwise
from pathlib import Path

import pytest

from consistency.link import load_linking
from consistency.link.comparisons import COMPARISONS
from consistency.link.weights import probability
from consistency.rule_folder import rule_folder
from consistency.toml_tables import ConfigurationError
from tests.domain import rules

SHIPPED = ("link.toml", "frequencies.tsv")


def folder(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """The shipped files with one thing changed in one of them."""
    for name in SHIPPED:
        text = (rule_folder() / name).read_text(encoding="utf-8")
        if name == file:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_shipped_weights_are_of_every_level() -> None:
    weights = rules().linking.weights
    assert set(weights) == {(c.name, level) for c in COMPARISONS for level in c.levels}


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("margin = ", "margins = ", "decision.margin"),
        ('"one indicator" = ', '"one indicators" = ', "one indicator"),
        ("prior = ", "prior = 1.5 # ", "prior"),
        ('[weights."units"]', '[weights."unit"]', "units"),
    ],
)
def test_a_file_out_of_order_is_told_of(tmp_path: Path, old: str, new: str, hint: str) -> None:
    with pytest.raises(ConfigurationError, match=hint):
        load_linking(folder(tmp_path, "link.toml", old, new))


@pytest.mark.parametrize(("old", "new"), [("*\t", "*"), ("*\t", "产业\t3\n*\t"), ("*\t", "甲\t")])
def test_a_table_of_frequencies_out_of_order_is_told_of(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(ConfigurationError, match=r"frequencies\.tsv"):
        load_linking(folder(tmp_path, "frequencies.tsv", old, new))


def test_the_sum_of_a_pair_is_a_probability() -> None:
    assert probability(0) == probability(-10) + probability(10) - probability(0)
    assert probability(99999) == 1
    assert probability(-99999) == 0


@pytest.mark.parametrize("scale", ["names", "clauses", "own words"])
def test_the_more_alike_the_more_it_weighs(scale: str) -> None:
    weights = rules().linking.weights
    (levels,) = [c.scale.levels for c in COMPARISONS if c.name == scale]  # type: ignore[attr-defined]
    for likelier, other in pairwise(levels):
        assert weights[scale, likelier] >= weights[scale, other] - 15
