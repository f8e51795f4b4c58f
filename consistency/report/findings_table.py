"""Findings as a table: a row each, with the first place of either side, for spreadsheets and data frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from consistency.model import Finding, Report
from consistency.report.escaping import flowing
from consistency.report.places import LocatedText, pages
from consistency.report.sides import DOT, about, sides
from consistency.report.standing import note
from consistency.report.wording import said, say

SIDES = ("A", "B")
NOTHING: Mapping[str, str] = MappingProxyType({})


def heads(lang: str) -> list[str]:
    """What stands over the columns."""
    words = [say(lang, word) for word in ("severity", "confidence", "rule", "message", "indicator")]
    for letter in SIDES:
        side = say(lang, "side", letter=letter)
        words += [f"{side}{say(lang, 'between')}{say(lang, word)}" for word in ("document", "place of it", "words")]
    return [*words, say(lang, "clue"), say(lang, "decision"), say(lang, "fingerprint")]


def rows(report: Report, lang: str, decided: Mapping[str, str] = NOTHING) -> Iterator[list[str]]:
    """The findings, in the order of the report; `decided` is what was decided of which, by fingerprint."""
    at = pages(report.readings)
    return (_row(finding, at, lang, decided.get(finding.fingerprint, "")) for finding in report.findings)


def decision(told: Mapping[str, str], lang: str) -> str:
    """A decision in a cell: what, by whom, why, until when, and what was noted beside it.

    >>> decision({"verdict": "done", "who": "王", "why": "", "until": "", "note": "已告知作者"}, "zh")
    '已改 · 王 · 已告知作者'
    """
    verdict = told["verdict"]
    words = say(lang, f"was {'accepted' if verdict == 'accept' else verdict}")
    until = say(lang, "until day", day=told["until"]) if told["until"] else ""
    return DOT.join(filter(None, (words, told["who"], told["why"], until, told["note"])))


def _row(finding: Finding, at: dict[str, LocatedText], lang: str, decided: str) -> list[str]:
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
    return [flowing(words) for words in (*told, clue, decided or note(finding, lang), finding.fingerprint)]
