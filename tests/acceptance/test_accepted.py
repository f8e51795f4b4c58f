"""Accepted findings: who, why and until when, and what is said of those that hold no longer."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consistency.acceptance.accepted import Accepted, acceptance, carried, read_accepted
from consistency.model import Finding
from consistency.toml_tables import ConfigurationError
from tests.domain import bulletin, found

MEDALS = "全年获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。"
TODAY = date(2024, 3, 1)


def finding(text: str = MEDALS) -> Finding:
    (only,) = found(bulletin(text), select=("CC2",))
    return only


def entry(of: Finding, until: date | None = None) -> Accepted:
    return Accepted(of.fingerprint, of.rule, "统计科", "快报数", until, "accepted.toml: accepted[1]")


@pytest.mark.parametrize("until", [None, date(2024, 3, 1), date(2024, 12, 31)])
def test_an_accepted_finding_calls_for_nobody(until: date | None) -> None:
    known = finding()
    came_to = acceptance([entry(known, until)], [known], TODAY, ".")
    assert came_to.holds == {known.fingerprint}
    assert came_to.notes == ()


def test_after_its_day_it_calls_again_and_says_so() -> None:
    known = finding()
    came_to = acceptance([entry(known, date(2024, 2, 29))], [known], TODAY, ".")
    assert came_to.holds == frozenset()
    (note,) = came_to.notes
    assert note["en"] == (
        f"accepted.toml: accepted[1]: acceptance of CC201 {known.fingerprint} ended on 2024-02-29 (统计科: 快报数)"
    )


def test_with_another_value_it_lapses_and_says_so() -> None:
    changed = finding(MEDALS.replace("95枚", "96枚"))
    came_to = acceptance([entry(finding())], [changed], TODAY, ".")
    assert came_to.holds == frozenset()
    assert came_to.notes[0]["en"].endswith("matches no finding any longer (统计科: 快报数)")


@pytest.mark.parametrize(("sources", "holds"), [((), True), (("a.txt",), True), (("公报.txt",), False)])
def test_it_holds_for_the_documents_it_names(sources: tuple[str, ...], holds: bool) -> None:
    known = finding()
    came_to = acceptance([replace(entry(known), sources=sources)], [known], TODAY, ".")
    assert (known.fingerprint in came_to.holds) is holds
    assert came_to.joined == ({} if holds else {known.fingerprint: ("a.txt",)})


ENTRY = '[[accepted]]\nfinding = "abc"\nrule = "CC201"\nwho = "统计科"\nwhy = "快报数"\nuntil = 2024-06-30\n'


def test_the_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    path.write_text(ENTRY, encoding="utf-8")
    (accepted,) = read_accepted(path)
    assert (accepted.finding, accepted.who, accepted.until) == ("abc", "统计科", date(2024, 6, 30))
    assert accepted.source == f"{path}: accepted[1]"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('who = "统计科"\n', "", "accepted[1].who: is missing"),
        ('why = "快报数"', 'why = " "', "accepted[1].why: must say something"),
        ("until = 2024-06-30", 'until = "2024-06-30"', "accepted[1].until: must be a date, such as 2024-06-30"),
        ("until = 2024-06-30", "until = 2024-06-30T12:00:00", "accepted[1].until: must be a date"),
        ("until =", "untill =", "accepted[1].untill: unknown key (did you mean 'until'?)"),
        ("[[accepted]]", ENTRY + "[[accepted]]", "accepted[2].finding: 'abc' is accepted already in accepted[1]"),
    ],
)
def test_what_is_out_of_order_is_told_with_file_and_key(tmp_path: Path, before: str, after: str, said: str) -> None:
    path = tmp_path / "accepted.toml"
    path.write_text(ENTRY.replace(before, after), encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        read_accepted(path)
    assert f"{path}: {said}" in str(raised.value)


def test_what_was_accepted_under_an_older_fingerprint_is_accepted() -> None:
    now = replace(finding(), fingerprint="new", formerly="old")
    accepted = replace(entry(now), finding="old")
    assert [a.finding for a in carried([accepted], [now])] == ["new"]
