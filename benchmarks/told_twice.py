"""One figure changed in a number that two documents tell, whether the two numbers met or not: how many are found.

    python benchmarks/told_twice.py FOLDER GOLD [EVERY]

GOLD names numbers that several documents of FOLDER tell alike, found by readers (a line of JSON each, of kind
“agreement”, with `docs` and `quotes`). For every EVERYth of them, in the document told of, one of the first two
figures is changed, and the folder checked again. The change is found where an error or a warning shows the changed
number, as information where only that does. `benchmarks/fault_injection.py` changes numbers that met; this one tells
what is lost because numbers never meet.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.retold import changed, loudness
from consistency.engine import load_rules
from consistency.extract.mentions import Extractor
from consistency.model import Document, Finding
from consistency.offsets import Span
from consistency.pipeline import compared, understood

FIGURES = re.compile(r"(?:\d[\d.,]*\d|\d)(?!\d|年(?!来)|月|日|季)")
OTHER = frozenset({"fact", "wording", "name", "arithmetic", "derived", "stock-flow"})  # agreements of no one number


class Told(NamedTuple):
    """A number that another document tells too: in which document, and where its figures stand."""

    name: str
    span: Span


def told_twice(gold: Path, texts: dict[str, str]) -> Iterator[Told]:
    """The numbers in figures that readers found in several documents, each once, in order."""
    seen: set[Told] = set()
    for line in gold.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["kind"] != "agreement" or entry["type"] in OTHER or len(set(entry["docs"])) < 2:
            continue
        for document, quote in zip(entry["docs"], entry["quotes"], strict=True):
            name = next(n for n in texts if n.startswith(document))
            figures = FIGURES.search(quote)
            at = texts[name].find(quote)
            if figures is None or at < 0:
                continue
            told = Told(name, Span(at + figures.start(), at + figures.end()))
            if told not in seen:
                seen.add(told)
                yield told


def shows(finding: Finding, told: Told) -> bool:
    """Whether a finding shows the number."""
    return any(c.document == told.name and c.span.overlaps(told.span) for c in finding.claims)


def main(folder: Path, gold: Path, every: int) -> None:
    """Change, check and print."""
    rules = load_rules()
    extractor = Extractor(rules.lexicon)
    texts = {p.name: p.read_bytes().decode() for p in sorted(folder.glob("*.txt"))}
    readings = {name: understood(extractor, Document(name, text)) for name, text in texts.items()}
    chance = random.Random(1)
    counts: Counter[str] = Counter()
    missed: list[str] = []
    known = {f.fingerprint for f in compared([*readings.values()], rules).findings}
    for told in list(told_twice(gold, texts))[::every]:
        made = understood(extractor, Document(told.name, changed(texts[told.name], told.span, chance)))
        found = compared([made if name == told.name else reading for name, reading in readings.items()], rules).findings
        shown = [f for f in found if f.fingerprint not in known and shows(f, told)]
        outcome = loudness(shown)
        counts[outcome] += 1
        if outcome != "loud":
            line = texts[told.name].rfind("\n", 0, told.span.start) + 1
            missed.append(
                f"{outcome}: {told.name} {texts[told.name][max(line, told.span.start - 30) : told.span.end + 6]}"
            )
    total = max(1, counts.total())
    print(f"{folder.name}: {counts.total()} changed, {counts['loud'] / total:.1%} found as error or warning, ", end="")
    print(f"{counts['information']} as information, {counts['silent']} not")
    print(*("  " + one.replace("\n", " ") for one in missed), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
