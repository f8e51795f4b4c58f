"""What is compared of two claims, each comparison with its named levels: the comparison vector of record linkage.

A comparison looks at one side of two claims and says on which of its levels they stand: the names equal, one within the
other, alike; the clauses one passage, alike, strange. It never looks at the values. How much each level says for the
two being of one thing is learnt (`consistency/link/weights.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Protocol

from consistency.link.bars import reckoned_apart, strange
from consistency.link.features import Features, alike, contained, cosine, shortened
from consistency.link.order import LEVELS, NONE
from consistency.model import Claim

TENTHS = (95, *range(90, -1, -10))
BESIDE_ONE_NAME = ("one name, alike", "one name, not alike")
ALIKE = 0.3  # the likeness of words beside one telling name
ONE_CLAUSE = 0.8  # the likeness of own words that are one clause
STRANGE = 2  # characters of a run that the other side does not have at all


@dataclass(frozen=True)
class Pair:
    """Two claims of one block with their features.

    `alone` is whether each has a name of its own in its document; `order` how they stand to claims that met.
    """

    one: Claim
    other: Claim
    features: Features
    others: Features
    alone: bool = False
    order: str = NONE

    @cached_property
    def clause(self) -> float:
        """How alike the clauses around them are."""
        return cosine(self.features.context, self.others.context)

    @cached_property
    def own(self) -> float:
        """How alike the words are that each stands between, from comma to comma."""
        return cosine(self.features.own, self.others.own)

    @property
    def names(self) -> tuple[str, str]:
        return self.features.names[0], self.others.names[0]

    @property
    def of_one_name(self) -> bool:
        return self.features.names[0] == self.others.names[0]


class Comparison(Protocol):
    """One side of two claims, and on which level they stand in it."""

    @property
    def name(self) -> str:
        """What is compared."""

    @property
    def levels(self) -> tuple[str, ...]:
        """Every level, the likest first."""

    def level(self, pair: Pair) -> str:
        """The level on which two claims stand."""


@dataclass(frozen=True, slots=True)
class Graded:
    """Levels by how large a likeness is, from 0 to 1, in hundredths: the first whose least likeness it reaches."""

    steps: tuple[int, ...]

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(map(self._called, self.steps))

    def at(self, likeness: float) -> str:
        """The level of a likeness."""
        return self._called(next(least for least in self.steps if 100 * likeness >= least))

    @staticmethod
    def _called(step: int) -> str:
        return f"{step}% alike"


@dataclass(frozen=True, slots=True)
class Names:
    """What the numbers are called: one indicator, one name, a name too general to tell, or how alike two names are.

    Of two claims by one general name it is asked whether their own words are one clause, and whether each is the only
    one so called in its document.
    """

    name: str = "names"
    scale: Graded = Graded(TENTHS)

    @property
    def levels(self) -> tuple[str, ...]:
        general = ("general in one clause", "general and alone", "general")
        return ("one indicator", "equal", *general, *self.scale.levels)

    def level(self, pair: Pair) -> str:
        if not pair.of_one_name:
            return self.scale.at(alike(pair.features, pair.others))
        if pair.features.known:
            return "one indicator"
        if not pair.features.generic:
            return "equal"
        if pair.own >= ONE_CLAUSE:
            return "general in one clause"
        return "general and alone" if pair.alone else "general"


@dataclass(frozen=True, slots=True)
class Forms:
    """How one of two names comes of the other.

    A word is put before it (湿地公园, 公园), behind it (房地产, 房地产开发投资) or within, or it is shortened in order
    (社零 of 社会消费品零售总额).
    """

    name: str = "forms"
    levels: tuple[str, ...] = ("equal", "put before", "put behind", "put within", "shortened", "neither")

    def level(self, pair: Pair) -> str:
        if pair.of_one_name:
            return "equal"
        short, long = sorted(pair.names, key=len)
        if contained(short, long):
            return "put before" if long.endswith(short) else "put behind" if long.startswith(short) else "put within"
        return "shortened" if shortened(short, long) else "neither"


@dataclass(frozen=True, slots=True)
class Heads:
    """Whether two names end in one noun."""

    name: str = "heads"
    levels: tuple[str, ...] = ("equal", "other")

    def level(self, pair: Pair) -> str:
        one, other = pair.names
        return "equal" if one[-2:] == other[-2:] else "other"


@dataclass(frozen=True, slots=True)
class WordsAround:
    """How alike the words around the numbers are, by one measure; beside a telling name of both it matters little."""

    name: str
    likeness: Callable[[Pair], float]
    scale: Graded = Graded(TENTHS)

    @property
    def levels(self) -> tuple[str, ...]:
        return (*BESIDE_ONE_NAME, *self.scale.levels)

    def level(self, pair: Pair) -> str:
        likeness = self.likeness(pair)
        if pair.of_one_name and not pair.features.generic:
            return BESIDE_ONE_NAME[likeness < ALIKE]
        return self.scale.at(likeness)


@dataclass(frozen=True, slots=True)
class Modifiers:
    """Whether a name has a restricting word more than the other (民营, 一期): known to the other's clause, or not."""

    name: str = "modifiers"
    levels: tuple[str, ...] = ("equal", "told around", "left out", "several left out")

    def level(self, pair: Pair) -> str:
        one, other = pair.features, pair.others
        left_out = len(one.modifiers - other.around) + len(other.modifiers - one.around)
        if left_out:
            return "left out" if left_out == 1 else "several left out"
        return "equal" if one.modifiers == other.modifiers else "told around"


@dataclass(frozen=True, slots=True)
class Strangers:
    """Whether each name has words of which the other side knows not one character."""

    name: str = "strange words"
    levels: tuple[str, ...] = ("none", "on one side", "on both sides")

    def level(self, pair: Pair) -> str:
        (one, other), texts = pair.names, (pair.features.text, pair.others.text)
        ours = strange(one, other, texts[1]) >= STRANGE
        theirs = strange(other, one, texts[0]) >= STRANGE
        return self.levels[ours + theirs]


@dataclass(frozen=True, slots=True)
class Generality:
    """Whether one of two different names is too general to tell anything."""

    name: str = "generality"
    levels: tuple[str, ...] = ("none", "one", "both")

    def level(self, pair: Pair) -> str:
        return "none" if pair.of_one_name else self.levels[pair.features.generic + pair.others.generic]


@dataclass(frozen=True, slots=True)
class UnitsAlike:
    """How the numbers are measured; those that measure different things do not come so far."""

    name: str = "units"
    levels: tuple[str, ...] = ("equal", "of one measure", "other counter", "left out")

    def level(self, pair: Pair) -> str:
        one, other = pair.one.quantity, pair.other.quantity
        if one.unit == other.unit:
            return "equal"
        if one.dimension != other.dimension:
            return "left out"
        return "of one measure" if one.base_unit == other.base_unit else "other counter"


@dataclass(frozen=True, slots=True)
class Flows:
    """Whether both tell what came within the period (新增), or neither says so."""

    name: str = "flow"
    levels: tuple[str, ...] = ("both or neither", "one")

    def level(self, pair: Pair) -> str:
        return self.levels[("flow" in pair.one.mention.traits) != ("flow" in pair.other.mention.traits)]


@dataclass(frozen=True, slots=True)
class Bases:
    """Whether one is reckoned 同口径 and the other plainly."""

    name: str = "base"
    levels: tuple[str, ...] = ("equal", "told by one")

    def level(self, pair: Pair) -> str:
        return self.levels[reckoned_apart(pair.one, pair.other)]


@dataclass(frozen=True, slots=True)
class Headings:
    """What the numbers stand under."""

    name: str = "headings"
    levels: tuple[str, ...] = ("equal", "alike", "other", "none")

    def level(self, pair: Pair) -> str:
        one, other = pair.features.heading, pair.others.heading
        if not one or not other:
            return "none"
        if pair.one.mention.heading == pair.other.mention.heading:
            return "equal"
        return "alike" if cosine(one, other) >= 0.3 else "other"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Whether the numbers next to them are called alike."""

    name: str = "neighbours"
    levels: tuple[str, ...] = ("both", "one", "none")

    def level(self, pair: Pair) -> str:
        shared = len(pair.features.beside & pair.others.beside)
        return "none" if not shared else "one" if shared == 1 else "both"


@dataclass(frozen=True, slots=True)
class Ordered:
    """Whether they stand between or beside claims of their documents that met."""

    name: str = "order"
    levels: tuple[str, ...] = LEVELS

    def level(self, pair: Pair) -> str:
        return pair.order


def clauses_alike(level: Mapping[str, str]) -> int:
    """How alike the clauses of two claims are by the levels of their comparisons, in hundredths; 0 where untold.

    >>> clauses_alike({"clauses": "30% alike", "own words": "none"})
    30
    """
    told = (level[words] for words in ("clauses", "own words"))
    return max((int(words.partition("%")[0]) for words in told if "%" in words), default=0)


COMPARISONS: Sequence[Comparison] = (
    Names(),
    Forms(),
    Heads(),
    Modifiers(),
    Strangers(),
    Generality(),
    WordsAround("clauses", attrgetter("clause")),
    WordsAround("own words", attrgetter("own")),  # between the two commas that each number stands between
    UnitsAlike(),
    Flows(),
    Bases(),
    Headings(),
    Neighbours(),
    Ordered(),
)


def vector(pair: Pair) -> tuple[tuple[str, str], ...]:
    """The comparison vector: each comparison with the level on which two claims stand."""
    return tuple((comparison.name, comparison.level(pair)) for comparison in COMPARISONS)
