"""What of a claim is compared with others: the words of its name and of the clause around it, never its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import sqrt
from operator import mul

from consistency.lexicon import Lexicon
from consistency.link.frequencies import Frequencies, bigrams
from consistency.model import Claim, Mention
from consistency.patterns import either, lazy

# In units of the weight of a pair of characters seen in one claim only:
TELLING = 1.8  # the least weight of another name that a meeting may rest on
LIGHT = 1.35  # the weight of a name below which it says too little by itself
NUMERAL = lazy(r"[\d.,一二三四五六七八九十百千万亿两半]+")
FIGURES = lazy(r"[\d.,%‰]+")
_JOINED = lazy(r"(?<=.)[和与及、的或](?=.)")

Vector = Mapping[str, float]


class Vocabulary:
    """What the features of all claims are made with; what was made of a name or a heading is kept for others."""

    def __init__(self, frequencies: Frequencies, lexicon: Lexicon) -> None:
        self.frequencies = frequencies
        self.known = lexicon.dimensions.keys()
        self.measured = lexicon.measured.keys()
        self.apart = lexicon.apart
        self.too_general = frozenset(lexicon.words("generic"))
        self._restrictive = lazy(either(lexicon.words("restrictive")))
        # neither the number nor which way it went has a say in whom it meets; short words stand in others too
        ways = (word for side in ("up", "down") for word in lexicon.words(side) if len(word) > 1)
        self._ways = lazy(either(ways))
        self._weights: dict[str, float] = {}
        self._pairs: dict[str, Vector] = {}
        self._characters: dict[str, Vector] = {}

    def weight(self, words: str) -> float:
        """How much all pairs of characters of some words tell."""
        found = self._weights.get(words)
        if found is None:
            found = self._weights[words] = self.frequencies.weight(words)
        return found

    def pairs(self, words: str) -> Vector:
        """The pairs of characters of a name or a heading, weighted."""
        found = self._pairs.get(words)
        if found is None:
            found = self._pairs[words] = self.frequencies.vector(bigrams(words))
        return found

    def characters(self, words: str) -> Vector:
        """The characters of a name, weighted."""
        found = self._characters.get(words)
        if found is None:
            found = self._characters[words] = self.frequencies.vector(words)
        return found

    def around(self, words: str, mention: Mention) -> str:
        """Words around a number without any number in them, or which way it went."""
        return self._ways.sub(" ", plain(words, mention))

    def restrictive(self, words: str) -> frozenset[str]:
        """The restricting words that stand in others, each place taken by the longest: 民营, 一期."""
        return frozenset(self._restrictive.findall(words))


class Features:
    """The comparable side of a claim, each part made when it is first compared; `beside` is what stands next to it."""

    def __init__(self, claim: Claim, vocabulary: Vocabulary, beside: Sequence[Claim] = ()) -> None:
        self._mention, self._vocabulary, self._beside = claim.mention, vocabulary, beside
        self.known = claim.mention.name in vocabulary.known
        self.bare = claim.mention.name in vocabulary.too_general

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its name, and of the others the sentence allows those that tell enough for a meeting to rest on."""
        least = TELLING * self._vocabulary.frequencies.rarest
        return self._mention.name, *(n for n in self._mention.also if self._vocabulary.weight(n) >= least)

    def is_never(self, name: str) -> bool:
        """Whether the lexicon says that its name must not be taken for another: 死亡人口 not for 死亡人数.

        One that ends in it may be its longer form: 地方税收收入, 税收收入.
        """
        own = self.names[0]
        return name in self._vocabulary.apart.get(own, ()) and not (own.endswith(name) or name.endswith(own))

    def ends_in_another(self, name: str) -> bool:
        """Whether its name ends in an indicator of the lexicon, and no name of it is the one given."""
        ends = any(other in self._vocabulary.known and self.names[0].endswith(other) for other in self.names[1:])
        return ends and name not in self.names

    @cached_property
    def grams(self) -> tuple[Vector, ...]:
        """The pairs of characters of each name."""
        return tuple(self._vocabulary.pairs(_JOINED.sub("", name)) for name in self.names)

    @cached_property
    def characters(self) -> tuple[Vector, ...]:
        """The characters of each name."""
        return tuple(self._vocabulary.characters(_JOINED.sub("", name)) for name in self.names)

    @cached_property
    def context(self) -> Vector:
        """The pairs of characters of the words around the number."""
        return self._vocabulary.frequencies.vector(bigrams(self._words_around))

    @cached_property
    def own(self) -> Vector:
        """Those of the words between the two commas that it stands between."""
        own = self._mention.clause or self._mention.context
        return self._vocabulary.frequencies.vector(bigrams(self._vocabulary.around(own, self._mention)))

    @cached_property
    def heading(self) -> Vector:
        """Those of the heading it stands under."""
        return self._vocabulary.pairs(self._mention.heading)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """The restricting words of its name."""
        return self._vocabulary.restrictive(self._mention.name)

    @cached_property
    def around(self) -> frozenset[str]:
        """The restricting words of its names and of the words around it."""
        words = (self._mention.name, *self._mention.also, self._mention.context)
        return self._vocabulary.restrictive(" ".join(words))

    @cached_property
    def generic(self) -> bool:
        """Whether its name says too little by itself; what the lexicon has as an indicator says enough."""
        light = self._vocabulary.weight(self._mention.name) < LIGHT * self._vocabulary.frequencies.rarest
        light = light and self._mention.name not in self._vocabulary.measured
        return not self.known and (light or self.bare)

    @cached_property
    def text(self) -> str:
        """All its words."""
        return self._mention.name + "|".join(self._mention.also) + self._words_around

    @cached_property
    def beside(self) -> frozenset[tuple[str, str]]:
        """What the numbers next to it tell of."""
        return frozenset((other.mention.name, other.key.measure) for other in self._beside)

    @cached_property
    def _words_around(self) -> str:
        return self._vocabulary.around(self._mention.context, self._mention)


def plain(words: str, mention: Mention) -> str:
    """Words without the numeral they are about, and without the figures of others: what counts and bounds it stays."""
    return FIGURES.sub(" ", words.replace(mention.words, NUMERAL.sub(" ", mention.words)) if mention.words else words)


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two names are: their cosine, or nearly how far the shorter is contained in the longer."""
    if len(other) < len(one):
        one, other = other, one
    shared = [v for g, v in one.items() if g in other]
    if not shared:
        return 0.0
    contained = sqrt(sum(map(mul, shared, shared))) / sqrt(sum([v * v for v in one.values()]))
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


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two weighted texts are, from 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum([v * other[g] for g, v in one.items() if g in other])
