"""Strict reading of TOML tables: a key nobody knows is an error that names file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from consistency.files import content
from consistency.patterns import longest_first

LARGEST = 4 << 20  # bytes: our own files of rules have a fortieth of it


class ConfigurationError(Exception):
    """A rule file or setting that cannot be used; its text is one line for the user."""


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the known word nearest to `word`, or nothing: “ (did you mean 'alias'?)”."""
    close = get_close_matches(word, sorted(known), n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


class Table:
    """One table of a TOML file that knows where it stands and which keys were asked for.

    Ask for every key that may be there, then call `done`: what is left over is an error.
    """

    def __init__(self, source: str, place: str, content: Mapping[str, Any]) -> None:
        self.source = source
        self.place = place
        self._content = content
        self._asked: set[str] = set()

    def wrong(self, key: str, what: str) -> ConfigurationError:
        """The error that `key` of this table is not as it must be."""
        path = f"{self.place}.{key}" if self.place else key
        return ConfigurationError(f"{self.source}: {path}: {what}")

    def text(self, key: str, default: str | None = None) -> str:
        """The string at `key`; without a default it must be there."""
        value: str = self._get(key, str, "a string", default)
        return value

    def truth(self, key: str, default: bool | None = None) -> bool:
        """The true or false at `key`."""
        value: bool = self._get(key, bool, "true or false", default)
        return value

    def whole(self, key: str, default: int | None = None) -> int:
        """The whole number at `key`."""
        value: int = self._get(key, int, "a whole number", default)
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """The list of strings at `key`."""
        value = self._get(key, list, "a list of strings", None if default is None else list(default))
        if not all(isinstance(v, str) for v in value):
            raise self.wrong(key, "must be a list of strings")
        return tuple(value)

    def lists(self, key: str, default: tuple[str, ...] | None = None) -> list[tuple[str, ...]]:
        """The list of lists of strings at `key`."""
        rows = self._get(key, list, "a list of lists of strings", None if default is None else list(default))
        if not all(isinstance(row, list) and all(isinstance(word, str) for word in row) for row in rows):
            raise self.wrong(key, "must be a list of lists of strings")
        return [tuple(row) for row in rows]

    def table(self, key: str, optional: bool = False) -> Table:
        """The table at `key`; an empty one where it is optional and not there."""
        value = self._get(key, dict, "a table", {} if optional else None)
        return Table(self.source, f"{self.place}.{key}" if self.place else key, value)

    def tables(self, key: str) -> list[Table]:
        """The tables of the array at `key`, none where it is not there."""
        value = self._get(key, list, "an array of tables", [])
        if not all(isinstance(v, dict) for v in value):
            raise self.wrong(key, "must be an array of tables")
        place = f"{self.place}.{key}" if self.place else key
        return [Table(self.source, f"{place}[{i}]", v) for i, v in enumerate(value, 1)]

    def keys(self) -> tuple[str, ...]:
        """Every key, for a table whose keys are data."""
        self._asked.update(self._content)
        return tuple(self._content)

    def plain(self, key: str, default: Any = None) -> Any:
        """The value at `key` as TOML has it, for parameters that a kind of rule checks itself."""
        self._asked.add(key)
        return self._content.get(key, default)

    def done(self) -> None:
        """Raise for the first key that was never asked for."""
        for key in self._content:
            if key not in self._asked:
                raise self.wrong(key, f"unknown key{nearest(key, self._asked)}")

    def _get(self, key: str, kind: type, what: str, default: Any) -> Any:
        self._asked.add(key)
        if key not in self._content:
            if default is None:
                raise self.wrong(key, "is missing")
            return default
        value = self._content[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(key, f"must be {what}")
        return value


class Merged:
    """Tables of one form as one: the first has all of it, each further one what it adds; asked as a `Table` is.

    >>> first, more = parsed('units = ["家"]', "ours.toml"), parsed('units = ["户"]', "theirs.toml")
    >>> Merged([first, more]).texts("units")
    ('家', '户')
    """

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables

    def texts(self, key: str) -> tuple[str, ...]:
        """The strings of the lists at `key`, each once."""
        return tuple(dict.fromkeys(word for table in self._tables for word in table.texts(key, self._default(table))))

    def text(self, key: str) -> str:
        """The strings at `key` as one."""
        return "".join(table.text(key, None if self._default(table) is None else "") for table in self._tables)

    def lists(self, key: str) -> list[tuple[str, ...]]:
        """The lists of strings of the lists at `key`."""
        return [row for table in self._tables for row in table.lists(key, self._default(table))]

    def table(self, key: str) -> Merged:
        """The tables at `key` as one."""
        return Merged([table.table(key, optional=self._default(table) is not None) for table in self._tables])

    def keys(self) -> tuple[str, ...]:
        """Every key of any of them, for tables whose keys are data."""
        return tuple(dict.fromkeys(key for table in self._tables for key in table.keys()))

    def lists_by_key(self) -> list[tuple[str, ...]]:
        """The strings of each key, for tables whose keys are data."""
        return [tuple(dict.fromkeys(w for t in self._tables for w in t.texts(key, ()))) for key in self.keys()]

    def groups(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The strings of each of some lists, the longest first; there are no others."""
        found = {name: longest_first(self.texts(name)) for name in sorted(names)}
        self.done()
        return found

    def done(self) -> None:
        """Raise for the first key of any of them that was never asked for."""
        for table in self._tables:
            table.done()

    def _default(self, table: Table) -> tuple[str, ...] | None:
        return None if table is self._tables[0] else ()


def is_there(path: Path) -> bool:
    """Whether there is a file to be loaded, or a link that leads to none: loading that says so, none is passed over."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def load(path: Path) -> Table:
    """The whole file as a table; a file that cannot be read or parsed is a configuration error."""
    try:
        text = content(path, LARGEST).decode()
    except UnicodeDecodeError:
        raise ConfigurationError(f"{path}: not valid TOML: it must be UTF-8") from None
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from None
    return parsed(text, str(path))


def parsed(text: str, source: str) -> Table:
    """The text of a file as a table."""
    try:
        return Table(source, "", tomllib.loads(text))
    except RecursionError:
        raise ConfigurationError(f"{source}: not valid TOML: lists or tables are nested too deeply") from None
    except ValueError as error:  # a number of thousands of figures is none of TOML's own errors
        raise ConfigurationError(f"{source}: not valid TOML: {error}") from None
