"""Growth told without a percentage: 两位数增长, 翻一番, 与上年持平."""

from __future__ import annotations

import re
from fractions import Fraction

from consistency.extract.quantities import numerals
from consistency.extract.quantities.meaning import NOUGHT, Meaning, around, decimal, intervals, rounded
from consistency.extract.quantities.numerals import Numeral
from consistency.extract.quantities.spellings import Spellings
from consistency.interval import Interval
from consistency.model import Bound, Quantity
from consistency.patterns import lazy

_WORDS = numerals.words_pattern()
# 两位数增长 · 两位数的增长
TWO_DIGITS = lazy(r"(?P<digits>[两二双个三])位数(?:以上)?(?P<growth>的?(?:较?快)?(?:增长|增速|增幅|增势|速度))?")
GROWTH_BEFORE = lazy(r"(?:增长|增速|增幅|增加|上升|提高)[^，。;]{0,8}$")
# 翻一番 · 翻了两番 · 翻番
DOUBLING = lazy(rf"翻了?(?:近|约|超过?)?(?:(?P<times>[0-9]|{_WORDS})?番)")
# 持平 · 持平(0%)
UNCHANGED = lazy(r"持平(?:\([±+-]?0(?:\.0{1,4})?%\))?")
# 与上年持平 · 同比持平 · 与去年同期持平, and neither 基本持平 nor 与全国持平: against the year before, and quite
YEAR_BEFORE = lazy(r"(?:[与和同跟较比](?:上年|去年)(?:同期|同月|末|底)?|同比)$")
# Growth is told to a tenth of a per cent in bulletins.
TENTH_OF_A_PERCENT = Fraction(1, 10)


class GrowthWords:
    """Growth in words, read with one set of spellings."""

    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings

    def digits(self, text: str, start: int) -> Quantity | None:
        """两位数增长: from 10 to 100 per cent."""
        found = TWO_DIGITS.match(text, start)
        if found is None or not (found["growth"] or GROWTH_BEFORE.search(text, max(0, start - 12), start)):
            return None
        low = {"个": 1, "三": 100}.get(found["digits"], 10)
        reach = Interval(Fraction(low), Fraction(low * 10), high_open=True)
        end = found.start("growth") if found["growth"] else found.end()
        meaning = Meaning(
            text[start:end],
            "",
            Fraction(low),
            "%",
            "percent",
            Bound.AT_LEAST,
            NOUGHT,
            reach,
            reach,
            "magnitude",
            (f"growth by its digits: {text[start:end]}",),
        )
        return meaning.at(start, end, start, end)

    def doubling(self, text: str, start: int) -> Quantity | None:
        """翻一番, 翻两番 as growth: by 100 and by 300 per cent."""
        found = DOUBLING.match(text, start)
        times = numerals.numeral(found["times"]) if found and found["times"] else Numeral(Fraction(1), Fraction(1))
        if found is None or times is None or times.value.denominator != 1 or not 0 < times.value < 10:
            return None
        value = Fraction(100 * (2 ** int(times.value) - 1))
        before = re.search(r"近|约|超过?", found.group())
        bound = self._spellings.bound(before.group() if before else "", "", "")
        stated, expected = around(value, Fraction(10)) if bound is Bound.EXACT else intervals(value, NOUGHT, bound)
        meaning = Meaning(
            decimal(times.value),
            "番",
            value,
            "%",
            "percent",
            bound,
            Fraction(10),
            stated,
            expected,
            "times",
            (f"doubled so many times: {found.group()}",),
        )
        number = found.span("times") if found["times"] else found.span()
        return meaning.at(start, found.end(), *number)

    def unchanged(self, text: str, start: int) -> Quantity | None:
        """与上年持平: a growth of nought, as exact as growth is told."""
        found = UNCHANGED.match(text, start)
        if found is None or not YEAR_BEFORE.search(text, max(0, start - 8), start):
            return None
        reach = rounded(NOUGHT, TENTH_OF_A_PERCENT)
        meaning = Meaning(
            "0",
            "%",
            NOUGHT,
            "%",
            "percent",
            Bound.EXACT,
            TENTH_OF_A_PERCENT,
            reach,
            reach,
            "unchanged",
            (f"no growth: {found.group()}",),
        )
        return meaning.at(*found.span(), *found.span())
