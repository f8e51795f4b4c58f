"""`consistency inspect`: a document as it was understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from consistency.commands import options
from consistency.commands.output import check_outputs, complain_of, configured, incomplete, terminal, write
from consistency.commands.sources import sources
from consistency.commands.spoken import Command
from consistency.report import INSPECTIONS, inspection

if TYPE_CHECKING:
    from consistency.report.asked import Spot

EPILOG = """\b
Examples:
  consistency inspect report.txt
  consistency inspect --all --lang zh report.pdf
  consistency inspect report.txt --at 12:8
  consistency inspect --format json --output report.json report.docx
\b
Exit codes: 0, or 2 for wrong usage and where the document could not be read."""


def _spot(_ctx: click.Context, _option: click.Parameter, value: str | None) -> Spot | None:
    """A place as it is told on the command line: LINE or LINE:COLUMN, both from 1."""
    from consistency.report.asked import Spot

    spot = Spot.told(value) if value is not None else None
    if value is not None and spot is None:
        raise click.BadParameter("a line, or a line and a column, both from 1: 12, 12:8")
    return spot


@click.command(cls=Command, epilog=EPILOG)
@click.argument("file", type=click.Path())
@click.option("--all", "everything", is_flag=True, help="Every section, table and damaged place, however many.")
@click.option(
    "--at",
    metavar="LINE[:COLUMN]",
    callback=_spot,
    help="Only the numbers of this line, or the one at this place: what each is about, and the words that say so.",
)
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
    at: Spot | None,
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

    With --at, what is understood of the numbers there: whose, of what, when, in which standing, and the words that set
    each, wherever in the document they stand.
    """
    with configured():
        settings = options.configuration_of(config)
        outputs = [output] if output is not None else []
        check_outputs(outputs, [settings.file] if settings.file is not None else [])
        lexicon = options.rules_of(settings).lexicon
        with sources([file], (), settings, stdin_name, outputs) as found:
            from consistency.extract.outline import outline
            from consistency.pipeline import read_all
            from consistency.report.asked import render as asked
            from consistency.report.inspection_text import Inspected

            readings, problems = found.named(read_all(found.paths, lexicon, **found.told))
    problems = found.problems(problems)
    complain_of(problems, lang)
    width, colour = terminal(output)
    if at is not None:
        if len(readings) > 1:
            raise click.UsageError("--at asks after a place of one document")
        words = "".join(asked(reading, at, form, lang, width, colour) for reading in readings)
        write(words, output)
        ctx.exit(incomplete(problems) if problems else 0)
    inspected = [Inspected(reading, outline(reading, lexicon), lexicon.about) for reading in readings]
    write(inspection(form)(inspected, everything=everything, lang=lang, width=width, colour=colour), output)
    ctx.exit(incomplete(problems) if problems else 0)
