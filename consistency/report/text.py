"""The report for people: what disagrees, where it stands, and how much could be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from consistency.model import Finding, Report, Severity
from consistency.report.coverage import Coverage, by_document, last_line, subject, subject_head
from consistency.report.escaping import flowing, visible
from consistency.report.focus import calling, of_damage
from consistency.report.lines import ShownLine, shown
from consistency.report.matters import matters
from consistency.report.passages import Manner, passages
from consistency.report.places import LocatedText, pages
from consistency.report.sides import about
from consistency.report.summary import compared, counted, evidence, sources
from consistency.report.wording import said, say

WIDTH = 80  # where no width is known
SCREEN = 40  # lines: what is longer scrolls out of sight
FEWEST = 5  # findings that make a list, and that one has whatever stands below it
_SEVERITY = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}
_GRAVITY = {severity: place for place, severity in enumerate(Severity)}
_EMPTY = ShownLine(Text(""))


def render(
    report: Report,
    *,
    lang: str,
    width: int | None = None,
    colour: bool = False,
    brief: bool = False,
    details: bool = True,
    **_rest: object,
) -> str:
    """The findings one by one; then, unless it is to be brief, what was compared and what could not be read.

    Where that is more than a screen, it begins with how many there are; without `details` a list is all there is of it.
    """
    width, manner = max(width or WIDTH, 20), Manner(lang, colour)
    at, found = pages(report.readings), calling(report)
    whole = shown(_findings(found, at, manner), width, colour)
    end = "" if brief else shown(_end(report, manner, width, bool(found)), width, colour)
    if whole.count("\n") + end.count("\n") <= SCREEN or brief:
        return whole + end
    if details or len(found) < FEWEST:
        return shown([ShownLine(Text(counted(report, lang), "bold")), _EMPTY], width, colour) + whole + end
    room = (SCREEN - end.count("\n") - 4) // 2
    return shown(_list(found, max(room, FEWEST), at, manner, width), width, colour) + end


def _findings(found: Sequence[Finding], at: Mapping[str, LocatedText], manner: Manner) -> Iterator[ShownLine]:
    """The findings one by one; of one matter the first in full, and of the others where they are and what they say."""
    for first, *others in matters(found):
        yield from _finding(first, at, manner)
        yield from _others(others, at, manner)
        yield _EMPTY


def _others(others: Sequence[Finding], at: Mapping[str, LocatedText], manner: Manner) -> Iterator[ShownLine]:
    if others:
        yield ShownLine(Text(say(manner.lang, "same cause", count=len(others)), "bold"), indent=2)
    for finding in others:
        place = Text(at[finding.claims[0].document].places(finding.claims[0]), "cyan")
        yield ShownLine(place.append(f"  {visible(finding.fingerprint)}", "dim"), indent=4, whole=True)
        yield ShownLine(Text(flowing(said(finding.message, manner.lang))), indent=6)


def _list(
    found: Sequence[Finding], room: int, at: Mapping[str, LocatedText], manner: Manner, width: int
) -> Iterator[ShownLine]:
    """As many findings as there is room for, those of each rule before more of the same: message and place.

    The gravest go before the others, and what documents tell differently before what copying did to them.
    """
    order = sorted(found, key=lambda finding: (_GRAVITY[finding.severity], of_damage(finding)))
    sorts: dict[tuple[Severity, str], list[int]] = {}
    for number, finding in enumerate(order):
        sorts.setdefault((finding.severity, finding.rule), []).append(number)
    firsts = [numbers[0] for numbers in sorts.values()]
    more = [number for number in range(len(order)) if number not in set(firsts)]
    listed = sorted([*firsts, *more][:room])
    for number in listed:
        finding = order[number]
        like = sorts[finding.severity, finding.rule]
        yield ShownLine(_cut(_head(finding, manner.lang), width), whole=True)
        place = Text(at[finding.claims[0].document].places(finding.claims[0]), "cyan")
        if number == like[0] and not set(like) <= set(listed):
            place.append(say(manner.lang, "of this sort", count=len(like)), "dim")
        yield ShownLine(place, indent=5, whole=True)
    yield _EMPTY
    if rest := len(found) - len(listed):
        yield ShownLine(Text(say(manner.lang, "not shown", count=rest)))
    yield ShownLine(Text(say(manner.lang, "for details")), hang=2)


def _cut(line: Text, width: int) -> Text:
    """A line, or as much of its beginning as there is room for."""
    if line.cell_len <= width:
        return line
    room = len(line)
    while line[:room].cell_len >= width:
        room -= 1
    return line[:room].append("…")


def _end(report: Report, manner: Manner, width: int, found: bool) -> Iterator[ShownLine]:
    if found:
        yield ShownLine(Text("─" * width, "dim"))
    yield from _summary(report, manner.lang)
    if report.readings:
        yield _EMPTY
        yield from _documents(report, width, manner.lang)
    if report.problems:
        yield _EMPTY
        yield ShownLine(Text(say(manner.lang, "not read"), "bold"))
        for problem in report.problems:
            words = f"{visible(problem.path)}: {flowing(said(problem.message, manner.lang))}"
            yield ShownLine(Text(words), indent=2, hang=2)


def _finding(finding: Finding, at: Mapping[str, LocatedText], manner: Manner) -> Iterator[ShownLine]:
    lang = manner.lang
    yield ShownLine(_head(finding, lang), hang=2)
    if finding.key is not None:
        yield ShownLine(Text(about(finding.key, lang), "italic"), indent=2, hang=2)
    yield from passages(finding, at, manner)
    yield from _behind(finding, lang)


def _head(finding: Finding, lang: str) -> Text:
    """What a finding is, in a line."""
    return Text.assemble(
        (say(lang, finding.severity.value), _SEVERITY[finding.severity]),
        (f" {visible(finding.rule)} {visible(said(finding.name, lang))}", "bold"),
        say(lang, "between"),
        flowing(said(finding.message, lang)),
    )


def _behind(finding: Finding, lang: str) -> Iterator[ShownLine]:
    """What stands behind a finding: its sources, what may have happened, the evidence, each under its label."""
    clues = [] if finding.suggestion is None else [flowing(said(finding.suggestion, lang))]
    proof = [f"{name}{say(lang, 'between')}{value}" for name, value in evidence(finding, lang)]
    marks = [visible(finding.fingerprint)] if finding.fingerprint else []
    told = {"sources": sources(finding, lang), "clue": clues, "evidence": proof, "fingerprint": marks}
    margin = max(cell_len(say(lang, label)) for label in told) + 2
    for label, items in told.items():
        for words in items[:1]:
            name = say(lang, label)
            head = Text.assemble((name, "dim"), " " * (margin - cell_len(name)), words)
            yield ShownLine(head, indent=2, hang=margin)
        yield from (ShownLine(Text(words), indent=2 + margin) for words in items[1:])


def _summary(report: Report, lang: str) -> Iterator[ShownLine]:
    yield ShownLine(Text(counted(report, lang), "bold"))
    yield from (ShownLine(Text(words)) for words in compared(report, lang))


def _documents(report: Report, width: int, lang: str) -> Iterator[ShownLine]:
    """The coverage of each document as a table; what it was taken to be about below its name where lines are short."""
    rows = [_row(part, visible(part.path), lang) for part in by_document(report)]
    if last := last_line(report):
        word, whole = last
        rows.append(_row(whole, say(lang, word), lang))
    head = (*(say(lang, word) for word in ("numbers", "claims", "met", "document")), subject_head(lang))
    widths = [max(cell_len(row[column]) for row in (head, *rows)) for column in range(5)]
    below = sum(widths) + 2 * len(widths[1:]) > width
    for row in (head, *rows):
        *numbers, name, told = row
        blanks = [" " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        first = "  ".join(blank + cell for blank, cell in zip(blanks, numbers, strict=False))
        style = "dim" if row is head else ""
        yield ShownLine(Text(f"{first}  {name}" + ("" if below else f"{blanks[3]}  {told}"), style), whole=True)
        if below and told:
            yield ShownLine(Text(told, "dim"), indent=cell_len(first) + 2, hang=2)


def _row(part: Coverage, name: str, lang: str) -> tuple[str, ...]:
    return str(part.quantities), str(part.claims), str(part.met), name, subject(part, lang)
