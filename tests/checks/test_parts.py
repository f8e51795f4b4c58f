"""Totals against the lists of their parts."""

import pytest

from consistency.model import Claim, Finding, Severity
from tests.domain import bulletin, found, report

LISTS = ("CC201", "CC202", "CC203", "CC204")


def seen(*paragraphs: str) -> list[str]:
    return [f.rule for f in found(bulletin(*paragraphs), select=LISTS)]


def the_finding(*paragraphs: str) -> Finding:
    (only,) = found(bulletin(*paragraphs), select=LISTS)
    return only


@pytest.mark.parametrize(
    ("paragraph", "rule"),
    [
        ("全年获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。", "CC201"),
        ("全年获得奖牌95枚，其中金牌31枚、银牌28枚、铜牌26枚。", "CC201"),
        ("全市共有保险公司41家，其中：人身险23家，财产险17家。", "CC201"),
        ("全年进出口总额72.4亿元，其中出口41.1亿元，进口21.0亿元。", "CC201"),
        ("全县共设置指标21项，包括核心指标8项、其他指标15项。", "CC201"),
        ("全年实施项目230个，其中，新建项目48个，续建项目84个，前期项目198个。", "CC201"),
        ("社会保险基金收入131.5亿元。其中，保险费收入70.2亿元，利息收入0.7亿元，其他收入21.5亿元。", "CC201"),
        ("全年粮食产量31.5万吨。其中，夏粮产量14.2万吨；秋粮产量19.7万吨。", "CC201"),
        ("全年发行政府债券168.2亿元，其中新增债券96.4亿元，再融资债券91.8亿元。", "CC201"),
        ("投入衔接资金22.6亿元，其中中央8.3亿元、省级5.2亿元、市级3.6亿元、县级8.5亿元。", "CC201"),
        ("基本医疗保险参保66.3万人，其中职工医保14.8万人，居民医保54.7万人。", "CC201"),
        ("职工医保基金收入6.2亿元（统筹基金4.1亿元，个人账户2.4亿元）。", "CC201"),
        ("全年货运量3.21亿吨，增长6.3%。其中，公路货运量2.98亿吨，增长6.5%；铁路货运量0.51亿吨。", "CC201"),
        ("年末实有经营主体52.6万户，其中企业13.2万户，个体工商户33.9万户，农民专业合作社0.5万户。", "CC201"),
        (
            "用电量98亿千瓦时，其中第一产业2亿千瓦时，第二产业60亿千瓦时，第三产业20亿千瓦时，居民用电19亿千瓦时。",
            "CC201",
        ),
        ("完成房地产开发投资7.2亿元，其中住宅投资41.6亿元。", "CC202"),
        ("拥有各类学校38所，其中小学47所。", "CC202"),
        ("年末拥有学校412所，其中，幼儿园218所，小学136所，初中47所，高中17所。", "CC203"),
        ("投入资金2.14亿元，其中中央资金1.06亿元、省级资金0.51亿元、市县资金0.75亿元。", "CC203"),
        ("全社会用电量352.4亿千瓦时，其中工业用电量198.3亿千瓦时，居民用电量147.6亿千瓦时。", "CC204"),
    ],
)
def test_a_list_that_does_not_come_out_is_reported_by_one_rule(paragraph: str, rule: str) -> None:
    assert seen(paragraph) == [rule]


@pytest.mark.parametrize(
    "paragraph",
    [
        "全年获得奖牌85枚。其中，金牌31枚，银牌28枚，铜牌26枚。",
        "全年粮食产量31.5万吨。其中，夏粮产量14.2万吨；秋粮产量17.4万吨。",  # each rounded by itself
        "用电量98亿千瓦时，其中第一产业2亿千瓦时，第二产业60亿千瓦时，第三产业20亿千瓦时。",  # and households
        "投入衔接资金22.6亿元，其中中央8.3亿元、省级5.2亿元。",
        "全年新登记经营主体6.2万户，其中企业1.8万户，个体工商户4.3万户。",
        "完成房地产开发投资72.4亿元，其中住宅投资41.6亿元。",  # one part of several
        "全体居民人均可支配收入32150元。其中，城镇居民人均可支配收入41280元，农村居民人均可支配收入24390元。",
        "全年进出口总额超760亿元，其中出口额390亿元，进口额395亿元。",  # more than 760 is said
        "民用车辆保有量85.4万辆。其中：汽车52.7万辆，私人汽车49.8万辆。",  # one inside the other
        "获省级以上技术中心154个，其中国家级17个；工程实验室423个，其中国家级6个。",  # the second has its own total
        "政府债务余额17.8亿元，其中：一般债务余额3.6亿元，专项债务余额14.2亿元；市级债务余额5.9亿元，县区债务余额11.9亿元。",
        "拟安排项目240个。其中，续建和新建项目83个、前期项目76个。",  # one part that is two members
        "全年进出口总额72.4亿元，其中机电产品出口41.1亿元，粮食进口3.0亿元。",  # not all exports, not all imports
        "土地基金收入4.35亿元，短收1.65亿元。其中，国有土地使用权出让收入3.92亿元。",  # of what came in
        "政府债务余额17.8亿元，其中专项债务余额14.2亿元，低于政府债务限额18.3亿元。",  # and no part of it
        "全市共有医院38家，床位5200张，其中公立医院床位4100张。",
        "年末存款余额402.6亿元，比年初增加35.1亿元。其中：住户存款余额318.4亿元，比年初增加29.7亿元。",
    ],
)
def test_what_comes_out_or_claims_nothing_is_not_reported(paragraph: str) -> None:
    assert seen(paragraph) == []


def test_the_message_tells_total_parts_and_sum_in_the_unit_of_the_total() -> None:
    finding = the_finding("全年进出口总额72.4亿元，其中出口411000万元，进口21.0亿元。")
    assert finding.message["zh"] == "进出口总额（2023）：总数写为 72.4亿元，分项 411000万元 + 21.0亿元 合计 62.1亿元"
    assert finding.message["en"].endswith("told as 72.4亿元, its parts 411000万元 + 21.0亿元 make 62.1亿元")
    assert [c.mention.words for c in finding.claims if isinstance(c, Claim)] == ["72.4亿元", "411000万元", "21.0亿元"]
    assert (finding.severity, finding.verdict.value) == (Severity.WARNING, "conflict")  # few natural ones were judged


def test_a_slip_that_fits_one_number_alone_is_proposed() -> None:
    finding = the_finding("全年获得奖牌85枚。其中，金牌31枚，银牌280枚，铜牌26枚。")
    assert finding.suggestion is not None
    assert finding.suggestion["zh"].startswith("“280枚”若为28枚则相符；小数点或数量级可能写错")


def test_where_several_numbers_could_have_slipped_none_is_proposed() -> None:
    assert the_finding("全年获得奖牌914枚。其中，金牌305枚，银牌318枚，铜牌298枚。").suggestion is None


def test_a_copy_of_a_document_adds_places_and_no_finding() -> None:
    text = "全年获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。"
    (finding,) = found(bulletin(text), report(text), select=LISTS)
    assert len(finding.claims) == 8


def test_the_places_are_those_of_the_text_as_read() -> None:
    text = bulletin("全年獲得獎(jiǎng)牌９５枚。其中，金牌３１枚，銀牌２８枚，銅牌２６枚。")
    (finding,) = found(text, select=LISTS)
    assert [c.span.of(text)[-3:] for c in finding.claims] == ["９５枚", "３１枚", "２８枚", "２６枚"]
