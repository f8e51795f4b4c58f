"""A command run anew whenever a file that it reads changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from os import PathLike
from time import sleep
from typing import NoReturn

import click

from consistency.commands.output import complain

EVERY = 0.5  # seconds from one look at the files to the next
Paths = Iterable[str | PathLike[str]]


def watched(run: Callable[[], object], reads: Callable[[], Paths], outputs: Sequence[str], lang: str) -> NoReturn:
    """Runs again and again, once for each change in what is read; what it writes itself does not count.

    A refusal, a broken setting say, is told of and waited out. Nothing but an interrupt ends this.
    """
    from consistency.files import versions
    from consistency.report.wording import say
    from consistency.selection import listed
    from consistency.toml_tables import ConfigurationError

    known: list[str | PathLike[str]] = []
    written = {os.path.realpath(output) for output in outputs}

    def seen() -> dict[str, tuple[int, int]]:
        with suppress(ConfigurationError):  # what was read before is looked at; the run says what is wrong
            known[:] = reads()
        return {file: version for file, version in versions(known).items() if os.path.realpath(file) not in written}

    before = seen()
    while True:
        try:
            run()
        except click.exceptions.Exit:
            pass
        except click.ClickException as error:
            error.show()
        complain(say(lang, "watching"))
        while (now := _settled(seen, before)) == before:
            sleep(EVERY)
        changed = sorted({file for file, _ in before.items() ^ now.items()})
        complain(say(lang, "has changed", time=f"{datetime.now():%H:%M:%S}", files=listed(changed)))
        before = now


def _settled(
    seen: Callable[[], dict[str, tuple[int, int]]], before: dict[str, tuple[int, int]]
) -> dict[str, tuple[int, int]]:
    """What is seen, once it changes no more: a file may be written in several goes."""
    now = seen()
    while now != before:
        sleep(EVERY / 5)
        before, now = now, seen()
    return now
