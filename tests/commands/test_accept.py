"""Decisions by fingerprint: found in documents or in a report, written down, taken back; and a check that goes on."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest
from click.testing import CliRunner, Result

from consistency.acceptance.accepted import Accepted, Decided, read_accepted
from consistency.cli import main
from tests.commands.test_gates import folder, reported
from tests.domain import document

__all__ = ["folder"]
ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.usefixtures("folder"), pytest.mark.slow]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--lang", "en"], catch_exceptions=False)


def fingerprints() -> dict[str, str]:
    """The fingerprints of what the documents disagree about, by indicator."""
    return {finding["key"]["indicator"]: finding["fingerprint"] for finding in reported("check", ".")["findings"]}


def kept() -> tuple[Accepted, ...]:
    return read_accepted(Path("accepted.toml"))


def settings() -> None:
    Path("consistency.toml").write_text('accepted = "accepted.toml"\n', encoding="utf-8")
    Path("accepted.toml").touch()


def test_a_finding_that_is_accepted_calls_nobody_any_longer() -> None:
    settings()
    every = fingerprints()
    assert run("check", ".").exit_code == 1
    done = run(
        "accept", *(word[:10] for word in every.values()), "--why", "快报数", "--who", "王", "--until", "2999-12-31"
    )
    assert done.exit_code == 0, done.stderr
    assert {entry.finding for entry in kept()} == set(every.values())
    assert {(entry.who, entry.why, str(entry.until)) for entry in kept()} == {("王", "快报数", "2999-12-31")}
    about_jobs = next(entry for entry in kept() if entry.finding == every["城镇新增就业"])
    assert set(about_jobs.sources) == {"published/公报.txt", "published/报告.txt", "新闻.txt"}
    assert run("check", ".").exit_code == 0
    assert run("accept", *every.values(), "--undo").exit_code == 0
    assert run("check", ".").exit_code == 1
    assert kept() == ()


def test_a_report_tells_the_findings_too_and_nothing_is_checked_again() -> None:
    Path("findings.json").write_text(run("check", ".", "--format", "json").stdout, encoding="utf-8")
    every = fingerprints()
    for file in ("新闻.txt", "published/公报.txt"):
        Path(file).unlink()
    done = run("accept", every["城镇新增就业"], "--verdict", "false alarm", "--report", "findings.json")
    assert done.exit_code == 0, done.stderr
    assert 'check does not read it until consistency.toml says accepted = "accepted.toml"' in done.stderr
    (only,) = kept()
    assert (only.verdict, only.why, only.rule) == (Decided.FALSE_ALARM, "", "CC101")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("zzz", "--why", "x"), "zzz: no finding of this folder; name others with --documents has this fingerprint"),
        (("", "--why", "x"), ": no finding of"),
        (("zzz",), "Say --why: to accept is to answer for it."),
        ((), "Name a fingerprint, or --from a file with decisions."),
        (("zzz", "--undo"), "zzz: no finding of accepted.toml has this fingerprint"),
        (("zzz", "--why", "x", "--report", "新闻.txt"), "新闻.txt: no report of consistency check --format json"),
        (("zzz", "--why", "x", "--until", "soon"), "'soon' does not match the format '%Y-%m-%d'"),
    ],
)
def test_what_cannot_be_decided_is_told_in_a_line(arguments: tuple[str, ...], said: str) -> None:
    done = run("accept", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("accepted.toml").exists()


@pytest.mark.parametrize("fingerprint", ["5", "null", "true", "[]", "{}"])
def test_a_report_whose_fingerprints_are_no_words_is_none(fingerprint: str) -> None:
    Path("findings.json").write_text(
        f'{{"findings": [{{"fingerprint": {fingerprint}, "rule": "CC101", "claims": []}}]}}', encoding="utf-8"
    )
    done = run("accept", "5", "--why", "x", "--report", "findings.json")
    assert (done.exit_code, "findings.json: no report of consistency check" in done.stderr) == (2, True)


def test_words_that_no_file_can_hold_leave_a_file_that_can_be_read() -> None:
    Path("findings.json").write_text(
        '{"findings": [{"fingerprint": "abc", "rule": "CC101", "claims": []}]}', encoding="utf-8"
    )
    done = run("accept", "abc", "--why", "\udcff", "--report", "findings.json")
    assert done.exit_code == 0, done.output
    assert [entry.finding for entry in kept()] == ["abc"]


def test_decisions_of_a_page_are_taken_over() -> None:
    Path("decisions.toml").write_text(
        '[[accepted]]\nfinding = "aaa1"\nverdict = "done"\nwho = "王"\nnote = "已改"\n', encoding="utf-8"
    )
    assert run("accept", "--from", "decisions.toml").exit_code == 0
    (only,) = kept()
    assert (only.finding, only.verdict, only.note) == ("aaa1", Decided.DONE, "已改")


def until(holds: Callable[[], bool]) -> None:
    end = monotonic() + 60
    while not holds():
        assert monotonic() < end, "nothing came of it"
        sleep(0.1)


def test_a_check_goes_on_and_reports_anew_what_changes(folder: Path) -> None:
    report = folder / "findings.txt"
    arguments = ("check", "新闻.txt", "--against", "published", "--watch", "--lang", "en", "--output", str(report))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    watching = subprocess.Popen(
        [sys.executable, "-m", "consistency", *arguments], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: report.exists() and "82.1" in report.read_text(encoding="utf-8"))
        (folder / "新闻.txt").write_text(document("新闻.txt", "80.3", "6521"), encoding="utf-8")
        until(lambda: "82.1" not in report.read_text(encoding="utf-8"))
        assert watching.poll() is None
        watching.send_signal(signal.SIGTERM)
        assert watching.wait(30) == 143
    finally:
        watching.kill()
        watching.wait()


def test_the_standard_input_cannot_be_watched() -> None:
    done = run("check", "-", "--watch")
    assert (done.exit_code, "cannot see the standard input change" in done.stderr) == (2, True)
