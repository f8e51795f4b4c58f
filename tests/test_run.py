"""One document that kills, fails or hangs what reads it is told of, and all others are checked."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from consistency import pipeline
from consistency.cli import main
from consistency.workers import within
from tests.domain import bulletin, found

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="processes the way of Unix")
ACTUAL = pipeline._read
COMPARED = pipeline.compared


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two documents that disagree, one that will be trouble, and a second's time for each."""
    for name, jobs in (("a.txt", 6521), ("b.txt", 6125), ("bad.txt", 6521)):
        (tmp_path / name).write_text(bulletin(f"全县城镇新增就业{jobs}人。"), encoding="utf-8")
    (tmp_path / "consistency.toml").write_text("[limits]\nseconds = 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def killed() -> None:
    """As the system does where memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)


def wrong() -> None:
    """A fault of ours."""
    raise ZeroDivisionError("收入")


def endless() -> None:
    """Never done."""
    while True:
        pass


def starved() -> None:
    """Out of memory, and told of it."""
    raise MemoryError


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", ".", "--format", "json", "--lang", "en", "--quiet", *arguments])


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("trouble", "code", "said"),
    [
        (killed, 2, "was killed twice"),
        (wrong, 3, "a fault of the program (ZeroDivisionError) and not of the document"),
        (endless, 2, "not read in full within 1 seconds"),
        (starved, 2, "for want of memory"),
    ],
)
def test_a_document_that_cannot_be_read_is_told_and_the_others_are_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, trouble: Callable[[], None], code: int, said: str, jobs: str
) -> None:
    if trouble is killed and jobs == "1":
        pytest.skip("there is no other process to be killed")

    def read(limits: Any, extractor: Any, told: Any) -> Any:
        if told[0] == "bad.txt":
            trouble()
        return ACTUAL(limits, extractor, told)

    monkeypatch.setattr(pipeline, "_read", read)
    done = run("--jobs", jobs)
    report = json.loads(done.stdout)
    assert done.exit_code == code
    assert [(error["path"], said in error["message"]) for error in report["errors"]] == [("bad.txt", True)]
    assert [document["path"] for document in report["documents"]] == ["a.txt", "b.txt"]
    assert report["findings"]
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("alone", "in_main_thread"), [(True, True), (False, True), (True, False)])
def test_a_document_that_takes_too_long_to_compare_is_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, alone: bool, in_main_thread: bool
) -> None:
    if not alone:  # then it is the one of most numbers
        (folder / "bad.txt").write_text(bulletin("全县城镇新增就业6521人，改造小区37个。"), encoding="utf-8")

    def compared(readings: Any, rules: Any, *company: Any) -> Any:
        if any(r.document.path == "bad.txt" for r in readings) and (alone or len(readings) > 1):
            endless()
        return COMPARED(readings, rules, *company)

    monkeypatch.setattr(pipeline, "compared", compared)
    if in_main_thread:
        done = run()
    else:
        with ThreadPoolExecutor(1) as other:
            done = other.submit(run).result()
    report = json.loads(done.stdout)
    assert done.exit_code == 2
    assert [e["path"] for e in report["errors"]] == ["bad.txt"]
    assert "not compared in full within 1 seconds" in report["errors"][0]["message"]
    assert report["findings"]


@pytest.mark.parametrize("shape", ["7", "三", "（", "的", "其中：", "甲、乙等"])
def test_a_line_of_one_thing_without_end_takes_the_time_of_its_length(shape: str) -> None:
    text = bulletin(shape * (30_000 // len(shape)), "全县城镇新增就业6521人。")
    with within(15):
        found(text)


def test_a_fact_told_hundreds_of_times_takes_the_time_of_its_length() -> None:
    text = bulletin("粮食产量7万吨，" * 300)
    with within(15):
        found(text, text)
