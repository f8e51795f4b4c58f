"""What git holds for changed since a revision, in a repository made for it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from consistency.changed import changed_since
from consistency.toml_tables import ConfigurationError

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")


def git(folder: Path, *arguments: str) -> None:
    who = {f"GIT_{role}_{what}": "a@b" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env={**os.environ, **who})


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two files on `main`, of which one is changed on a branch after `main` went on without it."""
    folder = tmp_path / "仓库"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    for name in ("旧.txt", "改.txt", "main.txt"):
        (folder / name).write_text("1", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "1")
    git(folder, "checkout", "--quiet", "-b", "work")
    (folder / "改.txt").write_text("2", encoding="utf-8")
    git(folder, "commit", "--quiet", "-am", "2")
    git(folder, "checkout", "--quiet", "main")
    (folder / "main.txt").write_text("3", encoding="utf-8")
    git(folder, "commit", "--quiet", "-am", "3")
    git(folder, "checkout", "--quiet", "work")
    return folder


def names(found: frozenset[str], folder: Path) -> list[str]:
    return sorted(os.path.relpath(path, os.path.realpath(folder)) for path in found)


def test_what_others_did_in_the_meantime_is_not_ours(repository: Path) -> None:
    assert names(changed_since("main", str(repository)), repository) == ["改.txt"]


def test_what_is_new_staged_or_not_even_that_counts(repository: Path) -> None:
    (repository / "新.txt").touch()
    (repository / "旧.txt").write_text("2", encoding="utf-8")
    (repository / "staged.txt").write_text("2", encoding="utf-8")
    git(repository, "add", "staged.txt")
    assert names(changed_since("HEAD", str(repository)), repository) == ["staged.txt", "新.txt", "旧.txt"]


def test_what_git_ignores_or_was_removed_does_not_count(repository: Path) -> None:
    (repository / ".gitignore").write_text("*.log.txt\n", encoding="utf-8")
    (repository / "a.log.txt").touch()
    (repository / "旧.txt").unlink()
    assert names(changed_since("HEAD", str(repository)), repository) == [".gitignore"]


def test_a_folder_of_the_repository_tells_as_much(repository: Path) -> None:
    inner = repository / "deep"
    inner.mkdir()
    (inner / "a.txt").touch()
    assert names(changed_since("HEAD", str(inner)), repository) == ["deep/a.txt"]


@pytest.mark.parametrize(
    ("revision", "told"),
    [
        ("no-such-branch", "no revision 'no-such-branch'"),
        ("--output=x", "no revision '--output=x'"),
        ("", "no revision"),
    ],
)
def test_a_revision_that_is_none_is_one_line(repository: Path, revision: str, told: str) -> None:
    with pytest.raises(ConfigurationError, match=told) as error:
        changed_since(revision, str(repository))
    assert "\n" not in str(error.value)
    assert not (repository / "x").exists()


def test_a_folder_that_is_no_repository_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="not a git repository"):
        changed_since("main", str(tmp_path))


def test_a_machine_without_git_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigurationError, match="git cannot be started"):
        changed_since("main", str(tmp_path))
