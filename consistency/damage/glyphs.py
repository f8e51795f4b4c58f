"""Characters that are not what was written: slipped bytes, wrong decodings, lost characters, pinyin left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from consistency.damage.characters import characters
from consistency.damage.gbk import UNKNOWN
from consistency.damage.place import Source
from consistency.damage.slips import slips
from consistency.lexicon.damage import DamageWords
from consistency.model import Damage
from consistency.offsets import Span
from consistency.patterns import AT_A_TIME, lazy

# A mark left by a lost byte, then a number: 交付?362套
EATEN = lazy(r"(?<=[一-龥”」』）)])[?\ufffd](?P<number>\d[\d.]*(?:[一-龥%]{0,2}))", needs=("?", "\ufffd"))
# Question marks with a word on both sides: 有效?求
IN_WORD = lazy(r"(?<=[一-龥])\?+(?=[一-龥])", needs=("?",))
# What stands for lost bytes, with the figures that stood beside them: 3\ufffd2
LOST = lazy(r"(?:\d[\d.]{0,20})?\ufffd+(?:\d[\d.]*)?", needs=("\ufffd",))
# U+FFFD decoded as GBK, and the filling of fresh memory: 锟斤拷, 烫烫烫, 屯屯屯
FILLING = lazy(r"(?:锟斤拷)+|锟斤|烫{3,}|屯{3,}", needs=("锟斤", "烫烫烫", "屯屯屯"))
# UTF-8 read as GBK is full of these: 涓浗 for 中国
_OF_UTF8 = frozenset("锛銆鈥涓鍥鐨浜鏈鎴绗鏄缁鍏鍙鍦鏃寰鍒璁闂鎵鏂浠鍚")
_WIDE = lazy(r"[^\x00-\x7f]{4,}")
# Chinese bytes read as Western European ones: ÖÐ¹ú, ä¸­å›½
_WESTERN = lazy(r"[\u0080-\u00ffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{4,}")


def slipped_bytes(source: Source) -> Iterator[Damage]:
    """Bytes slipped by one, and the text as it would read."""
    for slip in slips(source.raw):
        number = lazy(r"\d[\d.]*").match(source.text, slip.span.end) if slip.repair.endswith(UNKNOWN) else None
        span = Span(slip.span.start, number.end()) if number else slip.span
        repair = slip.repair + (number.group() if number else "")
        around = source.raw[: slip.span.start], slip.repair, source.raw[slip.span.end :]
        reads = slip.likely or number is not None or characters().in_words(*around)
        shown = repair if len(repair) > 1 and reads else ""
        kind = "eaten_digit" if number else "slip"
        yield source.damage(span, kind, shown, "likely" if slip.likely else "possible")


def eaten_digits(source: Source) -> Iterator[Damage]:
    """A number whose first figure was lost; which one it was is not guessed."""
    for found in EATEN.finditer(source.text):
        if not _asked(source, found.start()):
            yield source.damage(Span(*found.span()), "eaten_digit", certainty="sure")


def unknown_characters(source: Source) -> Iterator[Damage]:
    """The sign that stands for bytes nothing could be made of."""
    for found in LOST.finditer(source.text):
        yield source.damage(Span(*found.span()), "unknown_character", certainty="sure")


def questions_in_words(source: Source) -> Iterator[Damage]:
    """A question mark in the middle of a statement."""
    for found in IN_WORD.finditer(source.text):
        if source.raw[found.start()] == "?" and not _asked(source, found.start()):
            yield source.damage(Span(found.start() - 1, found.end() + 1), "question_in_word")


def _asked(source: Source, at: int) -> bool:
    """Whether the clause before a question mark asks something."""
    return bool(_question(source.words).search(source.clause_before(at)))


@lru_cache(maxsize=AT_A_TIME)
def _question(words: DamageWords) -> re.Pattern[str]:
    return lazy(words.either("question"), needs=words.groups["question"])


def mojibake(source: Source) -> Iterator[Damage]:
    """Text decoded as what it was not, read again as what it was."""
    for found in FILLING.finditer(source.text):
        yield source.damage(Span(*found.span()), "mojibake", certainty="sure")
    for found in _WESTERN.finditer(source.raw):
        mended = _again(found.group(), ("latin-1", "cp1252"), ("utf-8", "gb18030"))
        if mended:
            yield source.damage(Span(*found.span()), "mojibake", mended)
    for found in _WIDE.finditer(source.raw):
        if len(_OF_UTF8.intersection(found.group())) >= 2:
            mended = _again(found.group(), ("gb18030",), ("utf-8",))
            if mended:
                yield source.damage(Span(*found.span()), "mojibake", mended)


def _again(shown: str, written: tuple[str, ...], meant: tuple[str, ...]) -> str:
    """The run encoded as it was decoded, decoded as it should have been; nothing where that reads no better.

    >>> _again("ÖÐ¹ú", ("latin-1",), ("gb18030",))
    '中国'
    """
    for codec in written:
        for other in meant:
            mended = shown.encode(codec, "ignore").decode(other, "ignore")
            known = sum(1 for c in mended if "一" <= c <= "鿿" and characters().common(c))
            if known >= 2 and known * 3 >= 2 * len(mended):
                bits, before = characters().total("\n", mended), characters().total("\n", shown)
                if bits * 4 < before * 3:
                    return mended
    return ""


def pinyin_residue(source: Source) -> Iterator[Damage]:
    """Pinyin in brackets after characters, told once for the whole document."""
    if source.tags:
        start, end = source.tags[0]
        character = source.document.text[start - 1]
        yield Damage(Span(start - 1, end), "pinyin_residue", character, "sure", (), len(source.tags))
