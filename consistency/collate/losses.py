"""What one copy of a passage lost: a scale word, a unit, a mark between numbers, the end of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from consistency.collate.differences import Difference
from consistency.collate.quoting import quoted, whole_words
from consistency.collate.runs import Run
from consistency.collate.stream import Stream, is_han, is_number
from consistency.collate.variant import Variant
from consistency.model import Passage

AROUND = 6  # tokens that must agree around a loss, on both sides together
CERTAIN = 10  # the same where only a mark was lost, on each side
SHOWN, LEAST_SHOWN = 14, 4  # tokens shown before what was lost
LONG_DROP = 3  # tokens between two sentences whose loss runs them together
LISTED = frozenset("、，。；,;")  # between numbers
ENDING = frozenset("。；;!?")  # between sentences
BETWEEN = frozenset("、—–")  # between words
LOST_BETWEEN_WORDS = frozenset({"mark_lost", "sentence_break_lost"})
UNITS = frozenset("%万亿元㎡")


def loss(one: Stream, other: Stream, gap: Difference) -> Variant | None:
    """What the first document lost against the second at a difference, if it is a loss."""
    if same_before(one, other, gap) + same_after(one, other, gap) < AROUND:
        return None
    kind = _kind(one, other, gap)
    return _variant(kind, one, other, gap) if kind else None


def same_before(one: Stream, other: Stream, gap: Difference) -> int:
    """How many tokens agree before a difference, whatever clauses end there; no more than are asked for."""
    count = 0
    while count < CERTAIN and gap.start > count and gap.begin > count:
        if one.marks[gap.start - 1 - count] != other.marks[gap.begin - 1 - count]:
            break
        count += 1
    return count


def same_after(one: Stream, other: Stream, gap: Difference) -> int:
    """How many tokens agree behind a difference."""
    count = 0
    while count < CERTAIN and gap.end + count < len(one.marks) and gap.stop + count < len(other.marks):
        if one.marks[gap.end + count] != other.marks[gap.stop + count]:
            break
        count += 1
    return count


def _kind(one: Stream, other: Stream, gap: Difference) -> str:
    """The kind of loss, or nothing."""
    added = other.marks[gap.begin : gap.stop]
    lone = gap.start == gap.end
    after_number = gap.start > 0 and is_number(one.marks[gap.start - 1]) and not _ordinal(one, gap.start - 1)
    if lone and after_number and _is_number_before(other, gap.begin) and not one.in_cell(gap.start - 1):
        if added in one.known.scales and gap.stop < len(other.marks) and not is_number(other.marks[gap.stop]):
            return "scale_lost"
        if added in one.known.units and not _has_unit(one, gap.start):
            return "unit_lost"
    if gap.end - gap.start == 1 and is_number(one.marks[gap.start]) and _joined(one, other, gap):
        return "fused_numbers"
    if lone and len(added) >= LONG_DROP and not _between_clauses(one, other, gap):
        ended = any(not ENDING.isdisjoint(other.between.get(place, "")) for place in range(gap.begin, gap.stop + 1))
        if ended and min(same_before(one, other, gap), same_after(one, other, gap)) >= AROUND:
            return "sentence_break_lost"
    return ""


def _between_clauses(one: Stream, other: Stream, gap: Difference) -> bool:
    """Whether what is left out may have stood between two clauses, or two things of a list.

    Words that come again tell nothing of where the cut was: “甲。全年丙。” may leave out “乙。全年” of
    “甲。全年乙。全年丙。”, but as well “全年乙。”, and then the end of its sentence is not lost.
    """
    back = same_before(one, other, gap._replace(begin=gap.stop))
    ahead = same_after(one, other, gap._replace(stop=gap.begin))
    cuts = range(gap.start - back, gap.start + ahead + 1)
    return any(one.breaks(cut) or "、" in one.between.get(cut, "") for cut in cuts)


def _is_number_before(stream: Stream, place: int) -> bool:
    return place > 0 and is_number(stream.marks[place - 1])


def _ordinal(stream: Stream, place: int) -> bool:
    """Whether a number is one of a row: 第3, T2, 2023年."""
    return place > 0 and stream.marks[place - 1] in "第"


def _has_unit(stream: Stream, place: int) -> bool:
    """Whether a counting word or a measure stands at a place already: 3家 for 3个."""
    marks = stream.marks
    if place in stream.between or place >= len(marks):
        return False
    units = stream.known.units
    return marks[place] in units or marks[place : place + 2] in units or marks[place] in "万亿%"


def _joined(one: Stream, other: Stream, gap: Difference) -> bool:
    """Whether a number is made of the figures of two numbers with something between: 52 of 5个。2."""
    marks = other.marks[gap.begin : gap.stop]
    if not 2 <= len(marks) <= 4 or not is_number(marks[0]) or not is_number(marks[-1]):
        return False
    between = other.words(gap.begin, gap.stop)
    figures = one.words(gap.start, gap.end)
    first = other.words(gap.begin, gap.begin + 1)
    last = other.words(gap.stop - 1, gap.stop)
    return figures == first + last and "".join(between.split()) != first + last  # 4450 is 4 450


def _variant(kind: str, one: Stream, other: Stream, gap: Difference) -> Variant:
    """The variant with a few tokens around it."""
    behind = {"separator_lost": 2, "mark_lost": 4, "sentence_break_lost": 4, "unit_lost": 0}.get(kind, 1)
    shared = min(one.lead(gap.start - 1, SHOWN), other.lead(gap.begin - 1, SHOWN)) + 1  # of the clause on both sides
    lead = max(shared, min(LEAST_SHOWN, gap.start, gap.begin))
    start, begin = max(gap.start - lead, 0), max(gap.begin - lead, 0)
    end, stop = min(gap.end + behind, len(one.marks)), min(gap.stop + behind, len(other.marks))
    if kind in LOST_BETWEEN_WORDS:
        (start, end), (begin, stop) = whole_words(one, start, end), whole_words(other, begin, stop)
    forms = (
        one.marks[max(gap.start - 3, 0) : gap.end + 2],
        other.marks[max(gap.begin - 3, 0) : gap.stop + 2] + other.between.get(gap.begin, ""),
    )
    return between(kind, one, other, Difference(start, end, begin, stop), forms)


def between(kind: str, one: Stream, other: Stream, around: Difference, forms: tuple[str, str]) -> Variant:
    """The variant that shows a stretch of each document; `forms` are the tokens that tell it from another."""
    form, span = quoted(one, around.start, around.end)
    counter, there = quoted(other, around.begin, around.stop)
    return Variant(kind, form, counter, (Passage(one.path, span),), (Passage(other.path, there),), *forms)


def lost_marks(one: Stream, other: Stream, runs: Sequence[Run]) -> Iterator[Variant]:
    """The marks that the first of two documents lost inside what they share."""
    places = sorted(other.between)
    for run in runs:
        first = bisect_left(places, run.other + 1)
        for there in places[first : bisect_left(places, run.other + run.size)]:
            here, mark = run.one + there - run.other, other.between[there]
            if one.between.get(here, "").strip() or "\n" in mark + one.between.get(here, ""):
                continue  # a new line parts two numbers as well as a mark does
            gap = Difference(here, here, there, there)
            kind = _kind_of_mark(one, other, gap, mark.strip())
            if kind:
                yield _variant(kind, one, other, gap)


def _kind_of_mark(one: Stream, other: Stream, gap: Difference, mark: str) -> str:
    """What the loss of a mark between two tokens is, or nothing where writers may leave it out."""
    before, after = one.marks[gap.start - 1], one.marks[gap.start]
    around = min(same_before(one, other, gap), same_after(one, other, gap))
    if is_number(after) and mark in LISTED and (is_number(before) or before in UNITS or before in one.known.units):
        return "separator_lost" if around >= 2 else ""
    if is_number(after) and mark == "、" and around >= AROUND:
        return "separator_lost"
    if is_han(before) and is_han(after) and around >= CERTAIN:
        if mark in ENDING:
            return "sentence_break_lost"
        if mark in BETWEEN:
            return "mark_lost"
    return ""
