"""How findings stand to an earlier report: what was known or accepted then is marked, and not dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

from consistency.acceptance.baseline import NEW, UNCHANGED
from consistency.model import Finding, Report
from consistency.report.escaping import flowing
from consistency.report.wording import say

NOT_RECORDED = "not on record"


@dataclass(frozen=True, slots=True)
class Marked(Finding):
    """A finding with its `standing`: new, or unchanged since somebody took note; `why` is what they said of it."""

    standing: str = NEW
    why: str = ""


def marked(
    report: Report,
    states: Mapping[str, str],
    accepted: Mapping[str, str],
    joined: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Report:
    """The report with its findings marked, by their fingerprints: how they stand, and why which were accepted.

    `joined` are the documents for whose sake a finding on record is new: they are part of its evidence.
    """
    return replace(report, findings=tuple(_mark(finding, states, accepted, joined) for finding in report.findings))


def _mark(
    finding: Finding, states: Mapping[str, str], accepted: Mapping[str, str], joined: Mapping[str, Sequence[str]]
) -> Marked:
    told = {field.name: getattr(finding, field.name) for field in fields(Finding)}
    if finding.fingerprint in accepted:
        return Marked(**told, standing=UNCHANGED, why=accepted[finding.fingerprint])
    standing = states.get(finding.fingerprint, NEW)
    documents = joined.get(finding.fingerprint, ()) if standing == NEW else ()
    if documents:
        told["evidence"] = finding.evidence | {NOT_RECORDED: ", ".join(documents)}
    return Marked(**told, standing=standing)


def standing(finding: Finding) -> str | None:
    """`new` or `unchanged`, or None where there is no earlier report to compare with."""
    return finding.standing if isinstance(finding, Marked) else None


def known(finding: Finding) -> bool:
    """Whether the finding was known or accepted before, so that nobody need be called for it."""
    return standing(finding) == UNCHANGED


def reason(finding: Finding) -> str:
    """Why the finding was accepted, if anybody said so."""
    return finding.why if isinstance(finding, Marked) else ""


def note(finding: Finding, lang: str) -> str:
    """What is said beside a finding that was known or accepted before; nothing beside any other."""
    if not known(finding):
        return ""
    return say(lang, "is accepted", why=flowing(reason(finding))) if reason(finding) else say(lang, "known")


def newcomers(finding: Finding, lang: str) -> str:
    """Which documents make a finding new that is on record; nothing where none does."""
    told = finding.evidence.get(NOT_RECORDED, "")
    return f"{say(lang, NOT_RECORDED)}{say(lang, 'between')}{flowing(told)}" if told else ""


def open_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that call for somebody."""
    return tuple(finding for finding in findings if not known(finding))
