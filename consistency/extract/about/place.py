"""The place that a document speaks for: what its title, sitting, bodies and words tell of it, weighed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from consistency.extract.about.evidence import Candidate, Witness, likeliest, weighed
from consistency.extract.about.head import BLANK, CLOSED, DocumentHead
from consistency.lexicon.about import AboutWords
from consistency.patterns import lazy
from consistency.period import A_MONTH, SINCE_JANUARY, calendar_year
from consistency.places import ALWAYS, ENDING, NATION, WHOLES, known_places, place_tail

ENOUGH = 6000  # characters that tell which place is meant
MANY_PARTS = 3  # provinces: a text that names so many is hardly about any of them
OPENING = 300  # characters in which a body speaks
LEAD = 60  # characters of its first words
MOST = 12  # a place named oftener than so is told of no more surely
FOREIGN_SCRIPT = ("香港特别行政区", "澳门特别行政区", "台湾省")  # write Traditional characters

# How many times likelier a document is of a place …
IN_THE_SLOT = Fraction(100)  # that its title begins with, or that stands before the year
IN_THE_TITLE = Fraction(2)  # that its title names elsewhere
NO_PLACE_IN_THE_TITLE = Fraction(4)  # the nation: 2023年铁道统计公报
UNKNOWN_SLOT = Fraction(60)  # the same of a name that is in no atlas
AT_THE_SITTING = Fraction(200)  # whose assembly it was read to
ITS_BODY = Fraction(20)  # whose body stands in the head or speaks in the text
A_SOURCE = Fraction(6)  # where a page says that its text is from, or a despatch
FIRST_TOLD = Fraction(11, 10)  # that the text names before any other, in its first words: hardly more
SPOKEN = Fraction(30)  # whose level the text speaks of (全市) every time it speaks of any
OTHER_LEVEL = Fraction(1, 10)  # of a level that the text never speaks of, where it speaks of others
ITS_SCRIPT = Fraction(3)  # that is written in, where most places write otherwise

A_PART = rf"{A_MONTH}月份?|[二三四]季度|下半年"
_YEAR = r"(?:(?:19|20)\d\d|(?:1[0-2]|9)\d)\s*(?:[/-]\d\d)?\s*年"
# What may stand before the place in a title: 关于, 2023年, 2023年上半年, 前三季度, 【, 聚焦
BEFORE = lazy(rf"(?:^|关于|{_YEAR}度?[末底]?|[《【\[(:]|名称\s*|聚焦|(?:^|{_YEAR})(?:{SINCE_JANUARY}|{A_PART}))\s*$")
BEHIND = lazy(rf"\s*(?:{_YEAR}|人民政府|政府|财政|统计|国民经济|一般公共预算|预算|决算|地方)")
# 长沙海关：2024年湖南省外贸情况, 甘肃省应急管理厅关于陇南市…的通报: who says it, where another place is named behind
SPEAKER = lazy(r"[一-龥]{0,8}(?:(?:海关|[局厅委部署院]|银行|日报|晚报|发布):|(?:[局厅委部署]|人民政府|办公[厅室])关于)")
OFFICIAL = lazy(rf"{_YEAR}|人民政府|第[一二三四五六七八九十]{{1,3}}届")
# 在青山县第十八届人民代表大会, 青山县十八届人大: what stands right before it
ASSEMBLY = lazy(r"(?P<whose>[一-龥]{2,24}?)第?(?:[一二三四五六七八九十]{1,4}|\d{1,2})届(?:人民代表大会|人大)")
BEFORE_SITTING, BEHIND_SITTING = 30, 7  # how far an assembly's words reach before and behind the 届 in them
NATIONAL_ASSEMBLY = lazy(
    r"届全国人民代表大会|届全国人大|全国人大[一二三四五六七八九十]+次会议|(?:代表|受)国务院(?:，?向|委托)",
    needs=("届全国", "全国人大", "国务院"),
)
BODY = lazy(
    r"(?=人民政府|财政局|财政厅|统计局|统计厅|发展和改革委员会|发展改革委|调查队|人大常委会|海关|中心支行|(?:中心)?支行|分行|税务局|管委会|管理委员会|行政公署|"
    r"(?:特区)?政府统计处|市委|县委|区委|省委|州委|发布)"
)
# 内蒙古日报, 四川经济日报: whose paper it is, which tells of every place around it
OF_A_PAPER = lazy(r"[一-龥]{0,4}(?:日报|晚报|时报|商报|都市报)")
# 公布, 发布…: a body that speaks
SPEAKS = lazy(r"[^，。;\n]{0,16}?(?:公布|发布|获悉|显示|表示|介绍|指出|网站|资料|统计|测算|说|预估|代表)")
# not 国家统计局某某调查队, 中国人民银行河南省分行: a branch of it, which speaks for its own place
NOT_LOCAL = lazy(r"(?![一-龥]{0,10}(?:调查|核算|核定|反馈|统一|口径|批复|批准|下达|支行|分行|分局|监管局|办事处))")
# 中新网苏州1月23日电, 新华社北京1月3日电: the despatch's place
DESPATCH = lazy(r"(?:社|网|报|讯|电)\s*(?P<where>[一-龥]{2,6}?)\s*\d{1,2}月\d{1,2}日\s*(?:电|讯)", needs=("电", "讯"))
LEVEL = lazy(rf"[全我本](?P<level>[{WHOLES}])(?![级直属辖场长])")
# 全国粮食产量, where the nation is the subject: not 居全国第三, 高于全国, nor a branch (中国铁路南昌局)
OF_THE_NATION = lazy(
    r"(?:^|[，。;:、\s年])(?:全国|我国|中国(?![一-龥]{2,6}局))(?!人大|人民代表|(?:人民|工商|农业|建设)?银行|政协|[第最首百前])",
    re.M,
    needs=("全国", "我国", "中国"),
)
HEADING_NATION = lazy(
    rf"(?:^|关于|{_YEAR}度?|[《:])(?:全国|我国|中国(?![一-龥]{{2,6}}局)|中华人民共和国|中央|国务院)(?!最|第|一流|首|百强|前|(?:人民|工商|农业|建设)?银行[一-龥]|[一-龥]{{0,4}}(?:之[城都乡]|科技城))"
    "|国务院政府工作报告",
    needs=("全国", "我国", "中国", "中华人民共和国", "中央", "国务院"),
)
NATIONAL_PRODUCT = lazy(r"国内生产总值", needs=("国内生产总值",))
# Words that join others and are part of no name: 记者从县统计局 is of the county that the text is about anyhow
JOINS = "年在和与及的据受从由向对被把让"
# Names that no atlas has, in the places where only a name can stand
NAME = rf"(?!关于|聚焦)(?:(?![{JOINS}])[一-龥]){{2,4}}?(?:自治[县州旗]|[省市县区旗州盟])"
# 滨海市 of 滨海市江北区, whether the one is known to lie in the other or not
PARENTS = (
    r"(?:^|关于|年[末底]?|在|聚焦|《)"
    r"(?P<parents>(?:(?!关于|聚焦)(?:(?![年在和与及的])[一-龥]){2,7}?(?:省|自治区|市|州|盟|地区)){1,2})"
)
PARENTS_END = "省区市州盟"
# 高新区 behind a city's name in the slot: 关于云河高新区2023年…
ZONE = lazy(
    r"[一-龥]{0,8}(?:开发区|高新区|经开区|新区|示范区|试验区|管理区|度假区|保税区|合作区|集聚区|园区)"
    rf"(?={_YEAR}|预算|财政|国民)"
)
DIVISION = r"(?:新疆生产建设兵团)?第[一二三四五六七八九十]{1,3}师"
UNKNOWN = lazy(
    rf"(?:^|(?<=年)|(?<=关于)|(?<=聚焦)|(?<=[省市州盟]))(?P<name>{DIVISION}(?:{NAME})?|{NAME})"
    rf"(?={_YEAR}|人民政府|政府|国民经济|统计|财政|预算|决算|工作|总结|概况|年鉴|农业|工业|经济|社会|人口|旅游)"
)
BEGINS = lazy(rf"(?P<name>{NAME})(?![城域乡里长委级直区市])")
RECURS = lazy(rf"(?:^|[，。;:\s、“])(?:在|对|走进)?(?P<name>{NAME})(?![城域乡里长委级直区市])", re.M)
# 全市, 示范区和…; 比全市, 增速居全省: the end of a clause that is of no place of its own
NO_NAME = lazy(
    r"^[全各我本该某每一二两三四五六七八九十几多其从由向据]|^[末底]|[和与及的了等年月日]|[全各我本该][省市县区旗州盟]$"
)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that a text names: where, its proper name, and the same with the parents that stand right before it."""

    start: int
    end: int
    name: str
    written: str


def places(head: DocumentHead, text: str, traditional: bool = False) -> tuple[Candidate, ...]:
    """The places that a folded text may speak for, the likeliest first; `traditional` tells of its script as read.

    Places of the atlas, and names of no atlas only where a title, a sitting or an office leaves room for nothing else.
    """
    said = text[:ENOUGH]
    every = named(said, head.words)
    there = [one for one in every if not OF_A_PAPER.match(said, one.end)] or every
    known = frozenset(one.name for one in there)
    found = [*_titled(head, known), *_sitting(head), *_bodies(head, said), *_despatched(head)]
    found += [*_counted(there), *_nation(head, said, there)]
    if not traditional:  # the ministries of Taiwan go by the names of the nation's
        shared = {w.words for w in found if w.value == NATION}
        found = [w for w in found if w.value not in FOREIGN_SCRIPT or w.sort != "body" or w.words not in shared]
    if not any(witness.odds >= IN_THE_SLOT for witness in found):
        found += _recurring(said, head.words)
    candidates = list(dict.fromkeys(witness.value for witness in found))
    found += [*_levels(text, candidates), *_ourselves(said, candidates, head.words)]
    if traditional:
        found += [Witness(place, ITS_SCRIPT, "script") for place in candidates if _in_traditional(place)]
    return weighed(found)


def _in_traditional(place: str) -> bool:
    """Whether a place writes Traditional characters: Hong Kong, Macao, Taiwan and the counties there."""
    return place in FOREIGN_SCRIPT or not _parents(place).isdisjoint(FOREIGN_SCRIPT)


def meant(candidates: Sequence[Candidate]) -> Candidate | None:
    """The likeliest place, unless that is none or another is just as likely: of two equals neither is guessed."""
    best = likeliest(candidates)
    return best if best is not None and all(other.odds < best.odds for other in candidates[1:2]) else None


def written(place: str, head: DocumentHead) -> str:
    """A place with the parents that the title or the sitting writes before it: 杭州市西湖区, where they say so."""
    words = "\n".join((head.title, *(found.group() for found in _assemblies(head.opening))))
    known = [one.written for one in named(words, head.words) if one.name == place]
    if any(f"{ending}{place}" in words for ending in PARENTS_END):
        known += [found["parents"] + place for found in re.finditer(rf"(?m){PARENTS}{place}", words)]
    return max(known, key=len, default=place)


def told(line: str, words: AboutWords) -> list[str]:
    """The places that a line names, of the atlas or not: the title or the author among a file's properties.

    >>> from consistency.lexicon import shipped
    >>> told("青山县2023年统计公报", shipped().about), told("统计公报", shipped().about)
    (['青山县'], [])
    """
    known = [one.written for one in named(line, words)]
    forms = (found for pattern in (UNKNOWN, BEGINS) if (found := pattern.match(line)))
    unknown = (_bare(found["name"], words) for found in forms)
    return known or list(dict.fromkeys(name for name in unknown if name))


def short(place: str) -> str:
    """A place without its ending, as texts call it for short: 西湖 of 西湖区, 三江 of 三江侗族自治县."""
    tail = place_tail(place)
    return known_places().short(tail) or (ENDING.sub("", tail) if len(tail) > 2 else tail)


def in_full(place: str, period: str, text: str) -> str:
    """A name that several places bear with the parents that the text names, as written where it names none.

    江北区 of a text that speaks of 重庆 is 重庆市江北区, of one that speaks of 宁波 浙江省宁波市江北区.
    """
    year = calendar_year(period) or ALWAYS  # where no year is told, of the places that still stand
    if not place or len({p.path for p in known_places().named(place, year) if place.endswith(p.name)}) < 2:
        return place
    meant = known_places().resolve(place, year, near=text[:ENOUGH])
    return meant.path if meant is not None else place


def named(text: str, words: AboutWords, known: Collection[str] = ()) -> list[NamedPlace]:
    """The places of the atlas that a text names; those that lie in one another and are written so are one.

    A county's short name is a word like any other, 和平 or 城关: it counts behind the name of what the county lies in,
    and where the text names the county in full, or it is `known` to do so elsewhere.

    >>> from consistency.lexicon import shipped
    >>> [(one.name, one.written) for one in named("浙江省杭州市西湖区与长沙", shipped().about)]
    [('西湖区', '浙江省杭州市西湖区'), ('长沙市', '长沙市')]
    """
    said = list(known_places().within(text))
    in_full_there = {one.name for one in said if one.in_full} | set(known)
    chain: list[NamedPlace] = []
    for one in said:
        last = chain[-1] if chain else None
        if last is not None and last.end == one.start and last.name in _parents(one.name):
            start = last.start
            chain[-1] = NamedPlace(start, one.end, one.name, last.written + one.name)
        elif (
            one.name in words.ordinary and not OFFICIAL.match(text, one.end) and (last is None or last.end != one.start)
        ):
            continue
        elif one.level != "county" or one.in_full or one.name in in_full_there:
            chain.append(NamedPlace(one.start, one.end, one.name, one.name))
    return chain


def _parents(name: str) -> set[str]:
    """What places of a name lie in: of 江北区 what both of them do."""
    return {parent for place in known_places().named(name) for parent in place.parents}


def _titled(head: DocumentHead, known: Collection[str]) -> Iterator[Witness]:
    """The places of the title; what it begins with, or has right before the year, is what it is of."""
    title = head.title
    there = named(title, head.words, known)
    starts = {one.start for one in there}
    unknown = {found.start(): _bare(found["name"], head.words) for found in UNKNOWN.finditer(title)}
    starts |= {at for at, name in unknown.items() if name}
    for one in there:
        before, behind = title[: one.start], title[one.end :]
        zone = ZONE.match(behind)
        speaks = SPEAKER.match(behind) is not None and any(other.start > one.end for other in there)
        slot = one.end not in starts and not speaks and bool(BEFORE.search(before) or BEHIND.match(behind))
        if zone is not None and slot:
            yield Witness(one.written + zone.group(), 4 * IN_THE_SLOT, "title", title)
            slot = False
        division = re.search(rf"{DIVISION}$", before)
        name = division.group() + one.name if division is not None else one.name
        yield Witness(name, IN_THE_SLOT if slot or division else IN_THE_TITLE, "title", title)
    for at, name in unknown.items():
        if name and not any(one.start <= at < one.end for one in there):
            yield Witness(_called(name), UNKNOWN_SLOT, "title", title)


def _bare(name: str, words: AboutWords) -> str:
    """A name that no atlas has without the words before it, or nothing where it is no name: 全市, 各县, 示范区."""
    return "" if len(name) < 3 or NO_NAME.search(name) or name.endswith(words.areas) else name


def _called(name: str) -> str:
    """The proper name of a known place, any other as it is."""
    meant = {place.name for place in known_places().named(name)}
    return meant.pop() if len(meant) == 1 else name


def _assemblies(text: str) -> Iterator[re.Match[str]]:
    """The assemblies that a text names, from left to right; they are looked for around each 届 alone."""
    at, there = 0, text.find("届")
    while there >= 0:
        found = ASSEMBLY.search(text, max(at, there - BEFORE_SITTING), there + BEHIND_SITTING)
        if found is not None:
            yield found
            at = found.end()
        there = text.find("届", max(at, there + 1))


def _sitting(head: DocumentHead) -> Iterator[Witness]:
    """The places whose assembly a report was read to."""
    for found in _assemblies(head.opening):
        whose = found["whose"]
        inside = [one for one in named(whose, head.words) if one.end == len(whose)]
        unknown = re.search(rf"(?:^|在|[省市州])(?P<name>{NAME})$", whose)
        if inside:
            yield Witness(inside[-1].name, AT_THE_SITTING, "sitting", found.group())
        elif unknown is not None and (name := _bare(unknown["name"], head.words)):
            yield Witness(name, UNKNOWN_SLOT, "sitting", found.group())
    if national := NATIONAL_ASSEMBLY.search(head.opening[: 3 * OPENING]):
        yield Witness(NATION, AT_THE_SITTING, "sitting", national.group())


def _bodies(head: DocumentHead, text: str) -> Iterator[Witness]:
    """The places whose offices stand in the head or the foot, or are named in the text: 青山县财政局."""
    for line in (*head.lines, *head.foot):
        odds = A_SOURCE if line.startswith("来源") else ITS_BODY if len(line) < 60 else Fraction(3)
        for one in named(line, head.words):
            if BODY.match(line, one.end):
                yield Witness(one.name, odds, "body", line[one.start : one.end + 8])
        unknown = re.match(rf"(?P<name>{NAME})(?=人民政府|财政局|统计局|发展和改革委员会)", line)
        if unknown is not None and (name := _bare(unknown["name"], head.words)):
            yield Witness(_called(name), ITS_BODY, "body", line[: unknown.end() + 6])
    for place, bodies in head.words.bodies.items():
        for found in bodies.finditer(text):
            if not NOT_LOCAL.match(text, found.end()):
                continue
            line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
            if found.start() < OPENING and SPEAKS.match(text, found.end()):
                yield Witness(place, ITS_BODY, "body", found.group())
            elif not line.strip(BLANK) or line.rstrip().endswith("来源:") or SPEAKS.match(text, found.end()):
                yield Witness(place, A_SOURCE, "body", found.group())


def _counted(there: Sequence[NamedPlace]) -> Iterator[Witness]:
    """How often each place is named; a place is named by what lies in it too, where that is more than one."""
    counts = Counter(one.name for one in there)
    children = Counter(parent for name in counts for parent in _parents(name))
    for name, count in counts.items():
        often = min(count + (children[name] if children[name] > 1 else 0), MOST)
        yield Witness(name, Fraction(often**2), "named", f"{name} × {count}")
    if there and there[0].start < LEAD:
        yield Witness(there[0].name, FIRST_TOLD, "opening", there[0].written)


def _recurring(text: str, words: AboutWords) -> Iterator[Witness]:
    """Names that no atlas has and clauses begin with again and again; weak, for it may be any word."""
    counts = Counter(name for found in RECURS.finditer(text) if (name := _bare(found["name"], words)))
    for name, count in counts.items():
        if count > 1 and not known_places().named(name):
            yield Witness(name, Fraction(min(count, MOST) ** 2, 2), "named", f"{name} × {count}")


def _despatched(head: DocumentHead) -> Iterator[Witness]:
    """The place that a despatch is from: a city's own news mostly, the nation's where it is the capital."""
    for found in DESPATCH.finditer(head.opening):
        for one in named(found["where"], head.words):
            if one.name != "北京市":
                yield Witness(one.name, A_SOURCE, "despatch", found.group())


def _levels(text: str, known: Sequence[str]) -> Iterator[Witness]:
    """Whether the text speaks of the level of each place: one that says 全市 all the time is no province's."""
    counts = Counter(found["level"] for found in LEVEL.finditer(text))
    whole = counts.total()
    if whole < 2:
        return
    for place in known:
        if place == NATION or place in FOREIGN_SCRIPT[:2]:
            yield Witness(place, OTHER_LEVEL, "level", _most(counts))
            continue
        own = counts["区" if place.endswith("自治区") else place[-1]]
        odds = 1 + SPOKEN * Fraction(own, whole) if own else OTHER_LEVEL
        yield Witness(place, odds, "level", _most(counts))


def _most(counts: Counter[str]) -> str:
    return "、".join(f"全{level} × {count}" for level, count in counts.most_common(3))


def _ourselves(text: str, known: Sequence[str], words: AboutWords) -> Iterator[Witness]:
    """What only the place itself says of itself: 本港, 本澳, 我国."""
    for place, own in words.words.items():
        told = own.findall(text)
        if told and (place in known or place != NATION):
            yield Witness(place, Fraction(min(len(told) + 1, MOST) ** 2), "own words", told[0])


def _nation(head: DocumentHead, text: str, there: Sequence[NamedPlace]) -> Iterator[Witness]:
    """The nation, where the title or a clause has it as its subject; the places of many provinces name it too."""
    if found := HEADING_NATION.search(head.title):
        yield Witness(NATION, IN_THE_SLOT / 2, "title", found.group())
    if often := len(OF_THE_NATION.findall(text)):
        parts = {(known_places().named(one.name)[0].parents or (one.name,))[0] for one in there}
        often += len(parts) if len(parts) >= MANY_PARTS else 0
        yield Witness(NATION, Fraction(min(often, MOST) ** 2), "named", f"{NATION} × {often}")
        if CLOSED.search(head.title) and not named(head.title, head.words):
            yield Witness(NATION, NO_PLACE_IN_THE_TITLE, "title", head.title)
    if product := NATIONAL_PRODUCT.search(text[:OPENING]):
        yield Witness(NATION, Fraction(4), "product", product.group())
