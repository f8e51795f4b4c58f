"""Loading identities.toml: what a domain editor may write, and what is refused in one line."""

from fractions import Fraction
from pathlib import Path

import pytest

from consistency.checks.identities import load_identities
from consistency.toml_tables import ConfigurationError
from tests.domain import rules

LEXICON = rules().lexicon
AREA = '[[term]]\nname = "面积"\n[[term]]\nname = "产值"\n[[term]]\nname = "单位面积产值"\nalso = ["亩均产值"]\n'
YIELD = '[[identity]]\nid = "yield"\nformula = "单位面积产值 = 产值 / 面积"\n'


def load(folder: Path, text: str) -> object:
    (folder / "identities.toml").write_text(text, encoding="utf-8")
    return load_identities([folder], LEXICON)


def test_an_identity_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "identities.toml").write_text(f'{AREA}{YIELD}per = "亩"\ntolerance = "2.5%"\n', encoding="utf-8")
    known = load_identities([tmp_path], LEXICON)
    (identity,) = known.identities
    assert (identity.case, identity.per, identity.tolerance) == ("quotient", Fraction(2000, 3), Fraction(1, 40))
    assert known.term("亩均产值") == "单位面积产值"


def test_a_folder_without_identities_has_none(tmp_path: Path) -> None:
    assert load_identities([tmp_path], LEXICON).identities == ()


@pytest.mark.parametrize(
    ("formula", "case"),
    [
        ("进出口总额 = 出口总额 + 进口总额", "sum"),
        ("研发投入强度 = 研发投入 / 地区生产总值", "quotient"),
        ("存款余额 = 存款余额[上年] + 贷款余额", "balance"),
        ("出口总额 <= 进出口总额", "bound"),
        ("人口自然增长率 = 出生率 - 死亡率", "formula"),
    ],
)
def test_the_sort_of_a_formula_follows_from_its_form(tmp_path: Path, formula: str, case: str) -> None:
    (tmp_path / "identities.toml").write_text(f'[[identity]]\nid = "a"\nformula = "{formula}"\n', encoding="utf-8")
    (identity,) = load_identities([tmp_path], LEXICON).identities
    assert identity.case == case


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{AREA}{YIELD}tolerence = '3%'", "identity[1].tolerence: unknown key (did you mean 'tolerance'?)"),
        (YIELD, "identity[1].formula: no indicator or term '单位面积产值'"),
        (f"{AREA}{YIELD}{YIELD}", "identity[2].id: 'yield' stands already in "),
        (f"{AREA}{YIELD}tolerance = '3'", "identity[1].tolerance: must be a percentage such as \"3%\", and is '3'"),
        (f"{AREA}{YIELD}per = '木'", "identity[1].per: no unit '木'"),
        (f"{AREA}[[identity]]\nid = 'a'\nformula = '产值 / 面积'", "'产值 / 面积' wants =, <= or >= after 产值"),
        ("[[class]]\nid = 'a'\nmembers = ['金牌']", "class[1].members: must name two parts or more"),
        ("[[clas]]\nid = 'a'", "clas: unknown key (did you mean 'class'?)"),
        ("[[structure]]\nid = 'a'\nnames = ['某结构']\nwhole = '某量'\nparts = []", "no indicator or term '某量'"),
        (f"{AREA}[[term]]\nname = '土地'\nalso = ['亩均产值']", "'亩均产值' stands for '单位面积产值' already"),
    ],
)
def test_what_is_out_of_order_is_told_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load(tmp_path, text)
    message = str(raised.value)
    assert message.startswith(str(tmp_path / "identities.toml"))
    assert said in message
    assert "\n" not in message


def test_every_name_in_a_formula_is_the_one_that_claims_have(tmp_path: Path) -> None:
    (tmp_path / "identities.toml").write_text(
        '[[identity]]\nid = "a"\nformula = "R&D经费投入强度 = R&D经费支出 / GDP"\n', encoding="utf-8"
    )
    (identity,) = load_identities([tmp_path], LEXICON).identities
    names = [identity.formula.result.name, *(o.name for o in identity.formula.operands)]
    assert names == ["研发投入强度", "研发投入", "地区生产总值"]
