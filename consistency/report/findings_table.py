"""Findings as a table: a row each, with the first place of either side, for spreadsheets and data frames."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.model import Finding, Report
from consistency.report.escaping import flowing
from consistency.report.places import LocatedText, pages
from consistency.report.sides import about, sides
from consistency.report.standing import note
from consistency.report.wording import said, say

SIDES = ("A", "B")


def heads(lang: str) -> list[str]:
    """What stands over the columns."""
    words = [say(lang, word) for word in ("severity", "confidence", "rule", "message", "indicator")]
    for letter in SIDES:
        side = say(lang, "side", letter=letter)
        words += [f"{side}{say(lang, 'between')}{say(lang, word)}" for word in ("document", "place of it", "words")]
    return [*words, say(lang, "clue"), say(lang, "decision"), say(lang, "fingerprint")]


def rows(report: Report, lang: str) -> Iterator[list[str]]:
    """The findings, in the order of the report."""
    at = pages(report.readings)
    return (_row(finding, at, lang) for finding in report.findings)


def _row(finding: Finding, at: dict[str, LocatedText], lang: str) -> list[str]:
    told = [
        say(lang, finding.severity.value),
        str(finding.confidence),
        f"{finding.rule} {said(finding.name, lang)}",
        said(finding.message, lang),
        about(finding.key, lang) if finding.key else "",
    ]
    parts = sides(finding, at)
    for number in range(len(SIDES)):
        if number < len(parts):
            claim = parts[number][0]
            page = at[claim.document]
            told += [claim.document, page.where(page.pointed(claim)), page.surroundings(claim.span).of(page.text)]
        else:
            told += ["", "", ""]
    clue = "" if finding.suggestion is None else said(finding.suggestion, lang)
    return [flowing(words) for words in (*told, clue, note(finding, lang), finding.fingerprint)]
