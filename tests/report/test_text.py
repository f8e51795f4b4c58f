"""The report for people: what they find in it, how it looks, and that no document can speak to their terminal."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from rich.cells import cell_len
from rich.text import Text

from consistency.model import Context, Document, Finding, Key, Measure, Passage, Reading, Severity, Status
from consistency.offsets import Span
from consistency.report import text
from consistency.report.wording import LANGUAGES
from tests.report.samples import (
    JOBS,
    JOBS_DISAGREE,
    JOBS_SET,
    MORE_JOBS,
    READINGS,
    REVENUE_IN_WAN,
    REVENUE_IN_YI,
    REVENUE_SET,
    UNREAD,
    WORDS_DISAGREE,
    claim,
    hostile,
    known,
    quantity,
    report,
)


def shown(
    findings: list[Finding] | None = None,
    lang: str = "zh",
    width: int | None = 80,
    colour: bool = False,
    **rest: object,
) -> str:
    found = report() if findings is None else report(findings)
    return text.render(replace(found, **rest), lang=lang, width=width, colour=colour)  # type: ignore[arg-type]


def lines(of: str) -> list[str]:
    return [line.strip() for line in of.splitlines()]


def test_a_finding_begins_with_what_it_is() -> None:
    assert lines(shown())[:2] == [
        "错误 CC101 数值不一致：6.5万人与超5.5万人不一致",
        "城镇新增就业 · 青石区 · 2023 · 实际",
    ]
    assert lines(shown(lang="en"))[:2] == [
        "error CC101 values differ: 6.5万人 disagrees with 超5.5万人",
        "城镇新增就业 · 青石区 · 2023 · actual",
    ]


def test_each_value_heads_the_places_where_it_stands_the_primary_first() -> None:
    assert lines(shown())[2:10] == [
        "6.5万人 → 65,000 人",
        "工作报告.txt:3:18",
        "城镇新增就业⟦6.5万人⟧，完成年度任务的128%。",
        "超5.5万人 → 大于 55,000、不超过 60,500 人",
        "统计公报.txt:3:3",
        "全年城镇新增就业⟦超5.5万人⟧，登记失业率控制在较低水平。",
        "转载/新闻摘编.txt:1:6",
        "去年，全年城镇新增就业⟦超5.5万人⟧，登记失业率控制在较低水平。",
    ]


def test_a_place_is_told_with_its_heading_and_its_column() -> None:
    table = Document("表.txt", "一、就业\n|指标|全区|街道|\n|城镇新增就业|6.5万人|1.2万人|\n")
    found = quantity(table, "1.2万人", "1.2", "万人", 12000, "人")
    told = claim(table, "城镇新增就业|6.5万人|1.2万人", found, JOBS)
    at = table.text.index("街道")
    told = replace(told, mention=replace(told.mention, heading="一、就业", over=(Span(at, at + 2),)))
    reading = Reading(table, Context(), (told.mention,))
    shown_lines = lines(shown([replace(JOBS_DISAGREE, claims=(told,))], readings=(reading,), sets=()))
    assert "表.txt:3:2 · 一、就业 · 街道" in shown_lines


def test_the_place_of_a_number_in_a_table_is_its_own_cell() -> None:
    text_of = "|城镇新增就业|6.5万人|1.2万人|\n"
    table = Document("表.xlsx", text_of, landmarks=((1, "Sheet1!A3"), (8, "Sheet1!B3"), (14, "Sheet1!C3")))
    found = quantity(table, "1.2万人", "1.2", "万人", 12000, "人")
    told = claim(table, "城镇新增就业|6.5万人|1.2万人", found, JOBS)
    reading = Reading(table, Context(), (told.mention,))
    shown_lines = lines(shown([replace(JOBS_DISAGREE, claims=(told,))], readings=(reading,), sets=()))
    assert "表.xlsx (Sheet1!C3)" in shown_lines


def test_what_was_not_looked_at_is_said() -> None:
    assert "人名、机构名和事件日期，在文件共有的段落之外未作比较。" in shown()


def test_sources_clue_and_evidence_follow() -> None:
    assert lines(shown())[10:15] == [
        "来源  6.5万人：1 个独立来源（工作报告.txt）",
        "超5.5万人：1 个独立来源（统计公报.txt）",
        "线索  两数只差一位数字",
        "依据  可信程度：很大（1）",
        "差额：4,500 人",
    ]
    assert "指纹  a1b2c3" in lines(shown())  # by which it can be accepted


def test_independent_sources_are_counted_and_named() -> None:
    sided = replace(JOBS_DISAGREE, sides=(("6.5万人", ("a.txt",)), ("超5.5万人", ("b.txt", "c.txt"))))
    assert "超5.5万人：2 个独立来源（b.txt、c.txt）" in shown([sided])
    assert "超5.5万人: 2 independent (b.txt, c.txt)" in shown([sided], lang="en")


def test_reprints_of_the_same_words_are_quoted_once() -> None:
    words = "全年粮食产量12.6万吨，再获丰收。"
    readings, claims = [], []
    key = Key("青石区", "粮食产量", Measure.LEVEL, "2023", Status.ACTUAL)
    for path in ("甲.txt", "乙.txt", "丙.txt"):
        document = Document(path, words)
        claims.append(
            claim(document, "粮食产量12.6万吨", quantity(document, "12.6万吨", "12.6", "万吨", 126000, "t"), key)
        )
        readings.append(Reading(document, Context(), (claims[-1].mention,)))
    reprinted = replace(JOBS_DISAGREE, key=key, claims=tuple(claims))
    found = lines(shown([reprinted], readings=tuple(readings), sets=()))
    assert found[2:7] == [
        "12.6万吨 → 126,000 吨",
        "甲.txt:1:3",
        "乙.txt:1:3",
        "丙.txt:1:3",
        "全年粮食产量⟦12.6万吨⟧，再获丰收。",
    ]


def test_a_claim_about_another_thing_says_about_which() -> None:
    arithmetic = replace(JOBS_DISAGREE, claims=(MORE_JOBS, REVENUE_IN_WAN, REVENUE_IN_YI))
    found = lines(shown([arithmetic]))
    assert "一般公共预算收入：803000万元 → 80.3 亿元" in found
    assert "一般公共预算收入：80.3亿元" in found
    assert "6.5万人 → 65,000 人" in found


def test_the_growth_of_an_indicator_is_told_from_its_level() -> None:
    growth = replace(JOBS, measure=Measure.GROWTH, status=Status.TARGET, period="2024", scope="规模以上")
    found = lines(shown([replace(JOBS_DISAGREE, key=growth, claims=(MORE_JOBS,))]))
    assert found[1] == "城镇新增就业 · 规模以上 · 增速 · 青石区 · 2024 · 目标"
    assert found[2] == "2023 · 实际：6.5万人 → 65,000 人"


def test_words_that_differ_are_marked_in_their_sentences() -> None:
    assert lines(shown([WORDS_DISAGREE]))[:5] == [
        "警告 CC401 用词不同：“过去一年”与“去年”用词不同",
        "工作报告.txt:3:3",
        "⟦过去一年⟧，我们千方百计稳就业。",
        "转载/新闻摘编.txt:1:1",
        "⟦去年⟧，全年城镇新增就业超5.5万人，登记失业率控制在较低水平。",
    ]


def test_a_long_sentence_is_cut_and_says_so() -> None:
    document = Document("长句.txt", "甲" * 90 + "去年" + "乙" * 90)
    finding = replace(WORDS_DISAGREE, claims=(Passage("长句.txt", Span(90, 92)),))
    found = shown([finding], readings=(Reading(document, Context(), ()),), sets=())
    joined = "".join(lines(found))
    assert "…" + "甲" * 40 + "⟦去年⟧" + "乙" * 40 + "…" in joined


def test_findings_known_before_are_counted_and_not_listed() -> None:
    found = lines(shown([known(JOBS_DISAGREE), known(WORDS_DISAGREE, "new")], lang="en"))
    assert found[0].startswith("warning CC401")
    assert not [line for line in found if "CC101" in line]
    assert "Findings: 1 (error 0, warning 1, info 0)." in found
    assert "1 more were known or accepted before." in found


def test_the_summary_counts_findings_coverage_and_groups() -> None:
    found = "".join(lines(shown(width=200)))
    assert "共报告 2 处：错误 1，警告 1，提示 0。" in found
    assert "读到 7 个数字，其中 5 个认出所指的指标，5 个在其他文件中有对照；其余 2 个未与其他文件比较。" in found
    assert "有对照的指标 2 项：一致 1，有出入 1，不一致 0，不可比 0。" in found


def told_of(entity: str, period: str, path: str = "a.txt") -> Reading:
    return Reading(Document(path, "甲\n"), Context(entity=entity, period=period), (), ())


def test_every_document_has_its_coverage_and_what_it_was_taken_to_be_about() -> None:
    found = [line.split() for line in shown(lang="en", readings=(*READINGS, told_of("青石区", ""))).splitlines()]
    start = found.index(["numbers", "claims", "met", "document", "place", "or", "body", "·", "period"])
    numbers = [row[:4] for row in found[start + 1 :]]
    assert numbers == [
        ["4", "2", "2", "工作报告.txt"],
        ["2", "2", "2", "统计公报.txt"],
        ["1", "1", "1", "转载/新闻摘编.txt"],
        ["0", "0", "0", "a.txt"],
        ["7", "5", "5", "total"],
    ]
    assert found[-2][4:] == ["青石区", "·", "(not", "told)"]
    assert found[-1][4:] == []


def test_columns_stand_under_each_other_in_cells() -> None:
    rows = shown(
        [], sets=(), readings=(told_of("青石区", "2023"), told_of("青石区", "2022", "转载/新闻.txt"))
    ).splitlines()
    table = [row for row in rows if "·" in row and ("数字" in row or ".txt" in row)]
    assert len(table) == 3
    names = ("文件", "a.txt", "转载/新闻.txt")
    assert {cell_len(row[: row.index(name)]) for row, name in zip(table[-3:], names, strict=True)} == {24}
    told = ("地区或单位 · 时间", "青石区 · 2023", "青石区 · 2022")
    assert {cell_len(row[: row.index(words)]) for row, words in zip(table[-3:], told, strict=True)} == {39}


def test_where_lines_are_short_what_a_document_is_about_stands_below_its_name() -> None:
    rows = lines(shown([], width=40, sets=(), readings=(told_of("青石区", "2023", "一份名字很长很长的文件.txt"),)))
    name = next(i for i, row in enumerate(rows) if row.endswith("一份名字很长很长的文件.txt"))
    assert rows[name + 1] == "青石区 · 2023"


def test_no_finding_is_said_plainly_with_what_was_compared() -> None:
    found = lines(shown([], sets=(REVENUE_SET,)))
    assert found[0] == "未发现不一致之处。"
    assert found[1].startswith("读到 7 个数字，其中 5 个认出所指的指标，2 个在其他文件中有对照；其余 5 个未与其")
    assert lines(shown([], lang="en"))[0] == "Nothing was found to disagree."


def test_silence_because_nothing_met_is_not_taken_for_agreement() -> None:
    assert "Nothing could be compared" in shown([], lang="en", sets=())
    assert "文件之间没有可比之处" in shown([], sets=())
    assert "文件之间没有可比之处" in shown(sets=())
    assert "没有可比之处" not in shown(sets=(JOBS_SET,))


def test_one_document_alone_has_nothing_to_be_compared_with() -> None:
    assert "只读到一份文件" in shown([], readings=READINGS[:1], sets=())


def test_no_document_at_all_is_said() -> None:
    found = shown([], readings=(), sets=(), problems=(UNREAD,))
    assert found.count("没有读到任何文件") == 1
    assert "未发现" not in found
    assert "附件.pdf: 不支持的格式：.pdf" in found


def test_what_could_not_be_read_stands_at_the_end() -> None:
    assert lines(shown(lang="en", problems=(UNREAD,)))[-2:] == ["Could not be read", "附件.pdf: no reader for .pdf"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [50, 80, 120])
def test_no_line_is_wider_than_the_terminal(lang: str, width: int) -> None:
    assert max(cell_len(line) for line in shown(lang=lang, width=width).splitlines()) <= width


@pytest.mark.parametrize("lang", LANGUAGES)
def test_colour_changes_the_marks_and_no_word(lang: str) -> None:
    plain = shown(lang=lang).replace("⟦", "").replace("⟧", "")
    coloured = shown(lang=lang, colour=True)
    assert Text.from_ansi(coloured).plain.split() == plain.split()
    assert "⟦" not in coloured
    assert "\x1b[1;4m超5.5万人\x1b[0m" in coloured


def test_without_colour_there_is_no_escape_sequence() -> None:
    assert "\x1b" not in shown()


def test_a_pipe_is_eighty_columns_wide() -> None:
    assert shown(width=None) == shown(width=80)


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_its_own_colour(severity: Severity) -> None:
    heads = {
        s: shown([replace(JOBS_DISAGREE, severity=s)], colour=True).split("m", 1)[0]
        for s in Severity
        if s is not severity
    }
    assert shown([replace(JOBS_DISAGREE, severity=severity)], colour=True).split("m", 1)[0] not in heads.values()


HOSTILE = "[red]收入[/red]\x1b[2J\x9b31m80亿元\u202e元亿09\u200b\u2066:skull:"


def test_no_document_speaks_to_the_terminal() -> None:
    """Hostile words wherever words of others come in; what the terminal gets are this program's own colours only."""
    found = text.render(hostile(HOSTILE), lang="zh", colour=True)
    without_colours = re.sub(r"\x1b\[[\d;]*m", "", found)
    assert "".join(c for c in without_colours if c != "\n").isprintable()
    assert "\x1b[2J" not in found
    assert "[red]" in found
    assert ":skull:" in found
    assert "‹U+202E›" in found
    assert set(re.findall(r"\x1b\[([\d;]*)m", found)) <= {"0", "1", "2", "3", "36", "1;4", "1;31"}


def test_a_value_with_no_end_is_readable() -> None:
    thirds = replace(MORE_JOBS.quantity, base_value=Fraction(200, 3))
    finding = replace(JOBS_DISAGREE, claims=(replace(MORE_JOBS, mention=replace(MORE_JOBS.mention, quantity=thirds)),))
    assert "6.5万人 → ≈66.67 人" in shown([finding])


def test_a_terminal_is_shown_a_list_where_there_is_more_than_a_screen() -> None:
    many = [replace(JOBS_DISAGREE, fingerprint=f"{n}") for n in range(9)]
    many += [replace(JOBS_DISAGREE, severity=Severity.WARNING, rule=f"CC4{n:02}") for n in range(30)]
    found = text.render(report(many), lang="zh", width=80, details=False)
    assert found.count("\n") <= 40
    assert lines(found)[:2] == [
        "错误 CC101 数值不一致：6.5万人与超5.5万人不一致",
        "工作报告.txt:3:18（同类共 9 处）",
    ]
    assert "加 --details 列出各处原文和依据" in found
    assert "共报告 39 处：错误 9，警告 30，提示 0。" in found
    (left,) = re.findall("未列出的还有 (\\d+) 处。", found)
    assert int(left) == 39 - found.count("CC")
    assert found.count("CC101") == 1


def test_what_fits_on_a_screen_is_shown_whole_there() -> None:
    assert text.render(report([JOBS_DISAGREE]), lang="zh", width=80, details=False) == shown([JOBS_DISAGREE])


def test_a_long_report_begins_and_ends_with_the_counts() -> None:
    found = shown([replace(JOBS_DISAGREE, fingerprint=f"{n}") for n in range(9)])
    assert found.startswith("共报告 9 处")
    assert found.count("共报告 9 处") == 2


def test_what_documents_tell_differently_is_listed_before_damage() -> None:
    damaged = replace(JOBS_DISAGREE, rule="CC304", evidence={"kind": "unit_lost"})
    many = [damaged] * 9 + [replace(JOBS_DISAGREE, rule="CC105")]
    found = re.findall("CC\\d+", text.render(report(many), lang="zh", width=80, details=False))
    assert found == ["CC105", *["CC304"] * 9]


@pytest.mark.parametrize("width", [20, 80, 120])
def test_no_line_of_a_list_is_wider_than_the_terminal_but_places(width: int) -> None:
    many = [replace(JOBS_DISAGREE, message={"zh": "数值不一致" * 30}, fingerprint=f"{n}") for n in range(9)]
    found = text.render(report(many), lang="zh", width=width, details=False)
    assert cell_len(found.splitlines()[0]) <= width
    assert found.splitlines()[0].endswith("…")
