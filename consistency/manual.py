"""The pages of the command line, made of what `--help` says: `python -m consistency.manual > docs/cli.md`.

`python -m consistency.manual zh > docs/cli.zh.md` makes the Chinese one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from consistency.commands.spoken import SpokenContext, speaking

WIDTH = 90  # cells of a line of the page
HEADS = {
    "en": """\
# Command line

What `consistency COMMAND --help` says, command by command. This page is made from it, and a test holds that it is not
behind: `python -m consistency.manual > docs/cli.md`.
""",
    "zh": """\
# 命令行

`consistency 命令 --help` 的内容，逐个命令列出。本页由它生成，有测试保证两者一致：
`python -m consistency.manual zh > docs/cli.zh.md`。
""",
}


def manual(program: click.Command, language: str = "en") -> str:
    """The help of a program and of all its commands as one Markdown page."""
    context = SpokenContext(
        program,
        info_name="consistency",
        help_option_names=["-h", "--help"],
        max_content_width=WIDTH,
        terminal_width=WIDTH,
    )
    with speaking(language):
        return "\n".join((HEADS[language], *_pages(program, context)))


def _pages(command: click.Command, context: click.Context) -> Iterator[str]:
    """A section for a command, then for each of those below it in the order of the alphabet."""
    lines = (line.rstrip() for line in command.get_help(context).splitlines())
    yield f"## {context.command_path}\n\n```text\n" + "\n".join(lines) + "\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _pages(below, SpokenContext(below, parent=context, info_name=name))


if __name__ == "__main__":
    from consistency.cli import main

    sys.stdout.buffer.write(manual(main, *sys.argv[1:2]).encode())
