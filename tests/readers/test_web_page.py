"""Web pages are read as a browser shows them: the article, its tables and its title, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Document, Problem
from consistency.readers.web_page import LARGEST, read_web_page

ARTICLE = "<p>" + "</p><p>".join(f"{n}月，全市完成投资{n}亿元，增长{n}.5%。" for n in range(1, 13)) + "</p>"


def page(body: str, head: str = "", encoding: str = "utf-8") -> Document:
    """What is read from a page of this body."""
    document = read_web_page("a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    assert isinstance(document, Document), document
    return document


def lines(body: str, head: str = "") -> list[str]:
    """The lines read from a page of this body."""
    return page(body, head).text.splitlines()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>全年</p><p>增长</p>", ["全年", "增长"]),
        ("<div>全年<div>增长</div>下降</div>", ["全年", "增长", "下降"]),
        ("<p>增长<span>6</span><b>.7</b>\n%</p>", ["增长6.7 %"]),
        ("<p>第一行<br>第二行</p>", ["第一行", "第二行"]),
        ("<h1>2024年<br>公报</h1>", ["2024年 公报"]),
        ("<p>增长&nbsp;6.7&#37;&#x200b;</p>", ["增长 6.7%"]),
        ("<p>1&#8203;744亿元</p>", ["1744亿元"]),
        ("<p>5&lt;6</p>", ["5<6"]),
        ("<pre>甲 1\n乙 2</pre>", ["甲 1", "乙 2"]),
        ("<p>10<sup>4</sup>吨，500km<sup>2</sup>，PM<sub>2.5</sub></p>", ["10⁴吨，500km²，PM2.5"]),
        ("<p>总值<sup>①</sup>1744亿元</p>", ["总值①1744亿元"]),
        ("<p>一<!-- 二 --> <![CDATA[三]]>四</p>", ["一 四"]),
        ("<p>一<script>var 二</script><style>.三{}</style><template>四</template><noscript>五</noscript></p>", ["一"]),
        ("<p>一<del>二</del><ins>三</ins></p>", ["一三"]),
        ("<p>增长<s>8.2%</s><strike>8.1%</strike>7.9%</p>", ["增长7.9%"]),
        (
            '<p>全年地区生产总值比上年增长<span style="text-decoration:line-through">8.2%</span>7.9%</p>',
            ["全年地区生产总值比上年增长7.9%"],
        ),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("全年<table><tr><td>一个格</td></tr></table>增长", ["全年", "一个格", "增长"]),
        ("|<p>| 甲 | 乙 |", ["甲 | 乙 |"]),
    ],
)
def test_text_is_read_as_it_is_shown(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="color:red; display : none">秘密9亿元</div>',
        "<div hidden>秘密9亿元</div>",
        '<p style="visibility:hidden">秘密9亿元</p>',
        '<p class="x gone">秘密9亿元</p>',
        '<p id="gone">秘密9亿元</p>',
        '<input type="hidden" value="秘密9亿元"><select><option>秘密9亿元</select>',
        '<nav>秘密9亿元</nav><footer>秘密9亿元</footer><div class="page-footer">秘密9亿元</div>',
        '<div id="sideBar">秘密9亿元</div><ul class="breadcrumb"><li>秘密9亿元</ul>',
        '<div role="navigation">秘密9亿元</div>',
        "<ul>" + '<li><a href="x">秘密9亿元</a></li>' * 5 + "</ul>",
        '<header><a href="/">秘密</a></header>',
        '<table class="nav"><tr><td style="display:none">秘密</td></tr></table>',
    ],
)
def test_what_is_hidden_or_stands_beside_the_article_is_left_out(hidden: str) -> None:
    style = "<style>/* .no */ .gone, #gone { display: none }</style>"
    assert "秘密" not in page(ARTICLE + hidden + "<p>完</p>", style).text
    assert page(ARTICLE + hidden + "<p>完</p>", style).text.count("亿元") == 12


@pytest.mark.parametrize(
    "wrapped",
    [
        f'<div class="nav-content footer">{ARTICLE}</div>',
        f"<header>{ARTICLE}</header>",
        f'<div style="display:none">{ARTICLE}</div>',
        f'<div class="tab">{ARTICLE}</div><style>@media print {{ .tab {{ display: none }} }}</style>',
        f'<div class="share"><h1>公报</h1></div>{ARTICLE}',
        f"<table><tr><td>{ARTICLE}</td><td>侧栏</td></tr><tr><td>页脚</td></tr></table>",
    ],
)
def test_the_article_is_never_left_out(wrapped: str) -> None:
    assert page(wrapped).text.count("亿元") == 12


def test_a_page_of_links_keeps_them() -> None:
    assert len(lines("".join(f"<p><a href='{n}'>附件{n}</a></p>" for n in range(9)))) == 9


@pytest.mark.parametrize(
    ("head", "body", "first"),
    [
        ("<title>2024年统计公报-统计局</title>", "<p>全年</p>", "2024年统计公报"),
        ("<title>统计局 - 2024年统计公报</title>", "<h1>2024年 统计公报</h1>", "2024年 统计公报"),
        ("<title>(河南省)2024年统计公报_公报库</title>", "<p>2024年统计公报</p>", "2024年统计公报"),
        ("<title>网站</title><meta name=ArticleTitle content='2024年公报'>", "<p>全年</p>", "2024年公报"),
        ("<title> </title>", "<p>全年</p>", "全年"),
    ],
)
def test_the_title_is_the_first_line_where_the_page_does_not_show_it(head: str, body: str, first: str) -> None:
    read = lines(body, head)
    assert read[0] == first
    assert sum(line.replace(" ", "") == first.replace(" ", "") for line in read) == 1


TABLE = """<table><caption>表1 主要指标</caption>
<tr><th rowspan=2>指标</th><th colspan=2>2024年</th><th>2025年</th></tr>
<tr><th>总量</th><th>增长（%）</th><th>总量</th></tr>
<tr><td>生产<br>总值<td>1,744<td>6.7<td></td></tr><tr><td>其中：<p>工业</p></td><td></td><td>5</td><td>—</td></tr>
<tr><td colspan=4>注：初步数。</table>"""


def test_a_table_is_rows_with_every_value_under_its_header() -> None:
    document = page("<p>前文</p>" + TABLE + "<p>后文</p>")
    assert document.text.splitlines() == [
        "前文",
        "表1 主要指标",
        "| 指标 | 2024年总量 | 2024年增长（%） | 2025年总量 |",
        "| 生产总值 | 1,744 | 6.7 |  |",
        "| 其中：工业 |  | 5 | — |",
        "注：初步数。",
        "后文",
    ]


def test_places_are_paragraphs_and_cells() -> None:
    document = page("<p>前文</p>" + TABLE + "<p>后文</p>")
    marks = {label: document.text[start:].split("\n")[0].split(" |")[0] for start, label in document.landmarks}
    assert marks["¶1"] == "前文"
    assert marks["¶2"] == "后文"
    assert marks["表1 R3C2"] == "1,744"
    assert marks["表1 R4C3"] == "5"
    assert list(document.landmarks) == sorted(document.landmarks)


def test_two_tables_side_by_side_become_two() -> None:
    row = "<tr><td>{}<td>{}<td>{}<td>{}</tr>"
    table = "<table>" + row.format("指标", "数值", "指标", "数值") + row.format("甲", 1, "乙", 2) + "</table>"
    assert lines(table) == ["| 指标 | 数值 |", "| 甲 | 1 |", "", "| 指标 | 数值 |", "| 乙 | 2 |"]


def test_a_bar_within_a_cell_makes_no_further_column() -> None:
    assert lines("<table><tr><td>甲|乙<td>1</tr><tr><td>丙｜丁<td>2</table>") == ["| 甲¦乙 | 1 |", "| 丙¦丁 | 2 |"]


@pytest.mark.parametrize(
    ("declared", "encoding", "decoded"),
    [
        ("gb2312", "gbk", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("gb2312", "utf-8", "utf-8"),
        ("gb2312", "utf-8-sig", "utf-8-sig"),
        ("big5", "big5hkscs", "big5hkscs"),
        ("gb2312", "utf-16", "utf-16"),
        ("iso-8859-1", "gbk", "gb18030"),
        ("", "gbk", "gb18030"),
    ],
)
def test_the_encoding_is_what_the_bytes_allow(declared: str, encoding: str, decoded: str) -> None:
    sentence = "朱先生說，全年投資增長。" if "big5" in encoding else "朱镕基说，堃先生投资增长。"
    document = page(f"<p>{sentence}</p>", f'<meta charset="{declared}">' if declared else "", encoding)
    assert document.text == sentence + "\n"
    assert document.encoding == decoded


def test_one_broken_character_loses_itself_alone() -> None:
    data = b'<meta charset="gb2312"><meta name=description content="' + "全市".encode("gbk")[:-1]
    document = read_web_page("a.html", data + b'">' + ARTICLE.encode("gbk"))
    assert isinstance(document, Document)
    assert document.text.count("亿元") == 12


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"plain words", "no web page"),
        (b"<html><body> <p>&nbsp;</p>", "nothing but white space"),
        (b"<!-- only -->", "nothing but white space"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04word/document.xml", "DOCX"),
        (b"<p>" + bytes(range(128, 256)) * 50, "encoding"),
        (b"<" + b" " * LARGEST, "too large"),
    ],
)
def test_what_is_no_page_is_refused(data: bytes, words: str) -> None:
    problem = read_web_page("a.html", data)
    assert isinstance(problem, Problem)
    assert words in problem.message["en"]


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5000 + "增长6.7%",
        "<font>" * 1500 + "<p>增长6.7%</p>",
        "<table><tr><td>" * 300 + "增长6.7%",
        "<p>增长6.7%" * 2000,
        '<table><tr><td colspan="99999" rowspan="99999">增长<td>6.7%<tr><td>甲<td>乙</table>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>增长6.7%&x;</p>',
        "<svg><p>增长6.7%</svg><p>增长6.7%",
    ],
)
def test_strange_pages_are_read_all_the_same(body: str) -> None:
    document = page(body)
    assert "增长" in document.text
    assert "6.7%" in document.text
    assert "root:" not in document.text


PARTS = (
    "<p> <div> </div> <table> <tr> <td> <td/colspan=3> <td/rowspan=2> </table> <br> <a> </a> <ul> <li> <pre> <sup>2 |"
    " <style> <script> <!-- --> <nav> </nav> <h1> </h1> <select> <svg> <title> <body> <html> &nbsp; &#0; \t \n \0 </p>"
    " 增长6.7% 。 亿元 <caption> <thead> <th> <math> <b </ < \U0001f44d"
)
MARKUP = st.lists(st.sampled_from(PARTS.split(" ")), max_size=60)


@given(MARKUP)
def test_any_markup_gives_a_document_or_a_problem(parts: list[str]) -> None:
    found = read_web_page("a.html", "".join(parts).encode("utf-8", "replace"))
    if isinstance(found, Document):
        assert all(0 <= start < len(found.text) and label for start, label in found.landmarks)
        assert list(found.landmarks) == sorted(found.landmarks)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_problem(data: bytes) -> None:
    assert isinstance(read_web_page("a.html", b"<p>" + data), Document | Problem)
