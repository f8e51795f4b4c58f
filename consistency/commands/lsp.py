"""`consistency lsp`: a language server, by which an editor shows what an open text has against an archive."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from pathlib import Path

import click

from consistency.commands import options
from consistency.commands.accept import decisions_of, user
from consistency.commands.output import Impossible, complain, configured
from consistency.commands.spoken import Command
from consistency.workers import where

NEEDS = 'run python3 -m pip install ".[lsp]" in the folder of this program'  # every shell understands these quotes
EPILOG = """\b
Examples:
  consistency lsp --against published/
  consistency lsp --against published/ --lang zh --who NAME
\b
Exit codes: 2 for wrong usage."""


@click.command(cls=Command, epilog=EPILOG)
@click.option(
    "--against",
    multiple=True,
    required=True,
    type=click.Path(exists=True),
    metavar="PATH",
    help="Compare the open text with these documents. Repeatable.",
)
@options.WHO
@options.EXCLUDE
@options.RULES
@options.CONFIG
@options.jobs(2)
@options.LANG
def lsp(
    against: tuple[str, ...],
    who: str,
    exclude: tuple[str, ...],
    folders: tuple[Path, ...],
    config: Path | None,
    jobs: int,
    lang: str,
) -> None:
    """Serve an editor: check the open text as it is written.

    An editor starts this and speaks with it over stdin and stdout (the Language Server Protocol). Plain text (.txt,
    .md) is compared with the documents of --against as it is written; docs/editors.md has the settings for VS Code,
    Neovim and Emacs.
    """
    try:
        from consistency.lsp.server import server_of
    except ImportError:
        raise Impossible(f"not all that is needed is installed: {NEEDS}") from None
    from consistency.lsp.bench import Bench

    with configured():
        settings = options.configuration_of(config)
        rules = options.rules_of(settings, folders)
    accepted = decisions_of(settings)
    with (
        tempfile.TemporaryDirectory(prefix="consistency-", ignore_cleanup_errors=True) as folder,
        open(os.devnull, encoding="utf-8") as nothing,
    ):
        name = who.strip() or user()
        bench = Bench(against, exclude, settings, rules, accepted, name, lang, jobs, Path(folder))
        server = server_of(bench)
        if not click.get_current_context().find_root().params.get("debug"):
            _in_one_line(logging.getLogger("pygls"))
        # Workers close the stdin they are born with, and wait for ever on one that is being read meanwhile; and what
        # anything prints is no message to an editor.
        lines = sys.stdin.buffer, sys.stdout.buffer
        sys.stdin, sys.stdout = nothing, sys.stderr
        server.start_io(*lines)


class _OneLine(logging.Handler):
    """Says what went wrong, and not where in the code: an editor shows it to whoever writes."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        complain(record.getMessage().partition("\n")[0] + (f": {where(error)}" if error else ""))


def _in_one_line(logger: logging.Logger) -> None:
    """Has a library tell of messages out of order in one line for each, as the program does."""
    logger.addHandler(_OneLine(logging.WARNING))
    logger.propagate = False
