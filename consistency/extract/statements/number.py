"""One number of a sentence: each aspect of its key, by the words around it and by the subject in force before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from consistency.extract.statements.clauses import Clauses
from consistency.extract.statements.discourse import Discourse, Frame
from consistency.extract.statements.keying import Surroundings, keyed
from consistency.extract.statements.names import BARE, CARRIED_OUT, OF_SHARE, Namer, Statement, as_growth
from consistency.extract.statements.naming import NamedBy, Naming, counted_before, named, qualifies, runs_on, told
from consistency.extract.statements.normal_form import IN_ALL_SO_FAR
from consistency.extract.statements.subjects import (
    SIZES,
    UNTOLD,
    Basis,
    Subject,
    account_of,
    adjusted,
    as_a_part,
    basis_of,
    final_name,
    of_an_accident,
    of_an_account,
    of_its_level,
    of_listed_products,
    of_the_same_thing,
    of_town_or_country,
    opening_clause,
    other_side,
    prices_of,
    reckoned,
    spent_on,
    unless_of_another,
    whole_of,
    with_head,
    with_measure,
    with_owner,
    with_rate,
)
from consistency.model import Evidence, Measure, Mention, Status
from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.period import since_january

# A sentence of growth, in which a bare percentage is one: 出口增长5%，进口3%
GROWING = lazy(r"[增升涨降减跌]|同比|速度|[+-]\d")
# …5万亿元台阶已被设为2026年的主要目标
SET_AS_AIM = lazy(
    r"[^，。;\d]{0,8}(?:设为|列为|定为|作为|确定为|设定为)(?:(?P<year>(?:19|20)\d\d)年)?[^，。;]{0,24}目标(?!任务的?完成)",
    needs=("目标",),
)
QUALIFIER = "qualifies a noun"
STARTING_VALUE = "a starting value"
COMPARED = "what is compared with"
RUN = "how long it has been so"
# 由12亿元提高到15亿元: what stood before the change is of no year that is told
STARTING = lazy(r"(?:由|从)[^，。;]{0,24}$", needs=("由", "从"))
CHANGED = lazy(
    r"\s*(?:[，,]\s*)?(?:大幅|稳步|逐步|快速|进一步|轻微|小幅|[微略续再]){0,2}"
    r"(?:提高|提升|增加|增长|上升|扩大|下降|下跌|下滑|减少|降低|回落|缩小|收窄|调整|优化|演变|转变|变化|发展|壮大|攀升|跃升|[升降跌增减变转])"
    r"(?:到|至|为|成)"
)
# 居民消费价格指数（上年=100）为: what a number without a unit is of
INDEX = lazy(r"指数(?:\([^()]*\))?(?:[为是达]|达到|录得)?$", needs=("指数",))
PRODUCED = lazy(r"(?<=..)产量$")  # a share of what is made is told with or without the word: 汽车产量占全市…
# What was reached by the end of a span of years is of its last year: 五年来，装机容量达到…
STATES = (Measure.LEVEL, Measure.COUNT, Measure.SHARE, Measure.RATIO, Measure.RANK)
REACHED = lazy(
    r"达到?|突破|超过?|逾|提高[到至]|增加[到至]|上升[到至]|下降[到至]|降[到至]|升[到至]|迈上|居|列|总量|总数|总规模|总里程"
)
# 五年来，民生支出总额达到…: what came in over all those years
IN_ALL = lazy(r"累计|总[额计]|合计|共")
OVER_MONTHS = lazy(r"\d{4}-\d\d/\d\d", needs=("/",))  # 2024-01/08
# 发放低保金, 救助460人次: what was done since January
PAID = lazy(r"(?:累计)?(?:发放|拨付|投入|兑付|支付|救助|临时救助|办理|接待)")
STANDING = lazy(r"(?:余额|限额|存量|结余|资产|市值)$")
# 其中医院1820张，卫生院: parts of one thing, which is not named again
PARTS_ALONE = lazy(r"其中(?:(?!面积|[产运总]量|周转量|产值|增加值|[总金]额)[^;。])*$", needs=("其中",))
# …10亿元，其中安排: a part, and not what it is
NAMELESS_PART = lazy(r"[，,;(]\s*其中[:，]?(?:安排|投入|拨付|下达|完成|实现|争取|筹集|发放)?", needs=("其中",))
# 分门类看，采矿业增长2%，制造业增长8%: parts of one thing, by their kind
SORTED = lazy(r"其中|[分按][^，。;\d]{1,8}[看分划]，", needs=("其中", "看", "分", "划"))
# 较第三季的1.9%加快: another time's growth, by which nothing is reckoned
COMPARED_WITH = lazy(
    r"(?:[较比与同和]|高于|低于|快于|慢于)(?:上年|去年|上一?个?[季月]|第[一二三四]季度?|(?:19|20)\d\d年|\d{1,2}月)[^，。;\d]{0,16}的"
)
# 9.8亿元，比上年的9.1亿元增加…; 与2010年的323万人相比: an earlier level of the subject, no other thing
EARLIER_LEVEL = lazy(
    r"""
    [，(]? \s* (?: [比较与和同跟] | 相[比较]于? )
    (?: (?:上|去) (?:年|一年|年度) | (?:19|20)\d\d年度? | 年初 | 同期 | 上(?:月|一?季度?) | 同[比月期]
      | “?[十一二三四五六七]{2,3}五”?(?:时期|期间)? )
    (?: 同期 | 同月 | [末底初] | (?:执行|决算|完成|实际|快报|预算)数? )* 的? \s*
    """,
    re.VERBOSE,
)
# 过去的五年成绩来之不易: how long it has been so
PAST = lazy(r"(?:过去的?|未来|关键的?)$")
FASTER = lazy(r"(?:有所|明显|略|进一步)?(?:加快|放缓|减慢|扩大|收窄|为[快慢高低])")
COMPARING = lazy(r"[比较与]")
# 截至11月底: what comes in and goes out is told from January on, what stands there at the day itself
AS_OF = lazy(
    r"截[至止]到?(?:(?:19|20)\d\d年)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:底|末|份|\d{1,2}日)", needs=("截",)
)
COMES_IN = lazy(
    r"(?:收入|支出|投资额?|投入|产值|增加值|[零销]售总?额|进出口总?额|[出进]口总?额?|[用发]电量|产量|利润|税|人次|成交额|新增就业)$"
)
# 最大降雨点为大店镇，降雨量386毫米: of one spot, and not of the place
EXTREME = lazy(
    r"(?P<where>最[大高小低强多少][^，。;\d]{0,6}[点站处地])(?:为|是|在|出现在|位于)[^，。;\d]{2,16}[，,(][^，。;]{0,10}$",
    needs=("最",),
)
# 其中，城市上涨…; 食品中，鲜菜…; 分行业看，…: parts of what was told before
PARTS_OPEN = lazy(r"\s*(?:其中|[一-龥]{2,8}中[，:]|[分按从][^，。;\d]{1,10}看)")
MONTH_BEFORE = "环比"
AGAINST_WHAT = lazy(
    r"(?P<month>环比|(?<![速幅])[比较]上[月季](?!同))|同比|按年|[比较](?:上年|去年|\d{4}年)|上年同[期月]"
)
# 执行中因上级专款增加、债券转贷等调整为: why it was revised is no part of what
REVISED_FOR = lazy(r"(?:^|[，。;(])[^，。;]{0,6}[因由](?!此)[^。;]{2,40}(?:调整|变更)[为至到]$", needs=("调整", "变更"))
FIRST_PLAN = lazy(r"年初|批准", needs=("年初", "批准"))
CARRIED = ("indicator", "entity", "whole", "basis")  # what the numbers after it take over from a subject


class ToldNumber:
    """A number in its sentence; an aspect of its key is made when it is first asked for.

    `subject` is the one in force before it.
    """

    def __init__(
        self,
        index: int,
        subject: Subject | None,
        clauses: Clauses,
        around: Surroundings,
        discourse: Discourse,
        namer: Namer,
    ) -> None:
        self._index, self._before, self._clauses = index, subject, clauses
        self._around, self._discourse, self._namer = around, discourse, namer
        self._text, self._quantity = clauses.text, clauses.quantities[index]
        self._start = clauses.left(index)
        self._end = self._quantity.span.end
        self._words = self._text[self._start : self._quantity.span.start]
        self._behind = self._text[self._end : clauses.right(index)]
        if index and self._between(self._quantity.span.start).strip() == "或":  # 增加4万人或0.35%: one change, twice
            once = clauses.quantities[index - 1].span.start
            self._start = clauses.start_of_clause(once)
            self._words = self._text[self._start : once]
        elif REVISED_FOR.search(clauses.before(self._quantity)) is not None:
            self._start = self._quantity.span.start - len("调整为")
            self._words = self._text[self._start : self._quantity.span.start]

    @cached_property
    def mention(self) -> Mention:
        """The number with its key, or with the reason why it is no claim."""
        if self._aside:
            span = Span(self._start, self._end)
            words = self._quantity.span.of(self._text).strip()
            return Mention(
                self._around.document, span, self._quantity.number, self._quantity, None, self._aside, words=words
            )
        reason = self._unsaid
        return replace(self._keyed, key=None, reason=reason) if reason else self._keyed

    @cached_property
    def subject_after(self) -> Subject | None:
        """The subject in force behind it: what it is told of itself, unless it only says more of the one before."""
        subject = self._subject
        if self._aside or (self._unsaid and self._unsaid != STARTING_VALUE):
            return subject
        if self.statement.attribute == CARRIED_OUT or self._told.aside:
            return subject
        if self._runs_on:
            return subject  # 连续五年居全省第一: what is told next is not of that
        if subject is not None and self._lasts and COMPARING.match(self._words):
            return subject  # 较2024年假日7天增加…: what is compared with
        if not self._inherited and self.name:
            return self._subject_of_its_own
        if subject is None or not self._inherited or self._lasts:
            return subject
        plain = self.statement.measure in (Measure.GROWTH, Measure.LEVEL, Measure.COUNT)
        measure = self.statement.measure if plain else subject.measure
        if self.statement.attribute in SIZES and self.statement.measure is Measure.SHARE:
            measure = Measure.LEVEL  # 增长5%，总量占全市的15%，居首位: by its size
        return replace(subject, measure=measure, full=self.name, entity=self.entity, meant=self._meant)

    # -- what it is told of ---------------------------------------------------------------

    @cached_property
    def name(self) -> str:
        """The indicator; a share of what is made is told with 产量 or without."""
        name = self._full[0]
        shared = self.statement.measure is Measure.SHARE or OF_SHARE in self.statement.traits
        return PRODUCED.sub("", name) if shared else name

    @cached_property
    def _of_the_field(self) -> tuple[str, ...]:
        """The indicators it may be of, where it stands behind the name of a field: 旅游1.2亿人次/900亿/+5%, 零售跌3%.

        Of the numbers behind that, a growth is of what was told just before, and one without a unit of what was not.
        """
        before = self._before.meant if self._inherited and self._before is not None else ""
        grown = self.statement.measure is Measure.GROWTH
        if not before and not grown and not self._words.endswith(self.name):
            return ()  # 财政安排3亿元
        fits = self._namer.of_the_field(self.name, self._quantity.dimension)
        if before in fits and grown:
            return (before,)
        return tuple(one for one in fits if one != before) if not self._quantity.dimension else fits

    @property
    def _meant(self) -> str:
        """The one indicator of a field that is left for it, or nothing."""
        return self._of_the_field[0] if len(self._of_the_field) == 1 else ""

    @property
    def _lasts(self) -> bool:
        """Whether it is a length of time."""
        return self._quantity.dimension.startswith("duration")

    @property
    def _runs_on(self) -> bool:
        """Whether it tells how long something has been so: 连续五年."""
        return runs_on(self._quantity, self._words, self._behind)

    @property
    def statement(self) -> Statement:
        """What the words say of its measure."""
        return self._first[1]

    @cached_property
    def _aside(self) -> str:
        """Why it is no claim whatever stands around it."""
        if qualifies(self._quantity, self._behind, self._text, self._namer):
            return QUALIFIER
        if self._lasts and PAST.search(self._words.rstrip()):
            return RUN
        if self._before is None:
            return ""
        if EARLIER_LEVEL.fullmatch(self._words) and self._quantity.form not in ("rank", "unchanged"):
            return COMPARED
        compared = COMPARED_WITH.fullmatch(self._words)
        beside = compared is not None and self._words.startswith(("高于", "低于", "快于", "慢于"))
        return COMPARED if beside or (compared and FASTER.match(self._behind)) else ""

    @cached_property
    def _unsaid(self) -> str:
        """Why it is no claim although its words were read."""
        text = self._text
        if self._runs_on and not self._told.name:
            return RUN
        if self._namer.is_attribute(self.name) or self._of_other_things or self._nameless_part:
            return "no indicator"
        if self.statement.attribute == CARRIED_OUT or self._told.aside:
            return ""
        growing = GROWING.search(text, self._clauses.span.start, self._clauses.span.end)
        if BARE in self.statement.traits and not growing:
            return "growth or share untold"
        started = STARTING.search(self._words) and CHANGED.match(text, self._end)
        return STARTING_VALUE if started else ""

    @property
    def _of_other_things(self) -> bool:
        """Whether so much came of something that is not named: 投资12亿元，新增25户."""
        subject = self._subject
        of = subject.dimension if subject is not None and self._inherited else ""
        return self._namer.is_flow(self.statement.attribute) and of not in ("", self._quantity.dimension)

    @property
    def _nameless_part(self) -> bool:
        """Whether it is a part of the subject before that has no name: 债券10亿元，其中安排4亿元用于….."""
        subject = self._subject
        if not self._inherited or subject is None or self.statement.measure not in (Measure.LEVEL, Measure.COUNT):
            return False
        alike = subject.dimension == self._quantity.dimension != ""
        return alike and NAMELESS_PART.fullmatch(self._between(self._quantity.span.start)) is not None

    @cached_property
    def _naming(self) -> Naming:
        return named(self._index, self._quantity, self._start, self._words, self._behind, self._clauses, self._namer)

    @cached_property
    def _told(self) -> NamedBy:
        bound = self._text[self._quantity.span.start : self._quantity.number.start]  # 高于5%的预期目标
        last = self._clauses.before(self._clauses.quantities[self._index - 1]) if self._index else ""
        by = told(self._naming, self._words, bound, self._behind, last, self._before, self._around, self._namer)
        since = self._clauses.quantities[self._index - 1].span.end if self._index else self._clauses.span.start
        owner = opening_clause(self._text[since : self._quantity.span.start], by.name, self._namer)
        return replace(by, name=owner) if owner else by

    @property
    def _inherited(self) -> bool:
        """Whether it is told of the subject before."""
        return self._before is not None and (not self._told.name or self._sums_up)

    @property
    def _sums_up(self) -> bool:
        """Whether it tells what the subject came to so far: 销售面积38万平方米，1-11月累计销售298万平方米."""
        name, before = self._told.name, self._before
        return (
            before is not None
            and name.startswith(IN_ALL_SO_FAR)
            and name.removeprefix(IN_ALL_SO_FAR) in before.name
            and before.dimension == self._quantity.dimension != ""
        )

    @cached_property
    def _subject(self) -> Subject | None:
        """The subject before; behind a semicolon without what the last number said more of it."""
        subject = self._before
        if not self._aside and self._inherited and subject is not None and ";" in self._between(self._start):
            return replace(subject, full=subject.name)  # 生产总值4亿元，人均6万元;一季度增长3%
        return subject

    @cached_property
    def _first(self) -> tuple[str, Statement, Span]:
        """The name that the words give, or that of the subject; what they say of it; and the span of all this."""
        name, statement, span = self._told.name, self._told.statement, self._naming.span
        subject = self._subject
        if self._inherited and subject is not None:
            if statement.measure is Measure.RATIO and (sign := self._change_in_per_cent):
                return subject.taken_over(statement), replace(as_growth(statement), sign=sign), span
            if subject.measure is Measure.GROWTH and not statement.attribute:
                return subject.taken_over(statement), as_growth(statement), span  # 增速上半年3.2%、前三季度4.4%
            rate = statement.measure is Measure.RATIO
            if rate and subject.measure is Measure.SHARE and REACHED.search(self._words):
                statement = replace(statement, measure=Measure.SHARE)  # 占比由18%提高到24%
            return subject.taken_over(statement), statement, span
        if name:
            whose = counted_before(self._index, self._words, self._start, self._clauses, self._namer)
            return whose + name, statement, span
        opening = self._clauses.span.start
        moved = STARTING.match(self._words) is not None and CHANGED.search(self._text, self._end) is not None
        name, grown = self._namer.known_subject(self._text[opening : self._start], moved)
        return name, as_growth(statement) if grown else statement, Span(opening, self._end) if name else span

    @property
    def _change_in_per_cent(self) -> int:
        """Which way the change before it went that it tells in per cent, 0 for none: 增加2万人（0.9%）."""
        if not self._index or self._quantity.dimension != "percent":
            return 0
        last = self._clauses.quantities[self._index - 1]
        if last.dimension == "percent" or self._between(self._quantity.span.start) != "(":
            return 0
        grown = self._namer.grown(self._text[self._clauses.start_of_clause(last.span.start) : last.span.start])
        return 0 if grown is None or grown["to"] else -1 if grown["down"] else 1

    @cached_property
    def _full(self) -> tuple[str, tuple[str, ...], Frame]:
        """The name with what the sentence says of it besides, the other names it allows, and the frame they leave."""
        name, frame = self._first[0], self._when
        clauses, namer = self._clauses, self._namer
        known_as = self._naming.also
        if not self._inherited:
            said = clauses.earlier + self._text[clauses.span.start : self._start]
            name = of_town_or_country(name, self._before.name if self._before is not None else "", said)
            name = of_an_accident(unless_of_another(name, self._words, said), said, namer)
            name = with_owner(of_the_same_thing(name, self._before, namer), said, namer)
            if self.statement.measure is Measure.GROWTH:
                alone, name = name, as_a_part(name, said)
                known_as += (alone,) if alone != name else ()
            if name and self._before is not None and self._index:
                between = self._between(self._quantity.span.start)
                parts = PARTS_ALONE.search(self._said_before) is not None
                name = with_head(name, self._words, between, self._before, self._quantity, parts, namer)
            if self.statement.measure in (Measure.GROWTH, Measure.LEVEL):
                if self._quantity.dimension == "money":
                    name = of_an_account(name, self._said_before, namer)
                parts = SORTED.search(self._said_before) is not None
                name = of_listed_products(name, self._said_before, self._quantity, namer)
                name = with_measure(name, self._before, parts, namer)
                name = spent_on(name, self._words, self._before, self._quantity, parts, namer)
            if name and self.statement.measure is Measure.RATIO and self._quantity.dimension == "percent":
                name = with_rate(name, self._before, namer)
        name, frame = of_its_level(name, frame, self._discourse.own, self._discourse.own_level)
        if self._before is not None and not self._behind_parts:
            name = other_side(name, self._before.name)
        clause = self._text[clauses.start_of_clause(self._quantity.span.start) : self._quantity.span.start]
        name, also = final_name(name, known_as, self._words, clause, frame, namer)
        if not (self._inherited or self._quantity.unit or self._quantity.dimension) and INDEX.search(self._words):
            name = f"{name.removesuffix('指数')}指数"  # 居民消费价格指数为100.3: no price that rose
        return name, also, frame

    @property
    def _behind_parts(self) -> bool:
        """Whether the number before is a part of something, which is over: 收入6亿元，其中养老保险3亿元;支出5亿元."""
        return ";" in self._between(self._start) and "其中" in self._said_before.rpartition("。")[2]

    def _between(self, end: int) -> str:
        """What stands between the number before and a place."""
        return self._text[self._clauses.quantities[self._index - 1].span.end : end] if self._index else ""

    # -- when, and in which standing --------------------------------------------------------

    @property
    def frame(self) -> Frame:
        """The year, status and accounts in force for it."""
        return self._full[2]

    @cached_property
    def _when(self) -> Frame:
        """The frame by the words before it: reached by the end of some years is of the last, an aim is a target."""
        clauses, statement = self._clauses, self.statement
        within = self._discourse.within(self._said_before, clauses.earlier, clauses.span.start)
        frame = self._around.when(within)
        words = self._words + self._quantity.span.of(self._text)[:2]
        comes_in = COMES_IN.search(self._first[0].removesuffix(CARRIED_OUT).removesuffix("总额")) is not None
        sum_of_money = comes_in or (self._quantity.dimension == "money" and not STANDING.search(self._first[0]))
        summed = "flow" in statement.traits or (sum_of_money and IN_ALL.search(words) is not None)
        if statement.measure in STATES and not summed and REACHED.search(words):
            frame = frame.at_its_end()
        frame = self._in_its_part(frame, comes_in or "flow" in statement.traits)
        done = self._discourse.frame.status is Status.ACTUAL or frame.status is Status.PLAN
        if statement.attribute == CARRIED_OUT and done:
            frame = replace(frame, status=Status.ACTUAL)  # 为预算的98%: how far it came
        if self._told.outcome and frame.status is Status.PLAN:
            frame = replace(frame, status=Status.ACTUAL)
        if self._told.plan and frame.status is Status.ACTUAL:
            frame = replace(frame, status=Status.PLAN)
        aimed = SET_AS_AIM.match(self._text, self._end)
        if self._told.aim or aimed is not None:
            frame = replace(frame, status=Status.TARGET).of_its_year()
        elif frame.status is Status.PLAN:
            frame = frame.of_its_year()
        if aimed is not None and aimed["year"]:
            frame = replace(frame, period=aimed["year"])
        return self._discourse.over_its_years(frame) if statement.measure is Measure.GROWTH else frame

    def _in_its_part(self, frame: Frame, comes_in: bool) -> Frame:
        """The frame in the part of a year that it can be of: what came in is of all of it, a balance of its end."""
        carried = any(e.aspect == "period" and e.rule == "sentence before" for e in frame.evidence)
        name = self._first[0]
        if comes_in or PAID.match(name):  # 截至6月底，低保对象3万人。发放低保金2亿元
            said = self._clauses.earlier + self._said_before if carried else self._said_before
            return replace(frame, period=since_january(frame.period)) if AS_OF.search(said) else frame
        if carried and STANDING.search(name) and OVER_MONTHS.fullmatch(frame.period):
            return replace(frame, period=self._discourse.frame.period)  # 1—2月，利润3亿元。存款余额…
        return frame

    @cached_property
    def _said_before(self) -> str:
        return self._clauses.before(self._quantity)

    # -- whose, of which subgroup, on which basis -------------------------------------------

    @cached_property
    def entity(self) -> str:
        """The place it is of: the one its words name, that of the subject, or the document's."""
        subject = self._subject
        if self._inherited or self._namer.is_measured(self.name):  # 全市地区生产总值3万亿元，增长5%
            return self._told.entity or (subject.entity if subject is not None else self._around.entity)
        if not self._told.entity and subject is not None:
            return subject.entity  # the sentence goes on with the place it has named
        return self._around.entity

    @cached_property
    def whole(self) -> str:
        """The subgroup it is told of, empty for the place's own."""
        subject = self._subject
        if self._inherited and subject is not None:
            return subject.whole if subject.part else ""
        start = self._quantity.span.start
        if (extreme := EXTREME.search(self._said_before)) is not None:
            return extreme["where"]
        part = subject is not None and subject.whole != "" and self._around.tells_parts(subject.since, start)
        if part and subject is not None and self.entity != subject.entity and not subject.name.endswith(self.name):
            part = False  # 城镇居民收入5万元。分县区看，嵩县地区生产总值…: of another place, and another thing
        return whole_of(self._full[0], self._words, subject, part, self._namer)

    @cached_property
    def account(self) -> str:
        """The account or the prices in which its indicator is told, where a remark says so."""
        if self._inherited and self._subject is not None:
            return self._subject.account
        return self._remark[0].what if self._full[0] else ""

    @cached_property
    def _remark(self) -> tuple[Basis, int]:
        """A remark on the account or the prices, and from where its place counts."""
        remark = account_of(self._said_before)
        if remark.what:
            return remark, self._clauses.span.start
        return prices_of(self._words, self._full[0]), self._start

    @cached_property
    def _reckoning(self) -> Basis:
        """What a growth is reckoned on, or which budget a plan is."""
        if self.frame.status is Status.PLAN:
            told = adjusted(self._said_before)
            now = self._discourse.adjusted and not FIRST_PLAN.search(self._said_before)
            return Basis("调整") if now and not told.what else told
        if self.statement.measure is not Measure.GROWTH:
            return UNTOLD
        told = basis_of(self._said_before, self.name, self.frame.period)
        return told if told.what or AGAINST_WHAT.search(self._said_before) else self._told_before

    @property
    def _told_before(self) -> Basis:
        """What a growth is reckoned on by its heading, or by what it is a part of: 环比上涨0.1%。其中，城市上涨0.1%."""
        heading = self._when.heading
        if PARTS_OPEN.match(self._said_before) is not None:
            told = list(AGAINST_WHAT.finditer(self._clauses.earlier.rpartition("\n")[2]))
            if told:  # 同比下降0.3%，环比上涨0.1%。其中，…: where one sentence tells both, the year
                sentence = self._clauses.earlier.rfind("。", 0, told[-1].start())
                alone = all(one["month"] for one in told if one.start() > sentence)
                return Basis(MONTH_BEFORE if alone else "")
        return Basis(MONTH_BEFORE if MONTH_BEFORE in heading and "同比" not in heading else "")

    @cached_property
    def basis(self) -> str:
        """What it is reckoned on, empty where that is the usual."""
        if self._reckoning.what or self.frame.status is Status.PLAN:
            return self._reckoning.what
        return reckoned(self.account, self.statement.measure, self._said_before)

    # -- the key, and what set it -----------------------------------------------------------

    @cached_property
    def _keyed(self) -> Mention:
        return keyed(
            self._around,
            self._quantity,
            self.statement,
            self._meant or self.name,
            self._full[1] if self._meant else (*self._full[1], *self._of_the_field),
            self.frame,
            self._first[2],
            self.entity,
            self._inherited,
            self.whole,
            self.basis,
            evidence=[*self._evidence()],
        )

    def _evidence(self) -> Iterator[Evidence]:
        """What set the aspects of its key: its own words, and those that set the subject's; the last of each holds."""
        inheritance = self._subject.evidence if self._subject is not None else ()
        if (topic := self._around.topic) is not None and self.entity == topic.entity:
            yield Evidence(
                "entity", "sentence" if topic.span.start >= self._clauses.span.start else "sentence before", topic.span
            )
        if self._inherited:
            yield from (replace(e, rule="subject before") for e in inheritance)
            yield from (e for e in self._own_evidence() if e.aspect != "indicator")
        else:
            yield from self._own_evidence()
            if not self._told.entity:
                yield from (replace(e, rule="subject before") for e in inheritance if e.aspect == "entity")
            if self.whole:
                of = (e for e in inheritance if e.aspect == "indicator")
                yield from (replace(e, aspect="whole", rule="subject before") for e in of)
        if self._reckoning.by is not None:
            yield Evidence("basis", "sentence", Span(*self._reckoning.by).moved(self._clauses.span.start))

    def _own_evidence(self) -> Iterator[Evidence]:
        """What the words right before it set: its name, its place, its measure and a remark on it."""
        what, statement, text, start = self._told, self._told.statement, self._text, self._start
        behind = Span(self._end, self._first[2].end)
        name = behind if behind.start < behind.end else Span(self._first[2].start, self._quantity.span.start)
        yield Evidence("indicator", "sentence", name)
        place = text.find(what.by, start, self._quantity.span.start) if what.by else -1
        if place >= 0:
            yield Evidence("entity", "sentence", Span(place, place + len(what.by)))
        if statement.by is not None:
            yield Evidence("measure", "sentence", Span(*statement.by).moved(start))
        else:
            yield Evidence("measure", "unit", self._quantity.span)
        if statement.measure is Measure.RANK and statement.area:
            area = text.rfind(statement.area, start, self._quantity.span.start)
            if area >= 0:
                yield Evidence("scope", "sentence", Span(area, area + len(statement.area)))
        remark, at = self._remark
        if self.account and not self._inherited and remark.by is not None:
            yield Evidence("basis", "sentence", Span(*remark.by).moved(at))

    @property
    def _subject_of_its_own(self) -> Subject:
        """What the numbers behind it may be told of."""
        before = self._subject
        of, since = self._namer.subgroup(self.name), self._end
        if self.whole and before is not None:
            of, since = self.whole, before.since
        return Subject(
            self.name,
            self.statement.measure,
            self.name,
            self.entity,
            (*(before.recent if before is not None else ()), self.name)[-4:],
            dimension=self._quantity.dimension,
            unit=self._quantity.base_unit,
            whole=of,
            since=since,
            part=bool(self.whole),
            account=self.account,
            meant=self._meant,
            evidence=tuple(e for e in self.mention.evidence if e.aspect in CARRIED),
            before=replace(before, before=None) if before is not None else None,
        )
