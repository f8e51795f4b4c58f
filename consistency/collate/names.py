"""Names that two documents write differently in one and the same place.

A rewording is no variant of a name. What tells them apart, in order of weight: whether both
forms stand in one document, the size of the edit, the context that agrees, and a cue in the
words themselves: quotation marks, the head of a name close by, or a pair of characters that
is no word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from consistency.collate.differences import Difference, agreeing, nearby
from consistency.collate.persons import of_person
from consistency.collate.quoting import quoted, whole_words
from consistency.collate.stream import Stream, is_han, is_number
from consistency.collate.variant import Variant
from consistency.damage.characters import characters
from consistency.lexicon.collation import CollationWords
from consistency.model import Passage
from consistency.places import ENDING, known_places

LEFT, RIGHT, BOTH = 3, 2, 8  # tokens of the clause that must agree before, behind and together
EARLY, LONG = 6, 12  # the same where two characters stand for two: before, and together
LITTLE, MUCH = 2, 8  # enough before where so many agree behind
NEAR = 16  # tokens within which one document would not misspell what it has just written
BODY_BOTH = 6  # the same together before the head of an institution
CLOSE = 5  # characters in which the head of a name must stand
EDITS = frozenset({(1, 1), (2, 2), (0, 1), (0, 2), (1, 0), (2, 0)})
OFTEN = 3  # how often one form must stand against one of the other where a document has both
MOVES = frozenset("涨跌升降增减")  # verbs before a number, which writers choose freely
FARTHEST = 12  # characters of a place's name before its level
NO_WORD = 15  # bits from which a pair of characters is taken for no word
LEVELS = frozenset("省市州盟县区旗乡镇")
HONOURS = ("国家", "世界")  # whose honours writers tell with 级 or without
QUOTES = str.maketrans("", "", "”’」』》")


@dataclass(frozen=True, slots=True)
class Edit:
    """A difference that may be one of a name: what each side has, and how much agrees around it."""

    one: Stream
    other: Stream
    gap: Difference
    left: int
    right: int
    before: int  # without what the ends of clauses count for
    after: int

    @property
    def ours(self) -> str:
        """What the first document has."""
        return self.one.marks[self.gap.start : self.gap.end]

    @property
    def theirs(self) -> str:
        """What the second document has."""
        return self.other.marks[self.gap.begin : self.gap.stop]

    @property
    def known(self) -> CollationWords:
        """The words by which it is understood."""
        return self.one.known

    @property
    def behind(self) -> str:
        """The characters behind it that agree, up to the end of the clause."""
        return self.one.marks[self.gap.end : self.gap.end + min(self.after, CLOSE)]


def name_variant(one: Stream, other: Stream, gap: Difference) -> Variant | None:
    """The variant of a name at a difference, if it is one."""
    sizes = (gap.end - gap.start, gap.stop - gap.begin)
    swapped = _swapped(one.marks[gap.start : gap.end], other.marks[gap.begin : gap.stop])
    if sizes not in EDITS and not swapped:
        return None
    edit = _edit(one, other, gap)
    if not all(is_han(mark) for mark in edit.ours + edit.theirs) or _free(edit) or not _held(edit):
        return None
    worded = not _both_words(edit) and (_head(edit) or _made_of(edit) or _no_word(edit))
    cued = swapped or worded or _quoted(edit) or _placed(edit)
    if not cued and not (sizes == (1, 1) and edit.left >= MUCH):
        return None
    return _variant(edit, "name" if cued else "uncued")


def _edit(one: Stream, other: Stream, gap: Difference) -> Edit:
    left, right = (gap.start, gap.begin, -1), (gap.end, gap.stop, 1)
    return Edit(
        one,
        other,
        gap,
        agreeing(one, other, *left),
        agreeing(one, other, *right),
        agreeing(one, other, *left, bonus=0),
        agreeing(one, other, *right, bonus=0),
    )


def _swapped(ours: str, theirs: str) -> bool:
    """Whether two words changed places: 商贸生态 for 生态商贸."""
    half = len(ours) // 2
    return len(ours) == len(theirs) == 4 and ours[:half] == theirs[half:] and ours[half:] == theirs[:half]


def _free(edit: Edit) -> bool:
    """Whether the difference is one that rewording makes: verbs, light words, members of a series, short forms."""
    known, ours, theirs = edit.known, edit.ours, edit.theirs
    one, gap = edit.one.marks, edit.gap
    before, behind = one[gap.start - 1 : gap.start], one[gap.end : gap.end + 1]
    if is_number(before) or is_number(behind) or all(mark in known.light for mark in ours + theirs):
        return True
    moves = behind in MOVES and is_number(one[gap.end + 1 : gap.end + 2])
    if moves or ("的" in (before, behind) and not (ours and theirs)):
        return True  # 出口则跌3% for 出口下跌3%; 二三产业活动的单位, 以上的运输机场: a qualifier left out
    if not ours or not theirs:
        added = ours + theirs
        if _level_left_out(one[: gap.start], added) or LEVELS.issuperset((before, added, behind)):
            return True  # 县区 for 县(市、区)
        if frozenset((before + ours + behind, before + theirs + behind)) in known.shortened:
            return True
        if added in known.loose or added in known.scopes or added in known.heads:
            return True
        if added in known.verbs:
            return not _body(edit)
        return before + added in known.verbs or added + behind in known.verbs
    if any(set(ours) <= row and set(theirs) <= row for row in known.series):
        return True
    if len(ours) == len(theirs) == 2 and not (_known(ours) or _known(theirs)):
        return True  # two proper names
    pairs = ((ours, theirs), (before + ours, before + theirs), (ours + behind, theirs + behind))
    free = known.verbs | known.loose
    return any(first in free and second in free for first, second in pairs)


def _level_left_out(before: str, added: str) -> bool:
    """Whether one side names a place with its level and the other without: 广东省 and 广东, 国家级 and 国家."""
    if added == "级":
        return before.removesuffix("级").endswith(HONOURS)
    return ENDING.fullmatch(added) is not None and known_places().ending(before[-FARTHEST:] + added).endswith(added)


def _both_words(edit: Edit) -> bool:
    """Whether both sides make an ordinary word, as a rewording does: 明显 for 显著, 提高 for 提升.

    Of two words of two characters, one that stands nowhere else may still be a slip.
    """
    ours, theirs, gap = edit.ours, edit.theirs, edit.gap
    if len(ours) == len(theirs) == 2:
        if edit.before < EARLY or edit.left + edit.right < LONG:
            return True
        return ours in edit.other.marks and theirs in edit.one.marks
    if len(ours) != 1 or len(theirs) != 1:
        return False
    before, behind = edit.one.marks[gap.start - 1], edit.one.marks[gap.end : gap.end + 1]
    return (_known(before + ours) and _known(before + theirs)) or (_known(ours + behind) and _known(theirs + behind))


def _known(word: str) -> bool:
    """Whether two characters make a word that is no rare name."""
    return word in characters().pairs


def _held(edit: Edit) -> bool:
    """Whether enough of the clause agrees around the difference."""
    left, right = edit.left, edit.right
    if _body(edit) and left >= 1 and left + right >= BODY_BOTH:
        return left >= LEFT or _around(edit) >= BOTH
    if left + right >= BOTH and ((left >= LEFT and right >= RIGHT) or (left >= LITTLE and right >= MUCH)):
        return True
    return left >= LEFT and right >= 1 and _around(edit) >= BOTH + LEFT and left >= BOTH


def _around(edit: Edit) -> int:
    """How much of the clause agrees around the difference, further differences left out."""
    gap = edit.gap
    start, begin = edit.one.clause(gap.start)[0], edit.other.clause(gap.begin)[0]
    end, stop = edit.one.clause(max(gap.end - 1, gap.start))[1], edit.other.clause(max(gap.stop - 1, gap.begin))[1]
    before = nearby(edit.one.marks[start : gap.start], edit.other.marks[begin : gap.begin])
    return before + nearby(edit.one.marks[gap.end : end], edit.other.marks[gap.stop : stop])


def _body(edit: Edit) -> bool:
    """Whether the head of an institution's name follows directly."""
    tail = edit.one.marks[edit.gap.end : edit.gap.end + 4]
    return tail.startswith(edit.known.bodies) and not tail.startswith(edit.known.no_heads)


def _head(edit: Edit) -> bool:
    """Whether the head of a name stands close behind, in what agrees."""
    return any(head in edit.behind if len(head) > 1 else edit.behind.startswith(head) for head in edit.known.heads)


def _placed(edit: Edit) -> bool:
    """Whether the place tells that a name stands there: of a person, of a street, of an institution by its head."""
    if len(edit.ours) != 1 or len(edit.theirs) != 1:
        return False
    one, other, gap = edit.one, edit.other, edit.gap
    if of_person(one, gap.start) and of_person(other, gap.begin):
        return True
    bodies = edit.known.bodies
    return _before_street(edit) or (one.marks[: gap.end].endswith(bodies) and other.marks[: gap.stop].endswith(bodies))


def _before_street(edit: Edit) -> bool:
    """Whether a street follows directly whose name ends in the difference: 青浦路 and 青埔路, not 公路 and 道路.

    Neither is what makes a word with what follows it: 拓宽路面 and 拓展路面.
    """
    street = next((word for word in edit.known.streets if edit.behind.startswith(word)), "")
    if not street or edit.before < 1:
        return False
    end = edit.gap.end + len(street)
    goes_on = not edit.one.breaks(end) and _known(street[-1] + edit.one.marks[end])
    return not goes_on and not (_known(edit.ours + street[0]) and _known(edit.theirs + street[0]))


def _quoted(edit: Edit) -> bool:
    """Whether the difference stands in quotation marks on both sides."""
    gap = edit.gap
    return _in_quotes(edit.one, gap.start, gap.end) and _in_quotes(edit.other, gap.begin, gap.stop)


def _in_quotes(stream: Stream, start: int, end: int) -> bool:
    """Whether a quotation that was opened before a place is still open there."""
    at = stream.starts[start] if start < end else stream.ends[start - 1]
    before = stream.folded.text[max(0, at - 30) : at]
    opened = max(before.rfind("“"), before.rfind("「"), before.rfind("《"))
    closed = max(before.rfind("”"), before.rfind("」"), before.rfind("》"))
    return opened > closed


def _made_of(edit: Edit) -> bool:
    """Whether one side has a morpheme more that makes another word: 创新企业, 创新型企业."""
    added = edit.ours + edit.theirs
    return len(added) == 1 and added in edit.known.morphemes


def _no_word(edit: Edit) -> bool:
    """Whether one side holds a pair of characters that hardly ever follow, and the other does not."""
    ours = _strangest(edit.one.marks, edit.gap.start, edit.gap.end)
    theirs = _strangest(edit.other.marks, edit.gap.begin, edit.gap.stop)
    return len(edit.ours) == len(edit.theirs) == 1 and max(ours, theirs) >= NO_WORD > min(ours, theirs)


def _strangest(marks: str, start: int, end: int) -> int:
    """The bits of the best word that the characters of a difference make with a neighbour."""
    model, best = characters(), 99
    for place in range(max(start, 1), min(end + 1, len(marks))):
        pair = marks[place - 1 : place + 1]
        best = min(best, model.pairs.get(pair, 99))
    return best


def _variant(edit: Edit, kind: str) -> Variant:
    """The variant, each side shown with what stands around it in its clause."""
    gap = edit.gap
    left = min(edit.before, edit.one.lead(gap.start - 1, 14) + 1, edit.other.lead(gap.begin - 1, 14) + 1)
    right = min(edit.after, 6)
    form, span = quoted(edit.one, *whole_words(edit.one, gap.start - left, gap.end + right))
    other, there = quoted(edit.other, *whole_words(edit.other, gap.begin - left, gap.stop + right))
    return Variant(
        kind,
        form,
        other,
        (Passage(edit.one.path, span),),
        (Passage(edit.other.path, there),),
        core(edit, edit.one.marks, gap.start, gap.end),
        core(edit, edit.other.marks, gap.begin, gap.stop),
        _body(edit),
    )


def core(edit: Edit, marks: str, start: int, end: int) -> str:
    """A difference with its nearest neighbours that agree, by which a form is looked for elsewhere."""
    left, right = (2, 1) if edit.ours and edit.theirs else (3, 2)
    return marks[start - min(left, edit.before) : end + min(right, edit.after)]


def stands_alone(variant: Variant, streams: Sequence[Stream]) -> Variant | None:
    """The variant told from the side that stands more alone; nothing where the two forms are two things.

    Where one document has both forms they mean two things, unless one of them stands there
    once and the other three times in two documents. So it is where nothing but the numbers speaks for a slip.
    """
    ours = {s.path: s.marks.count(variant.core) for s in streams}
    theirs = {s.path: s.marks.count(variant.counter) for s in streams}
    if _rank(ours) > _rank(theirs):
        variant, ours, theirs = variant.turned, theirs, ours
    both = [s for s in streams if ours[s.path] and theirs[s.path]]
    if both or variant.kind == "uncued":
        documents, places = _rank(theirs)
        if sum(ours.values()) != 1 or places < OFTEN or documents < 2:
            return None
    if any(_close(s.marks, variant.core, variant.counter) for s in both):
        return None
    return replace(variant, kind="name") if variant.kind == "uncued" else variant


def _rank(counts: Mapping[str, int]) -> tuple[int, int]:
    """In how many documents a form stands, and how often."""
    return sum(map(bool, counts.values())), sum(counts.values())


def _close(marks: str, form: str, other: str) -> bool:
    """Whether two forms stand near each other in one document."""
    at = marks.find(form)
    return other in marks[max(0, at - NEAR) : at + NEAR]
