"""The runs of tokens that two documents share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

GRAM = 4  # tokens that bring two passages together
REPEATS = 3  # how often a run of them may stand in a document and still tell a place


class Run(NamedTuple):
    """`size` tokens from `one` on in the first document are those from `other` on in the second."""

    one: int
    other: int
    size: int

    @property
    def turned(self) -> Run:
        """The same run told from the other document."""
        return Run(self.other, self.one, self.size)


def grams(marks: str) -> dict[str, list[int]]:
    """Where each run of four tokens stands; those that stand too often are left out.

    >>> grams("甲乙丙丁甲")
    {'甲乙丙丁': [0], '乙丙丁甲': [1]}
    """
    found: dict[str, list[int]] = defaultdict(list)
    for place in range(len(marks) - GRAM + 1):
        found[marks[place : place + GRAM]].append(place)
    return {gram: places for gram, places in found.items() if len(places) <= REPEATS}


def shared_runs(one: str, other: str, index: Mapping[str, Sequence[int]]) -> list[Run]:
    """The longest runs that two documents share, in order of the first; `index` is `grams` of the second.

    >>> shared_runs("滨河新城建设成效", "推动滨河新城建设", grams("推动滨河新城建设"))
    [Run(one=0, other=2, size=6)]
    """
    reached: dict[int, int] = {}
    runs: list[Run] = []
    often: dict[str, int] = defaultdict(int)
    for place in range(len(one) - GRAM + 1):
        gram = one[place : place + GRAM]
        places = index.get(gram)
        if places is None:
            continue
        often[gram] += 1
        if often[gram] > REPEATS:
            continue
        for there in places:
            way = place - there
            if reached.get(way, -1) > place:
                continue
            start, begin = place, there
            while start and begin and one[start - 1] == other[begin - 1]:
                start, begin = start - 1, begin - 1
            end, stop = place + GRAM, there + GRAM
            while end < len(one) and stop < len(other) and one[end] == other[stop]:
                end, stop = end + 1, stop + 1
            reached[way] = end
            runs.append(Run(start, begin, end - start))
    return sorted(_undisputed(runs, len(one), len(other)))


def _undisputed(runs: Sequence[Run], first: int, second: int) -> list[Run]:
    """The runs that are the longest for most of the tokens they cover, on one side at least."""
    ours, theirs = bytearray(first), bytearray(second)
    kept: list[Run] = []
    for run in sorted(runs, key=lambda r: (-r.size, r)):
        a, b = slice(run.one, run.one + run.size), slice(run.other, run.other + run.size)
        if 2 * sum(ours[a]) <= run.size or 2 * sum(theirs[b]) <= run.size:
            kept.append(run)
            ours[a] = b"\x01" * run.size
            theirs[b] = b"\x01" * run.size
    return kept
