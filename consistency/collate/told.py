"""Of what something is told: the keys of the numbers around it, above all their period and status."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from consistency.collate.stream import Stream
from consistency.model import Key, Reading
from consistency.places import same_place


@dataclass(frozen=True, slots=True)
class KnownNumbers:
    """Where the numbers of a document stand of which it is known what they tell, and their keys."""

    places: tuple[int, ...]
    keys: tuple[Key, ...]

    @classmethod
    def of(cls, reading: Reading) -> KnownNumbers:
        """What the mentions of a document tell."""
        known = [(m.number.start, m.key) for m in reading.mentions if m.key is not None]
        return cls(tuple(place for place, _ in known), tuple(key for _, key in known))

    def near(self, at: int) -> Key | None:
        """The key of the number nearest to a place; none where there is no such number.

        >>> from consistency.model import Measure, Status
        >>> keys = [Key("青山县", "粮食产量", Measure.LEVEL, year, Status.ACTUAL) for year in ("2023", "2024")]
        >>> KnownNumbers((10, 90), tuple(keys)).near(70).period
        '2024'
        """
        behind = bisect_left(self.places, at)
        around = range(max(behind - 1, 0), min(behind + 1, len(self.places)))
        return min(((abs(self.places[n] - at), n, self.keys[n]) for n in around), default=(0, 0, None))[2]

    def at(self, stream: Stream, place: int) -> Key | None:
        """The same for a token."""
        return self.near(stream.span(place, place + 1).start) if place < len(stream.marks) else None

    def when(self, stream: Stream, place: int) -> tuple[str, str]:
        """The period and status of what is told at a token; empty where no number tells of any."""
        key = self.at(stream, place)
        return (key.period, str(key.status)) if key else ("", "")


def of_one_frame(one: Key | None, other: Key | None) -> bool:
    """Whether two numbers that stand in like words can be of one thing: one place, time, status, accounts, whole.

    A passage that two documents share may tell of two provinces, of two years, of a plan and what came of it, of all
    accounts and a level's own: its words are alike then, and its numbers are two facts.

    >>> from dataclasses import replace
    >>> from consistency.model import Measure, Status
    >>> own = Key("甲省", "城镇常住人口", Measure.LEVEL, "2023", Status.ACTUAL)
    >>> of_one_frame(own, replace(own, entity="乙省")), of_one_frame(own, replace(own, indicator="城镇人口"))
    (False, True)
    """
    if one is None or other is None:
        return True
    if one.entity and other.entity and not same_place(one.entity, other.entity):
        return False
    return (one.period, one.status, one.scope, one.whole) == (other.period, other.status, other.scope, other.whole)
