"""The cells of a table as mentions: the row names the indicator, the header period and status."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from consistency.extract.keying import MAX_SPAN, signed
from consistency.extract.names import SHARE_NAME, Namer
from consistency.extract.normal_form import GROWTH_NAME
from consistency.extract.sections import Place, fiscal_scope
from consistency.extract.shared_units import in_unit
from consistency.extract.subjects import unless_of_another
from consistency.extract.tables import Cell, TableBlock
from consistency.lexicon import COUNTS, Lexicon
from consistency.model import Context, Key, Measure, Mention, Quantity, Status
from consistency.offsets import Span
from consistency.period import SINCE_JANUARY, of_words, year_of

PERCENT = ("%", "‰", "百分点")  # over a column, these go before the unit of the row: 林地面积(万亩), 增长(%)
SPOKEN_ROWS = 40  # rows, headers and captions above a row that may say what its sectors are of
UNIT_COLUMN = re.compile(r"(?:计量)?单位")  # a column of its own for the units
UNIT_NOTE = re.compile(r"[(（](?P<unit>[^()（）]{1,10})[)）]\s*[*#]*$")
CAPTION_UNIT = re.compile(r"单位\s*:\s*(?P<unit>[^\s,，;)]{1,8})")
YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)")
SINCE = re.compile(SINCE_JANUARY)
GROWN = re.compile(r"(?:增长|上升|提高|下降|降低)[^\d]{0,3}$")
DOWNWARD = re.compile(r"(?:下降|降低|减少|降幅)(?:率|幅度)?$")


def table_mentions(
    path: str,
    table: TableBlock,
    quantities: Sequence[Quantity],
    place: Place,
    context: Context,
    namer: Namer,
    lexicon: Lexicon,
) -> list[Mention]:
    """The mentions of a table's cells, in order; serial numbers and row names give none."""
    general = CAPTION_UNIT.search(table.caption)
    caption_year = YEAR.findall(table.caption)
    found: list[Mention] = []
    label_at = label_column(table)
    unit_at = next((i for i, c in enumerate(table.header) if i > label_at and UNIT_COLUMN.fullmatch(c.text.strip())), 0)
    starts = [quantity.number.start for quantity in quantities]
    said = [table.caption, *(cell.text for cell in table.header)]
    for row in table.rows:
        if len(row) <= label_at:
            continue
        label = row[label_at]
        before = "\n".join(said[-SPOKEN_ROWS:])
        said.append(label.text)
        unit = row[unit_at].text.strip() if 0 < unit_at < len(row) else ""
        for column, cell in enumerate(row):
            if column <= label_at or column == unit_at:
                continue
            inside = quantities[bisect_left(starts, cell.span.start) : bisect_left(starts, cell.span.end)]
            header = table.header[column].text if column < len(table.header) else ""
            if re.search(r"序号|编号|备注", header):
                continue
            for quantity in inside:
                found.append(
                    _mention(
                        path,
                        label,
                        before,
                        header,
                        cell,
                        quantity,
                        place,
                        context,
                        namer,
                        lexicon,
                        unit or (general["unit"] if general else ""),
                        caption_year,
                    )
                )
    return found


def label_column(table: TableBlock) -> int:
    """The column that names the rows: the first that is no serial number."""
    for column in range(len(table.header)):
        cells = [row[column].text for row in table.rows if column < len(row)]
        if cells and sum(bool(re.search(r"[一-龥]{2}", c)) for c in cells) * 2 > len(cells):
            return column
    return 0


def _mention(
    path: str,
    label: Cell,
    before: str,
    header: str,
    cell: Cell,
    quantity: Quantity,
    place: Place,
    context: Context,
    namer: Namer,
    lexicon: Lexicon,
    general: str,
    caption_years: list[str],
) -> Mention:
    over = UNIT_NOTE.search(header)
    note = over if over and over["unit"] in PERCENT else UNIT_NOTE.search(label.text) or over
    written = note["unit"] if note else general
    body = UNIT_NOTE.sub("", label.text).strip("*# ")
    if not quantity.unit and written:
        quantity = in_unit(quantity, written, lexicon.units)
    name = unless_of_another(namer.normal(body), body, before, default="")
    measure, sign = _measure(name, header, quantity)
    at = quantity.number.start - cell.span.start
    if measure is Measure.RATIO and (
        cell.text[at : at + 1] in "+-"
        or GROWN.search(cell.text[:at])
        or (name in lexicon.dimensions and lexicon.dimensions[name] != "percent")
    ):
        measure = Measure.GROWTH
    if measure is Measure.GROWTH:
        name = GROWTH_NAME.sub("", DOWNWARD.sub("", name)) or name
    elif measure is Measure.SHARE:
        name = _whole_apart(name)
    quantity = signed(quantity, sign)
    years = YEAR.findall(header)
    year = years[-1] if years else (caption_years[-1] if caption_years else place.period)
    part = SINCE.search(header)
    year = of_words(part.group(), year_of(year)) if part else year
    status = _status(header, place, context, year)
    reason = "" if name and context.entity and year else "no indicator" if not name else "no period"
    span = Span(label.span.start, quantity.span.end)
    if span.end - span.start > MAX_SPAN:
        span = quantity.span
    key = None if reason else Key(context.entity, name, measure, year, status, fiscal_scope(name, place))
    return Mention(
        document=path,
        span=span,
        number=quantity.number,
        quantity=quantity,
        key=key,
        reason=reason,
        words=_written(cell, quantity, written),
        name=name,
        heading=place.heading,
        context=label.text + " " + header,
        traits=("table",),
        reading=(
            f"row: {label.text}",
            f"column: {header}",
            *([f"unit from the row or header: {written}"] if written else []),
        ),
    )


def _written(cell: Cell, quantity: Quantity, unit: str) -> str:
    """The number as the table gives it: the cell, with the unit of the row or header where the cell has none."""
    words = Span(quantity.span.start - cell.span.start, quantity.span.end - cell.span.start).of(cell.text)
    return words if quantity.unit != unit or not unit else words + unit


def _measure(name: str, header: str, quantity: Quantity) -> tuple[Measure, int]:
    if quantity.dimension == "percent":
        if DOWNWARD.search(name):
            return Measure.GROWTH, -1
        if GROWTH_NAME.search(name) or re.search(r"增长|增速|增幅|±|同比", header):
            return Measure.GROWTH, 1
        if SHARE_NAME.search(name):
            return Measure.SHARE, 1
        return Measure.RATIO, 1
    return (Measure.COUNT if quantity.dimension in COUNTS else Measure.LEVEL), 1


def _whole_apart(name: str) -> str:
    """民营经济增加值占地区生产总值比重 without the whole: the share of 民营经济增加值."""
    found = re.match(r"(?P<name>.{2,}?)占(?P<whole>.+?)(?:的)?(?:比重|比例|份额)?$", name)
    return found["name"] if found else SHARE_NAME.sub("", name) or name


def _status(header: str, place: Place, context: Context, year: str) -> Status:
    if re.search(r"目标|计划|预期|预算", header):
        return Status.TARGET
    if re.search(r"完成|实际|执行|决算|累计", header):
        return Status.ACTUAL
    if re.search(r"预计|快报", header):
        return Status.ESTIMATE
    if context.period and year_of(year) > context.period:
        return Status.TARGET
    return Status.ACTUAL if year_of(year) <= (context.period or year) else place.status
