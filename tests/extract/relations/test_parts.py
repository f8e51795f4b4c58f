"""Wholes and parts: ways to write them, and what is no part or no whole. `=` where the list is complete."""

import pytest

from tests.extract.relations.lines import related, told

WRITTEN = (
    ("全年获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌36枚。", "31枚 + 28枚 + 36枚 ≤ 95枚"),
    ("保费收入40亿元。其中，财产险10亿元，寿险20亿元，健康险8亿元。", "10亿元 + 20亿元 + 8亿元 ≤ 40亿元"),
    ("全县工业企业320家，其中大型企业12家、中型企业68家、小微企业240家。", "12家 + 68家 + 240家 ≤ 320家"),
    ("全年进出口总额120亿元，包括出口80亿元和进口40亿元。", "80亿元 + 40亿元 ≤ 120亿元"),
    (
        "固定资产投资300亿元，分产业看，第一产业20亿元，第二产业150亿元，第三产业130亿元。",
        "20亿元 + 150亿元 + 130亿元 ≤ 300亿元",
    ),
    (
        "固定资产投资300亿元。按产业看，第一产业20亿元；第二产业150亿元；第三产业130亿元。",
        "20亿元 + 150亿元 + 130亿元 ≤ 300亿元",
    ),
    ("债务余额120亿元（一般债务70亿元、专项债务50亿元），控制在限额130亿元以内。", "70亿元 + 50亿元 ≤ 120亿元"),
    ("债务余额120亿元，其中：一般债务70亿元、专项债务50亿元，低于债务限额130亿元。", "70亿元 + 50亿元 ≤ 120亿元"),
    ("用电量30亿千瓦时，其中工业用电20亿千瓦时，居民用电6亿千瓦时等。", "20亿千瓦时 + 6亿千瓦时 ≤ 30亿千瓦时"),
    # complete: 其他, 分为, 由…构成
    ("办理案件320件，其中刑事120件、民事150件、其他50件。", "120件 + 150件 + 50件 = 320件"),
    ("全县共有学校412所，分为幼儿园218所、小学136所、中学58所。", "218所 + 136所 + 58所 = 412所"),
    ("全年进出口总额120亿元，由出口80亿元、进口40亿元构成。", "80亿元 + 40亿元 = 120亿元"),
    ("一般公共预算收入100亿元，由税收收入80亿元、非税收入20亿元两部分组成。", "80亿元 + 20亿元 = 100亿元"),
    # the change of a part is no part, and the rate of one neither
    (
        "支出80亿元，其中：教育支出20亿元，比上年增加3亿元；卫生支出15亿元，比上年减少1亿元；其他支出45亿元。",
        "20亿元 + 15亿元 + 45亿元 = 80亿元",
    ),
    (
        "支出80亿元，其中教育支出20亿元，较上年多支出3亿元；卫生支出15亿元，增加2亿元；其他支出45亿元。",
        "20亿元 + 15亿元 + 45亿元 = 80亿元",
    ),
    # a list ends at its bracket, at 构成 and where something is added to the whole
    ("收入102.1亿元（含高新区17.8亿元，其中税收12亿元），支出9亿元。", "12亿元 ≤ 17.8亿元"),
    ("债务余额120亿元（其中一般债务70亿元、专项债务50亿元），偿还8亿元。", "70亿元 + 50亿元 ≤ 120亿元"),
    ("全年进出口总额120亿元，由出口80亿元、进口40亿元构成，利用外资8亿元。", "80亿元 + 40亿元 = 120亿元"),
    ("收入62亿元，其中税收收入50亿元，加上级补助收入15亿元，总计77亿元。", "50亿元 ≤ 62亿元"),
    ("全县共有学校412所，分成幼儿园218所、小学136所、中学58所。", "218所 + 136所 + 58所 = 412所"),
    # the parts make somewhat more than the whole: a mistake, and no other list
    (
        "投资300亿元，分产业看，第一产业20亿元，第二产业150亿元，第三产业160亿元。",
        "20亿元 + 150亿元 + 160亿元 ≤ 300亿元",
    ),
    # the whole stands two sentences before
    (
        "固定资产投资300亿元。增速比全省高1个百分点。分产业看，第一产业20亿元，第二产业150亿元。",
        "20亿元 + 150亿元 ≤ 300亿元",
    ),
    # a change, a limit, a plan of the rate and a bracket are no wholes
    ("公路里程19319公里，比上年末新增108公里；其中，高速公路1501公里。", "1501公里 ≤ 19319公里"),
    ("完成投资50亿元，超过目标45亿元，其中工业投资30亿元。", "30亿元 ≤ 50亿元"),
    ("预算134亿元，执行中调整为135亿元，其中基本支出80亿元，项目支出55亿元。", "80亿元 + 55亿元 ≤ 135亿元"),
    ("新增债券20亿元，其中一般债券8亿元、专项债券12亿元。", "8亿元 + 12亿元 ≤ 20亿元"),
    # a list ends at a full stop and where its separator changes; another unit is none of it
    ("全年接待游客320万人次，其中国内310万人次，入境10万人次；旅游收入25亿元。", "310万人次 + 10万人次 ≤ 320万人次"),
    ("学校20所，其中小学12所，在校学生8000人；中学8所，在校学生6000人。", "12所 ≤ 20所"),
    # of a part that is taken apart further in a bracket, only the part counts
    ("获得奖牌95枚，其中金牌31枚（女子16枚），银牌28枚，铜牌36枚。", "31枚 + 28枚 + 36枚 ≤ 95枚"),
    # what 离 begins is no distance
    ("全县参保11.6万人，其中在岗职工7.2万人，离退休人员4.4万人。", "7.2万人 + 4.4万人 ≤ 11.6万人"),
    # a total ends a list, and is a part where it opens one
    ("支出80亿元，其中教育支出20亿元，卫生支出30亿元，合计50亿元。", "20亿元 + 30亿元 ≤ 80亿元"),
    ("收入80亿元，其中税收收入合计60亿元。", "60亿元 ≤ 80亿元"),
    ("支出80亿元，其中10亿元以上项目支出30亿元，其他支出50亿元。", "30亿元 + 50亿元 = 80亿元"),
    # what is told with 其他 alone is not all there is
    ("办理案件320件，其中其他案件50件。", "50件 ≤ 320件"),
    # the whole opens its sentence
    ("320家企业，其中大型企业12家、中型企业68家。", "12家 + 68家 ≤ 320家"),
    (
        "300亿元固定资产投资全部完成。增速比全省高1个百分点。分产业看，第一产业20亿元，第二产业150亿元。",
        "20亿元 + 150亿元 ≤ 300亿元",
    ),
    # what is taken apart by 按…分 may stand further before
    (
        "固定资产投资300亿元。增速比全省高1个百分点。工业投资较快。按产业分，第一产业20亿元，第二产业150亿元。",
        "20亿元 + 150亿元 ≤ 300亿元",
    ),
    # the nearest amount is the whole, where none of several ways is opened; another thing between is not
    ("固定资产投资300亿元，其中民间投资100亿元，其中制造业60亿元。", "60亿元 ≤ 100亿元"),
    ("投资300亿元，其中民间投资100亿元，分为制造业60亿元、服务业40亿元。", "60亿元 + 40亿元 = 100亿元"),
    ("投资300亿元，其中民间投资100亿元，分成制造业60亿元、服务业40亿元。", "60亿元 + 40亿元 = 100亿元"),
    ("投资300亿元，其中民间投资100亿元，分别为制造业60亿元、服务业40亿元。", "60亿元 + 40亿元 ≤ 100亿元"),
    ("全县有学校20所、学生8000人，其中小学12所。", "12所 ≤ 20所"),
    # what stands in a bracket is no whole of what follows it
    ("收入102亿元（含高新区17.8亿元），其中税收收入90亿元。", "90亿元 ≤ 102亿元"),
    ("全年进出口总额120亿元由出口80亿元、进口40亿元构成。", "80亿元 + 40亿元 = 120亿元"),
    # parts that make six fifths of the whole are still taken for its own, and wrong
    (
        "投资300亿元，分产业看，第一产业60亿元，第二产业150亿元，第三产业150亿元。",
        "60亿元 + 150亿元 + 150亿元 ≤ 300亿元",
    ),
)
SEVERAL = (
    (
        "卫生技术人员4.9万人，其中医师1.8万人，护士2.4万人。按机构分，医院2.8万人，基层机构2.1万人。",
        ["parts: 1.8万人 + 2.4万人 ≤ 4.9万人", "parts: 2.8万人 + 2.1万人 ≤ 4.9万人"],
    ),
    (
        "固定资产投资300亿元，其中民间投资100亿元。分产业看，第二产业150亿元；第三产业130亿元。",
        ["parts: 100亿元 ≤ 300亿元", "parts: 150亿元 + 130亿元 ≤ 300亿元"],
    ),
    (
        "固定资产投资300亿元，其中民间投资100亿元。从产业看，第二产业150亿元；第三产业130亿元。",
        ["parts: 100亿元 ≤ 300亿元", "parts: 150亿元 + 130亿元 ≤ 300亿元"],
    ),
    (
        "卫生技术人员4.9万人。按机构分，医院2.8万人，基层机构2.1万人。按性别分，男性1.9万人，女性3万人。",
        ["parts: 2.8万人 + 2.1万人 ≤ 4.9万人", "parts: 1.9万人 + 3万人 ≤ 4.9万人"],
    ),
    # a part that is taken apart itself ends the list, but for one in a bracket
    (
        "支出80亿元，其中教育支出20亿元，卫生支出30亿元，包括医院12亿元、防疫9亿元。",
        ["parts: 20亿元 ≤ 80亿元", "parts: 12亿元 + 9亿元 ≤ 30亿元"],
    ),
    (
        "支出80亿元，其中教育支出20亿元，卫生支出30亿元（医院12亿元、防疫9亿元）。",
        ["parts: 20亿元 + 30亿元 ≤ 80亿元", "parts: 12亿元 + 9亿元 ≤ 30亿元"],
    ),
)
NONE = (
    "原油加工量站稳140万吨台阶，其中汽油80万吨，柴油200万吨。",
    "完成收入102.1亿元（含高新区17.8亿元），为调整预算112.5亿元的90.8%。",
    "教育支出20亿元，科技支出8亿元，其他支出2亿元；三是安排专项资金41亿元。",
    "人均支出3万元，其中食品1万元，居住2.5万元。",
    "人均住房面积35平方米，其中城镇32平方米。",
    "其中，妇女60名。",
    "粮食产量12万吨（夏粮5万吨）。",
    # the total is not told: the number before is another's
    "固定资产投资增长5%。房地产开发投资40亿元。分产业看，第一产业20亿元；第二产业150亿元；第三产业130亿元。",
    "总的看，全年收入30亿元，支出28亿元。",
    "服务业主要由批发业20亿元、零售业30亿元等构成。",
    "由青山县投资20亿元、云河市投资30亿元建设的项目已开工。",
    "固定资产投资100亿元，分产业看，第一产业20亿元，第二产业60亿元，第三产业50亿元。",  # far more than that
    "固定资产投资100亿元，分产业看：第一产业20亿元，第二产业60亿元，第三产业50亿元。",
    "投资300亿元，其中多数为企业所投。",
    # the total is told behind, or stands too far before
    "贷款余额120亿元，当年投放（工业70亿元、农业60亿元）130亿元。",
    "投入资金120亿元，新设基金由财政20亿元、企业30亿元构成。",
    "固定资产投资300亿元。增速比全省高1个百分点。工业投资较快。分产业看，第一产业20亿元，第二产业150亿元。",
)


@pytest.mark.parametrize(("line", "listing"), WRITTEN)
def test_a_list_of_parts_is_read(line: str, listing: str) -> None:
    assert told(line, "parts") == [f"parts: {listing}"]


@pytest.mark.parametrize(("line", "lists"), SEVERAL)
def test_a_whole_is_taken_apart_in_several_ways(line: str, lists: list[str]) -> None:
    assert told(line, "parts") == lists


@pytest.mark.parametrize("line", NONE)
def test_no_list_of_parts_is_read(line: str) -> None:
    assert told(line, "parts") == []


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("获得奖牌95枚，其中金牌31枚，银牌28枚，铜牌36枚。", 3),
        ("债务余额120亿元，其中一般债务70亿元、专项债务50亿元。", 2),
        ("支出80亿元，其中教育支出20亿元，企业职工养老金15亿元。", 1),  # told otherwise: perhaps no part
        ("支出80亿元，其中教育支出20亿元；卫生支出15亿元。", 1),
        ("获得奖牌95枚，其中31枚金牌、28枚银牌，36枚铜牌。", 3),  # by the nouns behind
        ("获得奖牌95枚，其中31枚金牌、28枚银质奖章。", 1),
        ("债务余额120亿元（一般债务70亿元、专项债务50亿元）。", 0),
    ],
)
def test_parts_that_are_told_alike_are_sure(line: str, sure: int) -> None:
    (listing,) = (r for r in related(line) if r.kind == "parts")
    assert listing.sure == sure


def test_a_list_holds_its_words_and_those_of_its_whole() -> None:
    (listing,) = (r for r in related("全年获得奖牌95枚，其中31枚金牌、28枚银牌等。") if r.kind == "parts")
    assert (listing.words, listing.result.words, listing.result.sign) == ("其中", "全年获得奖牌", 1)
    assert [term.words for term in listing.terms] == ["金牌", "银牌等"]
    assert listing.unread == ("等",)


@pytest.mark.parametrize(("end", "unread"), [("", ()), ("等", ("等",)), ("的贷款等", ("等",)), ("，项目等", ())])
def test_a_list_that_ends_in_and_so_on_is_open(end: str, unread: tuple[str, ...]) -> None:
    (listing,) = (r for r in related(f"贷款40亿元，其中农业20亿元、其他20亿元{end}。") if r.kind == "parts")
    assert listing.unread == unread
    assert listing.complete is not bool(unread)


@pytest.mark.parametrize(("between", "listings"), [(114, 1), (115, 0)])
def test_a_whole_stands_no_further_than_120_characters_before(between: int, listings: int) -> None:
    line = f"投资300亿元{'稳' * between}，其中民间投资100亿元。"  # “300亿元，” is six of them
    assert len(told(line, "parts")) == listings
