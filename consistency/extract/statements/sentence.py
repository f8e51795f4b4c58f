"""One sentence with its numbers: subjects are inherited inside it and no further."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.extract.statements.clauses import Clauses
from consistency.extract.statements.discourse import Discourse, Frame
from consistency.extract.statements.keying import Surroundings, keyed, signed
from consistency.extract.statements.names import BARE, CARRIED_OUT, Namer, Statement, as_growth
from consistency.extract.statements.naming import NamedBy, Naming, counted_before, named, qualifies, told
from consistency.extract.statements.parallel import each, respectively
from consistency.extract.statements.subjects import (
    UNTOLD,
    Basis,
    Subject,
    account_of,
    adjusted,
    basis_of,
    final_name,
    of_its_level,
    prices_of,
    reckoned,
    unless_of_another,
    whole_of,
    with_head,
    with_owner,
)
from consistency.lexicon import COUNTS
from consistency.model import Evidence, Measure, Mention, Quantity, Status
from consistency.offsets import Span
from consistency.patterns import lazy

# A sentence of growth, in which a bare percentage is one: 出口增长5%，进口3%
GROWING = lazy(r"[增升涨降减跌]|同比|速度|[+-]\d")
# …5万亿元台阶已被设为2026年的主要目标
SET_AS_AIM = lazy(
    r"[^，。;\d]{0,8}(?:设为|列为|定为|作为|确定为|设定为)(?:(?P<year>(?:19|20)\d\d)年)?[^，。;]{0,24}目标(?!任务的?完成)",
    needs=("目标",),
)
# 69541万吨(13908亿斤), 12亿美元(合86亿元)
AGAIN = lazy(r"\s*\(\s*(?:折算为?|(?:约|合|折合|折|即|相当于|约合){0,2})\s*", needs=("(",))
QUALIFIER = "qualifies a noun"
# 由12亿元提高到15亿元: what stood before the change is of no year that is told
STARTING = lazy(r"(?:由|从)[^，。;]{0,24}$", needs=("由", "从"))
CHANGED = lazy(
    r"\s*[，,]?\s*(?:大幅|稳步|逐步|快速|进一步){0,2}"
    r"(?:提高|提升|增加|增长|上升|扩大|下降|减少|降低|回落|缩小|调整|优化|演变|转变|变化|发展|壮大|攀升|跃升|[升降增减变])"
    r"(?:到|至|为|成)"
)
PRODUCED = lazy(r"(?<=..)产量$")  # a share of what is made is told with or without the word: 汽车产量占全市…
# What was reached by the end of a span of years is of its last year: 五年来，装机容量达到…
STATES = (Measure.LEVEL, Measure.COUNT, Measure.SHARE, Measure.RATIO, Measure.RANK)
REACHED = lazy(
    r"达到?|突破|超过?|逾|提高[到至]|增加[到至]|上升[到至]|下降[到至]|降[到至]|升[到至]|迈上|居|列|总量|总数|总规模|总里程"
)
# …1.2万公里，其中农村公路: a part of what was told before
PART = lazy(r"[^。;]{0,12}[，,;(]其中[:，]?(?P<name>[^，。;、]{2,14})$")
# What stands there at a time, whatever was added to it: 通车里程, A级景区达到12家
STANDS = lazy(r"(?:里程|保有量|拥有量|库存|存栏|余额|家底)$")
# 较第三季的1.9%加快: another time's growth, by which nothing is reckoned
COMPARED_WITH = lazy(
    r"(?:[较比与同和]|高于|低于|快于|慢于)(?:上年|去年|上一?个?[季月]|第[一二三四]季度?|(?:19|20)\d\d年|\d{1,2}月)[^，。;\d]{0,16}的"
)
FASTER = lazy(r"(?:有所|明显|略|进一步)?(?:加快|放缓|减慢|扩大|收窄|为[快慢高低])")
COMPARING = lazy(r"[比较与]")
CARRIED = ("indicator", "entity", "whole", "basis")  # what the numbers after it take over from a subject
# 8万平方米、企业超: the next item of a list, right behind the one before
LISTED = lazy(r"[^，。;、:\d]{0,6}、(?P<name>[^，。;、:\d]{2,12})$")


def sentence_mentions(
    around: Surroundings, paragraph: int, quantities: Sequence[Quantity], discourse: Discourse, namer: Namer
) -> list[Mention]:
    """The mentions of one sentence, in order of place; `paragraph` is where its paragraph begins."""
    clauses = Clauses(around.text, paragraph, around.sentence, quantities)
    whole = around.whole
    subject = None
    if whole is not None:
        of = whole.whole or namer.subgroup(whole.indicator)
        told = around.carried("indicator", "entity", "basis", "whole")
        subject = Subject(whole.indicator, whole.measure, whole.indicator, whole.entity, whole=of, evidence=told)
    found: list[Mention] = []
    done = -1
    for index, quantity in enumerate(quantities):
        if index <= done:
            continue
        listed = respectively(index, clauses, around, discourse, namer, subject)
        if listed is not None:
            mentions, done, subject = listed
            found += mentions
            continue
        if found and (again := _in_another_unit(quantity, found[-1], clauses)) is not None:
            found.append(again)
            continue
        mention, subject = _one(index, quantity, subject, clauses, around, discourse, namer)
        mention = _as_before(mention, found, clauses.text, namer)
        found.append(mention)
        if mention.reason != QUALIFIER and not clauses.aside(quantity):
            clauses.taken = max(clauses.taken, mention.span.end)
        found += each(mention, quantity, clauses, namer)
    return found


def _in_another_unit(quantity: Quantity, last: Mention, clauses: Clauses) -> Mention | None:
    """The number before it told again in brackets, in another unit: 636千公顷(955万亩); nothing for any other.

    It is no claim of its own where the units are those of one dimension; 12亿美元(合86亿元) may be held against either.
    """
    before = clauses.text[last.quantity.span.end : quantity.span.start]
    closed = clauses.text[quantity.span.end : quantity.span.end + 1] == ")"
    alike = quantity.dimension.split("_")[0] == last.quantity.dimension.split("_")[0] or (
        quantity.dimension.startswith("money") and last.quantity.dimension.startswith("money")
    )
    if not (AGAIN.fullmatch(before) and closed and alike and quantity.unit != last.quantity.unit):
        return None
    converted = quantity.dimension == last.quantity.dimension and quantity.dimension not in ("", "percent", *COUNTS)
    if last.key is None and not converted:
        return None
    return replace(
        last,
        span=Span(last.span.start, quantity.span.end),
        number=quantity.number,
        quantity=signed(quantity, -1 if last.quantity.base_value < 0 else 1),
        words=quantity.span.of(clauses.text).strip(),
        traits=(*last.traits, "again"),
        reading=(*last.reading, f"again: {last.words}"),
    )


def _as_before(mention: Mention, earlier: Sequence[Mention], text: str, namer: Namer) -> Mention:
    """The mention, new within the period or there at a time as what it goes on from, unless its words say otherwise.

    新增楼宇8万平方米、企业600家: companies are new as well; 通车里程1.2万公里，其中农村公路0.9万公里: there as well.
    """
    if not earlier:
        return mention
    last = earlier[-1]
    between = text[last.quantity.span.end : mention.quantity.span.start]
    if "flow" in last.traits:
        trait, item = "flow", LISTED.match(between)
    elif ("stock" in last.traits or STANDS.search(last.name)) and not {"flow", "stock"} & set(mention.traits):
        trait, item = "stock", PART.match(between)
    else:
        return mention
    if item is None or namer.has_verb(item["name"]) or namer.is_done(item["name"]):
        return mention
    return replace(mention, traits=(trait, *mention.traits))


def _one(  # noqa: C901 - the aspects of a key, in order
    index: int,
    quantity: Quantity,
    subject: Subject | None,
    clauses: Clauses,
    around: Surroundings,
    discourse: Discourse,
    namer: Namer,
) -> tuple[Mention, Subject | None]:
    """The mention of one number, and the subject in force after it."""
    start = clauses.left(index)
    words = clauses.text[start : quantity.span.start]
    behind = clauses.text[quantity.span.end : clauses.right(index)]
    if qualifies(quantity, behind, clauses.text, namer):
        span = Span(start, quantity.span.end)
        return Mention(around.document, span, quantity.number, quantity, None, QUALIFIER), subject
    if subject is not None and COMPARED_WITH.fullmatch(words) and FASTER.match(behind):
        span = Span(start, quantity.span.end)
        return Mention(around.document, span, quantity.number, quantity, None, "what is compared with"), subject
    naming = named(index, quantity, start, words, behind, clauses, namer)
    what = told(naming, words, behind, subject, around, namer)
    name, statement = what.name, what.statement
    inherited = not name and subject is not None
    if inherited and subject is not None:
        if index and ";" in clauses.text[clauses.quantities[index - 1].span.end : start]:
            subject = replace(subject, full=subject.name)  # 生产总值4亿元，人均6万元;一季度增长3%
        name = subject.taken_over(statement)
        if subject.measure is Measure.GROWTH and not statement.attribute:
            statement = as_growth(statement)  # 增速上半年3.2%、前三季度4.4%
    elif name and (whose := counted_before(index, words, start, clauses, namer)):
        name = whose + name
    elif not name and subject is None:
        name, grown = namer.known_subject(clauses.text[clauses.span.start : start])
        naming = replace(naming, span=Span(clauses.span.start, quantity.span.end)) if name else naming
        statement = as_growth(statement) if grown else statement
    aimed = SET_AS_AIM.match(clauses.text, quantity.span.end)
    frame = _when(
        statement,
        what.aim or aimed is not None,
        words + quantity.span.of(clauses.text)[:2],
        around.when(discourse.within(clauses.before(quantity), clauses.earlier, clauses.span.start)),
    )
    if aimed is not None and aimed["year"]:
        frame = replace(frame, period=aimed["year"])
    if statement.measure is Measure.GROWTH:
        frame = discourse.over_its_years(frame)
    clause = clauses.text[clauses.start_of_clause(quantity.span.start) : quantity.span.start]
    if not inherited:
        said = clauses.earlier + clauses.text[clauses.span.start : start]
        name = with_owner(unless_of_another(name, words, said), said, namer)
    if name and not inherited and subject is not None and index:
        between = clauses.text[clauses.quantities[index - 1].span.end : quantity.span.start]
        name = with_head(name, words, between, subject, quantity.dimension, namer)
    name, frame = of_its_level(name, frame)
    name, also = final_name(name, naming.also, words, clause, frame, namer)
    before = clauses.before(quantity)
    remark, at = account_of(before), clauses.span.start
    if not remark.what:
        remark, at = prices_of(words, name), start
    account = remark.what if name and not inherited else ""
    if inherited and subject is not None:
        account, group = subject.account, subject.whole if subject.part else ""
    else:
        part = subject is not None and subject.whole != "" and around.tells_parts(subject.since, quantity.span.start)
        group = whole_of(name, words, subject, part, namer)
    if statement.measure is Measure.SHARE:
        name = PRODUCED.sub("", name)
    reckoning = basis_of(before, name, frame.period) if statement.measure is Measure.GROWTH else UNTOLD
    reckoning = adjusted(before) if frame.status is Status.PLAN else reckoning
    basis = reckoning.what
    if not basis and frame.status is not Status.PLAN:
        basis = reckoned(account, statement.measure, before)
    why = _evidence(what, naming, remark if account and not inherited else UNTOLD, at, start, quantity, clauses)
    inheritance = subject.evidence if subject is not None else ()
    entity = around.entity
    if inherited or namer.is_measured(name):  # 全市地区生产总值3万亿元，增长5%
        entity = what.entity or (subject.entity if subject is not None else entity)
    elif not what.entity and subject is not None:
        entity = subject.entity  # the sentence goes on with the place it has named
    if inherited:
        why = [*(replace(e, rule="subject before") for e in inheritance), *(e for e in why if e.aspect != "indicator")]
    elif not what.entity:
        why += [replace(e, rule="subject before") for e in inheritance if e.aspect == "entity"]
    if group and not inherited:
        why += [replace(e, aspect="whole", rule="subject before") for e in inheritance if e.aspect == "indicator"]
    if reckoning.by is not None:
        why.append(Evidence("basis", "sentence", Span(*reckoning.by).moved(clauses.span.start)))
    mention = keyed(
        around, quantity, statement, name, also, frame, naming.span, entity, inherited, group, basis, evidence=why
    )
    if namer.is_attribute(name):
        return replace(mention, key=None, reason="no indicator"), subject
    if statement.attribute == CARRIED_OUT or what.aside:
        return mention, subject
    if BARE in statement.traits and not GROWING.search(clauses.text, clauses.span.start, clauses.span.end):
        return replace(mention, key=None, reason="growth or share untold"), subject
    if STARTING.search(words) and CHANGED.match(clauses.text, quantity.span.end):
        mention = replace(mention, key=None, reason="a starting value")
    if quantity.dimension.startswith("duration") and subject is not None and COMPARING.match(words):
        return mention, subject  # 较2024年假日7天增加…: what is compared with
    after = _subject_after(subject, name, inherited, statement.measure, entity, quantity)
    if after is not None and not inherited and name:
        of, since = (group, subject.since) if group and subject else (namer.subgroup(name), quantity.span.end)
        carried = tuple(e for e in mention.evidence if e.aspect in CARRIED)
        after = replace(after, whole=of, since=since, part=bool(group), account=account, evidence=carried)
    return mention, after


def _evidence(
    what: NamedBy, naming: Naming, remark: Basis, at: int, start: int, quantity: Quantity, clauses: Clauses
) -> list[Evidence]:
    """What the words right before a number set of its key: its place, its name, its measure and a remark on it."""
    behind = Span(quantity.span.end, naming.span.end)
    name = behind if behind.start < behind.end else Span(naming.span.start, quantity.span.start)
    found = [Evidence("indicator", "sentence", name)]
    place = clauses.text.find(what.by, start, quantity.span.start) if what.by else -1
    if place >= 0:
        found.append(Evidence("entity", "sentence", Span(place, place + len(what.by))))
    by = what.statement.by
    if by is not None:
        found.append(Evidence("measure", "sentence", Span(*by).moved(start)))
    else:
        found.append(Evidence("measure", "unit", quantity.span))
    if what.statement.measure is Measure.RANK and what.statement.area:
        area = clauses.text.rfind(what.statement.area, start, quantity.span.start)
        found += [Evidence("scope", "sentence", Span(area, area + len(what.statement.area)))] if area >= 0 else []
    if remark.by is not None:
        found.append(Evidence("basis", "sentence", Span(*remark.by).moved(at)))
    return found


def _when(statement: Statement, aim: bool, words: str, frame: Frame) -> Frame:
    """The frame of a number: what was reached by the end of some years is of the last, an aim is a target."""
    if statement.measure in STATES and "flow" not in statement.traits and REACHED.search(words):
        frame = frame.at_its_end()
    if statement.attribute == CARRIED_OUT and frame.status is Status.PLAN:
        frame = replace(frame, status=Status.ACTUAL)  # 为预算的98%: how far it came
    return replace(frame, status=Status.TARGET) if aim else frame


def _subject_after(
    subject: Subject | None, name: str, inherited: bool, measure: Measure, entity: str, quantity: Quantity
) -> Subject | None:
    """The subject in force after a number that was told of `name`."""
    if not inherited and name:
        recent = (*(subject.recent if subject else ()), name)[-4:]
        return Subject(name, measure, name, entity, recent, dimension=quantity.dimension)
    if subject is None or not inherited or quantity.dimension.startswith("duration"):
        return subject
    plain = measure in (Measure.GROWTH, Measure.LEVEL, Measure.COUNT)
    return replace(subject, measure=measure if plain else subject.measure, full=name, entity=entity)
