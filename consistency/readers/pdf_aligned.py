"""Tables without rules down the page: runs of lines whose words and figures stand under each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from consistency.readers.grids import GridCell
from consistency.readers.pdf_characters import Char
from consistency.readers.pdf_lines import TextLine, line_of
from consistency.readers.pdf_tables import Ruled
from consistency.readers.pdf_wrapped import VALUE, rows

Item = TextLine | Ruled
Spans = list[tuple[float, float]]

FEWEST = 3  # lines
GAP = 0.3  # of the type size: white between columns on every line
LONE = 6  # lines without gaps that a wrapped cell may have above and below one with gaps
LONGEST = 16  # characters in half of the cells beside the first two columns: words and figures, no prose


def with_aligned(items: Sequence[Item], page: int, before: Ruled | None = None) -> list[Item]:
    """The items of a page, with runs of lines in columns as tables; `before` is the table the last page ended with."""
    known: Spans = list(before.spans) if before else []
    found: list[Item] = []
    run: list[TextLine] = []
    tables = sum(isinstance(item, Ruled) for item in items)
    for at, item in enumerate([*items, None]):
        if isinstance(item, TextLine) and _near(items, at) and (not run or _follows(item, run[-1])):
            run.append(item)
            continue
        for part in _segments(run):
            made = _tables(part, f"p{page} 表", tables, known if not found else [])
            tables += sum(isinstance(each, Ruled) for each in made)
            found += made
        run = []
        if isinstance(item, TextLine) and _near(items, at):
            run = [item]
        elif item is not None:
            found.append(item)
    return found


def without_characters(items: Sequence[Item]) -> list[Item]:
    """The items; lines not near one with gaps without their characters, which would fill the memory with a book's."""
    return [
        item if not isinstance(item, TextLine) or _near(items, at) else replace(item, chars=())
        for at, item in enumerate(items)
    ]


def _near(items: Sequence[Item], at: int) -> bool:
    """Whether a line has gaps or stands near one that has, so that it may be part of a table."""
    return any(isinstance(i, TextLine) and len(i.parts) > 1 for i in items[max(0, at - LONE) : at + LONE + 1])


def _follows(line: TextLine, before: TextLine) -> bool:
    """Whether a line stands under another in the same column of the page."""
    return line.column == before.column and before.y - line.y <= 4 * line.size


def _segments(run: list[TextLine]) -> list[list[TextLine]]:
    """The run, parted where another table may begin: at a line across the columns, or above one of fewer columns."""
    parts: list[list[TextLine]] = [[]]
    spans: Spans = []
    rows_ = lone = 0  # lines with columns, and how many lines without any there are since the last of them
    for line in run:
        part, single = parts[-1], len(line.parts) == 1
        wider = _inked(spans, line, GAP * line.size)
        closes = rows_ >= FEWEST and len(wider) < len(spans)
        part.append(line)
        if closes and (lone or single):
            first = len(part) - 1 - (0 if single else lone)
            cut = max(range(first, len(part)), key=lambda n: part[n - 1].y - part[n].y)
            parts[-1:] = [part[:cut], part[cut:]]
            spans, rows_, lone = ([], 0, 1) if single else (_inked([], line, GAP * line.size), 1, 0)
        elif single:
            lone += 1
        else:
            spans, rows_, lone = wider, rows_ + 1, 0
    return parts


def _tables(run: list[TextLine], label: str, before: int, known: Spans) -> list[Item]:
    """The run as tables where it is, and the lines that do not keep to the columns as lines."""
    spans = _spans(run)
    fitting = 0
    if known and len(spans) in (0, 1, len(known)):
        fitting = next((n for n, line in enumerate(run) if _cells(line, known) is None), len(run))
    if fitting:
        going_on = _table(run[:fitting], known, f"{label}{before + 1} ", 1)
        rest = run[fitting:]
        if isinstance(going_on[0], Ruled):
            return [*going_on, *(_tables(rest, label, before + 1, []) if rest else [])]
    if len(run) < FEWEST or len(spans) < 2:
        return list(run)
    out: list[Item] = []
    lines: list[TextLine] = []
    for line in [*run, None]:
        if line is not None and _cells(line, spans) is not None:
            lines.append(line)
            continue
        made = _table(lines, spans, f"{label}{before + 1} ", FEWEST) if lines else []
        before += sum(isinstance(each, Ruled) for each in made)
        out += made
        lines = []
        out += [line] if line is not None else []
    return out


def _table(lines: Sequence[TextLine], spans: Spans, label: str, fewest: int) -> list[Item]:
    """The table that lines in columns make, and the lines above and below it that stand alone in theirs."""
    found = rows([_cells(line, spans) or [] for line in lines]) if len(lines) >= fewest else []
    first, last = 0, len(found)
    while first < last and found[first].filled == 1 and fewest > 1:
        first += 1
    while last > first and found[last - 1].filled == 1:
        last -= 1
    kept = found[first:last]
    if len(kept) < min(fewest, 2) or not _is_table([row.texts for row in kept]):
        return list(lines)
    numbers = {n for row in kept for n in row.numbers}
    within = [line for n, line in enumerate(lines) if min(numbers) <= n <= max(numbers)]
    columns = [n for n in range(len(spans)) if fewest == 1 or any(row.texts[n] for row in kept)]
    cells = tuple(
        GridCell(at, column, row.texts[n], f"{label}R{at + 1}C{column + 1}")
        for at, row in enumerate(kept)
        for column, n in enumerate(columns)
        if row.texts[n]
    )
    own = tuple(spans[n] for n in columns)
    made = Ruled(within[0].y + within[0].size, within[-1].y, tuple(x0 for x0, _ in own), cells, own)
    return [*lines[: min(numbers)], made, *lines[max(numbers) + 1 :]]


def _spans(run: Sequence[TextLine]) -> Spans:
    """The columns: what lines with the usual number of parts leave white, and what others add without closing a gap."""
    counts = Counter(len(line.parts) for line in run if len(line.parts) > 1)
    if not counts:
        return []
    usual = max(counts, key=lambda number: (counts[number], number))
    gap = GAP * median(line.size for line in run)
    spans: Spans = []
    for line in run:
        if len(line.parts) == usual:
            spans = _inked(spans, line, gap)
    kept = list(spans)
    for line in sorted(run, key=lambda line: -len(line.parts)):
        if len(line.parts) != usual and len(wider := _inked(spans, line, gap)) >= len(spans):
            spans = wider
    added = [span for span in spans if not any(x0 < span[1] and span[0] < x1 for x0, x1 in kept)]
    alone = [span for span in added if sum(_within(line, span) for line in run) < 2]
    return [span for span in spans if span not in alone]


def _within(line: TextLine, span: tuple[float, float]) -> bool:
    """Whether a line has something in a column."""
    return any(span[0] <= part.x0 and part.x1 <= span[1] for part in line.parts)


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


def _cells(line: TextLine, spans: Spans) -> list[TextLine | None] | None:
    """What a line has in each column; None where it goes on from one column into the next."""
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
    return [line_of(column, 0) for column in columns]


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether figures stand in a third of the cells beside the first column, or in half of one, and little prose."""
    beside = [cell for row in rows for cell in row[1:] if cell]
    values = [cell for row in rows for cell in row[2:] or row[1:] if cell]
    if (
        not values
        or median(map(len, values)) > LONGEST
        or sum("。" in c for row in rows for c in row) > len(rows) // 10
    ):
        return False
    columns = [[row[n] for row in rows if row[n]] for n in range(1, len(rows[0]))]
    figures = any(2 * sum(bool(VALUE.fullmatch(cell)) for cell in column) >= len(column) > 0 for column in columns)
    return figures or 3 * sum(bool(re.search(r"\d", cell)) for cell in beside) >= len(beside)
