"""Baselines: what was found before, kept in a file that reads well and lapses with a value."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.acceptance.baseline import (
    Baseline,
    Entry,
    baseline_of,
    carried,
    gone,
    joined,
    pruned,
    read_baseline,
    states,
    written,
)
from consistency.model import FINGERPRINTS, Finding
from consistency.toml_tables import ConfigurationError
from tests.domain import bulletin, found, report

MEDALS = "全年获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。"
SCHOOLS = "共有学校38所，其中小学47所。"


def findings(*paragraphs: str) -> tuple[Finding, ...]:
    return found(bulletin(*paragraphs), select=("CC2",))


def test_a_finding_of_the_baseline_is_unchanged_and_another_new() -> None:
    known = baseline_of(findings(MEDALS), ".")
    now = findings("全年平稳。", SCHOOLS, MEDALS)
    assert {f.rule: states(known, now, ())[f.fingerprint] for f in now} == {"CC201": "unchanged", "CC202": "new"}


def test_it_lapses_when_a_value_changes() -> None:
    known = baseline_of(findings(MEDALS), ".")
    (finding,) = findings(MEDALS.replace("95枚", "96枚"))
    assert states(known, (finding,), ()) == {finding.fingerprint: "new"}
    assert gone(known, (finding,)) == known.entries


def test_pruning_drops_what_matches_nothing_and_adds_nothing() -> None:
    known = baseline_of(findings(MEDALS, SCHOOLS), ".")
    left = pruned(known, findings(SCHOOLS), ".")
    assert [e.rule for e in left.entries] == ["CC202"]
    assert pruned(Baseline(), findings(SCHOOLS), ".") == Baseline()
    assert pruned(left, findings(SCHOOLS), ".") == left


def test_a_baseline_comes_back_from_its_file(tmp_path: Path) -> None:
    known = baseline_of(findings(MEDALS, SCHOOLS), ".")
    path = tmp_path / "baseline.json"
    path.write_text(written(known), encoding="utf-8")
    assert read_baseline(path) == known
    assert len(path.read_text(encoding="utf-8").splitlines()) == len(known.entries) + 2  # a line an entry
    assert "奖牌" in path.read_text(encoding="utf-8")


def test_an_empty_baseline_is_one_too(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(written(Baseline()), encoding="utf-8")
    assert read_baseline(path) == Baseline()


PATHS = st.lists(st.text(), max_size=3).map(lambda paths: tuple(sorted(paths)))


@given(st.lists(st.builds(Entry, st.text(), st.text(), st.text(), PATHS, PATHS), max_size=5))
def test_whatever_stands_in_it_comes_back(entries: list[Entry]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.json"
        path.write_text(written(Baseline(tuple(sorted(set(entries))))), encoding="utf-8")
        assert read_baseline(path) == Baseline(tuple(sorted(set(entries))))


def test_it_does_not_depend_on_the_order_of_findings() -> None:
    some = findings(MEDALS, SCHOOLS)
    assert written(baseline_of(some, ".")) == written(baseline_of(some[::-1], "."))


# -- who takes part -----------------------------------------------------------------------

YEARBOOK = "青山县2023年统计年鉴\n一、综述\n全年粮食产量{}万吨。\n"
DIGEST = "青山县2023年大事记\n一、回顾\n这一年，全县粮食产量{}万吨。\n"


def grain(*tonnes: str) -> tuple[Finding, ...]:
    """The findings of documents, a.txt and so on, that tell the harvest of one year."""
    forms = (bulletin("全年粮食产量{}万吨。"), report("粮食产量{}万吨。"), YEARBOOK, DIGEST)
    return found(*(form.format(told) for form, told in zip(forms, tonnes, strict=False)), select=("CC1",))


def newcomers(recorded: tuple[str, ...], now: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The documents that joined what was on record; the values in dispute are the same then and now."""
    known, found = baseline_of(grain(*recorded), "."), grain(*now)
    assert [f.fingerprint for f in found] == [e.fingerprint for e in known.entries]
    new = joined(known, found, ".")
    assert set(states(known, found, new).values()) == ({"new"} if new else {"unchanged"})
    return list(new.values())


def test_a_document_that_repeats_a_value_in_dispute_is_new() -> None:
    assert newcomers(("123.4", "132.4"), ("123.4", "132.4", "132.4")) == [("c.txt",)]
    assert newcomers(("123.4", "132.4"), ("123.4", "132.4", "123.4")) == [("c.txt",)]  # one against one: neither counts


def test_a_document_that_repeats_the_value_fewer_sources_have_is_new() -> None:
    assert newcomers(("123.4", "132.4", "123.4"), ("123.4", "132.4", "123.4", "132.4")) == [("d.txt",)]


def test_one_more_of_the_majority_is_not() -> None:
    assert newcomers(("123.4", "132.4", "123.4"), ("123.4", "132.4", "123.4", "123.4")) == []


def test_documents_that_drop_out_or_change_elsewhere_are_none_either() -> None:
    assert newcomers(("123.4", "132.4", "123.4"), ("123.4", "132.4")) == []
    assert newcomers(("123.4", "132.4"), ("123.4", "132.4")) == []


def test_a_baseline_without_sources_holds_for_every_document() -> None:
    old = Baseline(
        tuple(Entry(e.rule, e.fingerprint, e.message) for e in baseline_of(grain("123.4", "132.4"), ".").entries)
    )
    assert joined(old, grain("123.4", "132.4", "132.4"), ".") == {}
    assert pruned(old, grain("123.4", "132.4"), ".") == old


def test_documents_are_named_from_the_folder_of_the_file(tmp_path: Path) -> None:
    here = baseline_of(grain("123.4", "132.4"), ".").entries[0]
    assert here.sources == ("a.txt", "b.txt")
    assert here.majority == ()
    beside = baseline_of(grain("123.4", "132.4", "123.4"), "records").entries[0]
    assert beside.sources == ("../a.txt", "../b.txt", "../c.txt")
    assert beside.majority == ("../a.txt", "../c.txt")


def test_pruning_forgets_documents_that_take_no_part_any_longer() -> None:
    known = baseline_of(grain("123.4", "132.4", "123.4"), ".")
    (left,) = pruned(known, grain("123.4", "132.4"), ".").entries
    assert left.sources == ("a.txt", "b.txt")
    assert left.majority == ("a.txt",)


# -- the file -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "no baseline: "),
        ("[]", 'no baseline: it must say "schema": 1 and list "findings"'),
        ('{"schema": 2, "findings": []}', 'no baseline: it must say "schema": 1 and list "findings"'),
        (
            '{"schema": 1, "findings": [{"rule": "CC1", "fingerprint": "a", "message": "", "sources": "x.txt"}]}',
            "findings[1].sources: must list paths as strings",
        ),
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


# -- fingerprints of an older version -----------------------------------------------------

OWN = "县本级一般公共预算收入{}亿元。"


def disputed() -> tuple[Finding, ...]:
    """A disagreement on the accounts of a level of government, whose fingerprint was another in the version before."""
    return found(bulletin(OWN.format("12.34")), report(OWN.format("13.24")))


def test_the_accounts_are_part_of_a_fingerprint() -> None:
    (own,) = disputed()
    (whole,) = found(bulletin("一般公共预算收入12.34亿元。"), report("一般公共预算收入13.24亿元。"))
    assert own.formerly == whole.fingerprint != own.fingerprint
    assert whole.formerly == ""


def test_what_was_recorded_under_an_older_version_is_carried_over_once(tmp_path: Path) -> None:
    (now,) = disputed()
    path = tmp_path / "baseline.json"
    entry = f'{{"rule": "{now.rule}", "fingerprint": "{now.formerly}", "message": ""}}'
    path.write_text(f'{{"schema": 1, "findings": [{entry}]}}', encoding="utf-8")
    old = read_baseline(path)
    assert old.version == 1
    new = carried(old, [now])
    assert states(new, [now], ()) == {now.fingerprint: "unchanged"}
    assert gone(new, [now]) == ()
    path.write_text(written(new), encoding="utf-8")
    assert read_baseline(path) == new
    assert new.version == FINGERPRINTS
    assert carried(new, [now]) is new


def test_fingerprints_of_a_later_release_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text('{"schema": 1, "fingerprints": 99, "findings": []}', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="written by a later release"):
        read_baseline(path)
