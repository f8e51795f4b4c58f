"""Ruled tables of a page: the grid that its lines draw, merged cells too, and the characters in each cell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from consistency.patterns import lazy
from consistency.readers.grids import GridCell
from consistency.readers.laid_out import run_on, tidy
from consistency.readers.pdf_characters import Char, PdfSheet, RuledLine
from consistency.readers.pdf_lines import TextLine, lines_of, run_in

NEAR = 3.0  # points: lines that end so close to each other meet
FEWEST = 3  # lines that make rows by themselves
FIGURES = lazy(r"[-+−]?\d[\d,]*(?:\.\d+)?[%％]?|[-—－]+")
MOST_RULES = 3000  # of a page, once joined


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: where it stands, the lines that part its columns, its cells, and the columns where no lines are."""

    top: float
    bottom: float
    edges: tuple[float, ...]
    cells: tuple[GridCell, ...]
    spans: tuple[tuple[float, float], ...] = ()


def ruled_tables(sheet: PdfSheet) -> tuple[list[Ruled], list[Char]]:
    """The tables of the page from the top down, and the characters outside of them."""
    across = _joined([r for r in sheet.rules if r.across])
    down = _joined([r for r in sheet.rules if not r.across])
    left = list(sheet.chars)
    if not across or not down or len(across) + len(down) > MOST_RULES:
        return [], left
    found: list[Ruled] = []
    for lying, standing in _grids(across, down):
        ruled, left = _table(lying, standing, left, f"p{sheet.number} 表{len(found) + 1} ")
        found += [ruled] if ruled else []
    return sorted(found, key=lambda table: -table.top), left


def _joined(rules: list[RuledLine]) -> list[RuledLine]:
    """Lines that lie on one another or go on each other as one."""
    if not rules:
        return []
    lying = rules[0].across
    flat = [r if lying else RuledLine(r.y0, r.x0, r.y1, r.x1) for r in rules]
    out: list[RuledLine] = []
    level: list[RuledLine] = []
    for rule in sorted(flat, key=lambda r: (r.y0, r.x0)):
        if level and rule.y0 - level[0].y0 > NEAR:
            out += _merged(level)
            level = []
        level.append(rule)
    out += _merged(level)
    return out if lying else [RuledLine(r.y0, r.x0, r.y1, r.x1) for r in out]


def _merged(level: list[RuledLine]) -> list[RuledLine]:
    """Stretches of one height as few as may be."""
    y = sum((r.y0 + r.y1) / 2 for r in level) / len(level)
    out: list[RuledLine] = []
    for rule in sorted(level):
        if out and rule.x0 <= out[-1].x1 + NEAR:
            out[-1] = RuledLine(out[-1].x0, y, max(out[-1].x1, rule.x1), y)
        else:
            out.append(RuledLine(rule.x0, y, rule.x1, y))
    return out


def _grids(across: list[RuledLine], down: list[RuledLine]) -> list[tuple[list[RuledLine], list[RuledLine]]]:
    """The lines that hang together, of each table."""
    owner = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    heights = [r.y0 for r in across]
    order = sorted(range(len(across)), key=heights.__getitem__)
    levels = [heights[n] for n in order]
    for m, upright in enumerate(down):
        for n in order[bisect_left(levels, upright.y0 - NEAR) : bisect_right(levels, upright.y1 + NEAR)]:
            if across[n].x0 - NEAR <= upright.x0 <= across[n].x1 + NEAR:
                owner[root(n)] = root(len(across) + m)
    groups: dict[int, tuple[list[RuledLine], list[RuledLine]]] = {}
    for at in range(len(owner)):
        group = groups.setdefault(root(at), ([], []))
        (group[0] if at < len(across) else group[1]).append(across[at] if at < len(across) else down[at - len(across)])
    return [group for group in groups.values() if len(group[0]) > 1 and group[1]]


def _levels(values: list[float]) -> list[float]:
    """Distinct positions, those close to each other as one."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > NEAR:
            out.append(value)
    return out


def _table(
    across: list[RuledLine], down: list[RuledLine], chars: list[Char], label: str
) -> tuple[Ruled | None, list[Char]]:
    """The table that the lines draw and what is left of the characters; None where it is a frame around text."""
    xs = _levels([r.x0 for r in down] + [min(r.x0 for r in across), max(r.x1 for r in across)])
    ys = _levels([r.y0 for r in across] + [min(r.y0 for r in down), max(r.y1 for r in down)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if columns < 2 or rows * columns > 20_000:
        return None, chars
    owner = _cells(xs, ys, across, down)
    inside: dict[tuple[int, int], list[Char]] = {}
    outside: list[Char] = []
    for char in chars:
        x, y = (char.x0 + char.x1) / 2, char.y + 0.3 * char.size
        column, row = bisect_right(xs, x) - 1, bisect_right(ys, y) - 1
        if 0 <= column < columns and 0 <= row < rows:
            inside.setdefault(owner[row, column], []).append(char)
        else:
            outside.append(char)
    cells: list[GridCell] = []
    lines: dict[tuple[int, int], list[TextLine]] = {}
    gapped = 0  # cells over several columns, in which words stand in columns all the same
    for place in dict.fromkeys(owner.values()):
        text = run_on(tidy(line) for line in run_in(inside.get(place, ())))
        own = [at for at, held_by in owner.items() if held_by == place] if text else []
        wide = any(column != own[0][1] for _, column in own)
        gapped += wide and any(len(line.parts) > 1 for line in lines_of(inside[place]))
        if own:
            top, left = max(row for row, _ in own), min(column for _, column in own)
            size = max(column for _, column in own) - left + 1, top - min(row for row, _ in own) + 1
            name = f"{label}R{rows - top}C{left + 1}"
            cells.append(GridCell(rows - 1 - top, left, text, name, *size))
            lines[rows - 1 - top, left] = lines_of(inside[place])
    if len({c.column for c in cells}) < 2 or (gapped > 1 and 4 * gapped > rows):  # a frame around text or a table
        return None, chars
    return Ruled(ys[-1], ys[0], tuple(xs), tuple(_parted(cells, lines))), outside


def _parted(cells: Sequence[GridCell], lines: Mapping[tuple[int, int], Sequence[TextLine]]) -> Iterator[GridCell]:
    """The cells of a table, those of several rows apart that no rule parts.

    Where numbers stand one below the other, line by line with the words in front, each line is a row.
    """
    tall = {row for cell in cells if cell.height > 1 for row in range(cell.row, cell.row + cell.height)}
    by_row: dict[int, list[GridCell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    further = 0  # rows that were found so far
    for row, own in sorted(by_row.items()):
        levels = [] if row in tall else _levels_of([lines[cell.row, cell.column] for cell in own])
        if not levels:
            yield from (_moved(cell, cell.row + further) for cell in own)
            continue
        for cell in own:
            for line in lines[cell.row, cell.column]:
                at = next(n for n, level in enumerate(levels) if abs(level - line.y) <= line.size / 2)
                yield replace(_moved(cell, row + further + at), text=tidy(line.text))
        further += len(levels) - 1


def _moved(cell: GridCell, row: int) -> GridCell:
    """The cell in another row, by which the reader counts it."""
    return replace(cell, row=row, label=re.sub(r"R\d+(?=C\d+$)", f"R{row + 1}", cell.label))


def _levels_of(cells: Sequence[Sequence[TextLine]]) -> list[float]:
    """The heights of the lines of a row that is several, from the top down; none where it is one row."""
    words, *columns = cells
    if len(words) < FEWEST or not all(FIGURES.fullmatch(line.text) for lines in columns for line in lines):
        return []
    if not any(len(lines) >= FEWEST for lines in columns):
        return []
    levels = [line.y for line in words]
    for line in (line for lines in columns for line in lines):
        if not any(abs(level - line.y) <= line.size / 2 for level in levels):
            return []
    told = sum(any(abs(level - line.y) <= line.size / 2 for lines in columns for line in lines) for level in levels)
    return levels if told * 10 >= len(levels) * 9 else []  # else the words are broken, and no line is a row


def _cells(
    xs: list[float], ys: list[float], across: Sequence[RuledLine], down: Sequence[RuledLine]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each field of the grid (row from below, column), the field that stands for the cell it belongs to."""
    fields = [(row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)]
    owner = {field: field for field in fields}

    def root(field: tuple[int, int]) -> tuple[int, int]:
        while owner[field] != field:
            owner[field] = owner[owner[field]]
            field = owner[field]
        return field

    upright = {n: [r for r in down if abs(r.x0 - x) <= NEAR] for n, x in enumerate(xs)}
    lying = {n: [r for r in across if abs(r.y0 - y) <= NEAR] for n, y in enumerate(ys)}
    for row, column in fields:
        x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
        if column + 2 < len(xs) and not any(r.y0 - 1 <= y <= r.y1 + 1 for r in upright[column + 1]):
            owner[root((row, column + 1))] = root((row, column))
        if row + 2 < len(ys) and not any(r.x0 - 1 <= x <= r.x1 + 1 for r in lying[row + 1]):
            owner[root((row + 1, column))] = root((row, column))
    return {field: root(field) for field in fields}
