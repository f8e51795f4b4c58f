"""`consistency serve`: a page on this machine to drop documents on, and to decide on what was found in them."""

from __future__ import annotations

import os
import secrets
import socket
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from consistency.commands import options
from consistency.commands.accept import decisions_of, user
from consistency.commands.output import Impossible, complain, configured, write
from consistency.commands.provenance import command
from consistency.commands.spoken import Command

if TYPE_CHECKING:
    from consistency.serve.desk import Desk

HOST = "127.0.0.1"
NEEDS = 'run python3 -m pip install ".[serve]" in the folder of this program'  # every shell understands these quotes
EPILOG = """\b
Examples:
  consistency serve
  consistency serve draft.docx --archive published/
  consistency serve --archive published/ --port 8800 --open
\b
Exit codes: 2 for wrong usage and where the address is taken, 130 when
interrupted."""


@click.command(cls=Command, epilog=EPILOG)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--archive",
    multiple=True,
    type=click.Path(exists=True),
    metavar="PATH",
    help="Compare with these documents, and show only what concerns those of PATHS and those dropped on the page. "
    "Repeatable.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="PORT",
    help="Where to listen, on this machine alone. Without it, a port that is free.",
)
@click.option("--open", "shown", is_flag=True, help="Show the page in the browser.")
@options.WHO
@options.EXCLUDE
@options.RULES
@options.CONFIG
@options.jobs(2)
@options.LANG
@click.pass_context
def serve(
    ctx: click.Context,
    paths: tuple[str, ...],
    archive: tuple[str, ...],
    port: int,
    shown: bool,
    who: str,
    exclude: tuple[str, ...],
    folders: tuple[Path, ...],
    config: Path | None,
    jobs: int,
    lang: str,
) -> None:
    """Show a page to drop documents on and decide.

    The page is for this machine alone: its address has a token that nobody else knows, and it loads nothing from
    elsewhere. PATHS are files and folders to be checked from the start; they are read again whenever they change.
    Decisions go into the file of accepted findings at once.
    """
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError:
        raise Impossible(f"not all that is needed is installed: {NEEDS}") from None
    from consistency.acceptance.decisions import decided
    from consistency.serve.desk import Desk

    _refuse_missing(paths, lang)
    with configured():
        settings = options.configuration_of(config)
        rules = options.rules_of(settings, folders)
        kept = decisions_of(settings)
        decided(kept)
    with (
        tempfile.TemporaryDirectory(prefix="consistency-", ignore_cleanup_errors=True) as folder,
        _listening(port) as line,
    ):
        dropped = Path(folder).resolve() / "dropped"
        dropped.mkdir()
        name = who.strip() or user()
        desk = Desk(paths, archive, exclude, settings, rules, kept, name, lang, jobs, dropped, command(ctx))
        _run(desk, line, shown)


def _refuse_missing(paths: Sequence[str], lang: str) -> None:
    """Ends the command where a path leads to nothing: the page would be empty, and nobody would see why."""
    from consistency.readers.refusals import Refusal

    for path in paths:
        if not os.path.exists(path):
            raise Impossible(f"{path}: {Refusal.MISSING.of(path).message[lang]}")


def _listening(port: int) -> socket.socket:
    """A socket of this machine alone."""
    line = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        line.bind((HOST, port))
        line.listen()  # who asks as soon as the address is told waits
    except OSError as error:
        line.close()
        raise Impossible(f"{HOST}:{port}: cannot be listened on: {error.strerror}") from None
    return line


def _run(desk: Desk, line: socket.socket, shown: bool) -> None:
    """Serves the page until somebody ends it."""
    import webbrowser

    import uvicorn

    from consistency.report.wording import say
    from consistency.serve.guard import Guard
    from consistency.serve.session import Session
    from consistency.serve.web import application

    port, token = line.getsockname()[1], secrets.token_urlsafe(24)
    session = Session(desk)
    settings = uvicorn.Config(
        Guard(application(session), token, port),
        lifespan="off",
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
        limit_concurrency=64,
    )
    address = f"http://{HOST}:{port}/{token}/"
    write(f"{address}\n")
    complain(say(desk.lang, "is served"))
    session.start()
    if shown:
        webbrowser.open(address)

    class Server(uvicorn.Server):
        """A server that tells pages that are open before it ends: they would be waited for, and cut off loudly."""

        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            session.leave()
            super().handle_exit(sig, frame)

    try:
        Server(settings).run(sockets=[line])
    finally:
        session.end()
