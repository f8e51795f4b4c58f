"""A copy of a document with a note at each place of a finding, as its editor would write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from consistency.annotate.notes import Note, notes
from consistency.model import Document, Problem, Report
from consistency.readers.folders import suffix

ANNOTATORS = {
    ".docx": "consistency.annotate.word_comments",
    ".pdf": "consistency.annotate.pdf_highlights",
    ".xlsx": "consistency.annotate.cell_notes",
}
# Gives the bytes of a file with notes in it, or why it has none; `Document` is the same file as it was read.
Annotator = Callable[[bytes, Document, Sequence[Note]], bytes | Problem]


def annotated(report: Report, path: str, data: bytes, *, lang: str) -> bytes | Problem:
    """A document of the report with a comment at each of its places that some finding calls somebody to.

    `data` are the bytes of its file, from which the report was made; they are not changed, and neither is the text.
    A comment tells what disagrees, what the other side says and where, and how sure that is. What was accepted or
    recorded before has no comment. Raises `KeyError` for a path that the report does not know or no annotator is for.
    """
    reading = next((reading for reading in report.readings if reading.document.path == path), None)
    if reading is None:
        raise KeyError(path)
    annotate: Annotator = import_module(ANNOTATORS[suffix(path)]).annotate
    return annotate(data, reading.document, notes(report, path, lang))
