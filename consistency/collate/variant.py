"""A variant: two readings of one passage, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.model import Passage

# What a copy loses without anybody having meant it.
MECHANICAL = frozenset(
    {"scale_lost", "unit_lost", "separator_lost", "fused_numbers", "sentence_break_lost", "mark_lost"}
)


@dataclass(frozen=True, slots=True)
class Variant:
    """`form` stands at `places`, `other` at `others`: the first is the one that lost something, or stands more alone.

    `core` and `counter` are the two readings with their nearest neighbours, by which variants of several pairs of
    documents are one. `body` tells that the name is that of an institution.
    """

    kind: str
    form: str
    other: str
    places: tuple[Passage, ...]
    others: tuple[Passage, ...]
    core: str
    counter: str
    body: bool = False

    @property
    def turned(self) -> Variant:
        """The same variant told from the other side."""
        return Variant(self.kind, self.other, self.form, self.others, self.places, self.counter, self.core, self.body)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents in which the first reading stands."""
        return tuple(sorted({place.document for place in self.places}))

    @property
    def witnesses(self) -> tuple[str, ...]:
        """The documents in which the other reading stands."""
        return tuple(sorted({place.document for place in self.others}))
