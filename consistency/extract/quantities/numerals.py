"""Numerals as written, to exact numbers: 1,744.5 · 三千五百 · 3万5千 · 十二点五 · 壹万贰仟."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from consistency.patterns import lazy

DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")}
DIGIT |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2, "参": 3}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
FIXED = {"廿": 20, "卅": 30, "卌": 40}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}

# Forms used on cheques. Alone they are other words: 大陆、入伍、肆意、参加.
FORMAL = frozenset("壹贰叁肆伍陆柒捌玖参")
NOUGHTS = frozenset("零〇")
# Longer runs of figures or numerals are codes, and cost time.
LONGEST = 40

_ONES = "".join(c for c in DIGIT if c != "两")
_PLACES = "".join((*SMALL, *FIXED, *LARGE))
# Every character that a numeral in words may begin with.
CHARACTERS = _ONES + "两" + _PLACES
# Figures, with thousands separators or without: 1,744.5
FIGURES = r"[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?|[0-9]++(?:\.[0-9]++)?"
# Figures and words in turn: 3万5千、5亿1万4千6百、200亿零4千、1兆2,345亿6,789万、13万5,571、35万526栋
_PART = "(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)"
MIXED = (
    rf"{_PART}[{''.join(SMALL)}{''.join(LARGE)}](?:"
    rf"(?:[零〇]?(?:{_PART}|[{_ONES}])[{_PLACES}]){{1,9}}(?:[零〇]?(?:[0-9],[0-9]{{3}}|[0-9]{{1,4}})(?![0-9.,]))?"
    r"|(?<=[万亿])[零〇]?(?:[0-9],[0-9]{3}|[0-9]{4}|[0-9]{2,3}(?=[人元户栋家件辆头只吨次张床册名箱株位]))(?![0-9.,]))[万亿]*+"
)
# What may follow figures to enlarge them: 万、百万、万亿
SCALE = lazy(rf"[{''.join(SMALL)}{''.join(LARGE)}]+")

_FIGURES = lazy(r"[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+")
_TOKEN = lazy(r"[0-9][0-9,]*|.")


def words_pattern(units: str = r"[^\s\S]") -> str:
    """A pattern for a numeral in words, decimals included, that leaves alone `units` that begin as a place does (千克).

    两 is a digit at the head of a numeral or before a place; elsewhere it is a weight (三十两).

    >>> lazy(words_pattern()).match("三十两").group(), lazy(words_pattern("千克")).match("五千克").group()
    ('三十', '五')
    """
    following = rf"[{_ONES}十拾佰仟廿卅卌]|(?!{units})[百千万亿兆]|两(?=[百千万亿佰仟])"
    # Not *+: before Python 3.11.5 a possessive group loses its place where what is in it backtracks.
    return rf"[{CHARACTERS}](?:{following})*(?!{following})(?:点(?:[{_ONES}]++|[0-9]++))?"


class Numeral(NamedTuple):
    """A numeral's value and the size of its last place written."""

    value: Fraction
    step: Fraction


@lru_cache(maxsize=10_000)
def numeral(words: str) -> Numeral | None:
    """The value of a numeral in figures, in words or in both, or nothing where they make none.

    >>> numeral("两千四百五").value, numeral("十二点五").step
    (Fraction(2450, 1), Fraction(1, 10))
    >>> numeral("3万5千").value, numeral("一百二三") is None
    (Fraction(35000, 1), True)
    """
    if len(words) > LONGEST:
        return None
    whole, point, decimals = words.partition("点")
    if point:
        head = numeral(whole) if whole else None
        if head is None or not decimals or not all(c in DIGIT or c in "0123456789" for c in decimals):
            return None
        size = 10 ** len(decimals)
        tail = int("".join(c if c.isdigit() else str(DIGIT[c]) for c in decimals))
        return Numeral(head.value + Fraction(tail, size), Fraction(1, size))
    if whole.isascii():
        return arabic(whole) if _FIGURES.fullmatch(whole) else None
    if len(whole) > 1 and all(c in DIGIT for c in whole):
        return Numeral(Fraction(int("".join(str(DIGIT[c]) for c in whole))), Fraction(1))
    return None if "." in whole else _places(whole)  # 1.2万5千 is two ways of writing at once


def arabic(figures: str) -> Numeral:
    """The value of figures with or without separators.

    >>> arabic("1,744.50").step
    Fraction(1, 100)
    """
    whole, point, decimals = figures.replace(",", "").partition(".")
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
        size *= SMALL.get(word) or LARGE[word]
    return size


def pair(words: str) -> tuple[Numeral, Numeral] | None:
    """The two numerals of an approximate pair: one or the other.

    >>> [int(n.value) for n in pair("四十五六万")], [int(n.value) for n in pair("三五百")]
    ([450000, 460000], [300, 500])
    """
    if len(words) > LONGEST or (len(words) > 2 and all(c in DIGIT for c in words)):
        return None
    for at in range(len(words) - 1):
        low, high = DIGIT.get(words[at]), DIGIT.get(words[at + 1])
        if not low or not high:
            continue
        if high - low == 1 or (low, high) == (3, 5):
            one, other = numeral(words[: at + 1] + words[at + 2 :]), numeral(words[:at] + words[at + 1 :])
            return (one, other) if one and other else None
        return None
    return None


def _places(text: str) -> Numeral | None:
    """The value of digits and place words in turn; a nought, or tens, keep a last digit from being enlarged."""
    total = section = 0
    pending: int | None = None
    last, nought, single = 1, False, True
    for token in _TOKEN.findall(text):
        digit = int(token.replace(",", "")) if token[0].isdigit() else DIGIT.get(token)
        if digit is not None:
            if pending:  # two digits with no place between them: 一百二三
                return None
            pending, nought, single = digit, nought or token in NOUGHTS, len(token) == 1
        elif token in LARGE:
            if pending is None and not (section or total):
                section = 1  # 万、亿 alone: the order of magnitude
            total = _enlarge(total, section + (pending or 0), LARGE[token])
            section, pending, last, nought = 0, None, LARGE[token], False
        elif token in FIXED:
            section, last, pending = section + FIXED[token], 10, None
        else:
            size = SMALL.get(token, 0)
            if not size or (section and size >= last):
                return None  # 十百、百千: no number
            section += (pending or 1) * size
            last, nought, pending = size, False, None
    if pending is not None:
        # 两千四百五 is 2450, 九十二万四 is 924,000; after a nought, or after tens, a digit is itself
        size = last // 10 if single and not nought and last > 10 else 1
        section += pending * size
        last = size
    return Numeral(Fraction(total + section), Fraction(last))


def _enlarge(total: int, section: int, scale: int) -> int:
    """What stands before a scale word, enlarged: 十万亿 enlarges all of it, 一亿二万 the last part."""
    if total and total < scale:
        return (total + section) * scale
    if not section and total:
        return total * scale
    return total + (section or 1) * scale
