"""The amounts of a passage and what each of them is there for: the level told, or a qualifier of it.

Every relation reads a passage through the roles of its amounts. The grammar, on the words between the clause mark or
number before an amount and the amount itself (its lead):

    amount    := lead number
    lead      := change | base | limit | shortfall | rated | plan | total | name
    change    := (比|较)… (增加|减少|…)          比上年增加 20亿元: by how much something rose
    base      := (比|较|由|从)… | 与 … 相比      较2024年的 80亿元: what it is held against
    limit     := 站稳…|低于                      站稳 140万吨 台阶: a mark that was set
    rated     := plan … 的x%                     为年初预算 300亿元 的50%
    shortfall := 短收|超收|缺口                  短收 1.6亿元
    plan      := (年初|调整)…预算|计划|目标      预算 134亿元; and what that was 调整为
    total     := 总计|合计|共计|财力             收入总计 90亿元
    name      := anything else                   完成 150亿元

A change, a base, a limit, a shortfall, what a rate is of, and what stands in a bracket are qualifiers of a number:
no operands by position.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Measure
from consistency.offsets import Span
from consistency.patterns import lazy


class Role(StrEnum):
    """What an amount is there for."""

    NAMED = "named"
    TOTAL = "total"
    PLAN = "plan"
    RATED = "rated"
    CHANGE = "change"
    BASE = "base"
    LIMIT = "limit"
    SHORTFALL = "shortfall"


# What can be an item or a whole by itself.
OPERANDS = frozenset({Role.NAMED, Role.TOTAL})
LEAD = 40  # characters before a number in which its words are looked for
REACH = 60  # amounts to each side of a relation that take part in it or in other readings of it
MARK = lazy(r"[，。;:!?、()\n]")

# What a number is held against: 比上年, 较2024年的; not 占比, 较快.
AGAINST = r"(?:(?<![占对])比(?!重|例|率|赛|较)|较(?![快好大高多为强])|相比|相较|同比|环比)"
ROSE = (
    r"(?:增加|减少|净增|净减|增长|下降|提高|降低|上升|回落"
    r"|增收|减收|增支|减支|增产|减产|多收|少收|多支|少支|多|少|增|减)"
)
CHANGE = lazy(
    rf"""
    {AGAINST}[^，。;]{{0,16}}?{ROSE}了?[约近超逾]?(?:额?为)?$                        # 比上年增加20亿元
  | (?<![一-龥])(?:{ROSE}|调增|追增|追加|调减|核减|压减)(?:额|了|至?为)?[约近超逾]?$  # ，增加20亿元
    """,
    re.VERBOSE,
)
NEW = lazy(
    r"(?:新增|增量|增加额|增减额)(?:了|为)?$", needs=("新增", "增量", "增加额", "增减额")
)  # 新增108公里, and not 新增债券20亿元
BASE = lazy(
    rf"{AGAINST}[^，。;]{{0,20}}$|(?:上年|去年|上年同期|同期)(?:同期)?(?:数|的)?(?:为|是)?$",
    needs=("比", "较", "上年", "去年", "同期"),
)
# 与2010年的323万人相比: between the two words stands what is held against
WITH = lazy(r"[与同和跟][^，。;]{0,36}$")
COMPARED = lazy(r"[^，。;\d]{0,3}(?:相比|相较|比较)")
FROM = lazy(r"(?:由|从)[^，。;]{0,14}$", needs=("由", "从"))  # 由12亿元 提高到15亿元
TO = lazy(r"^[^，。;\d]{0,12}[到至为]")
LIMIT = lazy(r"(?:低于|高于|少于|多于|小于|大于|超过|控制在|距离?|站稳|迈上|跨过|跃上|越过|冲刺)[^，。;\d]{0,6}$")
STEP = lazy(
    r"^(?:的)?(?:新)?(?:台阶|大关|关口|门槛|量级|梯队|俱乐部|级别)",
    needs=("台阶", "大关", "关口", "门槛", "量级", "梯队", "俱乐部", "级别"),
)
SHORTFALL = lazy(
    r"(?:短收|超收|欠收|短支|超支|缺口|差额|相差)[^，。;\d]{0,3}$",
    needs=("短收", "超收", "欠收", "短支", "超支", "缺口", "差额", "相差"),
)
PLANNED = r"(?:预算|计划|目标|任务|预期)"
PLAN = lazy(
    rf"""
    ^(?:年度|全年|当年|年内)?计划(?:完成)?(?:总)?投资(?:额)?(?:为)?$    # 计划投资20亿元
  | {PLANNED}(?:数|安排|调整|指标)?后?的?(?:为|是)?$          # 为年初预算300亿元, 预算134亿元
  | {PLANNED}[^，。;\d]{{0,4}}(?:调整|变更|核定)后?[为到至]$    # 预算调整为
  | (?:执行中|中期)[^，。;\d]{{0,8}}(?:调整|变更)[为到至]$      # 执行中调整为
    """,
    re.VERBOSE,
)
REVISED = lazy(r"(?:调整|变更|变动)后?[为到至]$", needs=("调整", "变更", "变动"))  # …，因上级补助增加调整为723亿元
INTO = lazy(r"(?:调入|调出|转入|补充)[^，。;]{0,10}预算$")  # 调入一般公共预算8亿元: a fund that money goes to
RATE_OF = lazy(r"^的(?=[一-龥]{0,2}\d)")  # 为年初预算300亿元的50%
WEALTH = r"(?:(?:可用|可支配|可安排|当年|总|实际)(?:的)?财力|财力)"
TOTAL = lazy(
    rf"""
    (?:总计|合计|共计|总量|总和|总收入|总支出|总财力)[^，。;\d]{{0,6}}$
  | {WEALTH}(?:总额|共计|合计|总计|共有)?[^，。;\d]{{0,4}}$
  | 决算结果[^，。;\d]{{0,4}}$
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of a passage: its fact, the words that lead to it, and its role; `aside` where it stands in a bracket.

    `gap` is all that stands between the amount before it, or the beginning of the passage, and this one.
    """

    fact: Fact
    lead: str
    gap: str
    role: Role
    aside: bool

    @property
    def is_operand(self) -> bool:
        """Whether it can be an item, a whole or a total by itself."""
        return self.role in OPERANDS and not self.aside


@dataclass(frozen=True, slots=True)
class Told:
    """A line by its amounts: what every relation in it is read from.

    Whatever looks around in it looks no further than `REACH` amounts or a sentence, so that a line takes the time of
    its length.
    """

    sheet: Sheet
    line: Span
    amounts: tuple[Amount, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, sheet: Sheet, line: Span) -> Told:
        """A line of a document."""
        found = amounts(sheet, line)
        return cls(sheet, line, found, tuple(a.fact.start for a in found))

    @property
    def text(self) -> str:
        """The folded text of the document."""
        return self.sheet.text

    def within(self, start: int, end: int) -> tuple[Amount, ...]:
        """The amounts whose numbers begin from `start` up to `end`."""
        return self.amounts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, end: int) -> tuple[Amount, ...]:
        """The last amounts before a place."""
        last = bisect_left(self.starts, end)
        return self.amounts[max(0, last - REACH) : last]

    def around(self, facts: Sequence[Fact]) -> tuple[Amount, ...]:
        """The amounts in and around a relation of some numbers: what its other readings are made of."""
        first = bisect_left(self.starts, min(f.start for f in facts))
        last = bisect_left(self.starts, max(f.end for f in facts))
        return self.amounts[max(0, first - REACH) : last + REACH]


def amounts(sheet: Sheet, span: Span) -> tuple[Amount, ...]:
    """The amounts of a stretch of a document in order of place, each with its role."""
    return tuple(_amounts(sheet, span, sheet.inside(span)))


def _amounts(sheet: Sheet, span: Span, facts: Sequence[Fact]) -> Iterator[Amount]:
    text = sheet.text
    at, inside, seen = span.start, 0, span.start
    before: Role | None = None
    number = span.start
    for fact in facts:
        inside = max(inside + depth(text[seen : fact.start]), 0)
        seen = fact.start
        if fact.has_amount and fact.start >= at:
            lead = lead_of(text, number, fact.start)
            role = _role(fact, lead, text[fact.end : fact.end + 16], before)
            yield Amount(fact, lead, text[at : fact.start], role, inside > 0)
            at, before = fact.end, role
        number = max(number, fact.end)


def lead_of(text: str, start: int, end: int) -> str:
    """The words before a number, back to the mark or the number before it.

    >>> lead_of("收入12亿元，为年初预算300亿元", 6, 12)
    '为年初预算'
    """
    words = text[max(start, end - LEAD) : end]
    return MARK.split(words)[-1].strip()


def depth(words: str) -> int:
    """How many brackets some words open and do not close."""
    return words.count("(") - words.count(")")


def _role(fact: Fact, lead: str, behind: str, before: Role | None) -> Role:
    if fact.measure is Measure.CHANGE or CHANGE.search(lead) or NEW.search(lead):
        return Role.CHANGE
    if SHORTFALL.search(lead):
        return Role.SHORTFALL
    if STEP.match(behind) or LIMIT.search(lead):
        return Role.LIMIT
    if (PLAN.search(lead) or (before is Role.PLAN and REVISED.search(lead))) and not INTO.search(lead):
        return Role.RATED if RATE_OF.match(behind) else Role.PLAN
    if TOTAL.search(lead):
        return Role.TOTAL
    if WITH.search(lead) and COMPARED.match(behind):
        return Role.BASE
    if BASE.search(lead) or (FROM.search(lead) and TO.match(behind)):
        return Role.BASE
    return Role.NAMED
