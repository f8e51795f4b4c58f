"""A baseline: the findings of a day, by their fingerprints, so that only what is new since calls for attention.

A fingerprint is made of rule, key and values and not of lines: an entry outlives edits elsewhere in a document, and
lapses when one of its values changes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consistency.model import Finding
from consistency.toml_tables import ConfigurationError

SCHEMA = 1
NEW, UNCHANGED = "new", "unchanged"
_KEYS = ("fingerprint", "rule", "message")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding as a baseline keeps it; `message` is for those who read the file."""

    rule: str
    fingerprint: str
    message: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings of a day."""

    entries: tuple[Entry, ...] = ()

    @property
    def fingerprints(self) -> frozenset[str]:
        return frozenset(e.fingerprint for e in self.entries)


def baseline_of(findings: Sequence[Finding]) -> Baseline:
    """The baseline that records some findings, in an order that does not depend on theirs."""
    entries = {f.fingerprint: Entry(f.rule, f.fingerprint, f.message.get("zh", "")) for f in findings}
    return Baseline(tuple(sorted(entries.values())))


def states(baseline: Baseline, findings: Sequence[Finding]) -> dict[str, str]:
    """How each finding stands to a baseline, by fingerprint: new, or unchanged since.

    >>> states(Baseline(), ())
    {}
    """
    known = baseline.fingerprints
    return {f.fingerprint: UNCHANGED if f.fingerprint in known else NEW for f in findings}


def gone(baseline: Baseline, findings: Sequence[Finding]) -> tuple[Entry, ...]:
    """The entries that match no finding any longer: mended, or with another value now."""
    now = {f.fingerprint for f in findings}
    return tuple(e for e in baseline.entries if e.fingerprint not in now)


def pruned(baseline: Baseline, findings: Sequence[Finding]) -> Baseline:
    """The baseline without the entries that match nothing any longer; nothing is ever added."""
    lost = set(gone(baseline, findings))
    return Baseline(tuple(e for e in baseline.entries if e not in lost))


def written(baseline: Baseline) -> str:
    """The baseline as the text of its file: a line an entry, so that a change of it reads well."""
    lines = [
        "  " + json.dumps({"rule": e.rule, "fingerprint": e.fingerprint, "message": e.message}, ensure_ascii=False)
        for e in baseline.entries
    ]
    body = "\n" + ",\n".join(lines) + "\n" if lines else ""
    return f'{{"schema": {SCHEMA}, "findings": [{body}]}}\n'


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file; raises `ConfigurationError` where it is none."""
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise ConfigurationError(f"{path}: no baseline: {error}") from None
    listed = content.get("findings") if isinstance(content, dict) and content.get("schema") == SCHEMA else None
    if not isinstance(listed, list):
        raise ConfigurationError(f'{path}: no baseline: it must say "schema": {SCHEMA} and list "findings"')
    return Baseline(tuple(sorted({_entry(path, number, e) for number, e in enumerate(listed, 1)})))


def _entry(path: Path, number: int, content: Any) -> Entry:
    if not isinstance(content, Mapping) or not all(isinstance(content.get(key), str) for key in _KEYS):
        raise ConfigurationError(f"{path}: findings[{number}]: must give {', '.join(_KEYS)} as strings")
    return Entry(content["rule"], content["fingerprint"], content["message"])
