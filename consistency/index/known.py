"""What an index knows of some documents as they are now."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from consistency.index.contents import digest_now
from consistency.index.store import Entered, Store, key_of
from consistency.model import Context, Problem, Reading

Told = tuple[str, Context | None]  # the path of a document, and what is told of it beside it
Found = TypeVar("Found")


@dataclass(frozen=True)
class Known:
    """The readings of an index that were made by one version of the program, its rules and its words.

    What a file holds is looked at once, when it is first asked for.
    """

    store: Store
    version: bytes
    _digests: dict[str, bytes | None] = field(default_factory=dict, repr=False, compare=False)

    def readings(self, told: Sequence[Told], largest: int) -> Mapping[str, Reading]:
        """The readings by path of those documents, of at most so many bytes, whose content was read before.

        An index that fails meanwhile knows nothing more: everything can be read again.
        """
        return self._found(self.store.reading, told, largest)

    def briefs(self, told: Sequence[Told], largest: int) -> Mapping[str, bytes]:
        """The briefs of the same documents, packed."""
        return self._found(lambda key, path: self.store.brief(key), told, largest)

    def outlines(self, told: Sequence[Told], largest: int) -> Mapping[str, bytes]:
        """The outlines of the same documents, packed."""
        return self._found(lambda key, path: self.store.outline(key), told, largest)

    @cached_property
    def _entered(self) -> Mapping[str, Entered]:
        """The documents as they are in the index; none where it fails."""
        try:
            return self.store.documents()
        except sqlite3.DatabaseError:
            return {}

    def _digest(self, path: str, largest: int) -> bytes | None:
        """The digest of what the file of a document holds now."""
        if path not in self._digests:
            before = self._entered.get(os.path.abspath(path))
            found = digest_now(path, None if before is None else before.content, largest)
            self._digests[path] = None if isinstance(found, Problem) else found
        return self._digests[path]

    def _found(
        self, look_up: Callable[[bytes, str], Found | None], told: Sequence[Told], largest: int
    ) -> dict[str, Found]:
        found: dict[str, Found] = {}
        for path, beside in told:
            digest = self._digest(path, largest)
            if digest is None:
                continue
            try:
                there = look_up(key_of(self.version, path, digest, beside), path)
            except sqlite3.DatabaseError:
                break
            if there is not None:
                found[path] = there
        return found
