"""One page of a text: folded, and cut into lines and sentences. Every stage reads a document by its page.

    line      a stretch between two line ends
    sentence  a stretch of a line up to 。 ! ? or ……; one that goes on for ever is cut where a clause ends

Positions here are those of the folded text; `back` leads to the text as read, `forward` from it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from consistency.normalise import Folded, fold
from consistency.offsets import Span
from consistency.patterns import lazy

SENTENCE_END = lazy(r"[。!?]|……")
CLAUSE_MARKS = "，;、:"
# A sentence has some hundred characters at most, but a text that lost its stops, or never had any, may go on for ever.
LONGEST_SENTENCE = 1000


@dataclass(frozen=True, slots=True)
class Page:
    """A text folded, with its lines and sentences in order of place; both cover the text but for line ends.

    >>> page = page_of("青山縣公報\\n糧食增產。油料持平。")
    >>> [s.of(page.text) for s in page.sentences]
    ['青山县公报', '粮食增产。', '油料持平。']
    """

    folded: Folded
    lines: tuple[Span, ...]
    sentences: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def back(self, span: Span) -> Span:
        """The span of the text as read that a span of the page stands for."""
        return self.folded.back(span)

    def forward(self, span: Span) -> Span:
        """The span of the page that a span of the text as read stands for."""
        offsets = self.folded.offsets
        return Span(offsets.forward(span.start), offsets.forward(span.end - 1) + 1)

    def line(self, at: int) -> Span:
        """The line around a place, its end left out."""
        return _around(self.lines, at)

    def sentence(self, at: int) -> Span:
        """The sentence around a place, its full stop taken in."""
        return _around(self.sentences, at)

    def sentence_before(self, sentence: Span) -> Span | None:
        """The sentence before one in the same line, if there is one."""
        at = bisect_right(self.sentences, sentence.start, key=_start) - 2
        if at < 0 or self.sentences[at].start < self.line(sentence.start).start:
            return None
        return self.sentences[at]


def page_of(text: str) -> Page:
    """The page of a text as read."""
    folded = fold(text)
    lines = tuple(_lines(folded.text))
    return Page(folded, lines, tuple(s for line in lines for s in sentences(folded.text, line)))


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of text without line ends.

    >>> [s.of("甲。乙!丙") for s in sentences("甲。乙!丙", Span(0, 5))]
    ['甲。', '乙!', '丙']
    """
    at = span.start
    for end in (*(stop.end() for stop in SENTENCE_END.finditer(text, span.start, span.end)), span.end):
        while end - at > LONGEST_SENTENCE:
            within = max(text.rfind(mark, at, at + LONGEST_SENTENCE) for mark in CLAUSE_MARKS) + 1
            yield Span(at, within or at + LONGEST_SENTENCE)
            at = within or at + LONGEST_SENTENCE
        if end > at:
            yield Span(at, end)
        at = end


def _lines(text: str) -> Iterator[Span]:
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield Span(at, end)
        at = end + 1


def _start(span: Span) -> int:
    return span.start


def _around(spans: tuple[Span, ...], at: int) -> Span:
    """The last of some spans that begins at a place or before it; an empty one there where none does."""
    index = bisect_right(spans, at, key=_start) - 1
    return spans[index] if index >= 0 else Span(at, at)
