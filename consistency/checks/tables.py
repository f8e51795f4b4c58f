"""The kind `table`: a cell that does not go with the others of its table, where all the rest of it does.

Cases: `sum`, a total of rows or of columns; `growth`, `rate`, `share` and `change`, a column that follows from others.

That a sum lacks something is told only where one slip of writing would mend it: tables leave out what is small, or was
not there last year, and nothing says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor

from consistency.checks import breach, charity
from consistency.checks.amounts import divided, minus, total
from consistency.checks.breach import Breach, shown, written
from consistency.checks.case import Case
from consistency.checks.causes import slip_between
from consistency.checks.rule import Rule
from consistency.interval import Interval
from consistency.model import Finding, Relation, Term

CASES = frozenset({"sum", "growth", "rate", "share", "change"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
HUNDRED = 100
# What relations of tables are called, and the case of the rules that take them.
RELATIONS = {
    "table sum": "sum",
    "table total": "sum",
    "table growth": "growth",
    "table rate": "rate",
    "table share": "share",
    "table change": "change",
}


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    related = (r for reading in case.own for r in reading.relations if r.kind in RELATIONS)
    return breach.findings(rules, [b for r in related if (b := judged(r)) is not None])


def judged(relation: Relation) -> Breach | None:
    """The breach of what a table says by its form, in every reading of the cells around it."""
    result = relation.result.mention
    reached, exact, how = _reached(relation)
    if exact is None or reached.meets(_told(relation)):
        return None
    if RELATIONS[relation.kind] == "sum" and not _one_slip_away(relation, reached):
        return None
    fits, tried = charity.comes_out(_readings(relation))
    if fits:
        return None
    return Breach(
        case=RELATIONS[relation.kind],
        key=result.key,
        indicator=result.name or relation.words,
        places=(result.place, *(t.mention.place for t in relation.terms)),
        stated=written(result),
        derived=shown(exact, result.quantity),
        how=how,
        tried=tried,
    )


def _reached(relation: Relation) -> tuple[Interval, Fraction | None, str]:
    """What the terms make: all it can be, the exact number if there is one, and how."""
    numbers = [t.mention for t in relation.terms]
    case = RELATIONS[relation.kind]
    if case == "sum":
        exact = sum((m.quantity.base_value for m in numbers), Fraction(0))
        return total(m.quantity.stated for m in numbers), exact, " + ".join(written(m) for m in numbers)
    one, other = numbers
    if case == "change":
        exact = other.quantity.base_value - one.quantity.base_value
        return minus(other.quantity.stated, one.quantity.stated), exact, f"{written(other)} − {written(one)}"
    part, whole = (other, one) if case == "growth" else (one, other)
    if not whole.quantity.base_value:
        return Interval(None, None), None, ""
    less = HUNDRED if case == "growth" else 0
    reached = divided(part.quantity.stated, whole.quantity.stated).scaled(HUNDRED).plus(Interval.point(-less))
    exact = part.quantity.base_value / whole.quantity.base_value * HUNDRED - less
    return reached, exact, f"{written(part)} ÷ {written(whole)}{' − 1' if less else ''}"


def _told(relation: Relation) -> Interval:
    """What the result says; a share may have been moved by its last place, so that all of them make a hundred."""
    quantity = relation.result.mention.quantity
    if RELATIONS[relation.kind] != "share":
        return quantity.stated
    return quantity.stated.plus(Interval(-quantity.step, quantity.step))


def _readings(relation: Relation) -> Iterator[charity.Tried]:
    """The other readings: a sum with a term more or less, or two amounts of which one is another of its row."""
    stated = _told(relation)
    case = RELATIONS[relation.kind]
    if case == "sum":
        yield from charity.sums(relation)
        return
    one, other = relation.terms
    for beside in relation.others:
        for pair in ((Term(beside), other), (one, Term(beside))):
            if pair[0].mention is not pair[1].mention and pair != relation.terms:
                yield _reached(replace(relation, terms=pair))[0], stated


def _one_slip_away(relation: Relation, reached: Interval) -> bool:
    """Whether one slip of writing, in the total or in a part, would make a sum come out as its numbers are rounded."""
    whole = relation.result.mention.quantity
    gap = _roundest(minus(reached, whole.stated))
    if slip_between(whole.base_value, whole.base_value + gap) is not None:
        return True
    values = [term.mention.quantity.base_value for term in relation.terms]
    return any(value > gap and value > 0 and slip_between(value, value - gap) is not None for value in values)


def _roundest(gap: Interval) -> Fraction:
    """Of all that a gap may be, the number with the fewest figures: what one slip is likely to have made of it.

    >>> _roundest(Interval(Fraction(2999), Fraction(3002)))
    Fraction(3000, 1)
    """
    assert gap.low is not None
    assert gap.high is not None
    size = Fraction(10) ** len(str(int(max(abs(gap.low), abs(gap.high)))))
    while not gap.low <= (number := floor(gap.high / size) * size) or not number:
        size /= 10
    return number
