"""The report as JUnit XML, for the test view of a pipeline: a suite a document, a case a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as Xml

from consistency.model import Finding, Problem, Report, Severity
from consistency.patterns import lazy
from consistency.report.escaping import flowing, visible
from consistency.report.focus import DRAFTS, backed
from consistency.report.places import LocatedText, pages
from consistency.report.sides import about, values
from consistency.report.standing import newcomers, note
from consistency.report.wording import said, say

_BEYOND_XML = lazy("[\ufffe\uffff]")  # of what `visible` leaves, all that no XML document may hold


def render(report: Report, *, lang: str, **_terminal: object) -> str:
    """Errors and warnings fail their case, those known before are skipped; what could not be read is an error."""
    at = pages(report.readings)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.claims[0].document].append(finding)
    paths = [document.path for document in report.documents]
    suites = [_suite(path, [_case(f, at, lang) for f in found[path]] or [_nothing(path, lang)]) for path in paths]
    suites += [_suite(problem.path, [_unread(problem, lang)]) for problem in report.problems]
    root = Xml.Element("testsuites", _counts(suites, name="consistency"))
    root.extend(suites)
    Xml.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def printable(text: str) -> str:
    """The text with what XML cannot hold spelt out, line ends kept.

    >>> printable("甲\\x00\\n乙\\uffff")
    '甲‹U+0000›\\n乙‹U+FFFF›'
    """
    lines = (visible(line) for line in text.split("\n"))
    return _BEYOND_XML.sub(lambda found: f"‹U+{ord(found.group()):04X}›", "\n".join(lines))


def _suite(path: str, cases: Sequence[Xml.Element]) -> Xml.Element:
    suite = Xml.Element("testsuite")
    suite.extend(cases)
    suite.attrib |= _counts([suite], name=printable(path))
    return suite


def _counts(elements: Sequence[Xml.Element], name: str) -> dict[str, str]:
    counted = (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    return {"name": name} | {
        attribute: str(sum(1 for element in elements for _ in element.iter(tag))) for attribute, tag in counted
    }


def _case(finding: Finding, at: Mapping[str, LocatedText], lang: str) -> Xml.Element:
    first = finding.claims[0]
    message = flowing(said(finding.message, lang))
    case = Xml.Element(
        "testcase",
        {
            "classname": printable(finding.rule),
            "name": printable(message),
            "file": printable(first.document),
            "line": str(at[first.document].place(first.span.start)[0]),
        },
    )
    told = printable("\n".join(_told(finding, at, lang)))
    if words := note(finding, lang) or (say(lang, finding.evidence[DRAFTS]) if backed(finding) else ""):
        Xml.SubElement(case, "skipped", {"message": printable(words)})
    elif finding.severity is not Severity.INFO:
        failure = Xml.SubElement(case, "failure", {"type": finding.severity.value, "message": printable(message)})
        failure.text = told
        return case
    Xml.SubElement(case, "system-out").text = told
    return case


def _told(finding: Finding, at: Mapping[str, LocatedText], lang: str) -> Iterator[str]:
    yield f"{say(lang, finding.severity.value)} {finding.rule} {said(finding.name, lang)}"
    if finding.key is not None:
        yield about(finding.key, lang)
    for value in values(finding.claims, finding.key, at, lang):
        if value.heading:
            yield value.heading
        for quoted in value.quoted:
            yield from (f"  {at[claim.document].places(claim)}" for claim in quoted.claims)
            yield f"    {quoted.quotation.text}"
    if joined := newcomers(finding, lang):
        yield joined
    if finding.suggestion is not None:
        yield f"{say(lang, 'clue')}{say(lang, 'between')}{flowing(said(finding.suggestion, lang))}"


def _nothing(path: str, lang: str) -> Xml.Element:
    """The case that passes, of a document in which no finding has its first place."""
    return Xml.Element(
        "testcase", {"classname": "consistency", "name": say(lang, "nothing found"), "file": printable(path)}
    )


def _unread(problem: Problem, lang: str) -> Xml.Element:
    message = printable(flowing(said(problem.message, lang)))
    case = Xml.Element("testcase", {"classname": "consistency", "name": message, "file": printable(problem.path)})
    Xml.SubElement(case, "error", {"type": "unread", "message": message})
    return case
