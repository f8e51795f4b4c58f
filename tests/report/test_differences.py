"""What differs between two readings, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.report.differences import pieces

WORDS = st.text(st.sampled_from("新增就业萬万個个0123456789.%超近(yè)業"), max_size=30)


def marked(words: str, other: str) -> str:
    """The words with what differs in brackets."""
    return "".join(f"[{piece.text}]" if piece.differs else piece.text for piece in pieces(words, other))


@pytest.mark.parametrize(
    ("words", "other", "shown"),
    [
        ("6.5万人", "超5.5万人", "[6].5万人"),
        ("超5.5万人", "6.5万人", "[超5].5万人"),
        ("26.9m2", "26.9万m2", "26.9[]m2"),
        ("1744亿元", "1745亿元", "174[4]亿元"),
        ("63家", "6个", "[63家]"),
        ("中信银行", "中探银行", "中[信]银行"),
        ("13.9%13%", "13.9%、13%", "13.9%[]13%"),
    ],
)
def test_numbers_of_one_length_differ_by_figure_and_others_as_a_whole(words: str, other: str, shown: str) -> None:
    assert marked(words, other) == shown


def test_script_width_and_residue_make_no_difference() -> None:
    assert marked("超5.5萬人就業(yè)", "超５.5万人就业") == "超5.5萬人就業(yè)"


@given(WORDS, WORDS)
def test_no_character_is_lost(words: str, other: str) -> None:
    assert "".join(piece.text for piece in pieces(words, other)) == words


@given(WORDS)
def test_the_same_words_do_not_differ(words: str) -> None:
    assert not any(piece.differs for piece in pieces(words, words))
