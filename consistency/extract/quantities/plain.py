"""A number with its sign, scale, unit and bounds: 近1.2万余件, -2.3, 十二个半月, 增长1.2倍."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from consistency.extract.quantities import numerals
from consistency.extract.quantities.meaning import NOUGHT, Meaning, around, decimal, intervals, rounded
from consistency.extract.quantities.numerals import Numeral
from consistency.extract.quantities.spellings import Spellings
from consistency.lexicon import COUNTS
from consistency.model import Bound, Quantity, Unit
from consistency.patterns import lazy

Found = re.Match[str]

# Meanings kept; the same few thousand wordings make up most of any text.
KEPT = 50_000
# Longer is a code, and not kept.
MOST_WORDS = 2 * numerals.LONGEST
LETTER_SCALES = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
BELOW_NOUGHT = "零下"
# A rise of so many times is a growth: 增长1.2倍, and not 增长到1.2倍
GROWN = lazy(r"(?:增长|增加|上升|提高|提升|扩大|上涨|增幅达?|翻)了?(?:约|近|超过?|逾|达)?$")
# A measure that is told with a half or a smaller unit behind it: 3年半, 两斤半
HALVES = lazy(r"半(?![一-龥])|半(?=[的以左之有])")


class Pieces(NamedTuple):
    """A number as written, taken apart: 近 · - · 1.2 · 余 · 万 · 件 · 以上."""

    before: str
    sign: str
    number: str
    more: str
    scale: str
    unit: str
    per: str
    after: str
    half: bool = False
    grown: bool = False
    prefix: str = ""


class PlainNumbers:
    """Numbers with what belongs to them, read with one set of spellings."""

    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings
        self._meanings: dict[tuple[str | bool, ...], Meaning | None] = {}
        # What stands right before a number and belongs to it ends in one of these.
        self.joining = spellings.before_ends | spellings.prefix_ends | SIGN_ENDS | {" "}
        # What words mean where nothing that belongs to them stands before or behind; a few thousand make up any text.
        self.alone: dict[str, Meaning] = {}
        self._cells: dict[str, Meaning] = {}

    # -- finding -----------------------------------------------------------------------

    def at(self, text: str, start: int) -> Found | None:
        """The number that begins at `start` in figures or in words, with scale, unit and the bound behind it."""
        if text[start] not in FIGURE_STARTS:
            return self._spellings.words.match(text, start)
        found = self._spellings.figures.match(text, start)
        if found is not None and text[found.end() : found.end() + 1] in MIXED_NEXT and found["scale"]:
            return self._spellings.mixed.match(text, start) or found
        return found

    def sign(self, text: str, start: int) -> str:
        """The sign right before a number; a dash between figures is none."""
        last = text[start - 1] if start else ""
        if last == "下" and text.startswith(BELOW_NOUGHT, start - 2):
            return BELOW_NOUGHT
        if last == "负" and text[start - 2 : start - 1] not in BURDENS:
            return last
        if last and last in "-+":
            earlier = text[start - 2 : start - 1]
            if last == "+" and earlier.isalpha():  # GDP+5.3%
                return last
            if not (earlier.isascii() and earlier.isalnum()) and earlier not in (last, "%", "—", ")"):
                return last
            if ACRONYM_FELL.match(text, start) and ACRONYM.search(text, max(0, start - 6), start - 1):
                return last
        return ""

    # -- meaning -----------------------------------------------------------------------

    def quantity(self, text: str, found: Found, counter: str = "") -> Quantity | None:
        """The quantity that a number found in the text makes, with sign and bounds; nothing where it has no value.

        `counter` is a character behind the number that no lexicon knows for a unit and that counts all the same.
        """
        start, end = found.span()
        if end - start > MOST_WORDS:
            return None
        written = found.group()
        last = text[start - 1 : start]
        if last not in self.joining and not counter and text[end : end + 1] != "半":
            alone = self.alone.get(written)
            if alone is not None:
                return alone.at(start, end, start, found.end(1))
        if counter:
            end, written = end + 1, written + counter
        elif written[-1] == " ":
            end -= 1
        sign = self.sign(text, start) if last in SIGN_ENDS else ""
        first = start - len(sign)
        prefix = self._spellings.prefix(text, first, found["unit"]) if last in self._spellings.prefix_ends else ""
        first -= len(prefix)
        before = self.before(text, first, found)
        half = text[end : end + 1] == "半" and HALVES.match(text, end) is not None and bool(found["unit"])
        grown = written[-1] == "倍" and GROWN.search(text, max(0, first - 8), first - len(before)) is not None
        key = (before, sign, written, prefix, half, grown, counter)
        meaning = self._meanings.get(key, UNREAD)
        if meaning is UNREAD:
            pieces = apart(found)._replace(before=before, sign=sign, half=half, grown=grown, prefix=prefix)
            meaning = self._keep(key, pieces._replace(unit=counter) if counter else pieces)
        if meaning is None:
            return None
        if key == ("", "", found.group(), "", False, False, "") and written[-1] not in " 倍":
            if len(self.alone) >= KEPT:
                self.alone.clear()
            self.alone[written] = meaning
        return meaning.at(first - len(before), end + half, start - len(sign), found.end("number"))

    def in_a_cell(self, text: str, start: int, end: int) -> Quantity:
        """The quantity of bare figures that fill a cell of a table: nothing beside them says more of them.

        >>> plain.in_a_cell("| 1,744.5 |", 2, 9).base_value    # doctest: +SKIP
        Fraction(3489, 2)
        """
        written = text[start:end]
        meaning = self._cells.get(written)
        if meaning is None:
            if len(self._cells) >= KEPT:
                self._cells.clear()
            meaning = self._cells[written] = bare(written)
        return meaning.at(start, end, start, end)

    def before(self, text: str, at: int, found: Found) -> str:
        """The bound before a number; “近” before a length of time is the time just past unless it lasted."""
        word = self._spellings.before(text, at)
        if word != "近" or not found["unit"]:
            return word
        unit = self._spellings.spelt[found["unit"]].unit
        if unit.dimension.startswith("duration") and not text.endswith(
            self._spellings.lexicon.bounds.lasting, 0, at - 1
        ):
            return ""
        return word

    def _keep(self, key: tuple[str | bool, ...], pieces: Pieces) -> Meaning | None:
        if len(self._meanings) >= KEPT:
            self._meanings.clear()
        meaning = self._meanings[key] = self._meaning(pieces)
        return meaning

    def value(self, pieces: Pieces) -> tuple[Numeral, Unit | None, str] | None:
        """The value in base units without its sign, the unit with its rate, what stands in its spelling (个多月)."""
        number = numerals.numeral(pieces.number) if len(pieces.number) <= numerals.LONGEST else None
        if number is None:
            return None
        unit, inside = None, ""
        factor = Fraction(_size(pieces.scale))
        if pieces.unit:
            unit, inside = self._spellings.unit(pieces.unit)
        if pieces.prefix and pieces.unit in ("", "°", "元"):
            unit = self._spellings.prefixes[pieces.prefix]
        if unit is not None and pieces.per:
            unit = self._rate(unit, pieces.per)
        if unit is not None:
            factor *= unit.factor
        value, step = number.value * factor, number.step * factor
        if pieces.half or inside == "半":
            value, step = value + factor / 2, factor / 2
        return Numeral(value, step), unit, inside

    def _rate(self, unit: Unit, per: str) -> Unit:
        below, size = self._spellings.rate(per)
        return Unit(
            unit.name + per,
            f"{unit.dimension}/{below.dimension}",
            f"{unit.base}/{below.base}",
            unit.factor / (size * below.factor),
        )

    def _meaning(self, pieces: Pieces) -> Meaning | None:
        told = self.value(pieces)
        if told is None:
            return None
        (value, step), unit, inside = told
        dimension, base = (unit.dimension, unit.base) if unit else ("", "")
        if pieces.grown:
            value, step, dimension, base = value * 100, step * 100, "percent", "%"
        more = pieces.more or (inside if inside != "半" else "")
        bound = self._spellings.bound(pieces.before, pieces.after, more)
        form = FORMS.get(unit.name if unit else "", "percent" if dimension == "percent" else "number")
        if counted(unit, pieces, step):
            step = NOUGHT
        written_in = unit.factor if unit is not None and dimension == unit.dimension else Fraction(1)
        stated, expected = intervals(value, step, bound, written_in)
        if form == "tenths" and bound is Bound.EXACT:
            stated, expected = around(value, step / 2)
        elif more == "几" and bound is Bound.REMAINDER:  # 十几 is below twenty
            stated = expected
        if pieces.sign in NEGATIVE:
            value, stated, expected = -value, stated.scaled(-1), expected.scaled(-1)
        return Meaning(
            _figures(pieces, value / (unit.factor if unit else 1), pieces.half or inside == "半"),
            pieces.scale + (unit.name if unit and (inside or not pieces.unit) else pieces.unit + pieces.per),
            value,
            base,
            dimension,
            bound,
            step,
            stated,
            expected,
            form,
            _notes(pieces, unit, bound),
        )


UNREAD = Meaning("", "", NOUGHT, "", "", Bound.EXACT, NOUGHT, *intervals(NOUGHT, NOUGHT, Bound.EXACT), "", ())
FIGURE_STARTS = frozenset("0123456789.")
MIXED_NEXT = frozenset("0123456789零〇一二三四五六七八九")
SIGN_ENDS = frozenset("-+负下")
NEGATIVE = ("-", "负", BELOW_NOUGHT)
# 减负、担负: what is borne, and no sign
BURDENS = frozenset("担胜欺减增肩抱自辜背债身承亏")
# GDP-4.0%, and neither F-35 nor PM-2.5
ACRONYM = lazy(r"(?<![A-Za-z0-9])[A-Z]{2,5}$")
ACRONYM_FELL = lazy(r"[0-9]{1,4}(?:\.[0-9]{1,4})?[ ]?%")
FORMS = {"成": "tenths", "倍": "times"}
NOT_ROUNDED = lazy("[万亿兆]")


def apart(found: Found) -> Pieces:
    """A number found in a text, taken apart."""
    number, more, scale, more_scale, unit, per, after = found.group(
        "number", "more", "scale", "more_scale", "unit", "per", "after"
    )
    return Pieces("", "", number, more or more_scale or "", scale or "", unit or "", per or "", after or "")


def _size(scale: str) -> int:
    """How much a scale enlarges: 万, 个亿, k."""
    if not scale:
        return 1
    letter = LETTER_SCALES.get(scale[-1])
    if letter:
        return letter * _size(scale[:-1])
    return numerals.power(scale.removeprefix("个"))


def counted(unit: Unit | None, pieces: Pieces, step: Fraction) -> bool:
    """Whether a number is a count told to the last one, not rounded: 69家, and not 1.2万件."""
    if unit is None or pieces.scale or pieces.per or pieces.half:
        return False
    if not (unit.dimension in COUNTS or unit.dimension.startswith("duration")):
        return False
    return step >= unit.factor and not NOT_ROUNDED.search(pieces.number)


def bare(figures: str) -> Meaning:
    """What figures mean that stand alone.

    >>> bare("1,744.50").value, bare("12").stated.high
    ('1744.50', Fraction(13, 1))
    """
    value, step = numerals.arabic(figures)
    exact = rounded(value, step)
    told = figures.replace(",", "")
    notes = (f"figures: {figures}",)
    return Meaning(told, "", value, "", "", Bound.EXACT, step, exact, exact, "number", notes)


def _figures(pieces: Pieces, value: Fraction, half: bool) -> str:
    """The number as a decimal with its last place and its sign, without scale and unit: 1,744.50 → 1744.50."""
    if pieces.number.isascii() and not half:
        figures = pieces.number.replace(",", "")
        return f"-{figures}" if pieces.sign in NEGATIVE else figures
    number = numerals.numeral(pieces.number)
    if number is None:
        return decimal(value)
    told = number.value + (Fraction(1, 2) if half else 0)
    return decimal(-told if pieces.sign in NEGATIVE else told)


def _notes(pieces: Pieces, unit: Unit | None, bound: Bound) -> tuple[str, ...]:
    """Which words said what, for people: “figures: 1.2”, “scale: 万”, “unit: 件 (count)”."""
    number = numerals.numeral(pieces.number)
    notes = [f"figures: {pieces.number}"]
    if not pieces.number.isascii():
        notes = [f"numeral in words: {pieces.number} = {decimal(number.value) if number else '?'}"]
    if pieces.prefix:
        notes.append(f"unit in front: {pieces.prefix}")
    if pieces.sign:
        notes.append(f"sign: {pieces.sign}")
    if pieces.scale:
        notes.append(f"scale: {pieces.scale} (times {_size(pieces.scale)})")
    if unit is not None:
        notes.append(f"unit: {unit.name} ({unit.dimension})")
    if pieces.half or "半" in pieces.unit:
        notes.append("and a half: 半")
    if pieces.grown:
        notes.append("a rise of so many times: growth in per cent")
    return (*notes, *bound_notes(pieces.before, pieces.after or pieces.more, bound))


def bound_notes(before: str, behind: str, bound: Bound) -> tuple[str, ...]:
    """What the words of a bound were read as: “bound: 近 (near)”."""
    if bound is Bound.EXACT:
        return ()
    return (f"bound: {before.strip() or behind or '多'} ({bound})",)
