"""Loads the rules and carries them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from consistency.checks import (
    accounts,
    announced,
    breach,
    completion,
    damaged,
    disagreement,
    formulas,
    growth,
    part_growth,
    parts,
    population,
    shares,
    stocks,
    tables,
    target_lists,
    variants,
)
from consistency.checks.case import Case
from consistency.checks.confidence import UNWEIGHED, Weights, load_weights, weighed
from consistency.checks.identities import FILE as IDENTITIES
from consistency.checks.identities import NOTHING_STATED, Identities, load_identities
from consistency.checks.one_problem import joined
from consistency.checks.rule import Example, Rule
from consistency.checks.verdict import worst
from consistency.lexicon import FILES as WORDS
from consistency.lexicon import Lexicon, load_lexicon
from consistency.link import Linking, load_linking
from consistency.model import ClaimSet, Finding, Severity
from consistency.rule_folder import rule_folder
from consistency.toml_tables import ConfigurationError, Table, load, nearest

LANGUAGES = ("zh", "en")
WITHOUT_RULES = (*WORDS, IDENTITIES)  # what a folder of one's own may hold beside rules

VALUES = "disagreement"  # the kind whose findings others may only be evidence for


@dataclass(frozen=True, slots=True)
class Kind:
    """What carries out the rules of one kind.

    `params` names the parameters its rules may give, each a list, with the words that may stand
    in it (any where none are named, whole numbers for None); `find` takes all rules of the kind,
    in order, and the case; `words` is what their messages may name.
    """

    params: Mapping[str, frozenset[str] | None]
    find: Callable[[Sequence[Rule], Case], list[Finding]]
    words: frozenset[str] = breach.WORDS


# What does not come out: several of these may see one problem, and are joined then.
ARITHMETIC: Mapping[str, Kind] = {
    "parts": Kind(parts.PARAMS, parts.find),
    "formula": Kind(formulas.PARAMS, formulas.find),
    "share": Kind(shares.PARAMS, shares.find),
    "growth": Kind(growth.PARAMS, growth.find),
    "part growth": Kind(part_growth.PARAMS, part_growth.find),
    "population": Kind(population.PARAMS, population.find),
    "targets": Kind(target_lists.PARAMS, target_lists.find),
    "completion": Kind(completion.PARAMS, completion.find),
    "stock": Kind(stocks.PARAMS, stocks.find),
    "account": Kind(accounts.PARAMS, accounts.find),
    "announced": Kind(announced.PARAMS, announced.find),
    "table": Kind(tables.PARAMS, tables.find),
}
KINDS: Mapping[str, Kind] = {
    VALUES: Kind(disagreement.PARAMS, disagreement.find, disagreement.WORDS),
    **ARITHMETIC,
    "damaged": Kind(damaged.PARAMS, damaged.find, damaged.WORDS),
    "variant": Kind(variants.PARAMS, variants.find, variants.WORDS),
}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in force, in the order of their files, and the words and identities that go with them."""

    all: tuple[Rule, ...]
    lexicon: Lexicon
    linking: Linking
    chosen_ids: frozenset[str]
    identities: Identities = NOTHING_STATED
    weights: Weights = UNWEIGHED

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the rules chosen, in the order of their files."""
        return tuple(r.id for r in self.all if r.id in self.chosen_ids)

    def rule(self, identifier: str) -> Rule:
        """The rule of this id."""
        for rule in self.all:
            if rule.id == identifier:
                return rule
        raise ConfigurationError(f"no rule {identifier!r}{nearest(identifier, [r.id for r in self.all])}")

    def chosen(self, select: tuple[str, ...], ignore: tuple[str, ...]) -> Rules:
        """The rules with some selected and some left out, by id or by the beginning of ids (CC1)."""
        ids = frozenset(i for s in select for i in self._matching(s)) if select else self.chosen_ids
        return replace(self, chosen_ids=ids - {i for s in ignore for i in self._matching(s)})

    def _matching(self, word: str) -> list[str]:
        known = [r.id for r in self.all]
        found = [i for i in known if i == word or (len(word) > 1 and i.startswith(word))]
        if not found:
            begun = {i[: len(word)] for i in known if i.startswith(word.upper())}
            hint = nearest(word.upper(), begun or known) or f"; rules are {', '.join(sorted(known))}"
            raise ConfigurationError(f"no rule {word!r}{hint}")
        return found


def load_rules(folders: Sequence[Path] = ()) -> Rules:
    """The rules that ship with the program and those of further folders.

    Raises `ConfigurationError` that names file and key for anything out of order.
    """
    own = rule_folder()
    rules: list[Rule] = []
    for folder in (own, *folders):
        if not Path(folder).is_dir():
            raise ConfigurationError(f"{folder}: is no folder of rules")
        files = sorted(Path(folder).glob("checks-*.toml"))
        if not files and not any((Path(folder) / name).is_file() for name in WITHOUT_RULES):
            raise ConfigurationError(f"{folder}: holds no rules ({', '.join(('checks-*.toml', *WITHOUT_RULES))})")
        for path in () if folder == own else sorted(Path(folder).glob("*.toml")):
            if path not in files and path.name not in WITHOUT_RULES:
                known = ", ".join(("checks-*.toml", *WITHOUT_RULES))
                raise ConfigurationError(f"{path}: a folder of your own may not have it; it may have {known}")
        for path in files:
            rules += _rules_of(path)
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise ConfigurationError(f"{rule.source}: rule id {rule.id} stands already in {seen[rule.id].source}")
        seen[rule.id] = rule
    lexicon = load_lexicon(own, folders)
    chosen = frozenset(id_ for id_, rule in seen.items() if rule.default)
    return Rules(
        tuple(rules), lexicon, load_linking(own), chosen, load_identities((own, *folders), lexicon), load_weights(own)
    )


def _rules_of(path: Path) -> list[Rule]:
    table = load(path)
    rules = [_rule(entry) for entry in table.tables("rule")]
    table.done()
    return rules


def _rule(entry: Table) -> Rule:
    identifier = entry.text("id")
    kind, severity = entry.text("kind"), entry.text("severity")
    if kind not in KINDS:
        raise entry.wrong("kind", f"no kind {kind!r}{nearest(kind, KINDS)}; kinds are {', '.join(KINDS)}")
    if severity not in set(Severity):
        raise entry.wrong("severity", f"no severity {severity!r}{nearest(severity, [s.value for s in Severity])}")
    rule = Rule(
        id=identifier,
        kind=kind,
        severity=Severity(severity),
        name=_by_language(entry, "name"),
        message=_message(entry, KINDS[kind].words),
        why=_by_language(entry, "why"),
        params=_params(entry.table("params", optional=True), KINDS[kind].params),
        examples=tuple(_example(e) for e in entry.tables("example")),
        source=entry.source,
        default=entry.truth("default", True),
    )
    entry.done()
    return rule


def _by_language(entry: Table, key: str) -> dict[str, str]:
    table = entry.table(key)
    texts = {language: table.text(language) for language in LANGUAGES}
    table.done()
    return texts


def _message(entry: Table, words: frozenset[str]) -> dict[str, str]:
    """The message of a rule by language; it may name what its kind fills in and nothing else."""
    texts = _by_language(entry, "message")
    for language, text in texts.items():
        try:
            text.format(**dict.fromkeys(words, ""))
        except (KeyError, IndexError, ValueError):
            known = ", ".join(f"{{{w}}}" for w in sorted(words))
            raise entry.table("message").wrong(language, f"may name {known} only") from None
    return texts


def _params(table: Table, allowed: Mapping[str, frozenset[str] | None]) -> dict[str, object]:
    params: dict[str, object] = {}
    for key, values in allowed.items():
        value = table.plain(key)
        if value is None:
            continue
        if not isinstance(value, list):
            raise table.wrong(key, "must be a list")
        if values is not None and not values:  # words of the language
            if not all(isinstance(v, str) and v for v in value):
                raise table.wrong(key, "must be a list of words")
        elif values is not None:
            for word in value:
                if word not in values:
                    raise table.wrong(key, f"no such value {word!r}{nearest(str(word), values)}")
        elif not all(isinstance(v, int) and not isinstance(v, bool) for v in value):
            raise table.wrong(key, "must be a list of whole numbers")
        params[key] = value
    table.done()
    return params


def _example(table: Table) -> Example:
    example = Example(table.truth("fires"), table.texts("texts"))
    table.done()
    return example


def judged(sets: Iterable[ClaimSet]) -> tuple[ClaimSet, ...]:
    """The claim sets with their verdicts."""
    return tuple(replace(s, verdict=worst(s.claims)) for s in sets)


def findings(rules: Rules, case: Case) -> tuple[Finding, ...]:
    """What the rules find, the gravest first.

    Every rule is carried out, chosen or not: what a rule left out would take in is not
    reported by the next one instead.
    """
    found = {name: kind.find([r for r in rules.all if r.kind == name], case) for name, kind in KINDS.items()}
    chosen = {name: _loudest([f for f in some if f.rule in rules.chosen_ids]) for name, some in found.items()}
    arithmetic = breach.sound(_loudest(f for name in ARITHMETIC for f in chosen[name]), case.readings)
    others = _loudest(f for name, some in chosen.items() if name != VALUES and name not in ARITHMETIC for f in some)
    found_at_all = joined(chosen[VALUES], arithmetic, others)
    return tuple(_loudest(weighed(found_at_all, case.readings, rules.weights)))


def _loudest(found: Iterable[Finding]) -> list[Finding]:
    """Findings in their fixed order, the gravest first."""
    order = {severity: place for place, severity in enumerate(Severity)}
    return sorted(
        found,
        key=lambda f: (order[f.severity], -f.confidence, f.rule, f.claims[0].document, f.claims[0].span, f.fingerprint),
    )
