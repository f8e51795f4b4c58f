"""Honours and standings that two documents call by different names: 全国绿色出行城市, 国家出行示范城市."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.collate.quoting import quoted
from consistency.collate.stream import Stream, is_han
from consistency.collate.told import KnownNumbers
from consistency.collate.variant import Variant
from consistency.lexicon.collation import CollationWords
from consistency.model import Passage
from consistency.patterns import AT_A_TIME, lazy, longest_first

LONGEST = 30  # characters of a title
SUBJECT = 3  # characters of one who holds a title
OFTEN = 3  # titles of a document that may share a pair of characters that is to tell which one is meant


@dataclass(frozen=True, slots=True)
class Title:
    """A title as a document tells it: who holds it, its level, its own words, and how it ends."""

    stream: Stream
    start: int
    end: int
    holder: str
    level: int
    own: str
    ending: str
    when: tuple[str, str]

    @property
    def pairs(self) -> frozenset[str]:
        """The pairs of characters that may tell it from other titles."""
        text = self.own.removesuffix(self.ending)
        pairs = (text[i : i + 2] for i in range(len(text) - 1))
        return frozenset(p for p in pairs if p not in self.stream.known.common)


def titles(stream: Stream, told: KnownNumbers) -> list[Title]:
    """The titles that a document tells of, in order of place."""
    known = stream.known
    found, verb, level = [], *_patterns(known)
    for hit in verb.finditer(stream.marks):
        start, end = hit.end(), _end(stream, hit.end())
        text = stream.marks[start:end]
        rank = level.search(text)
        if rank is None or rank.start() > 4:
            continue
        text, start = text[rank.start() :], start + rank.start()
        ending = next((e for e in known.title_ends if text.endswith(e)), "")
        own = text[rank.end() - rank.start() :]
        if ending and len(own) >= 4 and all(is_han(mark) for mark in own):
            first = stream.clause(hit.start())[0]
            holder = stream.marks[first : hit.start()]
            when, grade = told.when(stream, hit.start()), known.levels[rank.group()]
            found.append(Title(stream, start, end, holder, grade, own, ending, when))
    return found


@lru_cache(maxsize=AT_A_TIME)
def _patterns(known: CollationWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The verbs before a title, and the words of its level."""
    return lazy("|".join(known.title_verbs)), lazy("|".join(longest_first(known.levels)))


def _end(stream: Stream, start: int) -> int:
    """Where a title ends: at the next mark, quotation marks apart, that of a list included."""
    end = start + 1
    while end < len(stream.marks) and end - start < LONGEST:
        if stream.breaks(end) or "、" in stream.between.get(end, ""):
            break
        end += 1
    return end


def other_titles(found: Mapping[str, Sequence[Title]], pairs: frozenset[tuple[str, str]]) -> Iterator[Variant]:
    """The titles of sibling documents that seem to be one and are called differently."""
    index: dict[str, list[Title]] = defaultdict(list)
    for path in sorted(found):
        counted = Counter(pair for title in found[path] for pair in title.pairs)
        for title in found[path]:
            for pair in sorted(title.pairs):
                if counted[pair] <= OFTEN:
                    index[pair].append(title)
    owned = {path: {t.own for t in found[path]} for path in found}
    seen: set[frozenset[tuple[str, int]]] = set()
    for group in index.values():
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                both = frozenset({(one.stream.path, one.start), (other.stream.path, other.start)})
                if both in seen or (one.stream.path, other.stream.path) not in pairs:
                    continue
                seen.add(both)
                if _one_title(one, other) and not _two_things(one, other, owned):
                    yield _variant(one, other)


def _one_title(one: Title, other: Title) -> bool:
    """Whether two titles are called differently and yet are of one level, end, or holder, in one time."""
    if one.own in other.own or other.own in one.own or one.level != other.level or one.when != other.when:
        return False
    return one.ending == other.ending or _one_holder(one.holder, other.holder)


def _one_holder(one: str, other: str) -> bool:
    """Whether the words directly before the verbs end alike."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SUBJECT and longer.endswith(shorter)


def _two_things(one: Title, other: Title, owned: Mapping[str, set[str]]) -> bool:
    """Whether one of the documents has both titles."""
    return any(one.own in names and other.own in names for names in owned.values())


def _variant(one: Title, other: Title) -> Variant:
    form, span = quoted(one.stream, one.start, one.end)
    other_form, there = quoted(other.stream, other.start, other.end)
    return Variant(
        "title",
        form,
        other_form,
        (Passage(one.stream.path, span),),
        (Passage(other.stream.path, there),),
        one.own,
        other.own,
    )
