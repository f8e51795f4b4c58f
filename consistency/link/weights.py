"""How much each level of each comparison says for two claims being of one thing: learnt, frozen, shipped.

In the manner of Fellegi and Sunter: m is how often two claims of one thing stand on a level, u how often two that are
not do, and log2 m/u is the level's weight, in bits. With the prior, the weights of a pair add up to the log-odds that
it is one of one thing. They are kept in hundredths of a bit in `rules/link.toml`, and learnt by
`benchmarks/train_link.py` from pairs that readers marked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from pathlib import Path

from consistency.link.comparisons import COMPARISONS
from consistency.link.frequencies import Frequencies, load_frequencies
from consistency.toml_tables import Table, load

FILE = "link.toml"
PLACES = Decimal("0.01")  # to which a probability is told
HUNDRED = Decimal(100)
_EXACT = Context(prec=20, rounding=ROUND_HALF_EVEN)  # the same on every machine
_LARGEST = 6000  # hundredths of a bit beyond which nothing changes to two places


@dataclass(frozen=True, slots=True)
class Decision:
    """When two claims meet, in hundredths of a bit.

    `accept` is the least sum of two that meet, `margin` by how much a partner must beat the next one, `restated` the
    least sum of two facts of one document that say the same again, `together` that of any two of one set.
    """

    accept: int
    margin: int
    restated: int
    together: int


@dataclass(frozen=True, slots=True)
class Linking:
    """What linking has learnt: how rare words are, what each level weighs, and when that is enough."""

    frequencies: Frequencies
    prior: int
    weights: Mapping[tuple[str, str], int]
    decision: Decision

    def sum(self, levels: Sequence[tuple[str, str]]) -> int:
        """The prior and the weights of a comparison vector."""
        return self.prior + sum(self.weights[level] for level in levels)


def probability(bits: int) -> Decimal:
    """The probability of a sum of weights in hundredths of a bit, to two places.

    >>> probability(100), probability(0), probability(-700)
    (Decimal('0.67'), Decimal('0.50'), Decimal('0.01'))
    """
    odds = _EXACT.power(Decimal(2), Decimal(max(-_LARGEST, min(bits, _LARGEST))) / HUNDRED)
    return _EXACT.divide(odds, 1 + odds).quantize(PLACES)


def load_linking(folder: Path) -> Linking:
    """What linking has learnt, from a folder of rules; raises `ConfigurationError` for anything out of order."""
    table = load(folder / FILE)
    decision = table.table("decision")
    decided = Decision(*(decision.whole(name) for name in ("accept", "margin", "restated", "together")))
    decision.done()
    weights = _weights(table.table("weights"))
    linking = Linking(load_frequencies(folder), table.whole("prior"), weights, decided)
    table.done()
    return linking


def _weights(table: Table) -> dict[tuple[str, str], int]:
    """The weight of every level of every comparison; none may be missing, and no other be there."""
    weights: dict[tuple[str, str], int] = {}
    for comparison in COMPARISONS:
        levels = table.table(comparison.name)
        weights |= {(comparison.name, level): levels.whole(level) for level in comparison.levels}
        levels.done()
    table.done()
    return weights
