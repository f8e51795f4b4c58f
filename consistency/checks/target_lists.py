"""The kind `targets`: targets and outcomes, of a table or of a sentence, against what the text says of them.

Cases: `left out`, an indicator that clearly missed its target and is missing from the list of those that did;
`all met`, one that missed its target where the text says that all were met; `unknown`, one said to have missed it where
the table has no outcome; `said`, an outcome that its own sentence tells to have met, missed or passed its target, where
the two numbers say otherwise. `lower` names what is better the lower it is, `short` by how many hundredths of a target
told elsewhere an outcome falls short before the miss is clear.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from consistency.checks import breach
from consistency.checks.breach import Breach, written
from consistency.checks.case import Case
from consistency.checks.ledger import OUTCOME, SIDES, TARGET, Coordinates, Ledger, place_of, term
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Fact
from consistency.extract.relations.targets_told import TargetsTold, no_outcome, targets_told, words_on_target
from consistency.interval import Interval
from consistency.lexicon import Lexicon
from consistency.model import Bound, Finding, Passage

CASES = frozenset({"left out", "all met", "unknown", "said"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES, "lower": frozenset(), "short": None}


@dataclass(frozen=True, slots=True)
class TargetRow:
    """An indicator of a table with its target and its outcome."""

    target: Fact
    actual: Fact

    @property
    def name(self) -> str:
        return self.actual.mention.name


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    lower = tuple(w for r in rules for w in r.params.get("lower", ()))
    short = Fraction(max((n for r in rules for n in r.params.get("short", ())), default=0), 100)
    missed = [told for sheet in case.sheets for told in targets_told(sheet, "missed", case.lexicon)]
    met = [told for sheet in case.sheets for told in targets_told(sheet, "met", case.lexicon)]
    found: list[Breach] = []
    for one in case.ledgers:
        sheet = one.sheet
        rows = list(_rows(one))
        short_of = [r for r in rows if falls_short(r, lower, short)]
        entity = sheet.reading.context.entity
        there = [s for s in missed if s.sheet.reading.context.entity == entity]
        found += _left_out(rows, short_of, there, case.lexicon)
        found += _unknown(one, there, case.lexicon) if rows else ()
        if not there:
            found += _all_met(short_of, [s for s in met if s.sheet is sheet])
        found += _said(one, case, lower, short)
    return breach.findings(rules, found)


def _rows(one: Ledger) -> Iterator[TargetRow]:
    """The rows of tables that tell target and outcome of one year."""
    for place in sorted(one.entries):
        if place.standing != OUTCOME:
            continue
        aim = Coordinates(place.entity, place.period, TARGET, place.scope)
        for (name, side), actuals in one.entries[place].items():
            targets = [f for f in one.facts(aim, name, side) if "table" in f.mention.traits]
            told = [f for f in actuals if "table" in f.mention.traits]
            if len(targets) == 1 and len(told) == 1 and targets[0].like(told[0]):
                yield TargetRow(targets[0], told[0])


def falls_short(row: TargetRow, lower: Sequence[str], short: Fraction) -> bool:
    """Whether an outcome clearly misses its target, whichever way is the better."""
    target, actual = row.target.quantity, row.actual.quantity
    aim = target.base_value
    slack = abs(aim) * short
    if target.bound in (Bound.AT_MOST, Bound.NEAR) or any(w in row.name for w in lower):
        return actual.expected.low is not None and actual.expected.low > aim + slack
    return actual.expected.high is not None and actual.expected.high < aim - slack


def _left_out(
    rows: Sequence[TargetRow], short_of: Sequence[TargetRow], said: Sequence[TargetsTold], lexicon: Lexicon
) -> Iterator[Breach]:
    """Rows that clearly fall short and that no list of such names, where one of the lists claims to be whole."""
    lists = [s for s in said if sum(s.names(r.name, lexicon) for r in rows) > 1 or s.counts]
    lists = [s for s in lists if any(s.names(r.name, lexicon) for r in short_of)]
    whole = [s for s in lists if not s.open]
    if not whole or any(s.but_for for s in whole):
        return
    for row in short_of:
        if any(s.names(row.name, lexicon) for s in lists):
            continue
        places = [s.sheet.passage(s.place.start, s.place.end) for s in (*whole, *(s for s in lists if s.open))]
        yield _breach("left out", row, places, whole[0])


def _unknown(one: Ledger, said: Sequence[TargetsTold], lexicon: Lexicon) -> Iterator[Breach]:
    """Rows without an outcome that a sentence says to have missed their target."""
    sheet = one.sheet
    for target in sheet.facts:
        key = target.key
        if key is None or "table" not in target.mention.traits or place_of(key).standing != TARGET:
            continue
        cell = no_outcome(sheet, target)
        outcome = Coordinates(place_of(key).entity, key.period, OUTCOME, key.scope)
        if not cell or one.facts(outcome, target.mention.name, SIDES[key.measure]):
            continue
        named = next(
            ((s.sheet, p) for s in said if (p := s.part_naming(target.mention.name, lexicon)) is not None), None
        )
        if named is not None:
            where, part = named
            place = where.passage(part.start, part.end)
            yield Breach("unknown", key, (place, target.place), cell, written(target), part.of(where.text))


def _all_met(short_of: Sequence[TargetRow], said: Sequence[TargetsTold]) -> Iterator[Breach]:
    for row in short_of if said else ():
        if not said[0].but_for:
            yield _breach("all met", row, [said[0].sheet.passage(said[0].place.start, said[0].place.end)], said[0])


def _said(one: Ledger, case: Case, lower: Sequence[str], short: Fraction) -> Iterator[Breach]:
    """Outcomes that the words behind them tell to have met or missed their target, and that clearly did not."""
    facts = one.sheet.facts
    for at, fact in enumerate(facts):
        if fact.key is None or place_of(fact.key).standing != OUTCOME or fact.quantity.bound is Bound.ABOUT:
            continue
        verdict = words_on_target(one.sheet, fact, facts[at + 1] if at + 1 < len(facts) else None)
        if verdict is None:
            continue
        aims = [verdict.aim] if verdict.aim is not None else _aims(fact, case)
        slack = short if verdict.aim is None else Fraction(0)
        if aims and all(aim.like(fact) and _contrary(verdict.said, fact, aim, lower, slack) for aim in aims):
            words = one.sheet.passage(verdict.place.start, verdict.place.end)
            yield Breach(
                case="said",
                key=fact.key,
                places=(fact.place, words, aims[0].place),
                stated=written(fact),
                derived=aims[0].quantity.value + aims[0].quantity.unit,
                how=verdict.place.of(one.sheet.text).strip("，、, "),
            )


def _aims(fact: Fact, case: Case) -> list[Fact]:
    """The targets of an outcome, in whatever document they are told."""
    assert fact.key is not None
    place, name = place_of(fact.key), term(fact.key, case.identities)
    aim = replace(place, standing=TARGET)
    return [f for one in case.ledgers for f in one.facts(aim, name, SIDES[fact.key.measure])]


def _contrary(said: str, outcome: Fact, aim: Fact, lower: Sequence[str], slack: Fraction) -> bool:
    """Whether an outcome and its target say the contrary of the words: 1150个，超额完成 where 1200个 were meant."""
    done, meant = outcome.quantity.expected, aim.quantity
    # 5万亩 that are meant are 50000亩, and not about as many
    asked = meant.expected if meant.bound is Bound.ABOUT else Interval.point(meant.base_value)
    room = abs(meant.base_value) * slack
    under = done.high is not None and asked.low is not None and done.high < asked.low - room
    over = done.low is not None and asked.high is not None and done.low > asked.high + room
    if said in ("above", "below"):
        return outcome.quantity.base_value > 0 and (under if said == "above" else over)
    down = said == "held" or meant.bound is Bound.AT_MOST
    down = down or any(word in outcome.mention.name for word in lower)
    reached, missed = (under, over) if down else (over, under)
    return reached if said == "missed" else missed


def _breach(case: str, row: TargetRow, places: Sequence[Passage], said: TargetsTold) -> Breach:
    return Breach(
        case=case,
        key=row.actual.mention.key,
        places=(row.actual.place, *places, row.target.place),
        stated=written(row.actual),
        derived=written(row.target),
        how=said.said,
    )
