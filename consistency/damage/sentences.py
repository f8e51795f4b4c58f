"""Sentences cut short, words doubled or halved, titles split, and what belongs to the page and not to the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from consistency.damage.place import Source
from consistency.lexicon.damage import DamageWords
from consistency.model import Damage
from consistency.offsets import Span
from consistency.patterns import AT_A_TIME, lazy

BODY, HEADLINE, LOOK_AHEAD = 60, 70, 4  # characters of running text, of a headline; lines to look on
ENDED = "。!?;:…”’」』）)】》>.~—*|、，"
SHOWN = 16  # characters of a place
# A numbered heading: 一、 （二） 3.
NUMBERED = lazy(r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十\d]+[章节部分]|附[件表]")
# 的的, ，， and their like; not 目的的 nor 的的确确
DOUBLED = ("的的", "，，", "、、", ";;", "，。", "。，", "、，", "，、", "。。")
TWICE = lazy(r"(?<![目标靶])的的(?![确士])|，，|、、|;;|，。|。，|、，|，、|(?<!。)。。(?!。)", needs=DOUBLED)
TITLE_END = lazy(r"(?:报告|通知|公报|意见|办法|规划|草案|说明|决定|公告|方案)(?:[(（][^)）]*[)）])?$")


class FilledLine(NamedTuple):
    """A line that holds something, without outer white space."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where its text ends."""
        return self.start + len(self.text)

    @property
    def running(self) -> bool:
        """Whether it is running text: long, and more than a sentence."""
        return len(self.text) >= BODY and "。" in self.text[:-1]

    @property
    def stops(self) -> bool:
        """Whether it stops without a mark that may end a line of text."""
        return self.text[-1] not in ENDED


def lines(text: str) -> list[FilledLine]:
    """The lines that hold something.

    >>> lines(" 一 \\n\\n二")
    [FilledLine(start=1, text='一'), FilledLine(start=5, text='二')]
    """
    found, at = [], 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            found.append(FilledLine(at + raw.index(body[0]), body))
        at += len(raw)
    return found


def cut_short(source: Source) -> Iterator[Damage]:
    """A paragraph that stops in the middle of a sentence, the headline in its way, and where it goes on."""
    rows = lines(source.text)
    running = [row for row in rows if row.running]
    if len(running) > 2 and 2 * sum(row.stops for row in running) > len(running):
        return  # this text ends its paragraphs without a mark
    for place, row in enumerate(rows):
        if row.running and row.stops:
            also = _way_on(rows, place)
            span = Span(max(row.start, row.end - SHOWN), row.end)
            yield source.damage(span, "cut_sentence", "", "likely" if also else "possible", also)


def _way_on(rows: Sequence[FilledLine], place: int) -> tuple[Span, ...]:
    """The headlines that stand in the way, and the beginning of the paragraph that goes on."""
    headlines: list[Span] = []
    for row in rows[place + 1 : place + 1 + LOOK_AHEAD]:
        if headlines and ("。" in row.text or row.text.endswith(("；", ";"))):
            return (*headlines, Span(row.start, row.start + min(SHOWN, len(row.text))))
        if len(row.text) > HEADLINE or not row.stops or NUMBERED.match(row.text):
            return ()
        headlines.append(Span(row.start, row.end))
    return ()


def split_titles(source: Source) -> Iterator[Damage]:
    """A title that runs over two lines: 关于… / …的报告."""
    rows = lines(source.text)[:12]
    for one, two in pairwise(rows):
        begins = one.text.startswith("关于") and not TITLE_END.search(one.text)
        if begins and TITLE_END.search(two.text) and max(len(one.text), len(two.text)) <= HEADLINE:
            yield source.damage(Span(one.start, two.end), "split_title", one.text + two.text, "sure")
            return


def doubled_words(source: Source) -> Iterator[Damage]:
    """A word or mark that stands twice, or half a word that must stand twice."""
    for found in TWICE.finditer(source.text):
        span = Span(max(0, found.start() - 2), min(len(source.text), found.end() + 2))
        yield source.damage(span, "doubled_word", "", "likely")
    for found in _halved(source.words).finditer(source.text):
        yield source.damage(Span(*found.span()), "halved_word", "大" + found.group(), "likely")
    for found in _loose_de(source.words).finditer(source.text):
        if not re.search("[是有使让将把为]", source.clause_before(found.start("noun"))[-24:]):
            yield source.damage(Span(found.start("noun"), found.end()), "doubled_word", found.group()[:-2] + "，")


@lru_cache(maxsize=AT_A_TIME)
def _halved(words: DamageWords) -> re.Pattern[str]:
    """大缩短了, where 大大缩短了 is due."""
    return lazy(rf"(?<![大极扩巨最重强壮做远更不宏])大{words.either('doubled')}了")


@lru_cache(maxsize=AT_A_TIME)
def _loose_de(words: DamageWords) -> re.Pattern[str]:
    """旅游业的快速发展的，: the second 的 belongs to nothing."""
    return lazy(rf"(?P<noun>[一-龥]{{1,6}}的[一-龥]{{0,4}}{words.either('ending')}的，)", needs=("的，",))


def page_furniture(source: Source) -> Iterator[Damage]:
    """What belongs to the page a text was copied from, told once for the document."""
    spans, kinds = [], set()
    for row in lines(source.text):
        found = _furniture(source.words).search(row.text.replace("，", ","))
        if found and not row.running:
            spans.append(Span(row.start, row.end))
            kinds.add(found.group())
    if len(kinds) >= 2:
        yield source.damage(spans[0], "page_furniture", "", "sure", tuple(spans[1:]), len(spans))


@lru_cache(maxsize=AT_A_TIME)
def _furniture(words: DamageWords) -> re.Pattern[str]:
    return lazy(words.either("furniture"), needs=words.groups["furniture"])
