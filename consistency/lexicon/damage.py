"""The words that tell damage from text: `[damage]` of `rules/collation.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from consistency.patterns import either
from consistency.toml_tables import Merged

GROUPS = (
    *("question", "measured", "counters", "counted", "opening", "areas", "small", "totals"),
    *("furniture", "doubled", "ending"),
)


@dataclass(frozen=True, slots=True, eq=False)  # itself and no other, so that what was made of it may be kept by it
class DamageWords:
    """Word lists by their name, the longest words first."""

    groups: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, words: Merged) -> DamageWords:
        """The words of the tables `[damage]`."""
        return cls(words.groups(GROUPS))

    def either(self, group: str) -> str:
        """A pattern for any word of a group, the longest first.

        >>> import re
        >>> re.findall(DamageWords({"counters": ("家", "个")}).either("counters"), "25家、3个")
        ['家', '个']
        """
        return f"(?:{either(self.groups[group])})"
