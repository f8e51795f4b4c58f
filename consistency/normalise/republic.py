"""Years of the Republic, as Taiwan counts them, as those of the common era: 民國114年12月 is 2025年12月."""

from __future__ import annotations

import re

from consistency.patterns import lazy

FIRST = 1911  # the year before the first
LAST = 120  # no text tells of a later one
# A text that counts so says whose it is.
TAIWAN = ("民国", "台湾", "新台币", "主计处", "主计总处", "台北", "新北市", "高雄")
CITIES = ("台中市", "台南市", "桃园市", "基隆", "新竹市", "嘉义市")
COUNTIES = ("苗栗", "屏东", "澎湖", "新竹县", "嘉义县", "彰化县", "南投县", "云林县", "台东县", "花莲县", "宜兰县")
MONTH = lazy(r"(?<![\d.])1[01]\d年\s*\d{1,2}月|(?m:^1[01]\d年(?=度?[一-龥]))")  # 114年12月, 114年貿易統計: nobody else
YEAR = lazy(
    r"""
    # 民国114年
    民国\s*(?P<told>\d{1,3})(?=\s*年)
    # 114年底, 112年至114年; not 近110年, 110年来
  | (?: (?<![\d.,第近约超逾过满达历每共至到]) | (?<=年[至到]) )
    (?P<full>1[01]\d)(?=\s*年(?![前间来内期历后老以代之余多]))
    # 98年第3季
  | (?<![\d.,第])(?P<short>[6-9]\d)(?=\s*年(?:度|底|\s*\d{1,2}\s*月|第\s*[1-4一二三四]\s*季))
    """,
    re.VERBOSE,
)


def of_the_common_era(text: str) -> list[tuple[int, int, str]]:
    """The years of the Republic in a text of Taiwan: where each stands, and what it is of the common era.

    >>> of_the_common_era("台湾114年12月出口增长，近110年来最高")
    [(2, 5, '2025')]
    """
    if not any(words in text for words in (*TAIWAN, *CITIES, *COUNTIES)) and MONTH.search(text) is None:
        return []
    found = ((year, int(next(filter(None, year.groups())))) for year in YEAR.finditer(text))
    return [(*year.span(), str(FIRST + number)) for year, number in found if 0 < number <= LAST]
