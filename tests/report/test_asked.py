"""What is understood of the numbers at a place of a document, and the words that set it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from consistency.report.asked import Spot, aspects, render
from consistency.report.places import LocatedText
from tests.domain import read

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8"))
ASKED = Draft202012Validator({"$ref": "#/$defs/asked", "$defs": SCHEMA["$defs"]})
TEXT = (
    "关于青山县2023年预算执行情况和2024年预算草案的报告\n"
    "一、2023年预算执行情况\n"
    "县本级一般公共预算收入年初预算3.1亿元，完成3.2亿元，增长4.2%。\n"
    "上半年，全省外资企业进出口总额5.1亿元。其中，出口2.1亿元，按同口径计算增长6.3%。\n"
    "二、2024年预算安排\n"
    "政府性基金预算收入3.4亿元。\n"
)


def why(words: str, text: str = TEXT) -> dict[str, tuple[str, str | None]]:
    """For each aspect of the key of the number written so, in which way it was set and by which words."""
    reading = read(text)
    mention = next(m for m in reading.mentions if m.words == words)
    told = aspects(mention, reading.context)
    return {aspect: (e.rule, e.span.of(text) if e.span else None) for aspect, _, e in told}


def test_each_aspect_is_told_with_the_words_that_set_it() -> None:
    assert why("3.1亿元") == {
        "entity": ("document", None),
        "indicator": ("sentence", "县本级一般公共预算收入年初预算"),
        "measure": ("unit", "3.1亿元"),
        "period": ("heading", "一、2023年预算执行情况"),
        "status": ("sentence", "年初预算"),
        "scope": ("sentence", "县本级"),
    }


@pytest.mark.parametrize(
    ("words", "aspect", "rule", "said"),
    [
        ("3.2亿元", "indicator", "subject before", "县本级一般公共预算收入年初预算"),
        ("3.2亿元", "status", "heading", "一、2023年预算执行情况"),
        ("4.2%", "measure", "sentence", "增长"),
        ("5.1亿元", "entity", "sentence", "全省"),
        ("5.1亿元", "period", "sentence", "上半年"),
        ("2.1亿元", "period", "sentence before", "上半年"),
        ("2.1亿元", "entity", "subject before", "全省"),
        ("2.1亿元", "whole", "subject before", "全省外资企业进出口总额"),
        ("6.3%", "basis", "sentence", "同口径计算增长"),
        ("3.4亿元", "period", "heading", "二、2024年预算安排"),
        ("3.4亿元", "status", "heading", "二、2024年预算安排"),
    ],
)
def test_what_sets_an_aspect_may_stand_far_before(words: str, aspect: str, rule: str, said: str) -> None:
    assert why(words)[aspect] == (rule, said)


def test_what_no_words_set_is_the_documents_or_the_usual() -> None:
    found = why("12.3万吨", "青山县2023年国民经济和社会发展统计公报\n粮食产量12.3万吨。\n")
    assert found["period"] == found["entity"] == ("document", None)
    assert found["status"] == ("usual", None)


def test_words_in_traditional_script_or_among_residue_are_those_of_the_text() -> None:
    found = why("3.1亿元", "白水縣施政報告\n二零二三年上半年，全縣(xian)出口3.1億元，增長5%。\n")
    assert found["period"] == ("sentence", "二零二三年上半年")
    assert found["entity"] == ("sentence", "全縣")


def test_a_place_is_a_line_or_a_character_of_it() -> None:
    reading, page = read(TEXT), LocatedText.of("a", TEXT)
    assert [m.words for m in Spot(3).numbers(reading, page)] == ["3.1亿元", "3.2亿元", "4.2%"]
    at = TEXT.splitlines()[2].index("亿元，增") + 1
    assert [m.words for m in Spot(3, at).numbers(reading, page)] == ["3.2亿元"]
    assert Spot(3, 1).numbers(reading, page) == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_can_be_read_by_people_and_by_programs(lang: str) -> None:
    reading = read(TEXT)
    text = render(reading, Spot(3), "text", lang, width=100)
    assert "县本级一般公共预算收入年初预算" in text
    assert "3:16" in text
    found = json.loads(render(reading, Spot(3), "json", lang))
    ASKED.validate(found)
    assert [number["mention"]["value"] for number in found["numbers"]] == ["3.1", "3.2", "4.2"]
    assert render(reading, Spot(1), "text", lang).count("\n") == 1


def test_what_a_cell_is_about_stands_at_its_row_and_its_column() -> None:
    text = (
        "关于青山县2023年预算执行情况和2024年预算草案的报告\n一、2023年预算执行情况\n"
        "表1 2023年收入预算执行情况表（单位：万元）\n"
        "| 项目 | 2022年决算数 | 2023年执行数 | 增长% |\n"
        "| 县本级一般公共预算收入 | 1234 | 1310 | 6.2 |\n| 税收收入 | 1000 | 1020 | 2.0 |\n"
    )
    found = why("1234万元", text)
    assert found["indicator"] == found["scope"] == ("row", "县本级一般公共预算收入")
    assert found["period"] == ("column", "2022年决算数")
    assert why("6.2%", text)["measure"] == ("column", "增长%")
