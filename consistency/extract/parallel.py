"""Several subjects with their numbers: A、B分别增长13.9%、13%, and A、B均居全市第一."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from consistency.extract.clauses import Clauses
from consistency.extract.keying import MAX_SPAN, Surroundings, keyed
from consistency.extract.names import SHARE_NAME, Namer
from consistency.extract.sections import Sections
from consistency.extract.subjects import Subject, basis_of, unless_of_another, whole_of, with_common_head, with_fund
from consistency.model import Measure, Mention, Quantity
from consistency.offsets import Span

RESPECTIVELY = re.compile(r"分别|依次|各(?=增|降|下降|提高|占|达|为|是)")
AGAINST = re.compile(r"(?:[比较]|[高低快慢]于)全")  # 比全省和全国分别高: nothing of them, but against them
EACH = re.compile(r"(?:均|双双|皆)[^，。;、]{0,12}$")
BETWEEN = re.compile(r"\s*[、和及与，,]?\s*")
# 城乡居民人均可支配收入分别增长4%、6%
TOWN_AND_COUNTRY = re.compile(r"城乡(?P<who>常住居民|居民)(?P<of>人均[^，、]{2,10})$")
# 三次产业增加值, 一二三产业: the three sectors in one word, and what of them is told
SECTORS = re.compile(r"(?<!第)(?:三次产业|三产业|一二三次?产业?)(?P<of>[一-龥A-Za-z]{0,16}?)(?=$|[，、])")
# 第二、第三产业占比
TWO_SECTORS = re.compile(r"第(?P<one>[一二])[、和]第?(?P<other>[二三])产业(?P<of>[一-龥A-Za-z]{0,16}?)(?=$|[，、])")
JOINT = re.compile(r"(?<=.)(?:以及|和|及|与)(?=.)")
KIND = ("业", "类")  # what stands before an “and” between two kinds, not inside the name of one: 零售业与住宿业
PARTS = re.compile(r"、|和|及|与|以及")


def respectively(
    index: int, clauses: Clauses, around: Surroundings, sections: Sections, namer: Namer, subject: Subject | None
) -> tuple[list[Mention], int, Subject] | None:
    """The mentions of parallel subjects, each with its own number, and the index of the last number.

    Nothing where the words do not say so or the counts do not fit.
    """
    first = clauses.quantities[index]
    start = clauses.start_of_clause(first.span.start)
    words = clauses.text[start : first.span.start]
    mark = RESPECTIVELY.search(words)
    if mark is None or clauses.numbers_between(start + mark.start(), first.span.start):
        return None
    run = _run(index, clauses)
    subjects = _subjects(_spelt_out(namer.uncompared(words[: mark.start()])), len(run))
    if len(run) < 2 or AGAINST.search(words[: mark.start()]):
        return None
    entity = around.entity
    if len(subjects) >= len(run):
        subjects = subjects[-len(run) :]
        places = [around.whose.at(namer.led(s)) for s in subjects]
        names = [namer.normal(s, first.dimension) for s in with_common_head(subjects)]
        names = [namer.without_place(n, p.words) if p is not None else n for n, p in zip(names, places, strict=True)]
        if subject is not None and not any(names):
            names = [subject.name] * len(run)  # 全国、全省分别增长…
        first_named = places[0].entity if places[0] is not None else entity
        entities = [p.entity if p is not None else first_named for p in places]
    elif subject is not None and len(subject.recent) >= len(run) and namer.says_nothing("".join(subjects)):
        names = list(subject.recent[-len(run) :])  # 游客…，收入…，比上年分别增长…
        entities = [subject.entity] * len(run)
    else:
        return None
    place = around.when(sections.within(clauses.before(first), clauses.earlier))
    told = clauses.earlier + clauses.text[clauses.span.start : start]
    names = [unless_of_another(name, words, told) for name in names]
    mentions = []
    for name, whose, quantity in zip(names, entities, run, strict=True):
        statement = namer.statement(words[mark.start() :], quantity)
        if quantity.dimension == "percent" and statement.measure is not Measure.GROWTH:
            shared = SHARE_NAME.search(name) or "占" in words
            statement = replace(statement, measure=Measure.SHARE if shared else Measure.RATIO)
            name = namer.whole(SHARE_NAME.sub("", name), quantity.dimension) or name
        span = Span(start, quantity.span.end)
        growth = statement.measure is Measure.GROWTH
        basis = basis_of(clauses.before(first), name, place.period) if growth else ""
        of = whose if namer.is_measured(name) else entity
        part = subject is not None and subject.whole != "" and around.tells_parts(subject.since, first.span.start)
        group = whole_of(name, words, subject, part, namer)
        named = with_fund(name, place)
        mentions.append(keyed(around, quantity, statement, named, (), place, span, of, whole=group, basis=basis))
    last = mentions[-1]
    measure = last.key.measure if last.key else Measure.LEVEL
    return mentions, index + len(run) - 1, Subject(names[-1], measure, names[-1], entities[-1], tuple(names))


def _subjects(words: str, count: int) -> list[str]:
    """The subjects of a list, as many as numbers follow where one way to divide it gives so many.

    >>> _subjects("批发和零售业、住宿和餐饮业、金融业", 3)
    ['批发和零售业', '住宿和餐饮业', '金融业']
    >>> _subjects("甲产业、批发和零售业与住宿业", 3)
    ['甲产业', '批发和零售业', '住宿业']
    """
    listed = [s for s in words.split("、") if s.strip()]
    if len(listed) == count:
        return listed
    if listed and len(listed) + 1 == count:
        joints = [m.span() for m in JOINT.finditer(listed[-1])]
        if joints:
            start, end = max(joints, key=lambda j: (listed[-1][: j[0]].endswith(KIND), j))
            return [*listed[:-1], listed[-1][:start], listed[-1][end:]]
    return [s for s in PARTS.split(words) if s.strip()]


def _spelt_out(words: str) -> str:
    """Shortened parallels in full: 第一、二、三产业, 三次产业, 城乡居民 and 存、贷款.

    >>> _spelt_out("第一、二、三产业增加值")
    '第一产业增加值、第二产业增加值、第三产业增加值'
    >>> _spelt_out("三次产业投资")
    '第一产业投资、第二产业投资、第三产业投资'
    """
    words = words.replace("存、贷款", "存款、贷款")
    words = TOWN_AND_COUNTRY.sub(r"城镇\g<who>\g<of>、农村\g<who>\g<of>", words)
    words = re.sub(r"第?一、(?:第)?二、?和?(?:第)?三(?:次)?产业", "三次产业", words)
    words = TWO_SECTORS.sub(r"第\g<one>产业\g<of>、第\g<other>产业\g<of>", words)
    return SECTORS.sub(r"第一产业\g<of>、第二产业\g<of>、第三产业\g<of>", words)


def _run(index: int, clauses: Clauses) -> list[Quantity]:
    """The numbers of one dimension that stand side by side from `index` on."""
    run = [clauses.quantities[index]]
    for other in clauses.quantities[index + 1 :]:
        gap = clauses.text[run[-1].span.end : other.span.start]
        if not BETWEEN.fullmatch(gap) or other.dimension != run[0].dimension:
            break
        run.append(other)
    return run


def each(mention: Mention, quantity: Quantity, clauses: Clauses, namer: Namer) -> Iterator[Mention]:
    """The same number of the other subjects before it: A、B、C均居全市第一."""
    if mention.key is None:
        return
    start = clauses.start_of_clause(quantity.span.start)
    words = clauses.text[start : quantity.span.start]
    together = EACH.search(words)
    if not together and mention.key.measure is not Measure.RANK:
        return
    pieces = re.split(r"、|(?<=.{3})[和及](?=.{3})" if together else "、", words)
    if len(pieces) < 2 or clauses.numbers_between(start, quantity.span.start):
        return
    at = start
    for piece in pieces if together and len(pieces) > words.count("、") + 1 else pieces[:-1]:
        name, begin = namer.normal(piece), at
        at += len(piece) + 1
        if piece is pieces[-1]:
            name = namer.statement(piece, quantity).name
        if 2 <= len(name) <= 24 and name != mention.name and (piece is not pieces[-1] or namer.is_known(name)):
            span = Span(max(begin, quantity.span.end - MAX_SPAN), mention.span.end)
            yield replace(mention, name=name, also=(), span=span, key=replace(mention.key, indicator=name))
