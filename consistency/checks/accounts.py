"""The kind `account`: what a budget became, what spending leaves of revenue, and totals at the end of a sentence.

Cases: `changed`, “年初预算80亿元，调增2亿元，调整后82亿元”; `balance`, “收入总计80亿元，支出总计75亿元，收支相抵，
结余5亿元”; `totalled`, “甲项3亿元，乙项2亿元，合计5亿元”, where no run of amounts before the total makes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from consistency.checks import breach
from consistency.checks.amounts import total
from consistency.checks.breach import Breach
from consistency.checks.case import Case
from consistency.checks.chains import judged
from consistency.checks.rule import Rule
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.model import Finding

CASES = frozenset({"changed", "balance", "totalled"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES}
CHANGE = re.compile(r"(?:调增|追加|调减|核减)[^，。;\d]{0,14}$")
CHANGED = re.compile(r"(?:调整后|调整为|变更为|变动后)[^，。;\d]{0,14}$")
BALANCED = re.compile(r"收支(?:总量)?相抵[^。;\d]{0,8}(?:结余|结转|盈余|赤字)[^，。;\d]{0,8}$")
TOTALS = r"(?!相抵)[^，。;]{0,8}(?:总计|合计|总量|共计)[^，。;\d]{0,6}$"
SIDES = ("收入", "支出")
TOTALLED = re.compile(r"(?:^|[，;、])(?:两项|三项|四项|以上|上述)?(?:合计|共计|总计)(?:为|达到?)?$")
WINDOW = 40  # characters before a number in which its words are looked for
LINES = 3  # lines in which revenue, spending and what is left of it stand


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    found = (_breach(sheet, index) for sheet in case.sheets for index in range(2, len(sheet.facts)))
    return breach.findings(rules, (b for b in found if b is not None))


def _breach(sheet: Sheet, index: int) -> Breach | None:
    """The account that ends at a number and does not come out, if one does."""
    if not sheet.facts[index].is_amount:
        return None
    return _changed(sheet, index) or _balanced(sheet, index) or _totalled(sheet, index)


def _changed(sheet: Sheet, index: int) -> Breach | None:
    """A budget as first told, by how much it was changed, and what it became."""
    first, change, last = sheet.facts[index - 2 : index + 1]
    if not (first.is_amount and first.like(change) and first.like(last) and CHANGED.search(_words(sheet, last))):
        return None
    told = CHANGE.search(_words(sheet, change))
    if told is None or "预算" not in sheet.text[max(0, first.start - WINDOW) : first.start]:
        return None
    if "。" in sheet.text[first.end : last.start]:
        return None
    return judged("changed", [(1, first), (-1 if "减" in told.group() else 1, change)], last)


def _balanced(sheet: Sheet, index: int) -> Breach | None:
    """Revenue and spending, as totals or else as they are, and what is left of them."""
    left = sheet.facts[index]
    words = sheet.text[max(sheet.paragraph(left.start).start, left.start - WINDOW) : left.start]
    if not BALANCED.search(words):
        return None
    start = left.start
    for _ in range(LINES):
        start = sheet.paragraph(max(0, start - 1)).start
    before = [f for f in sheet.within(start, left.start) if f.is_amount and f.like(left)]
    sides = [[f for f in before if re.search(side + TOTALS, _words(sheet, f))] for side in SIDES]
    if not any(sides):  # no totals: revenue and spending themselves, told once each
        sides = [[f for f in before if re.search(side + r"(?:完成|为|达)?$", _words(sheet, f))] for side in SIDES]
        if any(len(told) != 1 for told in sides):
            return None
    if not all(sides):
        return None
    revenue, spending = (told[-1] for told in sides)
    sign = -1 if "赤字" in words else 1
    return judged("balance", [(sign, revenue), (-sign, spending)], left)


def _totalled(sheet: Sheet, index: int) -> Breach | None:
    """Amounts of one sentence and their total at its end, where no run of them before it makes the total."""
    last = sheet.facts[index]
    sentence = sheet.sentence(last.start)
    words = sheet.text[max(sentence.start, last.start - WINDOW) : last.start]
    if not TOTALLED.search(words):
        return None
    items = [f for f in sheet.within(sentence.start, last.start) if f.is_amount and f.like(last)]
    items = [f for f in items if not _in_brackets(sheet, sentence.start, f)]
    if len(items) < 2 or any(breach.loose(f) for f in (*items, last)):
        return None
    runs = [items[start:] for start in range(len(items) - 1)]
    if any(total(f.quantity.stated for f in run).meets(last.quantity.stated) for run in runs):
        return None
    return judged("totalled", [(1, f) for f in items], last)


def _in_brackets(sheet: Sheet, start: int, fact: Fact) -> bool:
    before = sheet.text[start : fact.start]
    return before.count("(") > before.count(")")


def _words(sheet: Sheet, fact: Fact) -> str:
    """The words before a number, up to the number before it."""
    return re.split(r"\d", sheet.text[max(0, fact.start - WINDOW) : fact.start])[-1]
