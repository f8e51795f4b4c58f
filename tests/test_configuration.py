"""What a project says of its checks."""

from decimal import Decimal
from pathlib import Path

import pytest

from consistency.configuration import Configuration, configured_rules, find_configuration, load_configuration
from consistency.model import Severity
from consistency.readers.sidecar import sidecar
from consistency.toml_tables import ConfigurationError

FULL = """
select = ["CC1", "CC2"]
ignore = ["CC204"]
exclude = ["drafts/", "*.old.txt"]
rules = ["own"]
baseline = "baseline.json"
accepted = "accepted.toml"
severity = { CC105 = "warning", CC21 = "info" }
aliases = { "全县生产总值" = "GDP" }
places = { "north/" = "甲省乙县", "*.md" = "甲省丙县" }
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "indicators.toml").write_text('[[indicator]]\nname = "某指标"\n', encoding="utf-8")
    (tmp_path / "consistency.toml").write_text(FULL, encoding="utf-8")
    return tmp_path


def test_everything_in_it_is_read(project: Path) -> None:
    found = load_configuration(project / "consistency.toml")
    assert (found.select, found.ignore, found.exclude) == (("CC1", "CC2"), ("CC204",), ("drafts/", "*.old.txt"))
    assert (found.baseline, found.accepted) == (project / "baseline.json", project / "accepted.toml")
    assert found.rules == (project / "own",)


CONFIDENT = "[confidence]\nerror = 97\nwarning = 80\n"


def test_a_project_says_how_sure_an_error_must_be(tmp_path: Path) -> None:
    (tmp_path / "consistency.toml").write_text(CONFIDENT, encoding="utf-8")
    rules = configured_rules(load_configuration(tmp_path / "consistency.toml"))
    heard = [rules.weights.severity(Decimal(sure) / 100) for sure in (97, 96, 80, 79)]
    assert heard == [Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.INFO]


def test_what_a_project_does_not_say_of_confidence_stays() -> None:
    rules = configured_rules(Configuration(confidence={"warning": 75}))
    assert (rules.weights.error, rules.weights.warning) == (Decimal("0.9"), Decimal("0.75"))


@pytest.mark.parametrize("settings", ["error = 101", "warning = -1", "error = 70\nwarning = 80", "worning = 70"])
def test_confidence_out_of_order_is_a_mistake(tmp_path: Path, settings: str) -> None:
    (tmp_path / "consistency.toml").write_text(f"[confidence]\n{settings}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="confidence"):
        load_configuration(tmp_path / "consistency.toml")


def test_it_is_found_from_a_folder_below(project: Path) -> None:
    below = project / "a" / "b"
    below.mkdir(parents=True)
    assert find_configuration(below).source == str(project / "consistency.toml")


def test_settings_that_are_a_link_to_nothing_are_not_passed_over(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    for name in ("consistency.toml", "pyproject.toml", "a.txt.toml"):
        link = tmp_path / name
        for gone in ("gone.toml", name):  # the second leads to itself
            link.symlink_to(gone)
            with pytest.raises(ConfigurationError, match=f"{name}: cannot be read: "):
                sidecar(str(document)) if name == "a.txt.toml" else find_configuration(tmp_path)
            link.unlink()


def test_a_section_of_pyproject_toml_will_do_and_the_file_of_its_own_comes_first(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.consistency]\nselect = ["CC3"]\n[tool.other]\na = 1\n', "utf-8")
    assert find_configuration(project).select == ("CC1", "CC2")
    (project / "consistency.toml").unlink()
    assert find_configuration(project).select == ("CC3",)
    assert load_configuration(project / "pyproject.toml").folder == project


def test_a_pyproject_toml_that_says_nothing_of_it_is_passed_over(project: Path) -> None:
    below = project / "package"
    below.mkdir()
    (below / "pyproject.toml").write_text("[tool.other]\na = 1\n", encoding="utf-8")
    assert find_configuration(below).source == str(project / "consistency.toml")


def test_rules_are_as_the_project_wants_them(project: Path) -> None:
    rules = configured_rules(load_configuration(project / "consistency.toml"))
    assert rules.rule("CC105").severity is Severity.WARNING
    assert {rules.rule(i).severity for i in rules.ids if i.startswith("CC21")} == {Severity.INFO}
    assert rules.rule("CC101").severity is Severity.ERROR
    assert "CC204" not in rules.ids
    assert all(i.startswith(("CC1", "CC2")) for i in rules.ids)
    assert rules.lexicon.aliases["全县生产总值"] == "地区生产总值"
    assert rules.lexicon.names.at("全县生产总值320亿元", 0) == "全县生产总值"
    assert "某指标" in rules.lexicon.aliases


def test_without_a_configuration_rules_are_as_they_ship() -> None:
    assert configured_rules(Configuration()).ids == configured_rules(Configuration(ignore=())).ids != ()


@pytest.mark.parametrize(
    ("path", "place"),
    [("north/2023/a.txt", "甲省乙县"), ("south/a.txt", ""), ("south/a.md", "甲省丙县"), ("north.txt", "")],
)
def test_places_go_by_patterns_of_paths_from_the_folder_of_the_file(project: Path, path: str, place: str) -> None:
    found = load_configuration(project / "consistency.toml")
    assert found.place_of(str(project / path)) == place


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct = []", "selct: unknown key (did you mean 'select'?)"),
        ('rules = ["none"]', "rules: 'none' is no folder"),
        ('severity = { CC101 = "loud" }', "severity.CC101: no severity 'loud'"),
        ("select = 'CC1'", "select: must be a list of strings"),
        ("places = { 'a/' = 1 }", "places.a/: must be a string"),
    ],
)
def test_what_is_out_of_order_is_told_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "consistency.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        load_configuration(path)
    assert str(raised.value) == f"{path}: {said}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('severity = { CC999 = "info" }', "severity.CC999: no rule 'CC999'"),
        ('aliases = { "甲量" = "某某某" }', "aliases.甲量: no indicator '某某某'"),
        ('aliases = { "GDP" = "研发投入" }', "aliases.GDP: is an alias of '地区生产总值' already"),
        ('select = ["CC999"]', "select or ignore: no rule 'CC999'"),
    ],
)
def test_what_the_rules_do_not_know_is_told_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "consistency.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        configured_rules(load_configuration(path))
    assert str(raised.value).startswith(f"{path}: {said}")
