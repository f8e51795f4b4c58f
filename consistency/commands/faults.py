"""How the program ends when something else ends it: an interrupt, a reader who has left, a fault of its own."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn

import click

from consistency import __version__
from consistency.commands.output import Impossible, complain
from consistency.commands.spoken import Group, asked_for, complaint, in_language, speaking, spoken
from consistency.workers import where

FAULT, INTERRUPTED = 3, 130
UNTIL_CYCLES = 100_000  # new objects until cycles are looked for: what is read lives to the end, and has none


class Program(Group):
    """The whole program: whatever happens in it, its exit code says what, and findings alone are 1."""

    def main(self, args: Sequence[str] | None = None, *more: Any, **named: Any) -> Any:
        """Runs a command line and ends the process."""
        named["standalone_mode"] = False  # which would end some of it with 1
        gc.set_threshold(UNTIL_CYCLES)
        _open_standard_streams()
        language = asked_for(sys.argv[1:] if args is None else args, os.environ)
        try:
            with _ended_by_signals(), speaking(language):
                code = super().main(args, *more, **named)
        except click.ClickException as error:
            with suppress(OSError), speaking(language):  # nobody reads stderr any longer
                _show(error, language)
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        except SystemExit as error:
            code = error.code
            if code == 1:  # click's, and for this alone: whoever read the help has seen enough
                _close_stdout()
                code = 0
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Carries out a command; a fault of ours is told in one line, and in full where asked for.

        What the system refuses is no fault of ours: a folder that may not be entered, a disk that is full, memory.
        """
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            for line in traceback.format_exc().splitlines() if ctx.params.get("debug") else ():
                complain(line)
            if isinstance(error, OSError | MemoryError):
                raise Impossible(refused(error)) from None
            complain(f"consistency {__version__}: {where(error)}. {in_language(REPORT, spoken())}")
            ctx.exit(FAULT)


REPORT = (
    "This is a fault of the program and not of your documents: please report it, as SECURITY.md says, with what "
    "`consistency --debug …` shows"
)


def refused(error: OSError | MemoryError) -> str:
    """What the system refuses, by the file where it is one.

    >>> refused(PermissionError(13, "Permission denied", "a/.consistency"))
    'a/.consistency: cannot be used: Permission denied'
    """
    if isinstance(error, MemoryError):
        return "memory does not suffice; give it fewer documents or --jobs, or lower `elements` in [limits]"
    named = isinstance(error.filename, str | bytes | os.PathLike)
    if isinstance(error, FileNotFoundError) and not named:  # what has no folder cannot tell where a path leads
        return "the folder it is called in is gone; change to another"
    reason = error.strerror or type(error).__name__
    if named and error.errno not in (errno.EMFILE, errno.ENFILE):  # which are no matter of the file
        return f"{os.fsdecode(error.filename)}: cannot be used: {reason}"
    return f"the system refuses: {reason}"


def _show(error: click.ClickException, language: str) -> None:
    """Says what is wrong with a command line, or with what it leads to; what was given is spelt out where it acts."""
    for line in complaint(error, language).removesuffix("\n").split("\n"):
        complain(line)


def _open_standard_streams() -> None:
    """Puts /dev/null where a standard stream was closed, or the next file opened would get what is meant for it."""
    for stream in (0, 1, 2):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Lets the program tidy up behind itself when it is told to end, as when it is interrupted."""

    def end(number: int, frame: FrameType | None) -> NoReturn:
        signal.signal(number, signal.SIG_IGN)  # once is enough: nothing is to break off the tidying up
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    old = {number: signal.getsignal(number) for number in signals}
    for number in signals:
        if old[number] == signal.SIG_DFL:  # what was ignored on purpose, as nohup does, stays so
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)


def _close_stdout() -> None:
    """Sends what is left for stdout nowhere, or Python fails on it again as it ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
