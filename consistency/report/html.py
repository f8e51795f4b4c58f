"""The report as one HTML file, for people with a browser: nothing is loaded from anywhere, and nothing is sent."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from consistency import __version__
from consistency.model import Report, Severity
from consistency.report.cards import card
from consistency.report.coverage import by_document, last_line, subject, subject_head, total
from consistency.report.escaping import visible
from consistency.report.markings import markings
from consistency.report.matrix import Cell, leads, matrix
from consistency.report.places import Page, pages
from consistency.report.reading_view import Mark, ReadingLine, anchor, reading_lines
from consistency.report.sides import Place, about, circumstances
from consistency.report.standing import open_findings
from consistency.report.summary import compared, counted
from consistency.report.wording import said, say

if TYPE_CHECKING:
    from consistency.checks.rule import Rule

PAGE = Path(__file__).parent / "page"
OPEN = 40  # findings that stand open at first; a page of thousands stays quick because the others are folded
ROWS = 200  # indicators told differently that stand open; a browser lays out a table whole, however little is seen
COLUMNS = 12  # documents, up to which each has a column in the table of indicators
QUOTED = 3  # quotes of one value that stand open; the others are folded
LANGUAGE = {"zh": "zh-CN", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Source:
    """A document with the number by which the page names it, and its text with what is marked in it."""

    number: int
    path: str
    title: str
    lines: tuple[ReadingLine, ...]
    marked: Mapping[str, int]


def render(report: Report, *, lang: str, rules: Sequence[Rule] = (), **_terminal: object) -> str:
    """The page: what was found, who says what, the documents with their findings marked, how much was compared."""
    at = pages(report.readings)
    numbers = {path: number for number, path in enumerate(at, 1)}
    lead = leads(report.findings)
    rows = matrix(report, at, lead)
    marks = markings(report.findings, rows, lead, lang)
    severities = Counter(finding.severity for finding in open_findings(report.findings))
    listed = Counter(finding.severity for finding in report.findings)
    style, script = (_own(name) for name in ("report.css", "report.js"))
    return (
        _template()
        .render(
            lang=lang,
            language=LANGUAGE[lang],
            say=partial(say, lang),
            about=partial(about, lang=lang),
            circumstances=partial(circumstances, lang=lang),
            said=partial(said, lang=lang),
            version=__version__,
            style=style,
            script=script,
            policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
            "base-uri 'none'; form-action 'none'",
            report=report,
            counted=counted(report, lang),
            compared=list(compared(report, lang)),
            severities=[(severity.value, severities[severity]) for severity in Severity],
            listed=[(severity.value, listed[severity]) for severity in Severity],
            names={f.rule: said(f.name, lang) for f in sorted(report.findings, key=lambda f: f.rule)},
            why={rule.id: said(rule.why, lang) for rule in rules},
            indicators=sorted({f.key.indicator for f in report.findings if f.key is not None}),
            cards=(card(number, f, at, numbers, lang) for number, f in enumerate(report.findings, 1)),
            rows=list(enumerate(rows, 1)),
            lead=partial(_lead, lead=lead, numbers=numbers),
            numbers=numbers,
            sources=[_source(r.document.path, r.context.title, at, numbers, marks) for r in report.readings],
            coverage=by_document(report),
            subject=partial(subject, lang=lang),
            subject_head=subject_head(lang),
            total=total(report),
            last=last_line(report),
            limits={"open": OPEN, "rows": ROWS, "columns": COLUMNS, "quoted": QUOTED},
        )
        .rstrip("\n")
        + "\n"
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(PAGE, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters |= {"percent": percent, "file_name": _file_name, "share": share}
    return environment.get_template("report.html.jinja")


def _shown(value: object) -> object:
    """Whatever the template prints, with hidden characters spelt out; it is escaped after that."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else visible(value)


def _own(name: str) -> Markup:
    """A file of ours that goes into the page as it is."""
    return Markup((PAGE / name).read_text(encoding="utf-8"))


def _hash(source: str) -> str:
    """By what a browser knows a style or a script as ours, and runs no other."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def percent(value: Fraction) -> str:
    """A share of a width, nought or more, as style and SVG write it.

    >>> percent(Fraction(100, 3))
    '33.33%'
    """
    whole, parts = divmod(round(value * 100), 100)
    return f"{whole}.{parts:02}".rstrip("0").rstrip(".") + "%"


def share(part: int, whole: int) -> str:
    """The part in per cent of the whole, nought of nothing."""
    return percent(Fraction(100 * part, whole or 1))


def _file_name(path: str) -> str:
    return path.rpartition("/")[2] or path


def _source(
    path: str, title: str, at: Mapping[str, Page], numbers: Mapping[str, int], marks: Mapping[str, Sequence[Mark]]
) -> Source:
    here = marks.get(path, ())
    return Source(
        numbers[path],
        path,
        title or _file_name(path),
        reading_lines(at[path], numbers[path], here),
        Counter(mark.kind for mark in here),
    )


def _lead(path: str, cell: Cell, lead: Mapping[Place, int], numbers: Mapping[str, int]) -> str:
    """Where a cell leads: to the finding its claim is part of, else to the claim in its document."""
    found = next((lead[claim] for claim in cell.claims if claim in lead), None)
    return f"#f{found}" if found else f"#{anchor(numbers[path], cell.claims[0].quantity.span)}"
