"""One sentence with its numbers: subjects are inherited inside it and no further."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.extract.statements.clauses import Clauses
from consistency.extract.statements.discourse import Discourse
from consistency.extract.statements.entity import TOPIC, Topic
from consistency.extract.statements.keying import Surroundings, signed
from consistency.extract.statements.names import OF_SHARE, Namer
from consistency.extract.statements.number import QUALIFIER, ToldNumber
from consistency.extract.statements.parallel import each, respectively
from consistency.extract.statements.subjects import Subject
from consistency.lexicon import COUNTS
from consistency.model import Measure, Mention, Quantity
from consistency.offsets import Span
from consistency.patterns import lazy

# 69541万吨(13908亿斤), 12亿美元(合86亿元)
AGAIN = lazy(r"\s*\(\s*(?:折算为?|(?:约|合|折合|折|即|相当于|约合){0,2})\s*", needs=("(",))
# …1.2万公里，其中农村公路: a part of what was told before
PART = lazy(r"[^。;]{0,12}[，,;(]其中[:，]?(?P<name>[^，。;、]{2,14})$")
# 占18.7%，增速提高2个百分点: what rose is not the share told before
OF_GROWTH = lazy(r"增速|增幅|涨幅|快|慢")
# What stands there at a time, whatever was added to it: 通车里程, A级景区达到12家
STANDS = lazy(r"(?:里程|保有量|拥有量|库存|存栏|余额|家底)$")
# 8万平方米、企业超: the next item of a list, right behind the one before
LISTED = lazy(r"[^，。;、:\d]{0,6}、(?P<name>[^，。;、:\d]{2,12})$")
# 总数达18家, 累计达1286个: all there is, behind what was added
SUMMED_UP = lazy(r"累计|总数|总量|总计")


def sentence_mentions(
    around: Surroundings, paragraph: int, quantities: Sequence[Quantity], discourse: Discourse, namer: Namer
) -> list[Mention]:
    """The mentions of one sentence, in order of place; `paragraph` is where its paragraph begins."""
    clauses = Clauses(around.text, paragraph, around.sentence, quantities, namer.listed)
    whole = around.whole
    subject = None
    if whole is not None:
        of = whole.whole or namer.subgroup(whole.indicator)
        told = around.carried("indicator", "entity", "basis", "whole")
        subject = Subject(whole.indicator, whole.measure, whole.indicator, whole.entity, whole=of, evidence=told)
    found: list[Mention] = []
    topics = around.whose.issuer != "" or TOPIC.search(clauses.earlier + around.sentence.of(around.text)) is not None
    done = -1
    for index, quantity in enumerate(quantities):
        if index <= done:
            continue
        if topics and (topic := _topic(quantity, around, clauses)) != around.topic:
            here = topic.entity if topic is not None else ""
            around = replace(around, topic=topic, whose=replace(around.whose, here=here))
            subject = replace(subject, entity=around.entity) if subject is not None else None
        listed = respectively(index, clauses, around, discourse, namer, subject)
        if listed is not None:
            mentions, done, subject = listed
            found += mentions
            continue
        if found and (again := _in_another_unit(quantity, found[-1], clauses)) is not None:
            found.append(again)
            continue
        number = ToldNumber(index, subject, clauses, around, discourse, namer)
        mention, subject = number.mention, number.subject_after
        mention = _as_before(mention, found, clauses.text, namer)
        if found and _all_there_is(mention, found[-1]):
            found[-1] = replace(found[-1], traits=("flow", *found[-1].traits))
        found.append(mention)
        if mention.reason != QUALIFIER and not clauses.aside(quantity):
            clauses.taken = max(clauses.taken, mention.span.end)
        found += each(mention, quantity, clauses, namer)
    return found


def _topic(quantity: Quantity, around: Surroundings, clauses: Clauses) -> Topic | None:
    """The place that a clause of the paragraph before a number has set for what follows: 从全国看，….

    Before a proportion it is the whole, not whose it is: 放眼全市，每3辆就有2辆是青山造.
    """
    if quantity.form == "proportion":
        return None
    said = clauses.earlier + clauses.before(quantity)
    topic = replace(around.whose, here="").topic(said)
    return replace(topic, span=topic.span.moved(quantity.span.start - len(said))) if topic is not None else None


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


def _all_there_is(mention: Mention, last: Mention) -> bool:
    """Whether a number tells all there is of what the last one told the increase of: 建成基站612个，累计达1286个."""
    if mention.key is None or mention.key != last.key or {"flow", "stock"} & set(last.traits):
        return False
    return (
        SUMMED_UP.search(mention.clause) is not None
        and "stock" in mention.traits
        and mention.quantity.base_value > last.quantity.base_value
    )


def _as_before(mention: Mention, earlier: Sequence[Mention], text: str, namer: Namer) -> Mention:
    """The mention, new within the period or there at a time as what it goes on from, unless its words say otherwise.

    占18.7%，比上年提高1.1个百分点: the share did.
    新增楼宇8万平方米、企业600家: companies are new as well; 通车里程1.2万公里，其中农村公路0.9万公里: there as well.
    """
    if not earlier:
        return mention
    last = earlier[-1]
    between = text[last.quantity.span.end : mention.quantity.span.start]
    if last.key is not None and last.key.measure is Measure.SHARE and mention.quantity.dimension == "point":
        on = mention.name == last.name and OF_GROWTH.search(between) is None
        return replace(mention, traits=(*mention.traits, OF_SHARE)) if on else mention
    if "flow" in last.traits:
        trait, item = "flow", LISTED.match(between)
    elif ("stock" in last.traits or STANDS.search(last.name)) and not {"flow", "stock"} & set(mention.traits):
        trait, item = "stock", PART.match(between)
    else:
        return mention
    if item is None or namer.has_verb(item["name"]) or namer.is_done(item["name"]):
        return mention
    return replace(mention, traits=(trait, *mention.traits))
