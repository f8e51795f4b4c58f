"""Names written differently in one place, against rewording, series, short forms and two things of one sort."""

import pytest

from tests.collate.passages import collated, kinds, the_variant


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("创成国家森林防火预惊监测试点示范县。", "创成国家森林防火预警监测试点示范县。"),
        ("加快推进农工银行及青山银行网贷中心落地。", "加快推进农商银行及青山银行网贷中心落地。"),
        ("创新谋划“车辆集约停放秩序管护”等事项。", "创新谋划“车辆集中停放秩序管护”等事项。"),
        ("总规模20亿元的青江协同创新基金落地。", "总规模20亿元的青江协同创新母基金落地。"),
        ("搭建完成乡村水务智管平台应用系统。", "搭建完成乡村水务智管服平台应用系统。"),
        ("加快打造南部物流枢纽核心区。", "加快打造南部物流枢纽核心承载区。"),
        ("新认定省级创新企业若干家。", "新认定省级创新型企业若干家。"),
        ("依照“两清三建一补”要求推进整治。", "依照“两清三建一补强”要求推进整治。"),
        ("成立青山县涉农案件联动受理中心，群众满意。", "成立青山县涉农案件联动接访中心，群众满意。"),
    ],
)
def test_a_name_is_told_apart(one: str, other: str) -> None:
    variant = the_variant(one, other)
    assert variant.kind == "name"
    assert {variant.form in one, variant.form in other} == {True, False}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("政府开支微升，货物出口则跌15.3%，投资上升。", "政府开支微升，货物出口下跌15.3%，投资上升。"),
        ("全县共有从事二三产业活动的法人单位若干个。", "全县共有从事二三产业的法人单位若干个。"),
        ("新增国家级专精特新“小巨人”企业若干家。", "新增国家专精特新“小巨人”企业若干家。"),
    ],
)
def test_a_verb_before_a_number_and_a_qualifier_left_out_are_no_names(one: str, other: str) -> None:
    assert "name" not in kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市长王明宝代表市政府作工作报告，回顾过去一年。", "市长王明室代表市政府作工作报告，回顾过去一年。"),
        ("县委书记陈立新主持会议并讲话。", "县委书记陈立欣主持会议并讲话。"),
        ("副县长李国强、赵卫东出席签约仪式。", "副县长李国强、赵伟东出席签约仪式。"),
        ("青山县统计局局长刘芳在发布会上介绍了情况。", "青山县统计局局长刘方在发布会上介绍了情况。"),
        ("上午，周文海县长到清溪镇调研防汛工作。", "上午，周文涛县长到清溪镇调研防汛工作。"),
        ("会议由常务副市长欧阳平主持。", "会议由常务副市长欧阳萍主持。"),
        ("全面完成黄浦路、中山路等道路改造。", "全面完成黄埔路、中山路等道路改造。"),
        ("年内建成通车的有青江大桥、和平大街。", "年内建成通车的有青江大桥、和顺大街。"),
        ("与省农业科学研究院签订合作协议。", "与省农业科学研究所签订合作协议。"),
    ],
)
def test_where_the_place_tells_that_a_name_stands_both_may_be_ordinary_words(one: str, other: str) -> None:
    assert kinds(one, other) == ["name"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县长高度重视防汛工作，多次作出部署。", "县长高位重视防汛工作，多次作出部署。"),
        ("会议由主任会议成员集体主持。", "会议由主任会议人员集体主持。"),
        ("全年改建农村公路、桥梁等设施一批。", "全年改建农村道路、桥梁等设施一批。"),
        ("拓宽路面并完善照明设施。", "拓展路面并完善照明设施。"),
        ("向全县人民代表作了说明，会议通过决议。", "向全县人民群众作了说明，会议通过决议。"),
    ],
)
def test_a_word_beside_an_office_or_a_street_is_no_name(one: str, other: str) -> None:
    assert kinds(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("大力推动国家森林防火预警监测试点示范县建设。", "大力推进国家森林防火预警监测试点示范县建设。"),
        ("青山城东第一小学综合楼建成投用。", "青山城东第二小学综合楼建成投用。"),
        ("沿江路东延长段工程加快建设。", "沿江路西延长段工程加快建设。"),
        ("柳林街道居民议事委员会获表彰。", "柳林居民议事委员会获表彰。"),
        ("根据广东省国民经济和社会发展统计公报显示。", "根据广东国民经济和社会发展统计公报显示。"),
        ("持续深化青山新城片区重点项目建设。", "持续深化青山新城片区项目建设。"),
        ("城市面貌明显改善，群众满意度提高。", "城市面貌显著改善，群众满意度提高。"),
        ("中環城市广场主楼工程加快施工建设。", "中环城市广场主楼工程加快施工建设。"),
        ("全面提升城市治理平台智能化水平。", "全力提升城市治理平台智能化水平。"),
        ("建设清溪社区综合服务中心，方便群众。", "建设柳湾社区综合服务中心，方便群众。"),
        ("增速一连几个季度列中心城区第一位。", "增速一连几个季度是中心城区第一位。"),
        ("青山城东第一小学启用，新增学位1200个。", "青山城东第一小学投用，新增学位1200个。"),
        ("成立县级重大项目工作专班，挂图作战。", "成立县级重大项目工作专班,挂图作战。"),
    ],
)
def test_what_is_no_slip_of_a_name_is_left_alone(one: str, other: str) -> None:
    assert kinds(one, other) == []


def test_two_forms_in_one_document_mean_two_things() -> None:
    both = "长风三工厂片区加快改造。长风山工厂片区另行规划。"
    assert kinds(both, "长风三工厂片区加快改造。") == []


def test_a_form_that_stands_once_against_three_in_two_documents_is_a_slip_all_the_same() -> None:
    right = "高水平建设南部物流枢纽核心承载区。"
    one = f"{right}有关工作见第三部分说明，任务分工另行印发，请各单位抓好落实。打造南部物流枢纽核心区。"
    two = f"{right}下大力气打造南部物流枢纽核心承载区。"
    variant = the_variant(one, two, two.replace("下大力气", "集中力量"))
    assert "核心区" in variant.form
    assert variant.documents == ("0.txt",)


def test_the_form_that_stands_alone_comes_first() -> None:
    wrong, right = "创成国家森林防火预惊监测试点示范县。", "创成国家森林防火预警监测试点示范县。"
    for texts in ((wrong, right, right), (right, wrong, right), (right, right, wrong)):
        variant = the_variant(*texts)
        assert "预惊" in variant.form
        assert variant.documents == (f"{texts.index(wrong)}.txt",)
        assert len(variant.witnesses) == 2


def test_documents_that_share_no_numbers_are_not_compared() -> None:
    one = "青山县2023年工作总结\n创成国家森林防火预惊监测试点示范县，新增企业41家，修路7.2公里。\n"
    other = "白水县2021年工作总结\n创成国家森林防火预警监测试点示范县，新增企业93家，修路6.8公里。\n"
    assert collated(one, other, alone=True) == ()


def test_free_choices_are_told_as_such() -> None:
    variant = the_variant("围绕数字青山“2468”整体构架推进改革。", "围绕数字青山“2468”总体构架推进改革。")
    assert variant.kind == "alternative"
    assert "name" not in kinds("企业存货较年初明显减少，资产负债率下降。", "企业存货较期初明显减少，资产负债率下降。")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("规上养殖加工企业用电量稳步回升。", "规模以上养殖加工企业用电量稳步回升。"),
        ("造成6个县区57个乡镇的农田受灾。", "造成6个县（市、区）57个乡镇的农田受灾。"),
        ("全县共有高校12所在读学生。", "全县共有高等学校12所在读学生。"),
        ("期内酒店平均入住情况良好。", "期间酒店平均入住情况良好。"),
        ("外资企业进出口保持两位数增长。", "外商投资企业进出口保持两位数增长。"),
        ("限上餐饮单位网上营业额持续向好。", "限额以上餐饮单位网上营业额持续向好。"),
    ],
)
def test_a_short_form_in_common_use_is_no_other_name(short: str, long: str) -> None:
    assert "name" not in kinds(short, long)
