"""A document as it was read, for people: its encoding, what it says of itself, what became of its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from consistency.model import Reading
from consistency.report.escaping import flowing, visible
from consistency.report.lines import Line, shown
from consistency.report.text import WIDTH
from consistency.report.wording import say, worded


def render(reading: Reading, *, lang: str, width: int | None, colour: bool) -> str:
    """A line for each thing known of the document; what it does not tell is said to be missing."""
    rows = list(_rows(reading, lang))
    margin = max(cell_len(label) for label, _ in rows) + 2
    head = Line(Text(visible(reading.document.path), "bold"), whole=True)
    lines = (
        Line(Text.assemble((label, "dim"), " " * (margin - cell_len(label)), words), indent=2, hang=margin)
        for label, words in rows
    )
    return shown([head, *lines], max(width or WIDTH, 20), colour)


def _rows(reading: Reading, lang: str) -> Iterator[tuple[str, str]]:
    document, context = reading.document, reading.context
    told = (
        ("document title", context.title),
        ("entity", context.entity),
        ("period", context.period),
        ("kind of document", context.kind),
        ("publisher", context.publisher),
        ("date", context.date),
    )
    yield say(lang, "encoding"), visible(document.encoding)
    yield say(lang, "characters"), f"{len(document.text):,}"
    yield from ((say(lang, label), flowing(words) or say(lang, "not told")) for label, words in told)
    yield say(lang, "numbers"), f"{len(reading.mentions):,}"
    yield say(lang, "claims"), f"{len(reading.claims):,}"
    reasons = Counter(mention.reason for mention in reading.mentions if mention.key is None)
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        words = visible(worded(lang, reason)) or say(lang, "unsaid")
        yield "", f"{say(lang, 'no claim', reason=words)} × {count:,}"
