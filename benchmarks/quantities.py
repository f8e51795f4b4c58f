"""How fast quantities are read: beside a bare scan with `re`, and beside Microsoft's recognizers.

    python benchmarks/quantities.py [--seeds FOLDER] [--bytes N] [--recognizers PYTHON]

Texts are the documents of FOLDER (../shared/seeds, else seeds), folded and repeated to N bytes of UTF-8
(5,000,000 unless told). In one run, best of several rounds each, interleaved:

* the reader of quantities, and the same with folding before it;
* a bare scan in two stages, a class of characters where a number may begin and then one pattern of a number,
  collecting places and words, no value, no unit, no bound;
* the seven models of recognizers-text that together find what a quantity is (number, percentage, ordinal,
  currency, dimension, age, temperature), and its model of bare numbers alone. They run on the first
  characters of the same text in the interpreter PYTHON, which needs recognizers-text-suite and emoji<2;
  without it they are left out, and the output says so.

Asked for: 50 times the characters a second of the recognizers, a tenth of the bare scan's, and the same time
for a character from 10 kB to 5 MB. The first pass over texts not seen before is slower, for meanings are worked
out once and then remembered; its speed is printed, too.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from consistency.extract.quantities.scanner import QuantityReader
from consistency.lexicon import load_lexicon
from consistency.normalise import fold
from consistency.rule_folder import rule_folder

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
TIMES_RECOGNIZERS = 50
OF_SCAN = 1 / 10
SIZES = (10_000, 50_000, 250_000, 1_000_000, 5_000_000)
# How many characters the recognizers are given: their time for one does not depend on it.
SHORT = 8_000

ANCHOR = re.compile(r"[\d零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?[万亿]*%?|[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]+")

RECOGNIZERS = """
import sys, time
from recognizers_number import Culture, recognize_number, recognize_ordinal, recognize_percentage
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension, recognize_temperature
text = open(sys.argv[1], encoding="utf-8").read()
models = [recognize_number, recognize_percentage, recognize_ordinal, recognize_currency, recognize_dimension,
          recognize_age, recognize_temperature]
for model in models:
    model("三十元", Culture.Chinese)
best = {}
for _ in range(3):
    for model in models:
        begun = time.process_time()
        model(text, Culture.Chinese)
        taken = time.process_time() - begun
        best[model.__name__] = min(taken, best.get(model.__name__, taken))
print(len(text) / sum(best.values()), len(text) / best["recognize_number"])
"""


def bare_scan(text: str) -> list[tuple[int, str]]:
    """Where numbers stand and their characters, and no more."""
    found, at = [], 0
    while (anchor := ANCHOR.search(text, at)) is not None:
        number = NUMBER.match(text, anchor.start())
        at = number.end() if number else anchor.end()
        if number:
            found.append((number.start(), number.group()))
    return found


def seconds(work: Callable[[str], object], text: str) -> float:
    """How much of the processor's time one pass takes: others at work on the machine count less so."""
    begun = process_time()
    work(text)
    return process_time() - begun


def documents(folder: Path | None) -> tuple[Path, list[str]]:
    """The texts to read, and where they are from."""
    places = [folder] if folder else [ROOT.parent / "shared" / "seeds", ROOT / "seeds"]
    for place in places:
        texts = [path.read_text(encoding="utf-8") for path in sorted(place.glob("*.txt"))]
        if texts:
            return place, texts
    raise SystemExit(f"no *.txt in {' or '.join(map(str, places))}")


def repeated(text: str, size: int) -> str:
    """The text over and over, up to `size` bytes of UTF-8."""
    return (text * (size // len(text.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")


def recognizers(python: str | None, text: str) -> tuple[float, float] | None:
    """Characters a second of the seven models and of numbers alone, or nothing where they are not installed."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        command = [python or sys.executable, "-c", RECOGNIZERS, file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"recognizers-text is left out: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
        return None
    both, numbers = map(float, done.stdout.split())
    return both, numbers


def verdict(name: str, ratio: float, wanted: float) -> None:
    """Print a ratio and whether it is what was asked for."""
    print(f"{name:44} {ratio:8.2f}  asked {wanted:g}  {'met' if ratio >= wanted else 'NOT MET'}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast quantities are read.")
    parser.add_argument("--seeds", type=Path, help="a folder of *.txt")
    parser.add_argument("--bytes", type=int, default=5_000_000, help="size of the text")
    parser.add_argument("--recognizers", help="an interpreter that has recognizers-text-suite")
    given = parser.parse_args()

    place, texts = documents(given.seeds)
    plain = "\n".join(texts)
    once = fold(plain).text
    text = repeated(once, given.bytes)
    lexicon = load_lexicon(rule_folder())
    reader = QuantityReader(lexicon)
    print(
        f"{place}: {len(texts)} documents, {len(once):,} characters, repeated to {len(text):,} ({given.bytes:,} bytes)"
    )

    first = len(once) / seconds(reader.read, once)
    unfolded = repeated(plain, given.bytes)
    ways: dict[str, tuple[Callable[[str], object], str]] = {
        "quantities": (reader.read, text),
        "bare scan": (bare_scan, text),
        "folding and quantities": (lambda t: reader.read(fold(t).text), unfolded),
    }
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, (work, given_text) in ways.items():
            speed = len(given_text) / seconds(work, given_text)
            best[name] = max(speed, best.get(name, 0.0))
    found = len(reader.read(text))
    print(f"{found:,} quantities, one in {len(text) / found:.0f} characters\n")
    for name, speed in (*best.items(), ("quantities, first pass over new text", first)):
        print(f"{name:44} {speed / 1e6:8.2f} million characters a second")

    rivals = recognizers(given.recognizers, once[:SHORT])
    if rivals:
        print(f"{'recognizers-text, seven models':44} {rivals[0] / 1e6:8.4f} million characters a second")
        print(f"{'recognizers-text, bare numbers only':44} {rivals[1] / 1e6:8.4f} million characters a second")
    print()
    verdict("quantities : bare scan", best["quantities"] / best["bare scan"], OF_SCAN)
    if rivals:
        verdict("quantities : recognizers-text", best["quantities"] / rivals[0], TIMES_RECOGNIZERS)
        print(f"{'quantities : its bare numbers only':44} {best['quantities'] / rivals[1]:8.2f}")

    print("\nsize           nanoseconds for a character")
    for size in (s for s in SIZES if s <= given.bytes):
        part = repeated(once, size)
        rounds = max(3, 500_000 // len(part))
        taken = min(seconds(reader.read, part) for _ in range(rounds))
        print(f"{size:>9,} bytes {taken / len(part) * 1e9:10.0f}")


if __name__ == "__main__":
    main()
