"""Documents as they were understood as JSON: `$defs/inspection` of docs/report.schema.json describes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from consistency.damage import in_damage
from consistency.extract.about.evidence import Candidate
from consistency.extract.outline import Section, TableOutline
from consistency.model import Damage, Mention
from consistency.offsets import Span
from consistency.report.as_json import SCHEMA, dump
from consistency.report.inspection_text import Inspected, proposed
from consistency.report.places import LocatedText
from consistency.report.records import Record


def render(inspected: Sequence[Inspected], **_terminal: object) -> str:
    """Everything known of the documents, and nothing cut short."""
    return dump({"schema": SCHEMA, "documents": [_document(one) for one in inspected]})


def _document(one: Inspected) -> Record:
    reading, page = one.reading, one.page
    document, context = reading.document, reading.context
    numbers = in_damage(reading)
    reasons = Counter(mention.reason for mention in reading.mentions if not mention.is_claim)
    return {
        "path": document.path,
        "encoding": document.encoding,
        "characters": len(document.text),
        "title": context.title,
        "entity": context.entity,
        "entity_sure": context.entity_sure,
        "period": context.period,
        "period_sure": context.period_sure,
        "kind": context.kind,
        "publisher": context.publisher,
        "date": context.date,
        "quantities": len(reading.mentions),
        "claims": len(reading.claims),
        "reasons": dict(sorted(reasons.items())),
        "evidence": {part: [_candidate(one) for one in candidates] for part, candidates in one.evidence},
        "sections": [_section(section, page) for section in one.outline.sections],
        "tables": [_table(table, page) for table in one.outline.tables],
        "damages": [_damage(damage, numbers.get(damage, ()), page) for damage in reading.damages],
    }


def _candidate(candidate: Candidate) -> Record:
    return {
        "value": candidate.value,
        "sure": candidate.sure,
        "witnesses": [
            {"sort": witness.sort, "odds": str(witness.odds), "words": witness.words} for witness in candidate.witnesses
        ],
    }


def _place(span: Span, page: LocatedText) -> Record:
    line, column = page.place(span.start)
    place = {"start": span.start, "end": span.end, "line": line, "column": column}
    return place | {"landmark": page.landmark(span.start)}


def _section(section: Section, page: LocatedText) -> Record:
    told = section.frame
    return {
        **_place(section.span, page),
        "heading": section.span.of(page.text),
        "level": section.level,
        "period": told.period,
        "status": told.status.value,
        "scope": told.scope,
        "fund": told.fund,
    }


def _table(table: TableOutline, page: LocatedText) -> Record:
    return {
        **_place(table.span, page),
        "title": " ".join(span.of(page.text) for span in table.titles),
        "header": [span.of(page.text) for span in table.header],
        "units": list(table.units),
        "rows": table.rows,
        "columns": len(table.header),
    }


def _damage(damage: Damage, inside: Sequence[Mention], page: LocatedText) -> Record:
    return {
        **_place(damage.span, page),
        "kind": damage.kind,
        "quote": damage.span.of(page.text),
        "proposal": proposed(damage) or None,
        "certainty": damage.certainty,
        "count": damage.count,
        "also": [{"start": span.start, "end": span.end} for span in damage.also],
        "numbers": [mention.quantity.span.of(page.text) for mention in inside],
    }
