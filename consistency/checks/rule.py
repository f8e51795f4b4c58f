"""A rule as its file states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from consistency.model import Severity


@dataclass(frozen=True, slots=True)
class Example:
    """Texts, one a document, and the claim of the rule file that they fire or do not."""

    fires: bool
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of `rules/checks-*.toml`; `name`, `message` and `why` by language.

    A rule that is no `default` is carried out only where it is asked for.
    """

    id: str
    kind: str
    severity: Severity
    name: Mapping[str, str]
    message: Mapping[str, str]
    why: Mapping[str, str]
    params: Mapping[str, Any]
    examples: tuple[Example, ...]
    source: str
    default: bool = True
