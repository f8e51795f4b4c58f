"""Parts of a whole: 三分之一, 近1/5, 百分之6.7, 一半, 每3辆…就有2辆."""

from __future__ import annotations

import re
from fractions import Fraction

from consistency.extract.quantities import numerals
from consistency.extract.quantities.meaning import NOUGHT, Meaning, decimal, intervals, simple_fraction
from consistency.extract.quantities.numerals import Numeral
from consistency.extract.quantities.plain import PlainNumbers, bound_notes
from consistency.extract.quantities.spellings import Spellings
from consistency.interval import Interval
from consistency.model import Bound, Quantity
from consistency.patterns import lazy

_WORDS = numerals.words_pattern()
_N = rf"(?:{numerals.FIGURES}|{_WORDS})"

# 每5台机器人就有3台 · 每产2台电脑中有1台 · 平均每5件有1件
PROPORTION = lazy(
    rf"""每(?:生?产|制造|销售|卖出|售出|出口)?[ ]?
    (?P<all>{_N})[ ]?(?P<unit>[家个辆台人户件名部艘套架])
    (?P<thing>[^，。;:\n0-9]{{0,16}}?)(?:[,，]?(?:就|便|之?中就?|里就?|当中就?))?有[ ]?
    (?P<part>{_N})[ ]?(?P=unit)""",
    re.VERBOSE,
)
# 每100户、每10万人: what a rate is told for, and no number of its own
RATE_BASE = lazy(rf"每隔?[ ]?{_N}(?P<scale>[万亿]*)")
# 三分之一 · 百分之六点七 · 百分之6.7 · 千分之三 · 三百五又三分之一
PARTS = lazy(rf"(?:(?P<whole>{_WORDS})又)?(?P<below>{_WORDS})分之(?P<above>{_N})(?P<letter>[kK](?![A-Za-z]))?")
# 百分百 · 百分之百
ALL = lazy(r"百分(?:之(?:一)?)?百")
# 1/5 · 3/16 · 1 4/3, and no date or code: 12/31/2024
SLASH = lazy(r"(?:(?P<whole>[0-9]{1,3})[ ])?(?P<above>[0-9]{1,4})/(?P<below>[0-9]{1,4})(?![/0-9.%])")
# 一半 · 过半 · 半数 · 大半; not 半年、一半会
HALF = lazy(r"(?P<over>过|大)半(?:数)?(?![百载天年月夜个辈导])|一半|半数|半(?=[成折])")
# The smallest parts that are told as simple fractions; 3/16 is exact.
SIMPLE = 12


class Shares:
    """Parts of a whole, read with one set of spellings."""

    def __init__(self, spellings: Spellings, plain: PlainNumbers, bare: bool = False) -> None:
        self._spellings = spellings
        self._plain = plain
        self._bare = bare

    # -- fractions ---------------------------------------------------------------------

    def fraction(self, text: str, start: int) -> Quantity | None:
        """三分之一, 百分之六点七."""
        whole = ALL.match(text, start)
        if whole is not None:
            hundred = Numeral(Fraction(100), Fraction(1))
            return self._percentage(text, start, whole.end(), hundred)
        found = PARTS.match(text, start)
        if found is None:
            return None
        below, above = numerals.numeral(found["below"]), numerals.numeral(found["above"])
        two = numerals.pair(found["above"])
        if two is not None and below is not None and below.value and not found["whole"]:
            ends = two[0].value / below.value * 100, two[1].value / below.value * 100
            return self._between(text, start, found.end(), ends)
        if below is None or above is None or not below.value:
            return None
        part = above.value / below.value * (1000 if found["letter"] else 1)
        if found["whole"]:
            more = numerals.numeral(found["whole"])
            if more is None:
                return None
            return self._share(text, start, found.end(), more.value + part)
        if below.value in (100, 1000, 10000):
            step = above.step / below.value * 100
            if "点" not in found["above"] and "." not in found["above"]:
                step = 100 / below.value
            return self._percentage(text, start, found.end(), Numeral(part * 100, step))
        return self._share(text, start, found.end(), part)

    def _between(self, text: str, start: int, end: int, ends: tuple[Fraction, Fraction]) -> Quantity:
        """From one part of a whole to another: 十分之一二."""
        reach, words = Interval(*ends), text[start:end]
        value = f"{decimal(ends[0])}-{decimal(ends[1])}"
        notes = (f"one part or the other: {words}",)
        meaning = Meaning(value, "%", ends[0], "%", "percent", Bound.ABOUT, NOUGHT, reach, reach, "range", notes)
        return meaning.at(start, end, start, end)

    def slash(self, text: str, start: int) -> Quantity | None:
        """1/5, 1 4/3."""
        found = SLASH.match(text, start)
        if found is None or not int(found["below"]):
            return None
        if not self._bare and int(found["above"]) >= int(found["below"]):
            return None  # 5/3 in a document is a date or the number of a page
        part = Fraction(int(found["above"]), int(found["below"])) + int(found["whole"] or 0)
        return self._share(text, start, found.end(), part)

    def half(self, text: str, start: int) -> Quantity | None:
        """一半, 过半, 半数; 半年 and 半公里 where a measure follows."""
        found = HALF.match(text, start)
        if found is not None:
            if text.startswith(("成", "折"), found.end()):
                return self._half_of(text, start)
            return self._share(text, start, found.end(), Fraction(1, 2), over=bool(found["over"]))
        return self._half_of(text, start) if text[start] == "半" else None

    def _half_of(self, text: str, start: int) -> Quantity | None:
        found = self._spellings.units.match(text, start + 1)
        if found is None or text[start - 1 : start] in NO_HALF_AFTER:
            return None
        unit = self._spellings.spelt[found.group()].unit
        if unit.dimension in ("count", "people") and not self._bare:
            return None
        value = unit.factor * (5 if unit.name == "折" else Fraction(1, 2))  # 半折 is half the price
        meaning = self._meant("0.5", unit.name, (value, NOUGHT), unit.base, unit.dimension, text, start, found.end())
        return meaning

    def _share(self, text: str, start: int, end: int, part: Fraction, over: bool = False) -> Quantity:
        """A part of a whole told as a fraction, as per cent; of a measure where one follows: 四分之一公升."""
        words = text[start:end]
        measure = self._spellings.units.match(text, end)
        if measure is not None and part < 1:
            unit = self._spellings.spelt[measure.group()].unit
            if unit.dimension not in ("count", "people", "percent", "point"):
                whole = (part * unit.factor, NOUGHT)
                return self._meant(words, unit.name, whole, unit.base, unit.dimension, text, start, measure.end())
        before = self._spellings.before(text, start)
        after = self._after(text, end)
        bound = Bound.OVER if over else self._spellings.bound(before, after, "")
        share = part * 100
        if bound is not Bound.EXACT:
            stated, expected = intervals(share, Fraction(1), bound)
        elif part.denominator <= SIMPLE and part < 1:
            stated = expected = simple_fraction(part).scaled(100)
        else:
            stated = expected = Interval.point(share)
        meaning = Meaning(
            words,
            "",
            share,
            "%",
            "percent",
            bound,
            NOUGHT,
            stated,
            expected,
            "proportion",
            (f"a part of a whole: {words} = {part}", *bound_notes(before, after or words[:1], bound)),
        )
        return meaning.at(start - len(before), end + len(after), start, end)

    def _percentage(self, text: str, start: int, end: int, told: Numeral) -> Quantity:
        return self._meant(
            decimal(told.value), "", (told.value, told.step), "%", "percent", text, start, end, "percent"
        )

    def _meant(
        self,
        value: str,
        unit: str,
        told: tuple[Fraction, Fraction],
        base: str,
        dimension: str,
        text: str,
        start: int,
        end: int,
        form: str = "number",
    ) -> Quantity:
        sign = self._plain.sign(text, start)
        number, first = told[0], start - len(sign)
        before, after = self._spellings.before(text, first), self._after(text, end)
        bound = self._spellings.bound(before, after, "")
        stated, expected = intervals(number, told[1], bound)
        if sign and sign != "+":
            value, number, stated, expected = f"-{value}", -number, stated.scaled(-1), expected.scaled(-1)
        notes = (f"in words: {text[start:end]}", *bound_notes(before, after, bound))
        meaning = Meaning(value, unit, number, base, dimension, bound, told[1], stated, expected, form, notes)
        return meaning.at(first - len(before), end + len(after), first, end)

    def _after(self, text: str, end: int) -> str:
        word = self._spellings.lexicon.bounds.after.at(text, end)
        return "" if word in ("多", "余") and text[end + 1 : end + 2].isalpha() else word

    # -- so many of every so many ------------------------------------------------------

    def proportion(self, text: str, start: int) -> tuple[Quantity | None, int]:
        """每3辆…就有2辆; what a rate is told for (每10万人) is passed over."""
        found = PROPORTION.match(text, start)
        if found is None:
            base = RATE_BASE.match(text, start)
            return None, base.end() if base else start + 1
        whole, part = numerals.numeral(found["all"]), numerals.numeral(found["part"])
        if whole is None or part is None or not whole.value or part.value > whole.value:
            return None, found.end()
        share = part.value / whole.value
        reach = simple_fraction(share).scaled(100)
        meaning = Meaning(
            f"{found['part']}/{found['all']}",
            found["unit"],
            share * 100,
            "%",
            "percent",
            Bound.EXACT,
            NOUGHT,
            reach,
            reach,
            "proportion",
            (f"so many of every so many: {share}",),
        )
        return meaning.at(start, found.end(), *found.span("all")), found.end()


# 上半年, 后半程, 一个半月: a half that is named or belongs to what stands before it
NO_HALF_AFTER = frozenset("上下前后大多过个年月天时点两一二三四五六七八九十元斤里米倍成")
