"""Why two numbers met or did not: what barred them, each comparison's level and weight, the rival and the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.lexicon import Lexicon
from consistency.link.blocking import block_of
from consistency.link.clusters import Block, all_features, in_order, linked
from consistency.link.weights import Linking
from consistency.model import Claim, Meeting

ASPECTS = ("place", "period", "status", "measure")  # what makes a block, in the order of `block_of`


def meeting_of(one: Claim, other: Claim, claims: Sequence[Claim], lexicon: Lexicon, linking: Linking) -> Meeting:
    """The meeting of two claims, among all claims of their documents: as it came about, or why it did not."""
    claims = in_order(claims)
    known = all_features(claims, lexicon, linking)
    met = any({one, other} <= set(found.claims) for found in linked(claims, known, linking))
    a, b = claims.index(one), claims.index(other)
    blocks = block_of(one), block_of(other)
    members = [i for i, claim in enumerate(claims) if block_of(claim) == blocks[0]]
    if blocks[0] == blocks[1]:
        return Block(claims, known, members, linking).meeting(a, b, met)
    apart = tuple((name, f"{x} / {y}") for name, x, y in zip(ASPECTS, *blocks, strict=True) if x != y)
    alone = Block(claims, known, [a, b], linking).meeting(a, b, met)
    return replace(alone, bars=(*apart, *alone.bars))
