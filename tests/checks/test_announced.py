"""Number words that sum up a list."""

import pytest

from consistency.checks.announced import announced
from tests.domain import found, report


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("扎实推进产业园区、乡村道路、城市管网、智慧水务三大工程。", True),
        ("扎实推进产业园区、乡村道路、城市管网三大工程。", False),
        ("扎实推进产业园区、乡村道路三大工程。", True),
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
    (told,) = announced("推进产业园区、乡村道路和管网、智慧水务三大工程。")
    assert (told.least, told.most, told.number) == (3, 4, 3)
