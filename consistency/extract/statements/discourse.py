"""The discourse frame: the year, status and accounts in force where a number stands, by all that stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from consistency import period as periods
from consistency.extract.about.kind import FINAL, OF_ACCOUNTS
from consistency.extract.about.kind import YEARLY as REPORTS_OF_A_YEAR
from consistency.extract.about.time import BACKWARD
from consistency.extract.statements.accounts import (
    FUNDS,
    OVER,
    WIDER,
    OwnLevel,
    fund_in,
    fund_said,
    level_in,
    level_said,
)
from consistency.extract.statements.entity import own_names
from consistency.extract.statements.normal_form import MEANT_TO
from consistency.lexicon import Lexicon
from consistency.model import Context, Evidence, Status
from consistency.offsets import OffsetMap, Span, cut_out
from consistency.patterns import either, lazy
from consistency.text.blocks import Heading

# A year that is told of: not “比2019年” nor the year of a full date.
TOLD_YEAR = lazy(rf"{periods.YEAR.pattern}(?!度?\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日)")
# Names whose numbers exist once for the whole and once for the level of government itself.
FISCAL = lazy(r"预算(?!内)|财政收入|财政支出|收入|支出|债务|债券|结余|限额")
# And what has no accounts, though it is told in money.
NO_ACCOUNT = lazy(
    r"生产总值|增加值|产值|零售|销售(?!机构)|投资额|固定资产|进出口|出口(?!退税)|进口(?!税|环节)|存款|贷款|可支配收入|人均|营业收入|利润(?!收入)|保费|工资(?!支出)|外资"
)
# What else a budget tells of its accounts in per cent.
IN_A_BUDGET = lazy(r"税|补助|结转|上解|调[入出]|还本|付息|费$|基金|资金|财力|专项|完成率$")
# In these, what is told of one fund is told of every other: 上级补助收入, 支出总计
OF_EVERY_FUND = lazy(r"合计|总计|补助|上解|结[转余]|调[入出]|平衡|转移支付|债务|债券|^(?:总?收入|总?支出)$")
IN_DEBT = ("一般公共", "政府性基金")  # the funds that bonds are issued for
OF_NO_FUND = lazy(r"政府债务(?:余额|限额)|政府债券$")  # of both budgets together, whichever was told of before
# What only the general budget tells of, whichever fund was told of before
OF_THE_GENERAL = lazy(
    r"三公|公务接待|公务用车|因公出国|预备费|政府采购|三保|民生支出|重点支出|^税收收入|^非税收入|增值税|所得税|消费税|城市维护建设税"
)
# And what no fund of social insurance spends, and no budget of state capital
OF_DEPARTMENTS = lazy(
    r"(?:一般公共服务|国防|公共安全|教育|科学技术|文化旅游体育与传媒|卫生健康|节能环保|城乡社区|农林水|交通运输"
    r"|资源勘探工业信息等?|商业服务业等?|金融|自然资源海洋气象等?|住房保障|粮油物资储备|灾害防治及应急管理)支出$"
)
SPENT_OTHERWISE = ("社会保险", "国有资本")  # the funds that spend on none of that
# 2025年1月16日讯, 2025年1月6日，公司公布: the day on which something is told, not what it is told of
THE_DAY = r"(?<!截[至止](?:19|20)\d\d年)(?<!截[至止]到(?:19|20)\d\d年)\d{1,2}月\d{1,2}日(?!\s*[-—~至到末])"
# A period that a sentence opens with holds for the sentences after it: “2025年，…” and “‘十四五’期间，…”
STATED = lazy(
    rf"(?:^|[。;!?])\s*(?:(?:刚刚)?过去的|此前的?|早在|而|其中|截至|[一-龥]{{2,5}}显示[，:]|据[一-龥]{{2,8}}[，:]|[一-龥]{{2,14}}:)?(?:(?P<year>(?:19|20)\d\d)年(?!(?:\d{{1,2}}月)?以来|{THE_DAY})|(?!(?:19|20)\d\d年(?:\d{{1,2}}月)?以来)(?P<long>{periods.LONG.pattern}))"
)
TO_A_DAY = r"\d{1,2}月\d{1,2}日?\s*[-—~至到]+\s*(?:\d{1,2}月)?\d{1,2}日"  # 10月1日至8日
# A part of the year that a sentence opens with holds for the sentences after it, until one tells of another time.
SINCE = lazy(
    rf"(?:^|[。;!?])\s*(?:(?:今年|(?:19|20)\d\d年)?(?P<part>{periods.SINCE_JANUARY}|{periods.HOLIDAY.pattern}|{TO_A_DAY})(?:[七八\d]天)?(?:合计|累计)?"
    r"(?=[，以全我本该]|[^。;，]{2,24}\d[^。;]*(?:同比|按年|年[增减]))"
    r"|截[至止]到?(?:(?:19|20)\d\d年)?(?P<until_end>\d{1,2}月[末底])(?=，)"
    r"|(?:(?:19|20)\d\d年|全年|年末|年底|截至|今年(?!以来)|去年|下半年|[二三四]季度|\d{1,2}月))"
)
# 2023年9月，旅客12万人次，同比增长3%。…: a month or quarter, in the press; what follows goes on with its figures
OF_A_MONTH = lazy(
    r"(?:^|[。;!?】讯电]|显示，|公布，|获悉，|[根依]?据[^，。;]{2,16}，)\s*(?:[按分][季月]度?来?[看计]，)?(?:今年|(?P<last>去年)|(?:19|20)\d\d年)?"
    r"(?P<part>(?:\d{1,2}月?[-—~至到])?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月|第[一二三四1-4]季度?|[二三四]季度)"
    r"(?:份)?(?!\d)(?=[^。;]*(?:同比|按年|环比|一年前|上年同月|年[增减]))"
)
# Words of the whole year or its end, whatever part of it the text around them tells of; not 比年初增加, 比上年末净增.
WHOLE_YEAR = lazy(
    r"全年|(?<!上)年[末底]|(?<![比较])年初(?!预算|计划|目标|确定|既定)|本年度|(?<!\d)1\s*月?份?\s*[-—~至到]+\s*12\s*月",
    needs=("年", "12"),
)
# Words of a single year: in a section on five years they tell of the last one.
YEARLY = lazy(r"全年|去年|年末|年底|同比|[比较]上年|[比较]去年|本年度", needs=("年", "同比"))
A_MONTH = lazy(r"(?:[二三四]季度|\d{1,2}月)$")
# 由上年的5.2%; not 与上年持平
# 上一季的升幅为1.9%; not 较上季
PREVIOUS_PART = lazy(
    r"(?<![比较与和同])上一?个?(?:季度?|月)(?!同)[^，。;]{0,6}(?:为|是)(?:增长|下降|上涨|下跌|上升|回落)?$"
)
# 在2024年12月的销货价值中，…。该月的网上销售: the month or quarter that the sentence before told of
THAT_PART = lazy(r"该[月季](?:的|度的?|份的?)", needs=("该",))
PREVIOUS = lazy(r"(?<![与和同跟较比])(?:上年|去年)(?:同期|同月|同季)?(?:的|为|是|仅为|只有)?$")
# 疫情前(2017年至2018年平均), (2022年为9亿元): a remark with a time of its own; not a mere time, 收入(2023年)
ASIDE = lazy(
    r"\((?!\s*(?:截[至止])?(?:19|20)\d\d年(?:[末底]|\d{1,2}月[末底份]?|[一二三四前]{1,2}季度|[上下]半年)?\))[^()]*\)|(?<=前)\([^()]*\)"
)
# 由前三季度下降0.8%转为: when what is told of now was otherwise
STARTED_THEN = lazy(
    rf"[由从](?:{periods.QUARTER.pattern}|{periods.MONTHS.pattern}|{periods.UNTIL.pattern})[^，。;由从]{{0,16}}?[转升降增减提缩扩变调回][^，。;\d]{{0,4}}?[到至为]"
)
# 其中，市本级增长14%；: whose a part is, which is over with the part
PARTS_TOLD = lazy(r"其中[^;。]*;", needs=("其中",))
# 2024年工作回顾, 【2023年成绩】, 2023年工作: — right below the title, of the year before or of its own
LOOKS_BACK = lazy(
    r"^[【\[(]?(?:[一二三四五]、)?(?:19|20)\d\d年[^，。;:\d]{0,10}(?:回顾|工作|成绩单?|成就|成效|亮点|目标|任务|安排)[】\])]?:?$"
)
RETROSPECT = lazy(r"回顾|完成情况|执行情况")
ANNEXED = lazy(r"\s*附|.{0,6}(?:名词解释|注释|说明)")
ITEM = ("——", "--", "──")  # what a paragraph of a list begins with
COMING = lazy(r"今年|明年|下一?步|下一?阶段|下半年|[三四]季度|下一年|新的一年|今后")
REST_OF_YEAR = lazy(r"下半年|[三四]季度")
NEXT_YEAR = lazy(r"明年|下一年|新的一年")
# 2026年4月28日, （发布时间：2026年4月28日）: when the text came out, not what it tells of
DATED = lazy(rf"[(【]?(?:[一-龥]{{2,6}}:)?\s*{periods.DATE.pattern}[^一-龥]{{0,12}}")
PART = lazy(r"(?P<year>\d{4})(?:Q(?P<quarter>\d)|-(?P<month>\d\d))")
PART_OF_YEAR = lazy(r"\d{4}(?:-\d\d(?:/\d\d)?|Q\d(?:-\d)?|H1)")
TOLD_AGAINST = lazy(r"同比|环比|截[至止]|[比较](?:上年|去年|上月|年初)")  # what came about is told against
# 8.6万架次，是2023年的2.4倍: the year that is compared with
TIMES_OF_A_YEAR = lazy(r"(?:是|为|相当于|达到?)(?:19|20)\d\d年的$")
ADJUSTED = lazy(r"(?:经|按照?)?(?:上述|以上|本次|此次)?调整后[，,]")  # a paragraph on what a budget is to be now
# 去年，…, at the head of a clause
LAST_YEAR = lazy(r"(?:^|[，。;])(?:截[至止]到?)?(?P<last>去年)(?!同)")
# 第十四个五年规划纲要: what is told of 到2025年 is an aim, and its growth that of all its years
PLAN_OF_YEARS = lazy(r"五年?”?规划|规划纲要|规划和|发展规划")
# 去年，全市…; not 比去年, 去年同期
LOOKED_BACK = lazy(r"(?<![比较与和同])去年(?!同|底|末)")
# 预期目标6%，实际5.8%: what came of an aim
OUTCOME = lazy(r"[，、;(]实际(?:完成|达到|为|支出|收入)?$", needs=("实际",))
MEANT = lazy(r"[将拟]|力争|预期|目标|计划|预计|预测|预估|预料|料将|有望")  # what is meant or seen to come
# 会议提出，今年增长7%; 今年，嵩县提出，增长7%
PROPOSED = lazy(
    r"(?:会议|报告|草案|纲要|规划)[^，。;]{0,6}(?:提出|明确|确定)[，:]?今年|今年，?[^，。;]{0,12}(?:提出|明确)[，:]",
    needs=("今年",),
)
CLAUSE, SENTENCE = "，。;、", ";。"  # what ends them
# A digest of how a budget was carried out is of accounts as the report is
TITLED_BUDGET = lazy(r"预算(?:执行|草案|调整)|决算|财政收支", needs=("预算", "决算", "财政收支"))
# 2025年部门预算, 2026年预算草案: all it tells is meant; not 预算执行情况, 决算, 预算调整
ONLY_MEANT = lazy(
    r"(?:19|20)\d\d年.*预算(?:草案|安排|信息|情况|公开|编制|说明|表|\(草案\))*(?:的(?:报告|说明|公告|通知))?$",
    needs=("预算",),
)
# 2025年重点工作安排, 行动方案; not 工作计划完成情况
TASKS = lazy(
    r"(?:工作(?:安排|要点|计划|思路|打算)|目标任务|任务分解|任务清单|(?:实施|行动|工作)方案|行动计划)(?:的通知)?$"
)
OPENING_YEAR = lazy(r"\s*((?:19|20)\d\d)年[，,]")
CARRIED_OUT_TOO = lazy(r"执行|决算|完成|调整|绩效|审计")
WHOLE = OffsetMap.of_cuts([], 0)
# 2024年计划新增学位1200个、床位300张: meant, and not yet done; not 计划完成率, 计划新增1200个，实际新增1150个
_PLANNED = lazy(
    rf"(?:^|[年，])(?:度|全[市县区省州])?(?P<plan>{MEANT_TO})(?:(?!实际|已|超额|累计|目前|截[至止])[^。])*(?<!率)$",
    needs=("计划",),
)
NO_PLAN_ITSELF = lazy(r"[的%‰]")  # 为年初预算12亿元的98%，其中…: what came of it
_GOAL = lazy(r"(?<!绩效)(?<!完成)(?<!达到)(?<!实现)(?<!超额)目标[^，。;]{0,8}$")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a text from a place on, and the way to where they stand in it.

    >>> said = Words("收入(决算数)增长", 100)
    >>> said.without(ASIDE).behind(2).evidence("measure", "sentence", 0, 2).span
    Span(start=107, end=109)
    """

    text: str
    at: int = 0
    back: OffsetMap = WHOLE  # where some of the words were left out
    skipped: int = 0  # how many stand before these

    def without(self, pattern: re.Pattern[str]) -> Words:
        """The words without what a pattern finds."""
        text, back = cut_out(pattern, self.text)
        return Words(text, self.at, back)

    def behind(self, start: int) -> Words:
        """The words from one of their places on."""
        return Words(self.text[start:], self.at, self.back, self.skipped + start)

    def since(self, marks: str) -> Words:
        """The words behind the last of some marks among them."""
        return self.behind(max(map(self.text.rfind, marks)) + 1)

    def evidence(self, aspect: str, rule: str, start: int, end: int) -> Evidence:
        """What some of the words set, and how."""
        span = self.back.back(Span(self.skipped + start, self.skipped + end))
        return Evidence(aspect, rule, Span(self.at + span.start, self.at + span.end))


@dataclass(frozen=True, slots=True)
class AccountsTold:
    """Whose accounts, or which fund, is told of, and by which words."""

    what: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Frame:
    """The year, status and scope in force, the fund an account speaks of, and the heading."""

    period: str
    status: Status
    scope: str = ""
    fund: str = ""
    heading: str = ""
    budget: bool = False  # in a budget every sum of money is somebody's account
    closed: bool = False  # in final accounts what was done is as they closed
    year: str = ""  # the year the document tells of
    evidence: tuple[Evidence, ...] = ()  # what set these, where the words did

    def seen(self, *evidence: Evidence) -> Frame:
        """The frame with what set some of its aspects, in place of what did before."""
        return replace(self, evidence=self.evidence_with(*evidence)) if evidence else self

    def evidence_with(self, *evidence: Evidence) -> tuple[Evidence, ...]:
        """What set each aspect, some of it in place of what did before."""
        return tuple({e.aspect: e for e in (*self.evidence, *evidence)}.values())

    def stands(self, status: Status, words: Words, found: re.Match[str]) -> Frame:
        """The frame in the status that some of the words give it."""
        return replace(self, status=status).seen(words.evidence("status", "sentence", *found.span()))

    def of_its_year(self) -> Frame:
        """The frame of what was planned: a budget and the target of a year are of all of it, whatever part is told."""
        return replace(self, period=self.period[:4]) if PART_OF_YEAR.fullmatch(self.period) else self

    def at_its_end(self) -> Frame:
        """The frame of a state at the end of a span of years: what was reached by then is of the last year."""
        if not periods.SPAN_OF_YEARS.fullmatch(self.period) or not self.year:
            return self
        return replace(
            self, period=self.period[5:] if self.status is Status.TARGET else min(self.period[5:], self.year)
        )


def fiscal_scope(name: str, frame: Frame, money: bool = True, entity: str = "") -> str:
    """Whose accounts a fiscal number is of: 市本级 against the whole, a fund against the general budget.

    Elsewhere such words belong to the name, and the accounts of the place that a number is of are no part of it.
    """
    of_accounts = FISCAL.search(name) or (frame.budget and (money or IN_A_BUDGET.search(name)))
    if not of_accounts or NO_ACCOUNT.search(name):
        return ""
    level = "" if entity.endswith(frame.scope) else frame.scope
    fund = frame.fund if frame.budget and frame.fund.removesuffix("预算") not in name else ""
    fund = "" if OF_NO_FUND.search(name) or ("债" in name and not fund.startswith(IN_DEBT)) else fund
    if OF_THE_GENERAL.search(name) or (fund.startswith(SPENT_OTHERWISE) and OF_DEPARTMENTS.search(name)):
        fund = ""
    return "·".join(s for s in (level, "" if "一般公共" in fund else fund) if s)


def _of_title(title: str) -> Status:
    """The status of what a document tells where nothing else is said, by its title.

    >>> str(_of_title("青山县2025年度部门预算")), str(_of_title("青山县2025年预算执行情况和2026年预算草案的报告"))
    ('plan', 'actual')
    """
    bare = title.strip('“”"《》 ')
    if BACKWARD.search(title) is not None:  # 2024年工作总结和2025年工作要点: of what was done, to begin with
        return Status.ACTUAL
    if TASKS.search(bare) is not None:
        return Status.TARGET
    only_meant = ONLY_MEANT.search(bare) is not None and CARRIED_OUT_TOO.search(title) is None
    return Status.PLAN if only_meant else Status.ACTUAL


def _of_its_own(level: str, outer: str) -> bool:
    """Whether a level is that of the zone or district spoken of before: 临江经济技术开发区…。区级支出."""
    return level in ("区本级", "县本级") and outer.endswith(level[0]) and "级" not in outer


def _fund_told(words: Words | None, rule: str) -> AccountsTold | None:
    """Which fund words tell of last."""
    said = fund_said(words.text) if words is not None and words.text else None
    if words is None or said is None:
        return None
    return AccountsTold(said.what, words.evidence("scope", rule, said.span.start, said.span.end))


def _sentence_before(earlier: str) -> str:
    """The last sentence of those before a number's own."""
    return earlier.rstrip("。\n ").rpartition("。")[2]


def _year_before(period: str) -> str:
    """The same time a year before, nothing for a span of years or a period in words."""
    return str(int(period[:4]) - 1) + period[4:] if period[:4].isdigit() and "/" not in period[:5] else ""


def _part_before(period: str) -> str:
    """The quarter or month before one, nothing for any other period.

    >>> _part_before("2025Q3"), _part_before("2025-01"), _part_before("2025")
    ('2025Q2', '2024-12', '')
    """
    found = PART.fullmatch(period)
    if found is None:
        return ""
    year, number, most = int(found["year"]), int(found["quarter"] or found["month"]), 4 if found["quarter"] else 12
    year, number = (year, number - 1) if number > 1 else (year - 1, most)
    return f"{year}Q{number}" if found["quarter"] else f"{year}-{number:02}"


def parted(scope: str) -> tuple[str, str]:
    """The level and the fund of a fiscal scope.

    >>> parted("市本级·政府性基金预算"), parted("政府性基金预算")
    (('市本级', '政府性基金预算'), ('', '政府性基金预算'))
    """
    *level, last = scope.split("·")
    return ("·".join(level), last) if last in FUNDS.values() else (scope, "")


class Discourse:
    """Follows the headings of one document."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        self._context = context if context.period[:4].isdecimal() else replace(context, period="")
        self._actual = lazy(either(lexicon.words("actual")))
        self._target = lazy(either(lexicon.words("target")))
        # not 全力争取; and what is 拟调整为 is the plan itself
        self._intent = lazy(rf"(?<![全努大])(?:{either(lexicon.words('intent'))})(?!(?<=拟)调[整增减])")
        self._estimate = lazy(either(lexicon.words("estimate")))
        self._budget = lazy(either(lexicon.words("budget")))
        self._approved = lazy(either(lexicon.words("approved")))
        self._carried_out = lazy(either(lexicon.words("carried")))
        self._base = Frame(
            context.period,
            _of_title(context.title),
            budget=context.kind in OF_ACCOUNTS or TITLED_BUDGET.search(context.title) is not None,
            closed=context.kind == FINAL,
            year=context.period,
        )
        self._stack: list[tuple[int, Frame]] = []
        self._begun = False
        self._carried, self._said = periods.NamedPeriod(""), Words("")
        self.own = own_names(context.entity)
        self._level: AccountsTold | None = None  # whose accounts a paragraph under this heading has put in force,
        self._fund: AccountsTold | None = None  # and which fund
        # 2024年工作总结和2025年工作要点: from the paragraph on that opens with the coming year, of its tasks
        self._tasks_follow = BACKWARD.search(context.title) is not None and TASKS.search(context.title) is not None
        self._plan = PLAN_OF_YEARS.search(context.title) is not None
        self._looked_back = False  # whether 去年 has been told of: 今年 is the year after it
        self.own_level = OwnLevel.ALL if _of_a_county(context) else OwnLevel.ITSELF  # what 市级 or 区级 is here

    @property
    def frame(self) -> Frame:
        """What is in force now."""
        return self._stack[-1][1] if self._stack else self._base

    @property
    def adjusted(self) -> re.Match[str] | None:
        """The words by which this paragraph tells what a budget is to be from now on: 调整后，…."""
        return ADJUSTED.match(self._said.text) if self.frame.budget else None

    def paragraph(self, text: str, at: int = 0) -> None:
        """Running text has begun at a place; a span of years that it opens with holds on: “过去的五年…”."""
        self._begun = True
        stated = _stated(self._said.text)
        if any(s["year"] for s in stated):
            self._carried = periods.NamedPeriod("")  # “2025年，…”: the span of years that a section opened with is over
        if stated and stated[-1]["long"] and text.startswith(ITEM):  # …五年来，我们感恩奋进。 ——经济实现新跃升
            long = periods.named(stated[-1]["long"], periods.year_of(self._context.period))
            self._carried = replace(
                long, start=self._said.at + stated[-1].start("long"), end=self._said.at + stated[-1].end("long")
            )
        if self.frame.budget:
            self._level, self._fund = self._accounts(self._said.without(OVER), None, "paragraph before")
        coming = OPENING_YEAR.match(text) if self._tasks_follow else None
        if coming is not None and coming[1] > self._context.period[:4]:
            self._stack, self._base = [], replace(self._base, period=coming[1], status=Status.TARGET)
        self.own_level = OwnLevel.WIDER if WIDER.search(text) is not None else self.own_level
        self._looked_back = self._looked_back or LOOKED_BACK.search(text) is not None
        self._said, opening = Words(text, at), text[:24]
        if TOLD_YEAR.search(opening) or "一年" in opening:
            self._carried = periods.NamedPeriod("")
        elif (span := periods.LONG.search(opening)) is not None and not (span["run"] or span["since"]):
            named = periods.named(opening, periods.year_of(self._context.period))
            self._carried = periods.NamedPeriod(named.period, at + named.start, at + named.end)

    def over_its_years(self, frame: Frame) -> Frame:
        """The frame of a growth: in a five-year plan what is aimed at by its end is the growth of its five years."""
        year = frame.period
        if not (self._plan and frame.status is Status.TARGET and year.isdigit() and int(year) % 5 == 0):
            return frame
        return replace(frame, period=f"{int(year) - 4}/{year}")

    def heading(self, heading: Heading) -> None:
        """Take a heading in: it ends those of its depth and deeper."""
        if heading.level == 5:
            if self._begun or LOOKS_BACK.search(heading.text):
                self._plain_heading(heading)
            return
        self._begun, self._carried, self._said = True, periods.NamedPeriod(""), Words("")
        self._level = self._fund = None
        sibling = next((p for level, p in self._stack if level == heading.level), None)
        while self._stack and self._stack[-1][0] >= heading.level:
            self._stack.pop()
        self._stack.append((heading.level, self._under(self.frame, heading, sibling, heading.level)))

    def _plain_heading(self, heading: Heading) -> None:
        """A heading without a number: it holds on until another says something else. A line with a date is none."""
        if DATED.fullmatch(heading.text):
            return
        said = TOLD_YEAR.search(heading.text) or self._target.search(heading.text)
        frame = self._under(self.frame, heading)
        if said:
            while self._stack and self._stack[-1][0] >= 5:
                self._stack.pop()
            self._stack.append((5, frame))
        elif self._stack and self._stack[-1][0] == 5:
            self._stack[-1] = (5, frame)

    def _under(self, frame: Frame, heading: Heading, sibling: Frame | None = None, level: int = 5) -> Frame:
        """What is in force under a heading, from what was in force around it and before it."""
        text = heading.text
        years = TOLD_YEAR.findall(text)
        year, status = years[-1] if years else self._named(text, frame), frame.status
        actual, target = self._actual.search(text), self._target.search(text)
        if years and self._context.period and year > self._context.period and not RETROSPECT.search(text):
            status = Status.TARGET
        elif actual or years:
            status = Status.TARGET if target and not actual else Status.ACTUAL
        elif level == 1 and sibling is not None and sibling.status is Status.TARGET and not ANNEXED.match(text):
            year, status = sibling.period, Status.TARGET  # the chapters behind the tasks of a year are of them too
        elif target or COMING.search(text):
            if sibling is not None and sibling.status is Status.TARGET:
                year, status = sibling.period, Status.TARGET
            elif (level == 1 or COMING.search(text)) and self._context.period:
                year, status = self._coming_year(text), Status.TARGET
        whose, fund = level_in(text, self.own, self.own_level), fund_in(text)
        told = {
            "period": year != frame.period or bool(years),
            "status": status is not frame.status or bool(actual or target),
            "scope": whose is not None or bool(fund),
        }
        under = replace(
            frame,
            period=year,
            status=status,
            scope=frame.scope if whose is None else whose,
            fund=fund or frame.fund,
            heading=text,
        )
        return under.seen(*(Evidence(aspect, "heading", heading.span) for aspect, said in told.items() if said))

    def _coming_year(self, heading: str) -> str:
        """The year that a chapter on what is to come tells of: the next, unless the document's own is not over."""
        period = self._context.period
        going_on = PART_OF_YEAR.fullmatch(period) is not None and not period.endswith(("Q4", "-12"))
        rest = going_on or (REST_OF_YEAR.search(heading) and not TOLD_YEAR.search(heading))
        return period[:4] if rest and not NEXT_YEAR.search(heading) else str(int(period[:4]) + 1)

    @staticmethod
    def _named(words: str, frame: Frame) -> str:
        """The period that words name at a place; the one in force where they name none."""
        year = periods.year_of(frame.period)
        named = periods.of_words(words, year)
        return frame.period if named == year and not WHOLE_YEAR.search(words) else named

    # -- sentences ----------------------------------------------------------------------

    def within(self, before: str, earlier: str = "", start: int = 0) -> Frame:
        """The frame of a number, from the words of its sentence before it and the paragraph before that.

        `start` is where the sentence begins: what set each aspect is told by its place.
        """
        said, told = Words(before, start), Words(earlier, start - len(earlier))
        frame = self._at_its_time(said, told)
        frame = self._in_its_status(frame, said)
        previous = PREVIOUS.search(before) if "上年" in before or "去年" in before else None
        if previous is not None and (last := _year_before(frame.period)):
            status = Status.ACTUAL if frame.status is Status.PLAN and "预算" not in before else frame.status
            frame = replace(frame, period=last, status=status).seen(
                said.evidence("period", "last year", *previous.span())
            )
        elif "上" in before and (previous := PREVIOUS_PART.search(before)) and (last := _part_before(frame.period)):
            frame = replace(frame, period=last).seen(said.evidence("period", "the part before", *previous.span()))
        level, fund = self._accounts(said, told.without(OVER) if frame.budget else None, "sentence")
        if level is None and fund is None:
            return frame
        return replace(
            frame,
            scope=frame.scope if level is None else level.what,
            fund=fund.what if fund else frame.fund,
            evidence=frame.evidence_with(*(t.evidence for t in (fund, level) if t is not None)),
        )

    def _at_its_time(self, said: Words, earlier: Words) -> Frame:  # noqa: C901 - what may tell the time, in order
        """The frame in force, in the year and the part of it that words before a number tell, and its status then."""
        frame, before = self.frame, said.text
        dated = said.without(ASIDE) if "(" in before else said
        if ("由" in before or "从" in before) and STARTED_THEN.search(before):
            dated = said.without(STARTED_THEN)
        elif before.endswith("年的") and TIMES_OF_A_YEAR.search(before):
            dated = said.without(TIMES_OF_A_YEAR)
        year, status, told, rule = periods.year_of(frame.period), frame.status, dated, "sentence"
        why: Evidence | None = None
        years = list(TOLD_YEAR.finditer(dated.text)) if "年" in dated.text else []
        this = before.find("今年") if not years else -1
        now = self._this_year(year, before[this:]) if this >= 0 else ""
        coming = before.rfind("明年") if not years else -1
        if coming > this and (now := self._this_year(year, "预计")):
            now, this = str(int(now) + 1), coming
        stated = _stated(earlier.text) if not years and not now else ()
        if years:
            spans = [s for s in periods.YEARS.finditer(dated.text) if s.end() >= years[-1].end() > s.start()]
            year, told = years[-1]["year"], dated.behind((spans or years)[-1].start())
        elif stated and stated[-1]["year"]:
            year, why = stated[-1]["year"], earlier.evidence("period", "sentence before", *stated[-1].span("year"))
        if (years or (stated and stated[-1]["year"])) and self._context.period:
            status = self._status_of(year, frame)
        elif now and now != year[:4]:
            clause = max(before.rfind(mark, 0, this) for mark in CLAUSE) + 1
            outcome = self._of_the_press and this != coming and not MEANT.search(before, clause)
            year, status = now, Status.ACTUAL if outcome else Status.TARGET
            why = said.evidence("period", "year of publication", this, this + 2)
        elif "去年" in before and (last := LAST_YEAR.search(before)) and self._context.date:
            year, status = str(int(self._context.date[:4]) - 1), Status.ACTUAL
            told = said.behind(last.start("last"))
            why = said.evidence("period", "year of publication", *last.span("last"))
        if self._plan and years and dated.text.endswith("到", 0, years[-1].start()):
            status = Status.TARGET
        named = periods.named(told.text, year)
        if named.start >= 0:
            why = told.evidence("period", rule, named.start, named.end)
        period = named.period
        if period == year and not years:
            that = periods.named(_sentence_before(earlier.text), year).period if THAT_PART.search(before) else ""
            if PART_OF_YEAR.fullmatch(that):
                period = that
            elif stated and stated[-1]["long"]:
                period = periods.of_words(stated[-1].group(), year)
                why = earlier.evidence("period", "sentence before", *stated[-1].span("long"))
            elif self._carried.period and not stated and not YEARLY.search(before):
                period = self._carried.period
                why = Evidence("period", "paragraph before", Span(self._carried.start, self._carried.end))
            elif not WHOLE_YEAR.search(before) and "今年" not in before:
                period, part = self._part(earlier, year, frame)
                why = part or why
        if status is not frame.status and PART_OF_YEAR.fullmatch(period) and TOLD_AGAINST.search(before):
            status = frame.status  # 2024年1—4月，…同比增长3%: part of a later year, and over already
        if self._lies_ahead(period):
            status = Status.TARGET  # 下半年，…, in a text on the first half
        if periods.SPAN_OF_YEARS.fullmatch(period) and self._context.period and period[:4] > self._context.period[:4]:
            status = Status.TARGET  # “十五五”时期，…
        seen = [why] if why is not None else []
        if why is not None and status is not frame.status:
            seen.append(replace(why, aspect="status", rule="its year"))
        if not seen and period == frame.period and status is frame.status:
            return frame
        return replace(frame, period=period, status=status, evidence=frame.evidence_with(*seen))

    def _lies_ahead(self, period: str) -> bool:
        """Whether a part of a year comes behind the one that the document tells of: the second half."""
        now = self._context.period
        return now[4:] in ("Q1", "H1") and period[:4] == now[:4] and period[4:] in ("H2", "Q3", "Q4")

    @property
    def _of_the_press(self) -> bool:
        return self._context.kind == "news"

    def _this_year(self, year: str, words: str) -> str:
        """The year that 今年 is: that of publication; undated, the one after a year looked back on. Nothing if unknown.

        `year` is the one in force, `words` those from 今年 on: what is meant to be done lies ahead of the year told of.
        """
        if self._context.date:
            return self._context.date[:4]
        titled = (
            max(TOLD_YEAR.findall(self._context.title), default="") if self._context.kind in REPORTS_OF_A_YEAR else ""
        )
        if self._context.period.isdigit() and titled > self._context.period:
            return titled  # 2026年政府工作报告 tells of 2025 and of 今年
        whole = year == self._context.period and year.isdigit()
        ahead = self._looked_back or MEANT.search(words) is not None
        return str(int(year) + 1) if self._of_the_press and whole and ahead else ""

    def _in_its_status(self, frame: Frame, said: Words) -> Frame:  # noqa: C901 - what may tell it, in order
        """The frame in the status that the clause before a number gives it: intended, approved, estimated."""
        clause, near = said.since(CLAUSE), said.since(SENTENCE)
        if frame.status is Status.ACTUAL:
            if (meant := self._intent.search(near.text)) and not OUTCOME.search(said.text):
                return frame.stands(Status.TARGET, near, meant)
            if "目标" in clause.text and (meant := _GOAL.search(clause.text)):
                return frame.stands(Status.TARGET, clause, meant)
            if "今年" in near.text and (aimed := PROPOSED.search(near.text)):
                return frame.stands(Status.TARGET, near, aimed)
            if "计划" in said.text and (aimed := _PLANNED.search((whole := said.since("。")).text)):
                return frame.stands(Status.TARGET, whole, aimed)
            if planned := self._budget.search(clause.text):
                return frame.stands(Status.PLAN, clause, planned)
            if frame.budget and (planned := self._approved_last(near.text) or self._planned_whole(near.text)):
                return frame.stands(Status.PLAN, near, planned)
            if planned := self.adjusted:
                return frame.stands(Status.PLAN, self._said, planned)
            if expected := self._estimate.search(near.text):
                return frame.stands(Status.ESTIMATE, near, expected)
        elif "年初" in clause.text and (planned := self._budget.search(clause.text)):
            return frame.stands(Status.PLAN, clause, planned)
        return frame

    def _planned_whole(self, words: str) -> re.Match[str] | None:
        """Where the words of a sentence tell that the whole of a part is planned: 预算860万元，其中接待费320万元."""
        whole = words.rpartition("其中")[0].rstrip("，(:")
        clause = max(map(whole.rfind, CLAUSE)) + 1
        planned = self._budget.search(whole, clause)
        if planned is None or NO_PLAN_ITSELF.search(whole, planned.end()) or self._carried_out.search(whole, clause):
            return None
        return planned

    def _approved_last(self, words: str) -> re.Match[str] | None:
        """Where words of a sentence tell last what was approved, not what was carried out: 批准的收入为…."""
        approved = next(reversed(list(self._approved.finditer(words))), None)
        carried_out = max((m.end() for m in self._carried_out.finditer(words)), default=-1)
        return approved if approved is not None and approved.end() > carried_out else None

    def _accounts(
        self, said: Words, earlier: Words | None, rule: str
    ) -> tuple[AccountsTold | None, AccountsTold | None]:
        """Whose accounts, and which fund, are in force behind some words, those before them, and paragraphs before."""
        level, outer = self._level_told(said, rule), self._level_told(earlier, "sentence before") or self._level
        within = outer.what if outer is not None and outer.what else self.frame.scope
        if level is None or _of_its_own(level.what, within):
            level = outer
        return level, _fund_told(said, rule) or _fund_told(earlier, "sentence before") or self._fund

    def _level_told(self, words: Words | None, rule: str) -> AccountsTold | None:
        words = words.without(PARTS_TOLD) if words is not None and "其中" in words.text else words
        said = level_said(words.text, self.own, self.own_level) if words is not None and words.text else None
        if words is None or said is None:
            return None
        return AccountsTold(said.what, words.evidence("scope", rule, said.span.start, said.span.end))

    def _part(self, earlier: Words, year: str, frame: Frame) -> tuple[str, Evidence | None]:
        """The part of a year that the sentences before a number tell of, or else the document; the year for none."""
        since = _since(earlier.text)
        monthly = _monthly(earlier.text) if self._context.kind == "news" else ()
        if monthly and (not since or since[-1].end() <= monthly[-1].end()):
            since = monthly
        if since and (end_of := since[-1].groupdict().get("until_end")):  # 截至3月末，…: what stands there then
            why = earlier.evidence("period", "sentence before", *since[-1].span("until_end"))
            return periods.of_words(f"{end_of}，", year), why
        if since and since[-1]["part"]:
            why = earlier.evidence("period", "sentence before", *since[-1].span("part"))
            if since[-1].groupdict().get("last") and self._context.date:  # 去年12月
                year = str(int(self._context.date[:4]) - 1)
            end = since[-1].end("part")
            ended = earlier.text[end : end + 1] if earlier.text[end : end + 1] in ("末", "底") else ""  # the year's end
            return periods.of_words(f"{since[-1]['part']}{ended}，", year), why
        if since and not A_MONTH.search(since[-1].group()):
            return year, None  # 全年…; a month or quarter told of in between is over with its sentence
        return (frame.period if periods.year_of(frame.period) == year else year), None

    def _status_of(self, year: str, frame: Frame) -> Status:
        if year > self._context.period:
            return Status.TARGET
        if frame.status in (Status.TARGET, Status.PLAN) and year == frame.period:
            return frame.status
        return Status.ACTUAL


def _of_a_county(context: Context) -> bool:
    """Whether a document tells of a county or district, and is none of its accounts.

    Its 区级一般公共预算收入 is what the district has, as against what the city has of the revenue raised there; in
    budgets it stands beside that of the whole district, with its towns.
    """
    return context.kind not in OF_ACCOUNTS and context.entity.endswith(("区", "县", "旗"))


@lru_cache(maxsize=1)
def _stated(earlier: str) -> tuple[re.Match[str], ...]:
    """The periods that sentences before a number open with; all numbers of a sentence ask for the same."""
    return tuple(STATED.finditer(earlier))


@lru_cache(maxsize=1)
def _since(earlier: str) -> tuple[re.Match[str], ...]:
    """The parts of a year that sentences before a number open with, and what ends them."""
    return tuple(SINCE.finditer(earlier))


@lru_cache(maxsize=1)
def _monthly(earlier: str) -> tuple[re.Match[str], ...]:
    """The months or quarters whose figures the sentences before a number go on with."""
    return tuple(OF_A_MONTH.finditer(earlier))
