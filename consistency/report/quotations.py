"""The words a finding points at, ready to be shown: the sentence around a number, cut where it is long."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.model import Claim, Mention, Passage
from consistency.report.escaping import flowing
from consistency.report.places import LocatedText

REACH = 40  # code points of context on each side: two lines of a terminal


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of a document on one line: what stands before the words in question, these words, what follows."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """The whole of it."""
        return self.before + self.words + self.after


def quotation(page: LocatedText, claim: Claim | Passage | Mention, reach: int = REACH) -> Quotation:
    """The words around a claim, its number told from the rest; a passage is in question as a whole."""
    asked = claim.span if isinstance(claim, Passage) else claim.quantity.span
    around = page.surroundings(claim.span, reach)
    start, end = max(around.start, min(asked.start, around.end)), max(around.start, min(asked.end, around.end))
    return Quotation(
        ("…" if page.cut_before(around.start) else "") + flowing(page.text[around.start : start]),
        flowing(page.text[start:end]),
        flowing(page.text[end : around.end]) + ("…" if page.cut_after(around.end) else ""),
    )
