"""Names that met under another name, as entries of an indicators.toml."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby

from consistency.link.suggestions import Suggestion
from consistency.model import Reading
from consistency.report.places import pages
from consistency.report.wording import say

SHORT = 2  # characters of a spelling that stands in other words too


def suggested(found: Sequence[Suggestion], readings: Sequence[Reading], lang: str) -> str:
    """An entry for each name, its aliases each with how often and how surely they met, and where first."""
    if not found:
        return f"# {say(lang, 'no suggestions')}\n"
    at, out = pages(readings), [f"# {say(lang, 'suggestions')}"]
    order = {name: place for place, name in reversed(list(enumerate(s.name for s in found)))}
    for name, some in groupby(sorted(found, key=lambda s: order[s.name]), key=lambda s: s.name):
        out += ["", "[[indicator]]", f"name = {_quoted(name)}"]
        for kind, those in groupby(sorted(some, key=_kind), key=_kind):
            out.append(f"{kind} = [")
            for one in those:
                where = " / ".join(at[claim.document].named(claim.mention.number) for claim in (one.one, one.other))
                said = say(lang, "suggestion", times=one.times, probability=one.probability, places=where)
                out.append(f"  {_quoted(one.alias)},  # {said}")
            out.append("]")
    return "\n".join(out) + "\n"


def _kind(one: Suggestion) -> str:
    """How the lexicon takes a spelling: a short one only where it is the whole name (死亡, not in 死亡事故)."""
    return "alone" if len(one.alias) <= SHORT else "aliases"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
