"""Lines of a document and the relations read in them, as corpora write them down."""

from __future__ import annotations

from consistency.model import Relation
from tests.domain import read

TITLE = "青山县2025年预算执行情况报告\n"
SIGNS = {1: "+", -1: "−"}


def related(line: str) -> tuple[Relation, ...]:
    """The relations of a document with one line."""
    return read(f"{TITLE}{line}\n").relations


def shown(relation: Relation) -> str:
    """A relation on one line: its kind, its terms with their signs and its result, as written.

    An account or a list is a sum; of all others the terms stand in their order: 12亿元, 15亿元: 25%.
    """
    words = [t.mention.words for t in relation.terms]
    result = relation.result.mention.words
    if relation.kind in ("chain", "totalled", "changed", "balance", "cumulative", "parts"):
        signed = [f"{SIGNS[t.sign]} {w}" for t, w in zip(relation.terms, words, strict=True)]
        made = " ".join(signed).removeprefix("+ ")
        return f"{relation.kind}: {made} {'=' if relation.complete else '≤'} {result}"
    return f"{relation.kind}: {', '.join(words)}: {result}"


def told(line: str, *kinds: str) -> list[str]:
    """The relations of some kinds that a line tells, in order."""
    return [shown(r) for r in related(line) if r.kind in kinds]
