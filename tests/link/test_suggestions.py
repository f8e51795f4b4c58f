"""Names that met under another name, and how the lexicon learns them."""

from pathlib import Path

from click.testing import CliRunner

from consistency.cli import main
from consistency.link import claim_sets
from consistency.link.suggestions import suggestions
from tests.domain import NAMES, bulletin, in_company, read, report, rules

ONE = bulletin(*in_company("绿道骑行驿站12座。", "民营工业投资3.2亿元。"))
OTHER = report(*in_company("骑行驿站12座。", "工业投资5.4亿元。"))


def pairs(*texts: str) -> list[tuple[str, str, int]]:
    """The names suggested, and how often they met."""
    claims = [c for text, name in zip(texts, NAMES, strict=False) for c in read(text, name).claims]
    found = suggestions(claim_sets(claims, rules().lexicon, rules().linking), rules().lexicon)
    return [(s.name, s.alias, s.times) for s in found]


def test_a_name_met_under_another_is_suggested_and_no_restricted_one() -> None:
    assert pairs(ONE, OTHER) == [("绿道骑行驿站", "骑行驿站", 1)]


def test_names_that_are_equal_suggest_nothing() -> None:
    assert pairs(ONE, ONE) == []


def test_a_suggestion_put_into_a_folder_of_rules_makes_two_names_one(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    for name, text in (("a.txt", ONE), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    told = CliRunner().invoke(main, ["lexicon", "suggest", "-q", "--lang", "en", *files])
    assert told.exit_code == 0
    assert '"骑行驿站",  # 1 times' in told.stdout
    (tmp_path / "own" / "indicators.toml").write_text(told.stdout, encoding="utf-8")
    listed = CliRunner().invoke(main, ["rules", "list", "--rules", str(tmp_path / "own")])
    assert listed.exit_code == 0
