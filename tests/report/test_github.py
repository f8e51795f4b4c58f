"""Workflow commands: read back the way GitHub's runner reads them, within its limits, and none but ours."""

import re
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Report, Severity
from consistency.report import github
from tests.report.samples import (
    JOBS_DISAGREE,
    UNREAD,
    hostile,
    known,
    report,
)


class Command(NamedTuple):
    """A command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def parsed(line: str) -> Command | None:
    """A line of a step's log as the runner reads it: a command begins with two colons, and two more end its head."""
    match = re.match(r"\s*::(?P<head>.*?)::(?P<data>.*)\Z", line, re.DOTALL)
    if not match:
        return None
    name, _, rest = match["head"].partition(" ")
    pairs = (pair.split("=", 1) for pair in rest.split(",") if "=" in pair)
    return Command(name, {key: unescaped(value) for key, value in pairs}, unescaped(match["data"]))


def unescaped(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def read(of: Report, lang: str = "zh") -> tuple[list[Command], list[str]]:
    """The commands of a report and the other lines."""
    lines = github.render(of, lang=lang).split("\n")
    assert lines.pop() == ""
    commands = [parsed(line) for line in lines]
    return [c for c in commands if c], [line for line, c in zip(lines, commands, strict=True) if not c]


def test_an_annotation_stands_at_the_primary_place_and_tells_of_the_others() -> None:
    (first, second), _ = read(report())
    assert first.name == "error"
    assert first.properties == {
        "file": "工作报告.txt",
        "line": "3",
        "endLine": "3",
        "col": "18",
        "endColumn": "28",
        "title": "CC101 数值不一致",
    }
    assert first.data.splitlines()[0] == "6.5万人与超5.5万人不一致"
    assert "统计公报.txt:3:3  超5.5万人 → 大于 55,000、不超过 60,500 人" in first.data
    assert "线索：两数只差一位数字" in first.data
    assert second.name == "warning"


def test_the_last_line_sums_up() -> None:
    _, lines = read(report(), "en")
    assert lines == ["Findings: 2 (error 1, warning 1, info 0)."]
    assert read(report([]), "en")[1] == ["Nothing was found to disagree."]


def test_what_could_not_be_read_is_an_error() -> None:
    (problem, *_), _ = read(report(problems=[UNREAD]), "en")
    assert (problem.name, problem.properties["file"]) == ("error", "附件.pdf")
    assert problem.data == "no reader for .pdf"


def test_no_kind_has_more_than_github_shows_and_the_rest_is_counted() -> None:
    findings = [replace(JOBS_DISAGREE, severity=severity) for severity in Severity for _ in range(14)]
    commands, lines = read(report(findings, problems=[UNREAD]), "en")
    names = [command.name for command in commands]
    assert [names.count(name) for name in ("error", "warning", "notice")] == [10, 10, 10]
    assert lines[-1].startswith("13 more are not annotated")


def test_accepted_findings_are_counted_and_not_annotated() -> None:
    commands, lines = read(report([known(JOBS_DISAGREE, "unchanged"), known(JOBS_DISAGREE, "new")]), "en")
    assert len(commands) == 1
    assert lines == ["Findings: 1 (error 1, warning 0, info 0).", "1 more were known or accepted before."]


HOSTILE = "甲\r\n::error::x%0A::stop-commands::t,file=b:c::\u202e\x1b[31m##[add-mask]x"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_document_gives_no_command(lang: str) -> None:
    commands, lines = read(hostile(HOSTILE), lang)
    assert [command.name for command in commands] == ["error"] * 3
    assert set(commands[1].properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
    assert not [line for line in lines if "::" in line or "##[" in line]
    raw = github.render(hostile(HOSTILE), lang=lang)
    assert not [c for c in raw if c != "\n" and not c.isprintable()]


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_command_is_read_back_as_it_was_meant(message: str, file: str) -> None:
    line = github.command("error", message, file=file)
    assert "\n" not in line
    found = parsed(line)
    assert found is not None
    assert (found.name, set(found.properties)) == ("error", {"file"})
    if message.replace("\n", "").isprintable() and file.isprintable():
        assert (found.data, found.properties["file"]) == (message, file)
