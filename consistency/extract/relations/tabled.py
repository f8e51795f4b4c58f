"""What the numbers of a table have to do with each other, by where they stand.

    row law     := growth = (amount − amount) ÷ amount        2023年 | 2022年 | 增长%
                 | rate   = amount ÷ amount                   决算数 | 预算数 | 完成预算%
                 | share  = amount ÷ amount of the row of 100 金额 | 占比
                 | change = amount − amount                   2023年 | 2022年 | 增减额
                 | total  = amount + … + amount               合计 | 东区 | 西区
    column law  := row = row + … + row                        by code, by ordinal, or from one 合计 to the next

A table says by itself which of its columns and rows go together: a law is one where it comes out in nearly all rows, or
all columns, that have its numbers. What breaks a law that the rest of the table bears out is what there is to tell; of
the many that hold, none is handed on. Where a table is too small to bear anything out, its words must say it: a growth
under two years' amounts, a rate beside a budget and its outcome, a total of everything above it.

Numbers are held against each other as they were rounded, each in its last place. A cell that holds no one number
(`UNREAD`) takes all laws away from its row and its sum; an empty one counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, permutations
from math import lcm
from typing import NamedTuple

from consistency.extract.relations.movement import told_at_current_prices
from consistency.extract.relations.sheet import NO_AMOUNT
from consistency.extract.tables.heads import Side
from consistency.model import EMPTY, UNREAD, Bound, Grid, GridRow, Mention, Reading, Relation, Status, Term
from consistency.patterns import lazy
from consistency.period import year_of

BORNE_OUT = 4  # rows in which a law of columns comes out, for the table to say it
EXCEPTIONS = 4  # of so many rows in which it comes out, one may break it
DEEPEST = 6  # levels of rows within rows
TOTAL = lazy(r"(?:合计|总计|小计|总数|共计)$")
ALL = lazy(r"(?:合计|总计|总数|共计)$")
OF_WHICH = lazy(r"^\s*(?:其中|\#|[*＊])")
NO_SUM = NO_AMOUNT - {""}  # a cell may have no unit
HUNDRED = 100
NEXT_TO = 2  # rows before and behind a sum that may belong to it
LONGEST = 120  # rows of a sum

# 一、 · (一) · 1. · (1) · ①, from the top down
ORDINALS = (
    lazy(r"^\s*[一二三四五六七八九十]{1,4}[、.．]"),
    lazy(r"^\s*[(][一二三四五六七八九十]{1,3}[)]"),
    lazy(r"^\s*\d{1,2}[、.．](?!\d)"),
    lazy(r"^\s*[(]\d{1,2}[)]"),
    lazy(r"^\s*[①-⑳]"),
)
UNNUMBERED = len(ORDINALS) + 1


class Number(NamedTuple):
    """A cell as whole numbers on the scale of its table: what it may be at least and at most, and what it says."""

    low: int
    high: int
    said: int


NOUGHT = Number(0, 0, 0)


# For each row the rows nearest above and below it whose share is all of it; the row itself where it is one.
Wholes = tuple[Sequence[int | None], Sequence[int | None]]


@dataclass(frozen=True, slots=True)
class _Table:
    """A grid with its numbers: for each row and column a number, nothing where the cell is unread."""

    grid: Grid
    mentions: Sequence[Mention]
    numbers: Sequence[Sequence[Number | None]]
    levels: Sequence[int]  # of each row, 1 the top
    scale: int
    wholes: Mapping[int, Wholes]  # of each column of shares

    def mention(self, row: int, column: int) -> Mention | None:
        """The number that stands in a cell."""
        place = self.grid.rows[row].cells[column]
        return self.mentions[place] if place >= 0 else None

    def columns(self, *sides: Side) -> list[int]:
        """The columns of some sides that hold numbers."""
        wanted = frozenset(str(side) for side in sides)
        return [
            at
            for at, column in enumerate(self.grid.columns)
            if column.side in wanted and any(row.cells[at] >= 0 for row in self.grid.rows)
        ]


def tabled(reading: Reading) -> Iterator[Relation]:
    """The relations of a document's tables that do not come out, each with what else may have been meant."""
    for grid in _whole(reading.grids):
        table = _of(grid, reading.mentions)
        yield from _rows(table)
        yield from _sums(table)


def _whole(grids: Sequence[Grid]) -> Iterator[Grid]:
    """The tables, those that go on over a page made one: the same heads under the same title, or under none."""
    held: Grid | None = None
    for grid in grids:
        if held is not None and grid.columns == held.columns and grid.caption in ("", held.caption) and grid.columns:
            held = replace(held, rows=held.rows + grid.rows)
            continue
        if held is not None:
            yield held
        held = grid
    if held is not None:
        yield held


def _of(grid: Grid, mentions: Sequence[Mention]) -> _Table:
    """A grid with its numbers on one scale."""
    ends = []
    for place in (place for row in grid.rows for place in row.cells if place >= 0):
        stated = mentions[place].quantity.stated
        ends += [end.denominator for end in (stated.low, stated.high, mentions[place].quantity.base_value) if end]
    scale = lcm(*set(ends)) if ends else 1
    numbers = [[_number(place, mentions, scale) for place in row.cells] for row in grid.rows]
    shares = [at for at, column in enumerate(grid.columns) if column.side == Side.SHARE]
    wholes = {at: _wholes([row[at] for row in numbers], HUNDRED * scale) for at in shares}
    return _Table(grid, mentions, numbers, [_level(row) for row in grid.rows], scale, wholes)


def _wholes(shares: Sequence[Number | None], hundred: int) -> Wholes:
    """The rows nearest above and below each row whose share is a hundred."""
    whole = [at if share is not None and share.said == hundred else None for at, share in enumerate(shares)]
    return list(accumulate(whole, _nearest)), list(accumulate(reversed(whole), _nearest))[::-1]


def _nearest(held: int | None, own: int | None) -> int | None:
    return held if own is None else own


def _number(place: int, mentions: Sequence[Mention], scale: int) -> Number | None:
    if place == EMPTY:
        return NOUGHT
    if place == UNREAD:
        return None
    quantity = mentions[place].quantity
    low, high = quantity.stated.low, quantity.stated.high
    if low is None or high is None or quantity.bound is not Bound.EXACT:
        return None
    at, to, said = (end.numerator * (scale // end.denominator) for end in (low, high, quantity.base_value))
    return Number(at, to, said)


def _level(row: GridRow) -> int:
    """How deep a row stands by what numbers it."""
    return next((at for at, mark in enumerate(ORDINALS, 1) if mark.match(row.label)), UNNUMBERED)


# -- laws of columns ---------------------------------------------------------------------------


class Law(NamedTuple):
    """What one column is made of in each row: its kind, its own column, those it comes from.

    `upwards` tells of a share where the row of its whole is: above it, or below.
    """

    kind: str
    result: int
    terms: tuple[int, ...]
    upwards: bool = True


def _rows(table: _Table) -> Iterator[Relation]:
    """What breaks the laws that hold between the columns of a table."""
    amounts = table.columns(Side.VALUE)
    for law in _laws(table, amounts):
        for row in range(len(table.grid.rows)):
            if _holds(table, law, row) is False:
                yield _told(table, law, row, amounts)


def _laws(table: _Table, amounts: Sequence[int]) -> Iterator[Law]:
    """For each column that follows from others, the law that the table bears out; of several the nearest columns'."""
    pairs = list(permutations(amounts, 2))
    ways: list[list[Law]] = []
    ways += [[Law("growth", at, pair) for pair in pairs] for at in table.columns(Side.GROWTH, Side.UNKNOWN)]
    for at in table.columns(Side.RATE, Side.SHARE):
        ways.append([Law("rate", at, pair) for pair in pairs])
        if at in table.wholes:
            ways[-1] += [Law("share", at, (amount,), up) for amount in amounts for up in (True, False)]
    ways += [[Law("change", at, pair) for pair in pairs] for at in table.columns(Side.CHANGE, Side.UNKNOWN)]
    totals = [at for at in amounts if TOTAL.search(table.grid.columns[at].words)]
    ways += [_across(at, amounts, totals) for at in totals]
    for laws in ways:
        borne = [(breaks, _distance(law), law) for law in laws if (breaks := _breaks(table, law)) is not None]
        if borne:
            yield min(borne)[2]


def _distance(law: Law) -> tuple[bool, int]:
    """How far from its terms a column stands; those behind it come last."""
    return law.kind != "total" and max(law.terms) > law.result, sum(abs(law.result - at) for at in law.terms)


def _across(total: int, amounts: Sequence[int], totals: Sequence[int]) -> list[Law]:
    """The runs of amounts behind or before a column of totals that may make it, or the further totals behind it."""
    at = amounts.index(total)
    runs = [amounts[at + 1 : end] for end in range(at + 3, len(amounts) + 1)]
    runs += [amounts[start:at] for start in range(at - 1)]
    further = [each for each in totals if each > total]
    runs += [further[:end] for end in range(2, len(further) + 1)]
    return [Law("total", total, tuple(run)) for run in runs]


def _breaks(table: _Table, law: Law) -> int | None:
    """How many rows break a law; nothing where the table does not bear it out: most rows that tell its numbers do."""
    right = wrong = 0
    for row in range(len(table.grid.rows)):
        held = _holds(table, law, row)
        right += held is True
        wrong += held is False
        if wrong > EXCEPTIONS and wrong * EXCEPTIONS > right + wrong:
            return None
    borne_out = right >= BORNE_OUT and wrong * EXCEPTIONS <= right
    return wrong if borne_out or (right and wrong <= 1 and _said(table, law)) else None


def _said(table: _Table, law: Law) -> bool:
    """Whether the heads of a small table say a law by themselves: amounts of two years, a budget and its outcome."""
    columns = table.grid.columns
    if law.kind == "share":
        return len(table.columns(Side.VALUE)) == 1
    if law.kind == "total":
        return False
    last, first = (columns[at] for at in law.terms)
    if law.kind == "rate":
        return last.status is Status.ACTUAL and first.status is Status.PLAN and columns[law.result].side == Side.RATE
    years = year_of(last.period), year_of(first.period)
    if not all(year.isdecimal() for year in years) or int(years[0]) != int(years[1]) + 1:
        return False
    names = [m.name for row in range(len(table.grid.rows)) if (m := table.mention(row, law.result)) is not None]
    return last.status is first.status and all(told_at_current_prices(name) for name in names)


def _holds(table: _Table, law: Law, row: int) -> bool | None:
    """Whether a law holds in a row; nothing where the row does not tell its numbers, or they say too little."""
    places = _places(table, law, row)
    if table.grid.rows[row].cells[law.result] < 0 or not places:
        return None
    result = table.numbers[row][law.result]
    terms = [table.numbers[at][column] for at, column in places]
    if result is None or any(term is None for term in terms):
        return None
    known = [term for term in terms if term is not None]
    if law.kind == "total":
        filled = sum(term.said != 0 for term in known)
        held = sum(t.low for t in known) <= result.high and sum(t.high for t in known) >= result.low
        return held if filled > 1 else None
    if any(table.grid.rows[at].cells[column] < 0 for at, column in places):
        return None
    one, other = known
    if law.kind == "change":
        return one.low - other.high <= result.high and one.high - other.low >= result.low
    if other.low <= 0 or one.low < 0:
        return None
    unit = HUNDRED * table.scale
    base = unit if law.kind == "growth" else 0
    return one.low * unit <= (result.high + base) * other.high and one.high * unit >= (result.low + base) * other.low


def _places(table: _Table, law: Law, row: int) -> list[tuple[int, int]]:
    """The cells that a law makes its result of in a row; none where a share has no whole, or is the whole."""
    if law.kind != "share":
        return [(row, column) for column in law.terms]
    whole = table.wholes[law.result][0 if law.upwards else 1][row]
    return [] if whole is None or whole == row else [(row, law.terms[0]), (whole, law.terms[0])]


def _told(table: _Table, law: Law, row: int, amounts: Sequence[int]) -> Relation:
    """A law as a row tells it: the growth from the first amount to the last, the rate of what was meant."""
    result = table.mention(row, law.result)
    terms = [m for at, column in _places(table, law, row) if (m := table.mention(at, column)) is not None]
    assert result is not None
    if law.kind in ("growth", "change"):
        terms = terms[::-1]
    others = [m for at in amounts if (m := table.mention(row, at)) is not None]
    words = table.grid.rows[row].label
    return Relation.between(f"table {law.kind}", Term(result), [Term(m) for m in terms], words, others)


# -- laws of rows ------------------------------------------------------------------------------


class Sum(NamedTuple):
    """A row and those that make it; `certain` where its words and its place leave no other reading."""

    total: int
    parts: tuple[int, ...]
    certain: bool


def _sums(table: _Table) -> Iterator[Relation]:
    """What breaks the sums of rows that other columns, or other sums of the column, bear out."""
    columns = [c for c in table.columns(Side.VALUE, Side.CHANGE) if _adds_up(table, c)]
    if not columns or len(table.grid.rows) < 3:
        return
    by_total: dict[int, list[Sum]] = {}
    for each in _nested(table):
        by_total.setdefault(each.total, []).append(each)
    for sums in by_total.values():
        held = {each: [_adds(table, each, column) for column in columns] for each in sums}
        for at, column in enumerate(columns):
            if any(held[each][at] is True for each in sums):
                continue
            broken = [each for each in sums if held[each][at] is False]
            borne = [(sum(h is True for h in held[each]), each) for each in broken]
            borne = [(times, each) for times, each in borne if times or (each.certain and len(columns) == 1)]
            if borne:
                yield _summed(table, max(borne, key=lambda b: (b[0], len(b[1].parts)))[1], column)


def _adds_up(table: _Table, column: int) -> bool:
    """Whether a column holds what can be added up."""
    mentions = [m for row in range(len(table.grid.rows)) if (m := table.mention(row, column)) is not None]
    return len(mentions) > 2 and all(m.quantity.dimension not in NO_SUM for m in mentions)


def _nested(table: _Table) -> Iterator[Sum]:
    """The sums that codes, ordinals and totals make of the rows of a table."""
    yield from _by_code(table)
    yield from _by_level(table)
    yield from _by_total(table)


def _by_code(table: _Table) -> Iterator[Sum]:
    """201 is 20101, 20102, …: the rows right below a row whose codes are the next longer ones."""
    rows = table.grid.rows
    for at, row in enumerate(rows):
        if not row.code:
            continue
        parts = []
        for below in range(at + 1, len(rows)):
            if not rows[below].code.startswith(row.code) or rows[below].code == row.code:
                break
            if len(rows[below].code) == len(row.code) + 2:
                parts.append(below)
        if len(parts) > 1:
            yield Sum(at, tuple(parts), True)


def _by_level(table: _Table) -> Iterator[Sum]:
    """A numbered row and the rows below it up to the next of its kind: those of the uppermost kind among them."""
    for at, level in enumerate(table.levels):
        if level == UNNUMBERED:
            continue
        below = []
        for row in range(at + 1, len(table.levels)):
            if table.levels[row] <= level or TOTAL.search(_label(table, row)):
                break
            below.append(row)
        parts = _uppermost(table, below)
        if len(parts) > 1:
            yield Sum(at, parts, True)


def _by_total(table: _Table) -> Iterator[Sum]:
    """A total and the rows below it, or above it: all of them, those numbered, or the totals and what follows them."""
    rows = range(len(table.grid.rows))
    totals = [row for row in rows if TOTAL.search(_label(table, row))]
    filled = [row for row in rows if any(place >= 0 for place in table.grid.rows[row].cells)]
    alone = len(totals) == 1
    for total in totals:
        below = [row for row in filled if row > total]
        above = [row for row in filled if row < total]
        before = max((t for t in totals if t < total), default=-1)
        after = min((t for t in totals if t > total), default=len(rows))
        # a total over what stands between it and the total next to it
        for run in ([r for r in below if r < after], [r for r in above if r > before]):
            parts = _uppermost(table, run)
            if len(parts) > 1:
                certain = alone and not (below and above) and ALL.search(_label(table, total)) is not None
                yield Sum(total, parts, certain)
                # one that is numbered, and whatever stands behind the last of its parts
        ordinals = [r for r in above if table.levels[r] == 1]
        if len(ordinals) > 1 and before >= 0:
            yield Sum(total, tuple(ordinals), False)
        if before >= 0:  # a total, and what is added to it up to the next
            yield Sum(total, (before, *(r for r in above if r > before)), False)
            if len(others := [t for t in totals if t < total]) > 1:
                yield Sum(total, tuple(others), False)


def _uppermost(table: _Table, run: Sequence[int]) -> tuple[int, ...]:
    """Of some rows those of the uppermost kind, where the first is of it; none where some are only named among them."""
    run = run[:LONGEST]
    top = min((table.levels[row] for row in run), default=0)
    if not run or table.levels[run[0]] != top:
        return ()
    parts = tuple(row for row in run if table.levels[row] == top)
    return () if any(OF_WHICH.match(_label(table, row)) for row in parts) else parts


def _label(table: _Table, row: int) -> str:
    return table.grid.rows[row].label.replace(" ", "")


def _adds(table: _Table, each: Sum, column: int) -> bool | None:
    """Whether a sum comes out in a column; nothing where a cell is unread, in another unit, or too few are filled."""
    total = table.mention(each.total, column)
    if total is None or table.numbers[each.total][column] is None:
        return None
    low = high = filled = 0
    for part in each.parts:
        number = table.numbers[part][column]
        if number is None:
            return None
        mention = table.mention(part, column)
        if mention is None:
            continue
        if mention.quantity.base_unit != total.quantity.base_unit:
            return None
        low, high, filled = low + number.low, high + number.high, filled + (number.said != 0)
    whole = table.numbers[each.total][column]
    assert whole is not None
    if filled < 2:
        return None
    return low <= whole.high and high >= whole.low


def _summed(table: _Table, each: Sum, column: int) -> Relation:
    """A sum as a column tells it, with the rows next to it, that may belong to it too."""
    total = table.mention(each.total, column)
    assert total is not None
    parts = [m for row in each.parts if (m := table.mention(row, column)) is not None]
    own = {each.total, *each.parts}
    first, last = max(min(own) - NEXT_TO, 0), min(max(own) + NEXT_TO, len(table.levels) - 1)
    inner = min(each.parts), max(each.parts)
    beside = [row for row in range(first, last + 1) if row not in own and not inner[0] < row < inner[1]]
    others = [m for row in beside if (m := table.mention(row, column)) is not None]
    words = table.grid.rows[each.total].label
    return Relation.between("table sum", Term(total), [Term(m) for m in parts], words, others)
