"""A document as a string of tokens, one character each, so that runs of tokens are slices and lookups are fast.

Han characters stand for themselves; whole numbers and Latin words are one token. What stands
between tokens is kept beside them: it is compared after the alignment, not by it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from consistency.lexicon import shipped
from consistency.lexicon.collation import CollationWords
from consistency.model import Document
from consistency.normalise import Folded
from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.text.page import Page, page_of

# Tokens: a number, a square measure in any spelling, a Latin word with its figures, each Han character of a run, a per
# cent sign.
TOKENS = lazy(
    r"""
    (?P<number> \d+ (?:,\d{3})* (?:\.\d+)? )
  | (?P<area>   平方米 | ㎡ | m² | m2 )
  | (?P<run>    (?: [㐀-干年-鿿〇]+ | 平(?!方米) )+ )
  | (?P<word>   [A-Za-z]+ (?: [A-Za-z0-9.]* [A-Za-z0-9] )? )
  | [%‰°℃]
    """,
    re.VERBOSE,
)
NUMBERS, WORDS, MASKS = 0x40000, 0x80000, 0xC0000  # where their stand-ins begin
ROOM = 0x3FFFF  # how many stand-ins each has
NUMBER_MARKS = f"{chr(NUMBERS)}-{chr(WORDS - 1)}"  # those of numbers, as a class of characters of a pattern
AREA = "㎡"
CLAUSE = frozenset("，。；：！？,;:!?\n…\t")


@dataclass(frozen=True, slots=True)
class Stream:
    """The tokens of a document. `between` holds what stands before a token where that is not nothing.

    `known` are the words by which what differs in it is understood.
    """

    path: str
    marks: str
    starts: array[int]
    ends: array[int]
    between: Mapping[int, str]
    folded: Folded
    known: CollationWords

    def words(self, start: int, end: int) -> str:
        """Tokens as their folded text has them, with what stands between."""
        if end <= start:
            return ""
        return self.folded.text[self.starts[start] : self.ends[end - 1]]

    def span(self, start: int, end: int) -> Span:
        """Where tokens stand in the text as read; of none, the place between its neighbours."""
        if end <= start:
            at = self.ends[start - 1] if start else 0
            return self.folded.back(Span(max(at - 1, 0), at))
        return self.folded.back(Span(self.starts[start], self.ends[end - 1]))

    def breaks(self, place: int) -> bool:
        """Whether a clause ends before the token at `place`."""
        if place <= 0 or place >= len(self.marks):
            return True
        between = self.between.get(place)
        return between is not None and not CLAUSE.isdisjoint(between)

    def in_cell(self, place: int) -> bool:
        """Whether the token at `place` stands in a row of a table, where units are told by row and column."""
        text, at = self.folded.text, self.starts[place]
        line = text[text.rfind("\n", 0, at) + 1 : at] + text[at:].partition("\n")[0]
        return "\t" in line or "|" in line

    def lead(self, place: int, most: int) -> int:
        """How many tokens, at most so many, stand before the one at `place` up to the last mark, that of a list too."""
        count = 0
        while count < most and place > count and not self.breaks(place - count):
            if "、" in self.between.get(place - count, ""):
                break
            count += 1
        return count

    def clause(self, place: int, most: int = 60) -> tuple[int, int]:
        """The tokens of the clause around the token at `place`: start and end."""
        start = end = place
        while start > 0 and place - start < most and not self.breaks(start):
            start -= 1
        end = min(place + 1, len(self.marks))
        while end < len(self.marks) and end - place < most and not self.breaks(end):
            end += 1
        return start, end


def is_number(mark: str) -> bool:
    """Whether a token is a whole number.

    >>> is_number(stream(Document("a.txt", "5.4%")).marks[0])
    True
    """
    return "\U00040000" <= mark < "\U00080000"


def is_han(mark: str) -> bool:
    """Whether a token is a Han character."""
    return "㐀" <= mark <= "鿿"


def stream(
    document: Document,
    damaged: Sequence[Span] = (),
    page: Page | None = None,
    words: CollationWords | None = None,
) -> Stream:
    """The tokens of a document; those in a damaged span are like no others.

    `words` are those that ship with the program where none are given.

    >>> s = stream(Document("a.txt", "新增3家，占1,236亿元的５.４%。"))
    >>> len(s.marks), s.words(2, 4), s.breaks(4)
    (11, '3家', True)
    """
    folded = (page or page_of(document.text)).folded
    known = words or shipped().collation
    text, same = folded.text, str.maketrans(dict(known.same))
    runs: list[str] = []
    starts, ends = array("l"), array("l")
    between: dict[int, str] = {}
    at = 0
    for found in TOKENS.finditer(text):
        start, end = found.span()
        gap = text[at:start]
        if gap and not gap.isspace():
            between[len(starts)] = gap
        elif "\n" in gap:
            between[len(starts)] = "\n"
        at, group, shown = end, found.lastgroup, found.group()
        if group == "run":
            runs.append(shown)
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        if group == "number":
            shown = _stand_in(NUMBERS, shown.replace(",", ""))
        elif group == "word":
            shown = _stand_in(WORDS, shown.upper())
        runs.append(AREA if group == "area" else shown)
        starts.append(start)
        ends.append(end)
    if at < len(text):
        between[len(starts)] = text[at:]
    marks = "".join(runs).translate(same)
    marks = _masked(marks, starts, damaged, document.path, folded)
    return Stream(document.path, marks, starts, ends, between, folded, known)


def _masked(marks: str, starts: array[int], damaged: Sequence[Span], path: str, folded: Folded) -> str:
    """The tokens, those in a damaged span by stand-ins that no other place of any document has."""
    if not damaged:
        return marks
    shown, as_read = list(marks), folded.offsets.position
    for span in damaged:
        first, last = (bisect_left(starts, edge, key=as_read) for edge in (span.start, span.end))
        for token in range(first, last):
            shown[token] = _stand_in(MASKS, f"{path}\x1f{as_read(starts[token])}")
    return "".join(shown)


def _stand_in(first: int, word: str) -> str:
    return chr(first + crc32(word.encode()) % ROOM)
