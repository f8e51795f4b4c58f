"""One number changed at a time: how many of the changes are found, and what else is said.

    python benchmarks/fault_injection.py [FOLDER] [EVERY]

Takes the documents of FOLDER (../shared/seeds unless told, else seeds/), and for every EVERYth
claim that agrees with a counterpart in another document makes, one after the other, a copy of its
document in which that one number is damaged: a digit changed, two transposed, one dropped or
doubled, the scale word lost, another unit, the neighbour's number in its place. A change counts
where the two numbers no longer agree; it is found where an error or a warning shows the changed number and a
counterpart in another document. Prints found and missed by kind of damage, the missed ones, and
the findings of unchanged places that came with the changes.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from consistency.checks.verdict import verdict
from consistency.engine import load_rules
from consistency.extract.mentions import Extractor
from consistency.model import Claim, Document, Finding, Severity, Verdict
from consistency.offsets import Span
from consistency.pipeline import compared, understood

SCALES = "万亿萬億"


def damages(text: str, claim: Claim, other: Claim | None, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The kinds of damage that fit a number, each with the document as it would read."""
    number = claim.mention.number
    figures = number.of(text)
    if not re.fullmatch(r"\d[\d.,]*", figures):
        return
    digits = [i for i, c in enumerate(figures) if c.isdigit()]

    def put(new: str, end: int = number.end) -> str:
        return text[: number.start] + new + text[end:]

    at = chance.choice(digits)
    changed = str((int(figures[at]) + chance.randint(1, 8)) % 10 or 9)
    if changed != figures[at]:
        yield "digit changed", put(figures[:at] + changed + figures[at + 1 :])
    pairs = [i for i in digits if i + 1 in digits and figures[i] != figures[i + 1] and figures[i + 1] != "0"]
    if pairs:
        at = chance.choice(pairs)
        yield (
            "digits transposed",
            put(figures[:at] + figures[at + 1] + figures[at] + figures[at + 2 :]),
        )
    if len(digits) > 1 and figures[1] not in ".0":
        yield "digit dropped", put(figures[1:])
    yield "digit doubled", put(figures[:1] + figures)
    if text[number.end] in SCALES:
        yield "scale word lost", put(figures, number.end + 1)
    if text[number.end] in "万萬":
        yield "scale word changed", put(figures + "亿", number.end + 1)
    if other is not None:
        theirs = other.mention.number.of(text)
        if theirs != figures and re.fullmatch(r"\d[\d.,]*", theirs):
            yield "neighbour's number", put(theirs)


def shows(found: Finding, path: str, span: Span) -> bool:
    """Whether a finding shows a place of one document together with another document."""
    here = any(c.document == path and c.span.overlaps(span) for c in found.claims)
    return here and any(c.document != path for c in found.claims)


def main(folder: Path, every: int) -> None:
    """Inject, check and print."""
    rules = load_rules()
    extractor = Extractor(rules.lexicon)
    texts = {p.name: p.read_bytes().decode() for p in sorted(folder.glob("*.txt"))}
    readings = tuple(understood(extractor, Document(n, t)) for n, t in texts.items())
    clean, sets = compared(readings, rules)
    known = {f.fingerprint for f in clean}
    chance = random.Random(1)
    found: Counter[str] = Counter()
    made: Counter[str] = Counter()
    missed, new = [], []
    agreeing = [(s, c) for s in sets if s.verdict is Verdict.AGREE for c in s.claims]
    for claim_set, claim in agreeing[::every]:
        others = [c for c in claim_set.claims if c.document != claim.document]
        if not others:
            continue
        path, text = claim.document, texts[claim.document]
        own = next(r for r in readings if r.document.path == path).claims
        later = [c for c in own if claim.span.end < c.span.start < claim.span.end + 60]
        for kind, damaged in damages(text, claim, later[0] if later else None, chance):
            reading = understood(extractor, Document(path, damaged))
            span = Span(claim.mention.number.start, claim.mention.number.end + 2)
            now = [c for c in reading.claims if c.mention.number.overlaps(span) and c.key.measure == claim.key.measure]
            if not now or all(verdict(n.quantity, o.quantity) is Verdict.AGREE for n in now for o in others):
                continue
            made[kind] += 1
            after = compared([reading if r.document.path == path else r for r in readings], rules).findings
            hits = [f for f in after if shows(f, path, span) and f.severity is not Severity.INFO]
            if hits:
                found[kind] += 1
            else:
                missed.append(
                    (
                        kind,
                        path[:12],
                        claim.key.indicator,
                        claim.mention.words,
                        now[0].mention.words,
                    )
                )
            fresh = [f for f in after if f.fingerprint not in known and not shows(f, path, span)]
            new += [(kind, path, f) for f in fresh if not any(c.document == path for c in f.claims)]
    for kind in sorted(made):
        print(f"{kind:20} {found[kind]:4}/{made[kind]:<4} {found[kind] / made[kind]:6.1%}")
    total = sum(made.values())
    print(f"{'all':20} {sum(found.values()):4}/{total:<4} {sum(found.values()) / max(1, total):6.1%}")
    print(f"new findings of unchanged places: {len(new)}")
    for kind, path, finding in new[:20]:
        print("  new", kind, path[:12], finding.rule, finding.message["en"][:100])
    for row in missed[:40]:
        print("  missed", *row)


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/seeds")
    main(given if given.is_dir() else Path("seeds"), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
