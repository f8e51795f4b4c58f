"""The kind `growth`: growth against the levels it leads from and to.

Cases: `levels`, this year's level, last year's and the growth; `points`, a rate of this year and of last, and by how
many percentage points it changed; `change`, a level, what it rose by and the growth, in one sentence; `from to`,
“由40家增加到90家，增长125%”, and what else leads from one level to another: points, a difference, times, 翻番.

What grows at constant prices is never held against levels at current ones, nor what is told on a revised base.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from consistency.checks import breach, charity
from consistency.checks.amounts import divided, minus, widened
from consistency.checks.breach import Breach, figures, shown, written
from consistency.checks.case import Case
from consistency.checks.ledger import OUTCOME, Coordinates, Ledger
from consistency.checks.rule import Rule
from consistency.extract.relations.movement import (
    grows_from_outcome,
    nominal,
    plain,
    planned_of,
    told_at_current_prices,
)
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.interval import Interval
from consistency.model import Finding, Mention, Relation

CASES = frozenset({"levels", "points", "change", "from to"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
PERCENT = 100
DOUBLED_NEARLY = Fraction(1, 5)  # what doubled is told of anything from 1.6 to 2.4 times
READINGS = 3  # numbers of one indicator and year that are tried
# What relations of a movement are called, and the case of the rules that take them.
MOVEMENTS = {
    "change": "change",
    "change of a base": "change",
    "growth": "from to",
    "times": "from to",
    "doubled": "from to",
    "points": "from to",
    "difference": "from to",
    "direction": "from to",
}


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found = [b for reading in case.own for r in reading.relations for b in _moved(r)]
    return breach.findings(rules, [*found, *_levels(case.ledgers), *_points(case.ledgers)])


# -- levels, what they rose by and the growth, as one passage tells them ------------------------


def _moved(relation: Relation) -> Iterator[Breach]:
    """The breach of a movement that does not come out in any reading of its passage."""
    if relation.kind not in MOVEMENTS:
        return
    if relation.kind == "direction":
        yield from _turned(relation)
        return
    reached, exact, how = _reached(relation)
    by = relation.result.mention
    if exact is None or reached.meets(by.quantity.stated):
        return
    others = charity.differences if relation.kind in ("points", "difference") else charity.movements
    fits, tried = charity.comes_out(others(relation))
    if not fits:
        numbers = [t.mention for t in relation.terms]
        name = "" if relation.kind.startswith("change") else numbers[1].name
        breached = _breach(MOVEMENTS[relation.kind], by, numbers, exact, how, tried=tried)
        if relation.kind == "doubled":
            times = numbers[1].quantity.base_value / numbers[0].quantity.base_value
            breached = replace(breached, derived=f"{figures(times, Fraction(1, 100))}倍", how=how.removesuffix(" − 1"))
        yield replace(breached, indicator=name)


def _turned(relation: Relation) -> Iterator[Breach]:
    """The breach of two levels that go the other way than the words between them say."""
    first, last = relation.terms
    one, other = first.mention.quantity.stated, last.mention.quantity.stated
    low, high = (one, other) if last.sign < 0 else (other, one)
    if low.high is None or high.low is None or low.high >= high.low:
        return
    told = last.mention
    yield Breach(
        case="from to",
        key=told.key,
        indicator=told.name,
        places=(told.place, first.mention.place),
        stated=f"{relation.words}{written(told)}",
        derived=f"{'>' if last.sign > 0 else '<'} {written(first.mention)}",
        how=f"{written(first.mention)} → {written(told)}",
    )


def _reached(relation: Relation) -> tuple[Interval, Fraction | None, str]:
    """What a movement makes of its terms: all it can be, the exact number if there is one, and how."""
    (first, second), kind = relation.terms, relation.kind
    one, other = first.mention.quantity, second.mention.quantity
    words, more = written(first.mention), written(second.mention)
    if kind == "points" or kind == "difference":
        sign = second.sign
        return (
            minus(other.stated, one.stated).scaled(sign),
            (other.base_value - one.base_value) * sign,
            f"{more} − {words}" if sign > 0 else f"{words} − {more}",
        )
    if kind == "times":
        exact = other.base_value / one.base_value if one.base_value > 0 else None
        return divided(other.stated, one.stated), exact, f"{more} ÷ {words}"
    if kind == "doubled":  # 翻一番 is told of what nearly doubled, and of what did so and more
        exact = (other.base_value / one.base_value - 1) * PERCENT if one.base_value > 0 else None
        grown = divided(other.stated, one.stated).scaled(PERCENT)
        return widened(grown, DOUBLED_NEARLY).plus(Interval.point(-PERCENT)), exact, f"{more} ÷ {words} − 1"
    if kind == "growth":
        grown = divided(minus(other.stated, one.stated), one.stated).scaled(PERCENT)
        exact = (other.base_value / one.base_value - 1) * PERCENT if one.base_value > 0 else None
        return grown, exact, f"{more} ÷ {words} − 1"
    rise, by = other.stated.scaled(second.sign), other.base_value * second.sign
    if kind == "change of a base":
        exact = by / one.base_value * PERCENT if one.base_value else None
        return divided(rise, one.stated).scaled(PERCENT), exact, f"{more} ÷ {words}"
    was, before = one.base_value - by, minus(one.stated, rise)
    if not was and before.high and rise.low is not None and rise.low > 0:  # from next to nothing: by so much or more
        least = rise.low / before.high * PERCENT
        return Interval(least, None), least, f"{more} ÷ ({words} − {more})"
    grown = divided(rise, before).scaled(PERCENT)
    return grown, by / was * PERCENT if was else None, f"{more} ÷ ({words} {'−' if second.sign > 0 else '+'} {more})"


# -- levels of two years ------------------------------------------------------------------------


_Sides = Mapping[str, Sequence[Fact]]
_Keep = Callable[[Sheet, str, str, Fact], bool]


def _two_years(ledgers: Sequence[Ledger], keep: _Keep, planned: _Keep | None = None) -> Iterator[tuple[_Sides, _Sides]]:
    """What is told of one thing in a year, and in the year before, side by side: only the facts to be kept.

    The year before is told as an outcome; the year itself too, or as planned where `planned` keeps such facts.
    """
    told: dict[tuple[Coordinates, str], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for one in ledgers:
        for place, names in one.entries.items():
            for (name, side), facts in names.items():
                wanted = keep if place.standing == OUTCOME else planned
                if wanted is not None:
                    kept = [f for f in facts if wanted(one.sheet, name, side, f)]
                    told[(place, name if wanted is keep else planned_of(name))][side] += kept
    for place, name in sorted(told):
        before = place.before()
        if before is not None and (before, name) in told:
            yield told[(place, name)], told[(before, name)]


def _levels(ledgers: Sequence[Ledger]) -> Iterator[Breach]:
    """This year's level, last year's and the growth, in one document or in several; no triple of them may fit."""
    for now, then in _two_years(ledgers, _nominal, _planned):
        pairs = [(a, b) for a in now.get("amount", ())[:READINGS] for b in then.get("amount", ())[:READINGS]]
        pairs = [(a, b) for a, b in pairs if a.like(b) and b.quantity.base_value]
        triples = [(a, b, g) for a, b in pairs for g in now.get("growth", ())[:READINGS]]
        if triples and not any(_grows(*t) for t in triples):
            level, was, growth = triples[0]
            exact = (level.quantity.base_value / was.quantity.base_value - 1) * PERCENT
            how = f"{written(level)} ÷ {written(was)} − 1"
            yield _breach("levels", growth.mention, (level.mention, was.mention), exact, how, _across(triples[0]))


def _points(ledgers: Sequence[Ledger]) -> Iterator[Breach]:
    """A rate of two years and the percentage points between them; no triple of them may fit."""
    for now, then in _two_years(ledgers, _of_itself):
        pairs = [(a, b) for a in now.get("ratio", ())[:READINGS] for b in then.get("ratio", ())[:READINGS]]
        triples = [(a, b, c) for a, b in pairs for c in now.get("change", ())[:READINGS]]
        if triples and not any(_rises(*t) for t in triples):
            rate, was, change = triples[0]
            exact = rate.quantity.base_value - was.quantity.base_value
            how = f"{written(rate)} − {written(was)}"
            yield _breach("points", change.mention, (rate.mention, was.mention), exact, how, _across(triples[0]))


def _nominal(sheet: Sheet, name: str, side: str, fact: Fact) -> bool:
    """Whether a number is a level or a growth at current prices, as far as its name and its sentence tell."""
    if side not in ("amount", "growth") or not told_at_current_prices(name) or "table" in fact.mention.traits:
        return False
    return plain((fact,)) and nominal(sheet, fact)


def _planned(sheet: Sheet, name: str, side: str, fact: Fact) -> bool:
    """The same of what is planned for a year and grows from what the year before came to."""
    return _nominal(sheet, name, side, fact) and (side == "amount" or grows_from_outcome(sheet, name, fact))


def _of_itself(sheet: Sheet, name: str, side: str, fact: Fact) -> bool:
    """Whether a number is a rate, or by how many points a rate differs from its own of the year before."""
    wanted = {"ratio": "percent", "change": "point"}.get(side)
    compared = any(t.startswith("of:") for t in fact.mention.traits)
    return fact.quantity.dimension == wanted and plain((fact,)) and not compared


def _grows(level: Fact, was: Fact, growth: Fact) -> bool:
    rise = minus(level.quantity.stated, was.quantity.stated)
    return divided(rise, was.quantity.stated).scaled(PERCENT).meets(growth.quantity.stated)


def _rises(rate: Fact, was: Fact, change: Fact) -> bool:
    return minus(rate.quantity.stated, was.quantity.stated).meets(change.quantity.stated)


def _across(facts: Sequence[Fact]) -> int:
    """A step of doubt where numbers of several documents are held against each other."""
    return int(len({f.mention.document for f in facts}) > 1)


def _breach(
    case: str, growth: Mention, levels: Sequence[Mention], exact: Fraction, how: str, doubt: int = 0, tried: int = 0
) -> Breach:
    return Breach(
        case=case,
        key=growth.key,
        places=(growth.place, *(m.place for m in levels)),
        stated=written(growth),
        derived=shown(exact, growth.quantity),
        how=how,
        doubt=doubt,
        tried=tried,
    )
