"""`consistency explain`: why two numbers met, or did not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consistency.cli import main
from tests.domain import bulletin, report

Run = Callable[..., Result]


@pytest.fixture
def explain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command over two documents of one place and year."""
    monkeypatch.chdir(tmp_path)
    one = bulletin("地区生产总值320.5亿元，比上年增长6.2%。", "建成湿地公园12个。", "出口31.5亿元。")
    other = report("GDP达到321亿元，增长6.3%。", "建成湿地公园13个。", "进口42.6亿元。", "力争2024年粮食产量12万吨。")
    (tmp_path / "a.txt").write_text(one, encoding="utf-8")
    (tmp_path / "b.txt").write_text(other, encoding="utf-8")
    return lambda *args: CliRunner().invoke(main, ["explain", "--lang", "en", *args])


def test_two_numbers_that_met_are_shown_with_all_that_says_so(explain: Run) -> None:
    result = explain("a.txt:3", "b.txt:3")
    assert result.exit_code == 0
    assert "They met" in result.stdout
    assert "names: equal" in result.stdout
    assert "in all (bits), probability 100%" in result.stdout


def test_a_column_before_the_number_names_it(explain: Run) -> None:
    result = explain("a.txt:2:1", "b.txt:2:4")
    assert "320.5亿元" in result.stdout
    assert "321亿元" in result.stdout


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("a.txt:4", "b.txt:4", "two indicators of the lexicon"),
        ("a.txt:2:1", "b.txt:2:14", "other measure: level / growth"),
        ("a.txt:3", "b.txt:5", "other period: 2023 / 2024"),
        ("a.txt:3", "b.txt:4", "other dimension"),
    ],
)
def test_what_forbids_a_meeting_is_told(explain: Run, one: str, other: str, why: str) -> None:
    result = explain(one, other)
    assert "They did not meet" in result.stdout
    assert why in result.stdout


def test_as_json_the_weights_make_the_sum(explain: Run) -> None:
    told = json.loads(explain("a.txt:2:1", "b.txt:2:1", "--format", "json").stdout)
    assert told["met"] is True
    assert told["one"]["path"] == "a.txt"
    assert told["sum"] == told["prior"] + sum(row["weight"] for row in told["comparisons"])


@pytest.mark.parametrize(
    ("one", "hint"),
    [
        ("a.txt:2", "name one by its column"),
        ("a.txt:1", "no number"),
        ("a.txt", "FILE:LINE"),
        ("none.txt:1", "none.txt"),
    ],
)
def test_a_place_that_names_no_number_is_told_of(explain: Run, one: str, hint: str) -> None:
    result = explain(one, "b.txt:3")
    assert result.exit_code == 2
    assert hint in result.output
