"""A baseline: the findings of a day, by their fingerprints, so that only what is new since calls for attention.

A fingerprint is made of rule, key and values and not of lines: an entry outlives edits elsewhere in a document, and
lapses when one of its values changes. What fingerprints are made of has a version: entries of an older one are carried
over (`carried`). It does not tell of documents. So an entry names those that took part, and a
finding that another document takes part in is new, as long as this document is not one more of the majority.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from consistency.acceptance.participants import majority, named, newcomers, participants
from consistency.files import content as bytes_of
from consistency.model import FINGERPRINTS, Finding
from consistency.toml_tables import ConfigurationError

SCHEMA = 1
LARGEST = 64 << 20  # bytes: an entry has about 300
NEW, UNCHANGED = "new", "unchanged"
_KEYS = ("fingerprint", "rule", "message")
_LISTS = ("sources", "majority")
Folder = str | os.PathLike[str]


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding as a baseline keeps it; `message` is for those who read the file.

    `sources` are the documents that took part in it, `majority` those of the side with most independent sources: paths
    from the folder of the file on. Without sources, as in files of old, it holds for whatever document takes part.
    """

    rule: str
    fingerprint: str
    message: str
    sources: tuple[str, ...] = ()
    majority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings of a day; `version` is that of their fingerprints."""

    entries: tuple[Entry, ...] = ()
    version: int = FINGERPRINTS


def baseline_of(findings: Sequence[Finding], folder: Folder) -> Baseline:
    """The baseline for a file in `folder` that records some findings, in an order that does not depend on theirs."""
    entries = {f.fingerprint: _recorded(f, folder) for f in findings}
    return Baseline(tuple(sorted(entries.values())))


def carried(baseline: Baseline, findings: Sequence[Finding]) -> Baseline:
    """The baseline with entries of an older version under the fingerprints that their findings have now."""
    if baseline.version == FINGERPRINTS:
        return baseline
    now = {f.formerly: f.fingerprint for f in findings if f.formerly}
    entries = (replace(e, fingerprint=now.get(e.fingerprint, e.fingerprint)) for e in baseline.entries)
    return Baseline(tuple(sorted(entries)))


def _recorded(finding: Finding, folder: Folder) -> Entry:
    sources, most = (
        tuple(sorted(named(path, folder) for path in paths)) for paths in (participants(finding), majority(finding))
    )
    return Entry(finding.rule, finding.fingerprint, finding.message.get("zh", ""), sources, most)


def joined(baseline: Baseline, findings: Sequence[Finding], folder: Folder) -> dict[str, tuple[str, ...]]:
    """The documents that take part in findings on record and did not then, by the fingerprints of these findings."""
    known = {e.fingerprint: e for e in baseline.entries if e.sources}
    found = {
        f.fingerprint: newcomers(f, entry.sources, entry.majority, folder)
        for f in findings
        if (entry := known.get(f.fingerprint)) is not None
    }
    return {fingerprint: documents for fingerprint, documents in found.items() if documents}


def states(baseline: Baseline, findings: Sequence[Finding], joined: Collection[str]) -> dict[str, str]:
    """How each finding stands to a baseline, by fingerprint: new, or unchanged since; new are those `joined`, too.

    >>> states(Baseline(), (), ())
    {}
    """
    known = {e.fingerprint for e in baseline.entries}.difference(joined)
    return {f.fingerprint: UNCHANGED if f.fingerprint in known else NEW for f in findings}


def gone(baseline: Baseline, findings: Sequence[Finding]) -> tuple[Entry, ...]:
    """The entries that match no finding any longer: mended, or with another value now."""
    now = {f.fingerprint for f in findings}
    return tuple(e for e in baseline.entries if e.fingerprint not in now)


def pruned(baseline: Baseline, findings: Sequence[Finding], folder: Folder) -> Baseline:
    """The baseline without the entries that match nothing any longer, and in the others without the documents that take
    no part any longer; nothing is ever added.
    """
    now = {f.fingerprint: {named(path, folder) for path in participants(f)} for f in findings}
    return Baseline(tuple(_left(e, now[e.fingerprint]) for e in baseline.entries if e.fingerprint in now))


def _left(entry: Entry, documents: set[str]) -> Entry:
    """An entry with those of its documents that are still there."""
    sources, most = (tuple(d for d in listed if d in documents) for listed in (entry.sources, entry.majority))
    return replace(entry, sources=sources, majority=most) if sources else entry


def written(baseline: Baseline) -> str:
    """The baseline as the text of its file: a line an entry, so that a change of it reads well."""
    lines = ["  " + json.dumps(_record(entry), ensure_ascii=False) for entry in baseline.entries]
    body = "\n" + ",\n".join(lines) + "\n" if lines else ""
    return f'{{"schema": {SCHEMA}, "fingerprints": {baseline.version}, "findings": [{body}]}}\n'


def _record(entry: Entry) -> dict[str, Any]:
    told = {"rule": entry.rule, "fingerprint": entry.fingerprint, "message": entry.message}
    lists = {"sources": entry.sources, "majority": entry.majority}
    return told | {key: list(documents) for key, documents in lists.items() if documents}


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file; raises `ConfigurationError` where it is none."""
    try:
        content: Any = json.loads(bytes_of(path, LARGEST).decode())
    except RecursionError:
        raise ConfigurationError(f"{path}: no baseline: lists are nested too deeply") from None
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise ConfigurationError(f"{path}: no baseline: {error}") from None
    listed = content.get("findings") if isinstance(content, dict) and content.get("schema") == SCHEMA else None
    if not isinstance(listed, list):
        raise ConfigurationError(f'{path}: no baseline: it must say "schema": {SCHEMA} and list "findings"')
    version = content.get("fingerprints", 1)
    if version not in range(1, FINGERPRINTS + 1):
        raise ConfigurationError(f"{path}: fingerprints of version {version}: written by a later release")
    return Baseline(tuple(sorted({_entry(path, number, e) for number, e in enumerate(listed, 1)})), version)


def _entry(path: Path, number: int, content: Any) -> Entry:
    if not isinstance(content, Mapping) or not all(isinstance(content.get(key), str) for key in _KEYS):
        raise ConfigurationError(f"{path}: findings[{number}]: must give {', '.join(_KEYS)} as strings")
    lists = [content.get(key, []) for key in _LISTS]
    for key, listed in zip(_LISTS, lists, strict=True):
        if not isinstance(listed, list) or not all(isinstance(document, str) for document in listed):
            raise ConfigurationError(f"{path}: findings[{number}].{key}: must list paths as strings")
    sources, most = (tuple(sorted(listed)) for listed in lists)
    return Entry(content["rule"], content["fingerprint"], content["message"], sources, most)
