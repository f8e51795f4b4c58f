"""What a number is about: the words before it, or the noun counted behind it, in normal form."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, replace

from consistency.lexicon import COUNTS, Lexicon
from consistency.model import Measure, Quantity

# Remarks in brackets inside a name: 地区生产总值(GDP), 固定资产投资(不含农户)
BRACKETED = re.compile(r"[(\[][^()\[\]]{0,24}[)\]]")
QUOTES = re.compile(r"[“”‘’「」『』\"'#*①-⑳]")
# 2023年、12月份、上半年: when, not what
TIMES = re.compile(
    r"[比较与]?(?:19|20)\d\d\s*(?:[-—~至]\s*(?:19|20)?\d\d\s*)?年度?(?:同期)?(?:相比)?"
    r"|\d{1,2}\s*月份?(?:末|底)?|^(?:上|下)半年|^前?[一二三四]季度"
)
# 占全市比重、占一般公共预算支出的 — the whole that a share is of
SHARE_OF = re.compile(
    r"占(?!比)(?P<whole>[^占，。;:]{0,24}?)(?:的?(?:比重|比例|份额)|总量|总数|总额|的)?(?:达到|达|为|约|近|超|保持在|稳定在|提高到|提升到|升至|均|就|也|已|由|从)*$"
)
SHARE_NAME = re.compile(r"(?:占比|比重|比例|份额|占有率)$")
GROWTH_NAME = re.compile(r"(?<!自然)(?:增长率|增长速度|增速|增幅|涨幅|降幅)$")
# …提高到2025年的7.4万元: the year before a number is no part of the name
AS_OF = re.compile(r"(?:(?:19|20)\d\d年|上年|去年|目前|现在)?的$")
# 规模以上工业中装备制造业增加值: what is told of a part of something, without the something
PART_OF = re.compile(r"^.{1,12}?(?:工业|企业|投资|产业|行业|商品|总额|收入|支出|人口|就业人员)中(?=.{3,})")
# 为预算的93.8% · 完成调整预算的 · 完成年度任务的: how far a plan was carried out
EXECUTION = re.compile(
    r"(?:为|达到?|完成|占|相当于)(?:年初|调整后?|全年|年度|市级|区级|考核|预期|目标)*(?:预算|任务|计划|目标)数?的?(?:比例为?)?$"
)
# 比全市平均水平高 · 高于全国 · 高出全省平均水平
AGAINST = re.compile(
    r"(?:(?:比|较)(?P<other>[^，。;比较]{2,16}?)(?P<verb>高|低|快|慢|多|少)|(?P<verb2>高于|低于|高出|快于|慢于|领先)(?P<other2>[^，。;]{2,16}?))$"
)


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


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in words)


class Namer:
    """Reads the words around a number with the wording of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        w = lexicon.words
        self._names = lexicon.names
        self._dimensions, self._alone = lexicon.dimensions, lexicon.alone
        self._aliases = lexicon.aliases
        self._lead = re.compile(rf"^(?:{_either(w('lead'))}|\d{{1,2}}[.、)]|\s|[—\-·•、,，:和及与])+")
        self._tail = re.compile(rf"(?:{_either(w('tail'))}|(?<![人户亩地年平])均|\s|[—\-~、,:])+$")
        compare = _either(w("compare"))
        self._growth = re.compile(
            rf"(?P<compare>(?:{compare})*)(?<!自然)(?:(?P<up>{_either(w('up'))})|(?P<down>{_either(w('down'))}))"
            rf"(?P<to>到|至|为)?(?:了|约|近|超|均|分别|达|幅度|率|都)*$"
        )
        self._compare = re.compile(rf"(?:{compare})+$")
        self._attribute = set(w("attribute"))
        self._ranking = re.compile(rf"(?:{_either(w('ranking'))})(?:在)?(?P<area>[^，。;:、]{{0,16}})$")
        self._areas = re.compile(rf"(?P<area>(?:{_either(w('areas'))})[一-龥()]{{0,6}})$")
        self._action = re.compile(rf"(?:{_either(w('action'))})+")
        self._flow = re.compile("|".join(re.escape(x) for x in w("flow")))
        self._stock = re.compile("|".join(re.escape(x) for x in w("stock")))
        self._verbs = re.compile(
            _either((*w("verbs"), *(x for x in (*w("up"), *w("down")) if len(x) > 1))) + r"|[居列](?=[全中])|稳居|位居"
        )
        self._place = re.compile(r"(?!)")
        self._restrictive = re.compile(_either(w("restrictive")) + r"|[均亿万]$|单位|每")
        self._modifier = re.compile(
            r"^(?:国家级|省级|市级|区级|县级|城镇|农村|乡村|新建|续建|前期|国际|国家|男|女|外资|民营|国有|其他|省|市|区|县|乡镇|街道|全球|全国)$"
        )

    def of(self, entity: str) -> Namer:
        """The same namer for a document of one place: the place's own name is no part of an indicator's."""
        own = copy(self)
        parts = re.findall(r"[一-龥]+?(?:省|自治区|市|自治州|区|县|旗)", entity)
        names = {entity, *parts, *(p[:-1] for p in parts if len(p) > 2)} - {""}
        if names:
            spelt = _either(tuple(sorted(names, key=lambda n: (-len(n), n))))
            own._place = re.compile(rf"^(?:{spelt})的?(?=.{{2}})")
        return own

    # -- the words before ---------------------------------------------------------------

    def statement(self, words: str, quantity: Quantity, signed: bool = False) -> Statement:
        """What the words right before a number say of it."""
        traits = self.traits(words)
        body = words.rstrip(" ")
        if quantity.form == "rank":
            return self._rank(body, traits)
        if quantity.dimension == "point":
            return self._point(body, traits)
        body = self._cut_tail(AS_OF.sub("", body))
        percent = quantity.dimension == "percent"
        executed = EXECUTION.search(words.rstrip()) if percent else None
        if executed is not None:
            name, start = self._clean(words[: executed.start()])
            told = self._inherit(name, start, Measure.RATIO, 1, traits)
            return replace(told, name=told.name + CARRIED_OUT if told.name else "", attribute=CARRIED_OUT)
        growth = self._growth.search(body)
        if growth is not None and quantity.form == "composition":
            body = body[: growth.start()]
        elif growth is not None and not growth["to"]:
            sign = 1 if growth["up"] is not None else -1
            if percent:
                name, start = self._clean(self._compare.sub("", body[: growth.start()]))
                return self._inherit(GROWTH_NAME.sub("", name), start, Measure.GROWTH, sign, traits)
            if (growth["compare"] or not body[: growth.start()].strip()) and not self._flow.search(body):
                name, start = self._clean(body[: growth.start()])
                return self._inherit(name, start, Measure.CHANGE, sign, traits)
        share = SHARE_OF.search(words.rstrip()) if percent else None
        if share is not None:
            name, start = self._clean(words[: share.start()])
            whole = self.normal(share["whole"])
            return replace(self._inherit(name, start, Measure.SHARE, 1, traits), whole=whole)
        if growth is not None and growth["to"]:
            body = body[: growth.start()]
        name, start = self._clean(body)
        measure = self._measure_of(name, quantity)
        if (
            measure is Measure.RATIO
            and quantity.unit == "%"
            and (signed or self._dimensions.get(name) in ("money", "count"))
        ):
            measure = Measure.GROWTH  # +5.3%; and a percentage of what is counted in money is its growth
        if measure is Measure.GROWTH:
            name = GROWTH_NAME.sub("", name)
        elif measure is Measure.SHARE:
            name = SHARE_NAME.sub("", name) or name
            name = self._alone.get(name, name)
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
            if not area:
                area, body = self._area_at_end(body)
        else:
            area, body = self._area_at_end(body)
        name, start = self._clean(body)
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
        growth = self._growth.search(self._cut_tail(body))
        sign = -1 if growth is not None and growth["down"] else 1
        rest = body[: growth.start()] if growth is not None else body
        name, start = self._clean(self._compare.sub("", rest))
        return self._inherit(name, start, Measure.CHANGE, sign, traits)

    def _inherit(self, name: str, start: int, measure: Measure, sign: int, traits: tuple[str, ...]) -> Statement:
        """The statement, its name set aside where it is only an attribute of what was named before."""
        if name in self._attribute or not name:
            return Statement("", start, measure, sign, attribute=name, traits=traits)
        if self._modifier.match(name):
            return Statement("", start, measure, sign, attribute="+" + name, traits=traits)
        return Statement(name, start, measure, sign, traits=traits)

    def shorter(self, name: str) -> str:
        """A long name without the clause before its last verb: …开局实现地区生产总值 is 地区生产总值."""
        if len(name) > 16:
            verb = max((name.rfind(v) + len(v) for v in ("实现", "完成", "达到") if v in name), default=0)
            if verb and len(name) - verb >= 4:
                return name[verb:]
        return name

    def thing(self, name: str) -> str:
        """The name without the verbs that lead it, nothing where none does: 建成加氢站 is 加氢站."""
        found = self._action.match(name)
        return name[found.end() :] if found and len(name) - found.end() >= 3 else ""

    def known_end(self, name: str) -> str:
        """The known indicator that a longer name ends with, where what stands before does not restrict it."""
        if name in self._aliases:
            return ""
        for start in range(1, len(name) - 2):
            if name[start:] in self._dimensions:
                before = name[:start]
                return "" if self._restrictive.search(before) else name[start:]
        return ""

    def says_nothing(self, words: str) -> bool:
        """Whether words only compare, and name nothing: 比上年."""
        name = self._compare.sub("", self.normal(words))
        return not name or self.is_attribute(name)

    def is_known(self, name: str) -> bool:
        """Whether the lexicon has the name as an indicator of its own."""
        return name in self._dimensions

    def is_attribute(self, name: str) -> bool:
        """Whether a name says only what is asked of something named elsewhere: 总量, 规模."""
        return name in self._attribute

    def _cut_tail(self, words: str) -> str:
        found = self._tail.search(words)
        if found is None:
            return words
        rest = words[: found.start()]
        if self._growth.search(words) and not self._growth.search(rest):
            return words
        return rest

    def _clean(self, words: str) -> tuple[str, int]:
        """The name in normal form, and where it begins in the words."""
        lead = self._lead.match(words)
        start = lead.end() if lead else 0
        body = self._cut_tail(words[start:])
        return self.normal(body), start

    # -- the noun behind ----------------------------------------------------------------

    def counted(self, words: str) -> tuple[str, int]:
        """The noun that a counter counts, from the words behind it, and where it ends; empty where none follows.

        “家企业上榜” gives 企业: a verb ends the noun.
        """
        quoted = re.match(r"\s*[“‘]([^”’]{1,20})[”’]", words)
        head = re.match(
            r"(?:[一-龥A-Za-z/“”]|\d+强|\d+(?=[一-龥A-Z])(?![万亿%年月日个家项])|(?<=[一-龥])\([^()\d]{1,6}\)){1,24}",
            words,
        )
        if head is None:
            return "", 0
        body = head.group()
        if body[0] in "的，":
            return "", 0
        stop = self._verbs.search(body, 1 if not quoted else quoted.end())
        if stop is not None and stop.start() == 0:
            return "", 0
        first = self._verbs.match(body)
        if first is not None and not quoted:
            return "", 0
        end = stop.start() if stop is not None else len(body)
        return self.normal(self._cut_tail(body[:end])), end

    # -- normal form --------------------------------------------------------------------

    def normal(self, words: str) -> str:
        """An indicator's words in normal form: no remarks, quotes, fillers; known spellings by their canonical name.

        >>> namer.normal("全年“规上”工业增加值")    # doctest: +SKIP
        '规模以上工业增加值'
        """
        body = QUOTES.sub("", BRACKETED.sub("", words)).strip(" \t，。;:、-—/<>=")
        body = TIMES.sub("", body)
        lead = self._lead.match(body)
        if lead is not None and lead.end() < len(body):
            body = body[lead.end() :]
        body = self._place.sub("", body)
        body = re.sub(r"^(?:全区|全市|全省|全县|全州|我区|我市|我省|我县|本区|本市)(?=.{2})", "", body)
        lead = self._lead.match(body)
        if lead is not None and lead.end() < len(body):
            body = body[lead.end() :]
        body = PART_OF.sub("", body)
        if body in self._aliases:
            return self._aliases[body]
        flow = self._flow.match(body)
        if flow is not None and flow.end() < len(body) - 1:
            body = body[flow.end() :]
        body = re.sub(r"(?<=.{2})在?全[市省国区县州]$", "", body)
        name = self._canonical(re.sub(r"\s+|^的", "", body))
        told = re.sub("实现|完成", "", name)
        return self._alone.get(name, told if told in self._dimensions else name)

    def _canonical(self, name: str) -> str:
        out, at = [], 0
        while at < len(name):
            word = self._names.at(name, at)
            if word:
                out.append(self._aliases[word])
                at += len(word)
            else:
                out.append(name[at])
                at += 1
        return "".join(out)

    def traits(self, words: str) -> tuple[str, ...]:
        """Flow or stock, as the words around a number tell."""
        marks = []
        if self._flow.search(words):
            marks.append("flow")
        if self._stock.search(words):
            marks.append("stock")
        return tuple(marks)


def _area(words: str) -> str:
    """The comparison area of a ranking in its plainest form: 全市行政区 and 全市 are told apart, 全市的 is 全市."""
    area = BRACKETED.sub("", words).strip(" 的、在")
    return re.sub(r"^(?:在|于|全部)|(?:各区县|所有区县)$", "", area)
