"""The documents a command is about: files, folders, the standard input, and what of them is asked about."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, TypedDict, TypeVar

from consistency.commands.options import STANDARD_INPUT
from consistency.commands.output import Impossible, complain, spare

if TYPE_CHECKING:
    from consistency.configuration import Configuration
    from consistency.limits import Limits
    from consistency.model import Problem
    from consistency.selection import Selection

T = TypeVar("T")


class Conditions(TypedDict):
    """For which place each document speaks, and what may be spent on it."""

    place_of: Callable[[str], str]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Sources:
    """Paths to be read, and how to call what was read from them; `selection` tells what was left out."""

    paths: tuple[str, ...]
    selection: Selection
    configuration: Configuration
    input_path: str = ""
    input_name: str = ""

    def led_to(self, paths: Iterable[str]) -> frozenset[str]:
        """The documents that some of the paths given lead to, as they are read."""
        from consistency.selection import led_to

        return led_to(self.paths, (self.input_path if path == STANDARD_INPUT else path for path in paths))

    def named(self, value: T) -> T:
        """What was read from the paths, with the standard input called by its name."""
        if not self.input_path:
            return value
        from consistency.standard_input import renamed

        return renamed(value, self.input_path, self.input_name)

    def problems(self, met: Sequence[Problem]) -> tuple[Problem, ...]:
        """What is wrong in the folders, and what was met in reading, by path."""
        told = {problem.path: problem for problem in (*self.selection.problems, *met)}
        return tuple(told[path] for path in sorted(told))

    @property
    def told(self) -> Conditions:
        """What the project says of its documents, as the pipeline asks for it."""
        return {"place_of": self.place_of, "limits": self.configuration.limits}

    def place_of(self, path: str) -> str:
        """The place that the project says the document at one of the paths speaks for."""
        return self.configuration.place_of(self.input_name if path == self.input_path else path)


@contextmanager
def sources(
    paths: Sequence[str],
    exclude: Sequence[str],
    configuration: Configuration,
    stdin_name: str | None = None,
    outputs: Sequence[str] = (),
) -> Iterator[Sources]:
    """The documents that paths lead to, none of which `outputs` may write over.

    Where one of the paths is `-`, the standard input is kept in a file meanwhile.
    """
    from consistency.selection import selected

    selection = selected(
        [path for path in paths if path != STANDARD_INPUT],
        exclude,
        project=str(configuration.folder),
        project_exclude=configuration.exclude,
        instead_of=stdin_name or "",
    )
    for output in outputs:
        spare(output, selection.paths)
    if STANDARD_INPUT not in paths:
        if not selection.paths and not selection.problems:
            raise Impossible(f"nothing is left to be checked: all of {', '.join(paths)} is excluded")
        yield Sources(selection.paths, selection, configuration)
        return
    from consistency.standard_input import CALLED, kept

    name = PurePath(stdin_name).as_posix() if stdin_name else CALLED
    if sys.stdin is None:
        raise Impossible("the standard input is closed")
    with kept(sys.stdin.buffer.read(configuration.limits.bytes + 1), name) as path:
        yield Sources((*selection.paths, path), selection, configuration, path, name)


def note_what_was_left_out(selection: Selection, lang: str) -> None:
    """A line on stderr for each folder that holds more than what was read of it."""
    from consistency.report.wording import say
    from consistency.selection import listed

    for folder in selection.folders:
        for word, files in (("excluded", folder.excluded), ("no document", folder.others)):
            if files:
                complain(say(lang, word, folder=folder.path, count=len(files), files=listed(files)))
