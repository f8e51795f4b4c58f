"""From positions in a document's text back to what of the original they were taken from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.radicals import characters
from consistency.readers.laid_out import UNSEEN, LaidOutLine, Piece, placing

Home = tuple[object, int]  # what holds a character, and which of the words there it is

_DROPPED = lazy(rf"[\s\x00-\x1f\x7f-\x9f\u2000-\u200a]|{UNSEEN.pattern}")
_BARS = {"¦": "|｜"}


class Origins:
    """The characters of a text as they were set out from the pieces of a file."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.text, self._placed, _ = placing(pieces)
        self._starts = [at for at, _, _ in self._placed]
        self._homes: dict[int, Sequence[Home | None]] = {}  # of lines asked about

    def of(self, span: Span) -> list[Home]:
        """What holds the characters of a span, in order; where nothing does, all that holds its line.

        What a reader put in itself, such as the bars of a table, is held by nothing and passed over.
        """
        first = max(0, bisect_right(self._starts, span.start) - 1)
        found: list[Home] = []
        whole: list[Home] = []
        for number in range(first, bisect_right(self._starts, max(span.start, span.end - 1))):
            at, cut, line = self._placed[number]
            if number not in self._homes:
                self._homes[number] = aligned(line)[cut:]
            homes = self._homes[number]
            found += [h for h in homes[max(0, span.start - at) : max(0, span.end - at)] if h is not None]
            whole += [h for h in homes if h is not None]
        return found or whole


def aligned(line: LaidOutLine) -> Sequence[Home | None]:
    """For each character of a line what holds it.

    >>> origin = [("一、", None), ("增\\u200b长  6.7", object())]
    >>> [home and home[1] for home in aligned(LaidOutLine("一、增长 6.7", "¶1", origin=origin))]
    [None, None, 0, 2, 3, 5, 6, 7]
    """
    source = [(each, home, at) for words, home in line.origin for at, each in enumerate(words)][line.skipped :]
    homes: list[Home | None] = []
    next_ = 0
    for character in line.text:
        at = next_
        while at < len(source) and not _same(source[at][0], character) and _DROPPED.fullmatch(source[at][0]):
            at += 1
        if at == len(source) or not _same(source[at][0], character):
            homes.append(None)
            continue
        _, home, place = source[at]
        homes.append(None if home is None else (home, place))
        next_ = at + 1
    return homes


def _same(written: str, shown: str) -> bool:
    """Whether a character of the original is shown as this one."""
    return (
        written == shown
        or (shown == " " and written.isspace())
        or written in _BARS.get(shown, "")
        or characters(written) == shown
    )
