"""Findings that were recorded or accepted before, marked in a report; records that lapsed, told of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.commands.output import complain

if TYPE_CHECKING:
    from consistency.acceptance.accepted import Acceptance, Accepted
    from consistency.model import Report


def marked_by(report: Report, baseline: Path | None, accepted: Path | None, lang: str, quiet: bool) -> Report:
    """The report with the findings of a baseline and those that somebody accepted marked; as it is without either."""
    if baseline is None and accepted is None:
        return report
    from consistency.acceptance.accepted import Acceptance, acceptance, read_accepted
    from consistency.acceptance.baseline import Baseline, gone, read_baseline, states
    from consistency.report.standing import marked

    recorded = read_baseline(baseline) if baseline is not None else Baseline()
    entries = read_accepted(accepted) if accepted is not None else ()
    holding = acceptance(entries, report.findings, date.today()) if accepted is not None else Acceptance()
    if not quiet:
        for note in _notes(holding, baseline, len(gone(recorded, report.findings)), lang):
            complain(note)
    return marked(report, states(recorded, report.findings), _reasons(entries, holding))


def _reasons(entries: tuple[Accepted, ...], holding: Acceptance) -> dict[str, str]:
    return {entry.finding: f"{entry.who}: {entry.why}" for entry in entries if entry.finding in holding.holds}


def _notes(holding: Acceptance, baseline: Path | None, lapsed: int, lang: str) -> Iterator[str]:
    from consistency.report.wording import said, say

    yield from (said(note, lang) for note in holding.notes)
    if lapsed:
        yield say(lang, "lapsed", file=baseline, count=lapsed)
