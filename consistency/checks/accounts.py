"""The kind `account`: what is added and taken away up to a total, and what is left of revenue after spending.

Cases: `chain`, “收入60亿元，加补助20亿元，总计80亿元”; `written`, “60+140=200”; `totalled`, “甲项3亿元，乙项2亿元，
合计5亿元”; `changed`, “年初预算80亿元，调增2亿元，调整后82亿元”; `balance`, “收支相抵，结余5亿元”; `cumulative`,
“累计973个；新增127个，累计1100个”; `restated`, one number in two units, “4510万吨（902亿斤）”.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from consistency.checks import breach, charity
from consistency.checks.amounts import minus, total
from consistency.checks.breach import Breach, figures, shown, written
from consistency.checks.case import Case
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Sheet
from consistency.extract.relations.written_sum import written_sums
from consistency.model import Bound, Finding, Relation

CASES = frozenset({"chain", "written", "changed", "balance", "totalled", "cumulative", "restated"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found = []
    for reading in case.own:
        known = charity.settled(reading.relations)
        found += [b for r in reading.relations if (b := judged(r, known)) is not None]
    return breach.findings(rules, [*found, *(b for sheet in case.sheets for b in _written(sheet))])


def judged(account: Relation, settled: Collection[int] = ()) -> Breach | None:
    """The breach of an account that does not come out in any reading of it."""
    if account.kind not in CASES or account.unread:
        return None
    result = account.result.mention
    numbers = [result, *(t.mention for t in account.terms)]
    if any(m.quantity.bound is Bound.ABOUT for m in numbers):
        return None
    reached = total(t.mention.quantity.stated.scaled(t.sign) for t in account.terms)
    if reached.meets(result.quantity.stated):
        return None
    fits, tried = charity.comes_out(_readings(account, settled))
    return None if fits else _breach(account, tried)


def _readings(account: Relation, settled: Collection[int]) -> Iterator[charity.Tried]:
    if account.kind == "restated":
        return
    if account.kind != "balance":
        yield from charity.sums(account, settled)
        return
    left = account.result.mention.quantity.stated
    own = {id(t.mention) for t in account.terms}
    for one in account.others:
        for other in account.others:
            if one is not other and {id(one), id(other)} != own:  # the terms themselves, told the other way round
                yield minus(one.quantity.stated, other.quantity.stated), left


def _breach(account: Relation, tried: int) -> Breach:
    result = account.result.mention
    terms = sorted(account.terms, key=lambda t: -t.sign) if account.terms[0].sign < 0 else account.terms
    exact = sum((t.sign * t.mention.quantity.base_value for t in terms), Fraction(0))
    how = written(terms[0].mention) + "".join(f" {'+' if t.sign > 0 else '−'} {written(t.mention)}" for t in terms[1:])
    added = [t.mention for t in terms if t.sign > 0]
    taken = [t.mention for t in terms if t.sign < 0]
    return Breach(
        case=account.kind,
        key=result.key,
        indicator=account.terms[0].mention.name if account.kind == "cumulative" else result.name,
        places=(result.place, *(t.mention.place for t in terms)),
        stated=written(result),
        derived=shown(exact, result.quantity),
        how=how,
        suggestion=breach.one_slip([result, *taken], added),
        tried=tried,
    )


def _written(sheet: Sheet) -> Iterator[Breach]:
    """Sums written out that do not come out."""
    for told in written_sums(sheet.text):
        if total(told.stands_for(t) for t in told.terms).meets(told.stands_for(told.made)):
            continue
        exact = sum((Fraction(t) for t in told.terms), Fraction(0))
        yield Breach(
            case="written",
            key=None,
            indicator=told.text,
            places=(sheet.passage(told.span.start, told.span.end),),
            stated=told.made,
            derived=figures(exact),
            how=" + ".join(told.terms),
        )
