"""Rules as people read them."""

from dataclasses import dataclass, field
from typing import Any

from rich.cells import cell_len

from consistency.model import Severity
from consistency.report import rule_pages


@dataclass(frozen=True)
class Written:
    """A rule with no more than its pages need."""

    id: str
    name: dict[str, str]
    kind: str = "values"
    severity: Severity = Severity.ERROR
    why: dict[str, str] = field(default_factory=dict)


RULES: list[Any] = [
    Written("CC101", {"zh": "数值不一致", "en": "values disagree"}, why={"zh": "同一指标只应有一个数。" * 8}),
    Written("CC2010", {"zh": "分项之和", "en": "sum of parts"}, "sum", Severity.WARNING, {"zh": "分项应合成总数。"}),
]


def test_the_overview_has_a_line_for_each_rule() -> None:
    assert rule_pages.overview(RULES, "zh").splitlines() == [
        "CC101   错误  values  数值不一致",
        "CC2010  警告  sum     分项之和",
    ]


def test_a_page_tells_why_the_rule_is_there_within_the_width() -> None:
    page = rule_pages.pages(RULES[:1], "zh", 40)
    assert page.startswith("CC101 数值不一致\n  级别：错误\n  类别：values\n")
    assert page.count("同一指标只应有一个数") + page.count("\n") > 8
    assert max(cell_len(line) for line in page.splitlines()) <= 40


def test_pages_stand_apart() -> None:
    assert rule_pages.pages(RULES, "zh", 80).count("\n\n") == 1
