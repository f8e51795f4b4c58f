"""Everything that rules look at, in one value."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from consistency.checks.identities import NOTHING_STATED, Identities
from consistency.checks.ledger import Ledger
from consistency.collate.variant import Variant
from consistency.extract.relations.sheet import Sheet
from consistency.lexicon import Lexicon
from consistency.model import ClaimSet, Reading


@dataclass(frozen=True, slots=True)
class Case:
    """The documents as understood, their claim sets with verdicts, and which documents copy each other.

    `sets` holds the sets inside one document too. `family` gives for each path the first path of its family of
    reprints; `beside` the pairs of paths to be collated, where they are known already. `sheets`, `ledgers` (one for
    each sheet), `identities` and `variants` are filled in by the engine.
    """

    readings: tuple[Reading, ...]
    sets: tuple[ClaimSet, ...]
    family: Mapping[str, str]
    lexicon: Lexicon
    sheets: tuple[Sheet, ...] = ()
    ledgers: tuple[Ledger, ...] = ()
    identities: Identities = NOTHING_STATED
    variants: tuple[Variant, ...] = ()
    beside: Collection[tuple[str, str]] | None = None
