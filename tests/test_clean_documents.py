"""Documents of invented places that are right in every number: nothing in them is to be called an error or doubtful."""

from functools import cache
from pathlib import Path

import pytest

from consistency.model import Report, Severity
from consistency.pipeline import check
from tests.domain import rules

PLACES = sorted(p for p in (Path(__file__).parent / "clean").iterdir() if p.is_dir())


@cache
def checked(place: Path) -> Report:
    """The report on the documents of a place."""
    return check(sorted(str(p) for p in place.glob("*.txt")), rules())


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.name)
def test_nothing_is_reported_where_all_is_right(place: Path) -> None:
    assert [(f.rule, f.message["zh"]) for f in checked(place).findings if f.severity is not Severity.INFO] == []


def test_and_not_because_nothing_was_compared() -> None:
    met = [s for place in PLACES for s in checked(place).sets]
    assert len(PLACES) >= 9
    assert len(met) >= 50
