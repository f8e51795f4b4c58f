"""A document as it was understood."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from consistency.extract.outline import Outline, outline
from consistency.model import Context, Reading
from consistency.report import inspection_json, inspection_text
from consistency.report.inspection_text import MOST_PLACES, MOST_SECTIONS, Inspected
from tests.domain import read, rules
from tests.report.samples import READINGS

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8"))
INSPECTION = Draft202012Validator({"$ref": "#/$defs/inspection", "$defs": SCHEMA["$defs"]})

REPORT = """关于青山市2023年预算执行情况和2024年预算草案的报告
各位代表：
一、2023年预算执行情况
（一）市本级预算执行情况
完成投资\ufffd2.5亿元，票房、观众分别增长64%107%。
附件1
单位：万元
| 项目 | 2022年 | 2023年 |
|---|---|---|
| 粮食产量（万吨） | 12.1 | 12.3 |
| 财政收入 | 300 | 320 |
二、2024年预算草案
扩大内需。
"""


def inspected(text: str, path: str = "报告.txt") -> Inspected:
    reading = read(text, path)
    return Inspected(reading, outline(reading, rules().lexicon))


def shown(one: Inspected, *, everything: bool = False, lang: str = "zh", width: int = 80) -> list[str]:
    """The lines of a document as they are shown, without white space around them."""
    text = inspection_text.render([one], everything=everything, lang=lang, width=width)
    return [line.strip() for line in text.splitlines()]


def of(reading: Reading, **changes: object) -> Inspected:
    return Inspected(replace(reading, **changes), Outline((), ()))  # type: ignore[arg-type]


def lines(lang: str = "zh", **changes: object) -> list[list[str]]:
    return [line.split() for line in shown(of(READINGS[0], **changes), lang=lang)]


def test_what_a_document_says_of_itself_is_told_and_what_not() -> None:
    found = lines()
    assert found[0] == ["工作报告.txt"]
    assert ["标题", "青石区2024年政府工作报告"] in found
    assert ["地区或单位", "青石区"] in found
    assert ["发布单位", "（未说明）"] in found


def test_where_it_was_understood_otherwise_the_file_beside_it_is_named() -> None:
    assert any("工作报告.txt.toml" in line and "period" in line for line in shown(of(READINGS[0])))


def test_what_became_of_its_numbers() -> None:
    found = lines("en")
    assert ["numbers", "4"] in found
    assert ["no", "claim:", "no", "indicator", "×", "2"] in found


def test_nothing_hidden_gets_through() -> None:
    one = of(READINGS[0], context=Context("甲\u202e\x1b[2J", "乙\n丙"))
    found = inspection_text.render([one], everything=False, lang="zh", width=80)
    assert "甲‹U+202E›‹U+001B›[2J" in found
    assert "乙↵丙" in found


@pytest.mark.parametrize(
    ("path", "encoding", "told"),
    [
        ("a.txt", "gb18030", "gb18030（按字节判断）"),
        ("a.csv", "utf-8-sig", "utf-8-sig（按字节序标记）"),
        ("a.HTML", "gb18030", "gb18030（按网页声明和字节判断）"),
        ("-", "utf-8", "utf-8（按字节判断）"),
    ],
)
def test_the_encoding_is_told_with_what_told_it(path: str, encoding: str, told: str) -> None:
    document = replace(READINGS[0].document, path=path, encoding=encoding)
    assert ["编码", told] in lines(document=document)


@pytest.mark.parametrize("path", ["a.pdf", "a.docx", "a.xlsx"])
def test_formats_that_hold_characters_have_no_encoding(path: str) -> None:
    found = lines(document=replace(READINGS[0].document, path=path))
    assert not any(line[:1] == ["编码"] for line in found)


def test_sections_are_told_with_what_they_put_in_force() -> None:
    found = shown(inspected(REPORT))
    at = found.index("章节（4）")
    assert found[at + 1 : at + 5] == [
        "3:1   一、2023年预算执行情况  → 2023 · 回顾",
        "4:1     （一）市本级预算执行情况  → 2023 · 回顾 · 市本级",
        "6:1   附件1  → 2023 · 回顾",
        "12:1  二、2024年预算草案  → 2024 · 展望",
    ]


def test_tables_are_told_with_size_title_header_and_units() -> None:
    found = shown(inspected(REPORT))
    at = found.index("表格（1）")
    assert found[at + 1 : at + 4] == [
        "8:1  2 行 × 3 列  附件1",
        "表头：项目 | 2022年 | 2023年",
        "单位：万元、万吨",
    ]


def test_damaged_places_are_told_with_what_is_proposed_and_left_out() -> None:
    found = shown(inspected(REPORT))
    at = found.index("受损之处（2）")
    assert found[at + 1 :] == [
        "数字被吞 × 1、数字相连 × 1",
        "5:5   数字被吞：\ufffd2.5亿元",
        "因此未参与比较的数字：2.5亿元",
        "5:21  数字相连：64%107%",
        "建议读作“64%、107%”",
        "以上读法是按文字本身推测的建议，供核对；原文不作改动。",
    ]


def test_a_figure_that_is_lost_is_said_to_be() -> None:
    text = "青山县2023年工作总结\n群众满意度明显提高，全年交付?；蒉r?62套。\n"
    reading = read(text)
    sign = replace(reading.damages[0], proposal="。惠农□62")
    found = shown(Inspected(replace(reading, damages=(sign,)), Outline((), ())))
    assert found[-1] == "□ 处缺失的数字无从得知。"


def test_an_undamaged_document_without_sections_says_so() -> None:
    found = shown(of(READINGS[1]), lang="en")
    assert [line for line in found if line.endswith("none")] == [
        "sections: none",
        "tables: none",
        "damaged places: none",
    ]


def test_what_was_left_by_a_conversion_is_not_shown_in_headings() -> None:
    found = shown(inspected("青山縣2023年國民經濟和社會發(fā)展統計公報\n一、綜合經(jīng)濟\n糧食豐收。\n"))
    assert any(line.startswith("2:1  一、綜合經濟") for line in found)


def test_hundreds_of_places_are_summed_up_with_some_of_each_sort() -> None:
    sentences = "\n".join(f"观众、票房分别增长{n}%107%。" for n in range(100, 300))
    text = f"青山县2023年工作总结\n{sentences}\n累计交付\ufffd62套。\n"
    few, all_of_them = shown(inspected(text)), shown(inspected(text), everything=True)
    assert "数字相连 × 200、数字被吞 × 1" in few
    assert sum("数字相连：" in line for line in few) == MOST_PLACES - 1
    assert any("数字被吞：" in line for line in few)
    assert f"另有 {201 - MOST_PLACES} 处未列出，用 --all 全部列出。" in few
    assert sum("数字相连：" in line for line in all_of_them) == 200
    assert not any("--all" in line for line in all_of_them)


def test_of_many_sections_the_deeper_are_left_out_first() -> None:
    parts = "".join(f"（{n}）细目\n收支平衡。\n" for n in range(1, 21)).replace("（", "(").replace("）", ")")
    text = "青山县2023年工作总结\n" + "".join(f"{n}、工作回顾\n{parts}" for n in "一二三")
    few = shown(inspected(text))
    assert "章节（63）" in few
    assert "另有 60 个下级或其后的标题，用 --all 全部列出。" in few
    assert len(shown(inspected(text), everything=True)) > 63


def test_sections_of_one_depth_are_cut_where_they_are_too_many() -> None:
    text = "青山县2023年工作总结\n" + "".join(f"第{n}章 工作回顾\n收支平衡。\n" for n in "一二三四五六七八九十" * 4)
    found = shown(inspected(text))
    assert sum(re.match(r" *\d+:\d+ +第", line) is not None for line in found) == MOST_SECTIONS


def test_a_narrow_terminal_breaks_lines_and_no_places() -> None:
    found = shown(inspected(REPORT), width=30)
    assert any(line.startswith("5:21  数字相连") for line in found)


def test_several_documents_stand_apart() -> None:
    several = [inspected(REPORT), inspected(REPORT, "b.txt")]
    text = inspection_text.render(several, everything=False, lang="zh", width=80)
    assert text.count("\n\nb.txt\n") == 1
    assert not text.endswith("\n\n")


# -- as data ------------------------------------------------------------------------------


def data(*several: Inspected) -> list[dict[str, Any]]:
    """The documents as JSON read back, after the schema has had its say."""
    found = json.loads(inspection_json.render(several, everything=False))
    INSPECTION.validate(found)
    documents: list[dict[str, Any]] = found["documents"]
    return documents


def test_the_data_fit_the_schema_and_hold_all_that_is_shown() -> None:
    (found,) = data(inspected(REPORT))
    assert (found["title"], found["kind"], found["encoding"]) == (REPORT.splitlines()[0], "budget", "utf-8")
    assert found["reasons"] == {"damaged": 1}
    last = found["sections"][1]
    assert (last["heading"], last["level"], last["scope"], last["line"]) == ("（一）市本级预算执行情况", 2, "市本级", 4)
    (table,) = found["tables"]
    assert (table["title"], table["rows"], table["columns"], table["units"]) == ("附件1", 2, 3, ["万元", "万吨"])
    lost, together = found["damages"]
    assert (lost["kind"], lost["quote"], lost["proposal"]) == ("eaten_digit", "\ufffd2.5亿元", None)
    assert (lost["numbers"], together["numbers"]) == (["2.5亿元"], [])
    assert together["proposal"] == "64%、107%"
    assert REPORT[together["start"] : together["end"]] == "64%107%"


def test_the_data_are_never_cut_short() -> None:
    text = "青山县2023年工作总结\n" + "\n".join(f"观众、票房分别增长{n}%107%。" for n in range(100, 300))
    assert len(data(inspected(text))[0]["damages"]) == 200


def test_places_of_laid_out_formats_have_their_landmark() -> None:
    one = inspected(REPORT)
    document = replace(one.reading.document, landmarks=((0, "p1:1"), (REPORT.index("二、"), "p2:1")))
    (found,) = data(replace(one, reading=replace(one.reading, document=document)))
    assert [section["landmark"] for section in found["sections"]] == ["p1:1", "p1:1", "p1:1", "p2:1"]
