"""The words of `rules/about.toml`: bodies that speak for a place, and words of titles and openings by sort of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from consistency.patterns import either, lazy, longest_first
from consistency.toml_tables import Merged, Table, nearest


@dataclass(frozen=True, slots=True)
class AboutWords:
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

    @classmethod
    def of(cls, tables: Sequence[Table]) -> AboutWords:
        """The words of some files, the first being whole by itself.

        A further one may add words to a place that is there, or another place, and words to a sort of text that is
        there: what is done with a sort is up to the program.
        """
        first = tables[0]
        bodies, words, money, titles, heads = (dict[str, list[str]]() for _ in range(5))
        counts: dict[str, str] = {}
        for table in tables:
            for place in table.tables("place"):
                name = place.text("name")
                bodies.setdefault(name, []).extend(place.texts("bodies", ()))
                words.setdefault(name, []).extend(place.texts("words", ()))
                if table is first:
                    money[name] = [place.text("money", "")]
                place.done()
            for kind in table.tables("kind"):
                name = kind.text("name")
                if table is not first and name not in titles:
                    raise kind.wrong("name", f"no sort {name!r}{nearest(name, titles)}; sorts are {', '.join(titles)}")
                titles.setdefault(name, []).extend(kind.texts("titles", ()))
                heads.setdefault(name, []).extend(kind.texts("heads", ()))
                kind.done()
            for count in table.tables("census"):
                counts |= dict.fromkeys(count.texts("words"), count.text("year"))
                count.done()
        ordinary = Merged([table.table("ordinary", optional=table is not first) for table in tables])
        found = cls(
            bodies=_each(bodies),
            words=_each(words),
            money={place: told for place, (told,) in money.items()},
            titles=_each(titles),
            heads=_each(heads),
            counts=counts,
            ordinary=frozenset(ordinary.texts("places")),
            areas=ordinary.texts("areas"),
        )
        ordinary.done()
        for table in tables:
            table.done()
        return found


def _each(lists: Mapping[str, Iterable[str]]) -> dict[str, re.Pattern[str]]:
    """For each name a pattern of any of its words, the longest first; of none, one that fits nowhere."""
    ordered = {name: longest_first(words) for name, words in lists.items()}
    return {name: lazy(either(words), needs=words) for name, words in ordered.items()}
