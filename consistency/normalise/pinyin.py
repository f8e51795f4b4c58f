"""Pinyin left behind by a conversion tool: a syllable in brackets after a character, 區(qū)."""

from __future__ import annotations

from collections.abc import Iterable

import regex

# A syllable with a tone mark, in half or full width brackets, right after a Han character;
# without the mark it may be a real remark: 应用(app). Example: 質(zhì)
RESIDUE = regex.compile(
    r"""(?<=\p{Han})      # after a Han character
    [(（]
    [a-zü]{0,4} [āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ] [a-z]{0,3}
    [)）]""",
    regex.VERBOSE,
)


def residue(text: str) -> list[tuple[int, int]]:
    """Where pinyin residue stands, as (start, end), in order.

    >>> residue("區(qū)長")
    [(1, 5)]
    """
    if "(" not in text and "（" not in text:
        return []
    return [m.span() for m in RESIDUE.finditer(text)]


def without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with some stretches of it, given in order, cut out.

    >>> without("區(qū)長", [(1, 5)])
    '區長'
    """
    pieces, at = [], 0
    for start, end in stretches:
        pieces.append(text[at:start])
        at = end
    return "".join((*pieces, text[at:]))
