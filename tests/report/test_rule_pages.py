"""Rules as people read them."""

import re
from dataclasses import dataclass, field
from typing import Any

from rich.cells import cell_len

from consistency.checks.measured import Measured
from consistency.engine import load_rules
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


def test_everything_about_a_rule_takes_in_its_examples_and_how_it_did() -> None:
    rule = load_rules().rule("CC202")
    told = rule_pages.manual([rule], {"CC202": Measured(true=3, false=1, missed=2)}, "zh", 200)
    assert told.startswith(rule_pages.pages([rule], "zh", 200))
    lines = told.splitlines()
    at = lines.index("  会报告：")
    assert lines[at + 1 : at + 3] == [
        "    - 青山县2023年国民经济和社会发展统计公报",
        "      全年完成房地产开发投资7.2亿元，其中住宅投资41.6亿元。",
    ]
    assert "  不会报告：" in lines[at + 3 :]
    assert "标注文件中报告正确 3 处、误报 1 处、遗漏 2 处" in told
    assert "accepted.toml" in lines[-2] or "baseline write" in lines[-2]
    assert lines[-1] == f"  所在文件：{rule.source}"


def test_the_file_of_a_rule_is_told_unbroken() -> None:
    rule = load_rules().rule("CC202")
    assert rule_pages.manual([rule], {}, "zh", 20).splitlines()[-1].endswith(rule.source)


def test_what_was_never_measured_is_not_made_up() -> None:
    assert "measured" not in rule_pages.manual([load_rules().rule("CC202")], {}, "en", 80)


def test_chinese_pages_have_chinese_words_for_kinds_and_for_what_messages_fill_in() -> None:
    rules = load_rules()
    for rule in (rules.rule(id_) for id_ in rules.ids):
        assert rule_pages.kind_words(rule, "zh") != rule.kind
        assert set(re.findall(r"\{(\w+)\}", rule.message["zh"])) <= rule_pages.FILLED.keys()
