"""PDF files are read in the order of the eye: paragraphs whole, tables as rows, running headers gone."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from consistency.model import Document, Problem
from consistency.radicals import characters
from consistency.readers import pdf, read
from consistency.readers.pdf import read_pdf
from consistency.readers.pdf_characters import Damaged, Locked
from consistency.readers.pdf_text import pdf_text
from tests.readers.drawn import FONT, HEIGHT, SIZE, WIDTH, Draw, both, broken, drawn, table, text, wrapped

LONG = (
    "全年全市生产总值达到6164.52亿元，按可比价计算，比上年增长6.0%。其中，第一产业增加值230.71亿元，增长3.9%；"
    "第二产业增加值2470.63亿元，增长6.2%；第三产业增加值3463.18亿元，增长6.0%，占全市生产总值的比重为56.2%，"
    "对经济增长的贡献率超过一半。"
)


def lines(*pages: object) -> list[str]:
    """The lines read from drawn pages."""
    return pdf_text(drawn(*pages)).text.splitlines()  # type: ignore[arg-type]


@pytest.mark.parametrize("columns", range(25, 38))
def test_a_paragraph_is_one_line_wherever_its_lines_break(columns: int) -> None:
    filler = wrapped("这一段话用来撑满版面，" * 9, y=500, columns=columns)
    assert lines(both(wrapped(LONG, columns=columns), filler))[0] == LONG


def test_a_paragraph_goes_on_over_the_page() -> None:
    one, two, *rest = broken(LONG)
    first = both(wrapped(LONG), text((96, 110, one), (72, 90, two)))
    second = text(*[(72, 760 - 20 * n, line) for n, line in enumerate(rest)])
    assert lines(first, second) == [LONG, LONG]


def test_headings_and_paragraphs_stay_apart() -> None:
    page = both(
        text((200, 780, "2025年统计公报"), size=22),
        text((96, 740, "一、综合")),
        wrapped(LONG, y=720),
        text((96, 560, "二、农业")),
        wrapped(LONG, y=540),
    )
    assert lines(page) == ["2025年统计公报", "一、综合", LONG, "二、农业", LONG]


def test_running_headers_and_page_numbers_are_gone() -> None:
    def page(number: int) -> object:
        return both(
            text((72, 810, "某市2025年统计公报"), (280, 30, f"— {number} —")),
            wrapped(LONG),
            text((96, 400, f"第{number}节")),
        )

    read_lines = lines(*[page(n) for n in range(1, 5)])
    assert read_lines == [line for n in range(1, 5) for line in (LONG, f"第{n}节")]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [wrapped(f"左{n}，{LONG[:70]}。", y=700 - 110 * n, columns=17) for n in range(4)]
    right = [wrapped(f"右{n}，{LONG[70:]}", x=310, y=700 - 110 * n, columns=17) for n in range(4)]
    title = text((120, 780, "关于某市二〇二五年预算执行情况和预算草案的报告"), size=16)
    read_lines = lines(both(title, *left, *right))
    assert [line[:2] for line in read_lines] == ["关于", "左0", "左1", "左2", "左3", "右0", "右1", "右2", "右3"]
    assert read_lines[1] == f"左0，{LONG[:70]}。"


def test_three_columns_and_a_table_in_one_of_them() -> None:
    def column(number: int, size: int) -> list[Draw]:
        return [wrapped(f"{number}栏{n}，{LONG[:60]}。", 40 + 180 * number, 780 - 150 * n, 13) for n in range(size)]

    ruled = table((400, 480, 560), (600, 580, 560), {(0, 0): "指标", (0, 1): "数值", (1, 0): "甲", (1, 1): "1"})
    read_lines = lines(both(*column(0, 4), *column(1, 4), *column(2, 1), ruled))
    assert [line[:3] for line in read_lines] == [
        *("0栏0", "0栏1", "0栏2", "0栏3", "1栏0", "1栏1", "1栏2", "1栏3", "2栏0"),
        *("| 指", "| 甲"),
    ]


XS, YS = (72, 192, 292, 392, 500), (700, 680, 660, 640, 620)
WORDS = {
    **{(0, 0): "指标", (0, 1): "2024年", (0, 3): "2025年", (1, 1): "总量", (1, 2): "增长（%）", (1, 3): "总量"},
    **{(2, 0): "生产总值", (2, 1): "1,744", (2, 2): "6.7", (2, 3): "1850"},
    **{(3, 0): "其中：工业", (3, 1): "540", (3, 3): "560"},
}
MERGED = ("h 1 0", "v 0 2")


def test_a_ruled_table_is_rows_and_stands_in_its_place() -> None:
    page = both(text((96, 760, "前文。")), table(XS, YS, WORDS, MERGED), text((96, 560, "后文。")))
    extract = pdf_text(drawn(page))
    assert extract.text.splitlines() == [
        "前文。",
        "| 指标 | 2024年总量 | 2024年增长（%） | 2025年总量 |",
        "| 生产总值 | 1,744 | 6.7 | 1850 |",
        "| 其中：工业 | 540 |  | 560 |",
        "后文。",
    ]
    places = {label: extract.text[start:].split(" |")[0].split("\n")[0] for start, label in extract.landmarks}
    assert places["p1 表1 R3C2"] == "1,744"
    assert places["p1:2"] == "后文。"


def test_a_cell_of_several_lines_and_a_table_open_at_the_sides() -> None:
    words = {(0, 0): "指标", (0, 1): "数值", (1, 0): "一般公共预\n算收入", (1, 1): "80.3"}
    sides = [f"v {row} {x}" for row in range(2) for x in (0, 2)]
    assert lines(table((72, 192, 292), (700, 680, 640), words, sides)) == [
        "| 指标 | 数值 |",
        "| 一般公共预算收入 | 80.3 |",
    ]


def test_rows_that_no_line_parts_are_rows_where_their_numbers_stand_side_by_side() -> None:
    heights = (700, 680, 600)
    words = {
        **{(0, 0): "项目", (0, 1): "预算数", (0, 2): "决算数"},
        **{(1, 0): "教育支出\n卫生支出\n交通支出", (1, 1): "120\n80\n65", (1, 2): "118\n82\n64"},
    }
    assert lines(table((72, 192, 292, 392), heights, words)) == [
        "| 项目 | 预算数 | 决算数 |",
        "| 教育支出 | 120 | 118 |",
        "| 卫生支出 | 80 | 82 |",
        "| 交通支出 | 65 | 64 |",
    ]


def test_words_that_are_broken_make_no_rows() -> None:
    words = {(0, 0): "项目", (0, 1): "数值", (1, 0): "社会保障和\n就业补助资金\n支出", (1, 1): "120"}
    assert lines(table((72, 192, 292), (700, 680, 600), words)) == [
        "| 项目 | 数值 |",
        "| 社会保障和就业补助资金支出 | 120 |",
    ]


def test_a_table_goes_on_over_the_page_with_its_header_once() -> None:
    header = {(0, 0): "指标", (0, 1): "数值"}
    first = table((72, 192, 292), (120, 100, 80), {**header, (1, 0): "甲", (1, 1): "1"})
    second = table((72, 192, 292), (780, 760, 740), {**header, (1, 0): "乙", (1, 1): "2"})
    third = table((72, 192, 292), (780, 760), {(0, 0): "丙", (0, 1): "3"})
    assert lines(first, second, third) == ["| 指标 | 数值 |", "| 甲 | 1 |", "| 乙 | 2 |", "| 丙 | 3 |"]


def test_a_frame_around_text_is_no_table() -> None:
    frame = both(wrapped(LONG), lambda canvas: canvas.rect(60, 500, 480, 300))
    assert lines(frame) == [LONG]


def test_contents_with_dots_are_left_out() -> None:
    assert lines(text((72, 700, "一、综合………………………………3"), (72, 680, "一、综合"))) == ["一、综合"]


def raised(canvas: Canvas) -> None:
    """m² and a mark of a note, set small and high."""
    canvas.setFont(FONT, SIZE)
    canvas.drawString(72, 700, "改造老旧小区面积26.9万m")
    canvas.setFont(FONT, 7)
    canvas.drawString(72 + canvas.stringWidth("改造老旧小区面积26.9万m", FONT, SIZE), 705, "2")


def turned(canvas: Canvas) -> None:
    """A page whose text stands on its side."""
    canvas.translate(WIDTH, 0)
    canvas.rotate(90)
    canvas.setFont(FONT, SIZE)
    canvas.drawString(72, 500, "全年增长6.7%。")
    canvas.drawString(72, 480, "全年下降2.3%。")


def bold(canvas: Canvas) -> None:
    """Bold type made by printing twice, and a watermark across the page."""
    canvas.setFont(FONT, SIZE)
    for shift in (0, 0.3):
        canvas.drawString(72 + shift, 700, "全年增长66.77%。")
    canvas.rotate(45)
    canvas.drawString(400, 300, "内部资料")


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (raised, ["改造老旧小区面积26.9万m²"]),
        (turned, ["全年增长6.7%。", "全年下降2.3%。"]),
        (bold, ["全年增长66.77%。"]),
        (text((72, 700, "投资 1.5 亿元，GDP growth 6.7%")), ["投资1.5亿元，GDP growth 6.7%"]),
        (text((72, 700, "总 值"), (72, 680, "⾸⻚")), ["总值", "首页"]),
        (text((72, 700, "右边先画")), ["右边先画"]),
    ],
)
def test_small_things(draw: object, expected: list[str]) -> None:
    assert lines(draw) == expected


def test_radicals_keep_their_length_and_name_the_characters_of_today() -> None:
    every = "".join(map(chr, range(0x2E80, 0x2FD6)))
    assert len(characters(every)) == len(every)
    assert characters("⼾⻓⺠⻋⻅⾸⻚⽬⼀") == "户长民车见首页目一"


def test_the_file_is_read_by_a_process_of_its_own() -> None:
    document = read_pdf("a.pdf", drawn(wrapped(LONG)))
    assert isinstance(document, Document)
    assert document.text == LONG + "\n"
    assert document.landmarks[:2] == ((0, "p1:1"), (LONG.index(LONG[document.landmarks[1][0]]), "p1:2"))


def test_reading_loads_pdfium_into_no_process_but_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(drawn(wrapped(LONG)))
    program = (
        "import sys; from consistency.readers import read;"
        f"print(len(read({str(tmp_path / 'a.pdf')!r}).text), 'pypdfium2' in sys.modules)"
    )
    root = Path(pdf.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(LONG) + 1), "False"]


def picture(canvas: Canvas) -> None:
    """A page without text."""
    canvas.rect(100, 100, 300, 500, fill=1)


GOOD = drawn(wrapped(LONG), wrapped(LONG))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (drawn(wrapped(LONG), password="secret"), "encrypted"),
        (drawn(picture, picture), "no text layer (a scan, perhaps; pages: 2)"),
        (drawn(wrapped(LONG), *[picture] * 5), "no text layer"),
        (GOOD[:200], "PDF file is damaged"),
        (b"%PDF-1.7\n%%EOF", "PDF file is damaged"),
        (b"words", "PDF file is damaged"),
        (b"PK\x03\x04word/document.xml", "this is DOCX"),
    ],
)
def test_a_bad_file_is_refused_for_what_it_is(data: bytes, words: str) -> None:
    problem = read_pdf("a.pdf", data)
    assert isinstance(problem, Problem)
    assert words in problem.message["en"]


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert isinstance(read_pdf("a.pdf", drawn(wrapped(LONG), owner="secret")), Document)


def told_of(program: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is told of a file where the process that reads it does this."""
    monkeypatch.setattr(pdf, "_PROGRAM", program)
    problem = read_pdf("a.pdf", GOOD)
    assert isinstance(problem, Problem)
    return problem.message["en"]


@pytest.mark.parametrize("program", ["import os; os.abort()", "print('nonsense')", "print('{')", ""])
def test_a_file_that_its_reader_dies_of_is_damaged(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "damaged" in told_of(program, monkeypatch)


def test_a_process_that_falls_silent_is_ended_and_its_file_is_out_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PATIENCE", 0.5)
    assert "not read in full within 0.5 seconds for each page" in told_of("import time; time.sleep(60)", monkeypatch)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no bound on the time of a process")
def test_a_page_that_takes_too_long_is_out_of_time_and_not_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    busy = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 9))\nwhile True: pass"
    assert "not read in full within 2 seconds for each page" in told_of(busy, monkeypatch)


def test_a_file_among_others(tmp_path: Path) -> None:
    (tmp_path / "a.PDF").write_bytes(GOOD)
    document = read(f"{tmp_path.as_posix()}/a.PDF")
    assert isinstance(document, Document)
    assert document.path.endswith("a.PDF")


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=20), st.integers(0, 200))
def test_a_damaged_file_gives_text_or_is_refused(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(GOOD)
    for at, value in changes:
        data[at] = value
    try:
        extract = pdf_text(bytes(data[: len(data) - cut]))
    except (Damaged, Locked):
        return
    assert all(0 <= start < len(extract.text) and label for start, label in extract.landmarks)
    assert list(extract.landmarks) == sorted(extract.landmarks)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.floats(-50, WIDTH + 50), st.floats(-50, HEIGHT + 50), st.text("增长6.7%亿元 ①m2|ab（，。“", max_size=20)
        ),
        max_size=30,
    ),
    st.lists(st.tuples(*[st.integers(0, 60)] * 3, st.booleans()), max_size=30),
)
def test_anything_drawn_is_read(
    placed: list[tuple[float, float, str]], rules: list[tuple[int, int, int, bool]]
) -> None:
    def draw(canvas: Canvas) -> None:
        text(*placed)(canvas)
        for at, start, end, level in rules:
            if level:
                canvas.line(start * 10, at * 14, end * 10, at * 14)
            else:
                canvas.line(at * 10, start * 14, at * 10, end * 14)

    extract = pdf_text(drawn(draw))
    assert list(extract.landmarks) == sorted(extract.landmarks)
    assert all(0 <= start < len(extract.text) and label for start, label in extract.landmarks)
