"""Numerals that sum up a list: “产业、乡村、城市三大建设”, “甲、乙等12家企业”, “三大工程：甲、乙、丙”.

    announced := list 等 “? (numeral | figures) counter     A、B、C等三大工程, A、B等12家企业
               | list pointer numeral counter               A、B、C这三项任务, A、B、C共三类
               | list “ (numeral | figures) counter thing   A、B、C“三项任务”
               | “ list ” numeral counter                   “A、B、C”三个方面
               | parallel numeral counter                   产业园区、乡村道路、城市管网、智慧水务三大工程
               | numeral counter thing colon list           三大工程：A、B、C; 三个方面，分别是A、B、C
    list      := piece (、 piece)+                          和|与|及 join two things in a piece, or are part of one
    parallel  := three pieces or more of one length, but for a character, none with a verb
    pointer   := 这|上述|以上|共|共计|合计
    colon     := : | ，? (即|分别是|分别为|就是)             where a comma ends the list, it may go on: open, as with 等

A numeral sums up a list only where one of these says so. Anything else is a number in a name or the object of a verb:
党的二十大, 十二项, 八项规定, 着力推进七大工程. So is a 两 beside three things or more, quoted or unmarked (“两项补贴”);
so are quotation marks that close right behind the counter (“四类”违法行为). A list is none where one of its pieces has
a number of its own, plain or quoted (“十大工程”、…“八大行动”), or where a later piece begins with a verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.patterns import lazy

NUMERALS = {n: i for i, n in enumerate("二三四五六七八九十", 2)} | {"两": 2}
# No part of a longer number, and no number of the others: 第三, 十二, 前两, 其他三
NUMBER = lazy(
    r"""
    (?:
        (?P<word>[两二三四五六七八九十])(?<![第前后首另余他各每近一二两三四五六七八九十百千万亿\d].)
        (?P<counter>大|项|个(?:方面|领域|维度|层面|环节|重点)|方面|类|种|条主线|篇|张|件大事|者|方)
      | (?P<figures>\d(?<![第前后首另余他各每近\d.,].)\d?)
        (?P<counted>个|家|大|项|条|所|座|名|位|篇|张)
    )(?=[一-龥”"(:，;。]|$)
    """,
    re.VERBOSE,
)
END = lazy(r"[，。;:!?\n]")
MARKER = lazy(
    r"(?:(?P<open>等)|(?P<pointer>这|上述|(?<![级模额年岁元度位])以上|共计|合计|(?<!公)共))?(?P<quote>[“\"])?$"
)
# :甲、乙。 — what stands between a numeral with its counter and the list that it announces
COLON = lazy(r"[一-龥]{0,10}[”\"]?(?::|，?(?:即|分别是|分别为|就是))(?P<list>[^，。;:!?\n]{1,300})(?P<end>[，。;\n]|$)")
NESTED = lazy(r"“[^”]*”|《[^》]*》|\([^()]*\)|「[^」]*」|\"[^\"]*\"")
JOINT = lazy(r"以及|及其|和|与|及|或|暨")
QUOTED = lazy(r"[“\"](?P<list>[^“”\"]*、[^“”\"]*)[”\"]$")
# “三保”, 五个坚持, 十大工程, 3个: a number that a piece has of its own
OWN = lazy(r"\d|[“\"][一二两三四五六七八九十]|[一二两三四五六七八九十](?:大|项|个|类|种|条|篇|张|件|者|方面|是)")
VERB = lazy(
    r"入选|获评|评为|位列|跻身|列入|进入|纳入|推进|推动|实施|打造|开展|落实|构建|围绕|聚焦|抓好|抓实|着力|实现|完成|覆盖|涉及|统筹"
    r"|深化|强化|坚持|突出|做好|建设好|年度|全国|世界|全球|取得|形成|建成|建立|设立|提升|发展|培育|加快|支持|全面|深入|完善|健全|优化|加强|规范|是"
)
LEAST_ITEM, MOST_ITEM = 2, 24
MOST = 10  # pieces of a list that a numeral sums up
PARALLEL = 3  # pieces
LONGEST = 300  # characters of a list


@dataclass(frozen=True, slots=True)
class Announced:
    """A numeral, where it and its list stand, and how many things the list may be read as."""

    number: int
    word: str
    start: int
    end: int
    least: int
    most: int
    open: bool
    shown: str


def announced(text: str) -> Iterator[Announced]:
    """The numerals of a folded text that sum up a list beside them, in order.

    >>> [(a.word, a.least) for a in announced("抓好产业园区、乡村道路等三大工程，落实八项规定。")]
    [('三大', 2)]
    """
    for found in NUMBER.finditer(text):
        told = _list_behind(text, found) or _list_before(text, found)
        if told is not None:
            yield told


def _list_behind(text: str, found: re.Match[str]) -> Announced | None:
    """三大工程：甲、乙、丙。"""
    behind = COLON.match(text, found.end()) if found["word"] else None
    if behind is None:
        return None
    listed = behind["list"]
    items = _items(listed)
    if items is None or _has_verb(listed):
        return None
    open_ = behind["end"] == "，" or listed.rstrip().endswith("等")
    return _announced(found, found.start(), behind.end("list"), items, open_, listed)


def _list_before(text: str, found: re.Match[str]) -> Announced | None:
    """甲、乙、丙等三大工程, 甲、乙、丙“三项任务”."""
    window = text[max(0, found.start() - LONGEST) : found.start()]
    clause = END.split(window)[-1]
    marker = MARKER.search(clause)
    assert marker is not None  # it may be empty
    listed = clause[: marker.start()]
    start = found.start() - len(clause)
    whole = QUOTED.search(listed)
    if whole is not None and not marker["quote"]:
        start, listed = start + whole.start("list"), whole["list"]
    items = _items(listed)
    if items is None:
        return None
    if whole is None and not _sums_up(listed, found, marker, text[found.end() : found.end() + 1]):
        return None
    return _announced(found, start, found.end(), items, marker["open"] is not None, listed)


def _sums_up(listed: str, found: re.Match[str], marker: re.Match[str], behind: str) -> bool:
    """Whether something says that the numeral behind a list is the number of all its things."""
    if _has_verb(listed) or (marker["quote"] and behind in '”"'):
        return False
    if marker["open"]:
        return True
    if marker["quote"]:
        last = listed.rpartition("、")[2]
        return _number(found) > 2 and listed.count("、") + 1 >= PARALLEL and JOINT.search(last) is None
    if found["figures"]:
        return False
    return marker["pointer"] is not None or (_number(found) > 2 and _parallel(listed))


def _has_verb(listed: str) -> bool:
    """Whether the numeral belongs to a later piece alone, or a second list begins there: “…、着力推进七大工程”."""
    later = NESTED.sub("", listed).split("、")[1:]
    if any(VERB.match(p) or "等" in p[:-1] for p in later):
        return True
    return VERB.search(later[-1]) is not None or "“" in later[-1]


def _parallel(listed: str) -> bool:
    """Whether a list has three pieces or more of one length, none with a verb but before the first."""
    first, *later = listed.split("、")
    lead = [v.end() for v in VERB.finditer(first)]
    pieces = [first[lead[-1] :] if lead else first, *later]
    lengths = [len(p.strip()) for p in pieces]
    return len(pieces) >= PARALLEL and max(lengths) - min(lengths) <= 1 and not any(VERB.search(p) for p in later)


def _items(listed: str) -> tuple[int, int] | None:
    """How many things a list names, at least and at most: 和 and 及 may join two of them or stand inside one."""
    plain = NESTED.sub(lambda m: "某" * len(m.group()), listed)
    pieces = plain.strip().rstrip("等").split("、")
    if OWN.search(listed) or not 2 <= len(pieces) <= MOST:
        return None
    if any(not LEAST_ITEM <= len(p.strip()) <= MOST_ITEM for p in pieces):
        return None
    joints = sum(len(JOINT.findall(p)) for p in pieces)
    return len(pieces), len(pieces) + joints


def _number(found: re.Match[str]) -> int:
    return NUMERALS[found["word"]] if found["word"] else int(found["figures"])


def _announced(found: re.Match[str], start: int, end: int, items: Sequence[int], open_: bool, listed: str) -> Announced:
    least, most = items
    return Announced(_number(found), found.group(), start, end, least, most, open_, listed.strip())
