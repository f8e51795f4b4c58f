"""What a file says of its document beside the text: title, publisher and date among its properties.

Nobody looks after them: they may be left over from a template or from another document. Whoever uses them weighs them
against the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from consistency.model import Context
from consistency.patterns import lazy
from consistency.readers.laid_out import tidy

LONGEST = 200  # characters
# 2024-01-16T09:30:00Z · D:20240116093000+08'00'
_DAY = lazy(r"(?:D:)?(?P<year>(?:19|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)", re.ASCII)
# Added by the program that made the file: Microsoft Word - 报告.doc, 报告.docx
_OF_PROGRAM = lazy(r"^Microsoft (?:Office )?(?:Word|Excel|PowerPoint) - |\.(?:docx?|xlsx?|wps|et|pdf)$", re.I)


def of_package(said: Mapping[str, str]) -> Context:
    """The properties of an office file from the parts that hold them."""
    return context(said.get("title", ""), said.get("Company", ""), said.get("created", ""))


def of_pdf(said: Mapping[str, str]) -> Context:
    """The properties of a PDF from its table of information."""
    return context(said.get("Title", ""), said.get("Author", ""), said.get("CreationDate", ""))


def context(title: str, publisher: str, made: str) -> Context:
    """The properties in the form in which texts are told of.

    >>> context("Microsoft Word - 青石县统计公报.doc", "", "D:20240116093000+08'00'").date
    '2024-01-16'
    """
    day = _DAY.match(made.strip())
    try:
        told = date(int(day["year"]), int(day["month"]), int(day["day"])).isoformat() if day else ""
    except ValueError:
        told = ""
    return Context(title=_OF_PROGRAM.sub("", tidy(title[:LONGEST])), publisher=tidy(publisher[:LONGEST]), date=told)
