"""The page of the command line says what `--help` says, and its examples are commands that there are."""

import re
import shlex
from pathlib import Path

import click
import pytest

from consistency.cli import main
from consistency.manual import manual

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"


def test_the_page_is_not_behind() -> None:
    told = PAGE.read_text(encoding="utf-8")
    assert told == manual(main), "python -m consistency.manual > docs/cli.md"
    chinese = PAGE.with_name("cli.zh.md").read_text(encoding="utf-8")
    assert chinese == manual(main, "zh"), "python -m consistency.manual zh > docs/cli.zh.md"


def commands(command: click.Command, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], click.Command]:
    found = {path: command}
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            found |= commands(below, (*path, name))
    return found


@pytest.mark.parametrize("path", commands(main), ids=" ".join)
def test_every_command_says_what_it_is_for_and_its_options_what_they_do(path: tuple[str, ...]) -> None:
    command = commands(main)[path]
    assert command.help
    assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help and p.name != "form"] == []
    assert "..." not in command.get_short_help_str(60), "the first sentence is too long for the list of commands"


EXAMPLES = re.findall(r"^ +(consistency .+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize("example", dict.fromkeys(EXAMPLES))
def test_the_examples_are_commands_that_there_are(example: str) -> None:
    words = shlex.split(re.split(r" [<>(]| {3}", example)[0])[1:]
    command: click.Command = main
    while isinstance(command, click.Group) and words and words[0] in command.commands:
        command = command.commands[words.pop(0)]
    known = {option for parameter in command.params for option in parameter.opts}
    assert not isinstance(command, click.Group)
    assert {word for word in words if word.startswith("--")} <= known


def test_most_commands_have_examples() -> None:
    told = {tuple(shlex.split(example)[1:2]) for example in EXAMPLES}
    assert told == {path for path in commands(main) if len(path) == 1}
