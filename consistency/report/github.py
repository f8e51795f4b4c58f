"""The report as workflow commands of GitHub Actions: annotations on the lines of a change, and a summary line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from consistency.model import Finding, Problem, Report, Severity
from consistency.report.escaping import flowing, visible
from consistency.report.focus import calling
from consistency.report.places import LocatedText, pages
from consistency.report.quotations import quotation
from consistency.report.sides import about, heading
from consistency.report.standing import newcomers
from consistency.report.summary import counted, known
from consistency.report.wording import said, say

# GitHub shows no more annotations of a kind for a step than this, and drops the others without a word.
MOST = 10
_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, *, lang: str, **_terminal: object) -> str:
    """The gravest new findings of each kind as annotations, then how many there are in all."""
    at, found = pages(report.readings), calling(report)
    room = Counter(dict.fromkeys(_COMMAND.values(), MOST))
    lines = [_problem(problem, lang) for problem in report.problems[:MOST]]
    room["error"] -= len(lines)
    for finding in found:
        command = _COMMAND[finding.severity]
        if room[command] > 0:
            room[command] -= 1
            lines.append(_annotation(command, finding, at, lang))
    lines += _summary(report, len(lines), lang)
    return "".join(f"{line}\n" for line in lines)


def command(name: str, message: str, **properties: object) -> str:
    """A workflow command; whatever is in the message or the properties ends neither.

    >>> command("error", "100%\\n::stop", file="a,b:c.txt")
    '::error file=a%2Cb%3Ac.txt::100%25%0A::stop'
    """
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name}{' ' if told else ''}{told}::{_data(message)}"


def _data(text: str) -> str:
    """What stands after the colons; line ends are the only hidden characters that stay."""
    lines = (visible(line) for line in text.split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _problem(problem: Problem, lang: str) -> str:
    return command("error", flowing(said(problem.message, lang)), file=problem.path, title=say(lang, "not read"))


def _annotation(name: str, finding: Finding, at: Mapping[str, LocatedText], lang: str) -> str:
    first = finding.claims[0]
    page = at[first.document]
    line, column = page.place(first.span.start)
    end_line, end_column = page.place(max(first.span.start, first.span.end - 1))
    properties: dict[str, object] = {"file": page.path, "line": line, "endLine": end_line}
    if line == end_line:  # columns are for places on one line only
        properties |= {"col": column, "endColumn": end_column}
    properties["title"] = f"{finding.rule} {said(finding.name, lang)}"
    return command(name, "\n".join(_message(finding, at, lang)), **properties)


def _message(finding: Finding, at: Mapping[str, LocatedText], lang: str) -> Iterator[str]:
    yield flowing(said(finding.message, lang))
    if finding.key is not None:
        yield about(finding.key, lang)
    for claim in finding.claims:
        page = at[claim.document]
        words = heading(claim, finding.key, page, lang)
        yield f"{page.places(claim)}  {words}" if words else page.places(claim)
        yield f"  {quotation(page, claim).text}"
    if joined := newcomers(finding, lang):
        yield joined
    if finding.suggestion is not None:
        yield f"{say(lang, 'clue')}{say(lang, 'between')}{flowing(said(finding.suggestion, lang))}"


def _summary(report: Report, annotated: int, lang: str) -> Iterator[str]:
    """What a step's log says at its end; nothing of a document is in it."""
    yield counted(report, lang)
    yield from known(report, lang)
    if (left_out := len(calling(report)) + len(report.problems) - annotated) > 0:
        yield say(lang, "not annotated", count=left_out, limit=MOST)
