"""`consistency baseline`: findings to be passed over from now on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.commands import options
from consistency.commands.checking import checked
from consistency.commands.output import Impossible, check_outputs, complain, complain_of, configured, write
from consistency.commands.spoken import Group

if TYPE_CHECKING:
    from consistency.model import Report

EPILOG = """\b
Examples:
  consistency baseline write documents/
  consistency check --baseline consistency-baseline.json documents/
  consistency baseline prune documents/"""

FILE = "consistency-baseline.json"
BASELINE = click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"The file of the baseline. Without it the one that the settings name, else {FILE}.",
)


@click.group(cls=Group, epilog=EPILOG)
def baseline() -> None:
    """Record findings that are to be passed over.

    What is recorded is told from what is new by its rule, its indicator and its values: a finding comes back when one
    of the values changes, and not when lines move. It comes back, too, when a document that is not on record takes
    part, unless this sides with those that had more independent sources already.
    """


def on_documents(command: options.Command) -> options.Command:
    """The command with what both need to check documents."""
    for option in (options.LANG, options.CONFIG, options.RULES, options.EXCLUDE, BASELINE, options.PATHS):
        command = option(command)
    return command


@baseline.command("write")
@on_documents
def write_(baseline: Path | None, lang: str, **asked: Any) -> None:
    """Record today's findings."""
    from consistency.acceptance.baseline import baseline_of, written
    from consistency.report.wording import say

    with _checked(baseline, lang, **asked) as (file, report):
        write(written(baseline_of(report.findings, file.parent)), str(file), lasting=True)
    write(say(lang, "recorded", file=file, count=len(report.findings)) + "\n")


@baseline.command()
@on_documents
def prune(baseline: Path | None, lang: str, **asked: Any) -> None:
    """Drop what no longer occurs; nothing is added."""
    from consistency.acceptance.baseline import carried, gone, pruned, read_baseline, written
    from consistency.report.wording import say

    with _checked(baseline, lang, there=True, **asked) as (file, report):
        then = read_baseline(file)
        recorded = carried(then, report.findings)
        write(written(pruned(recorded, report.findings, file.parent)), str(file), lasting=True)
    write(say(lang, "dropped", file=file, count=len(gone(recorded, report.findings))) + "\n")
    if recorded.version != then.version:
        write(say(lang, "carried over", file=file) + "\n")


@contextmanager
def _checked(
    baseline: Path | None,
    lang: str,
    *,
    there: bool = False,
    paths: tuple[str, ...],
    exclude: tuple[str, ...],
    folders: tuple[Path, ...],
    config: Path | None,
) -> Iterator[tuple[Path, Report]]:
    """The file of the baseline, and the report on all documents; one that lacks some is no ground for a baseline.

    No other run records anything there meanwhile: what it recorded would be lost, or judged by documents that it
    did not see.
    """
    from consistency.acceptance.baseline import read_baseline
    from consistency.files import held
    from consistency.report.wording import say

    with configured():
        settings = options.configuration_of(config)
        rules = options.rules_of(settings, folders)
        file = baseline or settings.baseline or Path(FILE)
        check_outputs([str(file)], [kept for kept in (settings.accepted, settings.file) if kept is not None])
        with held(file, lambda: complain(say(lang, "waiting", file=file))):
            if there or file.exists():  # something else is not to be written over
                read_baseline(file)
            report = checked(paths, rules, settings, exclude=exclude, outputs=[str(file)], quiet=False, lang=lang)
            if report.problems:
                complain_of(report.problems, lang)
                raise Impossible("the baseline stays as it is, for not all documents could be read")
            yield file, report
