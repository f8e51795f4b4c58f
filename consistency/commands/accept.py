"""`consistency accept`: decide about findings by their fingerprints, so that nobody is called for them again."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import datetime
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.commands import options
from consistency.commands.checking import checked
from consistency.commands.output import complain, complain_of, configured, write
from consistency.commands.spoken import Command

if TYPE_CHECKING:
    from consistency.configuration import Configuration

FILE = "accepted.toml"
LARGEST = 64 << 20  # bytes of a report

EPILOG = """\b
Examples:
  consistency accept 1f0c9a54 --why "preliminary figure" --documents seeds/
  consistency accept 1f0c9a54 2e07b361 --verdict "false alarm" --report findings.json
  consistency accept 1f0c9a54 --why "until the yearbook is out" --until 2024-06-30
  consistency accept 1f0c9a54 --undo
  consistency accept --from decisions.toml
\b
Exit codes: 0, or 2 for wrong usage and for a fingerprint that is no finding's,
or that of several."""


@click.command(cls=Command, epilog=EPILOG)
@click.argument("fingerprints", nargs=-1, metavar="FINGERPRINT...")
@click.option("--why", default="", metavar="WORDS", help="Why; it has to be said of what is accepted.")
@options.WHO
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The last day on which it holds, 2024-06-30 say. Without it, it holds for good.",
)
@click.option(
    "--verdict",
    type=click.Choice(["accept", "false alarm", "done"]),
    default="accept",
    show_default=True,
    help="Accept: the documents differ, and may. False alarm: they do not. Done: dealt with, and on its way out of the "
    "documents; this one calls again until it is gone.",
)
@click.option("--note", default="", metavar="WORDS", help="Anything else to be remembered of it.")
@click.option("--undo", is_flag=True, help="Take back what was decided about these findings.")
@click.option(
    "--from",
    "exported",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Take over the decisions in FILE, which the page of a report (--format html) exports.",
)
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(),
    metavar="PATH",
    help="Whose findings these are: files and folders. Repeatable. Without it those of this folder.",
)
@click.option(
    "--report",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A report (--format json) that has these findings, so that nothing need be checked again.",
)
@click.option(
    "--file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"Where decisions are kept. Without it the file that the settings name, else {FILE}.",
)
@options.RULES
@options.CONFIG
@options.LANG
def accept(
    fingerprints: tuple[str, ...],
    why: str,
    who: str,
    until: datetime | None,
    verdict: str,
    note: str,
    undo: bool,
    exported: Path | None,
    documents: tuple[str, ...],
    report: Path | None,
    file: Path | None,
    folders: tuple[Path, ...],
    config: Path | None,
    lang: str,
) -> None:
    """Decide about findings: accepted, false alarm, done.

    A FINGERPRINT stands below each finding of a report; its beginning will do where no other finding's begins so. The
    decision holds for the documents that take part in the finding today.
    """
    from consistency.acceptance.accepted import Accepted, Decided
    from consistency.acceptance.decisions import decide, decided, meant, withdraw
    from consistency.report.wording import say

    if not fingerprints and exported is None:
        raise click.UsageError("Name a fingerprint, or --from a file with decisions.")
    if not undo and fingerprints and verdict == Decided.ACCEPT and not why.strip():
        raise click.UsageError("Say --why: to accept is to answer for it.")
    with configured():
        settings = options.configuration_of(config)
        kept = file or settings.accepted or Path(FILE)
        before = decided(kept)

        def waiting() -> None:
            complain(say(lang, "waiting", file=kept))

        if undo:
            known = [entry.finding for entry in before]
            named = {meant(word, known, str(kept)) for word in fingerprints}
            withdraw(kept, named, waiting)
            write(say(lang, "taken back", file=kept, count=len(named)) + "\n")
            return
        entries = {} if exported is None else {entry.finding: entry for entry in decided(exported)}
        if fingerprints:
            known_ones = _reported(report, kept) if report else _found(documents, folders, settings, kept, lang)
            where = str(report or ", ".join(documents) or "this folder; name others with --documents")
            for word in fingerprints:
                found = meant(word, known_ones, where)
                rule, sources = known_ones[found]
                day = until.date() if until else None
                by = who.strip() or user()
                entries[found] = Accepted(found, rule, by, why, day, str(kept), sources, Decided(verdict), note)
        decide(kept, entries.values(), waiting)
    write(say(lang, "decided", file=kept, count=len(entries)) + "\n")
    if not settings.accepted and file is None:
        complain(say(lang, "not named", file=kept, line=f'accepted = "{FILE}"'))


_Findings = dict[str, tuple[str, tuple[str, ...]]]


def _found(
    documents: tuple[str, ...], folders: tuple[Path, ...], settings: Configuration, kept: Path, lang: str
) -> _Findings:
    """The findings of some documents by fingerprint: of each the rule, and the documents as a record names them."""
    from consistency.acceptance.participants import named_participants

    rules = options.rules_of(settings, folders)
    report = checked(documents or (os.curdir,), rules, settings, outputs=[str(kept)], quiet=True, lang=lang)
    complain_of(report.problems, lang)
    return {
        finding.fingerprint: (finding.rule, named_participants(finding, kept.parent)) for finding in report.findings
    }


def _reported(report: Path, kept: Path) -> _Findings:
    """The same of a report as JSON, whose paths lead on from this folder."""
    from consistency.acceptance.participants import named
    from consistency.files import content
    from consistency.toml_tables import ConfigurationError

    try:
        told: Any = json.loads(content(report, LARGEST).decode())
        return {
            _fingerprint(finding["fingerprint"]): (
                str(finding["rule"]),
                tuple(sorted({named(claim["path"], kept.parent) for claim in finding["claims"]})),
            )
            for finding in told["findings"]
        }
    except OSError as error:
        raise ConfigurationError(f"{report}: cannot be read: {error.strerror}") from None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise ConfigurationError(f"{report}: no report of consistency check --format json") from None


def _fingerprint(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError(told)
    return told


def decisions_of(settings: Configuration) -> Path:
    """The file of decisions that the settings name, else the one of the usual name beside them."""
    return settings.accepted or settings.folder / FILE


def user() -> str:
    """Who is at work here, as git knows them, else the system."""
    try:
        asked = ["git", "config", "user.name"]
        name = subprocess.run(asked, capture_output=True, check=False, timeout=5).stdout.decode(errors="replace")
    except (OSError, subprocess.SubprocessError):
        name = ""
    try:
        return name.strip() or getuser()
    except (KeyError, OSError, ImportError):  # a user without a name
        return "?"
