"""What a reading depends on: each word that a project adds makes another version of all readings."""

import shutil
from pathlib import Path

import pytest

from consistency.index.version import version
from consistency.lexicon import load_lexicon
from consistency.rule_folder import rule_folder

ADDED = {
    "units.toml": '[dimension.length]\nbase = "m"\nunits = { "青山里" = "500" }\n',
    "wording.toml": 'verbs = ["喜获"]\n',
    "indicators.toml": '[[indicator]]\nname = "青山指数"\ndimension = "percent"\n',
    "tables.toml": '[heads]\nrank = ["座次"]\n',
    "about.toml": '[[place]]\nname = "庆元县"\nbodies = ["香菇研究会"]\n',
    "collation.toml": '[damage]\nfurniture = ["听全文朗读"]\n',
}


@pytest.mark.parametrize(("file", "words"), ADDED.items())
def test_words_that_a_project_adds_make_another_version(tmp_path: Path, file: str, words: str) -> None:
    (tmp_path / file).write_text(words, encoding="utf-8")
    shipped = load_lexicon(rule_folder())
    assert version(load_lexicon(rule_folder(), [tmp_path])) != version(shipped)


def test_the_same_words_from_another_folder_make_the_same_version(tmp_path: Path) -> None:
    for path in rule_folder().glob("*.toml"):
        shutil.copy(path, tmp_path)
    assert version(load_lexicon(tmp_path)) == version(load_lexicon(rule_folder()))
