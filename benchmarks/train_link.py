"""What linking learns from natural documents, and keeps: rules/frequencies.tsv and rules/link.toml.

    python benchmarks/train_link.py ../shared --frequencies     counts how rare words are, and writes the table
    python benchmarks/train_link.py ../shared                   learns the weights, and shows how they hold by family
    python benchmarks/train_link.py ../shared --write           learns the weights from all families, and writes them

**Frequencies** tell in how many statements of `corpora/wide` (names and the clauses around them) each character and
each pair of characters stands. A pair that fewer than three documents have is left out: it names a place or a firm, and
no text can be told from the table. Families kept apart to measure on are not read.

**Weights** are learnt from pairs of claims that readers marked: the two places of an agreement or a conflict are of one
thing (m); a claim that has its partner in a document is not of one thing with the others there (u), nor are the places
of a trap. For each level log2 m/u is counted. The comparisons are not independent of one another (two names that are
equal end in one noun), so that the sums of what is counted are too bold: the weights are fitted together, as a logistic
model held near half of what is counted. Each family is then linked by weights learnt without it.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import retold  # noqa: E402
from consistency.checks.verdict import verdict  # noqa: E402
from consistency.engine import Rules, load_rules  # noqa: E402
from consistency.link.blocking import block_of  # noqa: E402
from consistency.link.clusters import all_features, bars, blocks, claim_sets  # noqa: E402
from consistency.link.comparisons import COMPARISONS, Comparison, Graded, vector  # noqa: E402
from consistency.link.features import plain  # noqa: E402
from consistency.link.frequencies import ALL, FILE, bigrams  # noqa: E402
from consistency.link.order import LEVELS as ORDER  # noqa: E402
from consistency.link.weights import FILE as WEIGHTS  # noqa: E402
from consistency.link.weights import Linking  # noqa: E402
from consistency.model import Claim, Verdict  # noqa: E402
from consistency.pipeline import read_all  # noqa: E402

RETOLD = ROOT / "benchmarks" / "retold_learnt.txt"
MARKED = ROOT / "benchmarks" / "link_pairs.jsonl"
DOCUMENTS = 3  # a pair that fewer documents have tells of one of them, not of the field
SPREAD = 1.2  # nats that a weight may go from where it is held, one standard deviation
FEW = 2.0  # added to every count
HELD = 0.5  # how much of what is counted a weight is held near
STEP = 0.7  # nats between neighbouring levels of a scale, one standard deviation
REVERSED = 0.05  # the same, where the likelier level weighs less
ROUNDS = 60
# Agreements without a pair of numbers.
WORDS = frozenset(("fact", "wording", "name", "arithmetic", "derived", "stock-flow"))
# Families of `corpora/wide` that others measure on, never read here.
KEPT_APART = frozenset(
    (
        "bazhou-2025",
        "changzhou-2025",
        "chenzhou-2025",
        "chifeng-2025",
        "fushun-2025",
        "hebei-gwr",
        "hefei-2025",
        "honghe-2025",
        "jincheng-2025",
        "jingzhou-2025",
        "lvliang-2018",
        "nanjing-2025",
        "sanmenxia-2025",
        "shijiazhuang-2025",
        "suzhouah-2025",
        "urumqi-2025",
        "wuxi-2025",
        "xiangtan-2025",
        "xiangxi-2025",
        "xinyang-2025",
        "yingkou-2025",
        "zhenjiang-2025",
        "zhongshan-2025",
    )
)
# Levels of which the likelier is not to weigh less than the next, but for the scales.
ROWS = {
    "names": (("one indicator", "equal"), ("general in one clause", "general and alone", "general")),
    "forms": tuple(("equal", form) for form in ("put before", "put behind", "put within", "shortened", "neither")),
    "heads": (("equal", "other"),),
    "modifiers": (("equal", "told around", "left out", "several left out"),),
    "strange words": (("none", "on one side", "on both sides"),),
    "units": (("equal", "of one measure", "other counter", "left out"),),
    "flow": (("both or neither", "one"),),
    "base": (("equal", "told by one"),),
    "headings": (("equal", "alike", "other"),),
    "neighbours": (("both", "one", "none"),),
    "order": (ORDER[:-1],),
}
Vector = tuple[tuple[str, str], ...]
Place = tuple[tuple[str, int, int], ...]  # wherever a quote stands in its document: its name, start and end


def wide(shared: Path) -> list[Path]:
    """The folders of `corpora/wide` that may be read."""
    folders = sorted(p for p in (shared / "corpora" / "wide").iterdir() if p.is_dir())
    return [folder for folder in folders if folder.name not in KEPT_APART and list(folder.glob("*.txt"))]


# -- frequencies ------------------------------------------------------------------------


def counted(claims: Sequence[Claim]) -> tuple[dict[str, int], int]:
    """In how many of the claims each character and each pair of them stands, and how many claims there are."""
    seen: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        words = f"{claim.mention.name}，{plain(claim.mention.context, claim.mention)}"
        for gram in {*bigrams(words), *words}:
            seen[gram] += 1
            documents[gram].add(claim.document)
    kept = {gram: n for gram, n in seen.items() if len(documents[gram]) >= DOCUMENTS and bigrams(gram)}
    return kept, len(claims)


def write_frequencies(shared: Path, rules: Rules) -> None:
    """Count and write, each document read by itself."""
    paths = [path for folder in wide(shared) for path in sorted(folder.glob("*.txt"))]
    readings = [reading for path in paths for reading in read_all([str(path)], rules.lexicon)[0]]
    seen, count = counted([claim for reading in readings for claim in reading.claims])
    rows = [f"{ALL}\t{count}", *(f"{gram}\t{n}" for gram, n in sorted(seen.items()))]
    (ROOT / "rules" / FILE).write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(seen)} of {count} statements")


# -- marked pairs -----------------------------------------------------------------------


@dataclass(frozen=True)
class Family:
    """The claims of one family of documents, and the places that readers marked in them.

    `same` are places of one thing, `traps` places of different things, `pairs` those of which it is counted whether
    they met. In a family that was read `wholly` what is not marked is not the same.
    """

    name: str
    claims: list[Claim]
    same: list[tuple[Place, ...]]
    traps: list[tuple[Place, ...]]
    pairs: list[tuple[Place, ...]]
    wholly: bool


def families(shared: Path, rules: Rules) -> Iterator[Family]:
    """The families that have gold or marked pairs."""
    gold = [("seeds", shared / "seeds", shared / "gold" / "seeds.dev.jsonl")]
    corpora = shared / "corpora"
    gold += [
        (f.parent.name, f.parent, f)
        for f in sorted((*corpora.glob("*/gold.jsonl"), *corpora.glob("news/*/gold.jsonl")))
    ]
    for name, folder, file in gold:
        if not name.endswith("-faulty"):
            yield marked(name, folder, lines(file), rules)
    by_family: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in lines(MARKED) if MARKED.is_file() else ():
        by_family[row["family"]].append(row)
    for folder in wide(shared):
        if folder.name in by_family:
            yield by_hand(folder, by_family[folder.name], rules)
    for one, other in retold.pairs(RETOLD):
        yield twice(one, other, rules)


def lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def claims_of(folder: Path, rules: Rules) -> list[Claim]:
    """What the documents of a folder claim."""
    readings, _ = read_all([str(path) for path in sorted(folder.glob("*.txt"))], rules.lexicon)
    return [claim for reading in readings for claim in reading.claims]


def marked(name: str, folder: Path, gold: Sequence[Mapping[str, Any]], rules: Rules) -> Family:
    """A family with what its gold marks."""
    texts = {p.name: p.read_bytes().decode("utf-8") for p in sorted(folder.glob("*.txt"))}
    same: list[tuple[Place, ...]] = []
    traps: list[tuple[Place, ...]] = []
    pairs: list[tuple[Place, ...]] = []
    for entry in gold:
        places = []
        for prefix, quote in zip(entry["docs"], entry["quotes"], strict=True):
            document = next(n for n in texts if n.startswith(prefix))
            places.append(tuple((document, start, start + len(quote)) for start in starts(texts[document], quote)))
        if entry["kind"] == "trap":
            traps.append(tuple(places))
        elif entry["type"] not in WORDS:
            same.append(tuple(places))
            if entry["kind"] == "agreement":
                pairs.append(tuple(places))
    return Family(name, claims_of(folder, rules), same, traps, pairs, wholly=not name.startswith("seeds"))


def by_hand(folder: Path, rows: Sequence[Mapping[str, Any]], rules: Rules) -> Family:
    """A family with the pairs of numbers that were judged one by one: those that are the same, and the others."""
    same: list[tuple[Place, ...]] = []
    traps: list[tuple[Place, ...]] = []
    for row in rows:
        places = tuple(((document, start, start + 1),) for document, start in row["numbers"])
        (same if row["same"] else traps).append(places)
    return Family(folder.name, claims_of(folder, rules), same, traps, same, wholly=False)


def twice(one: retold.Text, other: retold.Text, rules: Rules) -> Family:
    """Two documents that tell the same facts, marked where they were written."""
    claims = [c for reading in retold.read(rules.lexicon, one.document, other.document) for c in reading.claims]
    places: list[tuple[Place, ...]] = [
        tuple(((Path(t.document.path).name, t.numbers[letter].start, t.numbers[letter].end),) for t in (one, other))
        for letter in sorted(one.numbers.keys() & other.numbers.keys())
    ]
    return Family("retold", claims, places, [], places, wholly=False)


def starts(text: str, quote: str) -> Iterator[int]:
    """Where a quote begins in a text, every time."""
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def at(family: Family, place: Place) -> list[int]:
    """The claims that a place points at: those whose number it holds, else those whose words it touches."""
    there = [i for i, c in enumerate(family.claims) if Path(c.document).name == place[0][0]]
    numbers = {i: family.claims[i].mention.number.start for i in there}
    held = [i for i in there if any(start <= numbers[i] < end for _, start, end in place)]
    spans = {i: family.claims[i].span for i in there}
    return held or [i for i in there if any(spans[i].start < end and start < spans[i].end for _, start, end in place)]


@dataclass(frozen=True)
class Example:
    """A comparison vector, and whether it is of one thing."""

    vector: Vector
    same: bool


def examples(family: Family, rules: Rules) -> list[Example]:
    """The pairs of a family of which it is known whether they are of one thing."""
    claims = family.claims
    same = {p for places in family.same for p in meant(family, places)}
    apart = {p for places in family.traps for p in pairs_of(family, places)} - same
    partners: dict[tuple[int, str], set[int]] = defaultdict(set)
    for one, other in same:
        partners[one, claims[other].document].add(other)
        partners[other, claims[one].document].add(one)
    known = all_features(claims, rules.lexicon, rules.linking)
    found = []
    for block in blocks(claims, known, rules.linking).values():
        pairs = {
            (min(a, b), max(a, b))
            for one, other in block.candidates
            for a in block.facts[one].claims[:3]
            for b in block.facts[other].claims[:3]
        }
        for a, b in sorted(pairs):
            pair = block.pair(a, b)
            if bars(pair):
                continue
            anchored = bool(partners[a, claims[b].document] or partners[b, claims[a].document])
            agree = verdict(claims[a].quantity, claims[b].quantity) is Verdict.AGREE
            if (a, b) in same:
                found.append(Example(vector(pair), True))
            elif pair.of_one_name and pair.features.known:
                continue  # one indicator of one place and year: where it is not the same the key was misread
            elif (a, b) in apart or (not agree and (anchored or family.wholly)):
                found.append(Example(vector(pair), False))
    return found


def pairs_of(family: Family, places: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """The pairs of claims that two of some places hold, in order."""
    for one, other in itertools.combinations(places, 2):
        if one[0][0] != other[0][0]:
            for a, b in itertools.product(at(family, one), at(family, other)):
                yield min(a, b), max(a, b)


def meant(family: Family, places: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """The pairs of claims of a mark that are of one thing.

    A quote may hold several numbers. Those of one name belong together; of the others, two that agree in their values
    (which tell here alone) where neither agrees with a further one: 收入、支出均居第一 pairs no income with spending.
    """
    claims = family.claims
    for one, other in itertools.combinations(places, 2):
        if one[0][0] == other[0][0]:
            continue
        ours, theirs = at(family, one), at(family, other)
        pairs = [(a, b) for a, b in itertools.product(ours, theirs) if fits(claims[a], claims[b])]
        for a, b in pairs:
            rivals = [p for p in pairs if (p[0] == a) != (p[1] == b)]
            if claims[a].mention.name == claims[b].mention.name or not rivals:
                yield min(a, b), max(a, b)


def fits(one: Claim, other: Claim) -> bool:
    """Whether two claims are of one block and dimension, and of one name or one value."""
    if block_of(one) != block_of(other) or one.quantity.dimension != other.quantity.dimension:
        return False
    return one.mention.name == other.mention.name or verdict(one.quantity, other.quantity) is Verdict.AGREE


# -- weights ----------------------------------------------------------------------------


def ratios(known: Sequence[Example]) -> dict[tuple[str, str], float]:
    """log2 m/u of every level, a little added to every count."""
    counts: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
    for example in known:
        counts[example.same].update(example.vector)
    size = {kind: sum(e.same is kind for e in known) for kind in (True, False)}
    return {
        (c.name, level): math.log2(
            ((counts[True][c.name, level] + FEW) / (size[True] + FEW * len(c.levels)))
            / ((counts[False][c.name, level] + FEW) / (size[False] + FEW * len(c.levels)))
        )
        for c in COMPARISONS
        for level in c.levels
    }


def fitted(known: Sequence[Example]) -> tuple[float, dict[tuple[str, str], float]]:
    """The prior and the weights in bits that fit all examples together, each held near half of what is counted."""
    levels = [(c.name, level) for c in COMPARISONS for level in c.levels]
    index = {level: place for place, level in enumerate(levels, start=1)}
    counts = Counter((e.vector, e.same) for e in known)
    rows = [([0, *(index[level] for level in v)], same, n) for (v, same), n in sorted(counts.items())]
    held = [0.0, *(HELD * math.log(2) * r for r in map(ratios(known).__getitem__, levels))]
    precision = [1e-4, *([1 / SPREAD**2] * len(levels))]
    steps = [(index[c.name, a], index[c.name, b], near) for c in COMPARISONS for a, b, near in neighbouring(c)]
    weights = list(held)

    def worth(weights: Sequence[float]) -> float:
        sums = ((sum(weights[i] for i in places), same, n) for places, same, n in rows)
        likelihood = -sum(n * math.log1p(math.exp(-total if same else total)) for total, same, n in sums)
        likelihood -= sum((w - h) ** 2 * p / 2 for w, h, p in zip(weights, held, precision, strict=True))
        return likelihood - sum(
            bound(weights, *step) * (weights[step[0]] - weights[step[1]]) ** 2 / 2 for step in steps
        )

    best = worth(weights)
    for _ in range(ROUNDS):
        slope = [-(w - h) * p for w, h, p in zip(weights, held, precision, strict=True)]
        bend = [[p if i == j else 0.0 for j in range(len(weights))] for i, p in enumerate(precision)]
        for i, j, near in steps:
            tight = bound(weights, i, j, near)
            slope[i] -= tight * (weights[i] - weights[j])
            slope[j] -= tight * (weights[j] - weights[i])
            for k, m, sign in ((i, i, 1), (j, j, 1), (i, j, -1), (j, i, -1)):
                bend[k][m] += sign * tight
        for places, same, n in rows:
            chance = 1 / (1 + math.exp(-sum(weights[i] for i in places)))
            for i in places:
                slope[i] += n * (same - chance)
                for j in places:
                    bend[i][j] += n * chance * (1 - chance)
        step, way = solved(bend, slope), 1.0
        while way > 1e-3 and worth(further := [w + way * d for w, d in zip(weights, step, strict=True)]) < best:
            way /= 2
        if way <= 1e-3:
            break
        weights, best = further, worth(further)
    return weights[0] / math.log(2), {level: weights[index[level]] / math.log(2) for level in levels}


def bound(weights: Sequence[float], likelier: int, other: int, near: bool) -> float:
    """How tightly two neighbouring levels are held together: those of a scale always, others where reversed."""
    if weights[likelier] < weights[other]:
        return 1 / REVERSED**2
    return 1 / STEP**2 if near else 0.0


def neighbouring(comparison: Comparison) -> Iterator[tuple[str, str, bool]]:
    """The levels that lie next to each other, the likelier first, and whether their weights are near each other too."""
    if isinstance(scale := getattr(comparison, "scale", None), Graded):
        yield from ((*pair, True) for pair in itertools.pairwise(scale.levels))
    for row in ROWS.get(comparison.name, ()):
        yield from ((*pair, False) for pair in itertools.pairwise(row))


def solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a symmetric system of equations."""
    rows = [[*row, r] for row, r in zip(matrix, right, strict=True)]
    size = len(rows)
    for at_ in range(size):
        pivot = max(range(at_, size), key=lambda i: abs(rows[i][at_]))
        rows[at_], rows[pivot] = rows[pivot], rows[at_]
        for below in range(at_ + 1, size):
            factor = rows[below][at_] / rows[at_][at_]
            if factor:
                rows[below] = [x - factor * y for x, y in zip(rows[below], rows[at_], strict=True)]
    found = [0.0] * size
    for at_ in reversed(range(size)):
        rest = sum(rows[at_][j] * found[j] for j in range(at_ + 1, size))
        found[at_] = (rows[at_][size] - rest) / rows[at_][at_]
    return found


def learnt(known: Sequence[Example], shipped: Linking) -> Linking:
    """What is learnt from some examples, decided as what is shipped is."""
    prior, weights = fitted(known)
    return replace(shipped, prior=round(100 * prior), weights={k: round(100 * w) for k, w in weights.items()})


# -- how it holds -----------------------------------------------------------------------


def score(family: Family, rules: Rules, linking: Linking) -> tuple[int, int, int, int]:
    """Pairs met, pairs in all, traps joined, traps in all."""
    groups = [
        [(Path(c.document).name, c.span.start, c.span.end) for c in s.claims]
        for s in claim_sets(family.claims, rules.lexicon, linking)
        if len({c.document for c in s.claims}) > 1
    ]

    def touched(group: Sequence[tuple[str, int, int]], place: Place) -> bool:
        return any(d == n and s < f and t < e for d, s, e in group for n, t, f in place)

    met = pairs = joined = 0
    for places in family.pairs:
        hits = [[touched(g, q) for q in places] for g in groups]
        for i, j in itertools.combinations(range(len(places)), 2):
            if places[i][0][0] != places[j][0][0]:
                pairs += 1
                met += any(h[i] and h[j] for h in hits)
    traps = [places for places in family.traps if len(places) > 1]
    for places in traps:
        joined += any(sum(touched(g, q) for q in places) > 1 for g in groups)
    return met, pairs, joined, len(traps)


def show(known: Mapping[str, Sequence[Family]], learning: Mapping[str, list[Example]], rules: Rules) -> None:
    """A row for each family: linked as shipped, and by weights learnt without it."""
    total = Counter[str]()
    for name, some in known.items():
        without = learnt([e for other, found in learning.items() if other != name for e in found], rules.linking)
        met, pairs, joined, traps = map(sum, zip(*(score(one, rules, rules.linking) for one in some), strict=True))
        blind, _, wrong, _ = map(sum, zip(*(score(one, rules, without) for one in some), strict=True))
        total.update({"met": met, "pairs": pairs, "joined": joined, "blind": blind, "wrong": wrong})
        print(f"| {name} | {met} of {pairs} | {blind} of {pairs} | {joined} of {traps} | {wrong} of {traps} |")
    met, blind, pairs = total["met"], total["blind"], total["pairs"]
    print(f"| all | {met} of {pairs} | {blind} of {pairs} | {total['joined']} | {total['wrong']} |")


def toml(linking: Linking) -> str:
    """The file of the weights, its head as it stands."""
    path = ROOT / "rules" / WEIGHTS
    head = path.read_text(encoding="utf-8").partition("prior =")[0]
    decision = linking.decision
    out = [head + f"prior = {linking.prior}", "", "[decision]"]
    out += [f"{name} = {getattr(decision, name)}" for name in ("accept", "margin", "restated", "together")]
    for comparison in COMPARISONS:
        out += ["", f'[weights."{comparison.name}"]']
        out += [f'"{level}" = {linking.weights[comparison.name, level]}' for level in comparison.levels]
    return "\n".join(out) + "\n"


def main() -> None:
    """Learn, show, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--frequencies", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    rules = load_rules()
    if asked.frequencies:
        write_frequencies(asked.shared, rules)
        return
    known: dict[str, list[Family]] = defaultdict(list)
    for family in families(asked.shared, rules):
        known[family.name].append(family)
    learning = {name: [e for one in some for e in examples(one, rules)] for name, some in known.items()}
    for name, some in learning.items():
        print(f"{name}: {sum(e.same for e in some)} of one thing, {sum(not e.same for e in some)} not")
    everything = learnt([e for some in learning.values() for e in some], rules.linking)
    if asked.write:
        (ROOT / "rules" / WEIGHTS).write_text(toml(everything), encoding="utf-8")
        rules = replace(rules, linking=everything)
    show(known, learning, rules)


if __name__ == "__main__":
    main()
