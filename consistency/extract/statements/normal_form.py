"""An indicator's name in its normal form, whatever it stood among."""

from __future__ import annotations

import re
from copy import copy
from typing import Self

from consistency.lexicon import Lexicon
from consistency.patterns import either, lazy, longest_first
from consistency.places import known_places

# Signs that a remark is there, or a time, or what leads off a name
BRACKET = lazy(r"[(\[【]")
MARK_OF_TIME = lazy("[年月季]|^十|期间")
LEADING_OFF = ("按", "根", "据", "依")
# 全市粮食产量, 粮食产量全市, 公司营业收入: the place or the firm that a whole is
WHOLE_BEFORE = lazy(
    r"""
    ^ (?: [全我本该][省市区县州旗盟](?=.{2}) | [全本][港澳](?=.{2}) | 全(?=地区) | 我国(?=.{2})
      | (?:各级|[省市县州]{2}[两三]级|县) (?=政府债[务券]|一般公共|政府性基金)
      | (?:[本该]?公司|本集团|本行) (?:实现|全年)*
        (?= 总资产|净资产|资产|营业|营收|净利|归[属母]|扣[非除]|不良|资本充足|拨备|发放贷款|吸收存款
          | 累计|汽车|销量|产量|新能源|研发|境外|海外|毛利|综合毛利|经营 ) )
    """,
    re.VERBOSE,
)
WHOLE_BEHIND = lazy(r"(?<=.{2})在?全[市省国区县州]$|(?:(?<=[余限]额)|(?<=营业收入)|(?<=利润总额))合计$")
AT = ("在", "于")
ALL_THAT_GREW = lazy("(?<=[一-龥]{2})(?<![近每多当本])年产量$|总产量?$")  # 小麦总产, 小麦总产量, 原煤年产量
DONE_TO = lazy("^(?:改造|整治|治理|修复|加装)|(?:改造|建设|整治|治理|修复|提升|改扩建|发放|加装)$")
# Alone they are when, and the name is left out.
WHEN = frozenset({"全年", "年内", "年末", "年底", "去年", "今年", "明年", "上年", "当年"})
YEARS_LONG = lazy(r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:来|间)?")  # 十年增加50万人: in how long
DONE = lazy("实现|完成")
AIMED = lazy(r"(?:预期|计划|增速|增长)?目标值?$", needs=("目标",))  # GDP目标5%: of a known indicator, what it is to be
# 生产汽车12万辆, 产茶3千吨, 种粮9万亩: what was made or sown, by its quantity and not its worth
MADE = lazy(
    r"^(?:生产|收获)(?P<thing>(?![性力线总安经用能要企基设服许保])[^的量]{2,8})$|^产(?P<crop>[^业值量品出的]{1,3})$"
)
SOWN = lazy(r"^(?:种植?|播种)(?P<thing>(?!面积)[^的植]{1,6})$")
# 平湖港货物吞吐量, of 平湖
OWN_PORT = lazy(r"^港(?=货物|集装箱|吞吐|外贸|内贸)", needs=("港",))
BLANK = lazy(r"\s+|^的")
AVERAGED = lazy(r"^(?P<before>.{2,}?)(?P<each>[日月]均)(?=.{2})", needs=("日均", "月均"))  # 公路日均流量: 日均公路流量
BROUGHT = lazy(r"(?:全年|累计|实现|完成|达到)+$")
# Remarks in brackets inside a name: 地区生产总值(GDP), 固定资产投资(不含农户)
BRACKETED = lazy(r"[(\[][^()\[\]]{0,160}[)\]]|^【[^【】]{1,16}】")
QUOTES = lazy(r"[“”‘’「」『』\"'#*①-⑳]")
# 2023年、12月份、上半年: when, not what
TIMES = lazy(
    r"[比较与]?(?:19|20)\d\d\s*(?:[-—~至]\s*(?:19|20)?\d\d\s*)?年(?:度|[末底](?=[一-龥]{2}))?(?:同期)?(?:相比)?"
    r"|(?:\d{1,2}\s*月?\s*[-—~至到]\s*)?\d{1,2}\s*月份?(?:末|底)?|^(?:上|下)半年|^前?[一二三四]季度末?"
    r"|(?<=.{3})(?:去年|今年)?在?第[一二三四1-4]季度?$|(?<=.{2})(?:去年|今年)底?$|^十[一二三四五六七]五(?:时期|期间|以来|末)(?=.{2})"
    r"|^[一二三四五六七八九十]{1,2}月(?:份)?的?(?=.{2})|(?:^|(?<=年))(?:第[一二三四1-4]|首[二两三2-3]?)季(?!度)|^[首前](?:\d{1,2}|[一二两三四五六七八九十]{1,2})个?月(?:份)?"
    r"|[一二三四五六七八九十]{1,2}月(?:份)?[-—~至到][一二三四五六七八九十]{1,2}月(?:份)?的?|在?该(?:两|段|几|个)*期间|^(?:节日|假日|假期)(?:期间)?(?=.{2})"
)
# 增加值由前三季度下降0.8%转为…: from when it changed, and no part of the name
FROM_THEN = lazy(
    r"(?<=.{2})[由从](?:上年|去年|前年|年初|同期|(?:19|20)\d\d年|上半年|前?[一二三四]季度|(?:\d{1,2}[-—~至])?\d{1,2}月)(?:同期|[末底份])?的?$"
)
# 比2022年增收1.2亿元, 比前一年多, 与上年同期比较上升, 较第二季上升
COMPARED_YEAR = (
    r"(?:[比较](?:(?:19|20)\d\d|[上前]一|前)年(?:同[期月季]|(?:\d{1,2}月)?[末底])?|[比较与](?:上年|去年)同[期季月](?:相?比较?)?"
    r"|[比较与和](?:一年前|上年)(?:同[期季月])?(?:相?比较?)?，?|[比较](?:第[一二三四1-4]|上一?)(?:季度?|个?月)(?!同))"
)
# 而第二季的升幅, 上一季出口: the part of the year, behind what leads up to it
# 八月份的, 首八个月合计的: when, and not what
SEASON_BEFORE = lazy(
    r"^(?:(?:第[一二三四1-4]|首[二两三2-3]?|上一?个?)(?:季度?|月)的?"
    r"|(?:十[一二]?|[一二三四五六七八九])月份?的|[首前](?:十[一二]?|[一二两三四五六七八九]|\d{1,2})个?月(?:合计)?的)(?=.{2}|$)"
)
# 按常住人口计算，人均…; 按平均汇率折算
RECKONED = lazy(r"^按[^，。;]{2,14}?(?:计算|折算|换算|核算)的?")
# 据抽样调查推算、据海关统计: who says it, not what
ATTRIBUTED = lazy(r"^(?:根?据|依据)[^，。;]{1,16}?(?:统计|测算|核算|调查|推算|显示|介绍|监测|反馈)")
# 旅客其中过夜旅客: where a mark was lost, the part and not the whole
OF_WHICH = lazy(r"^.*其中(?=.{2})")
# 当年收入加上级补助收入, 加上年结转: what is added, and not what it is added to
ADDED = lazy(
    r"^(?:[^，。;]{0,8}(?:收入|支出))?加(?=上(?:年|级|解(?!决))|(?:地方)?政府(?:一般|专项)?债|债[务券]|转移|补助|调[入出]|动用|返还|税收返还)"
)
# 全市有图书馆7个: not 有线电视, 有色金属
HAVING = lazy(r"^(?:共?有|拥有)(?![线效色机关限序害偿价轨力利毒声氧形组资])(?=.{2})")
# 增长的主要原因是土地出让收入增加: why another number is as it is, and what is told for it
REASON = lazy(r"^[^，。;]{0,10}(?:原因|因素)(?:是|为|在于)(?:由于|因为)?(?=.{2})|^[^，。;]{0,6}(?:由于|因为)(?=.{2})")
# 主计总处今天公布消费者物价, 他预测经济增长: who says it, not what
SAID_BY = lazy(r"^[^，。;]{2,14}?[处局部会院行署厅委所](?:今|昨)?[天日]?(?:\(\d+\)日)?(?:公布|发布)的?(?=.{2})")
SEEN_BY = lazy(r"^[我他她](?:们)?(?:预测|预计|预期|预料)(?=.{2})")
# 来自内地的旅客: 内地旅客
FROM = lazy(r"^来自(?=.{2,}[旅游住访]客)", needs=("来自",))
# 主计总处将经济成长率调整为…: who sets it, not what
SET_BY = lazy(r"^[^，。;将]{2,14}?[处局部会院行署厅委所]将(?![来军近])(?=.{2})", needs=("将",))
# 市七届人大四次会议批准的…, 汇总各级人代会批准的…: who approved it, not what
APPROVED = lazy(
    r"^[^，。;]{0,24}?(?:批准|审定|核定|备案|调整后)的(?=.{2})"
    r"|^[^，。;]{0,8}核定(?:[我全][省市县区州]|本级)?(?=(?:新增)?(?:地方)?政府债务)"
)
# What else is no part of a name, each with a mark that most words lack
MORE = (
    ("公布", SAID_BY),
    ("发布", SAID_BY),
    ("预", SEEN_BY),
    ("来自", FROM),
    ("将", SET_BY),
    ("的", APPROVED),
    ("核定", APPROVED),
    ("加", ADDED),
)
# 收入年初预算合计, 支出预算数: the account, and that it is a plan of it
PLANNED = lazy(r"(?<=收入|支出|经费)(?:(?:年初|调整后?的?)?预算(?:数|合计|总额)?|计划数?)$|^年初(?=(?:收入|支出)预算)")
# 执行中按法定程序, 经常委会批准, 含高新区, 站稳: how, with what and how far, and nothing that is measured
ADJUNCT = lazy(
    r"(?:预算)?执行中.*|(?:按|依|经|因|根据|受)[^，。;]{0,24}(?:程序|规定|批准|因素|影响|比较|口径)(?:等)?|不?含.+|包括.+"
    r"|[扣剔]除[^，。;]{1,20}(?:因素|影响)后?|(?:成功)?(?:站稳|站上|迈上|跨上|跃上)|比较|[比较].{2,10}(?:时期|期间|同期)|连续多?年|执行数|调整数|同口径|自然口径|(?:上年|去年)(?:同期|同月|同季)?|同期"
    r"|一年(?:间|来|内)?|实际(?:新增|新建|建成|改造|发放|培训|投入|到位)?"
)
# 计划新增公办学位1200个: what is meant to be done; not 计划生育, 计划单列市
MEANT_TO = (
    r"原?计划(?=新[增建改]|改造|改建|续建|完成|建设|建成|实施|发放|培训|引进|招引"
    r"|开工|治理|修复|造林|整治|创建|投[资入])"
)
# 就业形势 2023年全区…: a heading that a copy has left before its sentence
HEADED = lazy(r"^[^，。;:\d]{2,12}\s+(?:19|20)\d\d年(?=末?[全我本][省市区县州旗盟])")
# 生产总值及其增长速度全年民营经济增加值: where a heading has run into the text, and a name begins behind it
RUN_ON = lazy(r"全年|年末")
# 服务业全年批发零售业增加值: what a heading has left before its sentence, where no space was
RUN_INTO = lazy(r"^[^，。;\d]{2,8}全年(?=.{4})")
# 规模以上工业中装备制造业增加值: what is told of a part of something, without the something
PART_OF = lazy(
    r"^.{1,12}?(?:工业|企业|投资|产业|行业|商品|总额|收入|支出|人口|就业人员)中(?!长期|短期|小|央|标|签|介|间)(?=.{3,})"
)

# 名义本地生产总值, 人均实际生产总值: at which prices, and no part of the name
PRICED = lazy(r"(?:名义|实际|实质)(?=(?:人均)?(?:地区|本地|国内|全[省市])?(?:生产总值|GDP|增加值))")

# 对东盟进出口, 与中亚五国贸易额: trade with a part of the world
PARTNER = r"[对与同](?!外(?:贸|国)|华)[一-龥“”]{2,10}?(?=(?:贸易)?进出口|出口|进口|贸易|投资)"
# 比上年末净增经营主体1.2万户: against when it was counted, and no part of the name
COMPARING = ("比", "较")
IN_ALL_SO_FAR = "累计"  # 累计新增学位: within the time that is told of
# 1-12月累计发放补贴, 上半年累计新签项目: the sum of a part of the year, and no stock
SUM_OF_A_TIME = lazy(r"(?<=[\d一二三四五六七八九十]月|季度|半年|月份)累计(?=.{4})", needs=("累计",))
AND_MORE = lazy(r"^[和及与、](?=(?:改造|提升|改建|扩建|续建))")  # 新建和改造提升高标准农田: what was done beside
AGAINST_BEFORE = lazy(r"[比较](?:上年|去年|年初|(?:19|20)\d\d年)同?[期末底]?")
STEADILY = lazy(r"(?:稳步|持续|逐步|不断|大幅|明显|快速|逐年|逐季|逐月|连年|继续)+$")  # how it moved
# What is said of an indicator before its number: 粮食产量再创新高，达到…
PREDICATE = lazy(
    r"(?:再创|创|屡创|连创|持续|稳步|继续|实现|保持|平稳|总体|首次|再次|突破|迈上|站上|跨越|达到|快速|较快|明显|大幅|稳定|有所|再上)"
)
GROWTH_NAME = lazy(
    r"(?<!自然)(?:(?:增长|增速)(?:预期)?目标|增长率|成长率|变动(?:百分)?率|变动|增长速度|增速|增幅|涨幅|降幅|升幅|跌幅)$"
)
# 出口年增5%, 月减2%: against the year, quarter or month before, as Taiwan has it; not 全年增, 三年增
PERIODIC = "(?<![全今去上每当近明逐前后同两二三四五六七八九十0-9])[年季月](?=[增减升跌])"
LIKEWISE = r"\([^()]{0,6}下同\)"  # 比上年(下同)增长
# Verbs of growth right before a number alone; elsewhere they belong to nouns: 高成长性产业
GROWS, SHRINKS = "成长", "衰退"
# 0至14周岁, 60周岁及以上: how old, written in one way
AGES = lazy(
    r"(?P<from>\d+)(?:周?岁)?(?:至|到|[-—~～])(?P<to>\d+)周?岁者?|周?岁(?:及?(?P<more>以[上下]))?", needs=("岁",)
)
# 65岁以上长者, 60岁以上老年人口: all people of that age are
ELDERLY = lazy(r"(?<=岁以上)(?:老年人口?|老人|长者)$", needs=("岁",))
# 境外实现收入, 铁路完成旅客发送量: that it came about, within its name
DONE_WITHIN = lazy(
    r"(?<=[一-龥]{2})(?<![未已待累计])(?:累计)?(?:实现|完成|录得)(?=[一-龥]{0,10}(?:收入|支出|利润|利税|增加值|产值|总额|销售额|零售额|[吞产运客货电发送]量)$)",
    needs=("实现", "完成", "录得"),
)
LONGEST_CLAUSE = 80  # characters of a clause that says no more than an indicator
# What a percentage of a thing is the growth of, where nothing else is said: its value, number, area.
MADE_IN, SOWN_IN = ("mass", "volume", "energy"), ("area",)
GROWING = ("money", "count", "energy", "area")


# What else leads up to a name: ordinals, dashes, 将, 计划
LEADS = "将原计一二三四五六七八九十—-·•、,，:和及与"


def _one_way(age: re.Match[str]) -> str:
    return f"{age['from']}-{age['to']}岁" if age["to"] else f"岁{age['more'] or ''}"


def _income(name: str) -> str:
    """A name without the verb in it that says that it came about, and 营收 in full: 境外实现营收 is 境外营业收入."""
    name = name[:-2] + "营业收入" if name.endswith("营收") else name
    told = "实现" in name or "完成" in name or "录得" in name
    return DONE_WITHIN.sub("", name) if told else name


class NormalForm:
    """Brings names to their normal form with the wording of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        w = lexicon.words
        self._names = lexicon.names
        self._dimensions, self._alone, self._measured = lexicon.dimensions, lexicon.alone, lexicon.measured
        self._aliases, self._fields = lexicon.aliases, lexicon.fields
        self._lead = lazy(
            rf"^(?:(?:{either(w('lead'))})(?!率)(?!(?<=加上)(?:[年级]|解(?!决)))(?!(?<=年[终末])结[转余])(?!(?<=和)[美谐平田])|其(?![他余它中实次])|将(?![军来乐])|使(?![用馆命者领节得])|{MEANT_TO}|\d{{1,2}}[.．、)](?!\d)|\d{{1,2}}(?:(?:\.\d{{1,2}})+\s|\s(?=[一-龥]{{2}}))|[一二三四五六七八九十]是(?=.{{2}})|\s|[—\-·•、,，:及与]|和(?![美谐平田]))+"
        )
        kept = r"(?<=[人户亩地年平日月])均|(?<=[出入])(?<![收支投产输流注转迁售付汇调][出入])超"  # 人均, 外贸出超
        self._tail = lazy(
            rf"(?:(?!{kept})(?:{either(w('tail'))}|均|(?<![模虚])拟|则?(?<![日晚时商快电申周海年季月通简学画官情预通])报)|\s|[—\-~、,:])+$"
        )
        # What words with a lead begin with, and those with a tail end in; most have none.
        self._lead_starts = frozenset(
            {word[0] for word in w("lead")} | set("其将使原计一二三四五六七八九十—-·•、,，:和及与")
        )
        self._tail_ends = frozenset({word[-1] for word in w("tail")} | set("均拟报—-~、,:"))
        compare = either(w("compare"))
        self._growth = lazy(
            rf"(?P<compare>(?:{compare}|{COMPARED_YEAR}|{PERIODIC}|{LIKEWISE})*)(?<!自然)(?:(?P<up>{either(w('up'))}|{GROWS}|(?<=[年期月季末])多|(?<=[比较]年初|上年末|去年末|上年底|去年底)新增)"
            rf"|(?P<down>{either(w('down'))}|{SHRINKS}))"
            rf"(?P<to>到|至|为)?(?:了|约|近|超|均|分别|达|幅度|率|都)*$"
        )
        ends = {word[-1] for group in ("up", "down") for word in w(group)} | {GROWS[-1], SHRINKS[-1], "多"}
        self._growth_ends = frozenset(ends | set("到至为了约近超均别达度率都增"))
        self._compare = lazy(rf"(?:{compare}|{COMPARED_YEAR})+$")
        self._attribute = set(w("attribute"))
        self.listed = lazy(either(w("listed")), needs=("、",))
        self._owned = frozenset(w("owned"))
        self._of_schools = frozenset(w("schools"))
        self._action = lazy(rf"(?:{either(w('action'))})+")
        self._flow = lazy(either(w("flow")))
        self._stock = lazy(either(w("stock")))
        self._subgroup = lazy(rf"(?:{either(w('subgroups'))})|{PARTNER}")
        self._place = lazy(r"(?!)")
        self._restrictive = lazy(either(w("restrictive")) + r"|[均亿万]$|单位|每")
        self._found: dict[tuple[str, str], str] = {}  # the normal forms of one document's words

    def of(self, entity: str) -> Self:
        """The same namer for a document of one place: the place's own name is no part of an indicator's."""
        own = copy(self)
        own._found = {}
        parts = re.findall(r"[一-龥]+?(?:省|自治区|市|自治州|区|县|旗)", entity)
        names = {entity, *parts, *(p[:-1] for p in parts if len(p) > 2), *known_places().called(entity)} - {""}
        if names:
            spelt = either(longest_first(names))
            own._place = lazy(rf"^(?:{spelt})(?!(?<!区|县|旗)[区县旗])的?(?=.{{2}})")
        return own

    def normal(self, words: str, dimension: str = "") -> str:
        """An indicator's words in normal form: no remarks, quotes, fillers; known spellings by their canonical name.

        >>> namer.normal("全年“规上”工业增加值")    # doctest: +SKIP
        '规模以上工业增加值'
        """
        found = self._found.get((words, dimension))
        if found is None:
            found = self._found[words, dimension] = self._normal(words, dimension)
        return found

    def _plain(self, words: str) -> str:
        """Words without remarks, marks and times, and without what tells who says it, why, and what it is added to."""
        body = BRACKETED.sub("", words) if BRACKET.search(words) else words
        body = QUOTES.sub("", body).strip(" \t，。;:、-—/<>=").replace("中国内地", "内地")
        if "年" in body:
            body = RUN_INTO.sub("", HEADED.sub("", body))
        if "、" in body:
            body = self.listed.sub(lambda name: name.group().replace("、", ""), body)
        if MARK_OF_TIME.search(body):
            body = SUM_OF_A_TIME.sub("", body)
            body = TIMES.sub("", FROM_THEN.sub("", body))
            body = body[:-1] if body[-1:] in AT and len(body) > 2 else body  # 开支在2025年第三季
        if body[:1] in LEADING_OFF:
            body = ATTRIBUTED.sub("", RECKONED.sub("", body))
        for mark, more in MORE:
            if mark in body:
                body = more.sub("", body)
        if "因" in body or "由于" in body:
            body = REASON.sub("", body)
        return body

    def _normal(self, words: str, dimension: str) -> str:  # noqa: C901 - what is no part of a name, in order
        body = self._plain(words)
        if "岁" in body:
            body = ELDERLY.sub("人口", AGES.sub(_one_way, body))
        lead = self._lead_of(body)
        if lead is not None and lead.end() < len(body):
            body = body[lead.end() :]
        body = OWN_PORT.sub("港口", self._place.sub("", body))
        body = body.removesuffix("同期") or body  # 总劳动人口同期由…
        if "值" in body or "GDP" in body:
            body = PRICED.sub("", body)
        body = HAVING.sub("", WHOLE_BEFORE.sub("", body))
        lead = self._lead_of(body)
        if lead is not None and lead.end() < len(body):
            body = body[lead.end() :]
        if "季" in body or "月" in body:
            body = SEASON_BEFORE.sub("", body)
        if "中" in body:
            body = OF_WHICH.sub("", PART_OF.sub("", body))
        if "预算" in body or "计划" in body:
            body = PLANNED.sub("", body)
        body = _income(body)
        if body in self._aliases:
            return self.whole(self._aliases[body], dimension)
        if body[:1] in COMPARING and (against := AGAINST_BEFORE.match(body)) and self._flow.match(body, against.end()):
            body = body[against.end() :]
        flow = self._flow.match(body, len(IN_ALL_SO_FAR) if body.startswith(IN_ALL_SO_FAR) else 0)
        if flow is not None and flow.end() < len(body) - 1:
            body = AND_MORE.sub("", body[flow.end() :])
        if "全" in body or body.endswith("合计"):
            body = WHOLE_BEHIND.sub("", body)
        name = self._canonical(BLANK.sub("", self._made(body, dimension)))
        if name in WHEN or ("年" in name and YEARS_LONG.fullmatch(name)):
            return ""
        name = AVERAGED.sub(r"\g<each>\g<before>", name)
        if "目标" in name and self.is_known(aimed := self.whole(AIMED.sub("", name), dimension)):
            return aimed
        told = DONE.sub("", name)
        return self.whole(name, dimension) if name in self._alone else told if told in self._dimensions else name

    def _made(self, name: str, dimension: str) -> str:
        """The name of what was made or sown, before a number that measures it: 生产汽车 is 汽车产量."""
        if dimension in SOWN_IN and (sown := SOWN.search(name)) is not None:
            return f"{sown['thing']}播种面积"
        made = MADE.search(name)
        amount = f"{made['thing'] or made['crop']}产量" if made is not None else ""
        if amount and (dimension in MADE_IN or (dimension == "count" and amount in self._aliases)):
            return amount
        return ALL_THAT_GREW.sub("产量", name)

    def _lead_of(self, words: str) -> re.Match[str] | None:
        """The words that lead up to what words name."""
        first = words[:1]
        leads = first in self._lead_starts or first.isspace() or first.isdecimal()
        return self._lead.match(words) if leads else None

    def whole(self, name: str, dimension: str) -> str:
        """What a short form stands for before a number of that dimension: 粮食247万吨, but not 粮食上涨1.1%."""
        other = self._alone.get(name, name)
        return other if self._measures(other, dimension) else name

    def of_the_field(self, name: str, dimension: str) -> tuple[str, ...]:
        """The indicators that a field alone may stand for before a number of that dimension, nothing of other names.

        >>> namer.of_the_field("旅游", "people")    # doctest: +SKIP
        ('接待游客',)
        """
        return tuple(one for one in self._fields.get(name, ()) if self._measures(one, dimension))

    def _measures(self, name: str, dimension: str) -> bool:
        """Whether a number of that dimension may be of an indicator; one without a unit may, and growth of amounts."""
        kind = {"people": "count"}.get(dimension, "money" if dimension.startswith("money") else dimension)
        measured = self._measured.get(name, kind)
        return not kind or measured == kind or (kind == "percent" and measured in GROWING)

    def _canonical(self, name: str) -> str:
        """A name with every known spelling in it, the longest first, by its canonical name."""
        out, at = "", 0
        for start, first in enumerate(name):
            if start >= at and first in self._names.by_edge and (word := self._names.at(name, start)):
                out += name[at:start] + self._aliases[word]
                at = start + len(word)
        return out + name[at:]

    def traits(self, words: str) -> tuple[str, ...]:
        """Flow or stock, as the words around a number tell."""
        marks = []
        if self._flow.search(words):
            marks.append("flow")
        if self._stock.search(SUM_OF_A_TIME.sub("", words)):
            marks.append("stock")
        return tuple(marks)

    def shorter(self, name: str) -> str:
        """A long name without the clause before its last verb: …开局实现地区生产总值 is 地区生产总值."""
        if len(name) > 16:
            verb = max((name.rfind(v) + len(v) for v in ("实现", "完成", "达到") if v in name), default=0)
            if verb and name[verb:] in self._owned:
                return BROUGHT.sub("", name[:verb]) + name[verb:]  # 规模以上服务业企业全年实现营业收入
            if verb and len(name) - verb >= 4:
                return name[verb:]
        return name

    def thing(self, name: str) -> str:
        """The name without the verbs that lead it, nothing where none does: 建成加氢站 is 加氢站."""
        found = self._action.match(name)
        return name[found.end() :] if found and len(name) - found.end() >= 3 else ""

    def has_verb(self, words: str) -> bool:
        """Whether words begin with what was done, or how things stand: 接待患者, 累计企业."""
        return bool(self._action.match(words) or self.traits(words))

    def is_flow(self, words: str) -> bool:
        """Whether words say only that something came in addition: 新增, 净增."""
        return self._flow.fullmatch(words) is not None

    def is_done(self, words: str) -> bool:
        """Whether words begin or end with what was done to a thing: 老旧小区改造, 改造老旧小区."""
        return DONE_TO.search(words) is not None

    def without_examples(self, clause: str) -> str:
        """A clause without the examples between its verb and its noun, nothing where it has none.

        >>> namer.without_examples("北园入驻甲公司、乙公司等企业")    # doctest: +SKIP
        '北园入驻企业'
        """
        examples, _, noun = clause.rpartition("等")
        verbs = list(self._action.finditer(examples.partition("、")[0]))
        return examples[: verbs[-1].end()] + noun if verbs and verbs[-1].start() >= 2 else ""

    def known_end(self, name: str) -> str:
        """The known indicator that a longer name ends with, where what stands before does not restrict it."""
        if name in self._aliases:
            return ""
        for start in range(1, len(name) - 2):
            if name[start:] in self._dimensions:
                before = name[:start]
                return "" if self._restrictive.search(before) else name[start:]
        return ""

    def uncompared(self, words: str) -> str:
        """Words without what they end with that only compares: 零售额同比 is 零售额."""
        return self._compare.sub("", words)

    def says_nothing(self, words: str) -> bool:
        """Whether words only compare, and name nothing: 比上年."""
        name = self.uncompared(self.normal(words))
        return not name or self.is_attribute(name)

    def grown(self, words: str) -> re.Match[str] | None:
        """The words of growth or decline that words end with."""
        last = words[-1:]
        return self._growth.search(words) if last in self._growth_ends or last.isspace() else None

    def is_known(self, name: str) -> bool:
        """Whether the lexicon has the name as an indicator of its own."""
        return name in self._dimensions

    def known_subject(self, before: str, moved: bool = False) -> tuple[str, bool]:
        """The known indicator that the clause before names, and whether of its growth: 城乡收入比持续缩小，由….

        Where it `moved` from one number to another, a clause that tells of its growth names it, be it known or not.
        """
        clause = re.split(r"[，。;:]", before[-LONGEST_CLAUSE:].rstrip("，"))[-1]
        if len(clause) >= LONGEST_CLAUSE:
            return "", False
        growth = self.grown(clause)
        name = self.clean(self.uncompared(clause[: growth.start()] if growth is not None else clause))
        bare = GROWTH_NAME.sub("", name)
        known = next((n for n in (name, bare) if n in self._aliases), "") or self._known_head(clause)
        if not known and moved and growth is not None and len(bare) > 2:
            known = STEADILY.sub("", bare)
        return known, bool(known) and (bare != name or clause.endswith(("增长", "增速")))

    def _known_head(self, clause: str) -> str:
        """The known indicator that a clause begins with, what it goes on with being no name: 粮食产量再创新高."""
        words = self._place.sub("", self.led(clause))
        found = self._names.at(words, 0)
        name = self._aliases[found] if found else ""
        return name if self.is_measured(name) and PREDICATE.match(words, len(found)) else ""

    def is_owned(self, name: str) -> bool:
        """Whether a name says only what a sector or its enterprises have: 利润总额."""
        return name in self._owned

    def is_of_a_school(self, name: str) -> bool:
        """Whether a name says only who learns or teaches at a school: 在校生."""
        return name in self._of_schools

    def subgroup(self, name: str) -> str:
        """The subgroup that a name begins with, whose parts are not those of the place: 民营经济 of 民营经济增加值."""
        start = max((m.end() for m in RUN_ON.finditer(name)), default=0)
        found = self._subgroup.match(name, start)
        return found.group() if found is not None and found.end() < len(name) else ""

    def shortened(self, name: str, words: str) -> bool:
        """Whether a known name stands in its words by a short form only, that leans on what was named before: 出口."""
        return (
            self.is_measured(name)
            and name not in words
            and any(words.startswith(short) for short, meant in self._alone.items() if meant == name)
        )

    def is_measured(self, name: str) -> bool:
        """Whether the lexicon knows what the name is measured in."""
        return name in self._measured

    def led(self, words: str) -> str:
        """The words without what leads up to a subject: 2023年全市… is 全市…."""
        body = QUOTES.sub("", words).lstrip(" \t，。;:、")
        while True:
            lead = self._lead_of(body) or TIMES.match(body)
            if lead is None or not lead.end() or lead.end() >= len(body) or lead.group().endswith("于"):
                return body  # 高于全市: what is compared with, not whose it is
            body = body[lead.end() :]

    def without_place(self, name: str, place: str) -> str:
        """A name without the place before it, where it is that of a known indicator or nothing but the place."""
        rest = self.normal(name.removeprefix(place))
        return rest if not rest or self.is_measured(rest) else name

    def is_attribute(self, name: str) -> bool:
        """Whether a name says only what is asked of something named elsewhere: 总量, 规模."""
        return name in self._attribute

    def _cut_tail(self, words: str) -> str:
        found = self._tail.search(words) if words[-1:] in self._tail_ends or words[-1:].isspace() else None
        if found is None:
            return words
        rest = words[: found.start()]
        if self.grown(words) and not self.grown(rest):
            return words
        return rest

    def clean(self, words: str) -> str:
        """The name in normal form, without the words that lead up to it."""
        return self._clean(words)[0]

    def _clean(self, words: str, dimension: str = "") -> tuple[str, int]:
        """The name in normal form, and where it begins in the words."""
        lead = self._lead_of(words)
        start = lead.end() if lead else 0
        body = self._cut_tail(words[start:])
        return self.normal(body, dimension), start
