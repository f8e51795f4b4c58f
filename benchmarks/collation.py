"""What collating n documents costs: made-up documents of 15,000 characters, a tenth of them reprints.

Run: python benchmarks/collation.py [N…]        (10, 100 and 1,000 where nothing is said)
Nine tenths of the documents tell of places of their own, in words of their own, with a tenth of common phrases; the
others copy one of three of them with a few changes, so that there is something to be found. Only the search for
damage and the collation are timed, on one core.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Sequence

from consistency.checks.collated import collation_of
from consistency.damage.characters import characters
from consistency.lexicon import shipped
from consistency.model import Context, Document, Reading
from consistency.reprints import families

LENGTH = 15_000
UNITS = ("家", "个", "亿元", "万元", "公里", "万人", "%", "项", "座", "万平方米")
VERBS = ("新增", "建成", "完成", "实现", "引进", "整治", "改造", "发放")


def sentences(chance: random.Random, common: Sequence[str]) -> str:
    """One document: statements about things of its own, one in ten a phrase that many have."""
    letters = [c for c, bits in characters().single.items() if bits <= 12]
    text: list[str] = []
    size = 0
    while size < LENGTH:
        if chance.random() < 0.1:
            text.append(chance.choice(common))
        else:
            thing = "".join(chance.choices(letters, k=chance.randrange(4, 14)))
            number = f"{chance.randrange(2, 5000)}{chance.choice(('', '.5', '.7'))}"
            text.append(f"{thing}{chance.choice(VERBS)}{number}{chance.choice(UNITS)}{chance.choice('，，。；、')}")
        if chance.random() < 0.02:
            text.append("\n")
        size += len(text[-1])
    return "".join(text)


def reprint(text: str, chance: random.Random) -> str:
    """A copy with a few characters put for others and a few dropped."""
    pieces = list(text)
    for _ in range(6):
        pieces[chance.randrange(len(pieces))] = chance.choice("万市区中心新大")
        pieces[chance.randrange(len(pieces))] = ""
    return "".join(pieces)


def documents(count: int) -> list[Document]:
    """As many documents, a tenth of them reprints of three."""
    chance = random.Random(count)
    letters = [c for c, bits in characters().single.items() if bits <= 10]
    common = ["".join(chance.choices(letters, k=chance.randrange(8, 30))) + "，" for _ in range(200)]
    originals = [sentences(chance, common) for _ in range(count - count // 10)]
    copies = [reprint(originals[n % 3], chance) for n in range(count // 10)]
    return [Document(f"{n:05}.txt", text) for n, text in enumerate([*originals, *copies])]


def main() -> None:
    """Print seconds and memory for each number of documents."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("counts", nargs="*", type=int, default=[10, 100, 1000])
    print(f"{'documents':>10} {'variants':>9} {'reprints s':>11} {'collation s':>12} {'s/document':>11} {'peak MB':>8}")
    for count in parser.parse_args().counts:
        made = documents(count)
        readings = [Reading(document, Context(), ()) for document in made]
        begun = time.process_time()
        family = families({r.document.path: r.page.text for r in readings})
        known = time.process_time()
        found = collation_of(readings, family, shipped().collation)
        spent = time.process_time() - known
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{count:>10} {len(found):>9} {known - begun:>11.1f} {spent:>12.1f} {spent / count:>11.3f} {peak:>8}",
            flush=True,
        )


if __name__ == "__main__":
    main()
