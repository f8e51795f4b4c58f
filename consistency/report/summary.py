"""What a report says as a whole, in sentences: what was found, how much was compared, who stands behind a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from consistency.model import Finding, Report, Severity, Verdict
from consistency.report.coverage import alone, nothing_met, total, unmet, unplaced
from consistency.report.escaping import flowing, visible
from consistency.report.focus import Focused, backed, calling
from consistency.report.standing import open_findings
from consistency.report.wording import say, worded

# How sure a finding is, in words, from which probability on.
DEGREES = (
    (Decimal("0.9"), "confidence high"),
    (Decimal("0.75"), "confidence fair"),
    (Decimal("0.6"), "confidence some"),
    (Decimal(0), "confidence low"),
)

MOST_NAMED = 3  # documents


def counted(report: Report, lang: str) -> str:
    """How many findings call for somebody, in all and by severity."""
    found = calling(report)
    if not report.findings:
        return say(lang, "nothing found" if report.readings else "nothing read")
    counts = Counter(finding.severity.value for finding in found)
    return say(lang, "found", count=len(found), **{s.value: counts[s.value] for s in Severity})


def known(report: Report, lang: str) -> Iterator[str]:
    """How many findings more were on record before, where there are any."""
    if more := len(report.findings) - len(open_findings(report.findings)):
        yield say(lang, "more known", count=more)


def compared(report: Report, lang: str) -> Iterator[str]:
    """How much could be compared, sentence by sentence, silence never passed off as agreement."""
    yield from known(report, lang)
    if isinstance(report, Focused):
        yield say(lang, "focused", paths=named(sorted(report.drafts), lang))
        if sided := sum(map(backed, open_findings(report.findings))):
            yield say(lang, "backed", count=sided)
    if not report.readings:
        return
    covered = total(report)
    if len(report.readings) + len(report.others) == 1:
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
    yield from passed_by(report, lang)
    if covered.damaged:
        yield say(lang, "set aside", count=covered.damaged)
    if len(report.readings) + len(report.others) > 1:
        yield say(lang, "not looked at")
    if report.sets:
        counts = Counter(group.verdict.value for group in report.sets)
        yield say(lang, "groups", count=len(report.sets), **{v.value: counts[v.value] for v in Verdict})


def warnings(report: Report, lang: str) -> Iterator[str]:
    """What is to be said of a run though nobody reads its summary: what passed without having been compared."""
    if nothing_met(report):
        yield say(lang, "nothing met")
    yield from passed_by(report, lang)


def passed_by(report: Report, lang: str) -> Iterator[str]:
    """The documents that were hardly compared though there was something to compare them with, and what to do."""
    for part in alone(report):
        yield say(lang, "meets little", path=visible(part.path), claims=part.claims, met=part.met)
    for part in unplaced(report):
        missing = "which year" if part.placed else "which place" if part.dated else "which place and year"
        yield say(lang, "not placed", path=visible(part.path), count=part.quantities, missing=say(lang, missing))
    if paths := [part.path for part in unmet(report)]:
        yield say(lang, "none met", paths=named(paths, lang))


def named(paths: list[str], lang: str) -> str:
    """The first of the paths, and how many more there are."""
    if not paths:
        return say(lang, "none")
    listed = say(lang, "list").join(map(visible, paths[:MOST_NAMED]))
    more = len(paths) - MOST_NAMED
    return say(lang, "and more", listed=listed, count=more) if more > 0 else listed


def evidence(finding: Finding, lang: str) -> list[tuple[str, str]]:
    """What speaks for a finding, by its label, in words of the language where there are any; how sure it is first."""
    sure = (say(lang, "confidence"), say(lang, degree(finding.confidence), value=str(finding.confidence)))
    return [sure] + [
        (flowing(worded(lang, name)), flowing(worded(lang, told))) for name, told in finding.evidence.items()
    ]


def degree(confidence: Decimal) -> str:
    """How sure a finding is, in words."""
    return next(word for least, word in DEGREES if confidence >= least)


def sources(finding: Finding, lang: str) -> list[str]:
    """The independent sources behind each value of a finding."""
    return [
        say(
            lang,
            "sources of",
            value=flowing(value),
            count=len(paths),
            paths=say(lang, "list").join(map(visible, paths)),
        )
        for value, paths in finding.sides
    ]
