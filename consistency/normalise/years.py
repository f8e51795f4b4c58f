"""Years in characters as figures, one for one, as Hong Kong and Macao write them: 二〇一四年, 二零一四年."""

from __future__ import annotations

from consistency.patterns import lazy

_FIGURES = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_ONE = "[〇零○一二三四五六七八九]"
# 二〇一四年, 一九九八至…, 二零一九/二零年度; not 一二三四五年
YEAR = lazy(
    rf"(?<![〇零○一二三四五六七八九十百千万])(?:一九|二[〇零○]){_ONE}{{2}}(?:/{_ONE}{{2}}(?=年)|(?=\s*(?:年|[至到—–-])))"
)


def years_in_figures(text: str) -> str:
    """The text with its years in figures, of the same length.

    >>> years_in_figures("二零一四年九月")
    '2014年九月'
    """
    return YEAR.sub(lambda found: found.group().translate(_FIGURES), text)
