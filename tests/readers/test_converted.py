"""Other word processors' files are read through LibreOffice; where it is not there, one line says what to do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from consistency.model import Document, Problem
from consistency.readers import find, read
from consistency.readers.converted import read_converted
from consistency.readers.libreoffice import SUFFIXES, office
from tests.annotate.drafts import draft
from tests.readers.test_word import docx, p

NO_OFFICE = pytest.mark.skipif(not office(), reason="LibreOffice is not installed")
WORDS = "全年地区生产总值312.6亿元，比上年增长6.1%。"


@pytest.mark.slow
@NO_OFFICE
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_words_are_read_as_from_word(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a.docx").write_bytes(draft())
    made = {".wps": "doc"}.get(suffix, suffix[1:])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office(), profile, "--headless", "--convert-to", made, "a.docx"], cwd=tmp_path, check=True, timeout=120
    )
    (tmp_path / f"a.{made}").rename(tmp_path / f"b{suffix}")
    found, whole = read(str(tmp_path / f"b{suffix}")), read(str(tmp_path / "a.docx"))
    assert isinstance(found, Document)
    assert isinstance(whole, Document)
    assert found.text == whole.text
    assert find([str(tmp_path)])[0] == (str(tmp_path / "a.docx"), str(tmp_path / f"b{suffix}"))


def test_without_libreoffice_a_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consistency.readers.converted.office", lambda: "")
    found = read_converted("a.rtf", b"{\\rtf1 x}")
    assert isinstance(found, Problem)
    assert found.message["zh"] == "读取“.rtf”要用 LibreOffice，这里没有安装；请安装它，或用 Word、WPS 另存为 .docx"


def test_without_libreoffice_they_are_no_documents_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consistency.readers.office", lambda: "")
    for name in ("a.txt", "b.doc", "c.wps"):
        (tmp_path / name).write_text(WORDS, encoding="utf-8")
    assert find([str(tmp_path)])[0] == (str(tmp_path / "a.txt"),)


def test_a_docx_by_another_name_is_read_as_one() -> None:
    found = read_converted("a.doc", docx(p(WORDS)))
    assert isinstance(found, Document)
    assert found.text == WORDS + "\n"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.doc", bytes(range(256)) * 4, "DOC 文件损坏"),
        ("a.wps", WORDS.encode(), "WPS 文件损坏"),
        ("a.rtf", b"%PDF-1.7", "内容其实是 PDF"),
    ],
)
def test_what_is_none_of_them_is_not_converted(name: str, data: bytes, reason: str) -> None:
    found = read_converted(name, data)
    assert isinstance(found, Problem)
    assert reason in found.message["zh"]


@pytest.mark.slow
@NO_OFFICE
def test_a_conversion_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consistency.readers.converted.SECONDS", 0.05)
    found = read_converted("a.rtf", b"{\\rtf1 x}")
    assert isinstance(found, Problem)
    assert "未能在 0 秒内转换" in found.message["zh"]
