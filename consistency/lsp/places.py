"""Findings as editors show them: where in the open text, how grave, what the others say and where that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.workspace import PositionCodec

from consistency.model import Claim, Finding, Report, Severity
from consistency.report.escaping import LINE_END, flowing
from consistency.report.focus import calling
from consistency.report.places import LocatedText, pages
from consistency.report.quotations import quotation
from consistency.report.sides import Place, sides
from consistency.report.summary import evidence
from consistency.report.wording import said, say

SOURCE = "consistency"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
START = types.Range(types.Position(0, 0), types.Position(0, 0))


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding where it is shown in the open text, and the places of the other sides as editors open them."""

    finding: Finding
    diagnostic: types.Diagnostic
    others: tuple[types.Location, ...]

    def touches(self, asked: types.Range) -> bool:
        """Whether what is asked about begins before the words in question end, and ends after they begin."""
        own = self.diagnostic.range
        return own.start <= asked.end and asked.start <= own.end


def shown(report: Report, path: str, lang: str, codec: PositionCodec, uri_of: Callable[[str], str]) -> list[Shown]:
    """The findings that call for somebody, at their first place in the open text."""
    at = pages(report.readings)
    return [
        _shown(finding, place, at, lang, codec, uri_of)
        for finding in calling(report)
        for place in [next((place for place in finding.claims if place.document == path), None)]
        if place is not None
    ]


def _shown(
    finding: Finding,
    place: Place,
    at: Mapping[str, LocatedText],
    lang: str,
    codec: PositionCodec,
    uri_of: Callable[[str], str],
) -> Shown:
    parts = sides(finding, at)
    against = [other for side in parts if place not in side for other in side]
    others = [*against, *(other for side in parts if place in side for other in side if other != place)]
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri_of(other.document), _range(at[other.document], other, codec)),
            _told(at[other.document], other),
        )
        for other in others
    ]
    diagnostic = types.Diagnostic(
        range=_range(at[place.document], place, codec),
        message="\n".join(_lines(finding, lang)),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=related,
        data=finding.fingerprint,
    )
    return Shown(finding, diagnostic, tuple(each.location for each in related))


def _lines(finding: Finding, lang: str) -> Iterator[str]:
    yield flowing(said(finding.message, lang))
    if finding.suggestion is not None:
        yield flowing(said(finding.suggestion, lang))
    (name, sure), *_ = evidence(finding, lang)
    yield f"{name}{say(lang, 'between')}{sure}"


def _told(page: LocatedText, place: Place) -> str:
    """What another place says, with the words around it, and where in its document a reader finds it."""
    quoted = quotation(page, place)
    return f"{Path(page.path).name} {page.where(page.pointed(place))} {quoted.before}⟦{quoted.words}⟧{quoted.after}"


def _range(page: LocatedText, place: Place, codec: PositionCodec) -> types.Range:
    """Where the number stands in a text as its editor counts; the beginning of what is no text for an editor."""
    if page.landmarks:
        return START
    span = place.quantity.span if isinstance(place, Claim) else place.span
    lines = LINE_END.split(page.text)
    return codec.range_to_client_units(lines, types.Range(_position(page, span.start), _position(page, span.end)))


def _position(page: LocatedText, at: int) -> types.Position:
    line, column = page.place(at)
    return types.Position(line - 1, column - 1)
