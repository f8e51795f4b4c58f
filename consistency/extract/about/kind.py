"""What sort of text a document is: a bulletin, a budget report, a work report, news, …."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from consistency.extract.about.evidence import Candidate, Witness, weighed
from consistency.extract.about.head import DocumentHead
from consistency.patterns import lazy
from consistency.text.lines import ORDINAL

NEWS = "news"  # what is of no other sort
FINAL = "final accounts"
ON_A_COMPANY = "rating report"
YEARLY = ("work report", "plan report", "budget", FINAL)  # reports of a year, read to an assembly
OF_ACCOUNTS = ("budget", FINAL)  # where every sum of money is somebody's account
OPENING = 1500  # characters in which a text shows its sort
CLOSING = 6  # characters that may stand behind the word of a title's end
CLOSES, CONTAINS, HEADS = Fraction(60), Fraction(12), Fraction(10)
EACH, MOST = 5, 3  # odds of each word that opens such a text, and how many of them tell more than one
COMMON = Fraction(4)  # most of what is no report is news
# 市统计局发布2023年统计公报: a title that tells of a report is none
TELLS_OF = lazy(r"发布|公布|出炉|亮相|速递|一图|来了|^[一-龥]{2,12}:")


def kinds(head: DocumentHead, text: str) -> tuple[Candidate, ...]:
    """The sorts of text that a document may be, the likeliest first."""
    return weighed([Witness(NEWS, COMMON, "common"), *_titled(head), *_opened(head, text[:OPENING])], doubt=1)


def _titled(head: DocumentHead) -> Iterator[Witness]:
    """The sort whose words end last in the title; of two that end together, that of the longer words."""
    title = re.sub(r"\([^()]*\)|\[\d\]|(?<=.)《[^》]*》|[《》]", "", head.title)
    ends = [
        (found.end(), len(found.group()), kind)
        for kind, words in head.words.titles.items()
        for found in words.finditer(title)
    ]
    if not ends:
        return
    end, _, kind = max(ends, key=lambda one: one[:2])
    behind = len(title) - end
    if TELLS_OF.search(title):
        yield Witness(NEWS, CONTAINS, "title", title)
    else:
        yield Witness(kind, CLOSES if behind <= CLOSING else CONTAINS, "title", title)


def _opened(head: DocumentHead, opening: str) -> Iterator[Witness]:
    """The sorts whose words open the text or stand in its headings."""
    for kind, words in head.words.heads.items():
        told = set(words.findall(opening))
        if told:
            yield Witness(kind, Fraction(EACH ** min(len(told), MOST)), "opening", "、".join(sorted(told)))
        heading = next((line for line in head.lines if ORDINAL.match(line) and words.search(line[:30])), "")
        if heading:
            yield Witness(kind, HEADS, "heading", heading[:30])
