"""Two published documents that disagree about jobs, and a page on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.pages import Served, document, served


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "公报.txt").write_text(document("公报.txt", "80.3", "6521"), encoding="utf-8")
    (tmp_path / "published" / "报告.txt").write_text(document("报告.txt", "80.3", "6125"), encoding="utf-8")
    (tmp_path / "新闻.txt").write_text(document("新闻.txt", "82.1", "6521"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def page(folder: Path) -> Iterator[Served]:
    with served(folder, paths=("新闻.txt",)) as one:
        one.until(lambda found: one.session.state.at == "ready" and found["findings"])
        yield one
