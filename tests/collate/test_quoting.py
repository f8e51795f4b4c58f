"""What is shown of a variant ends where words end, and its quotation marks stand in pairs."""

import pytest

from consistency.collate.quoting import quoted, whole_words
from consistency.collate.stream import stream
from consistency.model import Document
from tests.collate.passages import the_variant


def shown(text: str, part: str) -> str:
    """What is shown where `part` of a text is to be seen."""
    document = stream(Document("a.txt", text))
    start = next(n for n, at in enumerate(document.starts) if at == text.index(part))
    end = next(n for n, at in enumerate(document.ends, 1) if at == text.index(part) + len(part))
    words, span = quoted(document, *whole_words(document, start, end))
    assert span.of(text) == words
    return words


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("推动青山银行及白水银行落地。", "行及白水银", "银行及白水银行"),
        ("全面融入数字乡村总体规划。", "入数字乡村总体规", "融入数字乡村总体规划"),
        ("新增企业3家，人民生活改善。", "人民生", "人民生活"),  # a mark is not crossed
        ("创成“和美村庄”称号。", "创成“和美村庄", "创成“和美村庄”"),
        ("按照“两清一建”要求推进。", "两清一建”要求", "“两清一建”要求"),
        ("评为“‘新风’家庭”。", "新风’家", "‘新风’家庭"),
    ],
)
def test_words_and_quotations_are_whole(text: str, part: str, whole: str) -> None:
    assert shown(text, part) == whole


def test_a_stretch_grows_by_a_few_characters_only() -> None:
    text = "人民生活水平提高工作进展情况报告会议精神"
    assert len(shown(text, "生活")) <= 2 + 2 * 4


def test_the_two_forms_of_a_name_end_with_a_word() -> None:
    variant = the_variant("加快推进农工银行及青山银行网贷点落地。", "加快推进农商银行及青山银行小微贷款点落地。")
    assert {variant.form, variant.other} == {"加快推进农工银行及青山银行", "加快推进农商银行及青山银行"}


def test_free_choices_begin_with_a_word() -> None:
    variant = the_variant("主动融入数字青山“2468”总体构架，推进改革。", "紧紧围绕数字青山“2468”整体构架，推进改革。")
    assert {variant.form, variant.other} == {"融入数字青山“2468”总体构架", "围绕数字青山“2468”整体构架"}
