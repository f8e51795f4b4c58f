"""A measure told in two units or more, the smaller behind the larger: 123元1角1分, 2小时30分钟, 3斤5两."""

from __future__ import annotations

from fractions import Fraction

from consistency.extract.quantities import numerals
from consistency.extract.quantities.meaning import Meaning, decimal, intervals
from consistency.extract.quantities.numerals import Numeral
from consistency.extract.quantities.plain import Found, Pieces, PlainNumbers, apart, bound_notes
from consistency.extract.quantities.spellings import Spellings
from consistency.lexicon import COUNTS
from consistency.model import Quantity, Unit
from consistency.patterns import lazy

DIGITS = frozenset("0123456789" + numerals.CHARACTERS)
BETWEEN = ("零", "又")  # 4年零8个月
# Kinds that are told in one unit only
ONE_UNIT = (*COUNTS, "percent", "point", "times")
HUNDREDTHS = lazy(r"(?P<digit>[一二三四五六七八九1-9])(?P<after>以上|以下|左右)?(?=[，。、;:!?)\s的]|$)")
# 分 counts points, and behind 元 and 角 hundredths of a yuan
CENTS = "分钱"


class Compounds:
    """Measures in several units, read with one set of spellings."""

    def __init__(self, spellings: Spellings, plain: PlainNumbers) -> None:
        self._spellings = spellings
        self._plain = plain

    def at(self, text: str, first: Found) -> Quantity | None:
        """The measure that a number found in the text begins, where a smaller unit of its kind follows."""
        if not first["unit"] or first["after"] or first["more"] or first["per"]:
            return None
        if first["unit"] == "成":
            return self._hundredths(text, first)
        if self._spellings.unit(first["unit"]).unit.dimension in ONE_UNIT:
            return None
        told = self._plain.value(apart(first))
        largest = told[1] if told else None
        if told is None or largest is None:
            return None
        (value, step), end, smallest, after, more = told[0], first.end(), largest, "", ""
        while (other := self._next(text, end, smallest)) is not None:
            (added, step), smallest, end, after, more = other
            value += added
        if end == first.end():
            return None
        sign = self._plain.sign(text, first.start())
        start = first.start() - len(sign)
        before = self._spellings.before(text, start)
        bound = self._spellings.bound(before, after, more)
        stated, expected = intervals(value, step, bound)
        meaning = Meaning(
            decimal(value / largest.factor),
            largest.name,
            value,
            largest.base,
            largest.dimension,
            bound,
            step,
            stated,
            expected,
            "number",
            (f"units added: {text[first.start() : end]}", *bound_notes(before, after, bound)),
        )
        return meaning.at(start - len(before), end, start, first.end("number"))

    def _hundredths(self, text: str, first: Found) -> Quantity | None:
        """Tenths with hundredths behind them, where nothing is counted: 九成五, 3成5."""
        behind = HUNDREDTHS.match(text, first.end())
        tenths, hundredths = numerals.numeral(first["number"]), behind and numerals.numeral(behind["digit"])
        if behind is None or tenths is None or not hundredths:
            return None
        value, end, start = tenths.value * 10 + hundredths.value, behind.end(), first.start()
        before = self._spellings.before(text, start)
        bound = self._spellings.bound(before, behind["after"] or "", "")
        stated, expected = intervals(value, Fraction(1), bound)
        words = text[start:end]
        notes = (f"tenths and hundredths: {words}", *bound_notes(before, behind["after"] or "", bound))
        meaning = Meaning(
            decimal(value), "%", value, "%", "percent", bound, Fraction(1), stated, expected, "percent", notes
        )
        return meaning.at(start - len(before), end, start, behind.end("digit"))

    def _next(self, text: str, at: int, unit: Unit) -> tuple[Numeral, Unit, int, str, str] | None:
        """The number that begins at `at`, where its unit is a smaller one of the same kind, and where it ends."""
        at += text[at : at + 1] in BETWEEN and text[at + 1 : at + 2] in DIGITS
        if at >= len(text) or text[at] not in DIGITS:
            return None
        found = self._plain.at(text, at)
        if found is None:
            return None
        pieces, end = apart(found), found.end()
        if unit.dimension == "money" and text.startswith("分", found.end("number")):
            pieces, end = Pieces("", "", pieces.number, "", "", CENTS, "", ""), found.end("number") + 1
        told = self._plain.value(pieces) if pieces.unit else None
        if told is None or told[1] is None or told[1].dimension != unit.dimension or told[1].factor >= unit.factor:
            return None
        return told[0], told[1], end, pieces.after, pieces.more
