"""Which findings are one matter: what one cause did to a document in several places is read, and decided on, once."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.checks.one_problem import rules_of
from consistency.model import Finding, Severity

DAMAGE = "CC3"  # the rules on what copying and converting did to a text
Cause = tuple[str, str, Severity]


def matters(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """The findings in their order, those of one matter together where the first of them stands.

    A tool that copied or converted a document lost the same thing wherever it did: all scale words that one page lost
    are one matter. Other rules find what people wrote, and that has a cause of its own in every place.
    """
    found: dict[Cause | int, list[Finding]] = {}
    for number, finding in enumerate(findings):
        found.setdefault(cause(finding) or number, []).append(finding)
    return tuple(map(tuple, found.values()))


def cause(finding: Finding) -> Cause | None:
    """What copying did to which document, as far as that is behind a finding; graver and slighter ones stay apart."""
    damage = next((rule for rule in rules_of(finding) if rule.startswith(DAMAGE)), "")
    return (finding.claims[0].document, damage, finding.severity) if damage else None
