"""What is compared of two claims, and on which level they stand in it."""

import pytest

from consistency.link.clusters import all_features
from consistency.link.comparisons import COMPARISONS, Pair, vector
from tests.domain import bulletin, claim, report, rules


def levels(one: str, other: str, numbers: tuple[str, str]) -> dict[str, str]:
    """Each comparison of two numbers of two documents with its level."""
    first, second = claim(bulletin(one), numbers[0]), claim(report(other), numbers[1])
    features, others = all_features([first, second], rules().lexicon, rules().linking)
    return dict(vector(Pair(first, second, features, others)))


@pytest.mark.parametrize(
    ("one", "other", "numbers", "comparison", "level"),
    [
        ("GDP320.5亿元。", "地区生产总值321亿元。", ("320.5亿元", "321亿元"), "names", "one indicator"),
        ("新增湿地公园12个。", "新增湿地公园13个。", ("12个", "13个"), "names", "equal"),
        ("新增湿地公园12个。", "新增公园13个。", ("12个", "13个"), "forms", "put before"),
        ("粮食外运31.5万吨。", "粮食外运量32万吨。", ("31.5万吨", "32万吨"), "forms", "put behind"),
        ("建成充电桩12个。", "改造图书馆13个。", ("12个", "13个"), "forms", "neither"),
        ("民营工业投资3亿元。", "工业投资4亿元。", ("3亿元", "4亿元"), "modifiers", "left out"),
        ("工业投资3亿元。", "工业投资4亿元。", ("3亿元", "4亿元"), "modifiers", "equal"),
        ("建成湿地公园12个。", "建成湿地公园13个。", ("12个", "13个"), "units", "equal"),
        ("湿地公园12公顷。", "湿地公园180亩。", ("12公顷", "180亩"), "units", "of one measure"),
        ("新增专精特新企业16家。", "新增专精特新企业17户。", ("16家", "17户"), "units", "other counter"),
        ("新增充电桩12个。", "充电桩13个。", ("12个", "13个"), "flow", "one"),
    ],
)
def test_on_which_level_two_claims_stand(
    one: str, other: str, numbers: tuple[str, str], comparison: str, level: str
) -> None:
    assert levels(one, other, numbers)[comparison] == level


def test_a_pair_stands_on_one_of_the_levels_of_every_comparison() -> None:
    found = levels("民营工业投资3亿元，增长5%。", "工业投资完成4亿元。", ("3亿元", "4亿元"))
    assert list(found) == [comparison.name for comparison in COMPARISONS]
    for comparison in COMPARISONS:
        assert found[comparison.name] in comparison.levels


def test_numbers_beside_those_of_one_name_are_neighbours() -> None:
    one = "粮食产量12.3万吨，湿地公园12个，森林覆盖率51.3%。"
    other = "粮食产量12.4万吨，公园13个，森林覆盖率51.4%。"
    assert levels_among(one, other, ("12个", "13个"))["neighbours"] == "both"


def levels_among(one: str, other: str, numbers: tuple[str, str]) -> dict[str, str]:
    """The same, the other numbers of their documents beside them."""
    from tests.domain import NAMES, read

    claims = [*read(bulletin(one), NAMES[0]).claims, *read(report(other), NAMES[1]).claims]
    known = all_features(claims, rules().lexicon, rules().linking)
    a, b = (next(i for i, c in enumerate(claims) if c.mention.words == words) for words in numbers)
    return dict(vector(Pair(claims[a], claims[b], known[a], known[b])))
