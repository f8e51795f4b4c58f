"""The place that a document speaks for: by its title, by the sitting it was read at, or named most in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from consistency.period import calendar_year
from consistency.places import ALWAYS, known_places

NATION = "全国"
OF_THE_NATION = re.compile(r"国家统计局|国务院|国新办|财政部|国内生产总值")
ENOUGH = 6000  # characters that tell which place is meant
OPENING = 300  # characters in which a text says what part of the year it is about, and for whom it speaks
NEAR_THE_TOP = 900  # characters in which a report says at which sitting it was read
SHORT_NAMES = (4, 3, 2)  # characters of a name without its ending: 呼和浩特, 内蒙古, 重庆
_KNOWN_ENDS = re.compile(r"[省市区县州旗盟]")
_ENDING = re.compile(r"(?:省|自治区|特别行政区|市|自治州|地区|盟|区|县|旗)$")
# 在临江市青山区第三届人民代表大会, 临江市十七届人大二次会议: whose assembly it is
SITTING = re.compile(r"(?P<whose>[一-龥]{2,24}?)第?(?:[一二三四五六七八九十]{1,4}|\d{1,2})届(?:人民代表大会|人大)")
# 本港、访港旅客、来澳: how texts of the two call them
OURSELVES = {
    "香港特别行政区": re.compile(r"香港[\s\S]*?[本访留]港(?![口区湾])|[本访留]港(?![口区湾])[\s\S]*?香港"),
    "澳门特别行政区": re.compile(r"本澳|澳门[\s\S]*?[访来]澳(?!大)|[访来]澳(?!大)[\s\S]*?澳门"),
}
# Districts that are none, whatever stands before: 某某小区, 先行区; and words of bodies, not of places.
_NO_PLACE = re.compile(
    r"(?:小区|社区|片区|园区|景区|街区|辖区|校区|院区|库区|灾区|排区|夜市|门市|股市|楼市|都市|超市|上市|城市|两区|双区|分区|"
    r"示范区|先行区|承载区|集聚区|试验区|实验区|功能区|首选区|最优区|保税区|高新区|经开区|开发区|行政区|开放区|核心区|"
    r"建成区|服务区|改革区|引领区|样板区|合作区|法务区|拓展区|商务区|度假区|贸易区|工业区|产业区|生态区|市辖区|县市区|市县区|区县|全[省市区县州旗]|地区)$"
    r"|政府|人民|代表|大会|委员|各位|全体|我们|^[的了和与及为以等其各]|^[全去今年]|实现"
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


def speaks_for(title: str, text: str) -> str:
    """The place the document speaks for, or nothing.

    A name in the title tells it, then the assembly it was read to, then what is named most: in full in the text, or
    without its ending in the title. Known places go before names that only look like some.
    """
    for named in (places_in(title), _sitting(text)):
        if named:
            return _called(_best(named))
    there = sorted(set(places_in(text[:ENOUGH])))
    counted = {place: text.count(stem(place)) + _within(place, there) for place in there}
    told = text if title in text else title + text
    counted |= {place: told.count(short) for short, place in _short_in(title) if place not in counted}
    often = [place for place in sorted(counted) if counted[place] >= 2]
    if not often:
        return next((place for place, words in OURSELVES.items() if words.search(text[:ENOUGH])), "")
    return _called(max(often, key=lambda p: (counted[p], len(p), p)))


def _within(place: str, named: Iterable[str]) -> int:
    """How many of the places named lie in one of them: a city whose districts a text goes through is its own."""
    return sum(
        any(place_tail(place) in other.parents for other in known_places().named(name))
        for name in named
        if name != place
    )


def _best(named: list[str]) -> str:
    """The longest of the known places, with what they lie in or what lies in them; of all where none is known."""
    known = tuple(place for place in named if _known(place))
    return max([p for p in named if p.startswith(known) or p.endswith(known)] or named, key=len)


def _sitting(text: str) -> list[str]:
    """The places whose assembly a report was read to: 在青山区第三届人民代表大会….

    >>> _sitting("——2024年1月在青山区第三届人民代表大会第四次会议上")
    ['青山区']
    """
    found = SITTING.search(text[:NEAR_THE_TOP])
    return places_in(found["whose"]) if found is not None else []


def _short_in(title: str) -> list[tuple[str, str]]:
    """The provinces and cities that a title names without their ending: 重庆 for 重庆市, 内蒙古 for 内蒙古自治区."""
    found = []
    for short in (title[at : at + n] for at in range(len(title)) for n in SHORT_NAMES if at + n <= len(title)):
        meant = [p for p in known_places().named(short) if p.name.startswith(short) and p.last == ALWAYS]
        if meant and meant[0].level != "county":
            found.append((short, meant[0].name))
    return found


def nation(title: str, text: str) -> str:
    """全国 where a body of the whole country speaks and no place is named more, else nothing."""
    return NATION if NATION in title or OF_THE_NATION.search(text[:OPENING]) else ""


def in_full(place: str, period: str, text: str) -> str:
    """A name that several places bear with the parents that the text names, as written where it names none.

    江北区 of a text that speaks of 重庆 is 重庆市江北区, of one that speaks of 宁波 浙江省宁波市江北区.
    """
    year = calendar_year(period)
    if not place or len({p.path for p in known_places().named(place, year) if place.endswith(p.name)}) < 2:
        return place
    meant = known_places().resolve(place, year, near=text)
    return meant.path if meant is not None else place


def _known(place: str) -> bool:
    """Whether a name is that of a place that stands or stood, in full or as it is called for short."""
    return bool(known_places().named(place))


def _called(place: str) -> str:
    """The proper name of a place that is known by a shorter one: 三江侗族自治县 of 三江县."""
    meant = {p.name for p in known_places().named(place)}
    return meant.pop() if len(meant) == 1 and not place.endswith(tuple(meant)) else place


def stem(place: str) -> str:
    """A place without its ending, as texts call it for short: 西湖 of 西湖区, 三江 of 三江侗族自治县."""
    tail = place_tail(place)
    return known_places().short(tail) or (_ENDING.sub("", tail) if len(tail) > 2 else tail)


def places_in(text: str) -> list[str]:
    """Places with an administrative ending, known ones by their names, others leftmost and shortest."""
    text = re.sub(r"[((][^)]*[)]", "", re.sub(r"\d+年?", " ", text))
    text = re.sub(r"关于|在", " ", text)
    found = []
    for hit in _FULL.finditer(text):
        known = known_places().ending(text[: hit.end()])
        place = _cut(hit.group(), known)
        if _NO_PLACE_ALONE.fullmatch(place) or (place != known and _NO_PLACE.search(place)):
            continue
        found.append(place)
    known_ones = (known_places().ending(text[max(0, end.end() - 20) : end.end()]) for end in _KNOWN_ENDS.finditer(text))
    found += (place for place in known_ones if len(place) > 2 and not _NO_PLACE_ALONE.fullmatch(place))
    return list(dict.fromkeys(found))


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
