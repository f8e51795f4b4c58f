"""What other documents have where one is unreadable."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from consistency.collate.stream import Stream, stream
from consistency.lexicon.collation import CollationWords
from consistency.model import Passage, Reading
from consistency.normalise import fold
from consistency.offsets import Span

BEFORE, BEHIND = 5, 3  # tokens around an unreadable place that another document must have
WIDEST = 40  # tokens that may stand between them there
MOST = 8  # places shown


@dataclass(frozen=True, slots=True)
class Witnessed:
    """The text that other documents have in place of an unreadable one, and where."""

    text: str
    places: tuple[Passage, ...]


class Witnesses:
    """Looks unreadable places up in other documents; each document is taken apart when first needed."""

    def __init__(self, readings: Sequence[Reading], words: CollationWords | None = None) -> None:
        self._readings = {reading.document.path: reading for reading in readings}
        self._words = words
        self._streams: dict[str, Stream] = {}

    def reading(self, path: str, span: Span) -> Witnessed | None:
        """What the most documents have between the words before and behind an unreadable span."""
        here = self._stream(path)
        read_at = here.folded.offsets.position
        first, last = (bisect_left(here.starts, place, key=read_at) for place in (span.start, span.end))
        before, behind = here.marks[max(first - BEFORE, 0) : first], here.marks[last : last + BEHIND]
        if len(before) < BEFORE or len(behind) < BEHIND:
            return None
        text = self._readings[path].document.text
        ends, begins = here.span(first - 1, first).end, read_at(here.starts[last])
        left = _marks(text[ends : span.start]), _marks(text[span.end : begins])
        found: dict[str, list[Passage]] = {}
        for other in sorted(self._readings):
            if other != path:
                there = self._between(self._stream(other), before, behind, left)
                if there is not None:
                    found.setdefault(there[0], []).append(there[1])
        if not found:
            return None
        text, places = min(found.items(), key=lambda item: (-len(item[1]), item[0]))
        return Witnessed(text, tuple(places[:MOST]))

    def _stream(self, path: str) -> Stream:
        if path not in self._streams:
            reading = self._readings[path]
            self._streams[path] = stream(reading.document, page=reading.page, words=self._words)
        return self._streams[path]

    @staticmethod
    def _between(other: Stream, before: str, behind: str, left: tuple[str, str]) -> tuple[str, Passage] | None:
        """What stands between two runs of tokens, where both stand near each other.

        With its marks, but for those `left` beside the unreadable span on either side: they are no part of it.
        """
        at = other.marks.find(before)
        if at < 0:
            return None
        start = at + len(before)
        end = other.marks.find(behind, start, start + WIDEST + len(behind))
        if end <= start:
            return None
        lead = _marks(other.between.get(start, "")).removeprefix(left[0])
        tail = _marks(other.between.get(end, "")).removesuffix(left[1])
        words = "".join(other.words(start, end).split())
        return lead + words + tail, Passage(other.path, other.span(start, end))


def _marks(between: str) -> str:
    """What stands between tokens, folded and without white space."""
    return "".join(fold(between).text.split())
