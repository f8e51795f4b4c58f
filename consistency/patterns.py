"""Regular expressions that are compiled when they are first asked: a run pays for those that its documents need.

The program has some six hundred of them. To compile all of them takes longer than to check a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, cast

# The questions a pattern answers, with the answer where it finds nothing.
ASKED: dict[str, Callable[..., Any]] = {
    "search": lambda text, *span: None,
    "match": lambda text, *span: None,
    "fullmatch": lambda text, *span: None,
    "finditer": lambda text, *span: iter(()),
    "findall": lambda text, *span: [],
    "split": lambda text, *most: [text],
    "sub": lambda replacement, text, *most: text,
    "subn": lambda replacement, text, *most: (text, 0),
}

SPANNED = frozenset({"search", "match", "fullmatch", "finditer", "findall"})  # of a text, from a place and up to one
AT_A_TIME = 4  # lexicons in use in one process, each with patterns of its own: the one that ships, a project's


class _Later:
    """A pattern as written. At the first question it is compiled, and answers from then on as a compiled one does."""

    def __init__(self, source: str, flags: int, needs: tuple[str, ...]) -> None:
        self.pattern, self.needs = source, needs
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):  # asked by copying and the like, which then go their usual way
            raise AttributeError(name)
        if self.needs and name in ASKED:
            self.__dict__[name] = asked = self._where_needed(name)
            return asked
        compiled = re.compile(self.pattern, self._flags)
        if not self.needs:
            self.__dict__.update((asked, getattr(compiled, asked)) for asked in ASKED)
        return getattr(compiled, name)

    def _where_needed(self, name: str) -> Callable[..., Any]:
        """A question that is answered at once where none of the needed words stands in a text."""
        needs, nothing, place, spanned = self.needs, ASKED[name], name.startswith("sub"), name in SPANNED
        ask: Callable[..., Any] | None = None

        def asked(*told: Any) -> Any:
            nonlocal ask
            if len(told) == 1 or not spanned:
                text = told[place]
                for word in needs:
                    if word in text:
                        break
                else:
                    return nothing(*told)
            elif len(told) == 3:  # from one place on, all the rest of a text would be looked through, time and again
                text, start, end = told
                for word in needs:
                    if text.find(word, start, end) >= 0:
                        break
                else:
                    return nothing(*told)
            if ask is None:
                ask = getattr(re.compile(self.pattern, self._flags), name)
            return ask(*told)

        return asked

    def __reduce__(self) -> tuple[object, tuple[str, int, tuple[str, ...]]]:
        return lazy, (self.pattern, self._flags, self.needs)


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the first that fits; one that fits nowhere where there is none.

    >>> either(["万元", "%"]), either([])
    ('万元|%', '(?!)')
    """
    return "|".join(map(re.escape, words)) or "(?!)"


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Words in the order in which the longest that fits is found first.

    >>> longest_first(["亿", "万元", "万", "亿"])
    ('万元', '万', '亿')
    """
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def lazy(source: str, flags: int = 0, needs: tuple[str, ...] = ()) -> re.Pattern[str]:
    """A regular expression, to be used as one of `re.compile`, which is compiled at the first use.

    `needs` are words of which one stands in all that it finds: where a text has none of them, it is not asked.

    >>> year = lazy("(?P<year>[0-9]{4})年", needs=("年",))
    >>> year.search("2024年")["year"], year.groupindex["year"], lazy(year.pattern + "末").search("2024年")
    ('2024', 1, None)
    >>> year.findall("增长2024"), year.sub("去年", "2024年增长")
    ([], '去年增长')
    """
    return cast("re.Pattern[str]", _Later(source, flags, needs))
