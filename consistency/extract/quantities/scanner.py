"""Every quantity of a text: number, unit and bound, as the interval they state.

Two stages, so that long texts stay cheap: one pattern finds the doors, the places where a number
may begin, and only there the form behind the door is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from consistency.extract.quantities import numerals
from consistency.extract.quantities.compounds import Compounds
from consistency.extract.quantities.growth_words import GrowthWords
from consistency.extract.quantities.not_quantities import (
    PLANNED,
    RANKED_FIRST,
    SUSPECT_BEFORE,
    SUSPECT_NEXT,
    is_no_quantity,
    no_quantity,
    quoted_and_named,
    value_due,
)
from consistency.extract.quantities.orders import Orders
from consistency.extract.quantities.plain import Found, PlainNumbers
from consistency.extract.quantities.proportions import Shares
from consistency.extract.quantities.ranges import Ranges
from consistency.extract.quantities.ranks import Ranks
from consistency.extract.quantities.ratios import ratio
from consistency.extract.quantities.shared_units import in_unit, with_shared_units, with_units_of_names
from consistency.extract.quantities.spellings import Spellings
from consistency.extract.quantities.written import CUTTING, Writing, moved, whole
from consistency.lexicon import COUNTS, Lexicon
from consistency.model import Bound, Quantity
from consistency.offsets import Span
from consistency.patterns import lazy

# What a form gives: the quantity, or nothing, and where to go on.
Read = tuple[Quantity | None, int]


class Door(NamedTuple):
    """Where a form may begin: its name, its first character, what must be seen behind that."""

    name: str
    first: str
    seen: str


def doors(heads: str) -> tuple[Door, ...]:
    """The doors of running text, where numerals in words count only before what makes them numbers.

    `heads` are the characters that units after such a numeral begin with.
    """
    n = numerals.CHARACTERS
    run = rf"(?<![{n}][{n}])(?=[{n}]{{0,{numerals.LONGEST}}}+"
    return (
        Door("figures", "0-9", ""),
        Door("ordinal", "第", rf"(?=[0-9{n}])"),
        Door("first", "首榜", "(?=[位首席])"),
        Door("top", "前", rf"(?=[0-9]{{1,3}}[位名强，。;、]|[{n}]{{1,3}}[位名强，。;、行之])"),
        Door("each", "每", rf"(?=[隔生产制造销售卖出口 ]{{0,3}}[0-9{n}])"),
        Door("doubling", "翻", rf"(?=[了近约超过]{{0,2}}[0-9{n}]?番)"),
        Door("half", "过大一半", "(?=半)|(?<=半)(?=数)"),
        Door("half", "半", rf"(?=[{heads}])"),
        Door("digits", "两二双三个", "(?=位数)"),
        Door("unchanged", "持", "(?=平)"),
        Door("fraction", n, rf"{run}分之|(?<=百)分百)"),
        # 破万亿，: an order of magnitude alone, behind what opens it
        Door("words", "百千万亿", r"(?<=[破过超近逾上][百千万亿])(?=[百千万亿]{0,3}(?![一-龥百千万亿]))"),
        Door(
            "words",
            n,
            rf"{run}(?:点[{n}0-9]{{1,12}})?[余多来几]?[万亿]*+[余多]?(?:[{heads}级大关门]|[至到—~-]{{1,2}}[0-9{n}]))",
        ),
    )


def scanner(openings: tuple[Door, ...]) -> re.Pattern[str]:
    """One pattern for all the doors; the group that matched names the form."""
    firsts = "".join(dict.fromkeys("".join(door.first for door in openings)))
    ways = "|".join(f"(?<=[{d.first}])(?:{d.seen})(?P<{d.name}{i}>)" for i, d in enumerate(openings))
    return lazy(f"[{firsts}](?:{ways})")


class QuantityReader:
    """Reads the quantities of folded text with the words of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._units = lexicon.units
        self._spellings = spellings = Spellings(lexicon)
        self._writing = Writing(spellings.all_heads)
        self._plain = PlainNumbers(spellings)
        self._ranges = Ranges(spellings, self._plain)
        self._compounds = Compounds(spellings, self._plain)
        self._shares = shares = Shares(spellings, self._plain)
        self._orders = Orders(spellings)
        growth = GrowthWords(spellings)
        # Before figures and behind them, what may make something else of words that are known.
        self._touching = self._plain.joining | SUSPECT_BEFORE | LETTERS
        self._open = SUSPECT_NEXT | RANKED_FIRST
        ranks = Ranks()
        openings = doors(spellings.heads)
        self._scan = scanner(openings)
        forms: dict[str, Callable[[str, int], Read]] = {
            "figures": self._figures,
            "ordinal": ranks.ordinal,
            "first": ranks.first,
            "top": ranks.top,
            "each": shares.proportion,
            "doubling": partial(or_next, growth.doubling),
            "half": partial(or_next, shares.half),
            "unchanged": partial(or_next, growth.unchanged),
            "digits": partial(or_next, growth.digits),
            "fraction": self._fraction,
            "words": self._words,
        }
        self._forms = {f"{door.name}{i}": forms[door.name] for i, door in enumerate(openings)}

    def read(self, text: str) -> tuple[Quantity, ...]:
        """The quantities of a folded text in order; spans are places in that text."""
        closed, back = self._writing.closed(text)
        found = self._read(closed)
        return found if back is None else tuple(moved(quantity, back) for quantity in found)

    def _read(self, text: str) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        names = iter((*quoted_and_named(text), (len(text), len(text))))
        name_start, name_end = next(names)
        search, forms, at = self._scan.search, self._forms, 0
        while (door := search(text, at)) is not None:
            start = door.start()
            while name_end <= start:
                name_start, name_end = next(names)
            if name_start <= start:
                at = name_end
                continue
            quantity, at = forms[door.lastgroup or ""](text, start)
            if quantity is not None:
                if text[start - 1 : start] in CUTTING:
                    quantity = whole(quantity, text)
                    if found and found[-1].number.end > quantity.number.start:
                        found.pop()
                if found and quantity.bound is not Bound.EXACT and found[-1].bound is not Bound.EXACT:
                    quantity = self._with_last(text, found, quantity)
                found.append(quantity)
        return with_units_of_names(with_shared_units(found, text, self._units), text, self._units)

    def _with_last(self, text: str, found: list[Quantity], quantity: Quantity) -> Quantity:
        """One range of this bound and the last one where they are the two ends: 10万元以上50万元以下."""
        both = self._ranges.both_bounded(text, found[-1], quantity)
        if both is None:
            return quantity
        found.pop()
        return both

    # -- figures -----------------------------------------------------------------------

    def _figures(self, text: str, start: int) -> Read:
        found = self._plain.at(text, start)
        assert found is not None  # the door is a digit
        figures_end, end = found.span("number")[1], found.end()
        following = text[end : end + 1]
        if end > figures_end and following not in FOLLOWING and text[start - 1 : start] not in self._touching:
            known = self._plain.alone.get(found.group())
            if known is not None and text[figures_end] not in self._open:
                return known.at(start, end, start, figures_end), end
        if following in FOLLOWING:
            special = self._by_what_follows(text, start, found, following)
            if special is not None:
                return special, special.span.end
        none = no_quantity(text, start, figures_end)
        if none:
            return None, max(none, figures_end)
        if figures_end - start > numerals.LONGEST:
            return None, figures_end
        if text[start - 1 : start] in LETTERS and not self._spellings.prefix(text, start, None):
            return self._after_letter(text, start, found)
        if end == figures_end or found.group()[-1] == " ":
            return self._without_unit(text, start, found)
        quantity = self._plain.quantity(text, found)
        return quantity, max(end, quantity.span.end if quantity else 0)

    def _by_what_follows(self, text: str, start: int, found: Found, following: str) -> Quantity | None:
        """The form that what stands behind a number asks for: a ratio, a fraction, a range, a smaller unit."""
        if following in ":∶比":
            return ratio(text, start)
        if following == "/":
            if is_no_quantity(text, start):
                return None
            return self._shares.slash(text, start) if found.end() == found.end("number") else None
        if no_quantity(text, start, found.end("number")):
            return None
        if following in "0123456789" or following in numerals.CHARACTERS:
            return self._compounds.at(text, found)
        return self._ranges.at(text, found)

    def _after_letter(self, text: str, start: int, found: Found) -> Read:
        """Figures behind a letter are a name (G319) unless a measure follows (GDP6万亿元) or an acronym is counted."""
        end = found.end("number")
        unit = self._spellings.spelt[found["unit"]].unit if found["unit"] else None
        acronym = start >= 3 and text[start - 3 : start].isalpha() and text[start - 3 : start].isascii()
        if unit is None or text[start - 1] == "." or (unit.dimension in COUNTS and not acronym):
            return None, end
        quantity = self._plain.quantity(text, found)
        return quantity, quantity.span.end if quantity else end

    def _without_unit(self, text: str, start: int, found: Found) -> Read:
        """Figures alone: a number where a value is due, an unknown counter's, or a name's (588总部)."""
        end = found.end("number")
        if (
            text[start - 2 : start] == "| "
            and text[end : end + 2] == " |"
            and text[start] != "."
            and value_due(text, start, end)
        ):
            return self._plain.in_a_cell(text, start, end), end
        after = text[end : end + 1]
        if after == "日" and "." in text[start:end]:  # 平均停留1.2日
            days = in_unit(self._plain.in_a_cell(text, start, end), "天", self._units)
            return replace(days, span=Span(start, end + 1)), end + 1
        if after.isalpha() or after in GLUED:
            if self._counts(text, start, end):
                quantity = self._plain.quantity(text, found, counter=after)
                return quantity, end + 1
            if after not in JOINED:
                return None, end
        first = start - len(self._plain.sign(text, start))
        said = text[first - 1 : first] in self._spellings.prefix_ends or self._spellings.before(text, first)
        if not said and not value_due(text, start, end):
            return None, end
        return self._plain.quantity(text, found), end

    def _counts(self, text: str, start: int, end: int) -> bool:
        """Whether the character behind figures is a counter that the lexicon does not know: 粮仓12廒，.

        It ends the clause, begins no known unit and is none of the words that may follow figures for other
        reasons. Before a noun it is not told from a name (星光68广场); a year counts nothing.
        """
        char, figures = text[end], text[start:end]
        if not "一" <= char <= "龥" or char in self._units.not_counters or char in self._units.words.by_edge:
            return False
        if not figures.isdigit() or (len(figures) == 4 and figures[:2] in ("18", "19", "20")):
            return False
        noun = COUNTED.match(text, end + 1)
        return noun is not None and "一" <= text[start - 1 : start] <= "龥"

    # -- words -------------------------------------------------------------------------

    def _words(self, text: str, start: int) -> Read:
        """Numerals in words: read only where what stands around them makes them numbers."""
        name = self._units.names.at(text, start)
        if name:
            return None, start + len(name)
        found = self._plain.at(text, start)
        assert found is not None  # the door is a numeral
        end = found.end("number")
        if found["number"] in numerals.NOUGHTS and NOUGHT_IN_A_WORD.search(text, start - 1, start):
            return None, end
        ranged = self._ranges.at(text, found)
        if ranged is not None and ranged.unit:
            return ranged, ranged.span.end
        if self._orders.is_one(text, found):
            quantity = self._orders.at(text, found)
        elif found["unit"] and self._is_number(text, found):
            quantity = (
                self._ranges.pair(text, found) or self._compounds.at(text, found) or self._plain.quantity(text, found)
            )
        else:
            quantity = None
        return quantity, max(end, quantity.span.end if quantity else 0)

    def _is_number(self, text: str, found: Found) -> bool:
        """Whether a numeral in words before a unit counts: 三家, and not 一个, 第三家, 大陆, 二〇二三年, 三年行动."""
        words, unit = found["number"], self._spellings.spelt[found["unit"]].unit
        behind = text[found.end() : found.end() + 1]
        if words == "一" and unit.name in self._units.not_after_one and not found["more"] and behind != "半":
            return False
        if unit.name in self._units.running and not text.endswith(RUNNING, 0, found.start()):
            return False
        if len(words) == 1 and (words in numerals.FORMAL or words in numerals.NOUGHTS):
            return False
        if A_UNIT.search(words) and unit.dimension.startswith("duration"):
            return False
        if text[found.start() - 1 : found.start()] in NO_NUMBER_AFTER:
            return False
        if unit.name in RANKED_FIRST and FIRSTS_BEHIND.match(text, found.end()):
            return False
        if unit.name == "年" and (
            (len(words) == 4 and words[0] in "一二" and all(c in numerals.DIGIT for c in words))
            or PLANNED.match(text, found.end())
        ):
            return False
        return len(words) < 2 or not all(c in numerals.DIGIT for c in words) or numerals.pair(words) is not None

    def _fraction(self, text: str, start: int) -> Read:
        quantity = self._shares.fraction(text, start)
        if quantity is not None:
            return quantity, quantity.span.end
        run = self._plain.at(text, start)
        return None, run.end("number") if run else start + 1


def or_next(form: Callable[[str, int], Quantity | None], text: str, start: int) -> Read:
    """What a form reads, going on behind its quantity, or at the next character where it has none."""
    quantity = form(text, start)
    return quantity, quantity.span.end if quantity else start + 1


# 三个全省第一: what announces a list of firsts counts nothing
FIRSTS_BEHIND = lazy(r"全[市省国区县州][^，。”’\n]{0,8}第[一1]")
# What behind a number may make another form of it.
FOLLOWING = frozenset("-—~至到和与及:∶比/(半0123456789 " + numerals.CHARACTERS)
# G319, PM2.5, and .77 of 3.77.
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.")
# 第三家, 其三, 初一: an ordinal, or part of a longer word
NO_NUMBER_AFTER = frozenset("第十初每其某星周逐")
# What stands behind a counter that the lexicon does not know: the end of the clause, for a noun may be a name's
COUNTED = lazy(r"[，。;、:!?)\s]|$")
# 社零-3.9%: a nought that ends a word begins no range; 由零到5家
NOUGHT_IN_A_WORD = lazy(r"[一-龥](?<![从由自在为是达至到约])")
# 保洁费三百一天: three hundred for a day, and no 310 days
A_UNIT = lazy(r"[百千万亿佰仟]一$")
# 连续八届: a count of what follows one on another
RUNNING = ("连续", "蝉联", "连任")
# A word or sign that figures run on into: 588总部
GLUED = frozenset("“”\"'_/\\@#&*")
JOINED = frozenset("或及和与至到以")
