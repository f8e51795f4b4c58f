"""A whole and the parts that a text takes it apart into: “…95枚。其中，金牌31枚，银牌28枚，铜牌36枚”.

    whole_and_parts := whole mark opening part (separator part)* end
    whole    := the nearest amount before the opening that is no change, base, limit, shortfall or aside;
                of one that a paragraph takes apart in several ways (按…分), the one before the first way
    opening  := 其中 | 包括 | 分为 | 按…分， | 分…看， | 由 (up to 构成|组成) | a bracket right behind the whole
    part     := an amount like the whole whose lead names what it is; no change, comparison or plan of one
    end      := 。 | a total | a sign of an account (加上) | 等
              | ; where the list neither opens its sentence nor is parted by ;

A list is `complete` where the words say that nothing is left: one of its parts is 其他, or the opening is 分为.
One that ends in 等 is open. Averages do not add up, and make no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from consistency.extract.relations.account import SIGN
from consistency.extract.relations.passage import Amount, Role, Told, depth
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Relation, Term
from consistency.offsets import Span
from consistency.patterns import lazy

# What opens a list of parts. 包括, 分为 and a bracket do so only right behind the total they take apart.
OPENING = lazy(
    r"""
    [其(包分按从由]  # what the openings begin with, for speed
    (?: (?<=其)(?<![对在从就将]其)中(?:包括|包含|含有|含|有)?
      | (?<=[一-龥]\()(?=[^()\d]*\d[^()、，;]*[、，;][^()\d]*\d[^()]*\))
      | (?<=[，。;]包)[括含]
      | (?<=[，。;]分)(?:[为成]|别[为是])
      | (?<=按)[^，。;\d]{1,14}分[，:]
      | (?<=[分按从])(?<![一-龥][分按从])[^，。;\d从]{1,10}看[，:]
      | (?<=由)(?=[^。;由]{1,160}?\d[^。;由\d]{0,12}?(?:构成|组成)(?!的))
    )
    """,
    re.VERBOSE,
)
# Where a paragraph begins to take its amount apart, in one way or another: 分行业看，…。按地域分，…。其中，…
WAY = lazy(r"按[^，。;\d]{1,14}分[，:]|[分从][^，。;\d]{1,10}看[，:]|(?<![对在从就将])其中")
BEGINNING = lazy(r"[\s，:]*(?:在[^，。]{0,12})?$")
# A part that takes in whatever the others leave: with it a list is complete.
REST = lazy(r"^(?:和|及|以及)?(?:其他|其它|其余)")
SPLIT = lazy(r"^(?:分为|分成|由)")
MADE_UP = lazy(r"构成|组成")
WAYS = ("按", "分", "从")  # what opens one of several ways to take a total apart
OPEN_END = lazy(r"[^，。;、\d]{0,6}等")
AVERAGE = lazy(r"人均|户均|平均|均价|每[一-龥]|亩均|单产|单价")
WORDS = 80  # characters before a part in which its words are looked for
NOUN = 12  # characters behind a part in which its noun is looked for
WHOLE_DISTANCE = 120  # characters between a total and the list of its parts


def parts(told: Told) -> Iterator[Relation]:
    """The wholes and parts of one line, in order of what opens the lists."""
    for opening in OPENING.finditer(told.text, told.line.start, told.line.end) if told.amounts else ():
        found = _list(told, opening)
        if found is not None:
            yield found


def _list(told: Told, opening: re.Match[str]) -> Relation | None:
    sheet, line = told.sheet, told.line
    listed = _listed(told, opening)
    if not listed:
        return None
    whole = _whole(told, opening, listed[0].fact)
    if whole is None:
        return None
    around = sheet.text[max(line.start, whole.fact.start - 24) : whole.fact.start]
    kept = [Term(a.fact.mention, 1, _words(sheet, opening.end(), a.fact)) for a in listed if a.fact.like(whole.fact)]
    if opening.group()[-2:] in ("看，", "看:") and _too_much(whole.fact, kept):
        return None
    if not kept or any(AVERAGE.search(words) for words in (around, *(t.words for t in kept))):
        return None
    end = listed[-1].fact.end
    open_ = OPEN_END.match(sheet.text, end) is not None
    complete = any(REST.match(t.words) for t in kept) or bool(SPLIT.search(opening.group()))
    back = sheet.page.back(Span(min(whole.fact.start, opening.start()), end))
    return Relation(
        kind="parts",
        result=Term(whole.fact.mention, 1, whole.lead),
        terms=tuple(kept),
        words=opening.group(),
        span=back,
        complete=complete and not open_ and len(kept) > 1,
        sure=0 if opening.group() == "(" else _sure(sheet, opening, kept, listed),
        unread=("等",) if open_ else (),
        others=tuple(a.fact.mention for a in told.around([whole.fact, listed[-1].fact]) if a.fact.like(whole.fact)),
    )


def _too_much(whole: Fact, kept: Sequence[Term]) -> bool:
    """Whether parts make far more than a number before them: it is none of theirs, and their total is not told."""
    return sum(t.mention.quantity.base_value for t in kept) > whole.quantity.base_value * Fraction(6, 5)


def _sure(sheet: Sheet, opening: re.Match[str], kept: Sequence[Term], listed: Sequence[Amount]) -> int:
    """How many parts certainly belong to the list: the first, and those told like it before a semicolon."""
    first, sure = kept[0], 0
    by_mention = {id(a.fact.mention): a for a in listed}
    for part in kept:
        amount = by_mention[id(part.mention)]
        told_alike = part is first or _alike(first.words, part.words)
        if ";" in sheet.text[opening.end() : amount.fact.start] or not told_alike:
            break
        sure += 1
    return sure


def _alike(one: str, other: str) -> bool:
    """Whether a part is told like the first one, and not the beginning of something else: 金牌…，银牌…"""
    return one[-1:] == other[-1:] or not other


def _listed(told: Told, opening: re.Match[str]) -> list[Amount]:
    """The amounts that a list names, without those in brackets and those that an inner list takes apart."""
    sheet = told.sheet
    start = opening.end()
    end = _end(sheet, opening)
    sentence = sheet.sentence(opening.start())
    semicolons = BEGINNING.match(sheet.text[sentence.start : opening.start()]) is not None  # may part the list
    kept: list[Amount] = []
    at = start
    for amount in told.within(start, end):
        fact = amount.fact
        between = sheet.text[at : fact.start]
        if depth(sheet.text[start : fact.start]) > 0:
            continue
        if OPENING.search(between):
            return kept[:-1]  # the last is the total of another list
        if kept and (SIGN.search(between) or OPEN_END.match(between)):
            break
        at = fact.end
        if (amount.role is Role.TOTAL and kept) or amount.role is Role.LIMIT:
            break
        if not fact.is_amount or amount.role in (Role.CHANGE, Role.RATED, Role.BASE):
            continue
        if len(kept) > 1 and ";" in between and not semicolons:
            break
        semicolons = semicolons or (len(kept) == 1 and ";" in between)
        kept.append(amount)
    return kept


def _end(sheet: Sheet, opening: re.Match[str]) -> int:
    """Where a list ends: at the bracket it stands in, else at the end of the sentence."""
    sentence = sheet.sentence(opening.start())
    if opening.group() == "由":
        made = MADE_UP.search(sheet.text, opening.end(), sentence.end)
        return made.start() if made else opening.end()
    if depth(sheet.text[sentence.start : opening.end()]) > 0:
        close = sheet.text.find(")", opening.end(), sentence.end)
        return close if close >= 0 else sentence.end
    return sentence.end


def _words(sheet: Sheet, start: int, fact: Fact) -> str:
    """What tells which part a number is: the clause before it, and the noun right behind a counter."""
    before = re.split(r"[，。;、\n]", sheet.text[max(start, fact.start - WORDS) : fact.start])[-1].strip(" :“”")
    return before or re.split(r"[，。;、()\d\n]", sheet.text[fact.end : fact.end + NOUN])[0]


def _whole(told: Told, opening: re.Match[str], first: Fact) -> Amount | None:
    """The amount before a list that its first part could be a part of."""
    sheet, line = told.sheet, told.line
    before = [a for a in told.before(opening.start()) if a.fact.is_amount and a.fact.like(first)]
    if opening.group() == "(":
        return before[-1] if before and before[-1].fact.end == opening.start() else None
    in_bracket = depth(sheet.text[sheet.sentence(opening.start()).start : opening.start()]) > 0
    before = [a for a in before if a.role in (Role.NAMED, Role.TOTAL, Role.PLAN) and (in_bracket or not a.aside)]
    if opening.group() == "由":
        return next((a for a in before if told.text[a.fact.end : opening.start()] in ("", "，")), None)
    if opening.group().startswith(WAYS) and opening.group()[:2] not in ("分为", "分成", "分别"):
        return _taken_apart(sheet, line, opening, before)
    sentence = sheet.sentence(opening.start())
    low = max(sentence.start, opening.start() - WHOLE_DISTANCE)
    if BEGINNING.match(sheet.text[sentence.start : opening.start()]):
        earlier = sheet.before(sentence)
        if earlier is not None:
            low = max(earlier.start, earlier.end - WHOLE_DISTANCE)
    before = [a for a in before if a.fact.start >= low]
    return before[-1] if before else None


def _taken_apart(sheet: Sheet, line: Span, opening: re.Match[str], before: Sequence[Amount]) -> Amount | None:
    """The amount that a paragraph takes apart in one way after another: the last one that is no part by itself."""
    end = opening.start()
    near = sheet.sentence(end)
    for _ in range(2):
        near = sheet.before(near) or near
    for amount in reversed(before):
        if amount.fact.start >= end:
            continue
        if opening.group()[0] != "按" and amount.fact.start < near.start:
            return None
        way = WAY.search(sheet.text, sheet.sentence(amount.fact.start).start, amount.fact.start)
        if way is None:
            return amount
        end = way.start()
    return None
