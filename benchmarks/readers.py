"""What each reader costs beside its library's own plain extraction, as ratios.

    python benchmarks/readers.py [TEXT]

The text (by default the longest of `seeds/`) is written thirty times over in every format, then read by the project's
reader and by the library alone. Times vary with the machine; the ratio is what to compare. The best of five runs
counts.
"""

from __future__ import annotations

import csv
import io
import sys
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx
import openpyxl
import pypdfium2
from lxml import etree, html

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from consistency.model import Document  # noqa: E402
from consistency.readers import READERS, read  # noqa: E402
from consistency.readers.pdf_text import pdf_text  # noqa: E402
from tests.readers.drawn import drawn, wrapped  # noqa: E402
from tests.readers.written import as_docx, as_html, as_xlsx, shape  # noqa: E402

TIMES = 30
RUNS = 5


def seconds(work: Callable[[], object]) -> float:
    """The shortest of some runs."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def of_pdf(data: bytes) -> int:
    """The characters of a PDF in the order of the file."""
    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def of_word_parts(data: bytes) -> int:
    """The text nodes of a Word file's main part."""
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return sum(len(t.text or "") for t in tree.iter("{*}t"))


def of_word(data: bytes) -> int:
    """Paragraphs and tables of a Word file by python-docx."""
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return sum(len(p.text) for p in document.paragraphs) + sum(map(len, cells))


def of_workbook(data: bytes) -> int:
    """The values of a workbook by openpyxl."""
    return sum(
        1 for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows() for cell in row if cell.value
    )


def main() -> None:
    """Print a table of the times and ratios."""
    sources = [Path(path) for path in sys.argv[1:]] or sorted(
        (ROOT / "seeds").glob("*.txt"), key=lambda p: p.stat().st_size
    )
    document = read(str(sources[-1]))
    assert isinstance(document, Document)
    written = shape(document.text) * TIMES
    page, word, book = as_html(written), as_docx(written), as_xlsx(written)
    prose = [piece for piece in written if isinstance(piece, str) and len(piece) > 100][:150]
    printed = drawn(*[wrapped(piece) for piece in prose])
    rows = "\n".join(f"指标{n},{n},{n}.5" for n in range(20_000)).encode()
    cases: list[tuple[str, bytes, str, Callable[[], object]]] = [
        (".txt", document.text.encode() * TIMES, "bytes.decode", lambda: (document.text.encode() * TIMES).decode()),
        (".html", page, "lxml.html text", lambda: html.tostring(html.document_fromstring(page), method="text")),
        (".docx", word, "lxml w:t walk", lambda: of_word_parts(word)),
        (".docx", word, "python-docx", lambda: of_word(word)),
        (".xlsx", book, "openpyxl", lambda: of_workbook(book)),
        (".csv", rows, "csv.reader", lambda: list(csv.reader(io.StringIO(rows.decode())))),
        (".pdf", printed, "pypdfium2 text", lambda: of_pdf(printed)),
    ]
    print("| format | size | plain extraction | by it | by our reader | ratio |")
    print("|---|---|---|---|---|---|")
    for suffix, data, name, plain in cases:
        ours, theirs = seconds(partial(READERS[suffix], f"a{suffix}", data)), seconds(plain)
        size = f"{len(data) / 1e6:.2f} MB"
        print(f"| {suffix} | {size} | {name} | {theirs * 1e3:.1f} ms | {ours * 1e3:.1f} ms | {ours / theirs:.1f} |")
    inside = seconds(lambda: pdf_text(printed))
    print(f"| .pdf | {len(prose)} pages | without its own process | | {inside * 1e3:.1f} ms | {inside / theirs:.1f} |")


if __name__ == "__main__":
    main()
