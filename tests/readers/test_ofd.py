"""OFD files are read from the places of their characters: paragraphs, tables, pages."""

from __future__ import annotations

import io
import zipfile

import pytest

from consistency.model import Document, Problem
from consistency.readers.ofd import read_ofd

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 4.0  # millimetres
LONG = "全县上下攻坚克难，经济运行总体平稳、稳中有进，高质量发展取得新成效，完成地区生产总值312.6亿元，比上年增长6.1%。"


def line(x: float, y: float, words: str, *, matrix: str = "") -> str:
    """A line of text whose characters are as wide as they are high, figures half so."""
    steps = " ".join(str(SIZE / 2 if letter.isascii() else SIZE) for letter in words[:-1])
    ctm = f'CTM="{matrix}"' if matrix else ""
    code = f'<ofd:TextCode X="0" Y="{SIZE}" DeltaX="{steps}">{words}</ofd:TextCode>'
    return f'<ofd:TextObject ID="1" Boundary="{x} {y} 160 6" Size="{SIZE}" {ctm}>{code}</ofd:TextObject>'


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line."""
    data = f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject Boundary="{x0} {y0} 150 150">{data}</ofd:PathObject>'


def ofd(*pages: str, title: str = "") -> bytes:
    """A file of these pages."""
    held = io.BytesIO()
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        info = (
            f"<ofd:DocInfo><ofd:Title>{title}</ofd:Title><ofd:CreationDate>2024-03-20</ofd:CreationDate></ofd:DocInfo>"
        )
        body = f"<ofd:DocBody>{info}<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
        archive.writestr("OFD.xml", f"<ofd:OFD {NS}>{body}</ofd:OFD>")
        box = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        inside = f"<ofd:CommonData>{box}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
        archive.writestr("Doc_0/Document.xml", f"<ofd:Document {NS}>{inside}</ofd:Document>")
        for n, inside in enumerate(pages):
            content = f"<ofd:Content><ofd:Layer>{inside}</ofd:Layer></ofd:Content>"
            archive.writestr(f"Doc_0/Pages/Page_{n}/Content.xml", f"<ofd:Page {NS}>{content}</ofd:Page>")
    return held.getvalue()


def read(*pages: str) -> list[str]:
    """The lines that are read from pages."""
    found = read_ofd("a.ofd", ofd(*pages))
    assert isinstance(found, Document), found
    return found.text.splitlines()


def wrapped(words: str, columns: int = 40) -> str:
    """A paragraph over several lines, set in."""
    lines, room = [""], columns - 2.0
    for letter in words:
        need = 0.5 if letter.isascii() else 1.0
        if room < need:
            lines.append("")
            room = float(columns)
        lines[-1] += letter
        room -= need
    return "".join(line(25 + (2 * SIZE if not n else 0), 30 + 7 * n, words) for n, words in enumerate(lines))


def test_a_paragraph_is_whole_again_over_its_lines() -> None:
    assert read(wrapped(LONG)) == [LONG]


def test_a_ruled_table_is_rows_of_cells() -> None:
    words = [("指标", "2023年"), ("地区生产总值（亿元）", "312.6"), ("粮食产量（万吨）", "26.8")]
    cells = "".join(line(32 + 70 * n, 52 + 10 * m, cell) for m, row in enumerate(words) for n, cell in enumerate(row))
    rules = "".join(rule(30, 50 + 10 * n, 170, 50 + 10 * n) for n in range(4))
    rules += "".join(rule(x, 50, x, 80) for x in (30, 100, 170))
    assert read(cells + rules) == [
        "| 指标 | 2023年 |",
        "| 地区生产总值（亿元） | 312.6 |",
        "| 粮食产量（万吨） | 26.8 |",
    ]


def test_steps_told_once_and_moved_objects() -> None:
    code = f'<ofd:TextCode X="0" Y="4" DeltaX="g 5 {SIZE}">全年平稳增长</ofd:TextCode>'
    told = f'<ofd:TextObject Boundary="30 40 100 6" Size="{SIZE}">{code}</ofd:TextObject>'
    block = f"<ofd:PageBlock>{line(30, 60, '粮食增产', matrix='1 0 0 1 0 0')}</ofd:PageBlock>"
    assert read(told + block) == ["全年平稳增长", "粮食增产"]


def test_places_are_pages_and_lines_and_properties_are_told() -> None:
    found = read_ofd("a.ofd", ofd(line(30, 40, "第一页说明"), line(30, 40, "第二页说明"), title="青山县公报"))
    assert isinstance(found, Document)
    assert dict(found.landmarks) == {0: "p1:1", 6: "p2:1"}
    assert (found.properties.title, found.properties.date) == ("青山县公报", "2024-03-20")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (ofd("", ""), "没有文字层"),
        (ofd(line(30, 40, "甲"))[:200], "损坏"),
        (b"%PDF-1.7", "PDF"),
        (ofd('<ofd:TextObject Size="x"><ofd:TextCode X="1e9">甲</ofd:TextCode></ofd:TextObject>')[:-30], "损坏"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    found = read_ofd("a.ofd", data)
    assert isinstance(found, Problem)
    assert reason in found.message["zh"]
