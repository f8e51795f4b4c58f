"""What forbids two claims to meet, however alike their words are."""

from __future__ import annotations

from consistency.extract.about.wording import wording
from consistency.extract.statements.discourse import OF_EVERY_FUND, parted
from consistency.link.features import Features
from consistency.model import Claim, Measure, Quantity
from consistency.patterns import lazy
from consistency.places import place_tail, same_place

COMPARABLE = "同口径"
MONEYED = "亿"
# Which one of a series: 2号线, 三期, 第5标段
_SERIES = lazy(r"(?:\d+|[一二三四五六七八九十]+)(?=号线|号楼|期|标段|环)")
_LEVEL = lazy(r"^([省市县区州盟旗师])级$")
_RUN = lazy(r"[一-龥A-Za-z]{2,}")


def barred(a: Claim, b: Claim) -> str:
    """Why two claims of one block cannot speak of the same thing, or nothing."""
    if not same_place(a.key.entity, b.key.entity):
        return "other place"
    if a.key.measure is Measure.RANK and _of_growth(a) != _of_growth(b):
        return "other side of a ranking"
    if not _units_fit(a.quantity, b.quantity, wording().money.get(place_tail(a.key.entity), "")):
        return "other dimension"
    ours, theirs = (set(_SERIES.findall(claim.mention.name)) for claim in (a, b))
    if ours and theirs and not ours & theirs:
        return "another of a series"
    if a.key.scope != b.key.scope and not _scopes_fit(a, b):
        return "other scope"
    if a.key.whole != b.key.whole and not _told_of_both(a, b):
        return "other whole"
    if _basis(a) != _basis(b):
        return "other basis"
    if a.key.measure is Measure.CHANGE and _held_against(a) != _held_against(b):
        return "against another place"
    if _flow_against_stock(a, b) or _flow_against_stock(b, a):
        return "flow against stock"
    return ""


def _basis(claim: Claim) -> str:
    """What growth is reckoned on: 环比, 年均, 较2019年; 同口径 may be left out, and bars nothing."""
    return claim.key.basis if claim.key.basis != COMPARABLE else ""


def _told_of_both(a: Claim, b: Claim) -> bool:
    """Whether the subgroup that one side has as its whole stands in the other's name: 民营企业出口."""
    return all(claim.key.whole in f"{other.key.whole}{other.mention.name}" for claim, other in ((a, b), (b, a)))


def _of_growth(claim: Claim) -> bool:
    """Whether a ranking is by growth, not by size."""
    return claim.mention.name.endswith(("增速", "增幅", "增长率"))


def _held_against(claim: Claim) -> bool:
    """Whether a difference is one to another place, not to an earlier time: 高于全国0.4个百分点."""
    return any(trait.startswith("of:") for trait in claim.mention.traits)


def _flow_against_stock(a: Claim, b: Claim) -> bool:
    """Whether one counts what came within the period and the other what stood at its end."""
    ours, theirs = a.mention.traits, b.mention.traits
    return "flow" in ours and "stock" in theirs and "stock" not in ours


def reckoned_apart(a: Claim, b: Claim) -> bool:
    """Whether one number is told 同口径 and the other plainly.

    That forbids a document to restate itself; in two documents the word may have been left out in one.
    """
    return ("rebased" in a.mention.traits) != ("rebased" in b.mention.traits)


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


def told_apart(a: Features, b: Features) -> bool:
    """Whether the lexicon knows the two names as those of two indicators."""
    return a.known and b.known and a.names[0] != b.names[0]


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
    longest = 0
    for run in _RUN.findall("".join(c if c not in b and c not in b_text else " " for c in a)):
        longest = max(longest, len(run))
    return longest
