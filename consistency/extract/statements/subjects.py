"""Whose number it is: the subject in force in a sentence, and names put together from parts."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from consistency.extract.statements.accounts import ACCOUNT, UNITS, ZONE_ENDS, OwnLevel, level_in
from consistency.extract.statements.discourse import FISCAL, Frame
from consistency.extract.statements.names import CARRIED_OUT, Namer, Statement
from consistency.extract.statements.normal_form import BRACKETED, MADE_IN
from consistency.model import Evidence, Measure, Quantity
from consistency.patterns import lazy

QUOTE_MARKS = lazy(r"[“”‘’\"]")
# A name that says already what is measured.
MEASURED = lazy(r"(?:量|额|率|值|数|价|收入|支出|面积|金额|投资|消费|费)$")
# 市本级, 州级, 市直 before an account's name
LEVEL = lazy(
    rf"^[{UNITS}]?(?:本级|(?<=[{UNITS}])(?:级|直))(?:财政|共?留用|(?:各?部门|机关|单位)(?=三公))?(?={ACCOUNT}|新增债|[一-龥、]{{2,12}}(?:收入|支出)$)"
)
# The head that the last of several parallel names carries for all: 钢铁、水泥两大产业产值
COMMON_HEAD = lazy(
    r"(?:[两三四五六]大|[两三四五六]个)?"
    r"(?P<head>产业产值|总?产值|增加值|占比|比重|参保率|普及率|营业收入|收入|支出|[存贷]款余额|余额|产量|(?:播种|种植|销售|施工|竣工)?面积"
    r"|[客货]运量|周转量|吞吐量|用电量|销量|销售额|零售额|投资|利润|案件|价格|(?:患者)?(?:规范|健康)管理率)$"
)
# What a paragraph speaks of, by which a sector alone is understood: 分产业看，第一产业增长…, of investment
VALUE_ADDED = ("增加值", "生产总值", "GDP", "经济增长", "经济总量")
SPOKEN_OF = lazy(
    rf"{'|'.join(VALUE_ADDED)}|产值|投资|税收(?:收入)?|营业收入|收入|用电量|贷款|存款|零售总?额|销售总?额|销售面积|进出口|出口|外资|利润|就业|从业|薪酬|工资|价格|能耗|贡献率"
)
# 其中制造业增长9%; 分门类看，采矿业…: a sector, and what says that it is told as a part
SECTOR = lazy(r"[一-龥、]{1,14}(?<![企就毕失开停作产农林牧渔工商])业")
PARTS_TOLD = lazy(r"其中|分[^，。;]{1,10}看")
OF_VALUE_ADDED = lazy(r"(?:制造|采矿|供应|建筑|服务|金融)业$")
HEADS_OF_SECTORS = ("增加值", "产值", "投资", "用电量", "利润", "营业收入", "税收", "税收收入")
PARTNERS = lazy(r"(?:输往|运往|销往|来自|源自|对|向|自).{2,}的")  # with whom one trades
# 户籍出生2.91万人，死亡4.36万人: those of the residents by registration, as the birth told before
VITAL = ("出生", "死亡", "迁入", "迁出")
REGISTERED_ALL = lazy(r"户籍(?:总)?人口[为达共]?\d", needs=("户籍",))
VITAL_RATES = ("出生人口", "死亡人口", "出生率", "死亡率", "人口出生率", "人口死亡率", "人口自然增长率", "自然增长率")
REGISTERED = lazy(r"户籍(?:人口)?(?=出生|死亡|迁[入出])", needs=("户籍",))
# 发生道路交通事故32起，死亡5人: who dies in an accident, and what is lost in it
VICTIMS_ALONE = ("死亡", "受伤", "重伤", "轻伤", "伤亡", "失踪")
VICTIMS = (
    *(one + also for one in VICTIMS_ALONE for also in ("", "人数", "人员")),
    "直接经济损失",
    "直接财产损失",
    "经济损失",
)
ACCIDENT = lazy(
    r"(?:发生|各类|全年|全[市县区省州旗]|[，。;:、]|^)?"
    r"(?P<cause>(?:(?!发生|各类|全年|[全我][市县区省州旗]|共|起|比上年)[一-龥]){0,14}?(?:事故|火灾))",
    needs=("事故", "火灾"),
)
OF_THE_POPULATION = lazy(r"人口|出生")
# 规模以上工业企业实现营业收入, 建筑业企业222家: a sector, and what is told of it
OWNER = lazy(
    r"(?P<owner>(?:规模以上|限额以上|规上|限上)?[一-龥]{1,8}?业(?:企业)?)"
    r"(?:全年|实现|完成|累计){0,3}(?:主营业务收入|营业收入|营收|总产值|增加值|利润|利税|销售额|资产|(?<=企业)(?=[0-9]))"
)
# 普通小学198所，在校学生…; 普通高等教育招生1.2万人，在校生…: schools, and those who learn and teach there
SCHOOL = lazy(
    r"(?P<owner>(?:普通|职业|中等|高等|特殊|民办|公办|义务|成人|研究生|本专?科)*(?:小学|初中|高中|中学|(?:技术)?学[校院]|幼儿园|高校|院校|教育))"
    r"(?:阶段)?(?:\d[\d.,]*万?[所个]|(?:招生|招收|在校|在园|毕业|专任))"
)
# 汽车产量3万辆、销量2万辆: what is sold is what was made
MADE = lazy(r"(?P<what>(?![年月份])[一-龥A-Za-z]{2,12}?)产量(?:分别)?(?:达到?|为|完成|约|近|超)*\d", needs=("产量",))
SOLD = ("销量", "销售量")
# 甲、乙等企业: the word behind examples; not 高等教育, 等级
EXAMPLES = lazy(r"(?<![高中初同平均上下优劣相对])等(?![级候于])", needs=("等",))
# 环比增长, 比上月上涨: growth against the month or quarter before, another thing than that against the year before; not
# 增速比上月回落3个百分点
MONTHLY = lazy(
    r"(?:环比|(?<![速幅])[比较]上月(?!同)|[比较](?:上一?|第[一二三四1-4])季度?(?!同)|按[季月](?![看度])|(?<![一二三四1-4前首两每])季[增减](?=\d|了|约|\s*$)|(?<![\d一二三四五六七八九十个本当])月[增减](?=\d|了|约|逾|近|\s*$))"
    r"(?!.*(?:同比|按年|年[增减]|[比较与](?:上年|去年)))"
)
# 同口径增长, 扣除留抵退税因素后增长: on the accounts of the year before, made comparable
COMPARABLE = lazy(
    r"(?:同口径|可比口径|[扣剔]除(?!价格)[^，。;]{1,20}(?:因素|影响)后?，?)[^，。;]{0,10}$",
    needs=("口径", "扣除", "剔除"),
)
ON_ANOTHER = lazy(
    r"\((?:同|可比|新|老|旧|调整后)口径[^()]{0,8}\)|按?(?:同|可比)口径(?:计算|测算|比较|下)?，?[^，。;]{0,24}$"
)
STAGE = lazy(r"(?P<adjusted>调整(?:为|后|预算|数)|调[增减]为|修订为)|年初|批准")
REMARKED = 60  # characters before a number in which a remark is its own
# 年均增长, 两年平均增长
AVERAGED = lazy(r"(?:年均|年平均|年复合)[^，。;]*$", needs=("年均", "年平均", "年复合"))
# 较2019年增长, 比2015年提高, 与2018年末(…普查)相比，增长: growth since an earlier year than the last
SINCE_THEN = lazy(
    r"(?:[比较](?=(?:19|20)\d\d年(?:同期|末|底)?[^，。;]*$)|与(?=(?:19|20)\d\d年[末底]?(?:\([^()]{0,30}\))?相比，?[^，。;]*$))"
    r"(?P<year>(?:19|20)\d\d)年.*$",
    needs=("比", "较"),
)
TOWN_OR_COUNTRY = ("城市", "农村", "城镇", "乡村")
OF_HOUSEHOLDS = lazy(r"^居民.*(?:价格|收入|支出)$")
CONSUMER_PRICES = lazy(r"(?:居民消费价格|CPI)[^。]*。[^。;]*$", needs=("居民消费价格", "CPI"))
# At constant prices, 名义 and 实际 of a level, (2020年不变价), (环比物量)
CONSTANT = lazy(r"\([^()]{0,12}(?:(?:不变|可比)价|环比物量)[^()]{0,6}\)[^，。;]{0,8}$", needs=("价", "环比物量"))
PRICED = lazy(r"(?P<real>实际|实质)|名义", needs=("实际", "实质", "名义"))
# 扣除价格因素，实际增长; 名义增长: beside the growth that incomes, and output, are told by without a word
REAL = lazy(
    r"(?:实际|实质)(?:增长|下降|增速)[^，。;]{0,3}$|[扣剔]除价格(?:上涨)?因素(?:影响)?后?，?[^，。;]{0,16}$",
    needs=("实际", "实质", "除价格"),
)
NOMINAL = lazy(r"名义(?:增长|下降|增速)[^，。;]{0,3}$", needs=("名义",))
BASES = {"环比": MONTHLY, "实际": REAL, "名义": NOMINAL, "同口径": COMPARABLE, "年均": AVERAGED}
PRICES = ("名义", "实际", "不变价")
OUTPUT = ("生产总值", "增加值", "GDP")  # told by its real growth, all else by the nominal one
COUNTING = lazy(r"(?:人次|人数|数量)$", needs=("人次", "人数", "数量"))  # 旅客人次: the visitors, as they are counted
# 支出, 年初预算安排支出, 安排支出预算: one side of the account that is spoken of
BARE_ACCOUNT = lazy(r"(?:年初)?(?:预算)?(?:安排)?(?:预算)?(?P<side>支出|收入)(?:年初)?(?:预算(?:合计|调整)?)?")
ZONE = lazy(rf"[一-龥]{{0,12}}?{ZONE_ENDS}(?=.{{2}})")
# 失业保险基金收入: one side of a fund below those that an account is told of
SIDE_OF_A_FUND = lazy(
    r"(?P<of>(?!社会保险|社保|政府性|一般公共|地方|国有资本).{2,16}(?:基金|保险))(?:预算)?(?:收入|支出)(?:预算)?"
)
# 上级转移支付、专项债券等资金: a sum of all that is listed, and not of the last of it
SUMMED = lazy(
    r"(?:(?:19|20)\d\d年)?[^，。;:\d]{2,40}、[^，。;:、\d]{2,20}等(?:各?[类项])?(?:资金|收入|支出|债券)?", needs=("、",)
)
WORDS_BEHIND = lazy(r"[^，。;、:()\n\d]{0,12}")
EXAMPLES_BEFORE = lazy(r"([^，。;:]{1,16}等)\s*$")
# Of the animals or the crop that the subject tells another side of: 小麦播种面积30万亩，单产400公斤
OF_A_THING = ("产量", "年产量", "出栏", "存栏", "出栏量", "存栏量", "单产", "亩产", "平均亩产")
OF_THE_THING = lazy(r"(?:播种面积|种植面积|收获面积|面积|总?产量|单产|亩产|[存出]栏量?)$")
HOUSEHOLDS = "户数"
WORTH = ("产值", "总产值", "综合产值", "全产业链产值")
# 债务余额58亿元，控制在核定限额61亿元以内
LIMIT = lazy(r"(?:控制在)?.{0,6}?限额(?:以内|之内|范围内|内)?")
OF_BUILDINGS = ("施工面积", "竣工面积", "新开工面积")
BUILT = lazy(r"(?P<what>.{2,8}?)(?:新开工|施工|竣工|销售)面积")
OF_PATIENTS = ("规范管理率", "规范化管理率", "健康管理率", "管理率")
# What is ranked, by its size or by its growth: 收入增速居第2位、总量居第9位
SIZES = ("总量", "规模", "总量均", "总数")
RANKED_BY = lazy(r"(?<=..)(?:增速|增幅|涨幅|总量|规模)$")
SO_FAR = lazy("^(?:累计|新建|续建|已|建成|完成)+(?=.{2})")  # 累计建成高标准农田142万亩，去年新建12万亩
# What the parts of a whole are measured by as it is
HEAD_OF_A_WHOLE = lazy(
    r"(?P<head>(?:播种|种植|收获|销售|施工|竣工)面积|产量|增加值|总?产值|零售额|用电量|[客货]运量|(?:货物|旅客)?周转量|(?:货物|旅客|集装箱)?吞吐量|床位|用户|业务总量"
    r"|[存出]栏|(?:总|通车|营业)?里程|(?:授权|申请)量)数?$"
)
OF_DEBT = lazy(r"(?<=债务)(?P<head>余额|限额)$")
# 发放资助资金5200万元，其中学前教育412万元: and money that is given, by the name it has
GIVEN = lazy(r"(?P<head>(?:资助|补助|补贴|扶持|奖补|救助|帮扶|专项|衔接)?资金|补助|补贴|经费|奖励|助学金)$")
# A sector alone, and what is told of it where it is a part
LISTED_SECTOR = lazy(r"(?:[^企产行事就]业|行业|产业|企业|[品食料酒电材饰车具器]类)$")
OF_GOODS = "类"  # 食品类零售额增长2%，饮料类增长3%: one list, though nothing says that they are parts
RATE = lazy(r"(?:平均)?(?:入住|住房|出租|失业|入园|入学|覆盖|普及|合格|优良|满意|升学|巩固)率$", needs=("率",))
NO_THING = lazy(r"^.?$|[率比重度数值额量价]$|[率增升涨降减跌占]|幅$")
# 项目、债券 and the like: no purpose that money is given for
NO_GIFT = lazy(r"[金债券款费]$|项目$|工程$|建设$|[率人户家个]$")
OF_A_SECTOR = lazy(r"(?:增加值|零售额|总?产值|投资|用电量|营业收入|利润总额|贷款余额)$")
# 粮食再获丰收，总产量达; 电子信息产业增势强劲，增速达: a clause that names a thing, and one that names a side of it
CLAUSE_BEFORE = lazy(
    r"""
    (?: ^ | [，。;] ) \s* (?P<clause> [一-龥]{4,16} ) [，,]
    (?: (?P<side> 总产量? | 产量 ) | (?P<grown> (?:增加值)? (?:同比)? (?:增速|增幅) ) ) (?: 达到? | 为 | 高达 )? $
    """,
    re.VERBOSE,
    needs=("产", "增速", "增幅"),
)
SECTOR_OPENS = lazy(r"(?!其中)[一-龥]{2,8}?(?:产业|[^企产行事就作农工商]业)(?=[^的和及与])")
INVESTED, CARRIED_OUT_AS = "投资", ("完成", "完成投资")
# 重点支出完成情况:教育9亿元: the account whose items follow
OPENED = lazy(
    r"(?P<side>支出|收入)(?:主要|重点|具体|分)?(?:项目|科目)?(?:的?(?:完成|执行|安排|预算|编制))?(?:情况)?(?:分别|如下|是|为)*:[^。;:]*$"
)
PRODUCTS = lazy(r"产量:[^。:]*$", needs=("产量:",))
LONGEST_ITEM = 12  # characters of an item's name
PART_NAMED = lazy(r"[^。;\d]{0,8}(?:[，,]其中[:，,]?|、|(?P<next>[，,]))[^，。;、\d]{1,10}")
LEVELS = lazy(r"^(?:全[市区县省州])?(?:(?:国家级|省级|市级|区级|县级)(?:及?以上)?|[1-5]?A级|城镇|农村|全体)")


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject in force: its name, what was last said of it, the name with its last modifier, and whose it is."""

    name: str
    measure: Measure
    full: str
    entity: str
    recent: tuple[str, ...] = ()  # the subjects named last, for numbers that are shared out to them
    whole: str = ""  # the subgroup it is of, or that it is told of: 民营经济
    since: int = -1  # where that subgroup was named; before the sentence, where it was not in it
    part: bool = False  # it is told of that subgroup, whose name is not in its own
    account: str = ""  # the basis that a remark gives it: 同口径
    meant: str = ""  # the indicator that the last number told of it was of, where its name is that of a field
    dimension: str = ""  # what it was told in: 玉米202万亩 of an area is one
    unit: str = ""  # and what was counted: 床位799张 are no 养老机构4万个
    evidence: tuple[Evidence, ...] = ()  # what set its name, its place, its subgroup and its basis
    before: Subject | None = None  # the one told before it in the sentence, which parts may be of

    def told_in(self, quantity: Quantity) -> bool:
        """Whether it was measured, or counted, as a quantity is."""
        counted = quantity.dimension == "count"
        return quantity.dimension == self.dimension and (not counted or quantity.base_unit == self.unit)

    def taken_over(self, statement: Statement) -> str:
        """The name as a later number inherits it, with what the sentence asks of it."""
        attribute = statement.attribute
        if attribute in OF_A_THING:
            thing = OF_THE_THING.sub("", self.name)
            return thing + (attribute[:2] if "栏" in attribute else attribute.removeprefix("年")) if thing else ""
        if attribute == HOUSEHOLDS and self.dimension == "people":
            return "总户数"  # 户籍人口233万人，户数94万户: no side of the people
        if attribute.startswith("+"):
            thing = SO_FAR.sub("", LEVELS.sub("", self.name))
            if attribute in ("+农村", "+乡村"):  # 城市低保标准798元，农村为594元
                thing = thing.removeprefix("城市")
            return thing if attribute == "+新建" else attribute[1:] + thing
        if statement.measure is Measure.RANK:
            asks_growth = attribute in ("增速", "增幅", "涨幅", "增速均", "增速连续")
            if attribute in SIZES:
                return RANKED_BY.sub("", self.name)
            if asks_growth or (not attribute and self.measure is Measure.GROWTH):
                return RANKED_BY.sub("", self.name) + "增速"
        if attribute in ("连续", CARRIED_OUT):
            return self.full + attribute
        return self.full


def whole_of(name: str, words: str, subject: Subject | None, part: bool, namer: Namer) -> str:
    """The subgroup that an indicator named after others is told of, or nothing.

    A `part` of what is told of a subgroup (其中, 分产业看) is not that of the place, and neither is a short form that
    leans on it (对东盟进出口3亿元，出口2亿元); a name that says itself whose it is has no other whole.
    """
    if subject is None or not subject.whole or not namer.is_measured(name) or namer.subgroup(name):
        return ""
    return subject.whole if part or namer.shortened(name, words) else ""


def with_head(
    name: str, words: str, between: str, subject: Subject | None, quantity: Quantity, parts: bool, namer: Namer
) -> str:
    """A part of what was told, with the noun of measure of its whole: 播种面积253万亩，其中玉米202万亩、大豆31万亩.

    `words` stand before the number, `between` between it and the number before it; `parts` tells that 其中 stood
    before it in its sentence.
    """
    part = PART_NAMED.fullmatch(between)
    if subject is not None and not subject.told_in(quantity):
        subject = subject.before  # 资助资金5200万元，惠及学生4.2万人次，其中:学前教育412万元
    if subject is None or not subject.told_in(quantity) or part is None or (part["next"] and not parts):
        return name
    head = HEAD_OF_A_WHOLE.search(subject.name)
    if name.endswith("债务"):  # 债务余额85亿元，其中一般债务30亿元
        head = OF_DEBT.search(subject.name)
    if head is None and not (GIVEN.search(name) or NO_GIFT.search(name)):
        head = GIVEN.search(subject.name)
    if (
        head is None
        or name.endswith(head["head"])
        or MEASURED.search(words.rstrip())
        or MEASURED.search(name)
        or namer.is_measured(name)
    ):
        return name
    return namer.normal(name + head["head"])


def with_measure(name: str, subject: Subject | None, parts: bool, namer: Namer) -> str:
    """A sector alone, a part of what was told, with what is measured there: 工业增加值增长7%，其中制造业增长8%."""
    if subject is None or not (parts or (name.endswith(OF_GOODS) and OF_GOODS + "零售额" in subject.name)):
        return name
    head = OF_A_SECTOR.search(subject.name)
    if head is None or LISTED_SECTOR.search(name) is None or namer.is_measured(name) or MEASURED.search(name):
        return name
    return namer.normal(name + head.group())


def opening_clause(words: str, name: str, namer: Namer) -> str:
    """What a clause without a number puts in force for the next, which tells only what side of it is told; or nothing.

    粮食再获丰收，总产量达412万吨 is of 粮食产量; 电子信息产业增势强劲，增速达14% of 电子信息产业. `words` are all those
    between the number before and this one, `name` what the words right before it name.
    """
    told = CLAUSE_BEFORE.search(words)
    if told is None or (name and name != told["side"]):
        return ""
    if told["grown"]:
        sector = SECTOR_OPENS.match(told["clause"])
        return namer.normal(sector.group()) if sector is not None else ""
    clause = told["clause"]  # with the place before the crop: 云和县粮食再获丰收
    crops = (f"{clause[at : at + length]}产量" for at in range(len(clause) - 1) for length in (4, 3, 2))
    return next((crop for crop in crops if namer.is_known(crop)), "")


def spent_on(name: str, words: str, subject: Subject | None, quantity: Quantity, parts: bool, namer: Namer) -> str:
    """A part of what was invested that was carried out, as an investment: 投资80亿元，其中公路完成60亿元."""
    if subject is None or not parts or not words.endswith(CARRIED_OUT_AS) or quantity.dimension != "money":
        return name
    if not subject.name.endswith(INVESTED) or namer.is_measured(name) or MEASURED.search(name):
        return name
    return namer.normal(name + INVESTED)


def with_rate(name: str, subject: Subject | None, namer: Namer) -> str:
    """A thing alone before a percentage, with the rate that is the subject before it: 入住率87%，五星级酒店达89%."""
    rate = RATE.search(subject.name) if subject is not None and subject.measure is Measure.RATIO else None
    if rate is None or NO_THING.search(name) or namer.is_measured(name) or namer.is_modifier(name):
        return name
    return namer.normal(name + rate.group())


def of_an_account(name: str, before: str, namer: Namer) -> str:
    """An item of a list that opens with its account, with the account's noun: 重点支出完成情况:教育9亿元、科技1亿元.

    `before` is all of the sentence before the number.
    """
    opened = OPENED.search(before) if ":" in before else None
    if opened is None or not name or len(name) > LONGEST_ITEM or MEASURED.search(name):
        return name
    return name if namer.is_measured(name) or namer.has_verb(name) else namer.normal(name + opened["side"])


def of_listed_products(name: str, before: str, quantity: Quantity, namer: Namer) -> str:
    """A product of a list that opens with 产量: 主要产品产量:原煤12万吨，增长3%;水泥9万吨."""
    listed = "产量:" in before and PRODUCTS.search(before) is not None and quantity.dimension in MADE_IN
    if not listed or not name or len(name) > LONGEST_ITEM or MEASURED.search(name) or namer.is_measured(name):
        return name
    return namer.normal(name + "产量")


def told_of(noun: str, after: str, before: str) -> str:
    """A short noun with the examples before it and what is said of it.

    >>> told_of("企业", "入驻新园区，", "甲、乙等")
    '甲、乙等企业入驻新园区'
    """
    told = WORDS_BEHIND.match(QUOTE_MARKS.sub("", after))
    examples = EXAMPLES_BEFORE.search(QUOTE_MARKS.sub("", before)) if "等" in before else None
    return (examples[1] if examples else "") + noun + (told.group().strip() if told else "")


def after_examples(name: str) -> str:
    """The noun that examples stand for, unless it is too short to say anything by itself.

    >>> after_examples("物流园等重大项目")
    '重大项目'
    >>> after_examples("高等教育毛入学率")
    '高等教育毛入学率'
    """
    pieces = EXAMPLES.split(name)
    head = pieces[-1]
    return head if len(pieces) > 1 and 4 <= len(head) <= 14 and not pieces[0].endswith(("项目", "企业")) else name


def unless_of_another(name: str, words: str, before: str, default: str = VALUE_ADDED[0]) -> str:
    """A short form in full, unless the paragraph `before` last spoke of something else.

    A sector alone is its value added, 城镇人口 the residents; but not in a paragraph on investment, or on those
    registered. `default` is what a sector alone is taken for where nothing is spoken of.

    >>> unless_of_another("第一产业增加值", "第一产业增长", "固定资产投资增长5%。分产业看，")
    '第一产业投资'
    >>> unless_of_another("第一产业增加值", "第一产业增长", "地区生产总值增长5%，")
    '第一产业增加值'
    """
    if "常住" in name and "常住" not in words and re.findall("户籍|常住", before)[-1:] == ["户籍"]:
        return name.replace("常住", "户籍")
    if name in VITAL and words.strip("，、 ") == name and REGISTERED.search(before, before.rfind("。") + 1) is not None:
        return "户籍" + name
    if name in VITAL_RATES and "常住" not in before and REGISTERED_ALL.search(before) is not None:
        return "户籍" + name  # 户籍人口402万人。出生率7.7‰: nobody else is spoken of
    if not name.endswith("增加值") or "增加值" in words:
        return name
    last = next(reversed(SPOKEN_OF.findall(before)), default)
    return name if last in VALUE_ADDED else name.removesuffix("增加值") + last


def as_a_part(name: str, before: str) -> str:
    """A sector alone, that grew as a part of what was told before it, with the noun of measure of that.

    Where nothing was told before it, the growth of manufacturing or services is that of their value added.

    >>> as_a_part("采矿业", "固定资产投资增长8%，其中制造业增长9%，"), as_a_part("采矿业", "固定资产投资增长8%，")
    ('采矿业投资', '采矿业')
    >>> as_a_part("采矿业", "")
    '采矿业增加值'
    """
    if SECTOR.fullmatch(name) is None:
        return name
    spoken_of = SPOKEN_OF.findall(before)
    if not spoken_of:
        return name + VALUE_ADDED[0] if OF_VALUE_ADDED.search(name) else name
    part = PARTS_TOLD.search(before, before.rfind("。") + 1) is not None and spoken_of[-1] in HEADS_OF_SECTORS
    return name + spoken_of[-1] if part else name


def of_town_or_country(name: str, subject: str, before: str) -> str:
    """城市 or 农村 alone, a part of prices or incomes, with what was told of: 居民消费价格上涨1%。其中，城市上涨2%.

    Or 城镇居民 behind the income of all: 居民人均可支配收入4万元，城镇居民5万元.

    >>> of_town_or_country("农村", "城市居民消费价格", ""), of_town_or_country("农村", "", "CPI同比上涨。分城乡看，")
    ('农村居民消费价格', '农村居民消费价格')
    >>> of_town_or_country("城镇常住居民", "居民人均可支配收入", ""), of_town_or_country("城镇居民", "参保人数", "")
    ('城镇居民人均可支配收入', '城镇居民')
    """
    where = name.removesuffix("居民").removesuffix("常住")
    if where not in TOWN_OR_COUNTRY:
        return name
    whole = re.sub(f"^(?:全国|全[市省县区]|{'|'.join(TOWN_OR_COUNTRY)})", "", subject)
    if OF_HOUSEHOLDS.search(whole) is not None:
        return where + whole
    return f"{name}居民消费价格" if name == where and CONSUMER_PRICES.search(before) is not None else name


def of_an_accident(name: str, before: str, namer: Namer) -> str:
    """Who dies or is hurt, and what is lost, by the accident that the paragraph `before` told of last.

    They are no deaths of the population, unless that or its births were told of: 道路交通事故32起，死亡5人 are
    道路交通事故死亡人数.
    """
    if name not in VICTIMS:
        return name
    causes = list(ACCIDENT.finditer(before, before.rfind("\n") + 1))
    if OF_THE_POPULATION.search(before, causes[-1].end() if causes else 0):
        return name
    victims = name + "人数" if name in VICTIMS_ALONE else name
    return namer.normal(causes[-1]["cause"] + victims) if causes else victims


def of_the_same_thing(name: str, subject: Subject | None, namer: Namer) -> str:
    """Another side of the thing that the subject before tells one side of, where the name says only which side.

    杨梅产量4.8万吨，产值6.2亿元 is 杨梅产值; 房屋施工面积，竣工面积; 高血压患者7.8万人，规范管理率76% is that of those.
    """
    if subject is None:
        return name
    if LIMIT.fullmatch(name) and subject.name.endswith("债务余额"):
        return subject.name.removesuffix("余额") + "限额"
    name = name.removeprefix("年") if name[1:] in WORTH else name
    if name in WORTH and (thing := OF_THE_THING.sub("", subject.name)) != subject.name:
        return namer.normal(thing + name)
    if name in OF_BUILDINGS and (built := BUILT.fullmatch(subject.name)) is not None:
        return namer.normal(built["what"] + name)
    if name in OF_PATIENTS and subject.dimension == "people":
        return namer.normal(subject.name.removeprefix("管理") + name)
    return name


def with_owner(name: str, before: str, namer: Namer) -> str:
    """What a sector has, with the sector that the paragraph `before` named last: 建筑业总产值697亿元，利润总额….

    A name that says whose it is stays as it is.
    """
    if namer.is_of_a_school(name):
        before = BRACKETED.sub("", before) if "(" in before else before  # 中等职业教育(不含技工学校)招生
        schools = list(SCHOOL.finditer(before, max(before.rfind("。"), before.rfind("\n")) + 1))
        return namer.normal(schools[-1]["owner"] + name) if schools else name
    if name in SOLD:
        made = MADE.findall(before, before.rfind("。") + 1)
        return namer.normal(made[-1] + name) if made else name
    if not namer.is_owned(name):
        return name
    owners = [m["owner"] for m in OWNER.finditer(before)]
    return namer.normal(owners[-1] + name) if owners else name


@dataclass(frozen=True, slots=True)
class Basis:
    """What a number is reckoned on, empty where that is the usual, and where the words stand that say so."""

    what: str = ""
    by: tuple[int, int] | None = None


UNTOLD = Basis()


def basis_of(before: str, name: str, period: str) -> Basis:
    """What growth is reckoned on, where that is not the year before as it was told: 环比, 年均, 较2019年, 同口径.

    >>> basis_of("出口较2019年增长", "出口总额", "2023"), basis_of("出口比2022年增长", "出口总额", "2023")
    (Basis(what='较2019年', by=(2, 10)), Basis(what='', by=None))
    """
    found, said = next(((b, said) for b, words in BASES.items() if (said := words.search(before))), ("", None))
    if found == "实际" and name.endswith("数量"):
        return UNTOLD  # 扣除价格因素，销货数量下跌: whatever it is worth
    if found in ("实际", "名义") and (found == "名义") != name.endswith(OUTPUT):
        return UNTOLD
    since = SINCE_THEN.search(before)
    if since is not None and not found and period[:4].isdigit() and int(since["year"]) < int(period[:4]) - 1:
        return Basis(f"较{since['year']}年", since.span())
    return Basis(found, said.span()) if said is not None else UNTOLD


def account_of(before: str) -> Basis:
    """The basis that a remark gives an amount, where it is not the usual one: 收入（同口径）, 按同口径计算，收入…."""
    said = ON_ANOTHER.search(before, max(0, len(before) - REMARKED)) if "口径" in before else None
    return Basis("同口径", said.span()) if said is not None else UNTOLD


def prices_of(words: str, name: str) -> Basis:
    """At which prices the words of an output tell it: 名义, 实际 or 不变价, nothing where they do not say.

    >>> prices_of("人均名义生产总值为", "人均地区生产总值")
    Basis(what='名义', by=(2, 4))
    >>> prices_of("农业增加值(2020年不变价)", "农业增加值").what
    '不变价'
    """
    if not name.endswith(OUTPUT):
        return UNTOLD
    if constant := CONSTANT.search(words):
        return Basis("不变价", constant.span())
    said = PRICED.search(words)
    return Basis(said.group().replace("实质", "实际"), said.span()) if said is not None else UNTOLD


def reckoned(account: str, measure: Measure, before: str) -> str:
    """The basis that a remark on the accounts or prices of a subject gives one side of it.

    An output is told at the prices of its year, and its growth at constant ones: where the words say no more than
    that, it is the usual basis.

    >>> [reckoned("名义", side, "") for side in (Measure.LEVEL, Measure.GROWTH)], reckoned("实际", Measure.LEVEL, "")
    (['', '名义'], '不变价')
    """
    if account not in PRICES:
        return account
    if measure is not Measure.GROWTH:
        return "" if account == "名义" else "不变价"
    return account if account == "名义" and not REAL.search(before) else ""


def adjusted(before: str) -> Basis:
    """“调整” where the words of its sentence before a plan tell last that it was adjusted: another plan than the first.

    >>> adjusted("年初预算80亿元，执行中调整为"), adjusted("为调整预算的98%。年初预算").what
    (Basis(what='调整', by=(12, 15)), '')
    """
    start = max(before.rfind("。"), before.rfind(";")) + 1
    told = list(STAGE.finditer(before, start))
    return Basis("调整", told[-1].span()) if told and told[-1]["adjusted"] else UNTOLD


def of_its_level(
    name: str, frame: Frame, own: Collection[str] = (), what: OwnLevel = OwnLevel.ITSELF
) -> tuple[str, Frame]:
    """A name without the level of government that it begins with, and the frame with the accounts of that level.

    `what` is what the document calls by such a level.

    >>> from consistency.model import Status
    >>> told, where = of_its_level("市级一般公共预算支出", Frame("2023", Status.ACTUAL, budget=True))
    >>> told, where.scope
    ('一般公共预算支出', '市本级')
    """
    found = LEVEL.match(name)
    if found is None or frame.scope or not (frame.budget or FISCAL.search(name)):
        return name, frame
    level = level_in(name, tuple(own), what)
    return (name[found.end() :], replace(frame, scope=level)) if level is not None else (name, frame)


def with_fund(name: str, frame: Frame) -> str:
    """A bare 收入 or 支出 with the account it stands under; whose it is (市级收入) its scope tells."""
    if frame.scope and (frame.budget or FISCAL.search(name)):
        name = LEVEL.sub("", name)
    bare = BARE_ACCOUNT.fullmatch(name) if frame.fund else None
    return frame.fund.removeprefix("地方") + bare["side"] if bare is not None else name


def other_side(name: str, before: str) -> str:
    """A bare 收入 or 支出 as the other side of the fund whose one side was told of right before.

    >>> other_side("支出预算", "失业保险基金收入"), other_side("支出", "粮食产量")
    ('失业保险基金支出', '支出')
    """
    bare, one = BARE_ACCOUNT.fullmatch(name), SIDE_OF_A_FUND.fullmatch(before)
    return one["of"] + bare["side"] if bare is not None and one is not None else name


def with_common_head(names: list[str], done: str = "") -> list[str]:
    """Parallel names, each with the head that the last one carries for all, or that stands behind them (`done`).

    >>> with_common_head(["钢铁", "水泥产值"]), with_common_head(["钢铁", "水泥"], "投资")
    (['钢铁产值', '水泥产值'], ['钢铁投资', '水泥投资'])
    >>> with_common_head(["城镇", "农村居民人均可支配收入"])
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    """
    last = LEVELS.sub("", names[-1])
    if last != names[-1]:  # 城镇、农村居民人均可支配收入
        names = [n + last if LEVELS.fullmatch(n) else n for n in names]
    found = COMMON_HEAD.search(names[-1])
    head = found["head"] if found is not None else done
    if not head:
        return names
    return [n if n.endswith(head) or MEASURED.search(n) else n + head for n in names]


def final_name(
    name: str, also: tuple[str, ...], words: str, clause: str, frame: Frame, namer: Namer
) -> tuple[str, tuple[str, ...]]:
    """The name a mention goes by, and the other names its sentence allows for it.

    `words` stand right before the number, `clause` is all of the clause before it.
    """
    zone = frame.scope.partition("·")[0]
    begins = ZONE.match(name)
    if begins is not None and zone.endswith(begins.group()):
        name = name[begins.end() :]  # 经开区政府性基金收入, of 经开区 or of 临江经开区
    told = with_fund(name, frame)
    name = namer.shorter(told if told == name else namer.normal(told))[-30:]  # 市级实现税收收入
    other = list(also)
    if "(" in words:
        other.append(namer.normal(re.sub(r"[()]", "", words)))
    if EXAMPLES.search(name):
        other += [name, namer.normal(clause)[-40:], namer.normal(namer.without_examples(clause))]
    summed = SUMMED.fullmatch(clause.rstrip()) if EXAMPLES.search(name) else None
    name = namer.normal(summed.group())[-30:] if summed is not None else after_examples(name)
    known = "" if PARTNERS.match(name) else namer.known_end(name)  # 输往亚洲的出口总额 is not all of it
    if known and name[: -len(known)].endswith(("是", "的", "把", "将", "官方", "总体", "整体")):
        name = known
    elif known:
        other.append(known)
    other += [namer.thing(name), COUNTING.sub("", name)]
    return name, tuple(dict.fromkeys(o for o in other if len(o) >= 2 and o != name))
