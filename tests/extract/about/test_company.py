"""Documents that say nothing of their place or year, in the company they are checked with."""

from pathlib import Path

import pytest

from consistency.extract.about.company import SOMETIME, SOMEWHERE, in_company
from consistency.model import Context, Report
from consistency.pipeline import check
from tests.domain import rules

BULLETIN = "庆元县2023年国民经济和社会发展统计公报\n全年全县粮食产量{}万吨。\n"


def checked(folder: Path, *texts: str) -> Report:
    """The report on texts, each a file of its own."""
    for at, text in enumerate(texts):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    return check([str(folder)], rules())


def told(report: Report) -> list[tuple[str, str]]:
    return [(reading.context.entity, reading.context.period) for reading in report.readings]


@pytest.mark.parametrize(
    "text",
    [
        "丰收之年\n2023年，粮食产量15万吨。\n",
        "庆元县迎来丰收\n庆元县粮食产量15万吨。庆元县喜庆丰收。\n",
        "丰收之年\n粮食产量15万吨。\n",
    ],
    ids=["no place", "no year", "neither"],
)
def test_what_a_document_lacks_is_what_the_others_are_of(tmp_path: Path, text: str) -> None:
    report = checked(tmp_path, BULLETIN.format(12), text)
    assert told(report) == [("庆元县", "2023")] * 2
    assert [finding.rule for finding in report.findings] == ["CC101"]
    given = report.readings[1].context
    assert min(given.entity_sure, given.period_sure) < 50 < report.readings[0].context.entity_sure


def test_documents_that_all_tell_nothing_are_held_against_each_other(tmp_path: Path) -> None:
    report = checked(tmp_path, "丰收之年\n粮食产量12万吨。\n", "又是一年\n粮食产量15万吨。\n")
    assert told(report) == [(SOMEWHERE, SOMETIME)] * 2
    assert [finding.rule for finding in report.findings] == ["CC101"]


def test_what_the_others_disagree_on_is_not_guessed(tmp_path: Path) -> None:
    other = BULLETIN.format(15).replace("庆元县", "龙泉市")
    report = checked(tmp_path, BULLETIN.format(12), other, "丰收之年\n2023年，粮食产量15万吨。\n")
    assert told(report)[-1] == (SOMEWHERE, "2023")
    assert report.findings == ()


def test_the_numbers_of_a_document_alone_have_to_go_together_wherever_it_is_from(tmp_path: Path) -> None:
    text = "部门预算说明\n支出预算283.15万元，其中：人员支出251.40万元，占88.8%；公用支出31.75万元，占{}%。\n"
    report = checked(tmp_path, text.format("12.1"))
    assert told(report) == [(SOMEWHERE, SOMETIME)]
    assert [finding.rule for finding in report.findings] == ["CC209"]
    assert checked(tmp_path, text.format("11.2")).findings == ()


def test_places_of_one_city_written_otherwise_are_one() -> None:
    given = in_company([Context(entity="丽水市庆元县"), Context(entity="庆元县"), Context()])
    assert given[-1].entity == "丽水市庆元县"
