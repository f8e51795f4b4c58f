"""What of a claim decides whom it may meet: never its value.

A claim is blocked by place, period, status and measure; inside a block the
words of its name and of the clause around it are compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt

from consistency.lexicon import Lexicon, WordList
from consistency.model import Claim, Measure, Status
from consistency.places import place_tail

# In units of the weight of a pair of characters seen in one claim only:
TELLING = 1.8  # the least weight of another name that a meeting may rest on
LIGHT = 1.35  # the weight of a name below which it says too little by itself
_STATUS = {Status.ACTUAL: "actual", Status.ESTIMATE: "actual", Status.TARGET: "target", Status.PLAN: "target"}
_MEASURE = {
    Measure.LEVEL: "level",
    Measure.COUNT: "level",
    Measure.SHARE: "share",
    Measure.RATIO: "share",
}
_WORDS = re.compile(r"[一-龥A-Za-z0-9]+")
_JOINED = re.compile(r"(?<=.)[和与及、的或](?=.)")


def block_of(claim: Claim) -> tuple[str, ...]:
    """The block of a claim: only claims of one block are ever compared."""
    key = claim.key
    measure = _MEASURE.get(key.measure, str(key.measure))
    return (place_tail(key.entity), key.period, _STATUS[key.status], measure)


def bigrams(words: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters in a text, words only.

    >>> bigrams("工业产值")
    ('工业', '业产', '产值')
    """
    found: list[str] = []
    for run in _WORDS.findall(words):
        found += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Features:
    """The comparable side of a claim."""

    names: tuple[str, ...]
    grams: tuple[Mapping[str, float], ...]
    characters: tuple[Mapping[str, float], ...]
    context: Mapping[str, float]
    modifiers: frozenset[str]
    around: frozenset[str]
    known: bool
    generic: bool
    bare: bool
    weight: float
    text: str


class Weights:
    """How much a pair of characters tells, from how rare it is in the claims at hand."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        seen: Counter[str] = Counter()
        for claim in claims:
            words = claim.mention.name + "，" + claim.mention.context
            seen.update({*bigrams(words), *words})
        self._seen = seen
        self._count = len(claims) + 1
        self.rarest = log((self._count + 1) / 1.5)

    def of(self, gram: str) -> float:
        """The weight of one pair: the logarithm of how few claims have it."""
        return log((self._count + 1) / (self._seen.get(gram, 0) + 0.5))

    def vector(self, grams: Iterable[str]) -> dict[str, float]:
        """The pairs of a text, weighted, of length one."""
        weighted = {g: self.of(g) for g in set(grams)}
        size = sqrt(sum(v * v for v in weighted.values()))
        return {g: v / size for g, v in sorted(weighted.items())} if size else {}


def features(claim: Claim, weights: Weights, lexicon: Lexicon, restrictive: WordList) -> Features:
    """The features of a claim."""
    mention = claim.mention
    weight = sum(weights.of(g) for g in set(bigrams(mention.name)))
    telling = (n for n in mention.also if sum(weights.of(g) for g in set(bigrams(n))) >= TELLING * weights.rarest)
    names = (mention.name, *telling)
    bare = [_JOINED.sub("", n) for n in names]
    context = re.sub(r"[\d.,%‰]+", " ", mention.context)
    # which way a number went has no say in whom it meets
    context = _ways((*lexicon.words("up"), *lexicon.words("down"))).sub(" ", context)
    return Features(
        names=names,
        grams=tuple(weights.vector(bigrams(n)) for n in bare),
        characters=tuple(weights.vector(n) for n in bare),
        context=weights.vector(bigrams(context)),
        modifiers=frozenset(_found(mention.name, restrictive)),
        around=frozenset(_found(" ".join((mention.name, *mention.also, mention.context)), restrictive)),
        known=mention.name in lexicon.dimensions,
        generic=mention.name not in lexicon.dimensions
        and (weight < LIGHT * weights.rarest or mention.name in lexicon.words("generic")),
        bare=mention.name in lexicon.words("generic"),
        weight=weight,
        text=mention.name + "|".join(mention.also) + context,
    )


@cache
def _ways(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words that say which way a number went; not the short ones, which stand in other words too."""
    return re.compile("|".join(word for word in words if len(word) > 1))


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
