"""Every rule brings along texts that it must fire on and texts that it must not, and does what they say."""

from dataclasses import replace
from pathlib import Path

import pytest

from consistency.engine import Rules, load_rules
from consistency.rule_examples import failures

RULES = load_rules()


def test_every_rule_has_both_sorts_of_examples() -> None:
    lacking = [r.id for r in RULES.all if {e.fires for e in r.examples} != {True, False}]
    assert lacking == []


@pytest.mark.parametrize("identifier", RULES.ids)
def test_the_examples_of_a_rule_do_what_they_say(identifier: str) -> None:
    assert failures(RULES.chosen((identifier,), ())) == ()


def with_examples(folder: Path, examples: str) -> Rules:
    """A rule of one's own with these examples, chosen alone."""
    (folder / "checks-own.toml").write_text(
        'rule = [{ id = "OWN1", kind = "parts", severity = "info", name = { zh = "甲", en = "a" }, '
        'message = { zh = "{stated}", en = "{stated}" }, why = { zh = "甲", en = "a" }, '
        f'params = {{ cases = ["part"] }}, example = [{examples}] }}]\n',
        encoding="utf-8",
    )
    rules = load_rules((folder,))
    own = rules.rule("OWN1")
    return replace(rules, all=(own, *(r for r in rules.all if r is not own))).chosen(("OWN1",), ())


TITLE = "青山县2023年国民经济和社会发展统计公报\\n"
FIRES = f'{{ fires = true, texts = ["{TITLE}完成投资6.4亿元，其中住宅投资53.9亿元。\\n"] }}'
QUIET = f'{{ fires = false, texts = ["{TITLE}完成投资64.0亿元，其中住宅投资53.9亿元。\\n"] }}'


def test_a_rule_of_ones_own_is_tried_likewise(tmp_path: Path) -> None:
    assert failures(with_examples(tmp_path, f"{FIRES}, {QUIET}")) == ()


@pytest.mark.parametrize(
    ("examples", "number", "said"),
    [
        (FIRES.replace("true", "false") + ", " + FIRES, 1, "must not fire and does: 6.4亿元"),
        (QUIET.replace("false", "true") + ", " + QUIET, 1, "must fire and does not"),
        (QUIET, 0, "has no example that fires"),
        (FIRES, 0, "has no example that does not fire"),
    ],
)
def test_what_fails_is_told_with_rule_and_example(tmp_path: Path, examples: str, number: int, said: str) -> None:
    (failure,) = failures(with_examples(tmp_path, examples))
    assert (failure.rule, failure.number, failure.message["en"]) == ("OWN1", number, said)
    assert failure.source == str(tmp_path / "checks-own.toml")
