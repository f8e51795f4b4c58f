"""Number words that sum up a list."""

import pytest

from consistency.extract.relations.announced import announced
from tests.domain import found, report


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("扎实推进产业园区、乡村道路、城市管网、智慧水务三大工程。", True),
        ("扎实推进产业园区、乡村道路、城市管网三大工程。", False),
        ("扎实推进产业园区、乡村道路三大工程。", False),  # two pieces are no parallel list
        ("扎实推进产业园区、乡村道路这三大工程。", True),
        ("完成苗木补种、渠道清淤、机井维修、农路修补这三项任务。", True),
        ("完成苗木补种、渠道清淤、机井维修这三项任务。", False),
        ("台账分在建、停建、缓建、拟建共三类管理。", True),
        ("抓好云河南岸绿道和湿地、老街、青山水厂、货运新站等三项工程。", True),
        ("深化清单式的监督、考核、问责、公开“三项制度”。", True),
        ("围绕“就业增收、公共服务、安全稳定、文化惠民”三个方面抓落实。", True),
        ("工作分三个方面，分别是选苗、育苗、栽苗、管护。", True),
        ("抓好四大工程：产业园区、乡村道路，以及配套设施。", False),
        ("查处虚报冒领、截留挪用、公款私存“四类”违法行为。", False),
        ("推进数字种业“十大工程”、智慧农机“八大行动”。", False),
        ("落实五项制度、三色管理、台账销号、定期通报三项要求。", False),
        ("提高城乡低保、孤儿养育、残疾人“两项补贴”标准。", False),
        ("提高城乡低保、孤儿养育、残疾人两项补贴标准。", False),
        ("举办马拉松、自行车、公路赛、铁人三项赛。", False),
        ("学习贯彻、宣传阐释、党的二十大精神。", False),
        ("完成办事大厅、村部院落、文化小院、卫生服务十二项改造。", False),
        ("抓好干部作风、廉政教育、会风文风、中央八项规定。", False),
        ("设在行政、事业、企业、社团其他三类单位。", False),
        ("完善公交、地铁、铁路、公共三大网络。", True),
        ("完善轨道、公交、公共两大网络。", False),
        ("加强党建引领、规范村务公开、开展三项整治。", False),
        ("扎实推进产业园区、乡村道路等三大工程。", False),
        ("扎实推进产业园区、乡村道路、城市管网、智慧水务等三大工程。", True),
        ("构建金融机构、政府组织和基层网点三方联动。", False),
        ("围绕“就业增收、公共服务、安全稳定”三个方面抓落实。", False),
        ("深化“五个坚持”、着力推进“七大攻坚”。", False),
        ("古城遗址、王庄遗址入选全国十大考古发现。", False),
        ("提高城乡低保、孤儿养育和残疾人“两项补贴”标准。", False),
        ("新建幼儿园、中小学15所。", False),
        ("引进甲公司、乙公司、丙公司等2家企业。", True),
        ("引进甲公司、乙公司等12家企业。", False),
        ("抓好三大工程：产业园区、乡村道路。", True),
        ("抓好三大工程：产业园区、乡村道路、城市管网。", False),
        ("抓好产业、就业两手抓。", False),
        ("取得存款、贷款、税收“3个全市第一”。", False),
        ("取得存款、贷款、税收“4个全市第一”。", True),
        ("做好科技金融、绿色金融、养老金融“3篇大文章”。", False),
    ],
)
def test_a_number_word_goes_with_its_list(text: str, reported: bool) -> None:
    assert bool(found(report(text), select=("CC223",))) == reported


def test_the_place_is_list_and_number_word() -> None:
    text = report("扎实推进产业园区、乡村道路、城市管网、智慧水务三大工程。")
    (finding,) = found(text, select=("CC223",))
    assert finding.claims[0].span.of(text) == "扎实推进产业园区、乡村道路、城市管网、智慧水务三大"
    assert finding.message["zh"].startswith("“三大”与所列举的 4 个不符")


def test_joints_leave_the_number_of_things_open() -> None:
    (told,) = announced("推进产业园区、乡村道路和管网、智慧水务等三大工程。")
    assert (told.least, told.most, told.number) == (3, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "引进甲公司、乙公司、丙公司等12家企业",
        "完成选苗、育苗、栽苗这三项任务",
        "深化监督、考核、问责“三项制度”",
        "抓好三大工程:选苗、育苗、栽苗。",
        "“选苗、育苗、栽苗”三个方面",
        "推进产业园区、乡村道路、城市管网三大工程",
    ],
)
def test_each_way_to_sum_up_a_list_is_read(text: str) -> None:
    (told,) = announced(text)
    assert (told.least, told.most) == (3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "落实八项规定",
        "甲类、乙类“四类”行为",
        "着力选苗、推进七大攻坚",
        "村镇规划、乡村道路三大工程",
        "新建幼儿园、中小学15所",
    ],
)
def test_a_number_in_a_name_sums_up_nothing(text: str) -> None:
    assert list(announced(text)) == []


def test_a_numeral_further_off_than_a_slip_counts_something_else() -> None:
    assert found(report("引进甲公司、乙公司、丙公司、丁公司等2家企业。"), select=("CC223",)) == ()
