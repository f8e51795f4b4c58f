"""What was read from documents, for people: each number with its place, what it was taken for and what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from consistency.model import Mention, Reading
from consistency.report.escaping import flowing, visible
from consistency.report.lines import ShownLine, shown
from consistency.report.passages import Manner, quotation_line
from consistency.report.places import LocatedText, pages
from consistency.report.quotations import quotation
from consistency.report.records import listed
from consistency.report.sides import DOT, about, value_line
from consistency.report.text import WIDTH
from consistency.report.trace_words import trace
from consistency.report.wording import say, worded


def render(readings: Sequence[Reading], *, everything: bool, lang: str, width: int | None, colour: bool) -> str:
    """The claims of each document in order of place, or every mention with why it is no claim."""
    return shown(_lines(readings, everything, Manner(lang, colour)), max(width or WIDTH, 20), colour)


def _lines(readings: Sequence[Reading], everything: bool, manner: Manner) -> Iterator[ShownLine]:
    at = pages(readings)
    for reading in readings:
        yield ShownLine(
            Text(
                say(
                    manner.lang,
                    "read",
                    path=visible(reading.document.path),
                    quantities=len(reading.mentions),
                    claims=len(reading.claims),
                ),
                "bold",
            ),
            hang=2,
        )
        for mention in listed(reading, everything):
            yield from _mention(mention, at, manner)
            if everything:
                yield from _how(mention, manner.lang)


def _mention(mention: Mention, at: Mapping[str, LocatedText], manner: Manner) -> Iterator[ShownLine]:
    page, lang = at[mention.document], manner.lang
    value = value_line(flowing(mention.quantity.span.of(page.text)), mention.quantity, lang)
    yield ShownLine(Text.assemble((page.places(mention), "cyan"), "  ", (value, "bold")), indent=2, whole=True)
    yield ShownLine(quotation_line(quotation(page, mention), manner), indent=4)
    if mention.key is not None:
        yield ShownLine(Text(about(mention.key, lang), "italic"), indent=4, hang=2)
    if not mention.is_claim:
        reason = visible(worded(lang, mention.reason)) or say(lang, "unsaid")
        yield ShownLine(Text(say(lang, "no claim", reason=reason), "dim"), indent=4, hang=2)


def _how(mention: Mention, lang: str) -> Iterator[ShownLine]:
    """How a number was read, where anything is told of it."""
    notes = (*mention.quantity.reading, *mention.reading)
    told = DOT.join(trace(note, lang) for note in notes if not note.endswith(": "))
    if told:
        yield ShownLine(Text(say(lang, "how") + say(lang, "between") + visible(told), "dim"), indent=4, hang=2)
