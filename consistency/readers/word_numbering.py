"""The numbers that Word sets before paragraphs (一、 · （二） · 3.), which a file holds as counters and not as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from consistency.patterns import lazy
from consistency.readers.laid_out import tidy
from consistency.readers.packages import attribute, child, local

DEEPEST = 9  # levels
LARGEST = 9999  # number of an item
MOST = 30_000  # paragraphs: a book has fewer
LONGEST = 24  # characters of a label

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_PLACE = lazy("%([1-9])")
_DECIMAL = lazy(r"\d+(?:[.．]\d+)+[.．]?")  # 1.2, which would be read as a decimal, and opens no section


def in_chinese(number: int) -> str:
    """A number as lists are counted in Chinese.

    >>> in_chinese(3), in_chinese(12), in_chinese(20), in_chinese(105)
    ('三', '十二', '二十', '一百零五')
    """
    out, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = bool(out)
    return out.removeprefix("一") if out.startswith("一十") else out or "〇"


def _letters(number: int) -> str:
    return chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 5) if number > 0 else ""


def _roman(number: int) -> str:
    out = ""
    for value, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value and len(out) < LONGEST:
            out, number = out + sign, number - value
    return out


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


# Forms of numbers by their names in the file; those not here are shown in figures.
FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand"), in_chinese
    ),
    **dict.fromkeys(("japaneseCounting", "ideographDigital", "taiwaneseDigital", "koreanCounting"), in_chinese),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional"), lambda n: in_chinese(n).translate(_FORMAL)
    ),
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10] if n > 0 else "",
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalZero": lambda n: f"{n:02}",
    "none": lambda n: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How a level is numbered: “（%1）” in Chinese numerals from 1; with `legal`, all levels in it are in figures."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    close: bool = False  # whether no blank follows


@dataclass(frozen=True, slots=True)
class _List:
    """The levels of a list, and the counters it shares with others."""

    counters: str
    levels: Mapping[int, Level]
    restarts: frozenset[int] = frozenset()


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has been counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)  # style: its list and level
    _counted: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def before(self, root: etree._Element) -> dict[etree._Element, str]:
        """What Word sets before each of the paragraphs below an element, with the blank after it."""
        found: dict[etree._Element, str] = {}
        for paragraph in root.iter("{*}p") if self.lists else ():
            first = next(iter(paragraph), None)  # where properties stand, if there are any
            if first is not None and local(first) == "pPr" and (label := self._label(paragraph)):
                found[paragraph] = label
            if len(found) == MOST:
                break
        return found

    def _label(self, paragraph: etree._Element) -> str:
        """What is set before the next paragraph; empty where it is nothing, or a dot."""
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr")
        style = attribute(child(properties, "pStyle"), "val") or ""
        list_, depth = self.styles.get(style, ("", 0))
        list_ = attribute(child(own, "numId"), "val") or list_
        depth = _whole(child(own, "ilvl"), depth)
        known = self.lists.get(list_)
        if known is None or depth not in known.levels or next(paragraph.iterancestors("{*}Fallback"), None) is not None:
            return ""
        level = known.levels[depth]
        self._count(list_, known, depth)
        if level.form == "bullet":
            return ""
        counters = self._counted[known.counters]

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            other = known.levels.get(at, Level())
            form = "decimal" if level.legal else other.form
            return FORMS.get(form, str)(counters.get(at, other.start))

        text = tidy(_PLACE.sub(shown, level.text))[:LONGEST]
        if _DECIMAL.fullmatch(text):
            return ""
        return text + " " if text and not level.close and text[-1].isascii() else text

    def _count(self, name: str, list_: _List, depth: int) -> None:
        """Count a paragraph at this depth; deeper ones begin anew."""
        counters = self._counted.setdefault(list_.counters, {})
        if name not in self._begun:
            self._begun.add(name)
            for level in list_.restarts:
                counters.pop(level, None)
        start = list_.levels[depth].start
        counters[depth] = min(counters[depth] + 1, LARGEST) if depth in counters else start
        for deeper in [level for level in counters if level > depth]:
            del counters[deeper]
        for above in range(depth):
            counters.setdefault(above, list_.levels.get(above, Level()).start)


def numbering(part: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """The lists that the parts `numbering.xml` and `styles.xml` describe."""
    if part is None:
        return Numbering()
    abstract = {attribute(each, "abstractNumId") or "": each for each in part if local(each) == "abstractNum"}
    found: dict[str, _List] = {}
    of_style: dict[str, int] = {}
    for each in part:
        if local(each) != "num":
            continue
        shared = attribute(child(each, "abstractNumId"), "val") or ""
        levels = _levels(abstract.get(shared))
        for level in abstract.get(shared, ()):
            if style := attribute(child(level, "pStyle"), "val"):
                of_style[style] = _whole(level, 0, "ilvl")
        restarts = set()
        for override in each:
            depth = _whole(override, DEEPEST, "ilvl")
            if local(override) != "lvlOverride" or depth >= DEEPEST:
                continue
            own = child(override, "lvl")
            if own is not None:
                levels[depth] = _level(own)
            if child(override, "startOverride") is not None and depth in levels:
                restarts.add(depth)
                was = levels[depth]
                start = _whole(child(override, "startOverride"), was.start)
                levels[depth] = Level(was.form, was.text, start, was.legal, was.close)
        found[attribute(each, "numId") or ""] = _List(shared, levels, frozenset(restarts))
    found.pop("0", None)  # which means none
    return Numbering(found, _styles(styles, of_style))


def _levels(list_: etree._Element | None) -> dict[int, Level]:
    if list_ is None:
        return {}
    made = {_whole(each, DEEPEST, "ilvl"): _level(each) for each in list_ if local(each) == "lvl"}
    return {depth: level for depth, level in made.items() if depth < DEEPEST}


def _level(element: etree._Element) -> Level:
    return Level(
        attribute(child(element, "numFmt"), "val") or "decimal",
        attribute(child(element, "lvlText"), "val") or "",
        _whole(child(element, "start"), 1),
        child(element, "isLgl") is not None,
        attribute(child(element, "suff"), "val") == "nothing",
    )


def _styles(part: etree._Element | None, depths: Mapping[str, int]) -> dict[str, tuple[str, int]]:
    """The list and level of each style that has one, its own or of the style it is based on."""
    if part is None:
        return {}
    own = {attribute(each, "styleId") or "": each for each in part if local(each) == "style"}
    found: dict[str, tuple[str, int]] = {}
    for name, style in own.items():
        based: etree._Element | None = style
        for _ in range(DEEPEST):
            said = child(based, "pPr", "numPr")
            if list_ := attribute(child(said, "numId"), "val"):
                found[name] = (list_, _whole(child(said, "ilvl"), depths.get(name, 0)))
                break
            based = own.get(attribute(child(based, "basedOn"), "val") or "")
    return found


def _whole(element: etree._Element | None, otherwise: int, name: str = "val") -> int:
    """A small number that an attribute gives."""
    said = attribute(element, name) or ""
    return min(int(said), LARGEST) if said.isascii() and said.isdecimal() and len(said) < 8 else otherwise
