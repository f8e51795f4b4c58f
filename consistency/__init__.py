"""A linter for facts: where documents about the same thing disagree.

What stands in `__all__` is for programs that embed this one: docs/api.md describes it. It is loaded when it is first
asked for, so that `consistency --help` need not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.api import check, read, render
    from consistency.interval import Interval
    from consistency.model import (
        Bound,
        Claim,
        ClaimSet,
        Context,
        Document,
        Finding,
        Key,
        Measure,
        Mention,
        Passage,
        Problem,
        Quantity,
        Reading,
        Report,
        Severity,
        Status,
        Verdict,
    )
    from consistency.offsets import Span
    from consistency.toml_tables import ConfigurationError

__version__ = "0.2.0"

__all__ = [
    "Bound",
    "Claim",
    "ClaimSet",
    "ConfigurationError",
    "Context",
    "Document",
    "Finding",
    "Interval",
    "Key",
    "Measure",
    "Mention",
    "Passage",
    "Problem",
    "Quantity",
    "Reading",
    "Report",
    "Severity",
    "Span",
    "Status",
    "Verdict",
    "check",
    "read",
    "render",
]

_HOMES = ("model", "interval", "offsets", "toml_tables", "api")  # the last is the slowest to load


def __getattr__(name: str) -> object:
    if name in __all__:
        for home in _HOMES:
            module = import_module(f"{__name__}.{home}")
            if hasattr(module, name):
                return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
