"""What a text says of targets as a whole."""

import pytest

from consistency.extract.relations.sheet import Sheet
from consistency.extract.relations.targets_told import (
    TargetsTold,
    no_outcome,
    targets_told,
    words_on_target,
)
from tests.domain import read, report, rules


def missed(text: str) -> list[TargetsTold]:
    return list(targets_told(Sheet.of(read(report(text))), "missed", rules().lexicon))


@pytest.mark.parametrize(
    ("text", "open_", "counts", "but_for"),
    [
        ("2项指标低于预期。", False, True, False),
        ("进出口总额等指标低于预期。", True, False, False),
        ("除进出口总额外，其他指标未完成目标。", False, False, True),
        ("进出口总额等2项主要指标不及预期。", True, True, False),
        ("三个约束性指标低于目标。", False, True, False),
        ("进出口总额等指标低于预期，其中出口下降。", False, False, False),  # told in full
        ("进出口总额等指标低于预期，分别下降。", False, False, False),
        ("进出口总额与预期目标还有一定差距。", False, False, False),
        ("受天气等影响，进出口总额没有达到目标。", False, False, False),  # another clause goes on
    ],
)
def test_a_sentence_tells_of_targets_missed(text: str, open_: bool, counts: bool, but_for: bool) -> None:
    (told,) = missed(text)
    assert (told.open, told.counts, told.but_for) == (open_, counts, but_for)


def test_the_list_behind_a_sentence_belongs_to_it() -> None:
    (told,) = missed("2项指标低于预期。其中，进出口总额、粮食产量受天气影响。")
    assert told.names("粮食产量", rules().lexicon)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全年看，进出口总额未完成年度目标。", "进出口总额未完成年度"),
        ("进出口总额未能达到预期，出口低于目标。", "进出口总额未能达到预期"),  # once for a sentence
        ("全年看：进出口总额逊于预期。", "进出口总额逊于预期"),
    ],
)
def test_the_words_that_say_it_are_a_clause(text: str, said: str) -> None:
    (told,) = missed(text)
    assert told.said == said


def test_sentences_are_told_one_by_one_and_each_once() -> None:
    found = missed("进出口总额未能达到预期，出口低于目标。粮食产量低于目标。")
    assert [one.said for one in found] == ["进出口总额未能达到预期", "粮食产量低于目标"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("各项指标均完成目标。", ["各项指标均完成目标"]),
        ("主要指标全部达到预期。", ["主要指标全部达到预期"]),
        ("全面完成年度各项指标。", ["全面完成年度各项指标"]),
        ("各项指标完成情况良好。", []),
        ("圆满完成任务。", []),
    ],
)
def test_a_sentence_tells_that_targets_were_met(text: str, said: list[str]) -> None:
    sheet = Sheet.of(read(report(text)))
    assert [one.said for one in targets_told(sheet, "met", rules().lexicon)] == said


@pytest.mark.parametrize(
    ("name", "named"),
    [("规上工业增加值", True), ("规模以上工业增加值", True), ("粮食产量", False), ("“规上”工业增加值", True)],
)
def test_a_sentence_names_an_indicator_by_any_spelling(name: str, named: bool) -> None:
    (told,) = missed("规上工业增加值低于预期。")
    assert told.names(name, rules().lexicon) is named


@pytest.mark.parametrize(
    ("name", "part"), [("进出口总额", "进出口总额低于预期，降幅较大"), ("粮食产量", "粮食产量增长"), ("人口", None)]
)
def test_the_part_of_a_sentence_that_names_an_indicator(name: str, part: str | None) -> None:
    (told,) = missed("进出口总额低于预期，降幅较大；粮食产量增长。")
    place = told.part_naming(name, rules().lexicon)
    assert (place.of(told.sheet.text).strip("。") if place else None) == part


def on_target(text: str, number: int = 0) -> tuple[str, str, str] | None:
    """What is said behind a number of a text: which way, in which words, and of which aim."""
    sheet = Sheet.of(read(report(text)))
    facts = [f for f in sheet.facts if f.start > sheet.text.index("\n")]
    following = facts[number + 1] if number + 1 < len(facts) else None
    told = words_on_target(sheet, facts[number], following)
    return (told.said, told.place.of(sheet.text), told.aim.mention.words if told.aim else "") if told else None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("城镇新增就业1150人，超额完成年度任务。", ("met", "，超额完成年度任务", "")),
        ("城镇新增就业1150人，未完成年度目标任务。", ("missed", "，未完成年度目标任务", "")),
        ("城镇新增就业1150人，没有实现全年目标。", ("missed", "，没有实现全年目标", "")),
        ("城镇登记失业率2.4%，控制在预期目标。", ("held", "，控制在预期目标", "")),
        ("粮食产量12万吨，高于年初计划。", ("above", "，高于年初计划", "")),
        ("粮食产量12万吨，低于既定目标。", ("below", "，低于既定目标", "")),
        ("粮食产量12万吨，完成省定目标。", None),  # others have set it
        ("粮食产量12万吨，完成年度任务较好。", None),  # the clause goes on
        ("粮食产量12万吨，增长较快。", None),
        ("粮食产量12万吨，完成投资5亿元。", None),  # no aim
    ],
)
def test_words_behind_an_outcome_speak_of_its_own_target(text: str, said: tuple[str, str, str] | None) -> None:
    assert on_target(text) == said


@pytest.mark.parametrize(
    ("text", "said", "aim"),
    [
        ("地区生产总值增长4.1%，高于5%的预期目标。", "above", "5%"),
        ("粮食播种面积5.2万亩，完成年度计划5万亩。", "met", "5万亩"),
        ("粮食播种面积2.6万亩，完成年度任务5万亩的52%。", "", ""),  # a rate of it
    ],
)
def test_the_aim_may_stand_among_them(text: str, said: str, aim: str) -> None:
    told = on_target(text)
    assert (told[0], told[2].removeprefix("高于")) == (said, aim) if told else not said


@pytest.mark.parametrize(
    ("cell", "words"),
    [("市级暂未反馈", "市级暂未反馈"), ("待核定", "待核定"), ("无数据", "无数据"), ("6%", ""), ("良好", "")],
)
def test_a_table_may_tell_that_there_is_no_outcome_yet(cell: str, words: str) -> None:
    sheet = Sheet.of(read(report(f"| 指标 | 目标 | 完成 |\n| 粮食产量增长 | 5% | {cell} |")))
    target = next(f for f in sheet.facts if f.mention.words == "5%")
    assert no_outcome(sheet, target) == words


def test_a_number_below_something_else_tells_of_no_target() -> None:
    assert missed("排放浓度低于上年。") == []
