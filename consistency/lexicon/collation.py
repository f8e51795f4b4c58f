"""The words of `rules/collation.toml` that tell a variant of a name from a rewording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from consistency.rule_folder import rule_folder
from consistency.toml_tables import Table, load


@dataclass(frozen=True, slots=True)
class CollationWords:
    """The words of the field by what they tell; `groups` give words that exclude each other a number each."""

    same: Mapping[str, str]
    scales: frozenset[str]
    units: frozenset[str]
    alternatives: frozenset[frozenset[str]]
    scopes: Mapping[str, int]
    elsewhere: tuple[str, ...]
    stages: Mapping[str, int]
    trends: Mapping[str, int]
    bodies: tuple[str, ...]
    no_heads: tuple[str, ...]
    heads: tuple[str, ...]
    streets: tuple[str, ...]
    shortened: frozenset[frozenset[str]]
    loose: frozenset[str]
    verbs: frozenset[str]
    morphemes: frozenset[str]
    light: frozenset[str]
    series: tuple[frozenset[str], ...]
    title_verbs: tuple[str, ...]
    title_ends: tuple[str, ...]
    levels: Mapping[str, int]
    common: frozenset[str]
    surnames: tuple[str, ...]
    offices: tuple[str, ...]
    follows: tuple[str, ...]


@cache
def words() -> CollationWords:
    """The words that ship with the program.

    >>> words().same["著"], words().stages["开工"] == words().stages["完工"]
    ('着', False)
    """
    table = load(rule_folder() / "collation.toml").table("collation")
    names, titles, persons = table.table("names"), table.table("titles"), table.table("persons")
    found = CollationWords(
        same={other: group[0] for group in table.texts("same") for other in group[1:]},
        scales=frozenset(table.texts("scales")),
        units=frozenset(table.texts("units")),
        alternatives=frozenset(frozenset(pair) for pair in _lists(table, "alternatives")),
        scopes=_classes(_lists(table, "scopes")),
        elsewhere=table.texts("elsewhere"),
        stages=_classes(_groups(table.table("stages"))),
        trends=_classes(_groups(table.table("trends"))),
        bodies=_longest_first(names.texts("bodies")),
        no_heads=names.texts("no_heads"),
        heads=_longest_first((*names.texts("bodies"), *names.texts("heads"))),
        streets=_longest_first(names.texts("streets")),
        shortened=frozenset(frozenset(pair) for pair in _lists(names, "shortened")),
        loose=frozenset(names.texts("loose")),
        verbs=frozenset(names.texts("verbs")),
        morphemes=frozenset(names.text("morphemes")),
        light=frozenset(names.text("light")),
        series=tuple(frozenset(row) for row in names.texts("series")),
        title_verbs=_longest_first(titles.texts("verbs")),
        title_ends=_longest_first(titles.texts("ends")),
        levels=_classes(_lists(titles, "levels")),
        common=frozenset(titles.texts("common")),
        surnames=_longest_first(persons.texts("surnames")),
        offices=_longest_first(persons.texts("offices")),
        follows=_longest_first(persons.texts("follows")),
    )
    for part in (names, titles, persons, table):
        part.done()
    return found


def _lists(table: Table, key: str) -> list[tuple[str, ...]]:
    """The lists of words at a key."""
    found = table.plain(key, [])
    if not all(isinstance(row, list) and all(isinstance(word, str) for word in row) for row in found):
        raise table.wrong(key, "must be a list of lists of strings")
    return [tuple(row) for row in found]


def _groups(table: Table) -> list[tuple[str, ...]]:
    """The lists of a table whose keys name them."""
    found = [table.texts(key) for key in table.keys()]
    table.done()
    return found


def _classes(groups: list[tuple[str, ...]]) -> dict[str, int]:
    """Each word with the number of its group."""
    return {word: number for number, group in enumerate(groups) for word in group}


def _longest_first(listed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(listed), key=lambda w: (-len(w), w)))
