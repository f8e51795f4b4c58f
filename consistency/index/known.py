"""What an index knows of some documents as they are now."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consistency.index.store import Store, key_of
from consistency.model import Context, Problem, Reading
from consistency.readers import content


@dataclass(frozen=True, slots=True)
class Known:
    """The readings of an index that were made by one version of the program, its rules and its words."""

    store: Store
    version: bytes

    def readings(self, told: Sequence[tuple[str, Context | None]], largest: int) -> Mapping[str, Reading]:
        """The readings by path of those documents, of at most so many bytes, whose content was read before.

        An index that fails meanwhile knows nothing more: everything can be read again.
        """
        found: dict[str, Reading] = {}
        for path, beside in told:
            data = content(path, largest)
            if isinstance(data, Problem):
                continue
            try:
                reading = self.store.reading(key_of(self.version, path, data, beside), path)
            except sqlite3.DatabaseError:
                break
            if reading is not None:
                found[path] = reading
        return found
