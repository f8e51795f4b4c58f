"""Texts that a pattern takes longest over: what it may repeat, over and over, and an end that fails."""

from __future__ import annotations

from collections.abc import Iterator
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

TRIED = "1，甲、;(%年a 万.一"  # characters that stand for those that a set takes
FILLED_WITH = ("1，甲、", "甲", "1")  # and those that stand where it may be repeated
BRANCHES = 8
REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def pumped(pattern: str, flags: int, often: int) -> Iterator[str]:
    """Texts in which all that a pattern may repeat is there so often, and the last of which is wrong.

    >>> next(pumped("(?:甲+乙)*丙", 0, 2))
    '甲甲乙甲甲乙'
    """
    tree = parser.parse(pattern, flags)
    for way in range(BRANCHES):
        for filling in FILLED_WITH:
            text = _text(tree, often, way, filling)[: 8 * often + 100]
            yield text[:-1]
            yield text[:-1] + "。"


def _text(tree: Any, often: int, way: int, filling: str) -> str:
    return "".join(_piece(sort, told, often, way, filling) for sort, told in tree)


def _piece(sort: Any, told: Any, often: int, way: int, filling: str) -> str:
    """The text of one piece of a pattern."""
    if sort is code.LITERAL:
        return chr(told)
    if sort in (code.IN, code.ANY, code.NOT_LITERAL):
        taken = _taken(sort, told)
        return taken[way % len(taken)]
    if sort is code.SUBPATTERN:
        return _text(told[3], often, way, filling)
    if sort is code.BRANCH:
        return _text(told[1][way % len(told[1])], often, way, filling)
    if sort is code.ASSERT:
        return _text(told[1], often, way, filling)
    if sort in REPEATS:
        least, most, body = told
        times = max(least, min(often, most))
        if len(body) == 1 and body[0][0] in (code.IN, code.ANY, code.NOT_LITERAL):
            taken = _taken(*body[0])
            fill = [one for one in taken if one in filling] or taken
            return "".join(fill[at % len(fill)] for at in range(times))
        return _text(body, min(often, 2), way, filling) * int(max(1, times))
    return ""


def _taken(sort: Any, told: Any) -> list[str]:
    """The characters among those tried that a set takes; some character where it takes none of them."""
    if sort is code.ANY:
        return [*TRIED]
    if sort is code.NOT_LITERAL:
        return [one for one in TRIED if ord(one) != told]
    return [one for one in TRIED if _has(told, one)] or ["甲"]


def _has(told: Any, one: str) -> bool:
    there = False
    for sort, what in told:
        if sort is code.LITERAL:
            there |= chr(what) == one
        elif sort is code.RANGE:
            there |= what[0] <= ord(one) <= what[1]
        elif sort is code.CATEGORY:
            kinds = {"DIGIT": one.isdigit(), "SPACE": one.isspace(), "WORD": one.isalnum() or one == "_"}
            name = str(what).removeprefix("CATEGORY_")
            there |= not kinds[name[4:]] if name.startswith("NOT_") else kinds[name]
    return there != ((code.NEGATE, None) in told)
