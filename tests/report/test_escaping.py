"""What a document says is shown, never obeyed."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.report.escaping import cell, flowing, inert_json, visible

ANY_TEXT = st.text(st.characters(), max_size=60)  # surrogates too: file names have them


@pytest.mark.parametrize(
    "code",
    [
        *(0x00, 0x07, 0x08, 0x0D, 0x1B, 0x7F, 0x9B),  # controls, and the one-byte beginnings of escape sequences
        *(0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069),  # direction of writing
        *(0x00AD, 0x200B, 0x200D, 0x2060, 0xFEFF, 0xE0041),  # of no width
        *(0x2028, 0x2029, 0xDC80),  # line separators, half a character
    ],
)
def test_a_character_that_cannot_be_seen_is_spelt_out(code: int) -> None:
    assert visible(f"收入{chr(code)}80亿") == f"收入‹U+{code:04X}›80亿"


def test_what_can_be_seen_stays_as_it_is() -> None:
    seen = "规上工业总产值1,744亿元（同比↑4.2%）——“第3位”；26.9万㎡ ≤0.021 é𠮷🙂"
    assert visible(seen) == seen


@given(ANY_TEXT)
def test_nothing_hidden_gets_through(text: str) -> None:
    assert not {unicodedata.category(c) for c in flowing(text)} & {"Cc", "Cf", "Zl", "Zp", "Cs"}


def test_cells_of_a_flattened_table_run_on_one_line() -> None:
    assert flowing("新增就业（万人）\r\n\t3.5\r5.5以上") == "新增就业（万人）↵ 3.5↵5.5以上"


@given(ANY_TEXT)
def test_json_carries_every_text_unchanged_and_in_valid_utf_8(text: str) -> None:
    written = inert_json(json.dumps({"quote": text}, ensure_ascii=False, indent=1))
    assert json.loads(written.encode()) == json.loads(json.dumps({"quote": text}))
    assert visible(written.replace("\n", "")) == written.replace("\n", "")


def test_json_keeps_chinese_readable() -> None:
    assert inert_json('"增长\u202e4.2%"') == '"增长\\u202e4.2%"'


@pytest.mark.parametrize("text", ["=1+1", "+cmd|x", "@SUM(A1)", "-收入", "\t=1+1", "\r=1+1", "＝1+1", "-2.3%"])
def test_a_spreadsheet_finds_no_formula(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("number", ["-2.3", "+4.2", "80.30", "0", "-65000"])
def test_plain_numbers_stay_numbers(number: str) -> None:
    assert cell(number) == number
