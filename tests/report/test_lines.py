"""Lines are broken by cells, as Chinese typesetting breaks them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from consistency.report.lines import ShownLine, broken, shown

MIXED = st.text(st.sampled_from("新增就业人（）“”，。：⟦⟧ab1.5%/ -"), max_size=120)


def rows(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in broken(text, width, width)]


@given(MIXED, st.integers(10, 40))
def test_no_line_is_wider_than_the_terminal_and_nothing_gets_lost(text: str, width: int) -> None:
    found = rows(text, width)
    assert all(cell_len(row) <= width for row in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_chinese_fills_the_line_to_its_last_cell() -> None:
    assert rows("城镇新增就业人数", 10) == ["城镇新增就", "业人数"]


def test_closing_marks_do_not_begin_a_line_and_opening_marks_do_not_end_one() -> None:
    assert rows("城镇新增就业，超额", 12) == ["城镇新增就", "业，超额"]
    assert rows("城镇新增（就业）", 10) == ["城镇新增", "（就业）"]


def test_words_and_figures_are_not_broken() -> None:
    assert rows("就业 consistency 80.35亿", 14) == ["就业", "consistency", "80.35亿"]


def test_what_is_wider_than_a_line_is_broken_all_the_same() -> None:
    assert rows("https://example.org/a", 10) == ["https://ex", "ample.org/", "a"]


def test_continued_lines_hang() -> None:
    assert (
        shown([ShownLine(Text("城镇新增就业人数"), indent=2, hang=2)], 10, colour=False)
        == "  城镇新增\n    就业人\n    数\n"
    )


def test_a_place_is_not_broken() -> None:
    path = "很长的文件夹/" * 5 + "工作报告.txt:12:5"
    assert shown([ShownLine(Text(path), indent=4, whole=True)], 20, colour=False) == f"    {path}\n"


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "7"}, {"FORCE_COLOR": "3"}])
def test_colours_do_not_depend_on_the_environment(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert shown([ShownLine(Text("不一致的数字", "red"))], 40, colour=True) == "\x1b[31m不一致的数字\x1b[0m\n"
