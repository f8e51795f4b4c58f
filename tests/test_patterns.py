"""Patterns are compiled at their first use, so a slip in one would show late: here all of them are compiled."""

import importlib
import inspect
import pickle
import pkgutil
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import pytest

import consistency
from consistency.normalise import fold
from consistency.patterns import lazy
from consistency.workers import TimeIsUp, within
from tests.pumped import pumped

MODULES = [m.name for m in pkgutil.walk_packages(consistency.__path__, "consistency.") if m.name[-8:] != "__main__"]
LONG = 0.5  # seconds over a few hundred characters
ASKED = re.compile(r"\bre\.(?:search|match|fullmatch|findall|finditer|split|sub|subn)\(\s*(\w+)")


@cache
def lines() -> list[str]:
    """The lines of our own documents, folded."""
    seeds = (Path(__file__).resolve().parent.parent / "seeds").glob("*.txt")
    return [line for seed in sorted(seeds) for line in fold(seed.read_text(encoding="utf-8")).text.split("\n")]


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_compiles_and_is_asked_itself(name: str) -> None:
    """The functions of `re` take no pattern that is yet to be compiled."""
    module = importlib.import_module(name)
    kept: dict[str, Any] = {known: value for known, value in vars(module).items() if type(value) is type(lazy(""))}
    for pattern in kept.values():
        assert pattern.groups >= 0
    for pattern in (p for p in kept.values() if p.needs):
        compiled = re.compile(pattern.pattern, pattern.flags)
        found = [line for line in lines() if pattern.search(line) is None and compiled.search(line) is not None]
        assert found == [], f"{pattern.needs} are not all that {pattern.pattern} needs"
    assert not kept.keys() & set(ASKED.findall(inspect.getsource(module) if kept else ""))


@pytest.mark.parametrize("name", MODULES)
def test_no_pattern_takes_for_ever_over_what_it_nearly_fits(name: str) -> None:
    """Where repeats can share the same characters in many ways, all of them are tried: 35 of each are enough to see."""
    known: list[Any] = [p for p in vars(importlib.import_module(name)).values() if type(p) is type(lazy(""))]
    for pattern in known:
        compiled = re.compile(pattern.pattern, pattern.flags)
        for text in pumped(pattern.pattern, pattern.flags, 35):
            begun = process_time()
            with suppress(TimeIsUp), within(LONG):
                compiled.search(text)
            assert process_time() - begun < LONG, f"{pattern.pattern} over {text}"


def test_a_pattern_with_a_slip_says_so_at_its_first_use() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("青山县")


def test_a_pattern_is_not_asked_where_what_it_needs_is_not_there() -> None:
    pattern = lazy("(", needs=("县", "区"))  # to compile it would fail
    assert pattern.search("青山") is pattern.match("青山") is pattern.fullmatch("青山") is None
    assert list(pattern.finditer("青山")) == pattern.findall("青山") == []
    assert (pattern.sub("县", "青山"), pattern.subn("县", "青山"), pattern.split("青山")) == (
        "青山",
        ("青山", 0),
        ["青山"],
    )
    with pytest.raises(re.error):
        pattern.search("青山区")


def test_from_one_place_on_a_text_is_not_looked_through_for_what_a_pattern_needs() -> None:
    pattern = lazy("县", needs=("区",))
    assert pattern.match("县", 0) is not None
    assert pattern.search("青山县，云河区", 0, 3) is None
    assert pattern.search("青山县，云河区", 0, 7) is not None


def test_a_pattern_goes_to_another_process_as_it_is_written() -> None:
    pattern = lazy("青山\\ 县", re.VERBOSE)
    assert pattern.search("青山 县")
    assert pickle.loads(pickle.dumps(pattern)).search("青山 县")
