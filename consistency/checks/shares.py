"""The kind `share`: a share against its part and its whole, and proportions against a hundred and against the levels.

Cases: `share`, “占一般公共预算支出的70.4%” where both amounts are told; `hundred`, a proportion such as 10.2:41.3:48.5,
or the shares of all parts of a whole, that do not make 100; `levels`, a proportion against the amounts of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

from consistency.checks import breach, charity
from consistency.checks.amounts import divided, total
from consistency.checks.breach import Breach, figures, written
from consistency.checks.case import Case
from consistency.checks.identities import Identities, Structure
from consistency.checks.ledger import Ledger, bare, place_of, term
from consistency.checks.rule import Rule
from consistency.extract.quantities.meaning import rounded
from consistency.extract.relations.sheet import Fact
from consistency.extract.relations.terms import is_proportion
from consistency.interval import Interval
from consistency.model import Bound, Finding, Measure, Relation

CASES = frozenset({"share", "hundred", "levels"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
HUNDRED = Fraction(100)
NEAR_HUNDRED = Interval(Fraction(80), Fraction(120))
CHOICES = 3  # wholes that are tried, the nearest first


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found = [b for reading in case.own for r in reading.relations for b in (*_unnamed(r), *_sibling(r))]
    for one in case.ledgers:
        for fact in one.sheet.facts:
            if fact.quantity.form == "composition":
                found += _proportion(fact, one, case.identities)
            elif fact.measure is Measure.SHARE:
                found += _share(fact, one, case.identities)
    return breach.findings(rules, found)


def _unnamed(relation: Relation) -> Iterator[Breach]:
    """A share of its list's whole, or of the amount beside it, that is not so in any reading of the passage."""
    if relation.kind not in ("unnamed share", "named share"):
        return
    part, whole = (t.mention for t in relation.terms)
    rate = relation.result.mention
    if _quotient(part.quantity.stated, whole.quantity.stated).meets(rate.quantity.stated):
        return
    fits, tried = charity.comes_out(charity.rates(relation, of_whole=True))
    if not fits:
        yield breach.of_quotient("share", rate, part, whole, indicator=rate.name or part.name, tried=tried)


def _sibling(relation: Relation) -> Iterator[Breach]:
    """A share that its part is not of the whole that all its siblings are of, where these agree: 62÷15%, 272÷66%."""
    if relation.kind != "sibling share":
        return
    part, *others = (t.mention for t in relation.terms)
    share = relation.result.mention
    told = list(zip(others[::2], others[1::2], strict=True))
    wholes = [divided(p.quantity.stated, s.quantity.stated).scaled(HUNDRED) for p, s in told]
    if not all(a.meets(b) for a, b in combinations(wholes, 2)):
        return
    if any(_quotient(part.quantity.stated, whole).meets(share.quantity.stated) for whole in wholes):
        return
    (one, its), least = told[0], min(m.quantity.base_value for m in others)
    if least <= 0:
        return
    exact = part.quantity.base_value * its.quantity.base_value / one.quantity.base_value
    how = f"{written(part)} ÷ ({written(one)} ÷ {written(its)})"
    places = (share.place, part.place, *(m.place for m in others))
    derived = f"{figures(exact, Fraction(1, 10))}%"
    yield Breach("share", share.key, places, written(share), derived, how, indicator=share.name or part.name)


def _share(fact: Fact, one: Ledger, identities: Identities) -> Iterator[Breach]:
    """A share of a named whole, where the document tells part and whole too and no reading of them gives the share."""
    key = fact.key
    whole = next((t.removeprefix("of:") for t in fact.mention.traits if t.startswith("of:")), "")
    if key is None or not whole or fact.quantity.bound is Bound.ABOUT:
        return
    place = place_of(key)
    wholes = one.facts(place, identities.term(bare(whole, key.scope, identities)), "amount")
    parts = one.facts(place, term(key, identities), "amount")
    pairs = [
        (p, w)
        for p, w in product(_nearest(fact, parts), _nearest(fact, wholes))
        if p.quantity.dimension == w.quantity.dimension and not {p.quantity.bound, w.quantity.bound} & {Bound.ABOUT}
    ]
    if not pairs:
        return
    if any(_quotient(p.quantity.stated, w.quantity.stated).meets(fact.quantity.stated) for p, w in pairs):
        return
    if _in_another_reading(fact, one, bare(whole, key.scope, identities)):
        return
    part, entire = pairs[0]
    yield breach.of_quotient("share", fact.mention, part.mention, entire.mention)


def _in_another_reading(fact: Fact, one: Ledger, whole: str) -> bool:
    """Whether some number of the paragraph goes into another as the share says, or into one told of such a whole."""
    here = [f for f in one.sheet.inside(one.sheet.paragraph(fact.start)) if f.has_amount]
    there = [f for f in one.sheet.facts if f.has_amount and whole and whole in f.mention.name]
    pairs = (
        (p, w)
        for p in here
        for w in (*here, *there)
        if p is not w and p.like(w) and 0 < p.quantity.base_value <= w.quantity.base_value
    )
    return any(_quotient(p.quantity.stated, w.quantity.stated).meets(fact.quantity.stated) for p, w in pairs)


def _nearest(fact: Fact, others: Sequence[Fact]) -> Sequence[Fact]:
    return sorted((f for f in others if f.quantity.base_value), key=lambda f: abs(f.start - fact.start))[:CHOICES]


def _quotient(part: Interval, whole: Interval) -> Interval:
    return divided(part, whole).scaled(HUNDRED)


def _proportion(fact: Fact, one: Ledger, identities: Identities) -> Iterator[Breach]:
    """A proportion that does not make a hundred, or is not that of the amounts told beside it."""
    key, name = fact.key, fact.mention.name
    parts = [_component(p) for p in fact.quantity.value.split(":")]
    made = total(p for _, p in parts)
    if not made.meets(Interval.point(HUNDRED)):
        meant = is_proportion(name + one.sheet.clause(fact)) or (
            key is not None and len(parts) > 2 and made.meets(NEAR_HUNDRED)
        )
        if meant and not any(made.meets(Interval.point(whole)) for whole in (1, 10)):
            exact = sum((v for v, _ in parts), Fraction(0))
            how = " + ".join(figures(v) for v, _ in parts)
            yield Breach("hundred", key, (fact.place,), written(fact), figures(exact), how, indicator=name)
        return
    for structure in identities.structures:
        if key is not None and key.indicator in structure.names and len(structure.parts) == len(parts):
            told = [_evened_out(p) if sum(v for v, _ in parts) == HUNDRED else p for _, p in parts]
            yield from _levels(fact, told, structure, one)


def _component(text: str) -> tuple[Fraction, Interval]:
    """One number of a proportion and what it stands for."""
    value = Fraction(text)
    places = len(text.partition(".")[2])
    return value, rounded(value, Fraction(1, 10**places))


def _evened_out(part: Interval) -> Interval:
    """What a part may be where one of them was moved by its last place, so that all together make a hundred."""
    assert part.low is not None
    assert part.high is not None
    reach = (part.high - part.low) / 3  # a part is told to within half its last place below and a whole one above
    return Interval(part.low - reach, part.high, high_open=True)


def _levels(fact: Fact, parts: Sequence[Interval], structure: Structure, one: Ledger) -> Iterator[Breach]:
    """The parts of a proportion that are not those of the amounts told."""
    key = fact.mention.key
    assert key is not None
    place = place_of(key)
    wholes = one.facts(place, structure.whole, "amount")
    for told, name in zip(parts, structure.parts, strict=True):
        pairs = list(product(_nearest(fact, one.facts(place, name, "amount")), _nearest(fact, wholes)))
        if not pairs or any(_quotient(p.quantity.stated, w.quantity.stated).meets(told) for p, w in pairs):
            continue
        part, entire = pairs[0]
        exact = part.quantity.base_value / entire.quantity.base_value * HUNDRED
        yield Breach(
            case="levels",
            key=key,
            places=(fact.place, part.place, entire.place),
            stated=written(fact),
            derived=f"{figures(exact, Fraction(1, 10))}%",
            how=f"{written(part)} ÷ {written(entire)}",
        )
