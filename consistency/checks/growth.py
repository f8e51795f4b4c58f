"""The kind `growth`: growth against the levels it leads from and to.

Cases: `levels`, this year's level, last year's and the growth; `points`, a rate of this year and of last, and by how
many percentage points it changed; `change`, a level, what it rose by and the growth, in one sentence; `from to`,
“由40家增加到90家，增长125%”.

What grows at constant prices is never held against levels at current ones, nor what is told on a revised base.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from consistency.checks import breach
from consistency.checks.amounts import divided, minus
from consistency.checks.breach import Breach, shown, written
from consistency.checks.case import Case
from consistency.checks.ledger import OUTCOME, Ledger, Place
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Bound, Finding, Measure

CASES = frozenset({"levels", "points", "change", "from to"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
PERCENT = 100
READINGS = 3  # numbers of one indicator and year that are tried
# Told at constant prices, or on a base that is revised from year to year.
NOT_NOMINAL = re.compile(
    r"生产总值|增加值|总产值|产值|业务总量|可支配收入|消费支出|零售|投资|利润|营业收入|销售额|营业额|规模以上|限额以上|能耗|平均|人均"
)
REBASED = re.compile(r"可比|不变价|同口径|同比口径|剔除|扣除|实际增长|调整后|不含|还原")
FROM_TO = re.compile(r"[由从](?:[^，。;由从]{0,20}?)$")
TO = re.compile(
    r"^[^，。;\d]{0,10}(?:增加|增长|提高|提升|上升|扩大|发展|减少|下降|降低|压减|跃升|增|升|降)了?[到至为][^，。;\d]{0,8}$"
)
GROWN = re.compile(r"^[^。;\d]{0,8}(?:增长|增幅|提高|下降|降幅|减少|同比增长|年均增长)[^，。;\d]{0,6}$")
# 518亿元，较“十三五”时期增加157亿元，增长43.5%: what it rose by and the growth stand right behind the level
RISEN = re.compile(r"，(?:比|较)[^，。;\d]{0,16}(?P<sign>增加|净增|增收|减少|减收)了?")
YEARLY = re.compile(r"年均|平均每年|年平均")


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found: list[Breach] = []
    for sheet in case.sheets:
        found += _changes(sheet)
        found += _risen(sheet)
        found += _from_to(sheet)
    return breach.findings(rules, [*found, *_levels(case.ledgers), *_points(case.ledgers)])


# -- a level, what it rose by, and the growth ---------------------------------------------------


def _changes(sheet: Sheet) -> Iterator[Breach]:
    """A level, a change and a growth of one indicator in one sentence: what was there before must fit both."""
    for index, change in enumerate(sheet.facts):
        if change.measure is not Measure.CHANGE or change.quantity.dimension in ("point", "points"):
            continue
        sentence = sheet.sentence(change.start)
        level = _near(sheet.facts[:index][::-1], change, sentence.start, Measure.LEVEL, Measure.COUNT)
        growth = _near(sheet.facts[index + 1 :], change, sentence.end, Measure.GROWTH)
        if level is None or growth is None or level.quantity.dimension != change.quantity.dimension:
            continue
        words = sheet.text[level.start : growth.end]
        if _told_otherwise(words) or not _plain((level, change, growth)):
            continue
        before = minus(level.quantity.stated, change.quantity.stated)
        reached = divided(change.quantity.stated, before).scaled(PERCENT)
        if reached.meets(growth.quantity.stated):
            continue
        was = level.quantity.base_value - change.quantity.base_value
        if was:  # below nought too: nothing grew by more than it has come to
            exact = change.quantity.base_value / was * PERCENT
            how = f"{written(change)} ÷ ({written(level)} − {written(change)})"
            yield _breach("change", growth, (level, change), exact, how)


def _risen(sheet: Sheet) -> Iterator[Breach]:
    """A level, what it rose or fell by and the growth, one right behind the other, whatever the change is named."""
    for level, change, growth in zip(sheet.facts, sheet.facts[1:], sheet.facts[2:], strict=False):
        told = RISEN.fullmatch(sheet.text[level.end : change.start])
        if told is None or change.measure is Measure.CHANGE or growth.measure is not Measure.GROWTH:
            continue
        words = sheet.text[level.start : growth.end]
        if not (level.is_amount and change.like(level) and _plain((level, change, growth))) or _told_otherwise(words):
            continue
        if not GROWN.match(sheet.text[change.end : growth.start]):
            continue
        sign = -1 if "减" in told["sign"] else 1
        before = minus(level.quantity.stated, change.quantity.stated.scaled(sign))
        reached = divided(change.quantity.stated.scaled(sign), before).scaled(PERCENT)
        was = level.quantity.base_value - sign * change.quantity.base_value
        if was and not reached.meets(growth.quantity.stated):
            how = f"{written(change)} ÷ ({written(level)} {'−' if sign > 0 else '+'} {written(change)})"
            yield _breach("change", growth, (level, change), sign * change.quantity.base_value / was * PERCENT, how)


def _near(facts: Sequence[Fact], change: Fact, limit: int, *measures: Measure) -> Fact | None:
    """The next fact of one of these measures that speaks of the same indicator, up to a place."""
    for fact in facts[:4]:
        if (fact.start > limit) if limit > change.start else (fact.start < limit):
            return None
        if fact.measure in measures and fact.mention.name == change.mention.name:
            return fact
    return None


def _told_otherwise(words: str) -> bool:
    return bool(REBASED.search(words) or YEARLY.search(words))


def _plain(facts: Sequence[Fact]) -> bool:
    return all(f.quantity.bound is not Bound.ABOUT and f.quantity.form in ("number", "percent", "times") for f in facts)


# -- from one level to another ------------------------------------------------------------------


def _from_to(sheet: Sheet) -> Iterator[Breach]:
    """“由40家增加到90家，增长125%”: two levels and a growth in one breath."""
    for first, second, third in zip(sheet.facts, sheet.facts[1:], sheet.facts[2:], strict=False):
        if not (first.has_amount and second.is_amount and first.like(second) and third.quantity.dimension == "percent"):
            continue
        if third.measure is not Measure.GROWTH or not _plain((first, second, third)):
            continue
        before = sheet.text[max(0, first.start - 30) : first.start]
        middle, behind = sheet.text[first.end : second.start], sheet.text[second.end : third.start]
        if not (FROM_TO.search(before) and TO.match(middle) and GROWN.match(behind)) or YEARLY.search(behind):
            continue
        rise = minus(second.quantity.stated, first.quantity.stated)
        reached = divided(rise, first.quantity.stated).scaled(PERCENT)
        if not reached.meets(third.quantity.stated) and first.quantity.base_value > 0:
            exact = (second.quantity.base_value / first.quantity.base_value - 1) * PERCENT
            yield _breach("from to", third, (first, second), exact, f"{written(second)} ÷ {written(first)} − 1")


# -- levels of two years ------------------------------------------------------------------------


_Sides = Mapping[str, Sequence[Fact]]
_Keep = Callable[[Sheet, str, str, Fact], bool]


def _two_years(ledgers: Sequence[Ledger], keep: _Keep) -> Iterator[tuple[_Sides, _Sides]]:
    """What is told of one thing in a year, and in the year before, side by side: only the facts to be kept."""
    told: dict[tuple[Place, str], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for one in ledgers:
        for place, names in one.entries.items():
            for (name, side), facts in names.items():
                if place.standing == OUTCOME:
                    told[(place, name)][side] += [f for f in facts if keep(one.sheet, name, side, f)]
    for place, name in sorted(told):
        before = place.before()
        if before is not None and (before, name) in told:
            yield told[(place, name)], told[(before, name)]


def _levels(ledgers: Sequence[Ledger]) -> Iterator[Breach]:
    """This year's level, last year's and the growth, in one document or in several; no triple of them may fit."""
    for now, then in _two_years(ledgers, _nominal):
        pairs = [(a, b) for a in now.get("amount", ())[:READINGS] for b in then.get("amount", ())[:READINGS]]
        pairs = [(a, b) for a, b in pairs if a.like(b) and b.quantity.base_value]
        triples = [(a, b, g) for a, b in pairs for g in now.get("growth", ())[:READINGS]]
        if triples and not any(_grows(*t) for t in triples):
            level, was, growth = triples[0]
            exact = (level.quantity.base_value / was.quantity.base_value - 1) * PERCENT
            how = f"{written(level)} ÷ {written(was)} − 1"
            yield _breach("levels", growth, (level, was), exact, how, _across(triples[0]))


def _points(ledgers: Sequence[Ledger]) -> Iterator[Breach]:
    """A rate of two years and the percentage points between them; no triple of them may fit."""
    for now, then in _two_years(ledgers, _of_itself):
        pairs = [(a, b) for a in now.get("ratio", ())[:READINGS] for b in then.get("ratio", ())[:READINGS]]
        triples = [(a, b, c) for a, b in pairs for c in now.get("change", ())[:READINGS]]
        if triples and not any(_rises(*t) for t in triples):
            rate, was, change = triples[0]
            exact = rate.quantity.base_value - was.quantity.base_value
            how = f"{written(rate)} − {written(was)}"
            yield _breach("points", change, (rate, was), exact, how, _across(triples[0]))


def _nominal(sheet: Sheet, name: str, side: str, fact: Fact) -> bool:
    """Whether a number is a level or a growth at current prices, as far as its name and its sentence tell."""
    if side not in ("amount", "growth") or NOT_NOMINAL.search(name) or "table" in fact.mention.traits:
        return False
    return _plain((fact,)) and not REBASED.search(sheet.sentence(fact.start).of(sheet.text))


def _of_itself(sheet: Sheet, name: str, side: str, fact: Fact) -> bool:
    """Whether a number is a rate, or by how many points a rate differs from its own of the year before."""
    wanted = {"ratio": "percent", "change": "point"}.get(side)
    compared = any(t.startswith("of:") for t in fact.mention.traits)
    return fact.quantity.dimension == wanted and _plain((fact,)) and not compared


def _grows(level: Fact, was: Fact, growth: Fact) -> bool:
    rise = minus(level.quantity.stated, was.quantity.stated)
    return divided(rise, was.quantity.stated).scaled(PERCENT).meets(growth.quantity.stated)


def _rises(rate: Fact, was: Fact, change: Fact) -> bool:
    return minus(rate.quantity.stated, was.quantity.stated).meets(change.quantity.stated)


def _across(facts: Sequence[Fact]) -> int:
    """A step of doubt where numbers of several documents are held against each other."""
    return int(len({f.mention.document for f in facts}) > 1)


def _breach(case: str, growth: Fact, levels: Sequence[Fact], exact: Fraction, how: str, doubt: int = 0) -> Breach:
    return Breach(
        case=case,
        key=growth.mention.key,
        places=(growth.place, *(f.place for f in levels)),
        stated=written(growth),
        derived=shown(exact, growth.quantity),
        how=how,
        doubt=doubt,
    )
