"""The report as SARIF 2.1.0 (OASIS), for code scanning and for editors that show its results."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from consistency import __version__
from consistency.model import Claim, Finding, Passage, Problem, Report, Severity
from consistency.offsets import Span
from consistency.report.escaping import flowing, inert_json
from consistency.report.places import LocatedText, pages
from consistency.report.records import Record, key_record
from consistency.report.sides import about, heading
from consistency.report.standing import known, reason, standing
from consistency.report.wording import said, say

if TYPE_CHECKING:
    from consistency.checks.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "consistency/v1"
# GitHub refuses a run with more results, and shows no more related places than it links to in the message.
MOST_RESULTS = 25_000
MOST_LINKS = 10  # other places that a message links to
UNBROKEN = 10_000  # cells of a line: whoever shows a rule breaks its lines for the room there is
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGE = {"zh": "zh-CN", "en": "en-GB"}


def render(report: Report, *, lang: str, rules: Sequence[Rule] = (), **_terminal: object) -> str:
    """One run with a result for each finding, those known before marked so; problems stand as notifications."""
    at = pages(report.readings)
    order = {document.path: place for place, document in enumerate(report.documents)}
    listed = {rule.id: place for place, rule in enumerate(rules)}
    run: Record = {
        "tool": {
            "driver": {
                "name": "consistency",
                "version": __version__,
                "semanticVersion": __version__,
                "language": _LANGUAGE[lang],
                "rules": [_rule(rule, lang) for rule in rules],
            }
        },
        "language": _LANGUAGE[lang],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(report, lang)],
        "artifacts": [{"location": {"uri": uri(path), "index": place}} for path, place in order.items()],
        "results": [_result(finding, at, order, listed, lang) for finding in report.findings[:MOST_RESULTS]],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return inert_json(json.dumps(log, ensure_ascii=False, separators=(",", ":"))) + "\n"


def uri(path: str) -> str:
    """A path as a reference: relative where the path is.

    >>> uri("稿件/a b.txt"), uri("/srv/a.txt"), uri("C:/a.txt")
    ('%E7%A8%BF%E4%BB%B6/a%20b.txt', 'file:///srv/a.txt', 'file:///C%3A/a.txt')
    """
    quoted = quote(path, safe="/", errors="surrogateescape")
    if path.startswith("/"):
        return "file://" + quoted
    return "file:///" + quoted if path[1:3] == ":/" else quoted


def message(words: str) -> str:
    """Words as the text of a message, in which brackets would be links and braces blanks to fill.

    >>> message("[甲]{0}")
    '\\\\[甲\\\\]{{0}}'
    """
    return flowing(words).replace("\\", "\\\\").translate({91: "\\[", 93: "\\]", 123: "{{", 125: "}}"})


def _rule(rule: Rule, lang: str) -> Record:
    from consistency.report import rule_pages

    return {
        "id": rule.id,
        "name": said(rule.name, "en"),
        "shortDescription": {"text": said(rule.name, lang)},
        "fullDescription": {"text": said(rule.why, lang) or said(rule.name, lang)},
        "help": {"text": rule_pages.pages([rule], lang, UNBROKEN)},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _invocation(report: Report, lang: str) -> Record:
    notes = [_unread(problem, lang) for problem in report.problems]
    left_out = len(report.findings) - MOST_RESULTS
    if left_out > 0:
        notes.append({"level": "warning", "message": {"text": say(lang, "left out", count=left_out)}})
    return {"executionSuccessful": not report.problems, "toolExecutionNotifications": notes}


def _unread(problem: Problem, lang: str) -> Record:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(problem.path)}}}
    return {"level": "error", "message": {"text": message(said(problem.message, lang))}, "locations": [place]}


def _result(
    finding: Finding, at: Mapping[str, LocatedText], order: Mapping[str, int], listed: Mapping[str, int], lang: str
) -> Record:
    first, *others = finding.claims
    links = [f"[{message(at[c.document].places(c))}]({n})" for n, c in enumerate(others[:MOST_LINKS], 1)]
    words = message(said(finding.message, lang))
    if links:
        words = say(lang, "see also", words=words, places=say(lang, "list").join(links))
    result: Record = {
        "ruleId": finding.rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": words},
        "locations": [_location(first, finding, at, order, lang)],
        "relatedLocations": [{"id": n} | _location(c, finding, at, order, lang) for n, c in enumerate(others, 1)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "verdict": finding.verdict.value,
            "key": None if finding.key is None else key_record(finding.key),
            "evidence": finding.evidence,
        },
    }
    if finding.rule in listed:
        result["ruleIndex"] = listed[finding.rule]
    if standing(finding) is not None:
        result["baselineState"] = standing(finding)
    if known(finding):
        because: Record = {"justification": reason(finding)} if reason(finding) else {}
        result["suppressions"] = [{"kind": "external", "status": "accepted"} | because]
    return result


def _location(
    claim: Claim | Passage, finding: Finding, at: Mapping[str, LocatedText], order: Mapping[str, int], lang: str
) -> Record:
    page = at[claim.document]
    physical: Record = {
        "artifactLocation": {"uri": uri(page.path), "index": order[page.path]},
        "region": _region(page, claim.span),
    }
    around = page.surroundings(claim.span)
    if around != claim.span:  # a region of context has to be larger than what it is the context of
        physical["contextRegion"] = _region(page, around)
    location: Record = {"physicalLocation": physical}
    words = heading(claim, finding.key, page, lang)
    if words:
        location["message"] = {"text": message(words)}
    landmark = page.landmark(claim.span.start)
    named: list[Record] = [{"fullyQualifiedName": landmark, "kind": "element"}] if landmark else []
    if isinstance(claim, Claim):
        named.append({"fullyQualifiedName": about(claim.key, lang), "kind": "value"})
    if named:
        location["logicalLocations"] = named
    return location


def _region(page: LocatedText, span: Span) -> Record:
    """The span as lines and columns and as characters; the end column is the one after the last character."""
    line, column = page.place(span.start)
    end_line, end_column = page.place(span.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.of(page.text)},
    }
