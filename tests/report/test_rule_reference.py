"""docs/rules.md is made of the rules and follows them."""

from pathlib import Path

from consistency.engine import load_rules
from consistency.report.rule_reference import main, reference

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


def test_the_page_is_what_the_rules_make_of_it() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == reference(load_rules().all), "run: python -m consistency.report.rule_reference docs/rules.md"


def test_it_tells_of_every_rule_once_and_in_order() -> None:
    heads = [line[3:] for line in reference(load_rules().all).splitlines() if line.startswith("## ")]
    assert heads == sorted(rule.id for rule in load_rules().all)


def test_it_is_written_to_the_file_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rules.md"
    assert main([str(path)]) == 0
    assert path.read_text(encoding="utf-8") == reference(load_rules().all)
