"""Days in characters, as Hong Kong and Macao write them, are read as figures; other numerals are left alone."""

import pytest

from consistency.normalise import fold
from consistency.offsets import Span
from tests.domain import claim


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("今日（九月三十日）公布", "今日(9月30日)公布"),
        ("十月一日至八日，旅客12萬人次", "10月1日至8日，旅客12万人次"),
        ("十二月廿九日至一月二日", "12月29日至1月2日"),
        ("二零二五年十一月十日", "2025年11月10日"),
        ("三月三活動", "三月三活动"),  # no day
        ("五一假期", "五一假期"),
        ("八月零售額", "八月零售额"),  # a month alone is read as it stands
    ],
)
def test_days_are_read_as_figures(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_positions_lead_back_to_the_characters() -> None:
    text = "十月一日至八日，旅客12萬人次，十一月廿三日，旅客9萬人次"
    folded = fold(text)
    for words in ("12万人次", "9万人次"):
        at = folded.text.index(words)
        assert folded.back(Span(at, at + len(words))).of(text) == words.replace("万", "萬")


def test_days_told_in_characters_are_the_same_days() -> None:
    head = "云和县旅游统计\n2025年10月9日\n"
    one, other = (f"{head}{days}，全县接待游客12.4万人次。\n" for days in ("10月1日至8日", "十月一日至八日"))
    assert claim(one, "12.4万人次").key == claim(other, "12.4万人次").key
