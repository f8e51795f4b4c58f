"""What is written beside a place of a document: each finding there, what the others say, where, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from consistency.model import Claim, Context, Finding, Report, Severity
from consistency.offsets import Span
from consistency.report.columns import surroundings
from consistency.report.escaping import flowing, visible
from consistency.report.places import LocatedText, pages
from consistency.report.quotations import quotation
from consistency.report.sides import DOT, Place, about, heading, sides
from consistency.report.standing import open_findings
from consistency.report.summary import evidence
from consistency.report.wording import said, say, worded

MOST_OTHERS = 6  # other places that a note quotes
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Note:
    """The findings at one place of a document; `author` tells the gravest severity, `lines` is what is written.

    `elsewhere` says where the words are, for a note that cannot stand beside them.
    """

    span: Span
    severity: Severity
    author: str
    lines: tuple[str, ...]
    elsewhere: str = ""


def notes(report: Report, path: str, lang: str) -> tuple[Note, ...]:
    """A note for each place of the document that findings point at, in order of place."""
    at = pages(report.readings)
    told = {reading.document.path: reading.context for reading in report.readings}
    by_place: dict[Span, list[tuple[Finding, Place]]] = {}
    for finding in open_findings(report.findings):
        for place in finding.claims:
            if place.document == path:
                by_place.setdefault(_marked(place), []).append((finding, place))
    made = []
    for span, found in sorted(by_place.items(), key=lambda item: (item[0].start, item[0].end)):
        found.sort(key=lambda one: _RANK[one[0].severity])
        severity = found[0][0].severity
        lines: list[str] = []
        for finding, place in found:
            lines += _lines(finding, place, at, told, lang)
        author = say(lang, "comment author", severity=say(lang, severity.value))
        where, words = at[path].where(span).strip("()"), flowing(span.of(at[path].text))
        made.append(Note(span, severity, author, tuple(lines), say(lang, "elsewhere", place=where, words=words)))
    return tuple(made)


def _marked(place: Place) -> Span:
    return place.quantity.span if isinstance(place, Claim) else place.span


def _lines(
    finding: Finding, place: Place, at: Mapping[str, LocatedText], told: Mapping[str, Context], lang: str
) -> Iterator[str]:
    """One finding as it is seen from a place."""
    between = say(lang, "between")
    yield f"【{say(lang, finding.severity.value)}】{flowing(said(finding.message, lang))}"
    if finding.key is not None:
        yield f"{say(lang, 'indicator')}{between}{about(finding.key, lang)}"
    others = [other for side in _others(finding, place, at) for other in side]
    for other in others[:MOST_OTHERS]:
        yield f"{say(lang, 'other side')}{between}{_told(other, finding, at[other.document], told, lang)}"
    if len(others) > MOST_OTHERS:
        yield say(lang, "more places", count=len(others) - MOST_OTHERS)
    if finding.suggestion is not None:
        yield f"{say(lang, 'clue')}{between}{flowing(said(finding.suggestion, lang))}"
    (name, sure), *_ = evidence(finding, lang)
    yield f"{name}{between}{sure}"
    yield f"{say(lang, 'rule')}{between}{finding.rule} {said(finding.name, lang)}"


def _others(finding: Finding, place: Place, at: Mapping[str, LocatedText]) -> list[tuple[Place, ...]]:
    """The sides that a place is not on; where all places are one side, the rest of it."""
    parts = sides(finding, at)
    against = [side for side in parts if place not in side]
    return against or [tuple(other for other in finding.claims if other != place)]


def _told(other: Place, finding: Finding, page: LocatedText, told: Mapping[str, Context], lang: str) -> str:
    """What another place says, and where it stands: its words, the file, and what the document says of itself."""
    quoted = quotation(page, other)
    value = heading(other, finding.key, page, lang)
    context = told[page.path]
    kind = worded(lang, context.kind) if context.kind else ""
    facts = (context.title, kind, context.publisher, context.date)
    source = say(lang, "list").join(flowing(word) for word in facts if word)
    words = f"{quoted.before}⟦{quoted.words}⟧{quoted.after}" if value else quoted.words
    return say(
        lang,
        "told there",
        value=f"{value}{say(lang, 'stop')}" if value else "",
        words=words,
        place=visible(page.places(other)) + "".join(f"{DOT}{part}" for part in surroundings(page, other)),
        source=say(lang, "in brackets", words=source) if source else "",
    )
