"""Two published documents and a draft, and a page on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.pages import Served, served, written


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def page(folder: Path) -> Iterator[Served]:
    with served(folder, paths=("新闻.txt",)) as one:
        one.until(lambda found: one.session.state.at == "ready" and found["findings"])
        yield one
