"""How each rule did where it was measured: `rules/measured.toml`, written by `benchmarks/rules.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from consistency.toml_tables import load

FILE = "measured.toml"
LEAST = Fraction(9, 10)  # the precision below which a rule may not be an error
ENOUGH = 5  # findings from which on a precision says something


@dataclass(frozen=True, slots=True)
class Measured:
    """Findings of one rule on documents that careful readers marked, and on documents with faults put in.

    `true` and `false` are what it found there; `missed` what readers marked that no rule found, under the rule it
    belongs to. `traced` are changed figures found where they were, `astray` changes that made it point elsewhere.
    `caught` are faults of the sort it is there for, `slipped` those that no rule found.
    """

    true: int = 0
    false: int = 0
    missed: int = 0
    traced: int = 0
    astray: int = 0
    caught: int = 0
    slipped: int = 0

    @property
    def precision(self) -> Fraction | None:
        """The share of findings that were true, none where there were none.

        >>> Measured(true=9, false=1).precision
        Fraction(9, 10)
        """
        right, wrong = self.true + self.traced + self.caught, self.false + self.astray
        return Fraction(right, right + wrong) if right + wrong else None

    @property
    def recall(self) -> Fraction | None:
        """The share found of what readers marked for it and of the faults of its sort, none where there were none.

        >>> Measured(true=2, missed=1, caught=7).recall
        Fraction(9, 10)
        """
        found, lost = self.true + self.caught, self.missed + self.slipped
        return Fraction(found, found + lost) if found + lost else None

    @property
    def unfit_for_errors(self) -> bool:
        """Whether it is wrong too often to be reported as an error: on marked documents, or altogether."""
        marked = self.true + self.false
        poor = marked >= ENOUGH and Fraction(self.true, marked) < LEAST
        return poor or (
            self.precision is not None and self.precision < LEAST and marked + self.traced + self.caught >= ENOUGH
        )


def load_measured(folder: Path) -> Mapping[str, Measured]:
    """What was measured, by rule; nothing where no file says so."""
    path = folder / FILE
    if not path.is_file():
        return {}
    table = load(path)
    found = {}
    for rule in table.keys():
        entry = table.table(rule)
        found[rule] = Measured(**{name: entry.whole(name, 0) for name in Measured.__dataclass_fields__})
        entry.done()
    return found
