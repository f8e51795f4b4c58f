"""Documents that copy each other are one witness."""

import opencc

from consistency.reprints import families, independent
from consistency.text.page import page_of
from tests.domain import COMPANY, bulletin, report

OWN = report(
    "这一年，我们把稳增长放在突出位置，一手抓项目建设，一手抓企业服务，经济运行稳中向好。",
    "一批补短板、惠民生的工程相继落成，城乡面貌焕然一新，群众的获得感明显增强。",
    "我们坚持生态优先，持续打好蓝天碧水净土保卫战，河流断面水质稳定达标。",
    "改革开放不断深化，营商环境持续优化，市场主体活力竞相迸发。",
)
OTHER = report(
    "农业方面，围绕粮食安全，推广优良品种，建设高标准农田，农民增产又增收。",
    "工业方面，传统产业改造升级步伐加快，新兴产业加速集聚，园区承载能力提升。",
    "旅游方面，举办山地马拉松和民俗文化节，乡村民宿一房难求，假日市场红火。",
    "教育方面，新建学校投入使用，课后服务实现全覆盖，办学条件进一步改善。",
)


def test_a_copy_belongs_to_the_family_of_the_first() -> None:
    assert families({"a": OWN, "b": OTHER, "c": OWN}) == {"a": "a", "b": "b", "c": "a"}


def test_a_copy_in_the_other_script_or_with_a_frame_around_it_is_a_copy() -> None:
    page = f"首页 政务公开\n当前位置：首页\n{OWN}\n扫一扫在手机打开当前页\n"
    found = families({"a": OWN, "b": page_of(opencc.OpenCC("s2t").convert(OWN)).text, "c": page, "d": OTHER})
    assert found == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_an_excerpt_is_a_copy_of_what_it_was_taken_from() -> None:
    part = "\n".join(OWN.splitlines()[1:3])
    assert families({"whole": OWN, "part": part}) == {"whole": "part", "part": "part"}


def test_the_same_facts_in_other_words_are_a_witness_of_their_own() -> None:
    assert families({"a": bulletin(*COMPANY[:4]), "b": OTHER})["b"] == "b"


def test_the_order_in_which_documents_come_has_no_say() -> None:
    texts = {"a": OWN, "b": OTHER, "c": OWN, "d": OTHER}
    assert families(dict(reversed(texts.items()))) == families(texts)


def test_texts_too_short_to_compare_are_each_on_their_own() -> None:
    assert families({"a": "", "b": "", "c": "粮食"}) == {"a": "a", "b": "b", "c": "c"}


def test_a_family_counts_once() -> None:
    family = {"a": "a", "b": "a", "c": "c"}
    assert independent(["c", "b", "a", "a"], family) == ("a", "c")
    assert independent(["b"], family) == ("b",)
    assert independent([], family) == ()
