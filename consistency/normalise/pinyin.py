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

# The same without tone marks, once or several times over: 門(men)(men). Only a text full of them is taken to be hurt.
PLAIN = regex.compile(
    r"""(?<=\p{Han}) (?:
    [(（]
    (?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iuü]?(?:ang|eng|ong|an|en|in|un|ai|ei|ao|ou|ia|ie|uo|ua|ue|ui|iu|ing|[aeiouü])|er)
    [)）]
    )+""",
    regex.VERBOSE,
)
FULL_OF = 12  # so many syllables without tone marks …
DISTINCT = 6  # … of so many kinds are no remarks


def residue(text: str) -> list[tuple[int, int]]:
    """Where pinyin residue stands, as (start, end), in order.

    >>> residue("區(qū)長")
    [(1, 5)]
    """
    if "(" not in text and "（" not in text:
        return []
    marked = [m.span() for m in RESIDUE.finditer(text)]
    plain = [(m.span(), m.group()) for m in PLAIN.finditer(text)]
    if len(plain) < FULL_OF or len({syllable for _, syllable in plain}) < DISTINCT:
        return marked
    return sorted({*marked, *(span for span, _ in plain)})


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
