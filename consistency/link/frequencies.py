"""How much a pair of characters tells: the rarer it is among the statements of the field, the more.

The counts are of a table that ships with the rules (`rules/frequencies.tsv`, made by `benchmarks/train_link.py` from
the statements of bulletins and reports of many places), not of the documents at hand: what two documents have to do
with each other does not depend on what else is read with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log, sqrt
from operator import add, mul
from pathlib import Path

from consistency.patterns import lazy
from consistency.toml_tables import ConfigurationError

FILE = "frequencies.tsv"
ALL = "*"  # the row that tells of how many statements the table is
_WORDS = lazy(r"[一-龥A-Za-z0-9]+")


def bigrams(words: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters in a text, words only.

    >>> bigrams("工业产值")
    ('工业', '业产', '产值')
    """
    found: list[str] = []
    for run in _WORDS.findall(words):
        found += map(add, run, run[1:]) if len(run) > 1 else (run,)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of `count` statements each character and each pair of characters stands; in none, if not named."""

    seen: Mapping[str, int]
    count: int
    _weights: dict[str, float] = field(default_factory=dict, compare=False, repr=False)  # those reckoned so far

    @property
    def rarest(self) -> float:
        """The weight of a pair that one statement has."""
        return log((self.count + 1) / 1.5)

    def of(self, gram: str) -> float:
        """The weight of one pair: the logarithm of how few statements have it."""
        weight = self._weights.get(gram)
        if weight is None:
            weight = self._weights[gram] = log((self.count + 1) / (self.seen.get(gram, 0) + 0.5))
        return weight

    def weight(self, words: str) -> float:
        """The weight of all pairs of some words."""
        return sum(map(self.of, sorted(set(bigrams(words)))))

    def vector(self, grams: Iterable[str]) -> dict[str, float]:
        """The pairs of a text, weighted, of length one."""
        distinct = sorted(set(grams))
        weights = list(map(self.of, distinct))
        size = sqrt(sum(map(mul, weights, weights)))
        return {gram: weight / size for gram, weight in zip(distinct, weights, strict=True)} if size else {}


def load_frequencies(folder: Path) -> Frequencies:
    """The table that ships with the rules; raises `ConfigurationError` where it breaks its form."""
    path = folder / FILE
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        gram, _, count = line.partition("\t")
        if not gram or not count.isdecimal() or gram in seen:
            raise ConfigurationError(f"{path}:{number}: must be characters, a tab and a count of statements")
        seen[gram] = int(count)
    if ALL not in seen:
        raise ConfigurationError(f"{path}: does not tell of how many statements it is ({ALL!r})")
    return Frequencies(seen, seen.pop(ALL))
