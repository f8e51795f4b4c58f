"""The waterfall of a meeting: each comparison with its level and its weight, in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from consistency.link.weights import probability
from consistency.model import Finding, Meeting
from consistency.report.wording import say

# Comparisons and levels in Chinese; in English they are called as in `rules/link.toml`.
CHINESE = {
    "names": "名称",
    "forms": "名称的构成",
    "heads": "中心词",
    "modifiers": "限定词",
    "strange words": "对方没有的词",
    "generality": "泛称",
    "clauses": "上下文",
    "own words": "所在分句",
    "units": "单位",
    "flow": "增量",
    "base": "口径",
    "headings": "标题",
    "neighbours": "相邻数字",
    "order": "先后次序",
    "right between two that met": "紧夹在两处已对应的数字之间",
    "between two that met": "在两处已对应的数字之间",
    "next to one that met": "紧邻已对应的数字",
    "near one that met": "在已对应的数字附近",
    "nothing beside": "旁边没有数字",
    "one indicator": "同一指标",
    "equal": "相同",
    "general in one clause": "相同而过泛，分句相同",
    "general and alone": "相同而过泛，各仅一处",
    "general": "相同而过泛",
    "one name, alike": "同名，相近",
    "one name, not alike": "同名，不相近",
    "put before": "前加词",
    "put behind": "后加词",
    "put within": "中间加词",
    "shortened": "缩写",
    "neither": "两者都不是",
    "other": "不同",
    "told around": "在上下文中",
    "left out": "缺一处",
    "several left out": "缺多处",
    "none": "无",
    "on one side": "一方有",
    "on both sides": "双方都有",
    "one": "一方",
    "both": "双方",
    "of one measure": "同一计量",
    "other counter": "量词不同",
    "both or neither": "双方一致",
    "told by one": "一方注明",
    "alike": "相近",
}


def waterfall(meeting: Meeting, lang: str) -> Iterator[tuple[str, int]]:
    """The rows of a meeting: what was compared and how it stands, with its weight; where two start from comes first."""
    yield say(lang, "prior"), meeting.prior
    for comparison, level, weight in meeting.levels:
        yield f"{_word(comparison, lang)}{say(lang, 'between')}{_word(level, lang)}", weight


def met(finding: Finding, lang: str) -> Iterator[tuple[str, str]]:
    """The rows of why the claims of a finding are held to be of one thing, each with its weight; none without one."""
    if finding.meeting is not None:
        meeting = finding.meeting
        yield from ((words, bits(weight)) for words, weight in waterfall(meeting, lang) if weight)
        yield say(lang, "sum of weights", probability=weighed(meeting.sum)), bits(meeting.sum)
        if meeting.margin is not None:
            yield say(lang, "margin over the rival"), bits(meeting.margin)


def _word(word: str, lang: str) -> str:
    if lang == "zh":
        return CHINESE.get(word) or word.replace(" alike", "相似")
    return word


def bits(weight: int) -> str:
    """A weight in bits with its sign.

    >>> bits(-45), bits(1230)
    ('-0.45', '+12.30')
    """
    return f"{Decimal(weight) / 100:+.2f}"


def weighed(total: int) -> str:
    """The probability of a sum of weights.

    >>> weighed(100), weighed(0)
    ('67%', '50%')
    """
    return f"{probability(total):.0%}"
