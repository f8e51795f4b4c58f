"""Headings that a copy has run into the text below them, as copies of web pages do: 1.债务情况全市债务余额…"""

from __future__ import annotations

import re

from consistency.patterns import lazy

DEEPEST = 4  # headings in headings

_LEVEL_OF_GOVERNMENT = r"(?:全[省市区县州旗国]|[我本][省市区县州旗]|[省市区县州]本?级)"
_YEAR = r"(?:(?:19|20)\d\d年(?:度|底|末|以来)?|今年(?:以来)?|去年)"
# Nouns that headings end with. The latter are verbs too (安排全市…), and end one only where a year or “一是” follows.
_NOUN = r"(?:情况|任务|措施|成效|进展|形势|问题|打算)"
_VERBAL_NOUN = r"(?:安排|建议|意见|要求|部署|说明|目标)"

# The heading of a line after its number, where text begins right behind it with no stop between.
RUN_IN = lazy(
    rf"""
    (?P<heading> [^\d，。;:!?()%]{{1,30}}? (?:
        # the first of a deeper row of headings: 1.交通运输(1)公路建设
        (?=[(](?:1|一)[)](?![号期批类])[一-龥])
        # a heading's last word, then how paragraphs begin: …完成情况2025年，… · …工作任务一是…
      | (?:{_NOUN}|{_VERBAL_NOUN}) (?=\s{{0,2}}(?:{_YEAR}(?:，|{_LEVEL_OF_GOVERNMENT})|一是))
      | {_NOUN} (?=\s{{0,2}}{_LEVEL_OF_GOVERNMENT})
    ))
    # the heading's own words said again: 城乡医疗保险2025年全市城乡医疗保险… · 政府债务情况政府债务余额…
  | (?P<said> [^\d，。;:!?()%]{{0,12}}? (?P<again>[一-龥]{{4,20}}) (?:情况)?
        (?=\s{{0,2}}{_YEAR}?{_LEVEL_OF_GOVERNMENT}?(?P=again))
    )
    """,
    re.VERBOSE,
)


def cuts(line: str, numbered: re.Pattern[str]) -> list[int]:
    """Where the headings that a line begins with end, though text follows right behind; `numbered` finds their numbers.

    >>> cuts("1.债务情况全市债务余额12亿元。", lazy("[1-9][.]"))
    [6]
    """
    found: list[int] = []
    at = 0
    for _ in range(DEEPEST):
        mark = numbered.match(line[at:])
        heading = RUN_IN.match(line, at + mark.end()) if mark else None
        if heading is None:
            break
        at = heading.end()
        found.append(at)
    return found
