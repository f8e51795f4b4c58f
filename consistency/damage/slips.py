"""Bytes slipped by one: GBK text into whose bytes something was put across the border of two characters.

From there on each character is made of the second byte of one and the first of the next, until
a character whose second byte is an ASCII one, or a byte that is left alone, sets it right again:
“。惠農” becomes “?；蒉r”. A byte left alone shows as ?, and may have swallowed an ASCII
character; pairs that code nothing vanished; full-width marks may have become half-width since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from consistency.damage.characters import Characters, characters
from consistency.damage.gbk import LEADS, LONE, UNKNOWN, decode, encode, makes_nothing, slipped
from consistency.normalise.width import to_half_width
from consistency.offsets import Span
from consistency.patterns import lazy

LONGEST = 40  # characters of a slip
AROUND = 24  # characters before and behind it that have a say
KEPT = 1000  # of the last slips, what they were taken for: texts are read twice, and repeat themselves
BEAM, LENGTHS, DEEP, FIRSTS, SECONDS, LASTS = 24, 4, 6, 24, 10, 6  # how many ways are followed up
WIDTH, INFERRED = 1, 1  # bits that guesses cost
GAP = -2  # what a lost pair costs: a reading that has one is a character longer, and is not to lose by that alone
QUOTED = 5  # bits that a quotation mark saves where it closes one, and costs where it leaves one open
GAIN, SHARE = 14, 3  # bits that a reading must save in all, and for every second character
CLEAR = 7  # bits by which a reading must be better than the next to be called likely

# What is left of a pinyin tag whose bracket was swallowed: nèi)
TAG_REST = lazy(r"[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-z]{0,3}[)）]")
# A whole pinyin tag, behind the ASCII letter that a slip ends in: O(shè)
TAG = lazy(r"[(（]" + TAG_REST.pattern)


@dataclass(frozen=True, slots=True)
class Slip:
    """A run of slipped bytes, and how it would read; `likely` where no other reading comes near."""

    span: Span
    repair: str
    likely: bool


class _Path(NamedTuple):
    """A reading so far: what stands next, the byte still waiting for its second, text and cost."""

    at: int
    lead: int
    text: str
    cost: int
    gapped: bool = False  # a pair was lost just before
    done: bool = False


def slips(text: str) -> list[Slip]:
    """The slips of a text in the script as read, in order.

    >>> [(s.span, s.repair) for s in slips("全年放贷68亿元?；蒉r贷款增长")]
    [(Span(start=8, end=12), '。惠農')]
    """
    found, free = list[Slip](), 0
    for place, character in enumerate(text):
        if character not in LONE or place < free:
            continue
        opened = text[max(0, place - AROUND, text.rfind("\n", 0, place) + 1) : place]
        slip = _slip(opened, text[place : place + LONGEST + AROUND])
        if slip is not None:
            end, repair, likely = slip
            found.append(Slip(Span(place, place + end), repair, likely))
            free = place + end
    return found


@lru_cache(maxsize=KEPT)
def _slip(opened: str, text: str) -> tuple[int, str, bool] | None:
    """The slip that the lone byte which begins a text opens behind `opened`: its end, how it would read, how surely.

    Nothing where no slip explains what follows.
    """
    model, before = characters(), opened or "\n"
    run = text[:LONGEST].partition("\n")[0]
    rest = TAG_REST.match(run, 1)
    first = rest.end() if rest else 1
    if not rest and not any(c > "\x7f" or c in LONE for c in run[first : first + 2]):
        return None
    as_shown = cache(lambda end: model.total(before[-1], run[:1] + run[first:end] + text[end : end + 2]))
    ranked: list[tuple[int, int, str]] = []
    for path in _readings(run, first, before, model):
        made, after = path.text[len(before) :], text[path.at : path.at + AROUND]
        gain = as_shown(path.at) - path.cost - model.total(path.text[-1], after[:2]) - _left_open(path.text, after)
        if gain >= (0 if rest else GAIN + SHARE * len(made) // 2):
            swallowed = run[path.at - 1] in LONE and after[:1].isdigit()
            ranked.append((-gain, path.at, made + UNKNOWN if swallowed else made))
    if not ranked:
        return None
    gain, end, made = min(ranked)
    rivals = [-g for g, e, m in ranked if m != made and e == end]
    clear = len(made) > 1 and (not rivals or -gain >= max(rivals) + CLEAR)
    again = _same(slipped(made.replace(UNKNOWN, "0")), run[:1] + run[first:end])
    return end, made, clear and again


def _same(slipped_again: str, shown: str) -> bool:
    """Whether a repair, damaged again, gives what is shown, tags and width aside."""
    plain = to_half_width(TAG_REST.sub("", TAG.sub("", shown)))
    return to_half_width(slipped_again) == plain.replace("\ufffd", "?")


def _left_open(text: str, after: str) -> int:
    """What it costs that a quotation mark opened before is closed nowhere near."""
    if text.rfind("“") <= text.rfind("”"):
        return 0
    close, again = after.find("”"), after.find("“")
    return 0 if close >= 0 and (again < 0 or close < again) else QUOTED


def _readings(run: str, first: int, before: str, model: Characters) -> Iterator[_Path]:
    """Every way of reading the run that ends in order, the likelier ones of each length."""
    beam, opening = [_Path(first, lead, before, 0) for lead in LEADS], True
    while beam:
        grown: list[_Path] = []
        ranks: dict[int, int] = {}
        for path in beam:
            ranks[len(path.text)] = rank = ranks.get(len(path.text), -1) + 1
            for longer in _steps(path, run, model, deep=opening or rank < DEEP):
                if longer.done:
                    yield longer
                else:
                    grown.append(longer)
        beam, opening = _likeliest(grown), False


def _likeliest(paths: list[_Path]) -> list[_Path]:
    """The best of the paths of each length, one for each waiting byte and last character."""
    kept: dict[int, dict[tuple[int, str], _Path]] = {}
    for path in sorted(paths, key=lambda p: (p.cost, p.text)):
        same = kept.setdefault(len(path.text), {})
        if len(same) < BEAM:
            same.setdefault((path.lead, path.text[-1]), path)
    return [path for length in sorted(kept)[:LENGTHS] for path in kept[length].values()]


def _steps(path: _Path, run: str, model: Characters, *, deep: bool) -> Iterator[_Path]:  # noqa: C901 - the ways on
    """What may come next on a path."""
    at, lead, text, cost, gapped, _ = path
    if at >= len(run):
        return
    character = run[at]
    for second, next_lead, guess in _bytes(character):
        made = decode(lead, second)
        if made:
            yield _Path(at + 1, next_lead, text + made, cost + _bits(text, made, model) + guess)
        if deep and not gapped:
            for longer, bits in _over_a_gap(text, lead, second, model):
                yield _Path(at + 1, next_lead, longer, cost + bits + guess, gapped=True)
    if "@" <= character <= "~":  # a second byte that is an ASCII one: in order again
        tag = TAG.match(run, at + 1)
        end = tag.end() if tag else at + 1
        made = decode(lead, ord(character))
        if made:
            yield _Path(end, 0, text + made, cost + _bits(text, made, model), done=True)
        if deep and not gapped:
            for longer, bits in _over_a_gap(text, lead, ord(character), model):
                yield _Path(end, 0, longer, cost + bits, done=True)
    if character in LONE and at > 1:  # a byte left alone: the character before it is known by one byte
        tag = TAG_REST.match(run, at + 1)
        end = tag.end() if tag else at + 1
        for made in _of_lead(lead)[:LASTS]:
            yield _Path(end, 0, text + made, cost + _bits(text, made, model) + INFERRED, done=True)


def _bits(text: str, made: str, model: Characters) -> int:
    """What the next character of a reading costs; a mark that closes a quotation is expected."""
    bits = model.cost(text[-1], made)
    if made == "”":
        bits += -QUOTED if text.rfind("“") > text.rfind("”") else QUOTED
    return bits


def _over_a_gap(text: str, lead: int, second: int, model: Characters) -> Iterator[tuple[str, int]]:
    """The two characters on either side of a pair of bytes that coded nothing and vanished."""
    for first, made in _opening_a_gap(lead):
        bits = _bits(text, made, model)
        if bits > 14:
            continue
        longer, nothing = text + made, makes_nothing(first)
        for next_lead, after in _common_with(second):
            if next_lead in nothing:
                yield longer + after, bits + _bits(longer, after, model) + GAP


@cache
def _bytes(character: str) -> tuple[tuple[int, int, int], ...]:
    """The two bytes a character of a slip may stand for, and what the guess costs."""
    ways: list[tuple[int, int, int]] = []
    pair = encode(character)
    if pair:
        ways.append((*pair, 0))
    elif "!" <= character <= "~":
        ways.append((0xA3, ord(character) + 0x80, WIDTH))  # full-width once
    return tuple(w for w in ways if w[1] >= 0x81)


@cache
def _of_lead(lead: int) -> tuple[str, ...]:
    """The characters that begin with a byte, the commonest first."""
    made = (decode(lead, second) for second in range(0x40, 0xFF))
    return tuple(sorted((m for m in made if m), key=lambda m: (characters().cost("", m), m)))


@cache
def _opening_a_gap(lead: int) -> tuple[tuple[int, str], ...]:
    """The second bytes after `lead` that may open a pair that codes nothing, those of common characters first."""
    ways = ((second, decode(lead, second)) for second in LEADS if makes_nothing(second))
    return tuple(islice(_commonest(ways), FIRSTS))


@cache
def _common_with(second: int) -> tuple[tuple[int, str], ...]:
    """The leads that make a common character with `second`, the commonest first."""
    return tuple(islice(_commonest((lead, decode(lead, second)) for lead in LEADS), SECONDS))


def _commonest(ways: Iterator[tuple[int, str]]) -> list[tuple[int, str]]:
    model = characters()
    known = [(byte, made) for byte, made in ways if made and (made in "，。、“”；：" or model.common(made))]
    return sorted(known, key=lambda w: (model.cost("", w[1]), w[0]))
