"""The lexicon of indicators: every spelling leads to its own name, and none eats a piece of another word."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from consistency.extract.statements.names import Namer
from consistency.lexicon import Lexicon, load_lexicon
from consistency.model import Measure
from consistency.rule_folder import rule_folder
from consistency.toml_tables import ConfigurationError

FILE = rule_folder() / "indicators.toml"
ENTRIES: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["indicator"]
NAMES = {entry["name"] for entry in ENTRIES}
LEXICON = load_lexicon(rule_folder())
NAMER = Namer(LEXICON)


def spellings(entry: dict[str, Any]) -> list[str]:
    """All that an indicator goes by inside longer names."""
    return [entry["name"], *entry.get("aliases", ())]


def canonical(words: str, lexicon: Lexicon = LEXICON) -> str:
    """Words with every known spelling in them replaced, the longest that begins at each place."""
    out, at = "", 0
    while at < len(words):
        found = lexicon.names.at(words, at)
        out += lexicon.aliases[found] if found else words[at]
        at += len(found) or 1
    return out


# -- the file ---------------------------------------------------------------------------------


def test_there_are_some_hundred_indicators_each_once() -> None:
    assert len(ENTRIES) == len(NAMES)
    assert len([entry for entry in ENTRIES if entry.get("dimension")]) > 400


def test_every_field_of_public_reports_has_its_heading() -> None:
    headings = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("# -- ")]
    assert len(headings) == len(set(headings)) >= 25


def test_every_entry_holds_together() -> None:
    dimensions = {unit.dimension for unit in LEXICON.units.by_name.values()}
    for entry in ENTRIES:
        name = entry["name"]
        assert entry.get("dimension", "count") in dimensions, name
        assert entry.get("measure", "level") in set(Measure), name
        assert len(set(spellings(entry))) == len(spellings(entry)), name
        assert set(entry.get("not", ())) <= NAMES - {name}, name


def test_only_headline_indicators_are_known_as_such() -> None:
    assert LEXICON.dimensions == {entry["name"]: entry["dimension"] for entry in ENTRIES if entry.get("headline")}
    assert 50 < len(LEXICON.dimensions) < 100


# -- spellings --------------------------------------------------------------------------------


def test_every_spelling_leads_to_its_own_name() -> None:
    for entry in ENTRIES:
        for spelling in spellings(entry):
            assert canonical(spelling) == entry["name"], spelling


def test_a_part_spelt_otherwise_leads_to_the_same_name() -> None:
    for spelling, name in LEXICON.aliases.items():
        assert canonical(spelling) == name, spelling


def test_names_are_their_own_normal_form() -> None:
    moved = {name for name in NAMES if NAMER.normal(name) != name}
    assert moved <= {name for name in NAMES if name in LEXICON.alone}
    assert len(NAMES - moved) > 500


def test_a_short_form_is_written_as_aliases_leave_it_and_is_no_alias_itself() -> None:
    for short, name in LEXICON.alone.items():
        assert canonical(short) == short
        assert LEXICON.aliases.get(short, short) == short, f"{short} is an alias as well"
        assert name in NAMES


def test_look_alikes_stay_apart() -> None:
    by_name = {entry["name"]: entry for entry in ENTRIES}
    for entry in ENTRIES:
        for other in entry.get("not", ()):
            ours = {NAMER.normal(s) for s in (*spellings(entry), *entry.get("alone", ()))}
            theirs = {NAMER.normal(s) for s in (*spellings(by_name[other]), *by_name[other].get("alone", ()))}
            assert not ours & theirs, f"{entry['name']} and {other}"


def test_no_indicator_is_taken_for_one_that_its_name_ends_with() -> None:
    assert {name: NAMER.known_end(name) for name in NAMES if NAMER.known_end(name)} == {}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("GDP", "地区生产总值"),
        ("人均GDP", "人均地区生产总值"),
        ("三产增加值", "第三产业增加值"),
        ("三产", "第三产业增加值"),
        ("规上工业增加值", "规模以上工业增加值"),
        ("规模以上工业企业实现利润总额", "规模以上工业利润总额"),
        ("规上工业企业营收", "规模以上工业营业收入"),
        ("固投", "固定资产投资"),
        ("外贸", "进出口总额"),
        ("零售销售额", "零售业总销货价值"),
        ("零售业总销货量", "零售业总销货数量"),
        ("商品整体出口货值", "出口总额"),
        ("商品贸易逆差", "有形贸易逆差"),
        ("整体访港旅客", "访港旅客"),
        ("内地旅客访港人次", "内地访港旅客"),
        ("访澳旅客", "入境旅客"),
        ("酒店入住率", "酒店平均入住率"),
        ("服务输出", "服务出口"),
        ("外销接单", "外销订单"),
        ("民间固定资产投资", "民间投资"),
        ("工业技改投资", "工业技术改造投资"),
        ("社零额", "社会消费品零售总额"),
        ("限上社会消费品零售额", "限额以上消费品零售额"),
        ("外贸进出口总值", "进出口总额"),
        ("出口额", "出口总额"),
        ("进口", "进口总额"),
        ("实际利用外资", "实际使用外资"),
        ("地方财政收入", "一般公共预算收入"),
        ("财政支出", "一般公共预算支出"),
        ("社保基金收入", "社会保险基金预算收入"),
        ("土地出让金收入", "国有土地使用权出让收入"),
        ("地方政府债务余额", "政府债务余额"),
        ("金融机构本外币各项存款余额", "存款余额"),
        ("银行业金融机构各项贷款", "贷款余额"),
        ("原保险保费收入", "保费收入"),
        ("CPI", "居民消费价格"),
        ("PPI", "工业生产者出厂价格"),
        ("全体常住居民人均可支配收入", "居民人均可支配收入"),
        ("农村常住居民人均生活消费支出", "农村居民人均消费支出"),
        ("城镇新增就业人数", "城镇新增就业"),
        ("常住人口城镇化率", "城镇化率"),
        ("普通高等学校在校学生", "普通高校在校生"),
        ("中等职业教育在校学生", "中职学校在校生"),
        ("参加城镇职工养老保险人数", "城镇职工基本养老保险参保人数"),
        ("居民医保参保人员", "城乡居民基本医疗保险参保人数"),
        ("失业保险参保", "失业保险参保人数"),
        ("城市居民最低生活保障标准", "城市低保标准"),
        ("卫生机构床位", "医疗卫生机构床位"),
        ("每千人拥有执业医师", "每千人口执业医师"),
        ("细颗粒物平均浓度", "PM2.5浓度"),
        ("环境空气质量优良率", "空气质量优良天数比例"),
        ("国控断面优良水体比例", "国考断面水质优良比例"),
        ("万元GDP能耗", "单位地区生产总值能耗"),
        ("规上工业综合能耗", "规模以上工业综合能源消费量"),
        ("R&D经费投入强度", "研发投入强度"),
        ("研究与试验发展经费支出", "研发投入"),
        ("万人发明专利拥有量", "每万人口发明专利拥有量"),
        ("国家级专精特新小巨人企业", "专精特新小巨人企业"),
        ("旅游接待人次", "接待游客"),
        ("货物运输量", "货运量"),
        ("高速公路里程", "高速公路通车里程"),
        ("邮政行业业务总量", "邮政业务总量"),
        ("固定互联网宽带接入用户", "固定宽带用户"),
        ("亿元GDP生产安全事故死亡人数", "亿元地区生产总值生产安全事故死亡率"),
        ("改造城镇老旧小区", "老旧小区改造"),
    ],
)
def test_the_spellings_of_reports_lead_to_one_name(words: str, name: str) -> None:
    assert NAMER.normal(words) == name


# Longer names that are something else than what they hold or end with.
@pytest.mark.parametrize(
    "words",
    [
        "海洋生产总值",
        "县域GDP",
        "住户存款余额",
        "人民币各项存款余额",
        "涉农贷款余额",
        "交通固定资产投资",
        "农户固定资产投资",
        "跨境电商进出口额",
        "机电产品出口额",
        "一般公共预算总收入",
        "全口径税收收入",
        "民生财政支出",
        "中央一般公共预算收入",
        "城区常住人口",
        "婴儿死亡率",
        "高速公路里程",
        "寿险保费收入",
        "新能源汽车产量",
        "城镇居民恩格尔系数",
    ],
)
def test_a_longer_name_is_not_taken_for_the_headline_in_it(words: str) -> None:
    name = NAMER.normal(words)
    assert name not in LEXICON.dimensions
    assert NAMER.known_end(name) == ""


# Words that hold the letters of a short form.
@pytest.mark.parametrize(
    "words",
    [
        "提高企业竞争力",
        "居民企业",
        "经营收入",
        "理财收益",
        "单一产品",
        "挑战新高度",
        "供销社零售网点",
        "合作社零售额",
        "大规模工业用地",
        "最低保障线",
        "依托位置",
        "社会保险收入",
        "出口额度",
        "定期存款",
        "税收优惠",
        "茶叶出口额",
        "工业污水处理率",
        "千兆宽带用户",
        "青年调查失业率",
    ],
)
def test_a_word_that_holds_a_short_form_is_left_alone(words: str) -> None:
    assert canonical(words) == words
    assert words not in LEXICON.alone


# -- files that break the form -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ('name = "甲乙"\nalone = ["税收"]\n', "alone: '税收' is short for '税收收入' already"),
        ('name = "甲乙"\nmeasure = "size"\n', "measure: is no measure; measures are level"),
        ('name = "甲乙"\nheadline = true\n', "headline: needs a dimension"),
        ('name = "甲乙"\nheadlines = true\n', "headlines: unknown key (did you mean 'headline'?)"),
    ],
)
def test_a_slip_in_an_indicator_is_told(tmp_path: Path, added: str, said: str) -> None:
    for path in rule_folder().glob("*.toml"):
        shutil.copy(path, tmp_path)
    with (tmp_path / "indicators.toml").open("a", encoding="utf-8") as file:
        file.write("\n[[indicator]]\n" + added)
    with pytest.raises(ConfigurationError, match=r"indicators\.toml: indicator\[\d+\]\.") as caught:
        load_lexicon(tmp_path)
    assert said in str(caught.value)


def test_aliases_of_a_part_are_understood_inside_other_aliases(tmp_path: Path) -> None:
    for path in rule_folder().glob("*.toml"):
        shutil.copy(path, tmp_path)
    (tmp_path / "indicators.toml").write_text(
        '[[indicator]]\nname = "全部甲物"\naliases = ["甲甲"]\npart = true\n'
        '[[indicator]]\nname = "甲物产值"\naliases = ["全部甲物价值"]\n',
        encoding="utf-8",
    )
    lexicon = load_lexicon(tmp_path)
    assert canonical("本地甲甲价值", lexicon) == "本地甲物产值"
    assert canonical("本地甲甲产值", lexicon) == "本地全部甲物产值"
