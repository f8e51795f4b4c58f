"""A PDF gets highlights over the words in question, each with a note; the original is the beginning of the copy."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from consistency.annotate.notes import Note
from consistency.annotate.pdf_highlights import annotate
from consistency.model import Document, Problem, Severity
from consistency.offsets import Span
from consistency.readers.pdf import read_pdf
from tests.readers.drawn import drawn, table, text, wrapped

LONG = "全县上下攻坚克难，经济运行总体平稳、稳中有进，高质量发展取得新成效，完成地区生产总值312.6亿元，比上年增长6.1%。"


def note(document: Document, words: str, nth: int = 0) -> Note:
    """A note on an occurrence of some words."""
    at = -1
    for _ in range(nth + 1):
        at = document.text.index(words, at + 1)
    return Note(
        Span(at, at + len(words)), Severity.ERROR, "一致性检查·错误", ("【错误】两数不一致", "线索：…"), "所指文字"
    )


def annotated(data: bytes) -> list[tuple[int, str, str, str]]:
    """Page, author, note and the words under it, of each annotation."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for number, page in enumerate(document):
        held = page.get_textpage()
        for at in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            annotation = pdfium.FPDFPage_GetAnnot(page.raw, at)
            words = ""
            for n in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
                q = pdfium.FS_QUADPOINTSF()
                pdfium.FPDFAnnot_GetAttachmentPoints(annotation, n, q)
                words += held.get_text_bounded(q.x3, q.y3, q.x2, q.y2)
            told = []
            for key in (b"T", b"Contents"):
                buffer = ctypes.create_string_buffer(4096)
                size = pdfium.FPDFAnnot_GetStringValue(
                    annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), 4096
                )
                told.append(buffer.raw[: size - 2].decode("utf-16-le"))
            found.append((number + 1, told[0], told[1], words.replace("\r\n", "")))
    return found


def marked(data: bytes, words: str, nth: int = 0) -> list[tuple[int, str, str, str]]:
    """What is annotated where a note on some words is asked for."""
    document = read_pdf("a.pdf", data)
    assert isinstance(document, Document)
    made = annotate(data, document, [note(document, words, nth)])
    assert isinstance(made, bytes)
    assert made.startswith(data)
    assert read_pdf("a.pdf", made) == document
    return annotated(made)


def sideways(canvas: Canvas) -> None:
    """A page printed across."""
    canvas.rotate(90)
    canvas.drawString(72, -300, "全年增长6.7%，下降2.3%。")


def test_a_note_stands_over_its_words() -> None:
    assert marked(drawn(wrapped(LONG)), "6.1%") == [(1, "一致性检查·错误", "【错误】两数不一致\n线索：…", "6.1%")]


def test_words_broken_over_two_lines_are_marked_on_both() -> None:
    lines = [(72, 760 - 20 * n, "全县上下攻坚克难经济运行总体平稳稳中有进，全力以赴再上新台阶") for n in range(4)]
    data = drawn(
        text(*lines, (72, 680, "全县上下攻坚克难经济运行总体平稳稳中有进全年总值比上年增长6"), (72, 660, ".1%。"))
    )
    assert [words for *_, words in marked(data, "6.1%")] == ["6.1%"]


@pytest.mark.parametrize("nth", [0, 1, 2])
def test_the_same_number_is_told_from_others_by_what_stands_around_it(nth: int) -> None:
    lines = text((72, 700, "一产增长6.7%。"), (72, 660, "二产增长6.7%。"), (72, 620, "三产增长6.7%。"))
    document = read_pdf("a.pdf", drawn(lines))
    assert isinstance(document, Document)
    made = annotate(drawn(lines), document, [note(document, "产增长6.7%", nth)])
    assert isinstance(made, bytes)
    page = pypdfium2.PdfDocument(made)[0]
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(pdfium.FPDFPage_GetAnnot(page.raw, 0), box)
    assert 700 - 40 * nth - 5 < box.bottom < 700 - 40 * nth < box.top < 700 - 40 * nth + 14


def test_cells_of_ruled_tables_pages_and_pages_printed_across() -> None:
    cells = {(0, 0): "指标", (0, 1): "2023年", (1, 0): "总值", (1, 1): "312.6", (2, 0): "投资", (2, 1): "87.5"}
    ruled = table((72, 200, 300), (700, 670, 640, 610), cells)
    assert [(page, words) for page, _, _, words in marked(drawn(wrapped(LONG), ruled), "87.5")] == [(2, "87.5")]
    document = read_pdf("a.pdf", drawn(sideways))
    assert isinstance(document, Document)
    made = annotate(drawn(sideways), document, [note(document, "2.3%")])
    assert isinstance(made, bytes)
    assert [words for *_, words in annotated(made)] == ["2.3%"]


def test_a_file_that_cannot_be_opened_is_refused() -> None:
    document = Document("a.pdf", "增长6.1%\n")
    assert isinstance(annotate(b"%PDF-1.7", document, [note(document, "6.1%")]), Problem)
