"""One script: Traditional characters become Simplified ones, one for one."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from consistency.patterns import lazy

OPENING = 1000  # characters by which a script is known
ONE_IN = 20  # of its characters are written otherwise

# 乾县, 乾安县: a Simplified character in these names, the Traditional form of 干 elsewhere
OF_ITS_OWN = lazy(r"乾(?=安?[县縣])")


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter() -> _Converter:
    import opencc  # loaded when first needed: it costs start-up time

    converter: _Converter = opencc.OpenCC("t2s")
    return converter


def to_simplified(text: str) -> str:
    """The text in Simplified characters, of the same length.

    Phrase rules are asked first; where they would change a line's length, characters are
    converted one by one, so that no position ever moves.

    >>> to_simplified("重慶市")
    '重庆市'
    """
    if text.isascii():
        return text
    converter = _converter()
    out = converter.convert(text)
    if len(out) != len(text):
        out = "".join(_line(line, converter) for line in text.splitlines(keepends=True))
    kept = {name.start() for name in OF_ITS_OWN.finditer(text)}
    return "".join("乾" if at in kept else c for at, c in enumerate(out)) if kept else out


def _line(line: str, converter: _Converter) -> str:
    out = converter.convert(line)
    if len(out) == len(line):
        return out
    return "".join(c if len(s := converter.convert(c)) != 1 else s for c in line)


def is_traditional(text: str) -> bool:
    """Whether a text is written in Traditional characters: of its first thousand, one in twenty is no Simplified one.

    >>> is_traditional("財政部今天公布出口統計"), is_traditional("财政部今天公布出口统计")
    (True, False)
    """
    opening = "".join(c for c in text[: 2 * OPENING] if "\u4e00" <= c <= "\u9fff")[:OPENING]
    other = sum(a != b for a, b in zip(opening, to_simplified(opening), strict=True))
    return len(opening) > 0 and other * ONE_IN >= len(opening)
