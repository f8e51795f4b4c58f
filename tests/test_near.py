"""Only documents that have a say in it are read for a draft; what is told of the draft is the same."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from consistency import pipeline
from consistency.cli import main
from consistency.extract.mentions import Extractor
from consistency.index.store import Store
from consistency.limits import Limits
from consistency.model import Context, Document, Reading
from consistency.near import Brief, Profile, near
from consistency.readers.refusals import Refusal
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


def test_briefs_and_outlines_come_back_as_they_were() -> None:
    there = read(bulletin(*in_company("全年粮食产量12.6万吨，占全市的3%。")))
    assert Brief.unpacked(Brief.of(there).packed(), "a.txt") == Brief.of(there)
    assert Profile.unpacked(Profile.of(there).packed()) == Profile.of(there)
    assert Brief.unpacked(b"noise", "a.txt") is None
    assert Profile.unpacked(Brief.of(there).packed()) is None


def test_documents_that_tell_of_a_place_and_year_of_a_draft_are_near() -> None:
    briefs = {name: Brief.of(read(text, name)) for name, text in ARCHIVE.items()}
    assert near([Brief.of(read(DRAFT, "draft.txt"))], briefs) == {"archive/a.txt", "archive/a-reprint.txt"}


@pytest.mark.parametrize("form", ["json", "text", "markdown", "html", "sarif", "junit", "github"])
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
    assert sorted(set(asked)) == ["archive/a-reprint.txt", "archive/a.txt", "draft.txt"]


@pytest.mark.usefixtures("project")
def test_what_cannot_be_read_in_a_draft_is_asked_of_documents_of_its_place() -> None:
    there = "全市基本养老保险参保人数达到了三十一万七千人左右，比上年末又增加了不少"
    Path("archive/b.txt").write_text(bulletin(f"{there}。"), encoding="utf-8")
    Path("draft.txt").write_text(DRAFT + there.replace("人数", "人\ufffd") + "。\n", encoding="utf-8")
    assert "the other documents suggest" in said()
    assert said() == said("--no-index")


@pytest.mark.usefixtures("project")
def test_what_is_wrong_between_other_documents_is_not_told_of_a_draft() -> None:
    for name, number in (("d", "5.1"), ("e", "7.4")):
        Path(f"archive/{name}.txt").write_text(bulletin(f"全年棉花产量{number}万吨。"), encoding="utf-8")
    assert "棉花" in CliRunner().invoke(main, ["check", "archive"]).stdout
    assert "棉花" not in said()


@pytest.mark.usefixtures("project")
def test_records_of_what_is_wrong_elsewhere_have_not_lapsed_for_a_draft() -> None:
    Path("archive/d.txt").write_text(report("粮食产量达到45.7万吨。", place="云河市"), encoding="utf-8")
    whole = ("check", ".", "--baseline", "baseline.json", "--lang", "en")
    CliRunner().invoke(main, ["baseline", "write", "."])
    Path("consistency-baseline.json").rename("baseline.json")
    told = CliRunner().invoke(main, ["check", "draft.txt", *whole[2:], "--against", "archive"]).stderr
    assert "no finding any longer" not in told
    Path("archive/d.txt").unlink()
    assert "no finding any longer" in CliRunner().invoke(main, [*whole]).stderr


@pytest.mark.usefixtures("project")
def test_a_near_document_that_is_gone_meanwhile_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its brief is kept, its reading is damaged, and its file cannot be read any more."""
    with Store.opened(Path(".consistency/index.sqlite")) as store:
        store._connection.execute("UPDATE reading SET packed = x'00'")
    reading = pipeline._read

    def gone(limits: Limits, extractor: Extractor, asked: tuple[str, Context | None, Document | None]) -> object:
        return Refusal.MISSING.of(asked[0]) if asked[0] == "archive/a.txt" else reading(limits, extractor, asked)

    monkeypatch.setattr(pipeline, "_read", gone)
    found = CliRunner().invoke(main, ["check", "draft.txt", "--against", "archive", "--lang", "en"])
    assert found.exit_code == 2
    assert "archive/a.txt" in found.stderr
