"""Claims, mentions and keys as JSON records; docs/report.schema.json describes them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from consistency.model import Claim, Key, Meeting, Mention, Passage, Quantity, Reading
from consistency.offsets import Span
from consistency.report.figures import decimal_string
from consistency.report.places import LocatedText

Record = dict[str, object]

_VALUE = ("value", "unit", "base_value", "base_unit", "dimension", "bound", "low", "high")
_ASPECTS = ("entity", "indicator", "measure", "period", "status", "scope", "whole", "basis")


def key_record(key: Key) -> Record:
    """What a claim is about, aspect by aspect."""
    return {
        "entity": key.entity,
        "indicator": key.indicator,
        "measure": key.measure.value,
        "period": key.period,
        "status": key.status.value,
        "scope": key.scope,
        "whole": key.whole,
        "basis": key.basis,
    }


def claim_record(claim: Claim | Passage, pages: Mapping[str, LocatedText]) -> Record:
    """Where a claim stands, what it says and of what; a passage says no value."""
    place = _place_record(pages[claim.document], claim.span)
    if isinstance(claim, Passage):
        return place | dict.fromkeys(_VALUE) | dict.fromkeys(_ASPECTS)
    return place | _value_record(claim.quantity) | key_record(claim.key)


def meeting_record(meeting: Meeting, pages: Mapping[str, LocatedText]) -> Record:
    """Why two claims met or did not: weights in hundredths of a bit, what forbids it, the rivals and the margin."""
    return {
        "prior": meeting.prior,
        "comparisons": [
            {"comparison": name, "level": level, "weight": weight} for name, level, weight in meeting.levels
        ],
        "sum": meeting.sum,
        "bars": [{"aspect": name, "how": how} for name, how in meeting.bars],
        "rivals": [{"claim": claim_record(claim, pages), "sum": worth} for claim, worth in meeting.rivals],
        "margin": meeting.margin,
    }


def mention_record(mention: Mention, pages: Mapping[str, LocatedText]) -> Record:
    """A mention as a claim, its aspects null where it is none, with how it was read."""
    aspects = key_record(mention.key) if mention.key is not None and mention.is_claim else dict.fromkeys(_ASPECTS)
    return {
        **_place_record(pages[mention.document], mention.span),
        **_value_record(mention.quantity),
        **aspects,
        "number": {"start": mention.number.start, "end": mention.number.end},
        "reading": [*mention.quantity.reading, *mention.reading],
        "reason": mention.reason or None,
    }


def _place_record(page: LocatedText, span: Span) -> Record:
    line, column = page.place(span.start)
    return {
        "path": page.path,
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "quote": span.of(page.text),
        "context": page.surroundings(span).of(page.text),
    }


def _value_record(quantity: Quantity) -> Record:
    return {
        "value": quantity.value,
        "unit": quantity.unit,
        "base_value": decimal_string(quantity.base_value),
        "base_unit": quantity.base_unit,
        "dimension": quantity.dimension,
        "bound": quantity.bound.value,
        "low": _end(quantity.expected.low),
        "high": _end(quantity.expected.high),
    }


def _end(value: Fraction | None) -> str | None:
    return None if value is None else decimal_string(value)


def listed(reading: Reading, everything: bool) -> list[Mention]:
    """The mentions of a document that a listing shows: its claims, or every number read."""
    return [mention for mention in reading.mentions if everything or mention.is_claim]
