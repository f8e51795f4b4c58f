"""Pinyin left in a text by a conversion tool is found; a remark in brackets is not taken for it."""

import pytest

from consistency.normalise.pinyin import residue


def cut(text: str) -> str:
    """The text without its residue."""
    for start, end in reversed(residue(text)):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("區(qū)", "區"),
        ("區（qū）", "區"),
        ("生產(chǎn)總值", "生產總值"),
        ("協(xié)調(diào)發(fā)展", "協調發展"),
        ("綠(lǜ)色", "綠色"),
        ("戰(zhàn)略、女(nǚ)性", "戰略、女性"),
        ("應(yīng)用", "應用"),
        ("全區(qū)地區(qū)生產(chǎn)總值", "全區地區生產總值"),
    ],
)
def test_a_syllable_with_its_tone_after_a_character_is_residue(written: str, meant: str) -> None:
    assert cut(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "应用(app)上线",
        "地区生产总值(GDP)",
        "居民消费价格(CPI)上涨",
        "研究（R&D）经费",
        "增加值(亿元)",
        "第三(含并列)",
        "增长(6.2%)",
        "(qū)在行首",
        "A(ā)",
        "区 (qū)",
        "空括号()",
    ],
)
def test_a_remark_is_no_residue(text: str) -> None:
    assert residue(text) == []


def test_each_place_is_told_in_order() -> None:
    text = "江區(qū)與區(qū)"
    assert [text[start:end] for start, end in residue(text)] == ["(qū)", "(qū)"]
    assert residue(text) == sorted(residue(text))


HURT = (
    "全縣(xian)(xian)經(jing)濟(ji)運(yun)行平穩(wen)，糧(liang)食(shi)產(chan)量增(zeng)長(chang)，"
    "農(nong)業(ye)(ye)(ye)投資(zi)擴大。"
)
SOUND = "应用(app)上线，网站(web)改版，热线(he)开通，系统(men)升级。"


def test_syllables_without_tone_marks_are_residue_where_a_text_is_full_of_them() -> None:
    assert cut(HURT) == "全縣經濟運行平穩，糧食產量增長，農業投資擴大。"
    assert cut(SOUND) == SOUND
    assert cut(HURT + "应用(app)上线。").endswith("应用(app)上线。")
