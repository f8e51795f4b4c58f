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
    from consistency.acceptance.baseline import Baseline, gone, joined, read_baseline, states
    from consistency.report.standing import marked

    found, recorded, beside = report.findings, Baseline(), Path()
    entries: tuple[Accepted, ...] = ()
    holding = Acceptance()
    if baseline is not None:
        recorded, beside = read_baseline(baseline), baseline.parent
    if accepted is not None:
        entries = read_accepted(accepted)
        holding = acceptance(entries, found, date.today(), accepted.parent)
    if not quiet:
        for note in _notes(holding, baseline, len(gone(recorded, found)), lang):
            complain(note)
    newcomers = joined(recorded, found, beside)
    return marked(
        report, states(recorded, found, newcomers), _reasons(entries, holding), {**holding.joined, **newcomers}
    )


def _reasons(entries: tuple[Accepted, ...], holding: Acceptance) -> dict[str, str]:
    return {entry.finding: f"{entry.who}: {entry.why}" for entry in entries if entry.finding in holding.holds}


def _notes(holding: Acceptance, baseline: Path | None, lapsed: int, lang: str) -> Iterator[str]:
    from consistency.report.wording import said, say

    yield from (said(note, lang) for note in holding.notes)
    if lapsed:
        yield say(lang, "lapsed", file=baseline, count=lapsed)
