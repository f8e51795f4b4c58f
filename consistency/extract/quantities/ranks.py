"""Places among others: 居全市第三, 第3位, 首位, 全国前十; other ordinals are no numbers."""

from __future__ import annotations

import re
from fractions import Fraction

from consistency.extract.quantities import numerals
from consistency.extract.quantities.meaning import NOUGHT, Meaning, decimal
from consistency.interval import Interval
from consistency.model import Bound, Quantity
from consistency.patterns import lazy

_N = rf"(?:[0-9]+|{numerals.words_pattern()})"
# What a rank may be followed by: nothing that it numbers, so not 第三产业, 第十九届
_ALONE = r"(?=[，。;、:!?)）(”’\"\s/]|的(?:优异|优秀|佳|好)?(?:成绩|佳绩|位置|名次|排名)|$)"
# 第三 · 第3位 · 第一名
RANK = lazy(rf"第(?P<place>{_N})(?P<unit>位|名)?{_ALONE}")
# 第2大城 · 第二大经济体, after a place
LARGEST = lazy(rf"第(?P<place>{_N})大(?=[城市省县区经贸港产生])")
ORDINAL = lazy(rf"第{_N}")
FIRST = lazy(r"首位|榜首|首席(?=[，。;、\s])")
# 前三 · 前10位 · 前3名
TOP = lazy(rf"前(?P<place>{_N})(?:位|名|强)?(?=[，。;、:!?)）”\s]|行列|之列|$)")
# 居, 列 and the like, and a comparison area, make an ordinal a rank.
RANKED = lazy(
    r"[居列排获评占保持稳连蝉取得为][^，。;]{0,16}$|[市国省区县界球部州盟旗内业一]$|[市国省区县州](?:\([^()]{1,8}\))$"
)
# 河南第2: figures after a name of a place are a rank, words may be another thing's name
NAMED = lazy(r"[一-龥]{2}$")
UNRANKED = lazy(r"[图表件注章节条款期批届次季]$|^\s*$")
# Counted from the other end
LAST = "倒数"


class Ranks:
    """Reads places among others; `bare` takes every ordinal for one."""

    def __init__(self, bare: bool = False) -> None:
        self._bare = bare

    def ordinal(self, text: str, start: int) -> tuple[Quantity | None, int]:
        """The rank that 第 begins, or nothing and the end of the ordinal."""
        run = ORDINAL.match(text, start)
        if run is None:
            return None, start + 1
        found = RANK.match(text, start) or LARGEST.match(text, start)
        if self._bare:
            found = found or lazy(rf"第(?P<place>{_N})").match(text, start)
        if found is None:
            return None, run.end()
        context = text[max(0, start - 18) : start]
        if context.endswith(LAST):
            return None, found.end()
        figures = found["place"].isdigit()
        if not (
            self._bare or RANKED.search(context) or (figures and NAMED.search(context) and not UNRANKED.search(context))
        ):
            return None, run.end()
        return self._rank(found, "a place among others"), found.end()

    def first(self, text: str, start: int) -> tuple[Quantity | None, int]:
        """首位, 榜首, where what stands before makes it a rank."""
        found = FIRST.match(text, start)
        if found is None or not RANKED.search(text[max(0, start - 18) : start]):
            return None, start + 1
        return self._rank(found, "the first place in words"), found.end()

    def top(self, text: str, start: int) -> tuple[Quantity | None, int]:
        """全国前十: a place no lower than the tenth."""
        found = TOP.match(text, start)
        if found is None or not RANKED.search(text[max(0, start - 18) : start]):
            return None, start + 1
        return self._rank(found, "among the first so many", Bound.AT_MOST), found.end()

    def _rank(self, found: re.Match[str], why: str, bound: Bound = Bound.EXACT) -> Quantity | None:
        named = "place" in found.re.groupindex
        number = numerals.numeral(found["place"]) if named else numerals.Numeral(Fraction(1), NOUGHT)
        if number is None or number.value.denominator != 1:
            return None
        place = number.value
        reach = Interval.point(place) if bound is Bound.EXACT else Interval(Fraction(1), place)
        meaning = Meaning(
            decimal(place),
            "第",
            place,
            "rank",
            "rank",
            bound,
            NOUGHT,
            reach,
            reach,
            "rank",
            (f"{why}: {found.group()}",),
        )
        return meaning.at(*found.span(), *found.span("place" if named else 0))
