"""Where a person's name stands: behind an office or before one, as 市长李明 and 李明同志 do.

A name is a surname and one or two characters. What tells that it is one are the words around it:

    <named>  ::= <office> { <name> ("、" | "和") } <name> <end>
               | <begin> <name> <office>
    <begin>  ::= the beginning of a clause, or "、"
    <end>    ::= the end of the clause, "、", or a word that a sentence about a person goes on with: 主持, 在, 表示
"""

from __future__ import annotations

import re
from functools import lru_cache

from consistency.collate.stream import Stream
from consistency.lexicon.collation import CollationWords
from consistency.patterns import AT_A_TIME, either

FARTHEST = 40  # characters before and behind a name within which its office stands


def of_person(stream: Stream, place: int) -> bool:
    """Whether the token at a place is part of a person's name.

    >>> from consistency.collate.stream import stream
    >>> from consistency.model import Document
    >>> told = stream(Document("a.txt", "市长李明主持会议，强调市长负责"))
    >>> [told.marks[n] for n in range(len(told.marks)) if of_person(told, n)]
    ['李', '明']
    """
    text, at = stream.folded.text, stream.starts[place]
    start = max(0, at - FARTHEST)
    around = text[start : at + FARTHEST]
    return any(
        found.start("name") <= at - start < found.end("name")
        for pattern in _named(stream.known)
        for found in pattern.finditer(around)
    )


@lru_cache(maxsize=AT_A_TIME)
def _named(known: CollationWords) -> tuple[re.Pattern[str], ...]:
    """A name behind an office and one before it, each where its place tells that it is one; they may overlap."""
    name = rf"(?:{either(known.surnames)})[一-鿿]{{1,2}}"
    office, mark = f"(?:{either(known.offices)})", r"[，。、；：！？,;:!?（）()“”《》\s]"
    behind = f"(?={office}(?:{name}[、和])*(?P<name>{name})(?:{mark}|$|{either(known.follows)}))"  # 市长李明、王强主持
    before = f"(?:^|{mark})(?P<name>{name})(?={office})"  # ，李明市长
    return re.compile(behind), re.compile(before)
