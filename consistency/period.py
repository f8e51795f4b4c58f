"""Periods as plain words that sort and compare: 2023, 2023-12, 2023Q1, 2021/2025."""

from __future__ import annotations

import re

_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4}
# 2023年, where it is told of: not 比2022年增长, 快于2022年
YEAR = re.compile(r"(?<![比较自从由与\d])(?<![快慢高低多少早晚]于)(?P<year>(?:19|20)\d\d)\s*年")
# 2021—2025年、2018-2025年
YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)\s*年?\s*[-—~至到]+\s*(?P<last>(?:19|20)\d\d)\s*年")
# 12月、12月份; not 1-11月
MONTH = re.compile(r"(?<![\d\-—~至个])(?P<month>1[0-2]|[1-9])\s*月(?:份|末|底)?(?!\d|\s*\d{1,2}\s*日)")
# 1-11月
MONTHS = re.compile(r"(?<!\d)(?P<first>\d{1,2})\s*月?(?:份)?\s*[-—~至到]+\s*(?P<last>\d{1,2})\s*月(?:份)?")
# 1-12月、12月止、截至12月末: the whole year
YEAR_END = re.compile(
    r"(?<!\d)1\s*[-—~至]+\s*12\s*月|12\s*月(?:份)?(?:止|底止|末止)"
    r"|截[至止](?:20\d\d年)?12\s*月(?:底|末)?|12月(?:底|末)"
)
# 一季度、上半年、前三季度
QUARTER = re.compile(r"(?P<quarter>前?[一二三四1-4])季度|(?P<half>[上下])半年")
# 上半年、前三季度、1—9月: from January on, which holds for what follows it until the whole year is told of
SINCE_JANUARY = r"上半年|(?:一|前[二三])季度|(?<!\d)1\s*月?(?:份)?\s*[-—~至到]+\s*(?:[2-9]|1[01])\s*月(?:份)?"
# “十四五”时期、五年来、近五年
LONG = re.compile(
    r"(?<![比较与])(?<![比较与]“)“?(?P<plan>十[一二三四五六七]五)”?(?:规划)?(?:时期|期间|以来|五年)|(?<!\d)(?P<years>[三五十]年)(?:来|间)"
    r"|(?:近|过去)的?(?P<recent>[两三五]年)"
    r"|(?P<run>连续(?:\d+|[两三四五六七八九十]+)年)(?=[^，。;]{0,6}(?:稳定|保持|均|都)[^，。;]{0,2}[在达超])"
)


def of_words(words: str, year: str) -> str:
    """The period that words name, in a document whose year is `year`; that year where they name none.

    >>> of_words("2024年", "2023")
    '2024'
    >>> of_words("12月份", "2025")
    '2025-12'
    """
    span = YEARS.search(words)
    if span is not None:
        return f"{span['first']}/{span['last']}"
    long = LONG.search(words)
    if long is not None:
        return long["plan"] or long["years"] or long["recent"] or long["run"]
    named = YEAR.search(words)
    if named is not None:
        year = named["year"]
    if YEAR_END.search(words):
        return year
    months = MONTHS.search(words)
    if months is not None and year:
        return f"{year}-{int(months['first']):02}/{int(months['last']):02}"
    month = MONTH.search(words)
    if month is not None and year:
        return f"{year}-{int(month['month']):02}"
    quarter = QUARTER.search(words)
    if quarter is not None and year:
        if quarter["half"]:
            return f"{year}H{1 if quarter['half'] == '上' else 2}"
        number = quarter["quarter"][-1]
        q = _NUMERALS.get(number) or int(number)
        return f"{year}Q1-{q}" if quarter["quarter"].startswith("前") else f"{year}Q{q}"
    return year


def of_title(title: str, year: str) -> str:
    """The period of a document by its title: the part of the year it tells of, else its year.

    >>> of_title("青山县2024年上半年经济运行情况", "2024"), of_title("青山县2024年统计公报", "2024")
    ('2024H1', '2024')
    """
    part = re.search(SINCE_JANUARY, title)
    return of_words(part.group(), year) if part and year else year


def year_of(period: str) -> str:
    """The year that a period lies in, itself where it is none of one year.

    >>> year_of("2024H1"), year_of("2024-01/09"), year_of("2021/2025"), year_of("十四五")
    ('2024', '2024', '2021/2025', '十四五')
    """
    return period[:4] if re.fullmatch(r"\d{4}[^/\d].*", period) else period
