"""What the editors of the rule files know: units, bounds and the words of the field.

Everything here is loaded from `rules/*.toml`; the code knows the shape, not the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from consistency.lexicon.about import AboutWords
from consistency.lexicon.collation import CollationWords
from consistency.lexicon.damage import DamageWords
from consistency.model import Bound, Measure, Unit
from consistency.patterns import longest_first
from consistency.rule_folder import rule_folder
from consistency.toml_tables import Merged, Table, is_there, load

# The groups of `rules/wording.toml`.
WORD_GROUPS = frozenset(
    {
        *("lead", "tail", "up", "down", "compare", "attribute", "ranking", "flow", "stock", "actual", "target"),
        *("intent", "estimate", "budget", "restrictive", "generic", "verbs", "areas", "action", "owned", "schools"),
        *("subgroups", "approved", "carried", "listed"),
    }
)
# The groups of `rules/tables.toml`: of heads, of the labels of rows.
HEAD_GROUPS = (
    *("examined", "rank", "share", "growth", "moved", "moved_by", "down", "priced", "carried_out"),
    *("value", "places", "no_value", "no_value_alone", "no_value_last"),
)
ROW_GROUPS = ("whole", "money", "accounts", "owners", "of_a_hundred", "measures", "transports", "shared")
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
        return cls(by_edge(meaning, 0), dict(meaning))

    @classmethod
    def ending(cls, meaning: Mapping[str, str]) -> WordList:
        """A list to be asked from a word's last character back."""
        return cls(by_edge(meaning, -1), dict(meaning))

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


def by_edge(words: Iterable[str], edge: int) -> dict[str, tuple[str, ...]]:
    """The words by the character at one edge, the first (0) or the last (-1), the longest first."""
    table: dict[str, list[str]] = {}
    for word in longest_first(words):
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
    dollars: Mapping[str, Unit]  # what $ is in the documents of a place
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
    fields: Mapping[str, tuple[str, ...]]
    measured: Mapping[str, str]
    apart: Mapping[str, frozenset[str]]  # the indicators that each must not be taken for
    names: WordList
    told_in: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, tuple[str, ...]]
    about: AboutWords
    damage: DamageWords
    collation: CollationWords

    def words(self, group: str) -> tuple[str, ...]:
        """The words of one group of `rules/wording.toml`, the longest first."""
        return self.wording[group]

    def units_for(self, name: str) -> tuple[str, ...]:
        """The base units, or the dimensions, in one of which a name is told; nothing where nobody knows."""
        dimension = self.measured.get(name, "")
        if dimension and dimension != "count":
            return (dimension,)
        return next((units for end, units in self.told_in.items() if name.endswith(end)), COUNTS if dimension else ())


# A project may add to each.
FILES = ("units.toml", "bounds.toml", "wording.toml", "indicators.toml", "tables.toml", "about.toml", "collation.toml")


def load_lexicon(folder: Path, more: Sequence[Path] = ()) -> Lexicon:
    """The lexicon in `folder`, with what the files of the same names in further folders add to it.

    Raises `ConfigurationError` for a file that breaks its form, or that makes another thing of a word that is there.
    """
    units, bounds, wording, indicators, tables, about, collation = (_files(name, folder, more) for name in FILES)
    known = _indicators(indicators)
    cells, copied = Merged(tables), Merged(collation)
    lexicon = Lexicon(
        units=_units(units),
        bounds=_bounds(bounds),
        wording=Merged(wording).groups(WORD_GROUPS),
        aliases=known.spellings,
        dimensions=known.dimensions,
        alone=known.alone,
        fields=known.fields,
        measured=known.measured,
        apart=known.apart,
        names=WordList.starting(known.spellings),
        heads=cells.table("heads").groups(HEAD_GROUPS),
        rows=cells.table("rows").groups(ROW_GROUPS),
        told_in=_told_in(tables),
        about=AboutWords.of(about),
        damage=DamageWords.of(copied.table("damage")),
        collation=CollationWords.of(copied.table("collation")),
    )
    copied.done()
    return lexicon


def _files(name: str, folder: Path, more: Sequence[Path]) -> list[Table]:
    """The file of a name that ships, and those of further folders that have one."""
    return [load(folder / name), *(load(path) for other in more if is_there(path := Path(other) / name))]


@cache
def shipped() -> Lexicon:
    """The lexicon that ships with the program, read at the first call."""
    return load_lexicon(rule_folder())


NUMERALS = ("before", "not_after_one", "running", "names", "not_counters")  # lists of words on numerals in units.toml


def _units(tables: Sequence[Table]) -> Units:
    """Every unit and counter of some files, the first being whole by itself."""
    by_name: dict[str, Unit] = {}
    not_before: dict[str, str] = {}
    signs: dict[str, dict[str, Unit]] = {"prefixes": {}, "dollars": {}}
    numerals: dict[str, list[str]] = {key: [] for key in NUMERALS}
    for table in tables:
        further = table is not tables[0]
        _dimensions(table.table("dimension", optional=further), by_name)
        counters = table.table("counters", optional=further)
        for group in counters.keys():
            if group not in COUNT_GROUPS:
                raise counters.wrong(group, f"is no group of counters; groups are {', '.join(COUNT_GROUPS)}")
            for name in counters.text(group).split():
                by_name.setdefault(name, Unit(name, COUNT_GROUPS[group], name, Fraction(1)))
        for kind, known in signs.items():
            entry = table.table(kind, optional=further)
            for name in entry.keys():
                if entry.text(name) not in by_name:
                    raise entry.wrong(name, f"{entry.text(name)!r} is no unit of this file")
                known[name] = by_name[entry.text(name)]
        entry = table.table("not_before", optional=further)
        for name in entry.keys():
            not_before[name] = not_before.get(name, "") + entry.text(name)
        entry = table.table("numerals", optional=further)
        for key, words in numerals.items():
            words += entry.text(key, "" if further else None).split()
        entry.done()
        table.done()
    return Units(
        by_name=by_name,
        words=WordList.starting({name: name for name in by_name}),
        not_before=not_before,
        after_numeral=frozenset(numerals["before"]),
        not_after_one=frozenset(numerals["not_after_one"]),
        running=frozenset(numerals["running"]),
        prefixes=signs["prefixes"],
        dollars=signs["dollars"],
        names=WordList.starting({name: name for name in numerals["names"]}),
        not_counters=frozenset(numerals["not_counters"]),
    )


def _dimensions(table: Table, by_name: dict[str, Unit]) -> None:
    """Adds the units of each dimension; a unit is of one, and a dimension has one base."""
    bases = {unit.dimension: unit.base for unit in by_name.values()}
    for dimension in table.keys():
        entry = table.table(dimension)
        base, spellings = entry.text("base", bases.get(dimension)), entry.table("units")
        if base != bases.get(dimension, base):
            raise entry.wrong("base", f"is {bases[dimension]!r} already")
        for name in spellings.keys():
            try:
                factor = Fraction(spellings.text(name))
            except (ValueError, ZeroDivisionError):
                raise spellings.wrong(name, 'must be an exact number, "10000" or "2000/3"') from None
            if name in by_name:
                raise spellings.wrong(name, f"is a unit of {by_name[name].dimension} already")
            by_name[name] = Unit(name, dimension, base, factor)
        entry.done()


def _bounds(tables: Sequence[Table]) -> BoundWords:
    """The words of bounds of some files, the first being whole by itself."""
    places: dict[str, dict[str, str]] = {place: {} for place in ("before", "after", "between", "magnitude")}
    not_after: dict[str, str] = {}
    lasting: list[str] = []
    for table in tables:
        further = table is not tables[0]
        for place, words in places.items():
            entry = table.table(place, optional=further)
            for bound in entry.keys():
                if bound not in set(Bound):
                    raise entry.wrong(bound, f"is no bound; bounds are {', '.join(Bound)}")
                for word in entry.texts(bound):
                    if words.setdefault(word, bound) != bound:
                        raise entry.wrong(bound, f"{word!r} is a word of {words[word]!r} already")
        entry = table.table("not_after", optional=further)
        for word in entry.keys():
            not_after[word] = not_after.get(word, "") + entry.text(word)
        entry = table.table("lasting", optional=further)
        lasting += entry.texts("words", () if further else None)
        entry.done()
        table.done()
    return BoundWords(
        before=WordList.ending(places["before"]),
        after=WordList.starting(places["after"]),
        between="".join(w for w in places["between"] if len(w) == 1),
        magnitude=WordList.ending(places["magnitude"]),
        not_after=not_after,
        lasting=tuple(lasting),
    )


class _Indicators(NamedTuple):
    """What the indicators of some files come to."""

    spellings: dict[str, str]  # of each name, and its canonical name
    dimensions: dict[str, str]  # of each headline
    alone: dict[str, str]  # short forms of whole names
    fields: dict[str, tuple[str, ...]]  # words of a field, and the indicators of it
    measured: dict[str, str]  # the dimension of each
    apart: dict[str, frozenset[str]]  # those that each must not be taken for


def _indicators(tables: Sequence[Table]) -> _Indicators:
    """The indicators of some files."""
    found, parts = _Indicators({}, {}, {}, {}, {}, {}), dict[str, tuple[str, ...]]()
    for entry in (entry for table in tables for entry in table.tables("indicator")):
        name, others = entry.text("name"), entry.texts("aliases", ())
        _named(entry, name, others, found)
        dimension, measure = entry.text("dimension", ""), entry.text("measure", "")
        if measure and measure not in set(Measure):
            raise entry.wrong("measure", f"is no measure; measures are {', '.join(Measure)}")
        if dimension:
            found.measured[name] = dimension
        if entry.truth("headline", False):
            if not dimension:
                raise entry.wrong("headline", "needs a dimension")
            found.dimensions[name] = dimension
        if entry.truth("part", False):
            parts[name] = (*parts.get(name, ()), *others)
        if others := entry.texts("not", ()):
            found.apart[name] = found.apart.get(name, frozenset()).union(others)
        entry.done()
    for table in tables:
        table.done()
    return found._replace(spellings=_with_parts(found.spellings, parts))


def _named(entry: Table, name: str, others: Sequence[str], found: _Indicators) -> None:
    """Enters what an indicator goes by."""
    if other := _add(found.spellings, (name, *others), name):
        raise entry.wrong("aliases", f"{other!r} is an alias of {found.spellings[other]!r} already")
    if other := _add(found.alone, entry.texts("alone", ()), name):
        raise entry.wrong("alone", f"{other!r} is short for {found.alone[other]!r} already")
    for word in entry.texts("field", ()):
        found.fields[word] = (*found.fields.get(word, ()), name)


def _told_in(tables: Sequence[Table]) -> dict[str, tuple[str, ...]]:
    """The ends of names, the longest first, with the units of what they tell: the last that is asked of the files."""
    units: dict[str, tuple[str, ...]] = {}
    for entry in (entry for table in tables for entry in table.tables("told_in")):
        for end in entry.texts("endings"):
            units.setdefault(end, entry.texts("units"))
        entry.done()
    for table in tables:
        table.done()
    return dict(sorted(units.items(), key=lambda item: -len(item[0])))


def _add(names: dict[str, str], words: Iterable[str], name: str) -> str:
    """Enters words for a name, up to one that is another's already: that is returned, nothing where there is none."""
    return next((word for word in words if names.setdefault(word, name) != name), "")


def _with_parts(spellings: dict[str, str], parts: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The spellings, and those that come of spelling a part of one otherwise: 规上工业产值 for 规模以上工业产值."""
    for part, others in parts.items():
        for spelling in [s for s, name in spellings.items() if part in s and s != name]:
            for other in others:
                spellings.setdefault(spelling.replace(part, other), spellings[spelling])
    return spellings
