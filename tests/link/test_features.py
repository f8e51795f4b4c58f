"""What of a claim decides whom it may meet: its block, and how much its words tell."""

import pytest

from consistency.link.blocking import block_of
from consistency.link.features import contained, cosine, likeness, shortened
from consistency.link.frequencies import bigrams
from tests.domain import bulletin, claim, report, rules


def block(text: str, words: str) -> tuple[str, ...]:
    """The block of the claim whose number is written so."""
    return block_of(claim(text, words))


def test_place_year_status_and_measure_make_a_block() -> None:
    assert block(bulletin("粮食产量12.3万吨。"), "12.3万吨") == ("青山县", "2023", "actual", "level")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (bulletin("粮食产量12.3万吨。"), bulletin("粮食产量12.3万吨。", place="临江市青山县")),
        (bulletin("粮食产量12.3万吨。"), report("预计完成粮食产量12.3万吨。")),
    ],
)
def test_longer_names_of_a_place_and_forecasts_share_the_block(one: str, other: str) -> None:
    assert block(one, "12.3万吨") == block(other, "12.3万吨")


def test_a_count_and_a_level_share_the_block_and_a_share_and_a_ratio() -> None:
    text = bulletin("新建公园12个。", "公园绿地34公顷。", "公园覆盖率56%。", "公园占比78%。")
    assert block(text, "12个") == block(text, "34公顷")
    assert block(text, "56%") == block(text, "78%")
    assert block(text, "12个") != block(text, "56%")


def test_pairs_of_characters_do_not_run_over_marks() -> None:
    assert bigrams("工业，产值") == ("工业", "产值")
    assert bigrams("") == ()
    assert bigrams("省") == ("省",)


def test_a_rare_pair_tells_more_than_a_common_one() -> None:
    frequencies = rules().linking.frequencies
    assert frequencies.of("湿地") > frequencies.of("产量")
    assert frequencies.of("龘龘") > frequencies.of("湿地")


def test_a_vector_has_length_one() -> None:
    weights = rules().linking.frequencies
    vector = weights.vector(bigrams("粮食产量"))
    assert sum(v * v for v in vector.values()) == pytest.approx(1)
    assert cosine(vector, vector) == pytest.approx(1)
    assert weights.vector(()) == {}


def test_likeness_is_mutual_and_nought_without_anything_in_common() -> None:
    weights = rules().linking.frequencies
    one, other, third = (weights.vector(bigrams(w)) for w in ("粮食产量", "粮食总产量", "森林覆盖率"))
    assert likeness(one, other) == likeness(other, one) > 0
    assert likeness(one, third) == cosine(one, third) == 0


def test_a_name_contained_in_a_longer_one_is_no_full_likeness() -> None:
    weights = rules().linking.frequencies
    short, long = weights.vector(bigrams("地区生产总值")), weights.vector(bigrams("人均地区生产总值"))
    assert likeness(short, long) < 1


@pytest.mark.parametrize(
    ("short", "long", "how"),
    [
        ("公园", "湿地公园", "contained"),
        ("房地产", "房地产开发投资", "contained"),
        ("社零总额", "社会消费品零售总额", "shortened"),
        ("总额", "进出口总额", "contained"),
        ("总量", "存款总额", "neither"),
        ("公园", "公园", "neither"),
    ],
)
def test_how_one_name_comes_of_another(short: str, long: str, how: str) -> None:
    assert contained(short, long) == (how == "contained")
    if how != "contained":
        assert shortened(short, long) == (how == "shortened")
