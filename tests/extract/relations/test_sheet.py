"""A document by its numbers: what each of them tells of, which could be added, and the words around them."""

import pytest

from consistency.extract.relations.sheet import Fact, Sheet, clause, in_clauses, sheets
from consistency.model import Claim, Passage
from consistency.offsets import Span
from tests.domain import read
from tests.extract.relations.lines import TITLE


def sheet(*lines: str) -> Sheet:
    """The sheet of a document of some lines under its title."""
    return Sheet.of(read(TITLE + "".join(f"{line}\n" for line in lines)))


def fact(line: str, words: str) -> Fact:
    """The number of a line that is written so."""
    return next(f for f in sheet(line).facts if f.mention.words == words)


AMOUNTS = (("存款余额518亿元。", "518亿元"), ("学校20所。", "20所"), ("收入比上年增加5亿元。", "5亿元"))
NO_AMOUNTS = (
    ("收入增长5%。", "5%"),
    ("利率提高0.5个百分点。", "0.5个百分点"),
    ("股指上涨120点。", "120点"),
    ("排名第3位。", "第3位"),
    ("收入是上年的3倍。", "3倍"),
    ("三次产业结构为12:40:48。", "12:40:48"),
    ("发病率6.8/10万。", "6.8/10万"),
    ("价格指数102.3。", "102.3"),
    ("工期30天。", "30天"),
)


@pytest.mark.parametrize(("line", "words"), AMOUNTS)
def test_a_number_in_a_unit_of_things_or_money_has_an_amount(line: str, words: str) -> None:
    assert fact(line, words).has_amount is True


@pytest.mark.parametrize(("line", "words"), NO_AMOUNTS)
def test_a_rate_a_rank_and_a_time_have_none(line: str, words: str) -> None:
    assert fact(line, words).has_amount is False
    assert fact(line, words).is_amount is False


@pytest.mark.parametrize(
    ("line", "words", "told"),
    [
        ("存款余额518亿元。", "518亿元", True),
        ("学校20所。", "20所", True),
        ("共计32枚。", "32枚", True),  # of what is told elsewhere
        ("收入比上年增加5亿元。", "5亿元", False),  # how much it rose
        ("其中10亿元以上项目12个。", "10亿元以上", False),  # which projects
    ],
)
def test_a_level_and_a_count_tell_an_amount_of_something(line: str, words: str, told: bool) -> None:
    assert fact(line, words).is_amount is told


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("存款余额518亿元。", "518亿元"), ("贷款余额300万元。", "300万元"), True),
        (("学校20所。", "20所"), ("幼儿园12所。", "12所"), True),
        (("学校20所。", "20所"), ("企业12家。", "12家"), False),
        (("学校20所。", "20所"), ("存款余额518亿元。", "518亿元"), False),
        (("水库库容20万立方米。", "20万立方米"), ("存款余额518亿元。", "518亿元"), False),
        (("收入增长5%。", "5%"), ("支出增长8%。", "8%"), True),
    ],
)
def test_numbers_of_one_unit_could_be_added(one: tuple[str, str], other: tuple[str, str], alike: bool) -> None:
    assert fact(*one).like(fact(*other)) is alike


def test_only_a_claim_is_looked_up_by_its_key() -> None:
    told = fact("一般公共预算收入518亿元。", "518亿元")
    assert told.key == told.mention.key is not None
    assert isinstance(told.place, Claim)
    base = fact("一般公共预算收入由12亿元提高到15亿元。", "12亿元")
    assert base.mention.reason
    assert base.key is None
    assert isinstance(base.place, Passage)


def test_a_sheet_has_the_numbers_of_a_document_in_order_and_their_surroundings() -> None:
    told = sheet("收入12亿元，支出8亿元。结余4亿元。", "学校20所。")
    first, second, third, last = told.facts
    assert told.path == "a.txt"
    assert [told.text[f.start : f.end] for f in told.facts] == ["12亿元", "8亿元", "4亿元", "20所"]
    assert told.inside(told.sentence(first.start)) == (first, second)
    assert told.within(second.start, last.start) == (second, third)
    assert told.paragraph(third.start).of(told.text) == "收入12亿元，支出8亿元。结余4亿元。"
    assert told.before(told.sentence(third.start)) == told.sentence(first.start)
    assert told.clause(second) == "支出"
    assert told.passage(first.start, first.end) == Passage("a.txt", Span(first.start, first.end))
    assert [one.path for one in sheets([told.reading, told.reading])] == ["a.txt", "a.txt"]


def test_the_words_before_a_number_are_sixty_at_most() -> None:
    told = sheet(f"收入{'甲' * 80}12亿元。")
    assert told.clause(told.facts[0]) == "甲" * 60


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("金牌31枚，银牌", "银牌"),
        ("金牌31枚银牌28枚铜牌", "枚铜牌"),
        ("全县", "全县"),
        ("收入(含基金", "含基金"),
        ("收入1.2万元，占5%的支出", "的支出"),
    ],
)
def test_a_clause_stands_behind_the_last_mark_or_number(words: str, behind: str) -> None:
    assert clause(words) == behind


@pytest.mark.parametrize("mark", "，。；：！？\n".translate(str.maketrans("；：！？", ";:!?")))
def test_a_clause_of_people_is_not_cut(mark: str) -> None:
    text = f"{'甲' * 400}{mark}{'乙' * 400}"
    assert in_clauses(text) == text


def test_a_clause_without_end_has_a_line_end_in_each_five_hundred_characters_and_in_no_number() -> None:
    assert in_clauses("甲" * 401) == f"{'甲' * 400}\n"
    assert in_clauses("甲" * 1200) == f"{'甲' * 499}\n{'甲' * 499}\n{'甲' * 200}"
    assert in_clauses("甲" * 480 + "1" * 60) == f"{'甲' * 479}\n{'1' * 60}"
    assert in_clauses("1" * 600) == f"{'1' * 499}\n{'1' * 100}"
