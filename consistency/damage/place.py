"""The text in which damage is looked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from consistency.lexicon.damage import DamageWords
from consistency.model import Damage, Document
from consistency.normalise import Folded
from consistency.normalise.pinyin import residue, without
from consistency.offsets import Span
from consistency.text.page import Page

LONGEST = 160  # code points of a span: what is longer is shown by its beginning


@dataclass(frozen=True, slots=True)
class Source:
    """A document folded; `raw` is the same text, of the same length, with width and script as read."""

    document: Document
    folded: Folded
    raw: str
    words: DamageWords
    tags: tuple[tuple[int, int], ...] = field(default=())

    @property
    def text(self) -> str:
        """The folded text, in which spans are before they go back."""
        return self.folded.text

    def damage(
        self,
        span: Span,
        kind: str,
        proposal: str = "",
        certainty: str = "likely",
        also: tuple[Span, ...] = (),
        count: int = 1,
    ) -> Damage:
        """The damage at a span of the folded text."""
        return Damage(self.back(span), kind, proposal, certainty, tuple(map(self.back, also)), count)

    def back(self, span: Span) -> Span:
        """A span of the folded text in the text as read, never longer than a claim may be."""
        back = self.folded.back(span)
        return Span(back.start, min(back.end, back.start + LONGEST))

    def clause_before(self, at: int) -> str:
        """What stands before `at` in its sentence."""
        start = max(self.text.rfind(mark, max(0, at - 120), at) for mark in "。!?;\n")
        return self.text[max(start + 1, at - 120, 0) : at]


def source_of(document: Document, page: Page, words: DamageWords) -> Source:
    """The document folded, ready to be looked through."""
    tags = residue(document.text)
    return Source(document, page.folded, without(document.text, tags), words, tuple(tags))
