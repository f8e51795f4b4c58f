"""A page says by which command, and when if asked, it was made, and has the digest of each document."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from consistency.cli import main
from tests.domain import bulletin


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "公 报.txt").write_text(bulletin("城镇新增就业5200人。"), encoding="utf-8")
    (tmp_path / "稿件.txt").write_text(bulletin("城镇新增就业5700人。"), encoding="utf-8")
    return tmp_path


def page(*words: str) -> Any:
    """The data of a page."""
    done = CliRunner().invoke(main, ["check", "稿件.txt", "--against", "公 报.txt", "--format", "html", *words])
    told = done.stdout.partition('id="data">')[2].partition("</script>")[0]
    return json.loads(told)["data"]


@pytest.mark.usefixtures("folder")
def test_the_command_is_told_without_what_has_no_say_in_what_is_found() -> None:
    told = page("--select", "CC1", "--jobs", "2", "--lang", "zh", "--fail-on", "never")
    assert told["made"] == ["consistency check 稿件.txt --against '公 报.txt' --select CC1 --fail-on never", ""]


def test_each_document_has_its_digest(folder: Path) -> None:
    digests = {document["path"]: document["digest"] for document in page()["documents"]}
    assert digests["稿件.txt"] == sha256((folder / "稿件.txt").read_bytes()).hexdigest()


@pytest.mark.usefixtures("folder")
def test_the_time_is_told_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert page()["made"][1] == ""
    assert page("--dated")["made"][1].startswith("20")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704067200")
    assert page()["made"][1] == "2024-01-01 00:00:00 UTC"
    for none in ("9" * 14, "9" * 40, "-1", "x"):  # in no calendar
        monkeypatch.setenv("SOURCE_DATE_EPOCH", none)
        assert page()["made"][1] == ""
