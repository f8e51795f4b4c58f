"""Puts damage into clean documents at random and counts what is found again, at the right place.

Run: python benchmarks/damage_injection.py [--rounds N] [--seed N] FILE…
Each file is read as clean text, in Simplified and in Traditional script. Found means: a damage or a variant of the
right sort whose first place overlaps what was changed. False means: anything found in the untouched copy.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import opencc

from consistency.collate.collation import variants
from consistency.damage import damages, masked
from consistency.damage.characters import characters
from consistency.damage.gbk import decode, encode
from consistency.engine import load_rules
from consistency.extract.mentions import Extractor
from consistency.lexicon import shipped
from consistency.model import Document
from consistency.offsets import Span

# What is done to a text: the new text and the span changed, or nothing where the place does not allow it.
Injury = Callable[[str, random.Random], tuple[str, Span] | None]


def cut(pattern: str, group: str = "lost") -> Injury:
    """An injury that drops what a group of a pattern matches, at a random place."""
    compiled = re.compile(pattern)

    def injure(text: str, chance: random.Random) -> tuple[str, Span] | None:
        hits = [hit for hit in compiled.finditer(text) if "\n" not in hit.group()]
        if not hits:
            return None
        start, end = chance.choice(hits).span(group)
        return text[:start] + text[end:], Span(max(start - 4, 0), start + 4)

    return injure


def slip(text: str, chance: random.Random) -> tuple[str, Span] | None:
    """Bytes slipped by one from a random character on, until they are in order again."""
    start = chance.randrange(len(text) - 80)
    if encode(text[start]) is None or "\n" in text[start : start + 3]:
        return None
    line = text.find("\n", start)
    data, sizes = b"", []
    for character in text[start : min(start + 30, line)]:
        raw = bytes(encode(character) or (ord(character) & 0x7F,))
        data += raw
        sizes.append(len(raw))
    shown, at = "?", 1
    while at + 1 < len(data):
        first, second = data[at], data[at + 1]
        if first < 0x80:
            return None
        if second < 0x40:
            shown, at = shown + "?", at + 2
            break
        shown, at = shown + decode(first, second), at + 2
        if second < 0x80:
            break
    else:
        return None
    used, taken = 0, 0
    while taken < at:
        taken += sizes[used]
        used += 1
    if taken != at or len(shown) < 4:
        return None
    return text[:start] + shown + text[start + used :], Span(start, start + len(shown))


def rename(text: str, chance: random.Random) -> tuple[str, Span] | None:
    """One character of a name put for another: one of the four before the head of a name."""
    heads = "|".join(h for h in shipped().collation.heads if len(h) > 1)
    hits = list(re.finditer(rf"(?<=[一-龥]{{6}})(?:{heads})(?=[一-龥])", text))
    if not hits:
        return None
    place = chance.choice(hits).start() - chance.randrange(1, 4)
    common = [c for c, bits in characters().single.items() if bits <= 11]
    other = chance.choice([c for c in common if c != text[place]])
    return text[:place] + other + text[place + 1 :], Span(place, place + 1)


UNIT = r"(?:家|个|项|件|座|所|户|台|亩|宗|人|万人|公里|亿元|万元)"
INJURIES: dict[str, tuple[Injury, frozenset[str]]] = {
    "byte slip": (slip, frozenset({"slip", "eaten_digit"})),
    "scale word lost": (cut(r"\d(?P<lost>[万亿萬億])[一-龥m㎡]"), frozenset({"scale_lost", "unit_lost"})),
    "separator lost": (
        cut(r"\d(?:%|[一-龥]{1,3})(?P<lost>、)\d"),
        frozenset({"separator_lost", "figures_run_together"}),
    ),
    "sentences fused": (
        cut(rf"\d(?P<lost>{UNIT}[。；，、])\d"),
        frozenset({"fused_numbers", "unit_lost", "separator_lost"}),
    ),
    "unit lost": (cut(rf"\d(?P<lost>{UNIT})[，。；、]"), frozenset({"unit_lost", "unit_missing", "fused_numbers"})),
    "name changed": (rename, frozenset({"name", "title", "scope", "alternative", "trend", "stage"})),
}


def found(clean: Document, injured: Document, place: Span, kinds: frozenset[str], extractor: Extractor) -> bool:
    """Whether damage or a variant of the right kind is found at the place, from either side."""
    hurt = damages(injured)
    if any(d.kind in kinds and d.span.overlaps(place) for d in hurt):
        return True
    readings = [extractor.read(clean), extractor.read(injured)]
    for variant in variants(readings, {clean.path: clean.path, injured.path: clean.path}, {injured.path: masked(hurt)}):
        here = [p for p in (*variant.places, *variant.others) if p.document == injured.path]
        if variant.kind in kinds and any(p.span.overlaps(place) for p in here):
            return True
    return False


def main() -> None:
    """Print how much of each injury is found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=10, help="injuries of each sort for each file and script")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="show what was missed")
    options = parser.parse_args()
    chance, extractor = random.Random(options.seed), Extractor(load_rules().lexicon)
    tried: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    false = 0
    for path, script in _texts(options.files):
        clean = Document(f"{path.name}.clean", script)
        false += len(damages(clean)) + _between(clean, Document(f"{path.name}.copy", script), extractor)
        for sort, (injure, kinds) in INJURIES.items():
            for _ in range(options.rounds):
                done = next((d for d in (injure(script, chance) for _ in range(20)) if d), None)
                if done is None:
                    continue
                tried[sort] += 1
                injured = Document(f"{path.name}.injured", done[0])
                if found(clean, injured, done[1], kinds, extractor):
                    seen[sort] += 1
                elif options.show:
                    at = done[1].start
                    print(f"missed {sort}: {done[0][max(at - 14, 0) : at + 14]!r}")
    for sort in INJURIES:
        share = seen[sort] / tried[sort] if tried[sort] else 0
        print(f"{sort:18} {seen[sort]:4} of {tried[sort]:4}  {share:.1%}")
    print(f"found in untouched copies: {false}")


def _texts(files: Sequence[Path]) -> list[tuple[Path, str]]:
    """Each file in both scripts."""
    to_traditional = opencc.OpenCC("s2t")
    texts = [(path, path.read_text(encoding="utf-8")) for path in files]
    return [*texts, *((path, to_traditional.convert(text)) for path, text in texts)]


def _between(one: Document, other: Document, extractor: Extractor) -> int:
    readings = [extractor.read(one), extractor.read(other)]
    return len(variants(readings, {one.path: one.path, other.path: one.path}, {}))


if __name__ == "__main__":
    main()
