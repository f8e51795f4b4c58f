"""What `identities.toml` states: which numbers make up which, which parts make a whole, and by which names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from consistency.checks.formula import Formula, FormulaError, Operand, parse
from consistency.extract.relations.spelling import canonical
from consistency.lexicon import Lexicon
from consistency.patterns import lazy
from consistency.toml_tables import Table, load, nearest

FILE = "identities.toml"
SHARE = lazy(r"(?P<number>\d+(?:\.\d+)?)%")


@dataclass(frozen=True, slots=True)
class Identity:
    """A formula that numbers of one place and period obey.

    `tolerance` is the share by which it may fail beyond all rounding; `per` how many base units of what is divided
    by make one of the unit that the result is told per (亩, where areas are in m²). Where `sure` is false, a rule
    reports a step less loudly. `nominal` says that growth is told at current prices, as the levels are.
    """

    id: str
    formula: Formula
    tolerance: Fraction = Fraction(0)
    per: Fraction = Fraction(1)
    sure: bool = True
    nominal: bool = False

    @property
    def case(self) -> str:
        """The sort of formula: bound, balance, sum, quotient or another."""
        if self.formula.sign != "=":
            return "bound"
        if any(o.before for o in self.formula.operands):
            return "balance"
        if self.formula.addends:
            return "sum"
        return "quotient" if self.formula.is_quotient else "formula"


@dataclass(frozen=True, slots=True)
class PartClass:
    """Parts that together are the whole wherever a list names all of them: 金牌、银牌、铜牌.

    A member is a tuple of the words it goes by. Some may be missing from a list (`optional`) without making the
    others less than the whole. A part that holds a word of `without` is no such part; of what is measured in a
    dimension of `not_in` the parts are not all.
    """

    id: str
    members: tuple[tuple[str, ...], ...]
    optional: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """A proportion such as 三次产业结构, told as 10.2:41.3:48.5: of which whole, in which parts, in order."""

    id: str
    names: tuple[str, ...]
    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """What rates of some kind cannot be above: all of a thing is 100% of it.

    Their names end in one of `endings` and in none of `without`, which may be larger: 毛入学率.
    """

    id: str
    endings: tuple[str, ...]
    at_most: Fraction
    without: tuple[str, ...] = ()

    def holds_for(self, name: str) -> bool:
        """Whether an indicator is a rate of this kind.

        >>> coverage = Limit("coverage", ("覆盖率", "入学率"), Fraction(100), ("毛入学率",))
        >>> coverage.holds_for("森林覆盖率"), coverage.holds_for("高等教育毛入学率")
        (True, False)
        """
        return name.endswith(self.endings) and not name.endswith(self.without)


@dataclass(frozen=True, slots=True)
class Identities:
    """Everything the files state, in their order; `terms` gives for every spelling the name it stands for."""

    identities: tuple[Identity, ...] = ()
    classes: tuple[PartClass, ...] = ()
    structures: tuple[Structure, ...] = ()
    limits: tuple[Limit, ...] = ()
    terms: Mapping[str, str] | None = None

    def term(self, name: str) -> str:
        """The name that an indicator goes by in formulas, itself where none is stated.

        >>> Identities(terms={"一产增加值": "第一产业增加值"}).term("一产增加值")
        '第一产业增加值'
        """
        return (self.terms or {}).get(name, name)


NOTHING_STATED = Identities()


def load_identities(folders: Sequence[Path], lexicon: Lexicon) -> Identities:
    """What the identities.toml of some folders state together; a folder may have none.

    Raises `ConfigurationError` that names file and key for anything out of order.
    """
    tables = [load(path) for folder in folders if (path := Path(folder) / FILE).is_file()]
    terms: dict[str, str] = {}
    for table in tables:
        for entry in table.tables("term"):
            _term(entry, terms)
    known = {*terms, *lexicon.aliases}
    seen: dict[str, str] = {}
    identities: list[Identity] = []
    classes: list[PartClass] = []
    structures: list[Structure] = []
    limits: list[Limit] = []
    for table in tables:
        identities += [_identity(e, known, terms, lexicon, seen) for e in table.tables("identity")]
        classes += [_part_class(e, seen) for e in table.tables("class")]
        structures += [_structure(e, known, lexicon, seen) for e in table.tables("structure")]
        limits += [_limit(e, seen) for e in table.tables("limit")]
        table.done()
    return Identities(tuple(identities), tuple(classes), tuple(structures), tuple(limits), _all_terms(terms, lexicon))


def _all_terms(terms: Mapping[str, str], lexicon: Lexicon) -> dict[str, str]:
    """Terms by the spelling as stated and by the one that extraction makes of it."""
    found = dict(lexicon.aliases)
    for spelling, name in terms.items():
        found[spelling] = found[canonical(spelling, lexicon)] = name
    return found


def _term(entry: Table, terms: dict[str, str]) -> None:
    name = entry.text("name")
    for spelling in (name, *entry.texts("also", ())):
        if terms.get(spelling, name) != name:
            raise entry.wrong("also", f"{spelling!r} stands for {terms[spelling]!r} already")
        terms[spelling] = name
    entry.done()


def _identifier(entry: Table, seen: dict[str, str]) -> str:
    identifier = entry.text("id")
    if identifier in seen:
        raise entry.wrong("id", f"{identifier!r} stands already in {seen[identifier]}")
    seen[identifier] = entry.source
    return identifier


def _identity(
    entry: Table, known: set[str], terms: Mapping[str, str], lexicon: Lexicon, seen: dict[str, str]
) -> Identity:
    identifier, text = _identifier(entry, seen), entry.text("formula")
    try:
        formula = parse(text)
    except FormulaError as error:
        raise entry.wrong("formula", f"{text!r} {error}") from None
    for operand in (formula.result, *formula.operands):
        _must_be_known(entry, "formula", operand.name, known)
    per = entry.text("per", "")
    if per and per not in lexicon.units.by_name:
        raise entry.wrong("per", f"no unit {per!r}{nearest(per, lexicon.units.by_name)}")
    identity = Identity(
        id=identifier,
        formula=_named(formula, {**lexicon.aliases, **terms}),
        tolerance=_percentage(entry, "tolerance", "0%") / 100,
        per=lexicon.units.by_name[per].factor if per else Fraction(1),
        sure=entry.truth("sure", True),
        nominal=entry.truth("nominal", False),
    )
    entry.done()
    return identity


def _named(formula: Formula, names: Mapping[str, str]) -> Formula:
    """The formula with every indicator under the name that claims have."""
    wanted = {o: Operand(names.get(o.name, o.name), o.before) for o in (formula.result, *formula.operands)}
    return formula.renamed(wanted)


def _percentage(entry: Table, key: str, otherwise: str | None = None) -> Fraction:
    """A percentage of an entry, in hundredths."""
    text = entry.text(key) if otherwise is None else entry.text(key, otherwise)
    found = SHARE.fullmatch(text)
    if found is None:
        raise entry.wrong(key, f'must be a percentage such as "3%", and is {text!r}')
    return Fraction(found["number"])


def _limit(entry: Table, seen: dict[str, str]) -> Limit:
    found = Limit(
        _identifier(entry, seen), entry.texts("endings"), _percentage(entry, "at_most"), entry.texts("without", ())
    )
    entry.done()
    return found


def _part_class(entry: Table, seen: dict[str, str]) -> PartClass:
    identifier = _identifier(entry, seen)
    members, optional = entry.texts("members"), entry.texts("optional", ())
    if len(members) < 2:
        raise entry.wrong("members", "must name two parts or more")
    found = PartClass(
        identifier,
        tuple(tuple(m.split("|")) for m in members),
        tuple(tuple(m.split("|")) for m in optional),
        entry.texts("without", ()),
        entry.texts("not_in", ()),
    )
    entry.done()
    return found


def _structure(entry: Table, known: set[str], lexicon: Lexicon, seen: dict[str, str]) -> Structure:
    structure = Structure(_identifier(entry, seen), entry.texts("names"), entry.text("whole"), entry.texts("parts"))
    for key, names in (("whole", (structure.whole,)), ("parts", structure.parts)):
        for name in names:
            _must_be_known(entry, key, name, known)
    entry.done()
    return structure


def _must_be_known(entry: Table, key: str, name: str, known: set[str]) -> None:
    if name not in known:
        raise entry.wrong(key, f"no indicator or term {name!r}{nearest(name, known)}")
