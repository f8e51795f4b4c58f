"""Shares told behind a part: of the whole that its list takes apart, or of an amount beside the share.

    share         := whole … 其中 part (，growth)? ，? (占|占比|所占比重为)(总数的)? percent
                                                            支出80亿元，其中民生支出60亿元，增长5%，民生占比75%
    named share   := part ，占 whole 的 percent                                 12亿元，占全市收入60亿元的20%
    sibling share := part ，占 percent (； part ，占 percent)+      少儿12万人，占15%；老人20万人，占25%

The whole of the first is that of the list the part stands in (`parts`); a share of anything named (占一般公共预算支出的
75%) is looked up by its name elsewhere. A share of a plan is a rate of a target. The shares of siblings are of one
whole, told or not: what one part and its share make is what every other makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.extract.relations.parts import parts
from consistency.extract.relations.passage import Amount, Role, Told
from consistency.extract.relations.sheet import Fact
from consistency.model import Bound, Mention, Relation, Term
from consistency.patterns import lazy

UNNAMED = lazy(
    r"^(?:[，、(](?:同比|[比较]上年)?(?:增长|下降)了?\d[\d.]*%)?[，、(]?(?:其|(?P<part>[一-龥]{2,8}?)(?=占比))?(?:所占|占)(?:比|比重|比例|总量|总数|全部)?(?:的|为|达到?|约)?(?:比重|比例)?(?:为|达到?)?$"
)
NAMED = lazy(r"^[，(]?(?:约|仅)?占(?:同期|当年)?[^，。;\d占]{1,20}$")
# Between a share and the next part of the same whole: no other whole, and no part of the part
SIBLING = lazy(r"[，；;、]\s*(?!其中)[^。;；\d其]{0,4}(?:\d{1,2}[-—~至]\d{1,2}|\d{1,2})?[^。;；\d]{1,16}")
LEAST_SIBLINGS, MOST_SIBLINGS = 3, 12  # parts of which two must agree against the third, and how many are held
OF = lazy(r"^的(?:比重|比例)?(?:为|达到?)?$")


def shares(told: Told) -> Iterator[Relation]:
    """The shares of one line whose part and whole it tells, in order."""
    sheet, line = told.sheet, told.line
    percents = [f for f in sheet.inside(line) if f.quantity.dimension == "percent"]
    if not percents or not told.amounts:
        return
    yield from _of_siblings(told, percents)
    wholes: dict[int, Mention] = {}
    for found in parts(told):
        for term in found.terms:
            wholes.setdefault(id(term.mention), found.result.mention)
    shared = {id(at.fact.mention) for fact in percents if (at := _right_before(told, fact)) is not None}
    for fact in percents:
        before = [a for a in told.before(fact.start)[-2:] if a.fact.end <= fact.start]
        if not before:
            continue
        part, last = before[0], before[-1]
        behind = told.text[last.fact.end : fact.start].strip()
        whole = wholes.get(id(last.fact.mention))
        if whole is not None and _unnamed(behind, last.fact):
            if id(whole) not in shared:  # the shares of a whole that is a share itself are of what it is a share of
                yield from _share(told, "unnamed share", last.fact, whole, fact, behind)
        elif len(before) > 1 and OF.match(behind) and last.role is Role.NAMED and part.role is Role.NAMED:
            words = told.text[part.fact.end : last.fact.start].strip()
            if NAMED.match(words) and part.fact.is_amount and part.fact.like(last.fact):
                yield from _share(told, "named share", part.fact, last.fact.mention, fact, words)


def _unnamed(words: str, part: Fact) -> bool:
    """Whether the words between a part and a share leave the whole open; the part may be named again: 税收占比."""
    found = UNNAMED.match(words)
    return found is not None and (not found["part"] or found["part"] in part.mention.name)


def _of_siblings(told: Told, percents: Sequence[Fact]) -> Iterator[Relation]:
    """Of each run of parts told with shares of a whole that is not named, every share against every other."""
    run: list[tuple[Fact, Fact]] = []
    for fact in (*percents, None):
        at = _right_before(told, fact) if fact is not None else None
        if fact is None or at is None:
            if fact is not None:
                continue
        elif not run or (
            at.fact.like(run[-1][0]) and SIBLING.fullmatch(told.text[run[-1][1].end : at.fact.start]) is not None
        ):
            run.append((at.fact, fact))
            continue
        if len(run) >= LEAST_SIBLINGS:
            yield from _among(told, run[:MOST_SIBLINGS])
        run = [(at.fact, fact)] if fact is not None and at is not None else []


def _among(told: Told, run: Sequence[tuple[Fact, Fact]]) -> Iterator[Relation]:
    """Each share of a run as the others have it: its part, and every other part with its share."""
    for part, share in run:
        others = [Term(m) for p, s in run if s is not share for m in (p.mention, s.mention)]
        terms = (Term(part.mention), *others)
        if not any(t.mention.quantity.bound is Bound.ABOUT for t in (*terms, Term(share.mention))):
            words = told.text[part.end : share.start].strip()
            yield Relation.between("sibling share", Term(share.mention), terms, words, ())


def _right_before(told: Told, share: Fact) -> Amount | None:
    """The amount that a share without a base is told right behind."""
    before = [a for a in told.before(share.start)[-1:] if a.fact.end <= share.start]
    return next((a for a in before if UNNAMED.match(told.text[a.fact.end : share.start].strip())), None)


def _share(told: Told, kind: str, part: Fact, whole: Mention, share: Fact, words: str) -> Iterator[Relation]:
    numbers = (whole, part.mention, share.mention)
    if whole.quantity.base_value <= 0 or any(m.quantity.bound is Bound.ABOUT for m in numbers):
        return
    near = (a.fact.mention for a in told.around([part, share]))
    alike = (m for m in near if m.quantity.dimension == whole.quantity.dimension)
    yield Relation.between(kind, Term(share.mention), (Term(part.mention), Term(whole)), words, alike)
