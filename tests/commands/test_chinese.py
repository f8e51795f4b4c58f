"""Under a Chinese locale or --lang zh nobody meets English: help, usage errors, configuration errors."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import consistency
from consistency.cli import main
from consistency.commands.chinese import HELP, MESSAGES, PLACES, help_in_chinese, message_in_chinese
from consistency.commands.faults import REPORT
from consistency.commands.spoken import cells

PACKAGE = Path(consistency.__file__).parent
HAN = re.compile("[\u4e00-\u9fff]")
# What is called the same in every language: commands, options, formats, files, keys, and what was given.
NAMES = re.compile(
    r"--?[a-z-]+|\bconsistency(?: [a-z]+)?\b"
    r"|[A-Za-z*./-]*\.(?:toml|json|md|docx|pdf|xlsx|sarif|txt|gitignore|consistency)\b"
    r"|(?<![A-Za-z])(?:README|TOML|Dask|dask|tcp|processes|UTF-8|JSON|json|git|click|true|false|text|markdown|html|concise|sarif|accept|alarm|done"
    r"|SOURCE_DATE_EPOCH|elements|limits|jobs|select|ignore|error|warning|never|severity|findings|schema|fpath)(?![A-Za-z])|\{\w+\}|“[^”]*”"
)
RAISED = {"Refusal": 0, "UsageError": 0, "BadParameter": 0, "ConfigurationError": 0, "FormulaError": 0, "wrong": 1}


def commands(command: click.Command = main, path: str = "consistency") -> Iterator[tuple[str, click.Command]]:
    """The program and all its commands."""
    yield path, command
    for name, below in command.commands.items() if isinstance(command, click.Group) else ():
        yield from commands(below, f"{path} {name}")


def said() -> Iterator[str]:
    """Every paragraph and line of help that is not a command to be typed."""
    for _, command in commands():
        for text in (command.help, *(p.help for p in command.params if isinstance(p, click.Option))):
            yield from cleandoc(text or "").split("\n\n")
        lines = (command.epilog or "").replace("\b", "").splitlines()
        yield from (line.strip() for line in lines if not line.strip().startswith("consistency "))


def english(text: str) -> list[str]:
    """The English words of a text that are no names."""
    return re.findall(r"[A-Za-z]{2,}", NAMES.sub(" ", text))


@pytest.mark.parametrize("text", sorted({" ".join(text.split()) for text in said() if text.strip()}))
def test_all_help_has_chinese(text: str) -> None:
    told = help_in_chinese(text)
    assert HAN.search(told), "add it to HELP in consistency/commands/chinese.py"


def test_what_is_to_be_given_has_a_chinese_name() -> None:
    asked = {p.metavar or p.make_metavar(click.Context(c)) for _, c in commands() for p in c.params}
    words = {word for metavar in asked for word in re.findall(r"\b[A-Z]+\b", metavar)}
    types = {"TEXT", "INTEGER", "RANGE", "BOOLEAN"}
    assert words - PLACES.keys() - types == set()


def raised() -> Iterator[tuple[str, str]]:
    """What is said where the program refuses: the place in the source, and the words with 7 for what changes."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = RAISED.get(name)
            if at is None or len(node.args) <= at or not isinstance(node.args[at], ast.JoinedStr | ast.Constant):
                continue
            given = node.args[at]
            parts = given.values if isinstance(given, ast.JoinedStr) else [given]
            words = "".join(_part(part) for part in parts)
            if name == "FormulaError":
                words = f"'7' {words}"
            if english(words):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", words


def _part(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    if isinstance(part.value, ast.Call) and getattr(part.value.func, "id", "") == "nearest":
        return " (did you mean '7'?)"
    return "'7'" if part.conversion == ord("r") else "7"


def test_all_that_is_refused_is_refused_in_chinese() -> None:
    said = {f"{place}: {words}": message_in_chinese(words) for place, words in raised()}
    assert len(said) > 50
    assert [one for one, told in said.items() if not HAN.search(told)] == [], "for commands/chinese.py"
    assert [one for one, told in said.items() if english(told)] == []


def test_no_english_is_left_in_the_chinese() -> None:
    for told in (*HELP.values(), *MESSAGES.values()):
        assert HAN.search(told) or told == "consistency：{message}"
        assert english(re.sub(r"\bconsistency .*", "", told)) == [], told


def run(*words: str, **variables: str) -> Result:
    """A run of the command line with 80 columns."""
    return CliRunner().invoke(
        main, list(words), prog_name="consistency", env={"COLUMNS": "80", **variables}, terminal_width=80
    )


@pytest.mark.parametrize("path", [path for path, _ in commands()])
def test_help_is_chinese_and_fits_the_terminal(path: str) -> None:
    words = path.split()[1:]
    for done in (run(*words, "--help", LANG="zh_CN.UTF-8", LC_ALL=""), run("--lang", "zh", *words, "--help")):
        assert done.exit_code == 0
        assert done.stdout.startswith(f"用法：{path}")
        for line in done.stdout.splitlines():
            if "consistency " not in line:
                assert cells(line) <= 80, line
                assert english(re.sub(r"\[[a-z|]+( [a-z|]+)*\]|^  [a-z]+(?=  )", "", line)) == [], line


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "用法：consistency [选项] 命令 [参数]..."),
        (("chekc",), "错误：没有命令“chekc”，是否指“check”？"),
        (("check",), "错误：缺少参数“路径...”。"),
        (("check", "--fromat", "json", "a.txt"), "错误：没有选项“--fromat”，是否指“--format”？"),
        (("check", "--format", "xml", "a.txt"), "错误：“--format”的值不对：“xml”不在可选之列："),
        (("check", "--jobs", "0", "a.txt"), "错误：“--jobs”的值不对：0不在范围 x>=1 之内。"),
        (("check", "--config", "no.toml", "a.txt"), "错误：“--config”的值不对：没有文件“no.toml”。"),
        (("check", "--require-met", "7", "a.txt"), "错误：“--require-met”的值不对：“7”不是比例：请写作 30% 或 0.3。"),
        (("check", "--select", "CC9", "a.txt"), "consistency：没有规则“CC9”（是否指“CC"),
        (("check", "a.txt", "--output", "no/report"), "consistency：no/report：无法写入：没有这个文件或文件夹"),
        (("check", "--jobs", "two", "a.txt"), "错误：“--jobs”的值不对：“two”不是整数。"),
        (("check", "--select", "abc", "a.txt"), "consistency：没有规则“abc”；规则有 CC101, "),
        (("accept", "1f0c", "--until", "明天"), "错误：“--until”的值不对：“明天”不是日期，应写作 2024-06-30。"),
        (("--version",), f"consistency {consistency.__version__} 版"),
        (("rules", "show"), "错误：缺少参数“编号...”。"),
        (("completion", "cmd"), "不在可选之列：“bash”、“zsh”、“fish”。"),
    ],
)
def test_wrong_usage_is_told_in_chinese(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    done = run("--lang", "zh", *words)
    assert done.exit_code in (0, 2)
    assert told in done.output
    assert "Error" not in done.output
    assert "Usage" not in done.output


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("selekt = []", "selekt：没有这个键（是否指“select”？）"),
        ("select = 3", "select：须为字符串列表"),
        ("select = [", "不是有效的 TOML"),
        ("[severity]\nCC101 = 'loud'", "severity.CC101：没有级别“loud”"),
        ("[limits]\nseconds = 0", "limits.seconds：须在 1 至 "),
    ],
)
def test_broken_settings_are_told_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "consistency.toml").write_text(content, encoding="utf-8")
    (tmp_path / "a.txt").write_text("青山县2023年公报\n", encoding="utf-8")
    done = run("check", "a.txt", LANG="zh_CN.UTF-8", LC_ALL="")
    assert done.exit_code == 2
    assert told in done.stderr
    assert (
        english(
            done.stderr.replace("selekt", "")
            .replace("severity", "")
            .replace("limits.seconds", "")
            .replace("loud", "")
            .replace("select", "")
            .replace("CC101", "")
        )
        == []
    )


def test_the_language_told_last_counts_and_an_unknown_one_does_not() -> None:
    assert run("--lang", "en", "check", "--help", LANG="zh_CN.UTF-8").stdout.startswith("Usage:")
    assert run("check", "--lang", "fr", "--help", LANG="C", LC_ALL="").stdout.startswith("Usage:")


def test_a_fault_is_reported_in_chinese() -> None:
    assert message_in_chinese(REPORT).startswith("这是程序自身出错")
