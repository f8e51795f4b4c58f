"""Growth against the levels it leads from and to, and against that of the parts."""

import pytest

from tests.domain import bulletin, found

GROWTH = ("CC211", "CC212", "CC213", "CC224")


def seen(*texts: str) -> list[str]:
    return [f.rule for f in found(*texts, select=GROWTH)]


@pytest.mark.parametrize(
    ("paragraph", "rules"),
    [
        ("年末存款余额436.2亿元，比上年增加48.6亿元，增长17.5%。", ["CC211"]),
        ("年末存款余额436.2亿元，比上年增加48.6亿元，增长12.5%。", []),
        ("年末存款余额43.6亿元，比上年增加48.6亿元，增长12.5%。", ["CC211"]),  # a level is wrong, or the rise
        ("年末存款余额436.2亿元，比上年减少48.6亿元，下降10.0%。", []),
        ("年末存款余额436.2亿元，比上年减少48.6亿元，下降19.0%。", ["CC211"]),
        ("全年地区生产总值436.2亿元，比上年增加48.6亿元，按可比价格计算增长7.3%。", []),
        ("“十三五”期间，一般公共预算收入43.2亿元，较“十二五”时期增加14.4亿元，增长50.0%。", []),
        ("“十三五”期间，一般公共预算收入43.2亿元，较“十二五”时期增加14.4亿元，增长33.3%。", ["CC211"]),
        ("“十三五”期间，一般公共预算收入43.2亿元，较“十二五”时期减少14.4亿元，下降25.0%。", []),
        ("“十三五”期间，一般公共预算收入43.2亿元，较“十二五”时期减少14.4亿元，下降33.3%。", ["CC211"]),
        ("发明专利由300件增加到800件，增长66.7%。", ["CC211"]),
        ("发明专利由300件增加到800件，增长166.7%。", []),
        ("发明专利由300件增加到800件，年均增长21.7%。", []),
        ("发明专利由800件增加到300件。", ["CC211"]),  # it went the other way
        ("城镇登记失业率由3.2%下降至3.6%。", ["CC211"]),
        ("城镇登记失业率由3.6%下降至3.2%。", []),
        ("办理时间由20天缩短到12天，利用率由55%提高到70%以上。", []),
        ("综合排名由第12位上升到第5位。", []),  # a lower number is a higher rank
        ("发明专利由980件增加到1.2万件。", []),
    ],
)
def test_growth_goes_with_the_levels_of_its_sentence(paragraph: str, rules: list[str]) -> None:
    assert seen(bulletin(paragraph)) == rules


@pytest.mark.parametrize(
    ("before", "now", "rules"),
    [
        ("全年进出口总额80.0亿元。", "全年进出口总额92.0亿元，增长5.0%。", ["CC212"]),
        ("全年进出口总额80.0亿元。", "全年进出口总额92.0亿元，增长15.0%。", []),
        ("全年进出口总额80.0亿元。", "全年进出口总额超90亿元，增长5.0%。", ["CC212"]),
        ("全年地区生产总值300.0亿元。", "全年地区生产总值320.0亿元，增长5.0%。", []),  # at constant prices
        ("社会消费品零售总额80.0亿元。", "社会消费品零售总额92.0亿元，增长5.0%。", []),  # on a revised base
        ("全年进出口总额80.0亿元。", "全年进出口总额92.0亿元，同口径增长5.0%。", []),
    ],
)
def test_growth_goes_with_the_levels_of_two_years_where_prices_are_current(
    before: str, now: str, rules: list[str]
) -> None:
    assert seen(bulletin(before, year=2022), bulletin(now)) == rules


@pytest.mark.parametrize(
    ("outcome", "plan", "rules"),
    [
        ("全县一般公共预算收入完成80.00亿元。", "全县一般公共预算收入安排86.00亿元，增长5.0%。", ["CC212"]),
        ("全县一般公共预算收入完成80.00亿元。", "全县一般公共预算收入预期86.00亿元，增长7.5%。", []),
        ("全县一般公共预算收入完成80.00亿元。", "全县一般公共预算收入安排86.00亿元，比上年预算增长5.0%。", []),
        ("全县一般公共预算支出完成80.00亿元。", "全县一般公共预算支出安排86.00亿元，增长5.0%。", []),  # of what?
        ("全县一般公共预算支出完成80.00亿元。", "全县一般公共预算支出安排86.00亿元，比上年执行数增长5.0%。", ["CC212"]),
        ("全县一般公共预算收入完成80.00亿元。", "全县一般公共预算收入安排86.00亿元，同口径增长5.0%。", []),
    ],
)
def test_what_is_planned_grows_from_what_the_year_before_came_to(outcome: str, plan: str, rules: list[str]) -> None:
    budget = (
        "关于青山县2023年预算执行情况与2024年预算草案的报告\n"
        f"一、2023年预算执行情况\n2023年，{outcome}\n二、2024年预算草案\n2024年，{plan}\n"
    )
    assert seen(budget) == rules


@pytest.mark.parametrize(
    ("before", "now", "rules"),
    [
        ("城镇化率56.2%。", "城镇化率57.8%，比上年提高0.6个百分点。", ["CC212"]),
        ("城镇化率56.2%。", "城镇化率57.8%，比上年提高1.6个百分点。", []),
        ("城镇化率56.2%。", "城镇化率57.8%，高于全省平均水平0.6个百分点。", []),
    ],
)
def test_points_go_with_the_rates_of_two_years(before: str, now: str, rules: list[str]) -> None:
    assert seen(bulletin(before, year=2022), bulletin(now)) == rules


@pytest.mark.parametrize(
    ("whole", "parts", "rules"),
    [
        ("增长8.7%", ("增长6.0%", "增长3.0%"), ["CC213"]),
        ("增长2.0%", ("增长6.0%", "增长3.0%"), ["CC213"]),
        ("增长5.7%", ("增长6.0%", "下降3.0%"), []),
        ("增长6.0%左右", ("增长5.0%", "增长4.0%"), []),
    ],
)
def test_a_total_grows_within_the_range_of_its_parts(whole: str, parts: tuple[str, str], rules: list[str]) -> None:
    text = f"固定资产投资{whole}。分产业看，第一产业投资{parts[0]}，第二产业投资{parts[1]}，第三产业投资{parts[1]}。"
    assert seen(bulletin(text)) == rules


def test_at_current_prices_growth_of_the_parts_makes_that_of_the_total() -> None:
    text = "全年进出口总额80.0亿元，增长{}%。其中，出口总额60.0亿元，增长20.0%；进口总额20.0亿元，增长5.0%。"
    assert seen(bulletin(text.format("15.9"))) == []
    assert seen(bulletin(text.format("18.0"))) == ["CC224"]


def test_at_constant_prices_it_need_not() -> None:
    text = (
        "全年地区生产总值80.0亿元，增长{}%。其中，第一产业增加值10.0亿元，增长5.0%；"
        "第二产业增加值30.0亿元，增长5.0%；第三产业增加值40.0亿元，增长20.0%。"
    )
    assert seen(bulletin(text.format("18.0"))) == []


def test_averages_per_head_may_grow_faster_than_each_of_their_parts() -> None:
    text = (
        "居民人均可支配收入32150元，增长7.5%。"
        "其中，城镇居民人均可支配收入41280元，增长4.7%；农村居民人均可支配收入24390元，增长6.3%。"
    )
    assert seen(bulletin(text)) == []


def test_the_message_tells_the_growth_worked_out() -> None:
    (finding,) = found(bulletin("发明专利由300件增加到800件，增长66.7%。"), select=GROWTH)
    assert finding.message["zh"] == "发明专利（2023）：增减写为 66.7%，按 800件 ÷ 300件 − 1 应为 166.67%"


RETAIL = "全年社会消费品零售总额98.6亿元，增长{}。"
PLACES = "按经营单位所在地分，城镇零售额71.2亿元，增长5.0%；乡村零售额27.4亿元，增长5.7%。"
GOODS = "按消费类型分，商品零售83.7亿元，增长4.9%；餐饮收入14.9亿元，增长7.1%。"


@pytest.mark.parametrize(
    ("paragraph", "rules"),
    [
        (RETAIL.format("5.2%") + PLACES + GOODS, []),  # one whole taken apart in two ways
        (RETAIL.format("5.2%") + GOODS + PLACES, []),
        (RETAIL.format("7.9%") + PLACES + GOODS, ["CC213"]),
        (RETAIL.format("5.2%") + PLACES.replace("5.0%", "5.9%") + GOODS, ["CC213"]),
        (RETAIL.format("5.2%") + "限额以上单位中，商品零售增长8.5%，餐饮收入增长6.4%。", []),
        ("限上单位零售额增长8.1%，其中商品零售增长8.5%，餐饮收入增长6.4%。" + RETAIL.format("5.2%"), []),
        (RETAIL.format("5.2%") + "商品零售增长8.5%（限额以上），餐饮收入增长6.4%（限额以上）。", []),
        (RETAIL.format("3.2%（新口径）") + PLACES, []),
        (RETAIL.format("5.2%") + "分行业看，批发和零售业83.7亿元；住宿和餐饮业14.9亿元。" + PLACES, []),
    ],
)
def test_a_whole_may_be_taken_apart_in_two_ways_or_told_of_some_only(paragraph: str, rules: list[str]) -> None:
    assert [f.rule for f in found(bulletin(paragraph), select=("CC201", "CC205", "CC213"))] == rules
