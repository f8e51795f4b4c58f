"""What tables say by their form: the cell that breaks what the rest of the table bears out, and silence otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain import found, read

TITLE = "青山县2023年财政收支决算表"
EACH = settings(max_examples=15)


def table(*rows: str, unit: str = "单位：万元") -> str:
    """A table under its title; the cells of a row parted by blanks."""
    return "\n".join([TITLE, unit, *("| " + " | ".join(row.split(" ")) + " |" for row in rows), ""])


def told(text: str) -> list[str]:
    """What breaks the laws of a table: the kind, the terms and the number that does not go with them."""
    return [
        f"{r.kind.removeprefix('table ')}: {', '.join(t.mention.quantity.value for t in r.terms)}"
        f": {r.result.mention.quantity.value}"
        for r in read(text).relations
        if r.kind.startswith("table ")
    ]


# A table of two years: the growth of each row follows from the two amounts beside it.
YEARS = (
    "项目 2022年 2023年 增长%",
    "增值税 2000 2200 10.0",
    "契税 1500 1200 -20.0",
    "房产税 800 880 10.0",
    "印花税 400 500 25.0",
    "车船税 300 303 1.0",
)
BUDGET = (
    "项目 预算数 决算数 完成预算%",
    "教育支出 4000 3800 95.0",
    "农林水支出 2500 2600 104.0",
    "科学技术支出 500 450 90.0",
    "金融支出 80 60 75.0",
    "住房保障支出 1200 1260 105.0",
)
NESTED = (
    "项目 2022年 2023年",
    "一、税收收入 3500 3723",
    "增值税 2000 2200",
    "契税 1500 1523",
    "二、非税收入 1000 1100",
    "罚没收入 600 650",
    "其他收入 400 450",
    "收入合计 4500 4823",
)


def without(rows: Sequence[str], old: str, new: str) -> list[str]:
    """The rows with one of them written otherwise."""
    assert old in rows
    return [new if row == old else row for row in rows]


BROKEN = (
    (without(YEARS, "契税 1500 1200 -20.0", "契税 1500 1200 -10.0"), ["growth: 1500, 1200: -10.0"]),
    (without(YEARS, "印花税 400 500 25.0", "印花税 400 700 25.0"), ["growth: 400, 700: 25.0"]),
    (without(BUDGET, "金融支出 80 60 75.0", "金融支出 80 60 57.0"), ["rate: 60, 80: 57.0"]),
    (without(NESTED, "契税 1500 1523", "契税 1500 1823"), ["sum: 2200, 1823: 3723"]),
    (without(NESTED, "收入合计 4500 4823", "收入合计 4500 4323"), ["sum: 3723, 1100: 4323"]),
    (  # a total above its parts, and a share of each
        ("项目 金额 占比%", "合计 2000 100", "工资 1000 50", "奖金 600 30", "补贴 300 51", "其他 100 5"),
        ["share: 300, 2000: 51"],
    ),
    (
        (
            "科目编码 科目 2022年 2023年",
            "201 一般公共服务支出 900 1000",
            "20101 人大事务 400 450",
            "20102 政协事务 500 350",
        ),
        ["sum: 450, 350: 1000"],
    ),
    (  # columns that are added up
        ("项目 合计 东乡 西乡", "教育 90 40 50", "卫生 70 30 40", "文化 50 20 30", "交通 60 20 40", "水利 80 20 30"),
        ["total: 20, 30: 80"],
    ),
    (  # a total of totals
        (
            "地区 合计 一般债券小计 新增一般债券 再融资一般债券 专项债券小计 新增专项债券 再融资专项债券",
            *("东乡 90 40 10 30 50 20 30", "西乡 70 30 10 20 40 30 10", "南乡 50 20 5 15 30 10 20"),
            *("北乡 60 20 10 10 40 30 10", "中乡 85 20 10 10 30 10 20"),
        ),
        ["total: 20, 30: 85"],
    ),
    (
        ("项目 2022年 2023年 增减额", "甲 10 30 20", "乙 20 25 5", "丙 40 10 -30", "丁 50 70 20", "戊 60 90 50"),
        ["change: 60, 90: 50"],
    ),
    (
        ("项目 决算数", "教育支出 2722", "卫生健康支出 1210", "农林水支出 1564", "合计 6496"),
        ["sum: 2722, 1210, 1564: 6496"],
    ),
    # too small to bear a law out, and its heads say it
    (("项目 2022年 2023年 增长%", "增值税 2000 2200 10.0", "契税 1500 1200 -10.0"), ["growth: 1500, 1200: -10.0"]),
    (("项目 预算数 决算数 完成预算%", "教育支出 4000 3800 95.0", "金融支出 80 60 57.0"), ["rate: 60, 80: 57.0"]),
    (("项目 金额 占比%", "合计 300 100", "工资 100 33.3", "奖金 200 76.7"), ["share: 200, 300: 76.7"]),
    # the total of the shares stands below them
    (
        ("项目 金额 占比%", "工资 1000 50", "奖金 600 30", "补贴 300 51", "其他 100 5", "合计 2000 100"),
        ["share: 300, 2000: 51"],
    ),
    # of two columns that a growth may be of, the nearest, and the one before it rather than the one behind
    (
        (
            *("项目 2021年 2022年 2023年 增长%", "增值税 2000 2000 2200 10.0", "契税 1500 1500 1200 -20.0"),
            *("房产税 800 800 880 10.0", "印花税 400 400 500 25.0", "车船税 200 300 303 9.0"),
        ),
        ["growth: 300, 303: 9.0"],
    ),
    (
        (
            *("项目 2022年 2023年 增长% 2024年", "增值税 2000 2200 10.0 2200", "契税 1500 1200 -20.0 1200"),
            *("房产税 800 880 10.0 880", "印花税 400 500 25.0 500", "车船税 300 303 9.0 310"),
        ),
        ["growth: 300, 303: 9.0"],
    ),
    # a row without a number before those that are numbered
    (
        (
            *(
                "项目 2022年 2023年",
                "全部收入 4500 4823",
                "一、税收收入 3500 3723",
                "增值税 2000 2200",
                "契税 1500 1823",
            ),
            *("二、非税收入 1000 1100", "罚没收入 600 650", "其他收入 400 450"),
        ),
        ["sum: 2200, 1823: 3723"],
    ),
    # a total, and what is added to it; a total of totals; numbered rows with a total between them
    (
        ("项目 2022年 2023年", "税收 100 110", "非税 50 60", "收入合计 150 170", "补助 30 40", "收入总计 180 200"),
        ["sum: 170, 40: 200"],
    ),
    (
        (
            *("项目 2022年 2023年", "税收 100 110", "非税 50 60", "本级合计 150 170", "补助 20 30", "结转 10 20"),
            *("转移合计 30 50", "收入总计 180 210"),
        ),
        ["sum: 170, 50: 210"],
    ),
    (
        (
            *("项目 2022年 2023年", "一、税收 100 110", "增值税 60 70", "契税 40 40", "税收小计 100 110"),
            *("二、非税 50 60", "罚没 20 30", "其他 30 30", "收入合计 150 140"),
        ),
        ["sum: 110, 60: 140"],
    ),
    # a part without a number among those of a sum
    (
        ("项目 2022年 2023年", "一、税收收入 3500 3723", "增值税 2000 2200", "契税 1000 ", "房产税 500 1823"),
        ["sum: 2200, 1823: 3723"],
    ),
    # codes in codes
    (
        (
            *("科目编码 科目 2022年 2023年", "合计 合计 900 1000", "201 一般公共服务支出 900 1000"),
            *(
                "20101 人大事务 400 450",
                "2010101 行政运行 300 350",
                "2010102 人大会议 100 100",
                "20102 政协事务 500 350",
            ),
        ),
        ["sum: 450, 350: 1000"],
    ),
)
HELD = (
    YEARS,
    BUDGET,
    NESTED,
    # rounded to the places written: 33.3, 33.3 and 33.3 of a hundred
    ("项目 金额 占比%", "合计 300 100", "工资 100 33.3", "奖金 100 33.4", "补贴 100 33.3"),
    # growth at constant prices: most rows do not follow from their amounts
    ("指标 2022年 2023年 增长%", "生产总值 1000 1100 7.0", "第一产业 100 104 3.0", "第二产业 400 450 8.0"),
    # a part that is told by name alone, and an open list
    ("项目 2022年 2023年", "一、收入 4500 4800", "其中：税收 2000 2100", "其中：非税 1000 1100", "二、支出 9 9"),
    # a cell that cannot be read takes the sum away
    without(NESTED, "契税 1500 1523", "契税 1500 15oo"),
    # the total of two kinds of things
    ("项目 单位 2022年 2023年", "合计 个 30 40", "学校 个 10 10", "床位 张 20 90", "医院 个 10 11"),
    # another pair of columns that a growth may be of
    ("项目 2022年 2023年预算 2023年 增长%", *(f"{n} 100 200 {100 + i} {i}.0" for i, n in enumerate("甲乙丙丁戊", 2))),
    # too few rows for a law that no head says, or too many that break it
    ("项目 合计 东乡 西乡", "教育 90 40 50", "卫生 70 30 40", "文化 50 20 30", "水利 80 20 30"),
    ("项目 2020年 2023年 增长%", "增值税 2000 2200 10.0", "契税 1500 1200 -10.0"),
    ("项目 2022年 2023年预算 增长%", "增值税 2000 2200 10.0", "契税 1500 1200 -10.0"),
    ("项目 决算数 预算数 完成预算%", "教育支出 3800 4000 105.3", "金融支出 60 80 57.0"),
    ("指标 2022年 2023年 增长%", "地区生产总值 1000 1100 10.0", "粮食产值 150 120 -10.0"),
    ("项目 2022年 2023年 增长%", "增值税 2000 2200 10.0", "契税 1500 1200 -10.0", "房产税 800 880 20.0"),
    (*YEARS, "资源税 100 120 30.0", "耕地占用税 100 130 20.0"),
    # from nothing nothing grows; a sum of one is none
    (*YEARS, "资源税 0 120 100.0"),
    (*YEARS, "资源税 约100 120 30.0"),
    ("项目 合计 东乡 西乡", "教育 90 40 50", "卫生 70 30 40", "文化 50 20 30", "交通 60 20 40", "水利 80 20 "),
    without(NESTED, "契税 1500 1523", "契税 1500 "),
    without(NESTED, "一、税收收入 3500 3723", "一、税收收入 3500 "),
    # what is told as 29.8 may be 29.9, and 10.0 be 9.95
    (
        *("项目 2022年 2023年 增减额", "甲 10 30 20", "乙 20 25 5", "丙 40 10 -30", "丁 50 70 20"),
        "戊 10.0 29.8 20.0",
    ),
    # one column and two totals: perhaps something else was added
    ("项目 决算数", "税收 100", "非税 50", "收入合计 150", "补助 30", "收入总计 170"),
    # years of building are no amounts
    ("项目 建成年份 投资额", "大桥 2019 300", "水库 2020 400", "电站 2021 500", "合计 2023 1200"),
)


@pytest.mark.parametrize(("rows", "relations"), BROKEN)
def test_a_cell_that_breaks_what_its_table_bears_out_is_told(rows: Sequence[str], relations: list[str]) -> None:
    assert told(table(*rows)) == relations


@pytest.mark.parametrize("rows", HELD)
def test_a_table_in_order_says_nothing(rows: Sequence[str]) -> None:
    assert told(table(*rows)) == []


def test_a_table_that_goes_on_over_a_page_is_one_table() -> None:
    first, second = NESTED[:4], (NESTED[0], *NESTED[4:])
    pages = table(*first) + "\n" + table(*second)
    assert told(pages) == []
    assert told(pages.replace("收入合计 | 4500 | 4823", "收入合计 | 4500 | 4323")) == ["sum: 3723, 1100: 4323"]


def test_a_table_behind_one_that_goes_on_is_read() -> None:
    first, second = NESTED[:4], (NESTED[0], *NESTED[4:])
    wrong = table(*without(BUDGET, "金融支出 80 60 75.0", "金融支出 80 60 57.0"))
    assert told(f"{table(*first)}\n{table(*second)}\n{wrong}") == ["rate: 60, 80: 57.0"]


def test_a_growth_under_side_by_side_years_is_of_the_latest() -> None:
    text = table("项目 2023年 2022年 增长%", "增值税 2200 2000 10.0", "契税 1200 1500 -20.0")
    growths = [c for c in read(text).claims if c.key.measure == "growth"]
    assert [c.key.period for c in growths] == ["2023", "2023"]


AMOUNTS = st.lists(st.tuples(st.integers(1000, 99999), st.integers(1000, 99999)), min_size=5, max_size=8)


def grown(rows: Sequence[tuple[int, int]]) -> list[str]:
    """A table of what is told of two years, with growth as it is worked out."""
    made = ["项目 2022年 2023年 增长%"]
    made += [f"{'甲乙丙丁戊己庚辛'[at]}项 {a} {b} {(b - a) * 100 / a:.1f}" for at, (a, b) in enumerate(rows)]
    return [*made, f"合计 {sum(a for a, _ in rows)} {sum(b for _, b in rows)} "]


@EACH
@given(AMOUNTS)
def test_law_what_is_worked_out_is_never_told(rows: list[tuple[int, int]]) -> None:
    assert told(table(*grown(rows))) == []


@EACH
@given(AMOUNTS, st.integers(0, 4), st.integers(1, 9))
def test_law_an_amount_changed_in_one_figure_is_found(rows: list[tuple[int, int]], at: int, by: int) -> None:
    changed = [*grown(rows)]
    last = rows[at][1]
    leading = int(str(last)[0])
    wrong = int(str((leading + by - 1) % 9 + 1) + str(last)[1:])
    if wrong == last:
        return
    changed[at + 1] = changed[at + 1].replace(f" {last} ", f" {wrong} ", 1)
    assert any(str(wrong) in words for words in told(table(*changed)))


@EACH
@given(AMOUNTS)
def test_law_the_order_of_columns_makes_no_difference(rows: list[tuple[int, int]]) -> None:
    made = grown(rows)[:-1]
    turned = [" ".join([row.split(" ")[i] for i in (0, 2, 1, 3)]) for row in made]
    assert told(table(*turned)) == []


def test_a_sum_that_no_slip_would_mend_is_not_reported() -> None:
    left_out = without(NESTED, "收入合计 4500 4823", "收入合计 4500 6137")
    assert found(table(*left_out), select=("CC24",)) == ()
    assert [
        f.rule for f in found(table(*without(NESTED, "收入合计 4500 4823", "收入合计 4500 4323")), select=("CC24",))
    ] == ["CC240"]


def test_another_amount_of_the_row_that_a_rate_is_of_is_no_finding() -> None:
    text = table(
        "项目 上年决算数 预算数 决算数 为预算%",
        *(f"{name}支出 {90 + at} 100 {80 + at} {80 + at}.0" for at, name in enumerate("甲乙丙丁戊己")),
        "庚支出 50 100 40 80.0",
    )
    assert found(text, select=("CC24",)) == ()


@pytest.mark.parametrize(
    ("upper", "first", "second"),
    [
        ("一、", "（一）", "（二）"),
        ("（一）", "1.", "2."),
        ("1.", "（1）", "（2）"),
        ("（1）", "①", "②"),
        ("一、", "①", "②"),
    ],
)
def test_numbered_rows_make_the_row_above_them(upper: str, first: str, second: str) -> None:
    rows = (f"{upper}收入 100 110", f"{first}增值税 60 66", "国内 30 33", "进口 30 33", f"{second}契税 40 54")
    assert told(table("项目 2022年 2023年", *rows)) == ["sum: 66, 54: 110"]


@pytest.mark.parametrize(
    ("old", "new", "others"),
    [
        ("契税 1500 1523", "契税 1500 1823", ["1100", "650"]),
        ("罚没收入 600 650", "罚没收入 600 950", ["2200", "1523", "4823"]),
        ("收入合计 4500 4823", "收入合计 4500 4323", ["650", "450"]),
    ],
)
def test_the_rows_next_to_a_sum_may_belong_to_it(old: str, new: str, others: list[str]) -> None:
    (broken,) = read(table(*without(NESTED, old, new))).relations
    assert [m.quantity.value for m in broken.others] == others
