"""Cells of large tables in originals: workbook, Word file, PDFs and pages, a hundred of each drawn by lot.

Readers judged each of them beside the original. Kept is what the cell says, not what the program read.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from consistency.model import Document, Mention
from consistency.readers import read
from consistency.report.places import LocatedText
from tests.domain import extractor

LIST = Path(__file__).with_name("table_cells.tsv")
CELLS = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
DOCUMENTS = sorted({cell[0] for cell in CELLS})
AT_LEAST = 95  # of a hundred claims that are right


@cache
def cells(path: Path) -> dict[tuple[str, str], Mention]:
    """The numbers of a document by their place in the original and as they are written."""
    document = read(str(path))
    assert isinstance(document, Document)
    page = LocatedText.of(document.path, document.text, document.landmarks)
    mentions = extractor().read(document).mentions
    return {(page.landmark(m.number.start), m.number.of(document.text)): m for m in mentions}


def said(mention: Mention) -> list[str]:
    """What the cell is read as, as the list writes it."""
    key = mention.key
    if key is None:
        return ["-", mention.reason, "", "", ""]
    return [key.subject, str(key.measure), key.period, str(key.status), mention.quantity.base_unit]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_cells_say_what_readers_read_in_them(shared: Path, document: str) -> None:
    path = shared / "corpora" / "wide" / document
    if not path.exists():
        pytest.skip("the original is not there")
    read_as = cells(path)
    judged = [cell for cell in CELLS if cell[0] == document]
    wrong = [
        (place, number, told, said(mention) if mention else None)
        for _, place, number, *told in judged
        if (mention := read_as.get((place, number))) is None or said(mention) != told
    ]
    assert len(wrong) * 100 <= len(judged) * (100 - AT_LEAST), wrong
