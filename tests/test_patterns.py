"""Patterns are compiled at their first use, so a slip in one would show late: here all of them are compiled."""

import importlib
import inspect
import pickle
import pkgutil
import re

import pytest

import consistency
from consistency.patterns import lazy

MODULES = [m.name for m in pkgutil.walk_packages(consistency.__path__, "consistency.") if m.name[-8:] != "__main__"]
ASKED = re.compile(r"\bre\.(?:search|match|fullmatch|findall|finditer|split|sub|subn)\(\s*(\w+)")


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_compiles_and_is_asked_itself(name: str) -> None:
    """The functions of `re` take no pattern that is yet to be compiled."""
    module = importlib.import_module(name)
    kept = {known: value for known, value in vars(module).items() if type(value) is type(lazy(""))}
    for pattern in kept.values():
        assert pattern.groups >= 0
    assert not kept.keys() & set(ASKED.findall(inspect.getsource(module) if kept else ""))


def test_a_pattern_with_a_slip_says_so_at_its_first_use() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("青山县")


def test_a_pattern_goes_to_another_process_as_it_is_written() -> None:
    pattern = lazy("青山\\ 县", re.VERBOSE)
    assert pattern.search("青山 县")
    assert pickle.loads(pickle.dumps(pattern)).search("青山 县")
