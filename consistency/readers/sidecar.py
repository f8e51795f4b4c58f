"""What is told of a document beside it: report.txt.toml or report.toml overrides what the text says of itself."""

from __future__ import annotations

import os
from pathlib import Path

from consistency.model import Context
from consistency.patterns import lazy
from consistency.toml_tables import is_there, load

_PERIOD = lazy(r"(?:19|20)\d\d")
_DATE = lazy(r"(?:19|20)\d\d-\d\d-\d\d")


def sidecar(path: str) -> Context | None:
    """The context told by the file beside `path`, with empty fields for what it does not tell; None without one.

    Raises `ConfigurationError`, one line naming file and key, for a file that breaks its form:

        place = "重庆市渝中区"
        period = "2023"
    """
    if path == "-":
        return None
    file = beside(path)
    return None if file is None else _context(file)


def beside(path: str) -> Path | None:
    """The file beside a document that tells of it; None without one."""
    files = (path + ".toml", os.path.splitext(path)[0] + ".toml")
    return next((Path(file) for file in files if os.path.lexists(file) and file != path and is_there(Path(file))), None)


def _context(path: Path) -> Context:
    table = load(path)
    period, date = table.text("period", ""), table.text("date", "")
    if period and not _PERIOD.fullmatch(period):
        raise table.wrong("period", 'must be a year, such as "2023"')
    if date and not _DATE.fullmatch(date):
        raise table.wrong("date", 'must be a day, such as "2024-01-16"')
    context = Context(
        title=table.text("title", ""),
        entity=table.text("place", ""),
        period=period,
        kind=table.text("kind", ""),
        publisher=table.text("publisher", ""),
        date=date,
    )
    table.done()
    return context
