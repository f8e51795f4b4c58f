"""One number told twice, in two units or in words and in figures.

    restated := amount ( (合|折合|即)? amount )         4510万吨（902亿斤）; 壹拾贰万叁仟元（¥123,000）
              | amount ，? (合|折合|即) amount           118969千公顷，折合178453.5万亩

The two are of one dimension and told in units that differ by more than their size (吨 and 斤, 公顷 and 亩), or one of
them in the characters of cheques (壹, 贰) and the other in figures. 12亿元（8000万元） may be a whole and a part of
it: no relation, unless 即 or 合 says that it is one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from consistency.extract.relations.passage import Told
from consistency.extract.relations.sheet import Fact
from consistency.model import Bound, Relation, Term
from consistency.patterns import lazy

SAME = "折合|合|即|也就是"
AGAIN = lazy(
    rf"""
    ^\s*(?:
        \((?P<same>{SAME})?(?:人民币)?:?\s*(?:小写:?)?    # （902亿斤, （合902亿斤, （小写：
      | ，?(?P<said>{SAME})                               # ，折合178453万亩
    )\s*$
    """,
    re.VERBOSE,
)
CLOSED = lazy(r"^[整正]?\)")
SIZE = lazy(r"^[十百千万亿]+(?=[^\s])")
NEAR = 12  # characters between the two
CHEQUE = lazy(r"[壹贰叁肆伍陆柒捌玖拾佰仟]")


def restated(told: Told) -> Iterator[Relation]:
    """The numbers of one line that are told twice in a row, in order."""
    for one, other in pairwise(told.amounts):
        first, second = one.fact, other.fact
        again = AGAIN.match(told.text[first.end : second.start]) if second.start - first.end < NEAR else None
        if again is None or first.quantity.dimension != second.quantity.dimension:
            continue
        bracketed = again["said"] is None
        if bracketed and not CLOSED.match(told.text[second.end : second.end + 2]):
            continue
        same = bool(again["same"] or again["said"])
        if not _one_number(told, first, second, same):
            continue
        both = (first.mention, second.mention)
        yield Relation.between("restated", Term(second.mention), (Term(first.mention),), again.group(), both)


def _one_number(told: Told, first: Fact, second: Fact, same: bool) -> bool:
    """Whether two numbers beside each other are one, as far as their units and their writing tell."""
    if any(f.quantity.bound is not Bound.EXACT or f.quantity.form != "number" for f in (first, second)):
        return False
    one, other = (SIZE.sub("", f.quantity.unit) for f in (first, second))
    if one != other and first.quantity.base_unit == second.quantity.base_unit and _converted(first, second):
        return True
    in_words = [CHEQUE.search(told.text[f.start : f.end]) is not None for f in (first, second)]
    return in_words[0] != in_words[1] or (same and first.like(second))


def _converted(first: Fact, second: Fact) -> bool:
    """Whether two numbers are of a dimension whose units are converted; 元 and ¥ are one unit."""
    return first.quantity.dimension not in ("money", "count") and first.like(second)
