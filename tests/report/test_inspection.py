"""A document as it was read."""

from dataclasses import replace

from consistency.model import Context
from consistency.report import inspection
from tests.report.samples import READINGS


def lines(lang: str = "zh", **changes: object) -> list[list[str]]:
    reading = replace(READINGS[0], **changes)  # type: ignore[arg-type]
    return [line.split() for line in inspection.render(reading, lang=lang, width=80, colour=False).splitlines()]


def test_what_a_document_says_of_itself_is_told_and_what_not() -> None:
    found = lines()
    assert found[0] == ["工作报告.txt"]
    assert ["标题", "青石区2024年政府工作报告"] in found
    assert ["地区或单位", "青石区"] in found
    assert ["发布单位", "（未说明）"] in found
    assert ["编码", "utf-8"] in found


def test_what_became_of_its_numbers() -> None:
    found = lines("en")
    assert ["numbers", "4"] in found
    assert ["tied", "to", "an", "indicator"] not in found
    assert ["no", "claim:", "no", "indicator", "×", "2"] in found


def test_nothing_hidden_gets_through() -> None:
    found = inspection.render(
        replace(READINGS[0], context=Context("甲\u202e\x1b[2J", "乙\n丙")), lang="zh", width=80, colour=False
    )
    assert "甲‹U+202E›‹U+001B›[2J" in found
    assert "乙↵丙" in found
