"""What the words over a column or before a row say of its cells: 2023年调整预算数(万元), 比上年增长%, 位次.

A head is taken apart into unit, period, standing and side; what is left of it is a name: an indicator, a place, a
sector. A column of growth, shares, rates, ranks or indices is never one of levels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from consistency.extract.quantities.numerals import SCALE
from consistency.extract.quantities.shared_units import unit_of
from consistency.lexicon import Lexicon, Units
from consistency.model import Status
from consistency.patterns import either, lazy
from consistency.period import HOLIDAY, SINCE_JANUARY

PERCENT = (
    "%",
    "‰",
    "百分点",
    "个百分点",
)  # over a column, these go before the unit of the row: 林地面积(万亩), 增长(%)


class Side(StrEnum):
    """Which side of an indicator a column tells."""

    VALUE = ""
    GROWTH = "growth"
    CHANGE = "change"
    SHARE = "share"
    RATE = "rate"  # how far a plan was carried out
    INDEX = "index"
    RANK = "rank"
    APART = "apart"  # what is no measure of the indicator: by how much it pulls the whole, or is above it
    UNKNOWN = "unknown"  # 增减 with no unit: a growth or a change


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says; `year` and `part` as written, `back` how many years before the one in force."""

    name: str = ""
    unit: str = ""
    side: Side = Side.VALUE
    sign: int = 1
    year: str = ""
    part: str = ""
    back: int = 0
    status: Status | None = None
    span: str = ""  # several years: 2021—2025年
    basis: str = ""  # what a growth is reckoned on, where that is no outcome: 较预算
    index: str = ""  # the index a column tells: 居民消费价格指数
    among: str = ""  # where a rank is one: 全省
    month: bool = False  # of one month, which the caption tells: 本月
    month_before: bool = False  # of the month before that: 上月
    so_far: bool = False  # of the year up to that month: 1-本月, 累计


# ① · * · [1] · 注2
SPACED = lazy(r"(?<=[一-龥])[ ]+(?=[一-龥])")  # 增 长
NOTES = lazy(r"[①-⑳*#＊]|\[\d{1,2}\]|(?<=[一-龥)])注\d?$")
# By which the columns of a form are reckoned: 债务余额D=E+F
FORMULA = lazy(r"(?<![A-Za-z])[A-Z]\d?(?:\s*=\s*[A-Z]\d?(?:\s*[-+×÷*/]\s*[A-Z]\d?)*)?\s*$")
BRACKETS = lazy(r"[(（\[]\s*(?P<inside>[^()（）\[\]]{1,24})\s*[)）\]]")
# 总量:亿元 · 增速,%
TRAILING = lazy(r"(?<=[一-龥])\s*[:，,/ ]\s*(?P<inside>[^\s:，,/()]{1,8})$")
PARTED = lazy(r"[、，,/;]")
YEAR = lazy(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d|\s*[=-]\s*100)(?:年度?(?:末|底)?)?")
YEARS = lazy(r"(?:19|20)\d\d\s*年?\s*[-—~至到]+\s*(?:(?:19|20)\d\d|\d\d)\s*(?:年度?)?")
PART = lazy(
    rf"1\s*月?\s*[-—~至到]+\s*12\s*月(?:份)?|{SINCE_JANUARY}|(?<![\d—~至到-])\d{{1,2}}\s*月?(?:份)?\s*[-—~至到]+\s*\d{{1,2}}\s*月(?:份)?|(?<![\d—~至到-])\d{{1,2}}\s*月(?:份|末|底)?(?!\d)"
    rf"|第[一二三四1-4]季度?|[一二三四1-4]季度|下半年|{HOLIDAY.pattern}"
)
# 上年决算数 · 上年同期; not 比上年
BEFORE = lazy(r"(?<![比较与为占])(?:上年|去年|上一年)(?:同期|同月|末|度)?|(?<![比较与])同期(?:数|值)?")
LAST_MONTH = lazy(r"(?<![比较与为占])上个?月[末底]?(?!年)")
GREW_THEN = lazy(r"(?:上年|去年|上一年)(?:同期|同月|度)?的?(?:增速|增幅|涨幅|增长(?:率|速度))")  # 上年同期增速
WITHIN_MONTHS = lazy(r"月(?=(?:份)?\s*[-—~至到])")  # 1月至12月 is 1-12月
MONTH = lazy(r"(?<![-—~至到])(?:本|当)月(?!末|底|止|累计)")
SO_FAR = lazy(r"(?:1|元)月?\s*[-—~至到]+\s*(?:本|当)月(?:止|累计)?|(?:本年|[本当]月|今年)?累计(?!完成率|折旧|数?占)")
THIS = lazy(
    r"(?:1|元)月?\s*[-—~至到]+\s*(?:本|当)月(?:止|累计)?|(?:本年度?|今年|当年|本期|报告期)[末底]?|全年|年末|期末|本年累计|[本当]月累计|当月|本月"
)
_OF_ACCOUNTS = r"(?:(?:年初|调整|全年)?(?:预算|计划|决算|执行|完成)(?:执行|完成)?数?)?"
AGAINST = (
    rf"(?:[比较与](?:上|去)年(?:同期|同月|末|度)?{_OF_ACCOUNTS}|[比较](?:19|20)\d\d年?(?:同期|末)?{_OF_ACCOUNTS}"
    r"|[比较](?:年初|全年|调整)?预算数?|同比|环比|按[年季月](?:/[年季月])?(?=[变增升减率±%]|$)|[比较]年初|[比较与][上](?:月|季度?|年)(?:同期)?(?:比较|相比)|[比较](?:上月|上季))"
)
RATE = lazy(
    r"""(?:完成|占|为|达到?|与)?(?:本?年初?|调整后?|变动|全年|年度|上年|同期|(?:19|20)\d\d年?){0,4}(?:预算|任务|计划|目标|决算|执行)数?
        (?:相比|之比)?的?\s*(?:%|比例|比重|百分比|进度)     # 完成预算% · 为上年决算数的%
      | (?:预算|计划|目标|任务)?(?:完成|执行)(?:率|进度|比例|\s*%)
      | (?:为|占)上年(?:同期|决算数?)?的?\s*%
    """,
    re.VERBOSE,
)
# 占预算(%), where the sign stands apart
RATED = lazy(
    r"(?:完成|占|为)(?:本?年初?|调整后?|变动|全年|年度|(?:19|20)\d\d年?){0,4}(?:预算|任务|计划|目标)数?的?(?=[ ]*$)"
)
# 为预算, 占调整预算数: with no sign at all, and yet a rate
OF_A_PLAN = lazy(r"[占为](?:本?年初?|调整后?|变动|全年|年度)?(?:预算|计划)数?(?=[ ]*$)")
# 为上年决算数的% · 决算数为2022年决算数的%
OF_LAST_YEAR = lazy(r"[为占与](?:上年|去年|上一年|同期|(?:19|20)\d\d年?(?:决算|执行|完成))")
# 拉动增长(百分点) · 比全市± · 比一季度±
APART = lazy(
    r"[比较与](?:前?[一二三四1-4]季度|上半年|1\s*[-—~至]\s*\d{1,2}月|\d{1,2}月)份?(?:相比|回落|加快|提高)?"
    r"|(?:对[一-龥]{2,10}的?)?拉动(?:增长|率|力)?|[比较与]全[国省市州县区](?:平均)?(?:水平)?(?:相比)?"
)
CONTRIBUTED = "贡献率"  # 对经济增长的贡献率 is no growth, but a part of one
INDEX = lazy(r"指数|=\s*100|(?:上年(?:同[期月季])?|上月|基期|[12]\d{3}年?)\s*(?:[=为-]\s*100)")
# What an index grew by: 价格指数同比, 物价指数按年变动率
OF_AN_INDEX = lazy(
    r"(?<=指数)[^=\d]{0,4}?(?:同比|环比|按[年季月])?(?:变[动化]率?|涨跌?幅度?|增[长幅速]|升幅|(?<=[同环]比))"
)
CHANGED_INDEX = lazy(
    r"指数[^=\d]{0,8}(?:变[动化](?:百分)?[率比]|涨跌?幅|升幅)"
)  # told on a base of 100, and in per cent all the same
NAMED_INDEX = lazy(r"(?:(?<=[省市县区州年旗])|(?<![一-龥]))(?![省市县区州年旗])[一-龥]{2,12}?指数")
OF_A_PLACE = lazy(r"^[一-龥]{2,6}?[省市县州](?=居民|工业|农业|商品|生产|消费|住宅|空气|环境)")  # 青山县居民消费价格指数
COMPARED = lazy(rf"{AGAINST}(?:增减|增加|减少|升降|变动|变化|下降|上升|提高|降低)?|增减(?:变动|情况)?|升降|^变[动化]$")
AMOUNT = lazy("金额|数额|绝对[数额值量]")  # under 增减比较: by how much, and not by what part
UP = lazy(r"[增升涨]")
PLANNED = lazy(
    r"(?:收支|收入|支出)计划|(?:核准|年初|调整后?|变动|全年|年度)*预算(?:安排)?(?:数|额|指标)?(?!收|支|财|外|内|转|稳|管|单位|资|拨|税|非税|“)|调整数"
)
AIMED = lazy(r"(?:预期|计划|规划)?目标(?:值|数)?|(?:年度|全年)?计划(?:数|值)?|预期(?!寿命)(?:数|值)?|规划值")
EXPECTED = lazy(r"预[计测](?:执行|完成)?(?:数|值)?|快报(?:数)?|初步(?:统计|核算)(?:数)?")
TOGETHER = lazy(r"(?<=[转移支付余限额数量])(?:合计|小计)$")  # what a name says of itself: 转移支付合计
# A name alone, and the words of which each says more in a head: most rows of a budget are names
PLAIN = lazy("[一-龥]+")
SAYING = lazy(
    r"""[比较占率增减升降涨同为年月季末底期本当] | 其中 | 指数 | 构成 | 份额 | 比例 | 位次 | 名次 | 排[名位] | 净增
      | 预[算计测] | 核准 | 结算 | 调整 | 计划 | 目标 | 规划 | 快报 | 初步 | 执行 | 决算 | 完成 | 实[绩现际] | 累计
      | 今年 | 去年 | 变[化动] | [支收][出入]数$ | [合小]计$ | 注$ | ^的 | 的$""",
    re.VERBOSE,
)
# 一、 · (二) · 1. · 1.1 · 其中： · # · ①: what numbers a row, or nests it
ORDINAL = lazy(
    r"""^\s*(?:(?: [一二三四五六七八九十]{1,3}[、.．]
                 | [(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]
                 | \d{1,2}(?:\.\d{1,2})*[、.．)](?!\d)
                 | \d{1,2}(?:\.\d{1,2})+[ ]
                 | [\#★△▲·•—-]+
                 | 其中\s*[:：]?
                 | [①-⑳]
                 | [a-zA-Z][.、]
        )\s*)+""",
    re.VERBOSE,
)
# What counts without another word: 人数, 户数
COUNTED = lazy(r"(?:^|[一-龥 ])(?P<unit>[人户])(?:口)?数$")
OPEN = lazy(r"[(（][^()（）]*$")  # a bracket that lost its end with the marks around a name
AMONG = lazy("[在居]?(?P<area>全[国省市区县州])(?:的)?$")  # 全省位次, GDP在全市的排名
BOTH_WAYS = lazy("(?<=增)、(?=减)|(?<=升)、(?=降)|(?<=涨)、(?=跌)")  # 增、减金额 is 增减金额
# A name again in English, in brackets with the mark of a note or without: 通胀率 (Inflation rate)1, 总户数 Households
GLOSS = lazy(
    r"""\s* [(（] [A-Za-z]+ [ ] [A-Za-z ,，.&'/-]* [)）] \s* \d?
      | (?<=[一-龥]) \d (?= \s* (?: [(（] [A-Za-z]+ [ ] | $ ) )
      | (?<=[一-龥%)）]) \s+ (?! [MGT]bps ) (?= [^一-龥]* [a-z]{3} ) [(（]? [A-Z\d] [^一-龥]* $""",
    re.VERBOSE,
)
# (2020年不变价) · (当年价格) · (环比物量): at which prices
PRICED = lazy(r"[(（][^()（）]{0,8}(?:(?P<constant>不变价|可比价|环比物量)|当年价|现价|现行价)[^()（）]{0,4}[)）]")
# A column of countries or markets, each of which has a part of what the caption tells
OF_MEMBERS = lazy(
    r"(?:主要)?(?:客源|来源|贸易)?"
    r"(?:市场|国别|国家|国家?[(（]地区[)）]|(?:国家?)?[和及或、/]?地区别?|居住地|来源地|客源地|目的地|贸易伙伴|产地)"
)
DONE_WITH = lazy("(?:还本|付息|发行|举借)(?:支出|额)?")  # with 一般债券: it stands behind that
BEGUN = 3  # characters in which a name begins as the one over it


class HeadReader:
    """Reads heads with the words of one lexicon: those that it lists, in the grammar of this module."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.units = lexicon.units
        of = {group: either(words) for group, words in lexicon.heads.items()}
        self._examined = lazy(rf"[(（](?:{of['examined']})[)）]")
        self._value = lazy(rf"(?:{of['value']}){{1,8}}")
        self._rank = lazy(of["rank"])
        self._share = lazy(rf"占[^,，。]{{1,14}}?的?(?:比重|比例|份额|%)|{of['share']}|占[^，,。]{{0,12}}%")
        self._change = lazy(
            rf"{AGAINST}?(?:{of['moved']})(?:{of['moved_by']})|增减值|净增|{AGAINST}(?:增加|减少|多|少)$"
        )
        self._growth = lazy(
            rf"(?:{AGAINST}(?:(?:比较|相比较?)?的)?)?(?:{of['priced']})?"
            rf"(?:{of['growth']}|(?<![^ 年月季度])[年季月][增减]率?(?!减)|(?<=按[年季月])率|±)(?:率|速度|幅度)?"
        )
        self._down = lazy(of["down"])
        self._done = lazy(
            rf"(?:累计|已)?(?:实际)?(?:{of['carried_out']})(?:完成|执行|情况|审定)?(?:数|值|额|情况)?"
            r"|累计(?:数|值)?|^(?:支出|收入)数$"
        )
        listed = "|".join(of[group] for group in ("rank", "share", "growth", "moved", "down", "carried_out"))
        self._saying = lazy(rf"{SAYING.pattern}|{listed}", re.VERBOSE)
        self.of_places = lazy(rf"各?(?:{of['places']})(?:名称)?|单位名称")
        self.no_value = lazy(rf"{of['no_value']}|^(?:{of['no_value_alone']})$|(?:{of['no_value_last']})$")

    def of(self, words: str) -> Head:
        """What the words of a head say: 2023年 its year."""
        if PLAIN.fullmatch(words) and not self._saying.search(words) and not self._value.fullmatch(words):
            return Head(name=words)
        return self.closely(words)

    def closely(self, words: str) -> Head:
        """What the words of a head say that are more than a name."""
        words = BOTH_WAYS.sub("", GLOSS.sub("", words))
        words = FORMULA.sub("", self._examined.sub("", NOTES.sub("", words)).strip()) or words
        priced = PRICED.search(words)
        words = PRICED.sub("", words) or words
        body, unit, percent, index = _without_units(words, self.units)
        body = SPACED.sub("", body)
        percent = percent or "%" in body or "±" in body or "百分率" in body
        if "百分点" in body and not unit:
            body, unit = body.replace("百分点", ""), "百分点"
        told = (Side.VALUE, 1, body) if body.endswith(CONTRIBUTED) else self._side(body, percent, unit)
        side, sign, rest = told
        rest, among = _among(side, rest)
        if index and not CHANGED_INDEX.search(body):
            side = Side.INDEX if side in (Side.VALUE, Side.GROWTH, Side.UNKNOWN) else side
        several = YEARS.search(rest)
        rest = YEARS.sub("", rest)
        years = YEAR.findall(rest)
        part = PART.search(rest)
        of_then = side in (Side.VALUE, Side.RANK) or (side is Side.GROWTH and GREW_THEN.search(body) is not None)
        back = 1 if of_then and BEFORE.search(rest) else 0
        last_month = side is Side.VALUE and LAST_MONTH.search(rest) is not None
        left = self._left_of(LAST_MONTH.sub("", rest) if last_month else rest)
        return Head(
            name="" if self._value.fullmatch(left) else TOGETHER.sub("", left),
            unit=unit if unit or side not in (Side.GROWTH, Side.SHARE, Side.RATE) else "%",
            side=side,
            sign=sign,
            among=among,
            year=years[-1] if years else "",
            part=WITHIN_MONTHS.sub("", part.group()) if part else "",
            back=back,
            status=self._standing(rest),
            span=several.group() if several is not None else "",
            basis=_basis(side, body, priced is not None and bool(priced["constant"])),
            month=MONTH.search(body) is not None,
            month_before=last_month,
            so_far=SO_FAR.search(body) is not None,
            index=index_named(body) if side in (Side.INDEX, Side.GROWTH) else "",
        )

    def _left_of(self, words: str) -> str:
        """What is left of the words of a head as a name, without times, standings and what joins them."""
        for said in (YEAR, PART, BEFORE, THIS, PLANNED, AIMED, EXPECTED, self._done):
            words = said.sub("", words)
        words = OPEN.sub("", ORDINAL.sub("", words).strip(" :：，,、/()（）-—%‰±的").rstrip("年"))
        return re.sub(
            "^(?:比较|其中)(?=.)|(?:比较|(?<!^)变化|(?<!^)变动)$|^(?:年?均|平均|变化|变动)$", "", words
        ).strip()

    def together(self, levels: Sequence[str]) -> Head:
        """What the heads over a column say together, from the top down: 2023年 over 债务余额 over 专项债务.

        Each level names by itself, so that 合计 under 债务余额 names nothing more.
        """
        whole = self.of(" ".join(levels))
        if len(levels) < 2 or not whole.name:
            return whole
        name = ""
        for under in (self.of(words).name for words in levels):
            name = under_head(name, under) if under else name
        return replace(whole, name=name) if set(name) <= set(whole.name) else whole

    def _side(self, words: str, percent: bool, unit: str) -> tuple[Side, int, str]:
        """Which side the words ask for, the sign they give it, and the words without it."""
        apart = APART.search(words)
        if apart is not None:
            return Side.APART, 1, words[: apart.start()] + words[apart.end() :]
        down = -1 if self._down.search(words) and not UP.search(words) and "±" not in words else 1
        measured = bool(unit) and unit not in PERCENT
        rated = (RATED if percent else OF_A_PLAN).search(words)
        if rated is not None:
            return Side.RATE, 1, words[: rated.start()] + words[rated.end() :]
        for pattern, side in (
            (self._rank, Side.RANK),
            (RATE, Side.RATE),
            (self._share, Side.SHARE),
            (self._change, Side.CHANGE),
        ):
            found = pattern.search(words)
            if found is not None and not (side is Side.CHANGE and percent and not measured):
                return side, down if side is Side.CHANGE else 1, words[: found.start()] + words[found.end() :]
        if OF_AN_INDEX.search(words):
            return Side.GROWTH, down, self._growth.sub("", OF_AN_INDEX.sub("", NAMED_INDEX.sub("", words)))
        if INDEX.search(words):
            return Side.INDEX, 1, INDEX.sub("", NAMED_INDEX.sub("", words))
        found = self._growth.search(words)
        if found is not None:
            side = Side.CHANGE if measured or "百分点" in unit else Side.GROWTH
            return side, down, words[: found.start()] + words[found.end() :]
        found = COMPARED.search(words)
        if found is not None:
            if measured or "百分点" in unit or (AMOUNT.search(words) and not percent):
                side = Side.CHANGE
            else:
                side = Side.GROWTH if percent or re.search("[同环]比|[比较][上去]年$", found.group()) else Side.UNKNOWN
            return side, down, words[: found.start()] + words[found.end() :]
        return Side.VALUE, 1, words

    def _standing(self, words: str) -> Status | None:
        """The standing that words give, the last of several: 预算执行数 is an outcome."""
        if EXPECTED.search(words):
            return Status.ESTIMATE
        last = -1
        status: Status | None = None
        for pattern, standing in ((AIMED, Status.TARGET), (PLANNED, Status.PLAN), (self._done, Status.ACTUAL)):
            for found in pattern.finditer(words):
                if found.end() >= last:
                    last, status = found.end(), standing
        return status


def _among(side: Side, words: str) -> tuple[str, str]:
    """The words of the head of a rank without those that tell among whom it is one, and these: 全省."""
    among = AMONG.search(words) if side is Side.RANK else None
    return (words, "") if among is None else (AMONG.sub("", words), among["area"])


def index_named(words: str) -> str:
    """The index that words name, without a place before it: 青山县居民消费价格指数."""
    named = NAMED_INDEX.search(words)
    return "" if named is None else OF_A_PLACE.sub("", named.group())


def under_head(over: str, under: str) -> str:
    """One name with the one over it, which may have its last words before its own end: 专项债务 under 债务余额.

    >>> under_head("政府债务余额", "专项债务"), under_head("农村", "人均消费")
    ('政府专项债务余额', '农村人均消费')
    """
    if DONE_WITH.fullmatch(over):
        return under + over
    if under.endswith(over) or _finer(over, under):  # 基本支出 under 支出
        return under
    for length in range(min(len(under), len(over) - 1), 1, -1):
        at = over.find(under[-length:])
        if 0 <= at < len(over) - length:
            return over[:at] + under + over[at + length :]
    return joined(over, under)


def _finer(over: str, under: str) -> bool:
    """Whether a name begins and ends as the one over it, and so says all of that itself.

    >>> _finer("公务用车购置及运行费", "公务用车运行费"), _finer("农村", "农村居民")
    (True, False)
    """
    return len(over) > BEGUN and under[:BEGUN] == over[:BEGUN] and under[-1] == over[-1]


def joined(front: str, name: str) -> str:
    """Two parts of a name as one, what both have where they meet told once.

    >>> joined("城镇居民", "居民人均可支配收入")
    '城镇居民人均可支配收入'
    """
    for length in range(min(len(front), len(name)), 0, -1):
        if front.endswith(name[:length]):
            return front + name[length:]
    return front + name


def _basis(side: Side, words: str, constant: bool) -> str:
    """What a growth is reckoned on, where it is neither the year before nor its outcome: 较预算, 年均, 环比.

    An amount may be at `constant` prices. A rate of what was done the year before is none of a plan.
    """
    if side is Side.VALUE:
        return "不变价" if constant else ""
    if side is Side.RATE:
        return "与上年之比" if OF_LAST_YEAR.search(words) else ""
    compared = re.search(AGAINST, words) if side in (Side.GROWTH, Side.CHANGE, Side.UNKNOWN) else None
    against = compared.group() if compared is not None else ""
    if re.search("预算|计划", against):
        return "较预算"
    if re.search("上月|上季|按[季月]", against) or re.search(r"(?<![^ ])[季月][增减](?!减)", words):
        return "环比"
    found = re.search("年均|平均(?=增长|增速)|环比", words)
    return "" if found is None else found.group().replace("平均", "年均")


def unit_note(words: str, units: Units, percent: bool = False) -> str:
    """The unit that a note of units gives: 人民币万元, 亿元、%; of several the first that is none of per cent.

    With `percent`, the one that is.
    """
    words = words.strip()
    rate = "/" in words and is_unit(words, units)  # 人/平方公里, not 万元/%
    for word in (words,) if rate else map(str.strip, PARTED.split(words)):
        if is_unit(word, units) and (word in PERCENT) is percent:
            return word
    return ""


def amounts_noted(words: str, units: Units) -> tuple[str, ...]:
    """The units of a note of several that are none of per cent: 所、万人、%."""
    if is_unit(words, units):
        return (words.strip(),)
    told = (word for word in map(str.strip, PARTED.split(words)) if is_unit(word, units))
    return tuple(word for word in told if word not in PERCENT)


def is_unit(words: str, units: Units) -> bool:
    """Whether words are a unit and no more: 万元, 亿, %, 人民币万元, 元/人."""
    words = words.strip()
    if not words or len(words) > 10:
        return False
    if words in PERCENT or SCALE.fullmatch(words):
        return True
    if words in units.by_name:
        return True
    amount, slash, per = words.partition("/")
    if slash:
        return per not in PERCENT and is_unit(amount, units) and is_unit(per, units)
    known = unit_of(words, units)
    return known is not None and words.endswith(
        tuple(name for name in units.by_name if units.by_name[name] == known[1])
    )


def _without_units(words: str, units: Units) -> tuple[str, str, bool, bool]:
    """The words without the unit they give, the unit, whether they speak of per cent, and whether of an index."""
    unit, percent, index = "", False, False
    for found in (*BRACKETS.finditer(words), *TRAILING.finditer(words)):
        inside = found["inside"].removeprefix("单位").lstrip(":：").replace("±%", "%")
        if INDEX.search(inside):
            index = True
            words = words.replace(found.group(), " ", 1)
            continue
        parts = [p.strip() for p in PARTED.split(inside)]
        if not (is_unit(inside, units) or all(is_unit(p, units) for p in parts)):
            continue
        unit = unit_note(inside, units) or (inside if is_unit(inside, units) and inside not in PERCENT else unit)
        percent = percent or any(p in PERCENT for p in parts)
        if not unit and percent:
            unit = unit_note(inside, units, percent=True)
        words = words.replace(found.group(), " ", 1)
    return words.strip(), unit, percent, index
