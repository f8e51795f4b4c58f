"""An honest estimate for unseen documents: each family of the gold sets scored with thresholds chosen without it.

    python benchmarks/estimate.py [../shared]

For each family a grid of thresholds is scored on the other families (pairs met, less three for
each trap joined); the best is then scored on the family left out. Prints a row for each family:
pairs met and traps joined with the thresholds shipped, and with those chosen without it. What
was learnt from a family beyond the thresholds (words of the lexicon, forms of the grammar) is
not taken back, so this is an upper bound.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consistency.extract.mentions import Extractor
from consistency.lexicon import Lexicon, load_lexicon
from consistency.link.sets import THRESHOLDS, Thresholds, claim_sets
from consistency.model import Claim, Document
from consistency.rule_folder import rule_folder

WORDS = {
    "fact",
    "wording",
    "name",
    "arithmetic",
    "derived",
    "stock-flow",
}  # agreements without a pair of numbers
GRID = [
    Thresholds(accept, margin, restated)
    for accept, margin, restated in itertools.product((0.34, 0.4, 0.46, 0.52), (0.03, 0.07, 0.11), (0.6, 0.7, 0.8))
]


@dataclass(frozen=True)
class Family:
    """The documents and the gold of one family."""

    name: str
    texts: dict[str, str]
    gold: list[dict[str, Any]]
    claims: list[Claim]


def families(shared: Path, lexicon: Lexicon) -> Iterator[Family]:
    """The families that have gold."""
    extractor = Extractor(lexicon)
    places = [("seeds", shared / "seeds", shared / "gold" / "seeds.dev.jsonl")]
    places += [(f.parent.name, f.parent, f) for f in sorted((shared / "corpora").glob("*/gold.jsonl"))]
    for name, folder, gold in places:
        texts = {p.name: p.read_bytes().decode() for p in sorted(folder.glob("*.txt"))}
        claims = [c for n, t in texts.items() for c in extractor.read(Document(n, t)).claims]
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        yield Family(name, texts, rows, claims)


def places_of(family: Family, entry: dict[str, Any]) -> list[tuple[str, int, int]]:
    """Where the quotes of a gold entry stand, the first of each."""
    found = []
    for prefix, quote in zip(entry["docs"], entry["quotes"], strict=True):
        name = next(n for n in family.texts if n.startswith(prefix))
        at = family.texts[name].find(quote)
        found.append((name, at, at + len(quote)))
    return found


def score(family: Family, lexicon: Lexicon, thresholds: Thresholds) -> tuple[int, int, int]:
    """Pairs met, pairs in all, traps joined."""
    groups = [
        [(c.document, c.span.start, c.span.end) for c in s.claims]
        for s in claim_sets(family.claims, lexicon, thresholds)
        if len({c.document for c in s.claims}) > 1
    ]

    def touched(group: list[tuple[str, int, int]], place: tuple[str, int, int]) -> bool:
        return any(d == place[0] and s < place[2] and place[1] < e for d, s, e in group)

    met = pairs = joined = 0
    for entry in family.gold:
        quotes = places_of(family, entry)
        hits = [[touched(g, q) for q in quotes] for g in groups]
        if entry["kind"] == "trap" and len(quotes) > 1:
            joined += any(sum(h) > 1 for h in hits)
        elif entry["kind"] == "agreement" and entry["type"] not in WORDS:
            for i, j in itertools.combinations(range(len(quotes)), 2):
                if quotes[i][0] != quotes[j][0]:
                    pairs += 1
                    met += any(h[i] and h[j] for h in hits)
    return met, pairs, joined


def main(shared: Path) -> None:
    """Print the table."""
    lexicon = load_lexicon(rule_folder())
    known = list(families(shared, lexicon))
    table = {(f.name, t): score(f, lexicon, t) for f in known for t in GRID}
    for left_out in known:
        others = [f for f in known if f is not left_out]
        best = max(GRID, key=lambda t: sum(table[f.name, t][0] - 3 * table[f.name, t][2] for f in others))
        met, pairs, joined = score(left_out, lexicon, THRESHOLDS)
        blind_met, _, blind_joined = table[left_out.name, best]
        print(
            f"{left_out.name:14} as shipped {met:3}/{pairs:<3} met, {joined} traps joined; "
            f"chosen without it {blind_met:3}/{pairs:<3} met, {blind_joined} traps joined  ({best})"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
