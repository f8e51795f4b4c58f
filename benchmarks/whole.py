"""How fast a whole check is, stage by stage, and how its time and memory grow with the number of documents.

    python benchmarks/whole.py FOLDER [--families N] [--documents 250,500,1000] [--characters N]
        [--archive FOLDER]

Each folder within FOLDER (such as ../shared/corpora/wide) is a family: its documents are checked together, and the time
of each stage is summed up over the first N families (8 unless told), best of three rounds. Printed are microseconds a
character, and how many times that is what a bare scan takes for numbers in the same run: a machine that others use as
well slows both down.

With --documents, archives of so many documents are made of FOLDER's and checked in a process each: every document goes
under invented places, three versions for each place, in which a number in thirty is another and a sentence is left out.
With --characters each is cut at the first end of a paragraph beyond so many: notices and press pieces are short.
Printed are the seconds of each stage, the exponent by which it grows from the smallest archive to the largest (1 is as
the documents, 2 as their square), and the megabytes that a process takes for each document more. --archive writes the
largest archive to a folder, and does no more: to try an index on.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from math import log
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import TypeVar

from consistency.checks.collated import collation_of
from consistency.damage import examined
from consistency.engine import Rules, load_rules
from consistency.extract.about import about
from consistency.extract.mentions import Extractor
from consistency.extract.relations import related
from consistency.link import claim_sets
from consistency.model import Document, Report
from consistency.pipeline import compared
from consistency.places import place_tail
from consistency.readers import read
from consistency.report import renderer
from consistency.reprints import families
from consistency.text.page import page_of

ROUNDS = 3
VERSIONS = 3  # documents of one place
WHOLE = 1 << 30  # more characters than a document has
NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?=[万亿家个%公吨人])")
BARE = re.compile(r"[0-9][0-9,.]*[万亿]?[%一-龥]?")
LETTERS = "青云白金玉石清临安宁永长东西南北新华光明平福德兴江河湖海山川林泉城阳"
T = TypeVar("T")


class Clock:
    """The seconds of the processor that each stage took, in the order in which the stages came."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def of(self, stage: str, work: Callable[[], T]) -> T:
        """What comes of some work, its time taken."""
        start = process_time()
        found = work()
        self.seconds[stage] += process_time() - start
        return found


def scanned(text: str) -> list[tuple[int, int]]:
    """Where figures stand in a text: the least that any reader of numbers has to do."""
    return [m.span() for m in BARE.finditer(text)]


def checked(documents: Sequence[Document], rules: Rules, extractor: Extractor, clock: Clock) -> None:
    """Checks documents stage by stage."""
    readings = []
    for document in documents:
        clock.of("bare scan", partial(scanned, document.text))
        clock.of("page", partial(page_of, document.text))
        reading = clock.of("extract", partial(extractor.read, document))
        reading = clock.of("damage", partial(examined, reading))
        readings.append(clock.of("relations", partial(related, reading)))
    claims = [claim for reading in readings for claim in reading.claims]
    clock.of("link", lambda: claim_sets(claims, rules.lexicon, rules.linking))
    family = clock.of("reprints", lambda: families({r.document.path: r.page.text for r in readings}))
    clock.of("collate", lambda: collation_of(readings, family, rules.lexicon.collation))
    found, sets = clock.of("compared", lambda: compared(readings, rules))
    report = Report(tuple(readings), found, tuple(s for s in sets if len({c.document for c in s.claims}) > 1), ())
    clock.of("json", lambda: renderer("json")(report, lang="en"))


def whole(seconds: dict[str, float]) -> float:
    """The time of the whole check: the page is made within extraction, and the comparing is timed in parts as well."""
    return sum(seconds[stage] for stage in ("extract", "damage", "relations", "compared"))


def by_stage(folders: Sequence[Path]) -> None:
    """Prints the time of each stage over some families."""
    rules = load_rules()
    extractor = Extractor(rules.lexicon)
    texts = [[d for f in sorted(folder.glob("*.txt")) if isinstance(d := read(str(f)), Document)] for folder in folders]
    characters = sum(len(document.text) for family in texts for document in family)
    rounds = []
    for _ in range(ROUNDS):
        clock = Clock()
        for family in texts:
            checked(family, rules, extractor, clock)
        rounds.append(clock.seconds)
    best = {stage: min(round_[stage] for round_ in rounds) for stage in rounds[0]}
    best["whole, without rendering"] = min(map(whole, rounds))
    print(f"{len(folders)} families, {characters:,} characters")
    for stage, took in best.items():
        print(f"{stage:26s}{1e6 * took / characters:8.2f} µs a character {took / best['bare scan']:8.0f} × the scan")
    print(f"{characters / best['whole, without rendering'] / 1e6:.3f}M characters/s a core")


def perturbed(document: Document, chance: random.Random, place: str) -> str:
    """A document as another place's, some numbers others and a sentence left out."""
    tail = place_tail(about(document, page_of(document.text)).context.entity)
    text = document.text
    for own in (tail, tail[:-1]) if len(tail) > 2 else ():
        text = text.replace(own, place if own == tail else place[:-1])

    def changed(found: re.Match[str]) -> str:
        return found.group() if chance.randrange(30) else str(chance.randrange(2, 900))

    sentences = re.split(r"(?<=。)", NUMBER.sub(changed, text))
    if len(sentences) > 3:
        del sentences[chance.randrange(1, len(sentences))]
    return "".join(sentences)


def archive(folder: Path, count: int, characters: int) -> list[Document]:
    """So many documents made of those within a folder, of about so many characters; the same ones at each call."""
    chance = random.Random(16)
    bases = [d for f in sorted(folder.glob("*/*.txt")) if isinstance(d := read(str(f)), Document)]
    found: list[Document] = []
    while len(found) < count:
        base = bases[len(found) // VERSIONS % len(bases)]
        place = "".join(chance.sample(LETTERS, 2)) + "市"
        for _ in range(min(VERSIONS, count - len(found))):
            end = base.text.find("\n", characters)
            part = base if end < 0 else replace(base, text=base.text[:end])
            found.append(Document(f"{len(found):05}.txt", perturbed(part, chance, place)))
    return found


def at_size(folder: Path, count: int, characters: int) -> tuple[dict[str, float], int, float]:
    """The seconds of each stage for an archive of so many documents, its characters, and the memory in megabytes."""
    documents, rules, clock = archive(folder, count, characters), load_rules(), Clock()
    checked(documents, rules, Extractor(rules.lexicon), clock)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return clock.seconds, sum(len(document.text) for document in documents), memory


def growth(folder: Path, counts: Sequence[int], characters: int) -> None:
    """Prints how each stage grows from the smallest archive to the largest."""
    found = []
    for count in counts:
        with get_context("spawn").Pool(1) as pool:
            found.append(pool.apply(at_size, (folder, count, characters)))
    print("documents                 " + "".join(f"{count:>10}" for count in counts) + "  exponent")
    first, last = found[0][0], found[-1][0]
    steps = log(found[-1][1] / found[0][1])
    for stage in first:
        exponent = log(last[stage] / first[stage]) / steps if min(first[stage], last[stage]) > 0.05 else float("nan")
        print(f"{stage:26s}" + "".join(f"{seconds[stage]:10.2f}" for seconds, _, _ in found) + f"{exponent:10.2f}")
    print(f"{'megabytes':26s}" + "".join(f"{memory:10.0f}" for _, _, memory in found))
    more = (found[-1][2] - found[0][2]) / (counts[-1] - counts[0])
    print(f"{more:.2f} MB for each document more")


def main() -> None:
    """Measures what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--families", type=int, default=8)
    asked.add_argument("--documents", default="")
    asked.add_argument("--characters", type=int, default=WHOLE)
    asked.add_argument("--archive", type=Path)
    told = asked.parse_args()
    counts = [int(count) for count in told.documents.split(",") if count]
    if told.archive is not None:
        told.archive.mkdir(parents=True)
        for document in archive(told.folder, counts[-1], told.characters):
            (told.archive / document.path).write_text(document.text, encoding="utf-8")
        return
    if counts:
        growth(told.folder, counts, told.characters)
        return
    folders = sorted(folder for folder in told.folder.iterdir() if any(folder.glob("*.txt")))
    by_stage(folders[: told.families])


if __name__ == "__main__":
    main()
