"""Years of the Republic become those of the common era, in texts of Taiwan alone."""

import pytest

from consistency.normalise import fold
from consistency.offsets import Span
from tests.domain import read


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("民國114年出口", "民国114年出口".replace("民国114", "2025")),
        ("臺灣114年12月出口", "台湾2025年12月出口"),
        ("臺灣98年第3季出口", "台湾2009年第3季出口"),
        ("臺灣112年至114年出口", "台湾2023年至2025年出口"),
        ("臺灣近110年來最高", "台湾近110年来最高"),
        ("臺灣設廠110年以上", "台湾设厂110年以上"),
        ("青山縣114年出口", "青山县114年出口"),
    ],
)
def test_a_year_of_the_republic_is_one_of_the_common_era(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_what_is_found_behind_such_a_year_is_where_it_stands() -> None:
    written = "臺灣114年出口3億元，民國113年2億元，102年1億元"
    folded = fold(written)
    for words in ("出口3", "年2亿", "1亿"):
        at = folded.text.rindex(words)
        assert folded.back(Span(at, at + len(words))).of(written).replace("億", "亿") == words
    year = folded.text.index("2024年")
    assert folded.back(Span(year, year + 5)).of(written) == "民國113年"


def test_numbers_of_such_years_are_told_of_them() -> None:
    text = "臺灣省出口統計\n2026年1月9日，統計處公布，114年12月出口624.8億美元。114年全年出口6407.5億美元。\n"
    assert [(c.key.period, c.mention.words) for c in read(text).claims] == [
        ("2025-12", "624.8亿美元"),
        ("2025", "6407.5亿美元"),
    ]
