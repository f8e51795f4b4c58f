"""The report as Markdown, for a comment on a change or a wiki: CommonMark with tables, as forges render it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from consistency.model import Finding, Report, Severity
from consistency.patterns import lazy
from consistency.report.columns import surroundings
from consistency.report.coverage import Coverage, by_document, last_line, subject, subject_head
from consistency.report.escaping import flowing
from consistency.report.focus import calling
from consistency.report.matters import matters
from consistency.report.places import LocatedText, pages
from consistency.report.quotations import Quotation
from consistency.report.sides import DOT, Place, Value, about, sides, values
from consistency.report.summary import compared, counted, evidence, sources
from consistency.report.wording import said, say

# A comment on GitHub holds 65,536 characters; the rest is for the summary and a heading of the caller's.
MOST = 60_000
_SIGN = {Severity.ERROR: "🔴", Severity.WARNING: "🟠", Severity.INFO: "🔵"}
_SYNTAX = lazy(r"[\\`*_{}\[\]<>#|~&$]|\A[+=-]")
_NUMBERED = lazy(r"\A(\d{1,9})([.)])(?=\s|\Z)")  # begins a list
# With what follows these call somebody, link somewhere or become a picture, backslash or not; a comment keeps them
# apart.
_CALL = lazy(r"[@#](?=\w)|:(?=//|[\w+-]+:)|(?<=www)\.", re.IGNORECASE)
_TICKS = lazy("`+")


def render(report: Report, *, lang: str, **_terminal: object) -> str:
    """The counts, then finding by finding as far as a comment has room, then the coverage."""
    at = pages(report.readings)
    head, tail = [f"## {plain(say(lang, 'report title'))}", *_summary(report, lang)], [*_coverage(report, lang)]
    room = MOST - sum(map(len, (*head, *tail)))
    blocks: list[str] = []
    found = calling(report)
    left = len(found)
    for matter in matters(found):
        block = "\n\n".join(_matter(matter, at, lang))
        room -= len(block) + 2
        if room < 0:
            blocks.append(f"**{plain(say(lang, 'left out', count=left))}**")
            break
        blocks.append(block)
        left -= len(matter)
    return "\n\n".join((*head, *blocks, *tail)) + "\n"


def plain(text: str) -> str:
    """Text of others as Markdown that shows just this text: no markup, no link, nobody called.

    >>> plain("*甲* [x](y) @all 3.5%")
    '\\\\*甲\\\\* \\\\[x\\\\](y) @<!-- -->all 3.5%'
    """
    flat = flowing(text)
    pieces, at = [], 0
    for call in _CALL.finditer(flat):
        pieces.append(flat[at : call.end()])
        at = call.end()
    escaped = [_SYNTAX.sub(r"\\\g<0>", piece) for piece in (*pieces, flat[at:])]
    return _NUMBERED.sub(r"\1\\\2", "<!-- -->".join(escaped))


def code(text: str) -> str:
    """Text as a code span, in which nothing is markup; fit for a table.

    >>> code("a|b:100:5"), code("`a`")
    ('`a\\\\|b:100:5`', '`` `a` ``')
    """
    flat = flowing(text)
    fence = "`" * (max(map(len, _TICKS.findall(flat)), default=0) + 1)
    margin = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{margin}{flat}{margin}{fence}".replace("|", "\\|")


def _summary(report: Report, lang: str) -> Iterator[str]:
    yield f"**{plain(counted(report, lang))}**"
    yield "\n".join(plain(words) for words in compared(report, lang))
    if report.problems:
        lines = (f"- {code(p.path)}: {plain(said(p.message, lang))}" for p in report.problems)
        yield f"**{plain(say(lang, 'not read'))}**\n\n" + "\n".join(lines)


def _matter(matter: Sequence[Finding], at: Mapping[str, LocatedText], lang: str) -> Iterator[str]:
    """The first finding of a matter, and where the others are."""
    first, *others = matter
    yield from _finding(first, at, lang)
    if others:
        yield f"**{plain(say(lang, 'same cause', count=len(others)))}**"
        yield "\n".join(
            f"- {_place(f.claims[0], at[f.claims[0].document])} {plain(said(f.message, lang))} {code(f.fingerprint)}"
            for f in others
        )


def _finding(finding: Finding, at: Mapping[str, LocatedText], lang: str) -> Iterator[str]:
    severity = f"{_SIGN[finding.severity]} {plain(say(lang, finding.severity.value))}"
    yield f"### {severity} {plain(finding.rule)} {plain(said(finding.name, lang))}"
    about_it = "" if finding.key is None else f"  \n{plain(about(finding.key, lang))}"
    yield f"{plain(said(finding.message, lang))}{about_it}"
    rows = [
        row for side in sides(finding, at) for value in values(side, finding.key, at, lang) for row in _rows(value, at)
    ]
    yield _table((say(lang, "value"), say(lang, "place of it"), say(lang, "words")), rows)
    behind = [(say(lang, "sources"), words) for words in sources(finding, lang)]
    if finding.suggestion is not None:
        behind.append((say(lang, "clue"), said(finding.suggestion, lang)))
    behind += evidence(finding, lang)
    behind.append((say(lang, "fingerprint"), finding.fingerprint))
    yield "\n".join(f"- {plain(name)}{plain(say(lang, 'between'))}{plain(words)}" for name, words in behind)


def _rows(value: Value, at: Mapping[str, LocatedText]) -> Iterator[tuple[str, str, str]]:
    for number, quoted in enumerate(value.quoted):
        places = "<br>".join(_place(claim, at[claim.document]) for claim in quoted.claims)
        yield ("" if number else plain(value.heading)), places, _marked(quoted.quotation)


def _place(claim: Place, page: LocatedText) -> str:
    """Where a claim stands, with the heading and the column it stands under."""
    return code(page.places(claim)) + "".join(plain(f"{DOT}{words}") for words in surroundings(page, claim))


def _marked(quoted: Quotation) -> str:
    """The words in question in bold by a tag: asterisks do not open next to Chinese marks."""
    words = f"<b>{plain(quoted.words)}</b>" if quoted.words else ""
    return plain(quoted.before) + words + plain(quoted.after)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], right: int = 0) -> str:
    """A table whose cells are Markdown already; the first `right` columns hold figures."""
    rule = ["--:"] * right + ["---"] * (len(head) - right)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (tuple(map(plain, head)), rule, *rows))


def _coverage(report: Report, lang: str) -> Iterator[str]:
    if not report.readings:
        return
    rows = [_row(part, code(part.path), lang) for part in by_document(report)]
    if last := last_line(report):
        word, whole = last
        rows.append(_row(whole, plain(say(lang, word)), lang))
    head = (*(say(lang, word) for word in ("numbers", "claims", "met", "document")), subject_head(lang))
    table = _table(head, [*rows], right=3)
    yield f"<details><summary>{plain(say(lang, 'coverage'))}</summary>\n\n{table}\n\n</details>"


def _row(part: Coverage, name: str, lang: str) -> tuple[str, ...]:
    return str(part.quantities), str(part.claims), str(part.met), name, plain(subject(part, lang))
