"""From bytes to text: which encoding a Chinese document is in, found from the bytes alone.

A byte order mark decides. Without one, valid UTF-8 is UTF-8 unless a reading in another encoding makes better Chinese
of it; what is left is read in every other encoding and the reading made most of frequent characters wins.
Decoding is strict: either the whole file is text of one encoding or there is no text. A file cut off in the middle
of a character is not read in part, since what it lost may be more than that character: `reaches` tells of it.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import NamedTuple

from consistency.patterns import lazy

# utf-32 stands before utf-16, whose mark begins it. The codecs named here but gb18030 drop the mark by themselves.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
DOUBLE_BYTE = ("gb18030", "big5hkscs", "cp950")  # on a tie the wider character set comes first
UTF_16 = ("utf-16-le", "utf-16-be")

SAMPLE = 1 << 16  # bytes that are scored: some thirty thousand characters decide as well as a whole yearbook
SHORT = 12  # characters: up to here a line may be rare names or places alone

_BEYOND_TWO_BYTES = lazy("[\u0800-\udfff\uf900-\U000effff]")  # but for private use; Han and its punctuation
_CONTROL = lazy(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_HAN = lazy("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def decode(data: bytes) -> tuple[str, str] | None:
    """The text without its byte order mark, and the encoding it is in; None where no encoding makes text of the bytes.

    >>> decode("全市生产总值".encode("gb18030"))
    ('全市生产总值', 'gb18030')
    """
    if encoding := _marked(data):
        text = _strictly(data, encoding)
        return None if text is None else (text.removeprefix("\ufeff") if encoding == "gb18030" else text, encoding)
    if b"\0" in data:  # no text in single and double bytes has a NUL, and all ASCII in UTF-16 has
        return _best(data, UTF_16)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and _BEYOND_TWO_BYTES.search(data[: error.start].decode("utf-8")):
            return None  # UTF-8 cut short: some of it would pass for GB18030
        return _best(data, DOUBLE_BYTE + UTF_16)
    return (text, "utf-8") if _surely_utf_8(text) else _best(data, ("utf-8", *DOUBLE_BYTE, *UTF_16))


class Reach(NamedTuple):
    """How far bytes go in an encoding: `byte` is the first that does not fit, `cut` whether only more are missing."""

    encoding: str
    byte: int
    cut: bool


def reaches(data: bytes) -> Reach | None:
    """Of bytes that `decode` refuses: the encoding they seem to be in, and where they leave it.

    >>> reaches("全市生产总值".encode()[:-1])
    Reach(encoding='utf-8', byte=15, cut=True)
    """
    if marked := _marked(data):
        return _reach(data, "utf-8" if marked == "utf-8-sig" else marked)  # with -sig, errors count from the mark on
    encodings = UTF_16 if b"\0" in data else ("utf-8", *DOUBLE_BYTE)
    for reach in sorted((_reach(data, encoding) for encoding in encodings), key=lambda reach: -reach.byte):
        head = data[: reach.byte]
        if b"\0" in head or not head.isascii():  # ASCII speaks for no encoding
            readable = decode(head)
            if readable is not None and readable[1] == reach.encoding:
                return reach
    return None


def score(text: str) -> int:
    """How much the text looks like Chinese: a frequent character or mark counts 1, other Han -1, the rest -2, ASCII 0.

    >>> score("增长6.7%"), score("澧為暱6.7%")
    (2, -1)
    """
    from consistency.readers.frequent_characters import FREQUENT  # only a file that is not UTF-8 needs the table

    return sum(
        times * (1 if char in FREQUENT else -1 if _HAN.match(char) else -2)
        for char, times in Counter(text).items()
        if not char.isascii() or _CONTROL.match(char)
    )


def _best(data: bytes, encodings: tuple[str, ...]) -> tuple[str, str] | None:
    """The reading that scores highest among those that decode all the bytes and may be Chinese."""
    sample, ends = _sample(data)
    readings = []
    for encoding in encodings:
        try:
            head = codecs.getincrementaldecoder(encoding)().decode(sample, final=ends)
        except UnicodeDecodeError:
            continue
        points = score(head)
        if encoding == "utf-8" or _may_be_chinese(head, points):  # what is valid UTF-8 need not be Chinese
            readings.append((points, encoding))
    for _, encoding in sorted(readings, key=lambda reading: -reading[0]):
        if (text := _strictly(data, encoding)) is not None:
            return text, encoding
    return None


def _may_be_chinese(text: str, points: int) -> bool:
    """Whether the score of a reading allows that it is right.

    More must be frequent than not; a line of rare names or places is allowed two thirds of others. English of other
    encodings, read as one of ours, has a few rare Han among the ASCII, and none frequent.
    """
    counted = len(text) - sum(map(str.isascii, text))
    return points >= 0 if not counted else points > 0 or (counted <= SHORT and 3 * points >= -counted)


def _sample(data: bytes) -> tuple[bytes, bool]:
    """The bytes to score, from the first that is not ASCII, and whether they go to the end.

    An English preface may be longer than the sample. The start is even so that it cuts no character of UTF-16;
    it cuts none of the other encodings as nothing but ASCII stands before it.
    """
    first = _NOT_ASCII.search(data) if len(data) > SAMPLE else None
    start = first.start() & ~1 if first else 0
    return data[start : start + SAMPLE], start + SAMPLE >= len(data)


def _surely_utf_8(text: str) -> bool:
    """Whether valid UTF-8 needs no second look: three-byte characters are no accident, nor is plain ASCII.

    Two-byte characters alone may be GBK, and control characters UTF-16.

    >>> _surely_utf_8("一般公共预算"), _surely_utf_8("一".encode("gb18030").decode("utf-8"))
    (True, False)
    """
    return bool(text.isascii() or _BEYOND_TWO_BYTES.search(text)) and not _CONTROL.search(text)


def _marked(data: bytes) -> str | None:
    """The encoding a byte order mark names."""
    return next((encoding for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reach(data: bytes, encoding: str) -> Reach:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        try:
            codecs.getincrementaldecoder(encoding)().decode(data[error.start :])
        except UnicodeDecodeError:
            return Reach(encoding, error.start, False)
        return Reach(encoding, error.start, True)
    return Reach(encoding, len(data), False)
