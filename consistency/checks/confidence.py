"""How sure a finding is: the probability that it is a real disagreement, from features that can be seen.

A logistic model: every feature of a finding adds its weight, in hundredths of a nat, and the sum is the log-odds. The
weights are learnt from findings on natural documents that readers judged (`benchmarks/train_confidence.py`, checked by
family), and frozen in `rules/confidence.toml`. A feature without a weight adds nothing.

Severity follows: error and warning from the probabilities that the file names, information below; never louder than
the rule itself is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_EVEN, Context, Decimal
from pathlib import Path

from consistency.model import Claim, Finding, Reading, Severity, Status
from consistency.toml_tables import load

FILE = "confidence.toml"
PLACES = Decimal("0.01")  # to which a probability is told
_EXACT = Context(prec=20, rounding=ROUND_HALF_EVEN)  # the same on every machine
HUNDRED = Decimal(100)
LOUDNESS = tuple(Severity)  # the gravest first
FEW, MANY = 12, 60  # other readings of a passage: beside few one comes out by chance seldom, beside many often
CLOSE, SMALL = Decimal("0.9"), Decimal("0.75")  # likeness of the two sides of a disagreement


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds, in hundredths, and from which probability on a finding is how loud."""

    weights: Mapping[str, int] = field(default_factory=dict)
    error: Decimal = Decimal("0.9")
    warning: Decimal = Decimal("0.6")

    def probability(self, features: Sequence[str]) -> Decimal:
        """The probability that a finding with some features is right, to two places.

        >>> Weights({"prior": 0, "slip": 110}).probability(["prior", "slip"])
        Decimal('0.75')
        """
        odds = Decimal(sum(self.weights.get(f, 0) for f in features)) / HUNDRED
        exact = _EXACT.divide(Decimal(1), _EXACT.add(Decimal(1), _EXACT.exp(-odds)))
        return exact.quantize(PLACES)

    def from_on(self, hundredths: Mapping[str, int]) -> Weights:
        """The weights with other probabilities from which on a finding is an error or a warning, those that are given.

        >>> Weights().from_on({"error": 97}).severity(Decimal("0.95"))
        <Severity.WARNING: 'warning'>
        """
        told = {name: Decimal(value) / HUNDRED for name, value in hundredths.items()}
        return replace(self, error=told.get("error", self.error), warning=told.get("warning", self.warning))

    def severity(self, probability: Decimal) -> Severity:
        """How loud a finding of some probability may be."""
        if probability >= self.error:
            return Severity.ERROR
        return Severity.WARNING if probability >= self.warning else Severity.INFO


UNWEIGHED = Weights({"prior": 500})  # where nothing was learnt, a rule is as loud as it says


def load_weights(folder: Path) -> Weights:
    """The weights that ship with the rules; raises `ConfigurationError` for anything out of order."""
    path = folder / FILE
    if not path.is_file():
        return UNWEIGHED
    table = load(path)
    entries = table.table("weights")
    weights = {name: entries.whole(name) for name in entries.keys()}
    entries.done()
    levels = table.table("severity")
    error, warning = (Decimal(levels.whole(name)) / HUNDRED for name in ("error", "warning"))
    levels.done()
    table.done()
    return Weights(weights, error, warning)


def weighed(findings: Sequence[Finding], readings: Sequence[Reading], weights: Weights) -> list[Finding]:
    """The findings with their features, their confidence, and the severity that follows."""
    by_path = {r.document.path: r for r in readings}
    return [_weighed(f, by_path, weights) for f in findings]


def _weighed(finding: Finding, readings: Mapping[str, Reading], weights: Weights) -> Finding:
    features = ("prior", f"severity {finding.severity}", *features_of(finding, readings))
    probability = weights.probability(features)
    severity = max(finding.severity, weights.severity(probability), key=LOUDNESS.index)
    return replace(finding, features=features, confidence=probability, severity=severity)


def features_of(finding: Finding, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """What can be seen of how sure a finding is, in a fixed order."""
    found = [f"rule {finding.rule}", f"kind {finding.rule[:3]}", *finding.features]
    documents = {c.document for c in finding.claims}
    found.append("one document" if len(documents) == 1 else "several documents")
    if finding.rule.startswith("CC1"):
        found += _of_values(finding)
    if finding.rule.startswith("CC2") and len(documents) == 1:
        found.append("one line" if _in_one_line(finding, readings) else "several lines")
    if any(isinstance(c, Claim) and "table" in c.mention.traits for c in finding.claims):
        found.append("table")
    return tuple(found)


def _of_values(finding: Finding) -> list[str]:
    claims = [c for c in finding.claims if isinstance(c, Claim)]
    likeness = Decimal(finding.evidence.get("likeness", "0"))
    found = ["likeness high" if likeness >= CLOSE else "likeness fair" if likeness >= SMALL else "likeness low"]
    if len({c.mention.name for c in claims[:2]}) == 1:
        found.append("one name")
    if finding.evidence.get("stands alone"):
        found.append("stands alone")
    if any(c.key.status is Status.ESTIMATE for c in claims):
        found.append("estimate")
    one, other = (abs(c.quantity.base_value) for c in claims[:2])
    large, small = max(one, other), min(one, other)
    if not small or large > 2 * small:
        found.append("far apart")
    elif large <= small + small / 10:
        found.append("near each other")
    return found


def _in_one_line(finding: Finding, readings: Mapping[str, Reading]) -> bool:
    reading = readings.get(finding.claims[0].document)
    if reading is None:
        return False
    page = reading.page
    spans = [c.quantity.span if isinstance(c, Claim) else c.span for c in finding.claims]
    return len({page.line(page.forward(s).start) for s in spans}) == 1
