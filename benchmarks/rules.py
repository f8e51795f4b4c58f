"""Measures every rule: true, false and missed on the documents that readers marked, and on faults put in.

    python benchmarks/rules.py [--check]

Reads the marked documents (../shared), writes rules/measured.toml and docs/rules-measured.md; with --check writes
nothing and exits 1 where they are not what it would write. A finding is true where it touches what readers marked as
one conflict, on both sides where it has two; an error or a warning that touches none is false. Where readers marked a
sample only (the seeds), nothing is counted as false. Faults: each figure of the bulletins and budget reports
in turn gets another digit; a new finding that shows the changed number is traced, one that does not is astray.
Faults of the sort that each rule is there for (own_faults.py) are caught, or slipped where no rule shows them; any
error or warning on the right documents they are put into is false.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import own_faults  # noqa: E402
from consistency.checks.measured import FILE, Measured, load_measured  # noqa: E402
from consistency.checks.one_problem import rules_of  # noqa: E402
from consistency.engine import Rules, load_rules  # noqa: E402
from consistency.extract.mentions import Extractor  # noqa: E402
from consistency.model import Document, Finding, Severity  # noqa: E402
from consistency.pipeline import check, compared, understood  # noqa: E402
from consistency.report.wording import said  # noqa: E402

SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "rules-measured.md"
NATURAL = "<!-- confidence: begin -->"
LOUD = (Severity.ERROR, Severity.WARNING)
LONGEST = 160  # a place longer than this shows nothing
# The rule that a conflict of a gold type belongs to, where no rule found it.
BELONGS = {
    "value": "CC101",
    "growth": "CC105",
    "share": "CC103",
    "ratio_share": "CC103",
    "rank": "CC106",
    "target": "CC107",
    "magnitude_unit_lost": "CC104",
    "arithmetic": "CC201",
    "unit": "CC214",
    "logic": "CC208",
    "target_vs_actual": "CC215",
    "damaged_text": "CC301",
    "delimiter_lost": "CC303",
    "fused_digits": "CC303",
    "name_variant": "CC401",
    "status": "CC402",
    "scope": "CC403",
}


@dataclass(frozen=True)
class Marked:
    """Documents and what readers marked in them; `whole` where they marked everything."""

    name: str
    folder: Path
    gold: Path
    whole: bool


SETS = (
    Marked("seeds", SHARED / "seeds", SHARED / "gold" / "seeds.dev.jsonl", False),
    Marked("luoyang-2025", SHARED / "corpora" / "luoyang-2025", SHARED / "corpora/luoyang-2025/gold.jsonl", True),
    Marked("yiyang-2025", SHARED / "corpora" / "yiyang-2025", SHARED / "corpora/yiyang-2025/gold.jsonl", True),
)
FAULTY = sorted((SHARED / "corpora").glob("*/statistical_bulletin.txt")) + sorted(
    (SHARED / "corpora").glob("*/budget_report.txt")
)

Counts = dict[str, Counter[str]]
Place = tuple[str, int, int]


# -- documents that readers marked ----------------------------------------------------------


def measure_marked(marked: Marked, rules: Rules, counts: Counts) -> None:
    """Count what the rules find in one set of marked documents."""
    paths = sorted(str(p) for p in marked.folder.glob("*.txt"))
    texts = {Path(p).name: raw(Path(p)) for p in paths}
    gold = [json.loads(line) for line in marked.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    conflicts = [(entry, where(entry, texts)) for entry in gold if entry["kind"] == "conflict"]
    met: set[str] = set()
    for finding in check(paths, rules).findings:
        touched = {group(entry) for entry, places in conflicts if touches(finding, places)}
        met |= touched
        if touched:
            counts[finding.rule]["true"] += 1
        elif finding.severity in LOUD and marked.whole:
            counts[finding.rule]["false"] += 1
    for name, kind in firm(entry for entry, _ in conflicts):
        if name not in met and kind in BELONGS:
            counts[BELONGS[kind]]["missed"] += 1


def raw(path: Path) -> str:
    """A text as it stands in its file, line ends included."""
    return path.read_bytes().decode("utf-8")


def group(entry: Mapping[str, Any]) -> str:
    """The problem that an entry is part of."""
    return str(entry.get("group", entry["id"]))


def firm(entries: Iterator[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The problems that a careful editor certainly wants to be told of, each with its type."""
    by_group: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for entry in entries:
        by_group[group(entry)].append(entry)
    weak = {"medium", "low"}
    return [
        (name, str(some[0]["type"]))
        for name, some in by_group.items()
        if not all(e.get("optional") or e.get("confidence") in weak for e in some)
    ]


def where(entry: Mapping[str, Any], texts: Mapping[str, str]) -> list[list[Place]]:
    """The places of each quote of an entry."""
    found = []
    for document, quote in zip(entry["docs"], entry["quotes"], strict=True):
        (name,) = [n for n in texts if n == document] or [n for n in texts if n.startswith(document)]
        spans = [(m.start(), m.end()) for m in re.finditer(re.escape(quote), texts[name])]
        found.append([(name, start, end) for start, end in spans])
    return found


def touches(finding: Finding, quotes: Sequence[Sequence[Place]]) -> bool:
    """Whether a finding shows two quotes of an entry, or its only one."""
    shown = [(Path(c.document).name, c.span.start, c.span.end) for c in finding.claims]
    shown = [(name, start, end) for name, start, end in shown if end - start <= LONGEST]
    hit = sum(any(n == d and s < e and b < f for n, s, f in shown for d, b, e in places) for places in quotes)
    return hit >= min(2, len(quotes))


# -- faults put in --------------------------------------------------------------------------


def measure_faults(path: Path, rules: Rules, counts: Counts) -> tuple[int, int]:
    """Count what the rules of arithmetic find where one figure of a document is changed; changes made and found."""
    text = raw(path)
    extractor, chance = Extractor(rules.lexicon), random.Random(path.as_posix().rpartition("/corpora/")[2])
    before = {f.fingerprint for f in alone(path.name, text, rules, extractor)}
    made = found = 0
    for mention in understood(extractor, Document(path.name, text)).mentions:
        figures = mention.number.of(text)
        if not re.fullmatch(r"\d+(\.\d+)?", figures):
            continue
        at = chance.choice([i for i, c in enumerate(figures) if c != "."])
        digit = chance.choice([c for c in "123456789" if c != figures[at]])
        changed = text[: mention.number.start + at] + digit + text[mention.number.start + at + 1 :]
        new = [f for f in alone(path.name, changed, rules, extractor) if f.fingerprint not in before]
        made += 1
        found += bool(new)
        for finding in new:
            shown = any(c.span.overlaps(mention.number) for c in finding.claims)
            for rule in rules_of(finding):
                counts[rule]["traced" if shown else "astray"] += 1
    return made, found


def alone(name: str, text: str, rules: Rules, extractor: Extractor) -> list[Finding]:
    """What the rules of arithmetic find in one document."""
    reading = understood(extractor, Document(name, text))
    return [f for f in compared([reading], rules).findings if f.rule.startswith("CC2")]


def measure_own_faults(rules: Rules, counts: Counts) -> tuple[int, int]:
    """Count what the rules find of the faults of their own sorts; faults made and found."""
    made = found = 0
    for fault, new, _ in own_faults.measure(rules):
        shown = own_faults.shown(fault, new)
        made += 1
        found += bool(shown)
        if fault.rule in shown:
            counts[fault.rule]["caught"] += 1
        elif not shown:
            counts[fault.rule]["slipped"] += 1
            for finding in new:
                counts[finding.rule]["astray"] += 1
    return made, found


def measure_clean(rules: Rules, counts: Counts) -> None:
    """Count what the rules call wrong in documents of invented places in which all is right."""
    for folder in sorted(own_faults.CLEAN.iterdir()):
        for finding in check(sorted(str(p) for p in folder.glob("*.txt")), rules).findings:
            if finding.severity in LOUD:
                counts[finding.rule]["false"] += 1


# -- what is written ------------------------------------------------------------------------


def data(rules: Rules, counts: Counts) -> str:
    """The counts as rules/measured.toml."""
    lines = ["# Written by benchmarks/rules.py: what each rule found, and missed. See docs/rules-measured.md."]
    for rule in rules.all:
        told = [f"{f.name} = {counts[rule.id][f.name]}" for f in fields(Measured) if counts[rule.id][f.name]]
        if told:
            lines += ["", f"[{rule.id}]", *told]
    return "\n".join(lines) + "\n"


def page(rules: Rules, measured: Mapping[str, Measured], faults: tuple[int, int], own: tuple[int, int]) -> str:
    """The counts as a page."""
    made, found = faults
    rows = [_row(rule, measured.get(rule.id, Measured())) for rule in rules.all]
    return (
        "# Rules, measured\n\n"
        "Written by `benchmarks/rules.py` with the rules as they ship, from `rules/measured.toml`; do not edit.\n\n"
        "- **true**, **false**, **missed**: on documents in which careful readers marked what an editor wants to be\n"
        "  told of. A finding is true where it shows what they marked; an error or warning that shows nothing marked\n"
        "  is false. Missed is what they were sure of and no rule found, under the rule it belongs to. Where only\n"
        "  a sample was marked, nothing counts as false.\n"
        "- **traced**, **astray**: each figure of some bulletins and budget reports in turn got another digit. A new\n"
        "  finding that shows the changed figure is traced, one that does not is astray.\n"
        f"  {made} figures were changed, and {found} of the changes were found; most figures stand alone, and nothing\n"
        "  in their document tells that they are wrong.\n"
        "- **caught**, **slipped**: faults of the sort that a rule is there for, put into documents one at a time\n"
        "  (`benchmarks/own_faults.py`): found by it, or by no rule. Faults found by another rule are in neither.\n"
        f"  {own[0]} were made, and {own[1]} of them found. The documents of invented places among these are right in\n"
        "  every number: whatever is called wrong in them before is false.\n"
        "- **precision**: the share of true, traced and caught among all. No rule below 90 % may be an error.\n"
        "- **recall**: the share of true and caught among these, missed and slipped.\n\n"
        "| rule | severity | what | true | false | missed | traced | astray | caught | slipped | precision | recall |\n"
        "|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n" + "".join(rows)
    )


def _row(rule: Any, one: Measured) -> str:
    precision, recall = ("–" if s is None else f"{round(s * 100)} %" for s in (one.precision, one.recall))
    counts = " | ".join(str(getattr(one, f.name)) for f in fields(Measured))
    return f"| {rule.id} | {rule.severity.value} | {said(rule.name, 'en')} | {counts} | {precision} | {recall} |\n"


def main(arguments: Sequence[str]) -> int:
    """Measure, and write or compare."""
    rules = load_rules()
    counts: Counts = defaultdict(Counter)
    for marked in SETS:
        measure_marked(marked, rules, counts)
    measure_clean(rules, counts)
    own = measure_own_faults(rules, counts)
    faults = [measure_faults(path, rules, counts) for path in FAULTY]
    target = ROOT / "rules" / FILE
    now = data(rules, counts)
    if "--check" in arguments:
        return int(target.read_text(encoding="utf-8") != now)
    target.write_text(now, encoding="utf-8")
    told = page(rules, load_measured(ROOT / "rules"), (sum(m for m, _ in faults), sum(f for _, f in faults)), own)
    natural = PAGE.read_text(encoding="utf-8").partition(NATURAL)  # written by benchmarks/train_confidence.py
    PAGE.write_text(told + "".join(("\n", *natural[1:]) if natural[1] else ()), encoding="utf-8")
    sys.stdout.write(told)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
