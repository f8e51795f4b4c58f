"""The kind `stock`: what can only grow and is told to be less later.

Cases: `next`, next year's target for a stock below what this year has already; `cumulative`, a number from the year's
beginning on that is less for more months; `carried`, a running total (累计) that is not the one of the year before and
what was added since. `words` name what may well become less, `accounts` what is told anew every
year, as do names that end in one of `totals`, and `stands` what is told as it stands and not since January.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from consistency.checks import breach
from consistency.checks.amounts import total
from consistency.checks.breach import Breach, shown, written
from consistency.checks.case import Case
from consistency.checks.ledger import OUTCOME, TARGET, Coordinates, Ledger
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Fact
from consistency.model import Finding
from consistency.patterns import lazy

CASES = frozenset({"next", "cumulative", "carried"})
PARAMS: Mapping[str, frozenset[str] | None] = {
    "cases": CASES,
    **{name: frozenset() for name in ("words", "accounts", "totals", "stands")},
}
READINGS = 3  # numbers of one indicator and year that are tried
SINCE_JANUARY = lazy(r"(?P<year>\d{4})(?:-0?1/(?P<month>\d{1,2})|Q1-(?P<quarter>\d)|Q(?P<first>1)|H(?P<half>1))?")


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    less, accounts, totals, stands = (_words(rules, name) for name in ("words", "accounts", "totals", "stands"))
    told = _by_name(case.ledgers)
    found: list[Breach] = [b for (_, name), places in sorted(_totals(case.ledgers).items()) for b in _carried(places)]
    for (_, name), places in sorted(told.items()):
        if not any(w in name for w in less):
            anew = any(w in name for w in accounts) or name.endswith(totals)
            found += [] if anew else _next(places)
            found += _cumulative(places, stands)
    return breach.findings(rules, found)


def _words(rules: Sequence[Rule], name: str) -> tuple[str, ...]:
    """The words that the rules give together under one name."""
    return tuple(w for r in rules for w in r.params.get(name, ()))


_ByPlace = Mapping[Coordinates, Sequence[Fact]]


def _by_name(ledgers: Iterable[Ledger]) -> dict[tuple[str, str], dict[Coordinates, list[Fact]]]:
    """The amounts of all documents by place and indicator."""
    told: dict[tuple[str, str], dict[Coordinates, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for one in ledgers:
        for place, names in one.entries.items():
            for (name, side), facts in names.items():
                if side == "amount":
                    told[(place.entity, name)][place] += facts
    return told


def _totals(ledgers: Iterable[Ledger]) -> dict[tuple[str, str], dict[Coordinates, list[Fact]]]:
    """Of the amounts of all documents, those told as running totals (累计), and what was added (新增)."""
    told: dict[tuple[str, str], dict[Coordinates, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for one in ledgers:
        for place, names in one.entries.items():
            for (name, side), facts in names.items():
                if side == "amount" and place.standing == OUTCOME:
                    kept = [f for f in facts if {"flow", "so far"} & set(f.mention.traits)]
                    if kept:
                        told[(place.entity, name)][place] += kept
    return told


def _carried(places: _ByPlace) -> Iterator[Breach]:
    """Running totals that are not that of the year before with what was added; no three numbers of them may fit."""
    for place in sorted(places):
        before = place.before()
        was = [f for f in places.get(before, ()) if "flow" not in f.mention.traits][:READINGS] if before else []
        now = [f for f in places[place] if "flow" not in f.mention.traits][:READINGS]
        added = [f for f in places[place] if "flow" in f.mention.traits][:READINGS]
        triples = [(a, b, c) for a in was for b in added for c in now if a.like(b) and b.like(c)]
        if triples and not any(
            total(f.quantity.expected for f in (a, b)).meets(c.quantity.expected) for a, b, c in triples
        ):
            a, b, c = triples[0]
            exact = a.quantity.base_value + b.quantity.base_value
            how = f"{written(a)} + {written(b)}"
            yield Breach(
                "carried", c.mention.key, (c.place, a.place, b.place), written(c), shown(exact, c.quantity), how
            )


def _next(places: _ByPlace) -> Iterator[Breach]:
    """Targets for stocks that are below what the year before ended with."""
    for place in sorted(places):
        before = place.before()
        if place.standing != TARGET or before is None:
            continue
        aims = [f for f in places[place] if "stock" in f.mention.traits and "flow" not in f.mention.traits]
        had = [f for f in places.get(before, ()) if "stock" in f.mention.traits and "flow" not in f.mention.traits]
        for aim in aims:
            above = [f for f in had if f.like(aim) and _below(aim, f)]
            if above and len(above) == sum(f.like(aim) for f in had):
                yield _breach("next", aim, above[0])


def _cumulative(places: _ByPlace, stands: Sequence[str]) -> Iterator[Breach]:
    """Numbers since January that become less as the months go on."""
    for (standing, _), run in sorted(_runs(places, stands).items()):
        if standing != OUTCOME:
            continue
        for (_, early), (_, late) in pairwise(run):
            one, other = early[0], late[0]
            if all(f.like(one) for f in (*early, *late)) and all(_below(b, a) for a in early for b in late):
                yield _breach("cumulative", other, one)


def _runs(places: _ByPlace, stands: Sequence[str]) -> dict[tuple[str, str], list[tuple[int, list[Fact]]]]:
    """The numbers since January by standing, year and scope, in the order of their last month."""
    runs: dict[tuple[str, str], dict[int, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for place, facts in places.items():
        found = SINCE_JANUARY.fullmatch(place.period)
        if found is None:
            continue
        month = int(found["month"] or 3 * int(found["quarter"] or found["first"] or 0) or 6 * int(found["half"] or 2))
        flows = [f for f in facts if "stock" not in f.mention.traits]
        since = [f for f in flows if not any(w in f.mention.name for w in stands)]
        if since:
            runs[(place.standing, f"{found['year']} {place.scope}")][month] += since
    return {key: sorted(run.items()) for key, run in runs.items()}


def _below(one: Fact, other: Fact) -> bool:
    high, low = one.quantity.expected.high, other.quantity.stated.low
    return high is not None and low is not None and high < low


def _breach(case: str, fact: Fact, other: Fact) -> Breach:
    return Breach(
        case=case,
        key=fact.mention.key,
        places=(fact.place, other.place),
        stated=written(fact),
        derived=written(other),
        how=other.mention.key.period if other.mention.key else "",
        doubt=int(case == "cumulative" and fact.mention.document != other.mention.document),
    )
