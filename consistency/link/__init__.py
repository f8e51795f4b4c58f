"""Who meets whom: claims of several documents that speak of the same thing, found without their values."""

from consistency.link.clusters import claim_sets
from consistency.link.explanation import meeting_of
from consistency.link.weights import Linking, load_linking

__all__ = ["Linking", "claim_sets", "load_linking", "meeting_of"]
