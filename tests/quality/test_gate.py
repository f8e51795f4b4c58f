"""The whole path on real documents, scored against what careful readers marked: no change may lower it unseen."""

import json
import subprocess
import sys
import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
# Documents and gold of each set, below the folder of the reference documents.
SETS = {
    "seeds": ("seeds", "gold/seeds.dev.jsonl"),
    "luoyang-2025": ("corpora/luoyang-2025", "corpora/luoyang-2025/gold.jsonl"),
    "yiyang-2025": ("corpora/yiyang-2025", "corpora/yiyang-2025/gold.jsonl"),
}


@cache
def report(folder: Path) -> str:
    """The JSON report on a folder, by the program as a user runs it."""
    command = [sys.executable, "-m", "consistency", "check", str(folder), "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr
    assert not json.loads(done.stdout)["errors"]
    return done.stdout


@cache
def scored(shared: Path, name: str, to: Path, *flags: str) -> str:
    """What the scorer says of the report on a set."""
    folder, gold = (shared / part for part in SETS[name])
    path = to / f"{name}.json"
    path.write_text(report(folder), encoding="utf-8")
    command = [sys.executable, str(shared / "tools" / "score.py"), str(path), str(gold), str(folder), *flags]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


@pytest.fixture(scope="module")
def to(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the reports."""
    return tmp_path_factory.mktemp("reports")


def ratio(written: str) -> tuple[int, int]:
    """“6/34” as hits and all."""
    hits, everything = written.split("/")
    return int(hits), int(everything)


def missed(name: str, side: str, score: str, reached: tuple[int, int]) -> str:
    """What is to be said of a score that is not where it was brought, and nothing where it is."""
    pinned = ratio(FLOORS[name][side][score])
    said = f"{score} of {name}: {reached[0]}/{reached[1]}, pinned at {pinned[0]}/{pinned[1]} ({side})"
    if not score.startswith("precision") and reached[1] != pinned[1]:
        return f"{said}: the gold has changed; look again and pin anew"
    ours, floor = (Fraction(a, b) if b else Fraction(1) for a, b in (reached, pinned))
    return "" if (ours >= floor if side == "at_least" else ours <= floor) else said


@pytest.mark.parametrize("name", SETS)
def test_scores_stay_where_they_were_brought_and_each_is_pinned(shared: Path, to: Path, name: str) -> None:
    told: dict[str, Any] = json.loads(scored(shared, name, to, "--json"))
    pins = [(side, score) for side in ("at_least", "at_most") for score in FLOORS[name][side]]
    faults = [said for side, score in pins if (said := missed(name, side, score, told[score]))]
    assert not faults, "\n".join((*faults, scored(shared, name, to, "--list")))
    pinned = {score for side in FLOORS[name].values() for score in side}
    # Recall by severity and type is told for reading; a group without entries has nothing to pin.
    wanted = {s for s, value in told.items() if s not in ("by_type", "findings") and value[1]}
    assert pinned == wanted


def test_two_years_of_one_province_give_no_false_finding(shared: Path) -> None:
    found = json.loads(report(shared / "corpora" / "henan-gwr"))
    loud = [f["message"] for f in found["findings"] if f["severity"] in ("error", "warning")]
    assert loud == []
    assert found["coverage"]["claims"] >= FLOORS["henan-gwr"]["claims"]


def test_the_scorer_would_see_a_report_that_found_nothing(shared: Path, tmp_path: Path) -> None:
    """The gate can fail: an empty report is below every floor, and one that joins all is above the ceilings."""
    path = tmp_path / "report.json"
    path.write_text('{"findings": [], "groups": []}')
    for name, (folder, gold) in SETS.items():
        command = [sys.executable, str(shared / "tools" / "score.py"), str(path), str(shared / gold)]
        out = subprocess.run([*command, str(shared / folder), "--json"], capture_output=True, text=True, check=True)
        score = json.loads(out.stdout)
        for wanted in ("conflict_recall", "agreement_pairs_aligned"):
            assert score[wanted][0] == 0
            assert ratio(FLOORS[name]["at_least"][wanted])[0] > 0
