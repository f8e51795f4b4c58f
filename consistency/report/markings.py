"""What is marked in the documents of a report: each place of a finding, and each number that met a counterpart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from consistency.model import Claim, Finding, Severity
from consistency.offsets import Span
from consistency.report.matrix import MatrixRow
from consistency.report.reading_view import Mark
from consistency.report.sides import Place, about
from consistency.report.wording import said

_RANK = {severity: place for place, severity in enumerate(Severity)}
_LAST = len(_RANK)


def markings(
    findings: Sequence[Finding], rows: Sequence[MatrixRow], lead: Mapping[Place, int], lang: str
) -> dict[str, list[Mark]]:
    """The marks of each document; a number in a finding leads there, any other to its row among the indicators."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for claim, number in lead.items():
        finding = findings[number - 1]
        note = f"{finding.rule} {said(finding.message, lang)}"
        rank, kind = _RANK[finding.severity], finding.severity.value
        found[claim.document].append(Mark(_span(claim), rank, kind, f"#f{number}", note))
    for number, row in enumerate(rows, 1):
        for path, cell in row.cells.items():
            kind, link, note = row.verdict.value, f"#s{number}", about(row.key, lang)
            met = (claim for claim in cell.claims if claim not in lead)
            found[path] += (Mark(_span(claim), _LAST, kind, link, note) for claim in met)
    return found


def _span(claim: Place) -> Span:
    return claim.quantity.span if isinstance(claim, Claim) else claim.span
