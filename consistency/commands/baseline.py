"""`consistency baseline`: findings to be passed over from now on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.commands import options
from consistency.commands.checking import checked
from consistency.commands.output import Refusal, complain_of, configured, write

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


@click.group(cls=options.Commands, epilog=EPILOG)
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

    file, report = _checked(baseline, lang, **asked)
    write(written(baseline_of(report.findings, file.parent)), str(file))
    write(say(lang, "recorded", file=file, count=len(report.findings)) + "\n")


@baseline.command()
@on_documents
def prune(baseline: Path | None, lang: str, **asked: Any) -> None:
    """Drop what no longer occurs; nothing is added."""
    from consistency.acceptance.baseline import gone, pruned, read_baseline, written
    from consistency.report.wording import say

    file, report = _checked(baseline, lang, **asked)
    with configured():
        recorded = read_baseline(file)
    write(written(pruned(recorded, report.findings, file.parent)), str(file))
    write(say(lang, "dropped", file=file, count=len(gone(recorded, report.findings))) + "\n")


def _checked(
    baseline: Path | None,
    lang: str,
    *,
    paths: tuple[str, ...],
    exclude: tuple[str, ...],
    folders: tuple[Path, ...],
    config: Path | None,
) -> tuple[Path, Report]:
    """The file of the baseline, and the report on all documents; one that lacks some is no ground for a baseline."""
    with configured():
        settings = options.configuration_of(config)
        rules = options.rules_of(settings, folders)
        report = checked(paths, rules, settings, exclude=exclude, quiet=False, lang=lang)
    if report.problems:
        complain_of(report.problems, lang)
        raise Refusal("the baseline stays as it is, for not all documents could be read")
    return baseline or settings.baseline or Path(FILE), report
