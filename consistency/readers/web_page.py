"""Web pages: the article as a browser shows it, a line a paragraph, tables as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from lxml import etree

from consistency.model import Document, Problem
from consistency.patterns import lazy
from consistency.readers.declared import page_text
from consistency.readers.laid_out import SUPERSCRIPTS, LaidOutLine, Piece, set_out, tidy
from consistency.readers.refusals import Refusal
from consistency.readers.signatures import format_of
from consistency.readers.web_furniture import UNSHOWN, furniture, link_runs
from consistency.readers.web_tables import table_pieces
from consistency.readers.web_titles import title_line

# Pictures within the page do not count. A page's tree takes many times its size; a report of 200 pages has 1 MB.
LARGEST = 8 << 20
MOST_TAGS = 300_000  # tags of a page

_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
_ONE_LINE = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ELEMENT = lazy(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?>")
_PICTURE = re.compile(rb"data:[\w/+.;=-]{0,60};base64,[A-Za-z0-9+/=\s]*")
_SPACE = lazy("[ \t\n\r\f]+")


@dataclass(slots=True)
class _Lines:
    """The lines of a page as they come: what is said, and how much of it is links."""

    found: list[tuple[Piece, float]] = field(default_factory=list)
    parts: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, text: str | None, linked: bool, kept_as_is: bool = False) -> None:
        if text:
            self.parts.append((text if kept_as_is else _SPACE.sub(" ", text), linked))

    def end(self) -> None:
        if not self.parts:
            return
        line = tidy("".join(text for text, _ in self.parts))
        if line:
            linked = sum(len(tidy(text)) for text, is_link in self.parts if is_link)
            self.found.append((LaidOutLine(line, ""), linked / len(line)))
        self.parts.clear()


def read_web_page(path: str, data: bytes) -> Document | Problem:
    """The article of a page with its title and tables; scripts, hidden parts and navigation are left out."""
    if kind := format_of(data):
        return Refusal.OTHER_FORMAT.of(path, kind=kind, suffix=PurePath(path).suffix)
    data = _PICTURE.sub(b"", data)
    if len(data) > LARGEST:
        return Refusal.TOO_LARGE.of(path, size=-(-len(data) >> 20), limit=LARGEST >> 20)
    if (tags := data.count(b"<")) > MOST_TAGS:
        return Refusal.TOO_MUCH.of(path, count=tags, limit=MOST_TAGS)
    decoded = page_text(data)
    if decoded is None:
        return Refusal.ENCODING.of(path)
    text, encoding = decoded
    if not re.search(r"<[a-zA-Z!/?]", text):
        return Refusal.NOT_MARKUP.of(path)
    root = _tree(text)
    if root is None:
        return Refusal.BLANK.of(path)
    shown = set_out([*_labelled([*title_line(root), *link_runs(list(_pieces(root)))])])
    return shown.document(path, encoding)


def _tree(text: str) -> etree._Element | None:
    """The tree of a page. Where elements lie deeper in each other than the parser goes, it is read without them."""
    tree, whole = _parsed(text)
    return tree if whole else _parsed(_ELEMENT.sub(_flat, text))[0]


def _parsed(text: str) -> tuple[etree._Element | None, bool]:
    """The tree and whether it is the whole page; from bytes of our own encoding, whatever the page declares."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing but comments
        return None, True
    return tree, all("depth" not in error.message for error in parser.error_log)


def _flat(tag: re.Match[str]) -> str:
    """A tag that opens nothing to lie in: a paragraph for a block, nothing for the rest."""
    name = tag[1].lower()
    return tag[0] if name in UNSHOWN else "<p>" if name in BLOCKS else ""


def _pieces(root: etree._Element) -> Iterator[tuple[Piece, float]]:
    """The lines and tables of the page in order, each with the share of links in it."""
    body = root.find("body")
    top = root if body is None else body
    dropped = furniture(root, top)
    lines, tables = _Lines(), set[etree._Element]()
    links = pres = headings = 0
    walk = etree.iterwalk(top, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in UNSHOWN or element in dropped:
                walk.skip_subtree()
            elif tag == "table" and (rows := table_pieces(element, dropped, len(tables) + 1)) is not None:
                tables.add(element)
                lines.end()
                lines.found += [(piece, 0.0) for piece in rows]
                walk.skip_subtree()
            else:
                links += tag == "a"
                pres += tag == "pre"
                headings += tag in _ONE_LINE
                if tag in BLOCKS:
                    lines.end()
                elif tag == "br":
                    lines.add(" ", False) if headings else lines.end()
                _inside(lines, element, bool(links), bool(pres))
            continue
        if tag not in UNSHOWN and element not in dropped and element not in tables:
            links -= tag == "a"
            pres -= tag == "pre"
            headings -= tag in _ONE_LINE
            if tag in BLOCKS:
                lines.end()
        if element is not top:
            _plain(lines, element.tail, bool(links), bool(pres))
    lines.end()
    yield from lines.found


def _inside(lines: _Lines, element: etree._Element, linked: bool, pre: bool) -> None:
    """The text an element begins with; raised figures stay raised, lest 10⁴ become 104."""
    text = element.text
    if text and element.tag == "sup":
        text = text.translate(SUPERSCRIPTS)
    _plain(lines, text, linked, pre)


def _plain(lines: _Lines, text: str | None, linked: bool, pre: bool) -> None:
    if not text or not pre:
        lines.add(text, linked)
        return
    first, *rest = text.split("\n")
    lines.add(first, linked, True)
    for line in rest:
        lines.end()
        lines.add(line, linked, True)


def _labelled(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with their places: paragraphs counted through, and tables, whose cells know theirs in the table."""
    paragraph = 0
    for piece in pieces:
        if isinstance(piece, LaidOutLine) and not piece.label:
            paragraph += 1
            yield LaidOutLine(piece.text, f"¶{paragraph}")
        else:
            yield piece
