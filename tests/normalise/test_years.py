"""Years in characters become figures, each in its place."""

import pytest

from consistency.normalise.years import years_in_figures
from tests.domain import bulletin, meet


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("二〇二三年", "2023年"),
        ("二零一四年九月", "2014年九月"),
        ("一九九八年", "1998年"),
        ("二零零七至二零一六年", "2007至2016年"),
        ("三二〇一四年", "三二〇一四年"),
        ("二十年", "二十年"),
        ("一二年", "一二年"),
        ("共二零二三户", "共二零二三户"),
    ],
)
def test_a_year_in_characters_is_one_in_figures(written: str, folded: str) -> None:
    assert years_in_figures(written) == folded


def test_a_fact_of_a_year_in_characters_meets_that_of_the_year_in_figures() -> None:
    one = "白水縣施政報告\n二零二三年糧食產量31.5萬噸。\n"
    assert meet(one, bulletin("粮食产量31.6万吨。", place="白水县"), "31.5万吨", "31.6万吨")
