"""A linter for facts: where documents about the same thing disagree."""

__version__ = "0.1.0"
