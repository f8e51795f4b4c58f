"""The kind `part growth`: how a total grows against how its parts do.

Cases: `range`, a total that grows faster than each of its parts, or slower; `weighted`, a total whose growth is not
what levels and growth of its parts make, where both are told at current prices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from consistency.checks import breach
from consistency.checks.amounts import divided, total
from consistency.checks.breach import Breach, shown, written
from consistency.checks.case import Case
from consistency.checks.identities import Identity
from consistency.checks.ledger import Coordinates, Ledger
from consistency.checks.rule import Rule
from consistency.extract.relations.movement import of_some, told_of_some
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.interval import Interval
from consistency.model import Bound, Finding

CASES = frozenset({"range", "weighted"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
PERCENT = 100
CLOSE = 300  # characters between a level and its growth


@dataclass(frozen=True, slots=True)
class Grown:
    """The growth of a total and of all its parts, at one place."""

    total: Fact
    parts: tuple[Fact, ...]

    @property
    def in_range(self) -> bool:
        """Whether the total can grow by no less than the slowest part and by no more than the fastest."""
        stated = [p.quantity.stated for p in self.parts]
        lows, highs = [s.low for s in stated], [s.high for s in stated]
        low = None if None in lows else min(v for v in lows if v is not None)
        high = None if None in highs else max(v for v in highs if v is not None)
        return Interval(low, high).meets(self.total.quantity.stated)


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found: list[Breach] = []
    for one in case.ledgers:
        for identity in case.identities.identities:
            if identity.case == "sum":
                for place in sorted(one.entries):
                    found += _judged(identity, one, place)
    return breach.findings(rules, found)


def _judged(identity: Identity, one: Ledger, place: Coordinates) -> Iterator[Breach]:
    """The breach at one place: out of range, or else not what the weights make."""
    grown = list(_grown(identity, one, place))
    if not grown:
        return
    if not any(g.in_range for g in grown):
        yield _out_of_range(grown[0], identity)
        return
    if not identity.nominal:
        return
    weighed = [(g, w) for g in grown if (w := _weighed(identity, one, place, g)) is not None]
    if weighed and not any(reached.meets(g.total.quantity.stated) for g, (reached, _, _) in weighed):
        yield _not_weighted(weighed[0][0], *weighed[0][1][1:])


def _grown(identity: Identity, one: Ledger, place: Coordinates) -> Iterator[Grown]:
    result = identity.formula.result.name
    parts = [_of_all(one.sheet, result, one.facts(place, o.name, "growth")) for o in identity.formula.addends]
    if not all(parts):
        return
    for whole in _of_all(one.sheet, result, one.facts(place, result, "growth")):
        near = tuple(min(p, key=lambda f: abs(f.start - whole.start)) for p in parts)
        if all(f.quantity.bound is not Bound.ABOUT and f.quantity.form == "percent" for f in (whole, *near)):
            yield Grown(whole, near)


def _of_all(sheet: Sheet, total: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The growths among some that tell of all there is of a total, not of those above some size or on another base."""
    return tuple(f for f in facts if of_some(total) or not told_of_some(sheet, f))


_Weighed = tuple[Interval, Fraction, tuple[Fact, ...]]


def _weighed(identity: Identity, one: Ledger, place: Coordinates, grown: Grown) -> _Weighed | None:
    """What levels and growth of the parts make of the growth of their sum, where each level stands by its growth."""
    levels = []
    for operand, growth in zip(identity.formula.addends, grown.parts, strict=True):
        near = [f for f in one.facts(place, operand.name, "amount") if 0 < growth.start - f.start < CLOSE]
        if not near or near[-1].quantity.bound is not Bound.EXACT or growth.quantity.bound is not Bound.EXACT:
            return None
        levels.append(near[-1])
    if any(g.quantity.base_value <= -PERCENT for g in grown.parts):
        return None
    before = [
        divided(f.quantity.stated, Interval.point(PERCENT).plus(g.quantity.stated)).scaled(PERCENT)
        for f, g in zip(levels, grown.parts, strict=True)
    ]
    now = total(f.quantity.stated for f in levels)
    reached = divided(now, total(before)).scaled(PERCENT).plus(Interval.point(-PERCENT))
    pairs = zip(levels, grown.parts, strict=True)
    was = sum((f.quantity.base_value * PERCENT / (PERCENT + g.quantity.base_value) for f, g in pairs), Fraction(0))
    exact = (sum((f.quantity.base_value for f in levels), Fraction(0)) / was - 1) * PERCENT
    return reached, exact, tuple(levels)


def _out_of_range(grown: Grown, identity: Identity) -> Breach:
    ordered = sorted(grown.parts, key=lambda f: f.quantity.base_value)
    return Breach(
        case="range",
        key=grown.total.mention.key,
        places=(grown.total.place, *(p.place for p in grown.parts)),
        stated=written(grown.total),
        derived=f"{written(ordered[0])}~{written(ordered[-1])}",
        how="、".join(f"{p.mention.name} {written(p)}" for p in grown.parts),
        doubt=int(not identity.sure),
        evidence={"identity": identity.formula.text},
    )


def _not_weighted(grown: Grown, exact: Fraction, levels: Sequence[Fact]) -> Breach:
    parts = [f"{written(f)}（{written(g)}）" for f, g in zip(levels, grown.parts, strict=True)]
    return Breach(
        case="weighted",
        key=grown.total.mention.key,
        places=(grown.total.place, *(f.place for pair in zip(levels, grown.parts, strict=True) for f in pair)),
        stated=written(grown.total),
        derived=shown(exact, grown.total.quantity),
        how=" + ".join(parts),
    )
