"""The lines of a folded text, and what numbers headings at the head of one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.text.run_in import cuts

# 一、 · （一） · 1. · 第一章 · 附件1, at the head of a line
ORDINAL = lazy(
    r"^\s*(?:(?P<chapter>第[一二三四五六七八九十]{1,3}[章节部分篇])"
    r"|(?P<top>[一二三四五六七八九十]{1,3}、)"
    r"|(?P<second>[(][一二三四五六七八九十]{1,3}[)])"
    r"|(?P<third>\d{1,2}[.、．](?!\d))"
    r"|(?P<fourth>[(]\d{1,2}[)])"
    r"|(?P<annex>附(?:件|表|录)\s*[\d一二三四五A-Z]*\s*[:.]?))"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text with its outer white space left out of `span`."""

    span: Span
    text: str
    indent: str = ""


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
