"""The report as JSON, for other programs: docs/report.schema.json describes it and does not change within a version."""

from __future__ import annotations

import json
from collections.abc import Mapping

from consistency import __version__
from consistency.model import ClaimSet, Finding, Problem, Report, Summary
from consistency.report.coverage import alone, total
from consistency.report.escaping import inert_json
from consistency.report.places import LocatedText, pages
from consistency.report.records import Record, claim_record, key_record, meeting_record
from consistency.report.standing import standing
from consistency.report.wording import said

SCHEMA = 1


def render(report: Report, lang: str = "zh", **_terminal: object) -> str:
    """The whole report as JSON; `lang` chooses the words of messages and nothing else."""
    at, covered = pages(report.readings), total(report)
    return dump(
        {
            "schema": SCHEMA,
            "tool": {"name": "consistency", "version": __version__},
            "documents": [_document(summary) for summary in report.documents],
            "coverage": {
                "quantities": covered.quantities,
                "claims": covered.claims,
                "met": covered.met,
                "alone": [part.path for part in alone(report)],
            },
            "findings": [_finding(finding, at, lang) for finding in report.findings],
            "groups": [_group(group, at) for group in report.sets],
            "errors": [_error(problem, lang) for problem in report.problems],
        }
    )


def dump(record: Record) -> str:
    """A record as JSON text with a line end after it: readable Chinese, hidden characters escaped."""
    return inert_json(json.dumps(record, ensure_ascii=False, indent=1)) + "\n"


def _document(document: Summary) -> Record:
    return {
        "path": document.path,
        "sha256": document.digest,
        "title": document.context.title,
        "entity": document.context.entity,
        "entity_sure": document.context.entity_sure,
        "period": document.context.period,
        "period_sure": document.context.period_sure,
        "characters": document.characters,
        "quantities": document.quantities,
        "claims": document.claims,
    }


def _finding(finding: Finding, at: Mapping[str, LocatedText], lang: str) -> Record:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "name": said(finding.name, "en"),
        "severity": finding.severity.value,
        "confidence": str(finding.confidence),
        "message": said(finding.message, lang),
        "key": None if finding.key is None else key_record(finding.key),
        "verdict": finding.verdict.value,
        "claims": [claim_record(claim, at) for claim in finding.claims],
        "evidence": finding.evidence,
        "meeting": None if finding.meeting is None else meeting_record(finding.meeting, at),
        "suggestion": None if finding.suggestion is None else said(finding.suggestion, lang),
        "baseline": standing(finding),
    }


def _group(group: ClaimSet, at: Mapping[str, LocatedText]) -> Record:
    return {
        "key": key_record(group.key),
        "verdict": group.verdict.value,
        "claims": [claim_record(claim, at) for claim in group.claims],
    }


def _error(problem: Problem, lang: str) -> Record:
    return {"path": problem.path, "message": said(problem.message, lang)}
