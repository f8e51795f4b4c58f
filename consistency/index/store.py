"""The file of the index: what was read, by what it was read from, and which document has which reading.

    reading   key → the reading, packed
    brief      key → what a report says of the document where it tells nothing of it, packed
    outline   key → what decides whose copy it is, and which others are laid beside it, packed
    document  path → the key of its reading, the digest of what its file held, and the stamp that the file had

A key is made of the content of a document, its suffix, what is told of it beside, and the version of what reads it. So
nothing in the file is ever out of date: it is found, or it is not. Whatever happens to a run, SQLite gives the file
back as it was after the last batch; a file that is damaged, or none of ours, is told of by `Unusable`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple, dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Self

from consistency.index.contents import Content
from consistency.index.packing import Unpackable, unpack
from consistency.model import Context, Reading
from consistency.readers.folders import suffix

FILE = "index.sqlite"
OURS = 0x636F6E73  # the mark by which SQLite files are told from those of other programs
FORM = 3  # of the tables
SPARE = 4  # of so many pages of the file one may be empty before it is made smaller
PATIENCE = 30.0  # seconds that a run waits for another to be done with a batch
TABLES = """
CREATE TABLE reading (key BLOB PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE brief (key BLOB PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE outline (key BLOB PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE document
    (path TEXT PRIMARY KEY, key BLOB NOT NULL, digest BLOB NOT NULL, stamp TEXT NOT NULL) WITHOUT ROWID;
"""


class Unusable(Exception):
    """Why a file cannot be used as an index: the message tells in a word."""


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A reading as it is kept: under which key, packed, and its brief and outline, packed too."""

    key: bytes
    packed: bytes
    brief: bytes
    outline: bytes


@dataclass(frozen=True, slots=True)
class Entered:
    """A document as an index has it: the key of its reading, and what its file held."""

    key: bytes
    content: Content


@dataclass(frozen=True, slots=True)
class Held:
    """What an index holds: documents, readings of this version, and bytes of the file."""

    documents: int
    readings: int
    bytes: int


def key_of(version: bytes, path: str, digest: bytes, told: Context | None) -> bytes:
    """The key of the reading of a document: the same for the same bytes, whatever the file is called."""
    beside = json.dumps(None if told is None else astuple(told), ensure_ascii=False)
    parts = version, *(text.encode("utf-8", "surrogatepass") for text in (suffix(path), beside))
    return sha256(b"".join(map(_digest, parts)) + digest).digest()


@lru_cache(maxsize=64)  # they are the same for most documents
def _digest(part: bytes) -> bytes:
    return sha256(part).digest()


class Store:
    """An open index."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection, self._file = connection, file

    @classmethod
    @contextmanager
    def opened(cls, file: Path, *, new: bool = False) -> Iterator[Self]:
        """The index in a file, a `new` one where there is none; raises `Unusable` for a file that is no index."""
        if not new and not file.is_file():
            raise Unusable("missing")
        try:
            if new:
                file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)) as connection:
                _made_ready(connection, file)
                yield cls(connection, file)
        except sqlite3.DatabaseError as error:
            raise Unusable(_why(error)) from None

    def reading(self, key: bytes, path: str) -> Reading | None:
        """The reading under a key, as that of the document at a path; nothing where there is none, or it is damaged."""
        row = self._connection.execute("SELECT packed FROM reading WHERE key = ?", (key,)).fetchone()
        with suppress(Unpackable):
            return None if row is None else unpack(row[0], path)
        return None

    def brief(self, key: bytes) -> bytes | None:
        """The brief of the reading under a key, packed."""
        row = self._connection.execute("SELECT packed FROM brief WHERE key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def outline(self, key: bytes) -> bytes | None:
        """The outline of the reading under a key, packed."""
        row = self._connection.execute("SELECT packed FROM outline WHERE key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def keep(self, entries: Iterable[KeptReading], documents: Mapping[str, Entered]) -> None:
        """Adds readings, and takes down which of them documents have: all or nothing."""
        with self._whole():
            for entry in entries:
                self._connection.execute("INSERT OR REPLACE INTO reading VALUES (?, ?)", (entry.key, entry.packed))
                self._connection.execute("INSERT OR REPLACE INTO brief VALUES (?, ?)", (entry.key, entry.brief))
                self._connection.execute("INSERT OR REPLACE INTO outline VALUES (?, ?)", (entry.key, entry.outline))
            rows = ((path, found.key, *found.content) for path, found in documents.items())
            self._connection.executemany("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)", rows)

    def forget_all_but(self, paths: Collection[str], keys: Collection[bytes]) -> int:
        """Drops the documents at other paths and the readings under other keys; how many readings there were."""
        with self._whole():
            there = [path for (path,) in self._connection.execute("SELECT path FROM document")]
            gone = [(path,) for path in there if path not in paths]
            self._connection.executemany("DELETE FROM document WHERE path = ?", gone)
            old = [(key,) for (key,) in self._connection.execute("SELECT key FROM reading") if key not in keys]
            for table in ("reading", "brief", "outline"):
                self._connection.executemany(f"DELETE FROM {table} WHERE key = ?", old)
        (empty,), (all_,) = (
            self._connection.execute(f"PRAGMA {of}").fetchone() for of in ("freelist_count", "page_count")
        )
        if empty * SPARE > all_:
            self._connection.execute("VACUUM")
        return len(old)

    def keys(self) -> frozenset[bytes]:
        """The keys of all readings."""
        return frozenset(key for (key,) in self._connection.execute("SELECT key FROM reading"))

    def sound(self) -> None:
        """Raises `Unusable` where the file is damaged: SQLite looks at all of it but the readings themselves."""
        if self._connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise Unusable("damaged")

    def documents(self) -> dict[str, Entered]:
        """All documents, by their paths."""
        rows = self._connection.execute("SELECT path, key, digest, stamp FROM document ORDER BY path")
        return {path: Entered(key, Content(digest, stamp)) for path, key, digest, stamp in rows}

    def held(self) -> Held:
        """What the index holds."""
        (documents,) = self._connection.execute("SELECT count(*) FROM document").fetchone()
        (readings,) = self._connection.execute("SELECT count(*) FROM reading").fetchone()
        return Held(documents, readings, self._file.stat().st_size)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise


def _made_ready(connection: sqlite3.Connection, file: Path) -> None:
    """Makes the tables of an empty file; raises `Unusable` for another program's, or those of another form."""
    (ours,) = connection.execute("PRAGMA application_id").fetchone()
    (form,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables and not ours:
        connection.executescript(
            f"BEGIN IMMEDIATE; {TABLES} PRAGMA application_id = {OURS}; PRAGMA user_version = {FORM}; COMMIT;"
        )
    elif ours != OURS:
        raise Unusable("foreign")
    elif form != FORM:
        raise Unusable("of another version")


def _why(error: sqlite3.DatabaseError) -> str:
    """Why an index cannot be used, in a word."""
    name = getattr(error, "sqlite_errorname", "")
    known = {"FULL": "full", "BUSY": "busy", "NOTADB": "foreign", "READONLY": "read-only", "CORRUPT": "damaged"}
    return next((why for word, why in known.items() if name.startswith(f"SQLITE_{word}")), "unreadable")
