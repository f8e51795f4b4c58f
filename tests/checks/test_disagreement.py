"""What is reported of claims of one key that do not go together: by which rule, in what words, who stands alone."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from consistency.checks.disagreement import disagreements
from consistency.checks.rule import Rule
from consistency.engine import load_rules
from consistency.model import Claim, Finding, Severity, Verdict
from tests.domain import COMPANY, bulletin, found, in_company, linked, report

PLAN = "关于青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告\n各位代表：\n"


def the_finding(*texts: str) -> Finding:
    """The one finding among documents."""
    (only,) = found(*texts)
    return only


def written(finding: Finding) -> list[str]:
    """The numbers of a finding's claims, the primary first."""
    return [c.mention.words for c in finding.claims if isinstance(c, Claim)]


def test_closed_accounts_do_not_contradict_what_they_stood_at() -> None:
    closed, stood = "关于青山县2023年财政决算的报告\n", "关于青山县2023年预算执行情况的报告\n"
    closed += "全县一般公共预算收入决算数为23.4亿元。\n"
    assert {f.rule for f in found(closed, stood + "全县一般公共预算收入执行数为22.9亿元。\n")} == {"CC109"}
    assert {f.rule for f in found(closed, stood + "全县一般公共预算收入完成22.9亿元。\n")} == {"CC109"}
    assert {f.rule for f in found(closed, stood + "全县一般公共预算收入完成23.1亿元。\n")} == {"CC109"}
    assert {f.rule for f in found(closed, stood + "全县一般公共预算收入完成24.3亿元。\n")} == {"CC101"}
    assert {f.rule for f in found(closed, stood + "全县一般公共预算收入完成17.9亿元。\n")} == {"CC101"}  # too far apart
    assert {f.rule for f in found(closed, stood + "全县一般公共预算收入完成2.34亿元。\n")} == {"CC104"}


# -- which rule ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "rule", "severity"),
    [
        ("粮食产量12.3万吨。", "粮食产量13.2万吨。", "CC101", Severity.ERROR),
        ("城镇新增就业6.5万人。", "城镇新增就业超5.5万人。", "CC102", Severity.WARNING),
        ("轿车产量占全省三成。", "轿车产量占全省36.2%。", "CC103", Severity.ERROR),
        ("全省每3台空调就有2台产自青山县。", "全省每2台空调就有1台产自青山县。", "CC103", Severity.ERROR),
        ("整治河道面积26.9万平方米。", "整治河道面积26.9平方米。", "CC104", Severity.ERROR),
        ("工业投资增长6.2%。", "工业投资增长2.6%。", "CC105", Severity.ERROR),
        ("地区生产总值增长6.2%。", "地区生产总值下降6.2%。", "CC105", Severity.ERROR),
        ("粮食产量居全省第三。", "粮食产量居全省第四。", "CC106", Severity.ERROR),
        ("粮食产量居全省第一。", "粮食产量居全省第10位。", "CC106", Severity.ERROR),
    ],
)
def test_a_disagreement_is_reported_by_the_rule_that_is_about_it(
    one: str, other: str, rule: str, severity: Severity
) -> None:
    for texts in ((bulletin(one), report(other)), (bulletin(*in_company(one)), report(*in_company(other)))):
        finding = the_finding(*texts)
        assert (finding.rule, finding.severity) == (rule, severity)
        assert finding.verdict is (Verdict.TENSION if rule == "CC102" else Verdict.CONFLICT)


def test_two_targets_that_differ_are_reported_as_targets() -> None:
    other = "2024年青山县人民政府工作报告\n——2024年1月12日在大会上\n二、2024年目标任务\n粮食产量13.2万吨。\n"
    finding = the_finding(f"{PLAN}二、2024年主要目标\n粮食产量12.3万吨。\n", other)
    assert finding.rule == "CC107"
    assert finding.key is not None
    assert (finding.key.period, finding.key.status) == ("2024", "target")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("粮食产量12.3万吨。", "粮食产量12.34万吨。"),
        ("粮食产量12.3万吨。", "粮食产量123000吨。"),
        ("城镇新增就业5.53万人。", "城镇新增就业超5.5万人。"),
        ("轿车产量占全省三成。", "轿车产量占全省31.2%。"),
        ("粮食产量居全省第三。", "粮食产量居全省第3位。"),
        ("工业投资下降6.2%。", "工业投资增长-6.2%。"),
        ("进出口总额841.6亿元。", "完成进出口额超840亿元。"),
        ("整治河道面积26.9万平方米。", "整治河道面积26.9万㎡。"),
    ],
)
def test_what_goes_together_is_not_reported(one: str, other: str) -> None:
    assert found(bulletin(one), report(other)) == ()
    assert found(bulletin(*in_company(one)), report(*in_company(other))) == ()


def test_documents_about_different_things_give_no_finding() -> None:
    other = tuple(re.sub(r"\d", "7", line) for line in COMPANY)
    assert found(bulletin(*COMPANY), report(*other, place="白水县")) == ()
    assert found(bulletin(*COMPANY), report(*other, year=2022)) == ()


def test_a_rule_left_out_is_not_stood_in_for_by_the_next() -> None:
    texts = bulletin("整治河道面积26.9万平方米。"), report("整治河道面积26.9平方米。")
    assert [f.rule for f in found(*texts)] == ["CC104"]
    assert found(*texts, select=("CC101",)) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "粮食产量12.3万吨，连续8年稳定在10万吨以上。",
        "粮食产量12.3万吨，超额完成10万吨以上的目标。",
        "粮食产量由11.2万吨增加到12.3万吨。",
        "粮食产量12.3万吨，比上年的11.2万吨增长9.8%。",
    ],
)
def test_what_is_told_beside_a_number_to_set_it_off_does_not_contradict_it(sentence: str) -> None:
    assert found(bulletin(sentence)) == ()
    assert found(bulletin(sentence), report("粮食产量12.3万吨。")) == ()


def test_a_document_that_contradicts_itself_is_reported() -> None:
    text = bulletin("地区生产总值320.5亿元。", *COMPANY, "回顾全年，经济运行平稳，地区生产总值达到325亿元。")
    finding = the_finding(text)
    assert sorted(written(finding)) == ["320.5亿元", "325亿元"]


# -- what is said -------------------------------------------------------------------------


def test_the_message_names_indicator_period_and_both_numbers_as_written() -> None:
    finding = the_finding(bulletin("城镇新增就业6.5万人。"), report("城镇新增就业超5.5万人。"))
    for message in finding.message.values():
        for words in ("城镇新增就业", "2023", "6.5万人", "超5.5万人"):
            assert words in message


def test_nothing_is_called_wrong_or_true() -> None:
    for rule in load_rules().all:
        for text in (*rule.name.values(), *rule.message.values()):
            assert not re.search(r"错误|有误|正确|\bwrong\b|\bincorrect\b|\btrue\b", text), rule.id


def test_the_one_that_stands_alone_comes_first_and_sides_tell_their_sources() -> None:
    many, one = "粮食产量12.3万吨。", "粮食产量13.2万吨。"
    finding = the_finding(bulletin(many), report(one), f"2023年青山县农业年鉴\n{many}\n")
    assert written(finding)[:2] == ["13.2万吨", "12.3万吨"]
    assert finding.sides == (("13.2万吨", ("b.txt",)), ("12.3万吨", ("a.txt", "c.txt")))


def test_a_copy_is_no_second_witness() -> None:
    paragraphs = (
        "这一年，我们把稳增长放在突出位置，一手抓项目建设，一手抓企业服务，经济运行稳中向好。",
        "一批补短板、惠民生的工程相继落成，城乡面貌焕然一新，群众的获得感明显增强。",
        "粮食产量13.2万吨。",
    )
    finding = the_finding(report(*paragraphs), report(*paragraphs), bulletin("粮食产量12.3万吨。"))
    assert dict(finding.sides) == {"13.2万吨": ("a.txt",), "12.3万吨": ("c.txt",)}


def test_a_lost_scale_word_is_proposed_as_the_cause_and_the_short_number_named() -> None:
    finding = the_finding(bulletin("整治河道面积26.9万平方米。"), report("整治河道面积26.9平方米。"))
    assert finding.suggestion is not None
    assert "26.9平方米" in finding.suggestion["zh"]
    assert "万" in finding.suggestion["zh"]
    assert finding.evidence["factor"] == "10^4"


def test_a_forecast_against_the_outcome_is_less_grave() -> None:
    plan = f"{PLAN}一、2023年计划执行情况\n预计完成粮食产量12.3万吨。\n"
    finding = the_finding(plan, bulletin("粮食产量13.2万吨。"))
    assert finding.severity is Severity.WARNING
    assert finding.suggestion is not None


# -- fingerprints -------------------------------------------------------------------------


def fingerprint(*texts: str) -> str:
    """The mark of the one finding among documents."""
    return the_finding(*texts).fingerprint


def test_a_fingerprint_outlives_edits_elsewhere_and_the_other_script_and_not_a_changed_value() -> None:
    first = fingerprint(bulletin("粮食产量12.3万吨。"), report("粮食产量13.2万吨。"))
    assert fingerprint(bulletin(*COMPANY[4:6], "粮食产量12.3万吨。"), report("粮食产量13.2万吨。")) == first
    assert (
        fingerprint(bulletin("全年粮食产量123000吨。").replace("123000", "12.3万"), report("粮食产量13.2万吨。"))
        == first
    )
    assert fingerprint(bulletin("糧食產量12.3萬噸。"), report("粮食产量13.2万吨。")) == first
    assert fingerprint(bulletin("粮食产量12.4万吨。"), report("粮食产量13.2万吨。")) != first
    assert fingerprint(bulletin("粮食产量13.2万吨。"), report("粮食产量12.3万吨。")) == first


VALUES = [rule for rule in load_rules().all if rule.kind == "disagreement"]


@pytest.mark.parametrize("rule", VALUES, ids=lambda rule: rule.id)
def test_every_rule_of_values_fires_on_its_own_examples_and_is_silent_on_the_others(rule: Rule) -> None:
    assert {e.fires for e in rule.examples} == {True, False}
    for example in rule.examples:
        rules_found = [f.rule for f in found(*example.texts)]
        assert (rule.id in rules_found) is example.fires, example.texts
        assert rules_found in ([], [rule.id])


def test_a_fall_against_a_rise_of_the_same_size_shows_its_sign() -> None:
    (finding,) = found(report("地方税收收入增长1.5%。"), bulletin("地方税收收入下降1.5%。"), select=("CC1",))
    assert "-1.5%" in finding.message["zh"]
    assert {side for side, _ in finding.sides} == {"1.5%", "-1.5%"}


@pytest.mark.parametrize(
    ("one", "other", "score", "reported"),
    [
        ("7个", "186个", "0.50", False),  # five of one thing and many of another
        ("7个", "186个", "0.90", True),
        ("7个", "16个", "0.50", True),
        ("7个", "700个", "0.50", True),  # noughts may be lost or added
        ("1.86个", "18642个", "0.50", True),  # and 万 behind a rounded number
    ],
)
def test_an_unsure_meeting_of_amounts_many_times_apart_is_one_of_two_things(
    one: str, other: str, score: str, reported: bool
) -> None:
    (met,) = linked(bulletin(f"新建村史馆{one}。"), report(f"新建村史馆{other}。"))
    assert bool(disagreements([replace(met, score=Decimal(score))])) == reported


# -- one document by itself -----------------------------------------------------------------

FILLER = "全县上下坚持稳中求进，持续优化营商环境，社会大局保持稳定，各项民生事业取得新进展。"


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ("社会消费品零售总额95.34亿元。", "社会消费品零售总额95.43亿元。", "CC101"),  # two figures changed places
        ("规模以上工业增加值增长8.7%。", "规模以上工业增加值增长7.8%。", "CC105"),
        ("社会消费品零售总额95.34亿元。", "社会消费品零售总额9534亿元。", "CC104"),  # a point was lost
        ("社会消费品零售总额95.34亿元，增长8.7%。", "社会消费品零售总额97.21亿元，增长8.7%。", "CC101"),
        ("社会消费品零售总额95.34亿元，增长8.7%。", "社会消费品零售总额95.34亿元，增长6.2%。", "CC105"),
        ("社会消费品零售总额95.34亿元。", "社会消费品零售总额61.28亿元。", "CC108"),  # likely of two things
        ("社会消费品零售总额95.34亿元，增长8.7%。", "社会消费品零售总额61.28亿元，增长6.2%。", "CC108"),
        ("社会消费品零售总额95.34亿元，增长8%。", "社会消费品零售总额97.21亿元，增长8%。", "CC108"),  # too round
        ("规模以上工业增加值增长8.7%。", "规模以上工业增加值增长6.2%。", "CC108"),
    ],
)
def test_two_values_in_one_document_need_something_that_shows_they_are_of_one_thing(
    first: str, second: str, rule: str
) -> None:
    text = bulletin(f"全县{first}", FILLER, f"全县{second}")
    assert {f.rule for f in found(text)} == {rule}  # CC108 is information, and asked for alone
