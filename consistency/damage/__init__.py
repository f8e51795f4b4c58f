"""Damage within one document: what copying, scraping and converting did to its text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace

from consistency.damage import figures, glyphs, sentences
from consistency.damage.aside import DAMAGED, MASKING, hurt, in_damage, masked, set_aside
from consistency.damage.gbk import UNKNOWN
from consistency.damage.place import Source, source_of
from consistency.lexicon import shipped
from consistency.lexicon.damage import DamageWords
from consistency.model import Damage, Document, Reading
from consistency.offsets import Span
from consistency.text.page import Page, page_of

__all__ = ["DAMAGED", "FINDERS", "MASKING", "UNKNOWN", "damages", "examined", "hurt", "in_damage", "masked"]

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
SUMMED_UP = frozenset({"pinyin_residue"})  # told once for the document: no other damage is part of it


def damages(document: Document, page: Page | None = None, words: DamageWords | None = None) -> tuple[Damage, ...]:
    """All damage of a document, in order of place; `words` are those that ship with the program where none are given.

    >>> [(d.kind, d.proposal) for d in damages(Document("a.txt", "观众、票房分别增长64%107%。"))]
    [('figures_run_together', '64%、107%')]
    """
    source = source_of(document, page or page_of(document.text), words or shipped().damage)
    found: list[Damage] = []
    taken: list[Span] = []  # in order, none over another
    for finder in FINDERS:
        for damage in finder(source):
            place = bisect_left(taken, damage.span)
            if damage.kind in SUMMED_UP:
                found.append(damage)
            elif not any(span.overlaps(damage.span) for span in taken[max(place - 1, 0) : place + 1]):
                found.append(damage)
                taken.insert(place, damage.span)
    return tuple(sorted(found))


def examined(reading: Reading, words: DamageWords | None = None) -> Reading:
    """The reading with the damage of its document, and with the numbers it may have changed told to be no claims."""
    return set_aside(replace(reading, damages=damages(reading.document, reading.page, words)))
