"""Who says what: indicators as rows, documents as columns, cells that agree, are in tension or in conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consistency.checks import verdict
from consistency.model import Claim, ClaimSet, Finding, Key, Report, Verdict
from consistency.report.escaping import flowing
from consistency.report.places import LocatedText
from consistency.report.sides import Place, letter, sides

_GRAVITY = {Verdict.AGREE: 0, Verdict.NOT_COMPARABLE: 1, Verdict.TENSION: 2, Verdict.CONFLICT: 3}


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one document says of an indicator.

    `verdict` is the gravest of its claims against those of the others; claims that agree bear the same `side`.
    """

    words: tuple[str, ...]
    verdict: Verdict
    side: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An indicator, and what each document that speaks of it says."""

    key: Key
    verdict: Verdict
    cells: Mapping[str, MatrixCell]


def leads(findings: Sequence[Finding]) -> dict[Place, int]:
    """For each place of a finding the number of the first finding that points at it, which is the gravest."""
    found: dict[Place, int] = {}
    for number, finding in enumerate(findings, 1):
        for claim in finding.claims:
            found.setdefault(claim, number)
    return found


def matrix(report: Report, pages: Mapping[str, LocatedText], lead: Mapping[Place, int]) -> tuple[MatrixRow, ...]:
    """A row for each claim set, those that disagree first; sides bear the letters they have in their finding."""
    rows = (_row(group, _sides(group, report.findings, lead, pages), pages) for group in report.sets)
    return tuple(sorted(rows, key=lambda row: -_GRAVITY[row.verdict]))


def _sides(
    group: ClaimSet, findings: Sequence[Finding], lead: Mapping[Place, int], pages: Mapping[str, LocatedText]
) -> tuple[tuple[Place, ...], ...]:
    """The claims of a set as sides that agree; those of the finding where there is one about just this set."""
    numbers = {lead.get(claim, 0) for claim in group.claims}
    (number, *more) = numbers
    return sides(findings[number - 1], pages) if number and not more else verdict.sides(group.claims)


def _row(group: ClaimSet, parts: Sequence[Sequence[Place]], pages: Mapping[str, LocatedText]) -> MatrixRow:
    letters = {claim: letter(place) for place, side in enumerate(parts) for claim in side}
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in group.claims:
        by_document[claim.document].append(claim)
    return MatrixRow(
        group.key,
        group.verdict,
        {
            path: MatrixCell(
                tuple(dict.fromkeys(flowing(c.quantity.span.of(pages[path].text)) for c in claims)),
                _worst(claims, group),
                "".join(sorted({letters[claim] for claim in claims})) if group.verdict is not Verdict.AGREE else "",
                tuple(claims),
            )
            for path, claims in by_document.items()
        },
    )


def _worst(claims: list[Claim], group: ClaimSet) -> Verdict:
    """The gravest verdict of the claims of a document against all other claims of the set."""
    if group.verdict is Verdict.AGREE:
        return Verdict.AGREE
    others = [other for other in group.claims if other not in claims] or claims
    found = (verdict.verdict(claim.quantity, other.quantity) for claim in claims for other in others)
    return max(found, key=_GRAVITY.__getitem__)
