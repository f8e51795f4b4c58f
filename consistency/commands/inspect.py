"""`consistency inspect`: a document as it was read."""

from __future__ import annotations

from pathlib import Path

import click

from consistency.commands import options
from consistency.commands.output import complain_of, configured, terminal, write
from consistency.commands.sources import sources

EPILOG = """\b
Examples:
  consistency inspect report.txt
\b
Exit codes: 0, or 2 for wrong usage and where the document could not be read."""


@click.command(epilog=EPILOG)
@click.argument("file", type=click.Path())
@options.STDIN_NAME
@options.CONFIG
@options.LANG
@click.pass_context
def inspect(ctx: click.Context, file: str, stdin_name: str | None, config: Path | None, lang: str) -> None:
    """Show a document as it was read.

    Its encoding, what it says of itself (title, place, period, publisher, date), and what became of its numbers.
    """
    from consistency.report.inspection import render

    with configured():
        settings = options.configuration_of(config)
        lexicon = options.rules_of(settings).lexicon
        with sources([file], (), settings, stdin_name) as found:
            from consistency.pipeline import read_all

            readings, problems = found.named(read_all(found.paths, lexicon, place_of=found.place_of))
    problems = found.problems(problems)
    complain_of(problems, lang)
    width, colour = terminal(None)
    for reading in readings:
        write(render(reading, lang=lang, width=width, colour=colour))
    ctx.exit(2 if problems else 0)
