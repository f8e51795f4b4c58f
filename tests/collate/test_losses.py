"""What one copy of a passage lost, and what a writer may leave out."""

import pytest

from tests.collate.passages import collated, kinds, the_variant

LONG = "我们坚持稳字当头以实干实绩推动各项事业取得新的更大进步"


@pytest.mark.parametrize(
    ("hurt", "whole", "kind", "form", "other"),
    [
        ("全年修补路面37.4m2、绿化带若干。", "全年修补路面37.4万m2、绿化带若干。", "scale_lost", "37.4m2", "37.4万m2"),
        (
            "全年修补路面37.4㎡，成效明显。",
            "全年修补路面37.4万平方米，成效明显。",
            "scale_lost",
            "37.4㎡",
            "37.4万平方米",
        ),
        (
            "投入乡村振兴资金26.3元，支持产业。",
            "投入乡村振兴资金26.3亿元，支持产业。",
            "scale_lost",
            "26.3元",
            "26.3亿元",
        ),
        (
            "新增绿化用地70m2，群众健身更方便。",
            "新增绿化用地70余万m2，群众健身更方便。",
            "scale_lost",
            "70m2",
            "70余万m2",
        ),
        (
            "培育国家级重点企业12\n农业生产形势良好。",
            "培育国家级重点企业12家。\n农业生产形势良好。",
            "unit_lost",
            "12",
            "12家",
        ),
        ("摘得省级以上奖项38新增场馆若干。", "摘得省级以上奖项38个。新增场馆若干。", "unit_lost", "38", "38个"),
        ("青江商务港5T7大楼入围评选名单。", "青江商务港5号T7大楼入围评选名单。", "unit_lost", "港5", "港5号"),
        (
            "新增示范农场和家庭牧场52户农民入选重点名单。",
            "新增示范农场和家庭牧场5个。2户农民入选重点名单。",
            "fused_numbers",
            "52户",
            "5个。2户",
        ),
        (
            "观众和票房分别增长64%107%，再创新高。",
            "观众和票房分别增长64%、107%，再创新高。",
            "separator_lost",
            "64%107%",
            "64%、107%",
        ),
        (
            "青山县四个地区青江国家合作论坛成功举办",
            "青山县四个地区—青江国家合作论坛成功举办",
            "mark_lost",
            "地区青江",
            "地区—青江",
        ),
        (
            f"{LONG}全年重点项目建设加快推进成效逐步显现。",
            f"{LONG}。全年重点项目建设加快推进成效逐步显现。",
            "sentence_break_lost",
            "进步全年",
            "进步。全年",
        ),
        (
            f"{LONG}全年重点项目建设加快推进成效逐步显现。",
            f"{LONG}。——我们想方设法增效。全年重点项目建设加快推进成效逐步显现。",
            "sentence_break_lost",
            "进步全年",
            "想方设法增效",
        ),
    ],
)
def test_a_loss_is_told_from_the_copy_that_lost(hurt: str, whole: str, kind: str, form: str, other: str) -> None:
    for texts in ((hurt, whole), (whole, hurt)):
        variant = the_variant(*texts)
        assert variant.kind == kind
        assert form in variant.form
        assert other in variant.other
        assert variant.documents == (f"{texts.index(hurt)}.txt",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年修补路面37.4万平方米、绿化带若干。", "全年修补路面37.4万m2、绿化带若干。"),
        ("新增龙头企业26家、家庭农场13家。", "新增龙头企业26个、家庭农场13个。"),
        ("规模居全省第3，增幅居第5。", "规模居全省第3位，增幅居第5位。"),
        ("成功举办2023青山国际茶商大会，反响热烈。", "成功举办2023年青山国际茶商大会，反响热烈。"),
        ("新增示范农场12个，家庭牧场5个。2户农民入选名单。", "新增示范农场12个、家庭牧场5个。2户农民入选名单。"),
        ("进口额超96亿元，其中出口额43亿元。", "进口额96亿元，其中出口额43亿元。"),
        ("今年以来，全县经济运行平稳，就业形势总体稳定。", "今年以来全县经济运行平稳就业形势总体稳定。"),
        ("新建口袋公园12个、绿道8公里。", "新建口袋公园12个\n绿道8公里\n8个乡镇受益"),
        ("新建口袋公园和城市绿道50.5万亩。74个断面水质达标。", "新建口袋公园和城市绿道50.5万亩\n74个断面水质达标"),
        (
            "县级预算收入完成较好，其中税收收入4.4亿元、非税收入4.16亿元。",
            "县级预算收入完成较好。其中税收收入4.4亿元，为预算的84.4%；非税收入4.16亿元。",
        ),
        (
            "全年居民消费价格总体平稳，比上年上涨1.6%。全年一般公共预算收入完成年初预算的目标。",
            "全年居民消费价格总体平稳，比上年上涨1.6%。全年城镇新增就业6840人。全年一般公共预算收入完成年初预算的目标。",
        ),
        ("获“先进县”“模范县”“平安县”等多项荣誉称号。", "获“先进县”、“模范县”、“平安县”等多项荣誉称号。"),
        (
            "2023年，青山县交通固定资产投资完成105.2亿元，增长3.8%。",
            "2023年青山县交通运输工作情况\n2023年，全县交通固定资产投资完成105.2亿元，增长3.8%。",
        ),
    ],
)
def test_what_writers_may_choose_is_no_loss(one: str, other: str) -> None:
    assert kinds(one, other) == []


def test_a_damaged_place_is_no_witness() -> None:
    assert kinds("全年交付安置住房?362套，群众满意。", "全年交付安置住房4362套，群众满意。") == []


def test_one_loss_has_all_its_witnesses() -> None:
    hurt, whole = "全年修补路面37.4m2、绿化带若干。", "全年修补路面37.4万m2、绿化带若干。"
    variant = the_variant(hurt, whole, whole)
    assert variant.documents == ("0.txt",)
    assert variant.witnesses == ("1.txt", "2.txt")


def test_the_two_scripts_are_one(  # 萬 and 万, m2 and 平方米
) -> None:
    assert kinds("全年修补路面37.4万m2、绿化带若干。", "全年修补路面37.4萬平方米、綠化帶若干。") == []
    assert [v.kind for v in collated("全年修补路面37.4m2、绿化带若干。", "全年修补路面37.4萬m2、綠化帶若干。")] == [
        "scale_lost"
    ]


def test_the_cell_of_a_table_has_lost_nothing_that_its_row_or_column_tells() -> None:
    rows = ("公路客运量增速\t%\t3\t7.4", "乡村旅游接待人数增速\t%\t8\t9.6", "水路货运量增速\t%\t4\t5.2")
    table = "\n".join(("指标\t单位\t目标\t完成", *rows))
    prose = "公路客运量增长7.4%；乡村旅游接待人数增长9.6%；水路货运量增长5.2%。"
    assert "unit_lost" in kinds(table.replace("\t", " "), prose)
    assert not {"unit_lost", "scale_lost"} & set(kinds(table, prose))


def test_a_number_in_groups_of_figures_is_no_two_numbers() -> None:
    one, other = "去年全年訪港旅客4450萬人次，按年升三成。", "2024年全年訪港旅客4 450萬人次，按年升三成。"
    assert "fused_numbers" not in kinds(one, other)
