"""The kind `completion`: a rate of completion against what was meant and what was done, and against its wording.

Cases: `rate`, “问题120个，完成整改90个，整改完成率75%”; `target`, “7.8万人，完成年度目标的130%” where the target is
told; `words`, a rate below 100 per cent told as more than was asked for, or one above it as less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from consistency.checks import breach
from consistency.checks.amounts import divided
from consistency.checks.breach import Breach, shown, written
from consistency.checks.case import Case
from consistency.checks.ledger import OUTCOME, PLAN, TARGET, Place, place_of, term
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Bound, Finding

CASES = frozenset({"rate", "target", "words"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
# 完成率、整改率: of two counts told before it in the same sentence, the first whole, the second done
RATE = re.compile(r"(?:整改率|完成率|办结率|化解率|结案率|开工率|竣工率|签约率|交付率|销号率)[^，。;\d]{0,4}$")
DONE = re.compile(r"(?:完成|整改|办结|化解|结案|开工|竣工|签约|交付|销号|已)[^，。;\d]{0,8}$")
# 完成年度目标的130%、为年初预算的102.5%
OF_TARGET = re.compile(
    r"(?:完成|占|为|达到?|实现)(?:了)?(?:全年|年度|年初|调整后?的?|预期|既定)*"
    r"(?:预算|目标|任务|计划)(?:数|任务|目标)?的?[约超近达]*$"
)
AIM = re.compile(r"(?:年初预算|调整预算|[收支][入出]预算|预算安排|预算数|目标|任务|计划)[^完成收支]{0,6}$")
BEYOND = re.compile(r"超额完成|超过?(?:年度|预期|既定|全年)?(?:目标|任务|计划|预算)")
SHORT = re.compile(r"未(?:能)?完成(?:年度|预期|全年)?(?:目标|任务|计划|预算)|短收|欠收")
HUNDRED = 100


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found: list[Breach] = []
    for sheet in case.sheets:
        for index, fact in enumerate(sheet.facts):
            if fact.quantity.dimension != "percent" or fact.quantity.bound is Bound.ABOUT:
                continue
            before = sheet.text[max(sheet.sentence(fact.start).start, fact.start - 24) : fact.start]
            if RATE.search(before):
                found += _rate(sheet, index)
            elif OF_TARGET.search(before):
                found += _of_target(sheet, index, case)
                found += _worded(sheet, fact)
    return breach.findings(rules, found)


def _rate(sheet: Sheet, index: int) -> Iterator[Breach]:
    """A rate against the two counts before it in its sentence, where there are just two, one of them done."""
    rate = sheet.facts[index]
    start = sheet.sentence(rate.start).start
    counts = [f for f in sheet.within(start, rate.start) if f.is_amount]
    if len(counts) != 2 or not counts[0].like(counts[1]):
        return
    whole, done = counts
    if not DONE.search(sheet.text[max(start, done.start - 16) : done.start]) or whole.quantity.base_value <= 0:
        return
    if divided(done.quantity.stated, whole.quantity.stated).scaled(HUNDRED).meets(rate.quantity.stated):
        return
    exact = done.quantity.base_value / whole.quantity.base_value * HUNDRED
    yield _breach("rate", rate, (done, whole), exact, f"{written(done)} ÷ {written(whole)}")


def _of_target(sheet: Sheet, index: int, case: Case) -> Iterator[Breach]:
    """A rate against the outcome before it and a target told of the same indicator, of which none may fit."""
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
    aims = [Place(place.entity, place.period, standing, place.scope) for standing in (PLAN, TARGET)]
    targets = list(_aims(sheet, done))
    targets += [f for one in case.ledgers for aim in aims for f in one.facts(aim, name, "amount") if f.like(done)]
    targets = [f for f in targets if f.quantity.base_value > 0 and f.quantity.bound is not Bound.ABOUT]
    if not targets or any(_fits(done, f, rate) for f in targets):
        return
    exact = done.quantity.base_value / targets[0].quantity.base_value * HUNDRED
    how = f"{written(done)} ÷ {written(targets[0])}"
    doubt = int(targets[0].mention.document != rate.mention.document)
    yield _breach("target", rate, (done, targets[0]), exact, how, doubt)


def _aims(sheet: Sheet, done: Fact) -> Iterator[Fact]:
    """The amounts told as a budget, a target or a task right before what was done, the nearest first."""
    sentence = sheet.sentence(done.start)
    before = sheet.before(sentence) if not sheet.within(sentence.start, done.start) else None
    start = before.start if before else sentence.start
    for fact in reversed([f for f in sheet.within(start, done.start) if f.is_amount and f.like(done)]):
        if AIM.search(re.split(r"[，。;\d]", sheet.text[max(start, fact.start - 30) : fact.start])[-1]):
            yield fact


def _fits(done: Fact, target: Fact, rate: Fact) -> bool:
    return divided(done.quantity.stated, target.quantity.stated).scaled(HUNDRED).meets(rate.quantity.stated)


def _worded(sheet: Sheet, rate: Fact) -> Iterator[Breach]:
    """A rate that says the contrary of the words after it: 完成年度目标的95%，超额完成任务."""
    behind = re.split(r"[。;\n\d]", sheet.text[rate.end : rate.end + 24])[0]
    beyond, short = BEYOND.search(behind), SHORT.search(behind)
    stated = rate.quantity.stated
    less = stated.high is not None and stated.high <= HUNDRED and rate.quantity.base_value < HUNDRED
    more = stated.low is not None and stated.low > HUNDRED
    word = beyond if beyond and less else short if short and more else None
    if word is not None:
        place = sheet.passage(rate.end + word.start(), rate.end + word.end())
        yield Breach("words", rate.mention.key, (rate.place, place), written(rate), "100%", word.group())


def _breach(case: str, rate: Fact, facts: Sequence[Fact], exact: Fraction, how: str, doubt: int = 0) -> Breach:
    return Breach(
        case=case,
        key=rate.mention.key,
        indicator=rate.mention.name or facts[0].mention.name,
        places=(rate.place, *(f.place for f in facts)),
        stated=written(rate),
        derived=shown(exact, rate.quantity),
        how=how,
        doubt=doubt,
    )
