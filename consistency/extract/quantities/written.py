"""Numerals as writers space and point them, in the one way that the readers of numbers know: 45 210元 as 45,210元.

One law for all of them: what the eye takes for one number is one number. What cannot be taken so is unreadable, and is
never its last figures: of “45 21元” nothing is read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consistency.extract.quantities.meaning import NOUGHT
from consistency.interval import Interval
from consistency.model import Bound, Quantity
from consistency.offsets import OffsetMap, Span
from consistency.patterns import lazy

UNREADABLE = "unreadable"  # the form of a number that stands there and cannot be read whole
_WORDS = "零〇○一二三四五六七八九"
_POINTS = ".．·・"
AS_FIGURES = str.maketrans(_WORDS + _POINTS, "000123456789....")
WITH_COMMAS = str.maketrans("， \u00a0\u2009\u202f", ",,,,,")
_BLANK = "[ \u00a0\u2009\u202f]"
# What shows that figures with an odd point are a measure and no name: 二四·五亿元, and not 一二·九运动
_MEASURED = rf"(?={_BLANK}?(?:[百千]?[万亿]|[%‰元吨亩倍]|个?百分点|个点|公[里顷斤]|平方|立方))"
# Behind these figures are the number of a thing: 表2 300家, 第1 200元
_NUMBERED = "表图件注栏第号"

# 一一六．五万吨 · ○．○二%
POSITIONAL = lazy(rf"(?<![{_WORDS}十百千万亿点0-9{_POINTS}])[{_WORDS}]{{1,9}}[{_POINTS}][{_WORDS}]{{1,6}}{_MEASURED}")
# 320·5亿元
MIDDLE_DOT = lazy(rf"(?<![0-9{_POINTS}])[0-9]{{1,9}}[·・](?=[0-9]{{1,4}}{_MEASURED})", needs=("·", "・"))
# 增加42. 6万人 · 42 .6%: behind a word, so that it is no mark of a list
PARTED_POINT = lazy(
    rf"(?<=[一-龥])(?<![{_NUMBERED}])[0-9]{{1,9}}(?:\.[ ]|[ ]\.)(?=[0-9]{{1,4}}{_MEASURED})", needs=(". ", " .")
)
# 十几万多亿元: 几 says already what 多 says again
SAID_AGAIN = lazy("(?<=几[百千万])多(?=[万亿])", needs=("几百", "几千", "几万"))
# 788，161万元, the comma of a list between groups of three
WIDE_COMMAS = lazy(
    r"(?<![0-9,，.:/-])[1-9][0-9]{0,2}(?:，[0-9]{3}(?![0-9]))+"
    r"(?=(?:\.[0-9]{1,6})?[ ]?(?:[万亿]|[%‰元吨亩]|公[里顷斤]|平方))"
)
# 45 210元 · 1 234 567.8
_BEHIND = f"0-9.,，:/{_NUMBERED}-"
_GROUPS = rf"[1-9][0-9]{{0,2}}(?:{_BLANK}[0-9]{{3}}(?![0-9]))+"
_THOUSANDS = rf"(?<![{_BEHIND}])(?<![{_BEHIND}]{_BLANK}){_GROUPS}"
# … that fill a cell between bars or tabs, with a sign or without
CELL_THOUSANDS = lazy(
    rf"(?:(?<=[|\t])|(?<=[|\t][ +-])|(?<=[|\t][ ][+-])){_GROUPS}(?=(?:\.[0-9]{{1,6}})?[ ]*(?:[|\t\n]|$))",
    needs=("|", "\t"),
)
# Two figures that are neither one number nor two: 收入45 21元 · 五 behind 一一六.
CUT_OFF = lazy(rf"[一-龥](?<![{_NUMBERED}])[0-9]{{1,9}}{_BLANK}$|[0-9{_WORDS}][·・．]$|[{_WORDS}]\.$")
CUTTING = frozenset(" \u00a0\u2009\u202f" + _POINTS)  # what stands between


class Writing:
    """The ways of writing, as texts with the units of one lexicon have them."""

    def __init__(self, heads: str) -> None:
        """`heads` are the characters that units begin with."""
        thousands = lazy(rf"{_THOUSANDS}(?=(?:\.[0-9]{{1,6}})?{_BLANK}?[余多]?[万亿{heads}])")
        self._in_one_way = (
            (POSITIONAL, AS_FIGURES),
            (MIDDLE_DOT, AS_FIGURES),
            (WIDE_COMMAS, WITH_COMMAS),
            (thousands, WITH_COMMAS),
            (CELL_THOUSANDS, WITH_COMMAS),
        )

    def closed(self, text: str) -> tuple[str, OffsetMap | None]:
        """The text with its numerals in one way, and the way back where a blank or a word was cut out of it.

        >>> Writing("元").closed("收入45 210元，增长六．一%")[0]
        '收入45,210元，增长6.1%'
        """
        for pattern, table in self._in_one_way:
            text = _replaced(pattern, table, text)
        blanks = [found.start() + found.group().index(" ") for found in PARTED_POINT.finditer(text)]
        words = [found.start() for found in SAID_AGAIN.finditer(text)]
        cuts = [(cut, cut + 1) for cut in sorted((*blanks, *words))]
        if not cuts:
            return text, None
        kept, at = [], 0
        for start, end in cuts:
            kept.append(text[at:start])
            at = end
        return "".join((*kept, text[at:])), OffsetMap.of_cuts(cuts, len(text))


def _replaced(pattern: re.Pattern[str], table: dict[int, int], text: str) -> str:
    """The text with what the pattern finds written with other characters, one for one."""
    return pattern.sub(lambda found: found.group().translate(table), text)


def moved(quantity: Quantity, back: OffsetMap) -> Quantity:
    """The quantity with its places in the text that still has its blanks."""
    return replace(quantity, span=back.back(quantity.span), number=back.back(quantity.number))


def whole(quantity: Quantity, text: str) -> Quantity:
    """The quantity; unreadable where its figures are only the last ones of what stands there.

    >>> from consistency.extract.quantities.meaning import intervals
    >>> CUT_OFF.search("收入45 ") is not None, CUT_OFF.search("完成12.3 ") is not None
    (True, False)
    """
    start = quantity.number.start
    found = CUT_OFF.search(text, max(0, start - 12), start)
    if found is None or quantity.form in ("rank", UNREADABLE):
        return quantity
    first = found.start() + ("一" <= text[found.start()] <= "龥" and text[found.start()] not in _WORDS)
    span = Span(first, quantity.span.end)
    return replace(
        quantity,
        span=span,
        number=Span(first, quantity.number.end),
        value=Span(first, quantity.number.end).of(text),
        unit="",
        base_value=NOUGHT,
        base_unit="",
        dimension=UNREADABLE,
        bound=Bound.EXACT,
        step=NOUGHT,
        stated=Interval(None, None),
        expected=Interval(None, None),
        form=UNREADABLE,
        reading=(f"figures that make no number: {span.of(text)}",),
    )
