"""What collation and the search for damage found in the documents of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from consistency.collate.collation import variants
from consistency.collate.variant import Variant
from consistency.damage import MASKING, Damage, damages
from consistency.model import Reading


@dataclass(frozen=True, slots=True)
class Collated:
    """The damage of each document, by path, and the variants between documents."""

    damages: Mapping[str, tuple[Damage, ...]] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()


NOTHING_COLLATED = Collated()


def collation_of(readings: Sequence[Reading], family: Mapping[str, str]) -> Collated:
    """The damage of each document, and the variants between them with damaged places left out."""
    found = {reading.document.path: damages(reading.document) for reading in readings}
    masked = {path: [d.span for d in listed if d.kind in MASKING] for path, listed in found.items()}
    return Collated(found, variants(readings, family, masked))
