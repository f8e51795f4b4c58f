"""Who meets whom: claims of several documents that speak of the same thing, found without their values."""

from consistency.link.sets import claim_sets

__all__ = ["claim_sets"]
