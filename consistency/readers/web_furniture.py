"""What stands on a web page beside the article: hidden parts, navigation, lists of links, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from consistency.patterns import lazy
from consistency.readers.laid_out import LaidOutLine, Piece

# Elements that show no text of the page, or text that is struck out.
_UNSHOWN = (
    "applet area audio base button canvas datalist del embed head iframe input link map math meta noembed "
    "noframes noscript object optgroup option param picture progress rp rt s script select source strike style svg "
    "template textarea title track video"
)
UNSHOWN = frozenset(_UNSHOWN.split())

# Words of class and id, and roles, by which pages name what stands around the article.
_BESIDE = (
    "aside banner breadcrumb breadcrumbs comment comments copyright crumb crumbs daohang dibu dropdown "
    "fenxiang foot footer footerwrap friendlink friendlinks hotnews leftmenu localtion location login menu "
    "menus nav navbar navi navigation navlist navmain pagefun pagenav pager pagination position qr qrbox "
    "qrcode recommend relate related relates search searchbox searchform share sharebox sidebar sitemap "
    "sitenav subnav submenu toolbar topbar topnav weizhi yqlj"
)
BESIDE = frozenset(_BESIDE.split())
ROLES = frozenset(("banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search"))
TAGS = frozenset(("nav", "footer", "header", "aside", "dialog"))
ARTICLE = frozenset(("article", "content", "post", "entry", "title", "detail", "text", "zhengwen"))

LARGE = 0.2  # of the page's words that are no links: more than this is not beside the article
RUN = 4  # lines of nothing but links, one after the other, are a menu or a list of other pages

_WORD = lazy("[A-Z]?[a-z]+|[0-9]+|[A-Z]+")
_HIDDEN = lazy(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|text-decoration(?:-line)?\s*:[^;{}]{0,40}line-through)", re.I
)
_REMARK = lazy(r"/\*.*?\*/", re.S)
_BRACES = lazy("([{}])")
_NAME = lazy(r"[.#][\w-]+")


@dataclass(slots=True)
class _Weight:
    words: int = 0
    linked: int = 0
    heading: bool = False

    def add(self, other: _Weight) -> None:
        self.words += other.words
        self.linked += other.linked
        self.heading |= other.heading


def furniture(root: etree._Element, top: etree._Element) -> set[etree._Element]:
    """The elements below `top` that are no part of the article; one with much of the page's words is never dropped."""
    hidden = _hidden_names(root)
    suspects: list[tuple[etree._Element, _Weight]] = []
    stack: list[_Weight] = [_Weight()]
    links = 0
    walk = etree.iterwalk(top, events=("start", "end"))
    for event, element in walk:
        if element.tag in UNSHOWN:
            if event == "start":
                walk.skip_subtree()
            elif element is not top:
                _count(stack[-1], element.tail, links)
            continue
        if event == "start":
            stack.append(_Weight(heading=element.tag == "h1"))
            links += element.tag == "a"
            _count(stack[-1], element.text, links)
            continue
        links -= element.tag == "a"
        own = stack.pop()
        stack[-1].add(own)
        if element is not top:
            _count(stack[-1], element.tail, links)
            if _suspect(element, own) or _is_hidden(element, hidden):
                suspects.append((element, own))
    whole = stack[0].words - stack[0].linked
    return {element for element, own in suspects if own.words - own.linked <= LARGE * whole}


def link_runs(pieces: Sequence[tuple[Piece, float]]) -> list[Piece]:
    """The pieces without runs of lines that are links alone; all of them where little else would be left."""
    plain = [piece for piece, _ in pieces]
    alone = [
        isinstance(p, LaidOutLine) and share > 0.9 and not p.text.endswith(("。", "！", "？")) for p, share in pieces
    ]
    dropped: set[int] = set()
    start = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and alone[at]:
            continue
        if at - start >= RUN:
            dropped.update(range(start, at))
        start = at + 1
    rest = sum(len(p.text) if isinstance(p, LaidOutLine) else 100 for n, p in enumerate(plain) if n not in dropped)
    gone = sum(len(p.text) for n, p in enumerate(plain) if n in dropped and isinstance(p, LaidOutLine))
    return [piece for n, piece in enumerate(plain) if n not in dropped] if rest > gone else plain


def _count(weight: _Weight, text: str | None, links: int) -> None:
    size = len(text.strip()) if text else 0
    weight.words += size
    weight.linked += size if links else 0


def _suspect(element: etree._Element, own: _Weight) -> bool:
    """Whether tag, role, class or id say that an element stands beside the article."""
    if element.tag in ("body", "html", "table", "tbody", "tr", "td", "h1"):
        return False
    named = element.get("class", "") + " " + element.get("id", "")
    words = {word.lower() for word in _WORD.findall(named)} | {word.lower() for word in named.split()}
    if own.heading or (words & ARTICLE and element.tag == "header"):
        return False
    return element.tag in TAGS or element.get("role") in ROLES or bool(words & BESIDE)


def _is_hidden(element: etree._Element, names: frozenset[str]) -> bool:
    """Whether an element is not shown: by attribute, by its style, or by a rule of the page."""
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return True
    if not names:
        return False
    return f"#{element.get('id')}" in names or any(f".{word}" in names for word in element.get("class", "").split())


def _hidden_names(root: etree._Element) -> frozenset[str]:
    """The classes and ids that the page's own style sheets hide, outside of @media and the like."""
    names: set[str] = set()
    for style in root.iter("style"):
        if style.get("media", "all") in ("all", "screen"):
            names.update(hidden_by(style.text or ""))
    return frozenset(names)


def hidden_by(sheet: str) -> list[str]:
    """The plain classes and ids that a style sheet hides.

    >>> hidden_by("@media print { .a { display: none } } .b, p.c, #d { color: red; display:none }")
    ['.b', '#d']
    """
    names: list[str] = []
    depth, selectors = 0, ""
    for piece in _BRACES.split(_REMARK.sub("", sheet)):
        if piece in ("{", "}"):
            depth = max(0, depth + (1 if piece == "{" else -1))
        elif depth == 0:
            selectors = piece.rpartition(";")[2].strip()
        elif depth == 1 and not selectors.startswith("@") and _HIDDEN.search(piece):
            names += [name for name in map(str.strip, selectors.split(",")) if _NAME.fullmatch(name)]
    return names
