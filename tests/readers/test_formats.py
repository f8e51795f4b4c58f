"""The same text in every format gives the same claims, each at a place that can be found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from consistency.extract.mentions import Extractor
from consistency.lexicon import load_lexicon
from consistency.model import Document, Reading
from consistency.readers import READERS, read
from consistency.readers.libreoffice import SUFFIXES
from consistency.rule_folder import rule_folder
from tests.readers.written import (
    BARE,
    CHROMIUM,
    OFFICE,
    Written,
    as_docx,
    as_html,
    as_xlsx,
    printed_by_chromium,
    printed_by_office,
    shape,
)

ROOT = Path(__file__).resolve().parents[2]
NO_CHROMIUM = pytest.mark.skipif(not CHROMIUM, reason="no Chromium here (Debian: apt install chromium fonts-noto-cjk)")
NO_OFFICE = pytest.mark.skipif(not OFFICE, reason="no LibreOffice here (Debian: apt install libreoffice-writer)")

# How a text is written, the suffix it is read by, and the share of its claims that must come back.
FORMATS = [
    pytest.param(lambda written, _: as_html(written), ".html", 0.99, id="html"),
    pytest.param(lambda written, _: as_docx(written), ".docx", 0.99, id="docx"),
    pytest.param(lambda written, _: as_xlsx(written), ".xlsx", 0.99, id="xlsx"),
    pytest.param(
        lambda written, folder: printed_by_chromium(as_html(written), folder),
        ".pdf",
        0.97,
        id="chromium",
        marks=NO_CHROMIUM,
    ),
    pytest.param(
        lambda written, folder: printed_by_chromium(as_html(written, BARE), folder),
        ".pdf",
        0.97,
        id="chromium, tables without rules",
        marks=NO_CHROMIUM,
    ),
    pytest.param(
        lambda written, folder: printed_by_office(as_docx(written), folder), ".pdf", 0.97, id="office", marks=NO_OFFICE
    ),
]

# The originals of texts in ../shared/corpora.
ORIGINALS = [
    ("luoyang-2025/statistical_bulletin.txt", "luoyang-2025/orig/luoyang_2025_statistical_bulletin.html"),
    ("yiyang-2025/statistical_bulletin.txt", "yiyang-2025/orig/yiyang_2025_statistical_bulletin.html"),
    ("yiyang-2025/budget_report.txt", "yiyang-2025/orig/yiyang_2025_budget_report.html"),
    ("luoyang-2025/budget_report.txt", "luoyang-2025/orig/luoyang_2025_budget_report.pdf"),
]


@cache
def extractor() -> Extractor:
    """One extractor for all."""
    return Extractor(load_lexicon(rule_folder()))


def document(path: Path) -> Document:
    """The document of a file that can be read."""
    found = read(path.as_posix())
    assert isinstance(found, Document), found
    return found


@cache
def reading(path: Path) -> Reading:
    """A file that no test changes, as understood."""
    return extractor().read(document(path))


def claims(understood: Reading) -> Counter[object]:
    """What a reading claims: key and value, and how often."""
    return Counter((claim.key, claim.quantity.base_value) for claim in understood.claims)


def share(expected: Counter[object], found: Counter[object]) -> float:
    """The share of the expected claims that were found; what is lost shows where the test fails."""
    lost = expected - found
    print(f"{expected.total()} claims, {lost.total()} lost, {(found - expected).total()} more", *lost, sep="\n  ")
    return 1 - lost.total() / expected.total()


def seed_texts(shared: Path, suffix: str) -> list[Path]:
    """The seed documents: the reference ones, and those of the project where it takes no program to print them."""
    own = sorted((ROOT / "seeds").glob("*.txt"))
    return sorted((shared / "seeds").glob("*.txt")) + (own if suffix != ".pdf" else [])


@pytest.mark.parametrize(("write", "suffix", "least"), FORMATS)
def test_a_text_gives_its_claims_in_every_format(
    shared: Path, tmp_path: Path, write: Callable[[Written, Path], bytes], suffix: str, least: float
) -> None:
    for number, source in enumerate(seed_texts(shared, suffix)):
        text = document(source).text
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / f"report{suffix}"
        path.write_bytes(write(shape(text), folder))
        plain, other = reading(source), reading(path)
        assert share(claims(plain), claims(other)) >= least, source
        assert other.context == plain.context, source
        for claim in other.claims:
            assert any(start <= claim.span.start for start, _ in other.document.landmarks)


def test_every_format_is_among_those_tried() -> None:
    tried = {parameter.values[1] for parameter in FORMATS} | {".txt"}
    others = {".md": "as .txt", ".htm": "as .html", ".csv": "a table alone, tests/readers/test_separated.py"}
    others |= dict.fromkeys(SUFFIXES, "as .docx, tests/readers/test_converted.py")
    others[".ofd"] = "laid out as .pdf, tests/readers/test_ofd.py"
    assert set(READERS) == tried | set(others)


@pytest.mark.parametrize(("text", "original"), ORIGINALS, ids=[original for _, original in ORIGINALS])
def test_an_original_gives_the_claims_of_its_text(shared: Path, text: str, original: str) -> None:
    plain, other = reading(shared / "corpora" / text), reading(shared / "corpora" / original)
    assert share(claims(plain), claims(other)) >= 0.97
    assert (other.context.entity, other.context.period) == (plain.context.entity, plain.context.period)


def test_places_of_a_workbook_lead_to_their_cells(tmp_path: Path) -> None:
    text = document(ROOT / "seeds" / "jiangbei-2023-plan-report.txt").text
    path = tmp_path / "report.xlsx"
    path.write_bytes(as_xlsx(shape(text)))
    sheet = openpyxl.load_workbook(path).active
    found = document(path)
    assert sheet is not None
    assert len(found.landmarks) > 100
    for start, label in found.landmarks:
        shown = str(sheet[label.partition("!")[2]].value)
        assert found.text[start:].replace("¦", "|").startswith(" ".join(shown.split())[:20]), label


def test_places_of_a_word_file_lead_to_their_paragraphs(tmp_path: Path) -> None:
    written = shape(document(ROOT / "seeds" / "jiangbei-2023-plan-report.txt").text)
    path = tmp_path / "report.docx"
    path.write_bytes(as_docx(written))
    found = document(path)
    paragraphs = [piece for piece in written if isinstance(piece, str)]
    tables = [piece for piece in written if not isinstance(piece, str)]
    assert len(tables) > 1
    for start, label in found.landmarks:
        if label.startswith("¶"):
            expected = paragraphs[int(label[1:]) - 1]
        else:
            table, _, cell = label.partition(" R")
            row, _, column = cell.partition("C")
            expected = tables[int(table.removeprefix("表")) - 1][int(row) - 1][int(column) - 1]
        assert found.text[start:].startswith(" ".join(expected.split())[:20]), label
