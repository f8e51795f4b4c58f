"""The shape of a folded text: headings, paragraphs, sentences, and tables a cell a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from consistency.extract.run_in import cuts
from consistency.offsets import Span

# 一、 · （一） · 1. · 第一章 · 附件1, at the head of a line
ORDINAL = re.compile(
    r"^\s*(?:(?P<chapter>第[一二三四五六七八九十]{1,3}[章节部分篇])"
    r"|(?P<top>[一二三四五六七八九十]{1,3}、)"
    r"|(?P<second>[(][一二三四五六七八九十]{1,3}[)])"
    r"|(?P<third>\d{1,2}[.、．](?!\d))"
    r"|(?P<fourth>[(]\d{1,2}[)])"
    r"|(?P<annex>附(?:件|表|录)\s*[\d一二三四五A-Z]*\s*[:.]?))"
)
_LEVEL = {"annex": 1, "chapter": 1, "top": 1, "second": 2, "third": 3, "fourth": 4}
SENTENCE_END = re.compile(r"[。!?;\n]|……")
_NUMBER_CELL = re.compile(r"^[-+≤≥<>＜＞]?\s*\d[\d,.]*\s*(?:[%‰万亿元个家天人户吨]{0,3})?(?:以上|以下|左右|以内)?\*?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text with its outer white space left out of `span`."""

    span: Span
    text: str
    indent: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or a run-in heading (“一是…”, “（一）…。”) and how deep it stands: 1 is the top."""

    span: Span
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table as rows of cells; the first row is its header. `caption` is what stands above it."""

    span: Span
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of running text, cut into sentences."""

    span: Span
    sentences: tuple[Span, ...]


Block = Heading | Paragraph | TableBlock


def lines(text: str) -> list[Line]:
    """The lines of the text, empty ones too; a heading run into the text below it is a line of its own."""
    found, at = [], 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        lead = len(raw) - len(raw.lstrip()) if body else 0
        for start, end in pairwise((0, *cuts(body, ORDINAL), len(body))):
            piece = body[start:end].lstrip()
            found.append(Line(Span(at + lead + end - len(piece), at + lead + end), piece, raw[:lead]))
        at += len(raw)
    return found


def blocks(text: str) -> list[Block]:
    """The text as headings, paragraphs and tables, in order."""
    rows = lines(text)
    out: list[Block] = []
    at = 0
    while at < len(rows):
        table, after = _table(rows, at)
        if table is not None:
            out.append(table)
            at = after
            continue
        line = rows[at]
        at += 1
        if not line.text:
            continue
        heading = _heading(line)
        if heading is not None:
            out.append(heading)
        if heading is None or heading.span.end < line.span.end:
            start = line.span.start if heading is None else heading.span.end
            out.append(_paragraph(text, Span(start, line.span.end)))
    return out


# What makes a line more than a heading: a number with its unit.
MEASURED = re.compile(
    r"\d(?:\.\d+)?\s*(?:[%‰万亿家个项件元所座条台辆人名户亩吨处起宗栋套支场次种]|公里|平方|百分点)|[一二两三四五六七八九十百]{1,4}(?:个|家|座|所|项|公里)$"
)
LONGEST, LONGEST_RUN_IN, LONGEST_PLAIN = 60, 40, 50  # characters of a heading


def _heading(line: Line) -> Heading | None:
    """The heading a line is, or the one it begins with: “（一）经济持续向好。全年…”."""
    mark = ORDINAL.match(line.text)
    if mark is None:
        plain = len(line.text) <= LONGEST_PLAIN and not re.search(r"[。;!?]", line.text)
        plain = plain and not MEASURED.search(line.text) and line.text[0] not in "-—·•"
        return Heading(line.span, line.text, 5) if plain else None
    level, rest = _LEVEL[mark.lastgroup or "third"], line.text[mark.end() :]
    if len(rest) <= LONGEST and not re.search(r"\d(?:\.\d+)?\s*[%万亿]|。", rest):
        return Heading(line.span, line.text, level)
    stop = re.search(r"[。:;,，]", rest)
    if stop is None or stop.group() != "。" or stop.start() > LONGEST_RUN_IN:
        return None
    if re.search(r"\d[%万亿家个]", rest[: stop.start()]):
        return None
    end = mark.end() + stop.end()
    return Heading(Span(line.span.start, line.span.start + end), line.text[:end], level)


def _paragraph(text: str, span: Span) -> Paragraph:
    sentences, at = [], span.start
    for stop in SENTENCE_END.finditer(text, span.start, span.end):
        if stop.group() == ";":
            continue
        if stop.end() > at:
            sentences.append(Span(at, stop.end()))
        at = stop.end()
    if at < span.end:
        sentences.append(Span(at, span.end))
    return Paragraph(span, tuple(sentences))


# -- tables -----------------------------------------------------------------------------


def _table(rows: list[Line], at: int) -> tuple[TableBlock | None, int]:
    """The table that begins at row `at`, and the row after it."""
    for reader in (_piped, _tabbed, _a_cell_a_line):
        table, after = reader(rows, at)
        if table is not None:
            return table, after
    return None, at


def _piped(rows: list[Line], at: int) -> tuple[TableBlock | None, int]:
    """| 指标 | 2023年 |, as in Markdown."""
    end = at
    while end < len(rows) and rows[end].text.startswith("|") and rows[end].text.count("|") >= 2:
        end += 1
    if end - at < 2:
        return None, at
    cells = [_cells(r, "|") for r in rows[at:end] if not re.fullmatch(r"[|\s:-]+", r.text)]
    return _built(rows, at, cells, end), end


def _tabbed(rows: list[Line], at: int) -> tuple[TableBlock | None, int]:
    """Cells parted by tabs, or by two blanks and more, in three rows or more of one length."""
    parter = "\t" if "\t" in rows[at].text else "  "
    end = at
    while end < len(rows) and parter in rows[end].text and not re.search(r"[。!?]", rows[end].text):
        end += 1
    cells = [_cells(r, parter) for r in rows[at:end]]
    if (
        len(cells) < 2
        or min(len(c) for c in cells) < 2
        or not any(_NUMBER_CELL.match(c.text) or re.search(r"\d", c.text) for row in cells[1:] for c in row[1:])
    ):
        return None, at
    return _built(rows, at, cells, end), end


def _cells(line: Line, parter: str) -> list[Cell]:
    cells, at = [], 0
    pieces = line.text.split(parter) if parter != "  " else re.split(r" {2,}|\u3000+", line.text)
    for piece in pieces:
        start = line.text.index(piece, at) if piece else at
        at = start + len(piece)
        body = piece.strip()
        lead = len(piece) - len(piece.lstrip())
        if body or parter == "|":
            here = line.span.start + start + lead
            cells.append(Cell(Span(here, here + len(body)), body))
    if parter == "|":
        cells = cells[1:-1] if cells and not cells[-1].text else cells[1:]
    return cells


def _a_cell_a_line(rows: list[Line], at: int) -> tuple[TableBlock | None, int]:
    """A table flattened to a cell a line, a blank line between its rows.

    A group of lines is a row where it has as many cells as the header; a group of one is a
    heading between rows, or the rest of a cell that was broken in two.
    """
    groups, end = _groups(rows, at)
    header = groups[0] if groups else []
    if len(header) < 3 or any(_NUMBER_CELL.match(c.text) for c in header):
        return None, at
    body: list[list[Cell]] = []
    for group in groups[1:]:
        if len(group) == len(header):
            body.append(group)
        elif len(group) == 1 and body:
            continue
        elif len(group) > 1:
            break
    if len(body) < 2 or not any(_NUMBER_CELL.match(c.text) for row in body for c in row[1:]):
        return None, at
    return TableBlock(
        Span(rows[at].span.start, rows[end - 1].span.end),
        tuple(header),
        tuple(tuple(r) for r in body),
        _caption(rows, at),
    ), end


def _groups(rows: list[Line], at: int) -> tuple[list[list[Cell]], int]:
    """Runs of short lines from `at` on, parted by blank lines, while they can be cells."""
    groups: list[list[Cell]] = []
    current: list[Cell] = []
    end, blanks = at, 0
    for index in range(at, len(rows)):
        line = rows[index]
        if not line.text:
            blanks += 1
            if current:
                groups.append(current)
                current = []
            if blanks > 2:
                break
            continue
        if len(line.text) > 40 or re.search(r"[。;!?，]", line.text):
            break
        if "\t" not in line.indent and not (groups and _broken_cell(rows, index)):
            break
        blanks = 0
        current.append(Cell(line.span, line.text))
        end = index + 1
    if current:
        groups.append(current)
    return groups, end


def _broken_cell(rows: list[Line], index: int) -> bool:
    """Whether a line that is not set in is the rest of a cell: short, no heading, cells go on after it."""
    line = rows[index]
    after = next((r for r in rows[index + 1 :] if r.text), None)
    return len(line.text) <= 12 and not ORDINAL.match(line.text) and after is not None and "\t" in after.indent


def _built(rows: list[Line], at: int, cells: list[list[Cell]], end: int) -> TableBlock:
    return TableBlock(
        Span(rows[at].span.start, rows[end - 1].span.end),
        tuple(cells[0]),
        tuple(tuple(r) for r in cells[1:]),
        _caption(rows, at),
    )


def _caption(rows: list[Line], at: int) -> str:
    """Up to four lines above the table: its title, its unit (单位:亿元)."""
    above = [r.text for r in rows[max(0, at - 8) : at] if r.text][-4:]
    return " ".join(t for t in above if len(t) <= 60)
