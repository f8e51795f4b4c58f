"""`consistency claims` and `consistency rules`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.report.samples import UNREAD

Run = Callable[..., Result]


def test_claims_are_listed_and_with_all_every_mention(run: Run) -> None:
    assert len(json.loads(run("claims", "a.txt", "--format", "json").stdout)["mentions"]) == 5
    assert len(json.loads(run("claims", "--all", "a.txt", "--format", "json").stdout)["mentions"]) == 7


def test_claims_for_people_and_for_spreadsheets(run: Run) -> None:
    assert "6.5万人 → 65,000 人" in run("claims", "a.txt").stdout
    assert run("claims", "a.txt", "--format", "csv").stdout.startswith("path,line,column,")


def test_claims_go_to_a_file(run: Run, tmp_path: Path) -> None:
    done = run("claims", "a.txt", "--format", "csv", "--output", str(tmp_path / "claims.csv"))
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8").count("\n") == 6


def test_claims_of_what_could_be_read_are_listed_and_the_rest_exits_2(run: Run, stages: Any) -> None:
    stages.problems = (UNREAD,)
    done = run("claims", "a.txt", "附件.pdf", "--lang", "zh")
    assert done.exit_code == 2
    assert done.stderr == "附件.pdf: 不支持的格式：.pdf\n"
    assert "6.5万人" in done.stdout


def test_rules_are_listed_in_the_language_asked_for(run: Run) -> None:
    listed = run("rules", "list", "--lang", "zh").stdout.splitlines()
    assert [line[:5] for line in listed] == ["CC101", "CC102", "CC201"]
    assert listed[1] == "CC102  警告  values  数值有出入"
    assert "values in tension" in run("rules", "list", "--lang", "en").stdout


@pytest.mark.parametrize(("asked", "shown"), [("CC101", ["CC101"]), ("CC1", ["CC101", "CC102"])])
def test_a_rule_is_shown_by_its_id_or_the_beginning_of_it(run: Run, asked: str, shown: list[str]) -> None:
    page = run("rules", "show", asked, "--lang", "zh").stdout
    assert [line.split()[0] for line in page.splitlines() if line.startswith("CC")] == shown
    assert "一个指标一个数。" in page


def test_an_unknown_rule_is_refused_with_the_nearest(run: Run) -> None:
    done = run("rules", "show", "CC9")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "consistency: no rule CC9; the nearest are CC101, CC102\n"


def test_rules_of_ones_own_are_listed_too(run: Run, stages: Any, tmp_path: Path) -> None:
    run("rules", "list", "--rules", str(tmp_path))
    assert stages.asked["folders"] == (tmp_path,)
