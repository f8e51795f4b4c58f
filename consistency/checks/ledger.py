"""The numbers of a document by what they are about, so that a formula finds its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from consistency.checks.identities import Identities
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.extract.relations.terms import core
from consistency.model import Key, Measure, Quantity, Status
from consistency.places import place_tail

OUTCOME, TARGET, PLAN = "outcome", "target", "plan"


@dataclass(frozen=True, slots=True, order=True)
class Coordinates:
    """What the numbers of one formula share: place, period, whether they tell outcome, target or plan, and scope."""

    entity: str
    period: str
    standing: str
    scope: str

    def before(self) -> Coordinates | None:
        """The same a year earlier, where the period is a year: told as an outcome by then."""
        if not re.fullmatch(r"\d{4}", self.period):
            return None
        return replace(self, period=str(int(self.period) - 1), standing=OUTCOME)


Side = str  # amount, ratio, share, growth or change
SIDES: Mapping[Measure, Side] = {
    Measure.LEVEL: "amount",
    Measure.COUNT: "amount",
    Measure.RATIO: "ratio",
    Measure.SHARE: "share",
    Measure.GROWTH: "growth",
    Measure.CHANGE: "change",
}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The facts of one document: for a place the names told there, for a name and a side of it the facts."""

    sheet: Sheet
    entries: Mapping[Coordinates, Mapping[tuple[str, Side], tuple[Fact, ...]]]

    def facts(self, place: Coordinates, name: str, *sides: Side) -> tuple[Fact, ...]:
        """The facts of a name, in order of place; those of the first of these sides that is told."""
        told = self.entries.get(place, {})
        return next((told[(name, side)] for side in sides if (name, side) in told), ())


def ledger(sheet: Sheet, identities: Identities) -> Ledger:
    """The ledger of one document; numbers that are no claims are not in it."""
    entries: dict[Coordinates, dict[tuple[str, Side], list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in sheet.facts:
        key = fact.key
        if key is None or key.measure not in SIDES:
            continue
        side = SIDES[key.measure]
        if side == "amount" and not fact.is_amount:
            if not tells_how_many_times(fact.quantity):
                continue
            side = "ratio"
        entries[place_of(key)][(term(key, identities), side)].append(fact)
    return Ledger(sheet, {p: {n: tuple(f) for n, f in names.items()} for p, names in entries.items()})


def tells_how_many_times(quantity: Quantity) -> bool:
    """Whether a number tells how many times one thing is another, without a unit: 城乡收入比2.5, 2.5:1."""
    if quantity.form == "composition":
        return quantity.value.count(":") == 1 and quantity.value.endswith(":1")
    return not quantity.dimension and quantity.form == "number"


def place_of(key: Key) -> Coordinates:
    """Where in a ledger a key stands.

    >>> place_of(Key("甲省乙市", "常住人口", Measure.COUNT, "2025", Status.ESTIMATE)).standing
    'outcome'
    """
    standing = {Status.TARGET: TARGET, Status.PLAN: PLAN}.get(key.status, OUTCOME)
    return Coordinates(place_tail(key.entity), key.period, standing, key.scope + (f"·{key.whole}" if key.whole else ""))


def term(key: Key, identities: Identities) -> str:
    """The name of a key's indicator as formulas have it: without its scope, and without words that add nothing."""
    basis = "" if key.status is Status.PLAN else key.basis  # adjusted or not, it is a plan that is held against
    return identities.term(bare(key.indicator + basis, key.scope, identities))


def bare(name: str, scope: str, identities: Identities) -> str:
    """An indicator's name without what the scope tells already: 市本级一般公共预算收入 is 一般公共预算收入."""
    if identities.term(name) != name or name in (identities.terms or {}):
        return name
    starts = [i for i in range(len(scope)) if name.startswith(scope[i:])]
    if starts:
        name = name[len(scope) - starts[0] :] or name
    return core(name)
