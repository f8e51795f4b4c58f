"""`consistency explain`: why two numbers met, or did not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consistency.commands import options
from consistency.commands.output import Impossible, check_outputs, complain_of, configured, incomplete, write
from consistency.commands.sources import sources
from consistency.commands.spoken import Command
from consistency.patterns import lazy
from consistency.report.wording import say

if TYPE_CHECKING:
    from consistency.model import Claim, Reading

# report.txt:12 or report.txt:12:5
PLACE = lazy(r"(?P<file>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")
EPILOG = """\b
Examples:
  consistency explain bulletin.txt:12 report.txt:30
  consistency explain bulletin.txt:12:5 report.txt:30:18 --format json
\b
Exit codes: 0, or 2 for wrong usage and where a document could not be read."""


@click.command(cls=Command, epilog=EPILOG)
@click.argument("one", metavar="FILE:LINE[:COLUMN]")
@click.argument("other", metavar="FILE:LINE[:COLUMN]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.OUTPUT
@options.CONFIG
@options.LANG
@click.pass_context
def explain(
    ctx: click.Context, one: str, other: str, form: str, output: str | None, config: Path | None, lang: str
) -> None:
    """Show why two numbers met, or did not.

    Each comparison of the two with its level and its weight, what forbids the meeting, and the rival with the margin.
    A place is a file and a line, with a column at or before the number where the line has several. What else is checked
    beside the two documents has no say.
    """
    with configured():
        settings = options.configuration_of(config)
        outputs = [output] if output is not None else []
        check_outputs(outputs, [settings.file] if settings.file is not None else [])
        rules = options.rules_of(settings)
        places = [_place(place, lang) for place in (one, other)]
        with sources([file for file, _, _ in places], (), settings, None, outputs) as found:
            from consistency.link import meeting_of
            from consistency.pipeline import read_all
            from consistency.report.meetings import as_json, as_text

            readings, problems = found.named(read_all(found.paths, rules.lexicon, **found.told))
    problems = found.problems(problems)
    complain_of(problems, lang)
    if problems:
        ctx.exit(incomplete(problems))
    first, second = (_claim(place, readings, lang) for place in places)
    claims = [claim for reading in readings for claim in reading.claims]
    meeting = meeting_of(first, second, claims, rules.lexicon, rules.linking)
    decision = rules.linking.decision
    told = (
        as_json(meeting, readings)
        if form == "json"
        else as_text(meeting, readings, decision.accept, decision.margin, lang)
    )
    write(told, output)


def _place(written: str, lang: str) -> tuple[str, int, int | None]:
    """The file, line and column of a place as it is written."""
    found = PLACE.fullmatch(written)
    if found is None:
        raise Impossible(say(lang, "no line", place=written))
    return found["file"], int(found["line"]), int(found["column"]) if found["column"] else None


def _claim(place: tuple[str, int, int | None], readings: Sequence[Reading], lang: str) -> Claim:
    """The claim at a place; a refusal that names the numbers of the line where none or several may be meant."""
    from consistency.model import Claim
    from consistency.report.places import pages

    file, line, column = place
    at = pages(readings)
    there = []
    for reading in readings:
        page = at[reading.document.path]
        if Path(reading.document.path) == Path(file):
            told = [(page.place(m.number.start), page.place(m.number.end), m) for m in reading.mentions]
            there += [t for t in told if t[0][0] == line]
    hit = [m for _, end, m in there if column is None or end >= (line, column)]
    hit = hit if column is None else hit[:1]
    claims = [Claim(m, m.key) for m in hit if m.key is not None and m.is_claim]
    if len(claims) == 1:
        return claims[0]
    known = say(lang, "list").join(
        f"{start[0]}:{start[1]} {m.words}" + ("" if m.is_claim else f" ({m.reason})") for start, _, m in there
    )
    raise Impossible(say(lang, "which number" if known else "no number", place=f"{file}:{line}", numbers=known))
