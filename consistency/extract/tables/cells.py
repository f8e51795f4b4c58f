"""The cells of a table as mentions: heads of columns and rows say of what, when, in which unit and standing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from consistency.extract.quantities.numerals import LARGE, SCALE, SMALL
from consistency.extract.quantities.shared_units import counted_in, unit_of
from consistency.extract.statements.accounts import fund_in, level_in
from consistency.extract.statements.discourse import Frame, fiscal_scope
from consistency.extract.statements.entity import PlaceAtHead, Whose, own_names
from consistency.extract.statements.keying import ASPECTS, missing, signed, unmeasured, unreadable
from consistency.extract.statements.names import CARRIED_OUT, SHARE_NAME, Namer
from consistency.extract.statements.normal_form import GROWTH_NAME
from consistency.extract.statements.subjects import OUTPUT, unless_of_another
from consistency.extract.tables.heads import (
    COUNTED,
    GLOSS,
    OF_MEMBERS,
    ORDINAL,
    PERCENT,
    Head,
    HeadReader,
    Side,
    amounts_noted,
    index_named,
    is_unit,
    joined,
    under_head,
    unit_note,
)
from consistency.interval import Interval
from consistency.lexicon import COUNTS, Lexicon, Units
from consistency.model import (
    EMPTY,
    UNREAD,
    Bound,
    Context,
    Evidence,
    Grid,
    GridColumn,
    GridRow,
    Key,
    Measure,
    Mention,
    Quantity,
    Status,
    Unit,
)
from consistency.offsets import Span
from consistency.patterns import either, lazy
from consistency.period import month_before, month_of, of_words, year_of
from consistency.text.tables import DASHES, YEARS, Cell, TableBlock, beside

REPEATED = "several rows of this name"
SPOKEN_ROWS = 40  # rows, headers and captions above a row that may say what its sectors are of
UNIT_COLUMN = lazy(r"(?:计量|度量)?单位")  # a column of its own for the units
UNIT_NOTE = lazy(r"[(（](?P<unit>[^()（）]{1,10})[)）]\s*[*#]*$")
# 单位:万元 · 单位:所、万人 · 单位:亿元;%
CAPTION_UNIT = lazy(
    r"(?:计量|金额)?单位\s*[:：]\s*(?P<unit>[^\s,，;；)）]{1,12}(?:\s*[,，;；]\s*[^\s\d,，;；)）]{1,6}(?=$|[\s,，;；)）]))*)"
)
TITLE_UNIT = lazy(r"[(（](?P<unit>[^()（）]{1,8})[)）](?=\s|$)")  # 主要指标(亿元)
GROWN = lazy(r"(?:增长|上升|提高|下降|降低)[^\d]{0,3}$")
DOWNWARD = lazy(r"(?:下降|降低|减少|降幅)(?:率|幅度)?$")
MONEY_IN_HEAD = lazy(r"金额|总额|数额|[收支]入?额|产值|投资")
# Some of those whom the rows around, or the caption, speak of
MONEY = lazy("[元圆]$")
SCALED = lazy("[百千万十亿]+(?:人民币|美|港|澳门|新台币)?[元圆]$")  # a line of its own above a table: 百万澳门元
SUBGROUP = lazy(r"男性?|女性?|城镇|城市|农村|乡村|\d{1,3}(?:[-—~至]\d{1,3})?周?岁(?:及以[上下]|以[上下])?(?:人口)?")
OF_PEOPLE = lazy(r"人口|人数|人均|居民|[就从]业|户数|学生|教师|职工")
# A table of expenditure, and names that say themselves what they are
# 2025年基金预算收支表: a table of a budget, where its title does not tell how that was carried out
BUDGETED = lazy(
    r"^(?!.*(?:执行|[决结]算|完成|快报)).*预算(?:拨款)?(?:收支|收入|支出)(?:预算|计划|安排|总|汇总|平衡|明细)*表"
)
SPENT = lazy(r"预算(?:拨款)?支出(?!.*收入)")
TRANSFERS = lazy(r"转移支付[^:]{0,30}表(?:$|[ (])")
# 市对县(市、区)专项转移支付: to whom it goes
TO_OTHERS = lazy(r"^(?:[一-龥]{0,6}?[省市州县])?对[一-龥、()]{1,10}?(?=税收返还|(?:专项|一般性|均衡性)?转移支付|补助)")
LAST_BRACKET = lazy(r"[(（][^()（）]*[)）]?$")  # 固定资产投资(不含农户)
OF_SEVERAL = lazy(r"[对和与及、级]|收支")  # what names no one account: 市对县补助, 债务限额和余额
HEADS = lazy("[出存]栏$")  # of cattle: they are no output
OF_A_SIDE = lazy(r"(?:收入|支出|结余|结转|资金|合计|总计)$|^(?:动用|安排|补充|调[入出])")
# 收入, 本年收支结余 of each fund or of all the people that have a column: 居民养老保险基金, 城镇居民
ACCOUNTED = lazy(r"(?:收入|支出|结余|余额|消费)$")
SIDES = ("收入", "支出")  # the two sides of accounts, over their columns
# In which currencies deposits and loans are counted, where the title says it: 金融机构人民币存贷款余额
CURRENCIES = lazy(r"(?<!元)(?:人民币|本外币|外币)(?=[^，。]{0,6}[存贷]款)")
OF_BANKS = lazy(r"[存贷]款")
# Rows that ran into one another: 363605 253688 381442
SEVERAL = lazy(r"(?:[-+]?[\d.,]+%?[ ]+)+[-+]?[\d.,]+%?")
# Whose a column is: 全市收入
OWNED = lazy(r"^(?P<scope>全[市省区县州国]|[省市区县州]本级|[省市区县州]级|[省市区县州]直)(?P<rest>.{2,})$")
CODE = lazy(r"\d{3}(?:\d\d){0,4}")  # of an account: 201, 20101, 2010101
ONE_NUMBER = frozenset({"number", "percent"})
OF_A_LEVEL = lazy(r"^(?P<scope>[省市区县州](?:本级|级|直))(?P<rest>[一-龥]*(?:预算|收入|支出)[一-龥]*)$")
STANDING = lazy(r"(?<=.)(?:(?:实际|预计)?(?:执行|完成|决算)|实际|预算|预计)数$")  # 债务余额实际数
AT_A_LEVEL = lazy(r"^(?:[省市区县州]?本级|[省市区县州]级)(?=.{4})")  # 市本级“三公”经费支出, over a table
OF_ONE_LEVEL = lazy(r"[省市区县州]?(?:本级|级|直|直属)")
OF_A_PLAN = frozenset({"预期性", "约束性"})  # what a table of a plan says of each of its targets
FAR_FROM_100 = 50  # what is below is no index on a base of 100, but what it grew by
IN_A_HUNDRED = lazy(r"百分[率比]|%|增速|涨跌?幅")
YEARLY, AGAINST_PLAN = "年均", "较预算"
COMPARING = lazy(r"比较|增减|差[额异]|超支|短收")
OF_ANOTHER_TIME = lazy(r"上年|去年|同比|环比|同期|上月|年初")
PLAN_AND_DONE = ([Status.PLAN, Status.ACTUAL], [Status.PLAN, Status.PLAN, Status.ACTUAL])
AT_THE_END = lazy(r"^(?:本|当|今|\d{4})年[末底](?=.{2})")
ALL_OF_A_PLACE = lazy(r"全[国省市区县州](?:合计|总计|小计)?")
OF_ALL_HERE = lazy("(?:本|全)(?:地区|辖区|行政区域?)")
ALL_OF_IT = "全"  # a column of all of a place, in a table of its own level too: 全市 | 市级
RANKS = frozenset(("类", "款", "项"))  # of accounts: 其他支出(项)
# A part of a place that has accounts of its own and is in no atlas: 示范区主要经济指标
AREA = lazy(r"[一-龥]{2,5}(?:自治)?[县市区旗]")
ZONE = lazy(r"^[一-龥]{0,6}(?:示范区|开发区|高新区|经开区|园区)(?=主要|经济|财政|指标|一般)")
RATIO_NAME = lazy(r"[^占同环对]比$")  # 城乡居民收入比: no part of the unit of its table
# 其中：一般贸易, below 出口
OF_WHICH = lazy(r"其\s*中\s*[:：]?")
NUMBERED = lazy(r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．](?!\d))")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# 2023 · 2023 Q3 · 2024 Feb
TIME = lazy(rf"(?P<year>(?:19|20)\d\d)年?(?:[ ]?(?P<part>Q[1-4]|H[12])|[ ](?P<month>{'|'.join(MONTHS)}))?")
ARROW = lazy(r"(?P<down>[↓▼])|[↑▲]")
BEHIND = lazy(r"\d[^()（）]*[(（][+-]?$")  # 0.94% (-0.1%): what is in brackets behind another number
GREW = lazy("(?<=.{2})(?<!自然)增长$")  # a row of percentages: 地区生产总值增长
REAL_TERMS = lazy("实质|实际|可比|不变价")
IN_REAL_TERMS = lazy("(?:实质|实际|可比)$")
# What a caption tells of all that its table lists: 主要工业产品产量
TAIL = lazy("产量$|在校学?生人?数$|招生数$|(?<=消费)价格$")
BOTH_YEARS = lazy(r"(?:19|20)\d\d年?[末底]?[和、及与](?P<last>(?:19|20)\d\d)年")
SCALES = frozenset((*SMALL, *LARGE))  # what a scale without a unit ends with: 亿
LATEST = 256  # labels of the rows just read whose plain words are kept
# 农村居民人均可支配收入构成, 普通高中发展情况: whose a table is
OWNER = lazy(
    r"(?:城镇|农村|全体)(?:常住)?居民|(?:普通|职业|中等|高等|特殊|民办|公办|成人)*(?:小学|初中|高中|中学|幼儿园|高校|院校|学校)"
)
ADJUSTMENT = lazy(r"(?:预算)?(?:本次)?调整(?:预算)?(?:增减)?(?:数|额|金额)(?:[(（][^()（）]*[)）])?")
AS_ADJUSTED = lazy(r"调整后")
SUM_OF_A_SIDE = lazy("(?P<side>收入|支出)合计")
# What is no account of a place's own: 债务还本支出, and not 债务付息支出 or 就业补助
HANDED_DOWN = lazy("转移|上级|上解|返还|结转|结余|债[务券](?!付息|发行费)|转贷|调[入出]")
SUMMED = lazy(r"(?<=.{2})(?:合计|总计|小计)$")
SERIES = 3  # years in the labels of a table that tells them one below the other
YEAR = lazy(r"(?:19|20)\d\d年?")
OF_TRADE = lazy(r"(?:贸易|产品)$")
TRANSPORT = lazy(r"(?:运量|运输量|周转量)$")
# 按目的地划分的出口货值, 赋税收入按税目别分: by what a table divides what it tells of
DIVIDED_BY = lazy(
    r"(?<![一-龥])按[^，。]{1,12}?(?:划分|分类|分|列出|统计)的|(?<=.{2})按[^，。]{1,10}?(?:划分|分类|分|列出|统计)$"
)
DIVIDED = lazy(r"[按分][^，。]{1,8}[分看划]?[:：]?$")  # 按经营地分: a row that names nothing
# 其中：一般债券, below 还本支出 or 债务余额
OF_DEBT = lazy(r"^(?:地方)?(?:政府)?(?:一般|专项)债[券务]$")
DEBT = lazy(r"(?:还本|付息)(?:支出|额)?$|债[券务].*(?:余额|限额|举借额|发行额)$")
TRADE = lazy(r"^(?:进出口|出口|进口)总[额值]$")
INDUSTRY = lazy(r"(?:业|制造|技改|改造)$")
SHARED_OUT = lazy(r"(?:增加值|生产总值)$")  # what the rows below it, each an industry, have a part of
OF_A_TAX = lazy("(?:国内增值|企业所得|个人所得|营业)税$")  # what the industries below it pay a part of
# What a table of industries tells of each: 高技术制造业, in a table of 工业投资
TOLD_OF_INDUSTRIES = lazy(r"(?:投资|增加值|生产总值|总产值|用电量|利润总额|营业收入)$")
WORDS = lazy(r"[一-龥]{2}")
SAID = lazy(r"[一-龥]|[A-Za-z]{2}")  # what a name has: (3,4] is none
# A cell with words of its own: 进出口357亿
OWN_WORDS = lazy(r"[一-龥]{2,}")
BY_PLACE = lazy(
    r"[各分逐]月|[各分按](?:行业|产业|领域|品种|类别|税种|险种|科目|级次|部门|项目)|历年|(?:各|分)(?:地区|县区|区县|市县|县市区|县[(（]?市、?区[)）]?|市州|市|州|县|街道|乡镇)"
)
FORM_NUMBER = lazy(r"(?<![一-龥])(?:[一-龥]{2})?\d{1,2}表(?=\s|$)")  # of a printed form: 公开08表
TITLE_MARKS = lazy(
    r"^(?:(?:附?表|附件)\s*(?:(?!(?:19|20)\d\d年)[\d一二三四五六七八九十-]+)?[:、.]?\s*)|及其?(?:构成|增长速度|增速|占比|比重).*$|(?:情况|汇总|明细)+表?$|表$|统计|一览|主要"
)


class RowWords:
    """What the labels of rows say, in the words of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        of = {group: either(words) for group, words in lexicon.rows.items()}
        # sums up or divides what the rows around it, or the caption, speak of; 所有行业, not 所有者权益
        self.whole = lazy(rf"(?:{of['whole']}|所有(?![者制权])[一-龥]{{1,4}})$")
        self.money = lexicon.rows["money"]  # what is counted in money where a head gives only the scale: 发行总额(亿)
        self.accounts = lexicon.rows["accounts"]
        self.transfers = ("转移支付", *self.accounts)
        self.owners = lexicon.rows["owners"]
        self.of_a_hundred = lexicon.rows["of_a_hundred"]
        # 其中：住宅, below 房屋施工面积 and again below 商品房销售面积
        self.measures = lazy(rf"(?:{of['measures']}|[^指]数)$")
        self.shared = lazy(rf"[一-龥]{{0,6}}(?:{of['shared']})(?:货值|总?[额量值])?$")
        self.kinds = (OF_TRADE, TRADE), (lazy(rf"^(?:{of['transports']})$"), TRANSPORT), (OF_DEBT, DEBT)


Sentence = Callable[[Span, Sequence[Quantity], Key], Sequence[Mention]]
Read = tuple[list[Mention], list[Grid]]


@dataclass(frozen=True)
class TableReader:
    """What all tables of one document share; `told` reads a cell that is a sentence of its own."""

    path: str
    context: Context
    namer: Namer
    whose: Whose
    lexicon: Lexicon
    heads: HeadReader
    row_words: RowWords
    told: Sentence

    def read(self, table: TableBlock, quantities: Sequence[Quantity], frame: Frame, first: int) -> Read:
        """The mentions of a table's cells, in order, and the table by its numbers; `first` is the place of the first.

        Serial numbers and row names are no mentions. Tables that stand side by side are read each by itself.
        """
        parts = beside(table)
        if len(parts) == 1:
            mentions, grid = _Table(self, table, frame).read(quantities, first)
            return mentions, [grid]
        found: list[Mention] = []
        grids: list[Grid] = []
        for part in parts:
            mentions, grid = _Table(self, part, frame).read(quantities, len(found))
            found += mentions
            grids.append(grid)
        order = sorted(range(len(found)), key=lambda at: found[at].number.start)
        places = {at: first + new for new, at in enumerate(order)} | {EMPTY: EMPTY, UNREAD: UNREAD}
        return [found[at] for at in order], [_moved(grid, places) for grid in grids]


def _moved(grid: Grid, places: Mapping[int, int]) -> Grid:
    """A table with other places for its numbers."""
    return replace(grid, rows=tuple(replace(r, cells=tuple(places[at] for at in r.cells)) for r in grid.rows))


def over_pages(mentions: Sequence[Mention], grids: Sequence[Grid]) -> Sequence[Mention]:
    """The mentions, those no claims whose row has its name again where their table goes on over a page.

    行政运行 stands under every office of a budget.
    """
    out = list(mentions)
    for _, pages in groupby(grids, key=lambda grid: (grid.columns, grid.caption)):
        rows = [row for page in pages for row in page.rows]
        labels = Counter(ORDINAL.sub("", row.label) for row in rows)
        twice = [row for row in rows if labels[ORDINAL.sub("", row.label)] > 1]
        names = Counter(name for row in twice for name in {told_of(out[place]) for place in row.cells if place >= 0})
        for place in (place for row in twice for place in row.cells if place >= 0):
            if out[place].key is not None and names[told_of(out[place])] > 1:
                out[place] = replace(out[place], key=None, reason=REPEATED)
    return out


def told_of(mention: Mention) -> tuple[str, ...]:
    """Of what a cell tells: two rows that tell of the same are rows of different things that have one name."""
    return (mention.name,) if mention.key is None else (mention.name, mention.key.entity, mention.key.period)


@dataclass(frozen=True)
class _Row:
    """What is in force in a row: its label, the head the label makes, and what the rows above speak of."""

    label: Cell
    head: Head
    name: str
    entity: str
    unit: str
    scope: str
    times: Mapping[int, str] = field(default_factory=dict)
    names: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # as asked for, by the head over a cell
    told: dict[str, Evidence] = field(default_factory=dict)  # what its label set, by aspect

    def of_the_year(self, year: str) -> _Row:
        """The row in a year, unless it tells its own: 其中：一般债务, below 一、2023年末债务余额."""
        return replace(self, head=replace(self.head, year=year)) if year and not self.head.year else self


class _Table:
    """One table, its heads taken apart once."""

    def __init__(self, reader: TableReader, table: TableBlock, frame: Frame) -> None:
        self._reader, self._table = reader, table
        units = reader.lexicon.units
        self._units = units
        self._row_words = reader.row_words
        self._label_at = label_column(table)
        self._words = heads = tuple(GLOSS.sub("", words) for words in table.words)
        self._heads = [reader.heads.together([cell.text for cell in over]) for over in table.heads]
        self._unit_at = next(
            (i for i, words in enumerate(heads) if i > self._label_at and UNIT_COLUMN.fullmatch(words.strip())), 0
        )
        title = _title(table.caption)
        self._caption = reader.heads.of(title)
        if self._caption.side in (Side.INDEX, Side.GROWTH) and not self._caption.index:
            named = (index_named(line) for line in title.split())
            self._caption = replace(self._caption, index=next(filter(None, named), ""))
        if self._caption.status is None and BUDGETED.search(table.caption):
            self._caption = replace(self._caption, status=Status.PLAN)
        self._general, self._percent, self._several = _units_of(table.caption, units)
        scope = level_in(table.caption, own_names(reader.context.entity))
        if self._caption.name:  # a table with a title of its own is of the accounts that the title tells
            frame = replace(frame, scope=scope or "", fund=fund_in(table.caption))
        self._frame = frame
        if not self._general and self._caption.side is Side.GROWTH and IN_A_HUNDRED.search(table.caption):
            self._general = "%"
        currency = CURRENCIES.search(table.caption)
        self._currency = currency.group() if currency is not None else ""
        self._spent = SPENT.search(table.caption) is not None
        self._transfers = not self._spent and TRANSFERS.search(table.caption) is not None
        self._accounts = scope is not None  # a table of somebody's accounts: every sum in it is one of them
        # where a column tells the part of the year that the caption tells, the others are of none
        self._own_parts = {each.part for each in self._heads}
        self._periods = [self._period(column) for column in range(len(heads))]
        corner = heads[self._label_at].replace(" ", "") if self._label_at < len(heads) else ""
        self._of_places = reader.heads.of_places.fullmatch(corner) is not None
        labels = (row[self._label_at].text for row in table.rows if self._label_at < len(row))
        known = sum(reader.whose.at(label) is not None for label in labels if AREA.fullmatch(label))
        self._lists_places = known > 1
        self._whole = self._whole_of_caption()
        shared = self._row_words.shared.search(DIVIDED_BY.sub("", LAST_BRACKET.sub("", self._caption.name)))
        of_members = OF_MEMBERS.fullmatch(corner) is not None and not self._of_places
        self._shared = self._whole or (shared.group() if shared is not None else "") if of_members else None
        owner = OWNER.match(_without_place(self._caption.name, reader.context.entity))
        self._owner = owner.group() if owner is not None else ""
        tail = TAIL.search(LAST_BRACKET.sub("", self._caption.name))
        self._tail = tail.group() if tail is not None else ""
        self._heads = [self._of_which(column) for column in range(len(heads))]
        self._heads = [self._named(column) for column in range(len(heads))]
        self._heads = [self._adjustment(column) for column in range(len(heads))]
        self._beside = [self._standing_beside(column) for column in range(len(heads))]
        planned = any(cell.text in OF_A_PLAN for row in table.rows for cell in row)
        both = BOTH_YEARS.search(table.caption)
        self._last_year = both["last"] if both is not None else ""  # 2023年和2024年债务余额: neither is one to come
        self._aimed_at = max((h.year for h in self._heads), default="") if planned else ""
        adjusted = [self._adjusted(column) for column in range(len(heads))]
        self._traits = [("table", "rebased") if told else ("table",) for told in adjusted]
        self._scopes: dict[tuple[str, str, bool, str], str] = {}
        self._known_units: dict[str, tuple[int, Unit] | None] = {}
        self._over_spans = [tuple(cell.span for cell in over) for over in table.heads]
        self._set_above = [self._evidence_above(column) for column in range(len(heads))]
        self._column_said = [f"column: {words}" for words in heads]
        self._zone = ZONE.match(self._caption.name)
        self._statuses: dict[tuple[int, Status | None, str], Status] = {}
        self._no_values = frozenset(
            column
            for column, words in enumerate(heads)
            if reader.heads.no_value.search(words) or self._tells_years(column)
        )
        self._labels = Counter(self._label_of(row) for row in range(len(table.rows)))
        # years one below the other are outcomes, and none of them a plan because the document tells of the first
        self._of_years = (
            sum(YEAR.fullmatch(r[self._label_at].text) is not None for r in table.rows if self._label_at < len(r))
            >= SERIES
        )
        self._names = Counter(_plain(r[self._label_at].text) for r in table.rows if self._label_at < len(r))

    # -- columns -----------------------------------------------------------------------

    def _period(self, column: int) -> str:
        """The period of a column: its own, its neighbours', the caption's, the document's."""
        own = self._heads[column]
        if own.span:
            return of_words(own.span, "")
        if own.basis == YEARLY and not own.year and (several := self._years_before(column)):
            return several
        year = own.year or self._neighbour(column) or self._general_year()
        if own.back and year[:4].isdigit() and not own.year:
            year = str(int(year[:4]) - own.back)
        of = self._timed(column)
        whole = of.month or of.so_far  # 本年累计 goes up to the month that the caption tells, whatever others tell
        part = of.part or ("" if self._caption.part in self._own_parts and not whole else self._caption.part)
        period = of_words(part, year_of(year)) if part and year else year
        if of.month or of.so_far:
            month = month_of(period)
            period = of_words(f"{month}月" if of.month else f"1-{month}月", year_of(period)) if month else ""
            return period or ("" if of.month else year)
        return month_before(period) if own.month_before else period

    def _timed(self, column: int) -> Head:
        """The head that says of which part of the year a column is: its own, or that of the amount it stands beside.

        上年同期 is of the months of the amount before it, and so is a growth behind both.
        """
        own = self._heads[column]
        if (own.side is Side.VALUE and not own.back) or own.year or own.part or own.month or own.so_far:
            return own
        before = self._heads[column - 1 : self._label_at : -1]
        amounts = [h for h in before if h.side in (Side.VALUE, Side.INDEX)]
        timed = (h for h in before if h.part)
        return next((h for h in amounts if not h.back), next(iter(amounts), next(timed, own)))

    def _neighbour(self, column: int) -> str:
        """The year of a column that tells none, from those beside it.

        What compares (增长%, 占比) holds for the latest of the amounts that stand side by side before it:
        2023年 | 2022年 | 增长%; one of several shares for the amount that it stands behind. Any other column has the
        year of the nearest one, under its own upper head first, then to the left; what is of the year before, the
        latest of all.
        """
        own = self._heads[column]
        if own.side is not Side.VALUE:
            before = self._amounts_before(column)
            if before:
                shares = sum(h.side is Side.SHARE for h in self._heads)
                return before[0] if own.side is Side.SHARE and shares > 1 else max(before)
        others = [*range(column - 1, -1, -1), *range(column + 1, len(self._heads))]
        others.sort(key=lambda other: not self._under_the_same(column, other))
        years: list[str] = [self._heads[other].year for other in others if self._heads[other].year]
        if not years:
            return ""
        return max(years) if own.back else years[0]

    def _under_the_same(self, column: int, other: int) -> bool:
        """Whether two columns stand under one head: 面积 | 2023年 | 2024年, all under 油料."""
        over, beside = self._table.heads[column], self._table.heads[other]
        return len(over) > 1 and len(beside) > 1 and over[0].text == beside[0].text

    def _amounts_before(self, column: int) -> list[str]:
        """The years of the run of amounts before a column, but for comparisons right before it.

        Shares, and rates at which a plan was carried out, stand among them: 预算数 | 决算数 | 完成% | 上年决算数.
        """
        at = column - 1
        while at > self._label_at and self._heads[at].side is not Side.VALUE and not self._heads[at].year:
            at -= 1
        years: list[str] = []
        while at > self._label_at and (self._heads[at].side in (Side.SHARE, Side.RATE) or self._heads[at].year):
            if self._heads[at].side not in (Side.VALUE, Side.SHARE, Side.RATE):
                break
            years += [self._heads[at].year] if self._heads[at].side is Side.VALUE else []
            at -= 1
        return years

    def _years_before(self, column: int) -> str:
        """The years that a yearly growth is of, behind the first of its amounts: 2020年 | 2025年 | 年均增长%."""
        years = self._amounts_before(column)
        first, last = (int(min(years)), int(max(years))) if years else (0, 0)
        return f"{first + 1}/{last}" if last > first + 1 else ""

    def _named(self, column: int) -> Head:
        """A head, with the name of the amount it compares where it has none: 产量 | 增长%, 采购金额 | 占比."""
        own = self._heads[column]
        if own.side in (Side.VALUE, Side.RATE, Side.INDEX) or column <= self._label_at + 1:
            return own
        if not own.basis and own.side is not Side.SHARE and self._with_its_plan(column):
            own = replace(own, basis=AGAINST_PLAN)
        at = column - 1
        while at > self._label_at + 1 and (
            at == self._unit_at or not (self._heads[at].side is Side.VALUE or self._heads[at].name)
        ):
            at -= 1
        beside = self._heads[at]
        if (
            beside.name
            and (beside.side is Side.VALUE or own.side is Side.RANK)
            and (not own.name or self._under_one(own, column, at))
        ):
            return replace(own, name=beside.name)
        return own

    def _with_its_plan(self, column: int) -> bool:
        """Whether a column compares what was done with its plan, and nothing else: 预算数 | 决算数 | 比较增减."""
        words = self._words[column]
        if not COMPARING.search(words) or OF_ANOTHER_TIME.search(words):
            return False
        amounts = [at for at in range(self._label_at + 1, column) if self._heads[at].side is Side.VALUE]
        told = [self._heads[at].status for at in amounts if at != self._unit_at]
        return len({self._periods[at] for at in amounts if at != self._unit_at}) == 1 and told in PLAN_AND_DONE

    def _of_which(self, column: int) -> Head:
        """The head of a part, in the unit of the whole before it: 总量(亿元) | 其中 over 第一产业."""
        own, path = self._heads[column], [cell.text for cell in self._table.heads[column]]
        if own.side is not Side.VALUE:
            return own
        if len(path) < 2:
            return self._some_of_them(own, column)
        namer, last = self._reader.namer, self._reader.heads.of(path[-1]).name
        if last != own.name and all(namer.is_measured(namer.normal(n)) for n in (last, own.name.removesuffix(last))):
            own = replace(own, name=last)
        if own.unit or not any(OF_WHICH.fullmatch(words) for words in path):
            return own
        wholes = (h.unit for h in self._heads[column - 1 : self._label_at : -1] if h.side is Side.VALUE and h.unit)
        return replace(own, unit=next(wholes, ""))

    def _some_of_them(self, own: Head, column: int) -> Head:
        """A head that only tells some people from others, of the whole before it: 总人口(万人) | 男 | 女."""
        if own.unit or not SUBGROUP.fullmatch(own.name):
            return own
        before = self._heads[column - 1 : self._label_at : -1]
        whole = next((h for h in before if h.side is Side.VALUE and not SUBGROUP.fullmatch(h.name)), None)
        if whole is None or not OF_PEOPLE.search(whole.name):
            return own
        sort = own.name + "性" if len(own.name) == 1 else own.name
        return replace(own, name=joined(sort, whole.name), unit=whole.unit)

    def _under_one(self, own: Head, column: int, beside: int) -> bool:
        """Whether all that a head names is the upper head that the column beside it has too: 私营单位 over 增速."""
        paths = self._table.heads[column], self._table.heads[beside]
        level = 1 < len(paths[0]) == len(paths[1])
        return level and paths[0][0].text == paths[1][0].text and own.name in paths[0][0].text

    def _general_year(self) -> str:
        if self._caption.year:
            return self._caption.year
        return "" if self._caption.span else self._reader.context.period

    def _standing_beside(self, column: int) -> Status | None:
        """The standing of the amount that a column which compares stands beside: a growth is of it."""
        if self._heads[column].side is Side.VALUE:
            return None
        return next((h.status for h in self._heads[column - 1 :: -1] if h.side is Side.VALUE and h.status), None)

    def _status(self, column: int, row: Head, period: str) -> Status:
        """Plan, target or outcome, by the head, the caption and the year."""
        own = self._heads[column] if column < len(self._heads) else Head()
        told = row.status if row.status is Status.ESTIMATE else own.status or row.status
        if told is not None:
            return told
        if own.side in (Side.RATE, Side.INDEX):
            return Status.ACTUAL
        beside = self._beside[column] if column < len(self._beside) else None
        if beside is not None:
            return beside
        ours = max(self._reader.context.period, self._last_year) if self._reader.context.period else ""
        later = (
            not self._of_years and bool(ours) and year_of(period) > ours and period == year_of(period)
        )  # months of a year have passed
        if own.back:
            return Status.ACTUAL
        if self._aimed_at and period.endswith(self._aimed_at):
            return Status.TARGET
        if self._caption.status is not None and (self._caption.status is not Status.ACTUAL or not later):
            same = not self._caption.year or self._caption.year == year_of(period)
            return self._caption.status if same else Status.ACTUAL if not later else Status.TARGET
        return Status.TARGET if later else Status.ACTUAL

    def _whole_of_caption(self) -> str:
        """The indicator that a caption names for a table by places or years: 各县区地区生产总值."""
        words = _without_place(BY_PLACE.sub("", self._caption.name), self._reader.context.entity)
        words = LAST_BRACKET.sub("", TO_OTHERS.sub("", DIVIDED_BY.sub("", AT_A_LEVEL.sub("", words))))
        words = words.rstrip("和及与")  # 支出执行情况及2025年预算
        name = self._reader.namer.normal(words.split(" ")[-1]) if words else ""
        grown = self._caption.side is Side.GROWTH
        of_accounts = name.endswith((*self._row_words.transfers, "经费")) and not OF_SEVERAL.search(name)
        return name if grown or of_accounts or self._reader.namer.is_measured(name) else ""

    def _tells_years(self, column: int) -> bool:
        """Whether all that stands in a column are years: 2021, 2022, 2023."""
        told = [row[column].text for row in self._table.rows if column < len(row) and row[column].text]
        bare = [text for text in told if len(text) == 4 and text.isdecimal() and int(text) in YEARS]
        return bool(bare) and len(bare) == len(told) and (len(bare) > 2 or "年" in self._words[column][-3:])

    # -- rows --------------------------------------------------------------------------

    def read(self, quantities: Sequence[Quantity], first: int) -> tuple[list[Mention], Grid]:
        """The mentions of the cells, in order, and their places; a name that stands in several rows is of different
        things.
        """
        found, rows = self._found(quantities, first)
        named: dict[tuple[str, ...], set[int]] = {}
        for row, mention in found:
            named.setdefault(told_of(mention), set()).add(row)
        mentions = [
            replace(mention, key=None, reason=REPEATED)
            if mention.key is not None and mention.name and len(named[told_of(mention)]) > 1 and self._repeated(row)
            else mention
            for row, mention in found
        ]
        columns = (
            GridColumn(words, str(own.side), period, self._status(at, Head(), period))
            for at, (words, own, period) in enumerate(zip(self._words, self._heads, self._periods, strict=True))
        )
        return mentions, Grid(self._table.caption, tuple(columns), tuple(rows))

    def _repeated(self, row: int) -> bool:
        """Whether the label of a row stands in another row as well."""
        return self._labels.get(self._label_of(row), 0) > 1

    def _label_of(self, row: int) -> str:
        cells = self._table.rows[row]
        return " ".join(ORDINAL.sub("", cell.text) for cell in cells[: self._label_at + 1])

    def _found(self, quantities: Sequence[Quantity], first: int) -> tuple[list[tuple[int, Mention]], list[GridRow]]:
        """The mentions, each with its row; and the rows."""
        starts = [quantity.number.start for quantity in quantities]
        said = [self._table.caption, *self._words]
        found: list[tuple[int, Mention]] = []
        rows: list[GridRow] = []
        section = above = single = year_above = year_of_section = ""
        groups: dict[int, tuple[str, int]] = {}
        times: dict[int, str] = {}
        for at, cells in enumerate(self._table.rows):
            if len(cells) <= self._label_at or _numbers_columns(cells):
                continue
            if over := self._times_of(cells):
                times = over
                continue
            label = cells[self._label_at]
            groups = self._groups(groups, at, cells)
            row = self._row(cells, label, said, section, above, single)
            row = self._grouped(row, [words for words, _ in groups.values()]) if groups else row
            row = replace(row, times=times) if times else row
            said.append(label.text)
            inside = [
                (n, cell) for n, cell in enumerate(cells) if n > self._label_at and n != self._unit_at and cell.text
            ]
            if not inside and label.text and not DIVIDED.match(label.text):
                section = row.name or section
            year_of_section = row.head.year if NUMBERED.match(label.text) else year_of_section
            row = row.of_the_year(year_of_section)
            # a kind of trade, or some of the people, is told of what the rows above tell, and so is the next
            if above and (_kind_of(row.head.name, above, self._row_words.kinds) or SUBGROUP.fullmatch(row.head.name)):
                row = row.of_the_year(year_above)
            else:  # those of one age are no whole of those of another
                above, year_above = "" if SUBGROUP.fullmatch(row.head.name) else row.name or above, row.head.year
            if self._names[_plain(label.text)] == 1:
                single = row.name or single
            places = [EMPTY] * len(self._words)
            for column, cell in inside:
                if column in self._no_values:
                    continue
                own = slice(bisect_left(starts, cell.span.start), bisect_left(starts, cell.span.end))
                told = self._cell(row, column, cell, quantities[own])
                if column < len(places):
                    places[column] = self._place_of(cell, told, first + len(found))
                found += [(at, mention) for mention in told]
            rows.append(self._grid_row(cells, places))
        return found, rows

    def _grid_row(self, cells: Sequence[Cell], places: Sequence[int]) -> GridRow:
        """A row by the places of its numbers, with its label and the code before that."""
        code = next((c.text for c in cells[: self._label_at] if CODE.fullmatch(c.text)), "")
        named = next((c.text for c in reversed(cells[: self._label_at + 1]) if c.text), "")
        return GridRow(named, code, tuple(places))

    def _times_of(self, cells: Sequence[Cell]) -> dict[int, str]:
        """The periods that a row of times alone tells for the columns of the rows below it: 2023 | 2023 Q3 | 2023 Q4.

        Where they stand in front, the cells of the labels go down from the row above.
        """
        told = [(column, cell.text) for column, cell in enumerate(cells) if cell.text]
        times = [TIME.fullmatch(words) for _, words in told] if told and TIME.fullmatch(told[-1][1]) else []
        if not times or None in times:
            return {}
        shift = max(self._label_at, self._unit_at) + 1 if told[0][0] <= self._label_at else 0
        return {
            column + shift: time["year"] + (time["part"] or "")
            if time["month"] is None
            else f"{time['year']}-{MONTHS.index(time['month']) + 1:02}"
            for (column, _), time in zip(told, times, strict=True)
            if time is not None
        }

    def _groups(self, before: dict[int, tuple[str, int]], at: int, cells: Sequence[Cell]) -> dict[int, tuple[str, int]]:
        """The words in force in each column before the labels, and the row after the last that a merged cell covers.

        A cell without words has those above it. Codes and serial numbers are no such words.
        """
        groups = {column: told for column, told in before.items() if told[1] < 0 or at < told[1]}
        for column, cell in enumerate(cells[: self._label_at]):
            if cell.text:
                groups = {other: told for other, told in groups.items() if other < column}
                groups[column] = ORDINAL.sub("", cell.text), at + cell.height if cell.height > 1 else -1
        return groups

    def _grouped(self, row: _Row, groups: Sequence[str]) -> _Row:
        """A row with what stands before its label: a place, a year, or whose its indicator is."""
        for words in reversed(groups):
            if self._row_words.whole.fullmatch(row.label.text) or not SAID.search(words):
                continue
            own, place = self._reader.heads.of(words), self._reader.whose.at(words)
            if own.year and not row.head.year:
                row = replace(row, head=replace(row.head, year=own.year, part=row.head.part or own.part))
            elif place is not None and place.words == words:
                row = replace(row, entity=place.entity)
            elif own.name and row.name and self._names[_plain(row.label.text)] > 1:
                row = replace(row, name=self._reader.namer.normal(joined(own.name, row.name)))
        return row

    @staticmethod
    def _place_of(cell: Cell, told: Sequence[Mention], place: int) -> int:
        """The place of the one number that is all of a cell."""
        if not told:
            return EMPTY if cell.text in DASHES else UNREAD
        alone = len(told) == 1 and not OWN_WORDS.search(cell.text)
        return place if alone and told[0].quantity.form in ONE_NUMBER else UNREAD

    def _row(  # noqa: C901 - what a label may be, in order
        self, cells: Sequence[Cell], label: Cell, said: Sequence[str], section: str, above: str, single: str
    ) -> _Row:
        """What a row says of its cells."""
        reader = self._reader
        of = above if SHARED_OUT.search(above) else ""
        label = replace(label, text=GLOSS.sub("", label.text)) if GLOSS.search(label.text) else label
        own = reader.heads.of(ORDINAL.sub("", label.text))
        if own.unit in RANKS and self._general:
            own = replace(own, unit="")
        body = STANDING.sub("", _bare(label.text, self._units))
        owned = OF_A_LEVEL.match(body)
        body = owned["rest"] if owned is not None else body
        unit = cells[self._unit_at].text.strip() if 0 < self._unit_at < len(cells) else ""
        zone, entity, name = self._zone, reader.context.entity, ""
        scope = owned["scope"] if owned is not None else ""
        if zone is not None and not entity.endswith(zone.group()):  # a zone that it is not known which one is
            entity = ""
        place = reader.whose.at(body) if body else None
        if ALL_OF_A_PLACE.fullmatch(body) or (place is not None and place.words == body):
            entity = place.entity if place is not None else entity
        elif self._of_places and (level := self._level(body, place)):
            scope = level
        elif place is None and self._lists_places and AREA.fullmatch(body):  # 玉龙县, where nobody knows it by that
            entity = ""
        elif self._of_places and not reader.namer.is_measured(reader.namer.normal(body)):
            entity = entity if self._row_words.whole.fullmatch(body) else ""
        elif own.name and not re.fullmatch(r"[\d\s年月.-]*", body):
            normal = reader.namer.normal(body)
            name = normal
            if INDUSTRY.search(body) and (tax := OF_A_TAX.search(above)) is not None:
                name = reader.namer.normal(body + tax.group())  # 其中：房地产业, below 企业所得税
            elif normal.endswith("增加值") or "常住" in normal:  # of what has been spoken of?
                name = unless_of_another(normal, body, "\n".join(said[-SPOKEN_ROWS:]), default="")
            if self._currency and OF_BANKS.search(name) and not CURRENCIES.search(body):
                name = reader.namer.normal(self._currency + body)
            if self._spent and name and not name.endswith(self._row_words.accounts):
                name = reader.namer.normal(name + "支出")  # 卫生健康, in a table of expenditure
            name = self._transfer(name)
            if self._row_words.whole.fullmatch(body) or self._sums_up(body, said):
                name = ""
            elif name.endswith("类") and "零售" in self._table.caption:
                name = reader.namer.normal(name + "零售额")
            elif (
                INDUSTRY.search(name) and (told := TOLD_OF_INDUSTRIES.search(section or self._whole or of)) is not None
            ):
                name = reader.namer.normal(name + told.group().replace("生产总值", "增加值"))
            elif SUBGROUP.fullmatch(name) and (section or self._whole or above):
                name = reader.namer.normal(joined(name, section or self._whole or above))
            elif (section or self._whole) and self._divides(name):
                name = reader.namer.normal(name + (section or self._whole))
            elif _kind_of(name, above, self._row_words.kinds):
                met = under_head(above, name)
                name = reader.namer.normal(name + above if met == above + name else met)
            elif (
                self._row_words.measures.search(single)
                and not self._row_words.measures.search(name)
                and self._names[_plain(label.text)] > 1
            ):
                name = reader.namer.normal(name + single)
        elif own.side is not Side.VALUE and not own.index:
            name = above
        units = (unit, unit.partition(" ")[0]) if unit else ()  # 万千瓦 10 000 kw
        notes = (unit_note(words, self._units, percent) for words in units for percent in (False, True))
        noted = next((note for note in notes if note), "")
        return _Row(label, own, name, entity, noted, scope)

    def _sums_up(self, label: str, said: Sequence[str]) -> bool:
        """Whether 收入合计 is all of the account of the caption: what is handed down or left over comes below it."""
        side = SUM_OF_A_SIDE.fullmatch(label)
        if side is None or not self._whole.endswith(side["side"]):
            return False
        return not any(HANDED_DOWN.search(words) for words in said[1:])

    def _level(self, label: str, place: PlaceAtHead | None) -> str:
        """The level of government that a label names: 县本级, or 青山县本级 of the document's own place."""
        if OF_ONE_LEVEL.fullmatch(label):
            return label
        if place is None or place.entity != self._reader.context.entity:
            return ""
        level = label.removeprefix(place.words)
        return place.words[-1] + level if OF_ONE_LEVEL.fullmatch(level) and level.startswith("本级") else ""

    # -- cells -------------------------------------------------------------------------

    def _cell(self, row: _Row, column: int, cell: Cell, numbers: Sequence[Quantity]) -> list[Mention]:
        """The mentions of one cell: what its heads say of its number, or what its own words say."""
        over = self._over(row, column)
        period = self._periods[column] if column < len(self._periods) else self._general_year()
        if row.times:
            period = row.times[max((at for at in row.times if at <= column), default=min(row.times))]
        if row.head.year or row.head.part:
            year = row.head.year or year_of(period)
            period = of_words(row.head.part, year) if row.head.part else year
        status = self._status(column, row.head, period)
        if len(numbers) > 1 and SEVERAL.fullmatch(cell.text):
            return [
                Mention(self._reader.path, cell.span, q.number, q, None, "several numbers in one cell") for q in numbers
            ]
        if numbers and _speaks(cell, numbers):
            whole = Key(row.entity, row.name, Measure.LEVEL, period, status)
            return [_as_headed(told, cell, period, status) for told in self._reader.told(cell.span, numbers, whole)]
        return [self._mention(row, column, over, cell, quantity, period, status) for quantity in numbers]

    def _over(self, row: _Row, column: int) -> Head:
        """The head over a cell; below a row of times these are the heads, and the last is of what is behind."""
        if not row.times:
            return self._heads[column] if column < len(self._heads) else Head()
        last = next((head for head, words in zip(self._heads[::-1], self._words[::-1], strict=True) if words), Head())
        return Head() if column in row.times else replace(last, name="")

    def _mention(
        self, row: _Row, column: int, over: Head, cell: Cell, quantity: Quantity, period: str, status: Status
    ) -> Mention:
        reader = self._reader
        words = self._words[column] if column < len(self._words) else ""
        entity, name, scope = self._name(row, over.name)
        side = self._side(row, over, name, quantity)
        written = "" if quantity.unit else self._unit(row, over, side, name)
        if written:
            quantity = self._in_unit(quantity, written)
        at = quantity.number.start - cell.span.start
        before = cell.text[:at]
        plus = cell.text[at : at + 1] in "+-" or (before != "" and GROWN.search(before) is not None)
        arrow = ARROW.search(before) if before else None
        behind = arrow is not None or (before != "" and BEHIND.search(before) is not None)
        if behind and quantity.dimension == "percent" and side is not Side.GROWTH:  # 3,795 (↑92.3%)
            side = Side.GROWTH if row.unit not in PERCENT and row.head.unit not in PERCENT else Side.UNKNOWN
        if side is Side.VALUE and self._caption.side is Side.GROWTH and not name.endswith(self._row_words.of_a_hundred):
            side = Side.GROWTH if (quantity.unit or self._unit(row, over, side, name)) in PERCENT else side
        of_index = side is Side.INDEX or (not name and row.head.index)
        if of_index or (side is Side.GROWTH and (over.index or self._caption.index)):
            name = self._of_an_index(row, over, name)
        down = -1 if arrow is not None and arrow["down"] else over.sign
        measure, sign, name, quantity = self._measured(side, down, name, quantity, plus)
        name, basis = self._reckoned(side, row, over, name)
        if side is Side.GROWTH and name.endswith(OUTPUT) and not basis and (behind or "变动" in words):
            said = f"{self._table.caption} {words} {row.label.text}"
            if not REAL_TERMS.search(said):
                side = Side.UNKNOWN  # at which prices a 變動率 of output is, beside its amounts, nobody says
        reason = unreadable(quantity) or missing(name, period, entity) or self._unmeasured(side, name, quantity)
        money = quantity.dimension in ("money", "percent", "point", "")
        key_scope = over.among if measure is Measure.RANK else self._scope(name, scope, money, entity)
        key = Key(entity, name, measure, period, status, key_scope, basis=basis)
        span = cell.span if cell.span.end - cell.span.start <= len(cell.text) else quantity.span
        return Mention(
            document=reader.path,
            span=Span(min(span.start, quantity.span.start), max(span.end, quantity.span.end)),
            number=quantity.number,
            quantity=signed(quantity, sign),
            key=None if reason else key,
            reason=reason,
            words=_written(cell, quantity, written),
            name=name + basis,
            heading=self._frame.heading,
            over=self._over_spans[column] if column < len(self._over_spans) else (),
            context=row.label.text + " " + words,
            traits=self._traits[column] if column < len(self._traits) else ("table",),
            reading=(
                f"row: {row.label.text}",
                self._column_said[column] if column < len(self._column_said) else "column: ",
                *([f"unit from the row or header: {written}"] if written else []),
            ),
            evidence=() if reason else self._evidence(row, over, column, quantity, key),
        )

    def _side(self, row: _Row, over: Head, name: str, quantity: Quantity) -> Side:
        """The side that the head over a cell asks for, else its row, else the caption."""
        side = over.side if over.side is not Side.VALUE else row.head.side if not row.head.name else Side.VALUE
        if side is Side.VALUE and self._caption.side is Side.INDEX and self._unit(row, over, side, name) in ("", "%"):
            side = Side.INDEX
        if side is Side.INDEX and over.side is Side.VALUE and self._caption.side is Side.GROWTH:
            return Side.GROWTH if abs(quantity.base_value) < FAR_FROM_100 else side  # 指数, in a table of 涨跌幅
        return self._side_told(side, row, over, name, quantity)

    def _reckoned(self, side: Side, row: _Row, over: Head, name: str) -> tuple[str, str]:
        """The name of what a cell tells, and what it is reckoned on."""
        name, basis = name if "一" <= name[:1] <= "龥" or SAID.search(name) else "", over.basis
        if side is Side.VALUE:
            basis = basis or row.head.basis
        if side is Side.RATE and basis:
            return name.removesuffix(CARRIED_OUT) + basis, ""
        if side is Side.GROWTH and name.endswith(OUTPUT):
            basis = basis or ("名义" if "名义" in row.label.text else "")
        return name, basis

    def _evidence_above(self, column: int) -> dict[str, Evidence]:
        """What set the aspects of the cells of a column where no row says more: the frame, and the head over it."""
        own, heads = self._heads[column], self._table.header
        told = {evidence.aspect: evidence for evidence in self._frame.evidence}
        above = heads[column].span if column < len(heads) else None
        if above is None:
            return told
        told["indicator"] = Evidence("indicator", "column", above)
        if own.side is not Side.VALUE:
            told["measure"] = Evidence("measure", "column", above)
        if own.year or own.part or own.back or own.span:
            told["period"] = Evidence("period", "column", above)
        if own.status is not None:
            told["status"] = Evidence("status", "column", above)
        return told

    def _evidence(self, row: _Row, over: Head, column: int, quantity: Quantity, key: Key) -> tuple[Evidence, ...]:
        """What set the aspects of the key of a cell: the label of its row, the head of its column, its own number."""
        plain = column < len(self._heads) and over is self._heads[column] and column < len(self._table.header)
        told = dict(self._set_above[column]) if plain else self._evidence_apart(row, over, column)
        if row.name:
            told["indicator"] = _set_by(row, "indicator")
        if row.scope:
            told["scope"] = _set_by(row, "scope")
        if over.side is Side.VALUE:
            told["measure"] = Evidence("measure", "unit", quantity.span)
        if row.head.year or row.head.part:
            told["period"] = _set_by(row, "period")
        return tuple(told[aspect] for aspect in ASPECTS if aspect in told and getattr(key, aspect))

    def _evidence_apart(self, row: _Row, over: Head, column: int) -> dict[str, Evidence]:
        """The same of the head over a cell where that is not the one of its column, but below a row of times."""
        heads = self._table.header
        rule, span = ("column", heads[column].span) if column < len(heads) else ("row", row.label.span)
        told = {evidence.aspect: evidence for evidence in self._frame.evidence}
        aspects = {
            "indicator": True,
            "measure": over.side is not Side.VALUE,
            "period": bool(over.year or over.part or over.back or over.span),
            "status": over.status is not None,
        }
        return told | {aspect: Evidence(aspect, rule, span) for aspect, said in aspects.items() if said}

    def _in_unit(self, quantity: Quantity, written: str) -> Quantity:
        """A bare number in the unit that its heads give."""
        if written not in self._known_units:
            self._known_units[written] = unit_of(written, self._units)
        known = self._known_units[written]
        return quantity if known is None else counted_in(quantity, written, *known)

    def _scope(self, name: str, scope: str, money: bool, entity: str) -> str:
        """Whose accounts a number is of, by its name, its column and the caption."""
        asked = (name, scope, money, entity)
        if asked not in self._scopes:
            budget = self._frame.budget or self._accounts or bool(scope)
            whose = "" if scope == ALL_OF_IT else scope or self._frame.scope
            frame = replace(self._frame, scope=whose, budget=budget)
            self._scopes[asked] = fiscal_scope(name, frame, money, entity)
        return self._scopes[asked]

    def _side_told(self, side: Side, row: _Row, over: Head, name: str, quantity: Quantity) -> Side:
        """The side of a cell where its heads leave it open, or ask for what its number cannot be.

        城镇化率(%) under 增长% grows by points or by a part of itself, and nobody says which; 固定资产投资(%) grows.
        """
        rate = (row.head.unit or row.unit) in PERCENT and name.endswith(self._row_words.of_a_hundred)
        if side in (Side.GROWTH, Side.UNKNOWN) and quantity.dimension == "point":
            return Side.CHANGE
        if side is Side.GROWTH and rate and over.unit in PERCENT:
            return Side.UNKNOWN
        if side is not Side.UNKNOWN or (rate and quantity.dimension == "percent"):
            return side
        if not quantity.dimension and (COUNTED.search(over.name) or (row.unit and row.unit not in PERCENT)):
            return Side.CHANGE
        return self._compared(quantity) if quantity.dimension in ("", "percent") else side

    def _compared(self, quantity: Quantity) -> Side:
        """What 增减 tells where its head does not say: growth of a percentage, a change in a table of one unit."""
        if quantity.dimension == "percent":
            return Side.GROWTH
        return Side.CHANGE if self._general and not self._percent and self._general not in PERCENT else Side.UNKNOWN

    def _adjustment(self, column: int) -> Head:
        """A head, a change of the budget where it stands before that as changed: 预算数 | 调整数 | 调整后预算数."""
        own = self._heads[column]
        changed = ADJUSTMENT.fullmatch(self._words[column].replace(" ", "")) is not None
        after = any(AS_ADJUSTED.search(words) for words in self._words)
        return replace(own, side=Side.CHANGE, status=Status.PLAN) if changed and after else own

    def _adjusted(self, column: int) -> bool:
        """Whether a column tells a budget as it was changed, beside the one first voted: they are two accounts."""
        plans = [at for at, h in enumerate(self._heads) if h.status is Status.PLAN and h.side is Side.VALUE]
        return column in plans and "调整" in self._words[column] and any("调整" not in self._words[at] for at in plans)

    def _name(self, row: _Row, column: str) -> tuple[str, str, str]:
        """Place, indicator and accounts of a cell, from its row, the name over its column and the caption."""
        told = row.names.get(column)
        if told is None:
            entity, name, scope = self._told_by(row, column)
            told = row.names[column] = entity, self._in_full(name), scope
        return told

    def _told_by(self, row: _Row, column: str) -> tuple[str, str, str]:
        """The same, worked out."""
        reader, entity, scope = self._reader, row.entity, row.scope
        if column:
            place = reader.whose.at(column)
            owned = OWNED.match(column)
            if owned is not None and (place is None or place.words == owned["scope"]):
                scope, column = ALL_OF_IT if owned["scope"].startswith("全") else owned["scope"], owned["rest"]
            elif OF_ONE_LEVEL.fullmatch(column):
                scope, column = column, ""
            elif reader.heads.of_places.fullmatch(column) and not SUBGROUP.fullmatch(column):
                entity, column = "", ""  # 市本级 | 县市区: those below, and none of them by name
            elif OF_ALL_HERE.fullmatch(column):
                scope, column = ALL_OF_IT, ""
            elif place is not None and place.words == column:
                entity, column, scope = place.entity, "", ALL_OF_IT if column.startswith("全") else scope
        name = self._named_by(row, column)
        if self._transfers and name.endswith("支出") and entity != reader.context.entity:  # what is given, not spent
            name = reader.namer.normal(name.removesuffix("支出") + "转移支付")
        return entity, name, scope

    def _named_by(self, row: _Row, column: str) -> str:
        """What a row and the head of a column without its owner name together."""
        if not row.name:
            return self._unlabelled(row.label.text, column)
        if not column:  # 内地, of the visitors whom the caption tells of
            return row.name if self._shared is None else self._shared and joined(row.name, self._shared)
        if (column == "产量" and HEADS.search(row.name)) or (column in SIDES and OF_A_SIDE.search(row.name)):
            return row.name
        both = self._both(row, column)
        return both if self._reader.namer.is_measured(both) or not _said_by(column, row.name) else row.name

    def _unlabelled(self, label: str, column: str) -> str:
        """What a column names in a row that names nothing more: 合计, 全县, 2023年."""
        body = _bare(label, self._units)
        if column in SIDES:
            return self._whole if self._whole.endswith(column) else joined(column, body)
        own = body if OF_A_SIDE.search(body) and body.startswith(SIDES) else ""  # 支出总计
        return self._transfer(self._reader.namer.normal(column)) if column else self._whole or self._shared or own

    def _both(self, row: _Row, column: str) -> str:
        """The name that a row and a column make together: 粮食 under 播种面积, 食品烟酒 under 农村."""
        namer, divides = self._reader.namer, self._divides(column)
        # 粮食播种面积, not 粮食产量播种面积; 批发业从业人员, not 批发业增加值从业人员
        given = row.name.removeprefix(row.head.name)
        apart = given != row.name and not divides and INDUSTRY.search(row.head.name) is not None
        plain = row.head.name if apart or namer.normal(row.head.name) == row.name or given in column else row.name
        plain = SUMMED.sub("", plain)  # 企业 of 企业合计, which a column tells more of
        first = divides or (
            bool(ACCOUNTED.search(plain)) and not namer.is_measured(column) and column.endswith(self._row_words.owners)
        )
        both = namer.normal(joined(column, row.name) if first else plain + column)
        return joined(column, row.name) if divides and both == row.name else both  # a part is not its whole

    def _in_full(self, name: str) -> str:
        """A name with what the caption tells of all that the table lists, where it tells no measure itself."""
        if "政府债务" in self._table.caption and name.startswith("债务"):
            return "政府" + name
        owner = self._owner_of(name)
        if owner:
            return self._reader.namer.normal(joined(owner, name))
        if not self._tail or not name or self._row_words.measures.search(name) or name.endswith(self._tail):
            return name
        return name if self._reader.namer.is_measured(name) else self._reader.namer.normal(name + self._tail)

    def _owner_of(self, name: str) -> str:
        """Whose a table is by its title, for a name that tells of nobody: 农村居民, 普通高中."""
        if not name or self._owner in name or self._reader.namer.subgroup(name):
            return ""
        owned = self._owner.endswith("居民") or self._reader.namer.is_of_a_school(name) or name == "学校数"
        return self._owner if owned else ""

    def _divides(self, name: str) -> bool:
        """Whether a name only tells some of those from others that the names beside it speak of: 农村, 女性."""
        return SUBGROUP.fullmatch(name) is not None or self._reader.namer.is_modifier(name)

    def _transfer(self, name: str) -> str:
        """What a table of transfers names by what they are for: 农林水 is 农林水转移支付."""
        return name + "转移支付" if self._transfers and name and not name.endswith(self._row_words.transfers) else name

    def _unit(self, row: _Row, over: Head, side: Side, name: str) -> str:
        """The unit of a bare number: its column's where that is a percentage, its row's, its column's, the table's."""
        if side in (Side.GROWTH, Side.SHARE, Side.RATE):
            return over.unit if over.unit else row.head.unit if row.head.unit in PERCENT else "%"
        if side in (Side.RANK, Side.UNKNOWN):
            return ""
        if side is Side.INDEX:
            return "%" if over.unit in PERCENT else ""
        if over.unit in PERCENT:
            return over.unit
        unit = row.head.unit or row.unit or over.unit
        if not unit and name.endswith("比") and RATIO_NAME.search(name):
            return ""
        if not unit and name.endswith(("率", "比重", "占比")):  # 净资产收益率 in a table of 亿元、%
            return "%" if self._percent else ""
        unit = unit or (self._one_of_several(name) if self._several else self._general)
        if not unit and (counted := COUNTED.search(over.name or name)) is not None:
            return counted["unit"]
        if unit[-1:] in SCALES and SCALE.fullmatch(unit):
            return (
                unit + "元"
                if name.endswith(self._row_words.money) or MONEY_IN_HEAD.search(" ".join(self._words))
                else ""
            )
        return unit

    def _one_of_several(self, name: str) -> str:
        """The unit among those that the caption gives which a name asks for; nothing where that does not decide."""
        asked = self._reader.lexicon.units_for(name)
        known = ((words, unit_of(words, self._units)) for words in self._several)
        fit = [words for words, unit in known if unit is not None and {unit[1].base, unit[1].dimension} & {*asked}]
        return fit[0] if len(fit) == 1 else ""

    def _of_an_index(self, row: _Row, over: Head, name: str) -> str:
        """The index that a cell tells, by its row, and of whom, by its column: 鲜果 under 农村."""
        told_of = over.name if self._divides(over.name) else ""
        own = row.head.name or row.head.index or name
        index = self._of_index(own, over.index or row.head.index or self._caption.index)
        return joined(told_of, index)

    def _of_index(self, name: str, index: str) -> str:
        """The index of one class: 鲜果 under 居民消费价格指数 is 鲜果居民消费价格指数."""
        index = _without_place(index, self._reader.context.entity)
        whole = self._reader.namer.normal(index)
        if not name or name in (index, whole, "总指数", "总") or self._row_words.whole.fullmatch(name):
            return index
        return name if name.endswith("指数") else name + (index or "指数")

    def _measured(  # noqa: C901 - a case for each side
        self, side: Side, sign: int, name: str, quantity: Quantity, plus: bool
    ) -> tuple[Measure, int, str, Quantity]:
        """The measure of a cell, its sign, and the name and the quantity that go with it."""
        dimensions = self._reader.lexicon.dimensions
        if side is Side.RANK:
            return Measure.RANK, 1, name, _as_rank(quantity)
        if side is Side.CHANGE or (side is Side.GROWTH and quantity.dimension not in ("percent", "")):
            return Measure.CHANGE, sign, name, quantity
        if side is Side.GROWTH:
            return Measure.GROWTH, sign, self._grown(DOWNWARD.sub("", name)) or name, quantity
        if side is Side.SHARE:
            return Measure.SHARE, 1, _whole_apart(name), quantity
        if side is Side.RATE:
            return Measure.RATIO, 1, name and name + CARRIED_OUT, quantity
        if side is Side.INDEX:
            return Measure.LEVEL, 1, name, quantity
        if quantity.dimension != "percent":
            return (Measure.COUNT if quantity.dimension in COUNTS else Measure.LEVEL), 1, name, quantity
        if DOWNWARD.search(name):
            return Measure.GROWTH, -1, self._grown(DOWNWARD.sub("", name)) or name, quantity
        if GROWTH_NAME.search(name) or GREW.search(name) or plus or dimensions.get(name, "percent") != "percent":
            return Measure.GROWTH, 1, self._grown(name) or name, quantity
        if SHARE_NAME.search(name):
            return Measure.SHARE, 1, _whole_apart(name), quantity
        return Measure.RATIO, 1, name, quantity

    def _grown(self, name: str) -> str:
        """What grew, of a name that tells its growth: 本地生产总值实质增长率."""
        plain = GREW.sub("", GROWTH_NAME.sub("", name))
        return self._reader.namer.normal(IN_REAL_TERMS.sub("", plain)) if IN_REAL_TERMS.search(plain) else plain

    def _unmeasured(self, side: Side, name: str, quantity: Quantity) -> str:
        """Why a number with a name is no claim: no unit, or a change of which no one says whether it is per cent."""
        if side is Side.APART or (side is Side.UNKNOWN and quantity.dimension in ("", "percent")):
            return "no measure"
        return unmeasured(name, quantity)


def label_column(table: TableBlock) -> int:
    """The column that names the rows: the first that holds words in most of them.

    Where it says the same in several rows and the next tells those apart, it groups them, and the next names them:
    places, each with the same indicators.
    """
    width = max((len(row) for row in table.rows), default=0)
    columns = [[row[at].text if at < len(row) else "" for row in table.rows] for at in range(width)]
    worded = [sum(bool(WORDS.search(words)) for words in column) * 2 > len(column) for column in columns]
    first = next((at for at in range(width) if worded[at]), 0)
    after = first + 1
    units = [at for at, words in enumerate(table.words) if UNIT_COLUMN.fullmatch(words.strip())]
    if after + 1 < width and worded[after] and (after + 1 in units or not worded[after + 1]):
        unit = after in units
        pairs = list(zip(columns[first], columns[after], strict=True))
        named = all(columns[after]) and len(set(columns[after])) == len(pairs) > len(set(columns[first]))
        if not unit and (named or (len(set(columns[first])) * 2 <= len(pairs) and len(set(pairs)) == len(pairs))):
            return after
    return first


def _title(caption: str) -> str:
    """The words of a caption without its number and its note on units, and without what its next line says again.

    >>> _title("收入 青山县2024年一般公共预算收入表 单位:万元")
    '青山县2024年一般公共预算收入'
    """
    words = FORM_NUMBER.sub("", TITLE_UNIT.sub("", CAPTION_UNIT.sub("", caption))).split()
    lines = (w for w, after in zip(words, [*words[1:], ""], strict=False) if w not in after)
    return TITLE_MARKS.sub("", " ".join(w for w in lines if not (MONEY.search(w) and SCALED.match(w))))


def _units_of(caption: str, units: Units) -> tuple[str, bool, tuple[str, ...]]:
    """The unit that a caption gives, whether it speaks of per cent too, and its units where they are several.

    One for 单位:万元、%; two for 单位:所、万人.
    """
    told = next((word for word in caption.split()[1:] if MONEY.search(word) and is_unit(word, units)), "")
    percent, several = False, tuple[str, ...]()
    for found in (*CAPTION_UNIT.finditer(caption), *TITLE_UNIT.finditer(caption)):
        percent = percent or any(word in found["unit"] for word in PERCENT)
        several = several or amounts_noted(found["unit"], units)
        told = told or unit_note(found["unit"], units) or unit_note(found["unit"], units, percent=True)
    return told, percent, several if len(several) > 1 else ()


def _bare(label: str, units: Units) -> str:
    """The words of a label without mark, unit and note: 一、税收收入(万元)* is 税收收入."""

    body = AT_THE_END.sub("", ORDINAL.sub("", label).strip("*# "))
    note = UNIT_NOTE.search(body)
    while note is not None and (is_unit(note["unit"], units) or unit_note(note["unit"], units)):
        body = body[: note.start()].strip("*# ")
        note = UNIT_NOTE.search(body)
    return body.replace(" ", "") if re.fullmatch(r"[一-龥 ]+", body) else body


def _set_by(row: _Row, aspect: str) -> Evidence:
    """That the label of a row set an aspect."""
    if aspect not in row.told:
        row.told[aspect] = Evidence(aspect, "row", row.label.span)
    return row.told[aspect]


def _as_headed(told: Mention, cell: Cell, period: str, status: Status) -> Mention:
    """What a cell says in words, of the time and the standing of its column, unless it says them itself."""
    if told.key is None:
        return told
    own = {e.aspect for e in told.evidence if e.span and cell.span.start <= e.span.start < cell.span.end}
    period = told.key.period if "period" in own else period
    return replace(told, key=replace(told.key, period=period, status=told.key.status if "status" in own else status))


@lru_cache(maxsize=LATEST)
def _kind_of(name: str, above: str, kinds: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]) -> bool:
    """Whether a row tells one kind of what the row above tells: 一般贸易 below 出口总额."""
    return any(kind.search(name) and whole.search(above) for kind, whole in kinds)


@lru_cache(maxsize=LATEST)
def _plain(label: str) -> str:
    """The words of a label without its ordinal and its unit, by which the same name is known in two rows."""
    return UNIT_NOTE.sub("", ORDINAL.sub("", label)).strip()


def _said_by(column: str, name: str) -> bool:
    """Whether a column's head says no more than the row's name: 人口数 over 常住人口."""
    core = re.sub(r"(?:数量?|总量|总额|额|量|值)$", "", column)
    return (bool(core) and core in name) or (len(column) < 3 and column[-1] == name[-1])


def _numbers_columns(cells: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: 1 | 2 | 3, or 栏次 | 1 | 2."""
    numbers = [cell.text for cell in cells if cell.text.isdecimal()]
    filled = sum(bool(cell.text) for cell in cells)
    return len(numbers) > 1 and filled - len(numbers) < 2 and numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _speaks(cell: Cell, numbers: Sequence[Quantity]) -> bool:
    """Whether a cell has words of its own beside its numbers: 进出口357亿, 增长3.5%."""
    rest, at = "", 0
    for quantity in numbers:
        rest += cell.text[at : quantity.span.start - cell.span.start] + " "
        at = quantity.span.end - cell.span.start
    return OWN_WORDS.search(rest + cell.text[max(at, 0) :]) is not None


def _as_rank(quantity: Quantity) -> Quantity:
    """A bare number under 位次 as a place among others."""
    if quantity.dimension or quantity.base_value.denominator != 1:
        return quantity
    place = Interval.point(quantity.base_value)
    return replace(
        quantity,
        unit="第",
        base_unit="rank",
        dimension="rank",
        form="rank",
        stated=place,
        expected=place,
        bound=Bound.EXACT,
    )


def _written(cell: Cell, quantity: Quantity, unit: str) -> str:
    """The number as the table gives it: the cell, with the unit of the row or header where the cell has none."""
    words = Span(quantity.span.start - cell.span.start, quantity.span.end - cell.span.start).of(cell.text)
    return words if quantity.unit != unit or not unit else words + unit


def _without_place(name: str, entity: str) -> str:
    """A name without the document's place in front of it: 青山县居民消费价格指数."""
    return next((name.removeprefix(own) for own in own_names(entity) if name.startswith(own)), name)


def _whole_apart(name: str) -> str:
    """民营经济增加值占地区生产总值比重 without the whole: the share of 民营经济增加值."""
    found = re.match(r"(?P<name>.{2,}?)占(?P<whole>.+?)(?:的)?(?:比重|比例|份额)?$", name)
    return found["name"] if found else SHARE_NAME.sub("", name) or name
