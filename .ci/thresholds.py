"""The page of the numbers that decide something: `python .ci/thresholds.py > docs/thresholds.md`.

Every number with a name of its own at the head of a module is listed with what its comment says of it; what is no
decision (a hundred, nought) is left out by name.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "consistency"
NAME = re.compile(r"_?[A-Z][A-Z0-9_]*")
NUMBER = re.compile(r"-?[\d_.]+|(?:Fraction|Decimal)\([^()]*\)|\d+ (?:<<|\*) [\w.]+|0x\w+")
# Numbers of arithmetic and of formats, which nobody could have chosen otherwise.
NO_DECISIONS = {"HUNDRED", "PERCENT", "NOUGHT", "_ONE", "TENTH", "TWENTIETH", "SCHEMA", "OURS", "FORM", "FIRST"}

HEAD = """# Thresholds

Every number that decides something, and from where it is. Made by `python .ci/thresholds.py > docs/thresholds.md` from
the code, where each stands once, with a name; a test compares the two.

Three sorts of numbers stand elsewhere:

- **Learnt weights** are in `rules/link.toml` (who meets whom, by `benchmarks/train_link.py` from pairs that readers
  marked; cross-validated figures in [linking.md](linking.md)) and `rules/confidence.toml` (how sure a finding is, by
  `benchmarks/train_confidence.py`; [rules-measured.md](rules-measured.md)). `rules/frequencies.tsv` counts words once,
  over statements of the field.
- **Words**: bounds (近, 超, 余) are in `rules/bounds.toml` and how far each reaches is in
  `consistency/extract/quantities/meaning.py`; units are in `rules/units.toml`, limits of rates in
  `rules/identities.toml`.
- **Bounds on one run** that a project sets: `[limits]` of the settings ([trust.md](trust.md)).

Where nothing else is said, a number below was set by hand while reading the development documents, and was not measured
by itself.
"""
PARTS = {
    "text": "Where lines, blocks and sentences end. Most bound the work, so that a text takes the time of its length.",
    "normalise": "Folding.",
    "readers": "Files. Measures of PDF are parts of a character's size, for layouts have no absolute sizes.",
    "extract": "How far the words of a number reach, and how much a witness says of place, time and kind (as odds).",
    "damage": "What copying and converting did.",
    "index": "The index.",
    "link": "Who meets whom; the weights are learnt, these bound what is tried.",
    "collate": "Passages that documents share, in tokens (a character or a number each).",
    "checks": "The rules: which other readings are tried, and when a miss says something.",
    "acceptance": "Baselines and decisions.",
    "report": "What a report shows.",
    "annotate": "Comments in copies.",
    "serve": "The local page.",
    "commands": "The command line.",
    "": "The rest.",
}


class Threshold(NamedTuple):
    """A number by its module, its name, its value as written, and what is said of it."""

    module: str
    name: str
    value: str
    says: str


def thresholds() -> Iterator[Threshold]:
    """The numbers with a name at the head of every module, in order."""
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        lines = source.splitlines()
        for node in ast.parse(source).body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
                continue
            name, value = targets[0], ast.unparse(node.value)
            if not isinstance(name, ast.Name) or not NAME.fullmatch(name.id) or name.id in NO_DECISIONS:
                continue
            if NUMBER.fullmatch(value):
                yield Threshold(path.relative_to(ROOT).as_posix(), name.id, value, comment(lines, node))


def comment(lines: list[str], node: ast.stmt) -> str:
    """What stands behind a statement, or on the lines right above it."""
    behind = lines[(node.end_lineno or node.lineno) - 1].partition("  # ")[2]
    above: list[str] = []
    for line in reversed(lines[: node.lineno - 1]):
        if not line.startswith("# "):
            break
        above.insert(0, line[2:])
    return behind or " ".join(above)


def page() -> str:
    """The page, a table for each part of the program."""
    told = list(thresholds())
    shown = [HEAD]
    for part, says in PARTS.items():
        own = [t for t in told if (t.module.split("/")[1] if t.module.count("/") > 1 else "") == part]
        if own:
            shown.append(f"## {part or 'elsewhere'}\n\n{says}\n\n| in | number | is | of |\n|---|---|---|---|")
            for t in own:
                module = t.module.removeprefix("consistency/").removeprefix(f"{part}/")
                shown[-1] += f"\n| `{module}` | `{t.name}` | {t.value} | {t.says.replace('|', '&#124;')} |"
            shown[-1] += "\n"
    return "\n".join(shown)


if __name__ == "__main__":
    print(page(), end="")
