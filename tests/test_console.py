"""What pages show of a terminal is what the program says today.

A block ```console holds commands after “$ ” and what they print; a line of dots stands for lines left out. Commands are
run one after the other in a copy of the folder that the page names before them in a comment: <!-- in: seeds -->.
A file that the reader was told to write is named so too: <!-- written: consistency.toml accepted = "accepted.toml" -->.
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from consistency.cli import main

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "docs" / "tutorial.zh.md"]
BLOCK = re.compile(
    r"^<!-- in: (?P<folder>\S+) -->$"
    r"|^<!-- written: (?P<file>\S+) (?P<content>[^\n]*) -->$"
    r"|^```console\n(?P<block>.*?)^```$",
    re.M | re.S,
)
LEFT_OUT = "……"


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it, and the lines it is said to print."""

    words: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass
class Session:
    """A folder, what is written into it, and the commands that are run there."""

    folder: str
    written: dict[str, str] = field(default_factory=dict)
    commands: list[Shown] = field(default_factory=list)


def sessions(page: Path) -> list[Session]:
    """What a page shows of terminals."""
    found: list[Session] = []
    for match in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if match["folder"]:
            found.append(Session(match["folder"]))
        elif match["file"]:
            found[-1].written[match["file"]] = match["content"] + "\n"
        else:
            for part in re.split(r"^\$ ", match["block"], flags=re.M)[1:]:
                command, *lines = part.rstrip("\n").split("\n")
                found[-1].commands.append(Shown(tuple(shlex.split(command)), tuple(lines)))
    return found


def fits(shown: tuple[str, ...], printed: list[str]) -> bool:
    """Whether lines are those printed, but for what is left out.

    >>> fits(("a", "……", "c"), ["a", "b", "c"]), fits(("a", "c"), ["a", "b", "c"])
    (True, False)
    """
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == LEFT_OUT else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_shows_what_the_program_prints(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    language = "zh_CN.UTF-8" if ".zh." in page.name else "C"
    monkeypatch.setattr(
        "consistency.commands.check.terminal", lambda output: (80, False) if output is None else (None, False)
    )
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    told = sessions(page)
    assert told, "the page shows no terminal"
    for number, session in enumerate(told):
        here = tmp_path / str(number)
        copy = Path(shutil.copytree(ROOT / session.folder, here / Path(session.folder).name))
        monkeypatch.chdir(here if session.folder == "seeds" else copy)
        for name, content in session.written.items():
            Path(name).write_text(content, encoding="utf-8")
        for shown in session.commands:
            assert shown.words[0] == "consistency", shown.words
            done = CliRunner().invoke(
                main,
                list(shown.words[1:]),
                prog_name="consistency",
                env={"LANG": language, "LC_ALL": "", "COLUMNS": "80"},
            )
            printed = [*done.stderr.splitlines(), *done.stdout.splitlines()]
            assert fits(shown.lines, printed), "\n".join(("$ " + shlex.join(shown.words), *printed))
