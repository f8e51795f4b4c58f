"""Numbers as documents tell them, rounded or cut off, in one unit or another."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import strategies as st

ROUNDINGS = st.sampled_from((ROUND_HALF_UP, ROUND_DOWN))


def told(value: Fraction | int, places: int, rounding: str) -> str:
    """A number rounded or cut off to some decimal places."""
    exact = Decimal(Fraction(value).numerator) / Decimal(Fraction(value).denominator)
    return str(exact.quantize(Decimal(1).scaleb(-places), rounding=rounding))


@st.composite
def amounts(draw: st.DrawFn, value: int, least: int = 0) -> str:
    """An amount of money as some document might tell it: 32.1亿元, 321034万元; `least` decimal places in 亿元."""
    unit, size = draw(st.sampled_from((("亿元", 10**8), ("万元", 10**4))))
    places = draw(st.integers(least, 2)) if unit == "亿元" else 0
    return told(Fraction(value, size), places, draw(ROUNDINGS)) + unit


@st.composite
def percentages(draw: st.DrawFn, value: Fraction) -> str:
    """A share or a growth, to one place or two."""
    return told(value, draw(st.integers(1, 2)), draw(ROUNDINGS)) + "%"


def grown(percent: str) -> str:
    """A growth in words: 增长3.2%, 下降3.2%."""
    return f"下降{percent[1:]}" if percent.startswith("-") else f"增长{percent}"
