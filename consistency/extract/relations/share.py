"""Shares of the amount right before them, where the whole is the one that a list takes apart.

share := whole … opening part mark 占 (比|比重)? rate        保费40亿元，其中财产险10亿元，占25%
part  := the amount right before the mark
whole := what the list takes apart; a share that names another base (占GDP的) is no share of it
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.extract.relations.parts import parts
from consistency.extract.relations.passage import amounts
from consistency.extract.relations.sheet import Sheet
from consistency.model import Bound, Relation, Term
from consistency.offsets import Span

UNNAMED = re.compile(
    r"^[，、(]?(?:其)?(?:所占|占)(?:比|比重|比例|总量|总数|全部)?(?:的|为|达到?|约)?(?:比重|比例)?(?:为|达到?)?$"
)


def shares(sheet: Sheet, line: Span) -> Iterator[Relation]:
    """The shares of one line that name no base, in order."""
    percents = [f for f in sheet.within(line.start, line.end) if f.quantity.dimension == "percent"]
    if not percents:
        return
    lists = list(parts(sheet, line))
    all_ = amounts(sheet, line) if lists else ()
    for fact in percents:
        part = next((a.fact for a in reversed(all_) if a.fact.end <= fact.start), None)
        if part is None or not UNNAMED.match(sheet.text[part.end : fact.start].strip()):
            continue
        if Bound.ABOUT in (fact.quantity.bound, part.quantity.bound):
            continue
        whole = next((r.result.mention for r in lists if any(t.mention is part.mention for t in r.terms)), None)
        if whole is None or whole.quantity.base_value <= 0:
            continue
        spans = [m.span for m in (whole, part.mention, fact.mention)]
        yield Relation(
            kind="unnamed share",
            result=Term(fact.mention),
            terms=(Term(part.mention), Term(whole)),
            words=sheet.text[part.end : fact.start],
            span=Span(min(s.start for s in spans), max(s.end for s in spans)),
            others=tuple(a.fact.mention for a in all_ if a.fact.quantity.dimension == whole.quantity.dimension),
        )
