"""Where in a document a number stands: the year, status and scope that headings and sentences give it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from consistency import period as periods
from consistency.extract.about.kind import OF_ACCOUNTS
from consistency.extract.accounts import FUNDS, WIDER, fund_in, level_in, without_parts
from consistency.extract.layout import Heading
from consistency.extract.normal_form import either
from consistency.extract.whose import own_names
from consistency.lexicon import Lexicon
from consistency.model import Context, Status

# A year that is told of: not “比2019年” nor the year of a full date.
TOLD_YEAR = re.compile(rf"{periods.YEAR.pattern}(?!度?\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日)")
# Names whose numbers exist once for the whole and once for the level of government itself.
FISCAL = re.compile(r"预算(?!内)|财政收入|财政支出|收入|支出|债务|债券|结余|限额")
# And what has no accounts, though it is told in money.
NO_ACCOUNT = re.compile(
    r"生产总值|增加值|产值|零售|销售|投资额|固定资产|进出口|出口(?!退税)|进口(?!税|环节)|存款|贷款|可支配收入|人均|营业收入|利润(?!收入)|保费|工资(?!支出)|外资"
)
# What else a budget tells of its accounts in per cent.
IN_A_BUDGET = re.compile(r"税|补助|结转|上解|调[入出]|还本|付息|费$|基金|资金|财力|专项|完成率$")
# In these, what is told of one fund is told of every other: 上级补助收入, 支出总计
OF_EVERY_FUND = re.compile(r"合计|总计|补助|上解|结[转余]|调[入出]|平衡|转移支付|债务|债券|^(?:总?收入|总?支出)$")
# A period that a sentence opens with holds for the sentences after it: “2025年，…” and “‘十四五’期间，…”
STATED = re.compile(
    rf"(?:^|[。;!?])\s*(?:(?:刚刚)?过去的|此前的?|早在|而|其中|截至|[一-龥]{{2,5}}显示[，:]|据[一-龥]{{2,8}}[，:])?(?:(?P<year>(?:19|20)\d\d)年|(?P<long>{periods.LONG.pattern}))"
)
# A part of the year that a sentence opens with holds for the sentences after it, until one tells of another time.
SINCE = re.compile(
    rf"(?:^|[。;!?])\s*(?:(?:今年|(?:19|20)\d\d年)?(?P<part>{periods.SINCE_JANUARY}|{periods.HOLIDAY.pattern})(?=[，以全我])"
    r"|(?:(?:19|20)\d\d年|全年|年末|年底|截至|今年|去年|下半年|[二三四]季度|\d{1,2}月))"
)
# 2023年9月，旅客12万人次，同比增长3%。…: a month whose figures the sentences after it go on with, in the press
OF_A_MONTH = re.compile(
    r"(?:^|[。;!?】讯电]|显示，|公布，|获悉，)\s*(?:今年|(?:19|20)\d\d年)?"
    r"(?P<part>(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月)(?:份)?(?!\d)(?=[^。;]*(?:同比|按年|环比))"
)
# Words of the whole year or its end, whatever part of it the text around them tells of; not 比年初增加.
WHOLE_YEAR = re.compile(r"全年|年末|年底|(?<![比较])年初|本年度")
# Words of a single year: in a section on five years they tell of the last one.
YEARLY = re.compile(r"全年|去年|年末|年底|同比|[比较]上年|[比较]去年|本年度")
# 由上年的5.2%; not 与上年持平
PREVIOUS = re.compile(r"(?<![与和同跟较比])(?:上年|去年)(?:同期|同月|同季)?(?:的|为|是|仅为|只有)?$")
PRICE_BASE = re.compile(r"\([^()]{0,12}(?:不变|可比)价[^()]{0,6}\)")
RETROSPECT = re.compile(r"回顾|完成情况|执行情况")
ANNEXED = re.compile(r"\s*附|.{0,6}(?:名词解释|注释|说明)")
COMING = re.compile(r"今年|明年|下一步|下一年|新的一年|今后")
# 2026年4月28日, （发布时间：2026年4月28日）: when the text came out, not what it tells of
DATED = re.compile(rf"[(【]?(?:[一-龥]{{2,6}}:)?\s*{periods.DATE.pattern}[^一-龥]{{0,12}}")
# 去年，…, at the head of a clause
LAST_YEAR = re.compile(r"(?:^|[，。;])去年")
WITHIN_CLAUSE, WITHIN_SENTENCE = re.compile("[，。;、]"), re.compile("[;。]")
SPAN = re.compile(r"\d{4}/\d{4}")  # of years, as a period
_GOAL = re.compile(r"(?<!完成)(?<!达到)(?<!实现)(?<!超额)目标[^，。;]{0,8}$")


@dataclass(frozen=True, slots=True)
class Place:
    """The year, status and scope in force, the fund an account speaks of, and the heading."""

    period: str
    status: Status
    scope: str = ""
    fund: str = ""
    heading: str = ""
    budget: bool = False  # in a budget every sum of money is somebody's account
    year: str = ""  # the year the document tells of

    def at_its_end(self) -> Place:
        """The place of a state at the end of a span of years: what was reached by then is of the last year."""
        if not SPAN.fullmatch(self.period) or not self.year:
            return self
        return replace(
            self, period=self.period[5:] if self.status is Status.TARGET else min(self.period[5:], self.year)
        )


def fiscal_scope(name: str, place: Place, money: bool = True, entity: str = "") -> str:
    """Whose accounts a fiscal number is of: 市本级 against the whole, a fund against the general budget.

    Elsewhere such words belong to the name, and the accounts of the place that a number is of are no part of it.
    """
    of_accounts = FISCAL.search(name) or (place.budget and (money or IN_A_BUDGET.search(name)))
    if not of_accounts or NO_ACCOUNT.search(name):
        return ""
    level = "" if entity.endswith(place.scope) else place.scope
    fund = place.fund if place.budget and place.fund.removesuffix("预算") not in name else ""
    return "·".join(s for s in (level, "" if "一般公共" in fund else fund) if s)


def _of_its_own(level: str, outer: str) -> bool:
    """Whether a level is that of the zone or district spoken of before: 临江经济技术开发区…。区级支出."""
    return level in ("区本级", "县本级") and outer.endswith(level[0]) and "级" not in outer


def parted(scope: str) -> tuple[str, str]:
    """The level and the fund of a fiscal scope.

    >>> parted("市本级·政府性基金预算"), parted("政府性基金预算")
    (('市本级', '政府性基金预算'), ('', '政府性基金预算'))
    """
    *level, last = scope.split("·")
    return ("·".join(level), last) if last in FUNDS.values() else (scope, "")


class Sections:
    """Follows the headings of one document."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        self._context = context if context.period[:4].isdecimal() else replace(context, period="")
        self._actual = re.compile(either(lexicon.words("actual")))
        self._target = re.compile(either(lexicon.words("target")))
        self._intent = re.compile(either(lexicon.words("intent")))
        self._estimate = re.compile(either(lexicon.words("estimate")))
        self._budget = re.compile(either(lexicon.words("budget")))
        self._approved = re.compile(either(lexicon.words("approved")))
        self._carried_out = re.compile(either(lexicon.words("carried")))
        self._base = Place(
            context.period,
            Status.ACTUAL,
            budget=context.kind in OF_ACCOUNTS,
            year=context.period,
        )
        self._stack: list[tuple[int, Place]] = []
        self._begun = False
        self._carried, self._said = "", ""
        self._own = own_names(context.entity)
        self._level: str | None = None  # whose accounts a paragraph under this heading has put in force,
        self._fund = ""  # and which fund
        self._wider = False  # whether 市级 is more than 市本级 here

    @property
    def place(self) -> Place:
        """What is in force now."""
        return self._stack[-1][1] if self._stack else self._base

    def paragraph(self, text: str) -> None:
        """Running text has begun; where it opens with a span of years, that span holds on: “过去的五年…”."""
        self._begun = True
        if any(s["year"] for s in STATED.finditer(self._said)):
            self._carried = ""  # “2025年，…”: the span of years that a section opened with is over
        if self.place.budget:
            self._level, self._fund = self._accounts(without_parts(self._said))
        self._wider = self._wider or WIDER.search(text) is not None
        self._said, opening = text, text[:24]
        if TOLD_YEAR.search(opening) or "一年" in opening:
            self._carried = ""
        elif (span := periods.LONG.search(opening)) is not None and not span["run"]:
            self._carried = periods.of_words(opening, periods.year_of(self._context.period))

    def heading(self, heading: Heading) -> None:
        """Take a heading in: it ends those of its depth and deeper."""
        if heading.level == 5:
            if self._begun:
                self._plain_heading(heading)
            return
        self._begun, self._carried, self._said = True, "", ""
        self._level, self._fund = None, ""
        sibling = next((p for level, p in self._stack if level == heading.level), None)
        while self._stack and self._stack[-1][0] >= heading.level:
            self._stack.pop()
        self._stack.append((heading.level, self._under(self.place, heading.text, sibling, heading.level)))

    def _plain_heading(self, heading: Heading) -> None:
        """A heading without a number: it holds on until another says something else. A line with a date is none."""
        if DATED.fullmatch(heading.text):
            return
        said = TOLD_YEAR.search(heading.text) or self._target.search(heading.text)
        place = self._under(self.place, heading.text)
        if said:
            while self._stack and self._stack[-1][0] >= 5:
                self._stack.pop()
            self._stack.append((5, place))
        elif self._stack and self._stack[-1][0] == 5:
            self._stack[-1] = (5, place)

    def _under(self, place: Place, text: str, sibling: Place | None = None, level: int = 5) -> Place:
        """What is in force under a heading, from what was in force around it and before it."""
        years = TOLD_YEAR.findall(text)
        year, status = years[-1] if years else self._named(text, place), place.status
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
                year, status = str(int(self._context.period[:4]) + 1), Status.TARGET
        whose = level_in(text, self._own, self._wider)
        return Place(
            year,
            status,
            place.scope if whose is None else whose,
            fund_in(text) or place.fund,
            text,
            place.budget,
            place.year,
        )

    @staticmethod
    def _named(words: str, place: Place) -> str:
        """The period that words name at a place; the one in force where they name none."""
        year = periods.year_of(place.period)
        named = periods.of_words(words, year)
        return place.period if named == year and not WHOLE_YEAR.search(words) else named

    # -- sentences ----------------------------------------------------------------------

    def within(self, before: str, earlier: str = "") -> Place:
        """The place of a number, from the words of its sentence before it and the paragraph before that."""
        place = self.place
        before = PRICE_BASE.sub("", before) if "价" in before else before
        year, status, told = periods.year_of(place.period), place.status, before
        years = list(TOLD_YEAR.finditer(before)) if "年" in before else []
        stated = _stated(earlier) if not years else ()
        if years:
            year, told = years[-1]["year"], before[years[-1].start() :]
            spans = [s for s in periods.YEARS.finditer(before) if s.end() >= years[-1].end() > s.start()]
            told = before[spans[-1].start() :] if spans else told
        elif stated and stated[-1]["year"]:
            year = stated[-1]["year"]
        if (years or (stated and stated[-1]["year"])) and self._context.period:
            status = self._status_of(year, place)
        elif "今年" in before and self._context.date:
            this = self._context.date[:4]
            if this != year[:4] and self._context.kind != "news":
                year, status = this, Status.TARGET
        elif "去年" in before and LAST_YEAR.search(before) and self._context.date:
            year, status = str(int(self._context.date[:4]) - 1), Status.ACTUAL
        named = periods.of_words(told, year)
        if named == year and not years:
            if stated and stated[-1]["long"]:
                named = periods.of_words(stated[-1].group(), year)
            elif self._carried and not stated and not YEARLY.search(before):
                named = self._carried
            elif not WHOLE_YEAR.search(before) and "今年" not in before:
                named = self._part(earlier, year, place)
        if SPAN.fullmatch(named) and self._context.period and named[:4] > self._context.period[:4]:
            status = Status.TARGET  # “十五五”时期，…
        clause = WITHIN_CLAUSE.split(before)[-1]
        if status is Status.ACTUAL:
            near = WITHIN_SENTENCE.split(before)[-1]
            if self._intent.search(near) or ("目标" in clause and _GOAL.search(clause)):
                status = Status.TARGET
            elif self._budget.search(clause) or (place.budget and self._approved_last(near)):
                status = Status.PLAN
            elif self._estimate.search(near):
                status = Status.ESTIMATE
        elif self._budget.search(clause) and "年初" in clause:
            status = Status.PLAN
        if ("上年" in before or "去年" in before) and PREVIOUS.search(before):
            named = str(int(named[:4]) - 1) + named[4:] if named[:4].isdigit() and "/" not in named[:5] else named
        level, fund = self._accounts(before, without_parts(earlier) if place.budget else "")
        return Place(
            named,
            status,
            place.scope if level is None else level,
            fund or place.fund,
            place.heading,
            place.budget,
            place.year,
        )

    def _approved_last(self, words: str) -> bool:
        """Whether words of a sentence tell last what was approved, not what was carried out: 批准的收入为…."""
        approved = max((m.end() for m in self._approved.finditer(words)), default=-1)
        return approved > max((m.end() for m in self._carried_out.finditer(words)), default=-1)

    def _accounts(self, before: str, earlier: str = "") -> tuple[str | None, str]:
        """Whose accounts, and which fund, are in force behind some words, those before them, and paragraphs before."""
        level, outer = (level_in(words, self._own, self._wider) if words else None for words in (before, earlier))
        if outer is None:
            outer = self._level
        level = outer if level is None or _of_its_own(level, outer or self.place.scope) else level
        return level, fund_in(before) or fund_in(earlier) or self._fund

    def _part(self, earlier: str, year: str, place: Place) -> str:
        """The part of a year that the sentences before a number tell of, or else the document; the year for none."""
        since = _since(earlier)
        monthly = _monthly(earlier) if self._context.kind == "news" else ()
        if monthly and (not since or since[-1].end() <= monthly[-1].end()):
            return periods.of_words(monthly[-1]["part"], year)
        if since:
            return periods.of_words(since[-1]["part"], year) if since[-1]["part"] else year
        return place.period if periods.year_of(place.period) == year else year

    def _status_of(self, year: str, place: Place) -> Status:
        if year > self._context.period:
            return Status.TARGET
        if place.status is Status.TARGET and year == place.period:
            return Status.TARGET
        return Status.ACTUAL


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
    """The months whose figures the sentences before a number go on with."""
    return tuple(OF_A_MONTH.finditer(earlier))
