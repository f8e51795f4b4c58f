"""Findings as CSV with a byte order mark, by which spreadsheets on Windows know that it is UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from consistency.model import Report
from consistency.report.escaping import cell
from consistency.report.findings_table import NOTHING, heads, rows

MARK = "\ufeff"


def render(report: Report, *, lang: str, **_terminal: object) -> str:
    """The findings of a report, a line each; cells hold one line and no formula."""
    return sheet(report, lang=lang)


def sheet(report: Report, *, lang: str, decided: Mapping[str, str] = NOTHING) -> str:
    """The findings, with what was decided by fingerprint."""
    out = io.StringIO()
    out.write(MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads(lang))
    writer.writerows([cell(words) for words in row] for row in rows(report, lang, decided))
    return out.getvalue()
