"""Documents in the domain's own words, and what the program makes of them: what tests of the core path share.

All places are invented. A document is a title, which tells place, year and kind, and paragraphs under it.
"""

from __future__ import annotations

from functools import cache

from consistency.engine import Rules, load_rules
from consistency.extract.mentions import Extractor
from consistency.link import claim_sets
from consistency.model import Claim, ClaimSet, Document, Finding, Mention, Reading
from consistency.pipeline import compared, understood

NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt")
# Titles of documents by the names of their files.
TITLES = {
    "公报.txt": "青山县2023年国民经济和社会发展统计公报",
    "报告.txt": "青山县人民政府2023年政府工作报告完成情况",
    "新闻.txt": "青山县2023年经济社会发展成绩单",
}

# Facts with nothing in common, so that a document tells of more than the one thing a test is about.
COMPANY = (
    "全年生猪出栏38.2万头。",
    "改造老旧小区37个，惠及居民8200户。",
    "图书馆藏书68.5万册。",
    "城市轨道交通运营里程42.8公里。",
    "基本养老保险参保人数31.7万人。",
    "单位建筑面积能耗下降1.9%。",
    "社会消费品零售总额96.4亿元，增长5.1%。",
    "森林覆盖率51.3%。",
)


@cache
def rules() -> Rules:
    """The rules that ship with the program."""
    return load_rules()


@cache
def extractor() -> Extractor:
    """One reader of documents for all tests."""
    return Extractor(rules().lexicon)


def document(name: str, revenue: str, jobs: str) -> str:
    """A document by the name of its file, of those in `TITLES`, that tells of two indicators."""
    return f"{TITLES[name]}\n2023年，全县一般公共预算收入{revenue}亿元。城镇新增就业{jobs}人。\n"


def bulletin(*paragraphs: str, place: str = "青山县", year: int = 2023) -> str:
    """A statistical bulletin: what happened in its year."""
    return "\n".join([f"{place}{year}年国民经济和社会发展统计公报", *paragraphs, ""])


def report(*paragraphs: str, place: str = "青山县", year: int = 2023) -> str:
    """How a year's work report was carried out."""
    return "\n".join([f"{place}人民政府{year}年政府工作报告完成情况", *paragraphs, ""])


def in_company(*paragraphs: str) -> tuple[str, ...]:
    """Paragraphs among others that tell of other things."""
    return (*COMPANY[:4], *paragraphs, *COMPANY[4:])


def read(text: str, path: str = NAMES[0]) -> Reading:
    """A document as understood."""
    return understood(extractor(), Document(path, text))


def told(text: str) -> list[str]:
    """What a document claims, in order of place, each as “indicator measure number”."""
    return [f"{c.key.subject} {c.key.measure} {c.mention.words}" for c in read(text).claims]


def quotes(text: str) -> list[str]:
    """The words that carry each claim of a document, as they stand there."""
    return [c.span.of(text) for c in read(text).claims]


def unclaimed(text: str) -> dict[str, str]:
    """The numbers of a document that are no claims, as written, each with the reason."""
    return {m.number.of(text): m.reason for m in read(text).mentions if m.key is None}


def mention(text: str, words: str) -> Mention:
    """The mention whose number, unit and bound are written so; there is one."""
    found = [m for m in read(text).mentions if m.words == words]
    assert len(found) == 1, f"{words!r} among {[m.words for m in read(text).mentions]}"
    return found[0]


def claim(text: str, words: str) -> Claim:
    """The claim whose number, unit and bound are written so; there is one."""
    found = mention(text, words)
    assert found.key is not None, found.reason
    return Claim(found, found.key)


def linked(*texts: str, names: tuple[str, ...] = NAMES) -> tuple[ClaimSet, ...]:
    """The claim sets of documents, those inside one document too."""
    readings = [read(text, name) for text, name in zip(texts, names, strict=False)]
    return claim_sets([claim for reading in readings for claim in reading.claims], rules().lexicon, rules().linking)


def meetings(*texts: str) -> set[tuple[str, ...]]:
    """Which numbers of different documents met: sets of numbers as written, in order of the documents' names."""
    shared = [s for s in linked(*texts) if len({c.document for c in s.claims}) > 1]
    return {tuple(c.mention.words for c in sorted(s.claims, key=_place)) for s in shared}


def meet(one: str, other: str, words: str, others: str) -> bool:
    """Whether a number of the one document met a number of the other."""
    wanted = {(NAMES[0], words), (NAMES[1], others)}
    return any(wanted <= {(c.document, c.mention.words) for c in s.claims} for s in linked(one, other))


def found(*texts: str, select: tuple[str, ...] = ("CC1",)) -> tuple[Finding, ...]:
    """What the rules about values find among documents."""
    readings = tuple(read(text, name) for text, name in zip(texts, NAMES, strict=False))
    return compared(readings, rules().chosen(select, ())).findings


def _place(found: Claim) -> tuple[int, int]:
    return NAMES.index(found.document), found.span.start
