"""A finding as its readers take it in: side against side, each value with the places where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from consistency.checks import verdict
from consistency.model import Claim, Finding, Key, Measure, Passage, Quantity
from consistency.patterns import lazy
from consistency.report.differences import folded
from consistency.report.escaping import flowing, visible
from consistency.report.figures import understood
from consistency.report.places import LocatedText
from consistency.report.quotations import Quotation, quotation
from consistency.report.wording import say

DOT = " · "
_DECIMALS = lazy(r"\.\d+")
_BETWEEN = str.maketrans("", "", " ,，")  # what may stand between the figures of a number

Place = Claim | Passage


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document and every place where just these words stand: reprints are quoted once."""

    quotation: Quotation
    claims: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value as written and as understood, empty where no number is in question, and where it stands."""

    heading: str
    quoted: tuple[Quoted, ...]


def letter(side: int) -> str:
    """The letter of a side, counted from nought; past the alphabet one for all the rest.

    >>> letter(0), letter(99)
    ('A', 'Z')
    """
    return ascii_uppercase[min(side, len(ascii_uppercase) - 1)]


def sides(finding: Finding, pages: Mapping[str, LocatedText]) -> tuple[tuple[Place, ...], ...]:
    """The places of a finding as sides that agree among themselves; the primary's first, then the one against it.

    Numbers of one dimension are told apart by whether they agree. Elsewhere the same words are one side.
    """
    order = {claim: place for place, claim in reversed([*enumerate(finding.claims)])}
    numbers = [claim for claim in finding.claims if isinstance(claim, Claim)]
    if len(numbers) == len(finding.claims) and len({claim.quantity.dimension for claim in numbers}) == 1:
        groups: Iterable[Iterable[Place]] = verdict.sides(numbers)
    else:
        by_words: dict[str, list[Place]] = {}
        for claim in finding.claims:
            by_words.setdefault(folded(claim.span.of(pages[claim.document].text)).text, []).append(claim)
        groups = by_words.values()
    ordered = (tuple(sorted(group, key=order.__getitem__)) for group in groups)
    return tuple(sorted(ordered, key=lambda group: order[group[0]]))


def values(claims: Iterable[Place], key: Key | None, pages: Mapping[str, LocatedText], lang: str) -> tuple[Value, ...]:
    """The claims by value, and by the words they stand in, in their order."""
    grouped: dict[str, dict[str, tuple[Quotation, list[Place]]]] = {}
    for claim in claims:
        page = pages[claim.document]
        quoted = quotation(page, claim)
        quotations = grouped.setdefault(heading(claim, key, page, lang), {})
        quotations.setdefault(quoted.text, (quoted, []))[1].append(claim)
    return tuple(
        Value(words, tuple(Quoted(quoted, tuple(places)) for quoted, places in quotations.values()))
        for words, quotations in grouped.items()
    )


def heading(claim: Place, key: Key | None, page: LocatedText, lang: str) -> str:
    """What a claim says, and of what where that is not what the finding is about."""
    if isinstance(claim, Passage):
        return ""
    value = value_line(flowing(claim.quantity.span.of(page.text)), claim.quantity, lang)
    apart = "" if claim.key == key else about(claim.key, lang, key)
    return f"{apart}{say(lang, 'between')}{value}" if apart else value


def about(key: Key, lang: str, apart_from: Key | None = None) -> str:
    """What a key is about, in one line; given another key, only what this one says differently."""
    known = _aspects(apart_from, lang) if apart_from else ()
    return _told(aspect for aspect in _aspects(key, lang) if aspect not in known)


def circumstances(key: Key, lang: str) -> str:
    """What a key is about beside its indicator."""
    return _told(_aspects(key, lang)[1:])


def _aspects(key: Key, lang: str) -> tuple[str, ...]:
    measure = "" if key.measure is Measure.LEVEL else say(lang, key.measure.value)
    return key.subject, key.scope, measure, key.entity, key.period, say(lang, key.status.value)


def _told(aspects: Iterable[str]) -> str:
    return DOT.join(visible(aspect) for aspect in aspects if aspect)


def value_line(words: str, quantity: Quantity, lang: str) -> str:
    """A value as written and as understood; only as written where the two are the same."""
    meaning = visible(understood(quantity, lang))
    same = _bare(folded(words).text) == _bare(meaning)  # what we say ourselves is folded
    return words if same else f"{words} → {meaning}"


def _bare(words: str) -> str:
    """Folded words without blanks, marks between thousands, noughts that end a decimal: 1,250.0 亿元 as 1250亿元."""
    plain = words.translate(_BETWEEN)
    return _DECIMALS.sub(lambda found: found[0].rstrip("0").rstrip("."), plain)
