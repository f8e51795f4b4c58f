"""The rules about the text itself, and what they find among documents: what their tests share."""

from __future__ import annotations

from functools import cache

from consistency.checks import damaged, variants
from consistency.checks.case import Case
from consistency.checks.rule import Example, Rule
from consistency.model import Document, Finding, Severity
from consistency.pipeline import case_of, understood
from consistency.rule_folder import rule_folder
from consistency.toml_tables import Table, load
from tests.domain import extractor, rules

TEXT_RULES = "checks-text.toml"


@cache
def text_rules() -> tuple[Rule, ...]:
    """The rules of the kinds `damaged` and `variant`, as their file states them."""
    return tuple(_rule(entry) for entry in load(rule_folder() / TEXT_RULES).tables("rule"))


def _rule(entry: Table) -> Rule:
    def told(key: str) -> dict[str, str]:
        return {language: entry.table(key).text(language) for language in ("zh", "en")}

    return Rule(
        id=entry.text("id"),
        kind=entry.text("kind"),
        severity=Severity(entry.text("severity")),
        name=told("name"),
        message=told("message"),
        why=told("why"),
        params={"kinds": list(entry.table("params").texts("kinds"))},
        examples=tuple(Example(e.truth("fires"), e.texts("texts")) for e in entry.tables("example")),
        source=entry.source,
    )


def rule(identifier: str) -> Rule:
    """The rule of an id."""
    return next(r for r in text_rules() if r.id == identifier)


def case(*documents: Document) -> Case:
    """Documents as the rules see them."""
    readings = tuple(understood(extractor(), document) for document in documents)
    return case_of(readings, rules())


def findings(seen: Case) -> list[Finding]:
    """What the rules about the text find in a case."""
    hurt = damaged.find([r for r in text_rules() if r.kind == "damaged"], seen)
    return hurt + variants.find([r for r in text_rules() if r.kind == "variant"], seen)


def found(*texts: str) -> list[Finding]:
    """What the rules about the text find among documents named 0.txt, 1.txt and so on."""
    return findings(case(*(Document(f"{n}.txt", text) for n, text in enumerate(texts))))
