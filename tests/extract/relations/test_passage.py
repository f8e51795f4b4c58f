"""What the amounts of a passage are there for."""

import pytest

from consistency.extract.relations.passage import Told
from consistency.extract.relations.sheet import Sheet
from tests.domain import read
from tests.extract.relations.lines import TITLE

ROLES = (
    ("一般公共预算收入完成150亿元。", "150亿元 named"),
    ("收入总计90亿元。", "90亿元 total"),
    ("当年财力90亿元。", "90亿元 total"),
    ("决算结果为90亿元。", "90亿元 total"),
    ("年初预算134亿元。", "134亿元 plan"),
    ("预算调整为134亿元。", "134亿元 plan"),
    ("执行中调整为134亿元。", "134亿元 plan"),
    ("计划投资20亿元。", "20亿元 plan"),
    ("项目总投资20亿元。", "20亿元 named"),
    ("完成150亿元，为年初预算300亿元的50%。", "150亿元 named, 300亿元 rated"),
    ("收入150亿元，比上年增加20亿元。", "150亿元 named, 20亿元 change"),
    ("收入150亿元，同比减少20亿元。", "150亿元 named, 20亿元 change"),
    ("收入150亿元，增加20亿元。", "150亿元 named, 20亿元 change"),
    ("里程193公里，新增18公里。", "193公里 named, 18公里 change"),
    ("新增债券20亿元。", "20亿元 named"),
    ("收入150亿元，较2024年的80亿元增加70亿元。", "150亿元 named, 80亿元 base, 70亿元 change"),
    ("收入由12亿元提高到15亿元。", "12亿元 base, 15亿元 named"),
    ("收入150亿元，上年同期80亿元。", "150亿元 named, 80亿元 base"),
    ("收入150亿元，短收1.6亿元。", "150亿元 named, 1.6亿元 shortfall"),
    ("产量站稳140万吨台阶。", "140万吨 limit"),
    ("余额19亿元，控制在限额33亿元以内。", "19亿元 named, 33亿元以内 limit"),
    ("收入150亿元（含高新区17亿元）。", "150亿元 named, 17亿元 named aside"),
    ("占比较大的12亿元。", "12亿元 named"),
    ("一般公共预算收入调整预算数134亿元。", "134亿元 plan"),
    ("中期变更为134亿元。", "134亿元 plan"),
    ("调入一般公共预算8亿元。", "8亿元 named"),  # a fund that money goes to
    ("收入150亿元，上年80亿元，增收70亿元。", "150亿元 named, 80亿元 base, 70亿元 change"),
    ("收入150亿元，与上年的80亿元相比，增加70亿元。", "150亿元 named, 80亿元 base, 70亿元 change"),
    ("收入150亿元，与企业的80亿元合并。", "150亿元 named, 80亿元 named"),
    ("收入从12亿元达到15亿元。", "12亿元 base, 15亿元 named"),
    ("收入由企业12亿元、个人15亿元组成。", "12亿元 named, 15亿元 named"),
    ("支出150亿元，超支1.6亿元。", "150亿元 named, 1.6亿元 shortfall"),
    ("可用财力共计90亿元。", "90亿元 total"),
    ("总支出90亿元。", "90亿元 total"),
    (
        "收入150亿元（含高新区17亿元（含街道3亿元）、开发区2亿元），支出9亿元。",
        "150亿元 named, 17亿元 named aside, 3亿元 named aside, 2亿元 named aside, 9亿元 named",
    ),
    ("收入150亿元），支出9亿元（含街道3亿元）。", "150亿元 named, 9亿元 named, 3亿元 named aside"),
    ("收入150亿元，增长5%，居全省第3位，支出9亿元。", "150亿元 named, 9亿元 named"),  # no amounts
    ("产量进入140万吨俱乐部。", "140万吨 limit"),
    ("产量冲刺140万吨。", "140万吨 limit"),
    ("年初预算134亿元，因上级补助增加调整为150亿元。", "134亿元 plan, 150亿元 plan"),
    ("年初收入134亿元，因上级补助增加调整为150亿元。", "134亿元 named, 150亿元 named"),
    ("完成年初预算300亿元的任务。", "300亿元 plan"),
    ("投入预算300亿元的五成。", "300亿元 plan"),
    ("青砖比上年多20块。", "20块 change"),
    ("青砖20块，同比多3块。", "20块 named, 3块 change"),
    ("青砖20块，多3块。", "20块 named, 3块 change"),
    ("青砖20块，调减3块。", "20块 named, 3块 change"),
    ("青砖占比重为20块。", "20块 named"),
    ("青砖较快达到20块。", "20块 named"),
    ("收入从企业12亿元、个人15亿元而来。", "12亿元 named, 15亿元 named"),
    ("收入比云河市的80亿元，多70亿元。", "80亿元 base, 70亿元 change"),
    ("缺口1.6亿元。", "1.6亿元 shortfall"),
    ("收入总量90亿元。", "90亿元 total"),
    ("可支配财力总额90亿元。", "90亿元 total"),
)


# Words that give a role by themselves, and a line of each.
TELLING = (
    ("青砖{}20块。", "20块 change", ("新增", "增量", "增加额", "增减额")),
    ("青砖{}20块。", "20块 shortfall", ("短收", "超收", "欠收", "短支", "超支", "缺口", "差额", "相差")),
    ("青砖{}20块。", "20块 base", ("比县里的", "较县里的", "上年", "去年", "同期")),
    ("青砖{}20块。", "20块 plan", ("预算", "计划", "目标", "任务", "预期")),
    ("青砖20块{}。", "20块 limit", ("台阶", "门槛", "量级", "梯队", "俱乐部", "级别")),
)


@pytest.mark.parametrize(("line", "role", "words"), TELLING)
def test_a_word_alone_gives_a_role(line: str, role: str, words: tuple[str, ...]) -> None:
    for word in words:
        sheet = Sheet.of(read(f"{TITLE}{line.format(word)}\n"))
        (amount,) = Told.of(sheet, sheet.page.line(len(TITLE) + 1)).amounts
        assert f"{amount.fact.mention.words} {amount.role}" == role, word


@pytest.mark.parametrize(("line", "roles"), ROLES)
def test_an_amount_has_its_role(line: str, roles: str) -> None:
    sheet = Sheet.of(read(f"{TITLE}{line}\n"))
    amounts = Told.of(sheet, sheet.page.line(len(TITLE) + 1)).amounts
    assert ", ".join(f"{a.fact.mention.words} {a.role}{' aside' * a.aside}" for a in amounts) == roles


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("收入12亿元，为年初预算300亿元的50%，支出8亿元。", ["收入", "为年初预算", "支出"]),
        ("收入增长5%达12亿元。", ["达"]),
        (f"{'甲' * 50}12亿元。", ["甲" * 40]),
    ],
)
def test_the_lead_of_an_amount_is_its_words_back_to_a_mark_or_a_number(line: str, leads: list[str]) -> None:
    sheet = Sheet.of(read(f"{TITLE}{line}\n"))
    assert [a.lead for a in Told.of(sheet, sheet.page.line(len(TITLE) + 1)).amounts] == leads


def test_a_relation_looks_no_further_than_sixty_amounts_to_each_side() -> None:
    sheet = Sheet.of(read(f"{TITLE}{'收入2亿元，' * 200}\n"))
    line = Told.of(sheet, sheet.page.line(len(TITLE) + 1))
    middle = line.amounts[100].fact
    assert line.before(middle.start) == line.amounts[40:100]
    assert line.around([middle]) == line.amounts[40:161]
    assert line.before(line.amounts[5].fact.start) == line.amounts[:5]
    assert line.around([line.amounts[5].fact]) == line.amounts[:66]
    assert line.within(line.amounts[3].fact.start, line.amounts[7].fact.start) == line.amounts[3:7]


def test_a_level_and_a_total_are_operands_and_nothing_in_a_bracket() -> None:
    line = "收入150亿元（含街道3亿元），比上年增加20亿元，年初预算140亿元，总计200亿元。"
    sheet = Sheet.of(read(f"{TITLE}{line}\n"))
    told = Told.of(sheet, sheet.page.line(len(TITLE) + 1)).amounts
    assert [a.fact.mention.words for a in told if a.is_operand] == ["150亿元", "200亿元"]


def test_a_gap_goes_back_to_the_amount_before_over_rates_and_marks() -> None:
    sheet = Sheet.of(read(f"{TITLE}收入12亿元，增长5%。支出 8亿元。\n"))
    told = Told.of(sheet, sheet.page.line(len(TITLE) + 1)).amounts
    assert [a.gap for a in told] == ["收入", "，增长5%。支出 "]
    assert [a.lead for a in told] == ["收入", "支出"]
