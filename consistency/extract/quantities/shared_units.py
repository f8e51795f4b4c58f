"""Units that stand once for several numbers: in a table's header, or behind the last of a list (2.1、1.6个百分点)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from consistency.extract.quantities.meaning import intervals
from consistency.extract.quantities.numerals import SCALE, power
from consistency.interval import times
from consistency.lexicon import COUNTS, Units
from consistency.model import Bound, Quantity, Unit
from consistency.patterns import lazy

# Between two numbers of a list
LISTED = lazy(r"[ ]?[、和及与][ ]?")
SHARED = ("point", "percent")  # what goes with the last number of a list for all of them
CLOSED = lazy(r"[ ]?[和与及][ ]?")  # before the last of a list, which shows that it is one: 12.3、4.5和6.7亿元
# 旅客人次为3400万: a name that says itself what is counted
COUNTED = lazy(r"(?P<counter>人次|人|户|家)数?(?:为|达到?|有|共|录得|是|:)?(?:约|近|超过?|逾)?\s*$")
# 教育、卫生分别投入48.4、39.0亿元: as many numbers as subjects, all in one unit
RESPECTIVELY = lazy(r"(?:分别|依次)[^，。;:\n]{0,24}$", needs=("分别", "依次"))
WITHIN = 40  # characters before a number in which 分别 shares a unit out
LONGEST = 12  # characters from a counter's word to its number
BARE_DOLLAR = lazy(r"(?<![A-Za-z美加澳新])\$\s*$")
CURRENCY = lazy(r"(?:人民币|新?台币|RMB|CNY|¥)[ ]?(?=[百千万亿元])")  # 人民币万元


def with_shared_units(found: Sequence[Quantity], text: str, units: Units) -> tuple[Quantity, ...]:
    """The quantities of a text, bare decimals in the unit that stands behind the last of their list.

    “分别高0.7、1.4个百分点” is 0.7 and 1.4 percentage points; of whole numbers and of other units only where the list
    is seen to end (分别投资12.3、4.5和6亿元) or to be shared out (分别投资12.3、4.5亿元).
    """
    read = list(found)
    closed = False
    for at in range(len(read) - 2, -1, -1):
        one, last = read[at], read[at + 1]
        between = LISTED.fullmatch(text, one.span.end, last.span.start)
        if between is None:
            closed = False
            continue
        closed = closed or CLOSED.fullmatch(between.group()) is not None
        if one.unit or one.dimension or one.form != "number" or not last.unit or last.form == "range":
            continue
        fractional = "." in one.value
        shared = closed or (fractional and RESPECTIVELY.search(text, max(0, one.span.start - WITHIN), one.span.start))
        if (fractional and last.dimension in SHARED) or (shared and not last.dimension.startswith("duration")):
            read[at] = in_unit(one, last.unit, units)
    return tuple(read)


def with_units_of_names(found: Sequence[Quantity], text: str, units: Units) -> tuple[Quantity, ...]:
    """The quantities of a text, those with a scale and no unit in the one that the name before them counts in.

    “旅客人次为3400万” is so many 人次, “学生人数12.5万” so many 人.
    """
    return tuple(_counted(quantity, text, units) for quantity in found)


def _counted(quantity: Quantity, text: str, units: Units) -> Quantity:
    if quantity.dimension or not quantity.unit:
        return quantity
    name = COUNTED.search(text, max(0, quantity.span.start - LONGEST), quantity.span.start)
    return in_unit(quantity, name["counter"], units) if name is not None else quantity


def in_dollars_of(place: str, found: Sequence[Quantity], text: str, units: Units) -> tuple[Quantity, ...]:
    """The quantities of a document of some place, a bare $ as the dollar of that place: 每月津貼$4,195 in Hong Kong."""
    dollar = units.dollars.get(place)
    if dollar is None or "$" not in text:
        return tuple(found)
    return tuple(
        _in_dollars(one, dollar) if BARE_DOLLAR.search(text, max(0, one.number.start - 4), one.number.start) else one
        for one in found
    )


def _in_dollars(quantity: Quantity, dollar: Unit) -> Quantity:
    """A quantity that was taken for one of another dollar."""
    told = f"unit: {dollar.name} ({dollar.dimension})"
    notes = tuple(told if note.startswith("unit: ") else note for note in quantity.reading)
    return replace(quantity, unit=dollar.name, base_unit=dollar.base, dimension=dollar.dimension, reading=notes)


def unit_of(written: str, units: Units) -> tuple[int, Unit] | None:
    """How many of which unit some words mean, 10000 and 元 for 万元 or 人民币万元; nothing where they name no unit."""
    amount, slash, per = written.partition("/")
    if slash and written not in units.by_name:
        return _rate(amount, per, units)
    prefix = CURRENCY.match(written)
    written = written[prefix.end() :] if prefix is not None else written
    scale = SCALE.match(written)
    ends = range(min(scale.end(), len(written) - 1) if scale else 0, -1, -1)
    whole = next((end for end in ends if written[end:] in units.by_name), None)  # 亿千瓦时 is so many 千瓦时
    for end in ends if whole is None else (whole,):
        unit = units.at(written, end)
        if unit is not None:
            return power(written[:end]) if end else 1, unit
    return None


def _rate(amount: str, per: str, units: Units) -> tuple[int, Unit] | None:
    """A rate as a unit of its own: 元/人, 千克/亩."""
    above, below = unit_of(amount, units), unit_of(per, units)
    if above is None or below is None:
        return above
    (size, unit), (many, other) = above, below
    factor = unit.factor / (many * other.factor)
    return size, Unit(f"{unit.name}/{per}", f"{unit.dimension}/{other.dimension}", f"{unit.base}/{other.base}", factor)


def in_unit(quantity: Quantity, written: str, units: Units) -> Quantity:
    """A bare number in the unit that is written elsewhere for it: in its row, its header or behind its list."""
    known = unit_of(written, units)
    return quantity if known is None else counted_in(quantity, written, *known)


def counted_in(quantity: Quantity, written: str, size: int, unit: Unit) -> Quantity:
    """A bare number as so many of a unit, which is written so."""
    factor = unit.factor if size == 1 else times(unit.factor, size)
    value, step = times(quantity.base_value, factor), times(quantity.step, factor)
    whole = size == 1 and unit.dimension in COUNTS and quantity.step >= 1
    if whole or quantity.bound is not Bound.EXACT:
        step = Fraction(0) if whole else step
        stated, expected = intervals(abs(value), step, quantity.bound, unit.factor)
        if value < 0:
            stated, expected = stated.scaled(-1), expected.scaled(-1)
    else:  # as it was rounded, so many times as large
        stated = expected = quantity.stated if factor == 1 else quantity.stated.scaled(factor)
    return Quantity(
        quantity.span,
        quantity.number,
        quantity.value,
        written,
        value,
        unit.base,
        unit.dimension,
        quantity.bound,
        step,
        stated,
        expected,
        "percent" if unit.dimension == "percent" else quantity.form,
        quantity.reading,
    )
