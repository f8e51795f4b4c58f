"""The report with a line a finding: places that can be clicked, severities that programs know."""

from __future__ import annotations

from consistency.report import concise
from tests.report.samples import JOBS_DISAGREE, hostile, known, report


def test_a_line_tells_place_severity_rule_and_message() -> None:
    first, *_ = concise.render(report([JOBS_DISAGREE]), lang="zh").splitlines()
    assert first == "工作报告.txt:3:18: error CC101 6.5万人与超5.5万人不一致"


def test_it_ends_with_the_counts_unless_brief() -> None:
    assert concise.render(report([JOBS_DISAGREE]), lang="zh").splitlines()[1:] == [
        "共报告 1 处：错误 1，警告 0，提示 0。"
    ]
    assert len(concise.render(report([JOBS_DISAGREE]), lang="zh", brief=True).splitlines()) == 1


def test_a_finding_is_one_line_whatever_is_in_it() -> None:
    found = hostile("甲\n\x1b[31m\u202e乙")
    lines = concise.render(found, lang="en", brief=True).splitlines()
    assert len(lines) == len(found.findings)
    assert all(line.isprintable() and ": error CC101 " in line for line in lines)


def test_what_was_known_before_is_not_listed() -> None:
    assert concise.render(report([known(JOBS_DISAGREE)]), lang="zh", brief=True) == ""
