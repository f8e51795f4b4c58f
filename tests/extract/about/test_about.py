"""What a document says of itself: place, year, kind of text, publisher and date."""

import pytest

from consistency.extract.about import about
from consistency.model import Context, Document
from consistency.places import place_tail, same_place


def context(text: str) -> Context:
    """The context of a text."""
    return about(Document("a.txt", text)).context


WORK_REPORT = """\
政府工作报告
——2024年1月12日在青山县第十八届人民代表大会第三次会议上
青山县人民政府县长 某某某
各位代表：
现在，我代表县人民政府，向大会报告工作。
一、2023年工作回顾
全县地区生产总值320.5亿元。
"""
PLAN_REPORT = """\
关于临江市青山县2023年国民经济和社会发展
计划执行情况及2024年计划草案的报告
青山县发展和改革委员会
各位代表：
受县人民政府委托，现将计划执行情况提请大会审查。
"""


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("青山县2023年国民经济和社会发展统计公报\n全年粮食产量12万吨。\n", "bulletin", "2023"),
        ("青山县人民政府2023年政府工作报告完成情况\n全年粮食产量12万吨。\n", "work report", "2023"),
        ("2024年青山县人民政府工作报告\n——2024年1月12日在大会上\n全年粮食产量12万吨。\n", "work report", "2023"),
        pytest.param(
            *(WORK_REPORT, "work report", "2023"),
        ),
        (PLAN_REPORT, "plan report", "2023"),
        ("关于青山县2023年预算执行情况和2024年预算草案的报告\n各位代表：\n", "budget", "2023"),
        ("青山县交出“高分答卷”\n刚刚过去的2023年，青山县粮食产量12万吨。2023年，青山县丰收。\n", "news", "2023"),
    ],
)
def test_a_title_tells_the_kind_of_text_and_the_year_it_tells_of(text: str, kind: str, period: str) -> None:
    found = context(text)
    assert (found.kind, found.period, place_tail(found.entity)) == (kind, period, "青山县")


def test_a_title_over_two_lines_is_one() -> None:
    found = context(PLAN_REPORT)
    assert found.title == "关于临江市青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告"
    assert found.entity == "临江市青山县"
    assert found.publisher == "青山县发展和改革委员会"


@pytest.mark.parametrize("written", ["2024年1月12日", "2024-01-12", "2024.1.12", "2024/1/12"])
def test_a_date_is_written_in_many_ways(written: str) -> None:
    assert context(f"青山县政府工作报告\n日期：{written}\n各位代表：\n").date == "2024-01-12"


def test_a_date_that_is_none_is_passed_over() -> None:
    assert context("青山县政府工作报告\n编号2024-13-45\n发布于2024-01-12\n").date == "2024-01-12"


def test_traditional_script_tells_the_same() -> None:
    simplified = "2024年青山县人民政府工作报告\n——2024年1月12日在大会上\n全县粮食产量12万吨。\n"
    traditional = "2024年青山縣(xiàn)人民政府工作報告\n——2024年1月12日在大會(huì)上\n全縣(xiàn)糧食產量12萬噸。\n"
    assert context(traditional) == context(simplified)


def test_menus_of_a_web_page_are_no_title() -> None:
    text = "首页 政务公开 互动交流\n当前位置：首页>公报\n青山县2023年国民经济和社会发展统计公报\n来源：县统计局\n"
    assert context(text).title == "青山县2023年国民经济和社会发展统计公报"


def test_without_a_place_in_the_title_the_place_named_most_is_meant() -> None:
    told = "青山县经济向好。青山县粮食产量12万吨，对口帮扶的白水县产量3万吨。青山县再上台阶。"
    assert context(f"交出高质量发展答卷\n2023年，{told}\n").entity == "青山县"


@pytest.mark.parametrize("word", ["开发区", "社区", "园区", "示范区", "全区", "县区", "景区"])
def test_an_area_that_is_no_district_is_no_place(word: str) -> None:
    text = f"丰收之年\n2023年，{word}建设加快。各个{word}粮食产量12万吨。走进{word}，{word}里热闹非凡。\n"
    assert not context(text).entity.endswith(word)


@pytest.mark.parametrize("place", ["青山区", "白湖区", "新城区", "老城区"])
def test_a_district_may_be_named_like_a_kind_of_area(place: str) -> None:
    assert context(f"临江市{place}2023年国民经济和社会发展统计公报\n全年粮食产量12万吨。\n").entity.endswith(place)


def test_a_text_that_says_nothing_of_itself_has_no_context() -> None:
    found = context("全年产量12万吨。\n")
    assert (found.entity, found.period, found.date) == ("", "", "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("青山县", "青山县", True),
        ("临江市青山县", "青山县", True),
        ("青山县", "河东省临江市青山县", True),
        ("临江市青山县", "滨海市青山县", False),
        ("青山县", "白水县", False),
        ("临江市", "临江市青山县", False),
        ("江北区", "上江北区", False),
        ("青山县", "", False),
    ],
)
def test_one_place_may_be_named_with_what_it_lies_in(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) is same
    assert same_place(other, one) is same


@pytest.mark.parametrize(
    ("parent", "entity"),
    [("南京", "江苏省南京市鼓楼区"), ("福州", "福建省福州市鼓楼区"), ("", "鼓楼区"), ("南京、福州", "鼓楼区")],
)
def test_a_name_that_several_places_bear_is_told_by_the_parents_that_the_text_names(parent: str, entity: str) -> None:
    text = f"鼓楼区2023年国民经济和社会发展统计公报\n全年服务{parent}发展大局，常住人口80万人。\n"
    assert context(text).entity == entity


@pytest.mark.parametrize(
    ("title", "entity"),
    [
        ("科尔沁左翼后旗2023年国民经济和社会发展统计公报", "科尔沁左翼后旗"),
        ("新疆维吾尔自治区2023年国民经济和社会发展统计公报", "新疆维吾尔自治区"),
        ("恩施土家族苗族自治州2023年国民经济和社会发展统计公报", "恩施土家族苗族自治州"),
        ("聚焦青山区2023年政府工作报告", "青山区"),
    ],
)
def test_a_known_place_is_named_in_full_and_no_more(title: str, entity: str) -> None:
    assert context(f"{title}\n全年粮食产量12万吨。\n").entity == entity


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("青山县2023年一季度经济运行情况\n全县粮食产量12万吨。\n", "2023Q1"),
        ("青山县2023年1-7月经济运行简析\n全县粮食产量12万吨。\n", "2023-01/07"),
        ("青山县稳住经济大盘\n今年上半年，青山县粮食产量12万吨。青山县丰收。发布于2023年7月30日。\n", "2023H1"),
        ("青山县稳住经济大盘\n2023年，青山县粮食产量12万吨，上半年3万吨。青山县丰收。\n", "2023"),
        ("青山县2023年国民经济和社会发展统计公报\n上半年疫情反复，全年粮食产量12万吨。\n", "2023"),
    ],
)
def test_a_text_about_a_part_of_the_year_is_about_no_more(text: str, period: str) -> None:
    assert context(text).period == period


def test_a_body_of_the_whole_country_speaks_for_it_where_no_place_is_named() -> None:
    found = context("国家统计局：上半年经济稳中向好\n来源：国家统计局\n上半年，粮食产量1.4亿吨。\n")
    assert (found.entity, found.period, found.title) == ("全国", "", "国家统计局:上半年经济稳中向好")


def test_a_title_over_two_lines_without_关于_is_one() -> None:
    text = "青山县2023年国民经济和社会发展\n\n计划执行情况及2024年计划草案的报告\n\n全年粮食产量12万吨。\n"
    found = context(text)
    assert found.title == "青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告"
    assert (found.period, found.kind) == ("2023", "plan report")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("重庆地区生产总值再上新台阶\n2023年，重庆粮食产量12万吨。\n", "重庆市"),
        ("重庆地区生产总值再上新台阶\n2023年，粮食产量12万吨，居全国第二。\n", "重庆市"),
        ("地区生产总值再上新台阶\n2023年，粮食产量12万吨，比重庆多。\n", ""),
    ],
)
def test_a_city_at_the_head_of_a_title_may_go_without_its_ending(text: str, entity: str) -> None:
    assert context(text).entity == entity


def test_a_text_that_opens_with_half_the_year_and_goes_on_to_its_end_is_about_the_year() -> None:
    text = "青山县交出答卷\n今年上半年，青山县粮食产量5万吨。全年粮食产量12万吨，青山县丰收。2023年12月31日。\n"
    assert context(text).period == "2023"


def test_a_city_whose_districts_are_gone_through_is_what_a_text_is_about() -> None:
    text = "民生实事全面落实\n宁波市通报，巩固“污水零直排区”“污水零直排区”。海曙区、鄞州区、镇海区各建中转站2座。\n"
    assert context(text).entity == "宁波市"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("厦门市2023年国民经济和社会发展统计公报\n全年粮食产量12万吨。\n", "厦门市"),
        ("2023年盐城市政府工作报告\n各位代表：\n", "盐城市"),
        ("阿克苏地区2023年国民经济和社会发展统计公报\n全年粮食产量12万吨。\n", "阿克苏地区"),
        ("三江县交出亮眼答卷\n2023年，三江县粮食产量12万吨。\n", "三江侗族自治县"),
        ("政府工作报告\n——2024年1月9日在丽水市莲都区第五届人民代表大会第三次会议上\n", "丽水市莲都区"),
        ("政府工作报告\n——2024年1月9日在三明市十四届人大四次会议上\n", "三明市"),
        ("2023年甘肃粮食再获丰收\n据统计，甘肃全年粮食产量1200万吨，比全国快。\n", "甘肃省"),
        ("2023年甘肃实现地区生产总值大增\n甘肃省丰收，甘肃省又丰收。\n", "甘肃省"),
        ("旅遊數字\n2023年，本澳接待旅客2800萬人次。\n", "澳门特别行政区"),
        ("2023年訪港旅客數字\n香港旅遊業復甦，全年訪港旅客3400萬人次。\n", "香港特别行政区"),
    ],
)
def test_known_places_go_by_their_proper_names_however_a_text_calls_them(text: str, entity: str) -> None:
    assert context(text).entity == entity


def test_a_city_named_in_a_title_does_not_go_before_the_district_that_the_text_is_about() -> None:
    text = "争当重庆发展排头兵\n2023年，大渡口区丰收。大渡口区粮食产量1万吨，大渡口区再上台阶，服务重庆。\n"
    assert context(text).entity.endswith("大渡口区")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("政府工作报告\n——2024年2月在青山县第八届人民代表大会第三次会议上\n全县粮食产量12万吨。\n", "2023"),
        ("青山县政府工作报告\n各位代表：\n一、2023年工作回顾\n全县粮食产量12万吨。\n", "2023"),
        ("青山县旅游回暖\n2023年游客12万人次，相当于2019年同期的九成，收入恢复至2019年的八成。\n", "2023"),
        ("2024年青山县游客12万人次，较2023年增长一成\n青山县丰收。\n", "2024"),
    ],
)
def test_a_year_is_told_by_the_sitting_and_the_look_back_and_not_by_a_comparison(text: str, period: str) -> None:
    assert context(text).period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("青山县经济向好\n2024年1月22日，记者从青山县获悉，2023年，青山县粮食产量12万吨。\n", "2023"),
        ("青山县经济向好\n2024年1月22日，记者从青山县获悉，去年青山县粮食产量12万吨，去年出口3亿元。\n", "2023"),
        ("青山县经济向好\n2024年1月22日，记者从青山县获悉，比去年多收1万吨。\n", "2024"),
        ("青山县经济向好\n2024年1月22日\n去年，青山县产粮12万吨。2022年以来，青山县引进项目31个。\n", "2023"),
        ("青山县经济向好\n2024年1月22日\n去年，青山县产粮12万吨。2022年，青山县产粮11万吨。\n", "2023"),
        ("青山县经济向好\n2024年1月22日\n自2021年实施以来，青山县引进项目31个。去年产粮12万吨。\n", "2023"),
    ],
)
def test_the_day_of_publication_is_not_the_year_that_is_told_of(text: str, period: str) -> None:
    assert context(text).period == period


def test_a_title_that_begins_with_a_body_and_its_year_is_a_title() -> None:
    menu = "首页 政务公开 政务服务\n您的当前位置: 首页>政务公开 > 政府工作报告\n"
    report = menu + "青山县人民政府2023年政府工作报告完成情况\n日期:2024-01-26\n全县新建学校12所。\n"
    assert context(report).title == "青山县人民政府2023年政府工作报告完成情况"
    notice = "云河市统计局 2024年3月1日\n云河市2023年国民经济和社会发展统计公报\n全市新建学校12所。\n"
    assert context(notice).title == "云河市2023年国民经济和社会发展统计公报"


def test_what_is_said_of_a_whole_province_or_city_is_no_name_of_a_place() -> None:
    compared = "规模以上工业增加值增长1.0%，增速居全省第2位。\n人均可支配收入1000元，比全市平均水平高2元。\n"
    told = context("青山县2023年国民经济和社会发展统计公报\n" + compared * 2)
    assert told.entity == "青山县"
