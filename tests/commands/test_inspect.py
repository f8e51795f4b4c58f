"""`consistency inspect`."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from consistency.cli import main

TEXT = "青山县2023年工作总结\n一、工作回顾\n城镇新增就业\ufffd2万人。\n"


def inspect(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["inspect", *arguments], input=given)


def test_a_document_is_shown_as_it_was_understood(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_text(TEXT, encoding="gb18030")
    done = inspect(str(file), "--lang", "zh")
    assert done.exit_code == 0
    for words in ("gb18030（按字节判断）", "一、工作回顾  → 2023 · 回顾", "数字被吞", "所在文字受损 × 1"):
        assert words in done.stdout


def test_as_data_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = inspect(str(tmp_path / "a.txt"), "--format", "json", "--output", str(tmp_path / "a.json"))
    assert (done.exit_code, done.output) == (0, "")
    (found,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["documents"]
    assert [damage["kind"] for damage in found["damages"]] == ["eaten_digit"]


def test_the_standard_input_has_the_name_it_is_given() -> None:
    done = inspect("-", "--stdin-name", "草稿.txt", "--lang", "en", given=TEXT.encode())
    assert done.stdout.startswith("草稿.txt\n")
    assert "→ 2023 · retrospect" in done.stdout


def test_what_cannot_be_read_is_a_line_and_exit_2(tmp_path: Path) -> None:
    done = inspect(str(tmp_path / "nothing.txt"), "--lang", "en")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_place_of_a_document_can_be_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("青山县2023年工作总结\n一、工作回顾\n城镇新增就业7.2万人。\n", encoding="utf-8")
    done = inspect(str(file), "--at", "3:8", "--lang", "zh")
    assert done.exit_code == 0
    assert "城镇新增就业" in done.stdout
    assert inspect(str(file), "--at", "3", "--format", "json", "--lang", "zh").exit_code == 0
    assert inspect(str(file), "--at", "3:").exit_code == 2
