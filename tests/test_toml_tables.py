"""Rule files are read strictly: whatever is out of order is one line that names file and key."""

import shutil
from pathlib import Path

import pytest

from consistency.engine import load_rules
from consistency.extract.quantities.scanner import QuantityReader
from consistency.lexicon import FILES, load_lexicon
from consistency.model import Bound
from consistency.rule_folder import rule_folder
from consistency.toml_tables import ConfigurationError, Table, load, nearest

RULE = """\
[[rule]]
id = "CC901"
kind = "disagreement"
severity = "warning"
name = { zh = "不一致", en = "differs" }
message = { zh = "{indicator}：{one}、{other}", en = "{indicator}: {one}, {other}" }
why = { zh = "理由", en = "a reason" }
params = { verdicts = ["conflict"] }

[[rule.example]]
fires = true
texts = ["甲", "乙"]
"""


def written(folder: Path, content: str, name: str = "checks-own.toml") -> Path:
    """The path of a file with this content."""
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def refused(folder: Path, content: str) -> str:
    """What is said of a folder with a rule file of this content, after the name of the file."""
    path = written(folder, content)
    with pytest.raises(ConfigurationError) as caught:
        load_rules([folder])
    line = str(caught.value)
    assert line.splitlines() == [line]
    assert line.startswith(f"{path}: "), "the file is named first"
    return line.removeprefix(f"{path}: ")


# -- tables -------------------------------------------------------------------------------


def test_values_are_given_by_their_sort() -> None:
    table = Table("a.toml", "", {"name": "增速", "on": True, "places": 3, "words": ["增长", "下降"]})
    assert (table.text("name"), table.truth("on"), table.whole("places")) == ("增速", True, 3)
    assert table.texts("words") == ("增长", "下降")
    table.done()


def test_what_is_not_there_has_its_default_or_is_missed() -> None:
    table = Table("a.toml", "rule[1]", {})
    assert table.text("unit", "元") == "元"
    assert table.texts("aliases", ()) == ()
    assert table.tables("example") == []
    assert table.table("params", optional=True).keys() == ()
    with pytest.raises(ConfigurationError, match=r"^a\.toml: rule\[1\]\.name: is missing$"):
        table.text("name")


@pytest.mark.parametrize(
    ("ask", "content", "said"),
    [
        ("text", 3, "must be a string"),
        ("text", ["增长"], "must be a string"),
        ("truth", "true", "must be true or false"),
        ("truth", 1, "must be true or false"),
        ("whole", "3", "must be a whole number"),
        ("whole", 3.0, "must be a whole number"),
        ("whole", True, "must be a whole number"),
        ("texts", "增长", "must be a list of strings"),
        ("texts", ["增长", 3], "must be a list of strings"),
        ("table", [], "must be a table"),
        ("tables", {}, "must be an array of tables"),
        ("tables", ["增长"], "must be an array of tables"),
    ],
)
def test_a_value_of_another_sort_is_refused(ask: str, content: object, said: str) -> None:
    table = Table("a.toml", "", {"key": content})
    with pytest.raises(ConfigurationError) as caught:
        getattr(table, ask)("key")
    assert str(caught.value) == f"a.toml: key: {said}"


def test_a_key_nobody_asked_for_is_refused_with_the_nearest_one() -> None:
    table = Table("a.toml", "indicator[3]", {"name": "粮食产量", "aliasses": ["粮食"]})
    table.text("name")
    table.texts("aliases", ())
    with pytest.raises(ConfigurationError) as caught:
        table.done()
    assert str(caught.value) == "a.toml: indicator[3].aliasses: unknown key (did you mean 'aliases'?)"


def test_no_hint_is_better_than_a_far_fetched_one() -> None:
    assert nearest("colour", ["severity", "kind"]) == ""


def test_tables_inside_tables_tell_their_whole_path(tmp_path: Path) -> None:
    path = written(tmp_path, "[dimension.area]\nbase = 3\n")
    with pytest.raises(ConfigurationError) as caught:
        load(path).table("dimension").table("area").text("base")
    assert str(caught.value) == f"{path}: dimension.area.base: must be a string"


@pytest.mark.parametrize("content", [b"[rule\n", b'id = "a"\nid = "b"\n', b"\xff\xfe\x00", b"name = \xb2\xe2\n"])
def test_what_is_no_toml_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "checks-own.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: not valid TOML: ")
    assert len(str(caught.value).splitlines()) == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"nowhere\.toml: cannot be read: "):
        load(tmp_path / "nowhere.toml")


# -- rules --------------------------------------------------------------------------------


def test_a_rule_of_ones_own_stands_beside_those_that_ship(tmp_path: Path) -> None:
    written(tmp_path, RULE)
    rules = load_rules([tmp_path])
    assert rules.ids[-1] == "CC901"
    assert set(load_rules().ids) < set(rules.ids)
    assert rules.rule("CC901").examples[0].texts == ("甲", "乙")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("severity =", "severty =", "rule[1].severity: is missing"),
        ("params =", "parameters =", "rule[1].parameters: unknown key (did you mean 'params'?)"),
        ('en = "differs"', 'fr = "differe"', "rule[1].name.en: is missing"),
        ('en = "differs"', 'en = "differs", fr = "differe"', "rule[1].name.fr: unknown key"),
        ('"disagreement"', '"disagrement"', "rule[1].kind: no kind 'disagrement' (did you mean 'disagreement'?)"),
        pytest.param(
            *('"warning"', '"warnings"', "rule[1].severity: no severity 'warnings' (did you mean 'warning'?)"),
        ),
        ('id = "CC901"', "id = 901", "rule[1].id: must be a string"),
        ("fires = true", "fires = 1", "rule[1].example[1].fires: must be true or false"),
        ("fires = true", "fire = true", "rule[1].example[1].fires: is missing"),
        ('["甲", "乙"]', '"甲"', "rule[1].example[1].texts: must be a list of strings"),
        ('verdicts = ["conflict"]', 'verdict = ["conflict"]', "rule[1].params.verdict: unknown key"),
        ('verdicts = ["conflict"]', 'verdicts = "conflict"', "rule[1].params.verdicts: must be a list"),
        (
            '["conflict"]',
            '["conflicts"]',
            "rule[1].params.verdicts: no such value 'conflicts' (did you mean 'conflict'?)",
        ),
        ('verdicts = ["conflict"]', 'places = ["4"]', "rule[1].params.places: must be a list of whole numbers"),
        ('verdicts = ["conflict"]', "places = [true]", "rule[1].params.places: must be a list of whole numbers"),
        ("{one}、", "{first}、", "rule[1].message.zh: may name"),
        ("{one}, ", "{one, ", "rule[1].message.en: may name"),
        ("[[rule]]", "[rule]", "rule: must be an array of tables"),
    ],
)
def test_a_slip_in_a_rule_is_told_in_one_line(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    assert right in RULE
    content = RULE.replace(right, wrong, 1)
    if wrong == "[rule]":
        content = content.split("[[rule.example]]")[0]
    assert refused(tmp_path, content).startswith(said)


def test_a_file_that_is_no_toml_is_told_in_one_line(tmp_path: Path) -> None:
    assert refused(tmp_path, RULE.replace('id = "CC901"', 'id = "CC901')).startswith("not valid TOML: ")


def test_a_table_beside_the_rules_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    content = RULE.replace("[[rule]]", "[[rules]]").split("[[rule.example]]")[0]
    assert refused(tmp_path, content) == "rules: unknown key (did you mean 'rule'?)"


def test_an_id_stands_once(tmp_path: Path) -> None:
    shipped = load_rules().ids[0]
    said = refused(tmp_path, RULE.replace("CC901", shipped))
    assert said.startswith(f"rule id {shipped} stands already in ")
    assert refused(tmp_path, RULE + RULE).startswith("rule id CC901 stands already in ")


def test_a_folder_without_rules_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"holds no rules \(checks-\*\.toml"):
        load_rules([tmp_path])
    with pytest.raises(ConfigurationError, match="is no folder of rules"):
        load_rules([tmp_path / "nowhere"])


def test_a_misspelt_rule_id_is_told_with_the_nearest_one() -> None:
    rules = load_rules()
    with pytest.raises(ConfigurationError, match=r"no rule 'CC10I' \(did you mean 'CC\d{3}'\?\)"):
        rules.rule("CC10I")
    for chosen in (("CC10I",), ()), ((), ("CC10I",)):
        with pytest.raises(ConfigurationError, match="no rule 'CC10I'"):
            rules.chosen(*chosen)
    with pytest.raises(ConfigurationError, match=r"no rule 'cc1' \(did you mean 'CC1'\?\)"):
        rules.chosen(("cc1",), ())
    with pytest.raises(ConfigurationError, match="no rule 'ZZ'; rules are CC101, CC102, CC103"):
        rules.chosen(("ZZ",), ())


def test_rules_are_chosen_by_id_and_by_the_beginning_of_ids() -> None:
    rules = load_rules()
    assert rules.chosen(("CC101",), ()).ids == ("CC101",)
    every = {r.id for r in rules.all if r.id.startswith("CC1")}
    assert set(rules.chosen(("CC1",), ("CC104",)).ids) == every - {"CC104"}
    assert rules.chosen((), ("CC1",)).ids == tuple(i for i in rules.ids if not i.startswith("CC1"))


# -- words --------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the rule files that ship with the program."""
    for path in rule_folder().glob("*.toml"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "added", "said"),
    [
        ("units.toml", '[dimension.hue]\nunits = { "色" = "1" }\n', "dimension.hue.base: is missing"),
        (
            "units.toml",
            '[dimension.hue]\nbase = "色"\nunits = { "色" = "1/0" }\n',
            "dimension.hue.units.色: must be an exact",
        ),
        (
            "units.toml",
            '[dimension.hue]\nbase = "色"\nunits = { "色" = 1 }\n',
            "dimension.hue.units.色: must be a string",
        ),
        (
            "units.toml",
            '[dimension.hue]\nbase = "色"\nunits = { "公顷" = "1" }\n',
            "dimension.hue.units.公顷: is a unit of area",
        ),
        ("units.toml", '[dimension.hue]\nbase = "色"\nunits = {}\ntint = 1\n', "dimension.hue.tint: unknown key"),
        ("units.toml", '[countres]\nthings = "家"\n', "countres: unknown key (did you mean 'counters'?)"),
        ("bounds.toml", '[befor]\nover = ["超"]\n', "befor: unknown key (did you mean 'before'?)"),
        (
            "indicators.toml",
            '[[indicator]]\nalias = ["粮产"]\nname = "粮食产出"\n',
            "unknown key (did you mean 'aliases'?)",
        ),
        (
            "indicators.toml",
            '[[indicator]]\nname = "粮食产出"\naliases = ["GDP"]\n',
            "is an alias of '地区生产总值' already",
        ),
    ],
)
def test_a_slip_in_a_list_of_words_is_told_in_one_line(folder: Path, name: str, added: str, said: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("\n" + added)
    with pytest.raises(ConfigurationError) as caught:
        load_lexicon(folder)
    line = str(caught.value)
    assert line.splitlines() == [line]
    assert line.startswith(str(folder / name))
    assert said in line


def test_a_bound_nobody_knows_is_told(folder: Path) -> None:
    path = folder / "bounds.toml"
    content = path.read_text(encoding="utf-8").replace("[before]\n", '[before]\nabove = ["高过"]\n')
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"bounds\.toml: before\.above: is no bound; bounds are exact, over, "):
        load_lexicon(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_list_of_words_that_is_missing_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ConfigurationError) as caught:
        load_lexicon(folder)
    assert str(caught.value).startswith(f"{folder / name}: cannot be read: ")


def test_a_misspelt_group_of_words_is_told(folder: Path) -> None:
    path = folder / "wording.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("\ngeneric = [", "\ngenerick = ["), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"wording\.toml: generic"):
        load_lexicon(folder)


def test_a_project_adds_units_counters_and_bounds(tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text(
        '[dimension.brix]\nbase = "糖度"\nunits = { "糖度" = "1", "度糖" = "1" }\n'
        '[dimension.money]\nunits = { "贯" = "1000" }\n[counters]\nthings = "窖"\n',
        encoding="utf-8",
    )
    (tmp_path / "bounds.toml").write_text('[before]\nover = ["窜过"]\n', encoding="utf-8")
    reader = QuantityReader(load_rules((tmp_path,)).lexicon)
    sugar, cellars, coins, money = reader.read("含糖14.5度糖，老窖池窜过200窖，铜钱3贯，收入2万元。")
    assert (sugar.value, sugar.unit, sugar.dimension) == ("14.5", "度糖", "brix")
    assert (cellars.unit, cellars.dimension, cellars.bound) == ("窖", "count", Bound.OVER)
    assert [coins.base_value, coins.base_unit] == [3000, "元"]
    assert money.base_value == 20_000


@pytest.mark.parametrize(
    ("name", "own", "said"),
    [
        (
            "units.toml",
            '[dimension.mass]\nunits = { "公斤" = "1" }\n',
            "dimension.mass.units.公斤: is a unit of mass already",
        ),
        ("units.toml", '[dimension.mass]\nbase = "两"\nunits = { "锱" = "1" }\n', "dimension.mass.base: is "),
        ("bounds.toml", '[before]\nnear = ["超"]\n', "before.near: '超' is a word of 'over' already"),
        ("places.tsv", "", "holds no rules"),
    ],
)
def test_a_project_makes_no_other_thing_of_a_word_that_is_there(tmp_path: Path, name: str, own: str, said: str) -> None:
    (tmp_path / name).write_text(own, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_rules((tmp_path,))
    assert said in str(caught.value)
