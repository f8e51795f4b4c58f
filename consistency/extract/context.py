"""What a document says of itself: title, place, year, publisher, date, kind of text."""

from __future__ import annotations

import re
from collections import Counter

from consistency import period as periods
from consistency.extract.document_place import ENOUGH, OPENING, in_full, nation, places_in, speaks_for, stem
from consistency.extract.layout import Block, Heading, Paragraph
from consistency.model import Context
from consistency.normalise import fold

NOTHING = Context()  # is told

# 2024年1月16日 · 2024-01-26
DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:年\s*|[-./])(?P<month>\d{1,2})\s*(?:月\s*|[-./])(?P<day>\d{1,2})\s*日?"
)
YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年")
# ——2024年1月在…会议上: a sitting whose day is not told
SITTING_MONTH = re.compile(r"(?m)^[\s(—–-]*(?P<year>(?:19|20)\d\d)\s*年\s*\d{1,2}\s*月(?=\s*在|[^，。\n]{0,40}会议上)")
# 一、2023年工作回顾
LOOKING_BACK = re.compile(r"(?m)^.{0,8}(?P<year>(?:19|20)\d\d)\s*年(?:政府|主要)?工作(?:的?回顾|完成情况|情况)")
# 与2019年相比, 相当于2019年同期, 恢复至2019年的九成: a year that others are held against
HELD_AGAINST = re.compile(
    r"[与同和跟较比至于到]\s*(?:19|20)\d\d\s*年|(?:19|20)\d\d\s*年(?:同期|同季|同月|[^，。\n]{1,8}以来)"
)

# Kind of text by the words of its title, the first that fits.
KINDS = (
    ("budget", re.compile(r"预算")),
    ("plan report", re.compile(r"国民经济和社会发展计划|计划执行情况")),
    ("bulletin", re.compile(r"公报")),
    ("work report", re.compile(r"(?:政府|行署|行政公署)工作报告")),
    ("digest", re.compile(r"研究|分析|解读|研报|摘要")),
)
YEARLY = ("work report", "plan report", "budget")
# 上半年、前三季度、1-7月
SEASON = re.compile(
    r"(?P<season>[前首]?[一二三四1-4]季度|[首第前][一二三四1-4]季|首季|[首前](?:1[01]|[2-9]|十一?|[二两三四五六七八九])个月|[上下]半年|(?<![\d亿万千百])(?:1|元)\s*[-—~至]+\s*\d{1,2}\s*月(?!\s*\d{1,2}\s*日))"
)
SEASON_TOLD = re.compile(rf"(?:今年|(?:19|20)\d\d年)(?:以来)?[，,]?{SEASON.pattern}")
MONTH_NAMED = re.compile(r"(?<![-—~至到\d])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!\d|[-—~至到])")
SEASON_OPENING = re.compile(rf"(?m)^[ \t]*(?:今年|(?:19|20)\d\d年)?{SEASON.pattern}[，,]")
# 全年增长5%, and not 完成全年目标的51%
WHOLE_TOLD = re.compile(r"全年(?!目标|任务|计划|预期|预算|经济社会)")
FURNITURE = re.compile(r"首页|当前位置|导航|来源|字体|发布时间|作者|编辑")
# A title over two lines: 某区2023年国民经济和社会发展⏎计划执行情况…的报告
OPEN_TITLE = re.compile(r"(?:19|20)\d\d年[^，。;]{0,20}(?:发展|及|和|与|预算|计划|财政)$")
CLOSED_TITLE = re.compile(r"^[^，。;]{4,60}(?:报告|公报|草案)(?:\([^()]*\))?$")
YEAR_ALONE = re.compile(r"\s*(?:19|20)\d\d\s*年?\s*")
_PUBLISHER = re.compile(
    r"^[一-龥()]{2,24}(?:人民政府|统计局|财政局|财政厅|统计厅|发展和改革委员会|发展改革委|调查队|委员会|办公室|新闻网|日报|晚报|报社)$"
)


def document_context(text: str, blocks: list[Block], properties: Context = NOTHING) -> Context:
    """The context told by the folded text itself; what it does not tell stays empty, unless `properties` tell it.

    Properties are nobody's care: they count where the text is silent, and where it speaks of no other year or place.
    """
    head = list(blocks[:14])
    said = fold(properties.title).text
    said = said if _worth(said) > 0 and not _contradicted(said, text) else ""
    title = _title(text, head, said)
    date = _date(title, text)
    kind = _kind(title, text)
    publisher = next((b.text for b in head if isinstance(b, Heading) and _PUBLISHER.match(b.text)), "")
    body = fold(properties.publisher).text
    body = body if _PUBLISHER.match(body) and not _contradicted(body, text) else ""
    period = _season(title, text, kind, _period(title, date, kind, text) or _period(said, date, kind, ""))
    entity = (
        speaks_for(title, text) or max((*places_in(said), *places_in(body)), key=len, default="") or nation(title, text)
    )
    return Context(
        title=title,
        entity=in_full(entity, period, text[:ENOUGH]),
        period=period,
        kind=kind,
        publisher=publisher or body,
        date=date or (properties.date if properties.date[:4] in _years_of_publishing(period) else ""),
    )


def _contradicted(property_: str, text: str) -> bool:
    """Whether a text speaks of years or places, and not of the one that a property names."""
    years, places = YEAR.findall(property_), places_in(property_)
    other_years = years and YEAR.search(text) and not any(year in text for year in years)
    other_places = places and places_in(text[:ENOUGH]) and not any(stem(place) in text for place in places)
    return bool(other_years or other_places)


def _years_of_publishing(period: str) -> tuple[str, ...]:
    """The years in which a text that tells of this one is published: the same, and the next."""
    year = period[:4]
    return (year, str(int(year) + 1)) if year.isdecimal() else ()


def _title(text: str, head: list[Block], otherwise: str) -> str:
    """The heading near the top that reads most like a title, joined where it runs over lines."""
    lines = [b.text if isinstance(b, Heading) else b.span.of(text) for b in head if isinstance(b, Heading | Paragraph)]
    lines = [line for line in lines if len(line) <= 160 and not DATE.fullmatch(line.strip("()[]【】 "))]
    best, score = "", 0
    for index, line in enumerate(lines[:8]):
        following = lines[index + 1] if index + 1 < len(lines) else ""
        over = line.startswith("关于") and not line.endswith("报告") and bool(following)
        joined = line + following if over or _runs_on(line, following) else line
        points = _worth(joined) - 4 * ("。" in line)
        if points > score:
            best, score = joined, points
    return best or otherwise or next((line for line in lines if len(line) >= 6), "")


def _runs_on(line: str, following: str) -> bool:
    """Whether a title runs on in the next line."""
    return OPEN_TITLE.search(line) is not None and CLOSED_TITLE.search(following) is not None


def _worth(line: str) -> int:
    """How much a line reads like a title."""
    points = 3 * bool(re.search(r"报告|公报|草案", line)) + 2 * bool(YEAR.search(line)) + bool(places_in(line))
    return points - 3 * bool(FURNITURE.search(line)) - 2 * bool(YEAR_ALONE.fullmatch(line))


def _date(title: str, text: str) -> str:
    """The date of the text: of the sitting or the publication, from the first lines."""
    for found in DATE.finditer(title + "\n" + text[:600]):
        month, day = int(found["month"]), int(found["day"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{found['year']}-{month:02}-{day:02}"
    return ""


def _kind(title: str, text: str) -> str:
    for kind, words in KINDS:
        if words.search(title):
            return kind
    if re.search(r"首页|当前位置|语音播报", text[:300]):
        return "web page"
    return "news"


def _period(title: str, date: str, kind: str, text: str) -> str:
    """The year the document tells of: for a report of January the year before."""
    years: list[str] = YEAR.findall(title)
    if kind in ("bulletin", "plan report", "budget") and years:
        return min(years)
    if kind == "work report":
        if re.search(r"完成情况|回顾|执行情况", title) and years:
            return min(years)
        if date:
            return str(int(date[:4]) - 1)
        return str(int(years[0]) - 1) if years else _reported(text[:OPENING])
    if years:
        return min(YEAR.findall(HELD_AGAINST.sub(" ", title)) or years)
    counted: Counter[str] = Counter(YEAR.findall(HELD_AGAINST.sub(" ", text[:4000])))
    if counted:
        return max(counted, key=lambda y: (counted[y], y))
    return date[:4]


def _reported(opening: str) -> str:
    """The year that a work report without a date tells of: before the month of its sitting, or by its first heading."""
    sitting, back = SITTING_MONTH.search(opening), LOOKING_BACK.search(opening)
    return str(int(sitting["year"]) - 1) if sitting is not None else back["year"] if back is not None else ""


def _season(title: str, text: str, kind: str, year: str) -> str:
    """The part of the year that a text is about by its title, or by how it opens: 一季度经济运行情况, 今年上半年，….

    Reports and bulletins are about years; what opens a text speaks for all of it only in the press.
    """
    if kind in YEARLY or not year:
        return year
    title_says = SEASON.search(title)
    if title_says is None and (kind == "bulletin" or WHOLE_TOLD.search(text[:ENOUGH])):
        return year
    opening = "" if kind == "bulletin" else text[:OPENING]
    month = MONTH_NAMED.search(title)
    if month is not None and title_says is not None:
        return year  # of a month and of all that went before: 九月产量回升，前三季度增长3%
    if month is not None and kind == "news" and YEAR.search(title):
        return periods.of_words(month.group(), year)
    words = SEASON_OPENING.search(opening) or title_says or SEASON_TOLD.search(opening)
    return periods.of_words(words["season"], year) if words is not None else year
