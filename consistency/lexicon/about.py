"""The words of `rules/about.toml`: bodies that speak for a place, and words of titles and openings by sort of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from consistency.patterns import either, lazy
from consistency.rule_folder import rule_folder
from consistency.toml_tables import load

FILE = "about.toml"


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns by place and by sort of document; `areas` and `ordinary` are what is easily taken for a place's name.

    `money` is the dimension of a place's own money, of which 元 is told there too; `counts` are the years of censuses
    by their names.
    """

    bodies: Mapping[str, re.Pattern[str]]
    words: Mapping[str, re.Pattern[str]]
    money: Mapping[str, str]
    titles: Mapping[str, re.Pattern[str]]
    heads: Mapping[str, re.Pattern[str]]
    counts: Mapping[str, str]
    ordinary: frozenset[str]
    areas: tuple[str, ...]


@cache
def wording() -> Wording:
    """The words of the file, read at the first call."""
    table = load(rule_folder() / FILE)
    places, kinds, ordinary = table.tables("place"), table.tables("kind"), table.table("ordinary")
    return Wording(
        bodies={place.text("name"): _any(place.texts("bodies")) for place in places},
        words={place.text("name"): _any(place.texts("words")) for place in places},
        money={place.text("name"): place.text("money", "") for place in places},
        titles={kind.text("name"): _any(kind.texts("titles")) for kind in kinds},
        heads={kind.text("name"): _any(kind.texts("heads")) for kind in kinds},
        counts={word: count.text("year") for count in table.tables("census") for word in count.texts("words")},
        ordinary=frozenset(ordinary.texts("places")),
        areas=ordinary.texts("areas"),
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first; a pattern that fits nowhere where there is none."""
    longest_first = tuple(sorted(words, key=lambda word: (-len(word), word)))
    return lazy(either(longest_first), needs=longest_first)
