"""`consistency check --annotate`: which document is meant, and its copy with comments written."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from consistency.commands.output import Impossible, complain

if TYPE_CHECKING:
    from consistency.model import Report


def annotate(report: Report, drafts: Collection[str], file: str, lang: str) -> None:
    """Writes the copy of the one document asked about, with a comment at each place of a finding."""
    from consistency.annotate import ANNOTATORS, annotated
    from consistency.files import write_whole
    from consistency.model import Problem
    from consistency.readers.folders import suffix
    from consistency.report.wording import said, say

    read = {reading.document.path for reading in report.readings} & set(drafts)
    if len(read) != 1:
        raise Impossible(say(lang, "annotates one", count=len(read)))
    (path,) = read
    if suffix(path) not in ANNOTATORS or suffix(file) != suffix(path):
        raise Impossible(say(lang, "annotates these", path=path, file=file, known=", ".join(sorted(ANNOTATORS))))
    try:
        with open(path, "rb") as original:
            made = annotated(report, path, original.read(), lang=lang)
        if isinstance(made, Problem):
            raise Impossible(f"{made.path}: {said(made.message, lang)}")
        write_whole(file, made)
    except OSError as error:
        raise Impossible(f"{file}: cannot be written: {error.strerror}") from None
    complain(say(lang, "annotated", file=file))
