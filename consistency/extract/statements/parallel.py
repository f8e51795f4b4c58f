"""Several subjects with their numbers: A、B分别增长13.9%、13%, and A、B均居全市第一."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consistency import period as periods
from consistency.extract.statements.clauses import Clauses
from consistency.extract.statements.discourse import Discourse
from consistency.extract.statements.keying import MAX_SPAN, Surroundings, keyed
from consistency.extract.statements.names import SHARE_NAME, Namer, as_growth
from consistency.extract.statements.subjects import (
    Subject,
    basis_of,
    unless_of_another,
    whole_of,
    with_common_head,
    with_fund,
)
from consistency.model import Measure, Mention, Quantity
from consistency.offsets import Span
from consistency.patterns import lazy

RESPECTIVELY = lazy(r"分别|依次|各(?=增|降|下降|提高|占|达|为|是)", needs=("分别", "依次", "各"))
GROWN = lazy(r"(?:同比|比上年|较上年)?(?:增长|下降|上升|上涨|提高)")
SHARED = lazy(r"占(?:比|[^，。;占]{2,14}的?(?:比重|比例))(?:为|达到?)?")
AGAINST = lazy(r"(?:[比较]|[高低快慢]于)全")  # 比全省和全国分别高: nothing of them, but against them
SHARES = lazy(r"占[^，。;]{2,16}(?:比重|比例|份额)分别")  # of what was named last
# What may stand between listed subjects and their listed numbers
AS_MUCH = lazy(
    r"(?:(?:同比|比上年|较上年)?(?:增长|下降|上升|上涨|提高)|[均]?(?:达到?|为|是|完成|实现|突破|提高到|增加到|降至|升至))?(?:了|约|超)?$"
)
EACH = lazy(r"(?:均|双双|皆)[^，。;、]{0,12}$", needs=("均", "双双", "皆"))
BETWEEN = lazy(
    r"\s*[、和及与，,]?\s*(?P<grown>(?:同比|比上年|较上年)?(?:增长|下降|上升|上涨|下跌|提高|降低|减少|增加))?\s*"
)
# 城乡居民人均可支配收入分别增长4%、6%
TOWN_AND_COUNTRY = lazy(r"城乡(?P<who>常住居民|居民)(?P<of>人均[^，、]{2,10}|(?:可支配)?收入)$")
# 城乡低保标准分别提高到每月7百元、6百元: told of the city, not of the towns
CITY_AND_COUNTRY = lazy(r"城乡(?:居民)?(?P<of>(?:低保|最低生活保障)(?:对象|人数|人均补助|标准)?)$")
# 三次产业增加值, 一二三产业: the three sectors in one word, and what of them is told
SECTORS = lazy(r"(?<!第)(?:三次产业|三产业|一二三次?产业?)(?P<of>[一-龥A-Za-z]{0,16}?)(?=$|[，、])")
# 第二、第三产业占比
TWO_SECTORS = lazy(r"第(?P<one>[一二])[、和]第?(?P<other>[二三])产业(?P<of>[一-龥A-Za-z]{0,16}?)(?=$|[，、])")
# 汽车产销分别完成3万辆和2万辆: what was made, and what was sold
MADE_AND_SOLD = lazy(r"(?P<what>(?![年月份])[一-龥A-Za-z]{1,14})产销量?$", needs=("产销",))
# 汽车产销3万辆和2万辆: two things in one word, and two numbers, whether 分别 stands between or not
BOTH = lazy(r"(?<=产销)量?(?P<said>(?:完成|达到?|为)?)$", needs=("产销",))
JOINT = lazy(r"(?<=.)(?:以及|和|及|与)(?=.)")
KIND = ("业", "类")  # what stands before an “and” between two kinds, not inside the name of one: 零售业与住宿业
SUM = lazy(r"(?:[量额值]|收入|支出|投[资入]|资金)$")  # what a verb behind 分别 may have brought about
PARTS = lazy(r"、|和|及|与|以及")


# 2023年、2024年, 2023—2025年, 2023年第1季、第2季及第3季, 一至三季度, 1、2月份: times, each with a number of its own
AND = r"(?:、|和|以?及|与)"
TO = r"(?:至|到|[-—–~])"
TIMES = lazy(
    rf"""
    (?P<years> (?:19|20)\d\d年?[末底]? (?: {AND}(?:19|20)\d\d年?[末底]? )+ (?<=[年末底]) )
  | (?P<first> (?:19|20)\d\d )年?\s*{TO}\s*(?P<last> (?:19|20)\d\d )年[末底]?
  | (?: (?P<year> (?:19|20)\d\d )年 )?
    (?: (?P<seasons> 第?[一二三四1-4](?:季度?)? (?: {AND}第?[一二三四1-4](?:季度?)? )+ (?<=[季度]) )
      | 第?(?P<from> [一二三四1-4] )(?:季度?)?{TO}第?(?P<until> [一二三四1-4] )季
      | (?P<months> \d{{1,2}}月? (?: {AND}\d{{1,2}}月? )+ (?<=月) ) )
    """,
    re.VERBOSE,
)
IN_ORDER = "〇一二三四"


def respectively(
    index: int, clauses: Clauses, around: Surroundings, discourse: Discourse, namer: Namer, subject: Subject | None
) -> tuple[list[Mention], int, Subject] | None:
    """The mentions of parallel subjects, each with its own number, and the index of the last number.

    Nothing where the words do not say so or the counts do not fit.
    """
    first = clauses.quantities[index]
    start = clauses.start_of_clause(first.span.start)
    words = clauses.text[start : first.span.start]
    mark = (
        RESPECTIVELY.search(words) or _in_their_order(words, index, clauses, subject) or _listed(words, index, clauses)
    )
    if mark is None or clauses.numbers_between(start + mark.start(), first.span.start):
        return None
    run = _run(index, clauses)
    over = _over_times(mark, run, clauses, around, discourse, namer, subject)
    if over is not None:
        return over[0], index + len(run) - 1, over[1]
    subjects = _subjects(_spelt_out(namer.uncompared(words[: mark.start()])), len(run))
    if len(run) < 2 or AGAINST.search(words[: mark.start()]):
        return None
    entity = around.entity
    if len(subjects) >= len(run):
        subjects = subjects[-len(run) :]
        places = [around.whose.at(namer.led(s)) for s in subjects]
        told = namer.statement(words[mark.end() :], first).name
        head = told if SUM.search(told) else ""  # 分别完成投资
        names = [namer.normal(s, first.dimension) for s in with_common_head(subjects, head)]
        names = [namer.without_place(n, p.words) if p is not None else n for n, p in zip(names, places, strict=True)]
        if subject is not None and not any(names):
            names = [subject.name] * len(run)  # 全国、全省分别增长…
        first_named = places[0].entity if places[0] is not None else entity
        entities = [p.entity if p is not None else first_named for p in places]
    elif (
        subject is not None
        and len(subject.recent) >= len(run)
        and (SHARES.match(words) or _in_order(words) or namer.says_nothing("".join(subjects)))
    ):
        names = list(subject.recent[-len(run) :])  # 游客…，收入…，比上年分别增长…
        entities = [subject.entity] * len(run)
    else:
        return None
    frame = around.when(discourse.within(clauses.before(first), clauses.earlier, clauses.span.start))
    told = clauses.earlier + clauses.text[clauses.span.start : start]
    names = [unless_of_another(name, words, told) for name in names]
    mentions: list[Mention] = []
    said = words[mark.start() :]
    for name, whose, quantity in zip(names, entities, run, strict=True):
        between = (
            BETWEEN.fullmatch(clauses.text, mentions[-1].quantity.span.end, quantity.span.start) if mentions else None
        )
        said = between["grown"] or said if between is not None else said  # 分别增长8.2%和下降3.2%
        statement = namer.statement(said, quantity)
        if quantity.dimension == "percent" and statement.measure is not Measure.GROWTH:
            shared = SHARE_NAME.search(name) or "占" in words
            statement = replace(statement, measure=Measure.SHARE if shared else Measure.RATIO)
            name = namer.whole(SHARE_NAME.sub("", name), quantity.dimension) or name
        span = Span(start, quantity.span.end)
        growth = statement.measure is Measure.GROWTH
        basis = basis_of(clauses.before(first), name, frame.period).what if growth else ""
        of = whose if namer.is_measured(name) else entity
        part = subject is not None and subject.whole != "" and around.tells_parts(subject.since, first.span.start)
        group = whole_of(name, words, subject, part, namer)
        named = with_fund(name, frame)
        mentions.append(keyed(around, quantity, statement, named, (), frame, span, of, whole=group, basis=basis))
    last = mentions[-1]
    measure = last.key.measure if last.key else Measure.LEVEL
    return mentions, index + len(run) - 1, Subject(names[-1], measure, names[-1], entities[-1], tuple(names))


def _in_order(words: str) -> re.Match[str] | None:
    """The words, where they say only that several things grew by, or have a share of, what is listed behind them."""
    return GROWN.fullmatch(words) or SHARED.fullmatch(words)


def _in_their_order(words: str, index: int, clauses: Clauses, subject: Subject | None) -> re.Match[str] | None:
    """Where growths or shares begin that are listed in the order of the subjects before them.

    收入达到4万元、2万元，增长5%、7%; 投入3亿元、4亿元，占比12%、16%; 汽车产销3万辆和2万辆
    """
    first = clauses.quantities[index]
    if "产销" in words and (both := BOTH.search(words)) is not None:
        return both if len(_run(index, clauses)) == 2 else None
    grown = _in_order(words)
    if first.dimension != "percent" or subject is None or grown is None:
        return None
    run = _run(index, clauses)
    return grown if 1 < len(run) <= len(subject.recent) and _side_by_side(run, clauses) else None


def _listed(words: str, index: int, clauses: Clauses) -> re.Match[str] | None:
    """Where what is told of as many subjects as numbers begins, though nothing says that each has its own.

    城镇、农村居民人均可支配收入为4万元和2万元; 出口、进口增长5%和6%
    """
    start = clauses.quantities[index].span.start - len(words)
    amidst = index > 0 and clauses.quantities[index - 1].span.end > start  # of a list that has begun before
    run = _run(index, clauses) if not amidst and PARTS.search(words) is not None else []
    if len(run) < 2 or not _side_by_side(run, clauses):
        return None
    mark = AS_MUCH.search(words)
    as_many = mark is not None and len(_subjects(_spelt_out(words[: mark.start()]), len(run))) == len(run)
    return mark if as_many else None


def _side_by_side(run: Sequence[Quantity], clauses: Clauses) -> bool:
    """Whether nothing but a mark of a list stands between numbers."""
    return all(clauses.text[a.span.end : b.span.start] in ("、", "和") for a, b in pairwise(run))


def _over_times(
    mark: re.Match[str],
    run: Sequence[Quantity],
    clauses: Clauses,
    around: Surroundings,
    discourse: Discourse,
    namer: Namer,
    subject: Subject | None,
) -> tuple[list[Mention], Subject] | None:
    """The mentions of one subject at several times, each with its own number: 2023—2025年，收入分别为3、4和5亿元.

    Nothing where the times told last before the numbers are not as many as these.
    """
    before = clauses.before(run[0])
    frame = around.when(discourse.within(before, clauses.earlier, clauses.span.start))
    listed = next(reversed([m for m in TIMES.finditer(before) if not _in_a_remark(before, m.start())]), None)
    times = _times(listed, frame.year or frame.period) if listed is not None else []
    if listed is None or len(run) < 2 or len(times) != len(run) or periods.YEAR.search(before, listed.end()):
        return None
    words = TIMES.sub("", mark.string[: mark.start()])
    statement = namer.statement(words + mark.string[mark.end() :], run[0])
    name, entity = statement.name, around.entity
    if not name and subject is not None:
        name, entity = subject.name, subject.entity
        statement = as_growth(statement) if subject.measure is Measure.GROWTH else statement
    elif (whose := around.whose.at(namer.led(words))) is not None:
        name, entity = namer.without_place(name, whose.words), whose.entity
    name = with_fund(namer.shorter(name), frame)
    growth = statement.measure is Measure.GROWTH
    mentions = []
    for time, quantity in zip(times, run, strict=True):
        told = namer.statement(words + mark.string[mark.end() :], quantity)
        then = replace(frame, period=time)
        span = Span(clauses.start_of_clause(quantity.span.start), quantity.span.end)
        basis = basis_of(before, name, time).what if growth else ""
        statement = replace(statement, sign=told.sign)
        mentions.append(keyed(around, quantity, statement, name, (), then, span, entity, basis=basis))
    return mentions, Subject(name, statement.measure, name, entity)


def _in_a_remark(words: str, at: int) -> bool:
    """Whether a place lies in brackets: 疫情前(2017年至2018年)."""
    return words.count("(", 0, at) > words.count(")", 0, at)


def _times(listed: re.Match[str], year: str) -> list[str]:
    """The periods that a list or a span of times names, in a document of a year.

    >>> _times(TIMES.search("2023年第1季至第3季"), "2024"), _times(TIMES.search("2022年、2023年"), "2024")
    (['2023Q1', '2023Q2', '2023Q3'], ['2022', '2023'])
    """
    year = listed["year"] or year[:4]
    if listed["years"]:
        return re.findall(r"\d{4}", listed["years"])
    if listed["first"]:
        return [str(y) for y in range(int(listed["first"]), int(listed["last"]) + 1)]
    if listed["months"]:
        return [f"{year}-{int(month):02}" for month in re.findall(r"\d+", listed["months"])]
    if listed["from"]:
        return [f"{year}Q{q}" for q in range(_quarter(listed["from"]), _quarter(listed["until"]) + 1)]
    return [f"{year}Q{_quarter(q)}" for q in re.findall(r"[一二三四1-4]", listed["seasons"])]


def _quarter(word: str) -> int:
    return int(word) if word.isdecimal() else IN_ORDER.index(word)


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
    words = MADE_AND_SOLD.sub(r"\g<what>产量、\g<what>销量", words)
    words = CITY_AND_COUNTRY.sub(r"城市\g<of>、农村\g<of>", words)
    words = re.sub(r"第?一、(?:第)?二、?和?(?:第)?三(?:次)?产业", "三次产业", words)
    words = TWO_SECTORS.sub(r"第\g<one>产业\g<of>、第\g<other>产业\g<of>", words)
    return SECTORS.sub(r"第一产业\g<of>、第二产业\g<of>、第三产业\g<of>", words)


def _run(index: int, clauses: Clauses) -> list[Quantity]:
    """The numbers of one dimension that stand side by side from `index` on."""
    run = [clauses.quantities[index]]
    for at in range(index + 1, len(clauses.quantities)):
        other = clauses.quantities[at]
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
