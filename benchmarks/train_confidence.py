"""Learn how much each visible feature of a finding says for it: rules/confidence.toml and its page.

    python benchmarks/train_confidence.py ../shared            prints what was learnt and how it held by family
    python benchmarks/train_confidence.py ../shared --write    writes rules/confidence.toml, docs/rules-measured.md

Findings on natural documents alone teach: those of `corpora/wide` and `corpora/news` (without the families with
faults put in), Luoyang, Yiyang and seeds, each held against what readers judged (tests/quality/judged.jsonl and the
labels beside the documents). A logistic model with a prior on its weights, so that what few findings show moves
little; a debatable finding counts half for and half against. Each family is also judged by weights learnt without it:
that is the curve of reliability on the page.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from consistency.checks.confidence import UNWEIGHED
from consistency.engine import Rules, load_rules
from consistency.model import Finding
from consistency.pipeline import check

ROOT = Path(__file__).resolve().parent.parent
JUDGED = ROOT / "tests" / "quality" / "judged.jsonl"
TEXT = ROOT / "tests" / "checks" / "text_verdicts.jsonl"
WEIGHTS = ROOT / "rules" / "confidence.toml"
PAGE = ROOT / "docs" / "rules-measured.md"
BEGIN, END = "<!-- confidence: begin -->", "<!-- confidence: end -->"
# A weight learnt stays near its prior: so many nats are one standard deviation.
SPREAD = {"prior": 6.0, "rule": 1.5, "kind": 1.5, "severity": 1.5, "": 0.7}
PRIOR = 2.9  # log-odds of eighteen to one: what is reported has passed charity and evidence
STEPS, RATE = 4000, 0.05
BINS = ((0.0, 0.3), (0.3, 0.6), (0.6, 0.75), (0.75, 0.9), (0.9, 1.01))
WORTH = {"true": 1.0, "debatable": 0.5, "false": 0.0}


@dataclass(frozen=True)
class Judged:
    """A finding with its features and what readers said of it."""

    family: str
    rule: str
    features: tuple[str, ...]
    verdict: str


def places(claims: Sequence[Mapping[str, Any]]) -> list[tuple[str, int, int]]:
    """Where the claims of a label stand: file, start, end."""
    return [(Path(c["path"]).name, c["start"], c["end"]) for c in claims]


def same(label: Mapping[str, Any], finding: Finding) -> bool:
    """Whether a label is of a finding: one kind, and two places of both overlap (one, where the label has but one)."""
    if label["rule"][:3] != finding.rule[:3]:
        return False
    there = [(Path(c.document).name, c.span.start, c.span.end) for c in finding.claims]
    here = places(label["claims"])
    hit = sum(any(n == m and s < f and t < e for m, t, f in there) for n, s, e in here)
    return hit >= min(2, len(here))


def families(shared: Path) -> Iterator[tuple[str, list[str]]]:
    """The natural families: their names and files."""
    for folder in ("wide", "news"):
        for family in sorted((shared / "corpora" / folder).iterdir()):
            files = sorted(str(p) for p in family.glob("*.txt"))
            if family.is_dir() and files and not family.name.endswith("-faulty"):
                yield family.name, files
    for name in ("luoyang-2025", "yiyang-2025", "henan-gwr"):
        yield name, sorted(str(p) for p in (shared / "corpora" / name).glob("*.txt"))
    yield "seeds", sorted(str(p) for p in (shared / "seeds").glob("*.txt"))


def marked(shared: Path) -> Iterator[dict[str, Any]]:
    """What readers marked in whole documents, as labels: a finding that shows two of its places is right."""
    sets = [("seeds", shared / "gold" / "seeds.dev.jsonl", shared / "seeds")]
    sets += [
        (n, shared / "corpora" / n / "gold.jsonl", shared / "corpora" / n) for n in ("luoyang-2025", "yiyang-2025")
    ]
    sets += [(p.parent.name, p, p.parent) for p in sorted((shared / "corpora" / "news").glob("*/gold.jsonl"))]
    for family, gold, folder in sets:
        texts = {p.name: p.read_bytes().decode("utf-8") for p in sorted(folder.glob("*.txt"))}
        for line in gold.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line) if line.strip() else {"kind": ""}
            if entry["kind"] == "conflict":
                claims = []
                for document, quote in zip(entry["docs"], entry["quotes"], strict=True):
                    name = next(n for n in texts if n.startswith(document))
                    start = texts[name].find(quote)
                    claims.append({"path": name, "start": start, "end": start + len(quote)})
                for kind in ("CC1", "CC2", "CC3", "CC4"):
                    yield {"family": family, "rule": kind, "verdict": "true", "claims": claims}
    for line in TEXT.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        path = next((shared / "seeds").glob(f"{label['document']}*.txt"))
        start = path.read_bytes().decode("utf-8").find(label["quote"])
        claims = [{"path": path.name, "start": start, "end": start + len(label["quote"])}]
        right = "true" if label["verdict"] == "right" else "false"
        yield {"family": "seeds", "rule": label["rule"], "verdict": right, "claims": claims}


def labels(shared: Path) -> dict[str, list[dict[str, Any]]]:
    """What readers judged, by family; our own readers first."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in (JUDGED, shared / "gold" / "judged.dev.jsonl"):
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                label = json.loads(line)
                found[label["family"]].append(label)
    for label in marked(shared):
        found[label["family"]].append(label)
    return found


def judged(shared: Path, rules: Rules) -> tuple[list[Judged], Counter[str]]:
    """Every finding that was judged, and how many of each rule were not."""
    known, found, unread = labels(shared), list[Judged](), Counter[str]()
    for name, files in families(shared):
        for finding in check(files, rules).findings:
            verdict = next(
                (la["verdict"] for la in known[name] if la["rule"] == finding.rule and same(la, finding)), None
            )
            verdict = verdict or next((la["verdict"] for la in known[name] if same(la, finding)), None)
            if verdict is None:
                unread[finding.rule] += 1
            else:
                found.append(Judged(name, finding.rule, finding.features, verdict))
    return found, unread


def spread(feature: str) -> float:
    """How far a weight may go from its prior."""
    return SPREAD.get(feature.partition(" ")[0], SPREAD[""])


def learnt(examples: Sequence[Judged]) -> dict[str, float]:
    """The weights of the examples, by gradient ascent of the penalised likelihood."""
    weights = {f: 0.0 for e in examples for f in e.features}
    weights["prior"] = PRIOR
    for _ in range(STEPS):
        slope = {f: -(w - (PRIOR if f == "prior" else 0.0)) / spread(f) ** 2 for f, w in weights.items()}
        for example in examples:
            error = WORTH[example.verdict] - probability(weights, example.features)
            for feature in example.features:
                slope[feature] += error
        for feature in weights:
            weights[feature] += RATE * slope[feature] / (1 + len(examples) / 50)
    return weights


def probability(weights: Mapping[str, float], features: Sequence[str]) -> float:
    """The probability of some features by some weights."""
    return 1 / (1 + math.exp(-sum(weights.get(f, 0.0) for f in features)))


def crossed(examples: Sequence[Judged]) -> list[tuple[Judged, float]]:
    """Each example with its probability by weights learnt without its family."""
    out = []
    for family in sorted({e.family for e in examples}):
        weights = learnt([e for e in examples if e.family != family])
        out += [(e, probability(weights, e.features)) for e in examples if e.family == family]
    return out


def curve(held: Sequence[tuple[Judged, float]]) -> list[tuple[str, int, float, float]]:
    """For each bin of probability: its name, how many findings, what was said and what was right, in per cent."""
    rows = []
    for low, high in BINS:
        inside = [(e, p) for e, p in held if low <= p < high]
        if inside:
            said = sum(p for _, p in inside) / len(inside)
            right = sum(WORTH[e.verdict] for e, _ in inside) / len(inside)
            rows.append((f"{low:.2f}–{min(high, 1):.2f}", len(inside), said * 100, right * 100))
    return rows


def section(examples: Sequence[Judged], unread: Mapping[str, int], rules: Rules) -> str:
    """The part of the page that tells of natural documents."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        tally[example.rule][example.verdict] += 1
    lines = [
        BEGIN,
        "## On natural documents alone",
        "",
        "What readers said of every finding on natural documents, at any severity. Faults put in by ourselves do not",
        "count here. A rule without ten judged findings says so; it is as loud as its features and its kind allow.",
        "",
        "| rule | judged | right | debatable | false | not judged | |",
        "|---|---|---|---|---|---|---|",
    ]
    for rule in rules.all:
        told = tally[rule.id]
        count = sum(told.values())
        few = "" if count >= 10 else "fewer than ten"
        counts = " | ".join(str(told[verdict]) for verdict in ("true", "debatable", "false"))
        lines.append(f"| `{rule.id}` | {count} | {counts} | {unread.get(rule.id, 0)} | {few} |")
    lines += [
        "",
        "### Reliability",
        "",
        "Each family judged by weights learnt from the others (debatable counts half).",
        "",
        "| confidence | findings | said | right |",
        "|---|---|---|---|",
    ]
    lines += [f"| {name} | {n} | {said:.0f} % | {right:.0f} % |" for name, n, said, right in curve(crossed(examples))]
    return "\n".join([*lines, "", END])


def toml(weights: Mapping[str, float]) -> str:
    """The file of the weights, the thresholds as they stand."""
    head = WEIGHTS.read_text(encoding="utf-8").partition("[weights]")[0]
    rows = [
        f'"{name}" = {round(100 * w)}' for name, w in sorted(weights.items(), key=lambda i: (i[0] != "prior", i[0]))
    ]
    return head + "[weights]\n" + "\n".join(rows) + "\n"


def main() -> None:
    """Learn, show, and write where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    rules = replace(load_rules(), weights=UNWEIGHED)
    examples, unread = judged(asked.shared, rules)
    weights = learnt(examples)
    page = section(examples, unread, rules)
    print(page)
    for name, weight in sorted(weights.items(), key=lambda item: -abs(item[1])):
        print(f"{weight:6.2f}  {name}")
    if asked.write:
        WEIGHTS.write_text(toml(weights), encoding="utf-8")
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(before.rstrip() + "\n\n" + page + "\n" + rest.partition(END)[2].lstrip("\n"), encoding="utf-8")


if __name__ == "__main__":
    main()
