"""docs/rules.md, made of the rules themselves: `python -m consistency.report.rule_reference docs/rules.md`."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from consistency.checks.rule import Example, Rule
from consistency.engine import load_rules

HEAD = """# Rules

Written by `python -m consistency.report.rule_reference docs/rules.md` from `rules/checks-*.toml`; do not edit. How
each did where it was measured: [rules-measured.md](rules-measured.md). How to write one:
[writing-rules.md](writing-rules.md).

| rule | severity | what | 名称 |
|---|---|---|---|
"""


def reference(rules: Sequence[Rule]) -> str:
    """The page: a table of all rules, then each with why it is there and what it does and does not report."""
    ordered = sorted(rules, key=lambda rule: rule.id)
    rows = [
        f"| [{r.id}](#{r.id.lower()}) | {r.severity.value} | {_plain(r.name['en'])} | {_plain(r.name['zh'])} |\n"
        for r in ordered
    ]
    return HEAD + "".join(rows) + "".join(_section(rule) for rule in ordered)


def _section(rule: Rule) -> str:
    lines = [
        "",
        f"## {rule.id}",
        "",
        f"**{_plain(rule.name['en'])}** · {_plain(rule.name['zh'])} · {rule.severity.value} · kind `{rule.kind}`",
        "",
        _plain(rule.why["en"]),
        "",
        _plain(rule.why["zh"]),
        "",
        f"Says: `{rule.message['zh']}`",
    ]
    for fires, words in ((True, "Reported:"), (False, "Not reported:")):
        examples = [e for e in rule.examples if e.fires is fires]
        if examples:
            lines += ["", words, "", "```text", *_texts(examples), "```"]
    return "\n".join(lines) + "\n"


def _texts(examples: Sequence[Example]) -> list[str]:
    """The texts of examples, a blank line between examples and a dash between documents of one."""
    found: list[str] = []
    for example in examples:
        found += [""] if found else []
        for number, text in enumerate(example.texts):
            found += ["—"] if number else []
            found += [line for line in text.splitlines() if line.strip()]
    return found


def _plain(words: str) -> str:
    """Words in one line in which nothing is taken for a mark of the page."""
    return re.sub(r"([*_<>|\[\]])", r"\\\1", " ".join(words.split()))


def main(arguments: Sequence[str]) -> int:
    """Write the page to the file that is named."""
    (path,) = arguments
    Path(path).write_text(reference(load_rules().all), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
