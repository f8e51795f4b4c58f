"""Tables of a PDF without rules between their columns: wrapped cells are whole, and each row is one."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.readers.drawn import Draw, both, text
from tests.readers.test_pdf import lines


def in_columns(rows: list[list[str]], xs: tuple[int, ...], pitch: float = 18, top: float = 760) -> Draw:
    """Rows without rules, `pitch` between two lines, those within cells too."""
    placed, y = [], top
    for row in rows:
        placed += [(x, y - pitch * n, t) for x, c in zip(xs, row, strict=True) for n, t in enumerate(c.split("\n"))]
        y -= pitch * max(cell.count("\n") + 1 for cell in row)
    return text(*placed)


def as_rows(rows: list[list[str]]) -> list[str]:
    """The lines that rows are read as."""
    return ["| " + " | ".join(cell.replace("\n", "") for cell in row) + " |" for row in rows]


FARMS = [["指标", "2022年"], ["鲜蛋产量", "17.9"], ["牛奶产量", "5.1"], ["蜂蜜产量", "0.7"], ["水产品产量", "6.4"]]
AIMS = [["指标", "目标"], ["鲜蛋产量", "18"], ["牛奶产量", "5.5"]]
WRAPPED = [
    ["序号", "指标名称", "2022年", "增长（%）"],
    ["1", "牧业总产值（万\n元）", "8312", "4.5"],
    ["2", "林地面积", "97", "市里未下达"],
    ["3", "农民专业合作社\n社员人均收入增\n速（%）", "7.3", "0.2"],
    ["4", "水库蓄水量（万\n立方米）", "640", "-1.8"],
]


def test_wrapped_cells_of_a_table_without_rules_or_space_between_its_rows() -> None:
    assert lines(in_columns(WRAPPED, (72, 130, 260, 340), 16)) == as_rows(WRAPPED)


def test_numbers_stand_half_way_down_a_wrapped_name() -> None:
    names = [
        (72, 700, "指标"),
        (72, 670, "鲜蛋产量"),
        (72, 640, "牧业总产值"),
        (72, 622, "（万元）"),
        (72, 592, "水果"),
    ]
    numbers = [(222, 700, "2022年"), (222, 670, "17.9"), (222, 631, "8312"), (222, 592, "6.4")]
    rows = [["指标", "2022年"], ["鲜蛋产量", "17.9"], ["牧业总产值（万元）", "8312"], ["水果", "6.4"]]
    assert lines(text(*names, *numbers)) == as_rows(rows)


def test_a_table_without_rules_goes_on_over_the_page_even_within_a_cell() -> None:
    first = in_columns([*FARMS[:3], ["牧业总产值（亿", "8.3"]], (72, 242), top=140)
    second = both(text((72, 780, "元）")), in_columns(FARMS[3:], (72, 242), top=762))
    assert lines(first, second) == as_rows([*FARMS[:3], ["牧业总产值（亿元）", "8.3"], *FARMS[3:]])


def test_a_note_and_a_second_table_stand_apart_from_the_first() -> None:
    note = text((72, 670, "注：其中蜂蜜产量为初步数。"), (72, 630, "附件2"), (72, 606, "来年主要农产品生产的预期目标"))
    assert lines(both(in_columns(FARMS, (72, 172)), note, in_columns(AIMS, (72, 322), top=580))) == [
        *as_rows(FARMS),
        *["注：其中蜂蜜产量为初步数。", "附件2", "来年主要农产品生产的预期目标"],
        *as_rows(AIMS),
    ]


def shades(canvas: Canvas) -> None:
    """A grey ground under every other row, cell by cell."""
    canvas.setFillGray(0.9)
    for x, y in [(68, 738), (218, 738), (68, 702), (218, 702)]:
        canvas.rect(x, y, 150, 16, stroke=0, fill=1)
    canvas.setFillGray(0)


def rows_only(canvas: Canvas) -> None:
    """A frame and a line below each row; the columns are parted in the header alone."""
    canvas.rect(60, 682, 320, 92)
    canvas.line(215, 774, 215, 756)
    for row in range(1, 5):
        canvas.line(60, 774 - 18 * row, 380, 774 - 18 * row)


@pytest.mark.parametrize("ground", [shades, rows_only, lambda canvas: canvas.rect(60, 640, 320, 136)])
def test_shades_and_frames_draw_no_columns(ground: Draw) -> None:
    assert lines(both(ground, in_columns(FARMS, (72, 222)))) == as_rows(FARMS)


def test_names_broken_over_lines_in_a_table_without_rules() -> None:
    rows = [("指标", "总量"), ("生产总值", "1744"), ("工业", "540")]
    placed = [(72 + 200 * c, 700 - 30 * r, word) for r, row in enumerate(rows) for c, word in enumerate(row)]
    name = [(72, 610, "一般公共预算"), (72, 590, "收入"), (272, 600, "80.3")]
    last = [(72, 560, "投资"), (272, 560, "312")]
    assert lines(text(*placed, *name, *last))[3:] == ["| 一般公共预算收入 | 80.3 |", "| 投资 | 312 |"]


def test_columns_without_rules_are_a_table_too() -> None:
    rows = [("指标", "总量", "增长"), ("生产总值", "1744", "6.7"), ("工业", "540", "11"), ("投资", "312", "-2.3")]
    placed = [(72 + 150 * c, 700 - 20 * r, word) for r, row in enumerate(rows) for c, word in enumerate(row)]
    assert lines(text(*placed)) == [f"| {' | '.join(row)} |" for row in rows]
