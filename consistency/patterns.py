"""Regular expressions that are compiled when they are first asked: a run pays for those that its documents need.

The program has some six hundred of them. To compile all of them takes longer than to check a page.
"""

from __future__ import annotations

import re
from typing import cast

ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Later:
    """A pattern as written. At the first question it is compiled, and answers from then on as a compiled one does."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):  # asked by copying and the like, which then go their usual way
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((asked, getattr(compiled, asked)) for asked in ASKED)
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return lazy, (self.pattern, self._flags)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression, to be used as one of `re.compile`, which is compiled at the first use.

    >>> year = lazy("(?P<year>[0-9]{4})年")
    >>> year.search("2024年")["year"], year.groupindex["year"], lazy(year.pattern + "末").search("2024年")
    ('2024', 1, None)
    """
    return cast("re.Pattern[str]", _Later(source, flags))
