"""The program as a process of its own: what it imports, and how it gets on with pipes and locales."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from consistency.__main__ import run

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]

# The program with a report that needs no document: many findings, so that a pipe cannot take them all at once.
WITH_A_REPORT = """
import pathlib, sys, types
from tests.report.samples import JOBS_DISAGREE, report
rules = types.SimpleNamespace(chosen=lambda select, ignore: rules, ids=(), lexicon=None)
configuration, pipeline = types.ModuleType("consistency.configuration"), types.ModuleType("consistency.pipeline")
absent = dict.fromkeys(("file", "baseline", "accepted", "limits"))
settings = types.SimpleNamespace(folder=pathlib.Path(), exclude=(), **absent)
configuration.find_configuration = configuration.load_configuration = lambda place: settings
configuration.configured_rules = lambda settings, folders: rules
pipeline.check = lambda paths, rules, **how: report([JOBS_DISAGREE] * 2000)
sys.modules |= {"consistency.configuration": configuration, "consistency.pipeline": pipeline}
from consistency.cli import main
main(["check", "a.txt", "--lang", "zh"])
"""

BUFFERED_OR_NOT = pytest.mark.parametrize("unbuffered", ["", "1"])


def start(*arguments: str, **variables: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("asked", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(asked: str) -> None:
    process = start("-X", "importtime", "-m", "consistency", asked)
    told, imports = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"consistency" in told
    names = {line.rsplit("|", 1)[-1].strip() for line in imports.decode().splitlines()}
    assert "consistency.cli" in names
    packages = {name.split(".")[0] for name in names}
    assert not packages & {"rich", "opencc", "regex", "jsonschema", "multiprocessing", "tomllib"}
    assert "consistency.model" not in names


def test_the_help_of_check_tells_the_exit_codes() -> None:
    process = start("-m", "consistency", "check", "--help")
    told = process.communicate(timeout=60)[0].decode()
    assert re.findall(r"^ +(\d+)  ", told.split("Exit codes:")[1], flags=re.MULTILINE) == ["0", "1", "2", "3", "130"]


@pytest.mark.parametrize(
    "variables", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_a_terminal_that_knows_ascii_only_gets_utf_8(variables: dict[str, str]) -> None:
    process = start("-c", WITH_A_REPORT, **variables)
    told, complaints = process.communicate(timeout=60)
    assert (process.returncode, complaints) == (1, b"")
    assert told.decode("utf-8").splitlines()[2].startswith("错误 CC101")


@BUFFERED_OR_NOT
def test_a_reader_who_has_seen_enough_causes_no_complaint(unbuffered: str) -> None:
    with start("-c", WITH_A_REPORT, PYTHONUNBUFFERED=unbuffered) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().decode().startswith("共报告 2000 处")
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("consistency --help | true", 0),
        ("consistency check 2>&1 >/dev/null | true", 2),
        ("consistency check none.txt 2>&1 >/dev/null | true", 2),
        ("consistency check none.txt >&- | true", 2),
        ("consistency check none.txt 2>&- | true", 2),
        ("consistency check - <&- >&- 2>&- | true", 2),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="has another shell")
def test_streams_that_are_closed_change_no_exit_code(command: str, code: int) -> None:
    words = command.replace("consistency", f"{sys.executable} -m consistency", 1) + "; exit ${PIPESTATUS[0]}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", words], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stdout + done.stderr) == (code, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@BUFFERED_OR_NOT
def test_a_full_disk_is_one_line(unbuffered: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", WITH_A_REPORT],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert "标准输出：无法写入：磁盘已满".encode() in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
def test_an_interrupt_ends_the_process_quietly() -> None:
    slow = WITH_A_REPORT.replace(
        "pipeline.check = lambda paths, rules, **how: report([JOBS_DISAGREE] * 2000)",
        "import time\npipeline.check = lambda *_, **__: (print('at work', flush=True), time.sleep(60))",
    )
    with start("-c", slow) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"at work\n"
        process.send_signal(signal.SIGINT)
        told, complaints = process.communicate(timeout=60)
    assert (process.returncode, told, complaints) == (130, b"", b"")


def test_an_interrupt_while_the_program_loads_is_one_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        @staticmethod
        def find_spec(name: str, *more: object) -> None:
            if name == "consistency.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "consistency.cli", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupted, *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 130
