"""The kind `damaged`: places where copying, scraping or converting did something to a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from consistency.checks.case import Case
from consistency.checks.collated import Collated
from consistency.checks.disagreement import fingerprint
from consistency.checks.rule import Rule
from consistency.checks.variants import shown
from consistency.collate.atlas import Atlas
from consistency.collate.variant import MECHANICAL, Variant
from consistency.collate.witness import Reading as Witnessed
from consistency.collate.witness import Witnesses
from consistency.damage import Damage
from consistency.model import Document, Finding, Passage, Verdict
from consistency.reprints import independent

KINDS = frozenset(
    {
        *("slip", "mojibake", "eaten_digit", "unknown_character", "question_in_word", "figures_run_together"),
        *("unit_missing", "small_area", "cut_sentence", "doubled_word", "halved_word", "split_title"),
        *("page_furniture", "pinyin_residue"),
        *MECHANICAL,
    }
)
# The parameters a rule of this kind may give: the kinds of damage it reports.
PARAMS: Mapping[str, frozenset[str] | None] = {"kinds": KINDS}
# What their messages may name.
WORDS = frozenset({"one", "other", "count"})
# Damage that another document may tell the true reading of.
UNREADABLE = frozenset({"slip", "mojibake", "eaten_digit", "unknown_character", "question_in_word"})


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind; damage belongs to the first rule that names its kind."""
    taken = {kind: rule for rule in reversed(rules) for kind in rule.params.get("kinds", [])}
    known = case.collated
    found = [lost(taken[v.kind], v, case.family) for v in known.variants if v.kind in taken and v.kind in MECHANICAL]
    documents = {reading.document.path: reading.document for reading in case.readings}
    witnesses = Witnesses(tuple(documents.values()))
    seen: Counter[tuple[str, ...]] = Counter()
    for path, damage in _alone(known):
        rule = taken.get(damage.kind)
        if rule is not None:
            told = witnesses.reading(path, damage.span) if damage.kind in UNREADABLE else None
            found.append(damaged(rule, documents[path], damage, told, case.family, seen))
    return found


def _alone(known: Collated) -> Iterator[tuple[str, Damage]]:
    """The damage that no loss found by collation tells better."""
    told = Atlas()
    told.enter((place for v in known.variants if v.kind in MECHANICAL for place in v.places), 0)
    for path in sorted(known.damages):
        for damage in known.damages[path]:
            if damage.kind in UNREADABLE or not any(True for _ in told.over([Passage(path, damage.span)])):
                yield path, damage


def lost(rule: Rule, variant: Variant, family: Mapping[str, str]) -> Finding:
    """The finding of something that a copy lost, with the reading the other copies have."""
    suggestion = {
        "zh": f"建议按其他文件读作“{variant.other}”（建议，供核对）",
        "en": f"the other documents suggest {variant.other} (a proposal to be checked)",
    }
    return shown(rule, variant, family, suggestion)


def damaged(
    rule: Rule,
    document: Document,
    damage: Damage,
    told: Witnessed | None,
    family: Mapping[str, str],
    seen: Counter[tuple[str, ...]],
) -> Finding:
    """The finding of a damaged place, with the reading that can be told for it."""
    text = damage.span.of(document.text)
    words = {"one": _one_line(text), "other": told.text if told else damage.proposal, "count": str(damage.count)}
    key = (rule.id, damage.kind, text)
    seen[key] += 1
    here = (Passage(document.path, damage.span), *(Passage(document.path, span) for span in damage.also))
    witnesses = independent(tuple(p.document for p in told.places), family) if told else ()
    return Finding(
        rule=rule.id,
        name=dict(rule.name),
        severity=rule.severity,
        verdict=Verdict.NOT_COMPARABLE,
        key=None,
        claims=(*here, *(told.places if told else ())),
        message={language: message.format(**words) for language, message in rule.message.items()},
        evidence={"kind": damage.kind, "certainty": damage.certainty},
        sides=((words["one"], (document.path,)), (words["other"], witnesses)) if told else (),
        suggestion=_suggestion(damage, told),
        fingerprint=fingerprint(*key, seen[key]),
    )


def _suggestion(damage: Damage, told: Witnessed | None) -> dict[str, str] | None:
    """The reading proposed for a damaged place, with what it rests on."""
    if told:
        return {
            "zh": f"建议按其他文件读作“{told.text}”（建议，供核对）",
            "en": f"the other documents suggest {told.text} (a proposal to be checked)",
        }
    if not damage.proposal or damage.kind == "pinyin_residue":
        return None
    sure = damage.certainty != "possible"
    return {
        "zh": f"{'建议读作' if sure else '可能读作'}“{damage.proposal}”（建议，供核对）",
        "en": f"{'read' if sure else 'perhaps'} {damage.proposal} (a proposal to be checked)",
    }


def _one_line(text: str) -> str:
    return "".join(text.split())
