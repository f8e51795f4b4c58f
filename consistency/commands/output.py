"""What a command writes and where: reports, complaints, notes, and the signs that long work goes on."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.progress import Progress

    from consistency.model import Problem

WIDEST = 120  # cells; longer lines are hard to read
PATIENCE = 1.0  # seconds before anything is shown of work that goes on


class Impossible(click.ClickException):
    """Why the program cannot do what was asked of it, in one line."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        from consistency.report.escaping import flowing

        line = f"consistency: {self.message}"
        if file is None:
            complain(line)
        else:
            file.write(f"{flowing(line)}\n")


@contextmanager
def configured() -> Iterator[None]:
    """Turns broken configuration inside it into a refusal."""
    from consistency.toml_tables import ConfigurationError

    try:
        yield
    except ConfigurationError as error:
        raise Impossible(str(error)) from None


def terminal(output: str | None) -> tuple[int | None, bool]:
    """Width and colour of the terminal written to; no width and no colour where it is none."""
    if output is not None or sys.stdout is None or not sys.stdout.isatty():
        return None, False
    width = min(shutil.get_terminal_size().columns, WIDEST)
    return width, not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def complain_of(problems: Iterable[Problem], lang: str) -> None:
    """A line on stderr for each document that could not be read."""
    from consistency.report.wording import said

    debug = click.get_current_context().find_root().params.get("debug")
    for problem in problems:
        complain(f"{problem.path}: {said(problem.message, lang)}")
        for line in problem.fault.splitlines() if debug else ():
            complain(line)


def incomplete(problems: Iterable[Problem]) -> int:
    """The exit code where some documents could not be read: whose fault is it, theirs or ours?"""
    return 3 if any(problem.fault for problem in problems) else 2


def complain(line: str) -> None:
    """A line on stderr, whatever words of others are in it; where nobody reads stderr any longer, nothing."""
    from consistency.report.escaping import flowing

    with suppress(OSError):
        click.echo(f"{flowing(line)}\n".encode(), nl=False, err=True)


def check_outputs(outputs: Sequence[str], kept: Iterable[str | Path]) -> None:
    """Refuses files that could not be written to, or that would take the place of each other or of what is `kept`."""
    from consistency.files import obstacle, same

    for number, output in enumerate(outputs):
        if reason := obstacle(output):
            raise Impossible(f"{output}: cannot be written: {reason}")
        if any(same(output, other) for other in outputs[:number]):
            raise Impossible(f"{output}: two reports are to be written to it")
        spare(output, kept)


def spare(output: str, kept: Iterable[str | Path]) -> None:
    """Refuses a file whose place something else has that a run must leave alone: a document, a baseline, settings."""
    from consistency.files import same

    if any(same(output, other) for other in kept):
        raise Impossible(
            f"{output}: is read by this check and would be written over; choose another file for the report"
        )


def write(text: str, output: str | None = None, *, lasting: bool = False) -> None:
    """Writes UTF-8 whatever the locale: a report must not fail on a terminal that says it knows ASCII only.

    A file is there whole or stays as it was; a `lasting` one outlives a power cut.
    """
    from consistency.files import write_whole

    try:
        if output is not None:
            write_whole(output, text.encode(), lasting=lasting)
            return
        if sys.stdout is None:  # closed by whoever started the program
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        rest = memoryview(text.encode())
        while rest:  # with PYTHONUNBUFFERED a write may take only a part, and says so only here
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.flush()
    except OSError as error:
        if output is None and sys.stdout is not None:
            # What is left of the text goes nowhere, or Python fails on it again as it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # a reader who has seen enough is no failure
            where = "stdout" if output is None else output
            raise Impossible(f"{where}: cannot be written: {error.strerror}") from None


@contextmanager
def at_work(words: str, quiet: bool) -> Iterator[None]:
    """Shows on a terminal's stderr that long work goes on, and for how long; short work is done before it shows."""
    if quiet or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    shown: list[Progress] = []
    timer = Timer(PATIENCE, lambda: shown.append(_progress(words)))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        for progress in shown:
            progress.stop()


@contextmanager
def counting(words: str, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Shows on a terminal's stderr how many of how many documents are done, as it is told, and the time left."""
    if quiet or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words, total=None)
        yield lambda done, of: progress.update(task, completed=done, total=of)


def _progress(words: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.add_task(words, total=None)
    progress.start()
    return progress
