"""Shares against their parts and wholes, and proportions."""

import pytest

from tests.domain import bulletin, found

SHARES = ("CC209", "CC210")


def seen(*paragraphs: str) -> list[str]:
    return [f.rule for f in found(bulletin(*paragraphs), select=SHARES)]


@pytest.mark.parametrize(
    ("paragraph", "rules"),
    [
        ("一般公共预算支出68.0亿元，其中民生支出51.3亿元，占一般公共预算支出的65.4%。", ["CC209"]),
        ("一般公共预算支出68.0亿元，其中民生支出51.3亿元，占一般公共预算支出的75.4%。", []),
        ("一般公共预算支出68.0亿元，其中民生支出51.3亿元，占一般公共预算支出的七成半。", []),
        ("一般公共预算支出68.0亿元，其中民生支出51.3亿元，占一般公共预算支出的80%以上。", ["CC209"]),
        ("民生支出占一般公共预算支出的65.4%。", []),
        ("少儿12.1万人，占12.1%；成人60.2万人，占60.2%；老人27.7万人，占72.7%。", ["CC209"]),
        ("少儿12.1万人，占12.1%；成人60.2万人，占60.2%；老人27.7万人，占27.7%。", []),
        ("少儿12.1万人，占21.1%；成人60.2万人，占60.2%；老人27.7万人，占72.7%。", []),  # nobody knows which
        ("一般公共预算收入80.2亿元，其中税收收入60.1亿元，下降2.2%，税收占比65.4%。", ["CC209"]),
        ("三次产业结构为12.4:41.6:48.0。", ["CC210"]),
        ("三次产业结构为12.4:41.6:46.1。", []),  # what rounding leaves
        ("三次产业结构为1.2:4.2:4.6。", []),  # in tenths
        ("男女性别比为105.2:100。", []),
        ("三次产业结构由上年的12.4:41.6:48.0调整为12.1:41.9:46.0。", ["CC210"]),
        ("三次产业结构由上年的12.4:41.6:46.0调整为12.1:41.9:46.0。", []),
        ("三次产业增加值比重为12.1:41.9:16.0。", ["CC210"]),
        ("用地构成为30.1:40.2:15.3。", ["CC210"]),
    ],
)
def test_a_share_goes_with_its_part_and_its_whole_and_a_proportion_with_a_hundred(
    paragraph: str, rules: list[str]
) -> None:
    assert seen(paragraph) == rules


def test_a_proportion_goes_with_the_amounts_told_beside_it() -> None:
    told = "全年地区生产总值320.0亿元。其中，第一产业增加值32.0亿元；第二产业增加值128.0亿元；第三产业增加值160.0亿元。"
    assert seen(told + "三次产业结构为10.0:40.0:50.0。") == []
    assert seen(told + "三次产业结构为10.0:45.0:45.0。") == ["CC209"]


def test_a_part_that_was_moved_by_its_last_place_to_make_a_hundred_is_right() -> None:
    told = (
        "全年地区生产总值1000.0亿元。其中，第一产业增加值69.4亿元；第二产业增加值401.4亿元；第三产业增加值529.2亿元。"
    )
    assert seen(told + "三次产业结构为6.9:40.1:53.0。") == []
    assert seen(told + "三次产业结构为6.9:40.1:53.1。") == ["CC209"]
    assert seen(told + "三次产业结构为6.8:40.1:53.1。") == ["CC209"]


def test_the_message_tells_the_share_worked_out() -> None:
    text = bulletin("一般公共预算支出68.0亿元，其中民生支出51.3亿元，占一般公共预算支出的65.4%。")
    (finding,) = found(text, select=SHARES)
    assert finding.message["zh"] == "民生支出（2023）：占比写为 65.4%，按 51.3亿元 ÷ 68.0亿元 应为 75.44%"
