"""The kind `parts`: a total against the list of its parts, “95枚。其中，金牌31枚，银牌28枚，铜牌36枚”.

Cases: `closed`, the parts are all there are and make another sum; `part`, one part is more than the whole; `near`,
the parts nearly make the whole and a slip of one figure would explain it; `most`, they nearly make it and nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from consistency.checks import breach, causes
from consistency.checks.amounts import total
from consistency.checks.breach import Breach, shown, written
from consistency.checks.case import Case
from consistency.checks.identities import PartClass
from consistency.checks.listings import Listing, Part, listings
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.interval import Interval
from consistency.model import Finding

CASES = frozenset({"closed", "part", "near", "most"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
AVERAGE = re.compile(r"人均|户均|平均|均价|每[一-龥]|亩均|单产|单价")
# The same things told from two sides in one list: their sum says nothing.
NEARLY = Fraction(3, 100)


@dataclass(frozen=True, slots=True)
class Whole:
    """Parts that are all of their total, or at most that: where some may be missing, they may only be less."""

    parts: tuple[Part, ...]
    all: bool


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind; a list belongs to the first case that fits it."""
    return breach.findings(rules, (b for sheet in case.sheets for b in breaches(sheet, case.identities.classes)))


def breaches(sheet: Sheet, classes: Sequence[PartClass]) -> Iterator[Breach]:
    """The lists of parts of one document that do not come out."""
    for listing in listings(sheet):
        if _averages(sheet, listing):
            continue
        whole = next((w for w in wholes(listing, classes) if not _holds(listing.total, w)), None)
        if whole is not None:
            yield _breach("closed", listing, whole.parts)
            continue
        large = next((p for p in listing.parts[: listing.sure] if _above(p.fact, listing.total)), None)
        if large is not None:
            yield _breach("part", listing, (large,))
            continue
        case = "" if listing.opening == "(" else _nearly(listing, classes)
        if case:
            yield _breach(case, listing, listing.parts)


def wholes(listing: Listing, classes: Sequence[PartClass]) -> Iterator[Whole]:
    """The parts of a list that together are its total, in each way that is known."""
    if listing.complete and len(listing.parts) > 1:
        yield Whole(listing.parts, True)
        return
    for known in classes:
        found = members(listing.parts, known)
        if found is not None:
            yield found


def members(parts: Sequence[Part], known: PartClass) -> Whole | None:
    """The parts that are the members of a class; nothing where one is missing, or where two parts could be one."""
    chosen: list[tuple[Part, str]] = []
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
    if not all(_alike(a, b) for (_, a), (_, b) in pairwise(chosen)):
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


def _alike(one: str, other: str) -> bool:
    """Whether what is left of two parts speaks of the same thing: 零售额 and 零售额, 收入 and 地方收入."""
    one, other = (re.sub(r"的|“|”|\s|为|达到?|完成|实现|^全[市省区县]|^[，、]", "", w) for w in (one, other))
    if not one or not other or one in other or other in one:
        return True
    return one[:2] == other[:2] or one[-2:] == other[-2:]


def _averages(sheet: Sheet, listing: Listing) -> bool:
    """Whether a list tells averages, which do not add up."""
    around = sheet.text[max(0, listing.total.start - 24) : listing.total.start]
    return any(AVERAGE.search(words) for words in (around, *(p.words for p in listing.parts)))


def _sum(parts: Sequence[Part]) -> Interval:
    return total(p.fact.quantity.stated for p in parts)


def _holds(whole: Fact, parts: Whole) -> bool:
    reached, stated = _sum(parts.parts), whole.quantity.stated
    if parts.all:
        return reached.meets(stated)
    return Interval(None, stated.high, high_open=stated.high_open).meets(reached)


def _above(part: Fact, whole: Fact) -> bool:
    low, high = part.quantity.stated.low, whole.quantity.stated.high
    return low is not None and high is not None and low > high


def _nearly(listing: Listing, classes: Sequence[PartClass]) -> str:
    """Whether the parts of an open list nearly make its total, and whether a slip would explain what is missing."""
    parts = listing.parts
    if len(parts) < 2 or _overlap(parts) or any(members(parts, c) for c in classes):
        return ""
    whole = listing.total.quantity
    if _sum(parts).meets(whole.stated) or not all(breach.exact(f) for f in (listing.total, *(p.fact for p in parts))):
        return ""
    gap = sum(p.fact.quantity.base_value for p in parts) - whole.base_value
    if abs(gap) > whole.base_value * NEARLY:
        return ""
    slips = [_slip(whole.base_value, whole.base_value + gap)]
    slips += [_slip(p.fact.quantity.base_value, p.fact.quantity.base_value - gap) for p in parts]
    return "near" if any(slips) and len(parts) > 2 else "most"


def _slip(one: Fraction, other: Fraction) -> bool:
    return other > 0 and causes.slip_between(one, other) is not None


def _overlap(parts: Sequence[Part]) -> bool:
    """Whether one part of a list holds another: 汽车 and 私人汽车."""
    words = [p.words for p in parts]
    return any(a in b for i, a in enumerate(words) for j, b in enumerate(words) if i != j)


def _breach(case: str, listing: Listing, parts: Sequence[Part]) -> Breach:
    whole = listing.total
    exact = sum(p.fact.quantity.base_value for p in parts)
    return Breach(
        case=case,
        key=whole.mention.key,
        indicator=whole.mention.name,
        places=(whole.place, *(p.fact.place for p in parts)),
        stated=written(whole),
        derived=shown(Fraction(exact), whole.quantity),
        how=" + ".join(written(p.fact) for p in parts),
        suggestion=_suggestion(whole, parts, Fraction(exact)),
    )


def _suggestion(whole: Fact, parts: Sequence[Part], reached: Fraction) -> Mapping[str, str] | None:
    """What one slip would explain, told only of the one number that it fits."""
    gap = reached - whole.quantity.base_value
    fits = []
    for fact, wanted in [(whole, reached), *((p.fact, p.fact.quantity.base_value - gap) for p in parts)]:
        cause = causes.slip_between(fact.quantity.base_value, wanted) if wanted > 0 else None
        if cause is not None:
            fits.append((fact, wanted, cause))
    if len(fits) != 1:
        return None
    fact, wanted, cause = fits[0]
    told = cause.told(written(fact))
    needed = shown(wanted, fact.quantity)
    return {
        "zh": f"“{written(fact)}”若为{needed}则相符；{told['zh']}",
        "en": f"with {needed} for “{written(fact)}” all would come out; {told['en']}",
    }
