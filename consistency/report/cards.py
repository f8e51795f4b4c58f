"""Findings as a page shows them: side against side, what differs told apart, all values on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.model import Finding
from consistency.report.differences import Piece, pieces
from consistency.report.escaping import flowing
from consistency.report.places import LocatedText
from consistency.report.scales import ValueScale, scale
from consistency.report.sides import Place, Value, sides, values
from consistency.report.standing import note
from consistency.report.summary import evidence
from consistency.report.wording import said, say


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, those in question cut where the other side's differ, and the places where they stand."""

    before: str
    pieces: tuple[Piece, ...]
    after: str
    places: tuple[Place, ...]


Side = tuple[tuple[str, tuple[Quote, ...]], ...]  # the values of one side of a finding, each with its quotes


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with everything its reader wants to see beside it."""

    finding: Finding
    sides: tuple[Side, ...]
    scale: ValueScale | None
    behind: tuple[tuple[str, str], ...]
    note: str


def card(finding: Finding, at: Mapping[str, LocatedText], lang: str) -> Card:
    """The card of a finding."""
    parts, opposed = sides(finding, at), len(finding.sides) > 1
    # What the first side is compared with, and what all others are: the words of the side on the other hand.
    told = [values(part, finding.key, at, lang) for part in parts]
    words = [side[0].quoted[0].quotation.words for side in told]
    against: list[str | None] = (
        [words[1], *[words[0]] * (len(parts) - 1)] if opposed and parts[1:] else [None] * len(parts)
    )
    return Card(
        finding,
        tuple(_values(side, other) for side, other in zip(told, against, strict=True)),
        scale(parts, finding.verdict, lang) if opposed else None,
        tuple(_behind(finding, lang)),
        note(finding, lang),
    )


def _values(told: Sequence[Value], other: str | None) -> Side:
    return tuple(
        (
            value.heading,
            tuple(
                Quote(
                    quoted.quotation.before,
                    (Piece(quoted.quotation.words, False),) if other is None else pieces(quoted.quotation.words, other),
                    quoted.quotation.after,
                    quoted.claims,
                )
                for quoted in value.quoted
            ),
        )
        for value in told
    )


def _behind(finding: Finding, lang: str) -> Iterator[tuple[str, str]]:
    """What stands behind a finding beside its sources and how sure it is, by its label."""
    if finding.suggestion is not None:
        yield say(lang, "clue"), flowing(said(finding.suggestion, lang))
    yield from evidence(finding, lang)[1:]
