"""How numbers, units and bounds are spelt, as patterns made from the lexicon.

One pattern takes a number apart: figures or words, 余, scale, unit, rate, bound behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from consistency.extract.quantities import numerals
from consistency.lexicon import Lexicon, by_edge
from consistency.model import Bound, Unit
from consistency.patterns import lazy

# What a price or a speed is per, besides the units themselves: 元/月、吨/日
PER = {"日": "天", "月": "个月"}
# Spellings that stand inside a unit: 两个多月、三个半小时
INSIDE = ("多", "余", "半")
# Bounds behind a number that a noun may begin with, so that more is asked of them: 5公里多, but 3家多式联运企业
DOUBTFUL_AFTER = ("多", "余")

# 收入超100亿元, 流出近30亿元: no 出超 and no 入超
COMES_OR_GOES = lazy(r"[收支投产输流注转迁售付汇调][入出]")
# What may follow 十, 百 or 千 after figures, besides units: 3千余, 5百万 and 2千。, and never 5百货.
AFTER_SCALE = "余多万亿零〇0-9，。;、)\\s%以左上"
# 万 and 亿 that begin no name: 3万 and never 3万象城
LARGE_SCALE = "[万亿兆](?![象科豪达宝])"
REST = r"""
    (?P<gap>[ ](?=[余多万亿千百{heads}]))?               # 241.0 亿元
    (?P<more>余(?![姓杭])|[{between}](?=[万亿{heads}]|[^一-龥]|$){more})?    # 100余家
    (?P<scale>{scale})                                 # 万、百万、万亿
    (?P<more_scale>(?<=[万亿])[余多])?                    # 1万余户
    (?P<gap_unit>(?<![ ])[ ](?=[{heads}]))?             # 241.0亿 元
    (?P<unit>{units})?
    (?P<per>/(?:[十百千万]++)?<rate>)?                    # 元/平方米
    (?P<after>{behind}                                 # 以上、左右
      | (?<!个)[多余](?![一-龥])                           # 5公里多，
      | (?<=[年倍里米元斤亩吨天时])[多余](?=[的前后来]))?      # 3年多来
"""

RATE, NO_RATE = "<rate>", "(?!)"  # what stands in for the units behind a stroke

_Trie = dict[str, "_Trie"]
_END = ""


def one_of(words: Mapping[str, str]) -> str:
    """A pattern for the longest of the words; each names the characters that must not follow it.

    >>> found = lazy(one_of({"个": "性", "个月": "", "项": "目"}))
    >>> [m.group() for m in found.finditer("3个月、2个、个性、3245项目")]
    ['个月', '个']
    """
    trie: _Trie = {}
    guards: dict[str, str] = {}
    for word, guard in words.items():
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
        if word.isascii() and word[-1].isalpha():
            guards[word] = "(?![A-Za-z0-9])"
        elif guard:
            guards[word] = f"(?!{_any_of(guard)})"
    return _alternatives(trie, guards, "")


def _alternatives(node: _Trie, guards: Mapping[str, str], word: str) -> str:
    behind = {c: _alternatives(child, guards, word + c) for c, child in node.items() if c != _END}
    last = "".join(c for c, more in behind.items() if not more)
    parts = [re.escape(c) + more for c, more in behind.items() if more]
    if last:
        parts.append(_any_of(last))
    if _END in node:
        parts.append(guards.get(word, ""))
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _any_of(characters: str) -> str:
    """A pattern for one of some characters, one beside the other.

    As a set of them, that of three Chinese characters and more takes as long to compile as a hundred lines of code do
    to run, and units end in hundreds. What fits nowhere keeps `re` from making a set of them.
    """
    return f"(?:{'|'.join((*map(re.escape, characters), '(?!)'))})" if len(characters) > 1 else re.escape(characters)


class Spelt(NamedTuple):
    """A unit as spelt at a place: which unit, and what stands inside its spelling (个多月)."""

    unit: Unit
    inside: str = ""


class Written(NamedTuple):
    """How a number is written without a rate behind its unit, and with one: few texts have any, and units are many."""

    plain: re.Pattern[str]
    as_rate: re.Pattern[str]

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The number that begins at a place."""
        found = self.plain.match(text, start)
        return self.as_rate.match(text, start) if found is not None and text.startswith("/", found.end()) else found


class Spellings:
    """The spellings of one lexicon; every number, unit and bound is found by its patterns."""

    def __init__(self, lexicon: Lexicon, bare: bool = False) -> None:
        """`bare` numbers stand before any unit and may have k, M or G for a scale, as in lists of prices."""
        self.lexicon = lexicon
        units, bounds = lexicon.units, lexicon.bounds
        self.spelt = {name: Spelt(unit) for name, unit in units.by_name.items()}
        for name, unit in units.by_name.items():
            if len(name) > 1 and name[0] == "个":
                self.spelt |= {f"个{word}{name[1:]}": Spelt(unit, word) for word in INSIDE}
        after_words = {n for n, s in self.spelt.items() if bare or s.unit.name in units.after_numeral}
        self.per = dict(units.by_name) | {word: units.by_name[name] for word, name in PER.items()}
        guarded = self._guarded(units.by_name)
        scaled = one_of({n: g for n, g in guarded.items() if n[0] in numerals.LARGE or n[0] in numerals.SMALL})
        behind = one_of({w: "" for w in bounds.after.meaning if w not in DOUBTFUL_AFTER})
        scale = rf"(?!{scaled})(?:[十百千拾佰仟](?=[{{heads}}{AFTER_SCALE}])|{LARGE_SCALE})"
        self._pieces = {
            "between": bounds.between,
            "scale": rf"(?:个(?=[亿兆]))?(?:{scale})*(?!{scale})" + (r"(?:[kKMGT](?![A-Za-z0-9]))?" if bare else ""),
            "behind": behind,
        }
        self._per = one_of(self._guarded(self.per))
        rest = self._rest(self.spelt, more="")
        figures = rf"{numerals.FIGURES}|\.[0-9]++" if bare else numerals.FIGURES
        self.figures = self._written(figures, rest)
        self._rest_of_figures = rest
        numeral = numerals.words_pattern(scaled)
        rest = self._rest(after_words, more=r"|(?<=[十拾廿卅零百])几")
        self.words = self._written(numeral, rest)
        self.units = lazy(one_of(self._guarded(self.spelt)))
        # What a unit after a numeral in words begins with; of 千瓦 also what follows 千, as numerals end in it.
        self.heads = _heads((*after_words, *(n[1:] for n in after_words if n[0] in numerals.SMALL and len(n) > 1)))
        self.all_heads = _heads(self.spelt)  # what a unit after figures begins with
        self._before = by_edge(bounds.before.meaning, -1)
        self.before_ends = frozenset(self._before)
        self.prefixes = units.prefixes
        self._prefix = by_edge(units.prefixes, -1)
        self.prefix_ends = frozenset(self._prefix)

    @cached_property
    def mixed(self) -> re.Pattern[str]:
        """Figures and words in turn, with what may stand behind them; made when first asked for, as texts seldom do."""
        return self._written(numerals.MIXED, self._rest_of_figures).as_rate

    def _written(self, number: str, rest: str) -> Written:
        """The patterns of a number with the rest behind it."""
        pattern = rf"(?P<number>{number}){rest}"
        rates = (pattern.replace(RATE, per) for per in (NO_RATE, self._per))
        return Written(*(lazy(told, re.VERBOSE) for told in rates))

    def _rest(self, units: Iterable[str], more: str) -> str:
        """What may stand behind figures or a numeral; every piece may be missing: 1.2|万|余|件|以上."""
        heads = _heads(units)
        pieces = self._pieces | {"units": one_of(self._guarded(units)), "heads": heads}
        pieces["scale"] = pieces["scale"].replace("{heads}", heads)
        return REST.format(**pieces, more=more)

    def _guarded(self, names: Iterable[str]) -> dict[str, str]:
        """Spellings with the characters that must not follow them."""
        guards = self.lexicon.units.not_before
        return {name: guards.get(name, "") for name in names}

    def before(self, text: str, at: int) -> str:
        """The words of a bound that end right before `at`, a blank between them taken in: “不少于 ”.

        “签约3家” and “附近3个” have none: there the word is part of another.
        """
        if not at:
            return ""
        words = self._before.get(text[at - 1])
        if words is None:
            if text[at - 1] != " " or at < 2 or text[at - 2] not in self._before:
                return ""
            found = self.before(text, at - 1)
            return found + " " if found else ""
        for word in words:
            if text.startswith(word, at - len(word)):
                first = at - len(word)
                blocked = self.lexicon.bounds.not_after.get(word)
                part = (
                    blocked
                    and first
                    and text[first - 1] in blocked
                    and not COMES_OR_GOES.match(text, max(first - 2, 0), first)
                )
                return "" if part else word
        return ""

    def unit(self, word: str) -> Spelt:
        """The unit spelt so; a word that is none is a counter as written."""
        return self.spelt.get(word) or Spelt(Unit(word, "count", word, Fraction(1)))

    def prefix(self, text: str, at: int, unit: str | None) -> str:
        """The word that says the unit in front of a number, unless another stands behind: ¥13.5, 摄氏37°, 人民币3元."""
        for word in self._prefix.get(text[at - 1], ()):
            if text.startswith(word, at - len(word)):
                same = (
                    not unit
                    or unit == "°"
                    or _of_money(word, unit)
                    or self.unit(unit).unit.dimension == self.prefixes[word].dimension
                )
                return word if same else ""
        return ""

    def bound(self, before: str, after: str, more: str) -> Bound:
        """The bound that words before, behind and inside a number make of it, the first of them that speaks."""
        if before:
            bound = Bound(self.lexicon.bounds.before.meaning[before.strip()])
            return Bound.REMAINDER if more and bound in (Bound.ABOUT, Bound.EXACT) else bound  # 大约300余人
        if after:
            return Bound(self.lexicon.bounds.after.meaning[after])
        return Bound.REMAINDER if more else Bound.EXACT

    def rate(self, words: str) -> tuple[Unit, Fraction]:
        """The unit a rate is per, and how many of it: /万人 is per ten thousand people."""
        scale = numerals.SCALE.match(words, 1)
        at = scale.end() if scale and scale.end() < len(words) and words[1:] not in self.per else 1
        return self.per[words[at:]], Fraction(numerals.power(words[1:at]) if at > 1 else 1)


def _of_money(word: str, unit: str | None) -> bool:
    """Whether a unit is the 元 of a money named in front: 港币500元."""
    return unit == "元" and word.endswith("币")


def _heads(words: Iterable[str]) -> str:
    """The characters that words begin with, for a class of a pattern."""
    return "".join(sorted({re.escape(w[0]) for w in words}))
