"""A document by its numbers: each of them at its place on the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from consistency.lexicon import COUNTS
from consistency.model import Claim, Key, Measure, Mention, Passage, Quantity, Reading
from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.text.page import Page

# Five hundred characters without a mark, up to one that is part of no number, where one of the last hundred is none
UNENDING = lazy(r"(?P<kept>[^，。;:!?\n]{400,499}(?=[^，。;:!?\n\d.%])|[^，。;:!?\n]{499})[^，。;:!?\n]")
# A mark, or another number with its unit
BEFORE_NUMBER = lazy(r"[，。;:、()!?\n]|\d+(?:\.\d+)?\s*[万亿]*[^\s一-龥]?")
CLAUSE_MARK = lazy(r"[，。;:!?\n]")
LONGEST_CLAUSE = 400  # none longer is cut
# Dimensions of numbers that say how much of something, or how often, and no amount of anything.
NO_AMOUNT = frozenset({"percent", "point", "points", "rank", "times", "composition", "per_hundred_thousand", ""})
PLAIN = frozenset({Measure.LEVEL, Measure.COUNT})


@dataclass(frozen=True, slots=True)
class Fact:
    """A mention and where its number stands in the folded text, unit and words of its bound included."""

    mention: Mention
    start: int
    end: int

    @property
    def quantity(self) -> Quantity:
        return self.mention.quantity

    @property
    def key(self) -> Key | None:
        """What others may look the number up by: nothing where it is no claim."""
        return self.mention.key if self.mention.is_claim else None

    @property
    def measure(self) -> Measure | None:
        """Which side of its indicator the number speaks of; none where no indicator was found."""
        return self.mention.key.measure if self.mention.key else None

    @property
    def has_amount(self) -> bool:
        """Whether the number is in a unit that amounts are told in, whatever it speaks of."""
        dimension = self.quantity.dimension
        return dimension not in NO_AMOUNT and not dimension.startswith("duration")

    @property
    def is_amount(self) -> bool:
        """Whether the number tells an amount of something: a level or a count, no rate, rank, time or change."""
        if not self.has_amount:
            return False
        return self.measure in PLAIN or (self.measure is None and self.mention.reason == "no indicator")

    def like(self, other: Fact) -> bool:
        """Whether two numbers could be added: one unit, the counter too where things are counted."""
        one, two = self.quantity, other.quantity
        if one.dimension != two.dimension:
            return False
        return one.base_unit == two.base_unit or one.dimension not in COUNTS

    @property
    def place(self) -> Claim | Passage:
        """What a finding points at."""
        return self.mention.place


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document by its numbers: its reading, and its facts in order of place on the page.

    `text` is the text of the page, in which clauses that go on for ever have an end.
    """

    reading: Reading
    text: str
    facts: tuple[Fact, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, reading: Reading) -> Sheet:
        """The sheet of a document as understood."""
        facts = [_fact(m, reading.page) for m in reading.mentions]
        facts.sort(key=lambda f: (f.start, f.end, f.mention.span))
        return cls(reading, in_clauses(reading.page.text), tuple(facts), tuple(f.start for f in facts))

    @property
    def page(self) -> Page:
        """The page of the document."""
        return self.reading.page

    @property
    def path(self) -> str:
        return self.reading.document.path

    def within(self, start: int, end: int) -> tuple[Fact, ...]:
        """The facts whose numbers begin from `start` up to `end`."""
        return self.facts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def inside(self, span: Span) -> tuple[Fact, ...]:
        """The facts whose numbers begin inside a stretch of the text."""
        return self.within(span.start, span.end)

    def sentence(self, at: int) -> Span:
        """The sentence around a place, its full stop included; a line end ends one too."""
        return self.page.sentence(at)

    def before(self, sentence: Span) -> Span | None:
        """The sentence before one of the same paragraph."""
        return self.page.sentence_before(sentence)

    def paragraph(self, at: int) -> Span:
        """The line around a place."""
        return self.page.line(at)

    def clause(self, fact: Fact) -> str:
        """The words before a number, back to the comma, number or bracket before it."""
        return clause(self.text[max(0, fact.start - 60) : fact.start])

    def passage(self, start: int, end: int) -> Passage:
        """A stretch of the folded text as the reader finds it in the document."""
        return Passage(self.path, self.page.back(Span(start, end)))


def in_clauses(text: str) -> str:
    """A text of the same length in which no clause is longer than one of people is: line ends cut those that are.

    Most patterns of rules look from each place on to the end of its clause, and a text without any mark would take
    them the square of its length.

    >>> in_clauses("甲、" * 300).count("\\n"), len(in_clauses("甲、" * 300))
    (1, 600)
    """
    if max(map(len, CLAUSE_MARK.split(text))) <= LONGEST_CLAUSE:
        return text
    return UNENDING.sub(lambda found: f"{found['kept']}\n", text)


def clause(words: str) -> str:
    """What stands behind the last mark or figure of some words.

    >>> clause("金牌31枚，银牌")
    '银牌'
    """
    return BEFORE_NUMBER.split(words)[-1]


def sheets(readings: Iterable[Reading]) -> tuple[Sheet, ...]:
    """The sheets of some documents, in their order."""
    return tuple(Sheet.of(reading) for reading in readings)


def _fact(mention: Mention, page: Page) -> Fact:
    span = page.forward(mention.quantity.span)
    return Fact(mention, span.start, span.end)
