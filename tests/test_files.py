"""Files are written whole or not at all, and one run at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from consistency.files import content, held, obstacle, same, write_whole

posix = pytest.mark.skipif(os.name == "nt", reason="the way of Unix")


def test_a_file_takes_the_place_of_the_old_one_and_nothing_is_left_beside(tmp_path: Path) -> None:
    file = tmp_path / "记录.json"
    file.write_bytes(b"old")
    write_whole(file, b"new", lasting=True)
    assert file.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["记录.json"]


def test_where_writing_fails_the_old_file_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new", lasting=True)
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


@posix
def test_a_new_file_has_the_mode_of_any_other_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_whole(tmp_path / "new", b"")
    finally:
        os.umask(old)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640
    (tmp_path / "new").chmod(0o604)
    write_whole(tmp_path / "new", b"again")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o604


@posix
def test_a_link_goes_on_leading_where_it_led(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "baseline.json").write_bytes(b"old")
    (tmp_path / "baseline.json").symlink_to("shared/baseline.json")
    write_whole(tmp_path / "baseline.json", b"new")
    assert (tmp_path / "baseline.json").is_symlink()
    assert (tmp_path / "shared" / "baseline.json").read_bytes() == b"new"


@posix
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE)
    assert obstacle(tmp_path / "pipe") == ""
    write_whole(tmp_path / "pipe", b"seen")
    assert reader.communicate(timeout=60)[0] == b"seen"


def test_what_stands_in_the_way_of_a_file_is_known_before_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert obstacle(tmp_path / "new.json") == ""
    assert obstacle(tmp_path / "file") == ""
    assert obstacle(tmp_path / "none" / "new.json") == "No such file or directory"
    assert obstacle(tmp_path / "file" / "new.json") == "Not a directory"
    assert obstacle(tmp_path / "a\0b") == "Invalid argument"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_two_paths_to_one_file_are_seen_through(tmp_path: Path) -> None:
    (tmp_path / "a.json").touch()
    (tmp_path / "b.json").symlink_to("a.json")
    assert same(tmp_path / "a.json", tmp_path / "b.json")
    assert same(tmp_path / "new.json", tmp_path / "x" / ".." / "new.json")
    assert not same(tmp_path / "a.json", tmp_path / "c.json")
    assert not same(os.devnull, os.devnull)


def test_no_more_of_a_file_is_read_than_it_should_hold(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert content(tmp_path / "a", 5) == b"12345"
    with pytest.raises(OSError, match="larger than"):
        content(tmp_path / "a", 4)


@posix
def test_a_second_run_waits_for_the_first_and_a_dead_one_holds_nothing(tmp_path: Path) -> None:
    program = (
        "import sys, time; from consistency.files import held\n"
        "with held(sys.argv[1], lambda: print('waiting', flush=True)): print('held', flush=True); time.sleep(60)"
    )
    root = Path(__file__).resolve().parents[1]
    command = [sys.executable, "-c", program, str(tmp_path / "baseline.json")]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"held\n"
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as second:
            assert second.stdout is not None
            assert second.stdout.readline() == b"waiting\n"
            first.kill()
            assert second.stdout.readline() == b"held\n"
            second.kill()
    with held(tmp_path / "no folder" / "baseline.json", pytest.fail):
        pass
