"""Arguments and options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from consistency.commands.engines import ENGINES
from consistency.commands.spoken import LANGUAGES, spoken

if TYPE_CHECKING:
    from consistency.configuration import Configuration
    from consistency.engine import Rules

STANDARD_INPUT = "-"
Command = TypeVar("Command", bound=Callable[..., Any])


def ids(ctx: click.Context, option: click.Parameter, lists: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of lists with commas, each list given with an option of its own."""
    found = tuple(id_.strip() for list_ in lists for id_ in list_.split(",") if id_.strip())
    if lists and not found:
        raise click.BadParameter("names no rule.", ctx, option)
    return found


def known_ids(ctx: click.Context, option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The rules whose ids a shell may complete the last word of a list to."""
    from consistency.engine import load_rules
    from consistency.report.wording import said

    before, comma, last = incomplete.rpartition(",")
    rules = load_rules()
    told = ((id_, said(rules.rule(id_).name, spoken())) for id_ in sorted(rules.ids))
    return [CompletionItem(before + comma + id_, help=name) for id_, name in told if id_.startswith(last)]


def configuration_of(file: Path | None) -> Configuration:
    """What the project says of its checks: in the file named, else in that of this folder or the nearest above it."""
    from consistency.configuration import find_configuration, load_configuration

    return find_configuration(Path()) if file is None else load_configuration(file)


def rules_of(
    configuration: Configuration,
    folders: tuple[Path, ...] = (),
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Rules:
    """The rules as the project wants them and those of further folders, with some selected and some left out."""
    from consistency.configuration import configured_rules

    return configured_rules(configuration, folders).chosen(select, ignore)


def some_rules(name: str, words: str) -> Callable[[Command], Command]:
    """The option of this name for lists of rules; `words` are its help."""
    return click.option(name, callback=ids, shell_complete=known_ids, multiple=True, metavar="RULE", help=words)


def jobs(usual: int) -> Callable[[Command], Command]:
    """The option for the number of processes, with the usual one."""
    count = click.IntRange(min=1)
    return click.option("--jobs", type=count, default=usual, show_default=True, metavar="N", help="Worker processes.")


def engine(command: Command) -> Command:
    """The options for what carries out the reading of documents."""
    for option in (
        click.option(
            "--scratch",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            help="Where the workers of a cluster on this machine keep what does not fit into memory.",
        ),
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            help="With --engine dask: the scheduler whose workers read, tcp://host:8786. They must see the documents "
            "under the same paths. Without it, --jobs workers of this machine.",
        ),
        click.option(
            "--engine",
            type=click.Choice(ENGINES),
            default="processes",
            show_default=True,
            help="What reads the documents: processes of this machine, or the workers of a Dask cluster. The report is "
            "the same.",
        ),
    ):
        command = option(command)
    return command


LANG = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=spoken,
    show_default="that of the locale",
    help="Language of messages; ids and JSON keys do not depend on it.",
)
OUTPUT = click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to stdout.")
RULES = click.option(
    "--rules",
    "folders",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    metavar="DIR",
    help="A folder with rules of your own, beside those that come along. Repeatable.",
)
CONFIG = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Settings of the project. Without it, consistency.toml or [tool.consistency] in pyproject.toml of this folder "
    "or the nearest above it.",
)
WHO = click.option("--who", default="", metavar="NAME", help="Who decides. Without it, the name in git's settings.")
BASELINE = click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Findings recorded by `consistency baseline write`: only what is new since calls for attention.",
)
PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path())
EXCLUDE = click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Leave out what is so named in the folders given. Patterns are those of .gitignore, from the folder on: "
    "“*.tmp.txt”, “old/”, “/2019/**”, “!kept.txt”. Repeatable; a file that is named itself is never left out.",
)
STDIN_NAME = click.option(
    "--stdin-name",
    metavar="NAME",
    help="What to call the standard input where a path is “-”: the name stands in reports, and its suffix tells the "
    "format. Without it the input is text, called “-”. A file of this name is not read beside it.",
)
INDEX = click.option(
    "--no-index",
    "indexed",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Read every document, though the project has an index. The report is the same.",
)
QUIET = click.option("--quiet", "-q", is_flag=True, help="Findings and complaints only: no summary, no notes, no bar.")
