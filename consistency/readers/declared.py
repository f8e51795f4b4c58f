"""The encoding of a web page: by its mark, by what the page declares, and by what its bytes allow."""

from __future__ import annotations

import codecs
import re

from consistency.readers.encoding import BYTE_ORDER_MARKS, decode, reaches

# WHATWG's labels of the encodings Chinese pages are in; a page that says gb2312 is read as gb18030, its superset.
LABELS = {
    **dict.fromkeys(
        ("gb2312", "gb_2312", "gb_2312-80", "csgb2312", "chinese", "iso-ir-58", "gbk", "x-gbk", "gb18030", "cp936"),
        "gb18030",
    ),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(("hz-gb-2312",), "hz"),
}
HEAD = 8192  # bytes in which a declaration is looked for; browsers take 1024, but pages with long comments abound
LOST = 0.001  # of all bytes may fit no encoding: pages cut their summaries in the middle of a character

_DECLARATION = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.I)


def page_text(data: bytes) -> tuple[str, str] | None:
    """The text of a page and its encoding; what a few broken bytes stood for becomes U+FFFD.

    >>> page_text('<meta charset="gb2312"><p>朱镕基'.encode("gbk"))
    ('<meta charset="gb2312"><p>朱镕基', 'gb18030')
    """
    marked = any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
    said = None if marked else declared(data)
    if said is None or said == "utf-8":
        found = decode(data)
    else:
        found = _as_utf_8(data) or _strictly(data, said) or decode(data)
    if found is not None:
        return found
    for encoding in dict.fromkeys(filter(None, (said, _seeming(data), "utf-8", "gb18030"))):
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") <= max(3, LOST * len(data)):
            return text.removeprefix("\ufeff"), encoding
    return None


def declared(data: bytes) -> str | None:
    """The codec of the encoding that the head of a page declares.

    >>> declared(b'<meta http-equiv=Content-Type content="text/html; charset=GBK">')
    'gb18030'
    """
    label = _DECLARATION.search(data, 0, HEAD)
    return LABELS.get(label[1].decode("ascii").lower()) if label else None


def _as_utf_8(data: bytes) -> tuple[str, str] | None:
    """The text where it is UTF-8 beyond doubt, whatever the page says: a server has converted it."""
    text = _strictly(data, "utf-8")
    return text if text and re.search("[\u4e00-\u9fff]{2}", text[0]) else None


def _strictly(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _seeming(data: bytes) -> str | None:
    """The encoding that the bytes go furthest in."""
    reach = reaches(data)
    return codecs.lookup(reach.encoding).name if reach else None
