"""Every quantity of a text: number, unit and bound, as the interval they state.

Two stages, so that long texts stay cheap: a character class finds where a number may
begin, and only there the grammar is tried.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from consistency.extract import numerals
from consistency.extract.meaning import intervals, magnitude, rounded, simple_fraction
from consistency.extract.not_quantities import FIGURES, NameSpans
from consistency.extract.numerals import ARABIC, CHINESE, MIXED, SCALE, Numeral
from consistency.lexicon import COUNTS, Lexicon
from consistency.model import Bound, Quantity, Unit
from consistency.offsets import Span

_CN = f"[{numerals.DIGITS}{numerals.PLACES}{numerals.SCALES}]+"
_N = rf"(?:\d+(?:\.\d+)?|{_CN})"

# Where a number may begin.
ANCHOR = re.compile(rf"[\d第首每数几半过翻双{numerals.DIGITS}{numerals.PLACES}{numerals.SCALES}]")

# 每3辆新能源汽车就有2辆 · 每产2台电脑中有1台
PROPORTION = re.compile(
    rf"""每(?:生?产|制造|销售|卖出|售出|出口)?\s*
    (?P<all>{_N})\s*(?P<unit>[家个辆台人户件名部架艘套件])
    (?P<thing>[^，。;:\n\d]{{0,16}}?)(?:[,，]?(?:就|便|之?中就?|里就?|当中就?))?有\s*
    (?P<part>{_N})\s*(?P=unit)""",
    re.VERBOSE,
)
# 三分之一 · 百分之六点七 · 百分之6.7 · 千分之三
PARTS = re.compile(rf"(?P<below>{_CN})分之(?P<above>{_N}(?:点[{numerals.DIGITS}]+)?)")
# 1/5 · 3/16, and no date or code: 12/31/2024
SLASH = re.compile(r"(?P<above>\d{1,3})/(?P<below>\d{1,3})(?![/\d.])")
# 三成 · 七成半 · 两成多; not 成员、成为
TENTHS = re.compile(r"(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?(?![员立为功本果就长都份分熟型])")
# 第三 · 第3位 · 第一名, followed by nothing that it numbers: not 第三产业、第十九届
RANK = re.compile(rf"第(?P<place>\d+|{_CN})(?P<unit>位|名)?(?=[，。;、:!?)）”’\s]|的(?:佳|好)?(?:成绩|佳绩|位置)|$)")
FIRST = re.compile(r"首位|榜首|首席(?=[，。;、\s])")
# 翻一番 · 翻两番
DOUBLING = re.compile(rf"翻(?:了)?(?P<times>\d|{_CN})番")
# 两位数增长 · 两位数的增长
TWO_DIGITS = re.compile(r"(?P<digits>两|二|双|个|三)位数(?=的?(?:的)?(?:增长|增速|增幅|以上增长))")
# 一半 · 过半 · 半数
HALF = re.compile(r"一半|过半(?!百|数)|半数|过半数")
# 第, 居 and the like, and a comparison area, make an ordinal a rank.
RANKED = re.compile(r"[居列排获评占保持稳连蝉取得为][^，。;]{0,16}$|[市国省区县界球部州盟旗内业一]$")
# 5%-6% · 3至5家 · 2.5—3万元
RANGE_LINK = re.compile(r"\s*(?:-{1,2}|—{1,2}|~|至|到)\s*(?=\d)")
# An order of magnitude: 百万 · 千亿 · 万, nothing counted in front
MAGNITUDE = re.compile(r"[十百千万亿]+$")
# 七八家 · 三五个 · 十七八人
NEIGHBOURS = re.compile(rf"(?P<tens>[{numerals.DIGITS}]?十)?(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?P<scale>[十百千万亿]*)")
_COMPOSITION = re.compile(r"\d+(?:\.\d+)?(?:\s*:\s*\d+(?:\.\d+)?)+")


class _Number(NamedTuple):
    """A number and what belongs to it, before unit and bound are known."""

    start: int
    end: int
    numeral: Numeral
    words: str
    in_words: bool = False


class QuantityReader:
    """Reads the quantities of folded text with the words of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._units = lexicon.units
        self._bounds = lexicon.bounds
        self._percent = lexicon.units.by_name["%"]

    def read(self, text: str) -> tuple[Quantity, ...]:
        """The quantities of a folded text in order; spans are places in that text."""
        names = NameSpans(text)
        found: list[Quantity] = []
        at = 0
        while (hit := ANCHOR.search(text, at)) is not None:
            start = hit.start()
            name = names.covering(start)
            if name is not None:
                at = name.end
                continue
            quantity, at = self._at(text, start)
            if quantity is not None:
                found.append(quantity)
        return tuple(found)

    def _at(self, text: str, start: int) -> tuple[Quantity | None, int]:
        """The quantity that begins at `start`, if one does, and where to go on."""
        char = text[start]
        if char.isdigit():
            return self._figures(text, start)
        if char == "每":
            found = PROPORTION.match(text, start)
            return (self._proportion(found), found.end()) if found else (None, start + 1)
        if char in "第首":
            return self._rank(text, start)
        if char == "翻":
            doubled = DOUBLING.match(text, start)
            return (self._doubling(text, doubled), doubled.end()) if doubled else (None, start + 1)
        return self._words(text, start)

    # -- figures -----------------------------------------------------------------------

    def _figures(self, text: str, start: int) -> tuple[Quantity | None, int]:
        other = FIGURES.match(text, start)
        if other is not None:
            return None, other.end()
        composed = _COMPOSITION.match(text, start)
        if composed is not None:
            return self._composition(text, composed), composed.end()
        slash = SLASH.match(text, start)
        if slash is not None and int(slash["below"]) > 0:
            part = Fraction(int(slash["above"]), int(slash["below"]))
            return self._share(text, slash.start(), slash.end(), slash.group(), part), slash.end()
        number = self._number(text, start)
        before = text[start - 1] if start else ""
        if before == "." or (before.isascii() and before.isalpha()):
            quantity = self._with_unit(text, number)
            known = quantity is not None and quantity.dimension not in ("", *COUNTS)
            return (quantity, quantity.span.end) if quantity and known else (None, number.end)
        quantity = self._with_unit(text, number)
        if quantity is None:
            return None, number.end
        return quantity, max(quantity.span.end, number.end)

    def _number(self, text: str, start: int) -> _Number:
        mixed = MIXED.match(text, start)
        if mixed is not None:
            return _Number(start, mixed.end(), numerals.mixed(mixed.group()), mixed.group())
        plain = ARABIC.match(text, start)
        assert plain is not None  # the anchor is a digit
        return _Number(start, plain.end(), numerals.arabic(plain.group()), plain.group())

    # -- words -------------------------------------------------------------------------

    def _words(self, text: str, start: int) -> tuple[Quantity | None, int]:
        """Numerals in words: read only where what stands around them makes them numbers."""
        half = HALF.match(text, start)
        if half is not None:
            quantity = self._share(text, start, half.end(), half.group(), Fraction(1, 2))
            return quantity, half.end()
        digits = TWO_DIGITS.match(text, start)
        if digits is not None:
            return self._two_digits(digits), digits.end()
        tenths = TENTHS.match(text, start)
        if tenths is not None:
            return self._tenths(text, tenths), tenths.end()
        parts = PARTS.match(text, start)
        if parts is not None:
            return self._parts(text, parts), parts.end()
        run = CHINESE.match(text, start)
        if run is None:
            return None, start + 1
        near = NEIGHBOURS.match(text, start)
        if near is not None and near.end() == run.end() and int(numerals._DIGIT[near["high"]]) - 1 == numerals._DIGIT[near["low"]]:
            quantity = self._neighbours(text, near)
            if quantity is not None:
                return quantity, quantity.span.end
        numeral = numerals.chinese(run.group())
        if numeral is None:
            return None, run.end()
        number = _Number(start, run.end(), numeral, run.group(), in_words=True)
        if MAGNITUDE.match(run.group()) and run.group()[0] != "十":
            quantity = self._magnitude(text, number)
        else:
            quantity = self._counted(text, number)
        return quantity, max(run.end(), quantity.span.end if quantity else 0)

    def _counted(self, text: str, number: _Number) -> Quantity | None:
        """三家、十二个月: read where a unit follows that numerals in words go with."""
        end = number.end
        between = end < len(text) and text[end] in self._bounds.between
        unit = self._units.at(text, end + between)
        if unit is None or unit.name not in self._units.after_numeral:
            return None
        if number.words == "一" and unit.name in self._units.not_after_one:
            return None
        if number.start and text[number.start - 1] in "第十初每其":
            return None
        return self._with_unit(text, number)

    def _magnitude(self, text: str, number: _Number) -> Quantity | None:
        """上千场、突破百万人次、数十家、百亿级: only with a word that makes it a number."""
        start, end = number.start, number.end
        before = self._bounds.before.before(text, start)
        special = "" if before else self._bounds.magnitude.before(text, start)
        level = text.startswith("级", end) and "亿" in number.words
        more = end < len(text) and text[end] in self._bounds.between
        unit = self._units.at(text, end + more) if not level else None
        if unit is None and not level and not text.startswith(("大关", "关口"), end + more):
            return None
        if not (before or special or level or more):
            return None
        meaning = self._bounds.before.meaning.get(before) or self._bounds.magnitude.meaning.get(special)
        bound = Bound.REMAINDER if more else Bound(meaning or "at_least")
        tail = end + more + (len(unit.name) if unit else 1 if level else 0)
        late = self._bounds.after.at(text, tail)
        if late:
            tail += len(late)
        value = number.numeral.value * (unit.factor if unit else 1)
        if before and not more:
            stated, expected = intervals(value, Fraction(0), bound)
        else:
            stated, expected = magnitude(value, bound)
        return Quantity(
            span=Span(start - len(before or special), tail),
            number=Span(start, end),
            value=str(number.numeral.value),
            unit=text[end : end + more + len(unit.name)] if unit else "",
            base_value=value,
            base_unit=unit.base if unit else "",
            dimension=unit.dimension if unit else "",
            bound=bound,
            step=Fraction(0),
            stated=stated,
            expected=expected,
            form="magnitude",
            reading=("numeral in words", f"order of magnitude, {bound}"),
        )

    def _neighbours(self, text: str, found: re.Match[str]) -> Quantity | None:
        """七八家: one or the other."""
        low, high = numerals._DIGIT[found["low"]], numerals._DIGIT[found["high"]]
        unit = self._units.at(text, found.end())
        if unit is None or unit.name not in self._units.after_numeral:
            return None
        tens = numerals.chinese(found["tens"]) if found["tens"] else None
        size = numerals.power(found["scale"]) if found["scale"] else 1
        offset = tens.value if tens else Fraction(0)
        first, last = (offset + low) * size * unit.factor, (offset + high) * size * unit.factor
        return self._range(text, found.start(), found.end(), unit, first, last, Fraction(0), "numerals in words, one or the other")

    # -- number with unit --------------------------------------------------------------

    def _with_unit(self, text: str, number: _Number) -> Quantity | None:
        """The number with scale, unit, sign, bounds and, for a range, its other end."""
        end, more = number.end, False
        gap = 1 if text.startswith(" ", end) and text[end + 1 : end + 2].strip() else 0
        if end < len(text) and text[end] in self._bounds.between:
            end, more = end + 1, True
        scale, unit, tail = self._scale_and_unit(text, end + (0 if more else gap), number.in_words)
        if not scale and unit is None:
            if more and not number.in_words:
                tail = end
            elif more:
                return None
            else:
                tail = number.end
        if not more and tail < len(text) and scale and unit is None and text[tail] in self._bounds.between:
            tail, more = tail + 1, True
            unit = self._units.at(text, tail)
            tail += len(unit.name) if unit else 0
        link = RANGE_LINK.match(text, tail)
        if link is not None and not number.in_words:
            ranged = self._try_range(text, number, scale, unit, link.end())
            if ranged is not None:
                return ranged
        return self._plain(text, number, scale, unit, tail, more)

    def _scale_and_unit(self, text: str, at: int, in_words: bool) -> tuple[str, Unit | None, int]:
        """Scale words and unit from `at` on, and where they end."""
        unit = self._units.at(text, at)
        if unit is not None and (in_words or unit.name[0] not in "十百千万亿"):
            return "", unit, at + len(unit.name)
        run = SCALE.match(text, at)
        if run is None or in_words:
            return "", unit, at + (len(unit.name) if unit else 0)
        if unit is not None and unit.name[0] in "百千" and len(run.group()) == 1:
            return "", unit, at + len(unit.name)
        end = run.end()
        gap = 1 if text.startswith(" ", end) else 0
        if end < len(text) and text[end] in self._bounds.between:
            return run.group(), None, end
        unit = self._units.at(text, end + gap)
        return run.group(), unit, end + gap + len(unit.name) if unit else end

    def _try_range(self, text: str, first: _Number, scale: str, unit: Unit | None, at: int) -> Quantity | None:
        if FIGURES.match(text, at):
            return None
        other = self._number(text, at)
        scale2, unit2, tail = self._scale_and_unit(text, other.end, False)
        if unit is not None and (unit2 is None or unit2.dimension != unit.dimension):
            return None
        if unit2 is None and not scale2:
            return None
        low_scale = numerals.power(scale or ("" if unit else scale2) or "") if (scale or (scale2 and not unit)) else 1
        high_scale = numerals.power(scale2) if scale2 else 1
        low_unit = unit or unit2
        factor = low_unit.factor if low_unit else Fraction(1)
        low, high = first.numeral.value * low_scale * factor, other.numeral.value * high_scale * factor
        if not low < high:
            return None
        step = other.numeral.step * high_scale * factor
        return self._range(text, first.start, tail, unit2, low, high, step, "a range, unit and scale shared")

    def _range(
        self, text: str, start: int, tail: int, unit: Unit | None, low: Fraction, high: Fraction, step: Fraction, why: str
    ) -> Quantity:
        if unit is not None and text.startswith(unit.name, tail):
            tail += len(unit.name)
        before = self._bounds.before.before(text, start)
        low_end, high_end = rounded(low, step).low, rounded(high, step).high
        from consistency.interval import Interval

        reach = Interval(low_end, high_end)
        return Quantity(
            span=Span(start - len(before), tail),
            number=Span(start, start + len(text[start:tail].rstrip())),
            value=text[start:tail],
            unit=unit.name if unit else "",
            base_value=low,
            base_unit=unit.base if unit else "",
            dimension=unit.dimension if unit else "",
            bound=Bound.ABOUT,
            step=step,
            stated=reach,
            expected=reach,
            form="range",
            reading=(why,),
        )

    def _plain(
        self, text: str, number: _Number, scale: str, unit: Unit | None, tail: int, more: bool
    ) -> Quantity | None:
        start = number.start
        sign, start = self._sign(text, start)
        before = self._bounds.before.before(text, start) if start else ""
        if not before and text.startswith(" ", start - 1):
            before = self._bounds.before.before(text, start - 1)
            before = before + " " if before else ""
        after = self._bounds.after.at(text, tail)
        if unit is None and not scale and not more and not after and self._glued(text, number.end):
            return None
        bound = Bound.EXACT
        if before:
            bound = Bound(self._bounds.before.meaning[before.strip()])
        elif after and not (after in ("多", "余") and self._glued(text, tail + len(after)) and unit is None):
            bound = Bound(self._bounds.after.meaning[after])
        elif more:
            bound = Bound.REMAINDER
        if not (after and bound is not Bound.EXACT):
            after = ""
        size = numerals.power(scale) if scale else 1
        factor = size * (unit.factor if unit else Fraction(1))
        value, step = number.numeral.value * factor, number.numeral.step * factor
        if self._exact(unit, number, scale):
            step = Fraction(0)
        stated, expected = intervals(value, step, bound)
        if sign < 0:
            value, stated, expected = -value, stated.scaled(-1), expected.scaled(-1)
        return Quantity(
            span=Span(start - len(before), tail + len(after)),
            number=Span(start, number.end),
            value=("-" if sign < 0 else "") + _decimal(number),
            unit=text[number.end : tail].strip(),
            base_value=value,
            base_unit=unit.base if unit else "",
            dimension=unit.dimension if unit else "",
            bound=bound,
            step=step,
            stated=stated,
            expected=expected,
            form="percent" if unit is not None and unit.dimension == "percent" else "number",
            reading=_reading(number, scale, unit, before, after, more, bound),
        )

    def _sign(self, text: str, start: int) -> tuple[int, int]:
        """-1 and where the sign stands, for a number with a minus; + is taken in and means nothing."""
        if start and text[start - 1] in "-+":
            earlier = text[start - 2 : start - 1]
            if not (earlier.isdigit() or earlier in ("-", "—", "%")):
                return (-1 if text[start - 1] == "-" else 1), start - 1
        if start and text[start - 1] in "负":
            return -1, start - 1
        return 1, start

    @staticmethod
    def _glued(text: str, end: int) -> bool:
        """Whether figures without a unit run on into a word: 360总部, 1862项目."""
        after = text[end : end + 1]
        return bool(after) and (after.isalpha() or after in "“”\"'_/\\@#&*") and after not in "或及和与至到"

    @staticmethod
    def _exact(unit: Unit | None, number: _Number, scale: str) -> bool:
        """Whether the number is a count told to the last one, not rounded."""
        if scale or number.numeral.step < 1 or any(c in number.words for c in "万亿兆"):
            return False
        return unit is not None and (unit.dimension in COUNTS or unit.dimension.startswith("duration"))

    # -- shares, ranks and other forms -------------------------------------------------

    def _share(self, text: str, start: int, end: int, words: str, part: Fraction) -> Quantity:
        """A part of a whole told as a simple fraction, as per cent."""
        before = self._bounds.before.before(text, start)
        after = self._bounds.after.at(text, end)
        bound = Bound.EXACT
        if words.startswith("过半"):
            bound = Bound.OVER
        elif before:
            bound = Bound(self._bounds.before.meaning[before])
        elif after:
            bound = Bound(self._bounds.after.meaning[after])
        reach = simple_fraction(part).scaled(100)
        if bound is Bound.EXACT:
            stated = expected = reach
        else:
            stated, expected = intervals(part * 100, Fraction(1), bound)
        return Quantity(
            span=Span(start - len(before), end + len(after)),
            number=Span(start, end),
            value=words,
            unit="",
            base_value=part * 100,
            base_unit="%",
            dimension="percent",
            bound=bound,
            step=Fraction(0),
            stated=stated,
            expected=expected,
            form="proportion",
            reading=("a simple fraction", str(part)),
        )

    def _proportion(self, found: re.Match[str]) -> Quantity | None:
        whole, part = _either(found["all"]), _either(found["part"])
        if not whole or not part or part > whole:
            return None
        share = part / whole
        reach = simple_fraction(share).scaled(100)
        return Quantity(
            span=Span(found.start(), found.end()),
            number=Span(*found.span("all")),
            value=f"{found['part']}/{found['all']}",
            unit=found["unit"],
            base_value=share * 100,
            base_unit="%",
            dimension="percent",
            bound=Bound.EXACT,
            step=Fraction(0),
            stated=reach,
            expected=reach,
            form="proportion",
            reading=("so many of every so many", str(share)),
        )

    def _parts(self, text: str, found: re.Match[str]) -> Quantity | None:
        below = numerals.chinese(found["below"])
        above = _either(found["above"])
        if below is None or above is None or not below.value:
            return None
        part = above / below.value
        if found["below"] in ("百", "千", "一百", "一千", "万", "一万"):
            step = Fraction(1) / below.value
            words = found["above"]
            point = max(words.find("点"), words.find("."))
            if point >= 0:
                step /= 10 ** (len(words) - point - 1)
            return self._percentage(text, found, part * 100, step * 100)
        return self._share(text, found.start(), found.end(), found.group(), part)

    def _percentage(self, text: str, found: re.Match[str], value: Fraction, step: Fraction) -> Quantity:
        start, end = found.span()
        before, after = self._bounds.before.before(text, start), self._bounds.after.at(text, end)
        word = self._bounds.before.meaning.get(before) or self._bounds.after.meaning.get(after) or "exact"
        bound = Bound(word)
        stated, expected = intervals(value, step, bound)
        return Quantity(
            span=Span(start - len(before), end + (0 if before else len(after))),
            number=Span(start, end),
            value=_finite(value),
            unit="",
            base_value=value,
            base_unit="%",
            dimension="percent",
            bound=bound,
            step=step,
            stated=stated,
            expected=expected,
            form="percent",
            reading=("per cent in words",),
        )

    def _tenths(self, text: str, found: re.Match[str]) -> Quantity:
        digit = numerals._DIGIT[found["tenths"]]
        value = Fraction(digit * 10 + (5 if found["half"] else 0))
        start, end = found.span()
        more = end < len(text) and text[end] in self._bounds.between
        before = self._bounds.before.before(text, start)
        after = self._bounds.after.at(text, end)
        word = self._bounds.before.meaning.get(before) or self._bounds.after.meaning.get(after)
        bound = Bound(word) if word else Bound.EXACT
        if bound is Bound.EXACT:
            from consistency.interval import Interval

            stated = expected = Interval(value - 5, value + 5)
        else:
            stated, expected = intervals(value, Fraction(10), bound)
        return Quantity(
            span=Span(start - len(before), end + (0 if before else len(after))),
            number=Span(start, start + 1),
            value=str(digit) + (".5" if found["half"] else ""),
            unit="成",
            base_value=value,
            base_unit="%",
            dimension="percent",
            bound=bound,
            step=Fraction(10),
            stated=stated,
            expected=expected,
            form="tenths",
            reading=("tenths", "remainder" if more else str(bound)),
        )

    def _two_digits(self, found: re.Match[str]) -> Quantity:
        from consistency.interval import Interval

        low = {"个": 1, "三": 100}.get(found["digits"], 10)
        reach = Interval(Fraction(low), Fraction(low * 10), high_open=True)
        return Quantity(
            span=Span(*found.span()),
            number=Span(*found.span()),
            value=found.group(),
            unit="",
            base_value=Fraction(low),
            base_unit="%",
            dimension="percent",
            bound=Bound.AT_LEAST,
            step=Fraction(0),
            stated=reach,
            expected=reach,
            form="magnitude",
            reading=("growth of so many digits",),
        )

    def _doubling(self, text: str, found: re.Match[str]) -> Quantity | None:
        times = _either(found["times"])
        if times is None or times.denominator != 1 or not 0 < times < 10:
            return None
        value = Fraction(100 * (2 ** int(times) - 1))
        stated, expected = intervals(value, Fraction(10), Bound.EXACT)
        return Quantity(
            span=Span(*found.span()),
            number=Span(*found.span("times")),
            value=found["times"],
            unit="番",
            base_value=value,
            base_unit="%",
            dimension="percent",
            bound=Bound.EXACT,
            step=Fraction(10),
            stated=stated,
            expected=expected,
            form="times",
            reading=("doubling as growth",),
        )

    def _rank(self, text: str, start: int) -> tuple[Quantity | None, int]:
        first = FIRST.match(text, start)
        found = RANK.match(text, start)
        if first is None and found is None:
            if text[start] == "第":  # 第十九届, 第三产业: the ordinal is no number
                run = re.compile(rf"第(?:\d+|{_CN})").match(text, start)
                return None, run.end() if run else start + 1
            return None, start + 1
        context = text[max(0, start - 18) : start]
        hit = first or found
        assert hit is not None
        if not RANKED.search(context):
            return None, hit.end()
        place = Fraction(1) if found is None else _either(found["place"])
        if place is None:
            return None, hit.end()
        number = Span(*found.span("place")) if found else Span(*hit.span())
        point = intervals(place, Fraction(0), Bound.EXACT)
        return Quantity(
            span=Span(*hit.span()),
            number=number,
            value=str(place),
            unit="第",
            base_value=place,
            base_unit="rank",
            dimension="rank",
            bound=Bound.EXACT,
            step=Fraction(0),
            stated=point[0],
            expected=point[1],
            form="rank",
            reading=("a place among others",),
        ), hit.end()

    def _composition(self, text: str, found: re.Match[str]) -> Quantity:
        parts = re.sub(r"\s", "", found.group())
        first = numerals.arabic(parts.split(":")[0])
        reach = rounded(first.value, first.step)
        return Quantity(
            span=Span(*found.span()),
            number=Span(*found.span()),
            value=parts,
            unit="",
            base_value=first.value,
            base_unit="",
            dimension="composition",
            bound=Bound.EXACT,
            step=first.step,
            stated=reach,
            expected=reach,
            form="composition",
            reading=("parts of a whole, one against the other",),
        )


def _either(words: str) -> Fraction | None:
    """The value of figures or of a numeral in words."""
    if words[0].isdigit():
        return numerals.arabic(words).value
    numeral = numerals.chinese(words)
    return numeral.value if numeral else None


def _decimal(number: _Number) -> str:
    """The number as a decimal string, with its last place: 1,744.50 → 1744.50."""
    if number.words[0].isdigit() and all(c.isdigit() or c in ",." for c in number.words):
        return number.words.replace(",", "")
    return _finite(number.numeral.value)


def _finite(value: Fraction) -> str:
    from decimal import Decimal

    return format((Decimal(value.numerator) / Decimal(value.denominator)).normalize(), "f")


def _reading(
    number: _Number, scale: str, unit: Unit | None, before: str, after: str, more: bool, bound: Bound
) -> tuple[str, ...]:
    notes = [f"{'numeral in words' if number.in_words else 'figures'}: {number.words}"]
    if scale:
        notes.append(f"scale: {scale}")
    if unit is not None:
        notes.append(f"unit: {unit.name} ({unit.dimension})")
    if bound is not Bound.EXACT:
        notes.append(f"bound: {before.strip() or after or '余'} ({bound})")
    return tuple(notes)
