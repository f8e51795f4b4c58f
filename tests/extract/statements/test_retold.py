"""What press pieces and digests call a fact, and when they tell it."""

import pytest

from tests.domain import bulletin, claim, read

NAMED = {
    "全县生产汽车12.3万辆。": ("12.3万辆", "汽车产量"),
    "全县产茶8360吨。": ("8360吨", "茶产量"),
    "生产性泊位12个。": ("12个", "生产性泊位"),
    "全县种粮76.8万亩。": ("76.8万亩", "粮食播种面积"),
    "财政收入：22.4亿元，增长4.1%。": ("22.4亿元", "一般公共预算收入"),
    "固定资产投资：增长9.2%。": ("9.2%", "固定资产投资"),
    "外贸出超80.5亿元。": ("80.5亿元", "外贸出超"),
    "全年有445万人次旅客到访。": ("445万人次", "旅客到访"),
    "去年末青山县常住人口为48.2万人。": ("48.2万人", "常住人口"),
}


@pytest.mark.parametrize("sentence", NAMED)
def test_a_number_is_named_as_the_bulletin_would(sentence: str) -> None:
    words, name = NAMED[sentence]
    assert claim(bulletin(sentence), words).mention.name == name


def test_who_says_it_names_nothing() -> None:
    (mention,) = read(bulletin("记者获悉：12.3亿元。")).mentions
    assert not mention.name


@pytest.mark.parametrize("compared", ["比上一年多了12.4%", "比前一年增加12.4%", "较前年增加12.4%", "比常年偏多12.4%"])
def test_a_comparison_with_the_year_before_is_growth_of_what_was_told(compared: str) -> None:
    growth = claim(bulletin(f"接待国内游客582万人次，{compared}。"), "12.4%")
    assert (growth.mention.name, growth.key.measure) == ("接待国内游客", "growth")


def test_the_end_of_december_is_that_of_the_year_in_the_next_sentence_too() -> None:
    text = "青山县2023年金融运行情况\n12月末，全县各项存款余额41.2亿元，同比增长7.3%。其中，住户存款28.7亿元。\n"
    assert claim(text, "28.7亿元").key.period == "2023"


@pytest.mark.parametrize("heading", ["2022年工作回顾", "【2022年成绩】", "2022年工作："])
def test_a_heading_below_the_title_tells_the_year_of_what_is_looked_back_on(heading: str) -> None:
    text = (
        f"一图读懂2023年青山县政府工作报告\n{heading}\n农业：粮食产量21.4万吨\n【2023年目标】\n农业：粮食产量22万吨\n"
    )
    assert claim(text, "21.4万吨").key.period == "2022"
    assert (claim(text, "22万吨").key.period, claim(text, "22万吨").key.status) == ("2023", "target")
