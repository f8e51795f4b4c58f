"""How much a pair of characters tells: the rarer it is among the statements of the field, the more.

The counts are of a table that ships with the rules (`rules/frequencies.tsv`, made by `benchmarks/train_link.py` from
the statements of bulletins and reports of many places), not of the documents at hand: what two documents have to do
with each other does not depend on what else is read with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt
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
        found += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of `count` statements each character and each pair of characters stands; in none, if not named."""

    seen: Mapping[str, int]
    count: int

    @property
    def rarest(self) -> float:
        """The weight of a pair that one statement has."""
        return log((self.count + 1) / 1.5)

    def of(self, gram: str) -> float:
        """The weight of one pair: the logarithm of how few statements have it."""
        return log((self.count + 1) / (self.seen.get(gram, 0) + 0.5))

    def weight(self, words: str) -> float:
        """The weight of all pairs of some words."""
        return sum(self.of(gram) for gram in sorted(set(bigrams(words))))

    def vector(self, grams: Iterable[str]) -> dict[str, float]:
        """The pairs of a text, weighted, of length one."""
        weighted = {g: self.of(g) for g in sorted(set(grams))}
        size = sqrt(sum(v * v for v in weighted.values()))
        return {g: v / size for g, v in weighted.items()} if size else {}


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
