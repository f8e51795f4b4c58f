"""What becomes of a finding that stands on record, and who is named where it calls again."""

import pytest

from consistency.report import renderer
from consistency.report.standing import marked, newcomers, note, standing
from tests.report.samples import JOBS_DISAGREE, report

MARK = JOBS_DISAGREE.fingerprint


def test_a_finding_on_record_that_another_document_joins_is_new_and_names_it() -> None:
    (finding,) = marked(report([JOBS_DISAGREE]), {MARK: "new"}, {}, {MARK: ["年鉴.txt", "新闻.txt"]}).findings
    assert standing(finding) == "new"
    assert newcomers(finding, "en") == "on record, but without these documents: 年鉴.txt, 新闻.txt"
    assert note(finding, "en") == ""


def test_nobody_is_named_where_the_finding_is_not_on_record_or_accepted_as_it_is() -> None:
    (new,) = marked(report([JOBS_DISAGREE]), {MARK: "new"}, {}).findings
    (accepted,) = marked(report([JOBS_DISAGREE]), {MARK: "new"}, {MARK: "王: 快报数"}, {MARK: ["年鉴.txt"]}).findings
    assert newcomers(new, "zh") == newcomers(accepted, "zh") == ""


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "sarif", "github", "junit"])
def test_every_form_names_them(form: str) -> None:
    joined = marked(report([JOBS_DISAGREE]), {MARK: "new"}, {}, {MARK: ["年鉴.txt"]})
    assert "年鉴.txt" in renderer(form)(joined, lang="zh")
