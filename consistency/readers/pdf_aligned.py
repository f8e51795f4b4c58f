"""Tables without rules down the page: runs of lines whose words and figures stand under each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from consistency.readers.grids import Cell
from consistency.readers.pdf_characters import Char
from consistency.readers.pdf_lines import TextLine, line_of
from consistency.readers.pdf_tables import Ruled

Item = TextLine | Ruled
Spans = list[tuple[float, float]]

FEWEST = 3  # lines
GAP = 0.3  # of the type size: white between columns on every line
LONGEST = 16  # characters in half of the cells beside the first two columns: words and figures, no prose


def with_aligned(items: Sequence[Item], page: int) -> list[Item]:
    """The items of a page, with runs of lines in columns as tables."""
    found: list[Item] = []
    run: list[TextLine] = []
    tables = sum(isinstance(item, Ruled) for item in items)
    for item in [*items, None]:
        if isinstance(item, TextLine) and _joins(item, run):
            run.append(item)
            continue
        back = len(run) - max((n for n, line in enumerate(run, 1) if len(line.parts) > 1), default=0)
        lone, run = run[len(run) - back :], run[: len(run) - back]
        made = _tables(run, f"p{page} 表", tables)
        tables += sum(isinstance(each, Ruled) for each in made)
        found += [*made, *lone]
        run = []
        if isinstance(item, TextLine) and len(item.parts) > 1:
            run = [item]
        elif item is not None:
            found.append(item)
    return found


def without_characters(items: Sequence[Item]) -> list[Item]:
    """The items; lines not near one with gaps without their characters, which would fill the memory with a book's."""
    kept: list[Item] = []
    for at, item in enumerate(items):
        near = items[max(0, at - 2) : at + 3]
        if isinstance(item, TextLine) and not any(isinstance(n, TextLine) and len(n.parts) > 1 for n in near):
            item = replace(item, chars=())
        kept.append(item)
    return kept


def _joins(line: TextLine, run: Sequence[TextLine]) -> bool:
    """Whether a line may be a row after others: it has gaps, or is the one cell of a row, or the rest of a cell."""
    if run and (line.column != run[-1].column or run[-1].y - line.y > 4 * line.size):
        return False
    if len(line.parts) > 1 or not run:
        return len(line.parts) > 1
    return line.x1 - line.x0 < 0.6 * (max(each.x1 for each in run) - min(each.x0 for each in run))


def _tables(run: list[TextLine], label: str, before: int) -> list[Item]:
    """The run as tables where it is, and the lines that do not keep to the columns as lines."""
    spans = _spans(run)
    if len(run) < FEWEST or len(spans) < 2:
        return list(run)
    out: list[Item] = []
    rows: list[tuple[TextLine, list[str]]] = []
    for line in [*run, None]:
        if line is not None and (cells := _cells(line, spans)) is not None:
            rows.append((line, cells))
            continue
        if len(rows) >= FEWEST and _is_table([cells for _, cells in rows]):
            before += 1
            out.append(_table(rows, spans, f"{label}{before} "))
        else:
            out += [each for each, _ in rows]
        rows = []
        out += [line] if line is not None else []
    return out


def _spans(run: Sequence[TextLine]) -> Spans:
    """The columns: what lines with the usual number of parts leave white, and others that leave as much."""
    counts = Counter(len(line.parts) for line in run if len(line.parts) > 1)
    if not counts:
        return []
    usual = max(counts, key=lambda number: (counts[number], number))
    gap = GAP * median(line.size for line in run)
    spans: Spans = []
    for line in run:
        if len(line.parts) == usual:
            spans = _inked(spans, line, gap)
    for line in run:
        if len(line.parts) != usual and len(wider := _inked(spans, line, gap)) == len(spans):
            spans = wider
    return spans


def _inked(spans: Spans, line: TextLine, gap: float) -> Spans:
    """The stretches that are inked once a line is added, what is closer than `gap` as one."""
    ink = sorted([*spans, *((c.x0, c.x1) for c in line.chars if not c.text.isspace())])
    out: Spans = []
    for x0, x1 in ink:
        if out and x0 - out[-1][1] < gap:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def _cells(line: TextLine, spans: Spans) -> list[str] | None:
    """The words of a line in each column; None where it goes on from one column into the next."""
    if not line.chars:
        return None
    edges = [(left[1] + right[0]) / 2 for left, right in pairwise(spans)]
    columns: list[list[Char]] = [[] for _ in spans]
    for char in line.chars:
        if char.text.isspace():
            continue
        if any(char.x0 + 1 < edge < char.x1 - 1 for edge in edges):
            return None
        columns[sum((char.x0 + char.x1) / 2 > edge for edge in edges)].append(char)
    for left, right in pairwise(columns):
        if left and right and right[0].x0 - left[-1].x1 < 0.1 * line.size:
            return None
    return [made.text if (made := line_of(column, 0)) else "" for column in columns]


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether figures stand in a third of the cells beside the first column, and prose in few of them."""
    beside = [cell for row in rows for cell in row[1:] if cell]
    values = [cell for row in rows for cell in row[2:] or row[1:] if cell]
    if not values or 3 * sum(bool(re.search(r"\d", cell)) for cell in beside) < len(beside):
        return False
    return median(map(len, values)) <= LONGEST and sum("。" in cell for row in rows for cell in row) <= len(rows) // 10


def _table(rows: Sequence[tuple[TextLine, list[str]]], spans: Spans, label: str) -> Ruled:
    texts = _whole([cells for _, cells in rows])
    cells = tuple(
        Cell(row, column, text, f"{label}R{row + 1}C{column + 1}")
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
        if text
    )
    edges = (*(x0 for x0, _ in spans), spans[-1][1])
    return Ruled(rows[0][0].y + rows[0][0].size, rows[-1][0].y, edges, cells)


def _valued(row: Sequence[str]) -> bool:
    return any(re.search(r"\d", cell) for cell in row)


def _whole(rows: list[list[str]]) -> list[list[str]]:
    """Names broken over lines put together: above and below the row of their figures, which is set half-way."""
    out: list[list[str]] = []
    at = 0
    while at < len(rows):
        three = rows[at : at + 3]
        if len(three) == 3:
            lone = [[n for n, cell in enumerate(row) if cell] for row in three]
            if len(lone[0]) == 1 and lone[0] == lone[2] and not three[1][lone[0][0]] and _valued(three[1]):
                name = lone[0][0]
                row = list(three[1])
                row[name] = three[0][name] + three[2][name]
                out.append(row)
                at += 3
                continue
        out.append(rows[at])
        at += 1
    return out
