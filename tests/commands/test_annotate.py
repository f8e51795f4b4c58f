"""`consistency check --annotate`: a copy with comments, the draft untouched, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consistency.cli import main
from tests.annotate.drafts import BULLETIN, draft, parts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft and what was published, in the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "公报.txt").write_text(BULLETIN, encoding="utf-8")
    (tmp_path / "draft.docx").write_bytes(draft())
    return tmp_path


def run(*words: str) -> Result:
    """A run of the command line in this folder."""
    return CliRunner().invoke(main, ["check", *words, "--against", "published", "--lang", "zh"])


def test_the_copy_has_comments_and_the_draft_stays(folder: Path) -> None:
    done = run("draft.docx", "--annotate", "draft.checked.docx")
    assert done.exit_code == 1
    assert "draft.checked.docx：已写入批注" in done.stderr
    assert "word/comments.xml" in parts((folder / "draft.checked.docx").read_bytes())
    assert (folder / "draft.docx").read_bytes() == draft()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("draft.docx", "--annotate", "draft.docx"), "写入会将其覆盖"),
        (("draft.docx", "--annotate", "published/公报.txt"), "写入会将其覆盖"),
        (("draft.docx", "--annotate", "copy.txt"), "两者须同为 .docx, .pdf, .xlsx 之一"),
        (("draft.docx", "published/公报.txt", "--annotate", "copy.docx"), "一次只批注一份文件"),
        (("draft.docx", "--annotate", "nowhere/copy.docx"), "无法写入：没有这个文件或文件夹"),
    ],
)
def test_what_cannot_be_annotated_is_refused_in_a_line(folder: Path, words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not (folder / "copy.docx").exists()
