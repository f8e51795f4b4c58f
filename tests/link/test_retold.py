"""Documents that retell others in other words: nearly all their facts meet, and no two facts of one document."""

import itertools

from benchmarks.retold import KEPT, met, pairs, read
from consistency.pipeline import compared
from tests.domain import rules

FIRST = 6  # pairs of documents tried here; benchmarks/retold.py tries all


def test_what_is_told_in_other_words_meets() -> None:
    told = joined = 0
    for one, other in itertools.islice(pairs(KEPT), FIRST):
        found = compared(read(rules().lexicon, one.document, other.document), rules())
        told += len(one.numbers.keys() & other.numbers.keys())
        joined += len(met(one, other, found))
    assert joined >= 0.85 * told
