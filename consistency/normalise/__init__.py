"""Text folded for reading: one script, one width, no radicals or pinyin residue, with the way back.

`fold` is what every later stage reads; spans found in it go back through `Folded.back`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from consistency.normalise.days import days_in_figures
from consistency.normalise.pinyin import residue, without
from consistency.normalise.republic import of_the_common_era
from consistency.normalise.script import to_simplified
from consistency.normalise.width import to_half_width
from consistency.normalise.years import years_in_figures
from consistency.offsets import OffsetMap, Span
from consistency.radicals import characters

# Steps that keep every character in its place, in the order they are taken.
STEPS: tuple[Callable[[str], str], ...] = (characters, to_half_width, to_simplified, years_in_figures)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as read, folded, and the map from the folded back to the read."""

    text: str
    offsets: OffsetMap
    residue: int = 0

    def back(self, span: Span) -> Span:
        """The span of the text as read that the span of the folded text stands for."""
        return self.offsets.back(span)


def fold(text: str) -> Folded:
    """The folded form of `text`.

    >>> fold("全區(qū)地區(qū)生產(chǎn)總值３２０８億元").text
    '全区地区生产总值3208亿元'
    """
    cuts = residue(text)
    folded = without(text, cuts)
    for step in STEPS:
        folded = step(folded)
    offsets = OffsetMap.of_cuts(cuts, len(text))
    figures = sorted((*of_the_common_era(folded), *days_in_figures(folded)))
    pieces, at = [], 0
    for start, end, told in figures:
        pieces += [folded[at:start], told]
        at = end
    changes = [(start, end, len(told)) for start, end, told in figures]
    return Folded("".join((*pieces, folded[at:])), offsets.after(changes), len(cuts))
