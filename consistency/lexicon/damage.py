"""The words of `rules/collation.toml` that tell damage from text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from consistency.patterns import either
from consistency.rule_folder import rule_folder
from consistency.toml_tables import load

GROUPS = (
    *("question", "measured", "counters", "counted", "opening", "areas", "small", "totals"),
    *("furniture", "doubled", "ending"),
)


@dataclass(frozen=True, slots=True)
class DamageWords:
    """Word lists by their name."""

    groups: Mapping[str, tuple[str, ...]]

    def either(self, group: str) -> str:
        """A pattern for any word of a group, the longest first.

        >>> import re
        >>> re.findall(words().either("counters"), "25家、3个")
        ['家', '个']
        """
        return f"(?:{either(self.groups[group])})"


@cache
def words() -> DamageWords:
    """The lists that ship with the program."""
    table = load(rule_folder() / "collation.toml").table("damage")
    groups = {name: tuple(sorted(table.texts(name), key=lambda w: (-len(w), w))) for name in GROUPS}
    table.done()
    return DamageWords(groups)
