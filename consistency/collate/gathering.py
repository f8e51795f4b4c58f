"""One variant, all its places: what several pairs of documents show is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consistency.collate.atlas import Atlas
from consistency.collate.variant import MECHANICAL, Variant
from consistency.model import Passage
from consistency.offsets import Span

TOLD_RIGHTLY = MECHANICAL | {"name", "uncued", "stage"}  # kinds whose first side is the one meant already


def gathered(found: Iterable[Variant], group: Mapping[str, str]) -> Iterator[Variant]:
    """Variants that are one as one, with all their places.

    `group` keeps documents apart that have nothing in common.
    """
    by_words: dict[tuple[object, ...], Variant] = {}
    for variant in found:
        key = _key(variant, group)
        held = by_words.get(key)
        by_words[key] = variant if held is None else _joined(held, variant)
    merged: list[Variant] = []
    atlas: dict[str, Atlas] = {}
    for variant in by_words.values():
        here = atlas.setdefault(variant.kind, Atlas())
        places = (*variant.places, *variant.others)
        same = None if variant.kind in MECHANICAL else next(here.over(places), None)
        if same is None:
            same = len(merged)
            merged.append(variant)
        else:
            merged[same] = _joined(merged[same], variant)
        here.enter(places, same)
    yield from map(_lone_side_first, merged)


def without_repeats(found: Iterable[Variant], known: Sequence[Variant]) -> Iterator[Variant]:
    """The variants that do not lie over a known one on both sides."""
    atlas = Atlas()
    for number, variant in enumerate(known):
        atlas.enter((*variant.places, *variant.others), number)
    for variant in found:
        ours, theirs = set(atlas.over(variant.places)), set(atlas.over(variant.others))
        if not ours & theirs:
            yield variant


def _key(variant: Variant, group: Mapping[str, str]) -> tuple[object, ...]:
    """By what a variant is the same: a loss by its place, anything else by its two readings."""
    if variant.kind in MECHANICAL:
        return variant.kind, variant.places[0]
    path = variant.places[0].document
    return variant.kind, group.get(path, path), frozenset((variant.core, variant.counter))


def _lone_side_first(variant: Variant) -> Variant:
    """The variant told from the side with fewer documents, where the first side is not meant already."""
    if variant.kind in TOLD_RIGHTLY:
        return variant
    ours, theirs = (len(variant.documents), variant.documents), (len(variant.witnesses), variant.witnesses)
    return variant if ours <= theirs else variant.turned


def _joined(one: Variant, other: Variant) -> Variant:
    """One variant of two, told as the first tells it."""
    if one.core == other.counter or _overlap(one.places, other.others) or _overlap(one.others, other.places):
        other = other.turned
    places = _together(one.places, other.places)
    others = tuple(place for place in _together(one.others, other.others) if place not in places)
    return replace(one, places=places, others=others, body=one.body or other.body)


def _together(ours: Sequence[Passage], theirs: Sequence[Passage]) -> tuple[Passage, ...]:
    """All places in order; of one that both have in other bounds, ours."""
    new = {place for place in theirs if not _overlap(ours, [place])}
    return tuple(sorted({*ours, *new}, key=_order))


def _order(passage: Passage) -> tuple[str, Span]:
    return passage.document, passage.span


def _overlap(ours: Sequence[Passage], theirs: Sequence[Passage]) -> bool:
    """Whether a place of one lies over a place of the other."""
    return any(a.document == b.document and a.span.overlaps(b.span) for a in ours for b in theirs)
