"""The kind `formula`: numbers of one place and period that an identity of identities.toml ties together.

Cases: sum, quotient, balance, bound and formula as the identity is made, each with “ across” behind it where its
numbers stand in several documents. A rate above what there can be of its kind is out of bounds by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from consistency.checks import breach
from consistency.checks.amounts import widened
from consistency.checks.breach import Breach, figures, shown, written
from consistency.checks.case import Case
from consistency.checks.formula import Operand
from consistency.checks.identities import Identity, Limit
from consistency.checks.ledger import Coordinates, Ledger, term
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.interval import Interval
from consistency.model import Bound, Finding, Measure, Mention

CASES = frozenset(
    f"{case}{where}" for case in ("sum", "quotient", "balance", "bound", "formula") for where in ("", " across")
)
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
Wholes = Mapping[tuple[str, int], str]  # by document and place of a part
RATES = frozenset({Measure.RATIO, Measure.SHARE, Measure.LEVEL})
READINGS = 3  # numbers of one name and place that are tried, the nearest first
PERCENT = 100
FAR = Fraction(1, 10)  # numbers that miss each other by more may be of different things, unless they stand together
CLOSE = 400  # characters


@dataclass(frozen=True, slots=True)
class Valuation:
    """One number for each name of a formula."""

    result: Fact
    operands: Mapping[Operand, Fact]

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (self.result, *self.operands.values())

    @property
    def is_close(self) -> bool:
        """Whether all numbers stand together in one document."""
        starts = [f.start for f in self.facts]
        return len({f.mention.document for f in self.facts}) == 1 and max(starts) - min(starts) <= CLOSE


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    wholes = _wholes(case)
    found: list[Breach] = []
    by_path = {sheet.path: sheet for sheet in case.sheets}
    told = [(one, sorted(one.entries)) for one in case.ledgers]
    places = _places(case.ledgers)
    for identity in case.identities.identities:
        tried: set[Coordinates] = set()
        for one, there in told:
            for place in there:
                readings = list(_within(identity, one, place, wholes))
                if readings:
                    tried.add(place)
                    found += _judged(identity, readings, "", by_path)
        found += _across(identity, places, tried, wholes, by_path)
    found += [b for one in case.ledgers for b in _above_limits(one, case.identities.limits)]
    return breach.findings(rules, found)


def _above_limits(one: Ledger, limits: Sequence[Limit]) -> Iterator[Breach]:
    """The rates of a document that are above what there can be: 合格率109.8%."""
    for fact in one.sheet.facts:
        key, low = fact.key, fact.quantity.stated.low
        if key is None or key.measure not in RATES or fact.quantity.dimension != "percent" or low is None:
            continue
        above = next((limit for limit in limits if limit.holds_for(key.indicator) and low > limit.at_most), None)
        if above is not None:
            most = f"{figures(above.at_most)}%"
            yield Breach("bound", key, (fact.place,), written(fact), most, f"≤ {most}", evidence={"limit": above.id})


def _wholes(case: Case) -> Wholes:
    """The total that each part of a list is told to be part of, by its name in formulas: 户籍人口…，其中城镇人口…"""
    lists = (r for reading in case.own for r in reading.relations if r.kind == "parts")
    listed = ((part.mention, found.result.mention.key) for found in lists for part in found.terms)
    return {_at(part): term(whole, case.identities) for part, whole in listed if whole is not None}


def _at(mention: Mention) -> tuple[str, int]:
    return mention.document, mention.number.start


def _places(ledgers: Sequence[Ledger]) -> dict[Coordinates, list[Ledger]]:
    """The ledgers by what their numbers share, in order."""
    places: dict[Coordinates, list[Ledger]] = defaultdict(list)
    for one in ledgers:
        for place in one.entries:
            places[place].append(one)
    return dict(sorted(places.items(), key=lambda item: item[0]))


def _across(
    identity: Identity,
    places: Mapping[Coordinates, Sequence[Ledger]],
    tried: set[Coordinates],
    wholes: Wholes,
    sheets: Mapping[str, Sheet],
) -> Iterator[Breach]:
    """Breaches among documents none of which has all the numbers of a formula itself."""
    for place in places:
        if place in tried:
            continue
        readings = list(_readings(identity, place, places, wholes))
        if readings:
            yield from _judged(identity, readings, " across", sheets)


def _judged(
    identity: Identity, readings: Sequence[Valuation], where: str, sheets: Mapping[str, Sheet]
) -> Iterator[Breach]:
    """The breach of a formula where no reading of it comes out; none far off between documents."""
    if any(_comes_out(identity, r) for r in readings):
        return
    nearest = min(readings, key=_spread)
    if where and _far(identity, nearest):  # of two documents, they are likely numbers of two things
        return
    others = list(_beside(identity, nearest, sheets))
    if not any(_comes_out(identity, r) for r in others):
        yield _breach(identity, nearest, where, len(others))


def _beside(identity: Identity, reading: Valuation, sheets: Mapping[str, Sheet]) -> Iterator[Valuation]:
    """The readings of a quotient in which a number of the result's or an operand's line takes an operand's place."""
    if not identity.formula.is_quotient:
        return
    for operand, fact in reading.operands.items():
        lines = [(f.mention.document, f.start) for f in (reading.result, fact)]
        for path, at in dict.fromkeys(lines):
            sheet = sheets[path]
            for other in sheet.inside(sheet.paragraph(at)):
                same = other.quantity.dimension == fact.quantity.dimension
                if same and other is not fact and other is not reading.result and other.quantity.base_value:
                    changed = Valuation(reading.result, {**reading.operands, operand: other})
                    if _comparable(identity, changed):
                        yield changed


def _within(identity: Identity, one: Ledger, place: Coordinates, wholes: Wholes) -> Iterator[Valuation]:
    """The readings of a formula with numbers of one document."""
    if not one.facts(place, identity.formula.result.name, "amount", "ratio"):
        return
    yield from _readings(identity, place, {place: [one], **_earlier(place, one)}, wholes)


def _earlier(place: Coordinates, one: Ledger) -> dict[Coordinates, list[Ledger]]:
    before = place.before()
    return {before: [one]} if before and before in one.entries else {}


def _readings(
    identity: Identity, place: Coordinates, ledgers: Mapping[Coordinates, Sequence[Ledger]], wholes: Wholes
) -> Iterator[Valuation]:
    formula = identity.formula
    results = _facts(ledgers.get(place, ()), place, formula.result)
    if not results:
        return
    choices: list[tuple[Fact, ...]] = []
    for operand in formula.operands:
        there = place.before() if operand.before else place
        facts = _facts(ledgers.get(there, ()), there, operand) if there else ()
        if not facts:
            return
        choices.append(facts)
    for result in results[:READINGS]:
        near = [_nearest(result, facts) for facts in choices]
        for chosen in product(*near):
            reading = Valuation(result, dict(zip(formula.operands, chosen, strict=True)))
            if _comparable(identity, reading) and not _of_another(identity, reading, wholes):
                yield reading


def _facts(ledgers: Iterable[Ledger], place: Coordinates, operand: Operand) -> tuple[Fact, ...]:
    """The facts of a name in some documents, one for each value."""
    found: dict[object, Fact] = {}
    for one in ledgers:
        for fact in one.facts(place, operand.name, "amount", "ratio"):
            if fact.quantity.form in ("number", "percent", "composition"):
                found.setdefault((fact.quantity.base_value, fact.quantity.bound), fact)
    return tuple(found.values())


def _nearest(result: Fact, facts: Sequence[Fact]) -> Sequence[Fact]:
    def distance(fact: Fact) -> tuple[bool, int]:
        return fact.mention.document != result.mention.document, abs(fact.start - result.start)

    return sorted(facts, key=distance)[:READINGS]


def _comparable(identity: Identity, reading: Valuation) -> bool:
    """Whether the units of a reading can go together, and no number of it is told loosely from both sides."""
    told = [f.quantity.dimension for f in reading.operands.values()]
    dimensions, result = set(told), reading.result.quantity.dimension
    if "" in dimensions or any(f.quantity.bound is Bound.ABOUT for f in reading.facts):
        return False
    if not identity.formula.is_quotient:
        return dimensions == {result}
    if result in ("percent", "composition", ""):
        return len(dimensions) == 1
    return result in (told[0], f"{told[0]}/{told[-1]}")  # so much, or so much per what is divided by: 元, 元/亩


def _of_another(identity: Identity, reading: Valuation, wholes: Wholes) -> bool:
    """Whether an addend of a sum is told as a part of something else: its namesake under another total."""
    result = identity.formula.result.name
    return identity.case == "sum" and any(
        wholes.get(_at(f.mention), result) != result for f in reading.operands.values()
    )


def _value(identity: Identity, reading: Valuation, exactly: bool) -> Interval:
    """What a formula gives for a reading, in base units of its result."""
    known = {
        operand: Interval.point(fact.quantity.base_value) if exactly else fact.quantity.stated
        for operand, fact in reading.operands.items()
    }
    value = identity.formula.value(known)
    if identity.formula.is_quotient:
        value = value.scaled(_scale(identity, reading.result.quantity.dimension))
    return value


def _scale(identity: Identity, dimension: str) -> Fraction:
    """What a quotient of base units is to be multiplied with to be in base units of its result."""
    if dimension == "percent":
        return Fraction(PERCENT)
    return Fraction(1) if "/" in dimension or not dimension else identity.per


def _comes_out(identity: Identity, reading: Valuation) -> bool:
    value = widened(_value(identity, reading, exactly=False), identity.tolerance)
    stated = reading.result.quantity.stated
    if identity.formula.sign == "<=":
        return Interval(None, value.high).meets(stated)
    if identity.formula.sign == ">=":
        return Interval(value.low, None).meets(stated)
    return value.meets(stated)


def _spread(reading: Valuation) -> int:
    """How far apart the numbers of a reading stand: those nearest each other are shown."""
    return sum(abs(f.start - reading.result.start) for f in reading.operands.values())


def _told(identity: Identity, operand: Operand, fact: Fact) -> str:
    """A number of a formula as its finding shows it; that of a limit by its name, since it may stand there alone."""
    return f"{operand} {written(fact)}" if identity.case == "bound" else written(fact)


def _far(identity: Identity, reading: Valuation) -> bool:
    """Whether numbers that do not stand together miss each other by so much that they may be of different things."""
    if identity.case == "bound" or reading.is_close:
        return False
    stated = reading.result.quantity.base_value
    return abs(_exact(identity, reading) - stated) > abs(stated) * FAR


def _exact(identity: Identity, reading: Valuation) -> Fraction:
    """What a formula gives for the numbers of a reading as they are written."""
    exact = _value(identity, reading, exactly=True).low
    assert exact is not None  # every number of a reading is finite
    return exact


def _breach(identity: Identity, reading: Valuation, where: str, tried: int) -> Breach:
    result = reading.result
    exact = _exact(identity, reading)
    words = {operand: _told(identity, operand, fact) for operand, fact in reading.operands.items()}
    return Breach(
        case=identity.case + where,
        key=result.mention.key,
        places=tuple(f.place for f in reading.facts),
        stated=written(result),
        derived=shown(exact, result.quantity),
        how=identity.formula.spelt(words),
        tried=tried,
        doubt=(not identity.sure) + bool(where) + _far(identity, reading),
        evidence={"identity": identity.formula.text},
    )
