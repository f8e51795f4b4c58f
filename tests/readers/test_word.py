"""Word files are read in the order of the page, insertions taken, deletions gone, tables as rows."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Document, Problem
from consistency.readers.word import read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACES = f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:wps="x" xmlns:v="y" xmlns:m="z"'


def part(body: str, root: str = "document") -> str:
    """A part of WordprocessingML."""
    inner = f"<w:body>{body}</w:body>" if root == "document" else body
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{inner}</w:{root}>'


def docx(body: str, **parts: str) -> bytes:
    """A file with this body and, by their kind, further parts."""
    rels = "".join(f'<Relationship Id="r{n}" Type="{R}/{n}" Target="{n}.xml"/>' for n in parts)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f'<R><S Type="{R}/officeDocument" Target="word/document.xml"/></R>')
        archive.writestr("word/_rels/document.xml.rels", f"<R>{rels}</R>")
        archive.writestr("word/document.xml", part(body))
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return held.getvalue()


def p(inside: str) -> str:
    """A paragraph; plain words become a run."""
    return f"<w:p>{inside if inside.startswith('<') else t(inside)}</w:p>"


def t(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def tc(words: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(words)}</w:tc>"


def tbl(*rows: str) -> str:
    """A table."""
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def read(body: str, **parts: str) -> Document:
    """What is read from a file of this body."""
    document = read_word("a.docx", docx(body, **parts))
    assert isinstance(document, Document), document
    return document


def twice(newer: str) -> str:
    """A drawing in two forms, of which one is to be read."""
    older = f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent><mc:Choice>{newer}</mc:Choice>{older}</mc:AlternateContent></w:r>"


DELETED = "<w:del><w:r><w:delText>310</w:delText></w:r></w:del>"
CONTROL = f"<w:sdt><w:sdtContent>{t('控件')}</w:sdtContent></w:sdt>"
BOX = f"<w:txbxContent>{p('框中')}</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("全年") + p("增长"), ["全年", "增长"]),
        (p(t("增长6") + t(".7") + t("%")), ["增长6.7%"]),
        (p(t("完成") + f"<w:ins>{t('312')}</w:ins>" + DELETED + t("亿元")), ["完成312亿元"]),
        (p(f"<w:moveFrom>{t('旧')}</w:moveFrom><w:moveTo>{t('新')}</w:moveTo>"), ["新"]),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{t('前半')}</w:p>" + p("后半"), ["前半后半"]),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{t('末')}</w:p>", ["末"]),
        (p(f"<w:hyperlink>{t('链接')}</w:hyperlink>{CONTROL}"), ["链接控件"]),
        (f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>", ["控件"]),
        (p(t("甲") + "<w:r><w:br/></w:r>" + t("乙") + '<w:r><w:br w:type="page"/></w:r>' + t("丙")), ["甲", "乙丙"]),
        (p(t("甲") + "<w:r><w:tab/></w:r>" + t("1")), ["甲\t1"]),
        (p(t("甲") + t("密", "<w:vanish/>") + t("乙", '<w:vanish w:val="0"/>')), ["甲乙"]),
        (p(t("增") + t("8%", "<w:strike/>") + t("9%", "<w:dstrike/>") + t("7%", '<w:strike w:val="0"/>')), ["增7%"]),
        (p(t("率") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + t("90%")), ["率≥90%"]),
        (p(t("甲") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + t("乙")), ["甲乙"]),
        (p(t("10") + t("4", '<w:vertAlign w:val="superscript"/>') + t("吨")), ["10⁴吨"]),
        (p("<w:r><w:instrText>PAGE</w:instrText></w:r>" + t("甲")), ["甲"]),
        (p("<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>" + t("一、综合 3")) + p("一、综合"), ["一、综合"]),
        (p(f'<w:hyperlink w:anchor="_Toc1">{t("一、综合 3")}</w:hyperlink>') + p("正文"), ["正文"]),
        (p(f"<w:r><w:ruby><w:rt>{t('yú')}</w:rt><w:rubyBase>{t('渝')}</w:rubyBase></w:ruby></w:r>"), ["渝"]),
        (p(t("占") + f"<m:oMath><m:f><m:num>{t('1')}</m:num><m:den>{t('5')}</m:den></m:f></m:oMath>"), ["占1/5"]),
        (p(t("正文") + twice(f"<w:drawing>{BOX}</w:drawing>")), ["正文", "框中"]),
        (p(twice("<w:drawing/>")), ["框中"]),
        (p(f"<w:r><w:pict>{BOX}</w:pict></w:r>"), ["框中"]),
    ],
)  # fmt: skip
def test_text_is_read_as_it_will_stand(body: str, expected: list[str]) -> None:
    assert read(body).text.splitlines() == expected


def test_a_table_keeps_its_place_and_its_columns() -> None:
    table = tbl(
        tc("表1", '<w:gridSpan w:val="4"/>'),
        tc("指标", '<w:vMerge w:val="restart"/>') + tc("2024年", '<w:gridSpan w:val="2"/>') + tc("2025年"),
        tc("", "<w:vMerge/>") + tc("总量") + tc("增长（%）") + tc("总量"),
        tc("总值") + tc("1,744") + tc("6.7") + tc("1850"),
        "<w:trPr><w:del/></w:trPr>" + tc("删去") + tc("1"),
        tc("投资") + tc("", '<w:gridSpan w:val="2"/>') + tc("312"),
    )
    document = read(p("前文") + table + p("后文"))
    assert document.text.splitlines() == [
        "前文",
        "表1",
        "| 指标 | 2024年总量 | 2024年增长（%） | 2025年总量 |",
        "| 总值 | 1,744 | 6.7 | 1850 |",
        "| 投资 |  |  | 312 |",
        "后文",
    ]
    places = {label: document.text[start:].split(" |")[0].split("\n")[0] for start, label in document.landmarks}
    assert places["¶2"] == "后文"
    assert places["表1 R6C4"] == "312"


def test_a_table_in_a_table_follows_it() -> None:
    inner = tbl(tc("甲") + tc("1"), tc("乙") + tc("2"))
    outer = tbl(tc("指标") + tc("数"), tc("丙") + f"<w:tc>{p('3')}{inner}</w:tc>")
    assert read(outer).text.splitlines() == ["| 指标 | 数 |", "| 丙 | 3 |", "", "| 甲 | 1 |", "| 乙 | 2 |"]


def test_a_table_that_arranges_prose_is_prose() -> None:
    inner = tbl(tc("甲") + tc("1"), tc("乙") + tc("2"))
    frame = f"<w:tbl><w:tr><w:tc>{p('第一段。')}{inner}{p('第二段。')}</w:tc></w:tr></w:tbl>"
    assert read(frame).text.splitlines() == ["第一段。", "| 甲 | 1 |", "| 乙 | 2 |", "第二段。"]


def test_notes_and_headers_come_after_the_text() -> None:
    note = f'<w:footnote w:type="separator">{p("—")}</w:footnote><w:footnote w:id="1">{p("初步数。")}</w:footnote>'
    document = read(
        p("正文"),
        footnotes=part(note, "footnotes"),
        header=part(p("某市公报"), "hdr"),
        footer=part(p("第 1 页 共 9 页"), "ftr"),
    )
    assert document.text == "正文\n初步数。\n某市公报\n"
    assert document.landmarks == ((0, "¶1"), (3, "脚注1"), (8, "页眉"))


def test_strict_files_and_unusual_names_of_parts_are_read() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "_rels/.rels", '<R><S Type="http://purl.oclc.org/x/officeDocument" Target="/Word/Doc2.xml"/></R>'
        )
        archive.writestr(
            "Word/Doc2.xml", part(p("全年")).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        )
    document = read_word("a.docx", held.getvalue())
    assert isinstance(document, Document)
    assert document.text == "全年\n"


def bomb() -> bytes:
    """A file of 60 KB that unpacks to 60 MB."""
    return docx("<w:p>" + " " * (60 << 20) + "</w:p>")


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{"&" + chr(97 + n) + ";"}{"&" + chr(97 + n) + ";"}">' for n in range(20)
) + f']><w:document {SPACES}><w:body><w:p><w:r><w:t>&u;</w:t></w:r></w:p></w:body></w:document>'  # fmt: skip
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + part(p("&x;")).partition("?>")[2]


def with_part(content: str) -> bytes:
    """A file whose main part is this."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", content)
    return held.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE, "this is DOC/XLS/PPT/WPS in truth"),
        (docx(p("全年"))[:300], "DOCX file is damaged"),
        (b"words only", "DOCX file is damaged"),
        (b"%PDF-1.7", "this is PDF in truth"),
        (bomb(), "unpacks to more than 32 MB"),
        (with_part(LAUGHS), "declares entities"),
        (with_part(OUTSIDE), "declares entities"),
        (with_part("<w:p>"), "DOCX file is damaged"),
        (with_part(""), "DOCX file is damaged"),
        (with_part("<a>" * 3000), "DOCX file is damaged"),
        (docx(p(" ")), "nothing but white space"),
        (docx(p("全年")).replace(b"word/document.xml", b"xl/workbook.xml00"), "this is XLSX in truth"),
    ],
)
def test_a_bad_file_is_refused_for_what_it_is(data: bytes, words: str) -> None:
    problem = read_word("a.docx", data)
    assert isinstance(problem, Problem)
    assert words in problem.message["en"]


def test_a_part_with_a_password_is_encrypted() -> None:
    data = bytearray(docx(p("全年")))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.rfind(start)
        while at >= 0:
            data[at + (6 if start[2] == 3 else 8)] |= 1
            at = data.rfind(start, 0, at)
    problem = read_word("a.docx", bytes(data))
    assert isinstance(problem, Problem)
    assert "encrypted" in problem.message["en"]


SAMPLE = docx(
    p("全年增长6.7%") + tbl(tc("指标") + tc("2024年"), tc("总值") + tc("1744")), header=part(p("某市公报"), "hdr")
)


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=12), st.integers(0, 40))
def test_a_damaged_file_gives_a_document_or_a_problem(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(SAMPLE)
    for at, value in changes:
        data[at] = value
    assert isinstance(read_word("a.docx", bytes(data[: len(data) - cut])), Document | Problem)


NAMES = (
    "w:p w:r w:tbl w:tr w:tc w:tcPr w:pPr w:rPr w:del w:ins w:sdt w:sdtContent w:txbxContent mc:AlternateContent"
    " mc:Choice mc:Fallback w:hyperlink m:f m:num m:den w:vMerge w:trPr w:body"
)
ELEMENTS = st.recursive(
    st.sampled_from(
        ["<w:t>增长6.7%</w:t>", "<w:tab/>", "<w:br/>", "<w:instrText>PAGEREF</w:instrText>", "", "<w:vanish/>"]
    ),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
        st.sampled_from(NAMES.split()),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(ELEMENTS)
def test_any_markup_gives_a_document_or_a_problem(body: str) -> None:
    found = read_word("a.docx", docx(body))
    if isinstance(found, Document):
        assert all(0 <= start < len(found.text) and label for start, label in found.landmarks)
        assert list(found.landmarks) == sorted(found.landmarks)
