"""Numbers that lost what stood beside them: the mark between two, the unit, the scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from consistency.damage.place import Source
from consistency.lexicon.damage import DamageWords
from consistency.model import Damage
from consistency.offsets import Span
from consistency.patterns import AT_A_TIME, lazy

# 64%107%
PERCENTAGES = lazy(r"(?<![\d.])(?P<one>\d+(?:\.\d+)?%)(?P<more>(?:\d+(?:\.\d+)?%)+)")
# 26.9m2, 18平方米: an area without a scale word
AREA = lazy(r"(?<![\d.,万亿千百余多])(?P<number>\d{1,3}(?:\.\d)?)\s*(?:m2|m²|㎡|平方米)(?![\d一-龥]{0,2}[/每])")
# 新增学校38 at the end of a line
LAST_COUNT = lazy(r"(?P<noun>[一-龥”]{2,6})(?P<number>\d{1,5})$")
LONG_LINE = 40  # characters from which on a line that ends in figures was broken, and is no heading
# Before a bare number: 第3, 附件1, 图2, 1-8, 2023年, T2
_NO_COUNT = lazy(r"(?:第|附件|附表|图|表|年|月|至|到|[-—~:/.·\dA-Za-z])$")


def run_together(source: Source) -> Iterator[Damage]:
    """Two percentages, or two amounts in one unit, with nothing between them."""
    for found in PERCENTAGES.finditer(source.text):
        parts = re.findall(r"\d+(?:\.\d+)?%", found.group())
        yield source.damage(Span(*found.span()), "figures_run_together", "、".join(parts), "sure")
    for found in _amounts(source.words).finditer(source.text):
        proposal = f"{found['one']}、{found['two']}"
        yield source.damage(Span(*found.span()), "figures_run_together", proposal)


@lru_cache(maxsize=AT_A_TIME)
def _amounts(words: DamageWords) -> re.Pattern[str]:
    """12.5亿元13.6亿元, and what came between got lost."""
    number = r"\d+(?:\.\d+)?"
    return lazy(rf"(?<![\d.])(?P<one>{number}(?P<unit>{words.either('measured')}))(?P<two>{number}(?P=unit))")


def unit_missing(source: Source) -> Iterator[Damage]:
    """A bare count at the end of a line in whose last sentence other counts have a unit, or before the next verb."""
    at = 0
    text = source.text
    for line in text.splitlines(keepends=True):
        body = line.rstrip()
        last = LAST_COUNT.search(body) if len(body) >= LONG_LINE and body[-1].isdecimal() else None
        if last and not _NO_COUNT.search(body[: last.start("number")]):
            sentence = body[max(body.rfind(mark, 0, last.start()) for mark in "。;!?") + 1 : last.start("number")]
            siblings = _counts(source.words).findall(sentence)
            if siblings and not _unit_next(source.words).match(text, at + len(line)):
                span = Span(at + last.start(), at + last.end())
                yield source.damage(span, "unit_missing", last["number"] + siblings[-1], "likely")
        at += len(line)
    for found in _before_verb(source.words).finditer(text):
        yield source.damage(Span(*found.span()), "unit_missing", "", "likely")


@lru_cache(maxsize=AT_A_TIME)
def _unit_next(words: DamageWords) -> re.Pattern[str]:
    """The number's unit at the beginning of the next line: the text is wrapped."""
    return lazy(rf"[ \t\u3000]*(?:[\d.,%]|{words.either('counters')})")


@lru_cache(maxsize=AT_A_TIME)
def _counts(words: DamageWords) -> re.Pattern[str]:
    return lazy(rf"\d(?:余|多)?({words.either('counters')})")


@lru_cache(maxsize=AT_A_TIME)
def _before_verb(words: DamageWords) -> re.Pattern[str]:
    """奖项38新增, where 奖项38个。新增 is due."""
    counted, opening = words.either("counted"), words.either("opening")
    return lazy(rf"(?P<noun>{counted})(?P<number>\d{{1,5}})(?={opening}[一-龥])")


def small_areas(source: Source) -> Iterator[Damage]:
    """An area of a few square metres where a yearly total of roads, houses or land is told."""
    for found in AREA.finditer(source.text):
        number = found["number"]
        if "." not in number and len(number) > 2:
            continue
        before = re.split(r"[，、。;,]", source.clause_before(found.start()))[-1]
        clause = source.clause_before(found.start())[-30:]
        words = source.words
        if not _areas(words).search(before) or not _totals(words).search(clause) or _small(words).search(before):
            continue
        unit = found.group()[len(number) :].strip()
        span = Span(max(found.start() - min(len(before), 12), 0), found.end())
        yield source.damage(span, "small_area", f"{number}万{unit}", "possible")


@lru_cache(maxsize=AT_A_TIME)
def _areas(words: DamageWords) -> re.Pattern[str]:
    return lazy(words.either("areas"))


@lru_cache(maxsize=AT_A_TIME)
def _totals(words: DamageWords) -> re.Pattern[str]:
    return lazy(words.either("totals"))


@lru_cache(maxsize=AT_A_TIME)
def _small(words: DamageWords) -> re.Pattern[str]:
    return lazy(words.either("small"))
