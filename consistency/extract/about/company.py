"""What documents that say nothing of their place or time are taken to be about, by the company they are read in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.model import Context
from consistency.places import same_place

SOMEWHERE, SOMETIME = "某地", "某年"  # of documents that nobody tells anything of: they can only meet one another
OF_THE_OTHERS, UNTOLD = 40, 20  # how sure that is, in hundredths


def in_company(contexts: Sequence[Context]) -> tuple[Context, ...]:
    """The contexts with what they lack: the one place and the one year of all the others, where these are of one.

    Documents of which nobody tells a place are all of one unknown place: whoever checks them together thinks so too. So
    is a document alone, whose numbers have to go together wherever it is from. What others disagree on is not guessed.

    >>> read = Context(entity="青山县", period="2023"), Context(period="2023"), Context(entity="青山县")
    >>> [(c.entity, c.entity_sure, c.period, c.period_sure) for c in in_company(read)]
    [('青山县', 100, '2023', 100), ('青山县', 40, '2023', 100), ('青山县', 100, '2023', 40)]
    """
    place = _one([c.entity for c in contexts], SOMEWHERE)
    year = _one([c.period[:4] for c in contexts], SOMETIME)
    return tuple(_with(c, place, year) for c in contexts)


def _one(told: Sequence[str], unknown: str) -> str:
    """What all that is told agrees on; the unknown where nothing is told, or the others do not agree."""
    said = sorted({one for one in told if one}, key=len)
    if said and all(same_place(said[0], other) for other in said):
        return said[-1]
    return unknown


def _with(context: Context, place: str, year: str) -> Context:
    if not context.entity and place:
        context = replace(context, entity=place, entity_sure=UNTOLD if place == SOMEWHERE else OF_THE_OTHERS)
    if not context.period and year:
        context = replace(context, period=year, period_sure=UNTOLD if year == SOMETIME else OF_THE_OTHERS)
    return context
