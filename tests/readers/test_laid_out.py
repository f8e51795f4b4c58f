"""Lines and tables are set out so that nothing unseen stays in them and every place is known."""

from hypothesis import given
from hypothesis import strategies as st

from consistency.readers.grids import GridCell, pieces
from consistency.readers.laid_out import LaidOutLine, LaidOutTable, run_on, set_out, tidy
from consistency.text.tables import TableBlock


def untidy(text: str) -> str:
    """What `tidy` has to do, character by character."""
    return tidy("\u200b" + text + "\u200b")  # with something unseen in it, no short cut is taken


@given(st.text() | st.text("增长6.7% \u00a0\u3000\t\n\r\u2028\u200b\ufeff⾸⺠\u00ad|"))
def test_the_short_cut_changes_nothing(text: str) -> None:
    assert tidy(text) == untidy(text)
    assert tidy(tidy(text)) == tidy(text)


@given(st.lists(st.text("增长6.7% a", max_size=5)))
def test_running_on_loses_nothing_but_blanks(lines: list[str]) -> None:
    assert run_on(lines).replace(" ", "") == "".join(lines).replace(" ", "")


def test_places_within_a_line() -> None:
    text, landmarks, _ = set_out(
        [LaidOutLine("| 甲乙丙", "1", ((4, "2"),)), LaidOutLine("", "3"), LaidOutLine("丁", "4")]
    )
    assert text == "甲乙丙\n丁\n"
    assert landmarks == ((0, "1"), (2, "2"), (4, "4"))


CELLS = st.lists(
    st.builds(
        GridCell,
        st.integers(0, 6),
        st.integers(0, 5),
        st.sampled_from(["", "指标", "2024年", "1,744", "6.7", "注：略。", "单位：亿元", "增长（%）"]),
        st.just("x"),
        st.integers(1, 3),
        st.integers(1, 3),
    ),
    max_size=25,
    unique_by=lambda cell: (cell.row, cell.column),
)


@given(CELLS, st.integers(0, 3))
def test_every_cell_is_told_and_rows_are_of_one_length(cells: list[GridCell], headers: int) -> None:
    found = pieces(cells, headers)
    told = [line.text for piece in found for line in _lines(piece) if line.text]
    for piece in found:
        if isinstance(piece, LaidOutTable):
            assert len({len(row) for row in piece.rows}) == 1
            assert len(piece.rows[0]) > 1
    everything = " ".join(told)
    assert all(cell.text in everything for cell in cells)
    numbers = [cell.text for cell in cells if cell.text == "1,744"]
    assert everything.count("1,744") >= len(numbers)


def _lines(piece: LaidOutLine | LaidOutTable) -> list[LaidOutLine]:
    return [piece] if isinstance(piece, LaidOutLine) else [cell for row in piece.rows for cell in row]


@given(CELLS, st.integers(0, 3))
def test_a_table_is_handed_on_by_the_places_of_its_cells(cells: list[GridCell], headers: int) -> None:
    pieces_found = pieces(cells, headers)
    out = set_out(pieces_found)
    tables = [piece for piece in pieces_found if isinstance(piece, LaidOutTable)]
    for piece, table in zip(tables, out.tables, strict=True):
        rows = [[cell.text for cell in row] for row in piece.rows]
        assert [[cell.span.of(out.text) for cell in row] for row in (table.header, *table.rows)] == rows
        assert [[cell.text for cell in over] for over in table.heads] == [list(words) for words in piece.heads]
        assert all(cell.span.of(out.text) == cell.text for over in table.heads for cell in over)
        lines = table.span.of(out.text).split("\n")
        assert len(lines) == len(rows)
        assert all(line.startswith("|") and line.endswith("|") for line in lines)
        assert TableBlock.at(out.text, table.positions) == table


def test_the_heads_over_a_column_and_the_rows_of_a_merged_cell_are_known() -> None:
    cells = [
        GridCell(0, 0, "地区", "A1", height=2),
        GridCell(0, 1, "2023年", "B1", width=2),
        GridCell(1, 1, "绝对数|亿元", "B2"),
        GridCell(1, 2, "增长%", "C2"),
        GridCell(2, 0, "青山县", "A3", height=2),
        GridCell(2, 1, "80.3", "B3"),
        GridCell(2, 2, "4.1", "C3"),
        GridCell(3, 1, "21.4", "B4"),
        GridCell(3, 2, "3.2", "C4"),
    ]
    out = set_out([LaidOutLine("青山县主要指标", "A0"), *pieces(cells)])
    assert out.text == (
        "青山县主要指标\n| 地区 | 2023年绝对数¦亿元 | 2023年增长% |\n| 青山县 | 80.3 | 4.1 |\n|  | 21.4 | 3.2 |\n"
    )
    (table,) = out.tables
    assert [[cell.text for cell in over] for over in table.heads] == [
        ["地区"],
        ["2023年", "绝对数¦亿元"],
        ["2023年", "增长%"],
    ]
    assert [row[0].height for row in table.rows] == [2, 1]
