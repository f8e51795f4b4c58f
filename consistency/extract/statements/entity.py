"""Which place a number is of: the document's own, or another that its sentence names (全市, 全国, 渝北区)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from consistency.extract.statements.accounts import ZONE_ENDS
from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.period import calendar_year
from consistency.places import ENDING, NATION, WHOLES, Place, known_places, place_tail

# 全市, 我省, 本区: a whole by its level, for the place that speaks
WHOLE = lazy(rf"(?P<whole>[全我本该][{WHOLES}]|{NATION}|我国)(?![级直属辖])")
# Where a full name may end: 渝北区, 浙江省宁波市
NAMED = lazy(r"(?<=[一-龥])[省市盟州区县旗]")
LONGEST = 20  # characters of a place with the parents before it
# 表3 2021—2023年临江高新区主要经济指标: the place that a table is of
CAPTIONED = lazy(
    rf"""
    (?: ^ | [年月] | [\d\s:、](?![年月]) )
    (?: (?P<zone> (?![各全本该两个]) [一-龥]{{0,10}}? (?<![的和与及、各个等]) {ZONE_ENDS} )
        (?= (?:主要)?(?:国民)?(?:经济|社会|财政|人口|工业|农业)[一-龥]{{0,12}} (?:指标|情况|数据|统计|表) )
      | (?P<place> [一-龥]{{2,10}}?[省市州区县旗] ) (?= (?![对与和及内]|[市县区州省]?[本直级]) [一-龥]{{4}} ) )
    """,
    re.VERBOSE,
)
# 从全国看，…; 就全省而言，…; 邻近的嵩县，…: a clause that does nothing but say of which place the next ones tell
TOPIC = lazy(
    r"""
    (?: ^ | [。;!?，,] ) \s* (?:同期|再看|另外|此外)?
    (?: 从|就 | (?P<lead> 纵观|放眼|环顾 | (?:邻近|相邻|毗邻|周边|同省)的? | 与我[省市州盟区县旗][相比]?邻的 ) )?
    (?P<place> [一-龥]{2,14}? )
    (?: 的?(?:情况|层面|范围内?|整体|总体|面上) )? (?P<said> 来?看|而言|来说|来讲|方面 )?
    (?(lead) | (?(said) | (?!) ) ) (?=[，,:])
    """,
    re.VERBOSE,
    needs=("看", "而言", "来说", "来讲", "方面", "纵观", "放眼", "环顾", "邻", "周边", "同省"),
)
HEADS = lazy(r"[。;!?，,]\s*")
# 2025年全市…, 同期，开封市…: where a place may stand that what follows is told of
OPENINGS = lazy(r"(?:^|[。;!?，,:])\s*(?:(?:19|20)\d\d年[末底度]?|截[至止][^，。;]{2,12}|同期|全年)*[，,]?")
# 青山市城市投资有限公司2025年度跟踪评级报告: whose report it is
ISSUER = lazy(r"(?:报告名称|关于)?(?P<name>[一-龥()]{2,40}?(?:有限(?:责任)?|股份)公司)", needs=("公司",))
CHINA = lazy(r"中国(?=经济|国内生产总值|GDP)")
COMPANY = lazy(r"公司|发行人|评级对象")
BELOW = ("区", "县", "旗")  # 长沙县 is not 长沙
COMMON = ("城区", "郊区", "矿区")  # names of places, and what any city has
# A province's or a city's name goes without its ending too: 重庆, 内蒙古
SHORT = (4, 3, 2)

# 栾川接待游客9万人次: what a county does that is called without its ending; 公安机关, 合作社 are none
DOES = lazy(r"(?:全[县市]|共|累计)?(?:接待|迎来|实现|完成|新增|地区生产总值|GDP|常住人口)")


def issuer_in(title: str) -> str:
    """The company that the title of a report on one names, nothing where it names none.

    >>> issuer_in("青山市城市投资有限公司2025年度跟踪评级报告")
    '青山市城市投资有限公司'
    """
    found = ISSUER.search(title)
    return found["name"] if found is not None else ""


def own_names(entity: str) -> tuple[str, ...]:
    """What a place is called, the longest first: 浙江省宁波市, 宁波市, 宁波."""
    tail = place_tail(entity)
    names = (entity, tail, *known_places().called(tail), ENDING.sub("", tail))
    return tuple(dict.fromkeys(n for n in names if len(n) > 1))


@dataclass(frozen=True, slots=True)
class PlaceAtHead:
    """A place named at the head of words: what the words for it are, and which place they mean."""

    words: str
    entity: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A place that a clause of its own has set for what follows, and where its words stand."""

    entity: str
    span: Span


@dataclass(frozen=True)
class Whose:
    """Reads the places of one document, whose own place is `entity` in a year."""

    entity: str
    year: str = ""
    here: str = ""  # the place that a clause has set, of which 全市 is told then
    issuer: str = ""  # the company that the document is a report on: what it tells is the company's by default

    @cached_property
    def _own(self) -> Place | None:
        return known_places().resolve(self.entity, self._in_year, near=self.entity)

    @cached_property
    def _around(self) -> frozenset[str]:
        """The document's place and those that it lies in, by their names."""
        return frozenset((*self._own.parents, self._own.name)) if self._own is not None else frozenset()

    @property
    def _in_year(self) -> int | None:
        return calendar_year(self.year)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return own_names(self.entity)

    def at(self, words: str) -> PlaceAtHead | None:
        """The place that words begin with, or nothing.

        >>> Whose("湖北省武汉市", "2023").at("全省粮食产量")
        PlaceAtHead(words='全省', entity='湖北省')
        """
        whole = WHOLE.match(words)
        if whole is not None:
            return PlaceAtHead(whole.group(), self._whole(whole.group()))
        own = next((n for n in self._names if words.startswith(n) and not words.startswith(BELOW, len(n))), "")
        return PlaceAtHead(own, self.entity) if own else self._full(words) or self._short(words)

    def topic(self, words: str) -> Topic | None:
        """The place that a clause of some words set last for what follows it, until another place is named.

        >>> Whose("湖北省武汉市", "2023").topic("从全国看，规模以上工业增加值").entity
        '全国'
        >>> Whose("湖北省武汉市", "2023").topic("从全国看，投资增长3%。我市投资") is None
        True
        >>> Whose("湖北省武汉市", "2023").topic("邻近的荆州市，全市投资增长3%，").entity
        '湖北省荆州市'
        """
        topic = None
        for said in TOPIC.finditer(words):
            place = self.at(said["place"])
            if place is not None and place.words == said["place"]:
                topic = Topic(place.entity, Span(*said.span("place")))
        if topic is None:
            return self._of_the_issuer(words) if self.issuer else None
        there = replace(self, here=topic.entity)
        heads = (words[head.end() : head.end() + LONGEST] for head in HEADS.finditer(words, topic.span.end))
        named = (place.entity for head in heads if (place := there.at(head)) is not None)
        return topic if all(place == topic.entity for place in named) else None

    def _of_the_issuer(self, words: str) -> Topic | None:
        """The company that a report is on, unless a place was named after it was spoken of last.

        >>> Whose("武汉市", "2023", issuer="甲公司").topic("同期，公司营业收入").entity
        '甲公司'
        >>> Whose("武汉市", "2023", issuer="甲公司").topic("公司立足本地。2023年，全市生产总值") is None
        True
        """
        spoken = max((said.end() for said in COMPANY.finditer(words)), default=0)
        opened = (head.end() for head in OPENINGS.finditer(words, spoken))
        if (nation := CHINA.search(words, spoken)) is not None:
            return Topic(NATION, Span(*nation.span()))
        if any(self.at(words[end : end + LONGEST]) is not None for end in opened):
            return None
        return Topic(self.issuer, Span(max(0, spoken - len("公司")), spoken))

    def part(self, name: str) -> str:
        """A zone of the document's own place, which the places of the atlas do not have, by its name.

        >>> Whose("青山县", "2023").part("临江高新区")
        '青山县临江高新区'
        """
        return self.entity if self.entity.endswith(name) else self.entity + name

    def titled(self, caption: str) -> str:
        """The place that the caption of a table names as the one whose figures it holds, nothing where it names none.

        >>> Whose("青山县", "2023").titled("表3 2021—2023年临江高新区主要经济指标")
        '青山县临江高新区'
        """
        found = CAPTIONED.search(caption)
        if found is None:
            return ""
        if found["zone"]:
            return self.part(found["zone"].removeprefix(place_tail(self.entity)))
        place = self._full(found["place"])
        return place.entity if place is not None and place.words == found["place"] else ""

    def _whole(self, word: str) -> str:
        """What 全市, 全国 mean here; a whole above a place that nobody knows stands as “青山县(全市)”."""
        if word in (NATION, "我国"):
            return NATION
        if self.here and word[0] == "全" and place_tail(self.here).endswith(word[-1]):
            return self.here
        if place_tail(self.entity).endswith(word[-1]):
            return self.entity
        above = self._own.whole(word) if self._own is not None else ""
        return above or f"{self.entity}(全{word[-1]})"

    def _full(self, words: str) -> PlaceAtHead | None:
        """A place by its full name; of several, the one in or around the document's own."""
        for ending in reversed(list(NAMED.finditer(words[:LONGEST]))):
            name = words[: ending.end()]
            known = [p for p in known_places().named(name, self._in_year) if name.endswith(p.name)]
            if name in COMMON and not any(self._around & set(p.parents) for p in known):
                continue
            if known:
                near = [p for p in known if self._around & set(p.parents)] if len(known) > 1 else known
                return PlaceAtHead(name, self._as_own(near[0].path) if len(near) == 1 else name)
        return None

    def _short(self, words: str) -> PlaceAtHead | None:
        """A province or city by its name without its ending: 重庆常住人口; and so a county of the document's own city.

        >>> Whose("河南省洛阳市", "2023").at("栾川接待游客"), Whose("河南省郑州市", "2023").at("栾川接待游客")
        (PlaceAtHead(words='栾川', entity='河南省洛阳市栾川县'), None)
        """
        for length in SHORT if known_places().may_begin(words) else ():
            known = known_places().named(words[:length], self._in_year) if len(words) > length else ()
            if known and known[0].level != "county" and known[0].name.startswith(words[:length]):
                return PlaceAtHead(words[:length], self._as_own(known[0].path))
            within = [p for p in known if p.name.endswith(("县", "市")) and self._lies_here(p)]
            if len(within) == 1 and DOES.match(words, length):
                return PlaceAtHead(words[:length], within[0].path)
        return None

    def _lies_here(self, place: Place) -> bool:
        """Whether a place lies in the document's own."""
        return self._own is not None and place.path != self._own.path and place.path.startswith(self._own.path)

    def _as_own(self, path: str) -> str:
        return self.entity if self.entity and path.endswith(self.entity) else path
