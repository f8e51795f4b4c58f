"""What documents say became of one thing in one year: begun or finished, up or down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from consistency.collate.quoting import quoted
from consistency.collate.stream import Stream, is_number
from consistency.collate.told import KnownNumbers
from consistency.collate.variant import Variant
from consistency.lexicon.collation import CollationWords
from consistency.model import Passage
from consistency.patterns import AT_A_TIME, lazy, longest_first

OBJECT, COUNTED_OBJECT, SUBJECT = 6, 5, 4  # tokens that two things must share, with a number, before a trend
GRAM = 4  # tokens by which statements are brought together
APART = 8  # tokens that may stand between a thing and what became of it
OFTEN = 12  # statements that may share a run of tokens and still be brought together
LONGEST = 40  # tokens of a statement


@dataclass(frozen=True, slots=True)
class State:
    """What one statement says became of something: the tokens before and behind the word, and when."""

    stream: Stream
    sort: str  # stage, trend
    stage: int
    start: int
    end: int
    word: tuple[int, int]
    when: tuple[str, str]

    @property
    def before(self) -> str:
        """The tokens before the word."""
        return self.stream.marks[self.start : self.word[0]]

    @property
    def behind(self) -> str:
        """The tokens behind the word."""
        return self.stream.marks[self.word[1] : self.end]


def states(stream: Stream, told: KnownNumbers) -> list[State]:
    """The statements of a document about what became of something, in order."""
    found, known = [], stream.known
    for sort, pattern, stage_of in _patterns(known):
        for hit in pattern.finditer(stream.marks):
            start, end = _statement(stream, hit.start(), hit.end())
            text = stream.marks[start:end]
            if len(pattern.findall(text)) > 1 or end - start > LONGEST or any(w in text for w in known.elsewhere):
                continue
            when = told.when(stream, hit.start())
            found.append(State(stream, sort, stage_of[hit.group()], start, end, hit.span(), when))
    return found


@lru_cache(maxsize=AT_A_TIME)
def _patterns(known: CollationWords) -> tuple[tuple[str, re.Pattern[str], Mapping[str, int]], ...]:
    """The words of stages and trends, the longest first."""
    groups = (("stage", known.stages), ("trend", known.trends))
    return tuple((sort, lazy("|".join(longest_first(of))), of) for sort, of in groups)


def _statement(stream: Stream, start: int, end: int) -> tuple[int, int]:
    """The tokens around a word up to the nearest mark, that of a list included."""
    first, last = start, end
    while first > 0 and start - first < LONGEST and not _parted(stream, first):
        first -= 1
    while last < len(stream.marks) and last - end < LONGEST and not _parted(stream, last):
        last += 1
    return first, last


def _parted(stream: Stream, place: int) -> bool:
    return stream.breaks(place) or "、" in stream.between.get(place, "")


def contradictions(found: Mapping[str, Sequence[State]], pairs: frozenset[tuple[str, str]]) -> Iterator[Variant]:
    """The statements of two sibling documents on one thing that exclude each other."""
    index: dict[str, list[State]] = defaultdict(list)
    for path in sorted(found):
        for state in found[path]:
            for gram in _grams(state):
                index[gram].append(state)
    seen: set[tuple[int, int]] = set()
    for group in index.values():
        if len(group) > OFTEN:
            continue
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if one.sort != other.sort or one.stage == other.stage or (id(one), id(other)) in seen:
                    continue
                seen.add((id(one), id(other)))
                if _together(one, other, pairs):
                    yield _variant(one, other)


def _grams(state: State) -> set[str]:
    """The runs of tokens by which a statement is looked up."""
    if state.sort == "trend":
        return {state.before[-GRAM:]} if len(state.before) >= SUBJECT else set()
    parts = (state.before, state.behind)
    return {part[i : i + GRAM] for part in parts for i in range(len(part) - GRAM + 1)}


def _together(one: State, other: State, pairs: frozenset[tuple[str, str]]) -> bool:
    """Whether two statements speak of one thing in one time, in documents that are siblings."""
    first, second = sorted((one.stream.path, other.stream.path))
    if (first, second) not in pairs or one.when != other.when or one.when[1] != "actual":
        return False
    if one.sort == "trend":
        return _one_subject(one, other)
    common = max((_common(one, other, here, there) for here in (0, 1) for there in (0, 1)), key=len)
    if _numbers(one, common) != _numbers(other, common):
        return False
    return len(common) >= (COUNTED_OBJECT if any(map(is_number, common)) else OBJECT)


def _numbers(state: State, common: str) -> set[str]:
    """The numbers of a statement outside what it shares with another."""
    return {mark for mark in state.before + state.behind if is_number(mark)} - set(common)


def _one_subject(one: State, other: State) -> bool:
    """Whether two trends are those of one thing: the same words before them, and no number behind."""
    if any(is_number(mark) for mark in one.behind + other.behind):
        return False
    shorter, longer = sorted((one.before, other.before), key=len)
    return len(shorter) >= SUBJECT and longer.endswith(shorter) and one.behind == other.behind == ""


def _common(one: State, other: State, here: int, there: int) -> str:
    """The longest run two statements share on the given sides of their words, not too far from these."""
    ours, theirs = (one.before, one.behind)[here], (other.before, other.behind)[there]
    block = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    gap = block.a if here else len(ours) - block.a - block.size
    hole = block.b if there else len(theirs) - block.b - block.size
    return ours[block.a : block.a + block.size] if max(gap, hole) <= APART else ""


def _variant(one: State, other: State) -> Variant:
    """The variant, the earlier stage first."""
    first, second = sorted((one, other), key=lambda s: (s.stage, s.stream.path, s.start))
    form, span = quoted(first.stream, first.start, first.end)
    other_form, there = quoted(second.stream, second.start, second.end)
    return Variant(
        first.sort,
        form,
        other_form,
        (Passage(first.stream.path, span),),
        (Passage(second.stream.path, there),),
        first.stream.marks[first.start : first.end],
        second.stream.marks[second.start : second.end],
    )
