"""What was read from documents as CSV, for spreadsheets: a line a mention, the fields of the JSON as columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from consistency.model import Mention, Reading
from consistency.report.escaping import cell
from consistency.report.places import LocatedText, pages
from consistency.report.records import listed, mention_record

COLUMNS = (
    *("path", "line", "column", "start", "end", "quote", "context"),
    *("value", "unit", "base_value", "base_unit", "dimension", "bound", "low", "high"),
    *("entity", "indicator", "measure", "period", "status", "scope", "whole", "basis"),
    *("number_start", "number_end", "reading", "reason"),
)


def render(readings: Sequence[Reading], *, everything: bool, **_terminal: object) -> str:
    """The claims of the documents as CSV, or every mention; cells hold one line and no formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    at = pages(readings)
    for reading in readings:
        writer.writerows(_row(mention, at) for mention in listed(reading, everything))
    return out.getvalue()


def _row(mention: Mention, at: dict[str, LocatedText]) -> list[str]:
    fields = mention_record(mention, at) | {
        "number_start": mention.number.start,
        "number_end": mention.number.end,
        "reading": " ".join((*mention.quantity.reading, *mention.reading)),
    }
    return ["" if fields[column] is None else cell(str(fields[column])) for column in COLUMNS]
