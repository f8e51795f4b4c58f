"""Names that the lexicon may learn: those that met under another name, to be confirmed by an editor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from consistency.lexicon import Lexicon
from consistency.model import Claim, ClaimSet

LIKELY = Decimal("0.5")  # the least probability of a meeting that says anything of its names
SAME = ("equal", "told around")  # how the restricting words of two names of one thing stand


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that may be another way to write an indicator: how often they met, how surely, and where first."""

    name: str
    alias: str
    times: int
    probability: Decimal
    one: Claim
    other: Claim


def suggestions(sets: Iterable[ClaimSet], lexicon: Lexicon) -> list[Suggestion]:
    """The pairs of names under which claims of two documents met, the most frequent and the surest first.

    The name is that which the lexicon knows, else the longer one. Two names that the lexicon knows are its own affair.
    """
    found: dict[tuple[str, str], list[tuple[Decimal, Claim, Claim]]] = defaultdict(list)
    for one_set in sets:
        if one_set.score < LIKELY or one_set.meeting is None or not _of_one_modifier(one_set):
            continue
        first = {claim.key.indicator: claim for claim in reversed(one_set.claims)}
        for one, other in combinations(sorted(first), 2):
            known = one in lexicon.dimensions, other in lexicon.dimensions
            if all(known) or first[one].document == first[other].document:
                continue
            name, alias = (one, other) if (known[0], len(one)) > (known[1], len(other)) else (other, one)
            found[name, alias].append((one_set.score, first[name], first[alias]))
    made = [
        Suggestion(name, alias, len(met), max(score for score, _, _ in met), *met[0][1:])
        for (name, alias), met in found.items()
    ]
    return sorted(made, key=lambda s: (-s.times, -s.probability, s.name, s.alias))


def _of_one_modifier(found: ClaimSet) -> bool:
    """Whether neither name has a restricting word that the other does not know."""
    assert found.meeting is not None
    return all(level in SAME for comparison, level, _ in found.meeting.levels if comparison == "modifiers")
