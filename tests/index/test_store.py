"""The index as a file: what it holds, and what becomes of it when things go wrong."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consistency.cli import main
from consistency.files import held
from consistency.index.contents import Content
from consistency.index.packing import Unpackable, pack, unpack
from consistency.index.store import Entered, KeptReading, Store, Unusable
from consistency.model import Context, Document, Reading
from tests.domain import bulletin, in_company, read, report

pytestmark = pytest.mark.slow

FILE = Path(".consistency/index.sqlite")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two documents that do not agree."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "consistency.toml").touch()
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text(bulletin(*in_company("全年粮食产量12.6万吨。")), encoding="utf-8")
    (documents / "b.txt").write_text(report(*in_company("粮食产量达到12.9万吨。")), encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--lang", "en"])


def reported(*options: str) -> str:
    return run("check", "documents", "--format", "json", *options).stdout


def test_a_reading_comes_back_as_it_was() -> None:
    there = read(bulletin(*in_company("粮食产量12.6万吨，其中小麦5万吨、稻谷8万吨。", "收入３．５億元，增長2%。")))
    assert unpack(pack(there), "a.txt") == there
    assert {m.document for m in unpack(pack(there), "other.txt").mentions} == {"other.txt"}


def test_tables_come_back_too() -> None:
    rows = ("| 指标 | 2023年(亿元) | 增长(%) |", "| 进出口 | 9.5 | 3.1 |", "| 出口 | 6.1 | 2.0 |", "| 进口 | 3.4 | 5 |")
    there = read(bulletin("外贸情况：", *rows))
    assert there.grids
    assert unpack(pack(there), "a.txt") == there


@pytest.mark.parametrize("data", [b"", b"noise", b"x\x9cc\x00\x00\x00\x01\x00\x01"])
def test_what_is_no_reading_is_refused(data: bytes) -> None:
    with pytest.raises(Unpackable):
        unpack(data, "a.txt")


def test_unchanged_documents_are_not_read_again() -> None:
    assert "2 documents, 2 of them read now" in run("index", "build", "documents").stdout
    assert "2 documents, 0 of them read now" in run("index", "update", "documents").stdout
    Path("documents/a.txt").rename("documents/c.txt")
    assert "2 documents, 0 of them read now" in run("index", "update", "documents").stdout
    Path("documents/c.txt").write_text(bulletin("全年粮食产量12.7万吨。"), encoding="utf-8")
    assert "2 documents, 1 of them read now, 1 old readings dropped" in run("index", "update", "documents").stdout
    Path("documents/b.txt").unlink()
    assert "1 documents, 0 of them read now, 1 old readings dropped" in run("index", "update", "documents").stdout


def test_a_check_takes_what_the_index_has(monkeypatch: pytest.MonkeyPatch) -> None:
    run("index", "build", "documents")
    plain = reported("--no-index")
    monkeypatch.setattr("consistency.pipeline.understood", None)  # nothing can be read any more
    assert reported() == plain


def test_what_the_project_says_of_a_document_makes_another_reading() -> None:
    run("index", "build", "documents")
    Path("documents/a.txt.toml").write_text('place = "云河市"\n', encoding="utf-8")
    assert '"云河市"' in reported()
    assert reported() == reported("--no-index")


@pytest.mark.parametrize("content", [b"no database at all" * 200, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_index_is_told_of_and_made_anew(content: bytes) -> None:
    plain = reported()
    FILE.parent.mkdir()
    FILE.write_bytes(content)
    found = run("check", "documents", "--format", "json")
    assert found.stdout == plain
    assert "not used" in found.stderr
    again = run("index", "update", "documents")
    assert "made anew" in again.stderr
    assert "2 documents, 2 of them read now" in again.stdout


def test_what_lies_in_the_place_of_the_index_leads_to_no_other_file() -> None:
    FILE.parent.mkdir()
    names = (".gitignore", "index.sqlite", "index.sqlite-journal")
    for at, name in enumerate(names):
        Path(f"{at}.md").write_text("of somebody", encoding="utf-8")
        (FILE.parent / name).symlink_to(f"../{at}.md")
    assert run("index", "update", "documents").exit_code == 0
    assert [Path(f"{at}.md").read_text("utf-8") for at in range(len(names))] == ["of somebody"] * len(names)
    assert run("index", "status").exit_code == 0


def test_another_programs_database_is_no_index() -> None:
    FILE.parent.mkdir()
    with sqlite3.connect(FILE) as other:
        other.execute("CREATE TABLE notes (words TEXT)")
    other.close()
    with pytest.raises(Unusable, match="foreign"), Store.opened(FILE):
        pass


def test_an_index_with_damaged_bytes_changes_no_report() -> None:
    plain = reported()
    run("index", "build", "documents")
    data = bytearray(FILE.read_bytes())
    for at in range(5000, len(data), 97):
        data[at] ^= 0x55
    FILE.write_bytes(data)
    assert reported() == plain
    run("index", "update", "documents")
    assert "2 readings" in run("index", "status").stdout
    assert reported() == plain


def kept_where_no_page_is_left(entry: KeptReading) -> None:
    with Store.opened(FILE) as store:
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        store.keep([entry], {"c.txt": Entered(entry.key, Content(b"", ""))})


def test_a_full_disk_loses_nothing() -> None:
    run("index", "build", "documents")
    plain = reported()
    large = Reading(Document("c.txt", "".join(map(chr, range(0x4E00, 0x9FA5)))), Context(), ())
    with pytest.raises(Unusable, match="full"):
        kept_where_no_page_is_left(KeptReading(b"new", pack(large), b"", b""))
    assert "2 documents, 2 readings" in run("index", "status").stdout
    assert reported() == plain


def test_a_run_that_is_killed_leaves_an_index() -> None:
    for number in range(20, 80):
        words = bulletin(*in_company(f"全年粮食产量{number}.6万吨。"))
        Path(f"documents/{number}.txt").write_text(words, encoding="utf-8")
    program = [sys.executable, "-m", "consistency", "index", "update", "documents"]
    going = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not FILE.exists() and going.poll() is None:
        time.sleep(0.01)
    time.sleep(0.3)
    going.send_signal(signal.SIGKILL)
    going.wait()
    assert "made anew" not in run("index", "update", "documents").stderr
    assert "62 documents, 62 readings" in run("index", "status").stdout


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    run("index", "build", "documents")
    program = [sys.executable, "-m", "consistency", "index", "update", "documents", "--lang", "en"]
    with held(FILE, lambda: None):
        going = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert going.stderr is not None
        assert "waiting" in going.stderr.readline()
        assert reported() == reported("--no-index")  # those that only read go on
    assert "2 documents, 0 of them read now" in going.communicate()[0]
