"""`consistency inspect`: a document as it was understood."""

from __future__ import annotations

from pathlib import Path

import click

from consistency.commands import options
from consistency.commands.output import check_outputs, complain_of, configured, incomplete, terminal, write
from consistency.commands.sources import sources
from consistency.commands.spoken import Command
from consistency.report import INSPECTIONS, inspection

EPILOG = """\b
Examples:
  consistency inspect report.txt
  consistency inspect --all --lang zh report.pdf
  consistency inspect --format json --output report.json report.docx
\b
Exit codes: 0, or 2 for wrong usage and where the document could not be read."""


@click.command(cls=Command, epilog=EPILOG)
@click.argument("file", type=click.Path())
@click.option("--all", "everything", is_flag=True, help="Every section, table and damaged place, however many.")
@click.option("--format", "form", type=click.Choice(list(INSPECTIONS)), default="text", show_default=True)
@options.OUTPUT
@options.STDIN_NAME
@options.CONFIG
@options.LANG
@click.pass_context
def inspect(
    ctx: click.Context,
    file: str,
    everything: bool,
    form: str,
    output: str | None,
    stdin_name: str | None,
    config: Path | None,
    lang: str,
) -> None:
    """Show a document as it was understood.

    How it was decoded, what it says of itself (title, place, period, publisher, date) and what became of its numbers;
    its sections with the year they tell of, in retrospect or outlook; its tables; and every damaged place, with the
    reading proposed for it where there is one. FILE may be a folder: then each of its documents is shown.
    """
    with configured():
        settings = options.configuration_of(config)
        outputs = [output] if output is not None else []
        check_outputs(outputs, [settings.file] if settings.file is not None else [])
        lexicon = options.rules_of(settings).lexicon
        with sources([file], (), settings, stdin_name, outputs) as found:
            from consistency.extract.outline import outline
            from consistency.pipeline import read_all
            from consistency.report.inspection import Inspected

            readings, problems = found.named(read_all(found.paths, lexicon, **found.told))
    problems = found.problems(problems)
    complain_of(problems, lang)
    inspected = [Inspected(reading, outline(reading, lexicon)) for reading in readings]
    width, colour = terminal(output)
    write(inspection(form)(inspected, everything=everything, lang=lang, width=width, colour=colour), output)
    ctx.exit(incomplete(problems) if problems else 0)
