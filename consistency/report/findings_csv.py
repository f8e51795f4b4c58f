"""Findings as CSV with a byte order mark, by which spreadsheets on Windows know that it is UTF-8."""

from __future__ import annotations

import csv
import io

from consistency.model import Report
from consistency.report.escaping import cell
from consistency.report.findings_table import heads, rows

MARK = "\ufeff"


def render(report: Report, *, lang: str, **_terminal: object) -> str:
    """The findings of a report, a line each; cells hold one line and no formula."""
    out = io.StringIO()
    out.write(MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads(lang))
    writer.writerows([cell(words) for words in row] for row in rows(report, lang))
    return out.getvalue()
