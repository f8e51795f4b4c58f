"""The title of a web page, where the article itself does not bear it."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from consistency.patterns import lazy
from consistency.readers.laid_out import LaidOutLine, Piece, tidy

_PARTS = lazy(r"\s*(?:[-_|—–>»]+|::)\s*(?=\D)")
_BLANK = lazy(r"\s+")
_FILED_UNDER = lazy(r"^[(（\[【][^)）\]】]{1,10}[)）\]】]\s*(?=.)")  # (河南省)2025年…: a collector's own remark
HEAD = 3000  # characters of the page in which its title would stand


def title_line(root: etree._Element) -> list[Piece]:
    """The title as the first line, unless the page shows it by itself.

    >>> page = etree.fromstring("<html><head><title>一季度公报-统计局</title></head><body>正文</body></html>")
    >>> [line.text for line in title_line(page)]
    ['一季度公报']
    """
    body = root.find("body")
    shown = _BLANK.sub("", "".join(_texts(body)))[:HEAD] if body is not None else ""
    for title in _titles(root):
        if _BLANK.sub("", title) not in shown:
            return [LaidOutLine(title, "<title>")]
        return []
    return []


def _titles(root: etree._Element) -> list[str]:
    """What the head says the title is, the most exact first."""
    metas = {
        (m.get("name") or m.get("property") or "").lower(): tidy(m.get("content") or "") for m in root.iter("meta")
    }
    whole = tidy(root.findtext(".//title") or "")
    longest = _FILED_UNDER.sub("", max(_PARTS.split(whole), key=len))
    return [title for title in (metas.get("articletitle"), metas.get("og:title"), longest) if title]


def _texts(body: etree._Element) -> list[str]:
    return [str(text) for text in islice(body.itertext(), 2000)]
