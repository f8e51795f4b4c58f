"""A number with its words as a mention: its key where it is complete, else the reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from consistency.extract.quantities.written import UNREADABLE
from consistency.extract.statements.discourse import Frame, fiscal_scope
from consistency.extract.statements.entity import Topic, Whose
from consistency.extract.statements.names import Statement
from consistency.model import Evidence, Key, Measure, Mention, Quantity, Status
from consistency.offsets import Span
from consistency.patterns import lazy

ASPECTS = tuple(f.name for f in fields(Key))
MAX_SPAN = 150  # code points; a claim's span is tight
COMMAS = "，,；;。、：:"
COMMA = lazy(f"[{COMMAS}]")
BEFORE, BEHIND = 30, 16  # how much of the clause around a number goes into its context
# 收入(同口径)完成30亿元、扣除留抵退税因素后增长2%: reckoned otherwise than the plain number, 自然口径, beside it
REBASED = lazy(
    r"同口径|可比口径|还原|(?:扣除|剔除)(?!价格)[^，。;]{0,10}(?:后|因素|影响)|(?P<plain>自然口径|账面口径)",
    needs=("口径", "还原", "扣除", "剔除"),
)
# 修订为12.3%: told anew, and another number than was told before
REVISED = lazy(r"(?:修订|修正)(?:后?为|至)[^，。;]{0,24}$|最终核(?:实|算|定)[^。;]{0,30}$")
# 累计达到973个, 累计建成食堂973个: all there has been, whatever was added to it lately
SO_FAR = lazy(r"累计(?![实完]现|接待|发放|减|新增)[^，。;、\d]{0,16}(?:\d[\d.]*+[^，。;\d]{1,6})*$")
# 收入决算数为12.3亿元: as the accounts were closed, and as they stood before; not 比上年决算数
CLOSED = lazy(r"(?<!上年)(?<!去年)决算数?(?:为|是|达|完成)?[^，。;、\d]{0,2}$", needs=("决算",))
STANDING = lazy(
    r"(?<!上年)(?<!去年)(?:(?:预计)?执行|快报)数(?:为|是|达)?[^，。;、\d]{0,2}$", needs=("执行数", "快报数")
)
# 净增企业52家: what came less what went
NET = lazy(r"净[增减][^，。;、\d]{0,16}$", needs=("净",))
# 截至7月2日8时: when something going on was counted
COUNTED = lazy(
    r"截[至止]到?(?:(?:19|20)\d\d年)?(?P<month>1[0-2]|[1-9])月(?P<day>\d{1,2})日(?=\d{1,2}[时点:])", needs=("截",)
)
COUNTED_ON = "on "  # what the trait of that day begins with
PARAGRAPH = 400  # characters back that an hour of counting holds for
# What follows is part of what went before: 其中出口…, 分产业看，…
OF_WHICH = lazy(r"其中|当中|[，;]\s*[分按][^，。;]{1,8}[看分划]，")
# Names whose numbers go without a unit.
UNITLESS = lazy(r"(?:比|率|指数|系数|强度|得分|评分)$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all mentions of a sentence share: the document, its place, the text and the sentence."""

    document: str
    whose: Whose
    text: str
    sentence: Span
    whole: Key | None = None  # what the sentence tells the parts of: 其中，…
    told: tuple[Evidence, ...] = ()  # what set that
    topic: Topic | None = None  # a place that a clause has set for all that follows: 从全国看，…

    def tells_parts(self, since: int, at: int) -> bool:
        """Whether what stands at a place is a part of what was told at an earlier one, or before the sentence (-1)."""
        if since < 0:
            return self.whole is not None
        return OF_WHICH.search(self.text, since, at) is not None

    @property
    def entity(self) -> str:
        """The place in force where nothing in the sentence names one."""
        if self.topic is not None:
            return self.topic.entity
        return self.whole.entity if self.whole is not None else self.whose.entity

    def when(self, frame: Frame) -> Frame:
        """The frame of a number, in the part of the year that the whole is told of where nothing else is said."""
        if self.whole is None or frame.period != frame.year or not self.whole.period.startswith(frame.year[:4]):
            return frame
        return replace(frame, period=self.whole.period).seen(*self.carried("period"))

    def carried(self, *aspects: str) -> tuple[Evidence, ...]:
        """What set some aspects of the whole, told a sentence before."""
        return tuple(replace(e, rule="sentence before") for e in self.told if e.aspect in aspects)


def signed(quantity: Quantity, sign: int) -> Quantity:
    """The quantity with the sign its words give it: 下降2.3% is -2.3 %."""
    if sign > 0 or quantity.base_value <= 0:
        return quantity
    return replace(
        quantity,
        base_value=-quantity.base_value,
        stated=quantity.stated.scaled(-1),
        expected=quantity.expected.scaled(-1),
    )


def keyed(
    around: Surroundings,
    quantity: Quantity,
    statement: Statement,
    name: str,
    also: tuple[str, ...],
    frame: Frame,
    span: Span,
    entity: str,
    inherited: bool = False,
    whole: str = "",
    basis: str = "",
    evidence: Iterable[Evidence] = (),
) -> Mention:
    """The mention of one number, `span` being the words that carry it, `entity` the place it is of.

    `evidence` is what set the aspects of its key, beside those of its `frame`.
    """
    if span.end - span.start > MAX_SPAN:
        span = Span(span.end - MAX_SPAN, span.end)
    window = Span(
        max(around.sentence.start, quantity.span.start - BEFORE), min(around.sentence.end, quantity.span.end + BEHIND)
    )
    reason = unreadable(quantity) or missing(name, frame.period, entity) or unmeasured(name, quantity)
    of_money = quantity.dimension in ("money", "")
    scope = statement.area if statement.measure is Measure.RANK else fiscal_scope(name, frame, of_money, entity)
    before = around.text[around.sentence.start : quantity.span.start]
    traits = statement.traits + rebased(before) + told_as(before, statement.traits)
    traits += counted_on(around.text, quantity.span.start)
    if frame.closed and frame.status is Status.ACTUAL and frame.period == frame.year and "closed" not in traits:
        traits += ("closed",)
    notes = [f"subject: {name}{' (taken over)' if inherited else ''}", f"measure: {statement.measure}"]
    if whole:
        notes.append(f"part of: {whole}")
    if basis:
        notes.append(f"reckoned: {basis}")
    if statement.whole:
        notes.append(f"of: {statement.whole}")
    key = Key(entity, name, statement.measure, frame.period, frame.status, scope, whole, basis)
    return Mention(
        document=around.document,
        span=Span(min(span.start, quantity.span.start), max(span.end, quantity.span.end)),
        number=quantity.number,
        quantity=signed(quantity, statement.sign),
        key=None if reason else key,
        reason=reason,
        words=quantity.span.of(around.text).strip(),
        name=name + basis,
        also=(whole + name, *also) if whole else also,
        heading=frame.heading,
        context=window.of(around.text),
        sentence=around.sentence.start,
        clause=between_commas(around.text, window, quantity.span).of(around.text),
        traits=traits + ((f"of:{statement.whole}",) if statement.whole else ()),
        reading=tuple(notes),
        evidence=() if reason else shown(key, (*frame.evidence, *evidence)),
    )


def shown(key: Key, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What set the aspects of a key that it has, the last of each."""
    last = {e.aspect: e for e in evidence if getattr(key, e.aspect)}
    return tuple(last[aspect] for aspect in ASPECTS if aspect in last)


def between_commas(text: str, window: Span, number: Span) -> Span:
    """The part of a window between the two commas that a number stands between: 出口31.5亿元 of …，出口31.5亿元、进口….

    >>> text = "新增16家，累计58家"
    >>> between_commas(text, Span(0, len(text)), Span(8, 11)).of(text)
    '累计58家'
    """
    before, behind = text[window.start : number.start], text[number.end : window.end]
    start = max(map(before.rfind, COMMAS)) + 1
    end = found.start() if (found := COMMA.search(behind)) else len(behind)
    return Span(window.start + start, number.end + end)


def rebased(before: str) -> tuple[str, ...]:
    """The trait of a number that the words of its sentence before it reckon on another base than the plain one.

    >>> rebased("收入22亿元，同口径增长"), rebased("同口径收入22亿元;支出"), rebased("收入(自然口径)")
    (('rebased',), (), ())
    """
    told = [found["plain"] for found in REBASED.finditer(before, max(before.rfind(";"), before.rfind("。")) + 1)]
    return ("rebased",) if told and not told[-1] else ()


def told_as(before: str, traits: Sequence[str]) -> tuple[str, ...]:
    """Whether the words before a number tell it as revised, as a running total, as a net one, or as one of accounts
    that were closed or stood so before.

    >>> told_as("产值修订为", ()), told_as("绿色工厂累计达到", ()), told_as("累计新增绿色工厂", ("flow",))
    (('revised',), ('so far',), ())
    >>> told_as("净增企业", ("flow",)), told_as("收入决算数为", ()), told_as("收入执行数为", ())
    (('net',), ('closed',), ('standing',))
    """
    revised = ("修" in before or "最终核" in before) and REVISED.search(before) is not None
    so_far = "累计" in before and "flow" not in traits and SO_FAR.search(before) is not None
    net = "净" in before and NET.search(before) is not None
    closed = "决算" in before and CLOSED.search(before) is not None
    standing = "数" in before and STANDING.search(before) is not None
    told = {"revised": revised, "so far": so_far, "net": net, "closed": closed, "standing": standing}
    return tuple(trait for trait, said in told.items() if said)


def counted_on(text: str, start: int) -> tuple[str, ...]:
    """The trait of a number that its paragraph counts as of an hour: on which day something going on had come so far.

    >>> counted_on("截至7月17日18时，受灾2.8万人", 13), counted_on("截至7月17日，企业28家", 10)
    (('on 07-17',), ())
    """
    begin = max(text.rfind("\n", 0, start), start - PARAGRAPH, 0)
    if "截" not in text[begin:start]:
        return ()
    told = [(int(found["month"]), int(found["day"])) for found in COUNTED.finditer(text, begin, start)]
    return (f"{COUNTED_ON}{told[-1][0]:02}-{told[-1][1]:02}",) if told else ()


def unreadable(quantity: Quantity) -> str:
    """“unreadable” for figures that make no number, or nothing."""
    return UNREADABLE if quantity.form == UNREADABLE else ""


def missing(name: str, period: str, entity: str) -> str:
    """What the key lacks, or nothing."""
    if not entity:
        return "no place"
    if not period:
        return "no period"
    return "no indicator" if len(name) < 2 else ""


def unmeasured(name: str, quantity: Quantity) -> str:
    """“no unit” for a bare number; only ratios and indices go without one."""
    if quantity.unit or quantity.dimension or quantity.form != "number" or UNITLESS.search(name):
        return ""
    return "no unit"
