"""The bytes of GBK: what two of them make, and what becomes of a text whose bytes slip by one."""

from __future__ import annotations

from functools import cache

LONE = "?\ufffd"  # how a byte left alone shows
UNKNOWN = "□"  # an ASCII character that a byte left alone has swallowed
LEADS = range(0x81, 0xFF)


@cache
def decode(lead: int, second: int) -> str:
    """The character of two bytes, or nothing.

    >>> decode(0xBB, 0xDD)
    '惠'
    """
    try:
        made = bytes((lead, second)).decode("gbk")
    except UnicodeDecodeError:
        return ""
    return made if len(made) == 1 else ""


@cache
def encode(character: str) -> tuple[int, int] | None:
    """The two bytes of a character, where it has two.

    >>> encode("惠"), encode("a")
    ((187, 221), None)
    """
    try:
        first, second = character.encode("gbk")
    except (UnicodeEncodeError, ValueError):
        return None
    return first, second


def slipped(text: str) -> str:
    """What a text becomes where its first byte is cut off from the second, up to where it is in order again.

    >>> slipped("。惠農")
    '?；蒉r'
    """
    data = b"".join(bytes(encode(c) or (ord(c) & 0x7F,)) for c in text)
    shown, at = "?", 1
    while at < len(data):
        first = data[at]
        if first < 0x80:
            shown, at = shown + chr(first), at + 1
        elif at + 1 == len(data) or data[at + 1] < 0x40:
            shown, at = shown + "?", at + 2  # left alone; an ASCII character is swallowed
        else:
            shown, at = shown + decode(first, data[at + 1]), at + 2
    return shown


@cache
def makes_nothing(lead: int) -> frozenset[int]:
    """The bytes that make no character behind `lead`: such pairs vanish from a text."""
    return frozenset(second for second in LEADS if not decode(lead, second))
