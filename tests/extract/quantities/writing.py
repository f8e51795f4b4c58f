"""Numbers written out as people write them: the other way round from the reader, and without any of its code."""

from decimal import Decimal
from fractions import Fraction

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
SCALES = ("", "万", "亿", "万亿")


def in_words(number: int) -> str:
    """A whole number below 10**16 in words: 10305 → 一万零三百零五."""
    if number < 0:
        return "负" + in_words(-number)
    if number == 0:
        return "零"
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    spoken = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if not group:
            continue
        if spoken and (group < 1000 or not groups[place + 1]) and not spoken.endswith("零"):
            spoken += "零"
        spoken += _group(group) + _scale(groups, place)
    return spoken[1:] if spoken.startswith("一十") else spoken


def _scale(groups: list[int], place: int) -> str:
    """The scale word of a group of four; a group of 万亿 says only 万 where a group of 亿 follows."""
    if place == 3 and groups[2]:
        return "万"
    return SCALES[place]


def _group(number: int) -> str:
    spoken, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            spoken += ("零" if gap and spoken else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = bool(spoken)
    return spoken


def in_formal_words(number: int) -> str:
    """The same in the forms used on cheques: 一百二十 → 壹佰贰拾."""
    spoken = in_words(number)
    if spoken.startswith("十"):
        spoken = "一" + spoken
    return spoken.translate(FORMAL)


def with_separators(number: Decimal | int) -> str:
    """1234567.5 → 1,234,567.5."""
    return f"{number:,}"


def point_in_words(number: Decimal) -> str:
    """12.05 → 十二点零五."""
    whole, _, decimals = str(number).partition(".")
    return in_words(int(whole)) + ("点" + "".join(DIGITS[int(d)] for d in decimals) if decimals else "")


def half_up(value: Fraction) -> str:
    """A fraction with a finite decimal as that decimal."""
    return format(Decimal(value.numerator) / Decimal(value.denominator), "f")
