"""Damage within one document: what copying, scraping and converting did to its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from consistency.damage import figures, glyphs, sentences
from consistency.damage.aside import DAMAGED, MASKING, in_it, masked, numbers_in_damage, set_aside
from consistency.damage.gbk import UNKNOWN
from consistency.damage.place import Source, source_of
from consistency.model import Damage, Document, Reading

__all__ = ["DAMAGED", "FINDERS", "MASKING", "UNKNOWN", "damages", "examined", "in_it", "masked", "numbers_in_damage"]

# What looks for damage, in order: where two find the same place, the first has it.
FINDERS: tuple[Callable[[Source], Iterable[Damage]], ...] = (
    glyphs.slipped_bytes,
    glyphs.mojibake,
    glyphs.eaten_digits,
    glyphs.unknown_characters,
    glyphs.questions_in_words,
    figures.run_together,
    figures.unit_missing,
    figures.small_areas,
    sentences.cut_short,
    sentences.doubled_words,
    sentences.split_titles,
    sentences.page_furniture,
    glyphs.pinyin_residue,
)


def damages(document: Document) -> tuple[Damage, ...]:
    """All damage of a document, in order of place.

    >>> [(d.kind, d.proposal) for d in damages(Document("a.txt", "观众、票房分别增长64%107%。"))]
    [('figures_run_together', '64%、107%')]
    """
    source = source_of(document)
    found: list[Damage] = []
    for finder in FINDERS:
        for damage in finder(source):
            if not any(damage.overlaps(other) for other in found):
                found.append(damage)
    return tuple(sorted(found))


def examined(reading: Reading) -> Reading:
    """The reading with the damage of its document, and with the numbers it may have changed told to be no claims."""
    return set_aside(replace(reading, damages=damages(reading.document)))
