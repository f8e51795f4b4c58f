"""What collation finds in the documents of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consistency.collate.collation import variants
from consistency.collate.variant import Variant
from consistency.damage import masked
from consistency.model import Reading


def collation_of(readings: Sequence[Reading], family: Mapping[str, str]) -> tuple[Variant, ...]:
    """The variants between documents, with the places left out in which figures may be lost or changed."""
    return variants(readings, family, {reading.document.path: masked(reading.damages) for reading in readings})
