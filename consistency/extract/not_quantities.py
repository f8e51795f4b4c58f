"""Figures that are no quantity: dates, numbers of documents, names, list marks, versions."""

from __future__ import annotations

import re
from bisect import bisect_right

from consistency.offsets import Span

# Each alternative with an example; tried where a figure begins.
FIGURES = re.compile(
    r"""
      (?P<year>      (?:19|20)\d\d\s*(?:[-—~至到、和]\s*(?:19|20)?\d\d\s*)?年(?:代|度)?
                     (?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?(?:底|末|初|来|内)?)  # 2023年、2021-2025年、2024年1月16日
    | (?P<date>      (?:19|20)\d\d(?:[-/]\d{1,2}(?:[-/]\d{1,2})?|\.\d{1,2}\.\d{1,2})(?![\d.]) )  # 2024-01-26
    | (?P<years>     (?:19|20)\d\d\s*[-—~]\s*(?:19|20)\d\d(?![\d.]) )                  # 2018-2025
    | (?P<month>     \d{1,2}(?:\s*[-—~至、]\s*\d{1,2})?\s*月(?:份|底|末|初)?(?:\s*\d{1,2}\s*[日号])? )  # 1-11月、12月份
    | (?P<day>       \d{1,2}\s*日(?!均) )                                              # 16日
    | (?P<clock>     \d{1,2}:\d\d(?::\d\d)?(?![:\d.%]) )                               # 10:30
    | (?P<serial>    \d+\s*号(?!召) )                                                  # 5号、10号线
    | (?P<sum>       \d+(?:\s*\+\s*[\dNXn]+)+(?!\d*[.%]) )                             # 7+3、1+5+N
    | (?P<dotted>    \d+·\d+ )                                                         # 6·18
    | (?P<firsts>    \d+\s*[个项](?![月季])(?=[^，。”’\n]{0,10}第[一1]) )                            # 5个全市第一
    | (?P<strong>    \d+\s*强(?!度) )                                                  # 500强
    | (?P<version>   \d+\.\d+\s*(?:版|时代|\.\d) )                                     # 2.0版
    | (?P<phone>     (?:0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})(?!\d) ) # 023-67891234
    | (?P<annex>     (?<=附件|附表|专栏|图表)\s?\d+ | (?<=[附图表注])\d{1,2}(?=[:.、\s)]) )         # 附件1、图2:
    | (?P<term>      \d+(?=[级型类期版代届]\b) )                                       # 5A级
    """,
    re.VERBOSE,
)

# Stretches in which every figure belongs to a name. Example: 《民法典》、https://…、〔2023〕5号
NAMES = re.compile(
    r"""
      《[^》\n]{1,60}》
    | (?:https?://|www\.)[^\s，。；）)]+
    | (?<![\w.])/[\w./-]{4,}\.s?html?
    | [〔\[【(]\s*(?:19|20)\d\d\s*[〕\]】)]\s*\d+\s*号
    | (?:GB|DB|ISO|IEC|YY|HJ|JT)[/A-Z]*\s?\d+(?:[.—-]\d+)*                              # GB/T 33190
    """,
    re.VERBOSE,
)

# A quoted name: short, without a sign or a percentage: “885”、“三个一批”、“入学一件事”
QUOTED = re.compile(r"[“‘「『\"]([^“”‘’「」『』\"\n]{1,24})[”’」』\"]")
_A_FACT = re.compile(r"[%‰+=]|\d[万亿]|元|\d\.\d|第[一二三1-9]$")

# List marks at the head of a line or after a sentence: 1. 、(2)、①、3、
LIST_MARK = re.compile(r"(?m)^[ \t]*(?:[(]\d{1,3}[)]|\d{1,3}[.、．)](?!\d))[ \t]*")


class NameSpans:
    """The stretches of one text whose figures belong to names, for quick asking."""

    def __init__(self, text: str) -> None:
        spans = [m.span() for m in NAMES.finditer(text)]
        spans += [m.span(1) for m in QUOTED.finditer(text) if not _A_FACT.search(m[1])]
        spans += [m.span() for m in LIST_MARK.finditer(text)]
        self._spans = _joined(spans)
        self._starts = [s for s, _ in self._spans]

    def covering(self, position: int) -> Span | None:
        """The name that the character at `position` belongs to, if it belongs to one."""
        at = bisect_right(self._starts, position) - 1
        if at >= 0 and position < self._spans[at][1]:
            return Span(*self._spans[at])
        return None


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
