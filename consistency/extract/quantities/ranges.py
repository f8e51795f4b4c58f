"""From one number to another: 5%—6%, 3至5家, 2.5-3万元, 七八家, 10万元以上50万元以下, 20和30之间."""

from __future__ import annotations

from fractions import Fraction

from consistency.extract.quantities import numerals
from consistency.extract.quantities.meaning import NOUGHT, Meaning, decimal, rounded
from consistency.extract.quantities.not_quantities import is_no_quantity
from consistency.extract.quantities.plain import NEGATIVE, Found, PlainNumbers, apart, counted
from consistency.extract.quantities.spellings import Spellings
from consistency.interval import Interval
from consistency.model import Bound, Quantity, Unit
from consistency.patterns import lazy

Ends = tuple[Fraction, Fraction]
_NUMBER = rf"(?=[-]?[0-9{numerals.CHARACTERS}])"
# Between the two ends: 5%-6%、3至5家、1万(含)-5万元
LINK = lazy(rf"(?:\(含\))?[ ]?(?:-{{1,2}}|—{{1,2}}|~|至|到)[ ]?{_NUMBER}")
# 20和30之间、20与30间
BETWEEN = lazy(rf"[ ]?[和与及][ ]?{_NUMBER}")
CLOSED = lazy(r"之?间")
# 三到五百: places that the first number shares
PLACES = lazy(r"[二三四五六七八九](?P<places>[百千万亿佰仟]+)")
# 从3家到8家 tells two numbers, 从3%到5%不等 one range.
FROM = ("从", "由", "自")
VARIED = ("不等", "之间", "区间", "范围", "浮动")
# 10万元以上50万元以下 · 大于3且小于5
AND = lazy(r"(?:[,，、 ]|的同时|并且|同时|但|且|并|而)*")
LOWER = (Bound.OVER, Bound.AT_LEAST)
UPPER = (Bound.NEAR, Bound.AT_MOST)


class Ranges:
    """Ranges and pairs, read with one set of spellings."""

    def __init__(self, spellings: Spellings, plain: PlainNumbers, bare: bool = False) -> None:
        """`bare` takes ranges of numbers with no unit, too."""
        self._spellings = spellings
        self._plain = plain
        self._bare = bare

    def at(self, text: str, first: Found) -> Quantity | None:
        """The range that a number found in the text begins, if it begins one."""
        if first["after"] or first["more"]:
            return None
        end = first.end()
        link = LINK.match(text, end)
        between = None if link else BETWEEN.match(text, end)
        if link is None and between is None:
            return None
        start = first.start() - len(self._plain.sign(text, first.start()))
        before = self._spellings.before(text, start)
        head = start - len(before)
        two_told = link is not None and text[head - 1 : head] in FROM
        at = (link or between).end()  # type: ignore[union-attr]
        minus = text[at] == "-"
        if is_no_quantity(text, at + minus):
            return None
        other = self._plain.at(text, at + minus)
        if other is None or (two_told and not text.startswith(VARIED, other.end())):
            return None
        tail = other.end()
        if between is not None and other["unit"] != "间":
            closed = CLOSED.match(text, tail)
            if closed is None:
                return None
            tail = closed.end()
        return self._joined(text, first, other, head, start, tail, minus, before)

    def _joined(
        self, text: str, first: Found, other: Found, head: int, start: int, tail: int, minus: bool, before: str
    ) -> Quantity | None:
        low_pieces, high_pieces = apart(first), apart(other)
        if high_pieces.unit == "间":  # 10000与20000间
            high_pieces = high_pieces._replace(unit="")
        places = PLACES.fullmatch(high_pieces.number)
        if places is not None and low_pieces.number in numerals.DIGIT and not low_pieces.scale:
            low_pieces = low_pieces._replace(number=low_pieces.number + places["places"])  # 三到五百
        if not (low_pieces.unit or high_pieces.unit or low_pieces.scale or high_pieces.scale or self._bare):
            return None
        if low_pieces.unit and not high_pieces.unit:
            return None
        shared = low_pieces
        if not low_pieces.unit:
            shared = low_pieces._replace(unit=high_pieces.unit, scale=low_pieces.scale or high_pieces.scale)
        low, high = self._plain.value(shared), self._plain.value(high_pieces)
        if low is None or high is None or _dimension(low[1]) != _dimension(high[1]):
            return None
        negative = text[start : first.start()] in NEGATIVE
        least = -low[0].value if negative else low[0].value
        most = -high[0].value if minus else high[0].value
        if least >= most and shared.scale and not low_pieces.scale:
            low = self._plain.value(shared._replace(scale="")) or low  # 800-1万元: the scale is the last number's own
            least = low[0].value
        if not least < most:
            return None
        unit, steps = high[1], (low[0].step, high[0].step)
        if counted(unit, shared, low[0].step) and counted(unit, high_pieces, high[0].step):
            steps = NOUGHT, NOUGHT
        last = text[other.start() - minus : other.end("number")]
        words = f"{_written(text[start : first.start()] + low_pieces.number)}-{_written(last)}"
        meaning = _range(
            words,
            high_pieces.scale + high_pieces.unit + high_pieces.per,
            unit,
            (least, most),
            steps,
            f"a range, unit and scale shared: {text[start:tail]}",
        )
        return meaning.at(head, tail, start, other.end("number"))

    def pair(self, text: str, found: Found) -> Quantity | None:
        """七八家, 三五百元: one or the other."""
        two = numerals.pair(found["number"])
        if two is None:
            return None
        pieces = apart(found)
        told = self._plain.value(pieces._replace(number="1"))
        if told is None:
            return None
        size = told[0].value
        start = found.start()
        before = self._spellings.before(text, start)
        meaning = _range(
            f"{decimal(two[0].value)}-{decimal(two[1].value)}",
            pieces.scale + pieces.unit,
            told[1],
            (two[0].value * size, two[1].value * size),
            (NOUGHT, NOUGHT),
            f"one or the other: {found['number']}",
        )
        return meaning.at(start - len(before), found.end(), start, found.end("number"))

    def both_bounded(self, text: str, one: Quantity, other: Quantity) -> Quantity | None:
        """One range for a lower and an upper bound side by side: 10万元以上50万元以下."""
        if one.bound in LOWER and other.bound in UPPER:
            low, high = one, other
        elif one.bound in UPPER and other.bound in LOWER:
            low, high = other, one
        else:
            return None
        if not low.base_value < high.base_value or low.dimension not in (high.dimension, ""):
            return None
        if AND.fullmatch(text, one.span.end, other.span.start) is None:
            return None
        reach = Interval(low.base_value, high.base_value, low.bound is Bound.OVER, high.bound is Bound.NEAR)
        meaning = Meaning(
            f"{low.value}-{high.value}",
            high.unit,
            low.base_value,
            high.base_unit,
            high.dimension,
            Bound.ABOUT,
            NOUGHT,
            reach,
            reach,
            "range",
            (f"from a lower to an upper bound: {text[one.span.start : other.span.end]}",),
        )
        return meaning.at(one.span.start, other.span.end, one.number.start, other.number.end)


def _written(words: str) -> str:
    """A number of a range as a decimal, its figures as they stand."""
    number = None if words[-1].isdigit() else numerals.numeral(words)
    return decimal(number.value) if number else words


def _dimension(unit: Unit | None) -> str:
    return unit.dimension if unit else ""


def _range(value: str, words: str, unit: Unit | None, ends: Ends, steps: Ends, why: str) -> Meaning:
    (low, high), (low_step, step) = ends, steps
    reach = Interval(rounded(low, low_step).low, rounded(high, step).high)
    return Meaning(
        value,
        words,
        low,
        unit.base if unit else "",
        unit.dimension if unit else "",
        Bound.ABOUT,
        step,
        reach,
        reach,
        "range",
        (why, *([f"unit: {unit.name} ({unit.dimension})"] if unit else [])),
    )
