"""Findings as a workbook for Excel and WPS, with a filter over its columns. Needs openpyxl."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from consistency.model import Report
from consistency.report.escaping import cell
from consistency.report.findings_table import NOTHING, heads, rows
from consistency.report.wording import say

WIDTHS = (8, 10, 24, 48, 36, 28, 12, 48, 28, 12, 48, 32, 24, 20)
LONGEST = 32_000  # characters of a cell


def workbook(report: Report, *, lang: str, decided: Mapping[str, str] = NOTHING) -> bytes:
    """The file, with what was decided by fingerprint; raises `ImportError` where openpyxl is not installed."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book: Any = Workbook()
    sheet = book.active
    sheet.title = say(lang, "findings")
    sheet.append(heads(lang))
    for row in rows(report, lang, decided):
        sheet.append([cell(words)[:LONGEST] for words in row])
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[sheet.cell(1, number).column_letter].width = width
        sheet.cell(1, number).font = Font(bold=True)
    for line in sheet.iter_rows(min_row=2):
        for one in line:
            one.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = BytesIO()
    book.save(out)
    return out.getvalue()
