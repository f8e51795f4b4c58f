"""The numbers at one place of a document, each with its key aspect by aspect, and the words that set each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from consistency.model import Context, Evidence, Mention, Reading
from consistency.report.as_json import SCHEMA, dump
from consistency.report.coverage import with_doubt
from consistency.report.escaping import flowing, visible
from consistency.report.lines import ShownLine, shown
from consistency.report.places import LocatedText
from consistency.report.records import Record, key_record, mention_record
from consistency.report.text import WIDTH
from consistency.report.wording import say, worded

LONGEST = 40  # characters of the words that set an aspect
DOCUMENT, USUAL, TABLE = "document", "usual", "table"  # what sets an aspect that no words of the text do


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a document, from 1, or one character of it."""

    line: int
    column: int | None = None

    @classmethod
    def told(cls, words: str) -> Spot | None:
        """A spot as it is asked for: LINE or LINE:COLUMN; nothing where that is none.

        >>> Spot.told("12:8"), Spot.told("12:"), Spot.told("0")
        (Spot(line=12, column=8), None, None)
        """
        numbers = words.split(":")
        if len(numbers) > 2 or not all(n.isascii() and n.isdecimal() and int(n) for n in numbers):
            return None
        return cls(*map(int, numbers))

    def numbers(self, reading: Reading, page: LocatedText) -> tuple[Mention, ...]:
        """The numbers of the line, or the one that the character is part of, with its unit."""
        return tuple(m for m in reading.mentions if self._meets(m, page))

    def _meets(self, mention: Mention, page: LocatedText) -> bool:
        line, column = page.place(mention.quantity.span.start)
        if self.column is None:
            return line == self.line
        return line == self.line and column <= self.column < column + len(mention.quantity.span.of(page.text))


def aspects(mention: Mention, context: Context) -> Iterator[tuple[str, str, Evidence]]:
    """The aspects of a number's key that are not empty, each with its value and what set it."""
    if mention.key is None:
        return
    known = {evidence.aspect: evidence for evidence in mention.evidence}
    own = {"entity": context.entity, "period": context.period}
    for aspect, value in key_record(mention.key).items():
        if not value:
            continue
        rule = DOCUMENT if own.get(aspect) == value else TABLE if "table" in mention.traits else USUAL
        yield aspect, str(value), known.get(aspect) or Evidence(aspect, rule)


def render(reading: Reading, spot: Spot, form: str, lang: str, width: int | None = None, colour: bool = False) -> str:
    """What is understood of the numbers at a spot, as text or JSON."""
    document = reading.document
    page = LocatedText.of(document.path, document.text, document.landmarks)
    if form == "json":
        return dump({"schema": SCHEMA, "numbers": [_record(m, reading, page) for m in spot.numbers(reading, page)]})
    return shown(_lines(spot, reading, page, lang), max(width or WIDTH, 20), colour)


def _lines(spot: Spot, reading: Reading, page: LocatedText, lang: str) -> Iterator[ShownLine]:
    numbers = spot.numbers(reading, page)
    if not numbers:
        yield ShownLine(Text(say(lang, "no number there")))
    for mention in numbers:
        where = page.where(mention.number)
        yield ShownLine(Text.assemble((where, "cyan"), "  ", (flowing(mention.quantity.span.of(page.text)), "bold")))
        if mention.reason:
            yield ShownLine(Text(say(lang, "no claim", reason=worded(lang, mention.reason))), indent=2)
        rows = [
            (say(lang, f"aspect {aspect}"), _value(aspect, value, reading.context, lang), evidence)
            for aspect, value, evidence in aspects(mention, reading.context)
        ]
        label = max((cell_len(row[0]) for row in rows), default=0) + 2
        margin = max((cell_len(row[1]) for row in rows), default=0) + 2
        for name, value, evidence in rows:
            said = _said(evidence, page, lang)
            yield ShownLine(
                Text.assemble(
                    *((name, "dim"), " " * (label - cell_len(name)), value, " " * (margin - cell_len(value))),
                    (said, "italic"),
                ),
                indent=2,
                hang=label,
            )


def _value(aspect: str, value: str, context: Context, lang: str) -> str:
    """The value of an aspect in words, with how sure it is where the document as a whole says it."""
    sure = {"entity": (context.entity, context.entity_sure), "period": (context.period, context.period_sure)}
    own, how = sure.get(aspect, ("", 100))
    words = worded(lang, value) if aspect in ("measure", "status") else visible(value)
    return with_doubt(words, how, lang) if value == own else words


def _said(evidence: Evidence, page: LocatedText, lang: str) -> str:
    """How an aspect was set, where, and by which words."""
    rule = say(lang, f"set by {evidence.rule}")
    if evidence.span is None:
        return rule
    words = flowing(evidence.span.of(page.text).strip())
    short = words if len(words) <= LONGEST else words[:LONGEST] + "…"
    return say(lang, "set by words", rule=rule, where=page.where(evidence.span), words=short)


def _record(mention: Mention, reading: Reading, page: LocatedText) -> Record:
    """A mention as in a listing of claims, and what set each aspect of its key."""
    return {
        "mention": mention_record(mention, {mention.document: page}),
        "aspects": [
            {"aspect": aspect, "value": value, "rule": evidence.rule, **_place(evidence, page)}
            for aspect, value, evidence in aspects(mention, reading.context)
        ],
    }


def _place(evidence: Evidence, page: LocatedText) -> Record:
    """Where the words stand that set an aspect; all null where no words did."""
    if evidence.span is None:
        return dict.fromkeys(("start", "end", "line", "column", "quote"))
    line, column = page.place(evidence.span.start)
    place = {"start": evidence.span.start, "end": evidence.span.end, "line": line, "column": column}
    return place | {"quote": evidence.span.of(page.text)}
