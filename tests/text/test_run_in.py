"""Headings that a copy has run into the text below them give the same claims as headings on lines of their own."""

import pytest

from consistency.model import Document
from consistency.normalise import fold
from consistency.text.blocks import blocks
from consistency.text.lines import lines
from tests.domain import extractor

TITLE = "青石市2024年预算执行情况和2025年预算草案的报告\n"


def shape(text: str) -> list[str]:
    """The lines that a text is taken to have."""
    return [line.text for line in lines(fold(text).text)]


@pytest.mark.parametrize(
    "apart",
    [
        ["一、财政收支情况", "2024年，全市财政收入完成62.5亿元，增长4.1%。"],
        ["(二)债务管理情况", "全市政府债务余额118.4亿元。"],
        ["（三）重点工作完成情况", "一是稳投资。固定资产投资增长5.2%。"],
        ["3．下一步工作安排", "2025年，全市安排民生支出9.6亿元。"],
        ["2.城乡居民医疗保险", "2025年全市城乡居民医疗保险参保人数41万人。"],
        ["（1）区级粮食储备情况", "区级粮食储备3.2万吨。"],
        ["1.交通运输", "（1）全市公路建设情况", "2024年全市公路里程达到812公里。"],
        ["二、教育事业", "（一）学前教育。全市幼儿园达到214所。"],
        ["(四)信访工作形势", " 今年以来，全市信访总量下降11.5%。"],
    ],
    ids=lambda apart: apart[0],
)
def test_a_heading_run_into_its_text_is_a_heading(apart: list[str]) -> None:
    run_in = extractor().read(Document("a.txt", TITLE + "".join(apart) + "\n"))
    on_lines = extractor().read(Document("a.txt", TITLE + "\n".join(apart) + "\n"))
    assert on_lines.claims
    assert [(c.key, c.quantity.base_value) for c in run_in.claims] == [
        (c.key, c.quantity.base_value) for c in on_lines.claims
    ]
    assert shape("".join(apart)) == [shape(line)[0] for line in apart]


@pytest.mark.parametrize(
    "line",
    [
        "1.统筹安排全市产业资金2.6亿元。",
        "（一）按照要求2024年完成改造310户。",
        "2.投资情况良好，全年完成47.3亿元。",
        "（二）交通枢纽(一)期工程投资8.4亿元。",
        "3.2024年全市新增就业1.2万人。",
        "全市税收情况2024年全市税收完成21亿元。",  # without a number, nothing says that it is a heading
        "4.推动人民满意、人民受益，新增学位1200个。",
        "(三)安排2024年全市重点项目86个。",
    ],
)
def test_a_sentence_that_only_begins_with_a_number_is_left_whole(line: str) -> None:
    assert len(shape(line)) == 1


def test_lines_cut_apart_cover_the_text_they_were_cut_from() -> None:
    text = "  1.交通运输(1)全市公路建设情况 2024年，全市公路里程达到812公里。\n"
    assert [line.span.of(text) for line in lines(text)] == [line.text for line in lines(text)]
    assert len(blocks(text)) == 3
