"""What a reading depends on beside its document: the program, its rules, and the words and limits of the project."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from consistency.lexicon import Lexicon, WordList
from consistency.limits import LIMITS, Limits
from consistency.rule_folder import PACKAGE, rule_folder

# Parts of the program that see readings and make none.
AFTERWARDS = ("acceptance", "checks", "collate", "commands", "link", "report")


def version(lexicon: Lexicon, limits: Limits = LIMITS) -> bytes:
    """A mark that is another as soon as the same document might be understood otherwise, or be too much to read."""
    told = json.dumps((lexicon, limits.elements), default=_spelt_out, ensure_ascii=False, sort_keys=True)
    return sha256(_program() + told.encode("utf-8", "surrogatepass")).digest()


def _spelt_out(value: object) -> object:
    """A part of a lexicon as JSON has it: its fields by name, sets in order, exact numbers as they are written."""
    if isinstance(value, WordList):
        return value.meaning  # the rest comes of it
    if is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, frozenset):
        return sorted(map(_spelt_out, value), key=str)
    return getattr(value, "pattern", None) or str(value)


@cache
def _program() -> bytes:
    """The digest of the program and the rule files that came with it."""
    code = (path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in AFTERWARDS)
    rules = (path for path in rule_folder().iterdir() if path.is_file() and not path.name.startswith("checks-"))
    return _digest((*code, *rules))


def _digest(files: Iterable[Path]) -> bytes:
    whole = sha256()
    for path in sorted(files):
        whole.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return whole.digest()
