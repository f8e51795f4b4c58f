"""Tables as text: separators found, quotes taken off, every value under its header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Document, Problem
from consistency.readers.separated import read_separated


def lines(text: str, encoding: str = "utf-8") -> list[str]:
    """The lines read from a table."""
    document = read_separated("a.csv", text.encode(encoding))
    assert isinstance(document, Document), document
    return document.text.splitlines()


ROWS = ["| 指标 | 2024年 | 增长 |", "| 总值 | 1,744 | 6.7% |", "| 投资 |  | -2.3% |"]


@pytest.mark.parametrize(
    "text",
    [
        '指标,2024年,增长\n总值,"1,744",6.7%\n投资,,-2.3%\n',
        '\ufeff指标,2024年,增长\r\n总值,"1,744",6.7%\r\n投资,,-2.3%\r\n',
        "指标\t2024年\t增长\n总值\t1,744\t6.7%\n投资\t\t-2.3%",
        "指标;2024年;增长\n总值;1,744;6.7%\n投资;;-2.3%",
        "指标|2024年|增长\n总值|1,744|6.7%\n投资||-2.3%",
        "指标，2024年，增长\n总值，1,744，6.7%\n投资，，-2.3%",
        "sep=;\n指标;2024年;增长\n总值;1,744;6.7%\n投资;;-2.3%",
        '指标,2024年,增长\n\n"总\n值","1,744",6.7%\n投资,,-2.3%\n,,\n',
    ],
)
def test_separators_and_quotes(text: str) -> None:
    assert lines(text) == ROWS


def test_titles_above_and_notes_below_are_lines() -> None:
    assert lines("2024年主要指标,,\n单位：亿元,,\n指标,2024年,增长\n总值,1744,6.7\n注：初步数,,") == [
        "2024年主要指标",
        "单位：亿元",
        "| 指标 | 2024年 | 增长 |",
        "| 总值 | 1744 | 6.7 |",
        "注：初步数",
    ]


def test_places_are_rows_and_columns_and_the_encoding_is_found() -> None:
    document = read_separated("a.csv", "指标,生产总值\n2024年,1744\n".encode("gb18030"))
    assert isinstance(document, Document)
    assert document.encoding == "gb18030"
    assert [label for _, label in document.landmarks] == ["R1C1", "R1C2", "R2C1", "R2C2"]
    assert document.text[document.landmarks[3][0] :].startswith("1744 ")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04xl/workbook.xml", "this is XLSX"),
        (b",,\n,,\n", "nothing but white space"),
        (b'a,b\n"' + b"x" * 200_000, "damaged"),
        (b"\xff" * 9, "encoding"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, words: str) -> None:
    problem = read_separated("a.csv", data)
    assert isinstance(problem, Problem)
    assert words in problem.message["en"]


@given(st.lists(st.lists(st.text(max_size=6), max_size=5), max_size=8), st.sampled_from(",;\t|，"))
def test_any_table_gives_a_document_or_a_problem(rows: list[list[str]], separator: str) -> None:
    data = "\n".join(separator.join(row) for row in rows).encode("utf-8", "replace")
    found = read_separated("a.csv", data)
    if isinstance(found, Document):
        assert all(0 <= start < len(found.text) and label for start, label in found.landmarks)
    else:
        assert isinstance(found, Problem)
