"""How two numbers that speak of the same thing stand to each other."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from fractions import Fraction
from itertools import combinations

from consistency.extract.quantities.meaning import rounded
from consistency.model import Bound, Claim, Quantity, Verdict


def verdict(one: Quantity, other: Quantity) -> Verdict:
    """Agree where what is expected of them meets, tension where only what is stated does, else conflict.

    Two exact numbers of one precision must be equal: 3208亿元 and 3209亿元 do not agree, nor do 三成 and 四成.
    """
    if one.form == other.form == "composition":
        return Verdict.AGREE if _same_parts(one.value, other.value) else Verdict.CONFLICT
    if one.bound is other.bound is Bound.EXACT and one.step == other.step:
        return Verdict.AGREE if one.base_value == other.base_value else Verdict.CONFLICT
    if one.expected.meets(other.expected):
        return Verdict.TENSION if _about_another(one, other) else Verdict.AGREE
    return Verdict.TENSION if one.stated.meets(other.stated) else Verdict.CONFLICT


def _about_another(one: Quantity, other: Quantity) -> bool:
    """Whether two rates are told to one place, one of them loosely, and are two rates all the same: 6%左右 and 5%."""
    loose = Bound.ABOUT in (one.bound, other.bound) and {one.bound, other.bound} <= {Bound.ABOUT, Bound.EXACT}
    return (
        loose and one.dimension == other.dimension == "percent" and one.step == other.step and one.value != other.value
    )


def _same_parts(one: str, other: str) -> bool:
    """Whether two proportions are one, told to the same places or to fewer: 25.72:26.84:47.44 as 25.7:26.8:47.4."""
    ours, theirs = ([Fraction(part) for part in told.split(":")] for told in (one, other))
    steps = _last_place(one), _last_place(other)
    return len(ours) == len(theirs) and all(
        a == b or (steps[0] != steps[1] and rounded(a, steps[0]).meets(rounded(b, steps[1])))
        for a, b in zip(ours, theirs, strict=True)
    )


def _last_place(composition: str) -> Fraction:
    """The last place that any part of a proportion is told to: 9.2:51:39.8 has tenths."""
    return Fraction(1, 10 ** max(len(part.partition(".")[2]) for part in composition.split(":")))


_ORDER = (Verdict.AGREE, Verdict.TENSION, Verdict.CONFLICT)  # the worst last


def worst(claims: Sequence[Claim]) -> Verdict:
    """The verdict of the two claims that differ most; the same claim read twice counts once."""
    told = {_meaning(c.quantity): c.quantity for c in claims}.values()
    return max((verdict(one, other) for one, other in combinations(told, 2)), key=_ORDER.index, default=Verdict.AGREE)


def _meaning(quantity: Quantity) -> Hashable:
    """All of a number that its verdicts depend on: of numbers with one meaning, one need be looked at."""
    one = quantity
    return one.form, one.value, one.bound, one.base_value, one.step, one.stated, one.expected


def sides(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The claims as groups that agree among themselves, the largest first."""
    alike: dict[Hashable, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.quantity.bound is not Bound.EXACT, c.document, c.span)):
        alike.setdefault(_meaning(claim.quantity), []).append(claim)
    groups: list[list[list[Claim]]] = []
    for same in alike.values():
        for group in groups:
            if all(verdict(same[0].quantity, other[0].quantity) is Verdict.AGREE for other in group):
                group.append(same)
                break
        else:
            groups.append([same])
    ordered = [tuple(sorted((c for same in g for c in same), key=lambda c: (c.document, c.span))) for g in groups]
    return tuple(sorted(ordered, key=lambda g: (-len({c.document for c in g}), g[0].document, g[0].span)))


def power_of_ten(one: Quantity, other: Quantity) -> int:
    """How many places apart two numbers with the same figures are, nought where they are not.

    >>> # 9.8 m² against 98,000 m²
    """
    a, b = abs(one.base_value), abs(other.base_value)
    if not a or not b:
        return 0
    ratio, places = max(a, b) / min(a, b), 0
    while ratio % 10 == 0:
        ratio /= 10
        places += 1
    return places if ratio == 1 else 0
