"""Whatever a document holds, it is read; and what is told of one place and time is never held against another's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.model import Reading
from consistency.offsets import Span
from tests.domain import found, meetings, read
from tests.rewriting import traditional

FACTS = (
    "地区生产总值{a}亿元，比上年增长{b}%。",
    "其中，第二产业增加值{a}亿元，下降{b}%。",
    "规模以上工业增加值增长{b}%，增速居全省第{n}位。",
    "一般公共预算收入{a}亿元，其中税收收入{b}亿元，占比{b}%。",
    "出口、进口分别增长{b}%、{n}%。",
    "城镇居民人均可支配收入{m}元，比全市平均水平高{n}元。",
    "新建社区食堂{n}家，新增学位{m}个。",
    "金融机构存款余额{m}亿元，比年初增加{a}亿元。",
    "粮食产量{a}万吨，蔬菜产量{b}万吨。",
    "高新技术企业达到{m}家，净增{n}家；每3户居民就有2户用上清洁能源。",
)
# What conversion, copying and carelessness leave in a text.
SCRAPS = (
    *(
        "，",
        "。",
        "、",
        "；",
        "：",
        "!",
        "?",
        "（",
        "）",
        "(",
        ")",
        "“",
        "”",
        "《",
        "|",
        "-",
        "—",
        "~",
        "%",
        "‰",
        "+",
        "/",
    ),
    *(
        "\t",
        "\n",
        "\r\n",
        " ",
        "  ",
        "\u3000",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\x0b",
        "\x85",
        "\x00",
        "\ufffd",
        "\ufffd3.5",
    ),
    *(
        "|---|\n",
        "| |\n",
        "\n\t",
        "、、",
        "的的，",
        "。。",
        "烫烫烫",
        "锟斤拷",
        "?362套",
        "⼀⼆",
        "①",
        "𝟙",
        "٣",
        "(shè)",
    ),
    *(
        "1",
        "1.",
        "1,",
        "0",
        "万",
        "亿元",
        "半",
        "第",
        "每",
        "其中",
        "分别",
        "均居",
        "全市",
        "我省",
        "比全省",
        "江北区",
        "宁波市",
    ),
    *("2023年", "上半年", "1—6月", "一、", "（一）", "1.", "附件", "由", "提高到", "不超过", "近", "64%107%", "翻一番"),
)
FIGURES = {
    "a": st.integers(1000, 9999).map(lambda n: f"{n / 10:.1f}"),
    "b": st.integers(10, 999).map(lambda n: f"{n / 10:.1f}"),
    "m": st.integers(1000, 60000).map(str),
    "n": st.integers(2, 40).map(str),
}
sentences = st.builds(
    lambda fact, figures: fact.format(**figures), st.sampled_from(FACTS), st.fixed_dictionaries(FIGURES)
)
paragraphs = st.lists(sentences, min_size=1, max_size=3, unique=True).map("".join)
pieces = st.one_of(
    sentences,
    st.sampled_from(SCRAPS),
    st.builds(lambda words, start, end: words[start:end], sentences, st.integers(0, 8), st.integers(8, 30)),
    st.integers(0, 10**9).map(str),
    st.text(max_size=4),
)
damaged = st.builds(
    lambda made, times: "".join(made) * times, st.lists(pieces, max_size=30), st.sampled_from((1, 1, 1, 1, 2, 40))
)
TITLE = "青山县2023年国民经济和社会发展统计公报\n"
ANY = settings(max_examples=60, deadline=None)


def spans(reading: Reading) -> list[Span]:
    """Every stretch of its text that a reading tells of."""
    mentioned = [s for m in reading.mentions for s in (m.span, m.number, m.quantity.span, m.quantity.number)]
    return mentioned + [s for d in reading.damages for s in (d.span, *d.also)]


def keys(text: str) -> list[tuple[str, str]]:
    """What a document claims: the key and the number of each claim, in order of place."""
    return [(str(c.key), str(c.quantity.base_value)) for c in read(text).claims]


@ANY
@given(damaged, st.sampled_from(("", TITLE)))
def test_any_text_is_read_and_what_is_told_of_it_lies_in_it(text: str, title: str) -> None:
    text = title + text
    reading = read(text)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans(reading))
    assert all(m.number.of(text) for m in reading.mentions)


@ANY
@given(damaged, damaged)
def test_any_texts_are_compared(one: str, other: str) -> None:
    texts = (TITLE + one, TITLE + other)
    assert all(c.document in ("a.txt", "b.txt") for finding in found(*texts, select=("CC",)) for c in finding.claims)


@ANY
@given(st.lists(paragraphs, min_size=1, max_size=4))
def test_a_text_in_traditional_characters_claims_the_same(body: list[str]) -> None:
    text = TITLE + "\n".join(body)
    assert keys(traditional(text)) == keys(text) != []


@ANY
@given(st.lists(paragraphs, min_size=1, max_size=4), st.data())
def test_a_paragraph_on_something_else_changes_no_claim(body: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(body)))
    another = data.draw(
        st.sampled_from(("江边新修了一条步道，游人不少。", "改造公交站台37处。", "上半年，图书馆接待读者8万人次。"))
    )
    plain, more = keys(TITLE + "\n".join(body)), keys(TITLE + "\n".join((*body[:at], another, *body[at:])))
    assert [key for key in more if key in plain] == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("湖北省武汉市青山区2023年统计公报", "湖北省武汉市2023年统计公报"),
        ("重庆市江北区2023年统计公报", "浙江省宁波市江北区2023年统计公报"),
        ("重庆市江北区2023年统计公报", "重庆市渝北区2023年统计公报"),
        ("青山县2023年统计公报", "青山市2023年统计公报"),
        ("青山县2023年统计公报", "青山县2022年统计公报"),
        ("青山县2023年经济运行情况", "青山县2023年上半年经济运行情况"),
        ("青山县2023年前三季度经济运行情况", "青山县2023年上半年经济运行情况"),
        ("青山县2023年一季度经济运行情况", "青山县2023年二季度经济运行情况"),
    ],
)
@settings(max_examples=15, deadline=None)
@given(body=paragraphs)
def test_documents_of_another_place_or_time_never_meet(one: str, other: str, body: str) -> None:
    assert meetings(f"{one}\n{body}", f"{one}\n{body}") != set()
    assert meetings(f"{one}\n{body}", f"{other}\n{body}") == set()
