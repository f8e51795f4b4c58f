"""Numbers of persons against the number of people there are."""

import pytest

from tests.domain import bulletin, found, report

PEOPLE = "年末全县常住人口42.6万人。"


def seen(*texts: str) -> list[str]:
    return [f.rule for f in found(*texts, select=("CC214",))]


@pytest.mark.parametrize(
    ("told", "reported"),
    [
        ("全年完成免费体检18640万人。", True),
        ("全年完成免费体检18640人。", False),
        ("全县在校学生86.5万人。", True),
        ("全县在校学生8.65万人。", False),
        ("全年公路旅客运输量318.5万人。", False),
        ("全年接待游客318.5万人次。", False),
        ("累计培训318.5万人。", False),
        ("产品惠及全国318.5万人。", False),
        ("全省在校学生318.5万人。", False),
        ("力争2024年完成免费体检18640万人。", False),
    ],
)
def test_persons_are_no_more_than_people(told: str, reported: bool) -> None:
    assert seen(bulletin(PEOPLE, told)) == ["CC214"] * reported


def test_the_people_may_be_told_in_another_document_of_the_place() -> None:
    told = "全年完成免费体检18640万人。"
    assert seen(bulletin(PEOPLE), report(told)) == ["CC214"]
    assert seen(bulletin(PEOPLE, place="白水县"), report(told)) == []


def test_residents_are_no_persons_beside_the_registered_people() -> None:
    told = "（四）人口就业 2023年全县常住人口90.5万人，户籍人口42.6万人，外来常住人口70.2万人。"
    assert seen(bulletin(told)) == []


def test_a_scale_word_too_many_is_proposed() -> None:
    (finding,) = found(bulletin(PEOPLE, "全年完成免费体检18640万人。"), select=("CC214",))
    assert finding.suggestion is not None
    assert finding.suggestion["zh"] == "“18640万人”可能多了“万”字（建议，供核对）"
    assert finding.message["zh"] == "免费体检（2023）：18640万人 是人口 42.6万人 的 437.56 倍"
