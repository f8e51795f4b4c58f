"""The shape of a folded text: headings, paragraphs with their sentences, and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.text.lines import ORDINAL, Line, lines
from consistency.text.page import sentences
from consistency.text.tables import TableBlock, Tables

_LEVEL = {"annex": 1, "chapter": 1, "top": 1, "second": 2, "third": 3, "fourth": 4}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or a run-in heading (“一是…”, “（一）…。”) and how deep it stands: 1 is the top."""

    span: Span
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of running text, cut into sentences."""

    span: Span
    sentences: tuple[Span, ...]


Block = Heading | Paragraph | TableBlock


def blocks(text: str, tables: Sequence[TableBlock] = ()) -> list[Block]:
    """The text as headings, paragraphs and tables, in order; `tables` are those that are known already."""
    rows = lines(text)
    out: list[Block] = []
    found = Tables(rows, tables)
    at = 0
    while at < len(rows):
        table, after = found.at(at)
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
            span = Span(start, line.span.end)
            out.append(Paragraph(span, tuple(sentences(text, span))))
    return out


# What makes a line more than a heading: a number with its unit.
MEASURED = lazy(
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
