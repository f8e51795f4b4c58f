"""What copying did to one document in several places is one matter; what people wrote is a matter in every place."""

from dataclasses import replace

from consistency.model import Finding, Severity
from consistency.report import markdown, text
from consistency.report.matters import matters
from tests.report.samples import FEWER_JOBS, JOBS_DISAGREE, MORE_JOBS, report


def finding(name: str, rule: str = "CC101", also: str = "", severity: Severity = Severity.ERROR) -> Finding:
    evidence = {"also": also} if also else {}
    return replace(JOBS_DISAGREE, rule=rule, evidence=evidence, severity=severity, fingerprint=name)


def names(*findings: Finding) -> list[str]:
    return ["".join(found.fingerprint for found in matter) for matter in matters(findings)]


def test_scale_words_that_one_document_lost_are_one_matter() -> None:
    assert names(finding("a", "CC104", "CC306"), finding("b"), finding("c", "CC104", "CC306")) == ["ac", "b"]


def test_the_loss_alone_is_of_the_same_matter_as_the_number_that_differs_for_it() -> None:
    assert names(finding("a", "CC104", "CC306"), finding("b", "CC306")) == ["ab"]


def test_what_people_wrote_has_a_cause_of_its_own_in_every_place() -> None:
    assert names(finding("a"), finding("b"), finding("c", "CC401")) == ["a", "b", "c"]


def test_other_damage_another_document_and_another_severity_stand_apart() -> None:
    elsewhere = replace(finding("c", "CC306"), claims=(FEWER_JOBS, MORE_JOBS))
    slight = finding("d", "CC306", severity=Severity.INFO)
    assert names(finding("a", "CC306"), finding("b", "CC303"), elsewhere, slight) == ["a", "b", "c", "d"]


def test_reports_show_the_first_in_full_and_where_the_others_are() -> None:
    lost = [replace(finding(name, "CC306"), message={"zh": f"{name}处漏了“万”字"}) for name in ("甲", "乙", "丙")]
    for shown in (text.render(report(lost), lang="zh"), markdown.render(report(lost), lang="zh")):
        assert "原因相同的另有 2 处" in shown
        assert shown.count("4,500 人") + shown.count("千方百计") <= 2  # the evidence and words of the first alone
        assert all(f"{name}处漏了“万”字" in shown for name in ("甲", "乙", "丙"))
        assert all(name in shown for name in ("乙", "丙"))
