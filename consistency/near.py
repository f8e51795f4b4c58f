"""Which documents of an archive may have a say in what is told of some drafts; the others need not be read.

A check of drafts holds each of them against every other document, and not the others against one another. What can meet
a draft, or share a passage with it, tells of a place and a year that the draft tells of: those documents are near. All
else is told by briefs.
"""

from __future__ import annotations

import json
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from typing import Any, Self

from consistency.collate.collation import YEAR, side_by_side
from consistency.collate.siblings import Numbered, numbered
from consistency.collate.stream import stream
from consistency.damage import masked
from consistency.model import Context, Reading, Summary
from consistency.places import place_tail
from consistency.reprints import copies, shingles

SHINGLE = "I"  # four bytes
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a report says of a document of which nothing is told, and the places and years the document tells of."""

    summary: Summary
    topics: frozenset[str]

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """The brief of a document as understood."""
        return cls(reading.summary, _topics(reading))

    def packed(self) -> bytes:
        """The brief as bytes, without the path of its document; the same again for the same one."""
        told = self.summary
        counts = told.characters, told.quantities, told.claims
        return _packed([told.digest, astuple(told.context), *counts, sorted(self.topics)])

    @classmethod
    def unpacked(cls, packed: bytes, path: str) -> Self | None:
        """The brief that was packed, as that of the document at a path; nothing for bytes that are none."""
        try:
            digest, context, characters, quantities, claims, topics = _unpacked(packed)
            return cls(Summary(path, digest, Context(*context), characters, quantities, claims), frozenset(topics))
        except (ValueError, TypeError, zlib.error):
            return None

    def at(self, place: int) -> Summary:
        """What a report says of the document, at its place among all."""
        return replace(self.summary, place=place)


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a document decides whose copy it is, and which others are laid beside it."""

    context: Context
    marks: int
    numbers: frozenset[str]
    shingles: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """The outline of a document as understood."""
        told = numbered(stream(reading.document, masked(reading.damages), reading.page))
        return cls(reading.context, told.length, told.numbers, frozenset(shingles(reading.page.text)))

    def packed(self) -> bytes:
        """The outline as bytes; the same again for the same one."""
        marks = b64encode(array(SHINGLE, sorted(self.shingles)).tobytes()).decode()
        return _packed([astuple(self.context), self.marks, sorted(self.numbers), marks])

    @classmethod
    def unpacked(cls, packed: bytes) -> Self | None:
        """The outline that was packed; nothing for bytes that are none."""
        try:
            context, length, numbers, marks = _unpacked(packed)
            return cls(Context(*context), length, frozenset(numbers), frozenset(array(SHINGLE, b64decode(marks))))
        except (ValueError, TypeError, zlib.error):
            return None


def _packed(told: object) -> bytes:
    return zlib.compress(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _unpacked(packed: bytes) -> list[Any]:
    found = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    if not isinstance(found, list):
        raise TypeError(found)
    return found


def _topics(reading: Reading) -> frozenset[str]:
    """The places a document tells of, each with the years it tells of there: 洛阳市2023.

    Claims meet where both are the same, and passages are laid side by side where the places of two documents and one of
    the years that they name are.
    """
    context = reading.context
    years = {context.period[:4], *YEAR.findall(context.title)}
    own = {(context.entity, year) for year in years}
    told = {(claim.key.entity, claim.key.period[:4]) for claim in reading.claims}
    return frozenset(place_tail(place) + year for place, year in own | told)


@dataclass(frozen=True, slots=True)
class Company:
    """How the documents of a run stand to each other: the first copy of each, and which are laid side by side."""

    family: Mapping[str, str]
    pairs: Pairs

    @classmethod
    def of(cls, outlines: Mapping[str, Profile]) -> Company:
        """The company that documents are, by their outlines."""
        family = copies({path: outline.shingles for path, outline in outlines.items()})
        paths = sorted(outlines)
        told = [Numbered(path, outlines[path].marks, outlines[path].numbers) for path in paths]
        pairs = side_by_side(told, [outlines[path].context for path in paths], family)
        return cls(family, frozenset((paths[one], paths[other]) for one, other in pairs))

    def beside(self, drafts: Collection[str]) -> Pairs:
        """The pairs that are laid side by side for the sake of drafts, all of them where there are none."""
        return frozenset(pair for pair in self.pairs if not (drafts and {*drafts}.isdisjoint(pair)))


def near(drafts: Iterable[Brief], briefs: Mapping[str, Brief]) -> frozenset[str]:
    """The documents that may have a say in what is told of some drafts: they tell of a place and year of theirs."""
    topics = frozenset(topic for draft in drafts for topic in draft.topics)
    return frozenset(path for path, brief in briefs.items() if not topics.isdisjoint(brief.topics))
