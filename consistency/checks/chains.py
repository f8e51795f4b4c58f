"""The kind `chain`: sums that a text does in words or signs, “收入60亿元，加补助20亿元，总计80亿元”, “60+140=200”.

Cases: `chain`, an account of what is added and taken away up to its total; `written`, a sum with + and =.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from consistency.checks import breach
from consistency.checks.amounts import total
from consistency.checks.breach import Breach, figures, shown, written
from consistency.checks.case import Case
from consistency.checks.rule import Rule
from consistency.extract.meaning import rounded
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.interval import Interval
from consistency.model import Finding

CASES = frozenset({"chain", "written"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
OPENING = re.compile(r"(?<=[，。;])(?:再|另)?(?P<sign>加上?|减去?|扣除)(?!快|强|大|速|上年同期|税|负|排|少|轻)")
TURN = re.compile(r"(?:^|[，;、])(?:再|并|另)?(?P<sign>加上?|减去?|扣除)(?!快|强|大|速|税|负|排|少|轻)")
END = re.compile(r"(?:总计|合计|共计|总量|支出安排|可安排[^，。;]{0,8}|可用财力)[^，。;\d]{0,6}$")
SUM = re.compile(
    r"(?<![\d.+=])(?P<terms>\d+(?:\.\d+)?(?:\s*\+\s*\d+(?:\.\d+)?)+)\s*=\s*(?P<made>\d+(?:\.\d+)?)(?![\d.+])"
)
LEAST = 2  # numbers on the left of a chain


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found: list[Breach] = []
    for sheet in case.sheets:
        found += (b for opening in OPENING.finditer(sheet.text) if (b := _chain(sheet, opening)) is not None)
        found += _written(sheet)
    return breach.findings(rules, found)


def _chain(sheet: Sheet, opening: re.Match[str]) -> Breach | None:
    """The account that goes on from the amount before 加 or 减: every item with a number, the last a total."""
    sentence = sheet.sentence(opening.start())
    base = _base(sheet, opening.start())
    if base is None or TURN.search(sheet.text[base.end : opening.start()]):
        return None
    items: list[tuple[int, Fact]] = [(1, base)]
    sign, at = 1, opening.start() - 1
    for fact in sheet.within(opening.end(), sentence.end):
        between = sheet.text[at : fact.start]
        if not fact.is_amount or not fact.like(base):
            return None
        if END.search(between):
            return judged("chain", items, fact)
        turn = TURN.search(between)
        sign = sign if turn is None else -1 if turn["sign"][0] in "减扣" else 1
        if _unnumbered(between):
            return None
        items.append((sign, fact))
        at = fact.end
    return None


def _base(sheet: Sheet, at: int) -> Fact | None:
    """The last amount of the sentence that a chain continues, or of the one before; its total where it lists parts."""
    sentence = sheet.sentence(at - 1)
    parts = sheet.text.find("其中", sentence.start, at)
    facts = [f for f in sheet.within(sentence.start, parts if parts >= 0 else at) if f.is_amount]
    return facts[-1] if facts else None


def _unnumbered(between: str) -> bool:
    """Whether words between two numbers hold an item without one: “加上结算补助、调入资金等”."""
    body = re.sub(r"\([^()]*\)", "", between).strip("，;、 ")
    return "等" in body or bool(re.search(r"[，;、]", body))


def judged(case: str, items: Sequence[tuple[int, Fact]], end: Fact) -> Breach | None:
    """The breach of an account whose items, added and taken away, do not make its end."""
    reached = total(f.quantity.stated.scaled(sign) for sign, f in items)
    if len(items) < LEAST or reached.meets(end.quantity.stated):
        return None
    exact = sum((sign * f.quantity.base_value for sign, f in items), Fraction(0))
    items = sorted(items, key=lambda item: -item[0]) if items[0][0] < 0 else items
    how = written(items[0][1]) + "".join(f" {'+' if s > 0 else '−'} {written(f)}" for s, f in items[1:])
    return Breach(
        case=case,
        key=end.mention.key,
        indicator=end.mention.name,
        places=(end.place, *(f.place for _, f in items)),
        stated=written(end),
        derived=shown(exact, end.quantity),
        how=how,
    )


def _written(sheet: Sheet) -> Iterator[Breach]:
    """Sums written out that do not come out."""
    for found in SUM.finditer(sheet.text):
        terms = [t.strip() for t in found["terms"].split("+")]
        reached = total(_stands_for(t) for t in terms)
        if reached.meets(_stands_for(found["made"])):
            continue
        exact = sum((Fraction(t) for t in terms), Fraction(0))
        yield Breach(
            case="written",
            key=None,
            indicator=found.group(),
            places=(sheet.passage(found.start(), found.end()),),
            stated=found["made"],
            derived=figures(exact),
            how=" + ".join(terms),
        )


def _stands_for(text: str) -> Interval:
    """What a number written without unit can be: whole numbers are counts."""
    places = len(text.partition(".")[2])
    return rounded(Fraction(text), Fraction(1, 10**places)) if places else Interval.point(Fraction(text))
