"""Stages, trends, scopes, titles and numbers that exclude each other, and those that do not."""

import pytest

from tests.collate.passages import kinds, the_variant


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("启动改造80处农村供水管网设施。", "完成80处农村供水管网设施改造。", "stage"),
        ("顺利开工青山嘴能源大厦。", "青山嘴能源大厦主楼顺利封顶。", "stage"),
        ("民间投资止跌回稳，消费回暖。", "受多种因素影响，民间投资持续下降、消费回暖。", "trend"),
        ("316个市级产业项目完成年度投资。", "316个县级产业项目完成年度投资。", "scope"),
        (
            "惠及居民8200户，新增公共停车位2418个；城镇居民基本医疗参保人数37.2万人。",
            "惠及居民8200户，新增公共停车位2418个；农村居民基本医疗参保人数37.2万人。",
            "scope",
        ),
        ("积极创建全国绿色出行城市。", "积极创建国家出行示范城市。", "title"),
        ("县法院获评全国新时代柳江夜谈先进典型。", "县法院入选全国柳江夜谈工作法单位。", "title"),
        ("圆满承办第18届青山杯全国业余龙舟邀请赛总决赛。", "圆满承办第19届青山杯全国业余龙舟邀请赛总决赛。", "value"),
    ],
)
def test_what_cannot_both_be_is_told(one: str, other: str, kind: str) -> None:
    assert the_variant(one, other).kind == kind
    assert the_variant(other, one).kind == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("启动青山科技馆新馆一期工程建设。", "青山科技馆新馆二期工程建设完工。"),
        ("完成青山嘴能源大厦前期工作。", "青山嘴能源大厦顺利开工。"),
        ("供水管网改造63.5公里开工。", "城北片区供水管网改造等31个项目建成。"),
        ("力争2024年青山嘴能源大厦开工。", "2023年青山嘴能源大厦前期规划完成。"),
        ("民间投资增长5.2%。", "工业投资持续下降。"),
        ("16个市级产业项目完成年度投资。", "316个县级产业项目完成年度投资。"),
        ("创建国家级节水城市。", "创建全国无障碍示范城市。"),
        ("荣获第三批国家级步行商业街区称号。", "荣获国家级步行商业街区称号。"),
    ],
)
def test_what_can_both_be_is_left_alone(one: str, other: str) -> None:
    assert kinds(one, other) == []


def test_a_plan_is_not_held_against_an_outcome() -> None:
    outcome = "青山嘴能源大厦启动主楼施工，全年完成投资8.6亿元。"
    plan = "二、2024年目标任务\n地区生产总值增长6%以上。全面完工青山嘴能源大厦主楼施工，新增企业80家。"
    assert "stage" not in kinds(outcome, outcome + "\n" + plan)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # another province, in one passage
            "山东省2023年末，全省登记在册的公共图书馆总数达到154个，其中国家一级馆总数达到91个。",
            "江苏省2023年末，全省登记在册的公共图书馆总数达到122个，其中国家一级馆总数达到98个。",
        ),
        (  # another year
            "2022年末，全县登记在册的养老保险参保人数21.4万人，其中领取待遇人数6.3万人。",
            "2023年末，全县登记在册的养老保险参保人数21.9万人，其中领取待遇人数6.7万人。",
        ),
        (  # a plan, and what came of it
            "2023年计划新建改造农村公路通车里程合计达到120公里，实施危桥改造工程12座。",
            "2023年完成新建改造农村公路通车里程合计达到131公里，实施危桥改造工程12座。",
        ),
        (  # another of the two sexes
            "全县登记在册的户籍人口中，男性人口共计27.1万人，占总人口的比重为51.3%。",
            "全县登记在册的户籍人口中，女性人口共计25.7万人，占总人口的比重为48.7%。",
        ),
        (  # another sort of enterprises
            "规模以上服务业中，国有控股企业实现营业收入31.2亿元，比上年增长5.0%。",
            "规模以上服务业中，外商投资企业实现营业收入12.6亿元，比上年增长5.0%。",
        ),
        (  # another part of the year
            "上半年，全县累计接待国内外游客人数达到412万人次，其中过夜游客人数达到96万人次。",
            "全年，全县累计接待国内外游客人数达到903万人次，其中过夜游客人数达到215万人次。",
        ),
        (  # the accounts of a level
            "全县一般公共预算支出合计为41.3亿元，其中用于民生方面的支出为31.0亿元。",
            "县本级一般公共预算支出合计为22.8亿元，其中用于民生方面的支出为17.4亿元。",
        ),
    ],
)
def test_numbers_of_two_frames_are_two_facts_however_alike_their_words(one: str, other: str) -> None:
    assert "value" not in kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "上半年志愿服务活动的参与人次累计达到3640人次，服务群众。",
            "上半年志愿服务活动的参与人次累计达到3460人次，服务群众。",
        ),
        ("圆满承办第18届青山杯全国业余龙舟邀请赛。", "我县圆满承办第19届青山杯全国业余龙舟邀请赛。"),
    ],
)
def test_a_number_of_one_frame_is_a_variant_of_the_passage(one: str, other: str) -> None:
    assert kinds(one, other) == ["value"]
