"""Days in characters as figures, as Hong Kong and Macao write them: 九月三十日, 十月一日至八日."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.patterns import lazy

_ONES = {ones: value for value, ones in enumerate("一二三四五六七八九", 1)}
_DAY = r"(?:[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
# 九月三十日; 十月一日至八日: the second day alone as well
_DAYS = lazy(
    rf"(?<![一二三四五六七八九十])(?P<month>十[一二]?|[一二三四五六七八九])月(?P<day>{_DAY})日"
    rf"(?:至(?:(?P<other>十[一二]?|[一二三四五六七八九])月)?(?P<last>{_DAY})日)?",
    needs=("月",),
)


def days_in_figures(text: str) -> Iterator[tuple[int, int, str]]:
    """The months and days of a text that are told in characters: where each stands, and its figures.

    >>> list(days_in_figures("十月一日至八日"))
    [(0, 1, '10'), (2, 3, '1'), (5, 6, '8')]
    """
    for found in _DAYS.finditer(text):
        for part in ("month", "day", "other", "last"):
            if found[part]:
                yield (*found.span(part), str(_number(found[part])))


def _number(words: str) -> int:
    """The number of a month or a day.

    >>> _number("三十"), _number("廿九"), _number("十"), _number("七")
    (30, 29, 10, 7)
    """
    words = words.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = words.rpartition("十")
    return (_ONES.get(tens, 1) * 10 if ten else 0) + _ONES.get(ones, 0)
