"""The command line. Everything but click is imported inside the commands: `--help` answers at once."""

from __future__ import annotations

import click

from consistency import __version__
from consistency.commands.accept import accept
from consistency.commands.baseline import baseline
from consistency.commands.check import check
from consistency.commands.claims import claims
from consistency.commands.completion import completion
from consistency.commands.explain import explain
from consistency.commands.faults import Program
from consistency.commands.index import index
from consistency.commands.inspect import inspect
from consistency.commands.lexicon import lexicon
from consistency.commands.lsp import lsp
from consistency.commands.rules import rules
from consistency.commands.serve import serve
from consistency.commands.spoken import LANGUAGES, in_language, spoken

EPILOG = """\b
Examples:
  consistency check report.txt bulletin.txt
  consistency check draft.txt --against published/
  consistency check --format html --output findings.html documents/
  consistency claims --all report.txt
  consistency rules list
\b
Every command has examples of its own: consistency COMMAND --help"""


def _version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    """Says which version this is."""
    if asked:
        click.echo(in_language(f"consistency, version {__version__}", spoken()))
        ctx.exit()


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help="Language of help and messages, for whatever follows.",
)
@click.option("--debug", is_flag=True, help="Where the program itself is at fault, show all that led to it.")
def main(debug: bool) -> None:
    """Find where documents about the same thing disagree.

    A linter for facts in Chinese public documents: it reads numbers and what they are about, brings together what
    several documents say of the same thing, and shows both sides where they do not agree. It never says which
    side is true.
    """


commands = (check, claims, inspect, explain, index, rules, lexicon, baseline, accept, serve, lsp, completion)
for command in commands:
    main.add_command(command)
