"""What the files of documents hold, by its digest: a file that nobody has touched since is not read again."""

from __future__ import annotations

import os
import time
from hashlib import sha256
from typing import NamedTuple

from consistency.model import Problem
from consistency.readers import content

FRESH = 2_000_000_000  # nanoseconds within which a file may be written twice without its times telling


class Content(NamedTuple):
    """The digest of what a file held, and the stamp that it had before it was read; an empty stamp tells nothing."""

    digest: bytes
    stamp: str


def stamp(path: str) -> str:
    """What changes whenever a file is written or another is put in its place; empty where that is not sure yet.

    A program can set the time of what a file holds, but not that of the last change of the file itself (its ctime). A
    file that was written just now may be written once more within one tick of the clock: as git does (“racy git”), it
    is read again until it is older.
    """
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return ""
    if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < FRESH:
        return ""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_dev}"


def digest(data: bytes) -> bytes:
    """The digest of what a file holds."""
    return sha256(data).digest()


def digest_now(path: str, before: Content | None, largest: int) -> bytes | Problem:
    """The digest of what a file, of at most so many bytes, holds now; `before` is what was known of it."""
    if before is not None and untouched(path, before, largest):
        return before.digest
    data = content(path, largest)
    return data if isinstance(data, Problem) else digest(data)


def untouched(path: str, before: Content, largest: int) -> bool:
    """Whether a file, of at most so many bytes, surely holds what it held."""
    now = stamp(path)
    return bool(now) and now == before.stamp and int(now.partition(" ")[0]) <= largest
