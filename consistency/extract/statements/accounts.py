"""Whose accounts a fiscal number is of, and of which fund: what the words of heads, leads and sentences put in force.

A level of government (全市, 市本级, 州级, 市直), a zone or a district that speaks of accounts holds until the next one
does. One told as a part (其中：市级…) is over with its sentence, one in brackets (含高新区…) with its bracket. What
money is spent on (城乡社区支出, 其他地区支出) is no level of government; the document's own place is the whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import accumulate

from consistency.offsets import OffsetMap, Span, cut_out
from consistency.patterns import either, lazy
from consistency.places import known_places

REMEMBERED = 16  # the numbers of a sentence ask after the same words before it, one after the other
CLAUSES = 512  # clauses whose words on accounts are kept: the numbers of a paragraph ask after the same
MARKS = lazy(r"[，。;()]")  # what no words for an account run over
WHOLE = OffsetMap.of_cuts([], 0)
UNITS = "省市县区州盟旗师团"
RANK = {"省": 3, "市": 2, "州": 2, "盟": 2, "师": 2, "县": 1, "区": 1, "旗": 1, "团": 1}  # levels of government
# What must follow, so that a level speaks of accounts: 市级一般公共预算收入, not 市级项目
ACCOUNT = (
    r"(?:地方|一般公共|政府性基金|国有资本|社会保险基金|社保基金|财政|预算|收支|收入|支出|政府债务|债务|债券|税收|非税|转移支付"
    r"|限额|余额|结余|财力|再融资|(?:各?部门|机关|单位)?“?三公|(?:增值|所得|消费|资源|房产|印花|契|使用|占用|车船|保护|建设)税)"
)
ACCOUNTS = lazy(ACCOUNT)
NEAR = rf"(?=:?(?:(?:19|20)\d\d年度?)?[^，。;:()]{{0,4}}{ACCOUNT})"
# Zones that have accounts of their own, as their names end
ZONES = (
    *("高新技术产业开发区", "经济技术开发区", "高新区", "经开区", "开发区", "示范区", "新区", "度假区", "保税区"),
    *("试验区", "合作区", "工业园区", "工业园", "产业园区", "产业园", "园区"),
)
ZONE_ENDS = f"(?:{either(ZONES)})"
ENDS_OF_ZONES = tuple(sorted({zone[-1] for zone in ZONES}))
SAID = lazy(
    rf"""
    # the whole: 全市一般公共预算收入
    (?P<whole> [全我][{UNITS}](?![级直属辖]) (?=:?[^，。;:()]{{0,10}}{ACCOUNT}) )
    # all its levels: 各级政府债务余额, 市县两级收入
  | (?P<all> (?: 各级 | [{UNITS}]{{2,3}}[两三]级 )(?!财政部门|人代会|人大) (?=(?:政府|财政)?{ACCOUNT}) )
    # a level of government: 市本级, 市级, 州直; not 各级, 上级, 上解省级支出, 市级以上
  | (?P<level> (?: [{UNITS}]?本级 | (?<![{UNITS}上下中同各地乡])(?<!上解)(?<!争取)[{UNITS}](?:级|直) )
        (?!以上|以下|领导|重点(?!支出|收入)|专项|财力安排) ) {NEAR}
    # the levels below together: 县市区, 各区县
  | (?P<below> 各?(?:县市区|市县区|区县|县区)(?!上解|补助|转移) | (?<![一-龥])县(?=政府债务|一般公共|政府性) ) {NEAR}
    # a zone with accounts of its own: 临江高新区, 经开区本级
  | (?P<zone> [一-龥]{{0,12}}?{ZONE_ENDS} (?:本级)? ) {NEAR}
    # a district or county: 渝北区
  | (?P<district> (?:(?![我全])[一-龥]){{1,8}}?(?:自治县|(?<!对)[区县旗])(?![级本域直区市]) ) {NEAR}
    """,
    re.VERBOSE,
)
# (二)市级。一般公共预算收入…: a clause that says only whose accounts it opens
ALONE = lazy(rf"[全我][{UNITS}]|[{UNITS}]?本级|[{UNITS}][级直]|[一-龥]{{0,8}}?{ZONE_ENDS}(?:本级)?")
OWNED = lazy(rf"[级直县区旗{''.join(ENDS_OF_ZONES)}]|[全我][{UNITS}]")  # what words for an account have at the least
# (含高新区20亿元): what the number inside a bracket is of
INSIDE = lazy(
    rf"\((?:其中[:，]?|含|包括)(?P<who>[一-龥]{{0,12}}?(?:{ZONE_ENDS}(?:本级)?|[区县]|[{UNITS}]?本级))[^()]*$"
)
CLOSED = lazy(r"\([^()]*\)")
# 其中：市级…; 市级财政安排专项资金2亿元: whose a part or that sum is, and no more
OVER = lazy(rf"其中[^。!?\n]*|[{UNITS}](?:本级|级)财政(?!总?收入|总?支出|收支|预算|拨款)")
# 市级（含市属开发区，下同）: more than the level itself
WIDER = lazy(rf"[{UNITS}]级\((?:含|包括)[^()]*\)", needs=("级(",))
# Words before a name that are none of it
LEAD = lazy(
    r"^.*(?:年度?|年末|年底|其中|全年|完成|实现|包括|以及|主要是|原因是|由于|因为|支持|安排|补助|上解|下达|拨付|转贷|分配|指导|督促|帮助|奖励)|^(?:含|和|及|与|由|对|在|将|故|我|为|向|关于)+"
)
# Ends of names that are accounts or places in general, and districts of nobody
NOBODY = lazy(
    r"(?:社区|地区|老区|功能区|[片城辖灾景校园牧山矿库]区|大县|全[区县旗]|各[区县旗]|本[区县旗]|该[区县旗]|区县|县区|市县|县市)$"
)

FUND = lazy(
    r"(?<!调入)(?<!调出)(?<!至)(?<!到)(?<!向)(?<!占)(?<!从)(?<!由)(?<!和)(?<!与)"
    r"(?P<fund>(?:地方)?一般公共(?:财政)?预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|(?:社会保险|社保)基金(?:预算)?)"
    r"(?!(?:预算)?调[入出])"
    r"|(?P<general>三公)”?经费"
)
ADDED = lazy(
    r"加(?:上(?![年级])|(?=统筹|政府性|国有资本|一般公共|[\d社]))"
)  # 加政府性基金收入3亿元: added to another fund
FUNDS = {"一": "一般公共预算", "政": "政府性基金预算", "国": "国有资本经营预算", "社": "社会保险基金预算"}


class OwnLevel(Enum):
    """What a document calls 市级 or 区级."""

    ITSELF = "itself"  # the accounts of that level alone, 市本级
    WIDER = "wider"  # with zones, as it says itself: 市级（含市属开发区，下同）
    ALL = "all"  # of a county, outside of budgets: its own, as against what the city gets of its revenue


@dataclass(frozen=True, slots=True)
class SaidAccounts:
    """Whose accounts, or which fund, some words put in force, and where they stand."""

    what: str
    span: Span


def level_in(words: str, own: tuple[str, ...], level: OwnLevel = OwnLevel.ITSELF) -> str | None:
    """Whose accounts words put in force last: "" for the whole, nothing where they do not say."""
    said = level_said(words, own, level)
    return said.what if said is not None else None


@lru_cache(maxsize=REMEMBERED)
def level_said(words: str, own: tuple[str, ...], level: OwnLevel = OwnLevel.ITSELF) -> SaidAccounts | None:
    """Whose accounts words put in force last, and by which words: "" for the whole, nothing where they do not say.

    `own` are the names of the document's own place; `level` tells what its 市级 is.

    >>> level_said("全市收入9亿元。市级一般公共预算收入", ()), level_said("城乡社区支出", ())
    (SaidAccounts(what='市本级', span=Span(start=8, end=10)), None)
    >>> level_in("县本级收入3亿元，全县收入", ()), level_in("青山县2023年一般公共预算收入", ("青山县",))
    ('', '')
    """
    if "(" not in words and not (OWNED.search(words) and ACCOUNTS.search(words)):
        return None
    inside = INSIDE.search(words) if "(" in words else None
    if inside is not None and (who := _named(LEAD.sub("", inside["who"]), own, level)) is not None:
        return SaidAccounts(who, Span(*inside.span("who")))
    spoken, back = cut_out(CLOSED, words) if "(" in words else (words, WHOLE)
    for start, clause in _last_first(spoken):
        said = _level_of(clause, own, level)
        if said is not None:
            return SaidAccounts(said.what, back.back(said.span.moved(start)))
    return None


@lru_cache(maxsize=2)
def _last_first(words: str) -> tuple[tuple[int, str], ...]:
    """The clauses of some words with where they begin, the last one first: accounts are told of within one."""
    clauses = MARKS.split(words)
    starts = accumulate((len(clause) + 1 for clause in clauses[:-1]), initial=0)
    return tuple(zip(starts, clauses, strict=True))[::-1]


@lru_cache(maxsize=CLAUSES)
def _level_of(clause: str, own: tuple[str, ...], level: OwnLevel) -> SaidAccounts | None:
    """Whose accounts a clause puts in force last."""
    if not OWNED.search(clause):
        return None
    if ALONE.fullmatch(clause) is not None:
        whose = "" if clause[0] in "全我" else _named(clause, own, level)
        return SaidAccounts(whose, Span(0, len(clause))) if whose is not None else None
    if not ACCOUNTS.search(clause):
        return None
    for said in reversed(list(SAID.finditer(clause))):
        if said["whole"] or said["all"]:
            return SaidAccounts("", Span(*said.span()))
        name = LEAD.sub("", said.group())
        where = Span(said.end() - len(name), said.end())
        if said["district"]:
            name = _district(clause, said, name, own)
        spent = level is OwnLevel.ALL and "支出" in clause[said.end() :]
        whose = _named(name, own, OwnLevel.ITSELF if spent else level) if name else None
        if whose is not None:
            return SaidAccounts(whose, where)
    return None


def _named(name: str, own: tuple[str, ...], level: OwnLevel) -> str | None:
    """The accounts of a level, zone or district by its name: 市级 is 市本级, the document's own place the whole.

    县 alone is what 县(市、区) leaves.
    """
    if name == "县":
        return "" if any(n.endswith("县") for n in own) else "区县"
    if name in own:
        return ""
    if NOBODY.search(name) and not name.endswith("园区"):
        return "区县" if re.search(r"区县|县区|县市区|市县区", name) else None
    called = _levels(own).fullmatch(name)
    if called is None:
        return name or None
    of = called["of"] or next((n[-1] for n in own if n[-1] in UNITS), "")
    ours = max(map(_rank, own), default=0)
    if ours and RANK.get(of, 0) > ours:
        return None  # 省级转移支付 in a city's report: who gives, and nobody whose accounts it tells
    if called["level"] == "级" and level is OwnLevel.ALL and RANK.get(of) == 1:
        return ""
    if called["level"] == "直":
        return f"{of}直"
    return of + ("级" if level is OwnLevel.WIDER and called["level"] == "级" else "本级")


def _rank(place: str) -> int:
    """The level of government of a place by its name; nought where the name does not tell."""
    return 3 if place.endswith("自治区") else RANK.get(place[-1:], 0)


@lru_cache(maxsize=REMEMBERED)
def _levels(own: tuple[str, ...]) -> re.Pattern[str]:
    """How levels of government are called, with the names of the document's own place before them or without."""
    return lazy(rf"(?:{either(own)})?(?P<of>[{UNITS}]?)(?P<level>本级|级|直)")


def _district(words: str, said: re.Match[str], name: str, own: Collection[str]) -> str:
    """A district's name, where it is one: the document's own, a known place, or what a clause begins with."""
    known = known_places().ending(words[: said.end()])
    if known or name in own:
        return known or name
    begins = not re.search(r"[一-龥]$", words[: said.end() - len(name)].removesuffix("年")) or name != said.group()
    return name if begins and len(name) > 1 and not NOBODY.search(name) else ""


def fund_in(words: str) -> str:
    """The fund that words speak of last, nothing where they speak of none."""
    said = fund_said(words)
    return said.what if said is not None else ""


@lru_cache(maxsize=REMEMBERED)
def fund_said(words: str) -> SaidAccounts | None:
    """The fund that words speak of last, and where; not one that money is moved to. 三公经费 are of the general one.

    >>> fund_in("政府性基金收入8亿元，调入一般公共预算"), fund_in("社保基金收入")
    ('政府性基金预算', '社会保险基金预算')
    """
    for start, clause in _last_first(words) if _of_a_fund(words) else ():
        found = list(FUND.finditer(clause)) if _of_a_fund(clause) and not ADDED.match(clause) else None
        if found:
            fund = FUNDS["一" if found[-1]["general"] else found[-1]["fund"].removeprefix("地方")[0]]
            return SaidAccounts(fund, Span(*found[-1].span()).moved(start))
    return None


def _of_a_fund(words: str) -> bool:
    """Whether words may speak of a fund at all."""
    return "预算" in words or "基金" in words or "国有资本" in words or "三公" in words
