"""`consistency rules`: what documents are checked by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consistency.commands import options
from consistency.commands.output import configured, terminal, write
from consistency.commands.spoken import Group

if TYPE_CHECKING:
    from consistency.checks.measured import Measured

EPILOG = """\b
Examples:
  consistency rules list
  consistency rules show CC101
  consistency rules test --rules our-rules/"""


@click.group(cls=Group, epilog=EPILOG)
def rules() -> None:
    """Show the rules that documents are checked by."""


@rules.command("list")
@options.RULES
@options.CONFIG
@options.LANG
def list_(folders: tuple[Path, ...], config: Path | None, lang: str) -> None:
    """List every rule: id, severity, kind, name."""
    with configured():
        known = options.rules_of(options.configuration_of(config), folders)
    from consistency.report import rule_pages

    write(rule_pages.overview([known.rule(id_) for id_ in sorted(known.ids)], lang))


@rules.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=options.known_ids)
@options.RULES
@options.CONFIG
@options.LANG
def show(ids: tuple[str, ...], folders: tuple[Path, ...], config: Path | None, lang: str) -> None:
    """Show what rules look for and why.

    With their examples, how they did where they were measured, and how to accept what they find. The beginning of an
    id stands for all that begin so.
    """
    with configured():
        known = options.rules_of(options.configuration_of(config), folders, ids)
        measured = _measured()
    from consistency.report import rule_pages

    width, _ = terminal(None)
    write(rule_pages.manual([known.rule(id_) for id_ in known.ids], measured, lang, width))


def _measured() -> Mapping[str, Measured]:
    """How the rules that come along did where they were measured."""
    from consistency.checks.measured import load_measured
    from consistency.rule_folder import rule_folder

    return load_measured(rule_folder())


@rules.command()
@click.argument("ids", nargs=-1, metavar="[ID...]", shell_complete=options.known_ids)
@options.RULES
@options.CONFIG
@options.LANG
@click.pass_context
def test(ctx: click.Context, ids: tuple[str, ...], folders: tuple[Path, ...], config: Path | None, lang: str) -> None:
    """Try the examples that rules bring along.

    Those that must fire have to, and those that must not have to stay silent. Exit code 1 where one does not.
    """
    with configured():
        known = options.rules_of(options.configuration_of(config), folders, ids)
    from consistency.report.wording import said, say
    from consistency.rule_examples import failures

    failed = failures(known)
    for failure in failed:
        write(f"{failure.source}: {failure.rule} example[{failure.number}]: {said(failure.message, lang)}\n")
    write(say(lang, "tried", count=len(known.ids), failed=len(failed)) + "\n")
    ctx.exit(1 if failed else 0)
