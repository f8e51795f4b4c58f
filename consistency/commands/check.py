"""`consistency check`: compare documents and report where they disagree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consistency.commands import options
from consistency.commands.checking import checked
from consistency.commands.engines import engine_of
from consistency.commands.output import check_outputs, complain, complain_of, configured, incomplete, terminal, write
from consistency.commands.provenance import made
from consistency.commands.spoken import Command
from consistency.report import RENDERERS, renderer

if TYPE_CHECKING:
    from consistency.model import Report

TOLD = ("text", "markdown", "html")  # reports that say themselves what was hardly compared
LOUD = {"error": ("error",), "warning": ("error", "warning"), "never": ()}

EPILOG = """\b
Examples:
  consistency check report.txt bulletin.txt
  consistency check --select CC1,CC201 --lang zh documents/
  consistency check --format html --output findings.html documents/
  consistency check draft.txt --against published/
  consistency check draft.docx --against published/ --annotate draft.checked.docx
  consistency check seeds/ --changed-since origin/main --format github --also sarif=findings.sarif
  consistency check draft.txt --against published/ --format concise --require-met 30%
  consistency check - --stdin-name draft.txt --against published/ < draft.txt
\b
Exit codes:
  0    no finding at or above --fail-on
  1    at least one
  2    wrong usage or configuration, or a document that could not be read:
       the others are checked and reported all the same, but a result that
       is not complete is never 0 or 1
  3    a fault of the program itself, which is to be reported
  130  interrupted"""


def _forms_and_files(ctx: click.Context, option: click.Parameter, told: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Formats with the files they are to be written to."""
    found = []
    for word in told:
        form, _, file = word.partition("=")
        if form not in RENDERERS or not file:
            raise click.BadParameter(f"{word!r} is not FORMAT=FILE; formats are {', '.join(RENDERERS)}.", ctx, option)
        found.append((form, file))
    return tuple(found)


def _share(ctx: click.Context, option: click.Parameter, told: str | None) -> Fraction | None:
    """A share of all, written as a fraction of one or in per cent."""
    if told is None:
        return None
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(%?)", told)
    share = Fraction(found[1]) / (100 if found[2] else 1) if found else Fraction(2)
    if share > 1:
        raise click.BadParameter(f"{told!r} is no share: write 30% or 0.3.", ctx, option)
    return share


@click.command(cls=Command, epilog=EPILOG)
@options.PATHS
@click.option(
    "--against",
    multiple=True,
    type=click.Path(),
    metavar="PATH",
    help="Compare with these documents too, and report only what concerns those of PATHS. Repeatable.",
)
@click.option(
    "--changed-since",
    metavar="REV",
    help="Report only what concerns files that git holds for changed since REV: a branch, a tag, a commit. What is "
    "not committed counts, and what others did on that branch in the meantime does not.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(RENDERERS)),
    default="text",
    show_default=True,
    help="text, markdown and html are for people, concise (a line a finding) for logs and editors, the others for "
    "programs.",
)
@options.OUTPUT
@click.option(
    "--also",
    callback=_forms_and_files,
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write the report to FILE in this format too, without checking again: sarif=findings.sarif. Repeatable.",
)
@click.option(
    "--annotate",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write a copy of the one document that PATHS lead to, with a comment at each place of a finding: .docx, .pdf, "
    ".xlsx. The document itself stays as it is.",
)
@options.some_rules("--select", "Only these rules: ids or beginnings of ids, with commas or repeated.")
@options.some_rules("--ignore", "All but these rules, given likewise.")
@click.option(
    "--fail-on",
    type=click.Choice(list(LOUD)),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option(
    "--require-met",
    callback=_share,
    metavar="SHARE",
    help="The least share of the numbers of each document that must have met a counterpart, 30% or 0.3: where fewer "
    "did, the exit code is 1. Of PATHS alone where --against is given.",
)
@options.BASELINE
@options.EXCLUDE
@options.STDIN_NAME
@options.RULES
@options.CONFIG
@click.option(
    "--watch",
    is_flag=True,
    help="Go on, and report anew whenever a document, a decision or a setting changes, until interrupted.",
)
@options.jobs(1)
@options.engine
@click.option(
    "--details",
    is_flag=True,
    help="Show every finding with what each side says, however many: without it a terminal is shown a list first.",
)
@click.option(
    "--dated",
    is_flag=True,
    help="Have the page (html) say when it was made. Without it the same documents give the same page; where "
    "SOURCE_DATE_EPOCH is set, it is the time that is told.",
)
@options.INDEX
@options.QUIET
@options.LANG
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    against: tuple[str, ...],
    changed_since: str | None,
    form: str,
    output: str | None,
    also: tuple[tuple[str, str], ...],
    annotate: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    require_met: Fraction | None,
    baseline: Path | None,
    exclude: tuple[str, ...],
    stdin_name: str | None,
    folders: tuple[Path, ...],
    config: Path | None,
    watch: bool,
    jobs: int,
    engine: str,
    scheduler: str | None,
    scratch: Path | None,
    details: bool,
    dated: bool,
    indexed: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Compare documents, and report where they disagree.

    PATHS are files, folders, or “-” for the standard input. Of a folder every document that can be read is taken,
    hidden files and those called README and the like left out; what is left out is said on stderr.
    """
    outputs = [file for file in (output, *(file for _, file in also), annotate) if file is not None]
    if watch:
        if options.STANDARD_INPUT in paths:
            raise click.UsageError("--watch cannot see the standard input change; name a file.")
        from consistency.commands.watching import watched

        again = ctx.params | {"watch": False}
        watched(
            lambda: ctx.invoke(check, **again),
            lambda: _read_by(paths, against, baseline, folders, config),
            outputs,
            lang,
        )
    from consistency.on_record import known, marked_by

    with configured():
        settings = options.configuration_of(config)
        rules = options.rules_of(settings, folders, select, ignore)
        before = known(baseline or settings.baseline, settings.accepted)
        check_outputs(outputs, [file for file in (before.baseline, before.accepted, settings.file) if file is not None])
        changed = _changed(changed_since)
        with engine_of(engine, jobs, scheduler, scratch, rules.lexicon, lang) as reading:
            report = checked(
                (*paths, *against),
                rules,
                settings,
                exclude=exclude,
                stdin_name=stdin_name,
                outputs=outputs,
                workers=reading,
                indexed=indexed,
                drafts=paths if against else (),
                quiet=quiet,
                lang=lang,
            )
        report, notes = marked_by(report, before, lang, whole=not against)
    for note in () if quiet else notes:
        complain(note)
    drafts = [(stdin_name or path) if path == options.STANDARD_INPUT else path for path in paths]
    if against:
        report = _about(report, drafts)
    if changed is not None:
        report = _about(report, changed)
    complain_of(report.problems, lang)
    if annotate is not None:
        from consistency.commands.annotating import annotate as annotate_copy
        from consistency.selection import led_to

        annotate_copy(report, led_to((reading.document.path for reading in report.readings), drafts), annotate, lang)
    chosen, origin = [rules.rule(id_) for id_ in rules.ids], made(ctx, dated)
    for another, file in also:
        write(renderer(another)(report, lang=lang, rules=chosen, made=origin), file)
    width, colour = terminal(output)
    shown = renderer(form)(
        report,
        lang=lang,
        width=width,
        colour=colour,
        rules=chosen,
        brief=quiet,
        details=details or width is None,
        made=origin,
    )
    write(shown, output)
    if form not in TOLD or (quiet and form == "text"):
        _warn_of_what_was_passed_by(report, lang)
    ctx.exit(_exit_code(report, fail_on) or int(_fell_short(report, require_met, lang)))


def _read_by(
    paths: tuple[str, ...],
    against: tuple[str, ...],
    baseline: Path | None,
    folders: tuple[Path, ...],
    config: Path | None,
) -> list[str | Path]:
    """What a run reads: documents, rules, settings, records."""
    settings = options.configuration_of(config)
    told = (settings.file, settings.accepted, baseline or settings.baseline)
    return [*paths, *against, *folders, *settings.rules, *(file for file in told if file is not None)]


def _changed(revision: str | None) -> frozenset[str] | None:
    """The files changed since a revision, where one is given."""
    if revision is None:
        return None
    from consistency.changed import changed_since

    return changed_since(revision)


def _about(report: Report, paths: Iterable[str]) -> Report:
    """The report on what paths lead to; a second choice is one within the first."""
    from consistency.report.focus import Focused, concerning
    from consistency.selection import led_to

    chosen = led_to((reading.document.path for reading in report.readings), paths)
    return concerning(report, chosen & report.drafts if isinstance(report, Focused) else chosen)


def _warn_of_what_was_passed_by(report: Report, lang: str) -> None:
    """On stderr, what the summary of reports for people says of documents that were hardly compared."""
    from consistency.report.summary import warnings

    for line in warnings(report, lang):
        complain(line)


def _fell_short(report: Report, least: Fraction | None, lang: str) -> bool:
    """Whether too few numbers of a document met another, each such document told of."""
    from consistency.report.coverage import short_of
    from consistency.report.escaping import visible
    from consistency.report.figures import per_cent
    from consistency.report.wording import say

    short = () if least is None else short_of(report, least)
    for part in short:
        share, asked = per_cent(Fraction(part.met, part.quantities)), per_cent(least or Fraction())
        told = {"count": part.quantities, "met": part.met, "share": share, "least": asked}
        complain(say(lang, "too few met", path=visible(part.path), **told))
    return bool(short)


def _exit_code(report: Report, fail_on: str) -> int:
    from consistency.report.focus import calling

    if report.problems:
        return incomplete(report.problems)
    return int(any(finding.severity in LOUD[fail_on] for finding in calling(report)))
