"""What was read, listed for people and for spreadsheets."""

import csv
import io
import re
from dataclasses import replace

import pytest

from consistency.model import Context, Document, Reading
from consistency.report import LISTINGS, RENDERERS, claims_csv, claims_text, listing, renderer
from tests.domain import read
from tests.report.samples import READINGS, TASK, mention, quantity, report


def listed(everything: bool, lang: str = "zh") -> list[str]:
    text = claims_text.render(READINGS[:1], everything=everything, lang=lang, width=80, colour=False)
    return [line.strip() for line in text.splitlines()]


def table(readings: tuple[Reading, ...] = READINGS, everything: bool = True) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(claims_csv.render(readings, everything=everything))))


def test_every_form_in_the_tables_can_be_given() -> None:
    for form in RENDERERS:
        assert renderer(form)(report(), lang="zh", width=None, colour=False).endswith("\n")
    for form in LISTINGS:
        assert listing(form)(READINGS, everything=True, lang="zh", width=None, colour=False).endswith("\n")


def test_claims_are_listed_with_value_words_and_key() -> None:
    assert listed(everything=False) == [
        "工作报告.txt：读到 4 个数字，认出指标的 2 个",
        "工作报告.txt:3:18  6.5万人 → 65,000 人",
        "城镇新增就业⟦6.5万人⟧，完成年度任务的128%。",
        "城镇新增就业 · 青石区 · 2023 · 实际",
        "工作报告.txt:3:42  803000万元 → 80.3 亿元",
        "一般公共预算收入达到⟦803000万元⟧，同比增长4.2%。",
        "一般公共预算收入 · 青石区 · 2023 · 实际",
    ]


def test_every_mention_says_how_it_was_read_and_why_it_is_no_claim() -> None:
    found = listed(everything=True, lang="en")
    start = found.index("工作报告.txt:3:30  128%")
    assert found[start + 2 : start + 4] == ["no claim: no indicator", "read as: figures · exact · sentence"]


TEXT = """青山县2023年国民经济和社会发展统计公报
全年地区生产总值突破320亿元，增长6.5%，总量居全市第三。粮食产量12.5万吨，占全市的近1/5。
规模以上工业企业七八十家，三成以上在开发区，每3家就有1家上云，新增学位上千个，道路拓宽10至12米。
财政收入翻一番，客运量与上年持平，出口保持两位数增长，医保覆盖百余万人，城乡收入比为2.1:1。
| 指标 | 2023年（亿元） |
|---|---|
| 进出口总额 | 36.2 |
总规模20亿元。
"""


def test_how_a_number_was_read_is_told_in_chinese_to_readers_of_chinese() -> None:
    reading = read(TEXT, "公报.txt")
    text = claims_text.render([reading], everything=True, lang="zh", width=10_000, colour=False)
    notes = [line.strip() for line in text.splitlines() if line.strip().startswith("读法：")]
    assert len(notes) == len(reading.mentions) > 12
    assert not [note for note in notes if re.search("[a-z]{2}", note)]
    assert notes[0].split(" · ") == [
        "读法：数字：320",
        "数量级：亿（×100000000）",
        "单位：元",
        "界限：突破（超过）",
        "所指：地区生产总值",
        "性质：总量",
    ]
    assert not [note for note in notes if note.endswith("：")]


@pytest.mark.parametrize(("reason", "told"), [("no indicator", "上下文没有说明指标"), ("too faint", "too faint")])
def test_a_reason_is_told_in_the_language_asked_for_where_it_has_words(reason: str, told: str) -> None:
    reading = replace(READINGS[0], mentions=(replace(TASK, reason=reason),))
    text = claims_text.render([reading], everything=True, lang="zh", width=80, colour=False)
    assert f"不作比较：{told}" in text


def test_a_reason_that_is_missing_is_not_left_blank() -> None:
    reading = replace(READINGS[0], mentions=(replace(TASK, reason=""),))
    text = claims_text.render([reading], everything=True, lang="zh", width=80, colour=False)
    assert "不作比较：原因未说明" in text


def test_csv_has_a_row_for_each_mention_and_a_column_for_each_field() -> None:
    rows = table()
    assert len(rows) == 7
    assert [row["value"] + row["unit"] for row in rows[:2]] == ["6.5万人", "128%"]
    assert (rows[1]["indicator"], rows[1]["reason"]) == ("", "no indicator")
    assert (rows[4]["low"], rows[4]["high"], rows[4]["bound"]) == ("55000", "60500", "over")
    assert len(table(everything=False)) == 5


def test_csv_cells_hold_one_line_and_no_formula() -> None:
    document = Document("=cmd|x.txt", "@收入\r\n\t-2.3%")
    change = quantity(document, "-2.3%", "-2.3", "%", -2, "%")
    found = mention(document, "@收入\r\n\t-2.3%", change, None, "+no period")
    (row,) = table((Reading(document, Context(), (found,)),))
    assert row["path"] == "'=cmd|x.txt"
    assert row["quote"] == "'@收入↵ -2.3%"
    assert row["reason"] == "'+no period"
    assert (row["value"], row["base_value"]) == ("-2.3", "-2")
