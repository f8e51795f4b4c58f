"""Movements: from one level to another, and by how much. First level, second level (or rise): the change."""

import pytest

from consistency.extract.relations.movement import (
    grows_from_outcome,
    nominal,
    of_some,
    planned_of,
    told_at_current_prices,
    told_of_some,
)
from consistency.extract.relations.sheet import Fact, Sheet
from tests.domain import read
from tests.extract.relations.lines import TITLE, related, told

MOVEMENTS = ("growth", "points", "difference", "times", "doubled", "change", "change of a base")
WRITTEN = (
    ("存款余额518亿元，比上年增加157亿元，增长43.5%。", ["change: 518亿元, 157亿元: 43.5%"]),
    (
        "存款余额518亿元，较年初增加57亿元，增长12.4%；贷款余额400亿元，较年初增加30亿元，增长8.1%。",
        ["change: 518亿元, 57亿元: 12.4%", "change: 400亿元, 30亿元: 8.1%"],
    ),
    ("收入总计518亿元。与上年相比，收入总计增加157亿元，增长43.5%。", ["change: 518亿元, 157亿元: 43.5%"]),
    ("收入总计518亿元。比上年增加157亿元，增长43.5%。", ["change: 518亿元, 157亿元: 43.5%"]),
    (
        "财政支出537亿元，比上年的348亿元增加189亿元，增长54.3%。",
        ["change of a base: 348亿元, 189亿元: 54.3%", "difference: 348亿元, 537亿元: 189亿元"],
    ),
    ("城镇化率由51.2%提高到53.6%，提高2.4个百分点。", ["points: 51.2%, 53.6%: 2.4个百分点"]),
    ("贫困发生率从7.5%降至0.8%，下降了6.7个百分点。", ["points: 7.5%, 0.8%: 6.7个百分点"]),
    ("失业率为4.2%，较上年的5.1%下降0.9个百分点。", ["points: 5.1%, 4.2%: 0.9个百分点"]),
    ("失业率为4.2%，比2024年的5.1%下降0.9个百分点。", ["points: 5.1%, 4.2%: 0.9个百分点"]),
    ("高新技术企业由1200家增加到1500家，增加300家。", ["difference: 1200家, 1500家: 300家"]),
    ("产值从2020年的320亿元增长到2025年的480亿元，增加160亿元。", ["difference: 320亿元, 480亿元: 160亿元"]),
    ("预算由80亿元调整为82亿元，调增2亿元。", ["difference: 80亿元, 82亿元: 2亿元"]),
    ("累计完成投资537亿元，比“十三五”时期的348亿元增加189亿元。", ["difference: 348亿元, 537亿元: 189亿元"]),
    (
        "累计完成投资537亿元，比“十三五”348亿元增加189亿元，增长54.3%。",
        ["change of a base: 348亿元, 189亿元: 54.3%", "difference: 348亿元, 537亿元: 189亿元"],
    ),
    ("高新技术企业由1200家增加到1500家，增长25%。", ["growth: 1200家, 1500家: 25%"]),
    ("三公经费450万元，上年为300万元，增长50%。", ["growth: 300万元, 450万元: 50%"]),
    ("三公经费450万元，上年同期300万元，同比增长50%。", ["growth: 300万元, 450万元: 50%"]),
    ("三公经费450万元（上年为300万元），增长50%。", ["growth: 300万元, 450万元: 50%"]),
    ("旅游收入由20亿元增加到60亿元，增长2倍。", ["growth: 20亿元, 60亿元: 2倍"]),
    ("旅游收入由20亿元增加到60亿元，是原来的3倍。", ["times: 20亿元, 60亿元: 3倍"]),
    ("三公经费450万元，是上年300万元的1.5倍。", ["times: 300万元, 450万元: 1.5倍"]),
    ("三公经费450万元，上年为300万元，是上年的1.5倍。", ["times: 300万元, 450万元: 1.5倍"]),
    ("旅游收入由20亿元增加到80亿元，翻了两番。", ["doubled: 20亿元, 80亿元: 翻了两番"]),
    ("旅游收入从20亿元增长到40亿元，翻了一番。", ["doubled: 20亿元, 40亿元: 翻了一番"]),
    ("三公经费450万元，是2023年300万元的1.5倍。", ["times: 300万元, 450万元: 1.5倍"]),
    ("旅游收入由20亿元增加到60亿元，是2020年的3倍。", ["times: 20亿元, 60亿元: 3倍"]),
    ("存款余额由上年的12亿元增加到15亿元，同比增长25%。", ["growth: 12亿元, 15亿元: 25%"]),  # of the same year
    ("失业率由5.1%下降到4.2%，下降0.9个点。", ["points: 5.1%, 4.2%: 0.9个点"]),
    ("审批时限由10个工作日下降到4个工作日，减少6个工作日。", ["difference: 10个工作日, 4个工作日: 6个工作日"]),
    # the level of the sentence itself, and the base right before the change, whatever else is told
    (
        "贷款余额400亿元。与上年相比，存款余额518亿元，存款余额增加157亿元，增长43.5%。",
        ["change: 518亿元, 157亿元: 43.5%"],
    ),
    (
        "存款余额600亿元，贷款余额537亿元，比上年的348亿元增加189亿元，增长54.3%。",
        ["change of a base: 348亿元, 189亿元: 54.3%", "difference: 348亿元, 537亿元: 189亿元"],
    ),
    # what rose is told by another name, right behind the level
    ("经费支出22亿元，较上年支出增加2亿元，增长10%。", ["change: 22亿元, 2亿元: 10%"]),
)
DIRECTIONS = (
    ("规模以上工业企业由156家增加到210家。", ["direction: 156家, 210家: 210家"]),
    ("城镇登记失业率由3.6%降至3.2%。", ["direction: 3.6%, 3.2%: 3.2%"]),
    ("规模以上工业企业由156家增加到210家，完成产值30亿元。", ["direction: 156家, 210家: 210家"]),
    ("审批时间由10个工作日压缩到4个工作日。", ["direction: 10个工作日, 4个工作日: 4个工作日"]),
    ("万元产值能耗从0.52吨标准煤下降到0.48吨标准煤。", ["direction: 0.52吨标准煤, 0.48吨标准煤: 0.48吨标准煤"]),
)
NO_WAY = (
    "综合排名由第12位上升到第5位。",
    "预算由80亿元调整为72亿元。",  # neither way
    "专利由980件增加到1.2万件。",  # in another unit
    "专利由近980件增加到900件。",  # told loosely
    "专利980件，商标增加到900件。",
)
NONE = (
    "收入预算18.6亿元，调减1.2亿元，同比下降2.1%。",  # less than the budget, and against the year before
    "存款余额518亿元；贷款余额增加157亿元，增长43.5%。",
    "存款余额518亿元，按可比口径比上年增加157亿元，增长43.5%。",
    "存款余额518亿元，年均增加57亿元，年均增长13.5%。",
    "存款余额518亿元，比上年增加157亿元，增长约43.5%。",
    "存款余额由12亿元增加到15亿元，按可比口径增长25%。",
    # told of another thing, or of another time
    "高新技术企业由1200家增加到1500家，其中规上企业增加200家。",
    "高新技术企业由1200家增加到1500家，比上年增加100家。",
    "高新技术企业由1200家增加到1500家，同比增长8%。",
    "新开工项目248个、比上年增加36个，制造业投资增长13.3%。",
    # no level of last year
    "收入450万元，上年结转300万元，增长20%。",
    "收入450万元，上年结余为300万元，增长20%。",
    "三公经费450万元，是上年的1.5倍。",
    "旅游收入比上年翻了一番，达到60亿元。",
    # at constant prices, on another base, over several years
    "地区生产总值由1200亿元增加到1500亿元，增长23%。",
    "粮食产值由12亿元增加到15亿元，按可比价增长20%。",
    "粮食产量由12万吨增加到15万吨，按同口径增长20%。",
    "出口额由12亿元提高到15亿元，年均增长7.7%。",
    "城镇化率由51%提高到54%，年均提高0.6个百分点。",
    "旅游收入由20亿元增加到约60亿元，是原来的3倍。",
    "三次产业结构由12:40:48调整为10:38:52。",
    "由第12位上升到第8位，上升4位。",
    "存款余额518亿元，年均增加57亿元，增长12.4%。",
    "地区生产总值1200亿元，比上年增加100亿元，增长9.1%。",
    "地区生产总值由200亿元增加到400亿元，翻了一番。",
    "地区生产总值由200亿元增加到400亿元，是原来的2倍。",
    # the last number is told of another thing
    "旅游收入由20亿元增加到60亿元，约合邻县的3倍。",
    "高新技术企业由1200家增加到1500家（500家在园区）。",
    "改造资金由财政安排20亿元、企业自筹60亿元，增长25%。",
    "三公经费450万元，是上年300万元的150%。",
    "存款余额518亿元，增加157亿元，提高2个百分点。",
)
OTHER_UNITS = (
    "城镇化率由51.2%提高到53.6%，提高4.7%。",
    "高新技术企业由1200家增加到1500家，增加300人。",
)


@pytest.mark.parametrize(("line", "movements"), WRITTEN)
def test_a_movement_is_read(line: str, movements: list[str]) -> None:
    assert sorted(told(line, *MOVEMENTS)) == sorted(movements)


@pytest.mark.parametrize(("line", "directions"), DIRECTIONS)
def test_which_way_two_levels_went_is_read(line: str, directions: list[str]) -> None:
    assert told(line, "direction") == directions


@pytest.mark.parametrize("line", NO_WAY)
def test_no_way_is_read(line: str) -> None:
    assert told(line, "direction") == []


@pytest.mark.parametrize("line", NONE)
def test_no_movement_is_read(line: str) -> None:
    assert told(line, *MOVEMENTS) == []


@pytest.mark.parametrize("line", OTHER_UNITS)
def test_a_change_in_another_unit_is_of_no_kind(line: str) -> None:
    assert [r.kind for r in related(line)] == ["direction"]


@pytest.mark.parametrize(
    ("line", "falls"),
    [
        ("存款余额518亿元，比上年增加157亿元，增长43.5%。", False),
        ("存款余额480亿元，比上年减少57亿元，下降10.6%。", True),
        ("规模以上企业9家，比上年减少1家，下降10%。", True),
    ],
)
def test_what_a_level_rose_or_fell_by_is_told_with_its_sign(line: str, falls: bool) -> None:
    (change,) = (r for r in related(line) if r.kind == "change")
    assert [t.sign for t in change.terms] == [1, 1]
    assert (change.terms[1].mention.quantity.base_value < 0) is falls


@pytest.mark.parametrize(
    ("line", "kind", "falls"),
    [
        ("规模以上企业由4家下降到3家，共下降1家。", "difference", True),
        ("存款余额由12亿元增加到15亿元，增加3亿元。", "difference", False),
        ("存款余额由15亿元下降到12亿元，下降3亿元。", "difference", True),
        ("存款余额由15亿元下降到12亿元，共下降3亿元。", "difference", True),
        ("存款余额由15亿元降低到12亿元，累计净降低3亿元。", "difference", True),
        ("压减一般支出后，存款余额由12亿元增加到15亿元，增加3亿元。", "difference", False),
        ("失业率为4.2%，较上年的5.1%下降0.9个百分点。", "points", True),
        ("失业率由5.1%下降到4.2%，共下降0.9个百分点。", "points", True),
        ("城镇化率由51.2%提高到53.6%，提高2.4个百分点。", "points", False),
    ],
)
def test_a_change_goes_up_or_down(line: str, kind: str, falls: bool) -> None:
    (movement,) = (r for r in related(line) if r.kind == kind)
    first, second = movement.terms
    assert first.sign == 1
    assert (second.sign * movement.result.mention.quantity.base_value < 0) is falls  # by its sign or by its word
    assert abs(second.sign) == 1


@pytest.mark.parametrize(("line", "rises"), [("专利由980件增加到1200件。", True), ("专利由1200件减少到980件。", False)])
def test_which_way_it_went_is_the_sign_of_the_second_level(line: str, rises: bool) -> None:
    (direction,) = (r for r in related(line) if r.kind == "direction")
    assert [t.sign for t in direction.terms] == [1, 1 if rises else -1]


@pytest.mark.parametrize(
    ("line", "kind", "others"),
    [
        ("城镇化率由51.2%提高到53.6%，提高2.4个百分点，居民12万人。", "points", ["51.2%", "53.6%"]),
        ("存款余额由12亿元增加到15亿元，增加3亿元，储户12万人。", "difference", ["12亿元", "15亿元", "3亿元"]),
    ],
)
def test_the_other_readings_of_a_change_are_of_the_kind_of_its_levels(line: str, kind: str, others: list[str]) -> None:
    (movement,) = (r for r in related(line) if r.kind == kind)
    assert [m.words for m in movement.others] == others


def last_percentage(line: str) -> tuple[Sheet, Fact]:
    """The page of one line, and its last percentage."""
    sheet = Sheet.of(read(f"{TITLE}{line}\n"))
    return sheet, [f for f in sheet.facts if f.quantity.dimension == "percent"][-1]


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("一般公共预算收入", "一般公共预算收入安排120亿元，增长5%。", True),
        ("税收收入安排", "税收收入安排90亿元，增长5%。", True),
        ("一般公共预算支出", "一般公共预算支出安排120亿元，增长5%。", False),
        ("一般公共预算支出", "一般公共预算支出安排120亿元，比上年执行数增长5%。", True),
        ("一般公共预算支出", "一般公共预算支出安排120亿元，较2024年完成数增长5%。", True),
        ("一般公共预算收入", "一般公共预算收入安排120亿元，比上年预算数增长5%。", False),
        ("一般公共预算支出", "收入比上年执行数减少。支出安排120亿元，增长5%。", False),  # said of another sentence
    ],
)
def test_what_a_planned_growth_is_reckoned_from(name: str, line: str, expected: bool) -> None:
    assert grows_from_outcome(last_percentage(line)[0], name, last_percentage(line)[1]) is expected


@pytest.mark.parametrize(
    ("name", "planned"),
    [("税收收入拟安排", "税收收入"), ("税收收入安排", "税收收入"), ("税收收入", "税收收入"), ("预计", "预计")],
)
def test_the_plan_of_an_indicator_is_told_under_its_name(name: str, planned: str) -> None:
    assert planned_of(name) == planned


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("限额以上单位中，商品零售增长8.5%。", True),
        ("限上零售增长8.5%。", True),
        ("商品零售增长8.5%（规上企业）。", True),
        ("商品零售增长8.5%（限额以上）。", True),
        ("商品零售增长3.2%（新口径）。", True),
        ("商品零售增长3.2%（上年为2%）。", False),
        ("限额以上企业12家。商品零售增长3.2%。", False),
    ],
)
def test_a_growth_may_be_that_of_some_alone(line: str, expected: bool) -> None:
    sheet = Sheet.of(read(f"{TITLE}{line}\n"))
    first = next(f for f in sheet.facts if f.quantity.dimension == "percent")
    assert told_of_some(sheet, first) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("存款余额增长3.2%。", True),
        ("剔除不可比因素，存款余额增长3.2%。", False),
        ("存款余额增长3.2%，还原后增长5.1%。", False),
        ("贷款余额按可比口径下降1%。存款余额增长3.2%。", True),
    ],
)
def test_a_growth_is_nominal_where_no_other_base_is_told(line: str, expected: bool) -> None:
    sheet, fact = last_percentage(line)
    assert nominal(sheet, fact) is expected


def test_what_counts_only_those_above_a_size_and_what_is_told_at_current_prices() -> None:
    assert [of_some(name) for name in ("限上零售额", "规上工业利润", "零售额")] == [True, True, False]
    assert [told_at_current_prices(name) for name in ("存款余额", "固定资产投资", "地区生产总值")] == [
        True,
        False,
        False,
    ]
