"""Faults of the sort that each rule is there for, put into documents that are right: which of them it finds.

    python benchmarks/own_faults.py [RULE…]

The documents are those of invented places in tests/clean and, one by one, the reports in ../shared/corpora. A sort of
fault names its rule, a pattern for the places where it can be made, and what it makes of the figures there: a digit of
a proportion changed, a numeral behind a list put one lower, half a year's total put above that of the year. Every place
that fits gets its fault, one at a time; so does every number on which two documents agree. Prints how many were found,
and those that were not; `rules.py` counts them in its table.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from consistency.checks.one_problem import rules_of
from consistency.damage.characters import characters
from consistency.engine import Rules, load_rules
from consistency.extract.mentions import Extractor
from consistency.model import Bound, ClaimSet, Document, Finding, Key, Measure, Reading, Status, Verdict
from consistency.offsets import Span
from consistency.pipeline import compared, understood

ROOT = Path(__file__).resolve().parent.parent
CLEAN = ROOT / "tests" / "clean"
CORPORA = ROOT.parent / "shared" / "corpora"
NUMBER = r"\d+(?:\.\d+)?"
NUMBERS, TEXT = ("CC1", "CC2"), ("CC1", "CC3", "CC4")
NUMERALS = "一二三四五六七八九十"
Change = Callable[[str, random.Random], str]


def digit(figures: str, chance: random.Random) -> str:
    """Another digit in the place of one."""
    at = chance.choice([i for i, c in enumerate(figures) if c != "."])
    return figures[:at] + chance.choice([c for c in "123456789" if c != figures[at]]) + figures[at + 1 :]


def whole_digit(figures: str, chance: random.Random) -> str:
    """Another digit in the place of one before the point."""
    whole, point, rest = figures.partition(".")
    return digit(whole, chance) + point + rest


def large(figures: str, chance: random.Random) -> str:
    """A digit too many in front."""
    return chance.choice("123456789") + figures


def by(low: int, high: int) -> Change:
    """So many hundredths of the number, to the same place, at random between two bounds."""

    def change(figures: str, chance: random.Random) -> str:
        places = len(figures.partition(".")[2])
        return f"{float(figures) * chance.randint(low, high) / 100:.{places}f}"

    return change


def numeral(step: int) -> Change:
    """A numeral in words, one higher or lower."""
    return lambda word, _: NUMERALS[NUMERALS.index(word) + step]


def gone(_: str, __: random.Random) -> str:
    """Nothing in its place."""
    return ""


def other_character(_: str, chance: random.Random) -> str:
    """A common character in the place of one."""
    return chance.choice([c for c, bits in characters().single.items() if bits <= 11])


@dataclass(frozen=True)
class Sort:
    """A sort of fault: the rule that is to find it, where it can be made (the group `hit`), and how."""

    rule: str
    pattern: str
    change: Change
    title: str = ""  # only in documents whose first line has this


# An item of a list without quotation marks, verbs or joints, on whose end a numeral sums it up.
ITEM = r"、[^，。；、\d\n“”]{2,8}"
LISTED = r"(?=(?:大|项|个方面|类)[一-龥])"

SORTS = (
    Sort("CC210", rf"(?<![\d:：.])(?P<hit>{NUMBER})(?=(?:[:：]{NUMBER}){{2}}(?![\d.:：]))", whole_digit),
    Sort("CC210", rf"\d[:：]{NUMBER}[:：](?P<hit>{NUMBER})(?![\d.:：])", whole_digit),
    Sort("CC211", rf"(?:增加|净增|减少){NUMBER}[万亿]*[^\d，。；]{{0,4}}，(?:增长|下降)(?P<hit>{NUMBER})(?=%)", digit),
    Sort(
        "CC211",
        rf"[由从][^，。；]{{0,9}}\d[^\d，。；]{{1,8}}到{NUMBER}[^\d，。；]{{1,4}}，增长(?P<hit>{NUMBER})(?=%)",
        digit,
    ),
    Sort("CC212", rf"率{NUMBER}%，比上年末?提高(?P<hit>{NUMBER})(?=个百分点)", digit, title="松岭县2024年.*公报"),
    Sort("CC212", rf"口总额{NUMBER}亿元，(?:比上年)?增长(?P<hit>{NUMBER})(?=%)", digit, title="松岭县2024年.*公报"),
    Sort("CC212", rf"存款余额{NUMBER}亿元，.{{1,20}}，增长(?P<hit>{NUMBER})(?=%)", digit, title="松岭县2024年.*公报"),
    Sort("CC216", rf"\t{NUMBER}\t(?P<hit>{NUMBER})$", by(40, 75), title="白鹭市.*计划执行情况"),
    Sort("CC218", rf"预算为{NUMBER}亿元，实际完成{NUMBER}亿元，为预算的(?P<hit>{NUMBER})(?=%)", digit),
    Sort("CC218", rf"就业{NUMBER}万人，完成年度目标的(?P<hit>{NUMBER})(?=%)", by(50, 70), title="计划执行情况"),
    Sort("CC219", rf"(?:目标|预算|任务|计划)的(?P<hit>{NUMBER})(?=%，超额完成)", by(70, 85)),
    Sort("CC219", rf"(?:目标|预算|任务|计划)的(?P<hit>{NUMBER})(?=%，(?:短收|未完成))", by(150, 180)),
    Sort(
        "CC221",
        rf"(?:新增就业|进出口总额|公共预算收入|接待游客|旅游收入|经营主体)(?P<hit>{NUMBER})(?=[万亿户])",
        large,
        title="一季度|上半年|1—9月",
    ),
    Sort("CC223", rf"{ITEM}(?:等)?(?P<hit>[三四五六七]){LISTED}", numeral(-1)),
    Sort("CC223", rf"{ITEM}(?<!等)(?P<hit>[三四五六七]){LISTED}", numeral(1)),
    Sort("CC226", rf"[，；](?:[两三四五]项)?(?:合计|共计|总计)(?P<hit>{NUMBER})(?=[万亿]元)", digit),
)


UNITS = "家|个|项|件|座|所|户|亿元"
COPIED = (  # found by laying a copy beside the whole text, or in the text itself
    Sort("CC303", r"\d%(?P<hit>、)(?=\d)", gone),
    Sort("CC304", rf"\d(?P<hit>{UNITS})(?=[，。；]\D)", gone),
    Sort("CC306", r"\d(?P<hit>[万亿])(?=[^\d，。；余多]{1,3}[，。；])", gone),
    Sort("CC308", rf"\d(?P<hit>(?:{UNITS})[，、；])(?=\d)", gone),
    Sort("CC309", r"[一-龥]{8}(?P<hit>。)(?=[一-龥]{8})", gone),
    Sort("CC310", r"[一-龥]{4}(?P<hit>[一-龥])(?=[一-龥]{4})", lambda *_: "�"),
    Sort("CC312", r"[一-龥]{2}(?P<hit>的)(?=[一-龥]{2})", lambda *_: "的的"),
    Sort("CC313", r"[一-龥](?P<hit>区|县)(?=[一-龥])", lambda word, _: {"区": "區(qū)", "县": "縣(xiàn)"}[word]),
    Sort("CC314", r"\A(?P<hit>.)", lambda word, _: f"您的当前位置: 首页>政务公开\n扫一扫在手机打开当前页\n{word}"),
    Sort("CC401", r"[一-龥]{4}(?P<hit>[一-龥])(?=(?:中心|基地|平台|示范区|合作社|企业)[一-龥，。；])", other_character),
    Sort("CC402", r"[，。；](?P<hit>完成|建成)(?=[一-龥]{2,12}(?:改造|建设|工程|整治)[，。；\d])", lambda *_: "启动"),
    Sort("CC403", r"(?P<hit>城镇|农村)(?=[^，。；\d]{2,10}\d)", lambda word, _: {"城镇": "农村", "农村": "城镇"}[word]),
    Sort("CC404", r"[一-龥]{2}(?:持续|稳定|稳步)(?P<hit>增长|上升)(?=[，。；])", lambda *_: "下降"),
    Sort(
        "CC406",
        r"[一-龥]{3}(?P<hit>总体|整体|其他)(?=[一-龥]{3})",
        lambda w, _: {"总体": "整体", "整体": "总体", "其他": "其它"}[w],
    ),
)
ALONE = (  # found in the text itself
    Sort("CC305", r"\d(?:家|个|所|座)、[^，。；\d]{2,8}\d+(?P<hit>(?:家|个|所|座)。)$", gone),
    Sort("CC307", r"(?:整治|改造|修补|铺设|拆除|新增)[^，。；\d]{0,12}\d\d(?:\.\d)?(?P<hit>万)(?=平方米)", gone),
    Sort("CC311", r"^[^\n]{60,}[一-龥](?P<hit>)(?=[一-龥]{5}[^\n]{12,}$)", lambda *_: "\n图为项目建设现场\n"),
)
MOST = 2  # faults of one sort in one document


@dataclass(frozen=True)
class Fault:
    """Other words in the place of some, in a document, and the rule that is to find it."""

    rule: str
    name: str
    place: Span
    wrong: str

    def put(self, text: str) -> str:
        """The text with the fault."""
        return text[: self.place.start] + self.wrong + text[self.place.end :]

    @property
    def made(self) -> Span:
        """Where the wrong words stand then."""
        start = max(0, self.place.start - (not self.wrong))  # of what is gone, the place between its neighbours
        return Span(start, self.place.start + max(1, len(self.wrong)))

    def told(self, text: str) -> str:
        """The fault in its surroundings, to be read by people."""
        before, after = text[max(0, self.place.start - 24) : self.place.start], text[self.place.end :][:8]
        return f"{self.name}: {before}【{self.place.of(text)}→{self.wrong}】{after}".replace("\n", "⏎")


def measure(rules: Rules, only: Sequence[str] = ()) -> Iterator[tuple[Fault, list[Finding], str]]:
    """Every fault in turn, the findings that came with it, and the text it was put into."""
    extractor = Extractor(rules.lexicon)
    for texts in documents():
        readings = {name: understood(extractor, Document(name, text)) for name, text in texts.items()}
        sets, findings_before = told(tuple(readings.values()), rules)
        known = {f.fingerprint for f in findings_before}
        for fault in (*_of_sorts(texts), *_of_values(texts, sets)):
            if only and fault.rule not in only:
                continue
            text = texts[fault.name]
            wrong = {fault.name: understood(extractor, Document(fault.name, fault.put(text)))}
            _, now = told(tuple({**readings, **wrong}.values()), rules)
            yield fault, [f for f in now if f.fingerprint not in known], text
        for name, text in texts.items():
            yield from _in_copies(name, text, extractor, rules, only)


def _in_copies(
    name: str, text: str, extractor: Extractor, rules: Rules, only: Sequence[str]
) -> Iterator[tuple[Fault, list[Finding], str]]:
    """Damage and other words put into one of two copies of a document."""
    whole = understood(extractor, Document(f"copy of {name}", text))
    _, before = told((understood(extractor, Document(name, text)), whole), rules, TEXT)
    known = {f.fingerprint for f in before}
    for sort in (*COPIED, *ALONE):
        if only and sort.rule not in only:
            continue
        chance = random.Random(f"{sort.rule} {name}")
        hits = list(re.finditer(sort.pattern, text, re.M))
        for hit in sorted(chance.sample(hits, min(MOST, len(hits))), key=lambda h: h.start()):
            fault = Fault(sort.rule, name, Span(*hit.span("hit")), sort.change(hit["hit"], chance))
            hurt = understood(extractor, Document(name, fault.put(text)))
            _, now = told((hurt, whole) if sort in COPIED else (hurt,), rules, TEXT)
            yield fault, [f for f in now if f.fingerprint not in known], text


def _of_sorts(texts: Mapping[str, str]) -> Iterator[Fault]:
    """The faults of arithmetic, wherever a pattern finds a place for one."""
    for sort in SORTS:
        for name, text in texts.items():
            if re.search(sort.title, " ".join(text.split("\n")[:2])):
                chance = random.Random(f"{sort.rule} {name}")
                for hit in re.finditer(sort.pattern, text, re.M):
                    yield Fault(sort.rule, name, Span(*hit.span("hit")), sort.change(hit["hit"], chance))


def _of_values(texts: Mapping[str, str], sets: Sequence[ClaimSet]) -> Iterator[Fault]:
    """Numbers on which documents agree: another digit, a scale word lost, “over” a number well below."""
    for claim_set in sets:
        if claim_set.verdict is not Verdict.AGREE or len({c.document for c in claim_set.claims}) < 2:
            continue
        for claim in claim_set.claims:
            text, number = texts[claim.document], claim.mention.number
            figures = number.of(text)
            if not re.fullmatch(NUMBER, figures) or claim.quantity.bound is not Bound.EXACT:
                continue
            chance = random.Random(f"{claim.document} {number}")
            yield Fault(_rule_of(claim.key), claim.document, number, whole_digit(figures, chance))
            if claim.key.measure in (Measure.LEVEL, Measure.COUNT) and claim.quantity.base_value > 9:
                yield Fault("CC102", claim.document, number, "超" + by(80, 86)(figures, chance))
                if text[number.end : number.end + 1] in ("万", "亿"):
                    yield Fault("CC104", claim.document, Span(number.start, number.end + 1), figures)


def _rule_of(key: Key) -> str:
    """The rule that two numbers of a key belong to where they differ."""
    if key.status is Status.TARGET:
        return "CC107"
    measures = {Measure.GROWTH: "CC105", Measure.SHARE: "CC103", Measure.RATIO: "CC103", Measure.RANK: "CC106"}
    return measures.get(key.measure, "CC101")


def documents() -> Iterator[Mapping[str, str]]:
    """The texts that are checked together, by name: those of each invented place, and each real report alone."""
    for folder in sorted(CLEAN.iterdir()):
        yield {p.name: p.read_bytes().decode("utf-8") for p in sorted(folder.glob("*.txt"))}
    for path in sorted(CORPORA.glob("*/*.txt")):
        yield {path.name: path.read_bytes().decode("utf-8")}


def told(
    readings: tuple[Reading, ...], rules: Rules, select: tuple[str, ...] = NUMBERS
) -> tuple[tuple[ClaimSet, ...], list[Finding]]:
    """The claim sets of documents, and what some rules find."""
    found, sets = compared(readings, rules.chosen(select, ()))
    return sets, list(found)


def shown(fault: Fault, new: Sequence[Finding]) -> set[str]:
    """The rules of those findings that show where a fault was made."""
    here = [f for f in new if any(c.document == fault.name and c.span.overlaps(fault.made) for c in f.claims)]
    return {rule for finding in here for rule in rules_of(finding)}


def main(only: Sequence[str]) -> None:
    """Make the faults and print what was found of them."""
    caught: Counter[str] = Counter()
    otherwise: Counter[str] = Counter()
    slipped: dict[str, list[str]] = defaultdict(list)
    for fault, new, text in measure(load_rules(), only):
        rules = shown(fault, new)
        if fault.rule in rules:
            caught[fault.rule] += 1
        elif rules:
            otherwise[fault.rule] += 1
        else:
            slipped[fault.rule].append(fault.told(text))
            for finding in new:
                print("astray", finding.rule, finding.message["zh"], "|", fault.told(text))
    for rule in sorted({*caught, *otherwise, *slipped}):
        print(f"{rule}: found {caught[rule]}, by another rule {otherwise[rule]}, not {len(slipped[rule])}")
        for words in slipped[rule]:
            print("   ", words)


if __name__ == "__main__":
    main(sys.argv[1:])
