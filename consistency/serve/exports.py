"""What the page is saved as: findings for spreadsheets and programs, the page itself, a draft with comments in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from consistency.annotate import ANNOTATORS, annotated
from consistency.model import Problem, Report
from consistency.readers.folders import suffix
from consistency.report import Made, findings_csv, renderer
from consistency.report.findings_table import decision
from consistency.report.wording import said, say
from consistency.serve.desk import Desk


class Missing(Exception):
    """Why something cannot be made."""


@dataclass(frozen=True, slots=True)
class Export:
    """A form: the suffix of its file, and what it is to browsers."""

    suffix: str
    media: str


EXPORTS = {
    "xlsx": Export("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": Export("csv", "text/csv; charset=utf-8"),
    "html": Export("html", "text/html; charset=utf-8"),
    "sarif": Export("sarif", "application/sarif+json"),
}


def export(form: str, report: Report, desk: Desk, made: Made, decisions: Mapping[str, Mapping[str, str]]) -> bytes:
    """A report in a form of `EXPORTS`; tables have what was decided and noted of each finding."""
    decided = {finding: decision(told, desk.lang) for finding, told in decisions.items()}
    if form == "csv":
        return findings_csv.sheet(report, lang=desk.lang, decided=decided).encode()
    if form == "xlsx":
        from consistency.report.findings_workbook import workbook

        try:
            return workbook(report, lang=desk.lang, decided=decided)
        except ImportError:
            raise Missing(say(desk.lang, "needs openpyxl")) from None
    rules = [desk.rules.rule(id_) for id_ in desk.rules.ids]
    return renderer(form)(report, lang=desk.lang, rules=rules, made=made).encode()


def annotated_copy(report: Report, number: int, desk: Desk) -> tuple[str, bytes]:
    """The name and the bytes of a copy of a document, by its number on the page, with comments at its findings."""
    if not 0 < number <= len(report.readings):
        raise Missing("no such document")
    path = report.readings[number - 1].document.path
    if suffix(path) not in ANNOTATORS:
        raise Missing(say(desk.lang, "annotates these", path=path, file=path, known=", ".join(sorted(ANNOTATORS))))
    file = desk.dropped / path if path in desk.documents() else Path(path)
    try:
        made = annotated(report, path, file.read_bytes(), lang=desk.lang)
    except OSError as error:
        raise Missing(str(error.strerror)) from None
    if isinstance(made, Problem):
        raise Missing(said(made.message, desk.lang))
    name = PurePath(path)
    return f"{name.stem}.checked{name.suffix}", made
