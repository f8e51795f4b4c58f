"""Rules as people read them: an overview, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from consistency.report.escaping import flowing
from consistency.report.lines import Line, shown
from consistency.report.text import WIDTH
from consistency.report.wording import said, say

if TYPE_CHECKING:
    from consistency.checks.rule import Rule


def overview(rules: Sequence[Rule], lang: str) -> str:
    """A line a rule: id, severity, kind, name."""
    rows = [(rule.id, say(lang, rule.severity.value), rule.kind, flowing(said(rule.name, lang))) for rule in rules]
    widths = [max((cell_len(row[column]) for row in rows), default=0) for column in range(3)]
    return "".join(
        "  ".join([*(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)), row[3]])
        + "\n"
        for row in rows
    )


def pages(rules: Sequence[Rule], lang: str, width: int | None) -> str:
    """A page for each rule: what it is called, how loud it is, why it is there."""
    return "\n".join(shown(_page(rule, lang), width or WIDTH, colour=False) for rule in rules)


def _page(rule: Rule, lang: str) -> Iterator[Line]:
    yield Line(Text(f"{rule.id} {flowing(said(rule.name, lang))}"), hang=2)
    for label, words in (("severity", say(lang, rule.severity.value)), ("kind", rule.kind)):
        yield Line(Text(f"{say(lang, label)}{say(lang, 'between')}{flowing(words)}"), indent=2)
    yield Line(Text(flowing(said(rule.why, lang))), indent=2)
