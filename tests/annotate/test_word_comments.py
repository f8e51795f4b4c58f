"""A Word file gets comments at the words in question, and nothing else of it changes."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from lxml import etree

import consistency
from consistency.annotate import annotated
from consistency.annotate.notes import Note
from consistency.annotate.word_comments import annotate
from consistency.model import Document, Problem, Report, Severity
from consistency.offsets import Span
from consistency.readers.word import read_word
from tests.annotate.drafts import BULLETIN, draft, parts
from tests.readers.test_word import BOX, p, part, t, tbl, tc
from tests.readers.test_word import docx as package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, str, bytes]:
    """The report on the draft, its path, and its copy with comments."""
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "公报.txt").write_text(BULLETIN, encoding="utf-8")
    (folder / "draft.docx").write_bytes(draft())
    report = consistency.check(folder / "draft.docx", against=folder / "公报.txt")
    path = str(folder / "draft.docx")
    made = annotated(report, path, draft(), lang="zh")
    assert isinstance(made, bytes)
    return report, path, made


def parent(element: etree._Element) -> etree._Element:
    """What an element stands in."""
    found = element.getparent()
    assert found is not None
    return found


def words_of(element: etree._Element) -> str:
    """All the text within an element."""
    return "".join(map(str, element.itertext()))


def joined(run: etree._Element, after: etree._Element) -> None:
    """Puts the words of a run before those of the next, and takes the run out."""
    own, others = run.find(f"{W}t"), after.find(f"{W}t")
    assert own is not None
    assert others is not None
    others.text = (own.text or "") + (others.text or "")
    parent(run).remove(run)


def under_comments(data: bytes) -> dict[str, str]:
    """The first line of each comment, and the words between its marks; for a note, the kind of the mark."""
    held = parts(data)
    body = etree.fromstring(held["word/document.xml"])
    found = {}
    for comment in etree.fromstring(held["word/comments.xml"]):
        number, first = comment.get(f"{W}id"), words_of(comment[0])
        words, inside = "", False
        for each in body.iter():
            inside = (inside or (each.tag == f"{W}commentRangeStart" and each.get(f"{W}id") == number)) and not (
                each.tag == f"{W}commentRangeEnd" and each.get(f"{W}id") == number
            )
            if inside and each.tag == f"{W}t":
                words += each.text or ""
            elif inside and each.tag in (f"{W}footnoteReference", f"{W}endnoteReference", f"{W}pict"):
                words += f"<{etree.QName(each).localname}>"
        assert len(body.findall(f".//{W}commentReference[@{W}id='{number}']")) == 1
        found[first] = words
    return found


def without_comments(data: bytes) -> bytes:
    """The body without the marks of comments, runs of one format that follow each other as one."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    for name in ("commentRangeStart", "commentRangeEnd"):
        for each in root.findall(f".//{W}{name}"):
            parent(each).remove(each)
    for each in root.findall(f".//{W}commentReference"):
        parent(parent(each)).remove(parent(each))
    for run in root.findall(f".//{W}r"):
        after = run.getnext()
        if (
            after is None
            or after.tag != run.tag
            or [c.tag for c in (*run, *after) if c.tag not in (f"{W}rPr", f"{W}t")]
        ):
            continue
        formats = [b"".join(map(etree.tostring, each.findall(f"{W}rPr"))) for each in (run, after)]
        if formats[0] == formats[1]:
            joined(run, after)
    for each in root.iter(f"{W}t"):
        each.attrib.clear()
    return etree.tostring(root, method="c14n")


def test_each_of_six_faults_has_a_comment_at_its_words(checked: tuple[Report, str, bytes]) -> None:
    found = under_comments(checked[2])
    assert sorted(found.values()) == sorted(
        ["321.6亿元", "5.9%", "5700人", "全县建成青山河国家湿地公园", "89.7", "<footnoteReference>"]
    )
    (first,) = [line for line, words in found.items() if words == "<footnoteReference>"]
    assert first == "所指文字：“28.6万吨”（脚注1）"


def test_a_comment_tells_the_other_side_its_source_the_clue_and_the_rule(checked: tuple[Report, str, bytes]) -> None:
    comments = etree.fromstring(parts(checked[2])["word/comments.xml"])
    (lines,) = [
        [words_of(line) for line in comment] for comment in comments if "地区生产总值（2023）" in words_of(comment[0])
    ]
    told = "\n".join(lines)
    assert lines[0].startswith("【错误】地区生产总值（2023）")
    assert "全县实现地区生产总值⟦312.6亿元⟧，比上年增长6.1%。" in told
    assert (
        "公报.txt:9:7 · 一、综合（青山县2023年国民经济和社会发展统计公报、统计公报、青山县统计局、2024-03-20）" in told
    )
    assert "线索：相邻两位数字可能颠倒" in told
    assert "可信程度：很大" in told
    assert "规则：CC101 数值不一致" in told


def test_the_author_tells_the_severity(checked: tuple[Report, str, bytes]) -> None:
    comments = etree.fromstring(parts(checked[2])["word/comments.xml"])
    assert {comment.get(f"{W}author") for comment in comments} == {"一致性检查·错误", "一致性检查·警告"}


def test_all_else_stays_as_it_was(checked: tuple[Report, str, bytes]) -> None:
    before, after = parts(draft()), parts(checked[2])
    told = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert [name for name in after if name not in before] == ["word/comments.xml"]
    assert {name for name in before if before[name] != after[name]} == told
    assert list(after)[: len(before)] == list(before)
    assert without_comments(checked[2]) == without_comments(draft())
    assert (
        docx.Document(io.BytesIO(checked[2])).paragraphs[1].text
        == docx.Document(io.BytesIO(draft())).paragraphs[1].text
    )


def test_the_copy_reads_as_the_draft_does(checked: tuple[Report, str, bytes]) -> None:
    before, after = read_word("a.docx", draft()), read_word("a.docx", checked[2])
    assert before == after


def test_a_copy_can_be_annotated_again(checked: tuple[Report, str, bytes]) -> None:
    report, path, once = checked
    twice = annotated(report, path, once, lang="en")
    assert isinstance(twice, bytes)
    comments = etree.fromstring(parts(twice)["word/comments.xml"])
    assert [comment.get(f"{W}id") for comment in comments] == [str(number) for number in range(12)]


def test_the_same_draft_gives_the_same_bytes(checked: tuple[Report, str, bytes]) -> None:
    report, path, made = checked
    assert annotated(report, path, draft(), lang="zh") == made


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_finds_the_comments(checked: tuple[Report, str, bytes], tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(checked[2])
    assert OFFICE
    command = [
        OFFICE,
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "fodt",
        "a.docx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    opened = (tmp_path / "a.fodt").read_text(encoding="utf-8")
    assert opened.count("<office:annotation ") == 6
    assert opened.count("<text:tracked-changes") == 1
    assert opened.count("<draw:image") == 1


def noted(body: str, words: str, **beside: str) -> dict[str, str]:
    """What is under the comment on some words of a file."""
    data = package(body, **beside)
    document = read_word("a.docx", data)
    assert isinstance(document, Document)
    at = document.text.index(words)
    note = Note(Span(at, at + len(words)), Severity.ERROR, "检查", ("说明",), "在别处")
    made = annotate(data, document, [note])
    assert isinstance(made, bytes)
    assert read_word("a.docx", made) == document
    return under_comments(made)


@pytest.mark.parametrize(
    ("body", "words", "under"),
    [
        (p("全年增长6.7%，快于全市"), "6.7%", "6.7%"),
        (p(t("全年增长6") + t(".7") + t("%，快于全市")), "6.7%", "6.7%"),
        (p(t("6.7%")), "6.7%", "6.7%"),
        (p(t("完成") + f"<w:ins>{t('312')}</w:ins>" + t("亿元")), "312亿元", "312亿元"),
        (p(f"<w:hyperlink>{t('增长6.7%。')}</w:hyperlink>"), "6.7%", "6.7%"),
        (p(t("增长  6.7%\u200b，另增 6.7%左右")), "6.7%左右", "6.7%左右"),
        (p("<w:r><w:t>甲</w:t><w:br/><w:t>乙增6%</w:t></w:r>"), "乙增6%", "乙增6%"),
        (p("<w:r><w:t>甲6%</w:t><w:br/><w:t>乙6%</w:t></w:r>"), "甲6%", "甲6%"),
        (tbl(tc("指标") + tc("数"), tc("甲") + tc("12.5"), tc("乙") + tc("12.5")), "12.5 |\n| 乙", "12.5乙"),
        (tbl(tc("指标") + tc("a|数"), tc("甲") + tc("12.5")), "¦数", "|数"),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{t('前半6')}</w:p>" + p(".5亿元。"), "6.5亿元", "6.5亿元"),
        (p(t("占") + f"<m:oMath><m:f><m:num>{t('1')}</m:num><m:den>{t('5')}</m:den></m:f></m:oMath>"), "1/5", "15"),
    ],
)  # fmt: skip
def test_a_comment_spans_the_words_in_question(body: str, words: str, under: str) -> None:
    assert noted(body, words) == {"说明": under}


def test_comments_may_meet_and_lie_over_each_other() -> None:
    data = package(p("增长6.7%，快于全市"))
    document = read_word("a.docx", data)
    assert isinstance(document, Document)
    spans = {"6.7%": Span(2, 6), "，": Span(6, 7), "7%，快": Span(4, 8), "增长6.7%": Span(0, 6)}
    notes = [Note(span, Severity.ERROR, "检查", (words,), "在别处") for words, span in spans.items()]
    made = annotate(data, document, notes)
    assert isinstance(made, bytes)
    assert read_word("a.docx", made) == document
    assert under_comments(made) == {words: words for words in spans}


def test_a_comment_on_a_text_box_stands_at_its_drawing() -> None:
    assert noted(p(t("正文") + f"<w:r><w:pict>{BOX}</w:pict></w:r>"), "框中") == {"在别处": "<pict>框中"}


def test_a_comment_on_a_header_stands_at_the_beginning() -> None:
    assert noted(p("正文"), "某市", header=part(p("某市公报"), "hdr")) == {"在别处": "正"}


def test_a_comment_on_an_endnote_stands_at_its_mark() -> None:
    note = f'<w:endnote w:id="7">{p("初步数5.5亿元。")}</w:endnote>'
    mark = '<w:r><w:endnoteReference w:id="7"/></w:r>'
    assert noted(p(t("正文") + mark), "5.5亿元", endnotes=part(note, "endnotes")) == {"在别处": "<endnoteReference>"}


def test_a_file_that_was_changed_meanwhile_is_not_annotated() -> None:
    note = Note(Span(0, 2), Severity.ERROR, "检查", ("说明",))
    refused = annotate(package(p("正文")), Document("a.docx", "另文\n"), [note])
    assert isinstance(refused, Problem)
    assert "改动" in refused.message["zh"]


def test_a_broken_file_is_refused() -> None:
    assert isinstance(annotate(b"PK\x03\x04", Document("a.docx", "另文\n"), []), Problem)
