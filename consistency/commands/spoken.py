"""Commands that speak the user's language: help set out for it, and what they complain of told in it."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from inspect import cleandoc
from io import StringIO
from itertools import pairwise
from typing import Any

import click

from consistency.patterns import lazy

LANGUAGES = ("zh", "en")
_SPOKEN: ContextVar[str] = ContextVar("language")
_EXTRA = lazy(r"(?P<words>.*?) *\[(?P<extra>[^\]]*)\]", re.S)
_NEVER_FIRST = frozenset("，。、；：！？）》”’")


def of_locale(environment: Mapping[str, str]) -> str:
    """The language of the locale: Chinese where it is Chinese, else English."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def asked_for(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of a command line, known before it is understood: that of its last --lang, else the locale's.

    >>> asked_for(["check", "--lang=zh", "--help"], {}), asked_for(["--lang", "en", "check"], {"LANG": "zh_CN.UTF-8"})
    ('zh', 'en')
    """
    told = [word.partition("=")[2] for word in arguments if word.startswith("--lang=")]
    told += [after for word, after in pairwise(arguments) if word == "--lang"]
    return next((word for word in reversed(told) if word in LANGUAGES), of_locale(environment))


def spoken() -> str:
    """The language of what is being carried out: what was told to be spoken, else the locale's."""
    return _SPOKEN.get("") or of_locale(os.environ)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Lets help and messages be in a language meanwhile."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def complaint(error: click.ClickException, language: str) -> str:
    """What is said of an error, in a language."""
    told = StringIO()
    error.show(told)
    return in_language(told.getvalue(), language)


def in_language(text: str, language: str) -> str:
    """Messages, a line each, in a language."""
    if language != "zh":
        return text
    from consistency.commands.chinese import message_in_chinese

    return "\n".join(message_in_chinese(line) for line in text.split("\n"))


class ChineseFormatter(click.HelpFormatter):
    """Sets out help in Chinese, whose characters are two cells wide and have no blanks between them."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how a command is called."""
        from consistency.commands.chinese import places_in_chinese

        super().write_usage(prog, places_in_chinese(args), "用法：")

    def write_heading(self, heading: str) -> None:
        """What stands over a list."""
        from consistency.commands.chinese import help_in_chinese

        self.write(f"{'':>{self.current_indent}}{help_in_chinese(heading)}：\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, broken where they are too wide; those after a line with \\b line by line."""
        from consistency.commands.chinese import help_in_chinese

        margin = " " * self.current_indent
        blocks = re.split(r"\n\n|\n?\x08\n", text.strip("\n"))
        as_they_are = "\x08" in text
        for number, block in enumerate(block for block in blocks if block):
            self.write("\n" if number else "")
            for line in block.splitlines() if as_they_are else [help_in_chinese(block)]:
                blanks = line[: len(line) - len(line.lstrip())]
                words = blanks + help_in_chinese(line.strip())
                for row in [words] if as_they_are else broken(words, self.width - self.current_indent):
                    self.write(f"{margin}{row}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of names and what they are."""
        from consistency.commands.chinese import places_in_chinese

        told = [(places_in_chinese(name), _explained(words)) for name, words in rows]
        wide = min(max((cells(name) for name, _ in told), default=0), col_max) + col_spacing
        margin = " " * self.current_indent
        for name, words in told:
            lines = broken(words, max(self.width - self.current_indent - wide, 10)) if words else [""]
            first = f"{margin}{name}"
            if cells(name) <= wide - col_spacing:
                self.write(f"{first}{' ' * (wide - cells(name))}{lines[0]}".rstrip() + "\n")
            else:
                self.write(f"{first}\n{margin}{' ' * wide}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{margin}{' ' * wide}{line}\n")


def _explained(words: str) -> str:
    """What an option is for, with its default, in Chinese."""
    from consistency.commands.chinese import help_in_chinese

    found = _EXTRA.fullmatch(words)
    if not found:
        return help_in_chinese(words)
    extras = [part.partition("default: ") for part in found["extra"].split("; ")]
    told = "；".join(
        f"默认：{help_in_chinese(value)}" if found else help_in_chinese(before) for before, found, value in extras
    )
    return f"{help_in_chinese(found['words'])}（{told}）" if found["words"] else told


def cells(text: str) -> int:
    """How wide a terminal shows a text.

    >>> cells("路径 PATH")
    9
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def broken(text: str, width: int) -> list[str]:
    """The lines of a paragraph: broken between Chinese characters and at blanks, never before a closing mark.

    >>> broken("只报告与“路径”有关的问题，可重复。", 16)
    ['只报告与“路径”有', '关的问题，可重', '复。']
    """
    lines = [""]
    for piece in _pieces(" ".join(text.split())):
        if cells(lines[-1] + piece.rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            piece = piece.lstrip()
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> Iterator[str]:
    """What stays together on a line: a Chinese character or a word, with the marks that close it."""
    held = ""
    for at, character in enumerate(text):
        held += character
        after = text[at + 1 : at + 2]
        wide = cells(character) == 2 or character in "“”"
        follows = cells(after) == 2 or after in "“”"
        opens = character in "（《“‘"
        if after not in _NEVER_FIRST and not opens and (character == " " or wide or follows):
            yield held
            held = ""
    if held:
        yield held


class SpokenContext(click.Context):
    """A context whose help is in the language that is spoken."""

    def make_formatter(self) -> click.HelpFormatter:
        """What sets out the help."""
        if spoken() != "zh":
            return super().make_formatter()
        return ChineseFormatter(width=self.terminal_width, max_width=self.max_content_width)


def _summed_up(told: dict[str, Any]) -> dict[str, Any]:
    """What a command is made of, with the first paragraph of its help as its line in a list: click would cut it."""
    text = cleandoc(told.get("help") or "")
    return told | {"short_help": told.get("short_help") or " ".join(text.split("\n\n")[0].split())}


class Command(click.Command):
    """A command that speaks the user's language."""

    context_class = SpokenContext

    def __init__(self, *arguments: Any, **told: Any) -> None:
        super().__init__(*arguments, **_summed_up(told))


class Group(click.Group):
    """A group of commands that speak the user's language."""

    context_class = SpokenContext
    command_class = Command

    def __init__(self, *arguments: Any, **told: Any) -> None:
        super().__init__(*arguments, **_summed_up(told))
