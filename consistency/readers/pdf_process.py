"""The process in which a PDF is read: the file comes in; a line for each page and what was read go out."""

from __future__ import annotations

import json
import sys
import time
from typing import IO, Any

from consistency.readers.pdf import A_PAGE
from consistency.readers.pdf_characters import MOST_PAGES, Damaged, Locked, TooLong
from consistency.readers.pdf_text import pdf_text

MEMORY = 420 << 20  # bytes over and above those of the file
ALL_PAGES = 0.02  # for each, to put them together at the end


def serve() -> None:
    """Read the file from the standard input and answer on the standard output."""
    data = sys.stdin.buffer.read()
    bound_memory(MEMORY + 3 * len(data))
    out = sys.stdout.buffer
    out.write(json.dumps(answer(data, out)).encode() + b"\n")
    out.flush()


def answer(data: bytes, out: IO[bytes]) -> dict[str, Any]:
    """What was read, or the name of the refusal and its facts; a line on `out` after each page."""
    pages = 0

    def alive() -> None:
        nonlocal pages
        pages += 1
        _bound_time(A_PAGE + ALL_PAGES * pages)
        out.write(b".\n")
        out.flush()

    _bound_time(A_PAGE)
    try:
        return pdf_text(data, alive)._asdict()
    except Locked:
        return {"refusal": "ENCRYPTED", "facts": {}}
    except TooLong as error:
        return {"refusal": "TOO_MUCH", "facts": {"count": error.args[0], "limit": MOST_PAGES}}
    except (Damaged, MemoryError):
        return {"refusal": "BROKEN", "facts": {}}


def bound_memory(most: int) -> None:
    """Let the system refuse more memory, where it knows of such bounds."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _bound_time(more: float) -> None:
    """Let the system end this process after so many more seconds of the processor, which it counts in whole ones."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    until = int(time.process_time() + more) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until if hard == resource.RLIM_INFINITY else min(until, hard), hard))
