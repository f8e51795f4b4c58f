"""Decisions written into a file: put in, replaced, taken out; what people wrote beside them stays."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consistency.acceptance.accepted import Accepted, Decided, acceptance, read_accepted
from consistency.acceptance.decisions import decide, decided, meant, withdraw
from consistency.toml_tables import ConfigurationError
from tests.acceptance.test_accepted import TODAY, entry, finding

BY_HAND = """\
# 三月例会定的。
[[accepted]]
finding = "aaa1"
rule = "CC101"
who = "统计科 王" # 电话 12345
why = \"\"\"快报数，
四月起以公报为准\"\"\"

# 以下待年鉴出版后删去
[[accepted]]
finding = "bbb2"
who = "李"
why = "口径不同"
"""


def decision(of: str, why: str = "口径不同", **more: object) -> Accepted:
    return replace(Accepted(of, "CC101", "李", why, None, ""), **more)  # type: ignore[arg-type]


def told(path: Path) -> list[Accepted]:
    """What the file says, wherever in it that stands."""
    return [replace(found, source="") for found in read_accepted(path)]


def test_the_first_decision_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    assert decided(path) == ()
    full = decision(
        "ccc3",
        '快报"数"\n\\ 与\u202e公报',
        until=date(2024, 6, 30),
        sources=("公报.txt", "a'b.txt"),
        verdict=Decided.FALSE_ALARM,
        note="问过王",
    )
    decide(path, [full])
    assert told(path) == [full]
    assert "\u202e" not in path.read_text(encoding="utf-8")


def test_what_people_wrote_beside_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    decide(path, [decision("bbb2", "年鉴已出"), decision("ccc3")])
    text = path.read_text(encoding="utf-8")
    assert text.startswith(BY_HAND[: BY_HAND.index('finding = "bbb2"')])
    assert [(e.finding, e.why) for e in told(path)] == [
        ("aaa1", "快报数，\n四月起以公报为准"),
        ("bbb2", "年鉴已出"),
        ("ccc3", "口径不同"),
    ]
    withdraw(path, ["aaa1", "ccc3"])
    left = path.read_text(encoding="utf-8")
    assert left.startswith("# 三月例会定的。\n\n# 以下待年鉴出版后删去\n[[accepted]]")
    assert [e.finding for e in told(path)] == ["bbb2"]


def test_another_way_of_writing_it_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    path.write_text('accepted = [{finding = "aaa1", who = "王", why = "快报数"}]\n', encoding="utf-8")
    decide(path, [decision("bbb2")])
    assert [e.finding for e in told(path)] == ["aaa1", "bbb2"]


def test_of_two_who_write_at_once_neither_loses_anything(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"

    def write(number: int) -> None:
        for k in range(10):
            decide(path, [decision(f"{number}-{k}")])

    writers = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {e.finding for e in told(path)} == {f"{n}-{k}" for n in range(4) for k in range(10)}
    assert [file.name for file in tmp_path.iterdir()] == ["accepted.toml"]


def test_a_file_out_of_order_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    path.write_text("[[accepted]]\nfinding = 1\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"accepted\[1\]\.finding: must be a string"):
        decide(path, [decision("bbb2")])
    assert path.read_text(encoding="utf-8") == "[[accepted]]\nfinding = 1\n"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("1f", "1f: 2 findings begin so: 1f0c9a54, 1f3377aa"),
        ("9", "9: no finding of seeds has this fingerprint"),
        ("", ": no finding of seeds has this fingerprint"),
        ("2e07b36", "2e07b36: no finding of seeds has this fingerprint (did you mean '2e07b3'?)"),
    ],
)
def test_a_beginning_that_is_nobodys_or_several_is_told_in_one_line(word: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        meant(word, ["1f0c9a54", "1f3377aa", "2e07b3"], "seeds")
    assert str(raised.value) == said
    assert meant("1f0", ["1f0c9a54", "1f3377aa"], "seeds") == "1f0c9a54"


@pytest.mark.parametrize("verdict", Decided)
def test_what_is_done_or_open_calls_again_and_is_not_missed_once_it_is_gone(verdict: Decided) -> None:
    known = finding()
    told = replace(entry(known), verdict=verdict)
    assert (known.fingerprint in acceptance([told], [known], TODAY, ".").holds) is verdict.settles
    assert bool(acceptance([told], [], TODAY, ".").unmatched) is verdict.settles
