"""Findings that were recorded or accepted before, marked in a report; and what is to be said of records that lapsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from consistency.acceptance import accepted as accepting
from consistency.acceptance.accepted import Acceptance, Accepted, Decided, acceptance, read_accepted
from consistency.acceptance.baseline import Baseline, carried, gone, joined, read_baseline, states
from consistency.model import Report
from consistency.report.standing import marked
from consistency.report.wording import said, say


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What was recorded in a baseline and what somebody accepted, and the files of both where there are any."""

    recorded: Baseline
    entries: tuple[Accepted, ...] = ()
    baseline: Path | None = None
    accepted: Path | None = None


def known(baseline: Path | None, accepted: Path | None) -> OnRecord:
    """What two files hold; raises `ConfigurationError` where one cannot be used, so ask before documents are read."""
    recorded = Baseline() if baseline is None else read_baseline(baseline)
    return OnRecord(recorded, () if accepted is None else read_accepted(accepted), baseline, accepted)


def marked_by(report: Report, known: OnRecord, lang: str, *, whole: bool = True) -> tuple[Report, tuple[str, ...]]:
    """The report with the findings that were recorded or accepted marked, and notes; as it is where no file tells.

    Only a `whole` report, not one on drafts, shows which records match nothing any longer.
    """
    if known.baseline is None and known.accepted is None:
        return report, ()
    found, holding = report.findings, Acceptance()
    recorded, entries = carried(known.recorded, found), accepting.carried(known.entries, found)
    beside = known.baseline.parent if known.baseline is not None else Path()
    if known.accepted is not None:
        holding = acceptance(entries, found, date.today(), known.accepted.parent)
        holding = holding if whole else replace(holding, unmatched=())
    older = known.baseline if recorded.version != known.recorded.version else None
    lapsed = len(gone(recorded, found)) if whole else 0
    notes = tuple(_notes(holding, known.baseline, lapsed, older, lang))
    newcomers = joined(recorded, found, beside)
    standing = states(recorded, found, newcomers)
    return marked(report, standing, _reasons(entries, holding, lang), {**holding.joined, **newcomers}), notes


def _reasons(entries: tuple[Accepted, ...], holding: Acceptance, lang: str) -> dict[str, str]:
    """What is said of each finding that was settled, by its fingerprint."""
    return {entry.finding: _reason(entry, lang) for entry in entries if entry.finding in holding.holds}


def _reason(entry: Accepted, lang: str) -> str:
    told = f"{entry.who}: {entry.why}" if entry.why else entry.who
    return say(lang, "is a false alarm", why=told) if entry.verdict is Decided.FALSE_ALARM else told


def _notes(holding: Acceptance, baseline: Path | None, lapsed: int, older: Path | None, lang: str) -> Iterator[str]:
    yield from (said(note, lang) for note in holding.notes)
    if lapsed:
        yield say(lang, "lapsed", file=baseline, count=lapsed)
    if older is not None:
        yield say(lang, "older", file=older)
