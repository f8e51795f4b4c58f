"""Everything that rules look at, in one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from consistency.checks.identities import Identities
from consistency.checks.ledger import Ledger
from consistency.collate.variant import Variant
from consistency.extract.relations.sheet import Sheet
from consistency.lexicon import Lexicon
from consistency.model import ClaimSet, Reading


@dataclass(frozen=True, slots=True)
class Case:
    """The documents as understood, their claim sets with verdicts, and which documents copy each other.

    `own` are the readings that are looked at by themselves: those of the drafts, or all of them. `sets` holds the sets
    inside one document too. `family` gives for each path the first path of its family of reprints; `variants` what
    collation found between passages that documents share. There is a sheet for each of `own`, with its numbers by
    place, and a ledger for each sheet, with its numbers by name.
    """

    readings: tuple[Reading, ...]
    own: tuple[Reading, ...]
    sets: tuple[ClaimSet, ...]
    family: Mapping[str, str]
    variants: tuple[Variant, ...]
    sheets: tuple[Sheet, ...]
    ledgers: tuple[Ledger, ...]
    identities: Identities
    lexicon: Lexicon
