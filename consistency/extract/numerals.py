"""Numerals as written, to exact numbers: 1,744.5 · 三千五百 · 3万5千 · 十二点五 · 壹万贰仟."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")}
_DIGIT |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2, "俩": 2, "仨": 3, "弌": 1}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_FIXED = {"廿": 20, "卅": 30, "卌": 40}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}

DIGITS = "".join(_DIGIT)
PLACES = "".join(_SMALL) + "".join(_FIXED)
SCALES = "".join(_LARGE)

# Figures, with thousands separators or without: 1,744.5
ARABIC = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")
# A numeral in words, decimals included: 一千七百四十四、三点五、二〇二三
CHINESE = re.compile(rf"[{DIGITS}{PLACES}{SCALES}]+(?:点[{DIGITS}]+)?")
# What may follow figures to enlarge them: 万、百万、万亿
SCALE = re.compile(rf"[十百千{SCALES}]+")
# Figures and words mixed: 3万5千、5亿1万4千6百
MIXED = re.compile(rf"\d+[十百千{SCALES}](?:\d+[十百千{SCALES}])+\d?")


class Numeral(NamedTuple):
    """A numeral's value and the size of its last place written."""

    value: Fraction
    step: Fraction


def arabic(figures: str) -> Numeral:
    """The value of figures with or without separators.

    >>> arabic("1,744.50").step
    Fraction(1, 100)
    """
    figures = figures.replace(",", "")
    whole, point, decimals = figures.partition(".")
    if not point:
        return Numeral(Fraction(int(whole)), Fraction(1))
    size = 10 ** len(decimals)
    return Numeral(Fraction(int(whole + decimals), size), Fraction(1, size))


def power(scale: str) -> int:
    """How many a run of scale words stands for: 万亿 is a million million.

    >>> power("百万")
    1000000
    """
    size = 1
    for word in scale:
        size *= _SMALL.get(word) or _LARGE[word]
    return size


def mixed(text: str) -> Numeral:
    """The value of figures and scale words in turn.

    >>> mixed("3万5千").value
    Fraction(35000, 1)
    """
    total, section, figures, last = 0, 0, "", 1
    for char in text:
        if char.isdigit():
            figures += char
        elif char in _LARGE:
            section += int(figures or 0)
            total, section, figures = _enlarge(total, section, _LARGE[char]), 0, ""
            last = _LARGE[char]
        else:
            last = _SMALL[char]
            section += int(figures or 1) * last
            figures = ""
    if figures:
        section += int(figures) * (last // 10 or 1)
        last //= 10
    return Numeral(Fraction(total + section), Fraction(last or 1))


def _enlarge(total: int, section: int, scale: int) -> int:
    """What stands before a scale word, enlarged: 十万亿 enlarges all of it, 一亿二万 the last part."""
    if total and total < scale:
        return (total + section) * scale
    if not section and total:
        return total * scale
    return total + (section or 1) * scale


def chinese(text: str) -> Numeral | None:
    """The value of a numeral in words, or nothing where the words make none (万万 alone, 点五).

    >>> chinese("两千四百五").value
    Fraction(2450, 1)
    >>> chinese("十二点五").step
    Fraction(1, 10)
    """
    whole, point, decimals = text.partition("点")
    if not whole:
        return None
    if point:
        head = chinese(whole)
        if head is None:
            return None
        size = 10 ** len(decimals)
        tail = int("".join(str(_DIGIT[c]) for c in decimals))
        return Numeral(head.value + Fraction(tail, size), Fraction(1, size))
    if all(c in _DIGIT for c in whole):
        return Numeral(Fraction(int("".join(str(_DIGIT[c]) for c in whole))), Fraction(1))
    return _places(whole)


def _places(text: str) -> Numeral | None:
    total = section = 0
    digit: int | None = None
    last, nought = 1, False
    for char in text:
        if char in _DIGIT:
            if digit:  # two digits with no place between them: 一百二三
                return None
            digit, nought = _DIGIT[char], nought or _DIGIT[char] == 0
        elif char in _FIXED:
            section, last = section + _FIXED[char], 10
            digit = None
        elif char in _SMALL:
            last, nought = _SMALL[char], False
            section += (digit if digit else 1) * last
            digit = None
        else:
            if not (digit or section or total):
                section = 1  # 万、亿 alone: the order of magnitude
            total = _enlarge(total, section + (digit or 0), _LARGE[char])
            section, digit, last, nought = 0, None, _LARGE[char], False
    if digit is not None:
        # 两千四百五 is 2450, 九十二万四 is 924,000; after a nought, or after tens, a digit is itself
        size = 1 if nought or last <= 10 else last // 10
        section += digit * size
        last = size
    return Numeral(Fraction(total + section), Fraction(last))
