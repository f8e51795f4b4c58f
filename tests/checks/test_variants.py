"""Findings of names, stages and scopes: who stands alone, how grave it is, what is told once."""

from consistency.checks import variants
from consistency.model import Severity
from tests.checks.text_rules import found, text_rules

FACTS = (
    "新建公厕12座，建成停车场57个，修复桥梁35座，惠及群众3200户，新增车位2418个。",
    "全年建成停车场57个，惠及群众3200户。新增车位2418个，修复桥梁35座，新建公厕12座。",
    "群众得到实惠：新增车位2418个、停车场57个，新公厕12座，修桥35座，3200户受益。",
)
TITLES = ("青山县2023年工作总结", "青山县人民政府2023年政府工作报告完成情况", "青山县2023年大事记")


def siblings(*texts: str) -> list[str]:
    """Documents that tell of the same things in words of their own."""
    return [f"{t}\n{text}\n{fact}\n" for t, text, fact in zip(TITLES, texts, FACTS, strict=False)]


def test_every_kind_of_variant_belongs_to_one_rule() -> None:
    told = [kind for r in text_rules() if r.kind == "variant" for kind in r.params["kinds"]]
    assert sorted(told) == sorted(variants.KINDS)


def test_the_name_that_stands_alone_comes_first_with_all_places_of_the_other() -> None:
    right = "创成国家森林防火预警监测试点示范县。"
    (finding,) = found(*siblings("创成国家森林防火预惊监测试点示范县。", right, right))
    assert (finding.rule, finding.severity) == ("CC401", Severity.WARNING)
    assert [c.document for c in finding.claims] == ["0.txt", "1.txt", "2.txt"]
    assert [len(paths) for _, paths in finding.sides] == [1, 2]
    assert finding.suggestion is not None
    assert "预警" in finding.suggestion["zh"]


def test_an_institution_that_two_sources_call_otherwise_is_an_error() -> None:
    right = "加快推动农商银行及青山银行网贷中心落地。"
    (finding,) = found(*siblings("加快推动农工银行及青山银行网贷中心落地。", right, right))
    assert finding.severity is Severity.ERROR
    (alone,) = found(*siblings("加快推动农工银行及青山银行网贷中心落地。", right))
    assert alone.severity is Severity.WARNING
    assert alone.suggestion is None  # one against one: nobody can say


def test_a_reprint_adds_no_weight() -> None:
    wrong, right, _ = siblings(
        "加快推动农工银行及青山银行网贷中心落地。", "加快推动农商银行及青山银行网贷中心落地。", ""
    )
    (finding,) = found(wrong, right, right)
    assert finding.severity is Severity.WARNING
    assert finding.suggestion is None


def test_numbers_that_rules_on_values_have_judged_are_not_told_twice() -> None:
    one, other = siblings(
        "全县规模以上工业企业实现总产值同比增长8.5%，好于预期。",
        "全县规模以上工业企业实现总产值同比增长5.8%，好于预期。",
    )
    assert [f for f in found(one, other) if f.rule == "CC407"] == []


def test_a_number_of_another_thing_is_no_other_number_of_this() -> None:
    both = "全县一般公共预算收入完成75.4亿元，同口径增长7%；县本级一般公共预算收入完成32.7亿元，增长3%。"
    whole = "全县粮食丰收，全县一般公共预算收入完成75.4亿元，同口径增长7%。"
    assert [f for f in found(*siblings(both, whole)) if f.rule == "CC407"] == []


def test_two_yearly_reports_named_in_passing_are_two() -> None:
    one, other = siblings(
        "《青山县2023年国民经济和社会发展计划》已经县人大会议审议通过。",
        "《青山县2024年国民经济和社会发展计划》已经县人大会议审议通过。",
    )
    assert [f for f in found(one, other) if f.rule == "CC407"] == []


def test_alternatives_are_information() -> None:
    one, other = siblings("围绕数字青山“2468”整体构架推进改革。", "围绕数字青山“2468”总体构架推进改革。")
    (finding,) = found(one, other)
    assert (finding.rule, finding.severity) == ("CC406", Severity.INFO)


def test_the_fingerprint_does_not_depend_on_who_comes_first() -> None:
    one, other = siblings("启动改造80处农村供水管网设施。", "完成80处农村供水管网设施改造。")
    (first,), (second,) = found(one, other), found(other, one)
    assert first.rule == second.rule == "CC402"
    assert first.fingerprint == second.fingerprint
