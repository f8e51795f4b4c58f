"""Movements: a level, where it came from, by how much it rose, and the growth.

    change    := level mark against? rose amount … growth       518亿元，比上年增加157亿元，增长43.5%
    movement  := (由|从) first (提高|增加|…)(到|至) last … by     由1200家增加到1500家，增加200家; …，提高2.1个百分点
               | last 上年为 first … by                          450万元，上年为300万元，增长150%
    by        := growth | points | amount | 翻…番

A growth at constant prices, on the same scope or over several years (年均) says nothing of levels: no relation. A base
told with the change (比“十三五”1048亿元增加489亿元，增长46.7%) is what the growth is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consistency.extract.relations.passage import Amount, Role, amounts
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Bound, Measure, Mention, Relation, Term
from consistency.offsets import Span

REBASED = re.compile(r"可比|不变价|同口径|同比口径|决算口径|自然口径|剔除|扣除|实际增长|调整后|不含|还原|两年平均")
# Told at constant prices, or on a base that is revised from year to year.
NOT_NOMINAL = re.compile(
    r"生产总值|增加值|总产值|产值|业务总量|可支配收入|消费支出|零售|投资|利润|营业收入|销售额|营业额|规模以上|限额以上|能耗|平均|人均"
)
# Only those above some size are told of: 限额以上单位中，商品零售增长8.5%
ABOVE = re.compile(r"限额以上|限上|规模以上|规上")
# 增长8.5%(限额以上), 增长3.2%(新口径): a bracket behind a growth tells that it is of something else
APART = re.compile(rf"\([^()]{{0,8}}(?:{ABOVE.pattern}|口径|可比|不变价)[^()]{{0,8}}\)")
YEARLY = re.compile(r"年均|平均每年|年平均|每年|逐年")
FROM_TO = re.compile(r"[由从](?:[^，。;由从]{0,20}?)$")
TO = re.compile(
    r"^[^，。;\d]{0,10}(?:增加|增长|提高|提升|上升|扩大|发展|减少|下降|降低|压减|回落|跃升|增|升|降)了?[到至为][^，。;\d]{0,8}$"
)
WAS = re.compile(r"^[，(](?:上年|去年|同期|上年同期|上年末|去年同期)(?:同期)?(?:数|仅?为|是)[^，。;\d]{0,4}$")
# Told of the movement right before, and not of something else that grew: ，增长; 、同比下降; ，增幅达
GROWN = re.compile(
    r"^[，、(]?(?:(?:同比|累计|净|年均|平均每年|[比较](?:上年|去年|年初|同期|上年同期|上年末))[，]?)?"
    r"(?:大幅|明显|稳步|平均)?(?:增长|增幅|提高|提升|上升|下降|降幅|降低|减少|回落|增加|增|升|降)(?:了|为|达到?|约|近|超)?$"
)
FALLEN = re.compile(r"下降|减少|降低|压减|回落|降")
# 518亿元，较“十三五”时期增加157亿元，增长43.5%: what it rose by and the growth stand right behind the level
RISEN = re.compile(r"^[，、]?(?:(?:比|较)[^，。;\d]{0,16})?(?P<sign>增加|净增|增收|增支|减少|减收|减支)了?$")
FORMS = frozenset({"number", "percent", "times", "point"})
NEAR = 3  # numbers between a change and its level or its growth


def movements(sheet: Sheet, line: Span) -> Iterator[Relation]:
    """The movements of one line, in order."""
    facts = sheet.within(line.start, line.end)
    all_ = amounts(sheet, line)
    role = {id(a.fact): a for a in all_}
    for at, fact in enumerate(facts):
        if id(fact) in role:
            yield from _change(sheet, facts, at, role, all_)
        yield from _movement(sheet, facts, at, all_)


def nominal(sheet: Sheet, fact: Fact) -> bool:
    """Whether the sentence of a number tells of no other base than the prices and the scope of its year."""
    return not REBASED.search(sheet.sentence(fact.start).of(sheet.text))


def told_at_current_prices(name: str) -> bool:
    """Whether what an indicator counts grows as its levels do.

    >>> told_at_current_prices("进出口总额"), told_at_current_prices("地区生产总值")
    (True, False)
    """
    return NOT_NOMINAL.search(name) is None


def of_some(name: str) -> bool:
    """Whether an indicator counts only those above some size.

    >>> of_some("规模以上工业增加值"), of_some("工业增加值")
    (True, False)
    """
    return ABOVE.search(name) is not None


def told_of_some(sheet: Sheet, fact: Fact) -> bool:
    """Whether a growth is told of those above some size alone, or by a bracket of something else: 增长3.2%(新口径)."""
    said = sheet.text[sheet.sentence(fact.start).start : fact.start]
    return of_some(said) or APART.match(sheet.text, fact.end) is not None


def plain(facts: Sequence[Fact]) -> bool:
    """Whether numbers are told as numbers, without 约."""
    return all(f.quantity.bound is not Bound.ABOUT and f.quantity.form in FORMS for f in facts)


def _change(
    sheet: Sheet, facts: Sequence[Fact], at: int, role: dict[int, Amount], all_: Sequence[Amount]
) -> Iterator[Relation]:
    """A level, a change and a growth: the level right before or of the same name, the growth right behind."""
    change, told = facts[at], role[id(facts[at])]
    if told.role is not Role.CHANGE or told.aside:
        return
    sentence = sheet.sentence(change.start)
    growth = next((f for f in facts[at + 1 : at + 1 + NEAR] if f.start < sentence.end and _is_growth(f)), None)
    if growth is None or not _goes_on(sheet, change, growth):
        return
    earlier = [a for a in all_ if sentence.start <= a.fact.start < change.start and a.fact.like(change)]
    if earlier and earlier[-1].role is Role.BASE:
        kind, first = "change of a base", earlier[-1].fact
    else:
        kind = "change"
        level = next((a.fact for a in reversed(earlier) if a.is_operand), None)
        if level is None:
            return
        behind = RISEN.match(sheet.text[level.end : change.start]) is not None
        if not behind and level.mention.name != change.mention.name:
            return
        first = level
    words = sheet.text[first.start : growth.end]
    if REBASED.search(words) or YEARLY.search(words) or not plain((first, change, growth)):
        return
    fallen = change.quantity.base_value > 0 and FALLEN.search(told.lead) is not None
    terms = (Term(first.mention), Term(change.mention, -1 if fallen else 1))
    yield _relation(kind, growth.mention, terms, told.lead, all_)


def _is_growth(fact: Fact) -> bool:
    return fact.measure is Measure.GROWTH and fact.quantity.dimension == "percent"


def _goes_on(sheet: Sheet, change: Fact, growth: Fact) -> bool:
    """Whether a growth is told of the change before it: nothing else that grew stands between the two."""
    between = sheet.text[change.end : growth.start]
    return GROWN.match(between) is not None


def _movement(sheet: Sheet, facts: Sequence[Fact], at: int, all_: Sequence[Amount]) -> Iterator[Relation]:
    """From one level to another, and by how much."""
    if at + 2 >= len(facts):
        return
    first, second, by = facts[at : at + 3]
    middle, behind = sheet.text[first.end : second.start], sheet.text[second.end : by.start]
    before = sheet.text[max(0, first.start - 30) : first.start]
    backwards = WAS.match(middle) is not None
    if not (backwards or (FROM_TO.search(before) and TO.match(middle))):
        return
    if backwards:
        first, second = second, first
    if not GROWN.match(behind) or YEARLY.search(behind) or not plain((first, second, by)) or not _level(second):
        return
    if first.quantity.dimension != second.quantity.dimension or not (first.like(second) or not first.has_amount):
        return
    wanted = {"percent": "percent", "point": "point", "points": "point"}.get(by.quantity.dimension)
    levels = second.quantity.dimension
    if levels == "percent":
        kind = "points" if wanted == "point" else ""
    elif wanted == "percent" and by.measure is Measure.GROWTH:
        kind = "growth"
    else:
        kind = "difference" if by.like(second) and by.has_amount else ""
    if not kind:
        return
    fallen = FALLEN.search(behind) is not None and by.quantity.base_value > 0
    terms = (Term(first.mention), Term(second.mention, -1 if fallen else 1))
    if levels == "percent":
        yield _relation(kind, by.mention, terms, behind, [], [f.mention for f in facts if f.quantity.form == "percent"])
    else:
        yield _relation(kind, by.mention, terms, behind, all_)


def _level(fact: Fact) -> bool:
    return fact.is_amount or fact.quantity.dimension == "percent"


def _relation(
    kind: str,
    result: Mention,
    terms: tuple[Term, ...],
    words: str,
    others: Sequence[Amount],
    also: Sequence[Mention] = (),
) -> Relation:
    spans = [result.span, *(t.mention.span for t in terms)]
    unit = terms[0].mention.quantity.dimension
    there = tuple(a.fact.mention for a in others if a.fact.quantity.dimension == unit)
    return Relation(
        kind=kind,
        result=Term(result),
        terms=terms,
        words=words,
        span=Span(min(s.start for s in spans), max(s.end for s in spans)),
        others=there or tuple(also),
    )
