"""From paths to documents: one reader a format, by the suffix of the name. Bad input comes back as a `Problem`."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256

from consistency.limits import LIMITS, Limits
from consistency.model import Document, Problem
from consistency.patterns import lazy
from consistency.readers.folders import documents, real_path, spelling, suffix, unknown_suffix
from consistency.readers.libreoffice import SUFFIXES, office
from consistency.readers.plain_text import read_plain_text
from consistency.readers.refusals import Refusal, is_unicode, of_error

# A reader takes the path, for the document to bear, and the bytes of the file. It raises nothing for bad bytes.
Reader = Callable[[str, bytes], Document | Problem]


def _web_page(path: str, data: bytes) -> Document | Problem:
    from consistency.readers.web_page import read_web_page  # each format's library is loaded when a file needs it

    return read_web_page(path, data)


def _word(path: str, data: bytes) -> Document | Problem:
    from consistency.readers.word import read_word

    return read_word(path, data)


def _workbook(path: str, data: bytes) -> Document | Problem:
    from consistency.readers.workbook import read_workbook

    return read_workbook(path, data)


def _separated(path: str, data: bytes) -> Document | Problem:
    from consistency.readers.separated import read_separated

    return read_separated(path, data)


def _pdf(path: str, data: bytes) -> Document | Problem:
    from consistency.readers.pdf import read_pdf

    return read_pdf(path, data)


def _ofd(path: str, data: bytes) -> Document | Problem:
    from consistency.readers.ofd import read_ofd

    return read_ofd(path, data)


def _converted(path: str, data: bytes) -> Document | Problem:
    from consistency.readers.converted import read_converted

    return read_converted(path, data)


READERS: dict[str, Reader] = {
    ".csv": _separated,
    ".doc": _converted,
    ".docx": _word,
    ".htm": _web_page,
    ".html": _web_page,
    ".md": read_plain_text,
    ".odt": _converted,
    ".ofd": _ofd,
    ".pdf": _pdf,
    ".rtf": _converted,
    ".txt": read_plain_text,
    ".wps": _converted,
    ".xlsx": _workbook,
}

# A number, what ends a sentence or a line, and what parts cells: what is kept of each takes memory. A yearbook has a
# hundred thousand of them; a log or a data dump that was named .txt by mistake would stop the whole run.
ELEMENT = lazy(r"[\d〇零一二三四五六七八九十百千万亿][\d.,〇零一二三四五六七八九十百千万亿]*|[。！？!?\n\t|]")


def find(paths: Sequence[str], beside: Sequence[str] = ()) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The paths of all documents that files and folders lead to, and a problem for each path that leads to none.

    Links in folders lead to folders inside of these, and of those named `beside` them.
    Sorted, whatever the order given. A file reached twice is listed once, by the spelling that comes first. What only
    LibreOffice can read is taken in folders where that is installed.
    """
    spellings: dict[str, str] = {}
    problems: dict[str, Problem] = {}
    folders: dict[str, str] = {}
    inside = [suffix for suffix in READERS if office() or suffix not in SUFFIXES]
    named = (*paths, *beside)
    for path in paths:
        for found in documents(path, READERS, inside, named):
            if isinstance(found, Problem):
                problems[found.path] = found
            else:
                real = real_path(found, folders)
                spellings[real] = min(found, spellings.get(real, found))
    return tuple(sorted(spellings.values())), tuple(problems[path] for path in sorted(problems))


def read(path: str, limits: Limits = LIMITS) -> Document | Problem:
    """The document that a file within the limits holds, or why it cannot be read.

    `path` comes back with forward slashes.
    """
    data = content(path, limits.bytes)
    return data if isinstance(data, Problem) else document_of(path, data, limits.elements)


def document_of(path: str, data: bytes, most: int = LIMITS.elements) -> Document | Problem:
    """The document, of at most so many elements, that the bytes of the file at a path make, or why they make none."""
    plain = spelling(path)
    found = READERS[suffix(plain)](plain, data)
    if isinstance(found, Problem):
        return found
    count = elements(found.text) if len(found.text) > most else 0
    if count > most:
        return Refusal.ELEMENTS.of(plain, count=count, limit=most)
    return replace(found, digest=sha256(data).hexdigest())


def elements(text: str) -> int:
    """How many numbers, ends of sentences and lines, and marks between cells a text has.

    >>> elements("粮食产量12.3万吨。\\n| 甲 | 三 |\\n")
    8
    """
    return sum(1 for _ in ELEMENT.finditer(text))


def content(path: str, largest: int = LIMITS.bytes) -> bytes | Problem:
    """The bytes, one or more, of a file that some reader is for, or why they cannot be had."""
    if not path:
        return Refusal.MISSING.of(path)
    plain = spelling(path)
    if not is_unicode(plain):
        return Refusal.NAME.of(plain)
    try:
        return _bytes(plain, largest) or Refusal.EMPTY.of(plain)
    except (OSError, ValueError) as error:
        return of_error(plain, error)


def _bytes(path: str, largest: int) -> bytes | Problem:
    """The content of a file that some reader is for and that is not too large."""
    found = os.stat(path)
    if stat.S_ISDIR(found.st_mode):
        return Refusal.FOLDER.of(path)
    if not stat.S_ISREG(found.st_mode):  # to open a pipe would wait for a writer
        return Refusal.NOT_A_FILE.of(path)
    if suffix(path) not in READERS:
        return unknown_suffix(path, READERS)
    with open(path, "rb") as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        return Refusal.TOO_LARGE.of(path, size=-(-max(found.st_size, len(data)) >> 20), limit=largest >> 20)
    return data
