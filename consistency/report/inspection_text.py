"""A document as it was understood, for people: what it says of itself, its sections, tables, numbers and damage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from rich.cells import cell_len
from rich.text import Text

from consistency.damage import UNKNOWN, in_damage
from consistency.extract.about import about
from consistency.extract.about.evidence import Candidate
from consistency.extract.outline import Outline, Section
from consistency.lexicon.about import AboutWords
from consistency.model import Damage, Mention, Reading
from consistency.normalise.pinyin import residue, without
from consistency.offsets import Span
from consistency.report.coverage import with_doubt
from consistency.report.escaping import flowing, visible
from consistency.report.lines import ShownLine, shown
from consistency.report.places import LocatedText
from consistency.report.sides import DOT
from consistency.report.text import WIDTH
from consistency.report.wording import say, worded

MOST_SECTIONS, MOST_PLACES = 30, 20  # lines of a part, unless everything is asked for
MOST_CANDIDATES = 2  # of each part, unless everything is asked for
JUDGED = {"entity": "entity", "period": "period", "kind": "kind of document"}
LONGEST = 60  # characters of a heading or a damaged place
MOST_IN_A_ROW = 8  # cells of a header, units of a table
MARKED = frozenset({"utf-8-sig", "utf-16", "utf-32"})  # encodings that only a byte order mark tells
TEXT = frozenset({".txt", ".md", ".csv"})
PAGES = frozenset({".html", ".htm"})
_EMPTY = ShownLine(Text(""))


@dataclass(frozen=True, slots=True)
class Inspected:
    """A document as understood, with its outline; `words` tell what it is about, where others do than the program's."""

    reading: Reading
    outline: Outline
    words: AboutWords | None = None

    @property
    def page(self) -> LocatedText:
        """The document's text with its lines."""
        document = self.reading.document
        return LocatedText.of(document.path, document.text, document.landmarks)

    @property
    def evidence(self) -> tuple[tuple[str, tuple[Candidate, ...]], ...]:
        """What the document may be about and what speaks for it, part by part, the likeliest first."""
        found = about(self.reading.document, self.reading.page, words=self.words)
        return (
            ("title", found.titles),
            ("entity", found.places),
            ("period", found.periods),
            ("kind", found.kinds),
            ("publisher", found.publishers),
        )


def render(
    inspected: Sequence[Inspected], *, everything: bool, lang: str, width: int | None = None, colour: bool = False
) -> str:
    """The documents one after the other; long parts cut short and saying so, unless `everything` is asked for."""
    return shown(_documents(inspected, everything, lang), max(width or WIDTH, 20), colour)


def _documents(inspected: Sequence[Inspected], everything: bool, lang: str) -> Iterator[ShownLine]:
    for place, one in enumerate(inspected):
        if place:
            yield _EMPTY
        yield from _document(one, everything, lang)


def _document(one: Inspected, everything: bool, lang: str) -> Iterator[ShownLine]:
    yield ShownLine(Text(visible(one.reading.document.path), "bold"), whole=True)
    rows = list(_rows(one.reading, lang))
    margin = max(cell_len(label) for label, _ in rows) + 2
    for label, words in rows:
        yield ShownLine(Text.assemble((label, "dim"), " " * (margin - cell_len(label)), words), indent=2, hang=margin)
    beside = visible(PurePath(one.reading.document.path).name + ".toml")
    yield ShownLine(Text(say(lang, "told beside it", file=beside), "dim"), indent=2, hang=2)
    for part in (_evidence, _sections, _tables, _damages):
        yield _EMPTY
        yield from part(one, everything, lang)


def _rows(reading: Reading, lang: str) -> Iterator[tuple[str, str]]:
    document, context = reading.document, reading.context
    told = (
        ("document title", context.title),
        ("entity", with_doubt(context.entity, context.entity_sure, lang) if context.entity else ""),
        ("period", with_doubt(context.period, context.period_sure, lang) if context.period else ""),
        ("kind of document", worded(lang, context.kind)),
        ("publisher", context.publisher),
        ("date", context.date),
    )
    suffix = PurePath(document.path).suffix.lower() or ".txt"
    yield say(lang, "read as"), visible(worded(lang, suffix))
    if suffix in TEXT | PAGES:
        yield say(lang, "encoding"), _encoding(document.encoding, suffix, lang)
    yield say(lang, "characters"), f"{len(document.text):,}"
    yield from ((say(lang, label), flowing(words) or say(lang, "not told")) for label, words in told)
    yield say(lang, "numbers"), f"{len(reading.mentions):,}"
    yield say(lang, "claims"), f"{len(reading.claims):,}"
    reasons = Counter(mention.reason for mention in reading.mentions if not mention.is_claim)
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        words = visible(worded(lang, reason)) or say(lang, "unsaid")
        yield "", f"{say(lang, 'no claim', reason=words)} × {count:,}"


def _encoding(encoding: str, suffix: str, lang: str) -> str:
    """The encoding, and by what it was told."""
    by = "by its mark" if encoding in MARKED else "by the page" if suffix in PAGES else "by the bytes"
    return say(lang, by, encoding=visible(encoding))


# -- evidence ---------------------------------------------------------------------------


def _evidence(one: Inspected, everything: bool, lang: str) -> Iterator[ShownLine]:
    """For place, time and kind the candidates, each with how sure it is and what speaks for it and against it."""
    told = [(label, candidates) for label, candidates in one.evidence if label in JUDGED and candidates]
    yield _head("evidence", sum(len(candidates) for _, candidates in told), lang)
    for label, candidates in told:
        for candidate in candidates if everything else candidates[:MOST_CANDIDATES]:
            value = flowing(worded(lang, candidate.value))
            yield ShownLine(
                Text(f"{say(lang, JUDGED[label])}  {say(lang, 'so sure', words=value, sure=candidate.sure)}"), indent=2
            )
            for witness in candidate.witnesses:
                odds = f"×{witness.odds}" if witness.odds >= 1 else f"÷{1 / witness.odds}"
                words = flowing(witness.words)[:LONGEST]
                said = say(lang, "speaks", sort=say(lang, f"by {witness.sort}"), odds=odds, words=words)
                yield ShownLine(Text(said, "dim"), indent=4, hang=2)


# -- sections ---------------------------------------------------------------------------


def _sections(one: Inspected, everything: bool, lang: str) -> Iterator[ShownLine]:
    """The headings, each with what it puts in force where that is not in force already; the deepest left out first."""
    page, told = one.page, one.outline.sections
    yield _head("sections", len(told), lang)
    depth = 5 if everything else _depth(told)
    listed = [section for section in told if section.level <= depth][: None if everything else MOST_SECTIONS]
    top = min((section.level for section in listed), default=1)
    margin = max((cell_len(page.where(section.span)) for section in listed), default=0) + 2
    before = ""
    for section in listed:
        standing = _standing(section, lang)
        where = page.where(section.span)
        yield ShownLine(
            Text.assemble(
                (where, "cyan"),
                " " * (margin - cell_len(where) + 2 * (section.level - top)),
                _title(section.span, page),
                ("" if standing == before else f"  → {standing}", "italic"),
            ),
            indent=4,
            hang=margin + 2 * (section.level - top),
        )
        before = standing
    yield from _more(len(told) - len(listed), lang, "more sections")


def _depth(sections: Sequence[Section]) -> int:
    """Down to which depth the headings are few enough to be read; the upmost are always told."""
    levels = sorted({section.level for section in sections})
    fit = [level for level in levels if sum(s.level <= level for s in sections) <= MOST_SECTIONS]
    return max(fit, default=levels[0] if levels else 0)


def _standing(section: Section, lang: str) -> str:
    """What a heading puts in force, in words: 2024 · 展望 · 市本级."""
    frame = section.frame
    words = (frame.period, say(lang, f"section {frame.status.value}"), frame.scope, frame.fund)
    return DOT.join(visible(word) for word in words if word)


# -- tables -----------------------------------------------------------------------------


def _tables(one: Inspected, everything: bool, lang: str) -> Iterator[ShownLine]:
    """The tables, each with its size, its title, its header and the units it names."""
    page, told = one.page, one.outline.tables
    yield _head("tables", len(told), lang)
    listed = told if everything else told[:MOST_PLACES]
    for table in listed:
        size = say(lang, "size", rows=table.rows, columns=len(table.header))
        title = " ".join(_title(span, page) for span in table.titles)
        head = ((page.where(table.span), "cyan"), "  ", size, "  " if title else "", (title, "bold"))
        yield ShownLine(Text.assemble(*head), indent=4, hang=4)
        header = _first([_title(span, page) for span in table.header], " | ", everything, lang)
        yield ShownLine(Text.assemble((say(lang, "header") + say(lang, "between"), "dim"), header), indent=8, hang=4)
        if table.units:
            units = _first([visible(unit) for unit in table.units], say(lang, "list"), everything, lang)
            yield ShownLine(Text.assemble((say(lang, "unit") + say(lang, "between"), "dim"), units), indent=8, hang=4)
    yield from _more(len(told) - len(listed), lang)


def _first(words: Sequence[str], between: str, everything: bool, lang: str) -> str:
    """Some words in a row, and how many there are more where they are too many to be read."""
    listed = words if everything else words[:MOST_IN_A_ROW]
    more, row = len(words) - len(listed), between.join(listed)
    return say(lang, "and more of it", listed=row, count=more) if more else row


# -- damage -----------------------------------------------------------------------------


def _damages(one: Inspected, everything: bool, lang: str) -> Iterator[ShownLine]:
    """How often each sort of damage is there, then the places with the reading proposed and the numbers left out."""
    page, told = one.page, one.reading.damages
    yield _head("damaged places", len(told), lang)
    numbers, counts = in_damage(one.reading), Counter(damage.kind for damage in told)
    if len(counts) > 1:
        sorts = sorted(counts.items(), key=lambda item: -item[1])
        words = say(lang, "list").join(f"{worded(lang, kind)} × {count:,}" for kind, count in sorts)
        yield ShownLine(Text(words), indent=4, hang=2)
    listed = told if everything else _some_of_each(told)
    margin = max((cell_len(page.where(damage.span)) for damage in listed), default=0) + 2
    for damage in listed:
        where = page.where(damage.span)
        head = Text.assemble(
            (where, "cyan"),
            " " * (margin - cell_len(where)),
            (worded(lang, damage.kind), "bold"),
            say(lang, "perhaps") if damage.certainty == "possible" and not proposed(damage) else "",
            say(lang, "between"),
            _short(damage.span.of(page.text)),
            f"  × {damage.count:,}" if damage.count > 1 else "",
        )
        yield ShownLine(head, indent=4, hang=margin)
        behind = _behind(damage, numbers.get(damage, ()), page, lang)
        yield from (ShownLine(Text(words), indent=4 + margin, hang=2) for words in behind)
    yield from _more(len(told) - len(listed), lang)
    if any(proposed(damage) for damage in listed):
        yield ShownLine(Text(say(lang, "only proposals"), "dim"), indent=4, hang=2)
    if any(UNKNOWN in damage.proposal for damage in listed):
        yield ShownLine(Text(say(lang, "unknown figure", sign=UNKNOWN), "dim"), indent=4, hang=2)


def _some_of_each(damages: Sequence[Damage]) -> list[Damage]:
    """So many places as can be read, the first of every sort among them, in order of place."""
    seen: Counter[str] = Counter()
    ranked = []
    for damage in damages:
        ranked.append((seen[damage.kind], damage))
        seen[damage.kind] += 1
    return sorted(damage for _, damage in sorted(ranked)[:MOST_PLACES])


def proposed(damage: Damage) -> str:
    """The reading proposed for a damaged place; none for what is told once for the whole document."""
    return "" if damage.kind == "pinyin_residue" else damage.proposal


def _behind(damage: Damage, inside: Sequence[Mention], page: LocatedText, lang: str) -> Iterator[str]:
    """The reading proposed for a damaged place, and the numbers inside that take no part for it."""
    if proposed(damage):
        word = "perhaps read" if damage.certainty == "possible" else "read instead"
        yield say(lang, word, words=_short(damage.proposal))
    numbers = [flowing(mention.quantity.span.of(page.text)) for mention in inside]
    if numbers:
        yield say(lang, "numbers left out") + say(lang, "between") + say(lang, "list").join(numbers)


# -- all parts --------------------------------------------------------------------------


def _head(part: str, count: int, lang: str) -> ShownLine:
    return ShownLine(
        Text(say(lang, "part" if count else "no part", part=say(lang, part), count=f"{count:,}"), "bold"), 2
    )


def _more(count: int, lang: str, word: str = "more with all") -> Iterator[ShownLine]:
    if count:
        yield ShownLine(Text(say(lang, word, count=f"{count:,}"), "dim"), indent=4, hang=2)


def _title(span: Span, page: LocatedText) -> str:
    """A heading or a cell of a header, without what a conversion left in it."""
    words = span.of(page.text)
    return _short(without(words, residue(words)))


def _short(words: str) -> str:
    """Words on one line, cut where they are long."""
    words = flowing(words.strip())
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"
