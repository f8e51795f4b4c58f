"""Orders of magnitude: 上千场, 突破百万人次, 数十家, 百亿级, 百余户, 千亿大关."""

from __future__ import annotations

from consistency.extract.quantities import numerals
from consistency.extract.quantities.meaning import NOUGHT, Meaning, decimal, intervals, magnitude
from consistency.extract.quantities.plain import Found, bound_notes
from consistency.extract.quantities.spellings import Spellings
from consistency.model import Bound, Quantity
from consistency.patterns import lazy

# Nothing counted in front: 百万 · 千亿 · 万
MAGNITUDE = lazy(r"[百千万亿佰仟]+")
TENS = lazy(r"十[万亿]*")
LANDMARKS = ("大关", "关口", "门槛")
SEVERAL = ("数", "几", "好几")


class Orders:
    """Reads orders of magnitude, only with a word that makes numbers of them."""

    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings
        self._bounds = spellings.lexicon.bounds

    def is_one(self, text: str, found: Found) -> bool:
        """Whether a numeral in words is an order of magnitude: 百万, and 十 only where 数 stands before it."""
        words = found["number"]
        if MAGNITUDE.fullmatch(words):
            return True
        return TENS.fullmatch(words) is not None and text[found.start() - 1 : found.start()] in SEVERAL

    def at(self, text: str, found: Found) -> Quantity | None:
        """The order of magnitude found in the text, where a bound, 余 or 级 makes it a number."""
        start, end = found.span("number")
        number = numerals.numeral(found["number"])
        if number is None:
            return None
        before = self._spellings.before(text, start)
        special = "" if before else self._special(text, start)
        more = found["more"] or found["more_scale"] or ""
        level = not more and text.startswith("级", end) and "亿" in found["number"]
        unit = self._spellings.spelt[found["unit"]].unit if found["unit"] else None
        after = found["after"] or ""
        tail = end + 1 if level else found.end()
        if unit is None and not level:
            landmark = text.startswith(LANDMARKS, tail) or after.startswith(LANDMARKS)
            large = number.value >= 10**4 and not text[tail : tail + 1].isalpha()  # GDP破万亿，
            if not (landmark or ((more or large) and (before or special))):
                return None
        if not (before or special or level or more or (after and unit)):
            return None
        meant = self._bounds.magnitude.meaning.get(special)
        bound = Bound(meant) if meant else self._spellings.bound(before, "" if more else after, more)
        if level and bound is Bound.EXACT:
            bound = Bound.AT_LEAST
        scale = numerals.power(found["scale"]) if found["scale"] else 1
        value = number.value * scale * (unit.factor if unit else 1)
        plain = (before or (after and not special)) and not more and bound is not Bound.EXACT
        stated, expected = intervals(value, NOUGHT, bound) if plain else magnitude(value, bound)
        if more and not special:
            stated, expected = intervals(value, NOUGHT, Bound.REMAINDER)
        meaning = Meaning(
            decimal(number.value * scale),
            unit.name if unit else "",
            value,
            unit.base if unit else "",
            unit.dimension if unit else "",
            bound,
            NOUGHT,
            stated,
            expected,
            "magnitude",
            (
                f"order of magnitude: {text[start:end]} = {decimal(number.value)}",
                *([f"unit: {unit.name} ({unit.dimension})"] if unit else []),
                *bound_notes(before or special, after or more or ("级" if level else ""), bound),
            ),
        )
        return meaning.at(start - len(before or special), tail, start, end)

    def _special(self, text: str, start: int) -> str:
        """上, 破, 数 and the like in front, unless they end another word: 网上千余件, 人数百余."""
        word = self._bounds.magnitude.before(text, start)
        blocked = self._bounds.not_after.get(word, "")
        first = start - len(word)
        return "" if word and first and text[first - 1] in blocked else word
