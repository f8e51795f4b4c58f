"""Numbers that damage may have changed: none is held against them, and the reader is told which they are."""

import pytest

from consistency.checks.one_problem import rules_of
from consistency.damage import DAMAGED
from consistency.model import Claim, Finding, Report
from consistency.report import claims_json, claims_text
from consistency.report.summary import compared, evidence
from tests.domain import NAMES, bulletin, found, in_company, linked, meetings, read, report

EVERYTHING = ("CC",)
WHOLE = bulletin(*in_company("全年城镇新增就业7.2万人。"))


def reasons(text: str) -> dict[str, str]:
    """The numbers of a document as written, each with the reason why it is no claim."""
    return {m.words: m.reason for m in read(text).mentions}


def left_out(finding: Finding) -> str:
    """The numbers that a finding says were not compared."""
    return finding.evidence.get("numbers left out", "")


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("城镇新增就业\ufffd2万人。", "2万人"),  # the first figure is gone
        ("城镇新增就业7\ufffd2万人。", "2万人"),  # one in the middle, or the point
        ("城镇新增就业锟斤拷2万人。", "2万人"),
        ("城镇新增就业烫烫烫2万人。", "2万人"),
    ],
)
def test_a_number_that_lost_a_figure_is_held_against_no_other(sentence: str, number: str) -> None:
    hurt = report(*in_company(sentence))
    assert reasons(hurt)[number] == DAMAGED
    assert not any(number in met for met in meetings(WHOLE, hurt))
    (finding,) = found(WHOLE, hurt, select=EVERYTHING)
    assert finding.rule.startswith("CC3")
    assert left_out(finding) == number


def test_without_the_damage_the_same_number_does_not_agree() -> None:
    (finding,) = found(WHOLE, report(*in_company("城镇新增就业2万人。")), select=EVERYTHING)
    assert finding.rule == "CC101"


def test_a_number_that_lost_its_unit_is_set_aside_and_one_whose_unit_is_whole_is_not() -> None:
    text = report("社会消费品零售总额96.4亿锟斤拷。", "粮食总产量12.6万吨锟斤拷，油料总产量3.1万吨。")
    assert reasons(text) == {"96.4亿": DAMAGED, "12.6万吨": "", "3.1万吨": ""}
    assert [left_out(f) for f in found(text, select=EVERYTHING)] == ["96.4亿", ""]


def test_numbers_beside_damaged_words_are_compared() -> None:
    hurt = report(*in_company("落实惠农\ufffd策，全年城镇新增就业7.3万人。"))
    assert sorted(f.rule for f in found(WHOLE, hurt, select=EVERYTHING)) == ["CC101", "CC310"]


def test_figures_run_together_are_whole_and_are_compared() -> None:
    whole = bulletin(*in_company("旅游总人数、旅游总收入分别增长64%、107%。"))
    hurt = report(*in_company("旅游总人数、旅游总收入分别增长64%107%。"))
    assert {("64%", "64%"), ("107%", "107%")} <= meetings(whole, hurt)


def test_the_other_documents_are_compared_all_the_same() -> None:
    hurt = report(*in_company("城镇新增就业\ufffd2万人。"))
    other = report(*in_company("城镇新增就业7.5万人。"))
    told = found(WHOLE, hurt, other, select=EVERYTHING)
    assert sorted(f.rule for f in told) == ["CC101", "CC302"]
    disagreement = next(f for f in told if f.rule == "CC101")
    assert {c.document for c in disagreement.claims} == {NAMES[0], NAMES[2]}


@pytest.mark.parametrize(
    "damaged",
    [
        "全年获得奖牌95枚。其中，金牌31枚，银牌\ufffd8枚，铜牌26枚。",
        "地区生产总值350.0亿元。其中，第一产业增加值30.0亿元，第二产业增加值锟斤拷0.0亿元，第三产业增加值160.0亿元。",
        "地区生产总值320.0亿元。年末常住人口\ufffd0.0万人，人均地区生产总值80000元。",
        "完成投资由40.0亿元增加到\ufffd0.0亿元，增长25.0%。",
    ],
)
def test_nothing_is_worked_out_from_such_a_number(damaged: str) -> None:
    (finding,) = found(bulletin(damaged), select=EVERYTHING)
    assert rules_of(finding) in (("CC301",), ("CC302",))
    assert not any(isinstance(place, Claim) for place in finding.claims)
    assert left_out(finding)


def test_a_sum_with_all_its_parts_is_still_worked_out_beside_damage() -> None:
    text = bulletin("铺设管网\ufffd8公里。", "全年获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。")
    assert sorted(f.rule for f in found(text, select=EVERYTHING)) == ["CC201", "CC302"]


def test_an_undamaged_number_of_the_same_thing_is_worked_with() -> None:
    text = bulletin(
        "年末常住人口40.0万人。",
        "地区生产总值320.0亿元，人均地区生产总值90000元。",
        "年末常住人口\ufffd5.0万人。",
    )
    assert sorted(f.rule for f in found(text, select=EVERYTHING)) == ["CC206", "CC302"]


def test_the_listing_tells_why_it_is_no_claim_and_what_it_would_have_been() -> None:
    reading = read(report("城镇新增就业\ufffd2万人。", "森林覆盖率51.3%。"))
    shown = claims_text.render([reading], everything=True, lang="zh", width=80, colour=False)
    place, _, about, reason, *_ = shown.splitlines()[1:]
    assert "2万人" in place
    assert "城镇新增就业" in about
    assert reason.strip() == "不作比较：所在文字受损"
    assert "2万人" not in claims_text.render([reading], everything=False, lang="zh", width=80, colour=False)
    assert '"reason": "damaged"' in claims_json.render([reading], everything=True)


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "其中 1 个所在文字受损"), ("en", "Of these, 1 stand in damaged text")]
)
def test_the_report_says_how_many_were_set_aside(lang: str, words: str) -> None:
    readings = (read(report("城镇新增就业\ufffd2万人。", "森林覆盖率51.3%。")), read(WHOLE, NAMES[1]))
    told = list(compared(Report(readings, (), linked(WHOLE), ()), lang))
    assert sum(words in line for line in told) == 1
    clean = list(compared(Report(readings[1:], (), (), ()), lang))
    assert not any("受损" in line or "damaged" in line for line in clean)


def test_the_finding_says_in_words_what_was_not_compared() -> None:
    (finding,) = found(report("城镇新增就业\ufffd2万人。"), select=EVERYTHING)
    assert ("因此未参与比较的数字", "2万人") in evidence(finding, "zh")
    assert ("numbers left out of comparison", "2万人") in evidence(finding, "en")
