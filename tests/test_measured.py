"""How rules did where they were measured, and that none which is wrong too often is an error."""

import re
from dataclasses import fields
from fractions import Fraction
from pathlib import Path

import pytest

from consistency.checks.measured import Measured, load_measured
from consistency.engine import load_rules
from consistency.model import Severity
from consistency.rule_folder import rule_folder
from consistency.toml_tables import ConfigurationError

MEASURED = load_measured(rule_folder())
PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules-measured.md"


def test_no_rule_that_is_wrong_too_often_is_an_error() -> None:
    errors = {r.id for r in load_rules().all if r.severity is Severity.ERROR}
    assert sorted(id_ for id_, one in MEASURED.items() if id_ in errors and one.unfit_for_errors) == []


def test_what_was_measured_are_rules() -> None:
    assert set(MEASURED) <= {r.id for r in load_rules().all}
    assert len(MEASURED) > 10  # the measuring ran


def test_the_page_says_what_the_data_say() -> None:
    rows = re.findall(
        r"^\| (\w+) \| (\w+) \|.*?\| ([\d| ]+) \| [^|]+ \| [^|]+ \|$", PAGE.read_text(encoding="utf-8"), re.M
    )
    told = {id_: [int(n) for n in counts.split(" | ")] for id_, _, counts in rows}
    for id_, one in MEASURED.items():
        assert told[id_] == [getattr(one, f.name) for f in fields(Measured)], "run benchmarks/rules.py"


@pytest.mark.parametrize(
    ("one", "precision", "unfit"),
    [
        (Measured(), None, False),
        (Measured(true=9, false=1), Fraction(9, 10), False),
        (Measured(true=8, false=2), Fraction(4, 5), True),
        (Measured(true=8, false=2, traced=90), Fraction(98, 100), True),  # poor on what readers marked
        (Measured(true=1, false=1), Fraction(1, 2), False),  # too few to tell
        (Measured(traced=8, astray=2), Fraction(4, 5), True),
        (Measured(caught=9, astray=1, slipped=90), Fraction(9, 10), False),  # blind, but not wrong
    ],
)
def test_too_often_is_more_than_one_in_ten_where_there_is_enough_to_tell(
    one: Measured, precision: Fraction | None, unfit: bool
) -> None:
    assert (one.precision, one.unfit_for_errors) == (precision, unfit)


def test_recall_counts_what_was_marked_and_the_faults_put_in() -> None:
    assert Measured(traced=5).recall is None
    assert Measured(true=3, missed=1, traced=5, caught=3, slipped=1).recall == Fraction(3, 4)


def test_a_misspelt_count_is_told(tmp_path: Path) -> None:
    (tmp_path / "measured.toml").write_text("[CC101]\ntru = 1\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"CC101\.tru: unknown key \(did you mean 'true'\?\)"):
        load_measured(tmp_path)
    assert load_measured(tmp_path / "none") == {}
