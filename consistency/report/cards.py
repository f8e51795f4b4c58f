"""Findings as a page shows them: side against side, what differs told apart, all values on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.model import Claim, Finding
from consistency.report.differences import Piece, pieces
from consistency.report.escaping import flowing
from consistency.report.places import Page
from consistency.report.quotations import quotation
from consistency.report.reading_view import anchor
from consistency.report.scales import Scale, scale
from consistency.report.sides import Place, Value, letter, sides, values
from consistency.report.standing import note
from consistency.report.summary import evidence, sources
from consistency.report.wording import said, say


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as the page names it: the document's number, where it leads on the page, and where in the document."""

    document: int
    link: str
    words: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, those in question cut where the other side's differ, and the places where they stand."""

    before: str
    pieces: tuple[Piece, ...]
    after: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding: its letter, and its values, each with its quotes."""

    letter: str
    values: tuple[tuple[str, tuple[Quote, ...]], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with everything its reader wants to see beside it."""

    number: int
    finding: Finding
    documents: tuple[int, ...]
    sides: tuple[Side, ...]
    scale: Scale | None
    behind: tuple[tuple[str, tuple[str, ...]], ...]
    note: str


def card(number: int, finding: Finding, at: Mapping[str, Page], numbers: Mapping[str, int], lang: str) -> Card:
    """The card of a finding; `numbers` are those of the documents."""
    parts, opposed = sides(finding, at), len(finding.sides) > 1
    # What the first side is compared with, and what all others are: the words of the side on the other hand.
    words = [quotation(at[part[0].document], part[0]).words for part in parts]
    against: list[str | None] = (
        [words[1], *[words[0]] * (len(parts) - 1)] if opposed and parts[1:] else [None] * len(parts)
    )
    return Card(
        number,
        finding,
        tuple(sorted({numbers[claim.document] for claim in finding.claims})),
        tuple(
            Side(letter(place), _values(values(part, finding.key, at, lang), other, at, numbers))
            for place, (part, other) in enumerate(zip(parts, against, strict=True))
        ),
        scale(parts, finding.verdict, lang) if opposed else None,
        tuple(_behind(finding, lang)),
        note(finding, lang),
    )


def _values(
    told: Sequence[Value], other: str | None, at: Mapping[str, Page], numbers: Mapping[str, int]
) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    return tuple(
        (
            value.heading,
            tuple(
                Quote(
                    quoted.quotation.before,
                    (Piece(quoted.quotation.words, False),) if other is None else pieces(quoted.quotation.words, other),
                    quoted.quotation.after,
                    tuple(spot(claim, at[claim.document], numbers) for claim in quoted.claims),
                )
                for quoted in value.quoted
            ),
        )
        for value in told
    )


def spot(claim: Place, page: Page, numbers: Mapping[str, int]) -> Spot:
    """Where a claim stands, by the number of its document."""
    marked = claim.quantity.span if isinstance(claim, Claim) else claim.span
    number = numbers[page.path]
    return Spot(number, f"#{anchor(number, marked)}", page.where(claim.span))


def _behind(finding: Finding, lang: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands behind a finding, by its label."""
    if told := sources(finding, lang):
        yield say(lang, "sources"), tuple(told)
    if finding.suggestion is not None:
        yield say(lang, "clue"), (flowing(said(finding.suggestion, lang)),)
    yield from ((name, (value,)) for name, value in evidence(finding, lang))
    yield say(lang, "fingerprint"), (finding.fingerprint,)
