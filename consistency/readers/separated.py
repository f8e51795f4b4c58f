"""Tables as text (.csv): the separator found, quotes taken off, rows set out like those of any other table."""

from __future__ import annotations

import csv

from consistency.model import Document, Problem
from consistency.readers.grids import GridCell, pieces
from consistency.readers.laid_out import set_out, tidy
from consistency.readers.plain_text import read_plain_text
from consistency.readers.refusals import Refusal

SEPARATORS = ",\t;|，"
MOST_CELLS = 300_000  # values of a table as text
TRIED = 50  # rows by which the separator is found


def read_separated(path: str, data: bytes) -> Document | Problem:
    """The table; places are told by row and column, R3C4."""
    plain = read_plain_text(path, data)
    if isinstance(plain, Problem):
        return plain
    lines = plain.text.splitlines(keepends=True)
    said = lines[0].strip().lower() if lines else ""
    if said.startswith("sep=") and len(said) == 5:  # Excel's own way to tell
        lines[0] = "\n"
        separator = said[4]
    else:
        separator = separator_of(lines)
    cells: list[GridCell] = []
    try:
        for row, fields in enumerate(csv.reader(lines, delimiter=separator), 1):
            for column, field in enumerate(fields, 1):
                if text := tidy(field):
                    cells.append(GridCell(row, column, text, f"R{row}C{column}"))
            if len(cells) > MOST_CELLS:
                return Refusal.TOO_MUCH.of(path, count=len(cells), limit=MOST_CELLS)
    except csv.Error:  # a field over 128 KB: a quote that nothing closes
        return Refusal.BROKEN.of(path, kind="CSV")
    return set_out(pieces(cells)).document(path, plain.encoding)


def separator_of(lines: list[str]) -> str:
    """The separator by which most rows have the same number of fields, and the more the better.

    >>> separator_of(["指标;数值\\n", "总值;1,744\\n"]), separator_of(["指标，数值\\n", "总值，1744\\n"])
    (';', '，')
    """
    best, most = ",", 0.0
    for separator in SEPARATORS:
        try:
            sizes = [len(fields) for fields in csv.reader(lines[:TRIED], delimiter=separator) if fields]
        except csv.Error:
            continue
        common = max(set(sizes), key=sizes.count, default=1)
        points = sizes.count(common) / len(sizes) * (1 + common / 100) if common > 1 else 0.0
        if points > most:
            best, most = separator, points
    return best
