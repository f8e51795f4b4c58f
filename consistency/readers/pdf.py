"""PDF files: their text layer in reading order, read by a process of its own.

PDFium is not safe for threads, and no file that someone else made may take this process down with it, nor use up its
memory or its time: the other process has limits, and gives a sign of life after each page.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import PurePath
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from consistency.model import Document, Problem
from consistency.readers.properties import of_pdf
from consistency.readers.refusals import Refusal
from consistency.readers.signatures import format_of
from consistency.text.tables import TableBlock

PATIENCE = 30.0  # seconds without a sign of life, on a machine that has no other bound, or is busy with other things
A_PAGE = 2  # seconds of the processor: a page takes a twentieth of one, and one full of small print a whole one
LEAST = 0.5  # of the pages have text; with less the file is a scan with a cover

_SPENT = -signal.SIGXCPU if hasattr(signal, "SIGXCPU") else None  # how a process ends whose seconds are spent
# -I keeps the surroundings out; the path of imports is handed over, for the project may not be installed.
_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from consistency.readers import pdf_process; pdf_process.serve()"
)


def read_pdf(path: str, data: bytes) -> Document | Problem:
    """The text, paragraphs joined over lines and pages; places are told as page and line, p3:12."""
    kind = format_of(data)
    if b"%PDF-" not in data[:1024]:
        return (Refusal.OTHER_FORMAT if kind else Refusal.BROKEN).of(
            path, kind=kind or "PDF", suffix=PurePath(path).suffix
        )
    said = _answer(data)
    if "refusal" in said:
        return Refusal[said["refusal"]].of(path, **{"kind": "PDF", **said["facts"]})
    if not said["with_text"] or said["with_text"] < LEAST * said["pages"]:
        return Refusal.NO_TEXT.of(path, pages=said["pages"])
    landmarks = tuple((start, label) for start, label in said["landmarks"])
    text, tables = said["text"], tuple(TableBlock.at(said["text"], positions) for positions in said["tables"])
    return Document(path, text, "utf-8", landmarks, of_pdf(said["information"]), tables=tables)


def _answer(data: bytes) -> dict[str, Any]:
    """What the other process says of the file, or why it says nothing.

    Where it falls silent, or the system ends it because its seconds are spent, time is what the file wanted; where it
    dies of anything else, or talks nonsense, the file is broken.
    """
    command = [sys.executable, "-I", "-c", _PROGRAM, json.dumps(sys.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        lines: SimpleQueue[bytes] = SimpleQueue()
        Thread(target=_tell, args=(process.stdin, data), daemon=True).start()
        Thread(target=_hear, args=(process.stdout, lines), daemon=True).start()
        try:
            while line := lines.get(timeout=PATIENCE):
                if line.startswith(b"{"):
                    answer: dict[str, Any] = json.loads(line)
                    return answer
            if process.wait(PATIENCE) == _SPENT:
                return {"refusal": "PAGES", "facts": {"seconds": A_PAGE}}
        except (Empty, subprocess.TimeoutExpired):
            return {"refusal": "PAGES", "facts": {"seconds": PATIENCE}}
        except ValueError:
            pass
        finally:
            process.kill()
    return {"refusal": "BROKEN", "facts": {}}


def _tell(pipe: IO[bytes], data: bytes) -> None:
    """Hand the file over."""
    try:
        pipe.write(data)
        pipe.close()
    except OSError:  # nobody listens any more
        pass


def _hear(pipe: IO[bytes], lines: SimpleQueue[bytes]) -> None:
    """Pass on each line that the other process says, and nothing at the end."""
    try:
        for line in pipe:
            lines.put(line)
    except (OSError, ValueError):  # closed from our side
        pass
    lines.put(b"")
