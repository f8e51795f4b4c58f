"""What forbids two claims to meet: look-alikes of every sort, alone and among other facts."""

import re
from pathlib import Path

import pytest

from consistency.link.bars import ASPECTS, barred, strange, substituted
from consistency.link.comparisons import COMPARISONS
from consistency.link.features import Features, Vocabulary
from consistency.report.wording import WORDS
from tests.domain import bulletin, claim, in_company, meet, read, report, rules

PLAN = "关于青山县2023年国民经济和社会发展计划执行情况及2024年计划草案的报告"


def apart(one: str, other: str, numbers: tuple[str, str]) -> bool:
    """Whether two sentences of two documents do not meet: by themselves, and among other facts."""
    alone = meet(bulletin(one), report(other), *numbers)
    among = meet(bulletin(*in_company(one)), report(*in_company(other)), *numbers)
    return not alone and not among


# Two sentences that say nearly the same and speak of two things. Numbers are 31.5 and 42.6 throughout.
LOOK_ALIKE = {
    "level and growth": ("工业投资31.5亿元。", "工业投资增长42.6%。"),
    "level and change": ("粮食产量31.5万吨。", "粮食产量比上年增加42.6万吨。"),
    "share and growth": ("工业投资占比31.5%。", "工业投资增长42.6%。"),
    "change of a share and of growth": ("茶叶产量占比提高31.5个百分点。", "茶叶产量增速提高42.6个百分点。"),
    "differences to two things": ("茶叶产量增速高于全省31.5个百分点。", "茶叶产量增速高于全国42.6个百分点。"),
    "a difference and a change of growth": ("茶叶产量增速快于粮食产量31.5个百分点。", "茶叶产量增速加快42.6个百分点。"),
    "per cent and points": ("工业投资占比提高31.5%。", "工业投资占比提高42.6个百分点。"),
    "income and spending": ("一般公共预算收入31.5亿元。", "一般公共预算支出42.6亿元。"),
    "exports and all trade": ("出口总额31.5亿元。", "进出口总额42.6亿元。"),
    "exports and imports": ("出口总额31.5亿元。", "进口总额42.6亿元。"),
    "deaths of the population and of an accident": ("死亡人口31.5万人。", "安全形势平稳，死亡人数42.6万人。"),
    "registered and resident": ("户籍人口31.5万人。", "常住人口42.6万人。"),
    "town and country": ("城镇居民人均可支配收入31.5万元。", "农村居民人均可支配收入42.6万元。"),
    "deposits and loans": ("各项存款余额31.5亿元。", "各项贷款余额42.6亿元。"),
    "all and a head": ("地区生产总值31.5亿元。", "人均地区生产总值42.6亿元。"),
    "value added and output": ("规模以上工业增加值31.5亿元。", "规模以上工业总产值42.6亿元。"),
    "private and all": ("民间投资31.5亿元。", "固定资产投资42.6亿元。"),
    "tax and other revenue": ("税收收入31.5亿元。", "非税收入42.6亿元。"),
    "flow and stock": ("新增充电桩31.5万个。", "充电桩累计42.6万个。"),
    "new firms and firms": ("新增市场主体31.5万户。", "市场主体总量42.6万户。"),
    "of one kind and of another": ("新建小学31.5万平方米。", "新建幼儿园42.6万平方米。"),
    "first and second phase": ("一期工程完成投资31.5亿元。", "二期工程完成投资42.6亿元。"),
    "one line and another": ("地铁2号线客流31.5万人次。", "地铁4号线客流42.6万人次。"),
    "contracts and their sum": ("技术合同31.5亿。", "签订技术合同42.6万项。"),
    "money and things": ("社区食堂补助31.5万元。", "社区食堂服务42.6万人次。"),
    "a month and the year": ("12月份，居民消费价格上涨31.5%。", "居民消费价格上涨42.6%。"),
    "a half and the year": ("上半年，粮食外运31.5万吨。", "全年粮食外运42.6万吨。"),
    "five years and one": ("五年来，新建道路31.5公里。", "2023年，新建道路42.6公里。"),
    "last year and this": ("2022年，粮食产量31.5万吨。", "2023年，粮食产量42.6万吨。"),
    "years planned and one": ("“十四五”以来，造林31.5万亩。", "2023年，造林42.6万亩。"),
    "roads there are and roads built": (
        "公路通车里程90.1公里，其中农村公路31.5公里。",
        "新改建农村公路42.6公里。",
    ),
    "above the country and above last year": (
        "生产总值增速高于全国31.5个百分点。",
        "生产总值增速比上年提高42.6个百分点。",
    ),
    "next year and this": ("力争2024年粮食产量31.5万吨。", "2023年，粮食产量42.6万吨。"),
}
NUMBERS = ("31.5", "42.6")


def written(sentence: str, figures: str) -> str:
    """The number of the sentence as it is written there, with its unit."""
    (words,) = [m.words for m in read(bulletin(sentence)).mentions if figures in m.words]
    return words


# Look-alikes that are not told apart yet, each with the reason.
@pytest.mark.parametrize(
    "name",
    list(LOOK_ALIKE),
)
def test_look_alikes_do_not_meet(name: str) -> None:
    one, other = LOOK_ALIKE[name]
    numbers = (written(one, NUMBERS[0]), written(other, NUMBERS[1]))
    assert apart(one, other, numbers)


@pytest.mark.parametrize("name", LOOK_ALIKE)
def test_each_of_them_meets_itself(name: str) -> None:
    """Else nothing would be shown by their being apart."""
    for sentence, figures in zip(LOOK_ALIKE[name], NUMBERS, strict=True):
        number = written(sentence, figures)
        assert meet(bulletin(sentence), report(sentence), number, number)
        assert meet(bulletin(*in_company(sentence)), report(*in_company(sentence)), number, number)


@pytest.mark.parametrize(
    "sentence", ["地区生产总值31.5亿元。", "新建滨江公园31.5公顷。", "规模以上工业企业利润31.5亿元。"]
)
def test_two_places_never_meet(sentence: str) -> None:
    number = written(sentence, "31.5")
    assert not meet(bulletin(sentence), report(sentence, place="白水县"), number, number)
    assert not meet(bulletin(sentence, place="临江市"), report(sentence, place="青山县"), number, number)
    assert not meet(bulletin(sentence, place="滨海市江北区"), report(sentence, place="临江市江北区"), number, number)


def test_one_place_meets_itself_under_its_longer_name() -> None:
    sentence = "地区生产总值31.5亿元。"
    assert meet(bulletin(sentence, place="临江市青山县"), report(sentence), "31.5亿元", "31.5亿元")


@pytest.mark.parametrize("sentence", ["地区生产总值31.5亿元。", "新建滨江公园31.5公顷。"])
def test_two_years_never_meet(sentence: str) -> None:
    number = written(sentence, "31.5")
    assert not meet(bulletin(sentence), report(sentence, year=2022), number, number)


def test_a_target_never_meets_an_outcome() -> None:
    plan = f"{PLAN}\n各位代表：\n一、2023年计划执行情况\n粮食产量31.5万吨。\n二、2024年主要目标\n粮食产量42.6万吨。\n"
    assert meet(plan, bulletin("粮食产量31.5万吨。"), "31.5万吨", "31.5万吨")
    assert not meet(plan, bulletin("粮食产量42.6万吨。"), "42.6万吨", "42.6万吨")
    assert not meet(plan, bulletin("粮食产量42.6万吨。", year=2024), "42.6万吨", "42.6万吨")


def test_the_whole_city_and_the_level_of_the_city_are_apart() -> None:
    budget = "关于临江市2023年预算执行情况和2024年预算草案的报告\n一、2023年预算执行情况\n"
    one = budget + "（一）全市一般公共预算\n一般公共预算收入31.5亿元。\n"
    other = budget + "（二）市级一般公共预算\n一般公共预算收入42.6亿元。\n"
    assert not meet(one, other, "31.5亿元", "42.6亿元")
    assert meet(one, one, "31.5亿元", "31.5亿元")
    assert meet(other, other, "42.6亿元", "42.6亿元")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("居全省第三", "居全省第四", True),
        ("居全省第三", "居全市第四", False),
        ("居全国第三", "居中西部第四", False),
    ],
)
def test_ranks_meet_in_one_area_only(one: str, other: str, same: bool) -> None:
    ours, theirs = bulletin(f"粮食产量{one}。"), report(f"粮食产量{other}。")
    assert meet(ours, theirs, "第三", "第四") is same


def test_the_growth_and_the_total_are_ranked_apart() -> None:
    ours, theirs = bulletin("工业投资总量居全省第三。"), report("工业投资增速居全省第四。")
    assert not meet(ours, theirs, "第三", "第四")


def test_why_two_claims_are_barred() -> None:
    text = bulletin("新增充电桩315个，充电桩累计426个。", "粮食产量31.5万吨。", "粮食种植31.5万亩。")
    flow, stock = claim(text, "315个"), claim(text, "426个")
    assert barred(flow, stock) == barred(stock, flow) == "flow against stock"
    assert barred(claim(text, "31.5万吨"), claim(text, "31.5万亩")) == "other dimension"
    elsewhere = claim(bulletin("粮食产量31.5万吨。", place="白水县"), "31.5万吨")
    assert barred(claim(text, "31.5万吨"), elsewhere) == "other place"
    assert barred(flow, flow) == ""


def test_what_came_less_what_went_is_not_what_came() -> None:
    net, gross = bulletin("净增工业企业52家。"), report("新增工业企业86家。")
    assert not meet(net, gross, "52家", "86家")
    assert meet(net, report("工业企业净增25家。"), "52家", "25家")


def test_over_years_all_that_came_is_what_came() -> None:
    one, other = bulletin("五年来，新增学位8.6万个。"), bulletin("五年来，累计新增学位6.8万个。")
    assert barred(claim(one, "8.6万个"), claim(other, "6.8万个")) == ""


def test_what_came_in_addition_is_not_what_its_sentence_told_before() -> None:
    text = bulletin("工业企业684户，新增25户。")
    assert barred(claim(text, "684户"), claim(text, "25户")) == "flow against stock"


def test_a_lost_unit_bars_no_meeting() -> None:
    one, other = bulletin("整治河道面积31.5万平方米。"), bulletin("整治河道面积指数31.5。")
    assert barred(claim(one, "31.5万平方米"), claim(other, "31.5")) == ""


def test_modifiers_put_in_each_others_place_are_told() -> None:
    text = bulletin("民营工业投资31.5亿元。", "国有工业投资42.6亿元。", "工业投资53.7亿元。")
    claims = [claim(text, words) for words in ("31.5亿元", "42.6亿元", "53.7亿元")]
    vocabulary = Vocabulary(rules().linking.frequencies, rules().lexicon)
    private, state, plain = (Features(c, vocabulary) for c in claims)
    assert substituted(private, state) == "民营 against 国有"
    assert substituted(private, plain) == ""


def test_strange_words_are_measured_by_their_longest_run() -> None:
    assert strange("滨江公园面积", "公园面积", "") == 2
    assert strange("公园面积", "滨江公园面积", "") == 0
    assert strange("滨江公园面积", "公园面积", "沿着滨江") == 0


PLAIN_AND_REBASED = "一般公共预算收入完成31.5亿元(自然口径)，增长3.1%。一般公共预算收入(同口径)完成42.6亿元，增长9.8%。"


def test_a_number_reckoned_on_another_base_is_apart_from_the_plain_one_beside_it() -> None:
    other = "一般公共预算收入31.5亿元，增长3.1%。按同口径计算，一般公共预算收入达42.6亿元，增长9.8%。"
    documents = bulletin(*in_company(PLAIN_AND_REBASED)), report(*in_company(other))
    assert not meet(*documents, "31.5亿元", "42.6亿元")
    assert not meet(*documents, "3.1%", "9.8%")
    assert meet(*documents, "42.6亿元", "42.6亿元")


def test_the_base_may_be_left_out_by_one_of_two_writers() -> None:
    one, other = "一般公共预算收入31.5亿元，同口径增长7.2%。", "一般公共预算收入31.5亿元，增长7.3%。"
    assert meet(bulletin(*in_company(one)), report(*in_company(other)), "7.2%", "7.3%")


def test_a_part_of_what_there_is_does_not_meet_what_was_added() -> None:
    there, added = "A级旅游景区累计达到12家，其中4A级旅游景区5家。", "成功创建4A级旅游景区1家。"
    assert not meet(bulletin(*in_company(there)), report(*in_company(added)), "5家", "1家")


def test_what_weighs_is_a_comparison_and_what_bars_has_its_words() -> None:
    for aspect in ASPECTS:
        if aspect.effect == "bars":
            assert f"bar {aspect.unlike}" in WORDS
        else:
            assert aspect.unlike in {comparison.name for comparison in COMPARISONS}


def test_the_page_on_linking_has_a_row_for_each_aspect() -> None:
    page = Path("docs/linking.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+?) \| (bars|weighs) \|", page, re.MULTILINE)
    assert rows == [(aspect.name, aspect.effect) for aspect in ASPECTS]


def test_a_part_does_not_meet_what_is_told_by_itself_under_an_unlike_name() -> None:
    one = "全县普通、职业本专科学校112所，其中本科院校48所。"
    assert not meet(bulletin(*in_company(one)), report(*in_company("全县高等院校112所。")), "48所", "112所")


def test_a_comma_behind_of_which_changes_nothing() -> None:
    one = "全县共有养老机构和设施40.6万个。其中，注册登记的养老机构4.0万个。"
    assert not meet(
        bulletin(*in_company(one)), report(*in_company("全县有机构及设施40.6万个。")), "4.0万个", "40.6万个"
    )


def test_a_name_that_ends_in_an_indicator_does_not_meet_another_indicator() -> None:
    one, other = "固定资产投资增长5.4%，房地产开发投资下降8.6%。", "工业投资增长11%，带动固定资产投资增长5.4%。"
    assert not meet(bulletin(*in_company(one)), report(*in_company(other)), "8.6%", "5.4%")


def test_what_was_made_in_a_year_does_not_meet_what_ever_was() -> None:
    one, other = "页岩气年产量72.4亿立方米。", "页岩气产量达72.4亿立方米，累计产量突破650亿立方米。"
    texts = bulletin(*in_company(one)), report(*in_company(other))
    assert meet(*texts, "72.4亿立方米", "72.4亿立方米")
    assert not meet(*texts, "72.4亿立方米", "突破650亿立方米")


def test_how_much_of_a_target_was_reached_does_not_meet_another_rate() -> None:
    one, other = "城镇新增就业1.6万人，完成年度目标的108%。", "城镇调查失业率5.4%。"
    assert not meet(bulletin(*in_company(one)), report(*in_company(other)), "108%", "5.4%")
