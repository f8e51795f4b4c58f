"""A document as tokens: every Han character is one, wherever the run ends that it was found in."""

import pytest

from consistency.collate.stream import stream
from consistency.model import Document
from consistency.offsets import Span


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("干并幵年平", ["干", "并", "幵", "年", "平"]),
        (
            "绿地3.5万平方米，平均每人2平方米。",
            ["绿", "地", "3.5", "万", "平方米", "平", "均", "每", "人", "2", "平方米"],
        ),
        ("GDP增长5%，达1,236亿", ["GDP", "增", "长", "5", "%", "达", "1,236", "亿"]),
        ("建面120m2、二〇二三", ["建", "面", "120", "m2", "二", "〇", "二", "三"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    found = stream(Document("a.txt", text))
    assert [found.words(at, at + 1) for at in range(len(found.marks))] == tokens


def test_what_is_damaged_is_like_nothing_else() -> None:
    whole = stream(Document("a.txt", "新增就业3万人"))
    hurt = stream(Document("a.txt", "新增就业3万人"), [Span(2, 5)])
    assert [one == other for one, other in zip(whole.marks, hurt.marks, strict=True)] == [
        *(True, True),
        *(False, False, False),
        *(True, True),
    ]
