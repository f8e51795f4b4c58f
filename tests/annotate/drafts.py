"""A draft as an editor has it in Word: wrong numbers, a wrong name, a table, a footnote, tracked changes, a picture."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import cache

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

BULLETIN = """青山县2023年国民经济和社会发展统计公报

2024年3月20日

青山县统计局

一、综合

2023年，全县实现地区生产总值312.6亿元，比上年增长6.1%。全县一般公共预算收入18.4亿元，增长5.2%。

全年城镇新增就业5200人。年末全县户籍人口41.3万人。

二、社会事业

全年粮食总产量26.8万吨，增长1.3%。全县社会消费品零售总额达到98.7亿元，增长7.4%。全县建成青山湖国家湿地公园，接待游客156万人次。

全年完成固定资产投资87.5亿元，增长4.8%。
"""

NOTE = "注：全年粮食总产量28.6万吨，比上年增长1.3%。"
FOOTNOTES = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{NOTE}</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
MARK = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'


def picture() -> bytes:
    """A PNG of one red dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
    )


@cache
def draft() -> bytes:
    """The draft: six places say something else than the bulletin."""
    document = docx.Document()
    document.add_heading("青山县2023年经济社会发展情况", 0)
    document.add_paragraph("2023年，全县实现地区生产总值").add_run("321.6亿元").bold = True
    document.paragraphs[-1].add_run("，比上年增长6.1%。全县一般公共预算收入18.4亿元，增长")
    document.paragraphs[-1].add_run("5.").italic = True
    document.paragraphs[-1].add_run("9%。")
    _tracked(document)
    document.add_paragraph("全县建成青山河国家湿地公园，接待游客156万人次。")
    _table(document)
    last = document.add_paragraph("全年粮食生产再获丰收。")
    last._p.append(parse_xml(MARK))
    document.add_picture(io.BytesIO(picture()))
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        FOOTNOTES.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _tracked(document: Document) -> None:
    paragraph = document.add_paragraph("全年城镇新增就业")
    who = 'w:id="90" w:author="编辑甲" w:date="2024-04-01T08:00:00Z"'
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')} {who}><w:r><w:delText>5200</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')} {who}><w:r><w:t>5700</w:t></w:r></w:ins>"))
    paragraph.add_run("人。年末全县户籍人口41.3万人。")


def _table(document: Document) -> None:
    rows = [
        ("指标", "2023年", "增长"),
        ("固定资产投资（亿元）", "87.5", "4.8%"),
        ("社会消费品零售总额（亿元）", "89.7", "7.4%"),
    ]
    table = document.add_table(len(rows), 3, "Table Grid")
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by their names, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
