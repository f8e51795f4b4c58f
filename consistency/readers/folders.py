"""Which documents a path leads to: a file is one, a folder has those in it and in its folders."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePath

from consistency.model import Problem
from consistency.patterns import lazy
from consistency.readers.refusals import Refusal, is_unicode, of_error

# Files about the documents of a folder, in any format and language: README.md, README.zh.md, LICENSE.txt
ABOUT = lazy(r"(?:readme|changelog|contributing|code_of_conduct|licen[cs]e|copying|authors)(?:[._-].*)?", re.I)


def documents(
    path: str, suffixes: Collection[str], inside: Collection[str] | None = None, named: Iterable[str] = ()
) -> Iterator[str | Problem]:
    """The documents a path given by the user leads to, and what is wrong with it, in no particular order.

    `inside` are the suffixes of what is taken in a folder, where these are fewer; `named` are all paths given.
    """
    if not path:  # else an unset variable of a shell script would mean the working folder
        yield Refusal.MISSING.of(path)
        return
    plain = spelling(path)
    if not is_unicode(plain):
        yield Refusal.NAME.of(plain)
        return
    mode = _mode(plain)
    if isinstance(mode, Problem):
        yield mode
    elif stat.S_ISDIR(mode):
        taken = suffixes if inside is None else inside
        found = list(_within(plain, taken, (plain, *named)))
        yield from found or [Refusal.NO_DOCUMENTS.of(plain, known=listed(taken))]
    elif not stat.S_ISREG(mode):
        yield Refusal.NOT_A_FILE.of(plain)
    elif suffix(plain) not in suffixes:
        yield unknown_suffix(plain, suffixes)
    else:
        yield plain


def spelling(path: str) -> str:
    """The path with forward slashes and nothing idle in it; where it leads is not looked at.

    >>> spelling("./reports//2024.txt")
    'reports/2024.txt'
    """
    return PurePath(path).as_posix()


def suffix(path: str) -> str:
    """What READERS goes by: the last suffix in small letters.

    >>> suffix("reports/2024.pdf.TXT"), suffix("reports.2024/.txt"), suffix("2024.")
    ('.txt', '', '')
    """
    name = path.rpartition("/")[2]
    at = name.rfind(".")
    return name[at:].lower() if 0 < at < len(name) - 1 else ""


def real_path(path: str, folders: dict[str, str]) -> str:
    """The real path of a file; those of the folders that files lie in are looked up once, and kept in `folders`."""
    folder, name = os.path.split(path)
    if name in ("", os.curdir, os.pardir) or os.path.islink(path):
        return os.path.realpath(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)


def unknown_suffix(path: str, suffixes: Collection[str]) -> Problem:
    """The problem with a file that no reader is for."""
    return Refusal.SUFFIX.of(path, suffix=PurePath(path).suffix or PurePath(path).name, known=listed(suffixes))


def listed(suffixes: Collection[str]) -> str:
    """The suffixes as a message names them."""
    return " ".join(sorted(suffixes))


def _within(top: str, suffixes: Collection[str], named: Collection[str]) -> Iterator[str | Problem]:
    """The documents in a folder, hidden ones and those about the others left out.

    Links to folders are followed inside of the folders named, by their real paths: what somebody put into a folder
    leads to nothing that was not asked about, be it a home folder or /proc. A folder that two links lead to is entered
    once, by the spelling that comes first: folders are taken up in the order of their spelling, so the outcome does not
    hang on the file system's.
    """
    waiting, entered = [top], set[str]()
    while waiting:
        folder = waiting.pop()
        here = os.path.realpath(folder)
        if here in entered:
            continue
        entered.add(here)
        try:
            names = [name for name in os.listdir(folder) if not name.startswith(".")]
        except OSError as error:
            yield of_error(folder, error)
            continue
        inner = []
        inside = "" if folder == os.curdir else os.path.join(folder, "")
        for path in (inside + name for name in names):
            mode = _mode(path)
            known = suffix(path) in suffixes
            if not isinstance(mode, Problem) and stat.S_ISDIR(mode):
                wrong = _astray(path, here, named) if os.path.islink(path) else None
                if wrong:
                    yield wrong
                else:
                    inner.append(path)
            elif not known or ABOUT.fullmatch(os.path.basename(path)):
                continue
            elif not is_unicode(path):
                yield Refusal.NAME.of(path)
            elif isinstance(mode, Problem):
                yield mode
            else:
                yield path if stat.S_ISREG(mode) else Refusal.NOT_A_FILE.of(path)
        waiting += sorted(inner, key=lambda name: name + "/", reverse=True)


def _astray(link: str, here: str, named: Collection[str]) -> Problem | None:
    """What is wrong with a link to a folder: it leads back to where it lies, or out of all that was named."""
    real = os.path.realpath(link)
    if _holds(real, here):
        return Refusal.LOOP.of(link)
    inside = any(_holds(os.path.realpath(path), real) for path in named)
    return None if inside else Refusal.ELSEWHERE.of(link)


def _holds(folder: str, inside: str) -> bool:
    """Whether a folder is the other or one of those it lies in; both are real paths."""
    return inside == folder or inside.startswith(os.path.join(folder, ""))


def _mode(path: str) -> int | Problem:
    """What kind of thing the path leads to."""
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError) as error:
        return of_error(path, error)
