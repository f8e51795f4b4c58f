"""What the editors of the rule files know: units, bounds and the words of the field.

Everything here is loaded from `rules/*.toml`; the code knows the shape, not the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from consistency.model import Bound, Unit
from consistency.toml_tables import Table, load

COUNT_GROUPS = {"things": "count", "people": "people"}
COUNTS = ("count", "people")  # dimensions that are counted, not measured


@dataclass(frozen=True, slots=True)
class WordList:
    """Words found at a place of a text, the longest first; each carries a meaning."""

    by_edge: Mapping[str, tuple[str, ...]]
    meaning: Mapping[str, str]

    @classmethod
    def starting(cls, meaning: Mapping[str, str]) -> WordList:
        """A list to be asked from a word's first character on."""
        return cls(_by_edge(meaning, 0), dict(meaning))

    @classmethod
    def ending(cls, meaning: Mapping[str, str]) -> WordList:
        """A list to be asked from a word's last character back."""
        return cls(_by_edge(meaning, -1), dict(meaning))

    def at(self, text: str, start: int) -> str:
        """The longest word that begins at `start`, or nothing."""
        if start >= len(text):
            return ""
        for word in self.by_edge.get(text[start], ()):
            if text.startswith(word, start):
                return word
        return ""

    def before(self, text: str, end: int) -> str:
        """The longest word that ends at `end`, or nothing."""
        if end <= 0:
            return ""
        for word in self.by_edge.get(text[end - 1], ()):
            if text.endswith(word, 0, end):
                return word
        return ""


def _by_edge(words: Mapping[str, str], edge: int) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        table.setdefault(word[edge], []).append(word)
    return {k: tuple(v) for k, v in table.items()}


@dataclass(frozen=True, slots=True)
class Units:
    """Every unit by its spelling; `words` finds the longest that begins at a place."""

    by_name: Mapping[str, Unit]
    words: WordList
    not_before: Mapping[str, str]
    after_numeral: frozenset[str]
    not_after_one: frozenset[str]
    scales: Mapping[str, int]

    def at(self, text: str, start: int) -> Unit | None:
        """The unit spelt at `start`, unless its spelling there begins another word.

        >>> units.at("26.9万平方米", 5).base    # doctest: +SKIP
        'm²'
        """
        if start >= len(text):
            return None
        for word in self.words.by_edge.get(text[start], ()):
            if text.startswith(word, start):
                after = text[start + len(word) : start + len(word) + 1]
                if after and after in self.not_before.get(word, ""):
                    continue
                if word.isascii() and word[-1].isalpha() and after.isascii() and after.isalnum():
                    continue
                return self.by_name[word]
        return None


@dataclass(frozen=True, slots=True)
class BoundWords:
    """The words that open a number to one side, by where they stand."""

    before: WordList
    after: WordList
    between: str
    magnitude: WordList


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All the words of the rule files in one value."""

    units: Units
    bounds: BoundWords
    wording: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, str]
    dimensions: Mapping[str, str]
    alone: Mapping[str, str]
    names: WordList

    def words(self, group: str) -> tuple[str, ...]:
        """The words of one group of `rules/wording.toml`, the longest first."""
        return self.wording[group]


def load_lexicon(folder: Path) -> Lexicon:
    """The lexicon in `folder`; raises `ConfigurationError` for a file that breaks its form."""
    aliases, dimensions, alone = _indicators(load(folder / "indicators.toml"))
    return Lexicon(
        units=_units(load(folder / "units.toml")),
        bounds=_bounds(load(folder / "bounds.toml")),
        wording=_wording(load(folder / "wording.toml")),
        aliases=aliases,
        dimensions=dimensions,
        alone=alone,
        names=WordList.starting(aliases),
    )


def _units(table: Table) -> Units:
    by_name: dict[str, Unit] = {}
    dimensions = table.table("dimension")
    for dimension in dimensions.keys():
        entry = dimensions.table(dimension)
        base, spellings = entry.text("base"), entry.table("units")
        for name in spellings.keys():
            try:
                factor = Fraction(spellings.text(name))
            except (ValueError, ZeroDivisionError):
                raise spellings.wrong(name, 'must be an exact number, "10000" or "2000/3"') from None
            if name in by_name:
                raise spellings.wrong(name, f"is a unit of {by_name[name].dimension} already")
            by_name[name] = Unit(name, dimension, base, factor)
        entry.done()
    counters = table.table("counters")
    for group in counters.keys():
        if group not in COUNT_GROUPS:
            raise counters.wrong(group, f"is no group of counters; groups are {', '.join(COUNT_GROUPS)}")
        for name in counters.text(group).split():
            by_name.setdefault(name, Unit(name, COUNT_GROUPS[group], name, Fraction(1)))
    numerals, not_before, scales = table.table("numerals"), table.table("not_before"), table.table("scales")
    units = Units(
        by_name=by_name,
        words=WordList.starting({name: name for name in by_name}),
        not_before={name: not_before.text(name) for name in not_before.keys()},
        after_numeral=frozenset(numerals.text("before").split()),
        not_after_one=frozenset(numerals.text("not_after_one").split()),
        scales={name: scales.whole(name) for name in scales.keys()},
    )
    numerals.done()
    table.done()
    return units


def _bounds(table: Table) -> BoundWords:
    places: dict[str, dict[str, str]] = {}
    for place in ("before", "after", "between", "magnitude"):
        entry, places[place] = table.table(place), {}
        for bound in entry.keys():
            if bound not in set(Bound):
                raise entry.wrong(bound, f"is no bound; bounds are {', '.join(Bound)}")
            for word in entry.texts(bound):
                places[place][word] = bound
    words = BoundWords(
        before=WordList.ending(places["before"]),
        after=WordList.starting(places["after"]),
        between="".join(w for w in places["between"] if len(w) == 1),
        magnitude=WordList.ending(places["magnitude"]),
    )
    table.done()
    return words


def _wording(table: Table) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for group in table.keys():
        groups[group] = tuple(sorted(set(table.texts(group)), key=lambda w: (-len(w), w)))
    return groups


def _indicators(table: Table) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Spellings to canonical names, the dimension of whole indicators, and short forms that count only by themselves."""
    spellings: dict[str, str] = {}
    dimensions: dict[str, str] = {}
    alone: dict[str, str] = {}
    for entry in table.tables("indicator"):
        name, dimension = entry.text("name"), entry.text("dimension", "")
        for spelling in (name, *entry.texts("aliases", ())):
            if spellings.get(spelling, name) != name:
                raise entry.wrong("aliases", f"{spelling!r} is an alias of {spellings[spelling]!r} already")
            spellings[spelling] = name
        if dimension:
            dimensions[name] = dimension
        alone |= dict.fromkeys(entry.texts("alone", ()), name)
        entry.texts("not", ())
        entry.done()
    table.done()
    return spellings, dimensions, alone
