"""Why two numbers met or did not: what barred them, each comparison's level and weight, the rival and the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.lexicon import Lexicon
from consistency.link.blocking import block_of
from consistency.link.clusters import Block, all_features, blocks, in_order
from consistency.link.weights import Linking
from consistency.model import Claim, Meeting

ASPECTS = ("place", "period", "status", "measure")  # what makes a block, in the order of `block_of`


def meeting_of(one: Claim, other: Claim, claims: Sequence[Claim], lexicon: Lexicon, linking: Linking) -> Meeting:
    """The meeting of two claims, among all claims of their documents: as it came about, or why it did not."""
    claims = in_order(claims)
    known = all_features(claims, lexicon, linking)
    a, b = claims.index(one), claims.index(other)
    ours, theirs = block_of(one), block_of(other)
    if ours == theirs:
        block = blocks(claims, known, linking)[ours]
        return block.meeting(a, b, met=any({one, other} <= set(found.claims) for found in block.sets()))
    apart = tuple((name, f"{x} / {y}") for name, x, y in zip(ASPECTS, ours, theirs, strict=True) if x != y)
    alone = Block(claims, known, [a, b], linking).meeting(a, b, met=False)
    return replace(alone, bars=(*apart, *alone.bars))
