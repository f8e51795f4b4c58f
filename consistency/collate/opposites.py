"""Differences that are no names: another scope, another number, a word that editors choose freely."""

from __future__ import annotations

import re
from functools import lru_cache

from consistency.collate.differences import Difference, agreeing
from consistency.collate.losses import between, same_before
from consistency.collate.quoting import whole_words
from consistency.collate.stream import NUMBER_MARKS, Stream, is_number
from consistency.collate.variant import Variant
from consistency.lexicon.collation import CollationWords
from consistency.patterns import AT_A_TIME, either

AROUND = 8  # tokens of the clause that must agree around an alternative
SIDE = 2  # on each side of a scope, where it does not open its clause
FAR = 12  # behind a scope, up to its number
SHARED_OUT = "分别"  # 城乡居民收入分别增长5%、7%: of each of the two scopes its own number
VALUE_SIDE, VALUE_AROUND = 4, 12  # around a number, on each side and together


def opposite(one: Stream, other: Stream, gap: Difference) -> Variant | None:
    """The scope, number or free choice that differs at a difference, if it is one of them.

    A scope is one only where a number close by is the same: without it, they are two statements.
    """
    kind = _kind(one, other, gap)
    if not kind:
        return None
    start, begin = max(gap.start - 6, one.clause(gap.start)[0]), max(gap.begin - 6, other.clause(gap.begin)[0])
    end, stop = min(gap.end + 4, one.clause(gap.start)[1]), min(gap.stop + 4, other.clause(gap.begin)[1])
    (start, end), (begin, stop) = whole_words(one, start, end), whole_words(other, begin, stop)
    forms = one.marks[max(gap.start - 2, 0) : gap.end + 1], other.marks[max(gap.begin - 2, 0) : gap.stop + 1]
    return between(kind, one, other, Difference(start, end, begin, stop), forms)


# 2023年国民经济和社会发展计划: what goes by the year it is of
YEARLY_REPORTS = (
    "年国民经济",
    "年政府工作",
    "年度政府工",
    "年预算",
    "年财政预",
    "年财政决",
    "年统计公",
    "年统计年",
    "年计划",
)


def _kind(one: Stream, other: Stream, gap: Difference) -> str:
    """scope, alternative, value, or nothing."""
    if gap.start == gap.end or gap.begin == gap.stop:
        return ""
    ours, theirs = one.marks[gap.start : gap.end], other.marks[gap.begin : gap.stop]
    left, right = agreeing(one, other, gap.start, gap.begin, -1), agreeing(one, other, gap.end, gap.stop, 1)
    known = one.known
    before, behind = one.marks[gap.start - 1 : gap.start], one.marks[gap.end : gap.end + 1]
    pairs = ((ours, theirs), (before + ours, before + theirs), (ours + behind, theirs + behind))
    if any(known.scopes.get(first, -1) == known.scopes.get(second, -2) for first, second in pairs):
        first, last = one.clause(gap.start)  # the number of the clause before is of something else
        near = one.marks[max(gap.start - min(left, 4), first) : gap.start]
        near += one.marks[gap.end : max(gap.end, min(gap.end + min(right, FAR), last))]
        led = left >= SIDE or (one.breaks(gap.start) and same_before(one, other, gap) >= AROUND)
        listed = any(SHARED_OUT in s.marks[at : at + FAR] for s, at in ((one, gap.end), (other, gap.stop)))
        if led and right >= SIDE and any(map(is_number, near)) and not listed:
            return "scope"
    if len(ours) == len(theirs) == 1 and is_number(ours) and is_number(theirs):
        if one.words(gap.end, min(gap.end + 5, len(one.marks))).startswith(YEARLY_REPORTS):
            return ""  # reports of two years
        around = min(left, right) >= VALUE_SIDE and left + right >= VALUE_AROUND
        return "value" if around and _opened_alike(one, other, gap) else ""
    if left + right >= AROUND and any(frozenset(pair) in known.alternatives for pair in pairs):
        return "alternative"
    return ""


def _opened_alike(one: Stream, other: Stream, gap: Difference) -> bool:
    """Whether the clauses of two numbers say the same before these, but for words that may be left out.

    国有企业实现营业收入31.2亿元 and 外资企业实现营业收入12.6亿元 agree in most of their words, and are of two things.
    """
    left = agreeing(one, other, gap.start, gap.begin, -1, bonus=0)
    sides = ((one, gap.start), (other, gap.begin))
    return all(_idle(s.known).fullmatch(s.marks[s.clause(at)[0] : at - left]) is not None for s, at in sides)


@lru_cache(maxsize=AT_A_TIME)
def _idle(known: CollationWords) -> re.Pattern[str]:
    """Words that open a clause and say nothing of whose number follows: times, verbs, what comes and goes."""
    verbs, light = either(known.verbs), "".join(sorted(known.light))
    return re.compile(rf"(?:{verbs}|[上下]半年|全年|[全我本][市县区省州国]|其中|[{light}{NUMBER_MARKS}年月日末底])*")
