"""Only documents that have a say in it are read for a draft; what is told of the draft is the same."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from consistency.cli import main
from consistency.index.store import Store
from consistency.model import Reading
from consistency.near import Company, Profile, near, unpacked
from tests.domain import bulletin, in_company, read, report

ARCHIVE = {
    "archive/a.txt": bulletin(*in_company("全年粮食产量12.6万吨。")),
    "archive/a-reprint.txt": bulletin(*in_company("全年粮食产量12.6万吨。"), "来源：某某网"),
    "archive/b.txt": bulletin(*in_company("全年粮食产量45.1万吨。"), place="云河市"),
    "archive/c.txt": report(*in_company("粮食产量达到12.9万吨。"), year=2022),
}
DRAFT = report(*in_company("粮食产量达到13.6万吨，比上年增长3%。"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft, and an archive of documents of its place and another's, which is indexed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()
    (tmp_path / "consistency.toml").touch()
    for name, text in {**ARCHIVE, "draft.txt": DRAFT}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    CliRunner().invoke(main, ["index", "build", "archive"])
    return tmp_path


def said(*options: str) -> str:
    return CliRunner().invoke(main, ["check", "draft.txt", "--against", "archive", "--lang", "en", *options]).stdout


def test_an_outline_comes_back_as_it_was() -> None:
    outline = Profile.of(read(bulletin(*in_company("全年粮食产量12.6万吨，占全市的3%。"))))
    assert unpacked(outline.packed()) == outline
    assert unpacked(b"noise") is None


def test_documents_of_the_places_of_a_draft_are_near_and_what_stands_beside_them() -> None:
    outlines = {name: Profile.of(read(text, name)) for name, text in {**ARCHIVE, "draft.txt": DRAFT}.items()}
    found = near(["draft.txt"], outlines, Company.of(outlines))
    assert found == {"draft.txt", "archive/a.txt", "archive/a-reprint.txt", "archive/c.txt"}


@pytest.mark.parametrize("form", ["json", "text", "markdown", "sarif", "junit", "github"])
def test_a_draft_is_told_the_same_with_an_index_and_without(project: Path, form: str) -> None:
    assert said("--format", form) == said("--format", form, "--no-index")
    assert "draft.txt" in said("--format", form)


@pytest.mark.usefixtures("project")
def test_documents_of_other_places_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    reading = Store.reading

    def noted(self: Store, key: bytes, path: str) -> Reading | None:
        asked.append(path)
        return reading(self, key, path)

    monkeypatch.setattr(Store, "reading", noted)
    said()
    assert sorted(set(asked)) == ["archive/a-reprint.txt", "archive/a.txt", "archive/c.txt", "draft.txt"]


@pytest.mark.usefixtures("project")
def test_what_cannot_be_read_in_a_draft_is_asked_of_every_document() -> None:
    there = "全市基本养老保险参保人数达到了三十一万七千人左右，比上年末又增加了不少"
    Path("archive/b.txt").write_text(bulletin(f"{there}。", place="云河市"), encoding="utf-8")
    Path("draft.txt").write_text(DRAFT + there.replace("人数", "人\ufffd") + "。\n", encoding="utf-8")
    assert said() == said("--no-index")
