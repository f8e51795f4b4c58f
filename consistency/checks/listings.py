"""Totals and their parts as a text sets them out: “…95枚。其中，金牌31枚，银牌28枚，铜牌36枚”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Measure

# What opens a list of parts. 包括, 分为 and a bracket do so only right behind the total they take apart.
OPENING = re.compile(
    r"(?<![对在从就将])其中(?:包括|包含|含有|含|有)?|(?<=[一-龥])\((?=[^()]*\d[^()]*[、，;][^()]*\d[^()]*\))|(?<=[，。;])(?:包括|包含|分为|分成|分别为|分别是)|按[^，。;\d]{1,14}分[，:]"
)
# Where a paragraph begins to take its amount apart, in one way or another: 分行业看，…。按地域分，…
WAY = re.compile(r"按[^，。;\d]{1,14}分[，:]|[分从][^，。;\d]{1,10}看[，:]")
BEGINNING = re.compile(r"[\s，:]*(?:在[^，。]{0,12})?$")
# A part that takes in whatever the others leave: with it a list is complete.
REST = re.compile(r"^(?:和|及|以及)?(?:其他|其它|其余)")
SPLIT = re.compile(r"分为|分成|由.{1,30}(?:组成|构成)")
CHANGED = re.compile(
    r"(?:比|较)[^，。;]{0,8}(?:增加|减少|净增|增长|下降|提高|多|少)[^，。;\d]{0,4}$|(?:净增|同比增加|同比减少)$"
)
# By how much something fell short or went beyond: no total of what is listed behind it.
SHORTFALL = re.compile(r"(?:短收|超收|增收|减收|欠收|短支|超支|增支|减支|缺口)[^，。;\d]{0,3}$")
# A number that the one before it is held against is no part: “…余额19亿元，低于限额33亿元”.
COMPARED = re.compile(r"^(?:均|仍|还|也|都)?(?:低于|高于|少于|多于|小于|大于|超过|不超过|未超过|控制在|距|离)")
WHOLE_DISTANCE = 120  # characters between a total and the list of its parts


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list and the words that tell which part it is."""

    fact: Fact
    words: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A total, the parts listed after it, and whether the words say that these are all of them.

    `sure` is how many of the parts certainly belong to it: the first, and those told like it before a semicolon.
    """

    total: Fact
    parts: tuple[Part, ...]
    complete: bool
    sure: int
    opening: str


def listings(sheet: Sheet) -> Iterator[Listing]:
    """Every list of parts in a document, in order."""
    for opening in OPENING.finditer(sheet.text):
        found = _listing(sheet, opening)
        if found is not None:
            yield found


def _listing(sheet: Sheet, opening: re.Match[str]) -> Listing | None:
    sentence = sheet.sentence(opening.start())
    end, bracketed = _end(sheet, opening, sentence.end)
    parts = list(_parts(sheet, opening.end(), end, bracketed))
    if not parts:
        return None
    total = _total(sheet, opening, sentence.start, parts[0].fact)
    if total is None:
        return None
    kept: list[Part] = []
    sure, open_ = 0, True
    for part in parts:
        if not part.fact.like(total):
            continue
        open_ = open_ and ";" not in sheet.text[opening.end() : part.fact.start]
        open_ = open_ and (not kept or _goes_on(kept[0], part))
        kept.append(part)
        sure += open_
    if not kept:
        return None
    sure = 0 if opening.group() == "(" else sure  # what stands in a bracket may be no part at all
    complete = any(REST.match(p.words) for p in kept) or bool(SPLIT.search(opening.group()))
    return Listing(total, tuple(kept), complete, sure, opening.group())


def _goes_on(first: Part, part: Part) -> bool:
    """Whether a part is told like the first one, and not the beginning of something else: 金牌…，银牌…"""
    one, other = first.words[-2:], part.words[-2:]
    return one == other or one[-1:] == other[-1:] or not part.words


def _end(sheet: Sheet, opening: re.Match[str], sentence_end: int) -> tuple[int, bool]:
    """Where a list ends, and whether that is at the bracket it stands in; else it is the end of the sentence."""
    depth = sheet.text.count("(", sheet.sentence(opening.start()).start, opening.end())
    depth -= sheet.text.count(")", sheet.sentence(opening.start()).start, opening.end())
    if depth > 0:
        close = sheet.text.find(")", opening.end(), sentence_end)
        return (close if close >= 0 else sentence_end), True
    return sentence_end, False


def _parts(sheet: Sheet, start: int, end: int, bracketed: bool) -> Iterator[Part]:
    """The amounts from `start` to `end`, without those in brackets and those that an inner list takes apart."""
    held: Part | None = None
    at = start
    for fact in sheet.within(start, end):
        between = sheet.text[at : fact.start]
        if not bracketed and _depth(sheet.text[start : fact.start]) > 0:
            continue
        if OPENING.search(between):
            return  # the amount held is the total of another list
        at = fact.end
        if not fact.is_amount or fact.measure is Measure.CHANGE:
            continue
        words = _words(sheet, start, fact)
        if COMPARED.match(words):
            break
        if CHANGED.search(words) or fact.mention.reason == "qualifies a noun":
            continue
        if held is not None:
            yield held
        held = Part(fact, words)
    if held is not None and not OPENING.search(sheet.text[at:end]):
        yield held


def _depth(words: str) -> int:
    return words.count("(") - words.count(")")


def _words(sheet: Sheet, start: int, fact: Fact) -> str:
    """What tells which part a number is: the clause before it, and the noun right behind a counter."""
    before = re.split(r"[，。;、\n]", sheet.text[start : fact.start])[-1].strip(" :“”")
    behind = re.match(r"[^，。;、()\d\n]{0,12}", sheet.text[fact.end :])
    return before if before else (behind.group() if behind else "")


def _total(sheet: Sheet, opening: re.Match[str], start: int, first: Fact) -> Fact | None:
    """The last amount before a list that its first part could be a part of."""
    if opening.group().startswith("按"):
        return _taken_apart(sheet, opening, first)
    if opening.group() == "(":
        facts = [f for f in sheet.within(max(0, opening.start() - 24), opening.start()) if f.end == opening.start()]
        return facts[-1] if facts and facts[-1].is_amount and facts[-1].like(first) else None
    sentence = sheet.sentence(opening.start())
    spans = [(max(start, opening.start() - WHOLE_DISTANCE), opening.start())]
    if BEGINNING.match(sheet.text[sentence.start : opening.start()]):
        earlier = sheet.before(sentence)
        if earlier is not None:
            spans = [(max(earlier.start, earlier.end - WHOLE_DISTANCE), earlier.end)]
    for low, high in spans:
        facts = [f for f in sheet.within(low, high) if f.is_amount and f.like(first) and not _short(sheet, f)]
        if facts:
            return facts[-1]
    return None


def _short(sheet: Sheet, fact: Fact) -> bool:
    return bool(SHORTFALL.search(sheet.text[max(0, fact.start - 12) : fact.start]))


def _taken_apart(sheet: Sheet, opening: re.Match[str], first: Fact) -> Fact | None:
    """The amount that a paragraph takes apart in one way after another: the last one that is no part by itself."""
    line, end = sheet.paragraph(opening.start()), opening.start()
    for fact in reversed([f for f in sheet.within(line.start, end) if f.is_amount and f.like(first)]):
        if fact.start >= end:
            continue
        way = WAY.search(sheet.text, sheet.sentence(fact.start).start, fact.start)
        if way is None:
            return fact
        end = way.start()
    return None
