"""Every bare number of a text, whatever it counts: 十斤, “一”和“五”, 三百五又三分之一, 大于10小于20.

The same forms as in `quantities`, behind wider doors: running text asks what makes a numeral a number,
here every numeral is one. For cells, forms and lists of values; dates and names are not told apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from consistency.extract.quantities import numerals
from consistency.extract.quantities.compounds import Compounds
from consistency.extract.quantities.meaning import decimal, intervals
from consistency.extract.quantities.not_quantities import NAMES, is_no_quantity
from consistency.extract.quantities.plain import Found, PlainNumbers
from consistency.extract.quantities.proportions import Shares
from consistency.extract.quantities.ranges import Ranges
from consistency.extract.quantities.ranks import Ranks
from consistency.extract.quantities.scanner import Door, Read, or_next, scanner
from consistency.extract.quantities.spellings import Spellings
from consistency.lexicon import Lexicon
from consistency.model import Bound, Quantity
from consistency.offsets import OffsetMap, Span
from consistency.patterns import lazy

# A blank beside a Chinese character says nothing: 三千 八百, 百 分 之2.4
BLANK = lazy(r"(?<=[一-龥])[ ]+(?=[一-龥0-9])|(?<=[0-9])[ ]+(?=[一-龥])|(?<=[-负])[ ]+(?=[0-9])")
# A list comma between thousands: １，２３４
WIDE_COMMA = lazy(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")
# Words that begin or end as a numeral and are none: 一起, 统一, 千万别
NO_NUMERAL = lazy(
    r"一(?:共|起|定|般|样|直|些|切|旦|致|律|向|流|系列|体化?|边|面|路|旁)|(?<=[统唯万同专])一|零(?:下|售|部件|距离)|两两|万一|百姓|千万别"
)
# 三米九, 一块二, 三块零四: a last digit with its unit left out
TAIL = lazy(rf"(?P<nought>零)?(?P<digit>[一二三四五六七八九])(?![{numerals.CHARACTERS}一-龥0-9])")


def _doors() -> tuple[Door, ...]:
    n = numerals.CHARACTERS
    run = rf"(?<![{n}][{n}])(?=[{n}]{{0,{numerals.LONGEST}}}+"
    return (
        Door("figures", "0-9", ""),
        Door("point", ".", "(?<![0-9][.])(?=[0-9])"),
        Door("ordinal", "第", rf"(?=[0-9{n}])"),
        Door("half", "过大一半", "(?=半)|(?<=半)(?=数)"),
        Door("half", "半", "(?=[一-龥])"),
        Door("fraction", n, rf"{run}(?:又[{n}]{{1,{numerals.LONGEST}}}+)?分之|(?<=百)分百)"),
        Door("words", n, ""),
        Door("compared", "比", rf"(?=[0-9{n}])"),
    )


class NumberReader:
    """Reads the bare numbers of folded text with the words of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._spellings = spellings = Spellings(lexicon, bare=True)
        self._plain = PlainNumbers(spellings)
        self._ranges = Ranges(spellings, self._plain, bare=True)
        self._compounds = Compounds(spellings, self._plain)
        self._shares = shares = Shares(spellings, self._plain, bare=True)
        openings = _doors()
        self._scan = scanner(openings)
        forms: dict[str, Callable[[str, int], Read]] = {
            "figures": self._figures,
            "point": self._figures,
            "ordinal": Ranks(bare=True).ordinal,
            "half": partial(or_next, shares.half),
            "fraction": self._fraction,
            "words": self._words,
            "compared": self._compared,
        }
        self._forms = {f"{door.name}{i}": forms[door.name] for i, door in enumerate(openings)}

    def read(self, text: str) -> tuple[Quantity, ...]:
        """The numbers of a folded text in order; spans are places in that text."""
        cuts = [m.span() for m in BLANK.finditer(text)]
        pieces, at = [], 0
        for start, end in cuts:
            pieces.append(text[at:start])
            at = end
        closed = WIDE_COMMA.sub(",", "".join((*pieces, text[at:])))
        back = OffsetMap.of_cuts(cuts, len(text))
        return tuple(_moved(quantity, back) for quantity in self._read(closed))

    def _read(self, text: str) -> list[Quantity]:
        found: list[Quantity] = []
        names = iter((*(m.span() for m in NAMES.finditer(text)), (len(text), len(text))))
        name_start, name_end = next(names)
        at = 0
        while (door := self._scan.search(text, at)) is not None:
            start = door.start()
            while name_end <= start:
                name_start, name_end = next(names)
            if name_start <= start:
                at = name_end
                continue
            quantity, at = self._forms[door.lastgroup or ""](text, start)
            if quantity is not None:
                if found and found[-1].bound is not Bound.EXACT is not quantity.bound:
                    both = self._ranges.both_bounded(text, found[-1], quantity)
                    if both is not None:
                        found.pop()
                        quantity = both
                found.append(quantity)
        return found

    def _figures(self, text: str, start: int) -> Read:
        found = self._plain.at(text, start)
        assert found is not None  # the door is a digit
        slash = self._shares.slash(text, start)
        if slash is not None:
            return slash, slash.span.end
        if is_no_quantity(text, start) and text[found.end("number") : found.end("number") + 1] in "年月日:":
            return None, found.end("number")
        return self._number(text, found)

    def _number(self, text: str, found: Found) -> Read:
        quantity = self._ranges.at(text, found) or self._ranges.pair(text, found) or self._compounds.at(text, found)
        if quantity is None:
            quantity = self._plain.quantity(text, found)
            quantity = quantity and self._with_tail(text, quantity)
        return quantity, max(found.end("number"), quantity.span.end if quantity else 0)

    def _with_tail(self, text: str, quantity: Quantity) -> Quantity:
        """The quantity with a last digit whose unit is left out: 三米九, 三块零四."""
        tail = TAIL.match(text, quantity.span.end)
        unit = quantity.unit and self._spellings.unit(quantity.unit).unit
        if tail is None or not unit or quantity.bound in BEHIND:
            return quantity
        step = unit.factor / (100 if tail["nought"] else 10)
        value = quantity.base_value + numerals.DIGIT[tail["digit"]] * step
        stated, expected = intervals(value, step, quantity.bound)
        return replace(
            quantity,
            span=Span(quantity.span.start, tail.end()),
            value=decimal(value / unit.factor),
            base_value=value,
            step=step,
            stated=stated,
            expected=expected,
            reading=(*quantity.reading, f"the next smaller unit left out: {tail.group()}"),
        )

    def _words(self, text: str, start: int) -> Read:
        other = NO_NUMERAL.match(text, start)
        if other is not None:
            return None, other.end()
        found = self._plain.at(text, start)
        if found is None:
            return None, start + 1
        words = found["number"]
        lone_scale = all(c in numerals.LARGE for c in words)
        if (len(words) == 1 and words in numerals.FORMAL) or lone_scale:
            return None, found.end("number")
        return self._number(text, found)

    def _fraction(self, text: str, start: int) -> Read:
        quantity = self._shares.fraction(text, start)
        return (quantity, quantity.span.end) if quantity else self._words(text, start)

    def _compared(self, text: str, start: int) -> Read:
        """比四分之一大, 比170低: a bound around its number."""
        scan = self._scan.match(text, start + 1)
        quantity = self._forms[scan.lastgroup or ""](text, start + 1)[0] if scan else None
        bound = COMPARED.get(text[quantity.span.end : quantity.span.end + 1]) if quantity else None
        if quantity is None or bound is None:
            return None, start + 1
        stated, expected = intervals(quantity.base_value, quantity.step, bound)
        span = Span(start, quantity.span.end + 1)
        return replace(quantity, span=span, bound=bound, stated=stated, expected=expected), span.end


# 比…大, 比…低
COMPARED = dict.fromkeys("大高多", Bound.OVER) | dict.fromkeys("低小少", Bound.NEAR)
# Bounds whose words may stand behind the unit, where a digit cannot follow.
BEHIND = (Bound.REMAINDER, Bound.ABOUT)


def _moved(quantity: Quantity, back: OffsetMap) -> Quantity:
    """The quantity with its places in the text that still has its blanks."""
    return replace(quantity, span=back.back(quantity.span), number=back.back(quantity.number))
