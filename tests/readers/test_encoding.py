"""The encoding of a text is found from its bytes, however short the text is."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.readers import encoding
from consistency.readers.encoding import Reach, decode, reaches, score
from consistency.readers.frequent_characters import FREQUENT, HAN, MARKS, TRADITIONAL

SIX_SIMPLIFIED = [
    "全市生产总值",
    "新增就业人口",
    "财政收入下降",
    "绿化覆盖率为",
    "建成学校三所",
    "同比增长百分",
    "医院床位总数",
]
SIX_TRADITIONAL = [
    "全市生產總值",
    "新增就業人口",
    "財政收入下降",
    "綠化覆蓋率為",
    "建成學校三所",
    "較上年度增長",
    "醫院病床總數",
]
LONG_SIMPLIFIED = (
    "　　一、去年工作回顾\r\n全年粮食产量达到12.6万吨，比上年增长3.1%；新建道路48公里，其中“断头路”9条。\r\n"
    "城镇居民人均可支配收入41 280元（同比＋5.2％），面积约300㎡的社区书屋①建成17处……\r\n"
)
LONG_TRADITIONAL = (
    "　　一、去年工作回顧\r\n全年糧食產量達到12.6萬噸，比上年增長3.1%；新建道路48公里，其中「斷頭路」9條。\r\n"
    "城鎮居民人均可支配收入41 280元（同比＋5.2％），社區書屋建成17處，臺北港貨櫃吞吐量創下新高。\r\n"
)
SIMPLIFIED = [*SIX_SIMPLIFIED, LONG_SIMPLIFIED]
TRADITIONAL_TEXTS = [*SIX_TRADITIONAL, LONG_TRADITIONAL]

# The marks as the standards have them, not as the module does.
MARKS_OF_ORDER = [
    ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
    ("utf-16-le", b"\xff\xfe", "utf-16"),
    ("utf-16-be", b"\xfe\xff", "utf-16"),
    ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32"),
    ("utf-32-be", b"\x00\x00\xfe\xff", "utf-32"),
    ("gb18030", b"\x84\x31\x95\x33", "gb18030"),
]


@pytest.mark.parametrize("text", [*SIMPLIFIED, *TRADITIONAL_TEXTS])
@pytest.mark.parametrize("name", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_text_without_a_mark_comes_back_in_its_encoding(text: str, name: str) -> None:
    assert decode(text.encode(name)) == (text, name)


@pytest.mark.parametrize("text", TRADITIONAL_TEXTS)
@pytest.mark.parametrize("name", ["big5", "big5hkscs", "cp950"])
def test_big5_comes_back_whichever_of_its_tables_wrote_it(text: str, name: str) -> None:
    decoded = decode(text.encode(name))
    assert decoded is not None
    assert decoded[0] == text
    assert decoded[1] in {"big5hkscs", "cp950"}


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        ("產值3～5億元", "cp950", "cp950"),  # the same bytes are ∼ in HKSCS
        ("①②產值與就業", "big5hkscs", "big5hkscs"),  # kana in cp950
    ],
)
def test_the_tables_of_big5_are_told_apart_by_their_marks(text: str, written: str, found: str) -> None:
    assert decode(text.encode(written)) == (text, found)


@pytest.mark.parametrize("text", ["全市生产总值", LONG_SIMPLIFIED, LONG_TRADITIONAL, "GDP", "1"])
@pytest.mark.parametrize(("written", "mark", "found"), MARKS_OF_ORDER)
def test_a_mark_decides_and_is_no_part_of_the_text(text: str, written: str, mark: bytes, found: str) -> None:
    assert decode(mark + text.encode(written)) == (text, found)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(MARKS_OF_ORDER))
def test_any_text_comes_back_from_behind_a_mark(text: str, marked: tuple[str, bytes, str]) -> None:
    written, mark, found = marked
    if mark == codecs.BOM_UTF16_LE and text.startswith("\0"):
        return  # reads as the mark of UTF-32
    assert decode(mark + text.encode(written)) == (text, found)


def test_only_the_first_of_two_marks_is_taken_off() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + "总值".encode()) == ("\ufeff总值", "utf-8-sig")


CLAUSES = [
    "全年",
    "新建",
    "学校",
    "三十六所，",
    "比上年",
    "增长",
    "百分之五",
    "道路",
    "公里，",
    "产量",
    "万吨。",
    "2024年",
    "8.5%",
]
SCRIPTS = {"学校": "學校", "比上年": "比上年", "增长": "增長", "产量": "產量", "万吨。": "萬噸。"}


@given(st.lists(st.sampled_from(CLAUSES), min_size=6, max_size=40))
def test_whatever_is_put_together_of_clauses_comes_back(clauses: list[str]) -> None:
    text = "三年总结" + "".join(clauses)
    for name in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(name)) == (text, name)
    traditional = "三年總結" + "".join(SCRIPTS.get(clause, clause) for clause in clauses)
    decoded = decode(traditional.encode("big5hkscs"))
    assert decoded is not None
    assert decoded[0] == traditional


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_any_han_in_utf_8_is_utf_8(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_as_said_or_not_at_all(data: bytes) -> None:
    decoded = decode(data)
    if decoded is None:
        reaches(data)
    else:
        text, name = decoded
        assert data.decode(name).removeprefix("\ufeff" if name == "gb18030" else "") == text


@pytest.mark.parametrize(
    "text", ["", "GDP 6.7%\r\n", "Résumé: café, 20 °C", "Zürich, Köln, Größe", "Бюджет города вырос"]
)
def test_utf_8_need_not_be_chinese(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


def test_gbk_whose_bytes_happen_to_be_utf_8_is_gbk() -> None:
    data = "一一一".encode("gb18030")
    assert data.decode("utf-8") == "һһһ"
    assert decode(data) == ("一一一", "gb18030")


def test_utf_16_whose_bytes_happen_to_be_ascii_is_utf_16() -> None:
    text = "市场主体"  # 市 is 5E 02, 主 4E 3B
    for name in ("utf-16-le", "utf-16-be"):
        assert text.encode(name).isascii()
        assert decode(text.encode(name)) == (text, name)


def test_utf_16_of_ascii_alone_is_known_by_its_nuls() -> None:
    assert decode("GDP 6.7%".encode("utf-16-le")) == ("GDP 6.7%", "utf-16-le")
    assert decode("GDP 6.7%".encode("utf-16-be")) == ("GDP 6.7%", "utf-16-be")


@pytest.mark.parametrize("text", ["李淼赟", "锌、钼、铋"])
def test_a_line_of_rare_characters_is_read_where_some_are_frequent(text: str) -> None:
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("name", ["gb18030", "big5hkscs"])
def test_an_english_preface_longer_than_the_sample_hides_nothing(name: str) -> None:
    for odd in ("", "."):
        text = "Preface " * encoding.SAMPLE + odd + LONG_TRADITIONAL.replace("＋5.2％", "+5.2%")
        decoded = decode(text.encode(name))
        assert decoded is not None
        assert decoded[0] == text


@pytest.mark.parametrize("name", ["gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
def test_the_sample_may_end_within_a_character(name: str) -> None:
    for shift in ("", "a", "ab", "abc"):
        text = shift + "產量達到三萬噸" * (encoding.SAMPLE // 4)
        assert decode(text.encode(name)) == (text, name)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_the_sample_begins_with_a_whole_character(name: str) -> None:
    for start in ("市長", "市全", "產", "GDP，"):  # the first byte that is not ASCII is the first or second of its pair
        text = start + "產量達到三萬噸" * (encoding.SAMPLE // 4)
        assert decode(text.encode(name)) == (text, name)


def test_what_follows_the_sample_is_decoded_strictly_too() -> None:
    data = ("产量达到三万吨" * encoding.SAMPLE).encode("gb18030")
    assert decode(data) is not None
    assert decode(data + b"\xff") is None


@pytest.mark.parametrize("name", ["utf-8", "gb18030", "big5hkscs"])
@pytest.mark.parametrize("text", [*SIX_TRADITIONAL, LONG_TRADITIONAL.rstrip().rstrip("。")])
def test_a_text_cut_within_its_last_character_is_refused(text: str, name: str) -> None:
    data = text.replace("＋", "+").encode(name)[:-1]
    assert decode(data) is None


@pytest.mark.parametrize("text", ["就业", "新增", "业人口建成学"])
def test_utf_8_cut_short_is_refused_where_the_rest_would_pass_for_gbk(text: str) -> None:
    data = text.encode()[:-2]
    assert score(data.decode("gb18030")) >= -len(data) / 6  # mojibake, some of it of frequent characters
    assert decode(data) is None
    assert reaches(data) == Reach("utf-8", len(data) - 1, True)


def test_bytes_that_are_cut_tell_their_encoding_and_place() -> None:
    whole = LONG_SIMPLIFIED + "共"
    for name in ("utf-8", "gb18030"):
        data = whole.encode(name)
        assert reaches(data[:-1]) == Reach(name, len(LONG_SIMPLIFIED.encode(name)), True)
    assert reaches("全市GDP".encode("utf-16-le")[:-1]) == Reach("utf-16-le", 8, True)


@pytest.mark.parametrize(("written", "mark", "found"), MARKS_OF_ORDER)
def test_bytes_behind_a_mark_that_are_cut_tell_their_place(written: str, mark: bytes, found: str) -> None:
    data = mark + "全市".encode(written)
    assert decode(data[:-1]) is None
    reach = reaches(data[:-1])
    assert reach is not None
    assert (reach.byte, reach.cut) == (len(mark) + len("全".encode(written)), True)
    assert found.startswith(reach.encoding)


def test_a_damaged_byte_is_told_with_its_place() -> None:
    before, after = LONG_SIMPLIFIED.encode("gb18030"), "全市".encode("gb18030")
    assert reaches(before + b"\xff" + after) == Reach("gb18030", len(before), False)


def test_the_encoding_that_goes_furthest_is_told() -> None:
    data = "路五公里，新建学校三所".encode("gb18030")
    assert data[:2].decode("utf-8") == "·"
    assert reaches(data + b"\xff" + data) == Reach("gb18030", len(data), False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le budget général a augmenté de six pour cent", "latin-1"),
        ("令和五年度の予算は前年度に比べて増加し、カタカナも含む", "shift_jis"),
        ("В прошлом году бюджет города вырос на шесть процентов", "cp1251"),
        ("올해 우리 시의 일반회계 예산은 지난해보다 증가하였으며 총액은 오백억 원이다", "euc_kr"),
    ],
)
def test_other_languages_in_their_own_encodings_are_not_read_as_chinese(text: str, name: str) -> None:
    assert decode(text.encode(name)) is None


@pytest.mark.parametrize("data", [b"\0", b"\0" * 64, bytes(range(256)), "总值\0".encode(), b"\xff\xfe\x00"])
def test_bytes_with_nuls_are_utf_16_or_nothing(data: bytes) -> None:
    assert decode(data) is None


def test_the_right_reading_scores_above_the_wrong_one() -> None:
    right = "财政收入"
    wrong = right.encode().decode("gb18030", "replace")
    assert score(right) == len(right)
    assert score(wrong) < 0
    assert score("GDP 6.7%\r\n\t") == 0


def test_the_table_of_frequent_characters_names_each_once() -> None:
    assert len(FREQUENT) == len(HAN) + len(TRADITIONAL) + len(MARKS)
    assert 1450 <= len(HAN) <= 1600
    assert not any(char.isascii() for char in FREQUENT)
    assert not FREQUENT & set("锛涓纴")  # what UTF-8 read as GBK is full of
