"""Which files a run is about: those named, and those of the folders named but for what is excluded."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import PurePath, PurePosixPath

from consistency.model import Problem
from consistency.readers import find
from consistency.readers.folders import real_path
from consistency.toml_tables import ConfigurationError

NAMED = 3  # files that were left out, up to which each is named


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that was named: how many of its documents are taken, which were excluded, and what is no document."""

    path: str
    taken: int
    excluded: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The paths to be read, what the folders among those named held, and what is wrong in these."""

    paths: tuple[str, ...]
    folders: tuple[Folder, ...]
    problems: tuple[Problem, ...] = ()


def selected(
    paths: Sequence[str],
    exclude: Sequence[str] = (),
    *,
    project: str = "",
    project_exclude: Sequence[str] = (),
    instead_of: str = "",
) -> Selection:
    """The files that paths lead to, without what is excluded in folders and what something else is read instead of.

    Patterns of `exclude` are for paths from each folder on, those of a project for paths from its folder on. A file
    that is named itself is never excluded.
    """
    here, there = excluded_by(exclude), excluded_by(project_exclude)
    replaced = os.path.realpath(instead_of) if instead_of else ""
    chosen, folders, wrong = list[str](), list[Folder](), list[Problem]()
    for path in paths:
        if not os.path.isdir(path):
            chosen += [path] if not replaced or os.path.realpath(path) != replaced else []
            continue
        found, problems = find([path], paths)
        every = (*found, *(problem.path for problem in problems)) if exclude or project_exclude else ()
        out = {p for p in every if here(_within(path, p)) or there(_within(project, p))}
        taken = [file for file in found if file not in out and not (replaced and os.path.realpath(file) == replaced)]
        chosen += taken
        wrong += [problem for problem in problems if problem.path not in out]
        folders.append(Folder(PurePath(path).as_posix(), len(taken), tuple(sorted(out)), _others(path, found)))
    return Selection(tuple(chosen), tuple(folders), tuple(wrong))


def _others(folder: str, documents: Sequence[str]) -> tuple[str, ...]:
    """The files of a folder that are neither documents nor tell of one; hidden ones go without saying."""
    found, others = frozenset(documents), list[str]()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = os.path.join(PurePath(place).as_posix(), "") if place != os.curdir else ""
        files = (inside + name for name in sorted(names) if not name.startswith("."))
        others += [file for file in files if file not in found]
    if not others:
        return ()
    real = partial(real_path, folders={})
    known = {real(each) for file in documents for each in (file, f"{file}.toml", _stem(file) + ".toml")}
    return tuple(file for file in others if real(file) not in known)


def _stem(file: str) -> str:
    return os.path.splitext(file)[0]


def _within(folder: str, file: str) -> str:
    return os.path.relpath(file, folder or os.curdir).replace(os.sep, "/")


def led_to(documents: Iterable[str], paths: Iterable[str]) -> frozenset[str]:
    """Those of the documents that paths lead to: the files named, and what is in the folders named."""
    real = {os.path.realpath(path) for path in paths}
    inside = tuple(os.path.join(path, "") for path in real)
    folders: dict[str, str] = {}
    return frozenset(d for d in documents if (at := real_path(d, folders)) in real or at.startswith(inside))


def listed(files: Sequence[str]) -> str:
    """Files by name where they are few, else how many there are of each suffix.

    >>> listed(["a/README.md"]), listed(["a.pdf", "b.pdf", "c.pdf", "d.ppt"])
    ('README.md', '3 × .pdf, 1 × .ppt')
    """
    names = [PurePosixPath(file).name for file in files]
    if len(names) <= NAMED:
        return ", ".join(names)
    kinds = Counter(PurePosixPath(name).suffix or name for name in names)
    return ", ".join(f"{count} × {kind}" for kind, count in kinds.most_common())


def excluded_by(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Whether a file is excluded, by its path from the folder the patterns are for; the rules are those of .gitignore.

    The last pattern that fits decides, `!` takes back, and what lies in an excluded folder stays excluded.

    >>> out = excluded_by(["*.txt", "!kept.txt", "old/"])
    >>> out("a.txt"), out("kept.txt"), out("old/kept.txt")
    (True, False, True)
    """
    rules = [rule for pattern in patterns if (rule := _rule(pattern)) is not None]

    @cache
    def said(path: str, is_folder: bool) -> bool:
        fitting = (takes_back for regex, takes_back, folders in rules if (is_folder or not folders) and regex(path))
        return next((not takes_back for takes_back in reversed([*fitting])), False)

    def out(path: str) -> bool:
        ends = (at for at, character in enumerate(path) if character == "/" and at)
        return any(said(path[:end], True) for end in ends) or said(path, False)

    return out


_Rule = tuple[Callable[[str], object], bool, bool]


def _rule(pattern: str) -> _Rule | None:
    """A pattern as (what it fits, whether it takes back, whether it is for folders only); None for an empty one."""
    takes_back = pattern.startswith("!")
    body = pattern[1:] if takes_back else pattern
    folders = body.endswith("/")
    body = body.rstrip("/")
    if not body:
        return None
    try:
        regex = re.compile(_expression(body.removeprefix("/") if "/" in body else f"**/{body}"), re.DOTALL)
    except re.error:
        raise ConfigurationError(f"--exclude {pattern}: not a pattern") from None
    return regex.fullmatch, takes_back, folders


_GLOB = re.compile(
    r"(?P<any>(?:^|(?<=/))\*\*/)|(?P<all>(?<=/)\*\*$)|(?P<some>\*+)|(?P<one>\?)"
    r"|\[(?P<set>[!^]?\]?[^\]]*)\]|\\(?P<escaped>.)|(?P<plain>.)",
    re.DOTALL,
)


def _expression(pattern: str) -> str:
    """A pattern as a regular expression that takes no more than the length of a path times its own.

    Of several stars each but the last takes what is least, and that for good: where the rest does not fit behind the
    first place, it fits behind none. Only the last one looks on.

    >>> _expression("a*b*c"), _expression("**/a/**/b")
    ('a(?>[^/]*?b)[^/]*c', '(?>(?:[^/]*/)*?a/)(?:.*/)?b')
    """
    done = run = ""  # before the last **/ and behind it
    folders = False  # whether there was a **/
    behind: str | None = None  # what stands behind the last star of this part of the path
    for found in _GLOB.finditer(pattern):
        kind = found.lastgroup
        if kind == "some":
            run += "" if behind is None else f"(?>[^/]*?{behind})"
            behind = ""
        elif kind == "any":
            done += f"(?>(?:[^/]*/)*?{run})" if folders else run
            run, folders = "", True
        elif kind == "all" or found["plain"] == "/":
            run += ("" if behind is None else f"[^/]*{behind}") + (".+" if kind == "all" else "/")
            behind = None
        elif behind is None:
            run += _translated(found)
        else:
            behind += _translated(found)
    run += "" if behind is None else f"[^/]*{behind}"
    return done + (f"(?:.*/)?{run}" if folders else run)


def _translated(found: re.Match[str]) -> str:
    """A character, or one of several, of a pattern as a regular expression."""
    kind = found.lastgroup or ""
    if kind == "one":
        return "[^/]"
    if kind == "set":
        inner, negated = found["set"], found["set"][:1] in ("!", "^")
        letters = re.sub(r"([\\\[\]&|~])", r"\\\1", inner[1:] if negated else inner)
        return f"(?!/)[{'^' if negated else ''}{letters}]"
    return re.escape(found[kind])
