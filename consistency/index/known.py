"""What an index knows of some documents as they are now."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from consistency.index.store import Store, key_of
from consistency.model import Context, Problem, Reading
from consistency.readers import content

Told = tuple[str, Context | None]  # the path of a document, and what is told of it beside it
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Known:
    """The readings of an index that were made by one version of the program, its rules and its words."""

    store: Store
    version: bytes

    def readings(self, told: Sequence[Told], largest: int) -> Mapping[str, Reading]:
        """The readings by path of those documents, of at most so many bytes, whose content was read before.

        An index that fails meanwhile knows nothing more: everything can be read again.
        """
        return self._found(self.store.reading, told, largest)

    def outlines(self, told: Sequence[Told], largest: int) -> Mapping[str, bytes]:
        """The outlines of the same documents, packed."""
        return self._found(lambda key, path: self.store.outline(key), told, largest)

    def _found(
        self, look_up: Callable[[bytes, str], Found | None], told: Sequence[Told], largest: int
    ) -> dict[str, Found]:
        found: dict[str, Found] = {}
        for path, beside in told:
            data = content(path, largest)
            if isinstance(data, Problem):
                continue
            try:
                there = look_up(key_of(self.version, path, data, beside), path)
            except sqlite3.DatabaseError:
                break
            if there is not None:
                found[path] = there
        return found
