"""Rates against a target: what was done, and in hundredths of which plan.

    target_rate := outcome … plan_word rate        完成150万元，为年初预算300万元的50%
    outcome     := the operand before the rate in its sentence
    plan_word   := (为|占|完成) (年初|调整|…)? (预算|目标|任务|计划) …
    target      := the amount between plan_word and the rate (rated), else the last plan of that sort told
                   for the same outcome before it: 预算134亿元，执行中调整为135亿元，完成…，为调整预算的…
    done_rate   := two counts and a rate of what was done: 问题120个，完成整改90个，整改完成率75%

The rate of a part is never held against the plan of its whole: where an amount stands between plan and rate that only
takes another apart (其中), the plan must stand among the parts as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consistency.extract.relations.account import APART
from consistency.extract.relations.passage import Amount, Role, Told
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Bound, Mention, Relation, Term
from consistency.offsets import Span
from consistency.patterns import lazy

# 完成年度目标的130%、为年初预算的102.5%
OF_TARGET = lazy(
    r"(?:完成|占|为|达到?|实现|相当于)了?(?:全年|年度|年初|调整后?的?|变动|预期|既定)*"
    r"(?:预算|目标|任务|计划)(?:数|任务|目标|安排|指标)?的?[约超近达]*$"
)
OF_RATED = lazy(r"^的?[约超近达]*$")
ADJUSTED = lazy(r"调整|变动")
# 完成率、整改率: of two counts told before it in the same sentence, the first whole, the second done
DONE_RATE = lazy(r"(?:整改率|完成率|办结率|化解率|结案率|开工率|竣工率|签约率|交付率|销号率)[^，。;\d]{0,4}$")
DONE = lazy(r"(?:完成|整改|办结|化解|结案|开工|竣工|签约|交付|销号|已)[^，。;\d]{0,8}$")
BEYOND = lazy(r"超额完成|超过?(?:年度|预期|既定|全年)?(?:目标|任务|计划|预算)")
SHORT = lazy(r"未(?:能)?完成(?:年度|预期|全年)?(?:目标|任务|计划|预算)|短收|欠收")
WINDOW = 24  # characters before a rate in which its words stand


def target_rates(told: Told) -> Iterator[Relation]:
    """The rates of one line that are told of a plan or of what was done, in order."""
    sheet = told.sheet
    for fact in sheet.inside(told.line):
        if fact.quantity.dimension != "percent" or fact.quantity.bound is Bound.ABOUT:
            continue
        sentence = sheet.sentence(fact.start)
        before = sheet.text[max(sentence.start, fact.start - WINDOW) : fact.start]
        done = DONE_RATE.search(before)
        inside = told.within(sentence.start, fact.start)
        if done is not None:
            yield from _done(sheet, fact, inside, done.group())
        else:
            yield from _of_target(told, fact, inside, before)


def is_of_target(sheet: Sheet, fact: Fact) -> bool:
    """Whether a rate is told of a target: 完成年度目标的95%."""
    start = max(sheet.sentence(fact.start).start, fact.start - WINDOW)
    return OF_TARGET.search(sheet.text[start : fact.start]) is not None


def contrary(sheet: Sheet, fact: Fact) -> Iterator[tuple[str, Span]]:
    """The words behind a rate that say more or less than was asked for: (“more” or “less”, where they stand)."""
    behind = re.split(r"[。;\n\d]", sheet.text[fact.end : fact.end + 24])[0]
    for said, pattern in (("more", BEYOND), ("less", SHORT)):
        if found := pattern.search(behind):
            yield said, Span(fact.end + found.start(), fact.end + found.end())


def _done(sheet: Sheet, rate: Fact, inside: Sequence[Amount], words: str) -> Iterator[Relation]:
    counts = [a for a in inside if a.fact.is_amount]
    if len(counts) != 2 or not counts[0].fact.like(counts[1].fact):
        return
    whole, done = counts
    if DONE.search(sheet.text[max(whole.fact.end, done.fact.start - 16) : done.fact.start]):
        yield _relation("rate", rate, done.fact.mention, whole.fact.mention, words, counts)


def _of_target(told: Told, rate: Fact, inside: Sequence[Amount], before: str) -> Iterator[Relation]:
    sheet = told.sheet
    of_target = OF_TARGET.search(before)
    rated = inside[-1] if inside and inside[-1].role is Role.RATED else None
    if rated is not None and OF_RATED.match(sheet.text[rated.fact.end : rate.start]):
        earlier, target, words = inside[:-1], rated, rated.lead
    elif of_target is not None:
        earlier, target, words = inside, None, of_target.group()
    else:
        return
    done = next((a for a in reversed(earlier) if a.is_operand and a.fact.is_amount), None)
    if done is None or done.fact.quantity.bound is Bound.ABOUT:
        return
    if target is None:
        target = _plan(sheet, done, told.before(done.fact.start), words)
    if target is None or not target.fact.like(done.fact) or target.fact.quantity.base_value <= 0:
        return
    if rated is None and APART.search(sheet.text[target.fact.end : done.fact.start]):
        return  # what was done is only a part of what the target was set for
    around = told.around([done.fact, target.fact, rate])
    yield _relation("target", rate, done.fact.mention, target.fact.mention, words, around)


def _plan(sheet: Sheet, done: Amount, before: Sequence[Amount], words: str) -> Amount | None:
    """The plan that a rate is told of, where no amount stands beside the rate: the adjusted one where it says so."""
    sentence = sheet.sentence(done.fact.start)
    earlier = sheet.before(sentence)
    start = earlier.start if earlier is not None else sentence.start
    plans = [a for a in before if a.fact.start >= start and a.role is Role.PLAN and a.fact.like(done.fact)]
    if not plans:
        return None
    between = [a for a in before if a.fact.start > plans[-1].fact.start and a.is_operand and a.fact.like(done.fact)]
    if between:  # the plan is that of an outcome told before this one
        return None
    adjusted = [a for a in plans if ADJUSTED.search(a.lead)]
    if ADJUSTED.search(words):
        return adjusted[-1] if adjusted else None
    plain = [a for a in plans if not ADJUSTED.search(a.lead)]
    return plain[-1] if plain and "年初" in words else plans[-1]


def _relation(kind: str, rate: Fact, done: Mention, whole: Mention, words: str, others: Sequence[Amount]) -> Relation:
    alike = (a.fact.mention for a in others if a.fact.quantity.dimension == done.quantity.dimension)
    return Relation.between(kind, Term(rate.mention), (Term(done), Term(whole)), words, alike)
