"""The standard input as a document: kept in a file while it is read, and called by its own name in the report."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, TypeVar

from consistency.model import (
    Claim,
    ClaimSet,
    Document,
    Finding,
    Meeting,
    Mention,
    Passage,
    Problem,
    Reading,
    Report,
    Summary,
)

T = TypeVar("T")

CALLED = "-"  # where no name is given
LONGEST_SUFFIX = 40  # no format has a longer one, and a name may not be of any length
# Where the path of a document may stand in what the pipeline gives.
_NAMING: dict[type, tuple[str, ...]] = {
    Report: ("readings", "findings", "sets", "problems", "others"),
    Summary: ("path",),
    Reading: ("document", "mentions"),
    Document: ("path",),
    Mention: ("document",),
    Claim: ("mention",),
    Passage: ("document",),
    Meeting: ("one", "other", "rivals"),
    ClaimSet: ("claims", "meeting"),
    Finding: ("claims", "message", "evidence", "sides", "suggestion", "meeting"),
    Problem: ("path", "message"),
}


@contextmanager
def kept(data: bytes, name: str) -> Iterator[str]:
    """The path of a file with these bytes and the suffix of the name, there for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="consistency-") as folder:
        path = Path(folder).resolve() / ("input" + (PurePath(name).suffix[:LONGEST_SUFFIX] or ".txt"))
        path.write_bytes(data)
        yield path.as_posix()


def renamed(value: T, path: str, name: str) -> T:
    """A report, or what was read, with the document at this path called by another name."""
    found: Any = value
    if isinstance(value, str):
        found = value.replace(path, name)
    elif isinstance(value, tuple):
        found = tuple(renamed(part, path, name) for part in value)
    elif isinstance(value, dict):
        found = {renamed(key, path, name): renamed(part, path, name) for key, part in value.items()}
    elif type(value) in _NAMING:
        found = replace(found, **{f: renamed(getattr(value, f), path, name) for f in _NAMING[type(value)]})
    return found  # type: ignore[no-any-return]
