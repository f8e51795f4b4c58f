"""The places a finding points at, as a terminal shows them: under each value, where it stands and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.text import Text

from consistency.model import Finding
from consistency.report.columns import surroundings
from consistency.report.lines import ShownLine
from consistency.report.places import LocatedText
from consistency.report.quotations import Quotation
from consistency.report.sides import DOT, values


@dataclass(frozen=True, slots=True)
class Manner:
    """How a report is shown: in which language, and whether with colours."""

    lang: str
    colour: bool


def passages(finding: Finding, pages: Mapping[str, LocatedText], manner: Manner) -> Iterator[ShownLine]:
    """The passages of a finding in order, those of one value together, reprints of the same words under one another."""
    for value in values(finding.claims, finding.key, pages, manner.lang):
        indent = 2
        if value.heading:
            yield ShownLine(Text(value.heading, "bold"), indent, hang=2)
            indent += 2
        for quoted in value.quoted:
            for claim in quoted.claims:
                page = pages[claim.document]
                place = Text(page.places(claim), "cyan")
                place.append("".join(f"{DOT}{words}" for words in surroundings(page, claim)), "dim")
                yield ShownLine(place, indent, whole=True)
            yield ShownLine(quotation_line(quoted.quotation, manner), indent + 2)


def quotation_line(quoted: Quotation, manner: Manner) -> Text:
    """A quotation with the words in question marked: underlined in colour, in ⟦ ⟧ without."""
    words = quoted.words if manner.colour or not quoted.words else f"⟦{quoted.words}⟧"
    return Text.assemble(quoted.before, (words, "bold underline"), quoted.after)
