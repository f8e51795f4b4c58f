"""What differs between two stretches of words, character by character; script and width make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate

from consistency.normalise import Folded, fold
from consistency.offsets import Span
from consistency.patterns import lazy

_TOKEN = lazy(r"\d+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the words; one that `differs` and is empty is where the other words have more."""

    text: str
    differs: bool


def pieces(words: str, other: str) -> tuple[Piece, ...]:
    """The words in pieces, those told apart that the other words do not have in their place.

    >>> [(piece.text, piece.differs) for piece in pieces("26.9m2", "26.9萬m2")]
    [('26.9', False), ('', True), ('m2', False)]
    """
    here, there = folded(words), folded(other).text
    cuts = [here.back(Span(start, end)) for start, end in _changed(here.text, there)]
    found, at = [], 0
    for cut in cuts:
        found += [Piece(words[at : cut.start], False), Piece(cut.of(words), True)]
        at = cut.end
    found.append(Piece(words[at:], False))
    return tuple(piece for piece in found if piece.text or piece.differs)


@lru_cache(maxsize=256)
def folded(words: str) -> Folded:
    """Some words folded; those of one finding are asked for several times."""
    return fold(words)


def _changed(here: str, there: str) -> Iterator[tuple[int, int]]:
    """Where the first text differs from the other: figure by figure in numbers of one length, else the whole number."""
    ours, theirs = _TOKEN.findall(here), _TOKEN.findall(there)
    starts = [0, *accumulate(map(len, ours))]
    for one, end, other, other_end in _replaced(ours, theirs):
        start = starts[one]
        if end - one == other_end - other == 1 and len(ours[one]) == len(theirs[other]):
            pairs = enumerate(zip(ours[one], theirs[other], strict=True))
            yield from ((start + n, start + n + 1) for n, (figure, counterpart) in pairs if figure != counterpart)
        else:
            yield start, starts[end]


def _replaced(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """From where to where the first list has other words than the second, and from where to where that has them.

    >>> list(_replaced("6.5万人", "5.5万人"))
    [(0, 1, 0, 1)]
    """
    least = min(len(ours), len(theirs))
    start = next((n for n in range(least) if ours[n] != theirs[n]), least)
    after = next((n for n in range(least - start) if ours[-1 - n] != theirs[-1 - n]), least - start)
    end, other_end = len(ours) - after, len(theirs) - after
    if set(ours[start:end]).isdisjoint(theirs[start:other_end]):  # as most: one thing stands for another
        if start < end or start < other_end:
            yield start, end, start, other_end
        return
    for tag, one, to, other, other_to in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield one, to, other, other_to
