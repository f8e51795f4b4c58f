"""How a report was made, as it says at its foot: the command without what has no say in what is found, and the time."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import click

from consistency.patterns import lazy
from consistency.report import Made

EPOCH = "SOURCE_DATE_EPOCH"  # the time that reproducible builds give instead of now
# What says only how a report looks and where it goes, and how it is made.
_LOOKS = ("form", "output", "also", "annotate", "dated", "details", "quiet", "lang")
_RUNS = ("watch", "jobs", "engine", "scheduler", "scratch", "indexed", "port", "shown", "who")
NO_SAY = frozenset({*_LOOKS, *_RUNS})
_PLAIN = lazy(r"[\w@%+=:,./-]+")


def made(ctx: click.Context, dated: bool) -> Made:
    """What a report says of its making; when only where it is asked for or SOURCE_DATE_EPOCH tells.

    The same documents give the same bytes, and their digests say more of what was checked than a time does.
    """
    told = os.environ.get(EPOCH, "")
    if told.isascii() and told.isdigit():
        with suppress(OverflowError, OSError, ValueError):  # no time that a calendar has
            return Made(command(ctx), f"{datetime.fromtimestamp(int(told), UTC):%Y-%m-%d %H:%M:%S} UTC")
    return Made.now(command(ctx)) if dated else Made(command(ctx))


def command(ctx: click.Context) -> str:
    """The command without options that only say how its report looks and where it goes, what is listed in order."""
    return " ".join(word if _PLAIN.fullmatch(word) else shlex.quote(word) for word in _words(ctx))


def _words(ctx: click.Context) -> Iterator[str]:
    yield "consistency"
    yield str(ctx.command.name)
    given = [p for p in ctx.command.params if p.name and _is_given(ctx, p.name) and p.name not in NO_SAY]
    for param in sorted(given, key=lambda p: isinstance(p, click.Option)):
        value = ctx.params[param.name or ""]
        for one in sorted(value) if isinstance(value, tuple) else [value]:
            yield from (param.opts[:1] if isinstance(param, click.Option) else [])
            if not (isinstance(param, click.Option) and param.is_flag):
                yield str(one)


def _is_given(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
