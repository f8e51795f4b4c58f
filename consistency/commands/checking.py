"""A check as several commands run it: documents found, read, compared; what was left out said meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.commands.output import at_work
from consistency.commands.sources import note_what_was_left_out, sources

if TYPE_CHECKING:
    from consistency.configuration import Configuration
    from consistency.engine import Rules
    from consistency.model import Report


def checked(
    paths: Sequence[str],
    rules: Rules,
    configuration: Configuration,
    *,
    exclude: Sequence[str] = (),
    stdin_name: str | None = None,
    outputs: Sequence[str] = (),
    jobs: int = 1,
    quiet: bool,
    lang: str,
) -> Report:
    """The report on the documents that paths lead to, none of which `outputs` may write over."""
    from consistency.pipeline import check
    from consistency.report.wording import say

    with sources(paths, exclude, configuration, stdin_name, outputs) as found:
        if not quiet:
            note_what_was_left_out(found.selection, lang)
        with at_work(say(lang, "at work"), quiet):
            report = found.named(check(found.paths, rules, jobs=jobs, **found.told))
            return replace(report, problems=found.problems(report.problems))
