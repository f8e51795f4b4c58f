"""Periods as plain words that sort and compare: 2023, 2023-12, 2023Q1, 2021/2025."""

from __future__ import annotations

import re
from dataclasses import dataclass

from consistency.patterns import lazy

# Months that have a name together: 1-6月 is 上半年
SEASONS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2", (1, 9): "Q1-3"}
SHORTEST_MONTH = 28  # days
_IN_CHINESE = {"1": "一", "2": "二", "3": "三", "4": "四"}
# 2023年, where it is told of: not 比2022年增长, 快于2022年
YEAR = lazy(
    r"(?<![比较自从由与按据\d])(?<![快慢高低多少早晚]于)(?P<year>(?:19|20)\d\d)\s*年(?!同期|同季|同月|(?:\d{1,2}月)?以来)"
)
# 2024年1月16日 · 2024-01-26
DATE = lazy(
    r"(?P<year>(?:19|20)\d\d)\s*(?:年\s*|[-./])(?P<month>\d{1,2})\s*(?:月[^\S\n]*|[-./])(?P<day>\d{1,2})(?!\d|\s*月)\s*日?"
)
# 2021—2025年、2018-2025年
YEARS = lazy(r"(?P<first>(?:19|20)\d\d)\s*年?\s*[-—~至到]+\s*(?P<last>(?:19|20)\d\d)\s*年")
A_MONTH = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
# 12月、12月份、九月; not 1-11月
MONTH = lazy(
    r"(?<![\d\-—~个前首一二三四五六七八九十、])(?<!(?<!截)至)(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
    r"\s*月(?:份|末|底)?(?!\d|\s*\d{1,2}\s*日|[一二三四五六七八九十]{1,3}日|\s*[-—~至到]+\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月)"
)
# 1-11月、元至5月, 七月至九月, 1、2月份、一、二月
MONTHS = lazy(
    r"(?<![\d亿万千百多余美港])(?P<first>\d{1,2}|元)\s*月?(?:份)?\s*[-—~至到]+\s*(?P<last>\d{1,2})\s*月(?:份)?"
    r"|(?<![一二三四五六七八九十])(?P<first_month>十[一二]?|[一二三四五六七八九])月(?:份)?[-—~至到]+(?P<last_month>十[一二]?|[一二三四五六七八九])月(?:份)?"
)
TWO_MONTHS = lazy(r"(?<![\d、.])(?P<first>[1一])、(?P<last>[2二])月(?:份)?(?!\d)")
# 1-12月、12月止、截至12月末, 11月1日零时: the whole year
YEAR_END = lazy(
    r"(?<!\d)1\s*[-—~至]+\s*12\s*月|12\s*月(?:份)?(?:止|底止|末止)"
    r"|截[至止](?:20\d\d年)?12\s*月(?:底|末)?|12月(?:底|末)"
    r"|(?<!\d)\d{1,2}月1日零时"  # the moment of a census
)
# 一季度、上半年、前三季度; 第3季、首三季 as in Hong Kong and Macao; not 比上半年
QUARTER = lazy(
    r"(?<![比较与])(?:(?P<quarter>前?[一二三四1-4])季度|(?P<half>[上下])半年"
    r"|(?P<season>(?:第|[首前](?=[二两三2-3]))[一二两三四1-4]|首)季(?![度军赛播]))"
)
# 截至2024年1月31日: so far in the year, told of by its month; not 截至7月17日18时, when something going on was counted
AS_OF = lazy(r"截[至止](?:到)?(?:(?:19|20)\d\d年)?(?P<month>1[0-2]|[1-9])月\d{1,2}日(?!\d{1,2}[时点:])")
# 前10个月、首九个月, 前9月; not 目前9月
UNTIL = lazy(r"(?<![比较与目此日])[首前](?P<until>1[0-2]|[2-9]|十[一二]?|[二两三四五六七八九])个?月(?!\d)")
# 前十个月, 首8月: so many from January on, but not all
SOME_MONTHS = r"(?<![目此日])[首前](?:1[01]|[2-9]|十一?|[二两三四五六七八九])个?月(?!\d)"
# 上半年、前三季度、1—9月: from January on, which holds for what follows it until the whole year is told of
SINCE_JANUARY = (
    r"上半年|(?:一|前[二三])季度|(?<![\d亿万千百])(?:1|元)\s*月?(?:份)?\s*[-—~至到]+\s*(?:[2-9]|1[01])\s*月(?:份)?"
    rf"|首[二两三2-3]?季(?!度)|{SOME_MONTHS}"
)
# 上半年增长3%，全年5%: the year after all
WHOLE = lazy(r"(?P<whole>全年)")
# “十四五”时期、五年来、近五年
LONG = lazy(
    r"(?<![比较与])(?<![比较与]“)“?(?P<plan>十[一二三四五六七]五)”?(?:规划)?(?:时期|期间|以来|五年)|(?<!\d)(?P<years>[三五十]年)(?:来|间)"
    r"|(?:近|过去|这)的?(?P<recent>[两三五]年)|(?P<since>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月)?以来"
    r"|(?P<run>连续(?:\d+|[两三四五六七八九十]+)年)(?=[^，。;]{0,6}(?:稳定|保持|均|都)[^，。;]{0,2}[在达超])"
)
# 2022年底至2023年底: the year between
BETWEEN_ENDS = lazy(r"(?P<first>(?:19|20)\d\d)年年?[底末]\s*[-—~至到]+\s*(?P<last>(?:19|20)\d\d)年年?[底末]")
# 2019/20年度, 2019-20财政年度: a year of account that lies in two
OF_ACCOUNT = lazy(r"(?<!\d)(?P<first>(?:19|20)\d\d)\s*[/至-]\s*(?:20)?(?P<last>\d\d)\s*(?:财政)?年度")
# 春节假期, “五一”小长假: days that are told of by themselves
HOLIDAY = lazy(
    r"(?<![比较与])“?(?P<holiday>春节|国庆|中秋|五一|端午|清明|元旦|双节)(?:节|”)?(?:、?中秋)?节?”?"
    r"(?:假期|期间|假日|黄金周|(?:小)?长假|节日|八天|七天|\d天)"
)
# “五一”古城有多火: the same by name alone, where the text goes on to speak of days off
HOLIDAY_NAMED = lazy(r"“?(?P<holiday>春节|国庆|中秋|五一|端午|清明|元旦|双节)(?!联欢|庆典|晚会|慰问|\d*周年)”?")
DAYS_OFF = lazy(r"假期|假日|(?:小)?长假|节日期间|黄金周")
# 10月1日至8日，全市…, 10月1日当天: some days, which are told of by themselves
DAYS = lazy(
    r"""
    (?<!\d) (?P<month1>1[0-2]|[1-9])月 (?P<day1>\d{1,2})日?
    (?: \s*[-—~至到]+\s* (?: (?P<month2>1[0-2]|[1-9])月 )? (?P<day2>\d{1,2})日
        (?= [，,)] | 期间 | 止 | [全我本][省市县区国州] )
      | (?<=日) (?:当天|当日|单日) )
    """,
    re.VERBOSE,
    needs=("日",),
)
# What tells a part of a year, each with a mark without which it is not there: most words have none.
PARTS = (
    *(
        (MONTHS, "月"),
        (TWO_MONTHS, "月"),
        (MONTH, "月"),
        (AS_OF, "日"),
        (DAYS, "日"),
        (QUARTER, "季"),
        (QUARTER, "半年"),
        (UNTIL, "月"),
        (WHOLE, "全年"),
    ),
    *((HOLIDAY, mark) for mark in ("假", "期间", "黄金周", "节日", "天")),
)
# 较2023年10月增长, 较6至8月上升
COMPARED_WITH = lazy(r"[比较](?:(?:19|20)\d\d年|去年|上年|今年)?$", needs=("比", "较"))
HELD_AGAINST = lazy(r"份?相比")  # 与2月份相比, behind the month
SPAN_OF_YEARS = lazy(r"\d{4}/\d{4}", needs=("/",))  # 2021/2025
OF_A_YEAR = lazy(r"\d{4}[^/\d].*")  # 2024H1, 2024-01/09, 2024春节
SPELT_DAYS = lazy(r"(\d{4})-(\d\d)-(\d\d)(?:/(\d\d)-(\d\d))?")  # 2025-10-01/10-08
# The forms of a period that is no plain words: 2023, 2021/2025, 2023-12, 2023-01/11, 2023Q1, 2023Q1-3, 2023H1
SPELT = lazy(
    r"(?P<year>\d{4})(?:/(?P<last>\d{4})|-(?P<month>\d\d)(?:/(?P<to>\d\d))?"
    r"|Q(?P<quarter>[1-4])(?:-(?P<quarters>[1-4]))?|H(?P<half>[12]))?"
)


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period, and where the words that name it begin and end; nowhere (-1) where no words do."""

    period: str
    start: int = -1
    end: int = -1


def month_of(period: str) -> int:
    """The month with which a period ends that is part of a year; nought for a year, and for what has no months.

    >>> month_of("2023-01/09"), month_of("2023Q1-3"), month_of("2023H1"), month_of("2023")
    (9, 9, 6, 0)
    """
    told = SPELT.fullmatch(period)
    if told is None:
        return 0
    quarter = told["quarters"] or told["quarter"]
    return int(told["to"] or told["month"] or 0) or int(quarter or 0) * 3 or int(told["half"] or 0) * 6


def month_before(period: str) -> str:
    """The month before the one with which a period ends; nothing for a period that ends with none.

    >>> month_before("2024-12"), month_before("2024-01"), month_before("2024")
    ('2024-11', '2023-12', '')
    """
    month, year = month_of(period), calendar_year(period)
    if not month or year is None:
        return ""
    return f"{year}-{month - 1:02}" if month > 1 else f"{year - 1}-12"


def since_january(period: str) -> str:
    """The part of a year that ends with a month, from January on; any other period as it is.

    >>> since_january("2024-11"), since_january("2024-06"), since_january("2024-12"), since_january("2024Q1")
    ('2024-01/11', '2024H1', '2024', '2024Q1')
    """
    told = SPELT.fullmatch(period)
    if told is None or told["month"] in (None, "01") or told["to"]:
        return period
    return told["year"] + _up_to(int(told["month"]))


def of_words(words: str, year: str) -> str:
    """The period that words name, in a document whose year is `year`; that year where they name none.

    >>> of_words("2024年", "2023")
    '2024'
    >>> of_words("12月份", "2025")
    '2025-12'
    """
    return named(words, year).period


def named(words: str, year: str) -> NamedPeriod:
    """The period that words name, and where.

    >>> named("至2024年12月份", "2023")
    NamedPeriod(period='2024-12', start=1, end=10)
    """
    told = None
    if "年" in words:
        between = BETWEEN_ENDS.search(words) if "末" in words or "底" in words else None
        if between is not None and int(between["last"]) == int(between["first"]) + 1:
            return NamedPeriod(between["last"], *between.span())
        account = OF_ACCOUNT.search(words) if "年度" in words else None
        if account is not None and (int(account["first"]) + 1) % 100 == int(account["last"]):
            return NamedPeriod(f"{account['first']}/{int(account['first']) + 1}", *account.span())
        span = YEARS.search(words)
        if span is not None:
            return NamedPeriod(f"{span['first']}/{span['last']}", *span.span())
        told = YEAR.search(words)
    long = LONG.search(words) if "年" in words or "五" in words else None
    if long is not None:
        return NamedPeriod(_long(long, year), *long.span())
    given, year = year, told["year"] if told is not None else year_of(year)
    start, end = told.span() if told is not None else (-1, -1)
    ended = YEAR_END.search(words) if "月" in words else None
    if ended is not None:
        return NamedPeriod(year, ended.start() if told is None else min(start, ended.start()), max(end, ended.end()))
    forms = [form for form, mark in PARTS if mark in words]
    parts = [
        (m.start(), -m.end(), m)
        for form in forms
        for m in form.finditer(words)
        if not COMPARED_WITH.search(words, max(0, m.start() - 8), m.start()) and not HELD_AGAINST.match(words, m.end())
    ]
    if not parts or not year:
        return NamedPeriod(year if told is not None else given, start, end)
    part = max(parts, key=lambda n: n[:2])[2]
    begins = part.start() if told is None else min(start, part.start())
    return NamedPeriod(year[-4:] + _part_of_year(part), begins, max(end, part.end()))


def _long(found: re.Match[str], year: str) -> str:
    """The years that words for many name, seen from a year: from 2025, 十四五, 五年来 and 2021年以来 are 2021/2025."""
    if found["plan"]:
        last = 2005 + 5 * _number(found["plan"][1])
        return f"{last - 4}/{last}"
    if found["run"] or not year[-4:].isdigit():
        return found["run"] or found["years"] or found["recent"]
    if found["since"]:
        if found["since"] < year[-4:]:
            return f"{found['since']}/{year[-4:]}"
        month = int(found["month"] or 1)
        return year if month == 1 else year[-4:] + SEASONS.get((month, 12), f"-{month:02}/12")
    count = _number((found["years"] or found["recent"])[0])
    return f"{int(year[-4:]) - count + 1}/{year[-4:]}"


def _part_of_year(found: re.Match[str]) -> str:
    """The part of a year that words name, as it stands behind the year: Q1, H2, -03, -01/11."""
    if "whole" in found.re.groupindex:
        return ""
    said = found.groupdict()
    if "first" in said:
        first = _number((said["first"] or said.get("first_month") or "").replace("元", "1"))
        last = _number(said["last"] or said.get("last_month") or "")
        return SEASONS.get((first, last), f"-{first:02}/{last:02}")
    if "month1" in said:
        return _days(int(said["month1"]), int(said["day1"]), int(said["month2"] or said["month1"]), said["day2"])
    if "month" in said:
        return f"-{_number(said['month']):02}"
    if "holiday" in said:
        return str(said["holiday"])
    if "until" in said:
        return _up_to(_number(said["until"]))
    if said["half"]:
        return "H1" if said["half"] == "上" else "H2"
    words = said["quarter"] or said["season"]
    if words == "首":
        return "Q1"
    q = _number(words[-1])
    return SEASONS.get((1, 3 * q), f"Q1-{q}") if words[0] in "前首" else f"Q{q}"


def _up_to(month: int) -> str:
    """The months from January to one as they stand behind the year: -01, Q1, -01/11; nothing for all of them."""
    if month == 12:
        return ""
    return "-01" if month == 1 else SEASONS.get((1, month), f"-01/{month:02}")


def _days(month: int, day: int, last_month: int, last_day: str | None) -> str:
    """Some days as they stand behind the year, -10-01/10-08; from the first of January to a month's end, its months."""
    if last_day is None:
        return f"-{month:02}-{day:02}"
    if (month, day) == (1, 1) and int(last_day) >= SHORTEST_MONTH:
        return _up_to(last_month)
    return f"-{month:02}-{day:02}/{last_month:02}-{int(last_day):02}"


def _number(words: str) -> int:
    """A number up to twelve, in figures or characters: 10, 十一, 两."""
    if words.isdecimal():
        return int(words)
    if words == "十":
        return 10
    ones = words.removeprefix("十").replace("两", "二")
    return 10 * words.startswith("十") + "〇一二三四五六七八九".index(ones or "〇")


def in_chinese(period: str) -> str:
    """A period in the words of a report; one that is words already stays.

    >>> in_chinese("2024"), in_chinese("2023Q1-3"), in_chinese("2024春节"), in_chinese("2024-10-01/10-08")
    ('2024年', '2023年前三季度', '2024年春节', '2024年10月1日至10月8日')
    """
    if days := SPELT_DAYS.fullmatch(period):
        numbers = [int(n) for n in days.groups()[1:] if n]
        ends = (f"{month}月{day}日" for month, day in zip(numbers[::2], numbers[1::2], strict=True))
        return f"{days[1]}年{'至'.join(ends)}"
    found = SPELT.fullmatch(period)
    if found is None:
        return re.sub(r"^(\d{4})(?=[一-龥])", r"\1年", period)
    year = f"{found['year']}年"
    if found["last"]:
        return f"{found['year']}—{found['last']}年"
    if found["month"]:
        return f"{year}{'—'.join(str(int(month)) for month in (found['month'], found['to']) if month)}月"
    if found["quarters"]:
        return f"{year}前{_IN_CHINESE[found['quarters']]}季度"
    if found["quarter"]:
        return f"{year}{_IN_CHINESE[found['quarter']]}季度"
    return year + {"1": "上半年", "2": "下半年", None: ""}[found["half"]]


def year_of(period: str) -> str:
    """The year that a period lies in, itself where it is none of one year.

    >>> year_of("2024H1"), year_of("2024-01/09"), year_of("2021/2025"), year_of("2024春节")
    ('2024', '2024', '2021/2025', '2024')
    """
    return period if len(period) == 4 or not OF_A_YEAR.fullmatch(period) else period[:4]


def calendar_year(period: str) -> int | None:
    """The year that a period begins in or lies in, as a number; nothing where it is told in words.

    >>> calendar_year("2024H1"), calendar_year("连续五年")
    (2024, None)
    """
    return int(period[:4]) if period[:4].isdigit() else None
