"""The kind `announced`: a numeral that sums up a list, “产业、乡村、城市三大建设”, against the list.

Cases: `fewer`, the numeral says one thing fewer than the list has; `more`, one more than a closed list has. A slip of
counting is by one: a numeral further off counts something else. `words` are names with a number of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from consistency.checks import breach
from consistency.checks.breach import Breach
from consistency.checks.case import Case
from consistency.checks.rule import Rule
from consistency.extract.relations.announced import Announced, announced
from consistency.extract.relations.sheet import Sheet
from consistency.model import Finding

CASES = frozenset({"fewer", "more"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES, "words": frozenset()}
LONGEST_NAME = 4  # characters of a name behind its counter: 两项补贴


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    names = tuple(w for r in rules for w in r.params.get("words", ()))
    return breach.findings(rules, (b for sheet in case.sheets for b in _breaches(sheet, names)))


def _breaches(sheet: Sheet, names: Sequence[str]) -> Iterator[Breach]:
    for told in announced(sheet.text):
        around = sheet.text[told.start : told.end + LONGEST_NAME]
        if any(name in around for name in names):
            continue
        if told.least - told.number == 1:
            yield _breach("fewer", sheet, told, told.least)
        elif told.number - told.most == 1 and not told.open:
            yield _breach("more", sheet, told, told.most)


def _breach(case: str, sheet: Sheet, told: Announced, number: int) -> Breach:
    start = max(told.start, told.end - 150)
    return Breach(
        case=case,
        key=None,
        indicator=told.word,
        period=sheet.reading.context.period,
        places=(sheet.passage(start, told.end),),
        stated=told.word,
        derived=str(number),
        how=told.shown,
    )
