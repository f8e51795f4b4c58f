"""Numbers one against the other: 3.7:40.1:56.2, 5:3, 1:10."""

from __future__ import annotations

from fractions import Fraction

from consistency.extract.quantities.meaning import NOUGHT, Meaning, rounded
from consistency.extract.quantities.numerals import arabic
from consistency.interval import Interval
from consistency.model import Bound, Quantity
from consistency.patterns import lazy

_PART = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
# 3.7:40.1:56.2 · 5:3 · 3.7∶40.1∶56.2
RATIO = lazy(rf"{_PART}(?:[ ]?[:∶比][ ]?{_PART}){{1,11}}(?![0-9:∶])")
BETWEEN_PARTS = lazy(r"[ ]?[:∶比][ ]?")
# 10:30 is a time of day unless the words around it speak of a ratio.
CLOCK = lazy(r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?")
# 图1:2021-2025年…: the number of a figure or table, and its caption
CAPTION = lazy(r"[图表注件栏]$")
SPEAKS_OF_RATIO = lazy(r"(?:比|比例|比重|结构|配比|赔率|按照?|以|[由为至到])[^，。;0-9]{0,6}$")
RATIO_BEHIND = lazy(r"的?(?:比例|配比|比重|结构|杠杆|出资|配套)")


def ratio(text: str, start: int) -> Quantity | None:
    """The ratio whose first part begins at `start`; times of day are none.

    `value` keeps every part, so that two compositions compare part by part (`parts`); the base
    value of two parts is their quotient, of more the first part.

    >>> ratio("三次产业结构为3.7:40.1:56.2。", 7).value
    '3.7:40.1:56.2'
    >>> ratio("9:30开会", 0) is None
    True
    """
    found = RATIO.match(text, start)
    if found is None or CAPTION.search(text, max(0, start - 1), start):
        return None
    words = found.group()
    spoken = SPEAKS_OF_RATIO.search(text, max(0, start - 12), start) or RATIO_BEHIND.match(text, found.end())
    if CLOCK.fullmatch(words) and not spoken:
        return None
    if "比" in words and not spoken:
        return None
    value = ":".join(BETWEEN_PARTS.split(words))
    told = [arabic(part) for part in value.split(":")]
    if len(told) == 2:
        if not told[1].value:
            return None
        base, step, reach = told[0].value / told[1].value, NOUGHT, _quotient(value)
    else:
        base, step, reach = told[0].value, told[0].step, rounded(told[0].value, told[0].step)
    notes = (f"one against the other: {words}", *(f"part: {part}" for part in value.split(":")))
    meaning = Meaning(value, "", base, "", "composition", Bound.EXACT, step, reach, reach, "composition", notes)
    return meaning.at(*found.span(), *found.span())


def parts(value: str) -> tuple[Interval, ...]:
    """What each part of a composition leaves open, from its value: two compositions agree where all parts meet.

    >>> [part.holds(Fraction("3.7")) for part in parts("3.7:40.1:56.2")]
    [True, False, False]
    """
    told = [arabic(part) for part in value.split(":")]
    return tuple(Interval.point(n.value) if _whole(value) else rounded(n.value, n.step) for n in told)


def _whole(value: str) -> bool:
    """Whether every part is a whole number, as a ratio agreed on has them: 5:3."""
    return "." not in value


def _quotient(value: str) -> Interval:
    """How many times the first part is the second, all that rounding leaves open; the 1 of 2.2:1 is exact."""
    low, high = (
        Interval.point(Fraction(1)) if one == "1" else of
        for one, of in zip(value.split(":"), parts(value), strict=True)
    )
    if low.low is None or low.high is None or not high.low or high.high is None or high.low <= 0:
        return Interval.point(arabic(value.split(":")[0]).value)
    one = Fraction(1)
    return Interval(low.low / high.high * one, low.high / high.low)
