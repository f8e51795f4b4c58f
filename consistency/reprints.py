"""Which documents copy each other: a reprint is no second witness."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from zlib import crc32

WINDOW = 12  # characters of a shingle
SAMPLE = 8  # one shingle in so many is kept, by its checksum
SHARED = 0.4  # the share of the smaller document's shingles that makes a reprint
FEWEST = 6  # shared shingles below which two texts share a title and no more
_WORDS = re.compile(r"[一-龥A-Za-z0-9]+")


def families(texts: Mapping[str, str]) -> dict[str, str]:
    """For each path the first path of its family of reprints, itself where it copies nothing.

    The texts are folded ones. Shingles of twelve characters are compared by sampled checksums, so the cost grows with
    the text, and with the passages shared.
    """
    if len(texts) < 2:
        return {path: path for path in texts}
    holders: dict[int, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for path in sorted(texts):
        marks = _shingles(texts[path])
        sizes[path] = len(marks)
        for mark in marks:
            holders[mark].append(path)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for paths in holders.values():
        if 1 < len(paths) <= 50:
            for place, one in enumerate(paths):
                for other in paths[place + 1 :]:
                    shared[(one, other)] += 1
    family = {path: path for path in texts}
    for (one, other), count in sorted(shared.items()):
        if count >= max(FEWEST, SHARED * min(sizes[one], sizes[other])):
            _join(family, one, other)
    return {path: _root(family, path) for path in texts}


def _shingles(text: str) -> set[int]:
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
