"""Wherever and however the program is started, the same documents give the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.domain import bulletin, in_company, report

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
LOCALE = ("LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANGUAGE")
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


def texts() -> dict[str, str]:
    return {
        "bulletin.txt": bulletin(*in_company("全县城镇新增就业6521人。", "地区生产总值108.3亿元，增长5.2%。")),
        "report.txt": report(*in_company("全县城镇新增就业6125人。", "地区生产总值108.3亿元，增长5.6%。")),
    }


def checked(folder: Path, *arguments: str, where: str = ".", umask: int = 0o022, **variables: str) -> bytes:
    """The report on the documents of a folder as a file, made in surroundings of one's own."""
    environment = {name: value for name, value in os.environ.items() if name not in LOCALE}
    file = folder.parent / "report.json"
    command = [sys.executable, "-m", "consistency", "check", *arguments]
    done = subprocess.run(
        [*command, "--lang", "zh", "--format", "json", "--output", str(file)],
        cwd=folder / where,
        env={**environment, "PYTHONPATH": str(ROOT), **variables},
        capture_output=True,
        umask=umask,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    return file.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="has no umask and no such locales")
def test_neither_locale_nor_time_zone_nor_hash_nor_place_changes_a_byte(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    (folder / "within").mkdir(parents=True)
    for name, text in texts().items():
        (folder / name).write_text(text, encoding="utf-8")
    plain = checked(folder, "bulletin.txt", "report.txt", PYTHONHASHSEED="0", TZ="UTC")
    bare = checked(
        folder,
        "report.txt",
        "bulletin.txt",
        "--jobs",
        "2",
        umask=0o077,
        PYTHONHASHSEED="1",
        TZ="Pacific/Kiritimati",
        **ASCII,
    )
    chinese = checked(
        folder,
        "../bulletin.txt",
        "../report.txt",
        where="within",
        PYTHONHASHSEED="2",
        LANG="zh_CN.GB18030",
        TZ="Etc/GMT+12",
    )
    assert bare == plain
    assert chinese.replace(b"../", b"") == plain


def test_line_ends_of_windows_change_no_finding(tmp_path: Path) -> None:
    found = []
    for ends in ("\n", "\r\n"):
        folder = tmp_path / str(len(ends)) / "documents"
        folder.mkdir(parents=True)
        for name, text in texts().items():
            (folder / name).write_text(text, encoding="utf-8", newline=ends)
        report = json.loads(checked(folder, "."))
        found.append([(f["fingerprint"], f["message"]) for f in report["findings"]])
    assert found[0] == found[1] != []
