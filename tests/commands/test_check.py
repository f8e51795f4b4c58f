"""`consistency check`: what is asked of the stages, what is written where, and how it exits."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from consistency.commands.spoken import of_locale as language
from consistency.model import Severity
from consistency.toml_tables import ConfigurationError
from consistency.workers import Processes
from tests.report.samples import JOBS_DISAGREE, UNREAD, report

Run = Callable[..., Result]
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}


@pytest.mark.parametrize(
    ("worst", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("error", "warning", 1),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("error", "never", 0),
        (None, "warning", 0),
    ],
)
def test_findings_at_or_above_the_threshold_exit_1(
    run: Run, stages: Any, worst: str | None, fail_on: str, code: int
) -> None:
    stages.report = report([replace(JOBS_DISAGREE, severity=SEVERITIES[worst])] if worst else [])
    assert run("check", "a.txt", "--fail-on", fail_on).exit_code == code


def test_errors_fail_and_warnings_do_not_unless_told(run: Run, stages: Any) -> None:
    assert run("check", "a.txt").exit_code == 1
    stages.report = report([replace(JOBS_DISAGREE, severity=Severity.WARNING)])
    assert run("check", "a.txt").exit_code == 0


@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_a_document_that_could_not_be_read_exits_2_whatever_was_found(run: Run, stages: Any, fail_on: str) -> None:
    stages.report = report(problems=[UNREAD])
    done = run("check", "a.txt", "--lang", "en", "--fail-on", fail_on)
    assert done.exit_code == 2
    assert done.stderr == "附件.pdf: no reader for .pdf\n"
    assert "CC101" in done.stdout


def test_problems_stand_in_the_json_too(run: Run, stages: Any) -> None:
    stages.report = report(problems=[UNREAD])
    done = run("check", "a.txt", "--format", "json", "--lang", "zh")
    assert json.loads(done.stdout)["errors"] == [{"path": "附件.pdf", "message": "不支持的格式：.pdf"}]


def test_the_stages_get_what_was_asked(run: Run, stages: Any, tmp_path: Path) -> None:
    run("check", "甲.txt", "乙", "--jobs", "3", "--rules", str(tmp_path), "--select", "CC1,CC201", "--ignore", "CC102")
    assert stages.asked == {
        "paths": ("甲.txt", "乙"),
        "workers": Processes(3),
        "settings": Path(),
        "folders": (tmp_path,),
        "select": ("CC1", "CC201"),
        "ignore": ("CC102",),
        "rules": ("CC201", "CC101"),
    }


def test_lists_of_rules_may_be_repeated_and_spaced(run: Run, stages: Any) -> None:
    run("check", "a.txt", "--select", "CC101, CC102", "--select", "CC2")
    assert stages.asked["select"] == ("CC101", "CC102", "CC2")


def test_a_list_of_no_rules_is_not_all_of_them(run: Run) -> None:
    done = run("check", "a.txt", "--select", " , ")
    assert done.exit_code == 2
    assert "names no rule" in done.stderr


def test_an_unknown_rule_is_one_line_with_the_nearest(run: Run) -> None:
    done = run("check", "a.txt", "--select", "CC9")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "consistency: no rule CC9; the nearest are CC101, CC102\n"


def test_broken_configuration_is_one_line(run: Run, stages: Any) -> None:
    stages.failure = ConfigurationError("checks.toml: rule[3].kind: unknown\x1b[2J\nkind")
    done = run("check", "a.txt")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "rule[3].kind" in done.stderr
    assert "\x1b" not in done.stderr


def test_an_interrupt_is_quiet(run: Run, stages: Any) -> None:
    stages.failure = KeyboardInterrupt()
    done = run("check", "a.txt")
    assert (done.exit_code, done.output) == (130, "")


def test_a_fault_of_ours_is_one_line_that_asks_for_a_report_and_never_1(run: Run, stages: Any) -> None:
    stages.failure = ZeroDivisionError("什么\x1b[2J也没有")
    done = run("check", "a.txt")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert re.match(r"consistency \d+\.\d+.*: ZeroDivisionError in commands/checking\.py:\d+\. ", done.stderr)
    assert "SECURITY.md" in done.stderr


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (PermissionError(13, "Permission denied", "a/index"), "a/index: cannot be used: Permission denied"),
        (OSError(28, "No space left on device"), "the system refuses: No space left on device"),
        (OSError(24, "Too many open files", "popen_fork.py"), "the system refuses: Too many open files"),
        (FileNotFoundError(2, "No such file or directory"), "the folder it is called in is gone; change to another"),
        (MemoryError(), "memory does not suffice; give it fewer documents or --jobs"),
    ],
)
def test_what_the_system_refuses_is_one_line_and_no_fault_of_ours(
    run: Run, stages: Any, refused: Exception, said: str
) -> None:
    stages.failure = refused
    done = run("check", "a.txt")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr
    assert "Traceback" in run("--debug", "check", "a.txt").stderr


def test_what_led_to_a_fault_is_shown_where_asked_for(run: Run, stages: Any) -> None:
    stages.failure = ZeroDivisionError("什么\x1b[2J也没有")
    done = run("--debug", "check", "a.txt")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "Traceback" in done.stderr
    assert "ZeroDivisionError: 什么‹U+001B›[2J也没有" in done.stderr


def test_a_document_that_our_fault_kept_from_being_read_exits_3(run: Run, stages: Any) -> None:
    stages.report = report(problems=[replace(UNREAD, fault="Traceback\n  in a.py\n")])
    assert run("check", "a.txt").exit_code == 3
    assert "in a.py" not in run("check", "a.txt").stderr
    assert "in a.py" in run("--debug", "check", "a.txt").stderr


def test_a_report_goes_to_a_file_in_utf_8_and_without_colour(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "报告.txt"
    done = run("check", "a.txt", "--output", str(target), "--lang", "zh")
    assert (done.exit_code, done.output) == (1, "")
    assert target.read_bytes().decode("utf-8").startswith("错误 CC101")
    assert b"\x1b" not in target.read_bytes()


def test_a_file_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    done = run("check", "a.txt", "--output", str(tmp_path / "no folder" / "report.json"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith("report.json: cannot be written: No such file or directory\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "a.txt", "--selct", "CC101"),
        ("check", "a.txt", "--format", "yaml"),
        ("check", "a.txt", "--fail-on", "info"),
        ("check", "a.txt", "--jobs", "0"),
        ("check", "a.txt", "--lang", "fr"),
        ("check", "a.txt", "--rules", "no such folder"),
        ("chekc", "a.txt"),
    ],
)
def test_wrong_usage_exits_2_and_says_how_it_is_meant(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Usage: " in done.stderr


@pytest.mark.parametrize(
    ("variables", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_TW.UTF-8", "LC_MESSAGES": "de_DE"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(variables: dict[str, str], lang: str) -> None:
    assert language(variables) == lang


def test_lang_wins_over_the_locale(run: Run) -> None:
    assert run("check", "a.txt", LANG="zh_CN.UTF-8").stdout.startswith("错误")
    assert run("check", "a.txt", "--lang", "en", LANG="zh_CN.UTF-8").stdout.startswith("error")


def test_a_pipe_gets_no_colour(run: Run) -> None:
    assert "\x1b" not in run("check", "a.txt").stdout
