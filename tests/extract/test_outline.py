"""The outline of a document: which lines are headings and what they put in force, and what its tables are."""

import pytest

from consistency.extract.outline import Outline, outline
from tests.domain import read, rules

PLAN = "关于青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告\n各位代表：\n"


def outlined(text: str) -> Outline:
    """The outline of a text."""
    return outline(read(text), rules().lexicon)


def headings(text: str) -> list[tuple[str, str, str]]:
    """The headings of a text as they stand there, each with year and status in force."""
    return [(s.span.of(text), s.frame.period, s.frame.status.value) for s in outlined(text).sections]


def test_headings_tell_what_is_looked_back_on_and_what_is_meant_to_come() -> None:
    text = (
        PLAN
        + "一、2023年计划执行情况\n（一）农业稳产增收。粮食丰收。\n二、2024年主要目标\n（一）扩大内需\n全力促消费。\n"
    )
    assert headings(text) == [
        ("一、2023年计划执行情况", "2023", "actual"),
        ("（一）农业稳产增收。", "2023", "actual"),
        ("二、2024年主要目标", "2024", "target"),
        ("（一）扩大内需", "2024", "target"),
    ]


def test_a_heading_tells_whose_accounts_and_which_fund() -> None:
    text = (
        "关于青山市2023年预算执行情况和2024年预算草案的报告\n各位代表：\n一、2023年预算执行情况\n"
        "（一）市本级预算执行情况\n1．政府性基金预算。收支平衡。\n"
    )
    last = outlined(text).sections[-1]
    assert (last.level, last.frame.scope, last.frame.fund) == (3, "市本级", "政府性基金预算")


def test_lines_of_the_page_and_of_the_title_are_no_headings() -> None:
    text = "首页 政务公开\n" + PLAN + "一、2023年计划执行情况\n粮食丰收。\n扫一扫\n公开信箱\n"
    assert [heading for heading, _, _ in headings(text)] == ["一、2023年计划执行情况"]


def test_a_line_without_a_number_is_told_of_where_it_changes_what_is_in_force() -> None:
    text = PLAN + "一、2023年计划执行情况\n粮食丰收。\n2024年工作打算\n扩大内需\n全力促消费。\n"
    assert headings(text)[1:] == [("2024年工作打算", "2024", "target")]


def test_headings_without_numbers_are_told_of_where_there_are_no_others() -> None:
    text = "青山县2023年亮点盘点\n本报记者\n这一年成绩不少。\n乡村更美\n农房整修一新。\n街道更净\n垃圾分类有序。\n"
    assert [heading for heading, _, _ in headings(text)] == ["乡村更美", "街道更净"]


@pytest.mark.parametrize("line", ["2024年3月5日", "（2024年3月5日）", "发布时间：2024年3月5日 10:30"])
def test_the_date_of_publication_is_no_heading(line: str) -> None:
    text = f"欢迎访问！\n青山县2023年国民经济和社会发展统计公报\n青山县统计局\n{line}\n全年粮食产量12.3万吨。\n"
    assert [heading for heading, _, _ in headings(text)] == ["青山县统计局"]


TABLE = """附件1
青山县主要指标
完成情况
单位：万元
| 序号 | 指标 | 2023年预期目标 | 2023年实际完成 |
|---|---|---|---|
| 1 | 粮食产量（万吨） | 12 | 12.3 |
| 2 | 财政收入 | 300 | 320 |
"""


def test_a_table_has_its_title_header_units_and_size() -> None:
    text = PLAN + "一、2023年计划执行情况\n粮食丰收。\n" + TABLE
    (table,) = outlined(text).tables
    assert [span.of(text) for span in table.titles] == ["附件1", "青山县主要指标", "完成情况"]
    assert [span.of(text) for span in table.header] == ["序号", "指标", "2023年预期目标", "2023年实际完成"]
    assert table.units == ("万元", "万吨")
    assert table.rows == 2
    assert table.span.of(text).startswith("| 序号")


def test_what_stands_in_brackets_and_is_no_unit_is_none() -> None:
    text = PLAN + TABLE.replace("（万吨）", "(GDP)").replace("单位：万元\n", "")
    (table,) = outlined(text).tables
    assert table.units == ()


def test_all_places_are_in_the_text_as_read() -> None:
    text = "青山縣2023年國民經濟和社會發(fā)展統計公報\n一、綜合經(jīng)濟\n糧食豐收。\n"
    (section,) = outlined(text).sections
    assert section.span.of(text) == "一、綜合經(jīng)濟"
