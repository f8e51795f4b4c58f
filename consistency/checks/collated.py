"""What collation finds in the documents of a case."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from consistency.collate.collation import variants
from consistency.collate.variant import Variant
from consistency.damage import masked
from consistency.lexicon.collation import CollationWords
from consistency.model import Reading


def collation_of(
    readings: Sequence[Reading],
    family: Mapping[str, str],
    words: CollationWords,
    beside: Collection[tuple[str, str]] | None = None,
) -> tuple[Variant, ...]:
    """The variants between documents, with the places left out in which figures may be lost or changed.

    `beside` are the pairs to be laid side by side, where that is known already.
    """
    damaged = {reading.document.path: masked(reading.damages) for reading in readings}
    return variants(readings, family, damaged, beside, words)
