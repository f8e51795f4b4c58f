"""Carries out the examples that rules bring along: those that must fire and those that must not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consistency.checks.one_problem import rules_of
from consistency.checks.rule import Example, Rule
from consistency.engine import Rules
from consistency.extract.mentions import Extractor
from consistency.model import Document, Finding
from consistency.pipeline import compared, understood


@dataclass(frozen=True, slots=True)
class FailedExample:
    """An example that did not do what it says: the rule, which of its examples, and what was found instead."""

    rule: str
    number: int
    source: str
    message: dict[str, str]


def failures(rules: Rules) -> tuple[FailedExample, ...]:
    """The examples of the chosen rules that fail, in the order of the rules; a rule without both sorts fails too."""
    extractor = Extractor(rules.lexicon)
    found: list[FailedExample] = []
    for rule in rules.all:
        if rule.default and rule.id not in rules.chosen_ids:
            continue
        found += _missing(rule)
        for number, example in enumerate(rule.examples, 1):
            fired = [f for f in carried_out(example, rules, extractor) if rule.id in rules_of(f)]
            if bool(fired) != example.fires:
                found.append(_failure(rule, number, example, fired))
    return tuple(found)


def carried_out(example: Example, rules: Rules, extractor: Extractor) -> tuple[Finding, ...]:
    """What all rules find in the texts of an example, each a document of its own."""
    documents = [Document(f"{number}.txt", text) for number, text in enumerate(example.texts, 1)]
    readings = tuple(understood(extractor, document) for document in documents)
    return compared(readings, replace(rules, chosen_ids=frozenset(r.id for r in rules.all))).findings


def _missing(rule: Rule) -> list[FailedExample]:
    """What is wrong with a rule that has no example that fires, or none that does not."""
    told = {example.fires for example in rule.examples}
    texts = {
        True: {"zh": "没有应当触发的例子", "en": "has no example that fires"},
        False: {"zh": "没有不应触发的例子", "en": "has no example that does not fire"},
    }
    return [FailedExample(rule.id, 0, rule.source, texts[fires]) for fires in (True, False) if fires not in told]


def _failure(rule: Rule, number: int, example: Example, fired: Sequence[Finding]) -> FailedExample:
    if example.fires:
        message = {"zh": "应当触发而没有触发", "en": "must fire and does not"}
    else:
        first = fired[0].message
        message = {
            "zh": f"不应触发而触发：{first.get('zh', '')}",
            "en": f"must not fire and does: {first.get('en', '')}",
        }
    return FailedExample(rule.id, number, rule.source, message)
