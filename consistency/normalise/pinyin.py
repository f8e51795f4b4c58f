"""Pinyin left behind by a conversion tool: a syllable in brackets after a character, 區(qū)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from consistency.patterns import lazy

if TYPE_CHECKING:
    import regex

TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
SYLLABLE = lazy(rf"[(（][a-zü{TONES}]{{1,8}}[)）]")  # what may be a syllable, whatever it stands behind
FULL_OF = 12  # so many syllables without tone marks …
DISTINCT = 6  # … of so many kinds are no remarks


@cache
def _marked() -> regex.Pattern[str]:
    """A syllable with a tone mark, in half or full width brackets, right after a Han character: 質(zhì).

    Without the mark it may be a real remark: 应用(app).
    """
    import regex

    return regex.compile(rf"(?<=\p{{Han}})[(（][a-zü]{{0,4}}[{TONES}][a-z]{{0,3}}[)）]")


@cache
def _plain() -> regex.Pattern[str]:
    """The same without tone marks, once or several times over: 門(men)(men)."""
    import regex

    return regex.compile(
        r"""(?<=\p{Han}) (?:
        [(（]
        (?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iuü]?(?:ang|eng|ong|an|en|in|un|ai|ei|ao|ou|ia|ie|uo|ua|ue|ui|iu|ing|[aeiouü])|er)
        [)）]
        )+""",
        regex.VERBOSE,
    )


def residue(text: str) -> list[tuple[int, int]]:
    """Where pinyin residue stands, as (start, end), in order.

    >>> residue("區(qū)長")
    [(1, 5)]
    """
    if SYLLABLE.search(text) is None:
        return []
    marked = [m.span() for m in _marked().finditer(text)]
    plain = [(m.span(), m.group()) for m in _plain().finditer(text)]
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
