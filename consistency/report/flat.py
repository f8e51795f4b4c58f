"""Findings as flat records, one for each place, for data frames and notebooks; and as a short table of a page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from consistency.model import Claim, Report
from consistency.report.escaping import flowing
from consistency.report.figures import decimal_string
from consistency.report.places import pages
from consistency.report.records import Record
from consistency.report.sides import letter, sides
from consistency.report.summary import compared, counted
from consistency.report.wording import said, say

MOST = 50  # findings that a notebook shows


def records(report: Report, lang: str) -> list[Record]:
    """A record for each place of each finding, all with the same keys; numbers are exact, as text."""
    return [*_records(report, lang)]


def _records(report: Report, lang: str) -> Iterator[Record]:
    at = pages(report.readings)
    for finding in report.findings:
        for number, side in enumerate(sides(finding, at)):
            for place in side:
                page, key = at[place.document], place.key if isinstance(place, Claim) else None
                quantity = place.quantity if isinstance(place, Claim) else None
                line, column = page.place(place.span.start)
                yield {
                    "fingerprint": finding.fingerprint,
                    "rule": finding.rule,
                    "severity": finding.severity.value,
                    "confidence": str(finding.confidence),
                    "message": said(finding.message, lang),
                    "side": letter(number),
                    "path": place.document,
                    "place": page.where(page.pointed(place)).strip("()"),
                    "line": line,
                    "column": column,
                    "words": flowing(place.span.of(page.text)),
                    "value": quantity and flowing(quantity.span.of(page.text)),
                    "base_value": quantity and decimal_string(quantity.base_value),
                    "base_unit": quantity and quantity.base_unit,
                    "indicator": key and key.subject,
                    "entity": key and key.entity,
                    "period": key and key.period,
                }


def page(report: Report, lang: str) -> str:
    """The findings as a table of HTML: what a notebook shows of a report."""
    at = pages(report.readings)
    head = "".join(f"<th>{escape(say(lang, word))}</th>" for word in ("severity", "rule", "message", "place of it"))
    rows = [
        (say(lang, f.severity.value), f.rule, said(f.message, lang), at[f.claims[0].document].places(f.claims[0]))
        for f in report.findings[:MOST]
    ]
    cells = ("".join(f"<td>{escape(flowing(cell))}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    told = "".join(f"<p>{escape(words)}</p>" for words in (counted(report, lang), *compared(report, lang)))
    more = len(report.findings) - len(rows)
    left = f"<p>{escape(say(lang, 'left out', count=more))}</p>" if more else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{left}{told}"
