"""Which documents are worth laying side by side: those that tell of the same things in the same numbers.

Two years of one place, or two places of one year, share phrases but few numbers; what
differs in them means nothing. The cost grows with what is shared, not with the square of the documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from consistency.collate.stream import NUMBER_MARKS, Stream
from consistency.patterns import lazy

RARE = 6  # documents that may share a number for all their pairs to be thought of
SHARE, LEAST = 0.25, 4  # of the smaller document's numbers, and how many, that siblings have in common
SHORT_SHARE, SHORT_LEAST = 0.5, 2  # the same for short texts
PARTNERS = 8  # siblings that one document is laid beside, the nearest
MEMBERS = 4  # documents of a family of reprints that meet other families
# A number and what it counts, by their stand-ins in a stream; not a year, a date or the number of a thing.
_MEASURED = lazy(f"[{NUMBER_MARKS}][^{NUMBER_MARKS}年月日时号届次章期]")


class Numbered(NamedTuple):
    """A document by its numbers, each with what it counts, and how many tokens it has."""

    path: str
    length: int
    numbers: frozenset[str]


def numbered(stream: Stream) -> Numbered:
    """A document by its numbers."""
    return Numbered(stream.path, len(stream.marks), numbers(stream))


def siblings(documents: Sequence[Numbered], family: Mapping[str, str]) -> list[tuple[int, int]]:
    """The pairs of documents, by their places, that share enough to be collated, in order."""
    shares = _shares([document.numbers for document in documents])
    groups: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(documents):
        groups[family.get(found.path, found.path)].append(place)
    root = {place: members[0] for members in groups.values() for place in members}
    speakers = {p for members in groups.values() for p in _longest(members, documents)[:MEMBERS]}
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), share in shares.items():
        if root[one] != root[other] and one in speakers and other in speakers:
            near[one].append((-share, other))
            near[other].append((-share, one))
    pairs = {(min(p, root[p]), max(p, root[p])) for p in root if p != root[p]}
    for place, others in near.items():
        pairs.update((min(place, o), max(place, o)) for _, o in sorted(others)[:PARTNERS])
    return sorted(pairs)


def _longest(members: Sequence[int], documents: Sequence[Numbered]) -> list[int]:
    return sorted(members, key=lambda p: (-documents[p].length, p))


def _shares(features: Sequence[frozenset[str]]) -> dict[tuple[int, int], float]:
    """The share of common numbers for each pair that has enough of them."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(features):
        for feature in sorted(own):
            holders[feature].append(place)
    common: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) <= RARE:
            common.update((one, other) for n, one in enumerate(places) for other in places[n + 1 :])
        else:
            common.update((places[0], other) for other in places[1:])
            common.update(pairwise(places[1:]))
    shares = {}
    for (one, other), count in common.items():
        if count < SHORT_LEAST:
            continue
        both = len(features[one] & features[other])
        share = both / min(len(features[one]), len(features[other]))
        if (both >= LEAST and share >= SHARE) or (both >= SHORT_LEAST and share >= SHORT_SHARE):
            shares[(one, other)] = share
    return shares


def numbers(stream: Stream) -> frozenset[str]:
    """The numbers of a document, each with what it counts; not years, dates and single figures."""
    found = set[str]()
    for told in _MEASURED.finditer(stream.marks):
        place = told.start()
        if stream.ends[place] - stream.starts[place] > 1 or told.group()[1] == "%":
            found.add(told.group())
    return frozenset(found)
