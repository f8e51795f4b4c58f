"""Baselines: what was found before, kept in a file that reads well and lapses with a value."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.acceptance.baseline import (
    Baseline,
    Entry,
    baseline_of,
    gone,
    pruned,
    read_baseline,
    states,
    written,
)
from consistency.model import Finding
from consistency.toml_tables import ConfigurationError
from tests.domain import bulletin, found

MEDALS = "全年获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。"
SCHOOLS = "共有学校38所，其中小学47所。"


def findings(*paragraphs: str) -> tuple[Finding, ...]:
    return found(bulletin(*paragraphs), select=("CC2",))


def test_a_finding_of_the_baseline_is_unchanged_and_another_new() -> None:
    known = baseline_of(findings(MEDALS))
    now = findings("全年平稳。", SCHOOLS, MEDALS)
    assert {f.rule: states(known, now)[f.fingerprint] for f in now} == {"CC201": "unchanged", "CC202": "new"}


def test_it_lapses_when_a_value_changes() -> None:
    known = baseline_of(findings(MEDALS))
    (finding,) = findings(MEDALS.replace("95枚", "96枚"))
    assert states(known, (finding,)) == {finding.fingerprint: "new"}
    assert gone(known, (finding,)) == known.entries


def test_pruning_drops_what_matches_nothing_and_adds_nothing() -> None:
    known = baseline_of(findings(MEDALS, SCHOOLS))
    left = pruned(known, findings(SCHOOLS))
    assert [e.rule for e in left.entries] == ["CC202"]
    assert pruned(Baseline(), findings(SCHOOLS)) == Baseline()
    assert pruned(left, findings(SCHOOLS)) == left


def test_a_baseline_comes_back_from_its_file(tmp_path: Path) -> None:
    known = baseline_of(findings(MEDALS, SCHOOLS))
    path = tmp_path / "baseline.json"
    path.write_text(written(known), encoding="utf-8")
    assert read_baseline(path) == known
    assert len(path.read_text(encoding="utf-8").splitlines()) == len(known.entries) + 2  # a line an entry
    assert "奖牌" in path.read_text(encoding="utf-8")


def test_an_empty_baseline_is_one_too(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(written(Baseline()), encoding="utf-8")
    assert read_baseline(path) == Baseline()


@given(st.lists(st.builds(Entry, st.text(), st.text(), st.text()), max_size=5))
def test_whatever_stands_in_it_comes_back(entries: list[Entry]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.json"
        path.write_text(written(Baseline(tuple(sorted(set(entries))))), encoding="utf-8")
        assert read_baseline(path) == Baseline(tuple(sorted(set(entries))))


def test_it_does_not_depend_on_the_order_of_findings() -> None:
    some = findings(MEDALS, SCHOOLS)
    assert written(baseline_of(some)) == written(baseline_of(some[::-1]))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "no baseline: "),
        ("[]", 'no baseline: it must say "schema": 1 and list "findings"'),
        ('{"schema": 2, "findings": []}', 'no baseline: it must say "schema": 1 and list "findings"'),
        ('{"schema": 1, "findings": [{"rule": "CC1"}]}', "findings[1]: must give fingerprint, rule, message as "),
    ],
)
def test_what_is_no_baseline_is_told(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        read_baseline(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert said in str(raised.value)
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_baseline(tmp_path / "none.json")
