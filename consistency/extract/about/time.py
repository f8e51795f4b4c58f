"""The year and the part of it that a document tells of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from consistency import period as periods
from consistency.extract.about.evidence import Candidate, Witness, weighed
from consistency.extract.about.head import IN_A_CELL, DocumentHead
from consistency.extract.about.kind import NEWS, YEARLY
from consistency.patterns import lazy
from consistency.period import A_MONTH

ENOUGH = 6000  # characters that tell which year is meant
OPENING = 300  # characters in which a text says what part of the year it is about
MOST = 12  # a year told oftener than so is told no more surely
IN_THE_TITLE, AT_THE_SITTING, IN_A_HEADING = Fraction(400), Fraction(200), Fraction(30)
IN_A_CENSUS = Fraction(60)  # times likelier, where a census is named in the head
BY_THE_DATE, OPENS = Fraction(6), Fraction(6)
COUNTED = ("bulletin", NEWS, "digest", "notice")  # what may tell of a census, and of nothing else
DOUBT = 1  # a year told once is told

# 2023年, 2019年度, 2019/20年度, 2019-20财政年度
YEAR = lazy(r"(?P<year>(?:19|20)\d\d)\s*(?:年|[/-]\d\d\s*(?:财政|财)?年度?)")
# | 2023 | 2022 |: the head of a column
CELL = lazy(r"(?m)(?:^|[|\t])\s*(?P<year>(?:19|20)\d\d)\s*(?=[|\t]|$)")
# 2021—2025年, 2022-2030年, 2017年至2018年: spans and plans are of no one year
SPAN = lazy(r"(?:19|20)\d\d\s*年?\s*[-—–~至到]+\s*(?:19|20)\d\d\s*年?")
# 与2019年相比, 恢复至2019年的九成, 自2023年启动以来: a year that others are held against, or from which on they count
HELD_AGAINST = lazy(
    r"(?:[与同和跟较比于到自]|(?<!截)至)\s*(?:19|20)\d\d\s*年|(?:19|20)\d\d\s*年(?:同期|同季|同月|[^，。\n]{1,8}以来)"
)
# 第十四个五年规划和2035年远景目标纲要
FAR_OFF = lazy(r"(?:19|20)\d\d\s*年远景目标")
# 县情概况(2025年版): when an edition came out
EDITION = lazy(r"(?:19|20)\d\d\s*年?版")
# 发布《2023年青山县统计公报》: the publication that a piece of news tells of
TOLD_OF = lazy(
    r"(?P<year>(?:19|20)\d\d)年(?:度)?(?:[^，。;\n\d]|\([^()]*\)){0,30}?(?:公报|年报|年度报告|年鉴)",
    needs=("公报", "年报", "报告", "年鉴"),
)
# 2025年，全市力争…: a year that is aimed at, and not told of
AIMED_AT = lazy(r"(?:19|20)\d\d\s*年(?=[^。;\n\d]{0,16}(?:力争|争取|确保|[将拟]|计划|目标))")
# 2024年，全市…; 局长:2024年，我市…: a year that a sentence opens with, or what somebody says
OPENED = lazy(r"(?m)(?:^|[。;:])[\s“]*(?P<year>(?:19|20)\d\d)\s*年(?=[，,全我]|[末底])")
# ——2024年1月在…会议上: a sitting whose day is not told
SITTING = lazy(
    r"(?m)^[\s(—–─-]*(?P<year>(?:19|20)\d\d)\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?=\s*在|[^，。\n]{0,40}会议上)"
)
# 一、2023年工作回顾, 一、2023年预算执行情况
LOOKING_BACK = lazy(
    r"(?m)^.{0,8}(?P<year>(?:19|20)\d\d)\s*年[^，。\n]{0,20}?(?:回顾|完成情况|工作情况|执行情况|收支情况|决算情况)"
)
BACKWARD = lazy(r"完成情况|回顾|执行情况|总结")
LAST_YEAR = lazy(r"(?<![比较与和同])去年(?!同期)")

# 上半年、前三季度、1-7月
SEASON = lazy(
    r"(?P<season>前?[一二三四1-4]季度|第[一二三四1-4]季(?!度)|首季(?!度)|[首前][二两三2-3]季(?!度)|"
    rf"{periods.SOME_MONTHS}|[上下]半年|"
    r"(?<![\d亿万千百])(?:1|元)\s*[-—~至]+\s*\d{1,2}\s*月(?!\s*\d{1,2}\s*日))"
)
SEASON_TOLD = lazy(rf"(?:今年|(?:19|20)\d\d年)(?:以来)?[，,]?{SEASON.pattern}")
# 2025年上半年工作总结; not 2024年工作总结及2025年上半年工作安排
PART_IN_TITLE = lazy(
    rf"^[^《》]{{0,24}}?(?P<year>(?:19|20)\d\d)年{SEASON.pattern}(?=[^，。]{{0,12}}(?:总结|小结|情况|述职|报告))"
)
MONTH_NAMED = lazy(rf"(?<![-—~至到首前\d]){A_MONTH}月(?!\d|[-—~至到])")
HALF_YEARLY = lazy(r"半年度?报告?")  # of a firm
# 5月，…同比增长: what behind a month tells its figures
FIGURES = lazy(r"份?(?![起前初])[^。;]*(?:同比|按年|环比|按月|一年前|同月|年[增减升跌])")
# 统计处公布，7至9月失业率…按年; 国庆假期，…同比: the part of the year whose figures a piece of news opens with
LEADING = lazy(
    rf"""
    (?: ^ | [\n。;!?】)讯电] | (?:显示|公布|发布|获悉)[，:] ) \s* (?:今年|(?P<last>去年))?
    (?P<part> {periods.HOLIDAY.pattern} | {SEASON.pattern} | (?:{A_MONTH}(?:月份?)?[-—~至到])?{A_MONTH}月份? )
    (?!\d|[起前初]) (?= [^。;]* (?:同比|按年|环比|按月|年[增减升跌]|去年|上年|较) )
    """,
    re.VERBOSE,
)
SECOND_PARAGRAPH = lazy(r"。[^\S\n]*\n")
SEASON_OPENING = lazy(rf"(?m)^[ \t]*(?:今年|(?:19|20)\d\d年)?{SEASON.pattern}[，,]")
# 新华社某地4月3日电; 全年, 年末, 第四季: of a year that is over
DESPATCH_DAY = lazy(r"(?<!年)(?P<month>1[0-2]|[1-9])月(?P<day>[12]\d|3[01]|[1-9])日\s*[电讯]")
OVER_TOLD = lazy(r"(?:19|20)\d\d年?(?:全年|年末|年底|第?四季|12月)")
HALF = 6  # the last month of a half-year
# 全年增长5%, and not 完成全年目标的51%
WHOLE_TOLD = lazy(r"全年(?!目标|任务|计划|预期|预算|经济社会)")


def years(head: DocumentHead, text: str, kind: str, date: str) -> tuple[Candidate, ...]:
    """The years that a document may tell of, the likeliest first: for a report of January the year before."""
    said = text[:ENOUGH]
    return weighed([*_titled(head.title, kind, date), *_read(head, kind, date), *_counted(said, date)], DOUBT)


def plain_years(words: str) -> list[str]:
    """The years that words tell of by themselves, neither in a span nor as what others are held against.

    >>> plain_years("疫情前(2017年至2018年)水平，2023年3400万人次，相当于2019年的九成")
    ['2023']
    """
    words = periods.BETWEEN_ENDS.sub(r"\g<last>年", words)  # 2022年底至2023年底: the year between
    return YEAR.findall(HELD_AGAINST.sub(" ", SPAN.sub(" ", EDITION.sub(" ", words))))


def _titled(title: str, kind: str, date: str) -> Iterator[Witness]:
    """The year of the title; of two the one looked back on."""
    title = FAR_OFF.sub(" ", title)
    told = plain_years(title) or YEAR.findall(EDITION.sub(" ", SPAN.sub(" ", title)))
    if not told:
        return
    year, before = min(told), str(int(min(told)) - 1)
    if kind == "rating report" or (kind == "work report" and not BACKWARD.search(title)):
        year = year if date and date[:4] != year else before
    yield Witness(year, IN_THE_TITLE, "title", title)


def _read(head: DocumentHead, kind: str, date: str) -> Iterator[Witness]:
    """The year before that of the sitting or of publication, where a document looks back; and what a heading says."""
    reports = kind in YEARLY
    sitting = SITTING.search(head.opening) if reports else None
    if sitting is not None:
        yield Witness(str(int(sitting["year"]) - 1), AT_THE_SITTING, "sitting", sitting.group().strip("—–─- \n"))
    elif date and (reports or kind == "bulletin"):
        odds = AT_THE_SITTING if kind == "work report" else BY_THE_DATE
        yield Witness(str(int(date[:4]) - 1), odds, "date", date)
    if date and not reports and holiday(head):  # told of as soon as they are over
        yield Witness(date[:4], IN_A_HEADING, "date", date)
    elif date and kind == NEWS and (leading := _leading(head)):
        month = periods.month_of(periods.of_words(leading, "2000"))
        year = int(date[:4]) - (month > int(date[5:7]))  # in January of last December
        yield Witness(str(year), OPENS, "opening", leading)
    opening = periods.DATE.sub(" ", IN_A_CELL.sub("", head.opening[len(head.title) :][:OPENING]))
    yield from _opened(opening, kind, date)
    if kind == NEWS and (of := TOLD_OF.search(opening)):
        yield Witness(of["year"], IN_A_HEADING, "publication", of.group())
    told = f"{head.title} {opening}"
    if kind in COUNTED and (names := [word for word in head.words.counts if word in told]):
        name = min(names, key=told.index)  # with the one before, only compared
        yield Witness(head.words.counts[name], IN_A_CENSUS, "census", name)
    if back := LOOKING_BACK.search(head.opening):
        yield Witness(back["year"], IN_A_HEADING if reports else OPENS, "heading", back.group().strip())


def _opened(opening: str, kind: str, date: str) -> Iterator[Witness]:
    """The year that a text opens with; of a piece of news that opens with 去年 the one before that of publication.

    去年，…。2023年以来，…: whatever other year it tells of behind that.
    """
    told_of = AIMED_AT.sub(" ", opening) if kind == NEWS else opening
    last = LAST_YEAR.search(told_of) if kind == NEWS else None
    if last is not None and not YEAR.search(told_of, 0, last.start()):
        if date:
            yield Witness(str(int(date[:4]) - 1), OPENS, "opening", last.group())
    elif lead := OPENED.findall(told_of) or plain_years(told_of):
        yield Witness(lead[0], OPENS, "opening", f"{lead[0]}年")


def _counted(text: str, date: str) -> Iterator[Witness]:
    """How often each year is told, the day of publication left out; 去年 is the year before that day."""
    body = periods.DATE.sub(" ", text)
    counts = Counter(plain_years(body) + CELL.findall(body))
    if date:
        counts[str(int(date[:4]) - 1)] += len(LAST_YEAR.findall(body))
    for year, count in sorted((+counts).items(), reverse=True):
        yield Witness(year, Fraction(min(count, MOST) ** 2), "named", f"{year}年 × {count}")
    if date and not +counts:
        yield Witness(date[:4], Fraction(2), "date", date)


def despatched(head: DocumentHead, text: str, period: str) -> str:
    """The day of a despatch that tells of a whole year by month and day alone: in the next year, if in its first half.

    新华社某地4月3日电: …2023年全年旅客3400万人次 is of 2024-04-03. Nothing where the text tells of no year's end.
    """
    told = DESPATCH_DAY.search(head.opening)
    if told is None or not period.isdecimal() or int(told["month"]) > HALF or not OVER_TOLD.search(text[:ENOUGH]):
        return ""
    return f"{int(period) + 1}-{int(told['month']):02}-{int(told['day']):02}"


def season(head: DocumentHead, text: str, kind: str, year: str) -> str:
    """The part of the year that a text is about by its title, or by how it opens: 一季度经济运行情况, 今年上半年，….

    Reports and bulletins are about years, unless a report's title tells a part of its year (2025年上半年工作总结); what
    opens a text speaks for all of it only in the press.
    """
    if kind in YEARLY or not year:
        return _of_a_report(head.title, year)
    title = head.title
    if kind != "bulletin" and (days := holiday(head)):
        return periods.of_words(days, year)
    if HALF_YEARLY.search(title):
        return f"{year}H1"
    title_says, month = SEASON.search(title), MONTH_NAMED.search(title)
    if title_says is None and month is not None and kind == NEWS and _told_again(month, head):
        return periods.of_words(month.group(), year)
    if title_says is None and (kind == "bulletin" or WHOLE_TOLD.search(text[:ENOUGH])):
        return year
    opening = "" if kind == "bulletin" else _opening(text, title if title_says else "")
    if title_says and month:
        return year  # of a month and of all that went before: 九月产量回升，前三季度增长3%
    if month is not None and kind == NEWS and YEAR.search(title):
        return periods.of_words(title[month.start() : month.end() + 1], year)  # 12月末: the year's end
    told = SEASON_TOLD.search(opening)
    if told is not None and periods.year_of(periods.of_words(told.group(), year)) != year:
        told = None  # 2022年第四季 in a text on 2023
    words = SEASON_OPENING.search(opening) or title_says or told
    if words is None and kind == NEWS and (leading := _leading(head)):
        return periods.of_words(leading, year)
    return periods.of_words(words["season"], year) if words is not None else year


def _of_a_report(title: str, year: str) -> str:
    """The part of its year that the title of a report names, or else the year.

    >>> _of_a_report("青山县2025年上半年工作总结", "2025"), _of_a_report("青山县2025年工作总结", "2025")
    ('2025H1', '2025')
    """
    part = PART_IN_TITLE.search(title)
    return periods.of_words(part["season"], year) if part is not None and part["year"] == year else year


def holiday(head: DocumentHead) -> str:
    """The days off that a text is about by its title: 国庆假期…, or 国庆 alone where it opens with 假期, 假日期间."""
    told = periods.HOLIDAY.search(head.title)
    if told is not None:
        return told.group()
    named = periods.HOLIDAY_NAMED.search(head.title)
    opens = head.opening[len(head.title) :][:OPENING]
    return f"{named['holiday']}假期" if named is not None and periods.DAYS_OFF.search(opens) is not None else ""


def _opening(text: str, title: str) -> str:
    """What a text opens with: below a title that names a season no more than a paragraph.

    第三季入住率升至87%, and two paragraphs below: 首三季，….
    """
    second = SECOND_PARAGRAPH.search(text, len(title), OPENING) if title else None
    return text[: OPENING if second is None else second.start()]


def _leading(head: DocumentHead) -> str:
    """The part of the year whose figures a piece of news opens with, where its opening names no year.

    去年生产总值120亿元。去年第四季按年升3%: behind what is told of all last year, a season of it opens nothing.
    """
    opening = periods.DATE.sub(" ", head.opening[len(head.title) :])[:OPENING]
    told = LEADING.search(opening)
    if told is None or YEAR.search(opening, 0, told.end()):
        return ""
    return "" if told["last"] and "去年" in opening[: told.start("last")] else told["part"]


def _told_again(month: re.Match[str], head: DocumentHead) -> bool:
    """Whether a piece opens with figures of the month that its title names: “5月零售跌3%”, and then “5月零售额…同比….

    December is not asked: what is told of it goes with the year.
    """
    named = periods.of_words(month.group(), "2000")
    opening = head.opening[len(head.title) :][:OPENING]
    figures = (found for found in MONTH_NAMED.finditer(opening) if FIGURES.match(opening, found.end()))
    return named != "2000-12" and any(periods.of_words(found.group(), "2000") == named for found in figures)
