"""Where the words that belong to a number begin and end, inside one sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from consistency.model import Quantity
from consistency.offsets import Span
from consistency.patterns import lazy

# Where a clause, and with it a subject, may begin.
CLAUSE = lazy(r"[，。;:、()!?/\n|“”]|——|--|\s{2,}|(?<=[一-龥]) (?=[一-龥“])")
# Where a clause ends that may hold a list
END = lazy(r"[，。;:!?]|——")
# A remark in brackets: (GDP)、(不含农户，下同)
REMARK = lazy(r"\([^()\n]{0,160}\)")
# One between a name and its number: 人口(包括…)140万人
BETWEEN = lazy(r"(?<=[一-龥])\([^()\n]{12,160}\)(?=(?:为|达到?|约|共)?\s*\d)")
# A paragraph has less than a thousand characters, but a document without a line break may be all one paragraph.
REMEMBERED = 1000


class Clauses:
    """One sentence with its numbers; `taken` is up to where words belong to mentions already made.

    `listed` finds names that are lists themselves.
    """

    def __init__(
        self, text: str, paragraph: int, span: Span, quantities: Sequence[Quantity], listed: re.Pattern[str]
    ) -> None:
        self.text, self.paragraph, self.span, self.quantities = text, paragraph, span, quantities
        self._listed = listed
        self.taken = span.start

    def left(self, index: int) -> int:
        """Where the words that belong to a number begin: after the clause mark or number before it."""
        quantity = self.quantities[index]
        floor = start = self.taken
        bracket = self.text.find("(", floor, quantity.span.start) >= 0
        remarks = [m.span() for m in REMARK.finditer(self.text, floor, quantity.span.start)] if bracket else []
        for mark in CLAUSE.finditer(self.text, floor, quantity.span.start):
            if mark.group() in "“”" or any(a <= mark.start() < b for a, b in remarks):
                continue  # a remark inside the name: 地区生产总值(GDP)、投资(不含农户，下同)
            if mark.group() == "、" and not self.text[mark.end() : quantity.span.start].strip():
                continue
            if mark.group() == "、" and mark.start() in self._inside_names:
                continue
            start = mark.end()
        return min(start, quantity.span.start)

    def right(self, index: int) -> int:
        """Where the words behind a number end: at the next clause mark or number."""
        quantity = self.quantities[index]
        ceiling = self.quantities[index + 1].span.start if index + 1 < len(self.quantities) else self.span.end
        for mark in CLAUSE.finditer(self.text, quantity.span.end, max(ceiling, quantity.span.end)):
            if mark.group() in "“”()":
                continue
            return mark.start()
        return max(ceiling, quantity.span.end)

    def start_of_clause(self, at: int) -> int:
        """Where the clause around `at` begins, taking commas of enumeration as part of it."""
        before = bisect_right(self._ends, at)
        return self._ends[before - 1] if before else self.span.start

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(mark.end() for mark in END.finditer(self.text, self.span.start, self.span.end))

    def before(self, quantity: Quantity) -> str:
        """The words of the sentence before a number."""
        return self.text[self.span.start : quantity.span.start]

    @cached_property
    def earlier(self) -> str:
        """The words of the paragraph before the sentence, as far back as a reader remembers them."""
        return self.text[max(self.paragraph, self.span.start - REMEMBERED) : self.span.start]

    def aside(self, quantity: Quantity) -> bool:
        """Whether a number stands in a remark between a name and its own number: 人口(包括31个省的)140万人."""
        return any(remark.start() < quantity.span.start < remark.end() for remark in self._remarks)

    @cached_property
    def _inside_names(self) -> frozenset[int]:
        """Where 、 stands inside a name and divides nothing: 电力、热力生产和供应业."""
        names = self._listed.finditer(self.text, self.span.start, self.span.end)
        return frozenset(at for name in names for at in range(*name.span()) if self.text[at] == "、")

    @cached_property
    def _remarks(self) -> tuple[re.Match[str], ...]:
        return tuple(BETWEEN.finditer(self.text, self.span.start, self.span.end))

    def numbers_between(self, start: int, end: int) -> bool:
        """Whether another number of the sentence lies between two places."""
        return any(start <= q.span.start and q.span.end <= end for q in self.quantities)
