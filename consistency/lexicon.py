"""What the editors of the rule files know: units, bounds and the words of the field.

Everything here is loaded from `rules/*.toml`; the code knows the shape, not the words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from consistency.model import Bound, Measure, Unit
from consistency.toml_tables import Table, load

# The groups of `rules/wording.toml`.
WORD_GROUPS = frozenset(
    {
        *("lead", "tail", "up", "down", "compare", "attribute", "ranking", "flow", "stock", "actual", "target"),
        *("intent", "estimate", "budget", "restrictive", "generic", "verbs", "areas", "action", "owned"),
        *("subgroups", "approved", "carried"),
    }
)
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
    running: frozenset[str]
    prefixes: Mapping[str, Unit]
    names: WordList
    not_counters: frozenset[str]

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
    """The words that open a number to one side, by where they stand.

    `not_after` names characters that make another word of one (签约, 附近); `lasting` words that make
    “近” before a length of time a bound, where else it is the time just past (近三年).
    """

    before: WordList
    after: WordList
    between: str
    magnitude: WordList
    not_after: Mapping[str, str]
    lasting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All the words of the rule files in one value."""

    units: Units
    bounds: BoundWords
    wording: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, str]
    dimensions: Mapping[str, str]
    alone: Mapping[str, str]
    measured: Mapping[str, str]
    names: WordList

    def words(self, group: str) -> tuple[str, ...]:
        """The words of one group of `rules/wording.toml`, the longest first."""
        return self.wording[group]


def load_lexicon(folder: Path, more: Sequence[Path] = ()) -> Lexicon:
    """The lexicon in `folder`, with the indicators.toml and the wording.toml of further folders that have one.

    Raises `ConfigurationError` for a file that breaks its form.
    """
    own = [load(path) for other in more if (path := Path(other) / "indicators.toml").is_file()]
    words = [load(path) for other in more if (path := Path(other) / "wording.toml").is_file()]
    aliases, dimensions, alone, measured = _indicators([load(folder / "indicators.toml"), *own])
    return Lexicon(
        units=_units(load(folder / "units.toml")),
        bounds=_bounds(load(folder / "bounds.toml")),
        wording=_wording(load(folder / "wording.toml"), words),
        aliases=aliases,
        dimensions=dimensions,
        alone=alone,
        measured=measured,
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
    numerals, not_before, prefixes = table.table("numerals"), table.table("not_before"), table.table("prefixes")
    for prefix in prefixes.keys():
        if prefixes.text(prefix) not in by_name:
            raise prefixes.wrong(prefix, f"{prefixes.text(prefix)!r} is no unit of this file")
    names = numerals.text("names").split()
    units = Units(
        by_name=by_name,
        words=WordList.starting({name: name for name in by_name}),
        not_before={name: not_before.text(name) for name in not_before.keys()},
        after_numeral=frozenset(numerals.text("before").split()),
        not_after_one=frozenset(numerals.text("not_after_one").split()),
        running=frozenset(numerals.text("running").split()),
        prefixes={prefix: by_name[prefixes.text(prefix)] for prefix in prefixes.keys()},
        names=WordList.starting({name: name for name in names}),
        not_counters=frozenset(numerals.text("not_counters").split()),
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
    not_after, lasting = table.table("not_after"), table.table("lasting")
    words = BoundWords(
        before=WordList.ending(places["before"]),
        after=WordList.starting(places["after"]),
        between="".join(w for w in places["between"] if len(w) == 1),
        magnitude=WordList.ending(places["magnitude"]),
        not_after={word: not_after.text(word) for word in not_after.keys()},
        lasting=lasting.texts("words"),
    )
    lasting.done()
    table.done()
    return words


def _wording(table: Table, more: Sequence[Table] = ()) -> dict[str, tuple[str, ...]]:
    """The words of every group, with those that further tables have for some of them."""
    groups = {group: set(table.texts(group)) for group in sorted(WORD_GROUPS)}
    for own in more:
        for group, words in groups.items():
            words |= set(own.texts(group, ()))
    for one in (table, *more):
        one.done()
    return {group: tuple(sorted(words, key=lambda w: (-len(w), w))) for group, words in groups.items()}


def _indicators(tables: Sequence[Table]) -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    """Spellings to canonical names, the dimension of each headline, short forms of whole names, and what each is in."""
    spellings: dict[str, str] = {}
    dimensions: dict[str, str] = {}
    alone: dict[str, str] = {}
    measured: dict[str, str] = {}
    parts: dict[str, tuple[str, ...]] = {}
    for entry in (entry for table in tables for entry in table.tables("indicator")):
        name, others = entry.text("name"), entry.texts("aliases", ())
        for spelling in (name, *others):
            if spellings.setdefault(spelling, name) != name:
                raise entry.wrong("aliases", f"{spelling!r} is an alias of {spellings[spelling]!r} already")
        for short in entry.texts("alone", ()):
            if alone.setdefault(short, name) != name:
                raise entry.wrong("alone", f"{short!r} is short for {alone[short]!r} already")
        dimension, measure = entry.text("dimension", ""), entry.text("measure", "")
        if measure and measure not in set(Measure):
            raise entry.wrong("measure", f"is no measure; measures are {', '.join(Measure)}")
        if dimension:
            measured[name] = dimension
        if entry.truth("headline", False):
            if not dimension:
                raise entry.wrong("headline", "needs a dimension")
            dimensions[name] = dimension
        if entry.truth("part", False):
            parts[name] = (*parts.get(name, ()), *others)
        entry.texts("not", ())
        entry.done()
    for table in tables:
        table.done()
    return _with_parts(spellings, parts), dimensions, alone, measured


def _with_parts(spellings: dict[str, str], parts: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The spellings, and those that come of spelling a part of one otherwise: 规上工业产值 for 规模以上工业产值."""
    for part, others in parts.items():
        for spelling in [s for s, name in spellings.items() if part in s and s != name]:
            for other in others:
                spellings.setdefault(spelling.replace(part, other), spellings[spelling])
    return spellings
