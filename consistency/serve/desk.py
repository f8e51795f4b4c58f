"""What a page is served from: documents, an archive to compare them with, and where decisions are kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from consistency.configuration import Configuration
from consistency.engine import Rules
from consistency.readers import READERS
from consistency.readers.folders import suffix

DEEPEST, LONGEST = 8, 200  # folders in the name of a document that is dropped; bytes in each of its parts
MOST = 2000  # documents that are dropped
_NEVER = frozenset('<>:"\\|?*')  # in no name on Windows; markup and paths of others need them


class NotTaken(Exception):
    """Why a document is not taken: a word of reports, and a status of HTTP."""

    def __init__(self, word: str, status: int = 400) -> None:
        super().__init__(word)
        self.word, self.status = word, status


@dataclass(frozen=True, slots=True)
class Desk:
    """What is compared, by which rules, and where decisions go; `dropped` is a folder for what the page is given."""

    paths: tuple[str, ...]
    archive: tuple[str, ...]
    exclude: tuple[str, ...]
    configuration: Configuration
    rules: Rules
    accepted: Path
    who: str
    lang: str
    jobs: int
    dropped: Path = field(default_factory=Path)
    command: str = ""  # by which the page was asked for

    def documents(self) -> list[str]:
        """The documents that were dropped, by their names."""
        return sorted(path.relative_to(self.dropped).as_posix() for path in self.dropped.rglob("*") if path.is_file())

    def place_of(self, name: str) -> Path:
        """Where a document of this name goes; raises `NotTaken` for a name that leads elsewhere, or is none."""
        parts = name.split("/")
        if not 0 < len(parts) <= DEEPEST or not all(map(_is_plain, parts)):
            raise NotTaken("no such name")
        if suffix(name) not in READERS:
            raise NotTaken("no reader", 415)
        return self.dropped.joinpath(*parts)

    def take(self, name: str, pieces: Iterable[bytes]) -> None:
        """Keeps a document; raises `NotTaken`, and keeps nothing, where it is too large or there are too many."""
        place = self.place_of(name)
        if len(self.documents()) >= MOST:
            raise NotTaken("too many", 413)
        left = self.configuration.limits.bytes
        beside = place.with_name(f".{place.name}.part")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with open(beside, "wb") as file:
                for piece in pieces:
                    left -= len(piece)
                    if left < 0:
                        raise NotTaken("too large", 413)
                    file.write(piece)
            os.replace(beside, place)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            # a folder has this name, or a file a part of it
            raise NotTaken("no such name") from None
        finally:
            with suppress(FileNotFoundError, NotADirectoryError):
                beside.unlink()

    def remove(self, name: str) -> None:
        """Takes a document that was dropped away again; nothing where there is none."""
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
            self.place_of(name).unlink()

    def clear(self) -> None:
        """Takes away all that was dropped."""
        shutil.rmtree(self.dropped, ignore_errors=True)


def _is_plain(part: str) -> bool:
    return (
        bool(part.strip(" ."))
        and not part.startswith(".")
        and part.isprintable()
        and _NEVER.isdisjoint(part)
        and len(part.encode(errors="surrogatepass")) <= LONGEST
    )
