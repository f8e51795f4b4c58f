"""The words that tell a variant of a name from a rewording: `[collation]` of `rules/collation.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from consistency.patterns import longest_first
from consistency.toml_tables import Merged


@dataclass(frozen=True, slots=True, eq=False)  # itself and no other, so that what was made of it may be kept by it
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

    @classmethod
    def of(cls, words: Merged) -> CollationWords:
        """The words of the tables `[collation]`.

        What a further one says is added: words to a list, a list of words that exclude those of others to the lists.
        """
        names, titles, persons = words.table("names"), words.table("titles"), words.table("persons")
        found = cls(
            same={other: group[0] for group in words.texts("same") for other in group[1:]},
            scales=frozenset(words.texts("scales")),
            units=frozenset(words.texts("units")),
            alternatives=frozenset(frozenset(pair) for pair in words.lists("alternatives")),
            scopes=_classes(words.lists("scopes")),
            elsewhere=words.texts("elsewhere"),
            stages=_classes(words.table("stages").lists_by_key()),
            trends=_classes(words.table("trends").lists_by_key()),
            bodies=longest_first(names.texts("bodies")),
            no_heads=names.texts("no_heads"),
            heads=longest_first((*names.texts("bodies"), *names.texts("heads"))),
            streets=longest_first(names.texts("streets")),
            shortened=frozenset(frozenset(pair) for pair in names.lists("shortened")),
            loose=frozenset(names.texts("loose")),
            verbs=frozenset(names.texts("verbs")),
            morphemes=frozenset(names.text("morphemes")),
            light=frozenset(names.text("light")),
            series=tuple(frozenset(row) for row in names.texts("series")),
            title_verbs=longest_first(titles.texts("verbs")),
            title_ends=longest_first(titles.texts("ends")),
            levels=_classes(titles.lists("levels")),
            common=frozenset(titles.texts("common")),
            surnames=longest_first(persons.texts("surnames")),
            offices=longest_first(persons.texts("offices")),
            follows=longest_first(persons.texts("follows")),
        )
        for part in (names, titles, persons, words):
            part.done()
        return found


def _classes(groups: list[tuple[str, ...]]) -> dict[str, int]:
    """Each word with the number of its group."""
    return {word: number for number, group in enumerate(groups) for word in group}
