"""Numbers that damage may have changed: they are set aside, and no number is held against them.

Only damage that shows in the document itself counts here. A scale word, unit or mark that a copy lost is found by
holding its number against the other copies, so those numbers stay in the comparison. So do numbers whose figures are
whole beside what is damaged: run together with their units (64%107%), without a counter, in a sentence that stops.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from consistency.model import Damage, Mention, Quantity, Reading
from consistency.offsets import Span

# Kinds of damage in which a figure may be lost or changed.
MASKING = frozenset({"slip", "mojibake", "eaten_digit", "unknown_character"})
# Those that may have swallowed the first figure of the number behind them; a slip ends where the bytes are in order.
SWALLOWING = frozenset({"mojibake", "unknown_character"})
DAMAGED = "damaged"  # the reason such a mention is no claim


def masked(damages: Iterable[Damage]) -> tuple[Span, ...]:
    """The stretches of a text in which figures may be lost or changed."""
    return tuple(damage.span for damage in damages if damage.kind in MASKING)


def changes(damage: Damage, quantity: Quantity) -> bool:
    """Whether a number may have been another before the damage: it lies in it, or was cut off by it."""
    if damage.kind not in MASKING:
        return False
    if damage.span.overlaps(quantity.span):
        return True
    if damage.span.start == quantity.span.end:
        return not quantity.dimension  # what follows the figures was their unit: 12锟斤拷
    return damage.span.end == quantity.span.start and damage.kind in SWALLOWING


def in_damage(reading: Reading) -> dict[Damage, tuple[Mention, ...]]:
    """The mentions of a document whose numbers its damage may have changed, by the damage, both in order of place."""
    mentions = sorted(reading.mentions, key=lambda m: m.quantity.span)
    ends = list(accumulate((m.quantity.span.end for m in mentions), max))
    starts = [m.quantity.span.start for m in mentions]
    found = {}
    for damage in reading.damages:
        near = mentions[bisect_left(ends, damage.span.start) : bisect_right(starts, damage.span.end)]
        if inside := tuple(m for m in near if changes(damage, m.quantity)):
            found[damage] = inside
    return found


def hurt(reading: Reading) -> frozenset[Mention]:
    """The mentions of a document whose numbers any of its damage may have changed."""
    return frozenset(mention for mentions in in_damage(reading).values() for mention in mentions)


def set_aside(reading: Reading) -> Reading:
    """The reading with the numbers that its damage may have changed told to be no claims."""
    aside = hurt(reading)
    told = (replace(m, reason=m.reason or DAMAGED) if m in aside else m for m in reading.mentions)
    return replace(reading, mentions=tuple(told)) if aside else reading
