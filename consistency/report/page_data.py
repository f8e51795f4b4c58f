"""What the page of a report shows, as data: each text once, and everything that is said of it by its place there.

    documents   [{path, title, facts, digest, lines: [[number, text, [start, end, link]…]…]}]
                a link is the number of a finding, or below nought that of a row
    findings    [[…]…] in the order of FIELDS; their sides are [[[value, [quote…]]…]…]; one `matter`, one number
    quote       [document, line, start, from, to, end, cut, pieces, spots]: the characters from `start` to `end` of a
                line, those from `from` to `to` in question; or three texts and the spots, where it goes over a line end
    spot        [document, line, from, to, where, section, column]; 0 for the first four where they are the quote's
    pieces      lengths of what is in question, negative where the other side has other words, 0 where it has more

Positions are those of JavaScript, which counts what stands beyond the basic plane as two.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from consistency import __version__
from consistency.model import Claim, Reading, Report
from consistency.offsets import Span
from consistency.report.cards import Card, Quote, card
from consistency.report.columns import column_head
from consistency.report.coverage import by_document, last_line, subject, subject_head, total
from consistency.report.escaping import flowing, inert_json, visible
from consistency.report.focus import Focused, backed
from consistency.report.markings import markings
from consistency.report.matrix import MatrixRow, leads, matrix
from consistency.report.matters import matters
from consistency.report.places import LocatedText, pages
from consistency.report.quotations import REACH
from consistency.report.reading_view import Mark, ReadingLine, reading_lines
from consistency.report.scales import Bar
from consistency.report.sides import Place, about, circumstances
from consistency.report.summary import compared, counted, degree
from consistency.report.waterfall import met
from consistency.report.wording import said, say, worded

if TYPE_CHECKING:
    from consistency.checks.rule import Rule
    from consistency.report import Made

Data = dict[str, Any]
MOST = 600_000  # characters up to which all texts are shown whole; of more, the lines with marks and those next to them
# Of a finding, in this order; a number stands for one of `texts` where the page says words.
FIELDS = (
    *("id", "rule", "severity", "sure", "degree", "message", "about"),
    *("sides", "scale", "sources", "behind", "known", "backed", "met", "matter"),
)
SEVERAL = "\n"  # between words of one cell, each of which is on one line
CUT = "…"  # what stands where a quotation begins or ends within a sentence


def page_data(report: Report, *, lang: str, rules: Sequence[Rule] = (), made: Made | None = None) -> Data:
    """The data of the page in a language; `rules` are those in force, for their reasons."""
    return _Told(report, lang).data(rules) | {"made": [made.command, made.time] if made else ["", ""]}


def script_json(data: object) -> str:
    """Data as JSON that may stand in a script element: no markup begins or ends in it, hidden characters are escaped.

    >>> script_json({"a": "</script>"})
    '{"a":"\\\\u003c/script>"}'
    """
    return inert_json(json.dumps(data, ensure_ascii=False, separators=(",", ":"))).replace("<", "\\u003c")


class _Told:
    """The data of one report while it is put together; what is told often stands among its `texts` once."""

    def __init__(self, report: Report, lang: str) -> None:
        self.report, self.lang = report, lang
        self.pages = pages(report.readings)
        self.numbers = {path: number for number, path in enumerate(self.pages, 1)}
        self.lead = leads(report.findings)
        several = [matter for matter in matters(report.findings) if matter[1:]]
        self.matters = {id(finding): number for number, matter in enumerate(several, 1) for finding in matter}
        self.texts: dict[str, int] = {}

    def data(self, rules: Sequence[Rule]) -> Data:
        """All of it."""
        report, lang = self.report, self.lang
        rows = matrix(report, self.pages, self.lead)
        marks = markings(report.findings, rows, self.lead, lang)
        whole = sum(len(page.text) for page in self.pages.values()) <= MOST
        reasons = {rule.id: said(rule.why, lang) for rule in rules}
        covered, last = total(report), last_line(report)
        return {
            "version": __version__,
            "counted": counted(report, lang),
            "compared": list(compared(report, lang)),
            "met": [covered.met, covered.quantities],
            "problems": [[visible(p.path), visible(said(p.message, lang))] for p in report.problems],
            "rules": {
                f.rule: [visible(said(f.name, lang)), visible(reasons.get(f.rule, ""))]
                for f in sorted(report.findings, key=lambda f: f.rule)
            },
            "documents": [
                self.document(reading, marks.get(reading.document.path, ()), whole) for reading in report.readings
            ],
            "fields": FIELDS,
            "findings": [self.finding(card(finding, self.pages, lang)) for finding in report.findings],
            "rows": [self.row(row) for row in rows],
            "subject": subject_head(lang),
            "coverage": [
                [self.numbers[part.path], subject(part, lang), part.quantities, part.claims, part.met]
                for part in by_document(report)
            ],
            "total": [say(lang, last[0]), last[1].quantities, last[1].claims, last[1].met] if last else None,
            "texts": list(self.texts),  # last, when all are known
        }

    def text(self, words: str) -> int:
        """The number of a text."""
        return self.texts.setdefault(words, len(self.texts))

    def document(self, reading: Reading, marks: Sequence[Mark], whole: bool) -> Data:
        """A document: what is known of it, and its lines with their marks, all of them or those around marks."""
        path, context = reading.document.path, reading.context
        facts = (worded(self.lang, context.kind) if context.kind else "", context.publisher, context.date)
        return {
            "path": visible(path),
            "title": visible(context.title),
            "facts": [visible(fact) for fact in facts if fact],
            "digest": reading.document.digest,
            "draft": isinstance(self.report, Focused) and path in self.report.drafts,
            "whole": whole,
            "lines": [_line(line) for line in reading_lines(self.pages[path], marks, whole=whole)],
        }

    def finding(self, shown: Card) -> list[Any]:
        """A finding, field by field, but for the last where it has none."""
        finding, lang = shown.finding, self.lang
        told: tuple[Any, ...] = (
            finding.fingerprint,
            self.text(finding.rule),
            self.text(finding.severity.value),
            round(finding.confidence * 100),
            self.text(say(lang, degree(finding.confidence), value=finding.confidence)),
            visible(said(finding.message, lang)),
            self.text(about(finding.key, lang)) if finding.key else None,
            [[[heading, [self.quote(quote) for quote in quotes]] for heading, quotes in side] for side in shown.sides],
            self.scale(shown),
            [
                [flowing(value), *(self.numbers.get(path) or visible(path) for path in paths)]
                for value, paths in finding.sides
            ],
            [self.text(words) for pair in shown.behind for words in pair],
            shown.note,
            int(backed(finding)),
            [self.text(words) for pair in met(finding, lang) for words in pair],
            self.matters.get(id(finding), 0),
        )
        return list(told[: next(size for size in range(len(told), 0, -1) if told[size - 1])])

    def quote(self, quote: Quote) -> list[Any]:
        """A quote by its place, or in its own words where it goes over a line end."""
        claim = quote.places[0]
        page = self.pages[claim.document]
        spots = [self.spot(place) for place in quote.places]
        first = spots[0]
        around = page.surroundings(claim.span, REACH)
        line, last = page.place(around.start)[0], page.place(max(around.start, around.end - 1))[0]
        if line != last:
            return [quote.before, "".join(piece.text for piece in quote.pieces), quote.after, spots]
        asked = _asked(claim)
        low, high = max(around.start, min(asked.start, around.end)), max(around.start, min(asked.end, around.end))
        columns = [_column(page, line, place) for place in (around.start, low, high, around.end)]
        cut = quote.before.startswith(CUT) + 2 * quote.after.endswith(CUT)
        pieces = [-_length(piece.text) if piece.differs else _length(piece.text) for piece in quote.pieces]
        simple = len(pieces) == 1 and pieces[0] > 0
        place = [self.numbers[claim.document], line, *columns]
        if first[:4] == [place[0], line, place[3], place[4]]:
            spots[0] = [0, *first[4:]]
        return [*place, cut, 0 if simple else pieces, spots]

    def spot(self, place: Place) -> list[Any]:
        """Where a place stands, as the page and as the reader of the original finds it."""
        page, asked = self.pages[place.document], _asked(place)
        line = page.place(asked.start)[0]
        columns = _column(page, line, asked.start), _column(page, line, min(asked.end, _end(page, line)))
        told: list[Any] = [self.numbers[page.path], line, *columns, page.where(page.pointed(place))]
        section = flowing(place.mention.heading) if isinstance(place, Claim) else ""
        column = column_head(page, place)
        return told + ([self.text(section), self.text(column)] if section or column else [])

    def row(self, row: MatrixRow) -> list[Any]:
        """An indicator: subject, circumstances, verdict, and of each document [number, verdict, words, side, link]."""
        cells = [
            [
                self.numbers[path],
                self.text(cell.verdict.value),
                SEVERAL.join(cell.words),
                cell.side,
                self.link(cell.claims),
            ]
            for path, cell in row.cells.items()
        ]
        told = self.text(visible(row.key.subject)), self.text(circumstances(row.key, self.lang))
        return [*told, self.text(row.verdict.value), cells]

    def link(self, claims: Sequence[Claim]) -> int | list[int]:
        """Where a cell leads: to the number of the finding its claim is part of, else to its place in its document."""
        found = next((self.lead[claim] for claim in claims if claim in self.lead), 0)
        if found:
            return found
        page, span = self.pages[claims[0].document], claims[0].quantity.span
        line = page.place(span.start)[0]
        return [line, _column(page, line, span.start), _column(page, line, min(span.end, _end(page, line)))]

    def scale(self, shown: Card) -> list[Any] | int:
        """The scale of a finding: words, rows [side, label, expected, stated], ticks [at, label], what is in both.

        Places are in hundredths of a per cent of the width; 0 is no scale.
        """
        scale = shown.scale
        if scale is None:
            return 0
        word = "due to be equal" if scale.equal_due else "on the scale " + shown.finding.verdict.value
        rows = [
            [row.side, row.label, _bar(row.expected), *([] if row.stated is None else [_bar(row.stated)])]
            for row in scale.rows
        ]
        ticks = [[tick.at, tick.label] for tick in scale.ticks]
        return [self.text(say(self.lang, word)), rows, ticks, *([_bar(scale.shared)] if scale.shared else [])]


def _asked(place: Place) -> Span:
    return place.quantity.span if isinstance(place, Claim) else place.span


def _end(page: LocatedText, line: int) -> int:
    return page.starts[line] if line < len(page.starts) else len(page.text)


def _column(page: LocatedText, line: int, at: int) -> int:
    """Where a place stands in its line as the page shows it."""
    return _length(flowing(page.text[page.starts[line - 1] : at].rstrip("\r\n")))


def _length(text: str) -> int:
    return len(text) if not text or max(text) <= "\uffff" else sum(1 + (c > "\uffff") for c in text)


def _line(line: ReadingLine) -> list[Any]:
    told: list[Any] = [line.number, "".join(stretch.text for stretch in line.stretches)]
    at = 0
    for stretch in line.stretches:
        end = at + _length(stretch.text)
        if stretch.mark is not None:
            number = int(stretch.mark.link[2:])
            told.append([at, end, number if stretch.mark.link[1] == "f" else -number])
        at = end
    return told


def _bar(bar: Bar) -> list[int]:
    """Start, end, and what is seen of the ends: 1 start open, 2 end open, 4 goes on before, 8 goes on beyond."""
    seen = bar.start_open + 2 * bar.end_open + 4 * bar.before + 8 * bar.beyond
    return [bar.start, bar.end, *([seen] if seen else [])]
