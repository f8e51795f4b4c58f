"""What a document says of itself: title, place, year, publisher, date, kind of text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from consistency import period as periods
from consistency.extract.layout import Block, Heading, Paragraph
from consistency.model import Context
from consistency.normalise import fold
from consistency.places import known_places

NOTHING = Context()  # is told

_ENDS = re.compile(r"[县州旗区]")
LONG_NAME = 7  # names this long are looked up: 恩施土家族苗族自治州
ENOUGH = 6000  # characters that tell which place is meant
# 2024年1月16日 · 2024-01-26
DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:年\s*|[-./])(?P<month>\d{1,2})\s*(?:月\s*|[-./])(?P<day>\d{1,2})\s*日?"
)
YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年")

# Kind of text by the words of its title, the first that fits.
KINDS = (
    ("budget", re.compile(r"预算")),
    ("plan report", re.compile(r"国民经济和社会发展计划|计划执行情况")),
    ("bulletin", re.compile(r"公报")),
    ("work report", re.compile(r"政府工作报告")),
    ("digest", re.compile(r"研究|分析|解读|研报|摘要")),
)
YEARLY = ("work report", "plan report", "budget")
# 上半年、前三季度、1-7月
SEASON = re.compile(
    r"(?P<season>[前首]?[一二三四1-4]季度|[首第前][一二三四1-4]季|[上下]半年|(?<![\d亿万千百])(?:1|元)\s*[-—~至]+\s*\d{1,2}\s*月(?!\s*\d{1,2}\s*日))"
)
SEASON_TOLD = re.compile(rf"(?:今年|(?:19|20)\d\d年)(?:以来)?[，,]?{SEASON.pattern}")
NATION = "全国"
OF_THE_NATION = re.compile(r"国家统计局|国务院|国新办|财政部|国内生产总值")
SEASON_OPENING = re.compile(rf"(?m)^[ \t]*(?:今年|(?:19|20)\d\d年)?{SEASON.pattern}[，,]")
OPENING = 300  # characters in which a text says what part of the year it is about
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
_ENDING = re.compile(r"(?:省|自治区|特别行政区|市|自治州|地区|盟|区|县|旗)$")
# Districts that are none, whatever stands before: 某某小区, 先行区; and words of bodies, not of places.
_NO_PLACE = re.compile(
    r"(?:小区|社区|片区|园区|景区|街区|辖区|校区|院区|库区|灾区|夜市|门市|股市|楼市|都市|超市|上市|城市|两区|双区|分区|"
    r"示范区|先行区|承载区|集聚区|试验区|实验区|功能区|首选区|最优区|保税区|高新区|经开区|开发区|行政区|开放区|核心区|"
    r"建成区|服务区|改革区|引领区|样板区|合作区|法务区|拓展区|商务区|度假区|贸易区|工业区|产业区|生态区|市辖区|县市区|市县区|区县|全[省市区县州旗])$"
    r"|政府|人民|代表|大会|委员|各位|全体|我们|^[的了和与及为以等其各]"
    r"|(?:先进|发达|其他|民族|沿海|贫困|偏远|周边|边远|[东西中南北]部)地区$"
)
# And words that are no place by themselves, but may end a place's name: 青山区, 新城区.
_NO_PLACE_ALONE = re.compile(
    r"(?:中心城|主城|老城|主|全|各|本|我|该|某|其|由|和|城|山|湖|牧|林|老|特|新|地|市|县|乡|郊|矿|港|库|县城|城乡|北部|南部|东部|西部|中部|周边|邻近)"
    r"(?:区|市|县|旗)|[一二三四五六七八九十两多几]{1,3}[区县市]"
)
_FULL = re.compile(
    r"(?:[一-龥]{2,7}?(?:省|自治区))?(?:[一-龥]{2,6}?(?:市|自治州))?[一-龥]{2,5}?(?:区(?!域|块|位|间|别)|县(?!域)|市(?!场|民|值)|旗)"
    r"(?!生产总值)|[一-龥]{2,7}?(?:省|自治区)"
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
    entity = _place(title, text) or max((*_places(said), *_places(body)), key=len, default="")
    entity = entity or _unended(title, text) or _nation(title, text)
    return Context(
        title=title,
        entity=_in_full(entity, period, text[:ENOUGH]),
        period=period,
        kind=kind,
        publisher=publisher or body,
        date=date or (properties.date if properties.date[:4] in _years_of_publishing(period) else ""),
    )


def _contradicted(property_: str, text: str) -> bool:
    """Whether a text speaks of years or places, and not of the one that a property names."""
    years, places = YEAR.findall(property_), _places(property_)
    other_years = years and YEAR.search(text) and not any(year in text for year in years)
    other_places = places and _places(text[:ENOUGH]) and not any(_stem(place) in text for place in places)
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
    points = 3 * bool(re.search(r"报告|公报|草案", line)) + 2 * bool(YEAR.search(line)) + bool(_places(line))
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
        return str(int(years[0]) - 1) if years else ""
    if years:
        return min(years)
    counted: Counter[str] = Counter(YEAR.findall(text[:4000]))
    if counted:
        return max(counted, key=lambda y: (counted[y], y))
    return date[:4]


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
    words = SEASON_OPENING.search(opening) or title_says or SEASON_TOLD.search(opening)
    return periods.of_words(words["season"], year) if words is not None else year


def _place(title: str, text: str) -> str:
    """The place the document speaks for: named in the title, else the one named most."""
    found = _places(title)
    if found:
        return max(found, key=len)
    named = sorted(set(_places(text[:ENOUGH])))
    if not named:
        return ""
    counted = {place: text.count(_stem(place)) + _within(place, named) for place in named}
    best = max(named, key=lambda p: (counted[p], len(p), p))
    return best if counted[best] >= 2 else ""


def _within(place: str, named: Sequence[str]) -> int:
    """How many of the places named lie in one of them: a city whose districts a text goes through is its own."""
    return sum(
        any(place_tail(place) in other.parents for other in known_places().named(name))
        for name in named
        if name != place
    )


def _unended(title: str, text: str) -> str:
    """A province or city that a title begins with, without its ending, and the text names again: 重庆经济再上新台阶."""
    for length in (3, 2):
        found = known_places().named(title[:length])
        if found and found[0].level != "county" and text.count(title[:length]) > 1:
            return found[0].path
    return ""


def _nation(title: str, text: str) -> str:
    """全国 where a body of the whole country speaks and no place is named more, else nothing."""
    return NATION if OF_THE_NATION.search(text[:OPENING]) or NATION in title else ""


def _in_full(place: str, period: str, text: str) -> str:
    """A name that several places bear with the parents that the text names, as written where it names none.

    江北区 of a text that speaks of 重庆 is 重庆市江北区, of one that speaks of 宁波 浙江省宁波市江北区.
    """
    year = int(period[:4]) if period[:4].isdigit() else None
    if not place or len({p.path for p in known_places().named(place, year) if place.endswith(p.name)}) < 2:
        return place
    meant = known_places().resolve(place, year, near=text)
    return meant.path if meant is not None else place


def _stem(place: str) -> str:
    """A place without its ending, as texts call it for short: 西湖 of 西湖区."""
    tail = place_tail(place)
    return _ENDING.sub("", tail) if len(tail) > 2 else tail


def _places(text: str) -> list[str]:
    """Places with an administrative ending, known ones by their names, others leftmost and shortest."""
    text = re.sub(r"[((][^)]*[)]", "", re.sub(r"\d+年?", " ", text))
    text = re.sub(r"关于|在", " ", text)
    found = []
    for hit in _FULL.finditer(text):
        place = _cut(hit.group(), known_places().ending(text[: hit.end()]))
        if not _NO_PLACE.search(place) and not _NO_PLACE_ALONE.fullmatch(place):
            found.append(place)
    known = (known_places().ending(text[: end.end()]) for end in _ENDS.finditer(text))
    return found + [place for place in known if len(place) >= LONG_NAME]


def _cut(place: str, known: str) -> str:
    """A place as read, cut where the known name that it ends with begins: 聚焦江北区, 尔沁右翼中旗."""
    before = place.removesuffix(known)
    return place if not known or (before != place and _ENDING.search(before)) else known


def place_tail(entity: str) -> str:
    """The last part of a place: 西湖区 of 杭州市西湖区.

    >>> place_tail("杭州市西湖区")
    '西湖区'
    """
    parts = re.findall(r"[一-龥]+?(?:省|自治区|市|自治州|地区|盟|区|县|旗)", entity)
    return parts[-1] if parts else entity


def same_place(one: str, other: str) -> bool:
    """Whether two names can be those of one place: the last parts equal, what stands before not contrary."""
    if one == other:
        return True
    if not one or not other:
        return False
    return place_tail(one) == place_tail(other) and (one.endswith(other) or other.endswith(one))
