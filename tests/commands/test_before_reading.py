"""What can be known before documents are read is looked at before, and nothing that is read is written over."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from consistency import pipeline
from consistency.cli import main
from consistency.configuration import load_configuration
from consistency.limits import Limits
from consistency.toml_tables import ConfigurationError

DOCUMENT = "青山县2023年国民经济和社会发展统计公报\n2023年，全县城镇新增就业6521人。\n"
EMPTY = '{"schema": 1, "findings": []}'
DEEP = "x = " + "[" * 200_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one document, and a program that must not come to read it."""

    def read(*_: Any, **__: Any) -> Any:
        raise AssertionError("documents were read")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "read", read)
    (tmp_path / "公报.txt").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--lang", "en"])


def written(name: str, content: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(content, encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "before", "said"),
    [
        (("check", ".", "--output", "none/x.txt"), None, "none/x.txt: cannot be written: No such file or directory"),
        (("check", ".", "--output", "公报.txt/x"), None, "公报.txt/x: cannot be written: Not a directory"),
        (("check", ".", "--also", "html=none/x.html"), None, "none/x.html: cannot be written"),
        (("check", ".", "--output", "a.md", "--also", "markdown=./a.md"), None, "two reports are to be written to it"),
        (("check", ".", "--output", "公报.txt"), None, "公报.txt: is read by this check"),
        (("check", "公报.txt", "--output", "./x/../公报.txt"), None, "is read by this check"),
        (("claims", ".", "--output", "公报.txt"), None, "is read by this check"),
        (("inspect", "公报.txt", "--output", "公报.txt"), None, "is read by this check"),
        (("check", ".", "--baseline", "b.json", "--output", "b.json"), written("b.json", EMPTY), "b.json: is read"),
        (("check", ".", "--config", "own.toml", "--output", "own.toml"), written("own.toml", ""), "own.toml: is read"),
        (("check", ".", "--baseline", "none.json"), None, "none.json: cannot be read"),
        (("check", ".", "--baseline", "b.json"), written("b.json", "[" * 200_000), "lists are nested too deeply"),
        (("check", ".", "--baseline", "b.json"), written("b.json", '{"schema": ' + "9" * 5000), "b.json: no baseline"),
        (("check", ".", "--config", "deep.toml"), written("deep.toml", DEEP), "nested too deeply"),
        (("check", ".", "--config", "a.toml"), written("a.toml", "x = " + "9" * 5000), "a.toml: not valid TOML"),
        (("check", ".", "--config", "a.toml"), written("a.toml", "# " + "x" * (4 << 20)), "larger than 4 MB"),
        (("check", "."), written("公报.toml", DEEP), "公报.toml: not valid TOML"),
        (("check", "."), written("consistency.toml", 'accepted = "none.toml"'), "none.toml: cannot be read"),
        (("baseline", "write", ".", "--baseline", "none/b.json"), None, "none/b.json: cannot be written"),
        (("baseline", "write", ".", "--baseline", "公报.txt"), None, "no baseline"),
        (("baseline", "prune", "."), None, "consistency-baseline.json: cannot be read"),
        (("check", "-", "--stdin-name", "x." + "a" * 300), None, "cannot read files named"),
        (("check", ".", "--exclude", "[z-a]"), None, "not a pattern"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_before_anything_is_read(
    folder: Path, arguments: tuple[str, ...], before: Callable[[Path], object] | None, said: str
) -> None:
    if before is not None:
        before(folder)
    kept = {path: path.read_bytes() for path in folder.iterdir()}
    done = run(*arguments)
    assert (done.exit_code, done.stdout.partition("cannot read files named")[0].count("Traceback")) == (2, 0)
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in folder.iterdir()} == kept


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may do everything is refused nothing")
def test_a_file_that_may_not_be_written_is_told_before(folder: Path) -> None:
    (folder / "report.txt").touch(0o400)
    assert "Permission denied" in run("check", ".", "--output", "report.txt").stderr


@pytest.mark.parametrize("pattern", ["*a" * 100 + "b", "**/a/" * 60 + "b", "?*" * 100 + "b", "[a]*" * 100 + "b"])
def test_no_pattern_of_a_project_takes_long(folder: Path, pattern: str) -> None:
    (folder / ("a" * 200 + ".txt")).write_text(DOCUMENT, encoding="utf-8")
    deep = folder.joinpath(*["a"] * 60)
    deep.mkdir(parents=True)
    (deep / "c.txt").write_text(DOCUMENT, encoding="utf-8")
    written("consistency.toml", f'[places]\n"{pattern}" = "甲省乙县"\n')(folder)
    done = run("claims", ".", "--exclude", pattern)
    assert done.exit_code == 3  # it came to read
    assert "documents were read" not in done.stderr  # but says no word of others


def test_limits_are_settings_and_each_has_its_bounds(folder: Path) -> None:
    written("consistency.toml", "[limits]\nmegabytes = 1\nseconds = 9\nelements = 7\n")(folder)
    assert load_configuration(folder / "consistency.toml").limits == Limits(1, 9, 7)
    for wrong in (
        "megabytes = 0",
        "seconds = -1",
        "seconds = 1000000",
        "second = 1",
        'seconds = "9"',
        "seconds = true",
        "elements = 0",
    ):
        written("consistency.toml", f"[limits]\n{wrong}\n")(folder)
        with pytest.raises(ConfigurationError, match=r"limits\.(second|megabytes|elements)"):
            load_configuration(folder / "consistency.toml")
