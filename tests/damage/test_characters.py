"""The table of characters: complete, and fit to tell words from accidents."""

from consistency.damage.characters import RARE, TABLE, characters


def test_the_table_knows_the_characters_of_reports() -> None:
    text = "坚持稳中求进工作总基调完整准确全面贯彻新发展理念一般公共预算收入规模以上工业增加值城镇居民人均可支配收入"
    assert all(characters().common(c) for c in text)
    assert TABLE.stat().st_size < 200_000


def test_words_cost_less_than_accidents() -> None:
    model = characters()
    assert model.total("\n", "森林防火预警监测") < model.total("\n", "森林防火预惊监测")
    assert model.total("\n", "惠农贷款增长") * 3 < 2 * model.total("\n", "蒉缇鸨钡攫镙")


def test_scripts_cost_alike() -> None:
    model = characters()
    assert model.total("\n", "經濟發展") == model.total("\n", "经济发展")
    assert model.alone("龘") == RARE
