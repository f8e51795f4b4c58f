"""Ways to write a document anew that change nothing it says."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

import opencc

from consistency.normalise import fold
from consistency.offsets import Span
from consistency.text.blocks import Heading, Paragraph, blocks

_DIGITS = "零一二三四五六七八九"
# Counters that numerals in words go with as well as figures do.
_COUNTERS = "家个项件户座条台辆艘栋所宗场种款部"
_RESIDUE = {"區": "qū", "縣": "xiàn", "產": "chǎn", "業": "yè", "發": "fā", "積": "jī", "學": "xué", "長": "zhǎng"}
_RADICALS = str.maketrans(
    "一二八十人入口工大小户方日月水生用目立车长门风食首高民页见",
    "⼀⼆⼋⼗⼈⼊⼝⼯⼤⼩⼾⽅⽇⽉⽔⽣⽤⽬⽴⻋⻓⻔⻛⻝⾸⾼⺠⻚⻅",
)
# Words that tie a sentence to the one before it, or set a time for those after it.
_TIED = re.compile(
    r"^\s*(?:其中|同时|此外|分别|(?:19|20)\d\d年|“?十[一二三四五]五|[三五十]年|近[两三五]年|截至|去年|今年)"
)


@cache
def _converter(direction: str) -> Callable[[str], str]:
    convert: Callable[[str], str] = opencc.OpenCC(direction).convert
    return convert


def traditional(text: str) -> str:
    """In Traditional characters."""
    return _converter("s2t")(text)


def with_residue(text: str) -> str:
    """In Traditional characters, with pinyin left after some of them."""
    copy = re.sub(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]", "", traditional(text))
    return "".join(f"{c}({_RESIDUE[c]})" if c in _RESIDUE else c for c in copy)


def simplified(text: str) -> str:
    """In Simplified characters."""
    return _converter("t2s")(text)


def with_radicals(text: str) -> str:
    """With radicals for the characters they look like, as they come out of some printed pages."""
    return text.translate(_RADICALS)


def rescaled(text: str) -> str:
    """Sums in 亿元 told in 万元, and the other way round, to the last place."""

    def other(found: re.Match[str]) -> str:
        value, unit = Decimal(found["value"]), found["unit"]
        if unit in ("亿元", "億元"):
            return f"{value.scaleb(4):f}{unit.replace('亿', '万').replace('億', '萬')}"
        return f"{value.scaleb(-4):f}{unit.replace('万', '亿').replace('萬', '億')}"

    # Not of a qualifier, whose figures are part of a name: 产值10亿元以上企业.
    figures = r"(?<![\d.,—~至到-])(?P<value>\d+(?:\.\d+)?)(?P<unit>[亿万億萬]元)(?!以[上下内內])"
    return re.sub(figures, other, text)


def in_words(text: str) -> str:
    """Counts up to a thousand, and ranks, in numerals instead of figures: 16个 as 十六个, 第3 as 第三."""

    def counted(found: re.Match[str]) -> str:
        number = int(found["number"])
        if number < 2 or found["number"].startswith("0"):
            return found[0]
        return ("两" if number == 2 else numeral(number)) + found["counter"]

    text = re.sub(
        rf"(?<=[一-龥，。；、,;])(?<![第至到十百千万亿—~])(?P<number>\d{{1,3}})(?P<counter>[{_COUNTERS}])",
        counted,
        text,
    )
    return re.sub(r"第(\d{1,2})(?=[，。；、,;位名])", lambda m: f"第{numeral(int(m[1]))}", text)


def numeral(number: int) -> str:
    """A whole number below a thousand in words.

    >>> [numeral(n) for n in (7, 10, 16, 20, 110, 205, 999)]
    ['七', '十', '十六', '二十', '一百一十', '二百零五', '九百九十九']
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones or not number else "")


def clauses_reordered(text: str) -> str:
    """What semicolons part in another order, the first of all kept, where nothing is tied to another."""
    folded, rng = fold(text), random.Random(1)
    runs: list[list[Span]] = []
    for block in blocks(folded.text):
        for sentence in block.sentences if isinstance(block, Paragraph) else ():
            rest = _parts(folded.text, sentence)[1:]
            if len(rest) > 1 and not any(_TIED.match(part.of(folded.text)) for part in rest):
                runs.append([folded.back(part) for part in rest])
    return _permuted(text, runs, rng)


def _parts(text: str, sentence: Span) -> list[Span]:
    """The parts of a sentence between semicolons, without the stop at its end."""
    parts, at = [], sentence.start
    for stop in re.finditer(r"[;。\n]|$", sentence.of(text)):
        if sentence.start + stop.start() > at:
            parts.append(Span(at, sentence.start + stop.start()))
        at = sentence.start + stop.end()
    return parts


def sentences_reordered(text: str) -> str:
    """The sentences of each paragraph in another order, the first of all kept, where none is tied to another."""
    folded, rng = fold(text), random.Random(2)
    spans: list[list[Span]] = []
    for block in blocks(folded.text):
        if isinstance(block, Paragraph):
            rest = block.sentences[1:]
            words = [s.of(folded.text) for s in rest]
            if len(rest) > 1 and all(w.rstrip().endswith("。") and not _TIED.match(w) for w in words):
                spans.append([folded.back(s) for s in rest])
    return _permuted(text, spans, rng)


def paragraphs_shuffled(text: str) -> str:
    """The paragraphs between two headings in another order, those that set a time for others kept."""
    folded, rng = fold(text), random.Random(3)
    runs: list[list[Span]] = [[]]
    begun = False
    for block in blocks(folded.text):
        begun = begun or (isinstance(block, Heading) and block.level < 5)
        alone = isinstance(block, Paragraph) and not folded.text[: block.span.start].rpartition("\n")[2].strip()
        if begun and alone and not _TIED.match(block.span.of(folded.text)):
            runs[-1].append(folded.back(block.span))
        else:
            runs.append([])
    return _permuted(text, [run for run in runs if len(run) > 1], rng)


def _permuted(text: str, runs: list[list[Span]], rng: random.Random) -> str:
    """The text with the stretches of each run in another order."""
    out, at = [], 0
    for run in runs:
        order = list(run)
        rng.shuffle(order)
        for span, taken in zip(run, order, strict=True):
            out += [text[at : span.start], taken.of(text)]
            at = span.end
    return "".join([*out, text[at:]])


REWRITINGS = (
    traditional,
    with_residue,
    simplified,
    with_radicals,
    rescaled,
    in_words,
    clauses_reordered,
    sentences_reordered,
    paragraphs_shuffled,
)
