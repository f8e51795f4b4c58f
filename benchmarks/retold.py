"""Pairs of documents that tell the same facts in other words: how many facts meet, and how many changes are found.

    python benchmarks/retold.py benchmarks/retold_kept.txt [-v]

A press piece or a page retells a bulletin, a budget or a report; all figures are invented. Each number that both tell
is marked with one letter in either: [a:120.5亿元]; with a ! where the second document was given another number. Of
every other marked number one of the first two figures is changed in turn, and the two documents are checked again.
Pairs in `retold_learnt.txt` had a part in what linking learns; those in `retold_kept.txt` had none. With -v what does
not meet or is not found is shown.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from consistency.engine import Rules, load_rules
from consistency.extract.about.company import in_company
from consistency.extract.mentions import Extractor
from consistency.lexicon import Lexicon
from consistency.model import Claim, Document, Finding, Passage, Reading, Severity
from consistency.offsets import Span
from consistency.pipeline import Compared, compared, understood

KEPT = Path(__file__).parent / "retold_kept.txt"
PAIR = re.compile(r"^=== ", re.MULTILINE)
BETWEEN = "\n---\n"
MARK = re.compile(r"\[(?P<letter>[a-z])(?P<other>!?):(?P<words>[^\]]*)\]")


def changed(text: str, span: Span, chance: random.Random) -> str:
    """The text with one of the first two figures of a number changed."""
    figures = [i for i in range(span.start, span.end) if text[i].isdigit()]
    at = chance.choice(figures[:2])
    digit = chance.choice([c for c in "123456789" if c != text[at]])
    return text[:at] + digit + text[at + 1 :]


def loudness(findings: Sequence[Finding]) -> str:
    """How loud some findings are: loud, information or silent."""
    loud = any(f.severity is not Severity.INFO for f in findings)
    return "loud" if loud else "information" if findings else "silent"


@dataclass(frozen=True)
class Text:
    """A document, and where the numbers stand that the other one of its pair tells too, by their letters."""

    document: Document
    numbers: Mapping[str, Span]
    other: frozenset[str]

    @classmethod
    def of(cls, name: str, marked: str) -> Text:
        """The text without its marks.

        >>> Text.of("a.txt", "产量[a:3吨]。").document.text
        '产量3吨。'
        """
        out, at = "", 0
        numbers: dict[str, Span] = {}
        for mark in MARK.finditer(marked):
            out += marked[at : mark.start()]
            numbers[mark["letter"]] = Span(len(out), len(out) + len(mark["words"]))
            out, at = out + mark["words"], mark.end()
        other = frozenset(mark["letter"] for mark in MARK.finditer(marked) if mark["other"])
        return cls(Document(name, out + marked[at:]), numbers, other)

    def changed(self, letter: str, chance: random.Random) -> Document:
        """The document with one of the first two figures of a number changed."""
        return Document(self.document.path, changed(self.document.text, self.numbers[letter], chance))


def pairs(file: Path) -> Iterator[tuple[Text, Text]]:
    """The pairs of a file."""
    for part in PAIR.split(file.read_text(encoding="utf-8"))[1:]:
        head, _, texts = part.partition("\n")
        number, _, names = head.partition(" ")
        one, other = (
            Text.of(f"{number}/{letter}_{name.strip()}", text)
            for letter, name, text in zip("ab", names.split("|"), texts.split(BETWEEN), strict=True)
        )
        yield one, other


def read(lexicon: Lexicon, *documents: Document) -> list[Reading]:
    """Two documents as understood, each in the company of the other."""
    extractor = Extractor(lexicon)
    readings = [understood(extractor, document) for document in documents]
    given = in_company([reading.context for reading in readings])
    return [
        reading if context == reading.context else understood(extractor, reading.document, context)
        for reading, context in zip(readings, given, strict=True)
    ]


def of(claims: Sequence[Claim | Passage], text: Text, letter: str) -> bool:
    """Whether one of some claims is that number of a text."""
    return any(c.document == text.document.path and c.span.overlaps(text.numbers[letter]) for c in claims)


def met(one: Text, other: Text, found: Compared) -> list[str]:
    """The letters of the numbers that met."""
    both = sorted(one.numbers.keys() & other.numbers.keys())
    return [
        letter for letter in both if any(of(s.claims, one, letter) and of(s.claims, other, letter) for s in found.sets)
    ]


def shown(findings: Sequence[Finding], text: Text, letter: str) -> str:
    """How loud the findings are that show a number: loud, information or silent."""
    return loudness([f for f in findings if of(f.claims, text, letter)])


def measured(file: Path, rules: Rules) -> tuple[Counter[str], list[str]]:
    """What is counted over all pairs of a file, and a line for each number that did not meet."""
    counts: Counter[str] = Counter()
    lines: list[str] = []
    chance = random.Random(5)
    for one, other in pairs(file):
        found = compared(read(rules.lexicon, one.document, other.document), rules)
        joined, known = met(one, other, found), {f.fingerprint for f in found.findings}
        for letter in sorted(one.numbers.keys() & other.numbers.keys()):
            counts["told twice"] += 1
            counts["met"] += letter in joined
            findings: Sequence[Finding] = found.findings
            if letter not in other.other:
                again = compared(read(rules.lexicon, one.document, other.changed(letter, chance)), rules).findings
                findings = [f for f in again if f.fingerprint not in known]
            counts[outcome := shown(findings, other, letter)] += 1
            if letter not in joined or outcome != "loud":
                words = (text.numbers[letter].of(text.document.text) for text in (one, other))
                lines.append(f"{one.document.path} {letter} {' / '.join(words)}: {outcome}")
    return counts, lines


def main(file: Path, verbose: bool) -> None:
    """Measure and print."""
    counts, lines = measured(file, load_rules())
    total = max(1, counts["told twice"])
    print(f"{file.name}: {counts['told twice']} numbers told twice, {counts['met'] / total:.1%} met; changed,", end=" ")
    print(f"{counts['loud'] / total:.1%} found as error or warning, {counts['information'] / total:.1%} as information")
    print(*lines if verbose else (), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "-v" in sys.argv)
