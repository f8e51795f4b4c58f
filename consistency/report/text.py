"""The report for people: what disagrees, where it stands, and how much could be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from rich.cells import cell_len
from rich.text import Text

from consistency.model import Finding, Report, Severity, Verdict
from consistency.report.coverage import Coverage, by_document, total
from consistency.report.escaping import flowing, visible
from consistency.report.lines import Line, shown
from consistency.report.passages import Manner, about, passages
from consistency.report.places import Page, pages
from consistency.report.wording import WORDS, said, say

WIDTH = 80  # where no width is known
_SEVERITY = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}
_EMPTY = Line(Text(""))


def render(report: Report, *, lang: str, width: int | None, colour: bool) -> str:
    """The findings one by one, then what was read and compared, then what could not be read."""
    width, manner = max(width or WIDTH, 20), Manner(lang, colour)
    return shown(_lines(report, manner, width), width, colour)


def _lines(report: Report, manner: Manner, width: int) -> Iterator[Line]:
    at = pages(report.readings)
    for finding in report.findings:
        yield from _finding(finding, at, manner)
        yield _EMPTY
    if report.findings:
        yield Line(Text("─" * width, "dim"))
    yield from _summary(report, manner.lang)
    if report.readings:
        yield _EMPTY
        yield from _documents(report, manner.lang)
    if report.problems:
        yield _EMPTY
        yield Line(Text(say(manner.lang, "not read"), "bold"))
        for problem in report.problems:
            words = f"{visible(problem.path)}: {flowing(said(problem.message, manner.lang))}"
            yield Line(Text(words), indent=2, hang=2)


def _finding(finding: Finding, at: Mapping[str, Page], manner: Manner) -> Iterator[Line]:
    lang = manner.lang
    head = Text.assemble(
        (say(lang, finding.severity.value), _SEVERITY[finding.severity]),
        (f" {visible(finding.rule)} {visible(said(finding.name, lang))}", "bold"),
        say(lang, "between"),
        flowing(said(finding.message, lang)),
    )
    yield Line(head, hang=2)
    if finding.key is not None:
        yield Line(Text(about(finding.key, lang), "italic"), indent=2, hang=2)
    yield from passages(finding, at, manner)
    yield from _behind(finding, lang)


def _behind(finding: Finding, lang: str) -> Iterator[Line]:
    """What stands behind a finding: its sources, what may have happened, the evidence, each under its label."""
    sources = [
        say(
            lang,
            "sources of",
            value=flowing(value),
            count=len(paths),
            paths=say(lang, "list").join(map(visible, paths)),
        )
        for value, paths in finding.sides
    ]
    clues = [] if finding.suggestion is None else [flowing(said(finding.suggestion, lang))]
    evidence = [f"{flowing(WORDS.get(name, {}).get(lang, name))}{say(lang, 'between')}{flowing(value)}" for name, value in finding.evidence.items()]
    told = {"sources": sources, "clue": clues, "evidence": evidence}
    margin = max(cell_len(say(lang, label)) for label in told) + 2
    for label, items in told.items():
        for words in items[:1]:
            name = say(lang, label)
            head = Text.assemble((name, "dim"), " " * (margin - cell_len(name)), words)
            yield Line(head, indent=2, hang=margin)
        yield from (Line(Text(words), indent=2 + margin) for words in items[1:])


def _summary(report: Report, lang: str) -> Iterator[Line]:
    counts = Counter(finding.severity.value for finding in report.findings)
    if report.findings:
        words = say(lang, "found", count=len(report.findings), **{s.value: counts[s.value] for s in Severity})
    else:
        words = say(lang, "nothing found")
    yield Line(Text(words, "bold"))
    yield from (Line(Text(words)) for words in _compared(report, total(report), lang))


def _compared(report: Report, covered: Coverage, lang: str) -> Iterator[str]:
    if not report.readings:
        yield say(lang, "nothing read")
        return
    if len(report.readings) == 1:
        yield say(lang, "one document")
    elif not covered.met:
        yield say(lang, "nothing met")
    yield say(
        lang,
        "compared",
        quantities=covered.quantities,
        claims=covered.claims,
        met=covered.met,
        rest=covered.quantities - covered.met,
    )
    if report.sets:
        counts = Counter(group.verdict.value for group in report.sets)
        yield say(lang, "groups", count=len(report.sets), **{v.value: counts[v.value] for v in Verdict})


def _documents(report: Report, lang: str) -> Iterator[Line]:
    rows = [(str(c.quantities), str(c.claims), str(c.met), visible(c.path)) for c in by_document(report)]
    if len(rows) > 1:
        all_ = total(report)
        rows.append((str(all_.quantities), str(all_.claims), str(all_.met), say(lang, "total")))
    head = tuple(say(lang, word) for word in ("numbers", "claims", "met", "document"))
    widths = [max(cell_len(row[column]) for row in (head, *rows)) for column in range(3)]
    for row in (head, *rows):
        numbers = "  ".join(" " * (width - cell_len(cell)) + cell for cell, width in zip(row, widths, strict=False))
        yield Line(Text(f"{numbers}  {row[3]}", "dim" if row is head else ""), whole=True)
