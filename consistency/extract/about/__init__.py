"""What a document is about: place, time, sort, title and publisher, each weighed from all that tells of it.

No single line is trusted. A copied page has menus above its title, a notice is signed at its foot, a newspaper names
the place for short; so every witness is heard, and what each is worth stands in `place`, `time`, `kind` and `head`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from consistency.extract.about import kind, place, time
from consistency.extract.about.evidence import Candidate, likeliest
from consistency.extract.about.head import PUBLISHER, DocumentHead, day, publishers, worth
from consistency.lexicon import shipped
from consistency.lexicon.about import AboutWords
from consistency.model import Context, Document
from consistency.normalise import fold
from consistency.normalise.script import is_traditional
from consistency.text.page import Page, page_of


@dataclass(frozen=True, slots=True)
class About:
    """What a document is about as it is understood, and the candidates for each part of it, the likeliest first."""

    context: Context
    titles: tuple[Candidate, ...] = ()
    places: tuple[Candidate, ...] = ()
    periods: tuple[Candidate, ...] = ()
    kinds: tuple[Candidate, ...] = ()
    publishers: tuple[Candidate, ...] = ()


def about(document: Document, page: Page | None = None, year: str = "", words: AboutWords | None = None) -> About:
    """What the text of a document and, more weakly, its file say of it; what they do not tell stays empty.

    `year` is the one it is told to be of, for a text that names none: it may tell of a part of it.
    `words` are those that ship with the program where none are given.

    >>> found = about(Document("a.txt", "青山县2023年国民经济和社会发展统计公报\\n全县粮食产量12万吨。\\n")).context
    >>> found.entity, found.period, found.kind
    ('青山县', '2023', 'bulletin')
    """
    text = (page or page_of(document.text)).text
    head = DocumentHead.of(text, words or shipped().about)
    places = place.places(head, text, is_traditional(document.text))
    beside = _beside(document, head, text, places)
    head = head if head.titles or not beside.title else replace(head, titles=(Candidate.alone(beside.title, "file"),))
    kinds = kind.kinds(head, text)
    sort, date = kinds[0].value, day(head, text)
    if place.meant(places) is None and beside.entity:
        places = (Candidate.alone(beside.entity, "file"), *places)
    where = place.meant(places)
    periods = time.years(head, text, sort, date)
    if likeliest(periods, time.DOUBT) is None and beside.period:
        periods = (Candidate.alone(beside.period, "file"),)
    when = likeliest(periods, time.DOUBT)
    period = time.season(head, text, sort, when.value if when is not None else year if year.isdecimal() else "")
    date = date or (time.despatched(head, text, period) if sort == kind.NEWS else "")
    entity = place.in_full(place.written(where.value, head), period, text) if where is not None else ""
    bodies = publishers(head)
    context = Context(
        title=head.title,
        entity=entity,
        period=period,
        kind=sort,
        publisher=bodies[0].value if bodies else beside.publisher,
        date=date or (beside.date if beside.date[:4] in _years_of_publishing(period) else ""),
        entity_sure=where.sure if where is not None else 0,
        period_sure=when.sure if when is not None else 0,
    )
    return About(context, head.titles, places, periods, kinds, bodies)


def _beside(document: Document, head: DocumentHead, text: str, there: Sequence[Candidate]) -> Context:
    """What the file says of its document, where the text speaks of no other year or place.

    Properties are nobody's care, and a file's name is the last to be asked.
    """
    said = fold(document.properties.title).text
    body = fold(document.properties.publisher).text
    titled = worth(said, head.words) > 0 or place.told(said, head.words)
    title = said if titled and not _contradicted(said, head, text, there) else ""
    body = body if PUBLISHER.match(body) and not _contradicted(body, head, text, there) else ""
    name = fold(PurePath(document.path).stem).text
    entity = next((found[-1] for line in (title, body, name) if (found := place.told(line, head.words))), "")
    year = next((found[0] for words in (title, name) if (found := time.plain_years(words))), "")
    return Context(title, entity, year, publisher=body, date=document.properties.date)


def _contradicted(said: str, head: DocumentHead, text: str, there: Sequence[Candidate]) -> bool:
    """Whether a text speaks of years or places, and not of the one that a property names."""
    told, of = time.YEAR.findall(said), place.told(said, head.words)
    other_years = told and time.YEAR.search(text) and not any(year in text for year in told)
    other_places = of and there and not any(place.short(one) in text for one in of)
    return bool(other_years or other_places)


def _years_of_publishing(period: str) -> tuple[str, ...]:
    """The years in which a text that tells of this one is published: the same, and the next."""
    year = period[:4]
    return (year, str(int(year) + 1)) if year.isdecimal() else ()
