"""The kind `parts`: a total against the list of its parts, “95枚。其中，金牌31枚，银牌28枚，铜牌36枚”.

Cases: `closed`, the parts are all there are and make another sum; `part`, one part is more than the whole; `near`,
the parts of an open list make a little more than the whole; `most`, they make a little less, and one may be left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from consistency.checks import breach, charity
from consistency.checks.amounts import total
from consistency.checks.breach import Breach, shown, written
from consistency.checks.case import Case
from consistency.checks.identities import PartClass
from consistency.checks.rule import Rule
from consistency.extract.relations.terms import alike
from consistency.interval import Interval
from consistency.lexicon import COUNTS
from consistency.model import Bound, Finding, Mention, Relation, Term

CASES = frozenset({"closed", "part", "near", "most"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
HEAD = 2  # characters of the noun that the parts of one cut share
NEARLY = Fraction(3, 100)  # of the whole: parts that miss it by more were hardly meant to be all of it


@dataclass(frozen=True, slots=True)
class Whole:
    """Parts that are all of their total, or at most that: where some may be missing, they may only be less."""

    parts: tuple[Term, ...]
    all: bool


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind; a list belongs to the first case that fits it."""
    found = []
    for reading in case.own:
        known = charity.settled(reading.relations)
        lists = [r for r in reading.relations if r.kind == "parts"]
        found += [b for r in lists if (b := judged(r, case.identities.classes, known)) is not None]
    return breach.findings(rules, found)


def judged(listing: Relation, classes: Sequence[PartClass], settled: Collection[int] = ()) -> Breach | None:
    """The breach of a list of parts that does not come out in any reading of it."""
    whole = next((w for w in wholes(listing, classes) if not _holds(listing.result.mention, w)), None)
    if whole is not None:
        fits, tried = charity.comes_out(charity.sums(listing, settled))
        return None if fits else _breach("closed", listing, whole.parts, tried)
    sure = listing.terms[: listing.sure]
    large = next(
        (t for t in sure if _above(t.mention, listing.result.mention) and _alike_in_kind(t, listing.result)), None
    )
    if large is not None:
        larger = [w for w in charity.wholes(listing) if not _exceeds(large.mention.quantity.stated, w)]
        return None if larger else _breach("part", listing, (large,), 0)
    case = "" if listing.words == "(" else _nearly(listing, classes)
    if not case:
        return None
    fits, tried = charity.comes_out(charity.sums(listing, settled))
    return None if fits else _breach(case, listing, listing.terms, tried)


def wholes(listing: Relation, classes: Sequence[PartClass]) -> Iterator[Whole]:
    """The parts of a list that together are its total, in each way that is known."""
    if listing.complete:
        yield Whole(listing.terms, True)
        return
    for known in classes:
        if listing.result.mention.quantity.dimension in known.not_in:
            continue
        found = members(listing.terms, known)
        if found is not None and len(found.parts) == len(listing.terms):  # no sibling is left over
            yield found


def members(parts: Sequence[Term], known: PartClass) -> Whole | None:
    """The parts that are the members of a class; nothing where one is missing, or where two parts could be one."""
    chosen: list[tuple[Term, str]] = []
    missing = False
    for spellings in (*known.members, *known.optional):
        fits = [(p, left) for p in parts if (left := _left(p.words, spellings, known)) is not None]
        if len(fits) > 1:
            return None
        if not fits and spellings in known.members:
            return None
        missing = missing or not fits
        chosen += fits
    if len({id(p) for p, _ in chosen}) < len(chosen):
        return None
    if not all(alike(a, b) for (_, a), (_, b) in pairwise(chosen)):
        return None
    return Whole(tuple(p for p, _ in chosen), not missing)


def _left(words: str, spellings: Sequence[str], known: PartClass) -> str | None:
    """What is left of the words of a part without the member's name; nothing where another member stands first."""
    if any(w in words for w in known.without):
        return None
    every = [(words.find(s), -len(s), s) for m in (*known.members, *known.optional) for s in m if s in words]
    if not every:
        return None
    _, _, first = min(every)
    if first not in spellings:
        return None
    others = {m for m in known.members for s in m if s in words.replace(first, "", 1)}
    return None if others - {tuple(spellings)} else words.replace(first, "", 1)


def _sum(parts: Sequence[Term]) -> Interval:
    return total(t.mention.quantity.stated for t in parts)


def _holds(whole: Mention, parts: Whole) -> bool:
    reached, stated = _sum(parts.parts), whole.quantity.stated
    if parts.all:
        return reached.meets(stated)
    return Interval(None, stated.high, high_open=stated.high_open).meets(reached)


def _above(part: Mention, whole: Mention) -> bool:
    return _exceeds(part.quantity.stated, whole.quantity.stated)


def _alike_in_kind(part: Term, whole: Term) -> bool:
    """Whether a part is of the kind of its whole: counted in one unit, or named by one noun; 产值 is no 增加值."""
    one, other = part.mention, whole.mention
    if one.quantity.dimension in COUNTS:
        return True
    return not one.name or not other.name or one.name[-2:] == other.name[-2:]


def _exceeds(part: Interval, whole: Interval) -> bool:
    return part.low is not None and whole.high is not None and part.low > whole.high


def _nearly(listing: Relation, classes: Sequence[PartClass]) -> str:
    """Whether the parts of an open list nearly make its total: more, which no part left out explains, or less."""
    parts = listing.terms
    if len(parts) < 2 or _overlap(parts) or _cut_twice(listing) or any(members(parts, c) for c in classes):
        return ""
    whole = listing.result.mention.quantity
    numbers = [listing.result.mention, *(t.mention for t in parts)]
    if _sum(parts).meets(whole.stated) or not all(m.quantity.bound is Bound.EXACT for m in numbers):
        return ""
    gap = sum(t.mention.quantity.base_value for t in parts) - whole.base_value
    if abs(gap) > whole.base_value * NEARLY:
        # things counted in one unit, all told alike, cannot be more than all of them
        counted = whole.dimension in COUNTS and len({m.quantity.unit for m in numbers}) == 1
        slipped = _of_one_cut(parts) and breach.one_slip(numbers[:1], numbers[1:]) is not None
        return "near" if gap > 0 and (counted or slipped) and listing.sure == len(parts) > 2 else ""
    return "near" if gap > 0 and len(parts) > 2 else "most"


def _cut_twice(listing: Relation) -> bool:
    """Whether some parts repeat the name of the whole and others do not: two ways of cutting it, in one list."""
    name = listing.result.mention.name
    repeated = sum(name in t.words for t in listing.terms) if name else 0
    return 0 < repeated < len(listing.terms)


def _of_one_cut(parts: Sequence[Term]) -> bool:
    """Whether all parts have one noun: 农业用水、工业用水、生活用水 are of one way of cutting, and do not overlap."""
    return len({t.words[-HEAD:] for t in parts}) == 1 and all(len(t.words) > HEAD for t in parts)


def _overlap(parts: Sequence[Term]) -> bool:
    """Whether one part of a list holds another: 汽车 and 私人汽车."""
    words = [t.words for t in parts]
    return any(a in b for i, a in enumerate(words) for j, b in enumerate(words) if i != j)


def _breach(case: str, listing: Relation, parts: Sequence[Term], tried: int) -> Breach:
    whole = listing.result.mention
    exact = Fraction(sum(t.mention.quantity.base_value for t in parts))
    return Breach(
        case=case,
        key=whole.key,
        indicator=whole.name,
        places=(whole.place, *(t.mention.place for t in parts)),
        stated=written(whole),
        derived=shown(exact, whole.quantity),
        how=" + ".join(written(t.mention) for t in parts),
        suggestion=breach.one_slip([whole], [t.mention for t in parts]),
        tried=tried,
    )
