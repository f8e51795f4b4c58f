"""Periods as words name them."""

import pytest

from consistency.period import in_chinese, of_words


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("", "2023"),
        ("全年", "2023"),
        ("2024年", "2024"),
        ("2024 年末", "2024"),
        ("12月份", "2023-12"),
        ("2024年3月", "2024-03"),
        ("九月", "2023-09"),
        ("十一月份", "2023-11"),
        ("九月三日", "2023"),
        ("三个月", "2023"),
        ("1-11月", "2023-01/11"),
        ("1至8月份", "2023-01/08"),
        ("一季度", "2023Q1"),
        ("第4季度", "2023Q4"),
        ("前三季度", "2023Q1-3"),
        ("首三季", "2023Q1-3"),
        ("第3季", "2023Q3"),
        ("元至5月", "2023-01/05"),
        ("上半年", "2023H1"),
        ("第四季", "2023Q4"),
        ("首季", "2023Q1"),
        ("首2季", "2023H1"),
        ("前10个月", "2023-01/10"),
        ("首九个月", "2023Q1-3"),
        ("前十一个月", "2023-01/11"),
        ("首12个月", "2023"),
        ("相当于2019年同期", "2023"),
        ("较第2季加快", "2023"),
        ("2022年下半年", "2022H2"),
        ("2018-2022年", "2018/2022"),
        ("2021年至2025年", "2021/2025"),
        ("2021—2025年", "2021/2025"),
    ],
)
def test_words_name_a_period_in_a_document_of_2023(words: str, period: str) -> None:
    assert of_words(words, "2023") == period


@pytest.mark.parametrize(
    ("months", "season"),
    [("1-3月", "一季度"), ("1-6月", "上半年"), ("1至9月", "前三季度"), ("1-3月份", "1季度"), ("7-12月", "下半年")],
)
def test_months_that_make_a_season_are_that_season(months: str, season: str) -> None:
    assert of_words(months, "2023") == of_words(season, "2023")


def test_a_text_of_one_season_names_others_by_their_own_words() -> None:
    assert of_words("全区", "2023Q1") == "2023Q1"
    assert of_words("1-2月", "2023Q1") == "2023-01/02"
    assert of_words("1、2月份", "2023") == of_words("一、二月", "2023") == "2023-01/02"
    assert of_words("2022年", "2023Q1") == "2022"


@pytest.mark.parametrize("words", ["2023年12月31日", "12月31日", "3个月", "连续10个月"])
def test_a_day_or_a_length_of_time_is_no_month(words: str) -> None:
    assert of_words(words, "2023") == "2023"


@pytest.mark.parametrize(
    "words", ["“十四五”时期", "“十四五”以来", "五年来", "近三年", "过去的五年", "这五年", "2021年以来"]
)
def test_a_span_of_years_is_not_the_year(words: str) -> None:
    period = of_words(words, "2023")
    assert period != "2023"
    assert period


def test_two_spans_of_years_are_told_apart() -> None:
    named = {of_words(words, "2023") for words in ("“十三五”期间", "“十四五”期间", "五年来", "近三年")}
    assert len(named) == 4


def test_one_span_of_years_has_one_name_however_it_is_written() -> None:
    spelt = ("“十四五”时期", "十四五期间", "“十四五”规划期间", "“十四五”以来")
    assert len({of_words(words, "2023") for words in spelt}) == 1


def test_a_plan_is_called_by_its_name() -> None:
    assert of_words("“十四五”时期", "2023") in ("十四五", "2021/2025")


def test_without_a_year_a_month_names_nothing() -> None:
    assert of_words("12月份", "") == ""


def test_years_sort_as_they_follow_each_other() -> None:
    words = ["2022年", "2023年", "2023年1月", "2023年11月", "2024年"]
    named = [of_words(w, "") for w in words]
    assert named == sorted(named)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024", "2024年"),
        ("2023-12", "2023年12月"),
        ("2023-01/08", "2023年1—8月"),
        ("2023Q4", "2023年四季度"),
        ("2023Q1-3", "2023年前三季度"),
        ("2023H2", "2023年下半年"),
        ("2021/2025", "2021—2025年"),
        ("十四五", "十四五"),
        ("", ""),
    ],
)
def test_a_period_is_told_in_words_that_name_it(period: str, words: str) -> None:
    assert in_chinese(period) == words
    assert of_words(words, "") == (period if period != "十四五" else "")
