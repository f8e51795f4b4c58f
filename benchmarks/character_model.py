"""Makes `consistency/damage/characters.txt` from the dictionary of jieba (MIT licence): how often characters follow.

Run with jieba at hand, in an environment of its own: python benchmarks/character_model.py DICT.txt > characters.txt
Only counts go over, no entry of the dictionary. No document that the checker is tried on takes part.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

SINGLES = 5200  # characters kept
PAIRS = 26000  # pairs kept
HEAD = """\
# How common characters and pairs of characters are in Simplified Chinese, in bits: the fewer, the commoner.
# Made by benchmarks/character_model.py from the word counts of jieba's dictionary (MIT licence).
# “=BITS characters” tells single characters; “X BITS followers BITS followers …” what follows X.
"""


def counts(path: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each character and each pair inside a word occurs, from lines “word count tag”."""
    single: Counter[str] = Counter()
    pair: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if not all("一" <= c <= "鿿" for c in word):
            continue
        for place, character in enumerate(word):
            single[character] += int(count)
            if place:
                pair[word[place - 1 : place + 1]] += int(count)
    return single, pair


def bits(part: int, whole: int) -> int:
    """The information of an event that happened `part` times of `whole`, in whole bits."""
    return round(-math.log2(part / whole))


def main() -> None:
    """Print the model."""
    single, pair = counts(Path(sys.argv[1]))
    total = sum(single.values())
    rows = [HEAD.rstrip("\n")]
    by_bits: dict[int, list[str]] = {}
    for character, count in single.most_common(SINGLES):
        by_bits.setdefault(bits(count, total), []).append(character)
    rows += [f"={cost} {''.join(members)}" for cost, members in sorted(by_bits.items())]
    followers: dict[str, dict[int, list[str]]] = {}
    for both, count in pair.most_common(PAIRS):
        first, second = both[0], both[1]
        # A pair inside a word; half of what follows a character begins another word.
        cost = max(1, bits(count, single[first]) + 1)
        followers.setdefault(first, {}).setdefault(cost, []).append(second)
    for first, costs in sorted(followers.items()):
        rows.append(first + "".join(f" {cost} {''.join(seconds)}" for cost, seconds in sorted(costs.items())))
    print("\n".join(rows))


if __name__ == "__main__":
    main()
