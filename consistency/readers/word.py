"""Word files (.docx): the text in the order of the page, tables as rows, notes and headers after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from consistency.model import Document, Problem
from consistency.patterns import lazy
from consistency.readers.laid_out import LaidOutLine, Piece, set_out
from consistency.readers.packages import Package, Unreadable, attribute, local
from consistency.readers.properties import of_package
from consistency.readers.word_numbering import numbering
from consistency.readers.word_story import Story

# Parts that hold text beside the body, in the order they are told, and the name of a place in them.
BESIDE = (("footnotes", "脚注"), ("endnotes", "尾注"), ("header", "页眉"), ("footer", "页脚"))

_PAGE_NUMBER = lazy(r"(?:[-—–\s\d/|]|第|页|共|page|of|[ivxIVX])*", re.I)


def read_word(path: str, data: bytes) -> Document | Problem:
    """The text as Word shows it with all insertions taken and all deletions gone."""
    try:
        package = Package(data, "DOCX")
        main = package.main("word/document.xml")
        made = set_out(pieces_of(package, main, package.tree(main)))
        properties = of_package(package.properties())
    except Unreadable as refused:
        return refused.of(path, "DOCX")
    return made.document(path, properties=properties)


def pieces_of(package: Package, main: str, root: etree._Element) -> list[Piece]:
    """The lines and tables of a file in the order in which they are told; its body is the part `main`, under `root`."""
    numbers = numbering(*(_part(package, main, kind) for kind in ("numbering", "styles"))).before(root)
    return [*Story(numbers=numbers).body(root), *_beside(package, main)]


def _part(package: Package, main: str, kind: str) -> etree._Element | None:
    """The part of a kind that the body refers to; a damaged one is taken for none."""
    name = next((part for _, type_, part in package.related(main) if type_ == kind and package.has(part)), None)
    try:
        return package.tree(name) if name else None
    except Unreadable:
        return None


def _beside(package: Package, main: str) -> Iterator[Piece]:
    """Notes in order, then what headers and footers say beyond page numbers, each line once."""
    related = package.related(main)
    for kind, name in BESIDE:
        said: set[str] = set()
        for part in dict.fromkeys(part for _, type_, part in related if type_ == kind and package.has(part)):
            root = package.tree(part)
            notes = kind.endswith("notes")
            number = 0
            for story in root if notes else [root]:
                if notes and (local(story) == "" or attribute(story, "type") not in (None, "normal")):
                    continue  # the line that parts notes from text
                number += 1
                label = f"{name}{number}" if notes else name
                for piece in Story(label).body(story):
                    if not isinstance(piece, LaidOutLine):
                        yield piece
                    elif notes or not (piece.text in said or _PAGE_NUMBER.fullmatch(piece.text)):
                        said.add(piece.text)
                        yield piece
