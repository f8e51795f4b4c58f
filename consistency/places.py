"""Places of China by name and year: provinces, prefectures and counties, what they belonged to and when they stood.

`rules/places.tsv` has a line for each span of years in which a unit went by one name, code and parents. It is read when
a place is first asked for, and then kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress, count, product
from operator import add
from pathlib import Path
from typing import Literal

from consistency.patterns import either, lazy
from consistency.rule_folder import rule_folder

FILE = "places.tsv"
OLDEST = 1980  # a unit that stood at the end of this year may be as old as any
LONGEST = 16  # characters that a name has at most
TAILS = 1024  # places whose last part is kept: linking asks for it with every pair of claims
ALWAYS = 9999  # the last year of a unit that still stands

Level = Literal["province", "prefecture", "county"]
LEVELS: Mapping[str, Level] = {"1": "province", "2": "prefecture", "3": "county"}
_ORDER: Mapping[str, int] = {level: rank for rank, level in enumerate(LEVELS.values())}
# What a short name goes without, the longest first: 江北 for 江北区.
ENDINGS = (
    "特别行政区",
    *("行政区", "自治区", "自治州", "自治县", "自治旗"),
    *("地区", "新区", "矿区", "林区", "特区"),
    *"省市盟州区县旗",
)
ENDING = lazy(f"(?:{either(ENDINGS)})$")
_BY_LAST = {ending[-1]: tuple(other for other in ENDINGS if other[-1] == ending[-1]) for ending in ENDINGS}
# Long names that texts cut to the short one and an ending: 三江县 for 三江侗族自治县, 香港特区
CUT_SHORT = lazy(r"自治(?P<ending>[州县旗])$|特别行政区$")
WHOLES = "市区县省州旗盟师"  # 全市, 全区…: the ending of the place that is meant
NATION = "全国"
# The parts of a place as written, each with its ending: 杭州市, 西湖区
PART = lazy(r"[一-龥]+?(?:省|自治区|市|自治州|地区|盟|区|县|旗)")
# A name's ending that begins another word: 东方市场, 河北区域
OTHER_WORD = lazy(r"(?<=市)[场值]|(?<=区)[域间位块别划段]|(?<=县)域")
# Before a name of two characters, such as 嵩县, nothing may stand that could belong to it: 简单县 is not 单县
BEFORE_TWO = lazy(r"(?:^|[^一-龥]|[年在于为由和与及、省市州盟区])$")


@dataclass(frozen=True, slots=True)
class Place:
    """A unit while it went by one name, code and parents.

    `parents` from the province down, without the unit itself. `first` and `last` are the first and the last year at
    whose end it stood.
    """

    name: str
    level: Level
    parents: tuple[str, ...]
    code: str
    first: int = OLDEST
    last: int = ALWAYS

    @property
    def path(self) -> str:
        """The name with all its parents: 浙江省宁波市江北区."""
        return "".join((*self.parents, self.name))

    def stood(self, year: int) -> bool:
        """Whether it stood at the end of a year."""
        return (self.first <= year or self.first == OLDEST) and year <= self.last

    def ended(self, year: int) -> bool:
        """Whether it came to its end within a year, so that texts of that year may still know it."""
        return self.last + 1 == year

    def whole(self, word: str) -> str:
        """What 全市, 全区, 全省… mean where this place speaks: itself or the nearest parent of that kind, else nothing.

        >>> Place("青山区", "county", ("湖北省", "武汉市"), "420107").whole("全市")
        '湖北省武汉市'
        """
        chain, kind = (*self.parents, self.name), word[-1:]
        for depth in range(len(chain), 0, -1):
            if kind and kind in WHOLES and chain[depth - 1].endswith(kind):
                return "".join(chain[:depth])
        return ""


@dataclass(frozen=True, slots=True)
class Said:
    """A place named in a text: where, its proper name, and whether it is called so or for short (江北 for 江北区)."""

    start: int
    end: int
    name: str
    level: Level
    in_full: bool


class Places:
    """All places, to be asked for by name; made of the lines of a file like `rules/places.tsv`."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_name: dict[str, list[list[str]]] = {}
        self._short: dict[str, str] = {}
        self._cut_short: set[str] = set()
        for line in lines:
            row = line.split("\t")
            name, short = row[2], row[3] or _without_ending(row[2])
            self._by_name.setdefault(name, []).append(row)
            if short != name and len(short) > 1:
                self._short[name] = short
                self._by_name.setdefault(short, []).append(row)
                if cut := _cut_short(name, short):
                    self._cut_short.add(cut)
                    self._by_name.setdefault(cut, []).append(row)
        self._by_head: dict[str, list[str]] = {}
        for words in sorted(sorted(self._by_name), key=len, reverse=True):
            self._by_head.setdefault(words[:2], []).append(words)

    def within(self, text: str) -> Iterator[Said]:
        """The places that a text names, from left to right, each by the longest name that stands there.

        >>> [said.name for said in known_places().within("南京市场回暖，河南嵩县粮食丰收")]
        ['南京市', '河南省', '嵩县']
        """
        behind = 0
        for at in compress(count(), map(self._by_head.__contains__, map(add, text, text[1:]))):
            if at >= behind and (words := self._at(text, at, at == behind)):
                yield self._said(at, words)
                behind = at + len(words)

    def may_begin(self, words: str) -> bool:
        """Whether any name of a place begins with the first two characters of some words."""
        return words[:2] in self._by_head

    def _at(self, text: str, at: int, right_behind: bool) -> str:
        """The longest name that stands at a place of a text, which may be right behind another; empty for none."""
        heads = self._by_head[text[at : at + 2]]
        fits = (w for w in heads if text.startswith(w, at) and not OTHER_WORD.match(text, at + len(w)))
        return next((w for w in fits if right_behind or _stands_alone(text, at, w)), "")

    def _said(self, at: int, words: str) -> Said:
        rows = self._by_name[words]
        row = min(rows, key=lambda r: (r[2] != words, r[1], bool(r[7]), r[0]))
        return Said(at, at + len(words), row[2], LEVELS[row[1]], row[2] == words or words in self._cut_short)

    def named(self, words: str, year: int | None = None) -> tuple[Place, ...]:
        """All places that a name can mean in a year, in any year where none is given; full names before short ones.

        江北, 江北区, 重庆江北, 重庆市江北区 and 浙江省宁波市江北区 are all names of an 江北区. A place that came to its
        end within the year is given only where no other has the name.
        """
        ends = ((words[:at], row) for at in range(len(words)) for row in self._by_name.get(words[at:], ()))
        found = [place for before, row in ends if self._leads(before, place := _place(row))]
        if year is not None:
            found = [p for p in found if p.stood(year)] or [p for p in found if p.ended(year)]
        return tuple(sorted(found, key=lambda p: (not words.endswith(p.name), _ORDER[p.level], p.code, p.first)))

    def ending(self, words: str) -> str:
        """The longest full name of a place that words end with: 某某市科尔沁右翼中旗 ends with 科尔沁右翼中旗.

        >>> known_places().ending("在广西壮族自治区")
        '广西壮族自治区'
        """
        lengths = range(min(len(words), LONGEST), 1, -1)
        return next(
            (
                name
                for name in (words[-n:] for n in lengths)
                if name in self._cut_short or any(r[2] == name for r in self._by_name.get(name, ()))
            ),
            "",
        )

    def called(self, name: str) -> tuple[str, ...]:
        """What texts call a place of a long name, nothing for others: 三江县 and 三江 for 三江侗族自治县."""
        short = self.short(name)
        cut = _cut_short(name, short)
        return (cut, short) if cut and short else ()

    def short(self, name: str) -> str:
        """A place's full name without its ending, or nothing where it is none: 三江 of 三江侗族自治县."""
        return self._short.get(name, "")

    def resolve(self, words: str, year: int | None = None, near: str = "") -> Place | None:
        """The one place that a name can mean; of several, the one whose parents the text `near` names most.

        Nothing where none fits, or several do equally well: two districts of one name are never guessed between.
        """
        found = self.named(words, year)
        found = tuple(p for p in found if words.endswith(p.name)) or found
        if len(found) > 1:
            told = [sum(near.count(self._short.get(parent, parent)) for parent in p.parents) for p in found]
            found = tuple(p for p, count in zip(found, told, strict=True) if count == max(told) > 0)
        return found[0] if len(found) == 1 else None

    def _leads(self, words: str, place: Place) -> bool:
        """Whether words are parents of a place, in their order, full or short, some left out: 重庆, 浙江省宁波."""
        if not words:
            return True
        spellings = product(*(("", parent, self._short.get(parent, parent)) for parent in place.parents))
        return any(words == "".join(spelt) for spelt in spellings)


def _stands_alone(text: str, at: int, words: str) -> bool:
    """Whether what stands before a name leaves no doubt that it begins there; doubt is for names of two characters."""
    return len(words) > 2 or words[-1] not in WHOLES or BEFORE_TWO.search(text[max(0, at - 1) : at]) is not None


@lru_cache(maxsize=TAILS)
def place_tail(entity: str) -> str:
    """The last part of a place: 西湖区 of 杭州市西湖区.

    >>> place_tail("杭州市西湖区")
    '西湖区'
    """
    parts = PART.findall(entity)
    return parts[-1] if parts else entity


def same_place(one: str, other: str) -> bool:
    """Whether two names can be those of one place: the last parts equal, what stands before not contrary."""
    if one == other:
        return True
    if not one or not other:
        return False
    return place_tail(one) == place_tail(other) and (one.endswith(other) or other.endswith(one))


def _without_ending(name: str) -> str:
    """A name without its ending: 江北 of 江北区."""
    for ending in _BY_LAST.get(name[-1], ()):
        if name.endswith(ending):
            return name[: -len(ending)]
    return name


def _cut_short(name: str, short: str) -> str:
    """A long name cut to its short one and an ending: 三江县 of 三江侗族自治县; nothing for others."""
    cut = CUT_SHORT.search(name) if "自治" in name or "特别" in name else None
    return short + (cut["ending"] or "特区") if cut is not None else ""


def _place(row: list[str]) -> Place:
    code, level, name, _, province, prefecture, first, last = row
    parents = tuple(parent for parent in (province, prefecture) if parent)
    return Place(name, LEVELS[level], parents, code, int(first), int(last or ALWAYS))


@cache
def known_places(folder: Path | None = None) -> Places:
    """The places of `rules/places.tsv`, read at the first call."""
    text = ((folder or rule_folder()) / FILE).read_text(encoding="utf-8")
    return Places(line for line in text.splitlines() if line and not line.startswith("#"))
