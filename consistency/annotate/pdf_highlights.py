"""Highlights with notes in a PDF, over the words in question; what there was before is the beginning of the copy.

A PDF has no text to point into, only characters on pages: the words are looked for on the page that the reader took
them from, and among several places the one is taken whose surroundings are those of the text.
"""

from __future__ import annotations

import ctypes
import io
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from consistency.annotate.notes import Note
from consistency.model import Document, Problem, Severity
from consistency.patterns import lazy
from consistency.readers.laid_out import UNSEEN
from consistency.readers.pdf_characters import Char, PdfSheet, RuledLine, sheets, turned_rule
from consistency.readers.pdf_columns import in_order
from consistency.readers.pdf_lines import TextLine, rows_of
from consistency.readers.pdf_process import bound_memory
from consistency.readers.pdf_tables import ruled_tables
from consistency.readers.refusals import Refusal
from consistency.report.places import LocatedText

PATIENCE = 120.0  # seconds for the whole file
MEMORY = 600 << 20  # bytes over and above some times those of the file
REACH = 60  # characters before and after, by which places are told apart
_COLOURS = {Severity.ERROR: (255, 150, 150), Severity.WARNING: (255, 220, 110), Severity.INFO: (170, 210, 255)}
_PAGE = lazy(r"p(\d+)\b")
_PRINTED = 4  # a flag: shown on paper too
_MARGIN = 24.0  # points: where a note stands whose words are not found on the page
_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from consistency.annotate import pdf_highlights; pdf_highlights.serve()"
)

Box = tuple[float, float, float, float]  # left, bottom, right, top


def annotate(data: bytes, document: Document, notes: Sequence[Note]) -> bytes | Problem:
    """The file with a highlight for each note, made by a process of its own: PDFium is not safe for threads."""
    asked = json.dumps([_asked(note, document) for note in notes]).encode() + b"\n"
    command = [sys.executable, "-I", "-c", _PROGRAM, json.dumps(sys.path)]
    try:
        done = subprocess.run(command, input=asked + data, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return Refusal.TIME.of(document.path, seconds=PATIENCE)
    return done.stdout if done.returncode == 0 and done.stdout else Refusal.BROKEN.of(document.path, kind="PDF")


def _asked(note: Note, document: Document) -> dict[str, Any]:
    """What the other process has to know of a note."""
    text, span = document.text, note.span
    page = _PAGE.match(LocatedText.of(document.path, text, document.landmarks).landmark(span.start))
    return {
        "page": int(page[1]) if page else 1,
        "words": bare(span.of(text)),
        "before": bare(text[max(0, span.start - REACH) : span.start]),
        "after": bare(text[span.end : span.end + REACH]),
        "author": note.author,
        "lines": note.lines,
        "elsewhere": note.elsewhere,
        "colour": _COLOURS[note.severity],
    }


def bare(text: str) -> str:
    """The text without what readers of pages add, drop or change: blanks, bars, radicals, raised figures.

    >>> bare("| 总值 | 1,744 | 6.7 |\\n"), bare("10⁴吨")
    ('总值1,7446.7', '104吨')
    """
    return unicodedata.normalize("NFKC", UNSEEN.sub("", re.sub(r"[\s|¦\x00-\x1f]+", "", text)))


def serve() -> None:
    """Read notes and a file from the standard input, and write the file with the notes."""
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    bound_memory(MEMORY + 8 * len(data))
    sys.stdout.buffer.write(highlighted(data, asked))


def highlighted(data: bytes, asked: Sequence[dict[str, Any]]) -> bytes:
    """The file with notes, as `annotate` asks for them."""
    by_page: dict[int, list[dict[str, Any]]] = {}
    for note in asked:
        by_page.setdefault(note["page"], []).append(note)
    boxes = {
        id(note): [turned_rule(RuledLine(*box), -sheet.turn % 4) for box in _boxes(_characters(sheet), note)]
        for sheet in sheets(data)
        for note in by_page.get(sheet.number, ())
    }
    document = pypdfium2.PdfDocument(data)
    for number, notes in sorted(by_page.items()):
        page = document[number - 1]
        for note in notes:
            _write(page, note, boxes.get(id(note), []))
        page.close()
    held = io.BytesIO()
    document.save(held, flags=pdfium.FPDF_INCREMENTAL)
    document.close()
    return held.getvalue()


def _characters(sheet: PdfSheet) -> list[Char]:
    """The characters of a page as they are read, those of ruled tables row by row at the end."""
    tables, outside = ruled_tables(sheet)
    items, _ = in_order(outside, tables)
    flowing = [char for item in items if isinstance(item, TextLine) for char in item.chars]
    left = {id(char) for char in outside}
    return flowing + [c for row in rows_of([c for c in sheet.chars if id(c) not in left]) for c in row]


def _boxes(chars: Sequence[Char], note: dict[str, Any]) -> Iterator[Box]:
    """Where the words of a note stand: a box for each line."""
    shown = [(letter, char) for char in chars for letter in bare(char.text)]
    text = "".join(letter for letter, _ in shown)
    at = found(text, note["words"], note["before"], note["after"])
    line: list[Char] = []
    for char in (char for _, char in shown[at : at + len(note["words"])] if at >= 0):
        if line and abs(line[-1].y - char.y) > 0.5 * char.size:
            yield _around(line)
            line = []
        line.append(char)
    if line:
        yield _around(line)


def found(text: str, words: str, before: str, after: str) -> int:
    """Where the words stand among the places that have them: where most of what is around them is the same.

    >>> found("一产增长6.7，二产增长6.7。", "6.7", "，二产增长", "。"), found("甲", "乙", "", "")
    (12, -1)
    """
    places = [place.start() for place in re.finditer(f"(?={re.escape(words)})", text)] if words else []

    def alike(place: int) -> int:
        end = place + len(words)
        back = zip(reversed(text[max(0, place - len(before)) : place]), reversed(before), strict=False)
        on = zip(text[end : end + len(after)], after, strict=False)
        return sum(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) for pairs in (back, on))

    return max(places, key=alike, default=-1)


def _around(line: Sequence[Char]) -> Box:
    size = max(char.size for char in line)
    y = min(char.y for char in line)
    return min(char.x0 for char in line), y - 0.25 * size, max(char.x1 for char in line), y + 0.8 * size


def _write(page: Any, note: dict[str, Any], boxes: Sequence[Box]) -> None:
    """Put a highlight over the boxes; where there are none, a note at the head of the page."""
    left, _, _, top = page.get_cropbox()
    kind = pdfium.FPDF_ANNOT_HIGHLIGHT if boxes else pdfium.FPDF_ANNOT_TEXT
    whole = boxes or [(left + _MARGIN, top - 2 * _MARGIN, left + 2 * _MARGIN, top - _MARGIN)]
    lines = note["lines"] if boxes else [note["elsewhere"], *note["lines"]]
    made = pdfium.FPDFPage_CreateAnnot(page.raw, kind)
    for x0, y0, x1, y1 in boxes:
        pdfium.FPDFAnnot_AppendAttachmentPoints(made, pdfium.FS_QUADPOINTSF(x0, y1, x1, y1, x0, y0, x1, y0))
    rectangle = pdfium.FS_RECTF(
        min(box[0] for box in whole),
        max(box[3] for box in whole),
        max(box[2] for box in whole),
        min(b[1] for b in whole),
    )
    pdfium.FPDFAnnot_SetRect(made, rectangle)
    pdfium.FPDFAnnot_SetColor(made, pdfium.FPDFANNOT_COLORTYPE_Color, *note["colour"], 255)
    pdfium.FPDFAnnot_SetFlags(made, _PRINTED)
    for key, words in ((b"T", note["author"]), (b"Contents", "\n".join(lines))):
        wide = ctypes.create_string_buffer(f"{words}\0".encode("utf-16-le"))
        pdfium.FPDFAnnot_SetStringValue(made, key, ctypes.cast(wide, pdfium.FPDF_WIDESTRING))
    pdfium.FPDFPage_CloseAnnot(made)
