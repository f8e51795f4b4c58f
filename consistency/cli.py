"""The command line. Everything but click is imported inside the commands: `--help` answers at once."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from consistency import __version__
from consistency.report import LISTINGS, RENDERERS, listing, renderer
from consistency.report.wording import LANGUAGES

if TYPE_CHECKING:
    from consistency.engine import Rules
    from consistency.model import Problem, Report

WIDEST = 120  # cells; longer lines are hard to read
LOUD = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
INTERRUPTED = 130

EXIT_CODES = """\b
Exit codes:
  0    no finding at or above --fail-on
  1    at least one
  2    wrong usage or configuration, or a document that could not be read:
       the others are checked and reported all the same, but a result that
       is not complete is never 0 or 1
  130  interrupted"""


class Refusal(click.ClickException):
    """Why the program cannot do what was asked of it, in one line."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        _complain(f"consistency: {self.message}")


class Commands(click.Group):
    """A group of commands that an interrupt ends quietly."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


def language(environment: Mapping[str, str]) -> str:
    """The language of the locale: Chinese where it is Chinese, else English."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def _ids(ctx: click.Context, option: click.Parameter, lists: tuple[str, ...]) -> tuple[str, ...]:
    ids = tuple(id_.strip() for list_ in lists for id_ in list_.split(",") if id_.strip())
    if lists and not ids:
        raise click.BadParameter("names no rule.", ctx, option)
    return ids


LANG = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=lambda: language(os.environ),
    show_default="that of the locale",
    help="Language of messages; ids and JSON keys do not depend on it.",
)
OUTPUT = click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to stdout.")
RULES = click.option(
    "--rules",
    "folders",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    metavar="DIR",
    help="A folder with rules of your own, beside those that come along. Repeatable.",
)
PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="consistency")
def main() -> None:
    """Find where documents about the same thing disagree.

    \b
    Examples:
      consistency check report.txt bulletin.txt
      consistency check --format json --output report.json documents/
      consistency claims --all report.txt
      consistency rules list
    """


@main.command(epilog=EXIT_CODES)
@PATHS
@click.option("--format", "form", type=click.Choice(list(RENDERERS)), default="text", show_default=True)
@OUTPUT
@click.option(
    "--select",
    callback=_ids,
    multiple=True,
    metavar="RULE",
    help="Only these rules: ids or beginnings of ids, with commas or repeated.",
)
@click.option("--ignore", callback=_ids, multiple=True, metavar="RULE", help="All but these rules, given likewise.")
@click.option(
    "--fail-on",
    type=click.Choice(list(LOUD)),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@RULES
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Worker processes.")
@LANG
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    folders: tuple[Path, ...],
    jobs: int,
    lang: str,
) -> None:
    """Compare documents, files or folders of them, and report where they disagree.

    \b
    Examples:
      consistency check report.txt bulletin.txt
      consistency check --select CC1,CC201 --lang zh documents/
      consistency check --format json --fail-on warning documents/ > report.json
    """
    with _configured():
        rules = _rules(folders, select, ignore)
        from consistency.pipeline import check as checked

        report = checked(paths, rules, jobs=jobs)
    _complain_of(report.problems, lang)
    width, colour = _terminal(output)
    _write(renderer(form)(report, lang=lang, width=width, colour=colour), output)
    ctx.exit(_exit_code(report, fail_on))


@main.command(epilog="Exit codes: 0, or 2 for wrong usage and where a document could not be read.")
@PATHS
@click.option("--all", "everything", is_flag=True, help="Every number, also those that are no claim, and why.")
@click.option("--format", "form", type=click.Choice(list(LISTINGS)), default="text", show_default=True)
@OUTPUT
@LANG
@click.pass_context
def claims(
    ctx: click.Context, paths: tuple[str, ...], everything: bool, form: str, output: str | None, lang: str
) -> None:
    """List the numbers read from documents: where they stand, what they were taken for and what they are about.

    \b
    Examples:
      consistency claims report.txt
      consistency claims --all --format csv --output numbers.csv documents/
    """
    with _configured():
        from consistency.pipeline import read_all

        readings, problems = read_all(paths, _rules((), (), ()).lexicon)
    _complain_of(problems, lang)
    width, colour = _terminal(output)
    _write(listing(form)(readings, everything=everything, lang=lang, width=width, colour=colour), output)
    ctx.exit(2 if problems else 0)


@main.group(cls=Commands)
def rules() -> None:
    """Show the rules that documents are checked by.

    \b
    Examples:
      consistency rules list
      consistency rules show CC101
    """


@rules.command("list")
@RULES
@LANG
def list_(folders: tuple[Path, ...], lang: str) -> None:
    """List every rule: id, severity, kind, name."""
    with _configured():
        known = _rules(folders, (), ())
    from consistency.report import rule_pages

    _write(rule_pages.overview([known.rule(id_) for id_ in known.ids], lang))


@rules.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@RULES
@LANG
def show(ids: tuple[str, ...], folders: tuple[Path, ...], lang: str) -> None:
    """Show what rules look for and why; the beginning of an id stands for all that begin so."""
    with _configured():
        known = _rules(folders, ids, ())
    from consistency.report import rule_pages

    width, _ = _terminal(None)
    _write(rule_pages.pages([known.rule(id_) for id_ in known.ids], lang, width))


def _rules(folders: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> Rules:
    from consistency.engine import load_rules

    return load_rules(folders).chosen(select, ignore)


@contextmanager
def _configured() -> Iterator[None]:
    """Turns broken configuration inside it into a refusal."""
    from consistency.toml_tables import ConfigurationError

    try:
        yield
    except ConfigurationError as error:
        raise Refusal(str(error)) from None


def _exit_code(report: Report, fail_on: str) -> int:
    if report.problems:
        return 2
    return int(any(finding.severity in LOUD[fail_on] for finding in report.findings))


def _terminal(output: str | None) -> tuple[int | None, bool]:
    """Width and colour of the terminal written to; no width and no colour where it is none."""
    if output is not None or not sys.stdout.isatty():
        return None, False
    width = min(shutil.get_terminal_size().columns, WIDEST)
    return width, not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _complain_of(problems: Iterable[Problem], lang: str) -> None:
    from consistency.report.wording import said

    for problem in problems:
        _complain(f"{problem.path}: {said(problem.message, lang)}")


def _complain(line: str) -> None:
    from consistency.report.escaping import flowing

    click.echo(f"{flowing(line)}\n".encode(), nl=False, err=True)


def _write(text: str, output: str | None = None) -> None:
    """Writes UTF-8 whatever the locale: a report must not fail on a terminal that says it knows ASCII only."""
    try:
        if output is not None:
            Path(output).write_bytes(text.encode())
            return
        rest = memoryview(text.encode())
        while rest:  # with PYTHONUNBUFFERED a write may take only a part, and says so only here
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.flush()
    except OSError as error:
        if output is None:  # what is left of the text goes nowhere, or Python fails on it again as it ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # a reader who has seen enough is no failure
            raise Refusal(f"{output or 'stdout'}: cannot be written: {error.strerror}") from None
