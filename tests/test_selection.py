"""Which files a run is about; git itself says what its patterns leave out."""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.selection import excluded_by, listed, selected
from consistency.toml_tables import ConfigurationError

FILES = [
    *("a.txt", "b.md", "kept.txt", "a b.txt", "稿.txt", "[x].txt", "draft-1.txt", "draft-12.txt"),
    *(
        "old/a.txt",
        "old/kept.txt",
        "old/2019/a.txt",
        "new/old/a.txt",
        "new/a.txt",
        "new/2019/deep/b.txt",
        "a/b/c/d.txt",
    ),
]
PATTERNS = [
    *("*.txt", "a.txt", "/a.txt", "old", "old/", "/old/", "old/*", "old/**", "**/old", "**/a.txt", "new/**/b.txt"),
    *("a/**/d.txt", "**/2019/**", "!kept.txt", "!old/", "draft-?.txt", "draft-[0-9].txt", "[!a]*.txt", "[^a].md"),
    *("\\[x\\].txt", "[[]x].txt", "稿*", "a b.txt", "*/a.txt", "new/old", "", "/", "!*", "*", "**", "a/b", "c/"),
]


@pytest.fixture(scope="module")
def git(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the files, for git to say what it ignores in it."""
    if not shutil.which("git"):
        pytest.skip("there is no git")
    folder = tmp_path_factory.mktemp("ignoring")
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    for file in FILES:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def ignored(folder: Path, patterns: list[str]) -> set[str]:
    (folder / ".gitignore").write_text("\n".join(patterns) + "\n", encoding="utf-8")
    command = ["git", "-C", str(folder), "check-ignore", "--no-index", "-z", "--stdin"]
    done = subprocess.run(command, input="\0".join(FILES).encode(), capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return {name for name in done.stdout.decode().split("\0") if name}


def excluded(patterns: list[str]) -> set[str]:
    return set(filter(excluded_by(patterns), FILES))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_leaves_out_what_git_ignores(git: Path, pattern: str) -> None:
    assert excluded([pattern]) == ignored(git, [pattern])


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PATTERNS), min_size=2, max_size=4))
def test_patterns_together_leave_out_what_git_ignores(git: Path, patterns: list[str]) -> None:
    assert excluded(patterns) == ignored(git, patterns)


@given(st.text(st.sampled_from("ab*?[]!^-\\/.&|~ 稿"), max_size=12), st.sampled_from(FILES))
def test_no_pattern_is_a_fault_of_ours(pattern: str, file: str) -> None:
    with suppress(ConfigurationError):
        assert excluded_by([pattern])(file) in (True, False)


def test_a_pattern_that_is_none_is_one_line() -> None:
    with pytest.raises(ConfigurationError, match=r"--exclude \[z-a\]: not a pattern"):
        excluded_by(["[z-a]"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "old/c.txt", "README.md", "table.ppt", ".hidden.txt", ".git/HEAD", "a.txt.toml"):
        path = tmp_path / "papers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("就业6.5万人", encoding="utf-8")
    return tmp_path / "papers"


def names(paths: tuple[str, ...], folder: Path) -> list[str]:
    return [os.path.relpath(path, folder) for path in paths]


def test_a_folder_of_which_nothing_is_excluded_is_read_as_a_whole(folder: Path) -> None:
    found = selected([str(folder)])
    assert names(found.paths, folder) == ["a.txt", "b.txt", "old/c.txt"]
    assert found.folders[0].taken == 3


def test_what_a_folder_holds_beside_documents_is_told_and_hidden_files_are_not(folder: Path) -> None:
    assert names(selected([str(folder)]).folders[0].others, folder) == ["README.md", "table.ppt"]


def test_excluded_documents_are_left_out_and_told(folder: Path) -> None:
    found = selected([str(folder)], ["old/", "b.*"])
    assert names(found.paths, folder) == ["a.txt"]
    assert names(found.folders[0].excluded, folder) == ["b.txt", "old/c.txt"]


def test_a_file_that_is_named_is_not_excluded(folder: Path) -> None:
    assert selected([str(folder / "a.txt")], ["*"]).paths == (str(folder / "a.txt"),)


def test_what_is_read_instead_of_a_file_takes_its_place(folder: Path) -> None:
    found = selected([str(folder), str(folder / "b.txt")], instead_of=str(folder / "b.txt"))
    assert names(found.paths, folder) == ["a.txt", "old/c.txt"]
    assert found.folders[0].excluded == ()


def test_what_is_wrong_in_a_folder_is_not_lost_over_excluding(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    found = selected([str(folder)], ["a.txt"])
    assert names(found.paths, folder) == ["b.txt", "old/c.txt"]
    assert [Path(problem.path).name for problem in found.problems] == ["gone.txt"]
    assert selected([str(folder)], ["a.txt", "gone.txt"]).problems == ()


def test_what_is_excluded_is_not_read_through_a_link_that_leads_back(folder: Path) -> None:
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    found = selected([str(folder)], ["old/"])
    assert names(found.paths, folder) == ["a.txt", "b.txt"]
    assert [Path(problem.path).name for problem in found.problems] == ["loop"]


def test_a_folder_without_documents_is_a_problem_and_not_lost(tmp_path: Path) -> None:
    found = selected([str(tmp_path)])
    assert found.paths == ()
    assert [problem.path for problem in found.problems] == [tmp_path.as_posix()]


def test_paths_that_lead_nowhere_are_left_to_the_reader() -> None:
    assert selected(["no such file.txt"]).paths == ("no such file.txt",)


def test_few_files_are_named_and_many_counted() -> None:
    assert listed(["x/README.md", "x/a.ppt"]) == "README.md, a.ppt"
    many = listed([*(f"{n}.ppt" for n in range(5)), "README"])
    assert re.fullmatch(r"5 × \.ppt, 1 × README", many)
