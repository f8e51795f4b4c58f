"""One width: full-width figures, letters and signs become half-width, one for one.

Commas become full-width ones unless they part thousands, so that later stages need to
know one comma only. NFKC is not used: it turns ① into 1 and m² into m2.
"""

from __future__ import annotations

from consistency.patterns import lazy

_FROM = (
    "０１２３４５６７８９"
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
    "％＋－／＝＜＞～＆＃＠＊（）［］：；！？＂＇｜　 －–−﹣﹪﹢＄￥₩"
)
_TO = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%+-/=<>~&#@*()[]:;!?\"'|  ----%+$¥₩"
_TABLE = str.maketrans(_FROM, _TO)

# A comma that does not part thousands: “6.7%,总量”, “3,家”. Not the one of “12,345”.
LIST_COMMA = lazy(r",(?!(?<=\d,)\d{3}(?!\d))")
# Between full-width figures a comma that parts groups of three: １，２３４
WIDE_COMMA = lazy(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
# A full-width point or comma between figures is a decimal point or parts thousands: 2．2
WIDE_POINT = lazy(r"(?<=\d)．(?=\d)")


def to_half_width(text: str) -> str:
    """The text in one width, of the same length.

    >>> to_half_width("增长６．７％,总量")
    '增长6.7%，总量'
    """
    if "，" in text:
        text = WIDE_COMMA.sub(",", text)
    text = text.translate(_TABLE)
    if "．" in text:
        text = WIDE_POINT.sub(".", text)
    if "," in text:
        text = LIST_COMMA.sub("，", text)
    return text
