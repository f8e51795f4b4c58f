"""Which section and which column of a table a number stands in, by the words over it."""

from __future__ import annotations

from consistency.model import Claim, Passage
from consistency.report.escaping import flowing
from consistency.report.places import LocatedText


def column_head(page: LocatedText, place: Claim | Passage) -> str:
    """The words over the column of a table in which a number stands, as the text has them; empty elsewhere."""
    if isinstance(place, Passage):
        return ""
    return " ".join(flowing(span.of(page.text)) for span in place.mention.over)


def surroundings(page: LocatedText, place: Claim | Passage) -> tuple[str, ...]:
    """The heading that a number stands under and the words over its column, as far as there are any."""
    if isinstance(place, Passage):
        return ()
    told = flowing(place.mention.heading), column_head(page, place)
    return tuple(dict.fromkeys(words for words in told if words))
