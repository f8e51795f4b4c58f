"""Numbers that Word sets before paragraphs are read as Word shows them, so that sections are told as in typed text."""

import io

import docx as python_docx
import pytest

from consistency.model import Document
from consistency.readers.word import read_word
from consistency.readers.word_numbering import FORMS, in_chinese
from tests.domain import extractor
from tests.readers.test_word import docx, p, part, t, tbl


def lvl(depth: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def listed(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>') -> str:
    """The part with one list, and the numberings that use it."""
    return part(f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{nums}', "numbering")


def n(words: str, depth: int = 0, list_: str = "1", style: str = "") -> str:
    """A numbered paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    own = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_}"/></w:numPr>' if list_ else ""
    return f"<w:p><w:pPr>{named}{own}</w:pPr>{t(words) if words else ''}</w:p>"


def read(body: str, **parts: str) -> list[str]:
    """The lines that are read."""
    document = read_word("a.docx", docx(body, **parts))
    assert isinstance(document, Document), document
    return document.text.splitlines()


OFFICIAL = listed(
    lvl(0, "chineseCountingThousand", "%1、"),
    lvl(1, "chineseCounting", "（%2）"),
    lvl(2, "decimal", "%3."),
    lvl(3, "decimal", "%1.%4", "<w:isLgl/>"),
    lvl(4, "bullet", "l"),
)


def test_lists_are_counted_as_official_documents_count() -> None:
    body = n("总体") + n("工业", 1) + n("农业", 1) + n("夏粮", 2) + n("结构", 3) + n("点", 4) + n("展望") + n("目标", 1)
    assert read(body, numbering=OFFICIAL) == [
        *("一、总体", "（一）工业", "（二）农业", "1. 夏粮", "结构", "点", "二、展望", "（一）目标")
    ]


def test_in_a_legal_list_all_levels_are_figures() -> None:
    numbering = listed(lvl(0, "chineseCounting", "第%1条"), lvl(1, "decimal", "第%1条之%2", "<w:isLgl/>"))
    assert read(n("甲") + n("乙", 1), numbering=numbering) == ["第一条甲", "第1条之1 乙"]


def test_text_between_and_empty_paragraphs_do_not_stop_the_count() -> None:
    body = n("甲") + p("正文") + n("") + n("乙")
    assert read(body, numbering=OFFICIAL) == ["一、甲", "正文", "三、乙"]


def test_a_numbering_may_begin_anew_or_elsewhere_or_be_taken_away() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    )
    numbering = listed(lvl(0, "decimal", "%1）", '<w:suff w:val="nothing"/>'), nums=nums)
    body = (
        n("甲") + n("乙", list_="2") + n("丙", list_="2") + n("丁", list_="0") + n("戊", list_="9") + n("己", depth=5)
    )
    assert read(body, numbering=numbering) == ["1）甲", "4）乙", "5）丙", "丁", "戊", "己"]


def test_styles_number_paragraphs_too() -> None:
    numbering = listed(lvl(0, "chineseCounting", "%1、"), lvl(1, "decimal", "%2．", '<w:pStyle w:val="Inner"/>'))
    styles = part(
        '<w:style w:styleId="Outer"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Like"><w:basedOn w:val="Outer"/></w:style>'
        '<w:style w:styleId="Inner"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>',
        "styles",
    )
    asked = [("甲", "Outer"), ("乙", "Inner"), ("丙", "Like"), ("丁", "Round")]
    body = "".join(n(words, list_="", style=style) for words, style in asked)
    assert read(body, numbering=numbering, styles=styles) == ["一、甲", "1．乙", "二、丙", "丁"]


def test_cells_are_numbered_once_whether_they_make_a_table_or_only_arrange_text() -> None:
    def row(*paragraphs: str) -> str:
        return "".join(f"<w:tc>{paragraph}</w:tc>" for paragraph in paragraphs)

    head, one, two = row(p("序号"), p("亩产")), row(n(""), p("410")), row(n(""), p("425"))
    numbering = listed(lvl(0, "decimal", "%1"))
    assert read(tbl(head, one, two), numbering=numbering) == ["| 序号 | 亩产 |", "| 1 | 410 |", "| 2 | 425 |"]
    assert read(tbl(row(n("稳。"), n("进。"))) + n("新。"), numbering=numbering) == ["1 稳。", "2 进。", "3 新。"]


@pytest.mark.parametrize("numbering", ["<broken", part("", "numbering"), listed(lvl(0, "decimal", "%9%1%")), listed()])
def test_lists_that_make_no_sense_spoil_no_text(numbering: str) -> None:
    assert [line[-2:] for line in read(n("甲乙") + n("丙丁"), numbering=numbering)] == ["甲乙", "丙丁"]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_goes_on_and_stays_short(form: str) -> None:
    shown = [FORMS[form](number) for number in (*range(1, 41), 9999)]
    assert max(map(len, shown)) <= 24
    assert form == "none" or len(set(shown[:10])) == 10


def test_chinese_numerals_up_to_the_largest() -> None:
    assert [in_chinese(x) for x in (1, 10, 11, 20, 21, 100, 110, 1001)] == [
        *("一", "十", "十一", "二十", "二十一", "一百", "一百一十", "一千零一")
    ]


def test_the_lists_of_a_new_document_are_known() -> None:
    document = python_docx.Document()
    styles = ("List Number", "List Number 2", "List Number", "List Bullet")
    for words, style in zip(("总体情况", "工业", "下一步", "点"), styles, strict=True):
        document.add_paragraph(words, style)
    held = io.BytesIO()
    document.save(held)
    found = read_word("a.docx", held.getvalue())
    assert isinstance(found, Document)
    assert found.text.splitlines() == ["1. 总体情况", "1. 工业", "2. 下一步", "点"]


def test_numbered_headings_tell_the_same_sections_as_typed_ones() -> None:
    title = "青石县2024年国民经济和社会发展计划执行情况与2025年计划草案的报告"
    sections = [
        ("计划执行情况", "林地面积97万亩。"),
        ("下一年主要目标", "林地面积达到99万亩。"),
        ("附记", "草地面积12万亩。"),
    ]
    typed = "".join(
        f"{number}、{heading}\n{words}\n" for number, (heading, words) in zip("一二三", sections, strict=True)
    )
    body = "".join(n(heading) + p(words) for heading, words in sections)
    word = read_word("a.docx", docx(p(title) + body, numbering=OFFICIAL))
    bare = read_word("a.docx", docx(p(title) + body))
    assert isinstance(word, Document)
    assert isinstance(bare, Document)
    expected = [claim.key for claim in extractor().read(Document("a.txt", f"{title}\n{typed}")).claims]
    assert len({key.status for key in expected}) == 2
    assert [claim.key for claim in extractor().read(word).claims] == expected
    assert {claim.key.period for claim in extractor().read(bare).claims} <= {key.period for key in expected}
