"""The places a finding points at, as a reader sees them: under each value, where it stands and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.text import Text

from consistency.model import Claim, Finding, Key, Measure, Mention, Passage, Quantity
from consistency.offsets import Span
from consistency.report.escaping import flowing, visible
from consistency.report.figures import understood
from consistency.report.lines import Line
from consistency.report.places import Page
from consistency.report.wording import say

REACH = 40  # code points of context on each side: two lines of a terminal
DOT = " · "


@dataclass(frozen=True, slots=True)
class Manner:
    """How a report is shown: in which language, and whether with colours."""

    lang: str
    colour: bool


def about(key: Key, lang: str, apart_from: Key | None = None) -> str:
    """What a key is about, in one line; given another key, only what this one says differently."""
    said, known = _aspects(key, lang), _aspects(apart_from, lang) if apart_from else ()
    return DOT.join(visible(aspect) for aspect in said if aspect and aspect not in known)


def _aspects(key: Key, lang: str) -> tuple[str, ...]:
    measure = "" if key.measure is Measure.LEVEL else say(lang, key.measure.value)
    return key.indicator, key.scope, measure, key.entity, key.period, say(lang, key.status.value)


def value_line(words: str, quantity: Quantity, lang: str) -> str:
    """A value as written and as understood; only as written where the two are the same."""
    meaning = visible(understood(quantity, lang))
    same = _bare(words) == _bare(meaning)
    return words if same else f"{words} → {meaning}"


def _bare(words: str) -> str:
    return words.replace(" ", "").replace(",", "").replace("，", "")


def passages(finding: Finding, pages: Mapping[str, Page], manner: Manner) -> Iterator[Line]:
    """The passages of a finding in order, those of one value together, reprints of the same words under one another."""
    grouped: dict[str, dict[str, tuple[list[str], Text]]] = {}
    for claim in finding.claims:
        page = pages[claim.document]
        quoted = quotation(page, claim, manner)
        quotations = grouped.setdefault(_heading(finding, claim, page, manner), {})
        places, _ = quotations.setdefault(quoted.plain, ([], quoted))
        places.append(place(page, claim.span))
    for heading, quotations in grouped.items():
        indent = 2
        if heading:
            yield Line(Text(heading, "bold"), indent, hang=2)
            indent += 2
        for places, quoted in quotations.values():
            yield from (Line(Text(where, "cyan"), indent, whole=True) for where in places)
            yield Line(quoted, indent + 2)


def _heading(finding: Finding, claim: Claim | Passage, page: Page, manner: Manner) -> str:
    if isinstance(claim, Passage):
        return ""
    value = value_line(flowing(claim.quantity.span.of(page.text)), claim.quantity, manner.lang)
    if claim.key == finding.key:
        return value
    apart = about(claim.key, manner.lang, finding.key)
    return f"{apart}{say(manner.lang, 'between')}{value}" if apart else value


def place(page: Page, span: Span) -> str:
    """Where a span begins, as editors and terminals follow it: path:line:column."""
    line, column = page.place(span.start)
    return f"{visible(page.path)}:{line}:{column}"


def quotation(page: Page, claim: Claim | Passage | Mention, manner: Manner) -> Text:
    """The words around a claim, its number marked: underlined in colour, in ⟦ ⟧ without."""
    marked = claim.span if isinstance(claim, Passage) else claim.quantity.span
    around = page.surroundings(claim.span, REACH)
    start, end = max(around.start, min(marked.start, around.end)), max(around.start, min(marked.end, around.end))
    text = Text("…" if page.cut_before(around.start) else "")
    text.append(flowing(page.text[around.start : start]))
    inside = flowing(page.text[start:end])
    if inside:
        text.append(inside if manner.colour else f"⟦{inside}⟧", "bold underline")
    text.append(flowing(page.text[end : around.end]))
    return text.append("…" if page.cut_after(around.end) else "")
