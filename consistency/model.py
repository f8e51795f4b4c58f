"""The types that flow through the program; every stage takes some of these and gives others.

Positions are code points of the document's text as read. Numbers are exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from importlib import import_module

from consistency.interval import Interval
from consistency.offsets import Span
from consistency.text.page import Page, page_of
from consistency.text.tables import TableBlock


class Bound(StrEnum):
    """What the words around a number make of it.

    >>> Bound("over")
    <Bound.OVER: 'over'>
    """

    EXACT = "exact"  # 80.3亿元
    OVER = "over"  # 超、逾、突破、多于 X
    AT_LEAST = "at_least"  # X以上、不少于、上千
    NEAR = "near"  # 近、不到 X
    AT_MOST = "at_most"  # X以内、不超过、≤
    ABOUT = "about"  # 约 X、X左右
    REMAINDER = "remainder"  # X余、X多


class Measure(StrEnum):
    """Which side of an indicator a number speaks of."""

    LEVEL = "level"
    CHANGE = "change"
    GROWTH = "growth"
    SHARE = "share"
    RATIO = "ratio"
    RANK = "rank"
    COUNT = "count"


class Status(StrEnum):
    """Whether a number tells what happened or what is meant to."""

    ACTUAL = "actual"
    TARGET = "target"
    PLAN = "plan"
    ESTIMATE = "estimate"


class Severity(StrEnum):
    """How loudly a finding is reported."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Verdict(StrEnum):
    """How the claims of one key stand to each other."""

    AGREE = "agree"
    TENSION = "tension"
    CONFLICT = "conflict"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says of itself: whose, where and when.

    `entity` is the place or body that “全区” or “全市” mean here, `period` the year the document tells of; how sure
    they are stands beside them in hundredths, 100 for what was told by hand.
    """

    title: str = ""
    entity: str = ""
    period: str = ""
    kind: str = ""
    publisher: str = ""
    date: str = ""
    entity_sure: int = 100
    period_sure: int = 100


@dataclass(frozen=True, slots=True)
class Document:
    """One source as read: `text` without any change, and how its bytes were decoded.

    `landmarks` tell a place as the reader of the original finds it: (start, label), in order,
    such as (1200, "Sheet1!B7"); empty for plain text, where line and column do.
    `tables` are those that the reader of its format knows, in order; none for plain text, in which they are found.
    `properties` are what the file says of the document beside the text: they may be true, or another document's.
    `digest` is the SHA-256 of the file's bytes, by which anybody can tell whether it is still the same file.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    landmarks: tuple[tuple[int, str], ...] = ()
    properties: Context = Context()
    digest: str = field(default="", compare=False)
    tables: tuple[TableBlock, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the lexicon knows it: `factor` base units of `dimension` make one.

    `scale` units (万, 亿) carry no dimension. A counter (家, 个) is its own dimension `count`.
    """

    name: str
    dimension: str
    base: str
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written: what stands there, in which unit, with which bound.

    `span` covers number, unit and the words of the bound; `number` the figures alone.
    `value` and `unit` are as written (“80.3”, “亿元”); `base_value` is exact, in `base_unit`.
    `step` is the size of the last place written, in base units (nought where nothing was rounded).
    `stated` is what the words assert, `expected` what a writer would have meant.
    """

    span: Span
    number: Span
    value: str
    unit: str
    base_value: Fraction
    base_unit: str
    dimension: str
    bound: Bound
    step: Fraction
    stated: Interval
    expected: Interval
    form: str = "number"  # number, percent, point, fraction, rate, rank, range, magnitude, proportion, times, unchanged
    reading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """The indicator key: what a claim is about. Equal keys, same thing.

    `scope` is whose accounts are meant, or the area of a ranking; `whole` the subgroup that the indicator is told of
    (民营经济 of whose 第一产业增加值), empty where it is the place's own; `basis` what growth or an account is reckoned
    on, where that is not the usual one (环比, 年均, 较2019年, 同口径).
    """

    entity: str
    indicator: str
    measure: Measure
    period: str
    status: Status
    scope: str = ""
    whole: str = ""
    basis: str = ""

    @property
    def subject(self) -> str:
        """The indicator with its subgroup and its basis, as reports tell it.

        >>> Key("青山县", "出口总额", Measure.GROWTH, "2023", Status.ACTUAL, whole="民营企业", basis="环比").subject
        '民营企业出口总额环比'
        """
        return self.whole + self.indicator + self.basis


@dataclass(frozen=True, slots=True)
class Evidence:
    """What set an aspect of a key: in which way, and the words that did.

    `aspect` is a field of the key, `rule` how its value was come by: told in the sentence, in one before, in a
    heading, by the document. What the document tells of itself, and what nothing says, has no words.
    """

    aspect: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity found in a document, with what its surroundings say of it.

    `span` is tight: the words that carry the statement, indicator and number, at most 160 code points.
    `reason` tells in a word why the mention is no claim: what its `key` lacks where that is None, or that the text
    around it is damaged.
    """

    document: str
    span: Span
    number: Span
    quantity: Quantity
    key: Key | None
    reason: str = ""
    words: str = ""  # the number as written, with unit and bound
    name: str = ""  # the indicator's words in their normal form
    also: tuple[str, ...] = ()  # other names the sentence allows for it
    heading: str = ""  # the heading it stands under
    over: tuple[Span, ...] = ()  # where the words over its column stand, from the top down
    context: str = ""  # the clause around it, folded, for linking
    sentence: int | None = None  # where its sentence begins in the folded text; a cell of a table is in none
    clause: str = ""  # of these the words between the two commas that it stands between
    traits: tuple[str, ...] = ()  # flow, stock, and other marks a meeting must respect
    reading: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()  # what set each aspect of the key, where that is known

    @property
    def place(self) -> Claim | Passage:
        """What a finding points at for this number."""
        return Claim(self, self.key) if self.key else Passage(self.document, self.span)

    @property
    def is_claim(self) -> bool:
        """Whether it is known what the number is about, and nothing speaks against taking it as it stands."""
        return self.key is not None and not self.reason


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention whose indicator key is complete."""

    mention: Mention
    key: Key

    def __hash__(self) -> int:
        """By its place: claims are looked up often, and the numbers of an interval are slow to hash."""
        return hash((self.mention.document, self.mention.number))

    @property
    def document(self) -> str:
        return self.mention.document

    @property
    def span(self) -> Span:
        return self.mention.span

    @property
    def quantity(self) -> Quantity:
        return self.mention.quantity


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that a finding points at where no number is in question."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Meeting:
    """Why two claims met, or did not: what says how much for their being of one thing, in hundredths of a bit.

    `levels` are (comparison, level, weight), which with the `prior` make the sum; `bars` what forbids the meeting, as
    (aspect, how it stands with the two); `rivals` the next best partner of either in the other's document, and its sum.
    """

    one: Claim
    other: Claim
    met: bool
    prior: int
    levels: tuple[tuple[str, str, int], ...]
    bars: tuple[tuple[str, str], ...] = ()
    rivals: tuple[tuple[Claim, int], ...] = ()

    @property
    def level(self) -> dict[str, str]:
        """The level of each comparison by its name."""
        return {comparison: level for comparison, level, _ in self.levels}

    @property
    def sum(self) -> int:
        """What everything together says: the log-odds that the two are of one thing."""
        return self.prior + sum(weight for _, _, weight in self.levels)

    @property
    def margin(self) -> int | None:
        """By how much the two beat the best rival; nothing where there is none."""
        return self.sum - max(worth for _, worth in self.rivals) if self.rivals else None


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """Claims of one key, in order of document and place; `verdict` of the two that differ most.

    `score` is the probability that they are of one thing, and `meeting` the two that it is told of; `sole` says that
    nothing else in their documents fits either of the two, and that their names tell.
    """

    key: Key
    claims: tuple[Claim, ...]
    verdict: Verdict
    score: Decimal = Decimal(0)
    meeting: Meeting | None = None
    sole: bool = False


FINGERPRINTS = 2  # the version of what fingerprints are made of; what was recorded under an older one is carried over


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports: the primary place first, then the related ones, and why.

    `name`, `message` and `suggestion` by language (“zh”, “en”). `evidence` is ordered name and value, ready to print.
    `sides` are the independent sources behind each value: (value as written, paths). `features` are what can be seen of
    how sure the finding is, and `confidence` the probability, in hundredths, that it is a real disagreement; `meeting`
    tells why the claims of a disagreement are held to be of one thing.
    """

    rule: str
    name: dict[str, str] = field(hash=False)
    severity: Severity
    verdict: Verdict
    key: Key | None
    claims: tuple[Claim | Passage, ...]
    message: dict[str, str] = field(hash=False)
    evidence: dict[str, str] = field(default_factory=dict, hash=False)
    sides: tuple[tuple[str, tuple[str, ...]], ...] = ()
    suggestion: dict[str, str] | None = field(default=None, hash=False)
    fingerprint: str = ""
    formerly: str = ""  # its fingerprint in the version before, where that is another
    features: tuple[str, ...] = ()
    confidence: Decimal = Decimal(1)
    meeting: Meeting | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read: where, and what would mend it, by language.

    `fault` tells what went wrong in the program where the document is not to blame.
    """

    path: str
    message: dict[str, str] = field(hash=False)
    fault: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Damage:
    """A damaged place of a document: what sort of damage, and how the text may have read, if that can be told.

    `certainty` is “sure”, “likely” or “possible”, and tells of the proposal where there is one, else of the damage.
    `also` are further places of the same damage, `count` is how often it occurs in the document.
    """

    span: Span
    kind: str
    proposal: str = ""
    certainty: str = "likely"
    also: tuple[Span, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Term:
    """A number that takes part in a relation: added or taken away, and the words that say what it is there."""

    mention: Mention
    sign: int = 1
    words: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a passage says between its numbers: `result` is what the `terms` make, in the way that `kind` tells.

    Kinds and how their terms make the result:
    `chain`, `totalled`, `changed` and `balance` are accounts, the sum of the terms with their signs; `parts`, the
    sum of the terms where the list is `complete`, and no less than any of them; `unnamed share`, `named share`, `rate`
    and `target`, the first term in hundredths of the second, `sibling share` of what each further pair of terms, a part
    and its share, is of; `growth`, `points`, `difference`, `times` and `doubled`,
    what leads from the first term to the second; `change`, the growth of a level (the first term) that rose by the
    second, and `change of a base`, of a base that did; `restated`, the first term itself; `cumulative`, the sum of
    what there was and what was added. Those of tables are `table sum` and `table total`, the sum of rows or of columns,
    `table rate` and `table share`, `table growth` and `table change`.

    `sure` is how many of the parts certainly belong to a list.
    `words` are those that make the relation, `span` the passage in the text as read, `unread` what in the passage may
    have been a term and told no number. `others` are all numbers of the passage, in order: the other readings.
    """

    kind: str
    result: Term
    terms: tuple[Term, ...]
    words: str
    span: Span
    complete: bool = True
    sure: int = 0
    unread: tuple[str, ...] = ()
    others: tuple[Mention, ...] = ()

    @classmethod
    def between(
        cls,
        kind: str,
        result: Term,
        terms: Sequence[Term],
        words: str,
        others: Iterable[Mention],
        unread: Sequence[str] = (),
    ) -> Relation:
        """The relation of some terms and what they make, its passage no longer than from the first to the last."""
        spans = [term.mention.span for term in (result, *terms)]
        passage = Span(min(s.start for s in spans), max(s.end for s in spans))
        return cls(kind, result, tuple(terms), words, passage, unread=tuple(unread), others=tuple(others))


EMPTY, UNREAD = -1, -2  # what stands in the place of a number in a row of a grid: nothing, or what is no one number


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a table as its heads were read: `side` is empty for amounts, else “growth”, “share”, “rate”, …"""

    words: str
    side: str
    period: str
    status: Status


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table: its label with the ordinal before it, the code in front of that, and a place for each column.

    `cells` are the places of their numbers among the mentions of the reading; `EMPTY` where nothing stands, `UNREAD`
    where something else does than one number.
    """

    label: str
    code: str
    cells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it was read: what its numbers have to do with each other follows from where they stand."""

    caption: str
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """One document as understood: context, mentions, damage, relations, in order of place; and its tables."""

    document: Document
    context: Context
    mentions: tuple[Mention, ...]
    damages: tuple[Damage, ...] = ()
    relations: tuple[Relation, ...] = ()
    grids: tuple[Grid, ...] = ()
    _page: Page | None = field(default=None, repr=False, compare=False)
    _claims: tuple[Claim, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def __repr__(self) -> str:
        """Which document, and how much was read of it."""
        return f"<Reading of {self.document.path}: {len(self.mentions)} numbers, {len(self.claims)} claims>"

    @property
    def page(self) -> Page:
        """The text folded and cut up: once, by whoever asks first."""
        if self._page is None:
            object.__setattr__(self, "_page", page_of(self.document.text))
        assert self._page is not None
        return self._page

    @property
    def summary(self) -> Summary:
        """What the document comes to."""
        counts = len(self.document.text), len(self.mentions), len(self.claims)
        return Summary(self.document.path, self.document.digest, self.context, *counts)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The mentions that can be compared."""
        if self._claims is None:
            found = tuple(Claim(m, m.key) for m in self.mentions if m.key is not None and m.is_claim)
            object.__setattr__(self, "_claims", found)
        assert self._claims is not None
        return self._claims


@dataclass(frozen=True, slots=True)
class Summary:
    """What a document comes to: the digest of its file, its context, how many characters, numbers and claims it has.

    `place` is its place among all documents of a run, where its reading is not among them.
    """

    path: str
    digest: str
    context: Context
    characters: int
    quantities: int
    claims: int
    place: int = -1


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """Everything a renderer needs; findings and sets in their fixed order.

    `others` are documents that were compared too, and of which nothing is told: their texts are not at hand.
    """

    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    sets: tuple[ClaimSet, ...]
    problems: tuple[Problem, ...]
    others: tuple[Summary, ...] = field(default=(), kw_only=True)

    @property
    def documents(self) -> tuple[Summary, ...]:
        """What each document comes to, in the order in which all were read."""
        found = [reading.summary for reading in self.readings]
        for other in self.others:
            found.insert(other.place, other)
        return tuple(found)

    @property
    def met(self) -> int:
        """How many claims have a counterpart in another document."""
        return sum(len(s.claims) for s in self.sets)

    def __repr__(self) -> str:
        """How much there is of it, and not all that is in it."""
        counts = Counter(finding.severity.value for finding in self.findings)
        told = ", ".join(f"{severity} {counts[severity]}" for severity in Severity if counts[severity])
        findings = f"{len(self.findings)} findings" + (f" ({told})" if told else "")
        return f"<{type(self).__name__}: {len(self.readings)} documents, {findings}, {len(self.problems)} problems>"

    def to_records(self, lang: str = "zh") -> list[dict[str, object]]:
        """A flat record for each place of each finding, for data frames."""
        # What shows a report lies above it, and is loaded when it is asked for.
        flat: list[dict[str, object]] = import_module("consistency.report.flat").records(self, lang)
        return flat

    def _repr_html_(self) -> str:
        """What a notebook shows: the findings as a table, and how much could be compared."""
        page: str = import_module("consistency.report.flat").page(self, "zh")
        return page
