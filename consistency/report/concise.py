"""The report with a line for each finding, as compilers tell theirs: for logs, editors and whoever clicks on places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from consistency.model import Finding, Report
from consistency.report.escaping import flowing, visible
from consistency.report.focus import calling
from consistency.report.places import LocatedText, pages
from consistency.report.summary import counted, known
from consistency.report.wording import said


def render(report: Report, *, lang: str, brief: bool = False, **_rest: object) -> str:
    """`path:line:column: severity rule message`, gravest first, then how many there are.

    Severities are those words in every language, for programs look for them. A place in a Word file, a PDF or a
    workbook is told as its reader finds it: `draft.docx (表1 R3C2): error CC101 …`.
    """
    at = pages(report.readings)
    lines = [line(finding, at, lang) for finding in calling(report)]
    return "".join(f"{words}\n" for words in (*lines, *_end(report, lang, brief)))


def line(finding: Finding, at: Mapping[str, LocatedText], lang: str) -> str:
    """A finding in one line."""
    first = finding.claims[0]
    place = at[first.document].places(first)
    return f"{place}: {finding.severity.value} {visible(finding.rule)} {flowing(said(finding.message, lang))}"


def _end(report: Report, lang: str, brief: bool) -> Iterator[str]:
    if not brief:
        yield counted(report, lang)
        yield from known(report, lang)
