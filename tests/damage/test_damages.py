"""Every sort of damage within one document: what is found, where, and what is left alone."""

from pathlib import Path

import opencc
import pytest

from consistency.damage import FINDERS, damages, masked
from consistency.model import Damage, Document

BODY = (
    "全年经济运行总体平稳，主要指标好于预期。"
    "全县上下团结一心，克服了不少困难，重点项目建设加快推进，一批民生实事落地见效，"
)
CLEAN = ("luoyang-2025", "yiyang-2025", "henan-gwr")


def found(text: str) -> list[tuple[str, str]]:
    """The kinds of damage in a text, each with the text it covers."""
    return [(d.kind, d.span.of(text)) for d in damages(Document("a.txt", text))]


def kinds(text: str) -> list[str]:
    """The kinds of damage in a text."""
    return [kind for kind, _ in found(text)]


def the_damage(text: str) -> Damage:
    """The one damage of a text."""
    (only,) = damages(Document("a.txt", text))
    return only


@pytest.mark.parametrize(
    ("text", "kind", "shown", "proposal"),
    [
        ("观众人次、票房收入分别增长64%107%。", "figures_run_together", "64%107%", "64%、107%"),
        ("三项指标分别为7%8.5%9%。", "figures_run_together", "7%8.5%9%", "7%、8.5%、9%"),
        ("两个项目分别投资12.5亿元13.6亿元。", "figures_run_together", "12.5亿元13.6亿元", "12.5亿元、13.6亿元"),
        ("全年累计交付住房?362套。", "eaten_digit", "?362套", ""),
        ("全年新增就\ufffd人数超过预期。", "unknown_character", "\ufffd", ""),
        ("着力解决有效?求不足的问题。", "question_in_word", "效?求", ""),
        ("他们说锟斤拷锟斤拷。", "mojibake", "锟斤拷锟斤拷", ""),
        ("他們說錕斤拷。", "mojibake", "錕斤拷", ""),
        ("标题：ÖÐ¹úÈËÃñ。", "mojibake", "ÖÐ¹úÈËÃñ", "中国人民"),
        ("全年修补路面37.4m2、修复桥梁35座。", "small_area", "全年修补路面37.4m2", "37.4万m2"),
        ("工作进度大缩短了工期。", "halved_word", "大缩短了", "大大缩短了"),
        ("群众的的获得感明显增强。", "doubled_word", "群众的的获得", ""),
        ("获评奖项38新增场地若干处。", "unit_missing", "奖项38", ""),
    ],
)
def test_damage_is_found_where_it_is(text: str, kind: str, shown: str, proposal: str) -> None:
    damage = the_damage(text)
    assert (damage.kind, damage.span.of(text), damage.proposal) == (kind, shown, proposal)


@pytest.mark.parametrize(
    "text",
    [
        "观众人次、票房收入分别增长64%、107%。",
        "100%50%以上",  # the second is not far from the first, but see below: it is damage
        "全年交付住房多少套?362套。",
        "怎样看待当前形势?全县经济稳中有进。",
        "人均公园绿地面积12.6平方米。",
        "新建一间展厅，建筑面积60平方米。",
        "修补路面37.4万m2。",
        "修补路面3740平方米。",
        "达到了工作目的的要求，为了了解情况。",
        "工作进度大大缩短了工期，扩大提升了产能。",
        "旧厂房1937项目即将开放，820文创园落地。",
        "推广智慧停车应用(app)。",
        "2023年12月5日，第3届大会召开。",
        "5年3个月零2天。",
    ],
)
def test_clean_text_is_left_alone(text: str) -> None:
    expected = ["figures_run_together"] if text.startswith("100%") else []
    assert kinds(text) == expected


def test_a_count_at_the_end_of_a_line_needs_the_unit_its_siblings_have() -> None:
    line = "加快补齐粮食仓储短板，全年新建农村粮库14座、改造基层粮站25座、建成大型烘干中心2"
    damage = the_damage(line + "\n\n农业生产形势良好。\n")
    assert (damage.kind, damage.proposal) == ("unit_missing", "2座")
    assert kinds(line + "\n座，农业生产形势良好。\n") == []  # the text is wrapped
    assert kinds(line + "座\n") == []
    assert kinds("加快补齐粮食仓储短板，进一步提高为农服务水平，有关项目的主要内容见附件2\n") == []


def test_a_headline_in_a_paragraph_is_shown_with_both_ends() -> None:
    text = BODY + "群众的获得\n在建设幸福家园上下功夫\n感明显增强。社会大局保持稳定。\n"
    damage = the_damage(text)
    assert damage.kind == "cut_sentence"
    assert damage.span.of(text).endswith("群众的获得")
    assert [span.of(text) for span in damage.also] == ["在建设幸福家园上下功夫", "感明显增强。社会大局保持稳定。"]
    assert kinds(BODY + "群众更加满意。\n在建设幸福家园上下功夫\n社会大局保持稳定。\n") == []


def test_a_text_that_ends_all_its_paragraphs_without_a_mark_is_not_cut() -> None:
    assert kinds("\n".join(BODY + "群众的获得感明显增强" for _ in range(4))) == []


def test_pinyin_is_told_once_and_counted() -> None:
    damage = the_damage("全縣地區(qū)生產(chǎn)總值穩(wěn)步增長。" * 30)
    assert (damage.kind, damage.count, damage.certainty) == ("pinyin_residue", 90, "sure")


def test_page_furniture_is_told_once_with_all_its_lines() -> None:
    text = "您的当前位置: 首页>政务公开\n语音播报\n工作总结\n全年经济平稳。\n扫一扫在手机打开当前页\n"
    damage = the_damage(text)
    assert damage.kind == "page_furniture"
    assert [s.of(text) for s in (damage.span, *damage.also)] == [
        "您的当前位置: 首页>政务公开",
        "语音播报",
        "扫一扫在手机打开当前页",
    ]
    assert kinds("政务新媒体影响力提升。\n全年经济平稳。\n") == []


def test_a_split_title_is_known_to_those_who_inspect() -> None:
    damage = the_damage("关于青山县2023年国民经济和社会发展\n计划执行情况的报告\n各位代表：\n")
    assert (damage.kind, damage.proposal) == ("split_title", "关于青山县2023年国民经济和社会发展计划执行情况的报告")


def test_spans_lie_in_the_text_as_read() -> None:
    text = "全縣地區(qū)生產(chǎn)總值增長，觀眾、票房分別增長６４％107%。"
    damage = next(d for d in damages(Document("a.txt", text)) if d.kind == "figures_run_together")
    assert damage.span.of(text) == "６４％107%"


def test_a_doubled_mark_at_the_end_is_shown_no_further() -> None:
    text = "粮食产量12万吨。。"
    assert the_damage(text).span.end == len(text)


def test_only_places_where_figures_suffer_are_kept_from_comparison() -> None:
    text = "全年交付住房?362套，观众、票房分别增长64%107%，修补路面37.4m2。"
    assert [span.of(text) for span in masked(damages(Document("a.txt", text)))] == ["?362套"]


def test_damage_is_short_and_in_order() -> None:
    text = "全年修补路面37.4m2。" + "好" * 400 + "\ufffd" * 300 + "，分别增长64%107%。"
    listed = damages(Document("a.txt", text))
    assert list(listed) == sorted(listed)
    assert all(0 < d.span.end - d.span.start <= 160 for d in listed)
    assert len(FINDERS) == len(set(FINDERS))


@pytest.mark.parametrize("script", ["", "s2t", "s2tw", "s2hk"])
def test_clean_documents_bring_no_damage(shared: Path, script: str) -> None:
    paths = sorted(path for folder in CLEAN for path in (shared / "corpora" / folder).glob("*.txt"))
    assert len(paths) == 7
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if script:
            text = opencc.OpenCC(script).convert(text)
        assert found(text) == [], path.name
