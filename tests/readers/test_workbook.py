"""Spreadsheets are read as their pages show them: values in their formats, merged cells once, hidden ones not."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import numbers

from consistency.model import Document, Problem
from consistency.readers import workbook
from consistency.readers.workbook import UNKNOWN, read_workbook

ROWS = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def sheet_of(*rows: list[Any], name: str = "Sheet1") -> tuple[openpyxl.Workbook, Any]:
    """A workbook with one sheet of these rows, and the sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
    return book, sheet


def read(book: openpyxl.Workbook) -> Document:
    """What is read from a workbook."""
    document = read_workbook("a.xlsx", saved(book))
    assert isinstance(document, Document), document
    return document


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """The archive with one of its parts edited."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == name:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            target.writestr(info.filename, content)
    return held.getvalue()


def test_values_are_read_in_their_formats() -> None:
    book, sheet = sheet_of(["指标", "2024年", "增长", "日期"], ["总值", 1744.04, 0.067, date(2024, 1, 16)])
    sheet["B2"].number_format = '#,##0.0"亿元"'
    sheet["C2"].number_format = numbers.FORMAT_PERCENTAGE_00
    sheet["D2"].number_format = 'yyyy"年"m"月"d"日"'
    assert read(book).text == "| 指标 | 2024年 | 增长 | 日期 |\n| 总值 | 1,744.0亿元 | 6.70% | 2024年1月16日 |\n"


def test_a_binary_number_is_shown_as_it_was_typed() -> None:
    book, _ = sheet_of(["指标", "数"], ["甲", 0.1 + 0.2], ["乙", 1744.4999999999998], ["丙", 1234567890123])
    assert [line.split(" | ")[1].rstrip(" |") for line in read(book).text.splitlines()] == [
        "数",
        "0.3",
        "1744.5",
        "1234567890123",
    ]


def test_a_place_is_sheet_column_and_row() -> None:
    book, _ = sheet_of(["指标", "数"], ["总值", 1744], name="公共 预算")
    document = read(book)
    assert document.text.splitlines()[0] == "公共 预算"
    places = {label: document.text[start:].split(" |")[0] for start, label in document.landmarks}
    assert places["公共 预算!B2"] == "1744"
    assert document.landmarks[0] == (0, "公共 预算!")


def test_merged_cells_titles_units_and_notes() -> None:
    book, sheet = sheet_of(
        ["2024年主要指标"],
        [None, None, None, "单位：亿元"],
        ["指标", "2023年", None, "2024年"],
        [None, "总量", "增长（%）", "总量"],
        ["总值", 1600, 6.1, 1744],
        ["其中：工业", 500, None, 540],
        ["注：初步数。"],
    )
    for stretch in ("A1:D1", "A3:A4", "B3:C3", "A7:D7"):
        sheet.merge_cells(stretch)
    assert read(book).text.splitlines() == [
        "2024年主要指标",
        "单位：亿元",
        "| 指标 | 2023年总量 | 2023年增长（%） | 2024年总量 |",
        "| 总值 | 1600 | 6.1 | 1744 |",
        "| 其中：工业 | 500 |  | 540 |",
        "注：初步数。",
    ]


def test_hidden_rows_columns_and_sheets_are_left_out() -> None:
    book, sheet = sheet_of(["指标", "草稿", "数"], ["甲", 111, 1], ["乙", 222, 2], ["丙", 333, 3])
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    for state in ("hidden", "veryHidden"):
        book.create_sheet(state).append(["机密", 9])
        book[state].sheet_state = state
    assert read(book).text == "| 指标 | 数 |\n| 甲 | 1 |\n| 丙 | 3 |\n"


def test_two_tables_of_a_sheet_and_a_gap_in_one() -> None:
    book, _ = sheet_of(["指标", "数"], ["甲", 1], [], ["乙", 2], [], ["表2"], ["项目", "元"], ["丙", 3])
    assert read(book).text.splitlines() == [
        "| 指标 | 数 |",
        "| 甲 | 1 |",
        "| 乙 | 2 |",
        "表2",
        "| 项目 | 元 |",
        "| 丙 | 3 |",
    ]


def test_a_title_and_a_header_after_values_begin_a_table() -> None:
    book, _ = sheet_of(
        ["指", "数", "率"], ["甲", 1, 2], ["表2"], ["项", "元", "比"], ["丙", 3, 4], ["二、其他"], ["丁", 5, 6]
    )
    assert read(book).text.splitlines()[2:] == [
        "表2",
        "| 项 | 元 | 比 |",
        "| 丙 | 3 | 4 |",
        "| 二、其他 |  |  |",
        "| 丁 | 5 | 6 |",
    ]


def by_hand(rows: str, strings: str = "", properties: str = "") -> bytes:
    """A workbook of one sheet with these rows and shared strings, as Excel lays it out."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    refers = '<Relationship Id="{}" Type="' + kinds + '/{}" Target="{}"/>'
    styles = '<numFmts><numFmt numFmtId="176" formatCode="0.0&quot;亿元&quot;"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="176"/><xf numFmtId="31"/></cellXfs>'
    parts = {
        "_rels/.rels": f"<R>{refers.format('a', 'officeDocument', 'xl/workbook.xml')}</R>",
        "xl/_rels/workbook.xml.rels": "<R>"
        + refers.format("r1", "worksheet", "worksheets/sheet1.xml")
        + refers.format("r2", "sharedStrings", "/xl/sharedStrings.xml")
        + refers.format("r3", "styles", "styles.xml")
        + "</R>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}"><workbookPr {properties}/>'
        '<sheets><sheet name="公报" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": ROWS.format(rows),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_shared_strings_styles_and_cells_without_places() -> None:
    strings = (
        "<si><r><t>一般</t></r><r><t>公共_x000D_预算</t></r><rPh><t>yì bān</t></rPh></si><si><t> 数\n（％） </t></si>"
        "<si><t>丙</t></si>"
    )
    rows = (
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>率</t></is></c></row>'
        '<row><c r="B3" t="s"><v>2</v></c><c s="2"><v>80.25</v></c><c s="1"><v>0.067</v></c></row>'
    )
    document = read_workbook("a.xlsx", by_hand(rows, strings))
    assert isinstance(document, Document)
    assert document.text == "公报\n| 一般公共预算 | 数（％） | 率 |\n| 丙 | 80.3亿元 | 6.70% |\n"
    assert "公报!D3" in [label for _, label in document.landmarks]


def test_what_is_struck_out_is_not_shown_and_what_is_raised_stays_so() -> None:
    strings = (
        "<si><r><rPr><strike/></rPr><t>40.15</t></r><r><t>41.15</t></r></si>"
        '<si><r><t>10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>4</t></r></si><si><t>甲</t></si>'
    )
    rows = (
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>0</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>1</v></c></row>'
    )
    document = read_workbook("a.xlsx", by_hand(rows, strings))
    assert isinstance(document, Document)
    assert [line.split("|")[2].strip() for line in document.text.splitlines()[1:]] == ["41.15", "10⁴"]


def test_two_tables_side_by_side_under_one_title_are_two_tables() -> None:
    title = '<c r="{}1" t="inlineStr"><is><t>青山县债务余额表</t></is></c>'
    head = '<c t="inlineStr"><is><t>项目</t></is></c><c t="inlineStr"><is><t>{}</t></is></c>'
    data = '<c t="inlineStr"><is><t>一般债务</t></is></c><c><v>{}</v></c>'
    rows = (
        f'<row r="1">{title.format("A")}{title.format("C")}</row>'
        f'<row r="2">{head.format("全县")}{head.format("县本级")}</row>'
        f'<row r="3">{data.format(5)}{data.format(3)}</row>'
    )
    merged = '</sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/></mergeCells><sheetData>'
    document = read_workbook("a.xlsx", by_hand(rows + merged))
    assert isinstance(document, Document)
    assert [line for line in document.text.splitlines() if line.startswith("|")] == [
        "| 项目 | 全县 |",
        "| 一般债务 | 5 |",
        "| 项目 | 县本级 |",
        "| 一般债务 | 3 |",
    ]


def test_a_sheet_that_refers_to_nothing_is_passed_over() -> None:
    data = changed(by_hand("<row><c><v>1</v></c></row>"), "xl/workbook.xml", 'r:id="r1"', "")
    assert isinstance(read_workbook("a.xlsx", data), Problem)


def test_dates_count_from_1904_where_the_file_says_so() -> None:
    rows = "<row><c s='3'><v>1</v></c></row>"
    for properties, expected in (("", "1900年1月1日"), ('date1904="1"', "1904年1月2日")):
        document = read_workbook("a.xlsx", by_hand(rows, "", properties))
        assert isinstance(document, Document)
        assert expected in document.text


def test_a_formula_shows_its_last_result() -> None:
    book, _ = sheet_of(["指标", "数"], ["甲", 1], ["乙", 2], ["合计", "=SUM(B2:B3)"])
    data = changed(saved(book), "xl/worksheets/sheet1.xml", "<v></v>", "<v>3</v>")
    document = read_workbook("a.xlsx", data)
    assert isinstance(document, Document)
    assert document.text.splitlines()[-1] == "| 合计 | 3 |"


def test_formulas_never_calculated_are_told() -> None:
    book, sheet = sheet_of(["指标", "数"], ["甲", 1], ["合计", "=B2"])
    problem = read_workbook("a.xlsx", saved(book))
    assert isinstance(problem, Problem)
    assert "formulas without a result (in 1 cells)" in problem.message["en"]
    sheet["B4"], sheet["B5"] = "=B2", "=B3"
    data = changed(saved(book), "xl/worksheets/sheet1.xml", "<f>B2</f><v></v>", "<f>B2</f><v>1</v>")
    document = read_workbook("a.xlsx", data)
    assert isinstance(document, Document)
    assert UNKNOWN in document.text


def with_sheet(rows: str) -> bytes:
    """A workbook whose sheet has this for its rows."""
    data = saved(sheet_of(["占位"])[0])
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            target.writestr(info.filename, rows if info.filename == "xl/worksheets/sheet1.xml" else source.read(info))
    return held.getvalue()


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + ROWS.format("<row><c><v>&b;</v></c></row>")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (with_sheet(ROWS.format(" " * (100 << 20))), "unpacks to more than 96 MB"),
        (with_sheet(LAUGHS), "declares entities"),
        (with_sheet("<worksheet><row"), "XLSX file is damaged"),
        (with_sheet(ROWS.format("<row/>")), "nothing but white space"),
        (saved(sheet_of([1])[0])[:500], "XLSX file is damaged"),
        (b"PK\x05\x06" + bytes(18), "this is ZIP in truth"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"a,b\n1,2\n", "XLSX file is damaged"),
    ],
    ids=range(8),
)
def test_a_bad_file_is_refused_for_what_it_is(data: bytes, words: str) -> None:
    problem = read_workbook("a.xlsx", data)
    assert isinstance(problem, Problem)
    assert words in problem.message["en"]


def test_a_sheet_with_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_CELLS", 10)
    problem = read_workbook("a.xlsx", saved(sheet_of(*[[n, n] for n in range(9)])[0]))
    assert isinstance(problem, Problem)
    assert "too much in it" in problem.message["en"]


def test_values_far_apart_make_no_wide_table() -> None:
    rows = "".join(
        f'<row r="{n}"><c r="{workbook.letters(n)}{n}"><v>{n}</v></c><c><v>1</v></c></row>' for n in range(1, 3000)
    )
    document = read_workbook("a.xlsx", with_sheet(ROWS.format(rows)))
    assert isinstance(document, Document)
    assert len(document.text) < 100_000


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="x"><c r="??" t="s"><v>99999999999</v></c><c t="s"><v>-1</v></c><c s="99"><v>1</v></c></row>',
        '<row><c t="e"><v>#DIV/0!</v></c><c t="b"><v>1</v></c><c t="d"><v>2024-01-01</v></c><c><v>nan</v></c></row>',
        "<row><c><v>1e999</v></c><c><v>--1</v></c><c><v/></c><c t='inlineStr'><is><t>甲</t></is></c></row>",
        '<row r="1048577"><c r="XFE1048577"><v>1</v></c></row><row r="2"><c r="ZZZ2"><v>甲</v></c></row>',
        '<row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>',
        '</sheetData><cols><col min="1" max="99999999"/><col min="x" hidden="1"/></cols><sheetData><row><c/></row>',
    ],
)
def test_strange_sheets_are_read_all_the_same(rows: str) -> None:
    assert isinstance(read_workbook("a.xlsx", with_sheet(ROWS.format(rows))), Document | Problem)


SAMPLE = saved(sheet_of(["指标", "数"], ["总值", 1744])[0])


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=12), st.integers(0, 40))
def test_a_damaged_file_gives_a_document_or_a_problem(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(SAMPLE)
    for at, value in changes:
        data[at] = value
    assert isinstance(read_workbook("a.xlsx", bytes(data[: len(data) - cut])), Document | Problem)
