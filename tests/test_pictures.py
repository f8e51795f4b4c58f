"""The pictures of docs/ show what the program says today: their words stand beside them, and are looked for anew."""

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("playwright")
pytest.importorskip("PIL")
pytest.importorskip("pty")
from benchmarks.pictures_of_the_page import PICTURES, told

ROOT = Path(__file__).resolve().parent.parent
ANEW = "take them anew: python benchmarks/pictures_of_the_page.py, and look at them"


def test_pictures_are_of_what_is_said_today() -> None:
    assert json.loads((PICTURES / "pictures.json").read_text(encoding="utf-8")) == told(), ANEW


def test_every_picture_is_shown_and_every_one_shown_is_there() -> None:
    pages = [ROOT / "README.md", ROOT / "README.zh.md", *(ROOT / "docs").glob("*.md")]
    shown = {name for page in pages for name in re.findall(r"pictures/([\w-]+\.png)", page.read_text(encoding="utf-8"))}
    assert shown == {path.name for path in PICTURES.glob("*.png")}
