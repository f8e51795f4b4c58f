"""docs/writing-rules.md followed to the letter, as somebody does who knows no Python."""

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from consistency.cli import main
from consistency.configuration import load_configuration

PAGE = Path(__file__).resolve().parent.parent / "docs" / "writing-rules.md"
FENCED = re.compile(r"```(\w+)\n(.*?)```", flags=re.S)
BLOCKS = [(m[1], m[2]) for m in FENCED.finditer(PAGE.read_text(encoding="utf-8"))]


def block(language: str, word: str) -> str:
    """The block of the page in this language that holds a word; there is one."""
    (found,) = [text for told, text in BLOCKS if told == language and word in text]
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as it is after steps 1 to 4."""
    rules = tmp_path / "our-rules"
    rules.mkdir()
    (rules / "indicators.toml").write_text(block("toml", "[[indicator]]"), encoding="utf-8")
    (rules / "identities.toml").write_text(block("toml", "yield-per-area"), encoding="utf-8")
    (tmp_path / "park.txt").write_text(block("text", "亩均产值"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: str) -> str:
    """What a command line of the page prints."""
    done = CliRunner().invoke(main, command.removeprefix("$ ").removeprefix("consistency ").split())
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.stdout


def test_the_formula_finds_what_the_page_says(folder: Path) -> None:
    command, *told = block("console", "check --rules").strip().splitlines()
    assert "\n".join(told) in run(command)


def test_with_the_right_number_it_finds_nothing(folder: Path) -> None:
    park = folder / "park.txt"
    park.write_text(park.read_text(encoding="utf-8").replace("45万元", "50万元"), encoding="utf-8")
    command = block("console", "check --rules").splitlines()[0]
    assert "CC206" not in run(command)


@pytest.mark.parametrize(
    ("file", "before", "after", "said"),
    [
        ("identities.toml", "产值 / 面积", "产值 / 面枳", "identity[1].formula: no indicator or term '面枳'"),
        ("identities.toml", "formula", "formla", "identity[1].formula: is missing"),
        ("indicators.toml", "aliases", "alias", "alias: unknown key (did you mean 'aliases'?)"),
    ],
)
def test_a_slip_is_told_in_one_line(folder: Path, file: str, before: str, after: str, said: str) -> None:
    path = folder / "our-rules" / file
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    command = block("console", "check --rules").splitlines()[0].replace("--lang zh", "--lang en")
    done = CliRunner().invoke(main, command.removeprefix("$ consistency ").split())
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_rate_may_be_written_with_its_unit(folder: Path) -> None:
    park = folder / "park.txt"
    for number, rules in (("50万元/亩", 0), ("45万元/亩", 1)):
        park.write_text(block("text", "亩均产值").replace("45万元", number), encoding="utf-8")
        command = block("console", "check --rules").splitlines()[0]
        assert run(command).count("CC206") == rules


def test_with_settings_nobody_has_to_name_the_folder(folder: Path) -> None:
    (folder / "consistency.toml").write_text('rules = ["our-rules"]\n', encoding="utf-8")
    assert 'rules = ["our-rules"]\n' in PAGE.read_text(encoding="utf-8")
    assert "CC206" in run("consistency check --lang zh park.txt")


def test_the_examples_of_ones_own_rules_are_tried(folder: Path) -> None:
    command = block("console", "rules test").strip()
    done = CliRunner().invoke(main, command.removeprefix("$ consistency ").split())
    assert done.exit_code == 0


def test_every_block_of_settings_is_one(tmp_path: Path) -> None:
    for language, text in BLOCKS:
        if language == "toml":
            tomllib.loads(text)
    (tmp_path / "our-rules").mkdir()
    path = tmp_path / "consistency.toml"
    path.write_text(block("toml", "[severity]"), encoding="utf-8")
    assert load_configuration(path).accepted == tmp_path / "accepted.toml"
