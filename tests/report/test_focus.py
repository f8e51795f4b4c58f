"""A report on a draft: what concerns it, and how much of it could be compared."""

from dataclasses import replace

import pytest

from consistency.model import Severity
from consistency.report import renderer
from consistency.report.coverage import by_document, total
from consistency.report.focus import backed, calling, concerning
from tests.report.samples import (
    BULLETIN,
    DIGEST,
    JOBS_DISAGREE,
    JOBS_SET,
    REVENUE_SET,
    UNREAD,
    WORDS_DISAGREE,
    WORK_REPORT,
    report,
)


def test_findings_and_sets_that_do_not_concern_the_drafts_are_left_out() -> None:
    on_bulletin = concerning(report(), {BULLETIN.path})
    assert [finding.rule for finding in on_bulletin.findings] == [JOBS_DISAGREE.rule]
    assert on_bulletin.sets == (JOBS_SET, REVENUE_SET)
    on_digest = concerning(report(problems=[UNREAD]), {DIGEST.path})
    assert [finding.rule for finding in on_digest.findings] == [JOBS_DISAGREE.rule, WORDS_DISAGREE.rule]
    assert on_digest.sets == (JOBS_SET,)
    assert on_digest.problems == (UNREAD,)


def test_a_finding_begins_with_the_draft() -> None:
    """Whose change it is, is told on its lines and not on those of another document."""
    assert [claim.document for claim in JOBS_DISAGREE.claims] == [WORK_REPORT.path, BULLETIN.path, DIGEST.path]
    (finding,) = concerning(report([JOBS_DISAGREE]), {DIGEST.path}).findings
    assert [claim.document for claim in finding.claims] == [DIGEST.path, WORK_REPORT.path, BULLETIN.path]
    assert finding.fingerprint == JOBS_DISAGREE.fingerprint
    assert f"::error file={DIGEST.path}," in renderer("github")(concerning(report(), {DIGEST.path}), lang="en")


def test_a_draft_that_says_what_most_sources_say_is_told_apart_and_comes_last_among_its_like() -> None:
    sides = (("6.5万人", (WORK_REPORT.path,)), ("超5.5万人", (BULLETIN.path, DIGEST.path)))
    told = replace(JOBS_DISAGREE, sides=sides)
    lone = replace(JOBS_DISAGREE, sides=(), fingerprint="lone", rule="CC199")
    found = concerning(report([told, lone]), {DIGEST.path})
    assert [finding.rule for finding in found.findings] == [lone.rule, told.rule]
    assert [backed(finding) for finding in found.findings] == [False, True]
    text = renderer("text")(found, lang="zh")
    assert "共报告 1 处" in text
    assert "另有 1 处问题在其他文件（所查文件与多数来源一致，或者受损的不是它），不影响退出码。" in text.replace(
        "\n", ""
    )
    assert lone.rule in text
    assert told.rule not in text


@pytest.mark.parametrize("drafts", [{WORK_REPORT.path}, {WORK_REPORT.path, DIGEST.path}])
def test_a_draft_that_stands_against_most_sources_is_not_said_to_be_with_them(drafts: set[str]) -> None:
    sides = (("6.5万人", (WORK_REPORT.path,)), ("超5.5万人", (BULLETIN.path, DIGEST.path)))
    (finding,) = concerning(report([replace(JOBS_DISAGREE, sides=sides)]), drafts).findings
    assert not backed(finding)


def test_a_warning_never_goes_before_an_error_for_it() -> None:
    sides = (("6.5万人", (WORK_REPORT.path,)), ("超5.5万人", (BULLETIN.path, DIGEST.path)))
    error, warning = replace(JOBS_DISAGREE, sides=sides), replace(JOBS_DISAGREE, sides=(), severity=Severity.WARNING)
    found = concerning(report([error, warning]), {DIGEST.path}).findings
    assert [finding.severity for finding in found] == [Severity.ERROR, Severity.WARNING]


def test_documents_stay_to_be_quoted_from() -> None:
    assert concerning(report(), {BULLETIN.path}).readings == report().readings


def test_the_coverage_is_that_of_the_drafts() -> None:
    found = concerning(report(), {DIGEST.path})
    assert (total(found).quantities, total(found).claims, total(found).met) == (1, 1, 1)
    assert [c.path for c in by_document(found)] == [WORK_REPORT.path, BULLETIN.path, DIGEST.path]
    assert [c.met for c in by_document(found)] == [1, 1, 1]
    nothing = concerning(report(sets=[], findings=[]), {DIGEST.path})
    assert [c.path for c in by_document(nothing)] == [DIGEST.path]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_report_says_what_it_is_about(form: str) -> None:
    found = renderer(form)(concerning(report(), {DIGEST.path}), lang="en")
    assert f"Only what concerns {DIGEST.path}." in found
    assert "Of 1 numbers read" in found


def test_many_drafts_are_not_all_named() -> None:
    found = renderer("text")(concerning(report(), {f"{n}.txt" for n in range(9)}), lang="en")
    assert "0.txt, 1.txt, 2.txt and 6 more" in " ".join(found.split())


def test_damage_in_another_text_is_not_the_matter_of_a_draft_that_has_the_words_whole() -> None:
    lost = replace(WORDS_DISAGREE, evidence={"kind": "unit_lost"}, sides=())
    first, other = lost.claims[0].document, lost.claims[-1].document
    assert first != other
    whole, hurt = (concerning(report([lost]), {path}) for path in (other, first))
    assert calling(whole) == ()
    assert len(calling(hurt)) == 1


def test_what_is_the_matter_of_others_does_not_call_for_anybody() -> None:
    sides = (("6.5万人", (WORK_REPORT.path,)), ("超5.5万人", (BULLETIN.path, DIGEST.path)))
    found = concerning(report([replace(JOBS_DISAGREE, sides=sides)]), {DIGEST.path})
    assert calling(found) == ()
    assert "::error" not in renderer("github")(found, lang="zh")
    assert "<failure" not in renderer("junit")(found, lang="zh")
    assert "CC101" not in renderer("markdown")(found, lang="zh")
