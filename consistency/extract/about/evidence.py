"""Witnesses of what a document is about, weighed and added up: what speaks for each candidate, and how sure it is.

A witness says how many times likelier a document in which it is found is of one value than of another. The odds of a
candidate are the product of its witnesses', one of each sort, since two of a sort have mostly copied one another. They
are held against those of its rivals and against the doubt that it is none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

CERTAIN = 100  # hundredths
UNSURE = 30  # what the file alone says of its document
DOUBT = 4  # the odds that a document is of none of the candidates: a single weak witness convinces nobody


@dataclass(frozen=True, slots=True)
class Witness:
    """What speaks for a value, or with odds below one against it: of which sort it is, and the words of the text."""

    value: str
    odds: Fraction
    sort: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a document may be of, how sure that is in hundredths, and what speaks for and against it."""

    value: str
    sure: int
    odds: Fraction
    witnesses: tuple[Witness, ...]

    @classmethod
    def alone(cls, value: str, sort: str) -> Candidate:
        """What a single witness tells that is asked where all others are silent."""
        return cls(value, UNSURE, Fraction(DOUBT), (Witness(value, Fraction(DOUBT), sort, value),))


def weighed(witnesses: Iterable[Witness], doubt: int = DOUBT) -> tuple[Candidate, ...]:
    """The values that witnesses tell of, the likeliest first; of equals the first told of.

    >>> titled, named = Witness("青山县", Fraction(12), "title"), Witness("青山县", Fraction(4), "named")
    >>> [(c.value, c.sure) for c in weighed([titled, named, Witness("白水县", Fraction(4), "named")])]
    [('青山县', 85), ('白水县', 7)]
    """
    told: dict[str, dict[str, Witness]] = {}
    for witness in witnesses:
        sorts = told.setdefault(witness.value, {})
        if witness.sort not in sorts or sorts[witness.sort].odds < witness.odds:
            sorts[witness.sort] = witness
    odds = {value: prod((w.odds for w in sorts.values()), start=Fraction(1)) for value, sorts in told.items()}
    whole = sum(odds.values(), start=Fraction(doubt))
    return tuple(
        Candidate(value, int(CERTAIN * odds[value] / whole), odds[value], tuple(told[value].values()))
        for value in sorted(odds, key=lambda value: -odds[value])
    )


def likeliest(candidates: Sequence[Candidate], doubt: int = DOUBT) -> Candidate | None:
    """The first of the candidates, unless it is likelier that a document is of none of them than of it."""
    return candidates[0] if candidates and candidates[0].odds >= doubt else None
