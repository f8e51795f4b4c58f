"""Which claims are compared at all: those of a block, and of these the ones that share telling words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.model import Claim, Measure, Status
from consistency.places import place_tail

COMMON = 60  # a pair of characters in more facts of a block than this finds no candidates
CANDIDATES = 96  # candidates of a fact, at most
_STATUS = {Status.ACTUAL: "actual", Status.ESTIMATE: "actual", Status.TARGET: "target", Status.PLAN: "target"}
_MEASURE = {
    Measure.LEVEL: "level",
    Measure.COUNT: "level",
    Measure.SHARE: "share",
    Measure.RATIO: "share",
}


def block_of(claim: Claim) -> tuple[str, ...]:
    """The block of a claim: only claims of one block are ever compared."""
    key = claim.key
    measure = _MEASURE.get(key.measure, str(key.measure))
    return (place_tail(key.entity), key.period, _STATUS[key.status], measure)


@dataclass(frozen=True, slots=True)
class Found:
    """By what a fact is found: its document, its name, and its telling pairs of characters."""

    document: str
    name: str
    grams: Collection[str]


def candidates(facts: Sequence[Found], drafts: Collection[str] = ()) -> set[tuple[int, int]]:
    """Pairs of facts of different documents to be compared: few for each fact, however many there are.

    Facts of one name are paired with the first and the next of that name; others with those that share the most
    telling pairs of characters. The bounds are felt only where dozens of documents tell of one place and year.

    Where there are `drafts`, their facts are paired with all others of their name, and with the best of the rest.
    """
    named: dict[str, list[int]] = defaultdict(list)
    postings: dict[str, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        named[fact.name].append(index)
        for gram in fact.grams:
            postings[gram].append(index)
    pairs = _of_drafts(facts, drafts, named, postings) if drafts else _of_all(named, postings)
    return {(min(a, b), max(a, b)) for a, b in pairs if facts[a].document != facts[b].document}


def _of_all(named: Mapping[str, list[int]], postings: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    """The pairs to be compared where every document is held against every other."""
    for same in named.values():
        for place, other in enumerate(same[1:]):
            yield from ((same[0], other), (same[place], other))
    shared: dict[int, Counter[int]] = defaultdict(Counter)
    for holders in postings.values():
        if 1 < len(holders) <= COMMON:
            for place, one in enumerate(holders):
                shared[one].update(holders[place + 1 :])
    for one, others in shared.items():
        yield from ((one, other) for other in _best(others))


def _of_drafts(
    facts: Sequence[Found],
    drafts: Collection[str],
    named: Mapping[str, list[int]],
    postings: Mapping[str, list[int]],
) -> Iterator[tuple[int, int]]:
    """The pairs to be compared where drafts are held against all others."""
    for one, fact in enumerate(facts):
        if fact.document in drafts:
            yield from ((one, other) for other in named[fact.name])
            others = Counter(other for gram in fact.grams for other in postings[gram])
            for other in (one, *named[fact.name]):
                del others[other]
            yield from ((one, other) for other in _best(others))


def _best(others: Counter[int]) -> Iterable[int]:
    """Of the facts that share some pairs of characters with one those that share the most."""
    return others if len(others) <= CANDIDATES else sorted(others, key=lambda o: (-others[o], o))[:CANDIDATES]
