"""Which documents of an archive may have a say in what is told of some drafts; the others need not be read.

A finding or a claim set that a draft takes part in rests on numbers of its places, on passages that documents share,
and on damage of the same sort. So those documents are near that tell of a place that a draft tells of, or have the same
damage, and those that stand side by side with one of these. All else is told by outlines: who copies whom, and which
documents share enough numbers to be laid side by side.
"""

from __future__ import annotations

import json
import zlib
from array import array
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass

from consistency.checks.damaged import UNREADABLE
from consistency.collate.collation import side_by_side
from consistency.collate.siblings import Numbered, numbered
from consistency.collate.stream import stream
from consistency.collate.witness import Witnesses
from consistency.damage import masked
from consistency.model import Context, Reading, Summary
from consistency.places import place_tail
from consistency.reprints import copies, shingles

SHINGLE = "I"  # four bytes
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a document decides which others it is near; `unreadable` tells that others may know what stood there."""

    digest: str
    context: Context
    characters: int
    quantities: int
    claims: int
    marks: int
    unreadable: bool
    places: frozenset[str]
    damages: frozenset[str]
    numbers: frozenset[str]
    shingles: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> Profile:
        """The outline of a document as understood."""
        told = numbered(stream(reading.document, masked(reading.damages), reading.page))
        text = reading.document.text
        return cls(
            reading.document.digest,
            reading.context,
            len(text),
            len(reading.mentions),
            len(reading.claims),
            told.length,
            any(damage.kind in UNREADABLE for damage in reading.damages),
            frozenset(place_tail(entity) for entity in (reading.context.entity, *_entities(reading))),
            frozenset(f"{damage.kind} {damage.span.of(text)}" for damage in reading.damages),
            told.numbers,
            frozenset(shingles(reading.page.text)),
        )

    def summary(self, path: str, place: int) -> Summary:
        """What a report says of the document, at its place among all, where nothing of it concerns a draft."""
        return Summary(path, self.digest, self.context, self.characters, self.quantities, self.claims, place)

    def packed(self) -> bytes:
        """The outline as bytes; the same again for the same one."""
        digest, context, *counts, places, damages, numbers, marks = astuple(self)
        told = [digest, list(context), *counts, *(sorted(words) for words in (places, damages, numbers))]
        told.append(b64encode(array(SHINGLE, sorted(marks)).tobytes()).decode())
        return zlib.compress(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def unpacked(packed: bytes) -> Profile | None:
    """The outline that was packed; nothing for bytes that are none."""
    try:
        digest, context, *counts, places, damages, numbers, marks = json.loads(
            zlib.decompress(packed).decode("utf-8", "surrogatepass")
        )
        characters, quantities, claims, length, unreadable = counts
        return Profile(
            digest,
            Context(*context),
            characters,
            quantities,
            claims,
            length,
            unreadable,
            frozenset(places),
            frozenset(damages),
            frozenset(numbers),
            frozenset(array(SHINGLE, b64decode(marks))),
        )
    except (ValueError, TypeError, zlib.error):
        return None


def _entities(reading: Reading) -> set[str]:
    return {mention.key.entity for mention in reading.mentions if mention.key is not None}


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


def near(drafts: Collection[str], outlines: Mapping[str, Profile], company: Company) -> frozenset[str]:
    """The documents that may have a say in what is told of the drafts, these among them."""
    places = {place for path in drafts for place in outlines[path].places}
    damages = {damage for path in drafts for damage in outlines[path].damages}
    found = {
        path
        for path, outline in outlines.items()
        if path in drafts or not places.isdisjoint(outline.places) or not damages.isdisjoint(outline.damages)
    }
    beside: dict[str, list[str]] = defaultdict(list)
    for one, other in company.pairs:
        beside[one].append(other)
        beside[other].append(one)
    waiting = list(found)
    while waiting:
        more = [path for path in beside[waiting.pop()] if path not in found]
        found.update(more)
        waiting += more
    return frozenset(found)


def witnessed(unreadable: Reading, drafts: Sequence[Reading]) -> bool:
    """Whether a draft tells what stood in an unreadable place of another document."""
    path = unreadable.document.path
    witnesses = Witnesses([unreadable, *drafts])
    places = (damage.span for damage in unreadable.damages if damage.kind in UNREADABLE)
    return any(witnesses.reading(path, span) is not None for span in places)
