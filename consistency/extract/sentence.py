"""One sentence with its numbers: subjects are inherited inside it and no further."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consistency.extract.clauses import CLAUSE, Clauses
from consistency.extract.keying import Surroundings, keyed
from consistency.extract.names import CARRIED_OUT, Namer, Statement
from consistency.extract.parallel import each, respectively
from consistency.extract.sections import Sections
from consistency.extract.subjects import Subject, final_name, told_of, unless_of_another, with_owner
from consistency.lexicon import COUNTS
from consistency.model import Bound, Measure, Mention, Quantity
from consistency.offsets import Span

QUALIFIER = "qualifies a noun"
# 由12亿元提高到15亿元: what stood before the change is of no year that is told
STARTING = re.compile(r"(?:由|从)[^，。;]{0,24}$")
CHANGED = re.compile(
    r"\s*[，,]?\s*(?:大幅|稳步|逐步|快速|进一步){0,2}"
    r"(?:提高|提升|增加|增长|上升|扩大|下降|减少|降低|回落|缩小|调整|优化|演变|转变|变化|发展|壮大|攀升|跃升|[升降增减变])"
    r"(?:到|至|为|成)"
)
PRODUCED = re.compile(r"(?<=..)产量$")  # a share of what is made is told with or without the word: 汽车产量占全市…
# What was reached by the end of a span of years is of its last year: 五年来，装机容量达到…
STATES = (Measure.LEVEL, Measure.COUNT, Measure.SHARE, Measure.RATIO, Measure.RANK)
REACHED = re.compile(
    r"达到?|突破|超过?|逾|提高[到至]|增加[到至]|上升[到至]|下降[到至]|降[到至]|升[到至]|迈上|居|列|总量|总数|总规模|总里程"
)
# 8万平方米、企业超: the next item of a list, right behind the one before
LISTED = re.compile(r"[^，。;、:\d]{0,6}、(?P<name>[^，。;、:\d]{2,12})$")
SHORT_NOUN = 3  # a noun counted that is no longer than this needs what is said of it: 企业、项目


@dataclass(frozen=True, slots=True)
class _Naming:
    """What a number is about by the words around it, and the span of these words."""

    name: str
    also: tuple[str, ...]
    statement: Statement
    span: Span


def sentence_mentions(
    around: Surroundings, paragraph: int, quantities: Sequence[Quantity], sections: Sections, namer: Namer
) -> list[Mention]:
    """The mentions of one sentence, in order of place; `paragraph` is where its paragraph begins."""
    clauses = Clauses(around.text, paragraph, around.sentence, quantities)
    subject: Subject | None = None
    found: list[Mention] = []
    done = -1
    for index, quantity in enumerate(quantities):
        if index <= done:
            continue
        listed = respectively(index, clauses, around, sections, namer, subject)
        if listed is not None:
            mentions, done, subject = listed
            found += mentions
            continue
        mention, subject = _one(index, quantity, subject, clauses, around, sections, namer)
        mention = _as_the_list(mention, found, clauses.text, namer)
        found.append(mention)
        if mention.reason != QUALIFIER:
            clauses.taken = max(clauses.taken, mention.span.end)
        found += each(mention, quantity, clauses, namer)
    return found


def _as_the_list(mention: Mention, earlier: Sequence[Mention], text: str, namer: Namer) -> Mention:
    """The mention, new within the period as the item before it in a list, where no verb of its own says otherwise.

    新增楼宇8万平方米、企业600家: the companies are new as well.
    """
    last = earlier[-1] if earlier else None
    if last is None or "flow" not in last.traits:
        return mention
    between = text[last.quantity.span.end : mention.quantity.span.start]
    item = LISTED.match(between)
    if item is None or namer.has_verb(item["name"]):
        return mention
    return replace(mention, traits=("flow", *mention.traits))


def _one(
    index: int,
    quantity: Quantity,
    subject: Subject | None,
    clauses: Clauses,
    around: Surroundings,
    sections: Sections,
    namer: Namer,
) -> tuple[Mention, Subject | None]:
    """The mention of one number, and the subject in force after it."""
    start = clauses.left(index)
    words = clauses.text[start : quantity.span.start]
    behind = clauses.text[quantity.span.end : clauses.right(index)]
    if _qualifies(quantity, behind, clauses.text, namer):
        span = Span(start, quantity.span.end)
        return Mention(around.document, span, quantity.number, quantity, None, QUALIFIER), subject
    naming = _named(index, quantity, start, words, behind, clauses, namer)
    name, statement = naming.name, naming.statement
    named = around.whose.at(namer.led(words)) if name or statement.attribute.startswith("+") else None
    if named is not None and name.startswith(named.words) and namer.is_measured(name):
        named = None  # 全国重点文物保护单位 is a name
    if named is not None:
        name = namer.without_place(name, named.words)
    if named is not None and not name:
        statement = _of_the_subject(statement, subject)
    inherited = not name and subject is not None
    if inherited and subject is not None:
        name = subject.taken_over(statement)
    place = sections.within(clauses.before(quantity), clauses.earlier())
    if (
        statement.measure in STATES
        and "flow" not in statement.traits
        and REACHED.search(words + quantity.span.of(clauses.text)[:2])
    ):
        place = place.at_its_end()
    clause = clauses.text[clauses.start_of_clause(quantity.span.start) : quantity.span.start]
    if not inherited:
        said = clauses.earlier() + clauses.text[clauses.span.start : start]
        name = with_owner(unless_of_another(name, words, said), said, namer)
    name, also = final_name(name, naming.also, words, clause, place, namer)
    if statement.measure is Measure.SHARE:
        name = PRODUCED.sub("", name)
    entity = around.whose.entity
    if named is not None and (inherited or namer.is_measured(name)):
        entity = named.entity
    elif named is None and subject is not None and (inherited or namer.is_measured(name)):
        entity = subject.entity  # 全市地区生产总值3万亿元，增长5%
    mention = keyed(around, quantity, statement, name, also, place, naming.span, entity, inherited)
    if namer.is_attribute(name):
        return replace(mention, key=None, reason="no indicator"), subject
    if statement.attribute == CARRIED_OUT:
        return mention, subject
    if STARTING.search(words) and CHANGED.match(behind):
        mention = replace(mention, key=None, reason="a starting value")
    if not inherited and name:
        recent = (*(subject.recent if subject else ()), name)[-4:]
        subject = Subject(name, statement.measure, name, entity, recent)
    elif inherited and subject is not None and not quantity.dimension.startswith("duration"):
        told = statement.measure in (Measure.GROWTH, Measure.LEVEL, Measure.COUNT)
        subject = Subject(subject.name, statement.measure if told else subject.measure, name, entity, subject.recent)
    return mention, subject


def _of_the_subject(statement: Statement, subject: Subject | None) -> Statement:
    """What is said of another place, of what was said before: 进出口增长3%，全国为4% is a growth too."""
    grown = subject is not None and subject.measure is Measure.GROWTH and statement.measure is Measure.RATIO
    return replace(statement, attribute="", measure=Measure.GROWTH if grown else statement.measure)


def _named(
    index: int, quantity: Quantity, start: int, words: str, behind: str, clauses: Clauses, namer: Namer
) -> _Naming:
    """The name a number has from the words before it, the noun counted behind it, or both."""
    signed = clauses.text[quantity.number.start] in "+-"
    statement = namer.statement(words, quantity, signed)
    name, end = statement.name, quantity.span.end
    also: tuple[str, ...] = ()
    noun, length = _noun_behind(quantity, behind, namer)
    if quantity.form == "proportion" and quantity.unit:
        name = _proportioned(quantity, clauses.text, namer) or name
        statement = replace(statement, measure=Measure.SHARE, name=name)
    elif noun and _counts_noun_behind(index, words, statement, clauses):
        also = (name,) if len(name) >= 2 else ()
        end += length
        name = told_of(noun, behind[length:], words) if len(noun) <= SHORT_NOUN else noun
    elif noun and name:
        also = (noun,)
    elif not name and not statement.attribute and quantity.dimension in ("area", "length", "volume", "mass"):
        name, length = namer.counted(behind)
        end += length
    owner, reach = namer.counted(behind[1:]) if behind.startswith("的") else ("", 0)
    if owner and quantity.dimension not in COUNTS:
        name = owner if statement.measure is Measure.RANK else owner + (statement.name or statement.attribute)
        name = re.sub(r"^(?:佳绩|成绩)", "", name)
        end = quantity.span.end + 1 + reach
    if not name and clauses.text[start - 1 : start] == "(":
        name = _before_bracket(start - 1, clauses, namer)
    return _Naming(name, also, statement, Span(start + statement.start, end))


def _qualifies(quantity: Quantity, behind: str, text: str, namer: Namer) -> bool:
    """Whether a number only qualifies the noun behind it: 年产值1亿元以上企业, 6岁以下儿童."""
    if quantity.bound not in (Bound.AT_LEAST, Bound.AT_MOST) or quantity.dimension == "percent":
        return False
    return quantity.span.of(text).endswith(("以上", "以下", "以内")) and bool(namer.counted(behind)[0])


def _noun_behind(quantity: Quantity, behind: str, namer: Namer) -> tuple[str, int]:
    """The noun right behind a counter, where one stands, and its length."""
    if quantity.dimension not in ("", *COUNTS) or quantity.form in ("rank", "composition"):
        return "", 0
    if not quantity.unit or quantity.unit.endswith(("人次", "次")):
        return "", 0
    return namer.counted(behind)


def _counts_noun_behind(index: int, words: str, statement: Statement, clauses: Clauses) -> bool:
    """Whether the noun counted stands behind the number.

    Not so in a list whose nouns go before their numbers: 加氢站4座、充电桩60个企业… is damage, not a new noun.
    """
    if not statement.name or words.rstrip().endswith(("等", "个", "的")):
        return True
    listed = words.startswith("、") or clauses.text[clauses.left(index) - 1 : clauses.left(index)] == "、"
    if index and listed:
        before = clauses.quantities[index - 1]
        return clauses.text[before.span.end : before.span.end + 1] != "、"
    return True


def _proportioned(quantity: Quantity, text: str, namer: Namer) -> str:
    """The thing counted inside a proportion: 汽车 of 每3辆汽车就有2辆."""
    found = re.search(rf"[{re.escape(quantity.unit)}]([^\d，。;]{{2,16}}?)(?:就|便|中|里|,)?有", quantity.span.of(text))
    return namer.normal(found[1]) if found else ""


def _before_bracket(at: int, clauses: Clauses, namer: Namer) -> str:
    """The name right before a bracket that holds only numbers: 房地产投资(-13.6%)."""
    start = max(clauses.start_of_clause(at), clauses.taken)
    for mark in CLAUSE.finditer(clauses.text, start, at):
        start = mark.end()
    return namer.clean(clauses.text[start:at])
