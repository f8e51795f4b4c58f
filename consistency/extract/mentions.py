"""Every number of a document as a mention: whose, of what, when, in which standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from consistency.extract.context import document_context
from consistency.extract.layout import Heading, Paragraph, TableBlock, blocks
from consistency.extract.names import Namer, Statement
from consistency.extract.quantities import QuantityReader
from consistency.extract.sections import Place, Sections, fiscal_scope
from consistency.extract.table_mentions import table_mentions
from consistency.lexicon import COUNTS, Lexicon
from consistency.model import Bound, Document, Key, Measure, Mention, Quantity, Reading
from consistency.normalise import Folded, fold
from consistency.offsets import Span

MAX_SPAN = 150
QUALIFIER = "qualifies a noun"
# Where a clause, and with it a subject, may begin.
CLAUSE = re.compile(r"[，。;:、()!?/\n|“”]|——|--|\s{2,}|(?<=[一-龥]) (?=[一-龥“])")
# A remark in brackets: (GDP)、(不含农户，下同)
REMARK = re.compile(r"\([^()]{0,40}\)")
# Where a subject is taken over from the clause before, but not from the sentence before.
STRONG = re.compile(r"[。;!?\n]")
RESPECTIVELY = re.compile(r"分别|依次|各(?=增|降|下降|提高|占|达|为|是)")
QUOTE_MARKS = re.compile(r"[“”‘’\"]")
EACH = re.compile(r"(?:均|双双|皆)[^，。;、]{0,12}$")


class Extractor:
    """Reads documents with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._quantities = QuantityReader(lexicon)
        self._namer = Namer(lexicon)

    def read(self, document: Document) -> Reading:
        """The document as understood: its context and every mention, in order of place."""
        folded = fold(document.text)
        shape = blocks(folded.text)
        context = document_context(folded.text, shape)
        sections = Sections(context, self._lexicon)
        quantities = self._quantities.read(folded.text)
        namer = self._namer.of(context.entity)
        found: list[Mention] = []
        at = 0
        for block in shape:
            while at < len(quantities) and quantities[at].number.start < block.span.start:
                at += 1
            inside = at
            while inside < len(quantities) and quantities[inside].number.start < block.span.end:
                inside += 1
            own = quantities[at:inside]
            at = inside
            if isinstance(block, Heading):
                sections.heading(block)
            elif isinstance(block, TableBlock):
                found += table_mentions(document.path, block, own, sections.place, context, namer, self._lexicon)
            else:
                sections.paragraph(block.span.of(folded.text))
                found += self._paragraph(document.path, folded.text, block, own, sections, context.entity, namer)
        return Reading(document, context, tuple(_back(m, folded) for m in found))

    def _paragraph(
        self, path: str, text: str, block: Paragraph, own: tuple[Quantity, ...], sections: Sections, entity: str, namer: Namer
    ) -> list[Mention]:
        found: list[Mention] = []
        for sentence in block.sentences:
            inside = [q for q in own if sentence.start <= q.number.start < sentence.end]
            if inside:
                found += _Sentence(path, text, block.span.start, sentence, inside, sections, entity, namer).mentions()
        return found


@dataclass(slots=True)
class _Subject:
    """The subject in force: its name, its measure, where it began and the year it spoke of."""

    name: str
    measure: Measure
    start: int
    full: str = ""  # with the modifier of the last mention: 城镇居民人均可支配收入


class _Sentence:
    """One sentence with its numbers: subjects are inherited inside it and no further."""

    def __init__(
        self,
        path: str,
        text: str,
        paragraph: int,
        span: Span,
        quantities: list[Quantity],
        sections: Sections,
        entity: str,
        namer: Namer,
    ) -> None:
        self.path, self.text, self.paragraph, self.span = path, text, paragraph, span
        self.quantities, self.sections, self.entity, self.namer = quantities, sections, entity, namer
        self.taken = span.start  # up to here the words belong to mentions already made

    def mentions(self) -> list[Mention]:
        """The mentions of the sentence, in order of place."""
        subject: _Subject | None = None
        found: list[Mention] = []
        done = -1
        for index, quantity in enumerate(self.quantities):
            if index <= done:
                continue
            listed = self._respectively(index)
            if listed is not None:
                mentions, done, subject = listed
                found += mentions
                continue
            mention, subject = self._one(index, quantity, subject)
            found.append(mention)
            if mention.reason != QUALIFIER:
                self.taken = max(self.taken, mention.span.end)
            found += self._each(index, quantity, mention)
        return found

    # -- one number ---------------------------------------------------------------------

    def _one(self, index: int, quantity: Quantity, subject: _Subject | None) -> tuple[Mention, _Subject | None]:
        start = self._left(index)
        words = self.text[start : quantity.span.start]
        statement = self.namer.statement(words, quantity, self._signed(quantity))
        behind = self.text[quantity.span.end : self._right(index)]
        if self._qualifies(quantity, behind):
            return self._qualifier(quantity, Span(start, quantity.span.end)), subject
        also: tuple[str, ...] = ()
        name, traits = statement.name, statement.traits
        begin, end = start + statement.start, quantity.span.end
        noun, length = self._noun_behind(quantity, behind)
        if quantity.form == "proportion" and quantity.unit:
            noun_in = re.search(rf"[{re.escape(quantity.unit)}]([^\d，。;]{{2,16}}?)(?:就|便|中|里|,)?有", quantity.span.of(self.text))
            name, noun = (self.namer.normal(noun_in[1]) if noun_in else name), ""
            statement = replace(statement, measure=Measure.SHARE, name=name)
        elif noun and self._noun_is_behind(index, words, statement, behind):
            also = (name,) if name and len(name) >= 2 else ()
            end = quantity.span.end + length
            if len(noun) <= 3:  # 企业、项目: what is said of them, and the examples, belong to the name
                noun = _told_of(noun, behind[length:], words)
            name = noun
        elif noun and name:
            also = (noun,)
        elif not name and not statement.attribute and quantity.dimension in ("area", "length", "volume", "mass"):
            name, length = self.namer.counted(behind)
            end += length
        owner = behind.startswith("的") and self.namer.counted(behind[1:])
        if owner and owner[0] and quantity.dimension not in COUNTS:
            name = owner[0] + (statement.name or statement.attribute) if statement.measure is not Measure.RANK else owner[0]
            name = re.sub(r"^(?:佳绩|成绩)", "", name)
            end = quantity.span.end + 1 + owner[1]
        inherited = False
        if not name and self.text[start - 1 : start] == "(":
            name = self._before_bracket(start - 1)
        if not name and subject is not None:
            name, inherited = self._take_over(statement, subject), True
            if statement.measure is Measure.RANK and subject.measure is Measure.GROWTH and not statement.attribute:
                name = subject.name + "增速"
        place = self._place(quantity)
        name = self.namer.shorter(_with_fund(name, place))[-30:]
        also = self._other_names(name, also, words)
        name = _after_examples(name)
        known = self.namer.known_end(name)
        if known and name[: -len(known)].endswith(("是", "的", "把", "将", "官方", "总体", "整体")):
            name = known
        elif known:
            also = (*also, known)
        mention = self._mention(quantity, statement, name, also, traits, place, Span(begin, end), inherited)
        if self.namer.is_attribute(name):
            return replace(mention, key=None, reason="no indicator"), subject
        if not inherited and name:
            subject = _Subject(name, statement.measure, begin, name)
        elif inherited and subject is not None and not quantity.dimension.startswith("duration"):
            kept = statement.measure in (Measure.GROWTH, Measure.LEVEL, Measure.COUNT)
            subject = _Subject(subject.name, statement.measure if kept else subject.measure, subject.start, name)
        return mention, subject

    def _signed(self, quantity: Quantity) -> bool:
        """Whether a percentage is written with its sign, as growth is: +5.3%."""
        return self.text[quantity.number.start] in "+-"

    def _qualifies(self, quantity: Quantity, behind: str) -> bool:
        """Whether a number only qualifies the noun behind it: 产值10亿元以上企业, 3岁以下婴幼儿."""
        if quantity.bound not in (Bound.AT_LEAST, Bound.AT_MOST) or quantity.dimension == "percent":
            return False
        return quantity.span.of(self.text).endswith(("以上", "以下", "以内")) and bool(self.namer.counted(behind)[0])

    def _qualifier(self, quantity: Quantity, span: Span) -> Mention:
        return Mention(self.path, Span(min(span.start, quantity.span.start), span.end), quantity.number, quantity, None, QUALIFIER)

    def _place(self, quantity: Quantity) -> Place:
        """The year, status and scope of a number, from its sentence and the paragraph before it."""
        earlier = self.text[self.paragraph : self.span.start]
        return self.sections.within(self.text[self.span.start : quantity.span.start], earlier)

    def _before_bracket(self, at: int) -> str:
        """The name right before a bracket that holds only numbers: 房地产(-13.6%)."""
        start = self._sentence_clause(at)
        for mark in CLAUSE.finditer(self.text, max(start, self.taken), at):
            start = mark.end()
        return self.namer.normal(self.text[max(start, self.taken) : at])

    def _other_names(self, name: str, also: tuple[str, ...], words: str) -> tuple[str, ...]:
        """The other names a sentence allows: remarks in brackets read as words, examples kept."""
        other = list(also)
        if "(" in words:
            spelt = self.namer.normal(re.sub(r"[()]", "", words))
            if spelt != name:
                other.append(spelt)
        if "等" in name:
            other.append(name)
        return tuple(dict.fromkeys(o for o in other if len(o) >= 2))

    def _take_over(self, statement: Statement, subject: _Subject) -> str:
        """The inherited name, with what the sentence asks of it."""
        attribute = statement.attribute
        if attribute.startswith("+"):
            return attribute[1:] + re.sub(r"^(?:国家级|省级|市级|区级|县级|城镇|农村|全体)", "", subject.name)
        if attribute in ("增速", "增幅", "涨幅", "增速均", "增速连续") and statement.measure is Measure.RANK:
            return subject.name + "增速"
        if attribute == "连续":
            return subject.name + "连续"
        return subject.full or subject.name

    def _noun_behind(self, quantity: Quantity, behind: str) -> tuple[str, int]:
        """The noun right behind a counter, where one stands."""
        if quantity.dimension not in ("", *COUNTS) or quantity.form in ("rank", "composition"):
            return "", 0
        if not quantity.unit or quantity.unit.endswith(("人次", "次")):
            return "", 0
        return self.namer.counted(behind)

    def _noun_is_behind(self, index: int, words: str, statement: Statement, behind: str) -> bool:
        """Whether the noun counted stands behind: not so in 智能工厂1个、数字化车间6个企业…, where nouns go before."""
        if not statement.name or words.rstrip().endswith(("等", "个", "的")):
            return True
        if index and words[:1] == "、" or (words and self.text[self._left(index) - 1 : self._left(index)] == "、"):
            before = self.quantities[index - 1] if index else None
            if before is not None and self.text[before.span.end : before.span.end + 1] == "、":
                return False
        return True

    # -- several numbers, several subjects ----------------------------------------------

    def _respectively(self, index: int) -> tuple[list[Mention], int, _Subject | None] | None:
        """A、B分别增长13.9%、13%: each subject with its own number, where their numbers are equal."""
        first = self.quantities[index]
        start = self._sentence_clause(first.span.start)
        words = self.text[start : first.span.start]
        mark = RESPECTIVELY.search(words)
        if mark is None or any(start <= q.span.start < first.span.start and q.span.end > start + mark.start() for q in self.quantities):
            return None
        run = [first]
        for other in self.quantities[index + 1 :]:
            gap = self.text[run[-1].span.end : other.span.start]
            if not re.fullmatch(r"\s*(?:、|和|及|与|，|,|\s)?\s*", gap) or other.dimension != first.dimension:
                break
            run.append(other)
        subjects = [s for s in re.split(r"、|和|及|与|以及", words[: mark.start()]) if s.strip()]
        if len(run) < 2 or len(subjects) < len(run):
            return None
        subjects = subjects[-len(run) :]
        statement = self.namer.statement(words[mark.end() :] if words[mark.end() :].strip() else "增长", first)
        if not words[mark.end() :].strip():
            statement = self.namer.statement(words, first)
        names = [self.namer.normal(s) for s in subjects]
        names = _common_head(names)
        mentions = []
        for name, quantity in zip(names, run, strict=True):
            own = self.namer.statement(words[mark.start() :], quantity)
            measure, sign = own.measure, own.sign
            if quantity.dimension == "percent" and re.search(r"占比|比重|比例|占", words):
                measure = Measure.SHARE
            elif quantity.dimension == "percent" and own.measure is not Measure.GROWTH:
                measure = Measure.RATIO
            place = self._place(first)
            own = replace(own, measure=measure, sign=sign)
            base = re.sub(r"(?:占比|比重|比例)$", "", name) if measure is Measure.SHARE else name
            mentions.append(
                self._mention(quantity, own, _with_fund(base or name, place), (), own.traits, place, Span(start, quantity.span.end), False)
            )
        return mentions, index + len(run) - 1, _Subject(names[-1], mentions[-1].key.measure if mentions[-1].key else statement.measure, start)

    def _each(self, index: int, quantity: Quantity, mention: Mention) -> Iterator[Mention]:
        """A、B、C均居全市第一: the same of every one of them."""
        if mention.key is None:
            return
        start = self._sentence_clause(quantity.span.start)
        words = self.text[start : quantity.span.start]
        if not EACH.search(words) and mention.key.measure is not Measure.RANK:
            return
        pieces = re.split(r"、", words)
        if len(pieces) < 2 or any(q.span.start >= start and q.span.end <= quantity.span.start for q in self.quantities[:index]):
            return
        at = start
        for piece in pieces[:-1]:
            name, begin = self.namer.normal(piece), at
            at += len(piece) + 1
            if 2 <= len(name) <= 24 and name != mention.name:
                span = Span(max(begin, quantity.span.end - MAX_SPAN), mention.span.end)
                yield replace(mention, name=name, also=(), span=span, key=replace(mention.key, indicator=name))

    # -- places -------------------------------------------------------------------------

    def _left(self, index: int) -> int:
        """Where the words that belong to a number begin: after the clause mark or number before it."""
        quantity = self.quantities[index]
        floor = start = self.taken
        remarks = [m.span() for m in REMARK.finditer(self.text, floor, quantity.span.start)]
        for mark in CLAUSE.finditer(self.text, floor, quantity.span.start):
            if mark.group() in "“”" or any(a <= mark.start() < b for a, b in remarks):
                continue  # a remark inside the name: 地区生产总值(GDP)、投资(不含农户，下同)
            if mark.group() == "、" and not self.text[mark.end() : quantity.span.start].strip():
                continue
            start = mark.end()
        return min(start, quantity.span.start)

    def _right(self, index: int) -> int:
        """Where the words behind a number end: at the next clause mark or number."""
        quantity = self.quantities[index]
        ceiling = self.quantities[index + 1].span.start if index + 1 < len(self.quantities) else self.span.end
        for mark in CLAUSE.finditer(self.text, quantity.span.end, max(ceiling, quantity.span.end)):
            if mark.group() in "“”()":
                continue
            return mark.start()
        return max(ceiling, quantity.span.end)

    def _sentence_clause(self, at: int) -> int:
        """Where the clause around `at` begins, taking commas of enumeration as part of it."""
        start = self.span.start
        for mark in re.finditer(r"[，。;:!?]|——", self.text[self.span.start : at]):
            start = self.span.start + mark.end()
        return start

    def _mention(
        self,
        quantity: Quantity,
        statement: Statement,
        name: str,
        also: tuple[str, ...],
        traits: tuple[str, ...],
        place: Place,
        span: Span,
        inherited: bool,
    ) -> Mention:
        if statement.sign < 0 and quantity.base_value > 0:
            quantity = replace(
                quantity,
                base_value=-quantity.base_value,
                stated=quantity.stated.scaled(-1),
                expected=quantity.expected.scaled(-1),
            )
        if span.end - span.start > MAX_SPAN:
            span = Span(span.end - MAX_SPAN, span.end)
        window = Span(max(self.span.start, quantity.span.start - 30), min(self.span.end, quantity.span.end + 16))
        scope = statement.area if statement.measure is Measure.RANK else fiscal_scope(name, place)
        reason = _missing(name, place, self.entity) or _unmeasured(name, quantity)
        key = None
        if not reason:
            key = Key(self.entity, name, statement.measure, place.period, place.status, scope)
        notes = [f"subject: {name}{' (taken over)' if inherited else ''}", f"measure: {statement.measure}"]
        if statement.whole:
            notes.append(f"of: {statement.whole}")
        return Mention(
            document=self.path,
            span=Span(min(span.start, quantity.span.start), max(span.end, quantity.span.end)),
            number=quantity.number,
            quantity=quantity,
            key=key,
            reason=reason,
            words=quantity.span.of(self.text).strip(),
            name=name,
            also=also,
            heading=place.heading,
            context=window.of(self.text),
            traits=traits + ((f"of:{statement.whole}",) if statement.whole else ()),
            reading=tuple(notes),
        )


def _missing(name: str, place: Place, entity: str) -> str:
    """The reason why a mention is no claim, or nothing."""
    if not entity:
        return "no place"
    if not place.period:
        return "no period"
    if len(name) < 2:
        return "no indicator"
    return ""


def _told_of(noun: str, after: str, before: str) -> str:
    """A short noun with the examples before it and what is said of it: 龙力动力等项目建成投产."""
    told = re.match(r"[^，。;、:()\n\d]{0,12}", QUOTE_MARKS.sub("", after))
    examples = re.search(r"([^，。;:]{1,16}等)\s*$", QUOTE_MARKS.sub("", before))
    return (examples[1] if examples else "") + noun + (told.group().strip() if told else "")


def _after_examples(name: str) -> str:
    """The noun that examples stand for: 旅行社等重点项目 is 重点项目; too short a noun keeps them."""
    head = name.rpartition("等")[2]
    return head if 4 <= len(head) <= 14 and not name.partition("等")[0].endswith(("项目", "企业")) else name


def _unmeasured(name: str, quantity: Quantity) -> str:
    """The reason why a number without a unit is no claim: only ratios and indices go without."""
    if quantity.unit or quantity.dimension or quantity.form != "number":
        return ""
    return "" if re.search(r"(?:比|率|指数|系数|强度|得分|评分)$", name) else "no unit"


def _with_fund(name: str, place: Place) -> str:
    """A bare 收入 or 支出 with the account it stands under."""
    if place.fund and re.fullmatch(r"(?:支出|收入)(?:预算)?(?:合计|调整)?", name):
        return place.fund.removeprefix("地方") + name[:2]
    return name


# A name that says already what is measured.
MEASURED = re.compile(r"(?:量|额|率|值|数|价|收入|支出|面积|金额|投资|消费|费)$")


def _common_head(names: list[str]) -> list[str]:
    """Parallel names with the head that the last one carries for all: 汽车、电子两大产业产值."""
    last = names[-1]
    head = re.search(r"(?:[两三四五六]大|[两三四五六]个)?(?P<head>产业产值|产值|增加值|占比|比重|参保率|普及率|收入|支出|案件)$", last)
    if head is None:
        return names
    return [n if n.endswith(head["head"]) or MEASURED.search(n) else n + head["head"] for n in names]


def _back(mention: Mention, folded: Folded) -> Mention:
    """The mention with its spans in the text as read."""
    quantity = replace(
        mention.quantity, span=folded.back(mention.quantity.span), number=folded.back(mention.quantity.number)
    )
    return replace(mention, span=folded.back(mention.span), number=folded.back(mention.number), quantity=quantity)
