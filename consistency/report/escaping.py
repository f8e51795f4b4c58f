"""Text of others made harmless for where it is shown: a terminal, JSON, a spreadsheet."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from consistency.patterns import lazy

LINE_END = lazy(r"\r\n|\n|\r")

# Categories a terminal obeys or does not show at all: controls, format characters (bidi, zero width), line separators,
# and the halves of characters that stand for undecodable bytes in file names.
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})
# All but the ranges that hold no such character: what is left is looked up one by one.
_SUSPECT = lazy(r"[^ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u201f\u2030-\u205f\u2100-\u9fff\uff01-\uffee]")
_BLANKS = lazy(r"[ \t\u00a0\u3000]+")
_PLAIN_NUMBER = lazy(r"[+-]?\d+(\.\d+)?")
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


@cache
def _hidden(character: str) -> bool:
    return unicodedata.category(character) in _HIDDEN


def visible(text: str) -> str:
    """The text with every character a reader could not see, or a terminal would obey, spelt out.

    >>> visible("甲\\u202e乙\\x1b[31m")
    '甲‹U+202E›乙‹U+001B›[31m'
    """
    return text if text.isprintable() else _SUSPECT.sub(_spelt, text)


def _spelt(found: re.Match[str]) -> str:
    character = found.group()
    return f"‹U+{ord(character):04X}›" if _hidden(character) else character


def flowing(text: str) -> str:
    """Words of a document on one line: line ends as ↵, runs of blanks as one, the rest as `visible` has it.

    >>> flowing("新增就业（万人）\\n\\t3.5")
    '新增就业（万人）↵ 3.5'
    """
    return visible(_BLANKS.sub(" ", LINE_END.sub("↵", text)))


def inert_json(text: str) -> str:
    """JSON text in which hidden characters stand as escapes: the same data, safe to print, always valid UTF-8."""
    return _SUSPECT.sub(lambda found: _escapes(found.group()), text)


def _escapes(character: str) -> str:
    if character == "\n" or not _hidden(
        character
    ):  # line ends are the JSON's own: those of its data are escapes already
        return character
    code = ord(character)
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def cell(text: str) -> str:
    """A spreadsheet cell on one line, with an apostrophe before what a spreadsheet would take for a formula.

    >>> cell("=1+1"), cell("-2.3")
    ("'=1+1", '-2.3')
    """
    guard = "'" if text[:1] in _FORMULA and not _PLAIN_NUMBER.fullmatch(text) else ""
    return guard + flowing(text)
