"""The kind `targets`: a table of targets and outcomes against what the text says of them.

Cases: `left out`, an indicator that clearly missed its target and is missing from the list of those that did;
`all met`, one that missed its target where the text says that all were met; `unknown`, one said to have missed it where
the table has no outcome. `lower` names what is better the lower it is, `short` by how many hundredths of its target an
outcome falls short before the miss is clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from consistency.checks import breach
from consistency.checks.breach import Breach, written
from consistency.checks.case import Case
from consistency.checks.ledger import OUTCOME, SIDES, TARGET, Ledger, Place, place_of
from consistency.checks.rule import Rule
from consistency.checks.spelling import canonical, unmarked
from consistency.extract.relations.sheet import Fact, Sheet
from consistency.lexicon import Lexicon
from consistency.model import Bound, Finding, Passage
from consistency.offsets import Span

CASES = frozenset({"left out", "all met", "unknown"})
PARAMS: Mapping[str, frozenset[str] | None] = {"cases": CASES, "lower": frozenset(), "short": None}
MISSED = re.compile(
    r"未(?:能)?(?:完成|达到|实现|达)(?:预期|目标|年度|全年|年初)|(?:低于|不及|没有达到|逊于)(?:预期|目标|年度目标|年初目标)"
    r"|[与较](?:预期|目标)(?:目标)?(?:还)?(?:有|存在)(?:一定|较大)?的?差距"
)
MET = re.compile(
    r"指标[^，。;]{0,12}(?:全部|均|全面|圆满|如期|顺利|都)(?:已)?(?:完成|达到|实现|达成)[^，。;]{0,6}(?:目标|预期|任务)"
    r"|(?:全面|全部|圆满)(?:完成|实现)[^，。;]{0,10}指标"
)
OPEN = re.compile(r"等(?:[^，。;、]{0,6}指标)?[^，。;、]{0,8}$")
COUNTED = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)[项个](?:主要|约束性|预期性|核心)?(?:指标|目标)?[^，。;]{0,6}$")
EXCEPT = re.compile(r"除[^。;]{0,60}外")
# What a table has in the place of an outcome: 市级暂未反馈、待核定
NO_OUTCOME = re.compile(r"[\s|]*(?P<words>[^\n\t|\d]{0,8}(?:未|暂|待|无数据|缺)[^\n\t|\d]{0,8})")
LONGEST = 150


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator of a table with its target and its outcome."""

    target: Fact
    actual: Fact

    @property
    def name(self) -> str:
        return self.actual.mention.name


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that tells of targets missed or met: where, in which words, and whether its list leaves more open."""

    sheet: Sheet
    place: Span
    words: str
    open: bool


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind."""
    lower = tuple(w for r in rules for w in r.params.get("lower", ()))
    short = Fraction(max((n for r in rules for n in r.params.get("short", ())), default=0), 100)
    missed = [said for sheet in case.sheets for said in _said(sheet, MISSED, case.lexicon)]
    met = [said for sheet in case.sheets for said in _said(sheet, MET, case.lexicon)]
    found: list[Breach] = []
    for one in case.ledgers:
        sheet = one.sheet
        rows = list(_rows(one))
        short_of = [r for r in rows if falls_short(r, lower, short)]
        entity = sheet.reading.context.entity
        there = [s for s in missed if s.sheet.reading.context.entity == entity]
        found += _left_out(rows, short_of, there, case.lexicon)
        found += _unknown(one, there, case.lexicon) if rows else ()
        if not there:
            found += _all_met(short_of, [s for s in met if s.sheet is sheet])
    return breach.findings(rules, found)


def _rows(one: Ledger) -> Iterator[Row]:
    """The rows of tables that tell target and outcome of one year."""
    for place in sorted(one.entries):
        if place.standing != OUTCOME:
            continue
        aim = Place(place.entity, place.period, TARGET, place.scope)
        for (name, side), actuals in one.entries[place].items():
            targets = [f for f in one.facts(aim, name, side) if "table" in f.mention.traits]
            told = [f for f in actuals if "table" in f.mention.traits]
            if len(targets) == 1 and len(told) == 1 and targets[0].like(told[0]):
                yield Row(targets[0], told[0])


def falls_short(row: Row, lower: Sequence[str], short: Fraction) -> bool:
    """Whether an outcome clearly misses its target, whichever way is the better."""
    target, actual = row.target.quantity, row.actual.quantity
    aim = target.base_value
    slack = abs(aim) * short
    if target.bound in (Bound.AT_MOST, Bound.NEAR) or any(w in row.name for w in lower):
        return actual.expected.low is not None and actual.expected.low > aim + slack
    return actual.expected.high is not None and actual.expected.high < aim - slack


def _said(sheet: Sheet, pattern: re.Pattern[str], lexicon: Lexicon) -> Iterator[Said]:
    done = -1
    for found in pattern.finditer(sheet.text):
        if found.start() < done:
            continue  # the sentence is read already
        sentence = sheet.sentence(found.start())
        done = sentence.end
        words = sentence.of(sheet.text)
        follows = re.match(r"[^。!?\n]*[。!?\n]?", sheet.text[sentence.end :])
        if follows and re.match(r"\s*(?:其中|主要是|分别是|具体)", follows.group()):
            words += follows.group()
        before = sheet.text[sentence.start : found.start()]
        clause = re.split(r"[，。;:]", before)[-1]
        open_ = bool(OPEN.search(clause)) and not re.search(r"其中|分别", words)
        start = max(sentence.start, found.start() - len(clause))
        place = Span(start, min(found.end(), start + LONGEST))
        yield Said(sheet, place, canonical(unmarked(words), lexicon), open_)


def _named(row: Row, said: Said, lexicon: Lexicon) -> bool:
    return canonical(unmarked(row.name), lexicon) in said.words


def _left_out(rows: Sequence[Row], short_of: Sequence[Row], said: Sequence[Said], lexicon: Lexicon) -> Iterator[Breach]:
    """Rows that clearly fall short and that no list of such names, where one of the lists claims to be whole."""
    lists = [s for s in said if sum(_named(r, s, lexicon) for r in rows) > 1 or _counts(s)]
    lists = [s for s in lists if any(_named(r, s, lexicon) for r in short_of)]
    whole = [s for s in lists if not s.open]
    if not whole or any(EXCEPT.search(s.words) for s in whole):
        return
    for row in short_of:
        if any(_named(row, s, lexicon) for s in lists):
            continue
        places = [s.sheet.passage(s.place.start, s.place.end) for s in (*whole, *(s for s in lists if s.open))]
        yield _breach("left out", row, places, whole[0])


def _unknown(one: Ledger, said: Sequence[Said], lexicon: Lexicon) -> Iterator[Breach]:
    """Rows without an outcome that a sentence says to have missed their target."""
    sheet = one.sheet
    for target in sheet.facts:
        key = target.key
        if key is None or "table" not in target.mention.traits or place_of(key).standing != TARGET:
            continue
        cell = NO_OUTCOME.match(sheet.text, target.end)
        outcome = Place(place_of(key).entity, key.period, OUTCOME, key.scope)
        if cell is None or one.facts(outcome, target.mention.name, SIDES[key.measure]):
            continue
        named = next((p for s in said if (p := _clause_naming(s, target, lexicon)) is not None), None)
        if named is not None:
            words = named.span.of(named.sheet.text)
            place = named.sheet.passage(named.span.start, named.span.end)
            yield Breach("unknown", key, (place, target.place), cell["words"].strip(), written(target), words)


@dataclass(frozen=True, slots=True)
class _Named:
    """A stretch of a sheet that names an indicator."""

    sheet: Sheet
    span: Span


def _clause_naming(said: Said, row: Fact, lexicon: Lexicon) -> _Named | None:
    """The part of a sentence, between semicolons, that names a row of the table."""
    sentence = said.sheet.sentence(said.place.start)
    name = canonical(unmarked(row.mention.name), lexicon)
    for part in re.finditer(r"[^;，]+(?:，[^;，]+)*", sentence.of(said.sheet.text)):
        if name in canonical(unmarked(part.group()), lexicon):
            start = sentence.start + part.start()
            return _Named(said.sheet, Span(start, min(sentence.start + part.end(), start + LONGEST)))
    return None


def _counts(said: Said) -> bool:
    """Whether a sentence says how many indicators there are: 3项指标低于预期."""
    return bool(COUNTED.search(said.sheet.text[said.place.start : said.place.end].split("低于")[0]))


def _all_met(short_of: Sequence[Row], said: Sequence[Said]) -> Iterator[Breach]:
    for row in short_of if said else ():
        if not EXCEPT.search(said[0].words):
            yield _breach("all met", row, [said[0].sheet.passage(said[0].place.start, said[0].place.end)], said[0])


def _breach(case: str, row: Row, places: Sequence[Passage], said: Said) -> Breach:
    return Breach(
        case=case,
        key=row.actual.mention.key,
        places=(row.actual.place, *places, row.target.place),
        stated=written(row.actual),
        derived=written(row.target),
        how=said.place.of(said.sheet.text).strip("，。 "),
    )
