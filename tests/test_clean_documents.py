"""Documents of invented places that are right in every number: nothing in them is to be called an error or doubtful."""

from pathlib import Path

import pytest

from consistency.model import Severity
from consistency.pipeline import check
from tests.domain import rules

PLACES = sorted(p for p in (Path(__file__).parent / "clean").iterdir() if p.is_dir())


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.name)
def test_nothing_is_reported_where_all_is_right(place: Path) -> None:
    report = check(sorted(str(p) for p in place.glob("*.txt")), rules())
    assert [(f.rule, f.message["zh"]) for f in report.findings if f.severity is not Severity.INFO] == []


def test_and_not_because_nothing_was_compared() -> None:
    met = [s for place in PLACES for s in check(sorted(str(p) for p in place.glob("*.txt")), rules()).sets]
    assert len(PLACES) >= 9
    assert len(met) >= 50
