"""One problem, one finding."""

from consistency.checks.one_problem import rules_of
from tests.domain import bulletin, found, report

ALL = ("CC1", "CC2")


def test_a_wrong_total_is_one_finding_however_many_rules_see_it() -> None:
    text = bulletin(
        "全年地区生产总值350.0亿元。其中，第一产业增加值30.0亿元；第二产业增加值130.0亿元；第三产业增加值160.0亿元。",
        "年末常住人口40.0万人，人均地区生产总值80000元。",
        "全社会研发投入9.6亿元，研发投入强度3.00%。",
    )
    (finding,) = found(text, select=ALL)
    assert finding.rule == "CC201"
    assert rules_of(finding) == ("CC201", "CC205", "CC206")
    assert len(finding.claims) == 8


def test_two_wrong_ratios_of_one_right_total_are_two_findings() -> None:
    text = bulletin(
        "全年地区生产总值320.0亿元。",
        "年末常住人口40.0万人，人均地区生产总值90000元。",
        "全社会研发投入9.6亿元，研发投入强度2.1%。",
    )
    assert [f.rule for f in found(text, select=ALL)] == ["CC206", "CC206"]


def test_a_sum_that_fails_over_a_number_standing_alone_is_evidence_against_that_number() -> None:
    wrong = bulletin("全年获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。", "图书馆藏书68.5万册。")
    (finding,) = found(wrong, report("全年获得奖牌85枚。", "改造老旧小区37个。"), select=ALL)
    assert finding.rule == "CC101"
    assert finding.evidence["also"] == "CC201"
    assert len(finding.claims) == 5


def test_a_sum_over_a_number_that_others_confirm_is_a_problem_of_its_own() -> None:
    listed = bulletin("全年获得奖牌85枚。其中，金牌31枚，银牌28枚，铜牌36枚。", "图书馆藏书68.5万册。")
    same = report("全年获得奖牌85枚。", "改造老旧小区37个。")
    other = report("全年获得奖牌58枚。", "森林覆盖率51.3%。")
    assert sorted(f.rule for f in found(listed, same, other, select=ALL)) == ["CC101", "CC201"]


def test_rules_that_are_not_chosen_lend_no_evidence() -> None:
    wrong = bulletin("全年获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。", "图书馆藏书68.5万册。")
    right = report("全年获得奖牌85枚。", "改造老旧小区37个。")
    assert [f.rule for f in found(wrong, right, select=("CC2",))] == ["CC201"]
    (finding,) = found(wrong, right, select=("CC1",))
    assert "also" not in finding.evidence


def test_a_lost_scale_word_explains_the_disagreement_it_causes() -> None:
    shared = "修复桥梁35座，新建公厕12座，建成停车场49个，惠及群众3200户。"
    lost, whole = report(f"全年整治路面18.6m2、{shared}"), report(f"全年整治路面18.6万m2、{shared}")
    (finding,) = found(lost, whole, select=("CC1", "CC3", "CC4"))
    assert finding.rule == "CC104"
    assert rules_of(finding) == ("CC104", "CC306")
    assert len(finding.claims) == 2


def test_a_lost_scale_word_is_told_by_its_own_rule_where_the_disagreement_is_not_chosen() -> None:
    shared = "修复桥梁35座，新建公厕12座，建成停车场49个，惠及群众3200户。"
    lost, whole = report(f"全年整治路面18.6m2、{shared}"), report(f"全年整治路面18.6万m2、{shared}")
    assert [f.rule for f in found(lost, whole, select=("CC3",))] == ["CC306"]
