"""The kind `completion`: a rate of completion against what was meant and what was done, and against its wording.

Cases: `rate`, “问题120个，完成整改90个，整改完成率75%”; `target`, “7.8万人，完成年度目标的130%” where the target is
told; `words`, a rate below 100 per cent told as more than was asked for, or one above it as less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from consistency.checks import breach, charity
from consistency.checks.amounts import divided
from consistency.checks.breach import Breach, written
from consistency.checks.case import Case
from consistency.checks.ledger import OUTCOME, PLAN, TARGET, Coordinates, place_of, term
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.extract.relations.target_rate import contrary, is_of_target
from consistency.model import Bound, Finding, Mention, Relation

CASES = frozenset({"rate", "target", "words"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
HUNDRED = 100


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found: list[Breach] = []
    related: set[tuple[str, int]] = set()
    for reading in case.own:
        for relation in reading.relations:
            if relation.kind in CASES:
                related.add((relation.result.mention.document, relation.result.mention.number.start))
                found += _rate(relation)
    for sheet in case.sheets:
        for index, fact in enumerate(sheet.facts):
            if fact.quantity.dimension != "percent" or fact.quantity.bound is Bound.ABOUT:
                continue
            if is_of_target(sheet, fact):
                if (sheet.path, fact.mention.number.start) not in related:
                    found += _told_elsewhere(sheet, index, case)
                found += _worded(sheet, fact)
    return breach.findings(rules, found)


def _rate(relation: Relation) -> Iterator[Breach]:
    """A rate that is not what was done in hundredths of what was meant, in any reading of its passage."""
    done, whole = (t.mention for t in relation.terms)
    rate = relation.result.mention
    if whole.quantity.base_value <= 0 or _fits(done, whole, rate):
        return
    fits, tried = charity.comes_out(charity.rates(relation))
    if not fits:
        yield breach.of_quotient(relation.kind, rate, done, whole, indicator=rate.name or done.name, tried=tried)


def _told_elsewhere(sheet: Sheet, index: int, case: Case) -> Iterator[Breach]:
    """A rate against the outcome before it and a target told elsewhere of the same indicator, of which none may fit."""
    rate = sheet.facts[index]
    start = sheet.sentence(rate.start).start
    outcomes = [f for f in sheet.within(start, rate.start) if f.is_amount and f.key is not None]
    if not outcomes:
        return
    done = outcomes[-1]
    assert done.mention.key is not None
    place = place_of(done.mention.key)
    if place.standing != OUTCOME or not divided(done.quantity.stated, done.quantity.stated).holds(1):
        return
    name = term(done.mention.key, case.identities)
    aims = [Coordinates(place.entity, place.period, standing, place.scope) for standing in (PLAN, TARGET)]
    targets = [f for one in case.ledgers for aim in aims for f in one.facts(aim, name, "amount") if f.like(done)]
    targets = [f for f in targets if f.quantity.base_value > 0 and f.quantity.bound is not Bound.ABOUT]
    # the same number told again is the outcome itself, taken for a plan
    targets = [f for f in targets if not f.quantity.stated.meets(done.quantity.stated)]
    others = [f for f in sheet.inside(sheet.paragraph(rate.start)) if f.is_amount and f.like(done)]
    if not targets or any(_fits(done.mention, f.mention, rate.mention) for f in (*targets, *others)):
        return
    target = _nearest(rate, targets).mention
    name = rate.mention.name or done.mention.name
    yield breach.of_quotient("target", rate.mention, done.mention, target, indicator=name, doubt=1, tried=len(targets))


def _nearest(rate: Fact, targets: Sequence[Fact]) -> Fact:
    here = [f for f in targets if f.mention.document == rate.mention.document]
    return min(here, key=lambda f: abs(f.start - rate.start)) if here else targets[0]


def _fits(done: Mention, target: Mention, rate: Mention) -> bool:
    return divided(done.quantity.stated, target.quantity.stated).scaled(HUNDRED).meets(rate.quantity.stated)


def _worded(sheet: Sheet, rate: Fact) -> Iterator[Breach]:
    """A rate that says the contrary of the words after it: 完成年度目标的95%，超额完成任务."""
    stated = rate.quantity.stated
    less = stated.high is not None and stated.high <= HUNDRED and rate.quantity.base_value < HUNDRED
    more = stated.low is not None and stated.low > HUNDRED
    for said, span in contrary(sheet, rate):
        if (said == "more" and less) or (said == "less" and more):
            place = sheet.passage(span.start, span.end)
            yield Breach("words", rate.mention.key, (rate.place, place), written(rate), "100%", span.of(sheet.text))
            return
