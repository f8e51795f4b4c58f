"""Damage within one document: what copying, scraping and converting did to its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from consistency.damage import figures, glyphs, sentences
from consistency.damage.place import Damage, Source, source_of
from consistency.model import Document

__all__ = ["FINDERS", "MASKING", "Damage", "damaged_spans", "damages"]

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
# Kinds of damage in which a figure may be lost or changed: numbers there are no evidence.
MASKING = frozenset({"slip", "mojibake", "eaten_digit", "unknown_character"})


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


def damaged_spans(document: Document) -> tuple[Damage, ...]:
    """The damage that numbers may have suffered from: what overlaps it takes no part in any comparison.

    >>> [d.kind for d in damaged_spans(Document("a.txt", "累计交付住房?362套。"))]
    ['eaten_digit']
    """
    return tuple(damage for damage in damages(document) if damage.kind in MASKING)
