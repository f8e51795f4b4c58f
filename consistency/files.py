"""Files of the user's: written whole or not at all, held by one run at a time, read up to a bound."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

Path = str | os.PathLike[str]


def write_whole(path: Path, data: bytes, *, lasting: bool = False) -> None:
    """Puts a file with these bytes in the place of the old one; where that fails, the old one stays as it was.

    They are written beside it and renamed, so that nobody ever reads half a file, and a link goes on leading where it
    led. What must outlast a power cut, a decision say, is `lasting`: the disk has it before this returns. Into what is
    no ordinary file, a pipe or a terminal, bytes are written as they come.
    """
    if _is_device(path):
        with open(path, "wb") as device:
            device.write(data)
        return
    target = os.path.realpath(path)
    handle, beside = _beside(target)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        with suppress(FileNotFoundError):  # where there is no old one, the mode is that of any new file
            os.chmod(beside, stat.S_IMODE(os.stat(target).st_mode))
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
    if lasting:
        _to_disk(os.path.dirname(target))


def obstacle(path: Path) -> str:
    """Why a file could not be written, in the words of the system, and nothing where it could.

    Found out by doing it: an empty file is made beside it and taken away again.

    >>> obstacle("no folder/report.json"), obstacle(os.curdir)
    ('No such file or directory', 'Is a directory')
    """
    try:
        if os.path.isdir(path):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        if os.path.exists(path) and not os.access(path, os.W_OK):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        if not _is_device(path):
            handle, beside = _beside(os.path.realpath(path))
            os.close(handle)
            os.unlink(beside)
    except OSError as error:
        return error.strerror or type(error).__name__
    except ValueError:  # a NUL in the name
        return os.strerror(errno.EINVAL)
    return ""


def same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, be it there or not.

    >>> same("a/../report.txt", "./report.txt"), same("report.txt", "report.md")
    (True, False)
    """
    try:
        if os.path.samefile(one, other):
            return not _is_device(one)
    except (OSError, ValueError):
        pass
    return os.path.realpath(one) == os.path.realpath(other) and not _is_device(one)


@contextmanager
def held(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Keeps other runs from the files beside this one until it is done; `waiting` is called where another has them.

    The folder is what is locked, so nothing is left lying about, and the system lets go of it when a run dies. Where
    it knows of no such locks, or the folder is not there, nothing is held.
    """
    try:
        import fcntl

        folder = os.open(os.path.dirname(os.path.realpath(path)), os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(folder, fcntl.LOCK_EX)
        except OSError:  # a file system without locks
            pass
        yield
    finally:
        os.close(folder)


def versions(paths: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """What tells of each file whether it changed: those that paths lead to, by name; hidden ones count where named.

    >>> versions(["no such file"])
    {}
    """
    found: dict[str, tuple[int, int]] = {}
    for path in paths:
        inside = [os.fspath(path)]
        for place, folders, names in os.walk(inside[0]):
            folders[:] = [name for name in folders if not name.startswith(".")]
            inside += [os.path.join(place, name) for name in names if not name.startswith(".")]
        for file in inside:
            with suppress(OSError, ValueError):
                known = os.stat(file)
                if stat.S_ISREG(known.st_mode):
                    found[file] = known.st_mtime_ns, known.st_size
    return found


def content(path: Path, most: int) -> bytes:
    """The bytes of a file that should hold no more than so many; raises `OSError` where it does, or cannot be read."""
    with open(path, "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"larger than {most >> 20} MB")
    return data


def _beside(target: str) -> tuple[int, str]:
    """A new empty file in the folder of another, open to be written to, and its path."""
    path = os.path.join(os.path.dirname(target), f".consistency-{secrets.token_hex(6)}.part")
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), path


def _is_device(path: Path) -> bool:
    """Whether there is something that is no ordinary file: a pipe, a terminal, /dev/null."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def _to_disk(folder: str) -> None:
    """Has the disk take note of a file's new name; not every system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
