"""What of a claim is compared with others: the words of its name and of the clause around it, never its value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt

from consistency.lexicon import Lexicon, WordList
from consistency.link.frequencies import Frequencies, bigrams
from consistency.model import Claim, Mention
from consistency.patterns import lazy

# In units of the weight of a pair of characters seen in one claim only:
TELLING = 1.8  # the least weight of another name that a meeting may rest on
LIGHT = 1.35  # the weight of a name below which it says too little by itself
NUMERAL = lazy(r"[\d.,一二三四五六七八九十百千万亿两半]+")
FIGURES = lazy(r"[\d.,%‰]+")
_JOINED = lazy(r"(?<=.)[和与及、的或](?=.)")


@dataclass(frozen=True, slots=True)
class Features:
    """The comparable side of a claim; `beside` is what the numbers next to it tell of."""

    names: tuple[str, ...]
    grams: tuple[Mapping[str, float], ...]
    characters: tuple[Mapping[str, float], ...]
    context: Mapping[str, float]
    own: Mapping[str, float]
    modifiers: frozenset[str]
    around: frozenset[str]
    known: bool
    generic: bool
    bare: bool
    text: str
    heading: Mapping[str, float]
    beside: frozenset[tuple[str, str]]


def features(
    claim: Claim,
    frequencies: Frequencies,
    lexicon: Lexicon,
    restrictive: WordList,
    beside: Sequence[Claim] = (),
) -> Features:
    """The features of a claim; `beside` are those next to it in its document."""
    mention = claim.mention
    weight = frequencies.weight(mention.name)
    telling = (n for n in mention.also if frequencies.weight(n) >= TELLING * frequencies.rarest)
    names = (mention.name, *telling)
    bare = [_JOINED.sub("", n) for n in names]
    # neither the number nor which way it went has a say in whom it meets
    ways = _ways((*lexicon.words("up"), *lexicon.words("down")))
    clause = mention.clause or mention.context
    context, own = (ways.sub(" ", plain(words, mention)) for words in (mention.context, clause))
    return Features(
        names=names,
        grams=tuple(frequencies.vector(bigrams(n)) for n in bare),
        characters=tuple(frequencies.vector(n) for n in bare),
        context=frequencies.vector(bigrams(context)),
        modifiers=frozenset(_found(mention.name, restrictive)),
        around=frozenset(_found(" ".join((mention.name, *mention.also, mention.context)), restrictive)),
        own=frequencies.vector(bigrams(own)),
        known=mention.name in lexicon.dimensions,
        generic=mention.name not in lexicon.dimensions
        and (weight < LIGHT * frequencies.rarest or mention.name in lexicon.words("generic")),
        bare=mention.name in lexicon.words("generic"),
        text=mention.name + "|".join(mention.also) + context,
        heading=frequencies.vector(bigrams(mention.heading)),
        beside=frozenset((other.mention.name, other.key.measure) for other in beside),
    )


def plain(words: str, mention: Mention) -> str:
    """Words without the numeral they are about, and without the figures of others: what counts and bounds it stays."""
    return FIGURES.sub(" ", words.replace(mention.words, NUMERAL.sub(" ", mention.words)) if mention.words else words)


@cache
def _ways(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words that say which way a number went; not the short ones, which stand in other words too."""
    return lazy("|".join(word for word in words if len(word) > 1))


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two names are: their cosine, or nearly how far the shorter is contained in the longer."""
    if len(other) < len(one):
        one, other = other, one
    size = sqrt(sum(v * v for v in one.values()))
    shared = sqrt(sum(v * v for g, v in one.items() if g in other))
    contained = shared / size if size else 0.0
    return max(cosine(one, other), 0.72 * contained if contained > 0.9 else 0.0)


def alike(one: Features, other: Features) -> float:
    """How alike the best of two claims' names are: by pairs of characters, and by characters in any company."""
    return max(
        0.6 * likeness(g, h) + 0.4 * likeness(c, d)
        for g, c in zip(one.grams, one.characters, strict=True)
        for h, d in zip(other.grams, other.characters, strict=True)
    )


def contained(short: str, long: str) -> bool:
    """Whether one name stands in another as it is.

    >>> contained("公园", "湿地公园")
    True
    """
    return 1 < len(short) < len(long) and short in long


def shortened(short: str, long: str) -> bool:
    """Whether a name is another shortened: its characters in their order, the first the same.

    >>> shortened("社零总额", "社会消费品零售总额"), shortened("总额", "社会消费品零售总额")
    (True, False)
    """
    left = iter(long)
    return 1 < len(short) < len(long) and short[0] == long[0] and all(c in left for c in short)


def _found(text: str, words: WordList) -> list[str]:
    found, at = [], 0
    while at < len(text):
        word = words.at(text, at)
        if word:
            found.append(word)
            at += len(word)
        else:
            at += 1
    return found


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two weighted texts are, from 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(v * other[g] for g, v in one.items() if g in other)
