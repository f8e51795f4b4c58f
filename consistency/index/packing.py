"""A document as understood, as bytes and back.

    packed = zlib(JSON([row, …]))                            each value once, those that it holds before it
    row    = text | number | true | false | null             itself
           | [0]                                             the path of the document
           | [1, start, end]                                 a span
           | [2, numerator, denominator]                     a fraction
           | [3, number of a row, …]                         a tuple
           | [4 + n, "value"]                                a member of the n-th of TYPES, an enumeration
           | [4 + n, number of a row, …]                     one of the n-th of TYPES, field by field

TYPES are the reading and all that a field of one of them may hold. The last row is the reading. Nothing but these types
can come of it: what is read from a file that somebody else has
written may be wrong, and runs nothing. The path is left out, so that a file that was renamed is known again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from typing import Any, get_args, get_type_hints

from consistency.model import Document, Mention, Reading
from consistency.offsets import Span

PATH, SPAN, FRACTION, TUPLE, FIRST = range(5)
OWN_PATH: dict[type[Any], str] = {Document: "path", Mention: "document"}  # the fields that hold the document's path
LEAVES = (str, int, bool, type(None))
FASTEST = 1  # of zlib: a few hundredths larger than the best, in a third of the time


class Unpackable(ValueError):
    """Bytes that are no packed reading."""


def _kept(cls: type[Any]) -> tuple[str, ...]:
    """The fields of a class that are packed: those that are found again from the others are not."""
    return tuple(f.name for f in fields(cls) if not f.name.startswith("_"))


def _types(root: type[Any]) -> Iterator[type[Any]]:
    """A class, and all classes and enumerations that its fields hold, in the order in which they are met."""
    seen: set[Any] = {Span, Fraction}
    waiting: list[Any] = [root]
    while waiting:
        found = waiting.pop(0)
        if found in seen:
            continue
        seen.add(found)
        if isinstance(found, type) and is_dataclass(found):
            yield found
            told = get_type_hints(found)
            waiting += [told[name] for name in _kept(found)]
        elif isinstance(found, type) and issubclass(found, Enum):
            yield found
        waiting += get_args(found)


TYPES = tuple(_types(Reading))
NUMBER = {kind: FIRST + place for place, kind in enumerate(TYPES)}
FIELDS = {kind: _kept(kind) for kind in TYPES if is_dataclass(kind)}


def pack(reading: Reading) -> bytes:
    """A reading as bytes.

    >>> from consistency.model import Context
    >>> found = Reading(Document("a.txt", "甲"), Context("甲"), ())
    >>> unpack(pack(found), "b.txt") == Reading(Document("b.txt", "甲"), Context("甲"), ())
    True
    """
    rows: list[object] = []
    numbers: dict[object, int] = {}

    def numbered(mark: object, row: object) -> int:
        if mark not in numbers:
            numbers[mark] = len(rows)
            rows.append(row)
        return numbers[mark]

    def number(value: Any) -> int:
        kind = type(value)
        if kind in LEAVES:
            return numbered((kind, value), value)
        if kind is Span:
            return composed(SPAN, value.start, value.end)
        if kind is Fraction:
            return composed(FRACTION, value.numerator, value.denominator)
        if kind is tuple:
            return composed(TUPLE, *map(number, value))
        if kind not in FIELDS:
            return composed(NUMBER[kind], value.value)
        path = OWN_PATH.get(kind)
        held = (composed(PATH) if name == path else number(getattr(value, name)) for name in FIELDS[kind])
        return composed(NUMBER[kind], *held)

    def composed(*row: object) -> int:
        return numbered(row, row)

    number(reading)
    written = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"), FASTEST)


def unpack(packed: bytes, path: str) -> Reading:
    """The reading of the document at a path; raises `Unpackable` for bytes that are none."""
    try:
        rows = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        found = _values(rows, path)[-1]
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError, zlib.error) as error:
        raise Unpackable(str(error)) from None
    if not isinstance(found, Reading):
        raise Unpackable("no reading")
    return found


def _values(rows: Sequence[Any], path: str) -> list[Any]:
    """The values of all rows; each holds only such as stand before it."""
    values: list[Any] = []
    for row in rows:
        if type(row) is not list:
            values.append(row)
            continue
        kind, *held = row
        if kind >= FIRST:
            made = TYPES[kind - FIRST]
            values.append(made(*[values[number] for number in held]) if made in FIELDS else made(*held))
        elif kind == SPAN:
            values.append(Span(*held))
        elif kind == TUPLE:
            values.append(tuple([values[number] for number in held]))
        elif kind == FRACTION:
            values.append(Fraction(*held))
        else:
            values.append(path)
    return values
