"""What a number is about: the words before it, or the noun counted behind it, in normal form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Self

from consistency.extract.statements.normal_form import ADJUNCT, AIMED, BRACKETED, GROWTH_NAME, IN_ALL_SO_FAR, NormalForm
from consistency.lexicon import COUNTS, Lexicon
from consistency.model import Measure, Quantity
from consistency.patterns import either, lazy

# 占全市比重、占一般公共预算支出的 — the whole that a share is of
SHARE_OF = lazy(
    r"占(?!比)(?P<whole>[^占，。;:]{0,24}?)(?:的?(?:比重|比例|份额)|总量|总数|总额|的)?(?:达到|达|为|约|近|超|保持在|稳定在|提高到|提升到|升至|均|就|也|已|由|从)*$",
    needs=("占",),
)
# 总量在全市的占比为: a share whose whole stands before it
SHARE_IN = lazy(
    r"在(?P<whole>[^，。;在]{1,12}?)(?:中?的)?(?:占比|比重|份额|占有率)(?:达到|达|为|约|近|超|是)*$", needs=("在",)
)
SHARE_NAME = lazy(r"(?:占比|比重|比例|份额|占有率|(?<=^税)比)$")
# …提高到2025年的7.4万元: the year before a number is no part of the name
AS_OF = lazy(
    r"(?:(?:(?:19|20)\d\d年|上年|去年|今年|目前|现在)?(?:第?[一二三四1-4]季度?|[上下]半年|(?:\d{1,2}月份?至)?\d{1,2}月份?|年[底末]"
    r"|(?:[一二三四五六七八九十]{1,2}月至)?[一二三四五六七八九十]{1,2}月)?|年[底末])的$"
)
# 筹资标准提高到人均60元, 达到每人每月800元: whom the amount is for, and no part of the name
FOR_EACH = lazy(r"(?<=[到至为达])(?:[年月]?人均|户均|每人每?[年月天日]?|每[户亩]每?[年月]?|每[年月])$")
# 为预算的91.2% · 完成调整预算的 · 完成年度任务的: how far a plan was carried out
EXECUTION = lazy(
    r"(?:(?:为|达到?|完成|占|相当于)(?:汇总|年初|调整后?的?|全年|年度?|市级|区级|考核|预期|目标|总量|增速)*(?:预算|任务|计划|目标)数?"
    r"|占(?:汇总|年初|调整|及|变动)+预算数?)的?(?:比例为?)?$",
    needs=("预算", "任务", "计划", "目标"),
)
# 为全市的2.6倍
TIMES_OF = lazy(r"(?:为|是|相当于|达到?)(?P<whole>[^，。;]{2,12}?)的$")
# 比全市平均水平高 · 高于全国 · 高出全省平均水平
AGAINST = lazy(
    r"(?:(?:比(?![重例率])|较)(?P<other>[^，。;比较]{2,16}?)(?P<verb>高|低|快|慢|多|少)|(?P<verb2>高于|低于|高出|快于|慢于|领先)(?P<other2>[^，。;]{2,16}?(?<!的)))$",
    needs=("比", "较", "于", "高出", "领先"),
)


# 从全国第13位升至第9位: the rank that it had before, and where
FROM_RANK = lazy(
    r"""
    [由从] (?: 上年 | 去年 | 年初 | (?:19|20)\d\d年 | 原来 | 此前 )? 的? (?P<area> [^，。;、:由从]{0,8}? )
    第? [\d一二三四五六七八九十]{1,3} [位名]? $
    """,
    re.VERBOSE,
    needs=("由", "从"),
)
# 总量“3个全省第一”: how many firsts a list of subjects has, quoted behind them
FIRSTS = lazy(r"[“‘]?(?:\d{1,2}|[两二三四五六七八九十]{1,2})[个项]$")

# 家企业上榜, 个5A级景区: the words behind a counter that may be the noun it counts
COUNTED = lazy(
    r"(?:[一-龥A-Za-z/“”]|\d+强|\d+(?=[一-龥A-Z])(?![万亿%年月日个家项])|(?<=[一-龥])\([^()\d]{1,6}\)){1,24}"
)
ANOTHER = lazy(r"(?<=.{2})(?:以及|[和与及])$")  # before the next number and its noun
# 土地出让收入增加1.6亿元: by so much, and not so much
BY_SO_MUCH = frozenset({"增加", "减少", "增收", "减收", "增支", "减支", "增加了", "减少了"})
QUOTED = lazy(r"\s*[“‘]([^”’]{1,20})[”’]")
# 53700人微升至54200人: no noun
MOVED_TO = lazy(r"(?:轻微|小幅|大幅|[微略再续])?[升降增减跌涨](?:[至到]|为(?!人))")
COMPARED_WITH = lazy(r"[比较](?:上年|去年|同期|年初|(?:19|20)\d\d年)")

# What may stand above or below another: 收入高于全市平均水平6559元
DIFFERING = ("money", "money_per_person", "area", "length", "mass", "people", "count")

# 新建中心8个，累计建成62个: all there are of what was named before
DONE_SO_FAR = lazy(r"累计(?:已)?(?:建成|完成|新增|创建|认定|培育|改造|实施|发展)")
OF_SHARE = "of a share"  # the trait of a change that is one of a share: 占比提高1.1个百分点
BARE = "bare"  # the trait of a percentage of money or things without a word that makes it a growth or a share
CARRIED_OUT = "完成率"  # the attribute of a plan's subject that EXECUTION asks for


@dataclass(frozen=True, slots=True)
class Statement:
    """How the words before a number read: whose it is, what side of it, against what.

    `name` is empty where the subject has to be taken over from before. `start` is where the
    subject begins in the words given; `attribute` what the sentence asks of an inherited subject.
    """

    name: str
    start: int
    measure: Measure
    sign: int = 1
    attribute: str = ""
    area: str = ""
    whole: str = ""
    traits: tuple[str, ...] = ()
    by: tuple[int, int] | None = None  # where the words stand that make the measure, nothing where the unit does


class Namer(NormalForm):
    """Reads the words around a number with the wording of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        w = lexicon.words
        self._ranking = lazy(rf"(?:{either(w('ranking'))})(?:在)?(?P<area>[^，。;:、]{{0,16}})$")
        self._areas = lazy(rf"(?P<area>(?:{either(w('areas'))})[一-龥()]{{0,6}})$")
        self._verbs = lazy(
            r"加速(?![园器])|增加(?!值)|带动|拉动|"
            + either((*w("verbs"), *(x for x in (*w("up"), *w("down")) if len(x) > 1)))
            + r"|[居列](?=[全中])|稳居|位居"
        )
        self._said: dict[tuple[str, str, str, str, bool], Statement] = {}  # what words of one document say
        self._modifier = lazy(
            r"^(?:[1-5]A级|中央|国家级|省级|市级|区级|县级|[省市区县旗州]本级|城镇|农村|乡村|新建|续建|前期|国际|国家|男|女|[人日月]均|外资|民营|国有|其他|省|市|区|县|乡镇|街道|全球|全国)$"
        )

    def of(self, entity: str) -> Self:
        """The same namer for a document of one place: the place's own name is no part of an indicator's."""
        own = super().of(entity)
        own._said = {}
        return own

    def is_modifier(self, name: str) -> bool:
        """Whether a name only tells one part of something from another: 城镇, 农村, 男."""
        return self._modifier.match(name) is not None

    # -- the words before ---------------------------------------------------------------

    def statement(self, words: str, quantity: Quantity, signed: bool = False) -> Statement:
        """What the words right before a number say of it."""
        asked = words, quantity.form, quantity.dimension, quantity.unit, signed
        found = self._said.get(asked)
        if found is None:
            found = self._said[asked] = self._statement(words, quantity, signed)
        return found

    def _statement(self, words: str, quantity: Quantity, signed: bool) -> Statement:  # noqa: C901 - the ways to tell a measure, in order
        traits = self.traits(words)
        body = words.rstrip(" ")
        if quantity.form == "rank":
            return self._rank(body, traits)
        if quantity.dimension == "point":
            return self._point(body, traits)
        if quantity.form == "unchanged":
            name, start = self._clean(self._compare.sub("", body), quantity.dimension)
            return self._inherit(GROWTH_NAME.sub("", name), start, Measure.GROWTH, 1, traits)
        body = self._cut_tail(FOR_EACH.sub("", AS_OF.sub("", body)))
        percent = quantity.dimension == "percent"
        times = TIMES_OF.search(words.rstrip()) if quantity.unit == "倍" else None
        if times is not None:
            name, start = self._clean(words[: times.start()])
            told = self._inherit(name, start, Measure.RATIO, 1, traits)
            return replace(told, whole=self.normal(times["whole"]), by=times.span())
        if quantity.dimension in DIFFERING and AGAINST.search(body):
            return self._point(body, traits)
        executed = EXECUTION.search(words.rstrip()) if percent else None
        if executed is not None:
            name, start = self._clean(words[: executed.start()], quantity.dimension)
            told = self._inherit(name, start, Measure.RATIO, 1, traits)
            name = told.name + CARRIED_OUT if told.name else ""
            return replace(told, name=name, attribute=CARRIED_OUT, by=executed.span())
        growth = self.grown(body)
        if growth is not None and quantity.form == "composition":
            body = body[: growth.start()]
        elif growth is not None and not growth["to"]:
            sign = 1 if growth["up"] is not None else -1
            if percent:
                name, start = self._clean(self._compare.sub("", body[: growth.start()]), quantity.dimension)
                told = self._inherit(GROWTH_NAME.sub("", name), start, Measure.GROWTH, sign, traits)
                return replace(told, by=growth.span())
            alone = not body[: growth.start()].strip()
            compared = growth["compare"] or alone or growth.group() in BY_SO_MUCH
            if compared and (growth["compare"] or not self._flow.search(body)):
                name, start = self._clean(body[: growth.start()], quantity.dimension)
                return replace(self._inherit(name, start, Measure.CHANGE, sign, traits), by=growth.span())
        share = (SHARE_OF.search(words.rstrip()) or SHARE_IN.search(words.rstrip())) if percent else None
        if share is not None:
            name, start = self._clean(words[: share.start()], quantity.dimension)
            whole = self.normal(share["whole"])
            return replace(self._inherit(name, start, Measure.SHARE, 1, traits), whole=whole, by=share.span())
        if growth is not None and growth["to"]:
            body = body[: growth.start()]
        name, start = self._clean(body, quantity.dimension)
        measure = self._measure_of(name, quantity)
        if (
            measure is Measure.RATIO
            and quantity.unit == "%"
            and (signed or self._dimensions.get(name) in ("money", "count"))
        ):
            measure = Measure.GROWTH  # +5.3%; and a percentage of what is counted in money is its growth, if anything
            traits = traits if signed or AIMED.search(body) else (*traits, BARE)
        if measure is Measure.GROWTH:
            name = self.whole(self._compare.sub("", GROWTH_NAME.sub("", name)), quantity.dimension)
        elif measure is Measure.SHARE:
            name = SHARE_NAME.sub("", name) or name
            name = self.whole(name, quantity.dimension)
        if measure is Measure.LEVEL and signed and name:
            measure = Measure.CHANGE  # +160亿: what came on top
        return self._inherit(name, start, measure, 1, traits)

    def _measure_of(self, name: str, quantity: Quantity) -> Measure:
        """Level, count, growth or a kind of share, by the name and the unit."""
        if quantity.dimension == "percent":
            if GROWTH_NAME.search(name) or quantity.form == "magnitude":
                return Measure.GROWTH
            if SHARE_NAME.search(name) or quantity.form in ("proportion", "tenths"):
                return Measure.SHARE
            return Measure.RATIO
        return Measure.COUNT if quantity.dimension in COUNTS else Measure.LEVEL

    def _rank(self, body: str, traits: tuple[str, ...]) -> Statement:
        body = body.rstrip()
        found = self._ranking.search(body)
        area = ""
        if found is not None:
            area, body = found["area"], body[: found.start()]
            again = self._ranking.search(body)
            while again is not None and not again["area"]:
                body = body[: again.start()]
                again = self._ranking.search(body)
            before = FROM_RANK.search(body) if not area else None
            if before is not None:
                area, body = before["area"], body[: before.start()]
            elif not area:
                area, body = self._area_at_end(body)
        else:
            area, body = self._area_at_end(body)
        name, start = self._clean(FIRSTS.sub("", body))
        statement = self._inherit(name, start, Measure.RANK, 1, traits)
        return replace(statement, area=_area(area))

    def _area_at_end(self, body: str) -> tuple[str, str]:
        """The comparison area that words end with, and the words before it: 总量在全市 is 全市 and 总量."""
        found = self._areas.search(body)
        if found is None:
            return "", body
        return found["area"], re.sub(r"(?:在|是|为)$", "", body[: found.start()])

    def _point(self, body: str, traits: tuple[str, ...]) -> Statement:
        against = AGAINST.search(body)
        if against is not None:
            other = against["other"] or against["other2"] or ""
            if other and not re.match(r"上年|去年|年初|上月|同期|预期|目标", other):
                verb = against["verb"] or against["verb2"] or ""
                name, start = self._clean(body[: against.start()])
                sign = -1 if verb[0] in "低慢少" else 1
                return replace(self._inherit(name, start, Measure.CHANGE, sign, traits), whole=self.normal(other))
        growth = self.grown(self._cut_tail(body))
        sign = -1 if growth is not None and growth["down"] else 1
        rest = self._compare.sub("", body[: growth.start()] if growth is not None else body)
        share = SHARE_OF.search(rest) or SHARE_NAME.search(rest)
        if share is not None:
            rest, traits = rest[: share.start()], (*traits, OF_SHARE)
        name, start = self._clean(rest)
        return self._inherit(name, start, Measure.CHANGE, sign, traits)

    def _inherit(self, name: str, start: int, measure: Measure, sign: int, traits: tuple[str, ...]) -> Statement:
        """The statement, its name set aside where it is only an attribute of what was named before."""
        if name in self._attribute or not name:
            return Statement("", start, measure, sign, attribute=name, traits=traits)
        if DONE_SO_FAR.fullmatch(name):
            return Statement("", start, measure, sign, attribute=IN_ALL_SO_FAR, traits=traits)
        if ADJUNCT.fullmatch(name):
            return Statement("", start, measure, sign, traits=traits)
        if self._modifier.match(name):
            return Statement("", start, measure, sign, attribute="+" + name, traits=traits)
        if self.is_flow(name):
            return Statement("", start, measure, sign, attribute=name, traits=traits)
        return Statement(name, start, measure, sign, traits=traits)

    # -- the noun behind ----------------------------------------------------------------

    def counted(self, words: str) -> tuple[str, int]:
        """The noun that a counter counts, from the words behind it, and where it ends; empty where none follows.

        “家企业上榜” gives 企业: a verb ends the noun.
        """
        head = COUNTED.match(words)
        if head is None:
            return "", 0
        quoted, body = QUOTED.match(words), head.group()
        if body[0] in "的，或" or COMPARED_WITH.match(words) or MOVED_TO.match(body):
            return "", 0
        stop = self._verbs.search(body, 1 if not quoted else quoted.end())
        if stop is not None and stop.start() == 0:
            return "", 0
        first = self._verbs.match(body)
        if first is not None and not quoted:
            return "", 0
        end = stop.start() if stop is not None else len(body)
        if end == len(words):  # 5只母基金和2只天使基金: where the next number begins
            body = ANOTHER.sub("", body[:end])
            end = len(body)
        return self.normal(self._cut_tail(body[:end]).removesuffix("中")), end


def as_growth(statement: Statement) -> Statement:
    """A percentage that no word makes a growth, as the growth that the words before it speak of."""
    return replace(statement, measure=Measure.GROWTH) if statement.measure is Measure.RATIO else statement


def _area(words: str) -> str:
    """The comparison area of a ranking in its plainest form: 全市行政区 and 全市 are told apart, 全市的 is 全市."""
    area = BRACKETED.sub("", words).strip(" 的、在")
    return re.sub(r"^(?:在|于|全部)|(?:各区县|所有区县)$", "", area)
