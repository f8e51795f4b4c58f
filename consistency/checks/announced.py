"""The kind `announced`: a number word that sums up a list, “产业、乡村、城市三大建设”, against the list.

Cases: `fewer`, the word says fewer things than the list has; `more`, it says more than a closed list has. Lists that
end in 等 may have fewer. Figures count behind 等 only: “幼儿园、中小学15所” tells of schools, not of sorts of schools.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.checks import breach
from consistency.checks.breach import Breach
from consistency.checks.case import Case
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Sheet
from consistency.model import Finding

CASES = frozenset({"fewer", "more"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES, "words": frozenset()}
NUMERALS = {n: i for i, n in enumerate("二三四五六七八九十", 2)} | {"两": 2}
# A、B、C等三大工程 · A、B“三项任务” — after the list, a numeral and what is counted
AFTER = re.compile(
    r"(?P<list>[^，。;:!?\n]*、[^，。;:!?、\n]*?)(?P<open>等)?(?P<quote>[“\"])?(?P<number>[两二三四五六七八九十])"
    r"(?P<counter>大|项|个方面|个领域|个维度|个层面|个环节|方面|类|种|条主线|篇|张|件大事|者|方)(?=[一-龥”\"])"
)
# 三大工程：A、B、C。 — before the list, with a colon
BEFORE = re.compile(
    r"(?P<number>[两二三四五六七八九十])(?P<counter>大|项|个方面|个领域|方面|类|件大事|个重点)[一-龥]{0,10}[”\"]?"
    r"(?:[:]|，?(?:即|分别是|分别为|就是))(?P<list>[^，。;:!?\n]*、[^，。;:!?\n]*)(?=[。;，])"
)
# A、B、C等4个项目 — figures behind 等 say how many the list is taken from
FIGURES = re.compile(
    r"(?P<list>[^，。;:!?\n]*、[^，。;:!?、\n]*?)(?P<open>等)(?P<quote>[“\"])?(?P<number>\d{1,2})"
    r"(?P<counter>个|家|项|条|所|座|名|位)(?=[一-龥])"
)
# A、B、C“5篇大文章” — figures in quotation marks name the list as a numeral in words does
QUOTED_FIGURES = re.compile(
    r"(?P<list>[^，。;:!?\n]*、[^，。;:!?、\n]*?)(?P<open>等)?(?P<quote>[“\"])(?P<number>\d{1,2})"
    r"(?P<counter>个|大|项|篇|张|条)(?=[一-龥(])"
)
NESTED = re.compile(r"“[^”]*”|《[^》]*》|\([^()]*\)|「[^」]*」|\"[^\"]*\"")
JOINT = re.compile(r"以及|及其|和|与|及|或|暨")
QUOTED = re.compile(r"[“\"](?P<list>[^“”\"]*、[^“”\"]*)[”\"]$")
# A verb behind the last 、 takes the numeral as its object: what is before it is no list of these things.
OBJECT = re.compile(
    r"入选|获评|评为|位列|跻身|列入|进入|纳入|推进|推动|实施|打造|开展|落实|构建|围绕|聚焦|抓好|抓实|着力|实现|完成|覆盖|涉及|统筹"
    r"|深化|强化|坚持|突出|做好|建设好|年度|全国|世界|全球|取得|形成|建成|建立|设立|提升|发展|培育|加快|支持|全面|深入|是"
)
LEAST_ITEM, MOST_ITEM = 2, 24
MOST = 10


@dataclass(frozen=True, slots=True)
class Announced:
    """A number word, where it and its list stand, and how many things the list may be read as."""

    number: int
    word: str
    start: int
    end: int
    least: int
    most: int
    open: bool
    shown: str


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    without = tuple(w for r in rules for w in r.params.get("words", ()))
    return breach.findings(rules, (b for sheet in case.sheets for b in _breaches(sheet, without)))


def _breaches(sheet: Sheet, without: Sequence[str]) -> Iterator[Breach]:
    for told in announced(sheet.text):
        shown = sheet.text[told.start : told.end]
        if any(w in shown for w in without):
            continue
        if told.least > told.number:
            yield _breach("fewer", sheet, told, told.least)
        elif told.most < told.number and not told.open:
            yield _breach("more", sheet, told, told.most)


def announced(text: str) -> Iterator[Announced]:
    """The number words of a text that sum up a list beside them."""
    for pattern in (AFTER, FIGURES, QUOTED_FIGURES, BEFORE):
        for found in pattern.finditer(text):
            told = _announced(found, pattern is not BEFORE)
            if told is not None:
                yield told


def _announced(found: re.Match[str], after: bool) -> Announced | None:
    listed, open_ = found["list"], found["list"].rstrip().endswith("等")
    start = found.start("list")
    if after:
        open_ = found["open"] is not None
        quoted = QUOTED.search(listed)
        if quoted is not None:
            start, listed = start + quoted.start("list"), quoted["list"]
        elif _has_object(listed, quote=found["quote"] is not None):
            return None
    items = _items(listed)
    if items is None or items[0] > MOST:
        return None
    begin, end = min(start, found.start("number")), max(start + len(listed), found.end())
    word = found["number"] + found["counter"]
    number = NUMERALS.get(found["number"]) or int(found["number"])
    if found.re is FIGURES and any(OBJECT.search(p) or "等" in p for p in listed.split("、")[1:]):
        return None
    return Announced(number, word, begin, end, *items, open_, listed.strip())


def _has_object(listed: str, quote: bool) -> bool:
    """Whether the numeral behind a list belongs to its last piece alone: “…、着力推进七大工程”."""
    last = NESTED.sub("", listed).rpartition("、")[2]
    return bool(OBJECT.search(last) or (quote and JOINT.search(last)) or "“" in last)


def _items(listed: str) -> tuple[int, int] | None:
    """How many things a list names, at least and at most: 和 and 及 may join two of them or stand inside one."""
    plain = NESTED.sub(lambda m: "某" * len(m.group()), listed)
    pieces = plain.rstrip("等").split("、")
    if any(not LEAST_ITEM <= len(p.strip()) <= MOST_ITEM for p in pieces) or re.search(r"\d", plain):
        return None
    joints = sum(len(JOINT.findall(p)) for p in pieces)
    return len(pieces), len(pieces) + joints


def _breach(case: str, sheet: Sheet, told: Announced, number: int) -> Breach:
    start = max(told.start, told.end - 150)
    return Breach(
        case=case,
        key=None,
        indicator=told.word,
        period=sheet.reading.context.period,
        places=(sheet.passage(start, told.end),),
        stated=told.word,
        derived=str(number),
        how=told.shown,
    )
