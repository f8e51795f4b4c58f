"""Charity: before a relation that does not come out is reported, the other readings of its passage are tried.

A passage can be taken apart in more than one way, and a writer who set down numbers that go together in one of them
meant that one. So a sum is tried with another first term, another whole, another run of terms; a rate with another
pair. Only where none of them comes out is there a finding; how many were tried goes into its confidence, for among many
readings one may come out by chance.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from consistency.checks.amounts import divided, minus, total
from consistency.interval import Interval
from consistency.model import Mention, Quantity, Relation

HUNDRED = 100
SUMS = frozenset({"chain", "totalled", "changed", "parts"})
MOST = 40  # numbers of a passage that take part in other readings: those nearest to the relation

# What a reading makes, and what it is held against.
Tried = tuple[Interval, Interval]


def comes_out(readings: Iterator[Tried]) -> tuple[bool, int]:
    """Whether any of some readings comes out, and how many were tried."""
    tried = 0
    for reached, stated in readings:
        tried += 1
        if reached.meets(stated):
            return True, tried
    return False, tried


def sums(relation: Relation, settled: Collection[int] = ()) -> Iterator[Tried]:
    """The other readings of a sum: another first term or whole, another run of terms, one term more.

    `settled` are the numbers (by identity) that another relation makes as they should be: the total of the other side
    of a budget is no whole of this side's items, though both sides are equal.
    """
    others = _near(relation)
    stated = relation.result.mention.quantity.stated
    terms = [t.mention.quantity.stated.scaled(t.sign) for t in relation.terms]
    taken = {id(t.mention) for t in relation.terms}
    rest = [m for m in others if m is not relation.result.mention and id(m) not in taken]
    whole = total(terms)
    for other in (m.quantity.stated for m in rest):
        yield whole.plus(other), stated  # a term that was left out
        yield total(terms[1:]).plus(other), stated  # another first term
    for other in (m.quantity.stated for m in rest if id(m) not in settled):
        yield whole, other  # another whole
    for left in range(len(terms)):
        for run in (terms[left:], terms[: left + 1]):
            if relation.kind != "parts" and 1 < len(run) < len(terms):
                yield total(run), stated
        # a sign that holds for fewer terms, or for more
        yield total([*terms[:left], *(t.mention.quantity.stated for t in relation.terms[left:])]), stated
    yield from _runs(relation, others, settled)


def _runs(relation: Relation, others: Sequence[Mention], settled: Collection[int]) -> Iterator[Tried]:
    """Every run of numbers that are half of them terms, and half of the terms, against the result or one beside it.

    Of a list of parts it is all of them: none may be left out.
    """
    every = [m.quantity.stated for m in others]
    terms = {id(t.mention) for t in relation.terms}
    taken = [id(m) in terms for m in others]
    result = next((i for i, m in enumerate(others) if m is relation.result.mention), -1)
    for first in range(len(every)):
        held = 0
        for last, reached in enumerate(accumulate(every[first:], Interval.plus), first):
            held += taken[last]
            enough = held == len(terms) if relation.kind == "parts" else 2 * held >= len(terms)
            if held < 2 or not enough or 2 * held < last - first + 1 or first <= result <= last:
                continue
            for at in (*range(max(first - 2, 0), first), *range(last + 1, min(last + 3, len(every)))):
                if not taken[at] and id(others[at]) not in settled:
                    yield reached, every[at]
            if result >= 0:
                yield reached, every[result]


def settled(relations: Iterable[Relation]) -> frozenset[int]:
    """The numbers that some sum makes as they should be, by identity."""
    return frozenset(
        id(r.result.mention)
        for r in relations
        if r.kind in SUMS
        and len(r.terms) > 1
        and total(t.mention.quantity.stated.scaled(t.sign) for t in r.terms).meets(r.result.mention.quantity.stated)
    )


def wholes(relation: Relation) -> Iterator[Interval]:
    """The numbers of a passage that could be the whole of a part instead."""
    taken = {id(t.mention) for t in relation.terms} | {id(relation.result.mention)}
    return (m.quantity.stated for m in _near(relation) if id(m) not in taken)


def rates(relation: Relation, of_whole: bool = False) -> Iterator[Tried]:
    """The other readings of a rate: every other pair in which one of its terms is another number of the passage.

    `of_whole` where the rate is a share: no part is more than its whole.
    """
    stated = relation.result.mention.quantity.stated
    for part, whole in _other_pairs(relation):
        if whole.base_value and not (of_whole and part.base_value > whole.base_value):
            yield divided(part.stated, whole.stated).scaled(HUNDRED), stated


def movements(relation: Relation) -> Iterator[Tried]:
    """The other readings of a growth: from another number of the passage to a term, or by it.

    The terms themselves are not read another way: a growth reckoned on the new level instead of the old one is wrong.
    """
    stated = relation.result.mention.quantity.stated
    for one, other in _other_pairs(relation):
        if other.base_value:
            yield divided(minus(one.stated, other.stated), other.stated).scaled(HUNDRED), stated
            yield divided(one.stated, other.stated).scaled(HUNDRED), stated  # by one, where other was the base
            if one.base_value != other.base_value:
                yield divided(one.stated, minus(other.stated, one.stated)).scaled(HUNDRED), stated


def differences(relation: Relation) -> Iterator[Tried]:
    """The other readings of a difference: between another number of the passage and a term."""
    stated = relation.result.mention.quantity.stated
    for one, other in _other_pairs(relation):
        yield minus(other.stated, one.stated), stated


def _other_pairs(relation: Relation) -> Iterator[tuple[Quantity, Quantity]]:
    """The terms of a relation of two, each in turn with another number of the passage in the other's place."""
    first, second = (t.mention for t in relation.terms)
    own = {id(first), id(second), id(relation.result.mention)}
    for other in _near(relation):
        if id(other) not in own:
            yield first.quantity, other.quantity
            yield other.quantity, second.quantity


def _near(relation: Relation) -> Sequence[Mention]:
    """The numbers of the passage, or those nearest to the relation where they are many."""
    others = relation.others
    if len(others) <= MOST:
        return others
    middle = (relation.span.start + relation.span.end) // 2
    near = sorted(others, key=lambda m: abs(m.number.start - middle))[:MOST]
    return sorted(near, key=lambda m: m.number)
