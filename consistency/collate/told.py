"""When something is told of: the period and status of the numbers around it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from consistency.collate.stream import Stream
from consistency.model import Reading


@dataclass(frozen=True, slots=True)
class DatedNumbers:
    """Where the numbers of a document stand whose period and status are known, and these."""

    places: tuple[int, ...]
    when: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, reading: Reading) -> DatedNumbers:
        """What the mentions of a document tell."""
        known = [(m.number.start, (m.key.period, str(m.key.status))) for m in reading.mentions if m.key is not None]
        return cls(tuple(place for place, _ in known), tuple(when for _, when in known))

    def near(self, at: int) -> tuple[str, str]:
        """The period and status of the number nearest to a place; empty where there is none.

        >>> DatedNumbers((10, 90), (("2023", "actual"), ("2024", "target"))).near(70)
        ('2024', 'target')
        """
        behind = bisect_left(self.places, at)
        around = range(max(behind - 1, 0), min(behind + 1, len(self.places)))
        return min(((abs(self.places[n] - at), self.when[n]) for n in around), default=(0, ("", "")))[1]

    def at(self, stream: Stream, place: int) -> tuple[str, str]:
        """The same for a token."""
        return self.near(stream.span(place, place + 1).start) if place < len(stream.marks) else ("", "")
