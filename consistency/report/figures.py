"""Exact numbers as people and programs read them."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from consistency.interval import Interval
from consistency.model import Bound, Quantity
from consistency.report.wording import say

DIGITS = 12  # significant digits of a number that no finite decimal holds
_EXACT = Context(prec=10_000)
_ROUNDED = Context(prec=DIGITS)
_ONE = Fraction(1)
# What large money is told in, the largest first.
_LARGE = {
    "zh": ((Fraction(10**8), "亿"), (Fraction(10**4), "万")),
    "en": ((Fraction(10**9), "billion "), (Fraction(10**6), "million ")),
}
# Base units that are symbols, as Chinese readers write them; those that they write as symbols too are not here.
_IN_CHINESE = {
    **{"m²": "平方米", "m": "米", "车道m": "车道米", "m³": "立方米", "t": "吨", "载重t": "载重吨"},
    **{"t标准煤": "吨标准煤", "t·km": "吨公里", "人·km": "人公里", "s": "秒", "µg/m³": "微克/立方米"},
    **{"kWh": "千瓦时", "kW": "千瓦", "kVA": "千伏安", "V": "伏", "Hz": "赫兹", "mol": "摩尔", "dB": "分贝"},
    "Pa": "帕",
}
RANK = "rank"  # the base unit of places in a ranking
_WIDE_FORMS = frozenset({"range", "magnitude"})


def _places(value: Fraction) -> int | None:
    """How many decimal places hold the number exactly; None where none do."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _is_plain(value: Fraction) -> bool:
    """Whether the number is whole and no longer than numbers are; Python prints none of thousands of figures."""
    return value.denominator == 1 and value.numerator.bit_length() < 128


def decimal_string(value: Fraction) -> str:
    """The number as an exact decimal without exponent; to 12 significant digits where no finite decimal holds it.

    >>> decimal_string(Fraction(8030000000)), decimal_string(Fraction(1, 8)), decimal_string(Fraction(2, 3))
    ('8030000000', '0.125', '0.666666666667')
    """
    if _is_plain(value):
        return str(value.numerator)
    places = _places(value)
    if places is None:
        return format(_ROUNDED.divide(Decimal(value.numerator), Decimal(value.denominator)), "f")
    return format(_EXACT.scaleb(_whole(value, places), -places), "f")


def _whole(value: Fraction, places: int) -> Decimal:
    """The number without its point, as a decimal of so many places has it."""
    return Decimal(value.numerator * (10**places // value.denominator))


def grouped(value: Fraction) -> str:
    """The number with its thousands set apart, `≈` before it where digits were left out.

    >>> grouped(Fraction(65000)), grouped(Fraction(-12345, 10)), grouped(Fraction(2, 3))
    ('65,000', '-1,234.5', '≈0.6667')
    """
    if _is_plain(value):
        return f"{value.numerator:,}"
    places = _places(value)
    if places is not None and places <= DIGITS:
        return format(_EXACT.scaleb(_whole(value, places), -places), ",f")
    return "≈" + format(Context(prec=4).divide(Decimal(value.numerator), Decimal(value.denominator)), ",f")


def understood(quantity: Quantity, lang: str) -> str:
    """What a quantity was taken for: a number in its base unit, or the interval expected where its words leave one.

    Large money stands in 万 and 亿, in English in millions and billions.
    """
    if quantity.form == "composition":  # 5:3:2 is several numbers and stands for itself
        return quantity.value
    exact = quantity.bound is Bound.EXACT and quantity.form not in _WIDE_FORMS
    if exact or quantity.base_unit == RANK:
        return figure(quantity.base_value, quantity.base_unit, quantity.base_value, lang)
    ends = [abs(end) for end in (quantity.expected.low, quantity.expected.high) if end is not None]
    scale, name = _scale(quantity.base_unit, max(ends, default=Fraction(0)), lang)
    if quantity.base_unit == "%":
        return interval(quantity.expected, lang, scale, "%")
    return _with_unit(interval(quantity.expected, lang, scale), name + unit_words(quantity.base_unit, lang))


def figure(value: Fraction, base_unit: str, size: Fraction, lang: str) -> str:
    """A number with its unit, told as numbers as large as `size` are.

    >>> figure(Fraction(8030000000), "元", Fraction(10**10), "zh"), figure(Fraction(3), "rank", Fraction(3), "en")
    ('80.3 亿元', 'no. 3')
    """
    if base_unit == RANK:
        return say(lang, "place", place=grouped(value))
    scale, name = _scale(base_unit, size, lang)
    return _with_unit(grouped(value / scale), name + unit_words(base_unit, lang))


def unit_words(base_unit: str, lang: str) -> str:
    """A base unit as readers of the language write it.

    >>> unit_words("t", "zh"), unit_words("t", "en"), unit_words("GB", "zh")
    ('吨', 't', 'GB')
    """
    return _IN_CHINESE.get(base_unit, base_unit) if lang == "zh" else base_unit


def _with_unit(figures: str, unit: str) -> str:
    return f"{figures}%" if unit == "%" else f"{figures} {unit}".rstrip()


def interval(bounds: Interval, lang: str, scale: Fraction = _ONE, sign: str = "") -> str:
    """The interval in words, in units of `scale`, each number with a sign behind it.

    >>> bounds = Interval(Fraction(50), Fraction(55), low_open=True)
    >>> interval(bounds, "zh", sign="%"), interval(bounds, "en")
    ('大于 50%、不超过 55%', 'over 50, up to 55')
    """
    low, high = (None if end is None else grouped(end / scale) + sign for end in (bounds.low, bounds.high))
    if low and high and not bounds.low_open and not bounds.high_open:
        return say(lang, "from to", low=low, high=high)
    told = [
        *([say(lang, "over" if bounds.low_open else "at least", end=low)] if low else []),
        *([say(lang, "under" if bounds.high_open else "at most", end=high)] if high else []),
    ]
    return say(lang, "list").join(told) or say(lang, "any number")


def _scale(base_unit: str, size: Fraction, lang: str) -> tuple[Fraction, str]:
    """What numbers of this size are told in: so many base units, and the word for it."""
    large = _LARGE[lang] if base_unit == "元" else ()
    return next(((scale, name) for scale, name in large if abs(size) >= scale), (_ONE, ""))


def per_cent(share: Fraction) -> str:
    """A share of all in whole per cent, rounded down: what falls short must not read as if it did not.

    >>> per_cent(Fraction(2, 3)), per_cent(Fraction(0))
    ('66%', '0%')
    """
    return f"{int(share * 100)}%"
