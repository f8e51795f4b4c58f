"""The kind `damaged`: places where copying, scraping or converting did something to a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from consistency.checks.case import Case
from consistency.checks.disagreement import fingerprint
from consistency.checks.rule import Rule
from consistency.checks.variants import shown
from consistency.collate.atlas import Atlas
from consistency.collate.variant import MECHANICAL, Variant
from consistency.collate.witness import Witnessed, Witnesses
from consistency.damage import in_damage
from consistency.model import Damage, Finding, Mention, Passage, Reading, Verdict
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
LEFT_OUT = "numbers left out"  # the evidence that names the numbers not compared for the damage


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind; damage belongs to the first rule that names its kind."""
    taken = {kind: rule for rule in reversed(rules) for kind in rule.params.get("kinds", [])}
    losses = [v for v in case.variants if v.kind in MECHANICAL]
    found = [lost(taken[v.kind], v, case.family) for v in losses if v.kind in taken]
    witnesses = Witnesses(case.readings, case.lexicon.collation)
    numbers = {reading.document.path: in_damage(reading) for reading in case.own}
    seen: Counter[tuple[str, ...]] = Counter()
    for reading, damage in _alone(case.own, losses):
        rule = taken.get(damage.kind)
        if rule is not None:
            path = reading.document.path
            told = witnesses.reading(path, damage.span) if damage.kind in UNREADABLE else None
            found.append(damaged(rule, reading, damage, numbers[path].get(damage, ()), told, case.family, seen))
    return found


def _alone(readings: Sequence[Reading], losses: Sequence[Variant]) -> Iterator[tuple[Reading, Damage]]:
    """The damage that no loss found by collation tells better."""
    told = Atlas()
    told.enter((place for loss in losses for place in loss.places), 0)
    for reading in sorted(readings, key=lambda r: r.document.path):
        for damage in reading.damages:
            here = Passage(reading.document.path, damage.span)
            if damage.kind in UNREADABLE or not any(True for _ in told.over([here])):
                yield reading, damage


def lost(rule: Rule, variant: Variant, family: Mapping[str, str]) -> Finding:
    """The finding of something that a copy lost, with the reading the other copies have."""
    suggestion = {
        "zh": f"建议按其他文件读作“{variant.other}”（建议，供核对）",
        "en": f"the other documents suggest {variant.other} (a proposal to be checked)",
    }
    return shown(rule, variant, family, suggestion)


def damaged(
    rule: Rule,
    reading: Reading,
    damage: Damage,
    inside: Sequence[Mention],
    told: Witnessed | None,
    family: Mapping[str, str],
    seen: Counter[tuple[str, ...]],
) -> Finding:
    """The finding of a damaged place, with the reading that can be told for it and the numbers it keeps out."""
    document = reading.document
    out = "、".join(m.quantity.span.of(document.text) for m in inside)
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
        evidence={"kind": damage.kind, "certainty": damage.certainty} | ({LEFT_OUT: out} if out else {}),
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
