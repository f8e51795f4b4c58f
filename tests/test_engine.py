"""Loading rules, choosing among them, and the order of what they find."""

from pathlib import Path

import pytest

from consistency.collate.collation import variants
from consistency.damage import damages
from consistency.engine import KINDS, LANGUAGES, load_rules
from consistency.extract.about import about
from consistency.extract.mentions import Extractor
from consistency.extract.tables.heads import HeadReader, Side
from consistency.lexicon.collation import CollationWords
from consistency.model import Document, Severity
from consistency.toml_tables import ConfigurationError
from tests.domain import bulletin, found, report

RULE = """
[[rule]]
id = "OWN1"
kind = "parts"
severity = "info"
name = { zh = "甲", en = "a" }
message = { zh = "{stated}", en = "{stated}" }
why = { zh = "甲", en = "a" }
params = { cases = ["part"] }
"""


def load(folder: Path, text: str) -> None:
    (folder / "checks-own.toml").write_text(text, encoding="utf-8")
    load_rules((folder,))


def test_every_rule_is_of_a_known_kind_and_told_in_every_language() -> None:
    for rule in load_rules().all:
        assert rule.kind in KINDS
        for texts in (rule.name, rule.message, rule.why):
            assert set(texts) == set(LANGUAGES)


def test_every_kind_has_a_rule() -> None:
    assert set(KINDS) == {r.kind for r in load_rules().all}


def test_every_case_of_a_kind_belongs_to_a_rule() -> None:
    for name, kind in KINDS.items():
        taken = {case for r in load_rules().all if r.kind == name for case in r.params.get("cases", ())}
        assert taken == set(kind.params.get("cases") or ()), name


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('kind = "parts"', 'kind = "part"', "rule[1].kind: no kind 'part' (did you mean 'parts'?); kinds are "),
        ('severity = "info"', 'severity = "loud"', "rule[1].severity: no severity 'loud'"),
        ('cases = ["part"]', 'cases = ["whole"]', "rule[1].params.cases: no such value 'whole'"),
        ('cases = ["part"]', 'case = ["part"]', "rule[1].params.case: unknown key (did you mean 'cases'?)"),
        ('zh = "{stated}"', 'zh = "{state}"', "rule[1].message.zh: may name {derived}, {how}, {indicator}"),
        ('zh = "{stated}"', 'zh = "{"', "rule[1].message.zh: may name "),
        ('id = "OWN1"', 'id = "CC101"', "rule id CC101 stands already in "),
        ('id = "OWN1"\n', "", "rule[1].id: is missing"),
        ('why = { zh = "甲", en = "a" }', 'why = { zh = "甲" }', "rule[1].why.en: is missing"),
        ('id = "OWN1"', 'id = "OWN1"\nidd = "x"', "rule[1].idd: unknown key (did you mean 'id'?)"),
    ],
)
def test_what_is_out_of_order_is_told_in_one_line_with_file_and_key(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    assert before in RULE
    load(tmp_path, RULE)
    with pytest.raises(ConfigurationError) as raised:
        load(tmp_path, RULE.replace(before, after))
    assert str(raised.value).startswith(str(tmp_path / "checks-own.toml"))
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_population_rule_takes_words_and_whole_numbers_only(tmp_path: Path) -> None:
    rule = RULE.replace('"parts"', '"population"').replace("{stated}", "{how}")
    load(tmp_path, rule.replace('cases = ["part"]', 'population = ["甲"], times = [200]'))
    for params, said in (
        ("population = [1]", "population: must be a list of words"),
        ('times = ["200"]', "times: must be a list of whole numbers"),
        ('words = "甲"', "words: must be a list"),
    ):
        with pytest.raises(ConfigurationError, match=said):
            load(tmp_path, rule.replace('cases = ["part"]', params))


def test_a_folder_without_anything_for_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"holds no rules \(checks-\*\.toml, units\.toml, bounds\.toml"):
        load_rules((tmp_path,))
    (tmp_path / "indicators.toml").write_text('[[indicator]]\nname = "某指标"\n', encoding="utf-8")
    assert "某指标" in load_rules((tmp_path,)).lexicon.aliases


def test_rules_are_chosen_by_id_or_its_beginning() -> None:
    rules = load_rules()
    assert rules.chosen(("CC201",), ()).ids == ("CC201",)
    others = tuple(i for i in rules.ids if i.startswith("CC2") and not i.startswith("CC20"))
    assert rules.chosen(("CC2",), ("CC20",)).ids == others
    with pytest.raises(ConfigurationError, match="no rule 'CC9'"):
        rules.chosen(("CC9",), ())


def test_what_a_rule_left_out_would_take_in_is_not_told_by_the_next() -> None:
    one, other = bulletin("整治河道面积31.4万平方米。"), report("整治河道面积31.4平方米。")
    assert [f.rule for f in found(one, other)] == ["CC104"]
    assert found(one, other, select=("CC101",)) == ()


def test_findings_come_gravest_and_surest_first_whatever_the_order_of_paragraphs() -> None:
    schools, works = "共有学校38所，其中小学47所。", "推进产业园、乡村、城市、水务三大工程。"
    paragraphs = (schools, works, "获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。")
    told = found(bulletin(*paragraphs), select=("CC2",))
    assert {f.rule for f in told} == {"CC201", "CC202", "CC223"}
    grave = [(list(Severity).index(f.severity), -f.confidence) for f in told]
    assert grave == sorted(grave)
    assert [f.rule for f in found(bulletin(*reversed(paragraphs)), select=("CC2",))] == [f.rule for f in told]


def test_a_fingerprint_outlives_edits_elsewhere_and_lapses_with_a_value() -> None:
    text = "获得奖牌95枚。其中，金牌31枚，银牌28枚，铜牌26枚。"

    def mark(*paragraphs: str) -> str:
        (finding,) = found(bulletin(*paragraphs), select=("CC201",))
        return finding.fingerprint

    assert mark(text) == mark("全年平稳。", text, "图书馆藏书68.5万册。")
    assert mark(text) != mark(text.replace("95", "96"))
    assert mark(text) != mark(text.replace("31", "30"))


def test_a_file_of_words_that_a_folder_of_ones_own_may_not_have_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "indicators.toml").write_text('[[indicator]]\nname = "某指标"\n', encoding="utf-8")
    (tmp_path / "unit.toml").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"unit\.toml.*indicators\.toml"):
        load_rules([tmp_path])


def test_a_folder_of_ones_own_may_add_words_to_the_groups(tmp_path: Path) -> None:
    (tmp_path / "wording.toml").write_text('restrictive = ["滨海"]\n', encoding="utf-8")
    lexicon = load_rules([tmp_path]).lexicon
    assert "滨海" in lexicon.words("restrictive")
    assert set(load_rules().lexicon.words("restrictive")) < set(lexicon.words("restrictive"))
    (tmp_path / "wording.toml").write_text('restrictiv = ["滨海"]\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="restrictive"):
        load_rules([tmp_path])


def test_a_folder_of_ones_own_may_add_words_of_heads_and_rows(tmp_path: Path) -> None:
    own = (
        '[heads]\nrank = ["座次"]\n\n[rows]\nwhole = ["汇总数"]\n\n[[told_in]]\nendings = ["泊位数"]\nunits = ["个"]\n'
    )
    (tmp_path / "tables.toml").write_text(own, encoding="utf-8")
    lexicon = load_rules([tmp_path]).lexicon
    assert HeadReader(lexicon).of("全省座次").side is Side.RANK
    assert HeadReader(lexicon).of("排名").side is Side.RANK
    assert lexicon.units_for("码头泊位数") == ("个",)
    (tmp_path / "tables.toml").write_text('[heads]\nranks = ["座次"]\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"heads\.ranks: unknown key"):
        load_rules([tmp_path])


def test_a_folder_of_ones_own_may_add_bodies_and_words_of_titles(tmp_path: Path) -> None:
    own = (
        '[[place]]\nname = "庆元县"\nbodies = ["香菇研究会"]\n\n[[kind]]\nname = "bulletin"\ntitles = ["民情通览"]\n\n'
        '[ordinary]\nareas = ["片"]\n'
    )
    (tmp_path / "about.toml").write_text(own, encoding="utf-8")
    words = load_rules([tmp_path]).lexicon.about
    text = Document("a.txt", "2023年民情通览\n香菇研究会公布，全年香菇产量12万吨，全县参会3家。\n")
    told, untold = about(text, words=words).context, about(text).context
    assert (told.entity, told.kind) == ("庆元县", "bulletin")
    assert (untold.entity, untold.kind) == ("", "news")
    (tmp_path / "about.toml").write_text('[[kind]]\nname = "bulletins"\ntitles = ["通览"]\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"kind\[1\]\.name: no sort 'bulletins' \(did you mean 'bulletin'\?\)"):
        load_rules([tmp_path])


def test_a_folder_of_ones_own_may_add_words_of_damage_and_of_collation(tmp_path: Path) -> None:
    own = (
        '[damage]\nfurniture = ["听全文朗读", "转到掌上版"]\n\n[collation]\nalternatives = [["菇农", "菌农"]]\n\n'
        '[collation.stages]\nfinished = ["收工"]\n'
    )
    (tmp_path / "collation.toml").write_text(own, encoding="utf-8")
    lexicon, shipped = load_rules([tmp_path]).lexicon, load_rules().lexicon
    text = Document("a.txt", "听全文朗读\n转到掌上版\n全县粮食产量12万吨。\n")
    assert [d.kind for d in damages(text, words=lexicon.damage)] == ["page_furniture"]
    assert damages(text, words=shipped.damage) == ()
    known = lexicon.collation
    assert frozenset({"菇农", "菌农"}) in known.alternatives
    assert known.stages["收工"] == known.stages["竣工"] != known.stages["开工"]
    assert known.verbs == shipped.collation.verbs
    (tmp_path / "collation.toml").write_text('[collation.names]\nbody = ["书院"]\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"collation\.names\.body: unknown key \(did you mean 'bodies'\?\)"):
        load_rules([tmp_path])


def test_passages_are_laid_side_by_side_with_the_words_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "collation.toml").write_text('[collation]\nalternatives = [["菇农", "菌农"]]\n', encoding="utf-8")
    one = "全县支持菇农合作社联合经营并建设香菇加工基地和冷链仓库，带动就业。"
    texts = [Document("a.txt", bulletin(one)), Document("b.txt", report(one.replace("菇农", "菌农")))]

    def kinds(words: CollationWords) -> list[str]:
        extractor = Extractor(load_rules().lexicon)
        readings = [extractor.read(text) for text in texts]
        return [v.kind for v in variants(readings, {}, {}, {("a.txt", "b.txt")}, words)]

    assert "alternative" in kinds(load_rules([tmp_path]).lexicon.collation)
    assert "alternative" not in kinds(load_rules().lexicon.collation)
