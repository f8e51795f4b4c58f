"""What was read as JSON, for other programs: `$defs/mentions` of docs/report.schema.json describes it."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.model import Reading
from consistency.report.as_json import SCHEMA, dump
from consistency.report.places import pages
from consistency.report.records import listed, mention_record


def render(readings: Sequence[Reading], *, everything: bool, **_terminal: object) -> str:
    """The claims of the documents as JSON, or every mention."""
    at = pages(readings)
    mentions = [mention_record(mention, at) for reading in readings for mention in listed(reading, everything)]
    return dump({"schema": SCHEMA, "mentions": mentions})
