"""Movements: a level, where it came from, by how much it rose, and the growth.

    change    := level mark against? rose amount … growth       518亿元，比上年增加157亿元，增长43.5%
                                                                 总计518亿元。与上年相比，总计增加157亿元，增长43.5%
    movement  := (由|从) first (提高|增加|…)(到|至) last … by     由1200家增加到1500家，增加200家; …，提高2.1个百分点
               | last 上年为 first … by                          450万元，上年为300万元，增长150%
               | last (比|较) first rose by                      1537亿元，比“十三五”1048亿元增加489亿元
               | last 是 first 的 by                             450万元，是上年300万元的1.5倍
               | (由|从) first (增加|下降|…)到 last           由156家增加到120家: which way it went
    by        := growth | points | amount | (是…的) times | 翻…番

`by` follows at once: nothing of it may be told of another thing (其中规上企业增加200家), nor of another time than the
first level (由1200家增加到1500家，比上年增加100家). A growth at constant prices, on the same scope or over several
years (年均) says nothing of levels: no relation. A base told with the change (比“十三五”1048亿元增加489亿元，增长
46.7%) is what the growth is of. Kinds: `growth`, `points`, `difference`, `times` (how many times the first the last
is), `doubled` (翻番, as a growth), `change`, `change of a base`, and `direction` of two levels alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consistency.extract.relations.passage import LEAD, REACH, Amount, Role, Told
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Bound, Measure, Mention, Relation, Term
from consistency.patterns import lazy

REBASED = lazy(r"可比|不变价|同口径|同比口径|决算口径|自然口径|剔除|扣除|实际增长|调整后|不含|还原|两年平均")
# Told at constant prices, or on a base that is revised from year to year.
NOT_NOMINAL = lazy(
    r"生产总值|增加值|总产值|产值|业务总量|可支配收入|消费支出|零售|投资|利润|营业收入|销售额|营业额|规模以上|限额以上|能耗|平均|人均"
)
# Only those above some size are told of: 限额以上单位中，商品零售增长8.5%
ABOVE = lazy(r"限额以上|限上|规模以上|规上")
# 增长8.5%(限额以上), 增长3.2%(新口径): a bracket behind a growth tells that it is of something else
APART = lazy(rf"\([^()]{{0,8}}(?:{ABOVE.pattern}|口径|可比|不变价)[^()]{{0,8}}\)")
GENERAL_REVENUE = ("一般公共预算收入", "税收收入")
PLANNING = lazy(r"(?:拟?安排|预期|预计)+$")
# 比上年执行数增长, 较2024年完成数增长; 比上年预算数增长, 比调整预算增长
OF_AN_OUTCOME = lazy(r"[比较](?:上年|去年|\d{4}年)[^，。;]{0,6}(?:执行|完成|决算|实际|快报)数?")
OF_A_PLAN = lazy(r"[比较与][^，。;]{0,12}预算")
YEARLY = lazy(r"年均|平均每年|年平均|每年|逐年")
# Told at constant prices wherever a growth is told.
REAL = lazy(r"生产总值|增加值|总产值|产值|业务总量|GDP")
YEAR = r"(?:(?:19|20)\d\d年(?:末|底|同期)?的?)?"
# Which way two levels go; 调整 and 发展 tell neither, 跃升 and 提升 of a rank the other one.
WAY = lazy(
    r"""
    ^[^，。;、\d()]{0,10}?
    (?: (?P<up>增加|增长|提高|提升|上升|上涨|扩大|增|升|涨) | 减少|下降|降低|压减|压缩|缩短|缩减|回落|收窄|降|减 )了?
    [到至为][^，。;、\d()]{0,8}$
    """,
    re.VERBOSE,
)
FROM_TO = lazy(r"[由从](?:[^，。;由从]{0,20}?)$")
TO = lazy(
    rf"""
    ^[^，。;\d]{{0,10}}
    (?:增加|增长|提高|提升|上升|扩大|发展|减少|下降|降低|压减|回落|跃升|调整|增|升|降)了?
    [到至为]{YEAR}[^，。;\d]{{0,8}}$
    """,
    re.VERBOSE,
)
# 450万元，上年为300万元; 450万元（上年同期300万元）; not 上年结转
THEN = r"(?:上年|去年|同期|上年同期|上年末|去年同期|上年同期数|上年数)"
WAS = lazy(rf"^[，(]{THEN}(?:(?:数|仅?为|是)[^，。;\d]{{0,4}})?$")
# 1537亿元，比“十三五”时期的1048亿元增加489亿元; 4.2%，较2024年的5.1%下降0.9个百分点
BASE = lazy(rf"^[，(]?(?:比|较){YEAR}[^，。;\d]{{0,16}}$")
RISEN_BY = lazy(
    r"^(?:净)?(?:增加|增长|提高|提升|上升|扩大|减少|下降|降低|压减|回落|缩小|多|少|高出?|低)了?(?:出|收|支)?$"
)
# 450万元，是上年300万元的1.5倍
TIMES_OF = lazy(rf"^[，]?(?:是|为|相当于|达到?)(?:{THEN}|{YEAR})的?$")
SPAN = r"(?:[一二两三四五六七八九十]年(?:来|间)?|期间|累计|共|合计|总共|实际|同比|(?:比|较)[^，。;\d]{1,6}?){0,5}"
BY = lazy(
    rf"""
    ^\)?[，、(]?{SPAN}(?:净)?
    (?:增长|增幅|提高|提升|上升|下降|降幅|降低|减少|回落|增加|新增|扩大|缩小|压减|调增|调减|净增)
    (?:幅度)?(?:了|约?为|达到?)?$
    """,
    re.VERBOSE,
)
TIMES = lazy(rf"^[，、(]?(?:是|为|相当于|达到?)(?:原来|当时|{THEN}|{YEAR})的?$")
DOUBLED = lazy(r"^[，、(]?(?:实现|总量|规模|总体|累计)*了?$")
COMPARED = lazy(r"[比较]")
LAST_YEAR = lazy(r"上年|去年|同期")
OF_A_BUDGET = lazy(r"调[增减]")  # 收入调整为18亿元，调减1亿元，同比下降2%: of the budget, and not of the year before
MARKS = lazy(r"[，。;(]")
FALLEN = lazy(r"减少|压减|回落|降")
# 518亿元，较“十三五”时期增加157亿元，增长43.5%: what it rose by and the growth stand right behind the level
RISEN = lazy(r"^[，、]?(?:(?:比|较)[^，。;\d]{0,16})?(?P<sign>增加|净增|增收|增支|减少|减收|减支)了?$")
# …总计36842万元。与上年相比，增加2416万元，增长7.0%: of the level that the sentence before told
GOES_ON = lazy(r"\s*(?:[与和同]上年(?:度|同期)?相比|[比较](?:上年|去年)(?:度|同期)?|同比)")
FORMS = frozenset({"number", "percent", "times"})


def movements(told: Told) -> Iterator[Relation]:
    """The movements of one line, in order."""
    facts = told.sheet.inside(told.line)
    role = {id(a.fact): a for a in told.amounts}
    for at, fact in enumerate(facts):
        if id(fact) in role:
            yield from _change(told, facts, at, role[id(fact)])
        yield from _movement(told, facts, at)


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


def planned_of(name: str) -> str:
    """The indicator that a name tells the plan of.

    >>> planned_of("一般公共预算收入安排")
    '一般公共预算收入'
    """
    return PLANNING.sub("", name) or name


def grows_from_outcome(sheet: Sheet, name: str, fact: Fact) -> bool:
    """Whether what is planned is told to grow from what the year before came to, and not from its plan.

    The general budget's revenue is, where no other base is named. Spending, and the revenue of a fund, may grow from
    anything: they count where the base is named, 比上年执行数增长5%.
    """
    said = sheet.text[sheet.sentence(fact.start).start : fact.start]
    if OF_AN_OUTCOME.search(said):
        return True
    return planned_of(name).endswith(GENERAL_REVENUE) and not OF_A_PLAN.search(said)


def told_of_some(sheet: Sheet, fact: Fact) -> bool:
    """Whether a growth is told of those above some size alone, or by a bracket of something else: 增长3.2%(新口径)."""
    said = sheet.text[sheet.sentence(fact.start).start : fact.start]
    return of_some(said) or APART.match(sheet.text, fact.end) is not None


def plain(facts: Sequence[Fact]) -> bool:
    """Whether numbers are told as numbers, without 约."""
    return all(f.quantity.bound is not Bound.ABOUT and f.quantity.form in FORMS for f in facts)


def _change(told: Told, facts: Sequence[Fact], at: int, rise: Amount) -> Iterator[Relation]:
    """A level, a change and a growth: the level right before or of the same name, the growth right behind."""
    sheet, change = told.sheet, facts[at]
    if rise.role is not Role.CHANGE or rise.aside or OF_A_BUDGET.search(rise.lead):
        return
    sentence = sheet.sentence(change.start)
    growth = next(iter(facts[at + 1 : at + 2]), None)
    if growth is None or growth.quantity.dimension != "percent" or not BY.match(sheet.text[change.end : growth.start]):
        return
    earlier = [a for a in told.within(sentence.start, change.start) if a.fact.like(change)]
    before = sheet.before(sentence) if not earlier and GOES_ON.match(sheet.text, sentence.start) else None
    if before is not None:
        earlier = [a for a in told.within(before.start, before.end) if a.fact.like(change)]
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
    if REAL.search(first.mention.name + growth.mention.name):
        return
    terms = (Term(first.mention), Term(change.mention))
    yield _relation(kind, growth.mention, terms, rise.lead, told.around([first, growth]))


def _movement(told: Told, facts: Sequence[Fact], at: int) -> Iterator[Relation]:
    """From one level to another, and by how much or how many times."""
    if at + 1 < len(facts) and (found := _direction(told, facts[at], facts[at + 1])) is not None:
        yield found
    if at + 2 >= len(facts):
        return
    way = _way(told.sheet, *facts[at : at + 3])
    if way is None:
        return
    first, second, by, words = way
    if not plain((first, second, by)) or not first.like(second) or YEARLY.search(words) or REBASED.search(words):
        return
    kind = _kind(second, by)
    if not kind or (kind in ("growth", "times", "doubled") and REAL.search(second.mention.name + words)):
        return
    behind = MARKS.split(words)[-1]
    fallen = FALLEN.search(behind) is not None and by.quantity.base_value > 0
    terms = (Term(first.mention), Term(second.mention, -1 if fallen else 1))
    if second.quantity.dimension == "percent":
        near = facts[max(0, at - REACH) : at + REACH]
        yield _relation(kind, by.mention, terms, behind, [], [f.mention for f in near if f.quantity.form == "percent"])
    else:
        yield _relation(kind, by.mention, terms, behind, told.around([first, second, by]))


def _direction(told: Told, first: Fact, last: Fact) -> Relation | None:
    """From one level to another of the same unit, and which way the words say that it went."""
    sheet = told.sheet
    way = WAY.match(sheet.text[first.end : last.start])
    before = MARKS.split(sheet.text[max(0, first.start - LEAD) : first.start])[-1]
    if way is None or not FROM_TO.search(before) or not plain((first, last)):
        return None
    one, other = first.quantity, last.quantity
    if one.unit != other.unit or one.bound is not Bound.EXACT or other.bound is not Bound.EXACT:
        return None
    terms = (Term(first.mention), Term(last.mention, 1 if way["up"] else -1))
    return _relation("direction", last.mention, terms, way.group().strip(), [])


def _way(sheet: Sheet, one: Fact, two: Fact, by: Fact) -> tuple[Fact, Fact, Fact, str] | None:
    """Which of three numbers is the first level, the second and the change, and the words around them."""
    before = sheet.text[max(0, one.start - LEAD) : one.start]
    middle, behind = sheet.text[one.end : two.start], sheet.text[two.end : by.start]
    since = MARKS.split(before)[-1]
    words = f"{since}{middle}，{behind}"
    told_by = BY.match(behind) or (TIMES.match(behind) and by.quantity.dimension == "times")
    doubled = DOUBLED.match(behind) is not None and by.quantity.form == "times"
    if FROM_TO.search(before) and TO.match(middle):
        compared = COMPARED.search(behind) is not None and not LAST_YEAR.search(since)
        return (one, two, by, words) if (told_by or doubled) and not compared else None
    if WAS.match(middle):
        return (two, one, by, words) if told_by or doubled else None
    if BASE.match(middle):
        return (two, one, by, words) if RISEN_BY.match(behind) else None
    if TIMES_OF.match(middle):
        return (two, one, by, words) if behind == "的" and by.quantity.dimension == "times" else None
    return None


def _kind(second: Fact, by: Fact) -> str:
    """What a change is told in: points, a growth, how many times, or an amount; nothing where it fits no level."""
    how = by.quantity.dimension
    if second.quantity.dimension == "percent":
        return "points" if how in ("point", "points") else ""
    if how == "percent" and by.quantity.form == "times" and by.measure is not Measure.GROWTH:
        return "doubled"
    if how == "percent":
        return "growth"
    if how == "times":
        return "times"
    return "difference" if by.like(second) else ""


def _relation(
    kind: str,
    result: Mention,
    terms: tuple[Term, ...],
    words: str,
    others: Sequence[Amount],
    also: Sequence[Mention] = (),
) -> Relation:
    unit = terms[0].mention.quantity.dimension
    there = [a.fact.mention for a in others if a.fact.quantity.dimension == unit]
    return Relation.between(kind, Term(result), terms, words, there or also)
