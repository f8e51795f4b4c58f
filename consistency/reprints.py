"""Which documents copy each other: a reprint is no second witness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, chain, combinations
from zlib import crc32

from consistency.patterns import lazy

WINDOW = 12  # characters of a shingle
SAMPLE = 8  # one shingle in so many is kept, by its checksum
SHARED = 0.4  # the share of the smaller document's shingles that makes a reprint
MOST = 50  # documents that may share a shingle for it to tell of copies: more share a formula of the trade
FEWEST = 6  # shared shingles below which two texts share a title and no more
_WORDS = lazy(r"[一-龥A-Za-z0-9]+")


def families(texts: Mapping[str, str]) -> dict[str, str]:
    """For each path the first path of its family of reprints, itself where it copies nothing; texts are folded ones."""
    if len(texts) < 2:
        return {path: path for path in texts}
    return copies({path: shingles(text) for path, text in texts.items()})


def copies(marks: Mapping[str, Collection[int]]) -> dict[str, str]:
    """The families of documents by their shingles: the cost grows with these, and with the passages shared."""
    times = Counter(chain.from_iterable(marks.values()))
    several = {mark for mark, held in times.items() if 1 < held <= MOST}
    holders: dict[int, list[str]] = defaultdict(list)
    for path in sorted(marks):
        for mark in several.intersection(marks[path]):
            holders[mark].append(path)
    sizes = {path: len(own) for path, own in marks.items()}
    shared = Counter(chain.from_iterable(combinations(paths, 2) for paths in holders.values()))
    family = {path: path for path in marks}
    for (one, other), count in sorted(shared.items()):
        if count >= max(FEWEST, SHARED * min(sizes[one], sizes[other])):
            _join(family, one, other)
    return {path: _root(family, path) for path in marks}


def shingles(text: str) -> set[int]:
    """The runs of twelve characters of a folded text, words only: one in eight of them, by its checksum."""
    words = "".join(_WORDS.findall(text))
    encoded = words.encode()
    # Where each character begins among the bytes, and where the text ends.
    places = [0, *accumulate(1 if character < "\x80" else 3 for character in words)]
    windows = map(slice, places, places[WINDOW:])
    return {mark for mark in map(crc32, map(encoded.__getitem__, windows)) if not mark % SAMPLE}


def _root(family: dict[str, str], path: str) -> str:
    while family[path] != path:
        path = family[path]
    return path


def _join(family: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(family, one), _root(family, other)))
    family[second] = first


def independent(paths: Sequence[str], family: Mapping[str, str]) -> tuple[str, ...]:
    """One path for each independent source among `paths`, in order.

    >>> independent(["a.txt", "b.txt", "c.txt"], {"a.txt": "a.txt", "b.txt": "a.txt", "c.txt": "c.txt"})
    ('a.txt', 'c.txt')
    """
    seen: dict[str, str] = {}
    for path in sorted(set(paths)):
        seen.setdefault(family.get(path, path), path)
    return tuple(sorted(seen.values()))
