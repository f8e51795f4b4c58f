"""The work behind the page: drafts against an archive, dropped, changed, decided on, exported."""

from __future__ import annotations

import csv
import io
import json
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote

from click.testing import CliRunner
from openpyxl import load_workbook

from consistency.acceptance.accepted import Decided, read_accepted
from consistency.acceptance.decisions import withdraw
from consistency.cli import main
from tests.domain import document
from tests.serve.pages import TOKEN, Served, served

ACCEPT = {"verdict": "accept", "who": "李", "why": "快报数", "until": "2999-12-31", "note": ""}


def messages(found: Any) -> set[str]:
    return {finding["message"].split("（")[0] for finding in found["findings"]}


def drop(page: Served, name: str, text: str) -> None:
    answer = page.ask(f"drop?name={quote(name)}", "POST", text.encode(), Content_Type="application/octet-stream")
    assert answer.status == 200, answer.body


def test_a_draft_is_held_against_the_archive(page: Served) -> None:
    found = page.data()
    assert messages(found) == {"一般公共预算收入", "城镇新增就业"}
    assert found["who"] == "王"


def test_a_draft_that_changes_is_read_again(page: Served, folder: Path) -> None:
    before = page.session.state.version
    (folder / "新闻.txt").write_text(document("新闻.txt", "80.3", "6521"), encoding="utf-8")
    found = page.until(lambda found: messages(found) == {"城镇新增就业"})
    assert page.session.state.version > before
    assert "新闻.txt" in found["documents"]


def test_what_is_dropped_is_compared_and_can_be_taken_away(page: Served) -> None:
    drop(page, "稿/二稿.txt", document("新闻.txt", "85.5", "6521"))
    found = page.until(lambda found: "稿/二稿.txt" in found["documents"])
    assert any("85.5" in json.dumps(finding["sides"]) for finding in found["findings"])
    assert page.ask("remove", "POST", {"name": "稿/二稿.txt"}).status == 200
    page.until(lambda found: "稿/二稿.txt" not in found["documents"])


def test_with_nothing_there_is_nothing(folder: Path) -> None:
    with served(folder, archive=()) as page:
        found = page.until(lambda found: page.session.state.at == "ready")
        assert found["findings"] == []
        drop(page, "一.txt", document("公报.txt", "80.3", "6521"))
        drop(page, "二.txt", document("报告.txt", "80.4", "6521"))
        assert messages(page.until(lambda found: found["findings"])) == {"一般公共预算收入"}


def test_the_page_is_told_how_far_the_work_is(page: Served, folder: Path) -> None:
    line = HTTPConnection("127.0.0.1", page.port, timeout=30)
    line.request("GET", f"/{TOKEN}/events", headers={"Host": f"127.0.0.1:{page.port}"})
    stream = line.getresponse()
    assert stream.getheader("content-type", "").startswith("text/event-stream")
    first = json.loads(stream.readline().removeprefix(b"data: "))
    assert (first["at"], first["count"], first["archive"]) == ("ready", 3, str(folder / "published"))
    (folder / "新闻.txt").write_text(document("新闻.txt", "80.3", "6521"), encoding="utf-8")
    state = first
    while state["version"] == first["version"]:
        words = stream.readline()
        state = json.loads(words.removeprefix(b"data: ")) if words.startswith(b"data: ") else state
    assert (state["version"], state["at"]) == (first["version"] + 1, "ready")
    line.close()


def test_a_decision_is_written_at_once_and_taken_back(page: Served, folder: Path) -> None:
    fingerprint = page.data()["findings"][0]["id"]
    assert page.ask("decide", "POST", {"finding": fingerprint, "decision": ACCEPT}).status == 200
    (entry,) = read_accepted(folder / "accepted.toml")
    assert (entry.finding, entry.who, entry.why, str(entry.until)) == (fingerprint, "李", "快报数", "2999-12-31")
    assert entry.verdict is Decided.ACCEPT
    assert set(entry.sources) == {"published/公报.txt", "published/报告.txt", "新闻.txt"}
    assert page.data()["decisions"][fingerprint] == ACCEPT
    assert page.ask("decide", "POST", {"finding": fingerprint, "decision": None}).status == 200
    assert read_accepted(folder / "accepted.toml") == ()


def test_what_somebody_else_decides_is_told(page: Served, folder: Path) -> None:
    fingerprint = page.data()["findings"][0]["id"]
    page.ask("decide", "POST", {"finding": fingerprint, "decision": ACCEPT})
    page.until(lambda found: page.session.state.decided == 1)
    assert page.ask("decisions").json == {fingerprint: ACCEPT}
    before = page.session.state
    withdraw(folder / "accepted.toml", [fingerprint])
    page.until(lambda found: page.session.state.decided == 2)
    assert page.ask("decisions").json == {}
    assert page.session.state.version == before.version  # nothing is read or sent again


def test_the_command_line_holds_to_what_the_page_decided(page: Served, folder: Path) -> None:
    for finding in page.data()["findings"]:
        page.ask("decide", "POST", {"finding": finding["id"], "decision": ACCEPT | {"verdict": "false alarm"}})
    (folder / "consistency.toml").write_text('accepted = "accepted.toml"\n', encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "新闻.txt", "--against", "published", "--lang", "en"])
    assert done.exit_code == 0, done.output


def test_a_file_of_decisions_out_of_order_is_told_of(page: Served, folder: Path) -> None:
    fingerprint = page.data()["findings"][0]["id"]
    (folder / "accepted.toml").write_text("[[accepted]]\nfinding = 1\n", encoding="utf-8")
    answer = page.ask("decide", "POST", {"finding": fingerprint, "decision": ACCEPT})
    assert answer.status == 409
    assert "accepted[1].finding: must be a string" in answer.json["error"]


def test_what_was_decided_and_noted_is_exported(page: Served) -> None:
    finding = page.data()["findings"][0]["id"]
    told = {"verdict": "done", "who": "王", "why": "", "until": "", "note": "已告知作者"}
    assert page.ask("decide", "POST", {"finding": finding, "decision": told}).status == 200
    rows = csv.DictReader(io.StringIO(page.ask("export/csv").body.decode("utf-8-sig")))
    assert [row["处理意见"] for row in rows if row["指纹"] == finding] == ["已改 · 王 · 已告知作者"]
    sheet = load_workbook(io.BytesIO(page.ask("export/xlsx").body)).active
    assert "已改 · 王 · 已告知作者" in [cell.value for row in sheet for cell in row]


def test_findings_are_exported(page: Served) -> None:
    fingerprint = page.data()["findings"][0]["id"]
    page.ask("decide", "POST", {"finding": fingerprint, "decision": ACCEPT})
    data = page.ask("export/csv").body
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert {row["指纹"] for row in rows} == {finding["id"] for finding in page.data()["findings"]}
    assert [row["处理意见"] for row in rows if row["指纹"] == fingerprint] == ["已接受 · 李 · 快报数 · 至 2999-12-31"]
    revenue = next(row for row in rows if "一般公共预算收入" in row["问题"])
    assert revenue["A 方：文件"] == "新闻.txt"
    assert "82.1亿元" in revenue["A 方：原文"]
    sheet = load_workbook(io.BytesIO(page.ask("export/xlsx").body)).active
    assert [cell.value for cell in sheet[1]] == list(rows[0])
    assert sheet.max_row == len(rows) + 1
    assert json.loads(page.ask("export/sarif").body)["version"] == "2.1.0"
    assert b'id="data"' in page.ask("export/html").body
    assert page.ask("export/exe").status == 404


def test_a_word_draft_is_given_back_with_comments(folder: Path) -> None:
    from docx import Document

    draft = Document()
    for line in document("新闻.txt", "82.1", "6521").splitlines():
        draft.add_paragraph(line)
    draft.save(str(folder / "新闻.docx"))
    with served(folder, paths=("新闻.docx",)) as page:
        found = page.until(lambda found: found["findings"])
        number = found["documents"].index("新闻.docx") + 1
        answer = page.ask(f"annotated?document={number}")
        assert answer.status == 200, answer.body
        assert quote("新闻.checked.docx") in answer.headers["content-disposition"]
        (folder / "checked.docx").write_bytes(answer.body)
        assert len(list(Document(str(folder / "checked.docx")).comments)) > 0


def test_the_index_of_the_project_is_used_and_left_as_it_is(folder: Path) -> None:
    assert CliRunner().invoke(main, ["index", "build", "published"]).exit_code == 0
    index = folder / ".consistency" / "index.sqlite"
    before = index.read_bytes()
    with served(folder, paths=("新闻.txt",)) as page:
        assert messages(page.until(lambda found: found["findings"])) == {"一般公共预算收入", "城镇新增就业"}
    assert index.read_bytes() == before
