"""Movements: from one level to another, and by how much. First level, second level (or rise): the change."""

import pytest

from tests.extract.relations.lines import told

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
)
DIRECTIONS = (
    ("规模以上工业企业由156家增加到210家。", ["direction: 156家, 210家: 210家"]),
    ("城镇登记失业率由3.6%降至3.2%。", ["direction: 3.6%, 3.2%: 3.2%"]),
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
