"""One script: Traditional characters become Simplified ones, one for one."""

from __future__ import annotations

from functools import cache
from typing import Protocol


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
    if len(out) == len(text):
        return out
    lines = [_line(line, converter) for line in text.splitlines(keepends=True)]
    return "".join(lines)


def _line(line: str, converter: _Converter) -> str:
    out = converter.convert(line)
    if len(out) == len(line):
        return out
    return "".join(c if len(s := converter.convert(c)) != 1 else s for c in line)
