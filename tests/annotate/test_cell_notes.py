"""A workbook gets notes at the cells in question, and nothing else of it changes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.comments import Comment

import consistency
from consistency.annotate import annotated
from consistency.annotate.cell_notes import annotate
from consistency.annotate.notes import Note
from consistency.model import Document, Problem, Report, Severity
from consistency.offsets import Span
from consistency.readers.workbook import read_workbook
from tests.annotate.drafts import BULLETIN, parts
from tests.readers.test_workbook import changed, saved, sheet_of

ROWS: list[list[Any]] = [
    ["青山县2023年主要经济指标"],
    ["指标", "2023年", "增长（%）"],
    ["地区生产总值（亿元）", 321.6, 6.1],
    ["一般公共预算收入（亿元）", 18.4, 5.9],
    ["固定资产投资（亿元）", 87.5, 4.8],
]


def book(noted: str = "") -> bytes:
    """A table of which two cells say something else than the bulletin, perhaps with a note of somebody's at one."""
    made, sheet = sheet_of(*ROWS, name="主要指标")
    made.create_sheet("说明").append(["数据为快报数"])
    if noted:
        sheet[noted].comment = Comment("请核", "统计科")
    return saved(made)


def checked(tmp_path: Path, data: bytes) -> tuple[Report, str]:
    """The report on a workbook against the bulletin, and its path."""
    (tmp_path / "公报.txt").write_text(BULLETIN, encoding="utf-8")
    (tmp_path / "指标.xlsx").write_bytes(data)
    return consistency.check(tmp_path / "指标.xlsx", against=tmp_path / "公报.txt"), str(tmp_path / "指标.xlsx")


def with_notes(tmp_path: Path, data: bytes) -> bytes:
    """The copy of a workbook with notes."""
    report, path = checked(tmp_path, data)
    made = annotated(report, path, data, lang="zh")
    assert isinstance(made, bytes)
    return made


def notes_of(data: bytes) -> dict[str, tuple[str, list[str]]]:
    """The author and the lines of each note, by sheet and cell."""
    return {
        f"{sheet.title}!{cell.coordinate}": (cell.comment.author, cell.comment.text.splitlines())
        for sheet in openpyxl.load_workbook(io.BytesIO(data))
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def test_each_wrong_number_has_a_note_at_its_cell(tmp_path: Path) -> None:
    found = notes_of(with_notes(tmp_path, book()))
    assert {cell: lines[0] for cell, (_, lines) in found.items()} == {
        "主要指标!B3": "【错误】地区生产总值（2023）：312.6亿元 与 321.6亿元 不一致",
        "主要指标!C4": "【错误】一般公共预算收入（2023）：增速 5.2% 与 5.9% 不一致",
    }
    assert {author for author, _ in found.values()} == {"一致性检查·错误"}
    assert "线索：相邻两位数字可能颠倒（建议，供核对）" in found["主要指标!B3"][1]


def test_all_else_stays_as_it_was(tmp_path: Path) -> None:
    before, after = parts(book()), parts(with_notes(tmp_path, book()))
    sheet = "xl/worksheets/sheet1.xml"
    assert after.keys() - before.keys() == {
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/comments.xml",
        "xl/drawings/vmlDrawing.vml",
    }
    assert {name for name in before if before[name] != after[name]} == {"[Content_Types].xml", sheet}
    root = etree.fromstring(after[sheet])
    (drawing,) = root.findall("{*}legacyDrawing")
    root.remove(drawing)
    assert etree.tostring(root, method="c14n") == etree.tostring(etree.fromstring(before[sheet]), method="c14n")
    assert read_workbook("a.xlsx", book()) == read_workbook("a.xlsx", with_notes(tmp_path, book()))


def test_the_drawing_stands_where_the_format_wants_it(tmp_path: Path) -> None:
    name = "xl/worksheets/sheet1.xml"
    data = changed(book(), name, "</worksheet>", "<tableParts count='0'/><extLst/></worksheet>")
    root = etree.fromstring(parts(with_notes(tmp_path, data))[name])
    assert [etree.QName(each).localname for each in root][-3:] == ["legacyDrawing", "tableParts", "extLst"]


def test_somebody_elses_note_stays_and_ours_stands_beside_it(tmp_path: Path) -> None:
    found = notes_of(with_notes(tmp_path, book(noted="B3")))
    assert found["主要指标!B3"] == ("统计科", ["请核"])
    assert found["主要指标!C3"][1][0] == "所指文字：“321.6”（主要指标!B3）"
    assert found["主要指标!C4"][0] == "一致性检查·错误"


def test_a_copy_can_be_annotated_again(tmp_path: Path) -> None:
    once = with_notes(tmp_path, book())
    assert sorted(notes_of(with_notes(tmp_path, once))) == ["主要指标!B3", "主要指标!C3", "主要指标!C4", "主要指标!D4"]


def test_several_findings_at_a_cell_are_one_note() -> None:
    data = book()
    document = read_workbook("a.xlsx", data)
    assert isinstance(document, Document)
    at = document.text.index("321.6")
    title = document.text.index("主要指标")
    notes = [
        Note(Span(at, at + 3), Severity.WARNING, "警告者", ("第一",)),
        Note(Span(at, at + 5), Severity.ERROR, "错误者", ("第二",)),
        Note(Span(title, title + 4), Severity.INFO, "提示者", ("第三",), "在别处"),
    ]
    made = annotate(data, document, notes)
    assert isinstance(made, bytes)
    assert notes_of(made) == {
        "主要指标!A1": ("提示者", ["在别处", "第三"]),
        "主要指标!B3": ("错误者", ["第一", "第二"]),
    }


def test_a_file_that_was_changed_meanwhile_is_not_annotated() -> None:
    refused = annotate(book(), Document("a.xlsx", "另文\n"), [Note(Span(0, 2), Severity.ERROR, "检查", ("说明",))])
    assert isinstance(refused, Problem)
    assert "改动" in refused.message["zh"]


def test_a_broken_file_is_refused() -> None:
    assert isinstance(annotate(b"PK\x03\x04", Document("a.xlsx", "另文\n"), []), Problem)
