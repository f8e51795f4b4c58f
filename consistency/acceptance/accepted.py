"""What somebody decided about findings: a file beside the documents that says which, who, why and until when.

[[accepted]]
finding = "1f0c9a54d2e07b36"
rule = "CC101"
verdict = "accept"
who = "统计科 王"
why = "快报数，四月起以公报为准"
until = 2024-06-30
sources = ["公报.txt", "快报.txt"]

A finding is accepted (the documents do differ, and may), a false alarm (they do not), or done (it was dealt with, and
is on its way out of the documents); or it is open yet and has a `note` alone. Without a verdict it is accepted. Nobody
is called any longer for what is accepted or a false alarm; what is done calls again until it is gone. Where an entry
names its sources, by their paths from the folder of the file on, it holds for these documents only.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from consistency.acceptance.participants import newcomers
from consistency.model import Finding
from consistency.toml_tables import Table, load, nearest, parsed


class Decided(StrEnum):
    """What somebody took a finding for.

    >>> [word.value for word in Decided if word.settles]
    ['accept', 'false alarm']
    """

    ACCEPT = "accept"
    FALSE_ALARM = "false alarm"
    DONE = "done"
    OPEN = "open"

    @property
    def settles(self) -> bool:
        """Whether nobody need be called for the finding any longer."""
        return self in (Decided.ACCEPT, Decided.FALSE_ALARM)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was decided about a finding, and where that stands written; without `until` it holds for good.

    Without `sources` it holds for whatever document takes part.
    """

    finding: str
    rule: str
    who: str
    why: str
    until: date | None
    source: str
    sources: tuple[str, ...] = ()
    verdict: Decided = Decided.ACCEPT
    note: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What a file of accepted findings comes to on a day, for some findings.

    `holds` are the fingerprints nobody need be called for; `expired` and `unmatched` are to be reported. `joined` are
    the documents that accepted findings were not accepted for, by the fingerprints of these.
    """

    holds: frozenset[str] = frozenset()
    expired: tuple[Accepted, ...] = ()
    unmatched: tuple[Accepted, ...] = ()
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[dict[str, str], ...]:
        """What is to be said of entries that hold no longer, by language."""
        said = [
            {
                "zh": f"{a.source}：{a.rule} {a.finding} 的认可已于 {a.until} 到期（{a.who}：{a.why}）",
                "en": f"{a.source}: acceptance of {a.rule} {a.finding} ended on {a.until} ({a.who}: {a.why})",
            }
            for a in self.expired
        ]
        said += [
            {
                "zh": f"{a.source}：{a.rule} {a.finding} 已没有对应的问题，可以删去（{a.who}：{a.why}）",
                "en": f"{a.source}: {a.rule} {a.finding} matches no finding any longer ({a.who}: {a.why})",
            }
            for a in self.unmatched
        ]
        return tuple(said)


def read_accepted(path: Path) -> tuple[Accepted, ...]:
    """The accepted findings of a file; raises `ConfigurationError` that names file and key of what is out of order."""
    return _entries(load(path))


def parsed_accepted(text: str, source: str) -> tuple[Accepted, ...]:
    """The same of a text; `source` is what it is called where something is out of order."""
    return _entries(parsed(text, source))


def _entries(table: Table) -> tuple[Accepted, ...]:
    seen: dict[str, str] = {}
    found = []
    for entry in table.tables("accepted"):
        found.append(_accepted(entry, seen))
    table.done()
    return tuple(found)


def carried(accepted: Sequence[Accepted], findings: Sequence[Finding]) -> tuple[Accepted, ...]:
    """The accepted findings, those under fingerprints of the version before under what their findings have now."""
    now = {f.formerly: f.fingerprint for f in findings if f.formerly}
    return tuple(replace(a, finding=now.get(a.finding, a.finding)) for a in accepted)


def acceptance(
    accepted: Sequence[Accepted], findings: Sequence[Finding], today: date, folder: str | os.PathLike[str]
) -> Acceptance:
    """What the accepted findings of a file in `folder` come to today.

    An entry lapses with its date, and with the value it was made for; it does not hold for a document it does not name.
    Nothing is to be said of what was done and is gone, nor of a note on what is.
    """
    accepted = [a for a in accepted if a.verdict.settles]
    now = {f.fingerprint: f for f in findings}
    told = {
        a.finding: newcomers(now[a.finding], a.sources, (), folder) for a in accepted if a.sources and a.finding in now
    }
    joined = {fingerprint: documents for fingerprint, documents in told.items() if documents}
    unmatched = tuple(a for a in accepted if a.finding not in now)
    expired = tuple(a for a in accepted if a.finding in now and a.until is not None and a.until < today)
    lapsed = {a.finding for a in expired}
    holds = frozenset(a.finding for a in accepted if a.finding in now) - lapsed - joined.keys()
    return Acceptance(holds, expired, unmatched, joined)


def _accepted(entry: Table, seen: dict[str, str]) -> Accepted:
    finding, who = entry.text("finding"), entry.text("who")
    word = entry.text("verdict", Decided.ACCEPT)
    if word not in set(Decided):
        raise entry.wrong("verdict", f"no verdict {word!r}{nearest(word, Decided)}")
    verdict = Decided(word)
    why = entry.text("why", None if verdict is Decided.ACCEPT else "")  # to accept is to answer for it
    due = (("finding", finding), ("who", who), *([("why", why)] if verdict is Decided.ACCEPT else []))
    for key, text in due:
        if not text.strip():
            raise entry.wrong(key, "must say something")
    if finding in seen:
        raise entry.wrong("finding", f"{finding!r} is accepted already in {seen[finding]}")
    until = entry.plain("until")
    if until is not None and type(until) is not date:
        raise entry.wrong("until", "must be a date, such as 2024-06-30")
    accepted = Accepted(
        finding,
        entry.text("rule", ""),
        who,
        why,
        until,
        f"{entry.source}: {entry.place}",
        entry.texts("sources", ()),
        verdict,
        entry.text("note", ""),
    )
    entry.done()
    seen[finding] = entry.place
    return accepted
