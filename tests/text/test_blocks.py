"""The shape of a text: headings by their depth, sentences, tables in the ways they are typed."""

from itertools import pairwise

import pytest

from consistency.text.blocks import Heading, Paragraph, blocks
from consistency.text.lines import lines
from consistency.text.page import LONGEST_SENTENCE
from consistency.text.tables import TableBlock


def headings(text: str) -> list[tuple[int, str]]:
    """The headings of a text with their depth."""
    return [(b.level, b.text) for b in blocks(text) if isinstance(b, Heading)]


def sentences(text: str) -> list[str]:
    """The sentences of the running text."""
    return [s.of(text) for b in blocks(text) if isinstance(b, Paragraph) for s in b.sentences]


def table(text: str) -> list[list[str]]:
    """The rows of the one table of a text, its header first."""
    (found,) = (b for b in blocks(text) if isinstance(b, TableBlock))
    return [[cell.text for cell in row] for row in (found.header, *found.rows)]


def test_headings_have_the_depth_of_their_numbers() -> None:
    text = "第一章 总体情况\n一、经济运行\n(一)工业经济\n1.重点行业\n(1)装备制造\n"
    assert [level for level, _ in headings(text)] == [1, 1, 2, 3, 4]


def test_a_short_line_without_a_stop_is_a_heading_without_a_number() -> None:
    assert headings("主要指标完成情况\n全年粮食产量12万吨。\n") == [(5, "主要指标完成情况")]


@pytest.mark.parametrize(
    "line",
    [
        "全年粮食产量12.3万吨",
        "全年粮食丰收。",
        "一、全年地区生产总值320.5亿元，增长6.2%，总量居全市第三。",
        "(二)新增企业24家，其中规模以上工业企业8家。",
        "新增学位1200个，其中小学800个",
    ],
)
def test_a_line_that_tells_numbers_or_ends_in_a_stop_is_running_text(line: str) -> None:
    assert headings(line + "\n") == []


def test_a_paragraph_may_begin_with_its_heading() -> None:
    text = "(一)农业稳产增收。粮食产量12.3万吨。蔬菜产量45.6万吨。\n"
    assert headings(text) == [(2, "(一)农业稳产增收。")]
    assert sentences(text) == ["粮食产量12.3万吨。", "蔬菜产量45.6万吨。"]


def test_sentences_end_at_stops_and_lines_and_not_at_semicolons_or_points() -> None:
    text = "地区生产总值320.5亿元；增长6.2%。城镇化率72.4%！\n进出口总额56亿元\n".replace("；", ";").replace("！", "!")
    assert sentences(text) == ["地区生产总值320.5亿元;增长6.2%。", "城镇化率72.4%!", "进出口总额56亿元"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0c"])
def test_every_line_end_parts_lines(end: str) -> None:
    text = f"全年粮食产量12万吨。{end}蔬菜产量45万吨。{end}"
    assert sentences(text) == ["全年粮食产量12万吨。", "蔬菜产量45万吨。"]


def test_a_text_that_lost_its_stops_is_cut_where_clauses_end() -> None:
    text = "粮食产量12万吨，比上年增长3.1%，" * 200
    found = sentences(text)
    assert "".join(found) == text
    assert all(len(sentence) <= LONGEST_SENTENCE and sentence.endswith("，") for sentence in found)


def test_a_text_without_any_mark_is_cut_all_the_same() -> None:
    text = "粮食产量丰" * 500
    assert "".join(sentences(text)) == text
    assert max(map(len, sentences(text))) == LONGEST_SENTENCE


def test_lines_know_where_they_stand() -> None:
    text = "  粮食产量12万吨。 \r\n\r\n\t蔬菜45万吨。"
    assert [line.span.of(text) for line in lines(text)] == ["粮食产量12万吨。", "", "蔬菜45万吨。"]
    assert [line.indent for line in lines(text)] == ["  ", "", "\t"]


MARKDOWN = """\
| 指标 | 2023年 | 增长 |
| --- | ---: | ---: |
| 粮食产量(万吨) | 12.3 | -1.5% |
| 蔬菜产量(万吨) |  | 2.0% |
"""
TABS = "指标\t2022年\t2023年\n粮食产量\t12.1\t12.3\n蔬菜产量\t45.0\t46.2\n"
BLANKS = "指标    2022年  2023年\n粮食产量  12.1   12.3\n蔬菜产量  45.0   46.2\n"
CELL_A_LINE = """\
\t序号
\t指标
\t目标
\t完成

\t1
\t粮食产量(万吨)
\t12
\t12.3

\t2
\t蔬菜产量(万吨)
\t45以上
\t46.2

"""


def test_a_table_in_markdown_keeps_its_empty_cells() -> None:
    assert table(MARKDOWN) == [
        ["指标", "2023年", "增长"],
        ["粮食产量(万吨)", "12.3", "-1.5%"],
        ["蔬菜产量(万吨)", "", "2.0%"],
    ]


@pytest.mark.parametrize("text", [TABS, BLANKS])
def test_a_table_of_tabs_or_blanks(text: str) -> None:
    assert table(text) == [["指标", "2022年", "2023年"], ["粮食产量", "12.1", "12.3"], ["蔬菜产量", "45.0", "46.2"]]


def test_a_table_of_a_cell_a_line() -> None:
    assert table(CELL_A_LINE) == [
        ["序号", "指标", "目标", "完成"],
        ["1", "粮食产量(万吨)", "12", "12.3"],
        ["2", "蔬菜产量(万吨)", "45以上", "46.2"],
    ]


def test_a_table_of_more_columns_right_behind_another_is_a_table_too() -> None:
    rows = ("指标 单位 2021年 2022年 2023年", "肉类 万吨 7.0 7.1 7.3", "水产 万吨 3.0 3.1 3.4")
    wider = "\n\n".join("\t" + "\n\t".join(row.split()) for row in rows) + "\n"
    first, second = (b for b in blocks(CELL_A_LINE + "\n" + wider) if isinstance(b, TableBlock))
    assert [row[1].text for row in first.rows] == ["粮食产量(万吨)", "蔬菜产量(万吨)"]
    assert [row[-1].text for row in second.rows] == ["7.3", "3.4"]


def test_a_heading_between_rows_of_a_cell_a_line_is_no_row() -> None:
    text = CELL_A_LINE.replace("\t2\n", "\t二、经济作物\n\n\t2\n")
    assert table(text) == table(CELL_A_LINE)


@pytest.mark.parametrize("text", [MARKDOWN, TABS, BLANKS, CELL_A_LINE])
def test_what_stands_around_a_table_stays_outside(text: str) -> None:
    whole = f"全年情况如下。\n表1 主要农产品\n{text}\n以上数字为快报数。\n"
    assert table(whole) == table(text)
    assert sentences(whole) == ["全年情况如下。", "以上数字为快报数。"]
    (found,) = (b for b in blocks(whole) if isinstance(b, TableBlock))
    assert "表1 主要农产品" in found.caption


@pytest.mark.parametrize("text", [MARKDOWN, TABS, BLANKS, CELL_A_LINE])
def test_a_cell_stands_where_its_words_stand(text: str) -> None:
    (found,) = (b for b in blocks(text) if isinstance(b, TableBlock))
    for cell in (*found.header, *(c for row in found.rows for c in row)):
        assert cell.span.of(text) == cell.text


@pytest.mark.parametrize(
    "text",
    [
        "县长\t王某某\n记录\t李某某\n",
        "首页  政务公开  互动交流\n当前位置  首页\n",
        "全年粮食产量12万吨，  蔬菜45万吨。\n禽蛋3万吨，  水产2万吨。\n",
    ],
)
def test_columns_without_numbers_and_running_text_are_no_table(text: str) -> None:
    assert not any(isinstance(b, TableBlock) for b in blocks(text))


@pytest.mark.parametrize("text", ["|-|\n|-|\n", "| |\n|:|\n", "|\t|\n| |\n|---|\n"])
def test_bars_and_nothing_between_them_are_no_table(text: str) -> None:
    assert not any(isinstance(b, TableBlock) for b in blocks(text))


@pytest.mark.parametrize("cell", ["粮食产量\t丰收\n", "粮食产量  丰收\n", "\t粮食\n\t蔬菜\n\t水果\n\n"])
def test_a_table_after_many_lines_without_numbers_is_found(cell: str) -> None:
    text = cell * 100 + "以下为全市主要农产品产量。\n" + TABS
    assert table(text)[1:] == [["粮食产量", "12.1", "12.3"], ["蔬菜产量", "45.0", "46.2"]]


def test_blocks_follow_each_other() -> None:
    text = f"一、农业\n粮食产量12万吨。\n{TABS}\n二、工业\n(一)装备。产值30亿元。\n"
    spans = [b.span for b in blocks(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
