"""From the paths a user names to the documents they lead to, in one order, each once."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.readers import find
from consistency.readers.refusals import Refusal


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in a folder of its own, so that paths are short."""
    monkeypatch.chdir(tmp_path)


def lay(*paths: str) -> None:
    """Files with a little text."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("全市生产总值", encoding="utf-8")


def link(path: str, target: str) -> None:
    """A symbolic link."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).symlink_to(target)


def refused(*paths: str) -> dict[str, Refusal]:
    """What is wrong with each of the paths that lead to no document."""
    return {
        problem.path: next(
            each for each in Refusal if problem.message["en"].startswith(each.value[1].partition("{")[0].rstrip())
        )
        for problem in find(paths)[1]
    }


def test_a_folder_has_the_documents_in_it_and_in_its_folders() -> None:
    lay("docs/b.txt", "docs/a.md", "docs/2024/年报.TXT", "docs/2024/one/two/three.txt")
    lay("docs/table.xyz", "docs/notes", "docs/a.txt.bak")
    assert find(["docs"]) == (("docs/2024/one/two/three.txt", "docs/2024/年报.TXT", "docs/a.md", "docs/b.txt"), ())


def test_hidden_files_and_those_about_the_others_are_left_out() -> None:
    lay("docs/a.txt", "docs/.draft.txt", "docs/.git/a.txt", "docs/sub/.cache/deep/b.txt")
    lay(*(f"docs/{name}" for name in ("README.md", "readme.txt", "README.zh-CN.md", "CHANGELOG.md", "LICENSE.txt")))
    lay("docs/sub/README.md", "docs/sub/Licence.md", "docs/sub/CONTRIBUTING.md")
    lay("docs/readmes-of-2024.txt", "docs/licensed trades.txt", "docs/.hidden/README.md")
    assert find(["docs"]) == (("docs/a.txt", "docs/licensed trades.txt", "docs/readmes-of-2024.txt"), ())


def test_a_file_that_is_named_is_kept_whatever_its_name() -> None:
    lay("docs/README.md", "docs/.draft.txt", "LICENSE.txt")
    named = ["docs/README.md", "docs/.draft.txt", "LICENSE.txt"]
    assert find(named) == (("LICENSE.txt", "docs/.draft.txt", "docs/README.md"), ())


def test_a_hidden_folder_that_is_named_is_entered() -> None:
    lay(".drafts/a.txt")
    assert find([".drafts"]) == ((".drafts/a.txt",), ())


def test_the_working_folder_and_its_parent() -> None:
    lay("a.txt", "sub/b.txt")
    assert find(["."]) == (("a.txt", "sub/b.txt"), ())
    os.chdir("sub")
    assert find([".."]) == (("../a.txt", "../sub/b.txt"), ())


def test_nothing_asked_nothing_found() -> None:
    assert find([]) == ((), ())


def test_the_order_is_that_of_the_paths_and_not_of_their_parts() -> None:
    lay("a/x.txt", "a-b/x.txt", "a.txt", "B.txt", "é.txt")
    assert find(["."])[0] == ("B.txt", "a-b/x.txt", "a.txt", "a/x.txt", "é.txt")


@given(st.permutations(["docs", "docs/a.txt", "./docs//a.txt", "docs/sub", "missing.txt", "z", "empty", "lost.txt"]))
def test_the_order_and_number_of_arguments_never_matter(paths: list[str]) -> None:
    if not Path("docs").exists():
        lay("docs/a.txt", "docs/sub/b.txt", "docs/README.md", "z/c.md")
        Path("empty").mkdir()
        link("lost.txt", "gone.txt")
        link("z/again.txt", "../docs/a.txt")
    found, problems = find(paths)
    assert found == ("docs/a.txt", "docs/sub/b.txt", "z/c.md")
    assert [problem.path for problem in problems] == ["empty", "lost.txt", "missing.txt"]
    assert find([*paths, *paths[::-1]]) == (found, problems)


def test_a_document_reached_by_several_paths_is_listed_by_the_first_spelling() -> None:
    lay("docs/a.txt")
    link("docs/b.txt", "a.txt")
    link("copy", "docs")
    absolute = Path("docs/a.txt").resolve().as_posix()
    assert find(["docs"])[0] == ("docs/a.txt",)
    assert find(["docs/b.txt"])[0] == ("docs/b.txt",)
    assert find(["docs", "copy"])[0] == ("copy/a.txt",)
    assert find(["docs/../docs/a.txt", "docs/a.txt"])[0] == ("docs/../docs/a.txt",)
    assert find([absolute, "docs/b.txt"])[0] == (absolute,)


def test_two_documents_of_equal_text_are_two() -> None:
    lay("a.txt", "b.txt")
    assert find(["."])[0] == ("a.txt", "b.txt")


def test_a_folder_linked_from_within_is_entered_once_by_its_first_spelling() -> None:
    lay("docs/years/2024/a.txt")
    link("docs/latest", "years/2024")
    assert find(["docs"]) == (("docs/latest/a.txt",), ())


def test_a_link_leads_to_no_folder_that_was_not_asked_about() -> None:
    lay("docs/a.txt", "private/b.txt", "private/deep/c.txt")
    link("docs/out", "../private")
    link("docs/up/all", "../../private/deep")
    assert find(["docs"])[0] == ("docs/a.txt",)
    assert refused("docs") == {"docs/out": Refusal.ELSEWHERE, "docs/up/all": Refusal.ELSEWHERE}
    assert find(["docs/out"])[0] == ("docs/out/b.txt", "docs/out/deep/c.txt")  # it was named itself
    assert "docs/out/b.txt" in find(["docs", "private"])[0]
    assert "docs/out/deep/c.txt" in find(["docs"], beside=["private"])[0]


def test_a_link_into_the_files_of_the_system_ends_at_once() -> None:
    lay("docs/a.txt")
    link("docs/system", "/proc" if Path("/proc").is_dir() else "/dev")
    assert find(["docs"])[0] == ("docs/a.txt",)
    assert refused("docs") == {"docs/system": Refusal.ELSEWHERE}


def test_the_first_spelling_is_the_first_as_a_string() -> None:
    lay("docs/target/a.txt", "docs/b.txt")
    link("docs/2024/link", "../target")
    link("docs/2024-draft/link", "../target")  # before docs/2024/ since - comes before /
    assert find(["docs"]) == (("docs/2024-draft/link/a.txt", "docs/b.txt"), ())


def test_a_link_to_a_folder_whose_name_begins_alike_is_no_loop() -> None:
    lay("docs/2024/a.txt")
    link("docs/2024-draft/final", "../2024")
    assert find(["docs/2024-draft"], beside=["docs"]) == (("docs/2024-draft/final/a.txt",), ())


def test_folders_that_link_to_each_other_are_entered_once() -> None:
    lay("docs/a/one.txt", "docs/b/two.txt")
    link("docs/a/to-b", "../b")
    link("docs/b/to-a", "../a")
    assert find(["docs"])[0] == ("docs/a/one.txt", "docs/a/to-b/two.txt")


def test_a_folder_named_like_a_file_is_a_folder() -> None:
    lay("docs/x.txt/inner.md")
    assert find(["docs"]) == (("docs/x.txt/inner.md",), ())
    assert find(["docs/x.txt"]) == (("docs/x.txt/inner.md",), ())
    Path("empty.txt").mkdir()
    assert refused("empty.txt") == {"empty.txt": Refusal.NO_DOCUMENTS}


def test_paths_that_lead_to_nothing() -> None:
    lay("table.xyz", "only/README.md", "only/.hidden.txt", "a.txt")
    link("lost.txt", "gone.txt")
    link("lost", "gone")
    link("round.txt", "about.txt")
    link("about.txt", "round.txt")
    assert refused("", "no.txt", "a.txt/b.txt", "a\0b.txt", "table.xyz", "only", "lost.txt", "lost", "round.txt") == {
        "": Refusal.MISSING,
        "no.txt": Refusal.MISSING,
        "a.txt/b.txt": Refusal.MISSING,
        "a\0b.txt": Refusal.MISSING,
        "table.xyz": Refusal.SUFFIX,
        "only": Refusal.NO_DOCUMENTS,
        "lost.txt": Refusal.DANGLING,
        "lost": Refusal.DANGLING,
        "round.txt": Refusal.LOOP,
    }


def test_what_is_wrong_within_a_folder_is_told_and_the_rest_found() -> None:
    lay("docs/a.txt")
    link("docs/lost.txt", "gone.txt")
    link("docs/photo.jpg", "gone.jpg")  # no document, lost or not
    link("docs/sub/up", "..")
    link("docs/self", ".")
    link("docs/round.txt", "round.txt")
    assert find(["docs"])[0] == ("docs/a.txt",)
    assert refused("docs") == {
        "docs/lost.txt": Refusal.DANGLING,
        "docs/sub/up": Refusal.LOOP,
        "docs/self": Refusal.LOOP,
        "docs/round.txt": Refusal.LOOP,
    }


def test_a_folder_that_may_not_be_listed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("docs/a.txt", "docs/closed/b.txt")
    listing = os.listdir

    def guarded(path: str) -> list[str]:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "listdir", guarded)
    assert find(["docs"])[0] == ("docs/a.txt",)
    assert refused("docs") == {"docs/closed": Refusal.FORBIDDEN}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_document() -> None:
    lay("docs/a.txt")
    os.mkfifo("docs/pipe.txt")
    os.mkfifo("docs/pipe")
    assert find(["docs"])[0] == ("docs/a.txt",)
    assert refused("docs", "docs/pipe") == {"docs/pipe.txt": Refusal.NOT_A_FILE, "docs/pipe": Refusal.NOT_A_FILE}


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="names are Unicode on this system")
def test_names_that_no_report_can_write_are_told_readably() -> None:
    lay("docs/a.txt")
    strange = os.fsdecode("docs/公报.txt".encode("gb18030"))
    lay(strange)
    shown = "docs/\\xb9\\xab\\xb1\\xa8.txt"
    assert find(["docs"])[0] == ("docs/a.txt",)
    assert refused("docs") == {shown: Refusal.NAME}
    assert refused(strange) == {shown: Refusal.NAME}


def test_folders_within_folders_without_end() -> None:
    top = Path.cwd()
    for _ in range(300):
        Path("in").mkdir()
        os.chdir("in")
    Path("deep.txt").write_text("全市", encoding="utf-8")
    os.chdir(top)
    assert find(["in"])[0] == ("in/" * 300 + "deep.txt",)
