"""Where two documents differ inside and at the edge of what they share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from consistency.collate.runs import GRAM, Run
from consistency.collate.stream import Stream

WIDEST = 12  # tokens of a difference between two runs
EDGE = 4  # tokens of a difference at the edge of a run …
AGAIN = 2  # … behind which so many agree again
HOPS = 3  # differences in a row
# How many tokens may be skipped on either side, the fewest first, alike on both sides before unlike.
SKIPS = sorted(
    ((left, right) for left in range(EDGE + 1) for right in range(EDGE + 1) if left + right),
    key=lambda skip: (sum(skip), abs(skip[0] - skip[1]), skip),
)
SMALL = 4  # tokens on both sides together that are not looked into further


class Difference(NamedTuple):
    """Tokens `start` to `end` of one document stand for tokens `begin` to `stop` of the other."""

    start: int
    end: int
    begin: int
    stop: int

    @property
    def size(self) -> int:
        """Tokens on both sides together."""
        return self.end - self.start + self.stop - self.begin

    @property
    def turned(self) -> Difference:
        """The same difference told from the other document."""
        return Difference(self.begin, self.stop, self.start, self.end)


def differences(one: Stream, other: Stream, runs: Sequence[Run]) -> list[Difference]:
    """The small differences between two documents that share these runs, in order."""
    found: set[Difference] = set()
    firsts = [run.one for run in runs]
    for run in runs:
        behind = _behind(one, other, run, runs, firsts)
        before = _edge(one, other, run.one, run.other, -1)
        for gap, step in ((behind, 1), (before, -1)):
            for piece in _onward(one, other, gap, step):
                found.update(_pieces(one.marks, other.marks, piece))
    return sorted(found)


def _onward(one: Stream, other: Stream, gap: Difference | None, step: int) -> Iterator[Difference]:
    """A difference, and those that follow it after a few tokens that agree, too few to be a run."""
    for _ in range(HOPS):
        if gap is None:
            return
        yield gap
        at, there = (gap.end, gap.stop) if step > 0 else (gap.start, gap.begin)
        same = agreeing(one, other, at, there, step, bonus=0)
        at, there = at + step * same, there + step * same
        if same > GRAM or one.breaks(at) or other.breaks(there):
            return
        gap = _edge(one, other, at, there, step)


def _behind(one: Stream, other: Stream, run: Run, runs: Sequence[Run], firsts: Sequence[int]) -> Difference | None:
    """The difference between a run and the nearest that goes on behind it, or at its edge."""
    end, stop = run.one + run.size, run.other + run.size
    gap = _edge(one, other, end, stop, 1)
    for later in runs[bisect_left(firsts, run.one) :]:
        if later.one > end + WIDEST:
            break
        lap = max(end - later.one, stop - later.other, 0)
        if later.one <= run.one or later.other <= run.other or lap > later.size - AGAIN:
            continue
        between = Difference(end, later.one + lap, stop, later.other + lap)
        if between.stop - between.begin <= WIDEST and (gap is None or between.size < gap.size):
            gap = between
    return gap


def _pieces(one: str, other: str, gap: Difference) -> Iterator[Difference]:
    """A wide difference taken apart at the tokens that agree in it.

    >>> list(_pieces("推动中探", "中信", Difference(0, 4, 0, 2)))
    [Difference(start=0, end=2, begin=0, stop=0), Difference(start=3, end=4, begin=1, stop=2)]
    """
    if gap.size <= SMALL or gap.start == gap.end or gap.begin == gap.stop:
        yield gap
        return
    matcher = SequenceMatcher(None, one[gap.start : gap.end], other[gap.begin : gap.stop], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield Difference(gap.start + a, gap.start + b, gap.begin + c, gap.begin + d)


def _edge(one: Stream, other: Stream, at: int, there: int, step: int) -> Difference | None:
    """The smallest difference behind two places (before them, where `step` is -1) after which tokens agree again.

    Two tokens must agree, or one that ends a clause on both sides.
    """
    for left, right in SKIPS:
        a, b = at + step * left, there + step * right
        if _agrees(one, other, a, b, step):
            return Difference(min(at, a), max(at, a), min(there, b), max(there, b))
    return None


def _agrees(one: Stream, other: Stream, a: int, b: int, step: int) -> bool:
    """Whether tokens agree from two places on."""
    if min(a, b) < 2 or a + 2 > len(one.marks) or b + 2 > len(other.marks):
        return False
    if step > 0:
        if one.marks[a] != other.marks[b]:
            return False
        return one.marks[a + 1] == other.marks[b + 1] or (one.breaks(a + 1) and other.breaks(b + 1))
    if one.marks[a - 1] != other.marks[b - 1]:
        return False
    return one.marks[a - 2] == other.marks[b - 2] or (one.breaks(a - 1) and other.breaks(b - 1))


def agreeing(one: Stream, other: Stream, at: int, there: int, step: int, bonus: int = 2) -> int:
    """How many tokens agree from two places on, forward or backward, up to the end of the clause.

    A clause that ends there on both sides counts for more; where one begins right there, it tells nothing.
    """
    count = 0
    while True:
        a, b = at + step * count, there + step * count
        ends, stops = one.breaks(a), other.breaks(b)
        if ends or stops:
            return count + bonus if ends and stops and (count or step > 0) else count
        x, y = (a, b) if step > 0 else (a - 1, b - 1)
        if one.marks[x] != other.marks[y]:
            return count
        count += 1


def nearby(one: str, other: str) -> int:
    """How many tokens two stretches have in common in the same order, in pieces of two and more.

    >>> nearby("县文化馆县图书馆双双建成", "县文化馆县图书馆成功创建")
    8
    """
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 2)
