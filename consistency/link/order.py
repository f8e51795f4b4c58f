"""Where two claims stand among the claims of their documents that met: the order of a passage told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from consistency.model import Claim

AMIDST, BETWEEN, NEXT, NEAR, NONE, ALONE = LEVELS = (
    "right between two that met",
    "between two that met",
    "next to one that met",
    "near one that met",
    "none",
    "nothing beside",
)
IN_ONE_PASSAGE = (AMIDST, BETWEEN, NEXT)  # in one passage with what met
STEPS = 3  # claims from one that met to one that may, at most
WITHIN = 90  # characters between a claim and the next in that row, at most


class Order:
    """How claims stand to those beside them that met.

    Two texts that tell the same facts tell most of them in one order: 受理9件，审结8件，执结7件; 受理9件、办结8件….
    A claim between two that met is likely of one thing with the claim between their partners, whatever it is called.
    Who met depends on the two documents alone, and so does this.
    """

    def __init__(self, claims: Sequence[Claim], met: Iterable[tuple[int, int]] = ()) -> None:
        rows = _rows(claims)
        self._beside = rows[0].keys() | rows[1].keys()
        pairs = {(min(pair), max(pair)) for pair in met}
        partners: dict[int, set[str]] = defaultdict(set)
        for one, other in pairs:
            partners[one].add(claims[other].document)
            partners[other].add(claims[one].document)
        sides: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
        for one, other in sorted(pairs):
            documents = claims[one].document, claims[other].document
            for side, row in enumerate(rows):
                ours = _steps(one, row, documents[1], partners)
                theirs = _steps(other, row, documents[0], partners)
                for (a, i), (b, j) in product(ours, theirs):
                    told = sides[min(a, b), max(a, b)]
                    told[side] = min(i + j, told[side] or i + j)
        self._levels = {pair: _level(*told) for pair, told in sides.items()}

    def level(self, a: int, b: int) -> str:
        """On which level two claims stand."""
        untold = NONE if a in self._beside and b in self._beside else ALONE
        return self._levels.get((min(a, b), max(a, b)), untold)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs of claims beside such as met."""
        return iter(self._levels)


def _level(before: int, after: int) -> str:
    """The level of a pair, by how many steps it is away from claims that met, on either side; 0 where none is near."""
    if before and after:
        return AMIDST if before == after == 2 else BETWEEN
    return NEXT if before + after == 2 else NEAR


def _steps(
    claim: int, row: Mapping[int, int], document: str, partners: Mapping[int, set[str]]
) -> list[tuple[int, int]]:
    """The claims that follow one in a row, each with how many steps away it is, up to one that met in a document."""
    found: list[tuple[int, int]] = []
    while len(found) < STEPS and claim in row:
        claim = row[claim]
        found.append((claim, len(found) + 1))
        if document in partners[claim]:
            break
    return found


def _rows(claims: Sequence[Claim]) -> tuple[dict[int, int], dict[int, int]]:
    """The claim behind each claim and the one before it, where it is near."""
    behind: dict[int, int] = {}
    order = sorted(range(len(claims)), key=lambda i: (claims[i].document, claims[i].mention.number))
    for one, other in pairwise(order):
        first, second = claims[one].mention, claims[other].mention
        if first.document == second.document and second.number.start - first.number.end <= WITHIN:
            behind[one] = other
    return behind, {other: one for one, other in behind.items()}
