"""Decisions written down: entries of a file of accepted findings put in, put in another's place, or taken out.

Whoever else writes waits meanwhile, so that nothing of theirs is lost. What people wrote in the file beside the entries
in question, their comments too, stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from consistency.acceptance.accepted import Accepted, parsed_accepted, read_accepted
from consistency.files import held, write_whole
from consistency.patterns import lazy
from consistency.toml_tables import ConfigurationError, nearest

SHOWN = 3  # fingerprints that a complaint names
_HEAD = lazy(r"^[ \t]*\[\[[ \t]*accepted[ \t]*\]\]", re.MULTILINE)
# Blank lines and comments at the end of an entry belong to what comes next.
_OF_THE_NEXT = lazy(r"(?:^[ \t\r]*(?:#[^\n]*)?(?:\n|\Z))*\Z", re.MULTILINE)
_FINDING = lazy(r"^[ \t]*finding[ \t]*=[ \t]*[\"'](?P<finding>[^\"']*)[\"']", re.MULTILINE)


def decided(path: Path) -> tuple[Accepted, ...]:
    """What was decided so far; nothing where there is no file yet. Raises `ConfigurationError` for one out of order."""
    return read_accepted(path) if path.exists() else ()


def decide(path: Path, entries: Iterable[Accepted], waiting: Callable[[], None] = lambda: None) -> None:
    """Writes decisions into a file, each in the place of an earlier one about the same finding."""
    _changed(path, {entry.finding: entry for entry in entries}, waiting)


def withdraw(path: Path, findings: Collection[str], waiting: Callable[[], None] = lambda: None) -> None:
    """Takes the decisions about some findings out of a file."""
    _changed(path, dict.fromkeys(findings), waiting)


def meant(word: str, fingerprints: Collection[str], where: str) -> str:
    """The one of the fingerprints that a word is the beginning of; `where` says where they were looked for.

    >>> meant("1f0", ["1f0c9a54d2e07b36", "2e07"], "seeds")
    '1f0c9a54d2e07b36'
    """
    if word in fingerprints:
        return word
    found = sorted(fingerprint for fingerprint in fingerprints if word and fingerprint.startswith(word))
    if len(found) == 1:
        return found[0]
    if found:
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise ConfigurationError(f"{word}: {len(found)} findings begin so: {', '.join(found[:SHOWN])}{more}")
    raise ConfigurationError(f"{word}: no finding of {where} has this fingerprint{nearest(word, fingerprints)}")


def written(entry: Accepted) -> str:
    """A decision as the file has it, without what goes without saying."""
    lines = ["[[accepted]]"]
    told: Mapping[str, str] = {
        "finding": entry.finding,
        "rule": entry.rule,
        "verdict": entry.verdict.value,
        "who": entry.who,
        "why": entry.why,
        "note": entry.note,
    }
    lines += [f"{key} = {_string(text)}" for key, text in told.items() if text]
    lines += [f"until = {entry.until.isoformat()}"] if entry.until is not None else []
    lines += [f"sources = [{', '.join(map(_string, entry.sources))}]"] if entry.sources else []
    return "\n".join(lines) + "\n"


def _changed(path: Path, by_finding: Mapping[str, Accepted | None], waiting: Callable[[], None]) -> None:
    """Has a file tell this of some findings, and of all others what it did."""
    with held(path, waiting):
        before = decided(path)
        due = [by_finding.get(entry.finding, entry) for entry in before]
        known = {entry.finding for entry in before}
        added = [entry for entry in by_finding.values() if entry is not None and entry.finding not in known]
        text = path.read_bytes().decode() if path.exists() else ""
        edited = _edited(text, by_finding, added)
        expected = [entry for entry in (*due, *added) if entry is not None]
        if not _tells(edited, expected):  # written in a way of TOML that cannot be edited line by line
            edited = "\n".join(map(written, expected))
        try:
            write_whole(path, edited.encode(), lasting=True)
        except OSError as error:
            raise ConfigurationError(f"{path}: cannot be written: {error.strerror}") from None


def _edited(text: str, by_finding: Mapping[str, Accepted | None], added: Sequence[Accepted]) -> str:
    """The text with entries replaced and taken out where they stand, and others after them."""
    starts = [found.start() for found in _HEAD.finditer(text)]
    kept = [text[: starts[0]] if starts else text]
    for start, end in pairwise((*starts, len(text))):
        block = text[start:end]
        found = _FINDING.search(block)
        if found is None or found["finding"] not in by_finding:
            kept.append(block)
            continue
        entry, rest = by_finding[found["finding"]], _OF_THE_NEXT.search(block)
        kept.append(("" if entry is None else written(entry)) + (rest[0] if rest else ""))
    body = "".join(kept) if kept[0] else "".join(kept).lstrip("\r\n")
    for entry in added:
        gap = "" if not body else "\n" if body.endswith("\n") else "\n\n"
        body += gap + written(entry)
    return body


def _tells(text: str, expected: Sequence[Accepted]) -> bool:
    """Whether a text has just these entries, read as the file will be."""
    try:
        found = parsed_accepted(text, "")
    except ConfigurationError:
        return False
    bare = [[replace(entry, source="") for entry in entries] for entries in (found, expected)]
    return sorted(bare[0], key=str) == sorted(bare[1], key=str)


def _string(text: str) -> str:
    """A string as TOML writes it; what cannot be seen stands as an escape.

    >>> print(_string('快报"数"\\u202e'))
    "快报\\"数\\"\\U0000202e"
    """
    quoted = json.dumps(text.encode(errors="replace").decode(), ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)
