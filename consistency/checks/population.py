"""The kind `population`: a number of persons above the number of people there are.

`times` is from how many hundredths of the population on a count is reported; `units` are those that persons are counted
in; `words` name what may well be counted more often than there are people: passengers, visitors, services, all that is
counted year after year; `elsewhere`, in the sentence before a number, that it is of a larger place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from consistency.checks import breach
from consistency.checks.breach import Breach, outcome, written
from consistency.checks.case import Case
from consistency.checks.causes import SCALES, Cause
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Finding, Measure
from consistency.places import place_tail

PARAMS: Mapping[str, frozenset[str] | None] = {
    **{name: frozenset() for name in ("population", "units", "words", "elsewhere")},
    "times": None,
}
DEFAULT_TIMES = 150  # per cent of the residents: a city can have half as many on its registers again
SUSPECT = 20  # so many times the population: a scale word too many is likely


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found: list[Finding] = []
    for rule in rules:
        people = _populations(case, rule)
        above = (b for sheet in case.sheets for b in _above(sheet, people, rule))
        found += breach.merged(breach.finding(rule, b) for b in above)
    return found


def _populations(case: Case, rule: Rule) -> dict[str, list[tuple[Sheet, Fact]]]:
    """The numbers of people told of each place, the largest first."""
    names, units = rule.params.get("population", ()), rule.params.get("units", ())
    told: dict[str, list[tuple[Sheet, Fact]]] = defaultdict(list)
    for sheet in case.sheets:
        for fact in sheet.facts:
            key = fact.key
            if key is None or key.measure is not Measure.COUNT or key.indicator not in names or key.scope or key.whole:
                continue
            if outcome(key) and fact.quantity.base_unit in units:
                told[place_tail(key.entity)].append((sheet, fact))
    return {p: sorted(f, key=lambda f: (-f[1].quantity.base_value, f[0].path)) for p, f in told.items()}


def _above(sheet: Sheet, people: Mapping[str, Sequence[tuple[Sheet, Fact]]], rule: Rule) -> Iterator[Breach]:
    """The persons counted in a document that are more than there are people, by the largest number told of them."""
    told = people.get(place_tail(sheet.reading.context.entity), ())
    near = [(s, f) for s, f in told if s is sheet] or list(told)
    if not near:
        return
    _, whole = near[0]
    share = Fraction(rule.params.get("times", [DEFAULT_TIMES])[0], 100)
    for fact in sheet.facts:
        if not _counts_persons(sheet, fact, rule) or whole.quantity.stated.high is None:
            continue
        low = fact.quantity.stated.low
        if low is not None and low > whole.quantity.stated.high * share:
            yield _breach(fact, whole)


def _counts_persons(sheet: Sheet, fact: Fact, rule: Rule) -> bool:
    """Whether a number counts persons of the place, each once."""
    key = fact.key
    if key is None or key.measure is not Measure.COUNT or not outcome(key):
        return False
    if fact.quantity.base_unit not in rule.params.get("units", ()):
        return False
    if key.indicator.endswith(tuple(rule.params.get("population", ()))):
        return False  # 外来常住人口 too
    around = sheet.text[max(sheet.sentence(fact.start).start, fact.start - 30) : fact.start]
    near = re.split(r"[。;]", around)[-1]
    words = key.indicator + near + sheet.text[fact.end : fact.end + 8].partition("，")[0]
    if any(w in near for w in rule.params.get("elsewhere", ())):
        return False
    return not any(w in words for w in rule.params.get("words", ()))


def _breach(fact: Fact, whole: Fact) -> Breach:
    times = fact.quantity.base_value / whole.quantity.base_value
    scale = SCALES[4]
    suspect = fact.quantity.unit.startswith(scale) and times >= SUSPECT
    told = Cause("scale word added", scale).told(written(fact)) if suspect else None
    return Breach(
        case="",
        key=fact.mention.key,
        places=(fact.place, whole.place),
        stated=written(fact),
        derived=written(whole),
        how=breach.figures(times, Fraction(1, 10)),
        suggestion=told,
    )
