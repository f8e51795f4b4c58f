"""Lays sibling documents side by side and gathers what differs: one variant, all its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consistency.collate.differences import differences
from consistency.collate.gathering import gathered, without_repeats
from consistency.collate.losses import loss, lost_marks
from consistency.collate.names import name_variant, stands_alone
from consistency.collate.opposites import opposite
from consistency.collate.quoting import quoted, whole_words
from consistency.collate.runs import grams, shared_runs
from consistency.collate.siblings import Numbered, numbered, siblings
from consistency.collate.states import contradictions, states
from consistency.collate.stream import Stream, stream
from consistency.collate.titles import other_titles, titles
from consistency.collate.told import KnownNumbers, of_one_frame
from consistency.collate.variant import Variant
from consistency.lexicon.collation import CollationWords
from consistency.model import Context, Passage, Reading
from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.places import same_place

YEAR = lazy(r"(?:19|20)\d\d")
Damaged = Mapping[str, Sequence[Span]]
ASKED = ("name", "uncued", "alternative")  # kinds for which all siblings are asked what they write


def variants(
    readings: Sequence[Reading],
    family: Mapping[str, str],
    damaged: Damaged,
    beside: Collection[tuple[str, str]] | None = None,
    words: CollationWords | None = None,
) -> tuple[Variant, ...]:
    """What differs between documents in passages they share, in order of place.

    `family` gives for each path the first path of its family of reprints, `damaged` the spans whose text is not what
    was written: they are left out of the comparison. `beside` are the pairs to be laid side by side, where that is
    known already; `words` those that ship with the program where none are given.
    """
    laid = None if beside is None else {path for pair in beside for path in pair}
    ordered = sorted((r for r in readings if laid is None or r.document.path in laid), key=lambda r: r.document.path)
    streams = [stream(r.document, damaged.get(r.document.path, ()), r.page, words) for r in ordered]
    if beside is None:
        pairs = side_by_side([numbered(s) for s in streams], [r.context for r in ordered], family)
    else:
        at = {found.path: place for place, found in enumerate(streams)}
        pairs = sorted((at[one], at[other]) for one, other in beside if one in at and other in at)
    meeting = sorted({place for pair in pairs for place in pair})
    told = {place: KnownNumbers.of(ordered[place]) for place in meeting}
    group = _groups(streams, pairs)
    met = list(gathered(_between(streams, told, pairs), group))
    found = [v for v in met if v.kind not in ASKED] + list(gathered(_names(met, streams, pairs), group))
    linked = frozenset((streams[one].path, streams[other].path) for one, other in pairs)
    became = {streams[p].path: states(streams[p], told[p]) for p in meeting}
    called = {streams[p].path: titles(streams[p], told[p]) for p in meeting}
    further = [*contradictions(became, linked), *other_titles(called, linked)]
    found += without_repeats(gathered(further, group), found)
    return tuple(sorted(found, key=lambda v: (v.places[0].document, v.places[0].span, v.kind)))


def side_by_side(
    documents: Sequence[Numbered], contexts: Sequence[Context], family: Mapping[str, str]
) -> list[tuple[int, int]]:
    """The pairs of documents, by their places, that are to be laid side by side; documents are in order of path."""
    return [(a, b) for a, b in siblings(documents, family) if _of_one_thing(contexts[a], contexts[b])]


def _between(
    streams: Sequence[Stream], told: Mapping[int, KnownNumbers], pairs: Sequence[tuple[int, int]]
) -> Iterator[Variant]:
    """The variants of each pair of siblings; documents met first keep their index for all their partners."""
    partners: dict[int, list[int]] = defaultdict(list)
    for first, second in pairs:
        partners[first].append(second)
    for first in sorted(partners):
        one = streams[first]
        index = grams(one.marks)
        for second in partners[first]:
            other = streams[second]
            runs = shared_runs(other.marks, one.marks, index)
            back = sorted(run.turned for run in runs)
            yield from lost_marks(other, one, runs)
            yield from lost_marks(one, other, back)
            for gap in differences(other, one, runs):
                variant = loss(other, one, gap) or loss(one, other, gap.turned) or opposite(other, one, gap)
                variant = variant or name_variant(other, one, gap)
                if variant is None:
                    continue
                here, there = told[second], told[first]
                if variant.kind == "scope" and here.when(other, gap.start) != there.when(one, gap.begin):
                    continue
                if variant.kind == "value" and not of_one_frame(here.at(other, gap.start), there.at(one, gap.begin)):
                    continue
                yield variant


def _names(found: Iterable[Variant], streams: Sequence[Stream], pairs: Sequence[tuple[int, int]]) -> Iterator[Variant]:
    """The variants of names that stand the test of all siblings, each told from the side that stands more alone."""
    near: dict[str, set[int]] = defaultdict(set)
    for one, other in pairs:
        near[streams[one].path].update((one, other))
        near[streams[other].path].update((one, other))
    for variant in found:
        if variant.kind in ASKED:
            about = {p for path in (*variant.documents, *variant.witnesses) for p in near[path]}
            around = [streams[p] for p in sorted(about)]
            told = stands_alone(variant, around)
            if told is not None:
                yield _with_witnesses(told, around)


def _of_one_thing(one: Context, other: Context) -> bool:
    """Whether two documents may tell of one place and year: texts of other ones are no witnesses, however alike.

    Titles that name one year are of one year, whatever each of them looks back on.

    >>> _of_one_thing(Context(entity="甲省", period="2023"), Context(entity="甲省", period="2024"))
    False
    """
    if one.entity and other.entity and not same_place(one.entity, other.entity):
        return False
    if not (one.period and other.period) or one.period[:4] == other.period[:4]:
        return True
    return not set(YEAR.findall(one.title)).isdisjoint(YEAR.findall(other.title))


def _groups(streams: Sequence[Stream], pairs: Sequence[tuple[int, int]]) -> dict[str, str]:
    """For each document the first document that siblings lead to from it."""
    first = {place: place for pair in pairs for place in pair}
    for one, other in pairs:
        a, b = sorted((_root(first, one), _root(first, other)))
        first[b] = a
    return {streams[place].path: streams[_root(first, place)].path for place in first}


def _root(first: Mapping[int, int], place: int) -> int:
    while first[place] != place:
        place = first[place]
    return place


def _with_witnesses(variant: Variant, streams: Sequence[Stream]) -> Variant:
    """The variant with the first place of the other form in each document where no passage was met."""
    more = []
    for other in streams:
        at = other.marks.find(variant.counter)
        if at >= 0 and other.path not in variant.witnesses:
            _, span = quoted(other, *whole_words(other, at, at + len(variant.counter)))
            more.append(Passage(other.path, span))
    return replace(variant, others=(*variant.others, *more))
