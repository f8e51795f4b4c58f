"""How sure a finding is: probabilities from weights, and the severity that follows."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.checks.confidence import UNWEIGHED, Weights, load_weights
from consistency.model import Severity
from consistency.rule_folder import rule_folder
from consistency.toml_tables import ConfigurationError
from tests.domain import bulletin, found, report


@pytest.mark.parametrize(
    ("probability", "severity"),
    [
        ("0.95", Severity.ERROR),
        ("0.90", Severity.ERROR),
        ("0.89", Severity.WARNING),
        ("0.60", Severity.WARNING),
        ("0.59", Severity.INFO),
    ],
)
def test_severity_follows_from_the_probability(probability: str, severity: Severity) -> None:
    assert UNWEIGHED.severity(Decimal(probability)) is severity


@given(st.integers(-2000, 2000), st.integers(0, 500))
def test_what_speaks_for_a_finding_makes_it_no_less_sure(prior: int, more: int) -> None:
    weights = Weights({"prior": prior, "slip": more})
    assert weights.probability(["prior"]) <= weights.probability(["prior", "slip"])
    assert 0 <= weights.probability(["prior"]) <= 1


def test_a_feature_nobody_judged_says_nothing() -> None:
    weights = Weights({"prior": 100})
    assert weights.probability(["prior", "rule CC999"]) == weights.probability(["prior"])


def test_the_weights_that_ship_are_in_order(tmp_path: Path) -> None:
    weights = load_weights(rule_folder())
    assert "prior" in weights.weights
    assert weights.warning < weights.error
    (tmp_path / "confidence.toml").write_text('[severity]\nerror = 90\nwarning = "60"\n[weights]\nprior = 1\n')
    with pytest.raises(ConfigurationError, match="warning"):
        load_weights(tmp_path)


def test_a_finding_tells_what_it_is_sure_by() -> None:
    texts = bulletin("全年粮食产量31.52万吨。"), report("2023年，全县粮食产量31.25万吨。")
    (finding,) = found(*texts, select=("CC101",))
    assert {"prior", "rule CC101", "several documents", "slip", "one name"} <= set(finding.features)
    assert Decimal(0) < finding.confidence <= Decimal(1)
