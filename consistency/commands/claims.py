"""`consistency claims`: what was read."""

from __future__ import annotations

from pathlib import Path

import click

from consistency.commands import options
from consistency.commands.output import at_work, check_outputs, complain_of, configured, incomplete, terminal, write
from consistency.commands.sources import note_what_was_left_out, sources
from consistency.commands.spoken import Command
from consistency.report import LISTINGS, listing
from consistency.report.wording import say

EPILOG = """\b
Examples:
  consistency claims report.txt
  consistency claims --all --format csv --output numbers.csv documents/
\b
Exit codes: 0, or 2 for wrong usage and where a document could not be read."""


@click.command(cls=Command, epilog=EPILOG)
@options.PATHS
@click.option("--all", "everything", is_flag=True, help="Every number, also those that are no claim, and why.")
@click.option("--format", "form", type=click.Choice(list(LISTINGS)), default="text", show_default=True)
@options.OUTPUT
@options.EXCLUDE
@options.STDIN_NAME
@options.CONFIG
@options.QUIET
@options.LANG
@click.pass_context
def claims(
    ctx: click.Context,
    paths: tuple[str, ...],
    everything: bool,
    form: str,
    output: str | None,
    exclude: tuple[str, ...],
    stdin_name: str | None,
    config: Path | None,
    quiet: bool,
    lang: str,
) -> None:
    """List the numbers read from documents.

    Each with where it stands, what it was taken for and what it is about; PATHS are those of `consistency check`.
    """
    with configured():
        settings = options.configuration_of(config)
        outputs = [output] if output is not None else []
        check_outputs(outputs, [settings.file] if settings.file is not None else [])
        lexicon = options.rules_of(settings).lexicon
        with sources(paths, exclude, settings, stdin_name, outputs) as found:
            from consistency.pipeline import read_all

            if not quiet:
                note_what_was_left_out(found.selection, lang)
            with at_work(say(lang, "at work"), quiet):
                readings, problems = found.named(read_all(found.paths, lexicon, **found.told))
    problems = found.problems(problems)
    complain_of(problems, lang)
    width, colour = terminal(output)
    write(listing(form)(readings, everything=everything, lang=lang, width=width, colour=colour), output)
    ctx.exit(incomplete(problems) if problems else 0)
