"""What forbids two claims to meet, however alike their words are: the table of aspects, and two clashes of names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from consistency.extract.statements.discourse import OF_EVERY_FUND, parted
from consistency.extract.statements.keying import COUNTED_ON
from consistency.extract.statements.names import OF_SHARE
from consistency.lexicon import shipped
from consistency.link.features import Features
from consistency.model import Claim, Measure, Quantity
from consistency.patterns import lazy
from consistency.period import SPAN_OF_YEARS
from consistency.places import known_places, place_tail, same_place

COMPARABLE = "同口径"
NAMES = 4096  # names whose member of a series is kept, and places whose money is
MONEYED = "亿"
# Which one of a series: 2号线, 三期, 第5标段, 0-14岁
_SERIES = lazy(r"(?:\d+|[一二三四五六七八九十]+)(?=号线|号楼|期|标段|环)|\d+(?:-\d+)?(?=岁)")
# 月人均标准798元, 每人每月798元: 798元/人
_OF_EACH = lazy(r"人均|每人")
_LEVEL = lazy(r"^([省市县区州盟旗师])级$")
# 全省平均水平, 规模以上工业增速: the same other thing as 全省, 规模以上工业
_LEVELLED = lazy(r"(?:平均)?(?:水平|增速|增幅)$|平均$")
# 累计产量突破…, in a clause of its own and of no month or year: since it began
_EVER = lazy(r"(?:已|目前|截至目前，?)?累计(?:总)?(?:产|销|发电|供[电水气]|输|采)")
_CARRIED_OUT = "完成率"
_RUN = lazy(r"[一-龥A-Za-z]{2,}")


def _basis(claim: Claim) -> str:
    """What growth is reckoned on: 环比, 年均, 较2019年; 同口径 may be left out, and bars nothing."""
    return claim.key.basis if claim.key.basis != COMPARABLE else ""


def _told_of_both(a: Claim, b: Claim) -> bool:
    """Whether the subgroup that one side has as its whole stands in the other's name: 民营企业出口."""
    return all(claim.key.whole in f"{other.key.whole}{other.mention.name}" for claim, other in ((a, b), (b, a)))


def _traits(claim: Claim) -> tuple[str, ...]:
    return claim.mention.traits


def _ranked_alike(a: Claim, b: Claim) -> bool:
    """Whether two rankings are both by growth, or both by size."""
    return a.key.measure is not Measure.RANK or _of_growth(a) == _of_growth(b)


def _of_growth(claim: Claim) -> bool:
    """Whether a ranking is by growth, not by size."""
    return claim.mention.name.endswith(("增速", "增幅", "增长率"))


def _of_one_dimension(a: Claim, b: Claim) -> bool:
    if a.quantity.dimension == b.quantity.dimension:
        return True
    if {a.quantity.dimension, b.quantity.dimension} == {"money", "money/people"}:
        plain = a if a.quantity.dimension == "money" else b
        return _OF_EACH.search(plain.mention.name + plain.mention.context) is not None
    return _units_fit(a.quantity, b.quantity, _own_money(a.key.entity))


@lru_cache(maxsize=NAMES)
def _own_money(entity: str) -> str:
    """The dimension of the money of a place, or of the one it lies in, where that is another than the nation's."""
    place = place_tail(entity)
    within = (parent for known in known_places().named(place) for parent in known.parents)
    return next((money for one in (place, *within) if (money := shipped().about.money.get(one, ""))), "")


def _of_one_series(a: Claim, b: Claim) -> bool:
    """Whether two names can be of one member of a series: 2号线 and 3号线 cannot."""
    ours, theirs = _members(a.mention.name), _members(b.mention.name)
    return not ours or not theirs or bool(ours & theirs)


@lru_cache(maxsize=NAMES)
def _members(name: str) -> frozenset[str]:
    """Which of a series a name tells of: 2 of 地铁2号线; every claim of a block is asked time and again."""
    return frozenset(_SERIES.findall(name))


def _held_against_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two differences are to an earlier time, or to one and the same other thing: 高于全国0.4个百分点."""
    if a.key.measure is not Measure.CHANGE:
        return True
    ours, theirs = (_LEVELLED.sub("", _held_against(claim)) for claim in (a, b))
    return ours == theirs or bool(ours and theirs and (ours in theirs or theirs in ours))


def _held_against(claim: Claim) -> str:
    """What a difference is one to, where that is not an earlier time: 全国 of 高于全国0.4个百分点."""
    return next((trait.removeprefix("of:") for trait in _traits(claim) if trait.startswith("of:")), "")


def _changed_alike(a: Claim, b: Claim) -> bool:
    """Whether two changes are both of a share, or neither: 占比提高1.1个百分点 is no faster growth."""
    return a.key.measure is not Measure.CHANGE or _of_a_share(a) == _of_a_share(b)


def _of_a_share(claim: Claim) -> bool:
    """Whether a change is one of a share or a rate: 占比提高1.1个百分点, 城镇化率提高0.6个百分点."""
    return OF_SHARE in _traits(claim) or claim.key.indicator.endswith(("率", "比重", "占比"))


def _both_came_or_both_stood(a: Claim, b: Claim) -> bool:
    if (a.document, a.mention.sentence) == (b.document, b.mention.sentence) and _came(a) != _came(b):
        return False  # 企业684户，新增25户
    if _came(a) and _came(b) and SPAN_OF_YEARS.fullmatch(a.key.period):
        return True  # 五年来新增8万个, 五年来累计新增8万个
    return not (_flow_against_stock(a, b) or _flow_against_stock(b, a))


def _came(claim: Claim) -> bool:
    return "flow" in _traits(claim)


def _net_alike(a: Claim, b: Claim) -> bool:
    """Whether two numbers of what came are both told less what went, or neither: 净增52家, 新增86家."""
    return not (_came(a) and _came(b)) or ("net" in _traits(a)) == ("net" in _traits(b))


def _of_a_year_or_ever(a: Claim, b: Claim) -> bool:
    """Whether two amounts are both of their time, or both of all there ever was: 产量72亿吨，累计产量650亿吨."""
    return _ever(a) == _ever(b)


def _ever(claim: Claim) -> bool:
    return "累计" in claim.mention.clause and _EVER.match(claim.mention.clause.strip()) is not None


def _carried_out_alike(a: Claim, b: Claim) -> bool:
    """Whether two rates are both of what is to be done, or neither: 目标完成率 is near no other rate."""
    return a.key.indicator.endswith(_CARRIED_OUT) == b.key.indicator.endswith(_CARRIED_OUT)


def _counted_at_once(a: Claim, b: Claim) -> bool:
    """Whether two numbers of something going on can be of one day: 截至7月2日8时 and 截至7月3日18时 cannot."""
    days = [{trait for trait in _traits(claim) if trait.startswith(COUNTED_ON)} for claim in (a, b)]
    return not all(days) or days[0] == days[1]


def _flow_against_stock(a: Claim, b: Claim) -> bool:
    """Whether one counts what came within the period and the other what stood at its end."""
    return _came(a) and "stock" in _traits(b) and "stock" not in _traits(a)


def reckoned_apart(a: Claim, b: Claim) -> bool:
    """Whether one number is told 同口径 and the other plainly.

    That forbids a document to restate itself; in two documents the word may have been left out in one.
    """
    return ("rebased" in _traits(a)) != ("rebased" in _traits(b))


def _units_fit(one: Quantity, other: Quantity, own: str = "") -> bool:
    """Whether two numbers measure the same kind of thing; a number whose unit was left out may be any.

    Told in 亿 alone it is money, or of what is told in 亿 on the other side too: 1520亿 are no 17280项.
    A place's own money is told as 元 as well: 5亿澳门元 are 5亿元 in Macao.
    """
    if one.dimension == other.dimension or {one.dimension, other.dimension} == {"money", own}:
        return True
    if "" not in (one.dimension, other.dimension) or "percent" in (one.dimension, other.dimension):
        return False
    bare, told = (other, one) if one.dimension else (one, other)
    return bare.unit != MONEYED or told.dimension == "money" or told.unit.startswith(MONEYED)


def _scopes_fit(a: Claim, b: Claim) -> bool:
    """Whether the areas of two rankings, or the scopes of two accounts, can be one."""
    one, other = a.key.scope, b.key.scope
    if a.key.measure is Measure.RANK:
        return not one or not other or one in other or other in one
    if a.document == b.document or OF_EVERY_FUND.search(a.mention.name):
        return False
    (level, fund), (their_level, their_fund) = parted(one), parted(other)
    same = _LEVEL.sub(r"\1本级", level) == _LEVEL.sub(r"\1本级", their_level)
    return same and (fund == their_fund or not fund or not their_fund)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect of what a number is told of, and what it means where two numbers are not alike in it.

    `unlike` is what reports call that. It may bar the meeting, or weigh against it as a level of the comparison that
    is named beside it; an aspect that does neither is in no row.
    """

    name: str
    effect: Literal["bars", "weighs"]
    unlike: str
    fits: Callable[[Claim, Claim], bool]


# Place, period, standing and side are those of the block: only claims that are equal in them are held side by side.
# The row that bars first tells why.
ASPECTS: tuple[Aspect, ...] = (
    Aspect("place", "bars", "other place", lambda a, b: same_place(a.key.entity, b.key.entity)),
    Aspect("side of a ranking", "bars", "other side of a ranking", _ranked_alike),
    Aspect("dimension", "bars", "other dimension", _of_one_dimension),
    Aspect("member of a series", "bars", "another of a series", _of_one_series),
    Aspect("accounts", "bars", "other scope", lambda a, b: a.key.scope == b.key.scope or _scopes_fit(a, b)),
    Aspect("whole", "bars", "other whole", lambda a, b: a.key.whole == b.key.whole or _told_of_both(a, b)),
    Aspect("basis", "bars", "other basis", lambda a, b: _basis(a) == _basis(b)),
    Aspect("what a difference is to", "bars", "against another place", _held_against_one_thing),
    Aspect("what changed", "bars", "change of another side", _changed_alike),
    Aspect("flow or stock", "bars", "flow against stock", _both_came_or_both_stood),
    Aspect("of a time or ever", "bars", "all there ever was", _of_a_year_or_ever),
    Aspect("what is carried out", "bars", "a rate of completion", _carried_out_alike),
    Aspect("day of counting", "bars", "counted on another day", _counted_at_once),
    Aspect("gross or net", "bars", "net against gross", _net_alike),
    Aspect("accounts made comparable", "weighs", "base", lambda a, b: not reckoned_apart(a, b)),
    Aspect("what was added", "weighs", "flow", lambda a, b: _came(a) == _came(b)),
)


_BARS = [(aspect.unlike, aspect.fits) for aspect in ASPECTS if aspect.effect == "bars"]


def barred(a: Claim, b: Claim) -> str:
    """Why two claims of one block cannot speak of the same thing, or nothing."""
    for unlike, fits in _BARS:
        if not fits(a, b):
            return unlike
    return ""


def told_apart(a: Features, b: Features) -> bool:
    """Whether the lexicon knows the two names as those of two indicators, or one by another name that its words allow.

    房地产开发投资 is not 带动固定资产投资, which ends in another indicator; 死亡人口 is listed as not 死亡人数.
    """
    if a.is_never(b.names[0]) or b.is_never(a.names[0]):
        return True
    if a.known and b.known:
        return a.names[0] != b.names[0]
    return (a.known and b.ends_in_another(a.names[0])) or (b.known and a.ends_in_another(b.names[0]))


def substituted(a: Features, b: Features) -> str:
    """The modifier that one side has in place of the other's, or nothing: 出口 against 进口."""
    ours = {m for m in a.modifiers - b.modifiers if not any(m in o for o in b.modifiers)}
    theirs = {m for m in b.modifiers - a.modifiers if not any(m in o for o in a.modifiers)}
    missing_there, missing_here = ours - b.around, theirs - a.around
    if missing_here and missing_there:
        return f"{'、'.join(sorted(missing_there))} against {'、'.join(sorted(missing_here))}"
    return ""


def strange(a: str, b: str, b_text: str) -> int:
    """The length of the longest run of `a` whose characters the other side does not have at all."""
    unknown = "".join([c if c not in b and c not in b_text else " " for c in a])
    return max(map(len, _RUN.findall(unknown)), default=0) if unknown.strip() else 0
