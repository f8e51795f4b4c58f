"""Places in a document as people name them: line and column, page or cell, and the words around a span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from consistency.model import Claim, Mention, Passage, Reading
from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.report.escaping import LINE_END, visible

REACH = 60  # code points of context on each side of a span
_STOPS = "。！？!?"
_BEHIND = "”’」』）)"  # marks that may close after a stop
_STOP = lazy(f"[{_STOPS}][{_BEHIND}]*")
_CLOSED = "\r\n" + _STOPS + _BEHIND
_EDGE = lazy(r"[\r\n]|" + _STOP.pattern)


@dataclass(frozen=True, slots=True)
class LocatedText:
    """A document's text, where each of its lines begins, and the landmarks of the original it was taken from."""

    path: str
    text: str
    starts: tuple[int, ...]
    landmarks: tuple[tuple[int, str], ...] = ()

    @classmethod
    def of(cls, path: str, text: str, landmarks: tuple[tuple[int, str], ...] = ()) -> LocatedText:
        """The text with its line starts; lines end at \\n, \\r\\n or \\r."""
        return cls(path, text, (0, *(end.end() for end in LINE_END.finditer(text))), landmarks)

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of the character at `at`, both from 1, columns in code points.

        >>> LocatedText.of("a", "甲乙\\r\\n丙").place(4)
        (2, 1)
        """
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1

    def landmark(self, at: int) -> str:
        """Where the reader of the original finds the character at `at`: its page or cell; empty for plain text.

        >>> LocatedText.of("a.xlsx", "就业\\n6.5", ((0, "Sheet1!A1"), (3, "Sheet1!A2"))).landmark(4)
        'Sheet1!A2'
        """
        before = bisect_right(self.landmarks, at, key=lambda landmark: landmark[0])
        return self.landmarks[before - 1][1] if before else ""

    def named(self, span: Span) -> str:
        """Where a span begins: path:line:column, as editors follow it, or path and landmark of the original."""
        where = self.where(span)
        return visible(f"{self.path} {where}" if where.startswith("(") else f"{self.path}:{where}")

    def where(self, span: Span) -> str:
        """Where in its document a span begins: line:column, or the landmark, by which the original is searched.

        >>> LocatedText.of("a", "甲乙").where(Span(1, 2))
        '1:2'
        >>> LocatedText.of("a.pdf", "甲乙", ((0, "p3:12"),)).where(Span(1, 2))
        '(p3:12)'
        """
        line, column = self.place(span.start)
        landmark = self.landmark(span.start)
        return f"({landmark})" if landmark else f"{line}:{column}"

    def places(self, place: Claim | Passage | Mention) -> str:
        """Where a number or a passage stands: `named` of the cell, the note or the page that has the number itself.

        A line of a text is told from the first word on that is about the number, for that is where a reader begins.
        """
        return self.named(self.pointed(place))

    def pointed(self, place: Claim | Passage | Mention) -> Span:
        """What of a place is looked for in the original."""
        return place.span if isinstance(place, Passage) or not self.landmarks else place.quantity.span

    def surroundings(self, span: Span, reach: int = REACH) -> Span:
        """The span with the rest of its sentence, at most `reach` code points more on each side, never past a line end.

        >>> page = LocatedText.of("a", "第一句。新增就业7.2万人，超额完成。下一句。")
        >>> page.surroundings(Span(8, 12)).of(page.text)
        '新增就业7.2万人，超额完成。'
        """
        return Span(self._back(span, reach), self._on(span, reach))

    def _back(self, span: Span, reach: int) -> int:
        from_ = max(0, span.start - reach)
        edges = [edge.end() for edge in _EDGE.finditer(self.text, from_, span.start)]
        start = edges[-1] if edges else from_
        while start < span.start and self.text[start].isspace():
            start += 1
        return start

    def _on(self, span: Span, reach: int) -> int:
        until = min(len(self.text), span.end + reach)
        if span.end > span.start and _STOP.match(self.text, span.end - 1):
            return span.end
        edge = _EDGE.search(self.text, span.end, until)
        if edge is None:
            return until
        return edge.start() if edge.group()[0] in "\r\n" else edge.end()

    def cut_before(self, at: int) -> bool:
        """Whether a quotation that begins at `at` begins within a sentence."""
        before = self.text[max(0, at - REACH) : at].rstrip(" \t\u00a0\u3000")
        return bool(before) and before[-1] not in _CLOSED

    def cut_after(self, at: int) -> bool:
        """Whether a quotation that ends at `at` ends within a sentence."""
        return 0 < at < len(self.text) and self.text[at] not in "\r\n" and self.text[at - 1] not in _CLOSED


def pages(readings: Iterable[Reading]) -> dict[str, LocatedText]:
    """The page of every document read, by its path."""
    documents = (reading.document for reading in readings)
    return {d.path: LocatedText.of(d.path, d.text, d.landmarks) for d in documents}
