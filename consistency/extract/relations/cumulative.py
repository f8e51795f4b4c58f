"""What there was, what was added and what there is then: 累计973个；新增127个，累计1100个.

    cumulative := 累计… amount mark when? 新增 amount mark 累计(达|为|共)? amount

The two later ones name nothing of their own, so that they tell of what the first one tells of.
"""

from __future__ import annotations

from collections.abc import Iterator

from consistency.extract.relations.passage import Told
from consistency.model import Relation, Term
from consistency.patterns import lazy

SO_FAR = lazy(r"累计")
ADDED = lazy(r"^[，。;]?(?:今年|本年|当年|全年|年内|本月|当月|本期|其后)?(?:又|再)?新增了?$")
THEN = lazy(r"^[，;]?(?:总数|总量)?累计(?:总数|总量)?(?:达到?|为|共|已达|有)?$")


def cumulative(told: Told) -> Iterator[Relation]:
    """The totals of one line that go on from an earlier one, in order."""
    for so_far, added, then in zip(told.amounts, told.amounts[1:], told.amounts[2:], strict=False):
        if not (SO_FAR.search(so_far.lead) and ADDED.match(added.gap.strip()) and THEN.match(then.gap.strip())):
            continue
        if any(a.aside or not a.fact.like(so_far.fact) for a in (so_far, added, then)):
            continue
        was, more, now = (Term(a.fact.mention, 1, a.lead) for a in (so_far, added, then))
        alike = (a.fact.mention for a in told.around([so_far.fact, then.fact]) if a.fact.like(so_far.fact))
        yield Relation.between("cumulative", now, (was, more), f"{added.lead}…{then.lead}", alike)
