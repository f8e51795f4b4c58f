"""What a run may spend on one document, unless a project says otherwise."""

from __future__ import annotations

import os
from dataclasses import dataclass

PIECE = 256 << 10  # bytes; a document has its seconds for each of these that it begins


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for each document.

    Its megabytes; the seconds of the processor for each quarter of a megabyte; its elements, the numbers, sentences,
    lines and cells of its text, by which memory is bounded.
    """

    megabytes: int = 64
    seconds: int = 60
    elements: int = 500_000

    @property
    def bytes(self) -> int:
        """The size of the largest file that is read."""
        return self.megabytes << 20

    def seconds_for(self, path: str) -> float:
        """What may be spent on the document at a path; what is not there takes no time.

        >>> Limits(seconds=20).seconds_for("no such file")
        20
        """
        try:
            size = min(os.stat(path).st_size, self.bytes)
        except (OSError, ValueError):
            size = 0
        return self.seconds_of(size)

    def seconds_of(self, size: int) -> float:
        """What may be spent on so many bytes."""
        return self.seconds * max(1, -(-size // PIECE))


LIMITS = Limits()
